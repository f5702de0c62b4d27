//! Where it hurts: a part of the body and a side. A finger on the body and a row of a list give the same.

use serde::{Deserialize, Serialize};

use crate::model::Side;

/// A place on the body.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The part, by the id that figures and packs use.
    pub part: String,
    /// Which side of it.
    pub side: Side,
}

/// Parts that have a middle as well as two sides.
const WITH_MIDDLE: [&str; 10] =
    ["scalp", "face", "neck", "chest", "belly", "groin", "upper_back", "mid_back", "low_back", "sacrum"];
/// How far the middle reaches to each side, in metres.
const MIDDLE: f32 = 0.032;

/// Whether a part has a middle: an arm has none.
pub fn has_middle(part: &str) -> bool {
    WITH_MIDDLE.contains(&part)
}

impl Place {
    /// The place of some skin: its part, and how far it lies to the body's left, in metres.
    pub fn at(part: &str, left: f32) -> Self {
        let side = match left {
            x if has_middle(part) && x.abs() <= MIDDLE => Side::Midline,
            x if x < 0.0 => Side::Right,
            _ => Side::Left,
        };
        Self { part: part.to_owned(), side }
    }

    /// Whether it could be a place: its part is a short id, and only some parts have a middle.
    pub fn is_sound(&self) -> bool {
        let is_id = |c: u8| c.is_ascii_lowercase() || c == b'_';
        (1..=40).contains(&self.part.len())
            && self.part.bytes().all(is_id)
            && (self.side != Side::Midline || has_middle(&self.part))
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::model::Side;

    #[test]
    fn the_back_has_a_middle_and_a_thigh_has_not() {
        assert_eq!(Place::at("low_back", 0.01).side, Side::Midline);
        assert_eq!(Place::at("low_back", 0.08).side, Side::Left);
        assert_eq!(Place::at("low_back", -0.08).side, Side::Right);
        assert_eq!(Place::at("back_thigh", -0.01).side, Side::Right);
        assert!(!Place { part: "knee".to_owned(), side: Side::Midline }.is_sound());
        assert!(!Place { part: "../x".to_owned(), side: Side::Left }.is_sound());
    }
}
