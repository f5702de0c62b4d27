//! The art on screen: turned, washed, lined, sorted from back to front, like the skin it lies under.

use glam::{Vec2, Vec3};

use super::ink::{self, Ink};
use super::nerve::{self, Piece};
use super::palette::{Vertex, smooth};
use super::{Anatomy, Kind, NOTHING, Palette};
use crate::body::camera::{Area, Basis, Camera};
use crate::body::draw::{Clip, Drawing, Scratch, near_key};
use crate::body::relief::Relief;

/// Draws all that lies under the skin. `pixel` is the size of a pixel in points.
pub fn draw(
    anatomy: &Anatomy,
    camera: &Camera,
    area: Area,
    palette: &Palette,
    pixel: f32,
    scratch: &mut Scratch,
) -> Drawing {
    let view = View::new(anatomy, camera, area, palette, pixel);
    let mut drawing = view.vertices(&mut scratch.depth);
    scratch.order.clear();
    view.look(&drawing, scratch);
    view.sort_surfaces(&drawing, scratch);
    view.sort_strokes(scratch);
    scratch.order.sort_unstable();
    view.wash(scratch, &mut drawing);
    drawing.indices.reserve(scratch.order.len() * 6);
    for &(_, item) in &scratch.order {
        view.paint(item, &scratch.depth, &mut drawing);
    }
    drawing
}

/// What is painted is told by one number: triangles first, then edges, pieces of nerves, pieces of fibres.
struct View<'a> {
    anatomy: &'a Anatomy,
    camera: &'a Camera,
    area: Area,
    palette: &'a Palette,
    pixel: f32,
    basis: Basis,
    scale: f32,
    clip: Clip,
    /// The farthest and the nearest depth, in metres.
    deep: (f32, f32),
    /// Where edges, nerves and fibres begin in the numbers of things to paint.
    starts: [u32; 3],
}

/// What lies so far behind something opaque is not seen, in metres: more than lines are lifted off what they go round.
const BEHIND: f32 = 0.004;
/// A long line on screen counts its pieces by this many a line.
const PIECES: u32 = 256;

impl<'a> View<'a> {
    fn new(anatomy: &'a Anatomy, camera: &'a Camera, area: Area, palette: &'a Palette, pixel: f32) -> Self {
        let basis = camera.basis();
        let edges = anatomy.triangles.len() as u32;
        let nerves = edges + anatomy.edges.len() as u32;
        let fibres = nerves + anatomy.nerves.len() as u32 * PIECES;
        let mut deep = (f32::INFINITY, f32::NEG_INFINITY);
        for &p in &anatomy.positions {
            let d = basis.toward.dot(p - camera.target);
            deep = (deep.0.min(d), deep.1.max(d));
        }
        Self {
            anatomy,
            camera,
            area,
            palette,
            pixel,
            basis,
            scale: camera.scale(area),
            clip: Clip::around(area, 6.0 * pixel),
            deep,
            starts: [edges, nerves, fibres],
        }
    }

    fn project(&self, at: Vec3) -> Vec2 {
        let d = at - self.camera.target;
        self.area.centre + Vec2::new(self.basis.right.dot(d), -self.basis.up.dot(d)) * self.scale
    }

    fn depth(&self, at: Vec3) -> f32 {
        self.basis.toward.dot(at - self.camera.target)
    }

    /// How much of the paper lies over something so deep.
    fn haze(&self, depth: f32) -> f32 {
        0.50 * smooth(0.25, 1.0, (self.deep.1 - depth) / (self.deep.1 - self.deep.0).max(0.01))
    }

    fn vertices(&self, depths: &mut Vec<f32>) -> Drawing {
        let anatomy = self.anatomy;
        let mut drawing = Drawing::default();
        drawing.positions.reserve(anatomy.positions.len() * 3);
        drawing.colours.reserve(anatomy.positions.len() * 3);
        depths.clear();
        drawing.colours.resize(anatomy.positions.len(), [0; 4]);
        for &at in &anatomy.positions {
            depths.push(self.depth(at));
            drawing.positions.push(self.project(at));
        }
        drawing
    }

    /// Gives the corners of triangles that are painted their colour.
    fn wash(&self, scratch: &mut Scratch, drawing: &mut Drawing) {
        let anatomy = self.anatomy;
        scratch.mark_painted(anatomy.positions.len(), &anatomy.triangles);
        for part in &anatomy.parts {
            for i in part.vertices.clone().filter(|&i| scratch.painted[i]) {
                let n = anatomy.normals[i];
                let vertex = Vertex {
                    normal: Vec3::new(self.basis.right.dot(n), self.basis.up.dot(n), self.basis.toward.dot(n)),
                    light: anatomy.light[i],
                    strength: anatomy.strength[i],
                    haze: self.haze(scratch.depth[i]),
                };
                drawing.colours[i] = self.palette.wash(part.kind, vertex).bytes();
            }
        }
    }

    /// Muscles lie close on bones. Seen from where they lie on top they are drawn a little nearer than they are.
    fn lift(&self, kind: Kind) -> f32 {
        if kind == Kind::Muscle { -0.010 * self.basis.toward.z } else { 0.0 }
    }

    fn kind(&self, triangle: usize) -> Kind {
        self.anatomy.parts[usize::from(self.anatomy.part_of[triangle])].kind
    }

    /// Finds out which triangles face us and which vertices lie behind something opaque: that is half of the art, and
    /// costs as much as what is seen.
    fn look(&self, drawing: &Drawing, scratch: &mut Scratch) {
        let anatomy = self.anatomy;
        let Scratch { depth, front, relief, hidden, .. } = scratch;
        let at = |v: u16| drawing.positions[usize::from(v)].extend(depth[usize::from(v)]);
        relief.begin(self.area);
        front.clear();
        for (t, corners) in anatomy.triangles.iter().enumerate() {
            let [a, b, c] = corners.map(|v| drawing.positions[usize::from(v)]);
            let faces_us = (b - a).perp_dot(c - a) < 0.0;
            front.push(faces_us);
            let opaque = || corners.iter().all(|&v| anatomy.strength[usize::from(v)] > 0.99);
            if faces_us && self.kind(t) != Kind::Muscle && opaque() {
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

    fn sort_surfaces(&self, drawing: &Drawing, scratch: &mut Scratch) {
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

    fn sort_strokes(&self, scratch: &mut Scratch) {
        let mut add = |start: u32, line: usize, points: &[Vec3], lift: f32| {
            for (i, pair) in (0u32..PIECES).zip(points.windows(2)) {
                let middle = (pair[0] + pair[1]) * 0.5;
                if self.area.holds(self.project(middle), -60.0) {
                    let key = near_key(self.depth(middle) + lift);
                    scratch.order.push((key, start + line as u32 * PIECES + i));
                }
            }
        };
        for (n, nerve) in self.anatomy.nerves.iter().enumerate() {
            add(self.starts[1], n, &nerve.points, 0.004);
        }
        let lift = self.lift(Kind::Muscle) + 0.0025;
        let fibres = if self.fibres() > 0.0 { self.anatomy.fibres.as_slice() } else { &[] };
        for (f, fibre) in fibres.iter().enumerate() {
            add(self.starts[2], f, &fibre.points, lift);
        }
    }

    fn paint(&self, item: u32, depth: &[f32], drawing: &mut Drawing) {
        let anatomy = self.anatomy;
        let [edges, nerves, fibres] = self.starts;
        if item < edges {
            drawing.indices.extend(anatomy.triangles[item as usize].map(u32::from));
        } else if item < nerves {
            let edge = anatomy.edges[(item - edges) as usize];
            let kind = self.kind(edge.sides[0] as usize);
            let ends = edge.ends.map(|v| drawing.positions[usize::from(v)]);
            let inks = edge.ends.map(|v| {
                let ink = self.palette.line(kind, self.haze(depth[usize::from(v)]));
                Ink { alpha: ink.alpha * anatomy.strength[usize::from(v)], ..ink }
            });
            if edge.sides[1] == NOTHING {
                ink::stroke(drawing, ends, inks, self.width(kind), self.pixel);
            } else {
                let away = edge.ends.map(|v| {
                    let n = anatomy.normals[usize::from(v)];
                    Vec2::new(self.basis.right.dot(n), -self.basis.up.dot(n)).normalize_or_zero()
                });
                ink::outline(drawing, ends, away, inks, self.width(kind), self.pixel);
            }
        } else if item < fibres {
            let (line, at) = (((item - nerves) / PIECES) as usize, ((item - nerves) % PIECES) as usize);
            let nerve = &anatomy.nerves[line];
            let last = nerve.points.len() - 1;
            let near = [at.saturating_sub(1), at, at + 1, (at + 2).min(last)];
            let haze = self.haze(self.depth(nerve.points[at])) * 0.6;
            let screen = near.map(|i| self.project(nerve.points[i]));
            let piece = Piece::new(screen, [nerve.radii[at], nerve.radii[at + 1]], nerve.kind, self.scale);
            nerve::paint(drawing, &piece, self.palette, haze, self.pixel);
        } else {
            let (line, at) = (((item - fibres) / PIECES) as usize, ((item - fibres) % PIECES) as usize);
            let fibre = &anatomy.fibres[line];
            let ends = [at, at + 1].map(|i| self.project(fibre.points[i]));
            let haze = self.haze(self.depth(fibre.points[at]));
            let inks = [at, at + 1].map(|i| Ink {
                colour: self.palette.fibre,
                alpha: 0.60 * fibre.strength[i] * (1.0 - haze) * self.fibres(),
            });
            ink::stroke(drawing, ends, inks, self.width(Kind::Muscle), self.pixel);
        }
    }

    /// How strongly fibres are drawn: from afar they would run together.
    fn fibres(&self) -> f32 {
        smooth(300.0, 900.0, self.scale)
    }

    /// The width of a pen line, in points: it grows with the picture, but not as fast.
    fn width(&self, kind: Kind) -> f32 {
        let width = (self.scale * 0.0007).clamp(0.45, 1.6) * self.palette.line_scale;
        if kind == Kind::Muscle { width * 0.75 } else { width }
    }
}

fn is_behind(relief: &Relief, at: Vec2, depth: f32) -> bool {
    relief.at(at).is_some_and(|nearest| nearest > depth + BEHIND)
}
