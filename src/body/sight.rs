//! From where some markers are seen best: as many of them as can be, as close as all of them allow.

use std::f32::consts::{FRAC_PI_4, PI};

use glam::{Vec2, Vec3};

use super::camera::Camera;
use super::figure::Marker;
use crate::model::Side;

/// Markers nearer to the midline than this are seen together with their twins, in metres.
const TRUNK: f32 = 0.06;
/// Turns that are tried: every eighth, those that a visitor can name first.
const TURNS: [f32; 8] = [PI, 0.0, 0.5 * PI, -0.5 * PI, 3.0 * FRAC_PI_4, -3.0 * FRAC_PI_4, FRAC_PI_4, -FRAC_PI_4];
/// Tilts that are tried with each: a level view is preferred.
const TILTS: [f32; 3] = [0.0, 0.6, -0.6];
/// A view must show so much more to be preferred to one that was tried before it.
const BETTER: f32 = 1.08;
/// How much more than the markers a view holds: names stand beside them.
const ROOM: Vec2 = Vec2::new(1.9, 1.45);
/// The closest and the widest view, in metres.
const SPAN: (f32, f32) = (0.16, 2.1);

/// The camera that shows these markers; none where there are none. Of a pair far from the midline, as on the hands,
/// the left one is shown.
pub fn of(markers: &[&Marker]) -> Option<Camera> {
    let both = markers.iter().any(|m| m.position.x.abs() < TRUNK);
    let shown: Vec<&Marker> = markers.iter().copied().filter(|m| both || m.key.side != Side::Right).collect();
    let mut best: Option<(f32, Camera)> = None;
    for pitch in TILTS {
        for yaw in TURNS {
            let camera = Camera { yaw, pitch, ..Camera::default() };
            let toward = camera.basis().toward;
            let worth: f32 = shown.iter().map(|m| toward.dot(m.normal).max(0.0)).sum();
            if best.is_none_or(|(most, _)| worth > most * BETTER) {
                best = Some((worth, camera));
            }
        }
    }
    let (_, camera) = best.filter(|_| !shown.is_empty())?;
    Some(framed(camera, &shown))
}

/// The same direction, with the markers in the middle and as large as they can be.
fn framed(camera: Camera, markers: &[&Marker]) -> Camera {
    let basis = camera.basis();
    let flat = |p: Vec3| Vec3::new(basis.right.dot(p), basis.up.dot(p), basis.toward.dot(p));
    // What looks away is not shown, and does not widen the view.
    let facing = markers.iter().filter(|m| basis.toward.dot(m.normal) > 0.0).map(|m| flat(m.position));
    let (low, high) = facing.fold((Vec3::INFINITY, Vec3::NEG_INFINITY), |(low, high), p| (low.min(p), high.max(p)));
    let (middle, size) = ((low + high) * 0.5, high - low);
    let target = basis.right * middle.x + basis.up * middle.y + basis.toward * middle.z;
    let span = (size.truncate() * ROOM).max_element().clamp(SPAN.0, SPAN.1);
    Camera { span, target, ..camera }.limited()
}
