//! The line of a channel: a smooth way along the skin through its points.
//!
//! Between two points it takes the shortest level cut through the skin, then it is eased so that it bends
//! gently at the points. It never leaves the skin: where no way along the skin joins two points, the line breaks.

use glam::{Quat, Vec3};

use super::{
    place::{Figure, Placed, mirror},
    surface::{Section, Spot, Surface},
};
use crate::model::{Side, Stroke};

/// How far apart the corners of a line are, in metres.
const STEP: f32 = 0.006;
/// How far above the skin a line is drawn, in metres.
const LIFT: f32 = 0.001;
/// Within how many metres of a point the line may leave the shortest way to pass through without a kink.
const BEND: f32 = 0.08;
/// How often a line is eased.
const EASINGS: usize = 20;
/// Points nearer than this are one corner of the line, in metres.
const SAME: f32 = 0.0005;

/// One corner of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePoint {
    /// A little above the skin, in metres.
    pub position: Vec3,
    /// Outward, of length one.
    pub normal: Vec3,
}

/// One unbroken piece of a channel's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The stroke it belongs to, by its place among the channel's strokes.
    pub stroke: usize,
    /// The side of the body it runs on.
    pub side: Side,
    /// Its corners.
    pub points: Vec<LinePoint>,
}

/// The lines of a channel's strokes, left before right. Points that were not placed are passed by.
pub fn lines(strokes: &[Stroke], placed: &Placed, figure: &Figure) -> Vec<Line> {
    let mut lines = Vec::new();
    for (stroke, codes) in strokes.iter().enumerate() {
        let stations: Vec<(Spot, Side)> = codes.iter().filter_map(|code| station(code, placed)).collect();
        let midline = !stations.is_empty() && stations.iter().all(|(_, side)| *side == Side::Midline);
        for run in runs(&stations, midline, &figure.full) {
            let eased = ease(corners(&run, &figure.full), midline, &figure.full);
            if midline {
                lines.push(Line { stroke, side: Side::Midline, points: lifted(&eased, &figure.full) });
            } else {
                let right: Vec<Spot> = eased.iter().filter_map(|s| figure.full.closest(mirror(s.position))).collect();
                lines.push(Line { stroke, side: Side::Left, points: lifted(&eased, &figure.full) });
                lines.push(Line { stroke, side: Side::Right, points: lifted(&right, &figure.full) });
            }
        }
    }
    lines
}

fn station(code: &str, placed: &Placed) -> Option<(Spot, Side)> {
    let site = placed.first(code)?;
    let spot =
        Spot { position: site.position, normal: site.normal, triangle: site.triangle, barycentric: site.barycentric };
    Some((spot, site.side))
}

/// A corner before it is drawn: where on the skin, and whether it is a point of the channel and so stays.
#[derive(Clone, Copy)]
struct Corner {
    spot: Spot,
    fixed: bool,
}

/// A way from one point to the next.
struct Leg {
    from: Spot,
    to: Spot,
    way: Section,
    length: f32,
}

impl Leg {
    /// The directions in which it sets off and arrives.
    fn directions(&self) -> (Vec3, Vec3) {
        let step = STEP.min(self.length * 0.5);
        let at = |metres| self.way.after(metres).map_or(self.to.position, |(place, _)| place);
        let off = (at(step) - self.from.position).normalize_or_zero();
        let on = (self.to.position - at(self.length - step)).normalize_or_zero();
        (off, on)
    }
}

/// The ways from point to point; a new run begins where no way joins two points.
fn runs(stations: &[(Spot, Side)], midline: bool, skin: &Surface) -> Vec<Vec<Leg>> {
    let mut runs: Vec<Vec<Leg>> = Vec::new();
    for pair in stations.windows(2) {
        let (from, to) = (pair[0].0, pair[1].0);
        if from.position.distance(to.position) < SAME {
            continue;
        }
        let Some(way) = shortest(&from, &to, midline, skin) else { continue };
        let leg = Leg { from, to, length: way.length(), way };
        let joins = |run: &Vec<Leg>| run.last().is_some_and(|l| l.to.position.distance(from.position) < SAME);
        match runs.last_mut() {
            Some(run) if joins(run) => run.push(leg),
            _ => runs.push(vec![leg]),
        }
    }
    runs
}

/// The corners of a run. Near a point the way is bent so that it passes through without a kink.
fn corners(run: &[Leg], skin: &Surface) -> Vec<Corner> {
    let ends: Vec<(Vec3, Vec3)> = run.iter().map(Leg::directions).collect();
    // At a point the line heads between the ways before and after it; the shorter of them has more say.
    // Where the channel turns back on itself, it keeps its corner.
    let through = |i: usize| {
        let (before, after) = (i.checked_sub(1)?, i);
        let (arrive, leave) = (ends.get(before)?.1, ends.get(after)?.0);
        let straight = smooth((arrive.dot(leave) + 0.6) / 0.6);
        let heading = arrive / run.get(before)?.length + leave / run.get(after)?.length;
        Some((heading.try_normalize()?, straight))
    };
    let mut corners = Vec::new();
    for (i, (leg, (off, on))) in run.iter().zip(&ends).enumerate() {
        corners.push(Corner { spot: leg.from, fixed: true });
        // A short neighbour must not swing a long way about.
        let neighbour = |i: Option<usize>| i.and_then(|i| run.get(i)).map_or(BEND, |leg| leg.length);
        let before = leg.length.min(BEND).min(neighbour(i.checked_sub(1)) * 2.0);
        let after = leg.length.min(BEND).min(neighbour(Some(i + 1)) * 2.0);
        let start = through(i).map_or(Vec3::ZERO, |(wanted, share)| (wanted - *off) * share) * before;
        let end = through(i + 1).map_or(Vec3::ZERO, |(wanted, share)| (wanted - *on) * share) * after;
        let steps = (leg.length / STEP).round().max(1.0);
        corners.extend((1..steps as usize).filter_map(|step| {
            let metres = leg.length * step as f32 / steps;
            let (place, triangle) = leg.way.after(metres)?;
            let normal = skin.spot(triangle, place)?.normal;
            let bent = place + start * ease_in(metres / before) - end * ease_in((leg.length - metres) / after);
            let spot = skin.seen(bent, normal, BEND * 0.5).or_else(|| skin.closest(bent))?;
            Some(Corner { spot, fixed: false })
        }));
    }
    corners.extend(run.last().map(|leg| Corner { spot: leg.to, fixed: true }));
    corners
}

/// From 0 to 1 without a corner.
fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// The cubic that starts level at 0 with slope 1 and is gone, with its slope, at 1.
fn ease_in(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * (1.0 - share) * (1.0 - share)
}

/// The shortest of the cuts through the skin that hold both spots, leaning a little more to one side each.
fn shortest(from: &Spot, to: &Spot, midline: bool, skin: &Surface) -> Option<Section> {
    let straight = to.position - from.position;
    let axis = straight.try_normalize()?;
    if midline {
        return skin.way_heading(from, to, Vec3::X, straight);
    }
    let outward = (from.normal + to.normal).reject_from_normalized(axis).try_normalize();
    let outward = outward.or_else(|| from.normal.reject_from_normalized(axis).try_normalize())?;
    let across = axis.cross(outward);
    (-7..=7)
        .filter_map(|lean: i8| {
            let turned = Quat::from_axis_angle(axis, f32::from(lean) * 0.2) * across;
            skin.way_heading(from, to, turned, straight)
        })
        .map(|way| (way.length(), way))
        .filter(|(length, _)| *length < straight.length() * 2.5 + 0.01)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, way)| way)
}

/// Eases the bends at the points, as a thin lath would lie that is nailed down there, and keeps to the skin.
fn ease(mut corners: Vec<Corner>, midline: bool, skin: &Surface) -> Vec<Spot> {
    for _ in 0..EASINGS {
        let places: Vec<Vec3> = corners.iter().map(|c| c.spot.position).collect();
        for (i, corner) in corners.iter_mut().enumerate() {
            if corner.fixed {
                continue;
            }
            let at = |offset: isize| i.checked_add_signed(offset).and_then(|j| places.get(j)).copied();
            let (Some(before), Some(after)) = (at(-1), at(1)) else { continue };
            let wanted = match (at(-2), at(2)) {
                (Some(first), Some(last)) => ((before + after) * 4.0 - first - last) / 6.0,
                _ => (before + after) * 0.5,
            };
            let moved = corner.spot.position.lerp(wanted, 0.5);
            let moved = if midline { moved.with_x(0.0) } else { moved };
            if let Some(spot) = skin.closest(moved) {
                corner.spot = spot;
            }
        }
    }
    if midline {
        for corner in &mut corners {
            corner.spot.position.x = 0.0;
        }
    }
    corners.into_iter().map(|c| c.spot).collect()
}

/// Lifts a line off the skin, with more corners where the skin bends so fast that a straight piece would cut it.
fn lifted(spots: &[Spot], skin: &Surface) -> Vec<LinePoint> {
    let lift = |s: &Spot| LinePoint { position: s.position + s.normal * LIFT, normal: s.normal };
    let mut points: Vec<LinePoint> = Vec::with_capacity(spots.len());
    for (i, spot) in spots.iter().enumerate() {
        if let Some(before) = i.checked_sub(1).and_then(|j| spots.get(j))
            && before.normal.dot(spot.normal) < 0.94
        {
            let shares: &[f32] = if before.normal.dot(spot.normal) < 0.7 { &[0.25, 0.5, 0.75] } else { &[0.5] };
            let between = shares.iter().filter_map(|share| {
                let (place, normal) = (
                    before.position.lerp(spot.position, *share),
                    before.normal.lerp(spot.normal, *share).normalize_or(spot.normal),
                );
                skin.seen(place, normal, STEP)
            });
            points.extend(between.map(|s| lift(&s)));
        }
        points.push(lift(spot));
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        body::{
            landmarks::{Landmark, LandmarkFile, Landmarks},
            mesh::Skin,
            place::place,
            surface::tests::ball,
        },
        model::{Rule, Step},
    };

    /// Points on a ball of radius one, by the names of their places.
    fn placed(places: &[(&str, bool, Vec3)]) -> (Figure, Placed) {
        let landmarks = places
            .iter()
            .map(|(id, paired, at)| Landmark {
                id: format!("at_{id}"),
                paired: *paired,
                at: at.normalize().into(),
                how: String::new(),
            })
            .collect();
        let file = LandmarkFile { figure: "ball".to_owned(), stature: 2.0, landmarks };
        let skin = Skin { parts: Vec::new(), light: ball(), full: ball() };
        let figure = Figure::new(&skin, Landmarks::new(&file));
        let rules: Vec<Rule> = places
            .iter()
            .map(|(id, ..)| Rule {
                code: (*id).to_owned(),
                sites: vec![vec![Step::At(format!("at_{id}"))]],
                only: None,
                says: String::new(),
                sources: Vec::new(),
            })
            .collect();
        let placed = place(&rules, &figure);
        (figure, placed)
    }

    fn length(line: &Line) -> f32 {
        line.points.windows(2).map(|w| w[0].position.distance(w[1].position)).sum()
    }

    #[test]
    fn a_line_is_about_as_short_as_a_way_on_the_skin_can_be() {
        let (figure, placed) = placed(&[("A", true, Vec3::new(0.2, 0.5, 1.0)), ("B", true, Vec3::new(1.0, -0.2, 0.3))]);
        let strokes = [vec!["A".to_owned(), "B".to_owned(), "not placed".to_owned()]];
        let lines = lines(&strokes, &placed, &figure);
        assert_eq!(lines.iter().map(|l| l.side).collect::<Vec<_>>(), [Side::Left, Side::Right]);
        let [a, b] = ["A", "B"].map(|c| placed.first(c).unwrap().position);
        let shortest = a.angle_between(b);
        for line in &lines {
            assert!((length(line) - shortest).abs() < 0.01 * shortest, "{} {shortest}", length(line));
            let least = line.points.iter().map(|p| p.position.length()).fold(2.0, f32::min);
            assert!(least > 0.995, "{least}");
        }
        assert!(lines[0].points[0].position.distance(a) < 0.0011);
    }

    #[test]
    fn a_line_bends_gently_at_its_points() {
        let (figure, placed) = placed(&[
            ("A", true, Vec3::new(0.3, 0.6, 1.0)),
            ("B", true, Vec3::new(0.3, 0.0, 1.0)),
            ("C", true, Vec3::new(0.9, 0.0, 1.0)),
        ]);
        let strokes = [["A", "B", "C"].map(str::to_owned).to_vec()];
        for line in lines(&strokes, &placed, &figure) {
            let sharpest = line
                .points
                .windows(3)
                .map(|w| (w[1].position - w[0].position).angle_between(w[2].position - w[1].position))
                .fold(0.0, f32::max);
            assert!(sharpest.to_degrees() < 15.0, "a right angle is spread over many corners: {sharpest}");
        }
    }

    #[test]
    fn a_midline_is_drawn_once_and_stays_on_it() {
        let (figure, placed) = placed(&[("A", false, Vec3::new(0.0, 0.5, -1.0)), ("B", false, Vec3::Y)]);
        let strokes = [vec!["A".to_owned(), "B".to_owned()], Vec::new(), vec!["A".to_owned()]];
        let lines = lines(&strokes, &placed, &figure);
        assert_eq!(lines.iter().map(|l| (l.stroke, l.side)).collect::<Vec<_>>(), [(0, Side::Midline)]);
        assert!(lines[0].points.iter().all(|p| p.position.x.abs() < 1e-4));
    }
}
