//! Pictures that are made once and painted often: without what nobody sees of them.
//!
//! In a drawing of bones or of tissue under a loupe, half of all triangles lie under others that are painted later, or
//! between two pixels. A software renderer works for each of them in every frame.

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{Pos2, Rect, pos2};

/// A triangle counts as seen also so far beside the middle of a pixel, in pixels: renderers do not agree on what
/// touches what to the last bit.
const SLACK: f32 = 0.05;
/// And it covers only what is so far inside, in pixels: what lies on the edge of two may be painted by either.
const EDGE: f32 = 0.001;
/// Larger pictures are left as they are, in pixels: looking through them would take too long.
const LARGEST: f32 = 16_000_000.0;

/// The triangles of a picture that are seen where it stands, in the same order. `pixel` is the size of a pixel in
/// points; the renderer is taken to ask for the colour in the middle of each.
pub fn only_seen(mesh: &Mesh, pixel: f32) -> Mesh {
    let bounds = mesh.calc_bounds();
    let size = bounds.size() / pixel;
    if !bounds.is_finite() || size.x * size.y > LARGEST {
        return mesh.clone();
    }
    let mut grid = Grid::new(bounds, pixel);
    let mut seen: Vec<[u32; 3]> = Vec::with_capacity(mesh.indices.len() / 3);
    // From what is painted last to what is painted first.
    for corners in mesh.indices.as_chunks().0.iter().rev().copied() {
        let [a, b, c] = corners.map(|i| mesh.vertices[i as usize]);
        if grid.lay([a, b, c]) {
            seen.push(corners);
        }
    }
    seen.reverse();
    let mut kept = Mesh::with_texture(mesh.texture_id);
    let mut places = vec![u32::MAX; mesh.vertices.len()];
    for index in seen.into_iter().flatten() {
        let place = &mut places[index as usize];
        if *place == u32::MAX {
            *place = kept.vertices.len() as u32;
            kept.vertices.push(mesh.vertices[index as usize]);
        }
        kept.indices.push(*place);
    }
    kept
}

/// The middles of pixels, and which of them something opaque was laid over.
struct Grid {
    first: Pos2,
    pixel: f32,
    width: usize,
    height: usize,
    covered: Vec<bool>,
}

impl Grid {
    fn new(bounds: Rect, pixel: f32) -> Self {
        let first = pos2((bounds.min.x / pixel).floor() + 0.5, (bounds.min.y / pixel).floor() + 0.5);
        let count = |length: f32| (length / pixel).ceil() as usize + 1;
        let (width, height) = (count(bounds.width()), count(bounds.height()));
        Self { first, pixel, width, height, covered: vec![false; width * height] }
    }

    /// Lays a triangle under all that was laid before. Whether any of it is seen.
    fn lay(&mut self, corners: [Vertex; 3]) -> bool {
        let on = corners.map(|v| v.pos / self.pixel - self.first.to_vec2());
        let area = (on[1] - on[0]).rot90().dot(on[2] - on[0]);
        if area == 0.0 || corners.iter().all(|v| v.color.a() == 0) {
            return false;
        }
        let opaque = corners.iter().all(|v| v.color.is_opaque());
        let range = |low: f32, high: f32, count: usize| {
            let first = (low - SLACK).ceil().max(0.0) as usize;
            first..((high + SLACK).floor() + 1.0).clamp(first as f32, count as f32) as usize
        };
        let [low, high] = [f32::min, f32::max].map(|pick| {
            let all = |axis: fn(&Pos2) -> f32| on.iter().map(axis).reduce(pick).unwrap_or_default();
            pos2(all(|at| at.x), all(|at| at.y))
        });
        let mut seen = false;
        for row in range(low.y, high.y, self.height) {
            for column in range(low.x, high.x, self.width) {
                let inside = inside(on, area.signum(), pos2(column as f32, row as f32));
                let covered = &mut self.covered[row * self.width + column];
                seen |= inside > -SLACK && !*covered;
                *covered |= opaque && inside > EDGE;
            }
        }
        seen
    }
}

/// How far inside a triangle a place lies, beside the nearest of its edges; outside it is less than nothing.
fn inside(corners: [Pos2; 3], way: f32, at: Pos2) -> f32 {
    let beside = |i: usize| {
        let (from, to) = (corners[i], corners[(i + 1) % 3]);
        (to - from).normalized().rot90().dot(at - from) * way
    };
    beside(0).min(beside(1)).min(beside(2))
}

#[cfg(test)]
mod tests {
    use eframe::egui::epaint::WHITE_UV;
    use eframe::egui::{Color32, vec2};

    use super::*;

    fn square(mesh: &mut Mesh, at: Pos2, size: f32, color: Color32) {
        let first = mesh.vertices.len() as u32;
        for corner in [vec2(0.0, 0.0), vec2(size, 0.0), vec2(size, size), vec2(0.0, size)] {
            mesh.vertices.push(Vertex { pos: at + corner, uv: WHITE_UV, color });
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    }

    fn of(squares: &[(f32, f32, Color32)], pixel: f32) -> usize {
        let mut mesh = Mesh::default();
        for &(at, size, color) in squares {
            square(&mut mesh, pos2(at, at + 0.3), size, color);
        }
        let seen = only_seen(&mesh, pixel);
        assert!(seen.is_valid());
        seen.indices.len() / 3
    }

    #[test]
    fn what_something_opaque_is_painted_over_is_left_out() {
        let (ink, glass) = (Color32::BLACK, Color32::from_black_alpha(100));
        assert_eq!(of(&[(20.1, 4.0, ink), (10.1, 30.0, ink)], 1.0), 2, "under something opaque");
        assert_eq!(of(&[(10.1, 30.0, ink), (20.1, 4.0, ink)], 1.0), 4, "before it");
        assert_eq!(of(&[(20.1, 4.0, ink), (10.1, 30.0, glass)], 1.0), 4, "under glass");
        assert_eq!(of(&[(9.1, 4.0, ink), (10.1, 30.0, ink)], 1.0), 4, "it looks out at one side");
    }

    #[test]
    fn what_lies_between_pixels_is_left_out() {
        let ink = Color32::BLACK;
        assert_eq!(of(&[(10.6, 0.3, ink)], 1.0), 0, "between the middles of two pixels");
        assert_ne!(of(&[(10.6, 0.3, ink)], 0.2), 0, "on a finer screen it is seen");
        assert_ne!(of(&[(10.15, 0.4, ink)], 1.0), 0, "over the middle of one");
        assert_eq!(of(&[(10.1, 5.0, Color32::TRANSPARENT)], 1.0), 0, "nothing");
    }
}
