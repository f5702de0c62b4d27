//! Marks by the instruments that others use for patient information: PEMAT, the CDC Clear Communication Index, IPDAS
//! and DISCERN. They were made for people who rate; what follows is informed by them, and computes only those items that
//! can be computed from the texts. The others are listed apart, for people.

mod cards;
mod pack;
mod panel;

pub use cards::cards;
pub use pack::{PackScores, pack};
pub use panel::{PanelScores, panel};

/// How one item came out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Item {
    /// Its number or letter in the instrument, and a few words.
    pub name: &'static str,
    /// Whether it is met; none where it does not apply.
    pub met: Option<bool>,
}

impl Item {
    fn new(name: &'static str, met: bool) -> Self {
        Self { name, met: Some(met) }
    }

    fn when(applies: bool, name: &'static str, met: bool) -> Self {
        Self { name, met: applies.then_some(met) }
    }
}

/// How many items are met, of how many that apply.
pub fn met(items: &[Item]) -> (usize, usize) {
    let asked = items.iter().filter_map(|item| item.met);
    (asked.clone().filter(|met| *met).count(), asked.count())
}

/// The share of items that are met, of 100; 100 where none applies.
pub fn percent(items: &[Item]) -> f64 {
    let (met, of) = met(items);
    if of == 0 { 100.0 } else { met as f64 * 100.0 / of as f64 }
}

/// The items that only people can judge, by instrument.
pub const FOR_PEOPLE: [(&str, &str); 4] = [
    (
        "PEMAT",
        "2 nothing distracts, 10 logical order, 12 visual cues, 13 easy to read on screen, 14 clear speech, \
         16 visuals reinforce, 18 uncluttered pictures, 26 visuals help to act",
    ),
    (
        "CCI",
        "2 main message in sight, 3 main message stands out, 7 words the audience uses, 16 numbers explained, 18 nature of the risk",
    ),
    ("IPDAS", "whether each text is true to its source and fairly framed"),
    ("DISCERN", "2 achieves its aims, 3 relevant to the reader, 16 overall"),
];
