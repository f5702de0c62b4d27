//! How the visitor has turned the body: the camera, its flight to a view, and the last of a drag.

use crate::body::camera::Camera;
use crate::body::flight::{Flight, Spin};

/// How the body is turned. Time comes in through [`Turning::step`] alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turning {
    camera: Option<Camera>,
    flight: Option<Flight>,
    spin: Spin,
}

impl Turning {
    /// From where the body is seen; `home` as long as nobody has turned it.
    pub fn camera(&self, home: Camera) -> Camera {
        self.camera.unwrap_or(home)
    }

    /// Where it is going, or where it is.
    pub fn destination(&self, home: Camera) -> Camera {
        self.flight.map_or_else(|| self.camera(home), |flight| flight.end())
    }

    /// Looks from somewhere else at once: under a finger, or when motion is reduced.
    pub fn cut_to(&mut self, camera: Camera) {
        *self = Self { camera: Some(camera.limited()), ..Self::default() };
    }

    /// Flies to another view.
    pub fn fly_to(&mut self, home: Camera, to: Camera) {
        let from = self.camera(home);
        *self = Self { camera: Some(from), flight: Some(Flight::new(from, to.limited())), spin: Spin::default() };
    }

    /// Lets the body turn on after a drag, in radians a second.
    pub fn release(&mut self, spin: Spin) {
        self.spin = spin;
    }

    /// Goes back to the first sight, wherever that is.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Whether it moves by itself.
    pub fn moves(&self) -> bool {
        self.flight.is_some() || self.spin != Spin::default()
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, home: Camera, dt: f32) {
        if let Some(flight) = &mut self.flight {
            let (camera, arrived) = flight.step(dt);
            self.camera = Some(camera);
            if arrived {
                self.flight = None;
            }
        } else if self.spin != Spin::default() {
            let (camera, _) = self.spin.step(self.camera(home), dt);
            self.camera = Some(camera);
        }
    }
}
