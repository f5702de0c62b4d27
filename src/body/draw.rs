//! The skin as a flat picture of triangles: turned, shaded, sorted from back to front, with a soft outline.
//!
//! The outline is a rim one pixel wide that fades to nothing, so the body is smooth at any pixel density
//! without help from the graphics card. Everything is plain triangles: glow, wgpu and picture tests draw the same.

use glam::{Vec2, Vec3};

use super::camera::{Area, Basis, Camera};
use super::mesh::Mesh;
use super::relief::Relief;
use super::shade::{Paint, Surface};

/// A flat picture of triangles, in the order they are painted.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Where each vertex is on screen, in points.
    pub positions: Vec<Vec2>,
    /// Its colour: sRGB with alpha multiplied in.
    pub colours: Vec<[u8; 4]>,
    /// Corners, three a triangle.
    pub indices: Vec<u32>,
}

/// Memory that is kept between pictures, so that turning allocates nothing.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) depth: Vec<f32>,
    pub(super) front: Vec<bool>,
    pub(super) order: Vec<(u32, u32)>,
    /// Which vertices are corners of something that is painted.
    pub(super) painted: Vec<bool>,
    /// How near what is not glass lies.
    pub(super) relief: Relief,
    /// Which vertices lie behind that.
    pub(super) hidden: Vec<bool>,
}

impl Scratch {
    /// Marks the corners of all triangles that are painted. Whatever else is painted has a number beyond theirs.
    pub(super) fn mark_painted(&mut self, vertices: usize, triangles: &[[u16; 3]]) {
        self.painted.clear();
        self.painted.resize(vertices, false);
        for &v in self.order.iter().filter_map(|&(_, item)| triangles.get(item as usize)).flatten() {
            self.painted[usize::from(v)] = true;
        }
    }
}

/// Draws what can be seen of the skin in a window on the area. `pixel` is the size of a pixel in points.
pub fn skin(
    mesh: &Mesh,
    camera: &Camera,
    area: Area,
    window: Area,
    paint: &Paint,
    pixel: f32,
    scratch: &mut Scratch,
) -> Drawing {
    let basis = camera.basis();
    let mut drawing = vertices(mesh, camera, &basis, area, &mut scratch.depth);
    let clip = Clip::around(window, 4.0 * pixel);
    let outlines = mesh.triangles.len() as u32;

    scratch.order.clear();
    scratch.front.clear();
    for (t, corners) in (0u32..).zip(&mesh.triangles) {
        let [a, b, c] = corners.map(|v| drawing.positions[usize::from(v)]);
        // Counter-clockwise outside is clockwise on a screen whose y points down.
        let faces_us = (b - a).perp_dot(c - a) < 0.0;
        scratch.front.push(faces_us);
        if faces_us && clip.touches(a, b, c) {
            scratch.order.push((near_key(mean(&scratch.depth, corners)), t));
        }
    }
    for (e, edge) in (0u32..).zip(&mesh.edges) {
        let [one, other] = edge.sides.map(|t| scratch.front[t as usize]);
        if one != other && edge.ends.iter().any(|&v| clip.holds(drawing.positions[usize::from(v)])) {
            scratch.order.push((near_key(mean(&scratch.depth, &edge.ends)), outlines + e));
        }
    }
    scratch.order.sort_unstable();
    colour(mesh, &basis, paint, scratch, &mut drawing);

    drawing.indices.reserve(scratch.order.len() * 4);
    for &(_, item) in &scratch.order {
        if item < outlines {
            drawing.indices.extend(mesh.triangles[item as usize].map(u32::from));
        } else {
            soften(mesh, &basis, mesh.edges[(item - outlines) as usize].ends, pixel, &mut drawing);
        }
    }
    drawing
}

fn vertices(mesh: &Mesh, camera: &Camera, basis: &Basis, area: Area, depth: &mut Vec<f32>) -> Drawing {
    let scale = camera.scale(area);
    let count = mesh.positions.len();
    let mut drawing = Drawing::default();
    // The outline adds a few thousand vertices.
    drawing.positions.reserve(count + 4096);
    drawing.colours.reserve(count + 4096);
    depth.clear();
    drawing.colours.resize(count, [0; 4]);
    for &position in &mesh.positions {
        let d = position - camera.target;
        depth.push(basis.toward.dot(d));
        drawing.positions.push(area.centre + Vec2::new(basis.right.dot(d), -basis.up.dot(d)) * scale);
    }
    drawing
}

/// Gives the vertices that are painted their colour. Seen from near, most of the body is not.
fn colour(mesh: &Mesh, basis: &Basis, paint: &Paint, scratch: &mut Scratch, drawing: &mut Drawing) {
    // The ends of an outline edge are corners of the triangle that faces us there.
    scratch.mark_painted(mesh.positions.len(), &mesh.triangles);
    for i in (0..mesh.positions.len()).filter(|&i| scratch.painted[i]) {
        let n = mesh.normals[i];
        let normal = Vec3::new(basis.right.dot(n), basis.up.dot(n), basis.toward.dot(n));
        // A vertex that looks away is never seen: its triangles are culled or lie on the rim.
        let colour = if normal.z < -0.35 {
            Vec3::ZERO
        } else {
            paint.colour(Surface {
                normal,
                occlusion: mesh.occlusion[i],
                cavity: mesh.cavity[i],
                garment: mesh.garment[i],
                tone: mesh.tone[i],
            })
        };
        drawing.colours[i] = opaque(colour);
    }
}

/// Adds the rim of one outline edge: from the skin's colour to nothing within one pixel.
fn soften(mesh: &Mesh, basis: &Basis, ends: [u16; 2], pixel: f32, drawing: &mut Drawing) {
    let outer = drawing.positions.len() as u32;
    for v in ends {
        let n = mesh.normals[usize::from(v)];
        let away = Vec2::new(basis.right.dot(n), -basis.up.dot(n)).normalize_or_zero();
        drawing.positions.push(drawing.positions[usize::from(v)] + away * pixel);
        drawing.colours.push([0; 4]);
    }
    let [a, b] = ends.map(u32::from);
    drawing.indices.extend([a, b, outer, b, outer + 1, outer]);
}

fn opaque(colour: Vec3) -> [u8; 4] {
    let byte = |v: f32| (v * 255.0 + 0.5) as u8;
    [byte(colour.x), byte(colour.y), byte(colour.z), 255]
}

pub(super) fn mean(depth: &[f32], vertices: &[u16]) -> f32 {
    vertices.iter().map(|&v| depth[usize::from(v)]).sum::<f32>() / vertices.len() as f32
}

/// A key that sorts from far to near. The body is within 4 m of the target.
pub(super) fn near_key(depth: f32) -> u32 {
    ((depth + 4.0) * 65_536.0 * 4.0) as u32
}

/// What is worth painting.
pub(super) struct Clip {
    low: Vec2,
    high: Vec2,
}

impl Clip {
    pub(super) fn around(area: Area, margin: f32) -> Self {
        let half = area.size * 0.5 + Vec2::splat(margin);
        Self { low: area.centre - half, high: area.centre + half }
    }

    pub(super) fn holds(&self, at: Vec2) -> bool {
        at.cmpge(self.low).all() && at.cmple(self.high).all()
    }

    pub(super) fn touches(&self, a: Vec2, b: Vec2, c: Vec2) -> bool {
        a.max(b).max(c).cmpge(self.low).all() && a.min(b).min(c).cmple(self.high).all()
    }
}
