//! What is under a finger: the nearest bit of skin along a ray.

use glam::Vec3;

use super::mesh::Mesh;

/// A place on the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Where, in metres.
    pub position: Vec3,
    /// The triangle it lies on.
    pub triangle: u32,
    /// The corner that is nearest.
    pub vertex: u16,
}

/// The first skin along a ray. Trying every triangle takes a third of a millisecond, once a touch: cheaper than the
/// four megabytes that [`super::surface::Surface`] would keep for it after placing.
pub fn skin(mesh: &Mesh, from: Vec3, along: Vec3) -> Option<Hit> {
    let mut best: Option<(f32, Hit)> = None;
    for (triangle, corners) in (0u32..).zip(&mesh.triangles) {
        let [a, b, c] = corners.map(|v| mesh.positions[usize::from(v)]);
        let Some((distance, u, v)) = cross(from, along, a, b, c) else { continue };
        if best.is_none_or(|(nearest, _)| distance < nearest) {
            let weights = [1.0 - u - v, u, v];
            let vertex = (0..3).max_by(|&i, &j| weights[i].total_cmp(&weights[j])).map_or(corners[0], |i| corners[i]);
            best = Some((distance, Hit { position: from + along * distance, triangle, vertex }));
        }
    }
    best.map(|(_, hit)| hit)
}

/// Möller–Trumbore, for triangles that face the ray.
fn cross(from: Vec3, along: Vec3, a: Vec3, b: Vec3, c: Vec3) -> Option<(f32, f32, f32)> {
    let (ab, ac) = (b - a, c - a);
    let p = along.cross(ac);
    let det = ab.dot(p);
    if det < 1e-12 {
        return None;
    }
    let s = from - a;
    let u = s.dot(p) / det;
    let q = s.cross(ab);
    let v = along.dot(q) / det;
    let distance = ac.dot(q) / det;
    (u >= 0.0 && v >= 0.0 && u + v <= 1.0 && distance > 0.0).then_some((distance, u, v))
}
