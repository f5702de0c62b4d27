//! One entry: a day, and whatever of it the person wants to keep.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::place::Place;
use crate::model::Day;

/// The strongest pain that can be given.
pub const MOST_PAIN: u8 = 10;
/// The most signs a text may have: more than a hand writes in a day.
pub const MOST_TEXT: usize = 2000;
/// The most places: the whole body has fewer.
const MOST_PLACES: usize = 200;
/// No diary is older than Deqi's own: a day before this one is a slip, or a clock that lost its battery.
pub const FIRST_DAY: &str = "2026-11-01";

/// Everyday things, in words of our own. They are no medical test: they let a person compare their own days.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Doing {
    /// Getting out of bed and dressed.
    Morning,
    /// Sitting through a meal.
    Sitting,
    /// Being on one's feet.
    Feet,
    /// Doing what was planned.
    Plans,
}

impl Doing {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Sitting, Self::Feet, Self::Plans];
}

/// How it went.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Ease {
    /// Without trouble.
    Well,
    /// With some trouble.
    Some,
    /// With much trouble.
    Hard,
    /// It could not be done.
    Not,
}

impl Ease {
    /// All of them, the easiest first.
    pub const ALL: [Self; 4] = [Self::Well, Self::Some, Self::Hard, Self::Not];
}

/// How the night was.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Sleep {
    /// Slept well.
    Well,
    /// Woke now and then.
    Broken,
    /// Hardly slept.
    Little,
}

impl Sleep {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Well, Self::Broken, Self::Little];
}

/// A visit on that day.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// The points, as the person wrote them down.
    #[serde(default)]
    pub points: String,
}

/// One entry.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The day it tells of, as it was entered.
    pub day: Day,
    /// How strong the pain was, 0 to [`MOST_PAIN`].
    #[serde(default)]
    pub pain: Option<u8>,
    /// Where it hurt.
    #[serde(default)]
    pub places: BTreeSet<Place>,
    /// How everyday things went, in the order of [`Doing::ALL`].
    #[serde(default)]
    pub doing: [Option<Ease>; 4],
    /// How the night was.
    #[serde(default)]
    pub sleep: Option<Sleep>,
    /// What was taken, in the person's own words.
    #[serde(default)]
    pub medicines: String,
    /// A visit on that day.
    #[serde(default)]
    pub visit: Option<Treatment>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// Why an entry cannot be kept as it is.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum Flaw {
    /// Only the day is there.
    #[error("there is nothing in it but a day")]
    Empty,
    /// Pain has a number above [`MOST_PAIN`].
    #[error("pain is more than {MOST_PAIN}")]
    Pain,
    /// A text is longer than [`MOST_TEXT`].
    #[error("a text is longer than {MOST_TEXT} signs")]
    Long,
    /// There are more places than a body has.
    #[error("there are more than {MOST_PLACES} places")]
    Places,
}

impl Entry {
    /// An entry for a day with nothing in it.
    pub fn on(day: Day) -> Self {
        Self {
            day,
            pain: None,
            places: BTreeSet::new(),
            doing: [None; 4],
            sleep: None,
            medicines: String::new(),
            visit: None,
            note: String::new(),
        }
    }

    /// Whether it tells anything.
    pub fn is_empty(&self) -> bool {
        let Self { day, .. } = self;
        *self == Self::on(*day)
    }

    /// The entry with signs taken out of its texts that no one can see.
    ///
    /// # Errors
    /// Where it cannot be kept.
    pub fn checked(mut self) -> Result<Self, Flaw> {
        if self.pain.is_some_and(|pain| pain > MOST_PAIN) {
            return Err(Flaw::Pain);
        }
        if self.places.len() > MOST_PLACES || !self.places.iter().all(Place::is_sound) {
            return Err(Flaw::Places);
        }
        let points = self.visit.as_mut().map(|visit| &mut visit.points);
        for text in [Some(&mut self.medicines), Some(&mut self.note), points].into_iter().flatten() {
            if text.chars().count() > MOST_TEXT {
                return Err(Flaw::Long);
            }
            *text = seen(text);
        }
        if self.is_empty() { Err(Flaw::Empty) } else { Ok(self) }
    }
}

/// A text without control signs and without signs that turn its direction: neither can be seen, and both can mislead.
fn seen(text: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let text: String = text.replace("\r\n", "\n").chars().filter(|c| !is_hidden(*c)).collect();
    text.trim().to_owned()
}

/// Whether a day looks like a slip: before there was a Deqi, or after today.
pub fn is_odd(day: Day, today: Option<Day>) -> bool {
    Day::read(FIRST_DAY).is_some_and(|first| day < first) || today.is_some_and(|today| day > today)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Flaw, MOST_TEXT, Treatment, is_odd};
    use crate::model::Day;

    fn day(text: &str) -> Day {
        Day::read(text).expect("a day")
    }

    #[test]
    fn an_entry_tells_something_and_not_too_much() {
        let bare = Entry::on(day("2026-11-25"));
        assert_eq!(bare.clone().checked(), Err(Flaw::Empty));
        assert_eq!(Entry { pain: Some(11), ..bare.clone() }.checked(), Err(Flaw::Pain));
        assert_eq!(Entry { note: "x".repeat(MOST_TEXT + 1), ..bare.clone() }.checked(), Err(Flaw::Long));
        assert!(Entry { pain: Some(0), ..bare.clone() }.checked().is_ok(), "no pain is an entry too");
        assert!(Entry { visit: Some(Treatment::default()), ..bare }.checked().is_ok());
    }

    #[test]
    fn texts_lose_what_cannot_be_seen() {
        let note = " one\u{202E}\u{7}\r\ntwo ".to_owned();
        let kept = Entry { note, ..Entry::on(day("2026-11-25")) }.checked().expect("it is sound");
        assert_eq!(kept.note, "one\ntwo");
    }

    #[test]
    fn a_day_that_cannot_be_is_odd() {
        let today = Some(day("2026-12-24"));
        assert!(is_odd(day("1970-01-01"), today) && is_odd(day("2036-01-01"), today));
        assert!(!is_odd(day("2026-11-25"), today) && !is_odd(day("2036-01-01"), None));
    }
}
