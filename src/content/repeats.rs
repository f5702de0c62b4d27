//! No sentence stands on more than three cards: a card that says what every card says tells a visitor nothing.
//!
//! What many cards must say is a shared caution, written once.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Flaw, Located, MAX_PROBLEMS};
use super::problem::Problem;
use crate::model::Point;

const MOST_CARDS: usize = 3;

/// Sentences on too many cards: an error in the core pack, a warning in a pack of others, who may know why.
pub(super) fn repeats(points: &[Located<Point>]) -> Vec<Problem> {
    let mut cards: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (i, point) in points.iter().enumerate() {
        for sentence in texts(&point.value).into_iter().flat_map(sentences) {
            cards.entry(sentence.to_lowercase()).or_default().insert(i);
        }
    }
    cards.iter().filter_map(|(sentence, on)| told_too_often(sentence, on, points)).take(MAX_PROBLEMS).collect()
}

fn told_too_often(sentence: &str, on: &BTreeSet<usize>, points: &[Located<Point>]) -> Option<Problem> {
    let fourth = points.get(*on.iter().nth(MOST_CARDS)?)?;
    let what = format!("“{sentence}” stands on {} cards", on.len());
    let hint = "say what is true of this point alone, or make it a shared caution";
    let code = fourth.value.code.as_str();
    let flaw = if fourth.pack == 0 { Flaw::error(code, what, hint) } else { Flaw::warning(code, what, hint) };
    Some(fourth.problem(flaw))
}

/// Every sentence that a card tells of its own point.
fn texts(point: &Point) -> Vec<&str> {
    let said = point.statements().flat_map(|(_, said)| std::iter::once(&said.plain).chain(&said.more));
    let place = point.place.iter().flat_map(|place| [&place.plain, &place.measure]);
    let trials = point.trials.iter().filter_map(|trials| trials.plain.as_ref());
    said.chain(place).chain(trials).map(String::as_str).collect()
}

/// The sentences of a text, trimmed. A dot inside a number ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, c) in text.char_indices() {
        let end = i + c.len_utf8();
        let over = text[end..].chars().next().is_none_or(char::is_whitespace);
        if over && matches!(c, '.' | '!' | '?' | '\n') {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}
