//! What of the body can be seen: a small depth picture of the light mesh, made once for each camera.

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
        let columns = cells(low.x, high.x, self.width);
        // How the two weights and the depth change from one cell to the next.
        let step = Vec2::new(ac.y, -ab.y) / area;
        let slope = step.x * (b.z - a.z) + step.y * (c.z - a.z);
        for row in cells(low.y, high.y, self.height) {
            let at = Vec2::new(columns.start as f32 + 0.5, row as f32 + 0.5) - a.truncate();
            let mut weights = Vec2::new(at.perp_dot(ac), ab.perp_dot(at)) / area;
            let mut depth = a.z + weights.x * (b.z - a.z) + weights.y * (c.z - a.z);
            let line = &mut self.cells[row * self.width..][columns.clone()];
            for cell in line {
                if weights.min_element() >= 0.0 && weights.x + weights.y <= 1.0 && depth > *cell {
                    *cell = depth;
                }
                weights += step;
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

/// The cells whose middles lie between two edges.
fn cells(low: f32, high: f32, count: usize) -> std::ops::Range<usize> {
    let first = (low - 0.5).ceil().clamp(0.0, count as f32) as usize;
    let end = ((high - 0.5).floor() + 1.0).clamp(0.0, count as f32) as usize;
    first..end.max(first)
}
