//! What of the body can be seen: a small depth picture of the light mesh, made once for each camera.

use std::ops::Range;

use glam::{Vec2, Vec3};

use super::camera::{Area, Basis, Camera};
use super::mesh::Mesh;

/// How near the skin is at each of its cells, as one camera sees it.
#[derive(Clone, Debug, Default)]
pub struct DepthMap {
    width: usize,
    height: usize,
    low: Vec2,
    cells: Vec<f32>,
    eye: Option<Eye>,
}

/// A camera whose directions are worked out once: thousands of places are asked about in every frame.
#[derive(Clone, Copy, Debug)]
struct Eye {
    basis: Basis,
    target: Vec3,
    centre: Vec2,
    scale: f32,
}

impl Eye {
    fn project(&self, at: Vec3) -> Vec2 {
        let d = at - self.target;
        self.centre + Vec2::new(self.basis.right.dot(d), -self.basis.up.dot(d)) * self.scale
    }
}

/// The size of a cell in points: a half-size picture is fine enough for points and labels.
const CELL: f32 = 2.0;
/// A point may lie this far under the light mesh and still be seen, in metres.
const SLACK: f32 = 0.012;
/// The skin's outline is soft, and the full mesh may lie this far inside the light one, in points.
const RIM: f32 = 4.0;
/// Skin that is turned away more than this is not seen: the cosine of 87°.
const LEAST_TURNED: f32 = 0.06;

impl DepthMap {
    /// Draws the depth of a mesh, reusing the memory of the last picture.
    pub fn draw(&mut self, mesh: &Mesh, camera: &Camera, area: Area) {
        self.width = (area.size.x / CELL).ceil().clamp(1.0, 4096.0) as usize;
        self.height = (area.size.y / CELL).ceil().clamp(1.0, 4096.0) as usize;
        self.low = area.centre - area.size * 0.5;
        self.cells.clear();
        self.cells.resize(self.width * self.height, f32::NEG_INFINITY);
        let basis = camera.basis();
        self.eye = Some(Eye { basis, target: camera.target, centre: area.centre, scale: camera.scale(area) });
        let scale = camera.scale(area) / CELL;
        let middle = area.size * (0.5 / CELL);
        let seen: Vec<Vec3> = mesh
            .positions
            .iter()
            .map(|&p| {
                let d = p - camera.target;
                let x = middle.x + basis.right.dot(d) * scale;
                let y = middle.y - basis.up.dot(d) * scale;
                Vec3::new(x, y, basis.toward.dot(d))
            })
            .collect();
        for corners in &mesh.triangles {
            self.fill(corners.map(|v| seen[usize::from(v)]));
        }
    }

    fn fill(&mut self, [a, b, c]: [Vec3; 3]) {
        let (ab, ac) = ((b - a).truncate(), (c - a).truncate());
        let area = ab.perp_dot(ac);
        if area >= 0.0 {
            return;
        }
        let low = a.min(b).min(c);
        let high = a.max(b).max(c);
        // Seen from near, most of the body lies beside the picture.
        if high.x < 0.0 || high.y < 0.0 || low.x > self.width as f32 || low.y > self.height as f32 {
            return;
        }
        let columns = cells(low.x, high.x, self.width);
        // How the two weights and the depth change from one cell to the next.
        let per_area = area.recip();
        let step = Vec2::new(ac.y, -ab.y) * per_area;
        let slope = step.x * (b.z - a.z) + step.y * (c.z - a.z);
        // What of the corners a cell is made of; inside the triangle no share is below nothing.
        let steps = Vec3::new(step.x, step.y, -step.x - step.y);
        let per_step = steps.recip();
        for row in cells(low.y, high.y, self.height) {
            let at = Vec2::new(columns.start as f32 + 0.5, row as f32 + 0.5) - a.truncate();
            let weights = Vec2::new(at.perp_dot(ac), ab.perp_dot(at)) * per_area;
            let shares = Vec3::new(weights.x, weights.y, 1.0 - weights.x - weights.y);
            let Some(inside) = inside(shares, steps, per_step, columns.len()) else { continue };
            let depth = a.z + weights.x * (b.z - a.z) + weights.y * (c.z - a.z);
            let first = columns.start + inside.start;
            let line = &mut self.cells[row * self.width..][first..columns.start + inside.end];
            let mut depth = depth + inside.start as f32 * slope;
            for cell in line {
                *cell = cell.max(depth);
                depth += slope;
            }
        }
    }

    fn at(&self, screen: Vec2) -> Option<f32> {
        let cell = (screen - self.low) / CELL;
        if cell.x < 0.0 || cell.y < 0.0 {
            return None;
        }
        let (column, row) = (cell.x as usize, cell.y as usize);
        (column < self.width && row < self.height).then(|| self.cells[row * self.width + column])
    }

    /// Whether a point on the skin can be seen: it is in the area, looks toward the viewer, and nothing is before it.
    pub fn shows(&self, position: Vec3, normal: Vec3, camera: &Camera, area: Area) -> bool {
        camera.basis().toward.dot(normal) > LEAST_TURNED
            && self.at(camera.project(position, area)).is_some_and(|nearest| nearest < camera.depth(position) + SLACK)
    }

    /// Where on screen a point on the skin can be seen by the camera that the picture was drawn for; quick enough to
    /// ask for thousands of points in each frame.
    pub fn place(&self, position: Vec3, normal: Vec3) -> Option<Vec2> {
        let eye = self.eye?;
        if eye.basis.toward.dot(normal) <= LEAST_TURNED {
            return None;
        }
        let at = eye.project(position);
        let nearest = self.at(at)?;
        (nearest < eye.basis.toward.dot(position - eye.target) + SLACK).then_some(at)
    }

    /// Whether skin fills a rectangle on screen and a little round it; what of it lies outside the picture counts as
    /// filled.
    pub fn covers(&self, low: Vec2, high: Vec2) -> bool {
        let range = |low: f32, high: f32, count: usize| {
            let first = ((low - RIM) / CELL).floor().clamp(0.0, count as f32) as usize;
            let end = ((high + RIM) / CELL).ceil().clamp(0.0, count as f32) as usize;
            first..end.max(first)
        };
        let columns = range(low.x - self.low.x, high.x - self.low.x, self.width);
        range(low.y - self.low.y, high.y - self.low.y, self.height)
            .all(|row| self.cells[row * self.width..][columns.clone()].iter().all(|depth| depth.is_finite()))
    }

    /// How squarely skin that looks along `normal` is seen: 1 from straight above, 0 from its edge.
    pub fn turned(&self, normal: Vec3) -> f32 {
        self.eye.map_or(0.0, |eye| eye.basis.toward.dot(normal))
    }

    /// How deep under the nearest skin a place lies, as the viewer looks, in metres; none off the body.
    pub fn under_skin(&self, position: Vec3) -> Option<f32> {
        let eye = self.eye?;
        let nearest = self.at(eye.project(position))?;
        nearest.is_finite().then(|| nearest - eye.basis.toward.dot(position - eye.target))
    }

    /// Whether there is skin under a place on screen.
    pub fn is_skin(&self, screen: Vec2) -> bool {
        self.at(screen).is_some_and(f32::is_finite)
    }
}

/// Which cells of a row lie in a triangle, from the shares its corners have in the first of them and how these change
/// from cell to cell.
fn inside(shares: Vec3, steps: Vec3, per_step: Vec3, cells: usize) -> Option<Range<usize>> {
    let (mut first, mut end) = (0, cells as i32);
    for ((share, step), per_step) in shares.to_array().into_iter().zip(steps.to_array()).zip(per_step.to_array()) {
        if step > 0.0 {
            first = first.max(up(-share * per_step));
        } else if step < 0.0 {
            end = end.min(-up(share * per_step) + 1);
        } else if share < 0.0 {
            return None;
        }
    }
    (first < end).then_some(first as usize..end as usize)
}

/// The next whole number at or above. Faster than the library's, which asks a function for what old processors lack.
fn up(value: f32) -> i32 {
    let whole = value as i32;
    whole + i32::from(value > whole as f32)
}

/// The cells whose middles lie between two edges.
fn cells(low: f32, high: f32, count: usize) -> Range<usize> {
    let first = (low - 0.5).ceil().clamp(0.0, count as f32) as usize;
    let end = ((high - 0.5).floor() + 1.0).clamp(0.0, count as f32) as usize;
    first..end.max(first)
}
