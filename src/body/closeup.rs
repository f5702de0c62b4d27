//! Small places where points crowd, each from where its points are seen best: what a magnifier shows.

use std::f32::consts::{FRAC_PI_2, PI};

use glam::{Vec2, Vec3};

use super::camera::Camera;
use super::figure::Marker;
use super::part::BodyPart;
use crate::model::Side;

/// A small place on the left of the body.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Closeup {
    /// The ear and the skin round it.
    Ear,
    /// The back of the hand.
    BackOfHand,
    /// The palm.
    Palm,
    /// The upper side of the foot.
    TopOfFoot,
    /// The sole.
    Sole,
}

/// A camera a little beside the straight view, so that the sides of fingers and toes are seen too: yaw and pitch.
const LIE: [(Closeup, f32, f32); 5] = [
    (Closeup::Ear, FRAC_PI_2, 0.0),
    (Closeup::BackOfHand, PI, 0.0),
    (Closeup::Palm, 0.0, 0.0),
    (Closeup::TopOfFoot, 0.35, 0.85),
    (Closeup::Sole, 0.0, -1.3),
];
/// Skin must look at the viewer so much for its point to count: the cosine of 75°.
const FACING: f32 = 0.26;
/// How much wider the picture is than its outermost points.
const ROOM: f32 = 1.32;
/// The narrowest picture, in metres.
const LEAST: f32 = 0.11;

impl Closeup {
    /// All of them, from the head to the feet.
    pub const ALL: [Self; 5] = [Self::Ear, Self::BackOfHand, Self::Palm, Self::TopOfFoot, Self::Sole];

    /// The interface key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ear => "closeup-ear",
            Self::BackOfHand => "closeup-back-of-hand",
            Self::Palm => "closeup-palm",
            Self::TopOfFoot => "closeup-top-of-foot",
            Self::Sole => "closeup-sole",
        }
    }

    /// The large part of the body that it belongs to.
    pub fn part(self) -> BodyPart {
        match self {
            Self::Ear => BodyPart::Ear,
            Self::BackOfHand | Self::Palm => BodyPart::Hand,
            Self::TopOfFoot | Self::Sole => BodyPart::Foot,
        }
    }

    /// The one before or after it, round and round.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let all = Self::ALL;
        let at = all.iter().position(|&each| each == self).unwrap_or(0) as isize;
        all[(at + by).rem_euclid(all.len() as isize) as usize]
    }

    /// The camera that holds the points of this place in a square picture; none where it has no points.
    pub fn camera(self, markers: &[Marker]) -> Option<Camera> {
        let (_, yaw, pitch) = LIE.into_iter().find(|(of, ..)| *of == self)?;
        let camera = Camera { yaw, pitch, ..Camera::default() };
        let basis = camera.basis();
        let flat = |p: Vec3| Vec2::new(basis.right.dot(p), basis.up.dot(p));
        let here: Vec<&Marker> = markers
            .iter()
            .filter(|m| m.part == Some(self.part()) && m.key.side == Side::Left)
            .filter(|m| basis.toward.dot(m.normal) > FACING)
            .collect();
        let (low, high) = here
            .iter()
            .map(|m| flat(m.position))
            .fold((Vec2::INFINITY, Vec2::NEG_INFINITY), |(low, high), p| (low.min(p), high.max(p)));
        if here.is_empty() {
            return None;
        }
        let deep = here.iter().map(|m| basis.toward.dot(m.position)).sum::<f32>() / here.len() as f32;
        let middle = (low + high) * 0.5;
        let target = basis.right * middle.x + basis.up * middle.y + basis.toward * deep;
        // The picture is round: its points must lie within a circle.
        let reach = here.iter().map(|m| flat(m.position).distance(middle)).fold(0.0, f32::max);
        Some(Camera { span: (reach * 2.0 * ROOM).max(LEAST), target, ..camera }.limited())
    }
}
