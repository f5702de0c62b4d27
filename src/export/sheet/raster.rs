//! A picture of a skin without a window: triangles into a depth buffer, each pixel shaded on its own.
//!
//! It knows no page and no text. First it finds which triangle every sample of the picture shows, then it shades each
//! triangle once a pixel: an outline costs more than a smooth cheek, and nothing that is hidden costs anything.

use glam::{Vec2, Vec3};
use image::{Rgb, RgbImage};

use crate::body::camera::{Area, Basis, Camera};
use crate::body::mesh::Mesh;
use crate::body::shade::{Paint, Surface};

/// How many samples a pixel has along each side.
const FINE: usize = 3;
/// No triangle.
const NONE: u32 = u32::MAX;
/// Red, green and blue are rounded to these: hardly anybody sees it, least in blue, and files are far smaller.
const STEPS: Vec3 = Vec3::new(5.0, 4.0, 8.0);
/// How much of the outline's colour is mixed into a pixel that the body covers in part.
const OUTLINE: f32 = 0.55;
/// The skin grows pale from here to there behind the middle of the view, in metres: what is far is not meant.
const HAZE: (f32, f32) = (0.10, 0.26);

/// What a picture is painted with. Colours are sRGB, 0 to 1.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    /// The paper.
    pub paper: Vec3,
    /// The outline.
    pub ink: Vec3,
}

/// Draws a skin as a camera sees it, without what stands nearer than `near` metres before the middle of the view.
pub(crate) fn picture(
    mesh: &Mesh,
    (camera, near): (&Camera, f32),
    size: (u32, u32),
    paint: &Paint,
    ground: &Ground,
) -> RgbImage {
    let samples = Samples::of(mesh, camera, near, size);
    let basis = camera.basis();
    let paper = linear(ground.paper);
    let ink = linear(ground.ink);
    RgbImage::from_fn(size.0, size.1, |x, y| {
        let mut groups = [(NONE, 0.0, Vec2::ZERO); FINE * FINE];
        let mut used = 0;
        for (triangle, at) in samples.of_pixel(x as usize, y as usize) {
            let known = groups[..used].iter().position(|g| g.0 == triangle);
            let group = &mut groups[known.unwrap_or(used)];
            used += usize::from(known.is_none());
            *group = (triangle, group.1 + 1.0, group.2 + at);
        }
        let mut light = Vec3::ZERO;
        for &(triangle, count, sum) in &groups[..used] {
            let mut colour = paper;
            if triangle != NONE {
                let (skin, depth) = samples.shade(mesh, triangle, sum / count, &basis, paint);
                colour = linear(skin).lerp(paper, 0.85 * smooth(HAZE.0, HAZE.1, -depth));
            }
            light += colour * count;
        }
        let all = (FINE * FINE) as f32;
        let open = groups[..used].iter().find(|g| g.0 == NONE).map_or(0.0, |g| g.1 / all);
        let edge = 4.0 * open * (1.0 - open) * OUTLINE;
        let mean = (light / all).lerp(ink, edge);
        let bytes = Vec3::from(mean.to_array().map(|v| encode(v) * 255.0));
        // The paper itself stays what it is.
        let coarse = if used == 1 && groups[0].0 == NONE { bytes.round() } else { (bytes / STEPS).round() * STEPS };
        Rgb(coarse.min(Vec3::splat(255.0)).to_array().map(|v| v as u8))
    })
}

/// The mesh without what stands nearer than `near` metres before the middle of the view, for telling what is hidden.
pub(crate) fn cut(mesh: &Mesh, camera: &Camera, near: f32) -> Mesh {
    let stays = |corners: &[u16; 3]| {
        corners.iter().all(|&v| mesh.positions.get(usize::from(v)).is_some_and(|&p| camera.depth(p) < near))
    };
    Mesh { triangles: mesh.triangles.iter().filter(|t| stays(t)).copied().collect(), ..mesh.clone() }
}

/// Which triangle each sample shows.
struct Samples {
    width: usize,
    height: usize,
    near: f32,
    triangles: Vec<u32>,
    depths: Vec<f32>,
    /// Each vertex: right and down in samples, near in metres.
    seen: Vec<Vec3>,
}

impl Samples {
    fn of(mesh: &Mesh, camera: &Camera, near: f32, (width, height): (u32, u32)) -> Self {
        let (width, height) = (width as usize * FINE, height as usize * FINE);
        let size = Vec2::new(width as f32, height as f32);
        let area = Area { centre: size * 0.5, size };
        let seen = mesh.positions.iter().map(|&p| camera.project(p, area).extend(camera.depth(p))).collect();
        let count = width * height;
        let mut samples =
            Self { width, height, near, triangles: vec![NONE; count], depths: vec![f32::NEG_INFINITY; count], seen };
        for (t, corners) in (0u32..).zip(&mesh.triangles) {
            samples.fill(t, corners.map(|v| samples.seen[usize::from(v)]));
        }
        samples
    }

    fn fill(&mut self, triangle: u32, [a, b, c]: [Vec3; 3]) {
        let area = (b - a).truncate().perp_dot((c - a).truncate());
        // Down is +y here, so what faces the viewer turns the other way round.
        if area >= -1e-9 {
            return;
        }
        let (low, high) = (a.min(b).min(c), a.max(b).max(c));
        let columns = middles(low.x, high.x, self.width);
        for row in middles(low.y, high.y, self.height) {
            for column in columns.clone() {
                let [u, v, w] = shares(Vec2::new(column as f32 + 0.5, row as f32 + 0.5), [a, b, c], area);
                let depth = u * a.z + v * b.z + w * c.z;
                let sample = row * self.width + column;
                let inside = u >= 0.0 && v >= 0.0 && w >= 0.0;
                if inside && depth < self.near && depth > self.depths[sample] {
                    self.depths[sample] = depth;
                    self.triangles[sample] = triangle;
                }
            }
        }
    }

    fn of_pixel(&self, x: usize, y: usize) -> impl Iterator<Item = (u32, Vec2)> {
        (0..FINE * FINE).map(move |i| {
            let (column, row) = (x * FINE + i % FINE, y * FINE + i / FINE);
            (self.triangles[row * self.width + column], Vec2::new(column as f32 + 0.5, row as f32 + 0.5))
        })
    }

    /// The colour of a triangle at a place in it, and how near it is there.
    fn shade(&self, mesh: &Mesh, triangle: u32, at: Vec2, basis: &Basis, paint: &Paint) -> (Vec3, f32) {
        let corners = mesh.triangles[triangle as usize].map(usize::from);
        let seen = corners.map(|v| self.seen[v]);
        let area = (seen[1] - seen[0]).truncate().perp_dot((seen[2] - seen[0]).truncate());
        let share = shares(at, seen, area);
        let mix = |list: &[f32]| corners.iter().zip(share).map(|(&v, s)| list[v] * s).sum::<f32>();
        let normal = corners.iter().zip(share).map(|(&v, s)| mesh.normals[v] * s).sum::<Vec3>().normalize_or(Vec3::Z);
        let colour = paint.colour(Surface {
            normal: Vec3::new(basis.right.dot(normal), basis.up.dot(normal), basis.toward.dot(normal)),
            occlusion: mix(&mesh.occlusion),
            cavity: mix(&mesh.cavity),
            garment: mix(&mesh.garment),
            tone: mix(&mesh.tone),
        });
        (colour, seen.iter().zip(share).map(|(p, s)| p.z * s).sum())
    }
}

/// How much of each corner is in a place.
fn shares(at: Vec2, [a, b, c]: [Vec3; 3], area: f32) -> [f32; 3] {
    let v = (at - a.truncate()).perp_dot((c - a).truncate()) / area;
    let w = (b - a).truncate().perp_dot(at - a.truncate()) / area;
    [1.0 - v - w, v, w]
}

/// The samples whose middles lie between two edges.
fn middles(low: f32, high: f32, count: usize) -> std::ops::Range<usize> {
    let first = ((low - 0.5).ceil().max(0.0) as usize).min(count);
    let end = ((high + 0.5).floor().max(0.0) as usize).min(count);
    first..end.max(first)
}

fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// What a screen is told, 0 to 1, to linear light.
fn linear(colour: Vec3) -> Vec3 {
    let one = |v: f32| if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) };
    Vec3::from(colour.to_array().map(one))
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

    fn camera() -> Camera {
        Camera { yaw: 0.3, pitch: 0.2, span: 4.0, target: Vec3::ZERO }
    }

    fn paint() -> Paint {
        let grey = [Vec3::splat(0.2), Vec3::splat(0.5), Vec3::splat(0.8)];
        Paint {
            skin: grey,
            cloth: grey,
            key: Vec3::Z,
            wrap: 0.3,
            key_weight: 0.8,
            fill_weight: 0.2,
            rim: Vec3::ONE,
            rim_strength: 0.0,
            contour: 0.0,
            veil: None,
            gain: 1.0,
        }
    }

    /// A ball whose every vertex is bare skin in the open.
    fn skin() -> Mesh {
        let ball = ball();
        let count = ball.positions.len();
        Mesh {
            normals: ball.positions.clone(),
            occlusion: vec![1.0; count],
            cavity: vec![0.0; count],
            garment: vec![-1.0; count],
            tone: vec![0.0; count],
            ..ball
        }
    }

    #[test]
    fn a_ball_is_round_lit_and_stands_on_paper() {
        let ground = Ground { paper: Vec3::ONE, ink: Vec3::ZERO };
        let picture = picture(&skin(), (&camera(), 9.0), (64, 64), &paint(), &ground);
        assert_eq!(picture.get_pixel(0, 0).0, [255; 3], "paper around it");
        let middle = picture.get_pixel(32, 32).0[0];
        let side = picture.get_pixel(32, 45).0[0];
        assert!(middle > side && side > 20 && middle < 250, "lit in the middle ({middle}) more than below ({side})");
    }

    #[test]
    fn what_stands_before_the_cut_is_gone() {
        let whole = skin();
        let half = cut(&whole, &camera(), 0.0);
        assert!(!half.triangles.is_empty() && half.triangles.len() < whole.triangles.len(), "some of it is left");
    }
}
