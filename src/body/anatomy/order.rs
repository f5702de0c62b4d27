//! What of the art is painted, and in which order: from back to front, without what lies behind something opaque.

use glam::{Vec2, Vec3};

use super::draw::{PIECES, View};
use super::{Kind, NOTHING};
use crate::body::draw::{Drawing, Scratch, near_key};
use crate::body::relief::Relief;

/// What lies so far behind something opaque is not seen, in metres: more than lines are lifted off what they go round.
const BEHIND: f32 = 0.004;

impl View<'_> {
    /// Muscles lie close on bones. Seen from where they lie on top they are drawn a little nearer than they are.
    fn lift(&self, kind: Kind) -> f32 {
        if kind == Kind::Muscle { -0.010 * self.basis.toward.z } else { 0.0 }
    }

    pub(super) fn kind(&self, triangle: usize) -> Kind {
        self.anatomy.parts[usize::from(self.anatomy.part_of[triangle])].kind
    }

    /// Finds out which triangles face us and which vertices lie behind something opaque: that is half of the art, and
    /// costs as much as what is seen.
    pub(super) fn look(&self, drawing: &Drawing, scratch: &mut Scratch) {
        let anatomy = self.anatomy;
        let Scratch { depth, front, relief, hidden, .. } = scratch;
        let at = |v: u16| drawing.positions[usize::from(v)].extend(depth[usize::from(v)]);
        relief.begin(self.area);
        front.clear();
        for (t, corners) in anatomy.triangles.iter().enumerate() {
            let [a, b, c] = corners.map(|v| drawing.positions[usize::from(v)]);
            let faces_us = (b - a).perp_dot(c - a) < 0.0;
            front.push(faces_us);
            // Ribs are too narrow to hide anything.
            let is_broad = matches!(self.kind(t), Kind::Bone | Kind::Disc);
            let is_opaque = || corners.iter().all(|&v| anatomy.strength[usize::from(v)] > 0.99);
            if faces_us && is_broad && is_opaque() {
                relief.fill(corners.map(at));
            }
        }
        // Only what lies well behind is hidden, and nothing at a rim.
        relief.draw_in();
        hidden.clear();
        for part in &anatomy.parts {
            let lift = self.lift(part.kind);
            hidden.extend(part.vertices.clone().map(|v| is_behind(relief, drawing.positions[v], depth[v] + lift)));
        }
    }

    pub(super) fn sort_surfaces(&self, drawing: &Drawing, scratch: &mut Scratch) {
        let anatomy = self.anatomy;
        let Scratch { depth, front, order, relief, hidden, .. } = scratch;
        let at = |v: u16| drawing.positions[usize::from(v)];
        for (t, corners) in (0u32..).zip(&anatomy.triangles) {
            let [a, b, c] = corners.map(at);
            let kind = self.kind(t as usize);
            if (front[t as usize] || kind == Kind::Muscle) && self.clip.touches(a, b, c) {
                let mean = corners.iter().map(|&v| depth[usize::from(v)]).sum::<f32>() / 3.0 + self.lift(kind);
                let behind = corners.iter().all(|&v| hidden[usize::from(v)]);
                if !(behind && is_behind(relief, (a + b + c) / 3.0, mean)) {
                    order.push((near_key(mean), t));
                }
            }
        }
        for (e, edge) in (0u32..).zip(&anatomy.edges) {
            let [one, other] = edge.sides;
            let outline = other == NOTHING || front[one as usize] != front[other as usize];
            let kind = self.kind(one as usize);
            // A muscle is seen from both sides: where it turns away it needs no line. Nor does a crumb of a bone
            // that looks away in the midst of what looks at us.
            let crumb = || edge.ends.iter().all(|&v| self.basis.toward.dot(anatomy.normals[usize::from(v)]) > 0.35);
            let drawn = other == NOTHING || (outline && kind != Kind::Muscle && !crumb());
            if drawn && edge.ends.iter().any(|&v| !hidden[usize::from(v)] && self.clip.holds(at(v))) {
                let mean = edge.ends.iter().map(|&v| depth[usize::from(v)]).sum::<f32>() * 0.5;
                order.push((near_key(mean + self.lift(kind) + 0.0012), self.starts[0] + e));
            }
        }
    }

    pub(super) fn sort_strokes(&self, scratch: &mut Scratch) {
        let Scratch { order, relief, .. } = scratch;
        let mut add = |start: u32, line: usize, points: &[Vec3], half: f32, lift: f32| {
            for (i, pair) in (0u32..PIECES).zip(points.windows(2)) {
                let near = |at: Vec3| (self.project(at), self.depth(at) + lift);
                let middle = near((pair[0] + pair[1]) * 0.5);
                if !self.area.holds(middle.0, -60.0) {
                    continue;
                }
                let (from, to) = (near(pair[0]), near(pair[1]));
                // A cord is seen as long as one of its two sides is.
                let across = (to.0 - from.0).normalize_or_zero().perp() * half;
                let is_hidden = |(at, depth): (Vec2, f32)| {
                    is_behind(relief, at + across, depth) && is_behind(relief, at - across, depth)
                };
                if ![from, middle, to].into_iter().all(is_hidden) {
                    order.push((near_key(middle.1), start + line as u32 * PIECES + i));
                }
            }
        };
        for (n, nerve) in self.anatomy.nerves.iter().enumerate() {
            let half = nerve.radii.iter().copied().fold(0.0, f32::max) * self.scale;
            add(self.starts[1], n, &nerve.points, half, 0.004);
        }
        let lift = self.lift(Kind::Muscle) + 0.0025;
        let fibres = if self.fibres() > 0.0 { self.anatomy.fibres.as_slice() } else { &[] };
        for (f, fibre) in fibres.iter().enumerate() {
            add(self.starts[2], f, &fibre.points, 0.0, lift);
        }
    }
}

fn is_behind(relief: &Relief, at: Vec2, depth: f32) -> bool {
    relief.at(at).is_some_and(|nearest| nearest > depth + BEHIND)
}
