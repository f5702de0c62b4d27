//! What is drawn on the skin: pen strokes, stamps, and the one place that is lit. All of it lies in body space, in
//! metres, so that it turns with the body.

use serde::{Deserialize, Serialize};

use crate::model::FigureId;

/// A place on the skin, and which way the skin looks there.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Skin {
    /// Where, in metres.
    pub at: [f32; 3],
    /// Outward, of length 1.
    pub out: [f32; 3],
}

impl Skin {
    /// Nothing of a body lies further from its middle than this, in metres.
    const FARTHEST: f32 = 3.0;

    /// Whether it can lie on a body at all. What is not a number cannot.
    pub fn is_sound(&self) -> bool {
        let near = self.at.iter().all(|v| v.abs() <= Self::FARTHEST);
        let length: f32 = self.out.iter().map(|v| v * v).sum();
        near && (0.9..=1.1).contains(&length)
    }
}

/// What a pen leaves: the colours have meanings, and a word stands beside each.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Ink {
    /// Plain ink.
    #[default]
    Ink,
    /// Where it hurts.
    Pain,
    /// Where tradition's channel runs.
    Tradition,
    /// Where a nerve runs.
    Body,
}

impl Ink {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Ink, Self::Pain, Self::Tradition, Self::Body];
}

/// A small picture put on the skin.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Stamp {
    /// It hurts here.
    #[default]
    Pain,
    /// A needle.
    Needle,
    /// Warmth.
    Heat,
    /// A cup.
    Cup,
    /// An arrow that runs down: pain that travels.
    Arrow,
}

impl Stamp {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Pain, Self::Needle, Self::Heat, Self::Cup, Self::Arrow];
}

/// What was drawn.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Mark {
    /// A pen stroke along the skin.
    Stroke(Ink, Vec<Skin>),
    /// A stamp at one place.
    Stamp(Stamp, Skin),
}

/// One thing drawn, on the figure it was drawn on: another figure's skin lies elsewhere.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// On which figure.
    pub on: FigureId,
    /// What.
    pub mark: Mark,
}

impl Drawing {
    /// A stroke of more places than this is thinned out by whoever draws it, and refused from a file.
    pub const LONGEST_STROKE: usize = 2_000;

    /// Its places on the skin.
    pub fn places(&self) -> &[Skin] {
        match &self.mark {
            Mark::Stroke(_, places) => places,
            Mark::Stamp(_, place) => std::slice::from_ref(place),
        }
    }

    /// Whether all of it can lie on a body.
    pub fn is_sound(&self) -> bool {
        let places = self.places();
        (1..=Self::LONGEST_STROKE).contains(&places.len()) && places.iter().all(Skin::is_sound)
    }
}

/// A place that is lit while all else is dimmed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// On which figure.
    pub on: FigureId,
    /// Its middle.
    pub middle: Skin,
    /// How far it reaches, in metres.
    pub reach: f32,
}

impl Spot {
    /// How far a spotlight reaches at least and at most, in metres.
    pub const REACH: std::ops::RangeInclusive<f32> = 0.03..=0.6;

    /// Whether it can lie on a body.
    pub fn is_sound(&self) -> bool {
        self.middle.is_sound() && Self::REACH.contains(&self.reach)
    }
}
