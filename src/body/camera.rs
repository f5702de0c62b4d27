//! From where the body is seen: an orthographic camera with limits, so that nothing can lose the body.

use std::f32::consts::{PI, TAU};

use glam::{Vec2, Vec3};

/// A screen area the body is drawn in, in points: centre and size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its middle.
    pub centre: Vec2,
    /// Its width and height.
    pub size: Vec2,
}

impl Area {
    /// Whether a place lies inside, at least `margin` points from the edge.
    pub fn holds(self, at: Vec2, margin: f32) -> bool {
        let d = (at - self.centre).abs();
        d.x + margin <= self.size.x * 0.5 && d.y + margin <= self.size.y * 0.5
    }
}

/// The three directions of a view: right, up, and toward the viewer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// To the right of the screen.
    pub right: Vec3,
    /// To the top of the screen.
    pub up: Vec3,
    /// Out of the screen.
    pub toward: Vec3,
}

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Turn about the upright axis in radians: 0 sees the front, π the back, π/2 the body's left side.
    pub yaw: f32,
    /// Tilt in radians: above 0 looks down from above.
    pub pitch: f32,
    /// How many metres the height of the area spans.
    pub span: f32,
    /// What is in the middle, in metres.
    pub target: Vec3,
}

/// The closest and the widest view, in metres.
pub const SPAN: (f32, f32) = (0.10, 2.4);
/// How far one can look from above or below, in radians.
pub const PITCH: f32 = 1.35;

impl Default for Camera {
    fn default() -> Self {
        Self { yaw: PI, pitch: 0.0, span: 1.9, target: Vec3::new(0.0, 0.85, 0.0) }
    }
}

impl Camera {
    /// The directions of this view.
    pub fn basis(&self) -> Basis {
        let (sin, cos) = self.yaw.sin_cos();
        let (sin_p, cos_p) = self.pitch.sin_cos();
        Basis {
            right: Vec3::new(cos, 0.0, -sin),
            up: Vec3::new(-sin * sin_p, cos_p, -cos * sin_p),
            toward: Vec3::new(sin * cos_p, sin_p, cos * cos_p),
        }
    }

    /// Points on screen for one metre.
    pub fn scale(&self, area: Area) -> f32 {
        area.size.y.max(1.0) / self.span
    }

    /// Where a place on the body lands on screen.
    pub fn project(&self, at: Vec3, area: Area) -> Vec2 {
        let Basis { right, up, .. } = self.basis();
        let d = at - self.target;
        area.centre + Vec2::new(right.dot(d), -up.dot(d)) * self.scale(area)
    }

    /// How near to the viewer a place is: larger is nearer, in metres.
    pub fn depth(&self, at: Vec3) -> f32 {
        self.basis().toward.dot(at - self.target)
    }

    /// The ray through a place on screen: where it starts, far on the viewer's side, and where it goes.
    pub fn ray(&self, at: Vec2, area: Area) -> (Vec3, Vec3) {
        let Basis { right, up, toward } = self.basis();
        let d = (at - area.centre) / self.scale(area);
        (self.target + right * d.x - up * d.y + toward * 4.0, -toward)
    }

    /// Turns by a drag, in radians.
    #[must_use]
    pub fn turned(self, yaw: f32, pitch: f32) -> Self {
        Self { yaw: self.yaw + yaw, pitch: self.pitch + pitch, ..self }.limited()
    }

    /// Moves the picture under the finger by some points.
    #[must_use]
    pub fn panned(self, by: Vec2, area: Area) -> Self {
        let Basis { right, up, .. } = self.basis();
        let d = by / self.scale(area);
        Self { target: self.target - right * d.x + up * d.y, ..self }.limited()
    }

    /// Zooms in by a factor above 1 or out by one below, keeping what is under `at` in its place.
    #[must_use]
    pub fn zoomed(self, factor: f32, at: Vec2, area: Area) -> Self {
        if !(factor.is_finite() && factor > 0.0) {
            return self;
        }
        let zoomed = Self { span: (self.span / factor).clamp(SPAN.0, SPAN.1), ..self };
        let moved = (at - area.centre) * (1.0 - zoomed.span / self.span);
        // The target moves so that the place under the finger stays: both pictures share the pixel `at`.
        let Basis { right, up, .. } = self.basis();
        let d = moved / self.scale(area);
        Self { target: zoomed.target + right * d.x - up * d.y, ..zoomed }.limited()
    }

    /// The same camera within its limits, with the turn counted from −π to π.
    #[must_use]
    pub fn limited(self) -> Self {
        let low = Vec3::new(-0.5, 0.0, -0.2);
        let high = Vec3::new(0.5, 1.8, 0.25);
        let or = |value: f32, default: f32| if value.is_finite() { value } else { default };
        let home = Self::default();
        Self {
            yaw: wrap(or(self.yaw, home.yaw)),
            pitch: or(self.pitch, 0.0).clamp(-PITCH, PITCH),
            span: or(self.span, home.span).clamp(SPAN.0, SPAN.1),
            target: if self.target.is_finite() { self.target.clamp(low, high) } else { home.target },
        }
    }

    /// Whether some of these places of the body can be seen in the area.
    pub fn sees_any(&self, places: &[Vec3], area: Area) -> bool {
        let margin = area.size.min_element() * 0.15;
        places.iter().any(|&p| area.holds(self.project(p, area), margin))
    }
}

/// An angle counted from −π to π.
pub fn wrap(angle: f32) -> f32 {
    (angle + PI).rem_euclid(TAU) - PI
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { centre: Vec2::new(400.0, 300.0), size: Vec2::new(800.0, 600.0) };

    #[test]
    fn from_behind_the_left_side_is_on_the_left() {
        let camera = Camera { yaw: PI, ..Camera::default() };
        let left_hand = camera.project(Vec3::new(0.4, 0.8, 0.0), AREA);
        assert!(left_hand.x < AREA.centre.x, "the body's left is on screen left when seen from behind: {left_hand}");
    }

    #[test]
    fn zoom_keeps_what_is_under_the_finger() {
        let camera = Camera { target: Vec3::new(0.0, 1.0, 0.0), ..Camera::default() };
        let place = Vec3::new(0.1, 1.1, -0.1);
        let before = camera.project(place, AREA);
        let after = camera.zoomed(1.7, before, AREA).project(place, AREA);
        assert!(before.distance(after) < 0.01, "{before} moved to {after}");
    }

    #[test]
    fn a_ray_hits_the_place_it_was_sent_through() {
        let camera = Camera { yaw: 0.7, pitch: 0.3, ..Camera::default() };
        let place = Vec3::new(0.1, 1.1, -0.1);
        let (from, along) = camera.ray(camera.project(place, AREA), AREA);
        let off = (place - from).cross(along).length();
        assert!(off < 1e-4, "the ray passes {off} m beside the place");
    }

    #[test]
    fn nonsense_comes_home() {
        let lost = Camera { yaw: f32::NAN, pitch: 9.0, span: f32::INFINITY, target: Vec3::splat(f32::NAN) };
        let found = lost.limited();
        assert_eq!(found.target, Camera::default().target, "a lost target comes home");
        assert!(found.pitch <= PITCH && found.span <= SPAN.1, "limits hold: {found:?}");
    }
}
