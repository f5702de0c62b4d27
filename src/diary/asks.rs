//! When to ask about warning signs before anything else: where pain is new, or has changed.

use super::book::Book;
use super::entry::Entry;

/// Why warning signs are asked about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reason {
    /// It is the first entry.
    First,
    /// Pain is stronger by at least [`MORE`] than in the entry before.
    More,
    /// It hurts in a place where it did not hurt before.
    NewPlace,
}

/// So many steps of 10 are a change that a person notices.
const MORE: u8 = 3;

/// Why to ask before this entry is kept; `of` is its number if it was kept before. None where nothing is new.
pub fn reason(book: &Book, of: Option<u32>, entry: &Entry) -> Option<Reason> {
    let mut others = book.entries().filter(|(id, _)| Some(*id) != of).peekable();
    if others.peek().is_none() {
        return Some(Reason::First);
    }
    let earlier: Vec<&Entry> = others.filter(|(id, _)| of.is_none_or(|of| *id < of)).map(|(_, entry)| entry).collect();
    let before = earlier.iter().rev().find_map(|entry| entry.pain);
    if let (Some(before), Some(now)) = (before, entry.pain)
        && now >= before.saturating_add(MORE)
    {
        return Some(Reason::More);
    }
    let is_new = |place| !earlier.iter().any(|entry| entry.places.contains(place));
    entry.places.iter().any(is_new).then_some(Reason::NewPlace)
}

#[cfg(test)]
mod tests {
    use super::super::place::Place;
    use super::{Book, Entry, Reason, reason};
    use crate::model::Day;

    #[test]
    fn new_pain_more_pain_and_a_new_place_are_asked_about() {
        let with = |pain, places: &[&str]| Entry {
            pain,
            places: places.iter().map(|part| Place::at(part, 0.1)).collect(),
            ..Entry::on(Day::read("2026-11-25").expect("a day"))
        };
        let mut book = Book::default();
        assert_eq!(reason(&book, None, &with(Some(1), &[])), Some(Reason::First));
        book.add(with(Some(4), &["low_back"]));
        book.add(with(None, &["buttock"]));
        assert_eq!(reason(&book, None, &with(Some(6), &["low_back", "buttock"])), None);
        assert_eq!(reason(&book, None, &with(Some(7), &["low_back"])), Some(Reason::More));
        assert_eq!(reason(&book, None, &with(Some(2), &["back_thigh"])), Some(Reason::NewPlace));
        assert_eq!(reason(&book, Some(2), &with(Some(5), &["low_back"])), None, "an entry is not new next to itself");
        assert_eq!(reason(&book, None, &with(None, &[])), None);
    }
}
