//! A teaching example: points that trials used, as a plan to begin from. It is no advice for anyone.

use serde::{Deserialize, Serialize};

use super::{PointCode, Side, SourceId};

/// On which side of the body a point is used.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Sides {
    /// On both.
    #[default]
    Both,
    /// On the body's left.
    Left,
    /// On its right.
    Right,
    /// It lies where there is no side to choose.
    Midline,
}

impl Sides {
    /// Whether a site on a side is meant. A point that lies on one side only is meant wherever it lies.
    pub const fn hold(self, side: Side) -> bool {
        match self {
            Self::Both | Self::Midline => true,
            Self::Left => matches!(side, Side::Left | Side::Midline),
            Self::Right => matches!(side, Side::Right | Side::Midline),
        }
    }
}

/// A point of a teaching example.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SetPoint {
    /// The point.
    pub code: PointCode,
    /// On which side.
    #[serde(default)]
    pub sides: Sides,
}

/// A teaching example.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TeachingSet {
    /// What the program refers to.
    pub id: String,
    /// What it is called, such as `Pain in the middle of the low back`.
    pub name: String,
    /// Which trial used these points and on whom, and what that does not show.
    pub about: String,
    /// The points, in order.
    pub points: Vec<SetPoint>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}
