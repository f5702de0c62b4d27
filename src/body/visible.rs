//! What of the body can be seen: a small depth picture of the light mesh, made once for each camera.

use glam::{Vec2, Vec3};

use super::camera::{Area, Basis, Camera};
use super::mesh::Mesh;
use super::relief::Relief;

/// How near the skin is at each of its cells, as one camera sees it.
#[derive(Clone, Debug, Default)]
pub struct DepthMap {
    relief: Relief,
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

/// A point may lie this far under the light mesh and still be seen, in metres.
const SLACK: f32 = 0.012;
/// The skin's outline is soft, and the full mesh may lie this far inside the light one, in points.
const RIM: f32 = 4.0;
/// Skin that is turned away more than this is not seen: the cosine of 87°.
const LEAST_TURNED: f32 = 0.06;

impl DepthMap {
    /// Draws the depth of a mesh, reusing the memory of the last picture.
    pub fn draw(&mut self, mesh: &Mesh, camera: &Camera, area: Area) {
        self.relief.begin(area);
        let basis = camera.basis();
        let eye = Eye { basis, target: camera.target, centre: area.centre, scale: camera.scale(area) };
        let depth = |at: Vec3| basis.toward.dot(at - camera.target);
        let seen: Vec<Vec3> = mesh.positions.iter().map(|&at| eye.project(at).extend(depth(at))).collect();
        for corners in &mesh.triangles {
            self.relief.fill(corners.map(|v| seen[usize::from(v)]));
        }
        self.eye = Some(eye);
    }

    fn at(&self, screen: Vec2) -> Option<f32> {
        self.relief.at(screen)
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
        self.within(low, high).flatten().all(|depth| depth.is_finite())
    }

    /// Whether there is no skin in a rectangle on screen nor just beside it.
    pub fn is_bare(&self, low: Vec2, high: Vec2) -> bool {
        !self.within(low, high).flatten().any(|depth| depth.is_finite())
    }

    /// The cells of a rectangle on screen and a little round it, row by row.
    fn within(&self, low: Vec2, high: Vec2) -> impl Iterator<Item = &[f32]> {
        self.relief.rows(low - RIM, high + RIM)
    }

    /// How squarely skin that looks along `normal` is seen: 1 from straight above, 0 from its edge.
    pub fn turned(&self, normal: Vec3) -> f32 {
        self.eye.map_or(0.0, |eye| eye.basis.toward.dot(normal))
    }

    /// Where on screen a place is, seen or not, for the camera that the picture was drawn for.
    pub fn on_screen(&self, position: Vec3) -> Option<Vec2> {
        self.eye.map(|eye| eye.project(position))
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
