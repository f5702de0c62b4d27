//! How the camera moves by itself: a flight to a named view, and the last of a drag.

use glam::Vec3;

use super::camera::{Camera, wrap};

/// A flight from one view to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    seconds: f32,
    flown: f32,
}

impl Flight {
    /// Plans a flight. Across the body it takes 0.9 s, else 0.6 s.
    pub fn new(from: Camera, to: Camera) -> Self {
        let across = wrap(to.yaw - from.yaw).abs() > 1.6;
        Self { from, to, seconds: if across { 0.9 } else { 0.6 }, flown: 0.0 }
    }

    /// Where it ends.
    pub fn end(&self) -> Camera {
        self.to
    }

    /// Flies on for `dt` seconds. Gives the camera, and whether it has arrived.
    pub fn step(&mut self, dt: f32) -> (Camera, bool) {
        self.flown += dt.max(0.0);
        let share = (self.flown / self.seconds).min(1.0);
        if share >= 1.0 { (self.to, true) } else { (self.at(ease(share)), false) }
    }

    fn at(&self, t: f32) -> Camera {
        let Self { from, to, .. } = *self;
        Camera {
            yaw: from.yaw + wrap(to.yaw - from.yaw) * t,
            pitch: from.pitch + (to.pitch - from.pitch) * t,
            // Zoom is felt as a ratio, so it eases as one.
            span: from.span * (to.span / from.span).powf(t),
            target: Vec3::lerp(from.target, to.target, t),
        }
        .limited()
    }
}

/// In-out cubic.
fn ease(t: f32) -> f32 {
    if t < 0.5 { 4.0 * t * t * t } else { 1.0 - (2.0 - 2.0 * t).powi(3) / 2.0 }
}

/// What is left of a drag after the finger lifts, in radians a second. It halves every 140 ms.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spin {
    /// About the upright axis.
    pub yaw: f32,
    /// Tilt.
    pub pitch: f32,
}

impl Spin {
    /// Below this the eye sees no turning: 2° a second.
    const STILL: f32 = 0.035;

    /// Turns on for `dt` seconds and slows down. Gives the camera, and whether it still turns.
    pub fn step(&mut self, camera: Camera, dt: f32) -> (Camera, bool) {
        if self.yaw.abs().max(self.pitch.abs()) < Self::STILL {
            *self = Self::default();
            return (camera, false);
        }
        let dt = dt.clamp(0.0, 0.1);
        let turned = camera.turned(self.yaw * dt, self.pitch * dt);
        let left = 0.5f32.powf(dt / 0.14);
        self.yaw *= left;
        self.pitch *= left;
        (turned, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::PI;

    #[test]
    fn a_flight_takes_the_shortest_turn_and_arrives() {
        let from = Camera { yaw: 3.0, ..Camera::default() };
        let to = Camera { yaw: -3.0, span: 0.5, ..Camera::default() };
        let mut flight = Flight::new(from, to);
        let (half, arrived) = flight.step(0.3);
        assert!(!arrived && half.yaw.abs() > 2.9, "it flies over the back, not past the front: {half:?}");
        assert_eq!(flight.step(1.0), (to, true), "it ends where it was sent");
    }

    #[test]
    fn a_spin_slows_to_rest() {
        let mut spin = Spin { yaw: 6.0, pitch: 0.0 };
        let mut camera = Camera { yaw: PI, ..Camera::default() };
        let mut steps = 0;
        while let (turned, true) = spin.step(camera, 1.0 / 60.0) {
            camera = turned;
            steps += 1;
            assert!(steps < 120, "a spin must come to rest within two seconds");
        }
        assert_eq!(spin, Spin::default(), "at rest nothing is left");
    }
}
