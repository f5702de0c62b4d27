//! One step of a plan: a point, on which side, what is done there, and a note.

use serde::{Deserialize, Serialize};

use crate::model::{Layout, Point, PointCode, Side, SiteKey};

pub use crate::model::Sides;

/// What is done at a point.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum How {
    /// A needle.
    #[default]
    Needle,
    /// Warmth.
    Heat,
    /// A cup.
    Cup,
    /// Needles with a weak current.
    Electro,
}

impl How {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Needle, Self::Heat, Self::Cup, Self::Electro];
}

/// One step of a plan.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The point.
    pub point: PointCode,
    /// On which side.
    pub sides: Sides,
    /// Of a row of sites, such as those of EX-B2, the one that is meant, from 1. None means all there are.
    #[serde(default)]
    pub number: Option<u8>,
    /// What is done there.
    #[serde(default)]
    pub how: How,
    /// A plain note.
    #[serde(default)]
    pub note: String,
}

impl Step {
    /// A step at a point, with a needle and no note.
    pub const fn new(point: PointCode, sides: Sides) -> Self {
        Self { point, sides, number: None, how: How::Needle, note: String::new() }
    }

    /// The step that begins at a point: on both sides where it has two.
    pub fn at_point(point: &Point) -> Self {
        Self::new(point.code.clone(), Self::offered(point.layout).first().copied().unwrap_or_default())
    }

    /// The step that begins where a marker was touched: on its side. `row` says that it is one of many on that side.
    pub fn at_site(site: &SiteKey, row: bool) -> Self {
        let sides = match site.side {
            Side::Left => Sides::Left,
            Side::Right => Sides::Right,
            Side::Midline => Sides::Midline,
        };
        Self { number: row.then_some(site.number), ..Self::new(site.code.clone(), sides) }
    }

    /// The sides that a point of this layout can be used on, the usual one first.
    pub const fn offered(layout: Layout) -> &'static [Sides] {
        match layout {
            Layout::Paired => &[Sides::Both, Sides::Left, Sides::Right],
            Layout::Midline | Layout::OneSided => &[Sides::Midline],
            // Wherever it hurts: that can be anywhere.
            Layout::Nowhere => &[Sides::Both, Sides::Left, Sides::Right, Sides::Midline],
        }
    }

    /// Whether a marker on the body is meant by it.
    pub fn holds(&self, site: &SiteKey) -> bool {
        self.point == site.code && self.number.is_none_or(|n| n == site.number) && self.sides.hold(site.side)
    }

    /// The step with another side added to it. Both sides together are one step.
    #[must_use]
    pub fn with(&self, side: Side) -> Self {
        let sides = match (self.sides, side) {
            (Sides::Left, Side::Right) | (Sides::Right, Side::Left) => Sides::Both,
            (sides, _) => sides,
        };
        Self { sides, ..self.clone() }
    }
}
