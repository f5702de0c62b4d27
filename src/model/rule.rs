//! How a point is found on a body: a short walk that a practitioner can read.
//!
//! `[At("L2_lower"), Out(1.5, "back_width")]` says: start on the lower edge of the second lumbar spine,
//! then go 1.5 cun out from the midline along the skin.

use serde::{Deserialize, Serialize};

use super::Side;

/// A share of a way, written as `(6, 14)`: six of fourteen parts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "(f32, f32)")]
pub struct Share(pub f32, pub f32);

impl TryFrom<(f32, f32)> for Share {
    type Error = String;

    /// Read from a pack, a share lies on its way: nothing else can be walked.
    fn try_from((parts, of): (f32, f32)) -> Result<Self, String> {
        if of > 0.0 && of.is_finite() && (0.0..=1.0).contains(&(parts / of)) {
            Ok(Self(parts, of))
        } else {
            Err(format!("({parts}, {of}) is not a share of a way: write (6, 14) for six parts of fourteen"))
        }
    }
}

impl Share {
    /// The share as a number, 0 at the start and 1 at the end. A share of nothing is 0.
    pub fn fraction(self) -> f32 {
        if self.1.abs() < f32::EPSILON { 0.0 } else { self.0 / self.1 }
    }
}

/// From where one looks at the body to see a point, in the body's own words: on the left, `Side` is the body's left,
/// and what is written is mirrored for the right. The figure stands with its palms forward, so the palm is seen from
/// the front, the thumb's edge from the side and the little finger's edge from the inner side.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum View {
    /// From the front.
    Front,
    /// From the back.
    Back,
    /// From the outer side.
    Side,
    /// From between back and outer side.
    BackSide,
    /// From between front and outer side.
    FrontSide,
    /// From the midline outwards: the inner side of a limb.
    Inner,
    /// From between back and inner side.
    BackInner,
    /// From between front and inner side.
    FrontInner,
    /// From above.
    Top,
    /// From between above and front: the instep, the forehead.
    TopFront,
    /// From between above and outer side.
    TopSide,
    /// From below.
    Below,
}

/// A direction along the skin.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Toward {
    /// Toward the crown of a standing body.
    Up,
    /// Toward the floor.
    Down,
    /// Away from the midline.
    Out,
    /// Toward the midline.
    In,
    /// Toward the front.
    Front,
    /// Toward the back.
    Back,
}

/// One step of the walk. Anchors are names of landmarks or codes of other points; units are named spans whose cun
/// is measured on the figure, such as `back_width`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Step {
    /// Start on the skin nearest to an anchor.
    At(String),
    /// Start on the skin over an anchor as it is seen from a side: for bones and joints that lie deep.
    Over(String, View),
    /// Start a share of the straight way from one anchor to another, seen from a side, on the skin there.
    Between(String, String, Share, View),
    /// Start a share of the way from one anchor to another, measured along the skin in the plane that holds both
    /// and is seen from a side.
    SkinBetween(String, String, Share, View),
    /// Start on an arm, a share of the way from one anchor to another along its axis: on the middle of the side that
    /// is seen, as the arm's own cross-section has it.
    Arm(String, String, Share, View),
    /// Start on a leg, at a share of the height from one anchor to another: on the middle of the side that is seen,
    /// as the leg's level cross-section has it.
    Leg(String, String, Share, View),
    /// Go straight up or down along the skin to the height of an anchor.
    Level(String),
    /// From the midline at this height, go some cun of a unit outwards along the skin, level, as a tape measure lies.
    Out(f32, String),
    /// From the midline at this height, go some cun of a unit outwards as a ruler lies, and from there to the skin:
    /// for the belly and the chest, where a tape would follow every curve.
    Beside(f32, String),
    /// Go some cun of a unit along the skin.
    Go(Toward, f32, String),
    /// Go some cun of a unit along the skin toward an anchor.
    GoTo(String, f32, String),
}

impl Step {
    /// The anchors the step leans on.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let (a, b) = match self {
            Self::At(a) | Self::Over(a, _) | Self::Level(a) | Self::GoTo(a, ..) => (Some(a), None),
            Self::Between(a, b, ..) | Self::SkinBetween(a, b, ..) | Self::Arm(a, b, ..) | Self::Leg(a, b, ..) => {
                (Some(a), Some(b))
            }
            Self::Out(..) | Self::Beside(..) | Self::Go(..) => (None, None),
        };
        a.into_iter().chain(b).map(String::as_str)
    }

    /// How many cun of which unit the step goes, if it goes from where one stands.
    pub fn distance(&self) -> Option<(f32, &str)> {
        match self {
            Self::Out(cun, unit) | Self::Beside(cun, unit) | Self::Go(_, cun, unit) | Self::GoTo(_, cun, unit) => {
                Some((*cun, unit))
            }
            Self::At(_)
            | Self::Over(..)
            | Self::Between(..)
            | Self::SkinBetween(..)
            | Self::Arm(..)
            | Self::Leg(..)
            | Self::Level(_) => None,
        }
    }

    /// Whether a walk may begin with it.
    pub fn is_start(&self) -> bool {
        self.distance().is_none() && !matches!(self, Self::Level(_))
    }
}

/// How one point is found. A point with several sites a side (the row of `EX-B2`, the two of `EX-UE7`)
/// has one walk for each, in order.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The code of the point.
    pub code: String,
    /// One walk for each site of a side.
    pub sites: Vec<Vec<Step>>,
    /// The one side it stands on, for a point that has no mirror, such as `EX-HN12` on the left.
    #[serde(default)]
    pub only: Option<Side>,
    /// The rule as a sentence, in our own words.
    pub says: String,
    /// What bears it.
    pub sources: Vec<String>,
}
