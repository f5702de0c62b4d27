//! The art on screen: turned, washed, lined, sorted from back to front, like the skin it lies under.

use glam::{Vec2, Vec3};

use super::ink::{self, Ink};
use super::nerve::{self, Piece};
use super::palette::{Vertex, smooth};
use super::{Anatomy, Kind, NOTHING, Palette};
use crate::body::camera::{Area, Basis, Camera};
use crate::body::draw::{Clip, Drawing, Scratch};

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
pub(super) struct View<'a> {
    pub(super) anatomy: &'a Anatomy,
    camera: &'a Camera,
    pub(super) area: Area,
    palette: &'a Palette,
    pixel: f32,
    pub(super) basis: Basis,
    pub(super) scale: f32,
    pub(super) clip: Clip,
    /// The farthest and the nearest depth, in metres.
    deep: (f32, f32),
    /// Where edges, nerves and fibres begin in the numbers of things to paint.
    pub(super) starts: [u32; 3],
}

/// A long line on screen counts its pieces by this many a line.
pub(super) const PIECES: u32 = 256;

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

    pub(super) fn project(&self, at: Vec3) -> Vec2 {
        let d = at - self.camera.target;
        self.area.centre + Vec2::new(self.basis.right.dot(d), -self.basis.up.dot(d)) * self.scale
    }

    pub(super) fn depth(&self, at: Vec3) -> f32 {
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
    pub(super) fn fibres(&self) -> f32 {
        smooth(300.0, 900.0, self.scale)
    }

    /// The width of a pen line, in points: it grows with the picture, but not as fast.
    fn width(&self, kind: Kind) -> f32 {
        let width = (self.scale * 0.0007).clamp(0.45, 1.6) * self.palette.line_scale;
        if kind == Kind::Muscle { width * 0.75 } else { width }
    }
}
