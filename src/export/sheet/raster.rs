//! A picture of a body without a window: triangles, dots and lines into a depth buffer.
//!
//! It knows no colours of its own and no egui; the same input gives the same bytes on every machine.

use glam::{Mat3, Vec2, Vec3};
use image::{Rgb, RgbImage};

use crate::body::mesh::Mesh;

/// How many samples a pixel has along each side.
const FINE: u32 = 2;

/// From where the body is seen, without perspective.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    /// What is in the middle of the picture, in metres.
    pub centre: Vec3,
    /// How many metres the picture is high.
    pub metres_high: f32,
    /// Columns: right, up and toward the viewer, in the body's directions.
    turn: Mat3,
}

impl Camera {
    /// `yaw` 0 looks at the front, a quarter turn at the body's left; `pitch` above 0 looks from above. Radians.
    pub fn new(centre: Vec3, metres_high: f32, yaw: f32, pitch: f32) -> Self {
        Self { centre, metres_high, turn: Mat3::from_rotation_y(yaw) * Mat3::from_rotation_x(-pitch) }
    }

    /// The direction toward the viewer.
    pub fn toward(&self) -> Vec3 {
        self.turn.z_axis
    }

    /// Right, up and near, from the middle of the picture, in metres.
    fn see(&self, place: Vec3) -> Vec3 {
        self.turn.transpose() * (place - self.centre)
    }
}

/// A colour in linear light.
pub type Colour = Vec3;

/// A picture in the making.
#[derive(Clone, Debug)]
pub struct Canvas {
    camera: Camera,
    width: u32,
    height: u32,
    colours: Vec<Colour>,
    depths: Vec<f32>,
}

impl Canvas {
    /// An empty picture of so many pixels.
    pub fn new(camera: Camera, width: u32, height: u32, ground: Colour) -> Self {
        let (width, height) = (width.clamp(1, 8_000) * FINE, height.clamp(1, 8_000) * FINE);
        let samples = width as usize * height as usize;
        Self { camera, width, height, colours: vec![ground; samples], depths: vec![f32::NEG_INFINITY; samples] }
    }

    /// Draws a mesh; `shade` gives the colour of a vertex.
    pub fn mesh(&mut self, mesh: &Mesh, shade: impl Fn(usize) -> Colour) {
        let seen: Vec<Vec3> = mesh.positions.iter().map(|p| self.pixel(*p)).collect();
        let shaded: Vec<Colour> = (0..mesh.positions.len()).map(shade).collect();
        for triangle in &mesh.triangles {
            let corner = |v: u16| Some((*seen.get(usize::from(v))?, *shaded.get(usize::from(v))?));
            if let [Some(a), Some(b), Some(c)] = triangle.map(corner) {
                self.triangle([a.0, b.0, c.0], [a.1, b.1, c.1]);
            }
        }
    }

    /// Draws a dot of some pixels across. It is hidden by what lies more than `slack` metres before it.
    pub fn dot(&mut self, place: Vec3, pixels: f32, slack: f32, colour: Colour) {
        let centre = self.pixel(place);
        let radius = pixels * FINE as f32 * 0.5;
        let reach = Vec2::splat(radius);
        for (sample, at) in self.samples(centre.truncate() - reach, centre.truncate() + reach) {
            if at.distance(centre.truncate()) <= radius {
                self.lay_over(sample, centre.z + slack, colour);
            }
        }
    }

    /// Draws a line of some pixels across through places, hidden as dots are.
    pub fn line(&mut self, places: impl IntoIterator<Item = Vec3>, pixels: f32, slack: f32, colour: Colour) {
        let seen: Vec<Vec3> = places.into_iter().map(|p| self.pixel(p)).collect();
        let radius = pixels * FINE as f32 * 0.5;
        for pair in seen.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (low, high) = (a.truncate().min(b.truncate()), a.truncate().max(b.truncate()));
            for (sample, at) in self.samples(low - radius, high + radius) {
                let along = (b - a).truncate();
                let share = ((at - a.truncate()).dot(along) / along.length_squared().max(1e-9)).clamp(0.0, 1.0);
                let on_line = a.lerp(b, share);
                if at.distance(on_line.truncate()) <= radius {
                    self.lay_over(sample, on_line.z + slack, colour);
                }
            }
        }
    }

    /// Where on the finished picture a place is, in pixels from the top left corner.
    pub fn place(&self, place: Vec3) -> Vec2 {
        self.pixel(place).truncate() / FINE as f32
    }

    /// The picture, its samples blended to pixels.
    pub fn finish(self) -> RgbImage {
        RgbImage::from_fn(self.width / FINE, self.height / FINE, |x, y| {
            let mut sum = Vec3::ZERO;
            for dy in 0..FINE {
                for dx in 0..FINE {
                    let sample = (y * FINE + dy) as usize * self.width as usize + (x * FINE + dx) as usize;
                    sum += self.colours.get(sample).copied().unwrap_or_default();
                }
            }
            let mean = sum / (FINE * FINE) as f32;
            Rgb(mean.to_array().map(|light| (encode(light) * 255.0).round() as u8))
        })
    }

    /// Right and down in samples, near in metres.
    fn pixel(&self, place: Vec3) -> Vec3 {
        let seen = self.camera.see(place);
        let scale = self.height as f32 / self.camera.metres_high.max(1e-6);
        Vec3::new(self.width as f32 * 0.5 + seen.x * scale, self.height as f32 * 0.5 - seen.y * scale, seen.z)
    }

    /// The samples in a box with their middles.
    fn samples(&self, low: Vec2, high: Vec2) -> impl Iterator<Item = (usize, Vec2)> + use<> {
        let range =
            |low: f32, high: f32, size: u32| (low.floor().max(0.0) as u32)..(high.ceil().max(0.0) as u32).min(size);
        let (columns, width) = (range(low.x, high.x, self.width), self.width as usize);
        range(low.y, high.y, self.height).flat_map(move |y| {
            columns.clone().map(move |x| (y as usize * width + x as usize, Vec2::new(x as f32 + 0.5, y as f32 + 0.5)))
        })
    }

    fn triangle(&mut self, [a, b, c]: [Vec3; 3], colours: [Colour; 3]) {
        let area = (b - a).truncate().perp_dot((c - a).truncate());
        // Down is +y here, so what faces the viewer turns the other way round.
        if area >= -1e-9 {
            return;
        }
        let low = a.min(b).min(c).truncate();
        let high = a.max(b).max(c).truncate();
        for (sample, at) in self.samples(low, high) {
            let v = (at - a.truncate()).perp_dot((c - a).truncate()) / area;
            let w = (b - a).truncate().perp_dot(at - a.truncate()) / area;
            let u = 1.0 - v - w;
            if u < 0.0 || v < 0.0 || w < 0.0 {
                continue;
            }
            let depth = u * a.z + v * b.z + w * c.z;
            let colour = colours[0] * u + colours[1] * v + colours[2] * w;
            if self.lay_over(sample, depth, colour)
                && let Some(slot) = self.depths.get_mut(sample)
            {
                *slot = depth;
            }
        }
    }

    fn lay_over(&mut self, sample: usize, depth: f32, colour: Colour) -> bool {
        let nearer = self.depths.get(sample).is_some_and(|d| depth > *d);
        if nearer && let Some(slot) = self.colours.get_mut(sample) {
            *slot = colour;
        }
        nearer
    }
}

/// Linear light to what a screen is told, 0 to 1.
fn encode(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::surface::tests::ball;

    #[test]
    fn a_ball_fills_the_middle_and_hides_what_is_behind_it() {
        let mut canvas = Canvas::new(Camera::new(Vec3::ZERO, 4.0, 0.3, 0.2), 64, 64, Vec3::ZERO);
        canvas.mesh(&ball(), |_| Vec3::splat(0.5));
        let toward = canvas.camera.toward();
        canvas.dot(toward * 1.01, 6.0, 0.0, Vec3::X);
        canvas.dot(-toward * 1.01, 6.0, 0.0, Vec3::Y);
        canvas.line([Vec3::ZERO, Vec3::Z * 0.8], 3.0, 0.0, Vec3::Y);
        let picture = canvas.finish();
        assert_eq!(picture.get_pixel(0, 0).0, [0, 0, 0]);
        assert_eq!(picture.get_pixel(32, 32).0, [255, 0, 0], "the near dot");
        assert_eq!(picture.get_pixel(40, 40).0, [188, 188, 188]);
        assert!(picture.pixels().all(|p| p.0 != [0, 255, 0]), "what is behind or inside stays hidden");
    }

    #[test]
    fn a_quarter_turn_looks_at_the_left_and_pitch_from_above() {
        assert!(Camera::new(Vec3::ZERO, 1.0, 0.0, 0.0).toward().distance(Vec3::Z) < 1e-6);
        let left = Camera::new(Vec3::ZERO, 1.0, std::f32::consts::FRAC_PI_2, 0.0);
        assert!(left.toward().distance(Vec3::X) < 1e-6);
        assert!(Camera::new(Vec3::ZERO, 1.0, 0.0, 1.0).toward().y > 0.8);
    }
}
