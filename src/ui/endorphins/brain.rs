//! The brain in its place in the head: two halves with their folds, the small brain, the stem.
//!
//! Folds are given on one side as one sees it from the left: x to the front, y up, the half reaching from −1 to 1.
//! They are lifted onto a rounded half and projected like the rest of the body, so that they lie right from any side.

use eframe::egui::{Pos2, Shape, Stroke, pos2};
use glam::{Vec2, Vec3};

use super::super::Cx;
use super::curve::{few, places, smooth};
use crate::body::camera::{Area, Camera};
use crate::body::landmarks::Landmarks;

/// The outline of a half seen from its side.
const OUTLINE: [(f32, f32); 14] = [
    (0.98, -0.12),
    (0.90, 0.38),
    (0.62, 0.80),
    (0.18, 1.00),
    (-0.32, 0.97),
    (-0.74, 0.70),
    (-0.97, 0.18),
    (-0.96, -0.30),
    (-0.72, -0.58),
    (-0.34, -0.66),
    (0.02, -0.88),
    (0.36, -0.98),
    (0.56, -0.74),
    (0.76, -0.50),
];

/// The folds of a half, the great ones first.
const FOLDS: [&[(f32, f32)]; 19] = [
    &[(0.62, -0.56), (0.48, -0.40), (0.22, -0.28), (-0.08, -0.14), (-0.30, 0.06)],
    &[(0.02, 0.98), (0.02, 0.78), (0.13, 0.58), (0.08, 0.38), (0.20, 0.16), (0.18, -0.14)],
    &[(0.26, 0.92), (0.30, 0.70), (0.36, 0.52), (0.32, 0.30), (0.40, 0.10), (0.38, -0.16)],
    &[(-0.22, 0.92), (-0.18, 0.70), (-0.08, 0.52), (-0.14, 0.30), (-0.04, 0.14)],
    &[(0.90, 0.30), (0.74, 0.42), (0.60, 0.40), (0.46, 0.54)],
    &[(0.92, -0.02), (0.78, 0.10), (0.64, 0.06), (0.52, 0.20)],
    &[(0.80, -0.28), (0.70, -0.16), (0.58, -0.20)],
    &[(0.66, 0.74), (0.58, 0.62), (0.48, 0.72)],
    &[(0.52, -0.68), (0.28, -0.52), (0.04, -0.40), (-0.20, -0.26), (-0.42, -0.16), (-0.54, 0.04)],
    &[(0.30, -0.84), (0.08, -0.66), (-0.16, -0.52), (-0.42, -0.42), (-0.62, -0.38)],
    &[(-0.14, 0.34), (-0.34, 0.44), (-0.48, 0.36), (-0.66, 0.42), (-0.80, 0.34)],
    &[(-0.36, 0.90), (-0.42, 0.70), (-0.54, 0.62), (-0.56, 0.48)],
    &[(-0.34, 0.26), (-0.30, 0.14), (-0.40, 0.06), (-0.36, -0.06)],
    &[(-0.52, 0.24), (-0.56, 0.10), (-0.70, 0.08), (-0.72, -0.06)],
    &[(-0.74, 0.24), (-0.86, 0.12), (-0.84, -0.02)],
    &[(-0.92, -0.10), (-0.78, -0.20), (-0.64, -0.16), (-0.56, -0.24)],
    &[(-0.86, -0.36), (-0.72, -0.44), (-0.60, -0.50)],
    &[(-0.06, 0.74), (-0.10, 0.62), (-0.02, 0.52)],
    &[(0.42, -0.06), (0.50, -0.10), (0.54, -0.24)],
];

/// Where the brain sits in a head, in metres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    middle: Vec3,
    half: Vec3,
}

impl Seat {
    /// Measures a head: behind the brow, before the bump at its back, under the crown, above the ears.
    pub(super) fn of(landmarks: &Landmarks) -> Self {
        let stature = landmarks.stature;
        let place = |id: &str, or: Vec3| landmarks.get(id).unwrap_or(or * stature);
        let brow = place("glabella", Vec3::new(0.0, 0.94, 0.06));
        let back = place("occipital_protuberance_upper", Vec3::new(0.0, 0.93, -0.06));
        let ear = place("tragus", Vec3::new(0.043, 0.922, 0.0));
        let (front, back) = (brow.z - 0.014, back.z + 0.012);
        let (top, low) = (stature - 0.020, ear.y + 0.006);
        Self {
            middle: Vec3::new(0.0, (top + low) * 0.5, (front + back) * 0.5),
            half: Vec3::new((ear.x - 0.012).clamp(0.05, 0.075), (top - low) * 0.5, (front - back) * 0.5),
        }
    }

    /// The midbrain, where the brake sits.
    pub(super) fn brake(&self) -> Vec3 {
        self.middle + self.half * Vec3::new(0.0, -0.62, -0.12)
    }

    /// The way from the midbrain down to the cord.
    pub(super) fn stem(&self) -> [Vec3; 4] {
        [(-0.45, -0.04), (-0.75, -0.14), (-1.05, -0.26), (-1.38, -0.40)]
            .map(|(y, z)| self.middle + self.half * Vec3::new(0.0, y, z))
    }

    /// A place of a half seen from its side, on the surface of the left half (1) or the right one (−1).
    fn lift(&self, (u, v): (f32, f32), side: f32) -> Vec3 {
        let reach = reach(u, v);
        let within = (Vec2::new(u, v).length() / reach).min(1.0);
        let out = (1.0 - within * within).max(0.0).powf(0.42);
        self.middle + self.half * Vec3::new(side * (0.05 + 0.95 * out), v, u)
    }
}

/// How far the outline reaches in the direction of a place.
fn reach(u: f32, v: f32) -> f32 {
    let angle = v.atan2(u);
    let mut nearest = (f32::MAX, 1.0);
    for pair in smooth_outline().windows(2) {
        let middle = pair[0] + (pair[1] - pair[0]) * 0.5;
        let off = (middle.y.atan2(middle.x) - angle).rem_euclid(std::f32::consts::TAU);
        let off = off.min(std::f32::consts::TAU - off);
        if off < nearest.0 {
            nearest = (off, middle.to_vec2().length());
        }
    }
    nearest.1
}

fn smooth_outline() -> Vec<Pos2> {
    let mut outline = super::curve::round(&places(&OUTLINE));
    outline.extend(outline.first().copied());
    outline
}

/// The brain as lines and fills on screen, made once for a view.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    whole: Vec<Pos2>,
    parting: Vec<Pos2>,
    folds: Vec<(Vec<Pos2>, bool)>,
    small: Vec<Pos2>,
    leaves: Vec<Vec<Pos2>>,
    stem: Vec<Pos2>,
    scale: f32,
}

impl Drawing {
    /// Draws the brain for a view.
    pub(super) fn new(seat: &Seat, camera: &Camera, area: Area) -> Self {
        let on = |at: Vec3| {
            let at = camera.project(at, area);
            pos2(at.x, at.y)
        };
        let toward = camera.basis().toward;
        let near = if toward.x >= 0.0 { 1.0 } else { -1.0 };
        let outline = smooth_outline();
        let mut rind: Vec<Pos2> = Vec::new();
        for side in [1.0, -1.0] {
            for share in [0.35f32, 0.6, 0.8, 0.92, 0.99] {
                rind.extend(outline.iter().map(|at| on(seat.lift((at.x * share, at.y * share), side))));
            }
        }
        let parting = outline.iter().filter(|at| at.y > -0.2 && at.x < 0.8).map(|at| {
            let at = seat.middle + seat.half * Vec3::new(0.0, at.y, at.x);
            on(at)
        });
        let mut folds = Vec::new();
        for (side, great) in [(near, true), (-near, false)] {
            for (i, fold) in FOLDS.iter().enumerate() {
                let line: Vec<(Vec3, Pos2)> = smooth(&places(fold))
                    .iter()
                    .map(|at| seat.lift((at.x * 0.97, at.y * 0.97), side))
                    .map(|at| (at, on(at)))
                    .collect();
                // A fold on the far half shows only where its surface looks at the viewer.
                let faces = |at: &Vec3| ((*at - seat.middle) / (seat.half * seat.half)).normalize().dot(toward) > 0.12;
                let seen: Vec<Pos2> = line.iter().filter(|(at, _)| faces(at)).map(|(_, at)| *at).collect();
                if seen.len() > 3 {
                    folds.push((seen, great && i < 2));
                }
            }
        }
        let small_at = seat.middle + seat.half * Vec3::new(0.0, -0.86, -0.58);
        let small_half = seat.half * Vec3::new(0.68, 0.36, 0.40);
        let ball = |lat: f32, lon: f32| {
            let (sin_a, cos_a) = lat.sin_cos();
            let (sin_o, cos_o) = lon.sin_cos();
            small_at + small_half * Vec3::new(cos_a * sin_o, sin_a, cos_a * cos_o)
        };
        let mut skin = Vec::new();
        let mut leaves = Vec::new();
        for i in 0..9u8 {
            let lat = -1.3 + f32::from(i) * 0.325;
            let ring: Vec<(Vec3, Pos2)> = (0..=36u8)
                .map(|k| ball(lat, f32::from(k) / 36.0 * std::f32::consts::TAU))
                .map(|at| (at, on(at)))
                .collect();
            skin.extend(ring.iter().map(|(_, at)| *at));
            let mut leaf: Vec<Pos2> = Vec::new();
            for (at, place) in ring.iter().chain(&ring) {
                if (*at - small_at).dot(toward) > 0.002 {
                    leaf.push(*place);
                } else if leaf.len() > 2 {
                    break;
                } else {
                    leaf.clear();
                }
            }
            leaves.push(leaf);
        }
        Self {
            whole: hull(rind),
            parting: parting.collect(),
            folds,
            small: hull(skin),
            leaves,
            stem: smooth(&seat.stem().map(on)),
            scale: camera.scale(area),
        }
    }

    /// Its shapes in the order they are painted: stem, small brain, both halves, folds.
    pub(super) fn shapes(&self, cx: &Cx<'_>) -> Vec<Shape> {
        let p = &cx.look.tokens.plate;
        let stroke = |width: f32, colour| Stroke::new(cx.look.tokens.stroke(width), colour);
        let thick = self.scale * 0.026;
        let line = |line: &[Pos2], stroke: Stroke| Shape::line(few(line), stroke);
        let small = p.brain.lerp_to_gamma(p.grey, 0.5);
        let mut shapes = vec![
            line(&self.stem, stroke(thick + 2.4, p.stem_line)),
            line(&self.stem, Stroke::new(thick, p.stem)),
            Shape::convex_polygon(self.small.clone(), small, stroke(1.3, p.brain_line)),
        ];
        shapes.extend(self.leaves.iter().map(|leaf| line(leaf, stroke(0.7, p.brain_line.gamma_multiply(0.65)))));
        shapes.push(Shape::convex_polygon(self.whole.clone(), p.brain, stroke(1.7, p.brain_line)));
        shapes.push(line(&self.parting, stroke(1.5, p.brain_line)));
        for (fold, great) in &self.folds {
            let width = if *great { 1.8 } else { 1.15 };
            shapes.push(line(fold, stroke(width + 1.6, p.brain.lerp_to_gamma(p.brain_line, 0.22))));
            shapes.push(line(fold, stroke(width, p.brain_line.gamma_multiply(if *great { 0.95 } else { 0.8 }))));
        }
        shapes
    }
}

/// The outline round places (Andrew's chain).
pub(super) fn hull(mut places: Vec<Pos2>) -> Vec<Pos2> {
    places.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let turns = |a: Pos2, b: Pos2, c: Pos2| {
        let (ab, ac) = (b - a, c - a);
        ab.x * ac.y - ab.y * ac.x
    };
    let half = |each: &mut dyn Iterator<Item = Pos2>| {
        let mut chain: Vec<Pos2> = Vec::new();
        for at in each {
            while chain.len() > 1 && turns(chain[chain.len() - 2], chain[chain.len() - 1], at) <= 0.0 {
                chain.pop();
            }
            chain.push(at);
        }
        chain.pop();
        chain
    };
    let mut outline = half(&mut places.iter().copied());
    outline.extend(half(&mut places.iter().rev().copied()));
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_goes_round_all_places_and_leaves_the_inner_ones_out() {
        let square = places(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (1.0, 1.0), (0.5, 1.5)]);
        let outline = hull(square);
        assert_eq!(outline.len(), 4);
        assert!(!outline.contains(&pos2(1.0, 1.0)));
    }

    #[test]
    fn folds_lie_within_the_outline_of_their_half() {
        for &(u, v) in FOLDS.iter().copied().flatten() {
            assert!(Vec2::new(u, v).length() <= reach(u, v) * 1.06, "({u}, {v}) lies outside");
        }
    }
}
