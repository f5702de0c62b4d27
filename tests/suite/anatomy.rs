//! What lies under the skin, on each of the three figures: an anatomist's questions about bones and muscles, and
//! what a picture of them must keep.

use std::f32::consts::TAU;
use std::sync::LazyLock;

use deqi::body::anatomy::{self, Anatomy, Kind, Part};
use deqi::body::camera::{Area, Camera, PITCH, SPAN};
use deqi::body::draw::{Drawing, Scratch};
use deqi::body::place::mirror;
use deqi::describe;
use deqi::i18n::Tr;
use deqi::theme::{Look, ThemeName};
use glam::{Vec2, Vec3};

use crate::figures::{BODIES, Body, on_each};

mod names;
mod nerves;
mod tail;

static ART: LazyLock<Vec<(&'static str, Anatomy)>> =
    LazyLock::new(|| BODIES.iter().map(|b| (b.name, Anatomy::new(&b.figure.landmarks, &b.figure.full))).collect());

const AREA: Area = Area { centre: Vec2::new(400.0, 400.0), size: Vec2::new(800.0, 800.0) };

fn art(body: &Body) -> &'static Anatomy {
    &ART.iter().find(|(name, _)| *name == body.name).unwrap().1
}

fn part<'a>(art: &'a Anatomy, id: &str) -> &'a Part {
    art.parts().iter().find(|p| p.id == id).unwrap_or_else(|| panic!("there is no {id}"))
}

fn places<'a>(art: &'a Anatomy, id: &str) -> &'a [Vec3] {
    art.places(part(art, id))
}

#[test]
fn some_of_the_art_by_itself_is_the_same_art() {
    on_each(|body, wrong| {
        let whole = art(body);
        let spine = whole.only(|id| id.starts_with("vertebra_") || id == "spinal_cord");
        for level in levels().iter().map(|level| vertebra(level)) {
            if places(&spine, &level) != places(whole, &level) {
                wrong.push(format!("{level} lies elsewhere"));
            }
            let (few, all) = (part(&spine, &level), part(whole, &level));
            let corners = |art: &Anatomy, part: &Part| -> Vec<Vec<usize>> {
                let faces = art.faces(part).iter();
                faces.map(|face| face.iter().map(|&v| usize::from(v) - part.vertices.start).collect()).collect()
            };
            if corners(&spine, few) != corners(whole, all) {
                wrong.push(format!("{level} has other faces"));
            }
        }
        if spine.nerve("spinal_cord") != whole.nerve("spinal_cord") || !spine.nerve("sciatic_nerve").is_empty() {
            wrong.push("the cord alone was wanted".to_owned());
        }
        if spine.parts().iter().any(|part| part.kind != Kind::Bone) {
            wrong.push("only bones were wanted".to_owned());
        }
        // It is drawn with its pen lines, and without those of what is left out.
        let camera = Camera { yaw: 2.0, pitch: 0.2, span: 1.2, target: Vec3::new(0.0, 1.2, 0.0) };
        let palette = Look::new(ThemeName::Light).unwrap().under_skin();
        let drawn = |art: &Anatomy| anatomy::draw(art, &camera, AREA, &palette, 1.0, &mut Scratch::default());
        let (few, all) = (drawn(&spine), drawn(whole));
        let faces: usize = spine.parts().iter().map(|part| spine.faces(part).len()).sum();
        if few.indices.len() >= all.indices.len() || few.positions.len() <= faces / 4 {
            wrong.push(format!("{} of {} corners are drawn", few.indices.len(), all.indices.len()));
        }
    });
}

fn levels() -> Vec<String> {
    let chest = (1..=12).map(|n| format!("T{n}"));
    std::iter::once("C7".to_owned()).chain(chest).chain((1..=5).map(|n| format!("L{n}"))).collect()
}

fn vertebra(level: &str) -> String {
    format!("vertebra_{}", level.to_lowercase())
}

fn furthest(places: &[Vec3], way: Vec3) -> Vec3 {
    places.iter().copied().max_by(|a, b| a.dot(way).total_cmp(&b.dot(way))).unwrap()
}

/// The middle of a vertebra's body: half-way between its front and the front wall of its canal, by its widest part.
fn middle(places: &[Vec3]) -> Vec3 {
    let front = furthest(places, Vec3::Z);
    let body: Vec<Vec3> = places.iter().copied().filter(|p| p.z > front.z - 0.030).collect();
    body.iter().sum::<Vec3>() / body.len() as f32
}

/// Where the spinous process ends: the lowest place in the middle plane behind the canal.
fn spine_end(places: &[Vec3]) -> Vec3 {
    let behind = middle(places).z - 0.025;
    let rear: Vec<Vec3> = places.iter().copied().filter(|p| p.x == 0.0 && p.z < behind).collect();
    furthest(&rear, Vec3::NEG_Y)
}

#[test]
fn each_vertebra_has_its_processes() {
    on_each(|body, wrong| {
        for level in levels() {
            let bone = places(art(body), &vertebra(&level));
            let (centre, end) = (middle(bone), spine_end(bone));
            // The body and its spine span 45 to 80 mm, as one would measure them with a calliper.
            let length = centre.distance(end);
            if !(0.040..0.080).contains(&length) || end.y > centre.y {
                wrong.push(format!("{level}: the spinous process ends at {end}, its body is at {centre}"));
            }
            // The transverse processes reach out beside the body.
            let front = furthest(bone, Vec3::Z).z;
            let beside = bone.iter().filter(|p| p.z > front - 0.012).map(|p| p.x).fold(0.0, f32::max);
            let reach = furthest(bone, Vec3::X);
            if reach.x < beside + 0.0025 || reach.z > front - 0.012 {
                wrong.push(format!("{level}: its transverse process ends at {reach}, its body {beside} m beside"));
            }
        }
        let spans = ["L1", "L2", "L3"].map(|l| furthest(places(art(body), &vertebra(l)), Vec3::X).x);
        if !(spans[0] < spans[2] && spans[1] < spans[2]) {
            wrong.push(format!("the transverse processes of L3 are the longest of the upper three: {spans:?}"));
        }
    });
}

#[test]
fn spinous_processes_end_at_their_landmarks() {
    on_each(|body, wrong| {
        for level in levels() {
            let end = spine_end(places(art(body), &vertebra(&level)));
            let mark = body.landmark(&format!("{level}_lower"));
            if (end.y - mark.y).abs() > 0.005 {
                wrong.push(format!("{level} ends at {} m, its landmark is at {} m", end.y, mark.y));
            }
            let deep = body.figure.full.closest(end).unwrap().position.distance(end);
            if !(0.002..0.018).contains(&deep) {
                wrong.push(format!("{level} ends {deep} m under the skin"));
            }
        }
    });
}

#[test]
fn vertebrae_stand_on_each_other() {
    on_each(|body, wrong| {
        let levels = levels();
        for pair in levels.windows(2) {
            let [upper, lower] = [&pair[0], &pair[1]].map(|l| middle(places(art(body), &vertebra(l))));
            let apart = upper.distance(lower);
            if !(0.012..0.045).contains(&apart) || upper.y <= lower.y {
                wrong.push(format!("{} and {} are {apart} m apart", pair[0], pair[1]));
            }
            let disc = places(art(body), &format!("disc_{}", pair[0].to_lowercase()));
            let between = disc.iter().sum::<Vec3>() / disc.len() as f32;
            if !(lower.y < between.y && between.y < upper.y) {
                wrong.push(format!("the disc below {} lies at {between}", pair[0]));
            }
        }
        let sacrum = furthest(places(art(body), "sacrum"), Vec3::Y);
        if sacrum.y > middle(places(art(body), "vertebra_l5")).y + 0.02 {
            wrong.push(format!("the sacrum reaches up to {sacrum}"));
        }
    });
}

#[test]
fn the_sacrum_ends_in_a_tail_and_has_four_openings_a_side() {
    on_each(|body, wrong| {
        let (art, sacrum) = (art(body), part(art(body), "sacrum"));
        let tail = furthest(art.places(sacrum), Vec3::NEG_Y);
        let mark = body.landmark("coccyx_tip");
        if (tail.y - mark.y).abs() > 0.012 || tail.x.abs() > 0.004 {
            wrong.push(format!("the tail bone ends at {tail}, its landmark is at {mark}"));
        }
        // One can look right through each opening from behind, and not through the bone between two of them.
        let faces = corners(art, sacrum);
        let open = |at: Vec3| !faces.iter().any(|face| crossing(at - Vec3::Z * 0.05, SIGHT, face).is_some());
        let openings: Vec<Vec3> = (1..=4).map(|n| body.landmark(&format!("S{n}_foramen"))).collect();
        for (n, at) in (1..).zip(&openings) {
            let near = (-2_i8..=2).flat_map(|i| (-2_i8..=2).map(move |j| Vec3::new(f32::from(i), f32::from(j), 0.0)));
            if !near.map(|step| *at + step * 0.002).any(open) {
                wrong.push(format!("there is no way through the opening of S{n} at {at}"));
            }
        }
        if open(Vec3::new(0.0, (openings[1].y + openings[2].y) * 0.5, openings[1].z)) {
            wrong.push("one can look through the middle of the sacrum".to_owned());
        }
    });
}

/// Along the openings of the sacrum, from behind: a little outward and down.
const SIGHT: Vec3 = Vec3::new(0.035, -0.055, 1.0);

/// The corners of each triangle of a part.
fn corners(art: &Anatomy, part: &Part) -> Vec<[Vec3; 3]> {
    let places = art.places(part);
    art.faces(part).iter().map(|face| face.map(|v| places[usize::from(v) - part.vertices.start])).collect()
}

/// How far along a way, in its lengths, a line from a place crosses a triangle, if it does.
fn crossing(from: Vec3, way: Vec3, [a, b, c]: &[Vec3; 3]) -> Option<f32> {
    let (ab, ac, start) = (*b - *a, *c - *a, from - *a);
    let p = way.cross(ac);
    let det = ab.dot(p);
    if det.abs() < 1e-12 {
        return None;
    }
    let q = start.cross(ab);
    let (u, v, far) = (start.dot(p) / det, way.dot(q) / det, ac.dot(q) / det);
    (u >= 0.0 && v >= 0.0 && u + v <= 1.0 && far > 0.0).then_some(far)
}

#[test]
fn the_hip_bone_meets_its_landmarks() {
    on_each(|body, wrong| {
        let (art, hip) = (art(body), places(art(body), "hip_bone"));
        for (name, place) in [("iliac_crest_top", furthest(hip, Vec3::Y)), ("psis", furthest(hip, Vec3::NEG_Z))] {
            let mark = body.landmark(name);
            if (place.y - mark.y).abs() > 0.012 {
                wrong.push(format!("{name} is at {mark}, the bone at {place}"));
            }
        }
        let joint = body.landmark("joint_hip");
        let upper: Vec<Vec3> = places(art, "femur").iter().copied().filter(|p| p.y > joint.y - 0.03).collect();
        let head = furthest(&upper, Vec3::NEG_X);
        let reach = joint - head;
        if !(0.012..0.045).contains(&reach.x) || reach.y.abs() > 0.015 {
            wrong.push(format!("the head of the thigh bone reaches in to {head}, its joint is at {joint}"));
        }
    });
}

#[test]
fn all_the_muscles_and_ribs_are_there() {
    on_each(|body, wrong| {
        let muscles = [
            "long_back_muscle",
            "iliocostalis",
            "multifidus",
            "quadratus_lumborum",
            "gluteus_maximus",
            "gluteus_medius",
            "piriformis",
        ];
        let ribs: Vec<String> = (1..=12).map(|n| format!("rib_{n}")).collect();
        for id in muscles.into_iter().chain(ribs.iter().map(String::as_str)) {
            let count = art(body).parts().iter().filter(|p| p.id == id).count();
            if count != 2 {
                wrong.push(format!("{id} is there {count} times"));
            }
        }
        for name in anatomy::names(art(body)) {
            let known = art(body).parts().iter().any(|p| p.id == name.id && p.kind == name.kind);
            let nerve =
                name.kind == Kind::Nerve && (name.id == "small_nerves" || !art(body).nerve(&name.id).is_empty());
            if !(known || nerve) {
                wrong.push(format!("a label names {}, which is not drawn", name.id));
            }
        }
    });
}

#[test]
fn all_lies_inside_the_skin() {
    on_each(|body, wrong| {
        let art = art(body);
        let nerves = art.nerves().iter().map(|n| (&n.id, n.points.as_slice()));
        for (id, places) in art.parts().iter().map(|p| (&p.id, art.places(p))).chain(nerves) {
            let above = |p: &Vec3| {
                let spot = body.figure.full.closest(*p).unwrap();
                (*p - spot.position).dot(spot.normal)
            };
            let worst = places.iter().map(above).fold(f32::NEG_INFINITY, f32::max);
            if worst > 0.001 {
                wrong.push(format!("{id} stands {worst} m out of the skin"));
            }
        }
    });
}

#[test]
fn left_mirrors_right() {
    on_each(|body, wrong| {
        let art = art(body);
        let key = |p: Vec3| p.to_array().map(|v| ((v + 0.0) * 1e6).round() as i64);
        let mut left: Vec<_> = art.parts().iter().flat_map(|p| art.places(p)).map(|&p| key(p)).collect();
        let mut right: Vec<_> = art.parts().iter().flat_map(|p| art.places(p)).map(|&p| key(mirror(p))).collect();
        left.sort_unstable();
        right.sort_unstable();
        if left != right {
            wrong.push("bones and muscles are not the same on both sides".to_owned());
        }
        for nerve in art.nerves().iter().filter(|n| !n.id.ends_with("_right")) {
            let other = art.nerve(&format!("{}_right", nerve.id));
            let midline = nerve.points.iter().all(|p| p.x == 0.0);
            let same = nerve.points.iter().map(|&p| mirror(p)).eq(other.iter().copied());
            if !(midline && other.is_empty() || same) {
                wrong.push(format!("{} has no mirror", nerve.id));
            }
        }
    });
}

#[test]
fn every_label_has_words() {
    let tr = Tr::english();
    on_each(|body, wrong| {
        let named = anatomy::names(art(body));
        if named.len() < 12 {
            wrong.push(format!("only {} structures have a name", named.len()));
        }
        for name in named.iter().filter(|name| describe::structure(&tr, &name.id).is_none()) {
            wrong.push(format!("{} has no words", name.id));
        }
    });
}

fn drawn(art: &Anatomy, camera: &Camera, theme: ThemeName) -> Drawing {
    let palette = Look::new(theme).unwrap().under_skin();
    anatomy::draw(art, camera, AREA, &palette, 1.0, &mut Scratch::default())
}

#[test]
fn a_picture_is_the_same_each_time_and_light_enough() {
    on_each(|body, wrong| {
        let low_back = Camera { span: 0.7, target: Vec3::new(0.0, 1.0, 0.0), ..Camera::default() };
        let [one, two] = [drawn(art(body), &low_back, ThemeName::Light), drawn(art(body), &low_back, ThemeName::Light)];
        if one.positions != two.positions || one.colours != two.colours || one.indices != two.indices {
            wrong.push("two pictures from one place differ".to_owned());
        }
        let count = one.indices.len() / 3;
        if !(3_000..40_000).contains(&count) {
            wrong.push(format!("the low back is {count} triangles"));
        }
    });
}

#[test]
fn no_camera_breaks_the_picture() {
    on_each(|body, wrong| {
        for turn in 0..8_u8 {
            for pitch in [-PITCH, 0.0, 0.4, PITCH] {
                for span in [SPAN.0, 0.6, SPAN.1] {
                    let yaw = f32::from(turn) / 8.0 * TAU;
                    let camera = Camera { yaw, pitch, span, target: Vec3::new(0.05, 1.0, 0.0) };
                    let picture = drawn(art(body), &camera, ThemeName::Contrast);
                    let finite = picture.positions.iter().all(|p| p.is_finite());
                    let known = picture.indices.iter().all(|&i| (i as usize) < picture.positions.len());
                    if !finite || !known || picture.positions.len() != picture.colours.len() {
                        wrong.push(format!("the picture from {camera:?} is broken"));
                    }
                }
            }
        }
    });
}
