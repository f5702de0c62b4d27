//! What the labels under the skin point at.

use deqi::body::anatomy::{self, Anatomy, Kind, Part};
use deqi::body::mesh::Mesh;
use deqi::body::surface::Surface;
use glam::Vec3;

use super::{art, corners, crossing, part};
use crate::figures::on_each;

/// How far a label may stand off what it names, in metres.
const OFF: f32 = 0.004;

/// How far a place is from a bone, disc or muscle.
fn from_part(art: &Anatomy, part: &Part, place: Vec3) -> f32 {
    let faces = art.faces(part).iter().map(|face| face.map(|v| v - part.vertices.start as u16));
    let positions = art.places(part).to_vec();
    let mesh =
        Mesh { normals: vec![Vec3::Z; positions.len()], positions, triangles: faces.collect(), ..Mesh::default() };
    Surface::new(&mesh).closest(place).map_or(f32::INFINITY, |spot| spot.position.distance(place))
}

/// How far it is from a nerve.
fn from_nerve(points: &[Vec3], place: Vec3) -> f32 {
    let from = |pair: &[Vec3]| {
        let (start, way) = (pair[0], pair[1] - pair[0]);
        let along = ((place - start).dot(way) / way.length_squared().max(1e-12)).clamp(0.0, 1.0);
        (start + way * along).distance(place)
    };
    points.windows(2).map(from).fold(f32::INFINITY, f32::min)
}

#[test]
fn each_label_touches_what_it_names() {
    on_each(|body, wrong| {
        let art = art(body);
        for name in anatomy::names(art) {
            let off = if name.kind == Kind::Nerve {
                let of = |id: &str| id == name.id || name.id == "small_nerves" && id.starts_with("dorsal_branch");
                let nerves = art.nerves().iter().filter(|nerve| of(&nerve.id));
                nerves.map(|nerve| from_nerve(&nerve.points, name.at)).fold(f32::INFINITY, f32::min)
            } else {
                from_part(art, part(art, &name.id), name.at)
            };
            if off > OFF {
                wrong.push(format!("the label of {} stands {off} m off it, at {}", name.id, name.at));
            }
        }
    });
}

#[test]
fn each_muscle_is_nearer_to_its_own_label_than_anything_else() {
    on_each(|body, wrong| {
        let art = art(body);
        for name in anatomy::names(art).iter().filter(|name| name.kind == Kind::Muscle) {
            let own = from_part(art, part(art, &name.id), name.at);
            let others = art.parts().iter().filter(|part| part.id != name.id);
            let others = others.map(|part| (&part.id, from_part(art, part, name.at)));
            let nerves = art.nerves().iter().map(|nerve| (&nerve.id, from_nerve(&nerve.points, name.at)));
            for (id, far) in others.chain(nerves).filter(|(_, far)| *far <= own) {
                wrong.push(format!("the label of {} is {own} m from it and {far} m from {id}", name.id));
            }
        }
    });
}

/// The muscle is translucent: over the seat bone its dot would seem to name that.
#[test]
fn behind_the_label_of_the_largest_muscle_no_bone_shows_through() {
    on_each(|body, wrong| {
        let art = art(body);
        let label = anatomy::names(art).iter().find(|name| name.id == "gluteus_maximus").expect("it has a name");
        for bone in art.parts().iter().filter(|part| part.kind == Kind::Bone) {
            if corners(art, bone).iter().any(|face| crossing(label.at, Vec3::Z, face).is_some()) {
                wrong.push(format!("{} lies behind the dot of gluteus maximus at {}", bone.id, label.at));
            }
        }
    });
}
