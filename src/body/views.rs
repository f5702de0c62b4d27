//! The named views, measured on the figure that is shown.

use std::f32::consts::{FRAC_PI_2, PI};

use glam::Vec3;

use super::camera::Camera;
use super::landmarks::Landmarks;

/// A view with a name and a button.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum NamedView {
    /// The first sight: the low back, close enough to touch its points.
    LowBack,
    /// The whole body from behind.
    Back,
    /// The whole body from the front.
    Front,
    /// The whole body from its left.
    Left,
    /// The whole body from its right.
    Right,
    /// The head.
    Head,
    /// The back of the left hand.
    Hand,
    /// The left foot.
    Foot,
}

impl NamedView {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] =
        [Self::LowBack, Self::Back, Self::Front, Self::Left, Self::Right, Self::Head, Self::Hand, Self::Foot];

    /// The last part of the interface key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::LowBack => "view-low-back",
            Self::Back => "view-back",
            Self::Front => "view-front",
            Self::Left => "view-left",
            Self::Right => "view-right",
            Self::Head => "view-head",
            Self::Hand => "view-hand",
            Self::Foot => "view-foot",
        }
    }

    /// The camera of this view on a figure.
    pub fn camera(self, landmarks: &Landmarks) -> Camera {
        let stature = if landmarks.stature > 0.5 { landmarks.stature } else { 1.7 };
        // The feet stand above the controls at the foot of the stage.
        let whole =
            |yaw| Camera { yaw, pitch: 0.0, span: stature * 1.22, target: Vec3::new(0.0, stature * 0.455, 0.0) };
        let place = |id: &str, or: Vec3| landmarks.get(id).unwrap_or(or * stature);
        let camera = match self {
            Self::LowBack => {
                let waist = place("L4_lower", Vec3::new(0.0, 0.60, -0.05));
                Camera { yaw: PI, pitch: 0.0, span: stature * 0.40, target: Vec3::new(0.0, waist.y, 0.0) }
            }
            Self::Back => whole(PI),
            Self::Front => whole(0.0),
            Self::Left => whole(FRAC_PI_2),
            Self::Right => whole(-FRAC_PI_2),
            Self::Head => {
                Camera { yaw: 0.35, pitch: 0.05, span: stature * 0.22, target: Vec3::new(0.0, stature * 0.92, 0.0) }
            }
            Self::Hand => {
                let hand = place("joint_finger3_1", Vec3::new(0.25, 0.42, 0.03));
                Camera { yaw: PI, pitch: 0.0, span: stature * 0.19, target: hand }
            }
            Self::Foot => {
                let foot = place("joint_ankle", Vec3::new(0.06, 0.04, -0.01));
                Camera { yaw: 0.75, pitch: 0.5, span: stature * 0.22, target: foot + Vec3::new(0.0, 0.02, 0.06) }
            }
        };
        camera.limited()
    }
}
