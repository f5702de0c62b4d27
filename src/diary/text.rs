//! Entries as the text of a row: those of the diary, and those that are still being written.

use ron::Options;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Flaw};

/// Honest rows are flat.
const DEPTH: usize = 16;

/// The text of an entry.
pub fn write_entry(entry: &Entry) -> String {
    // Plain data of our own can always be written.
    ron::to_string(entry).unwrap_or_default()
}

/// The entry of a text; none where it is no sound entry.
pub fn read_entry(text: &str) -> Option<Entry> {
    let entry: Entry = Options::default().with_recursion_limit(DEPTH).from_str(text).ok()?;
    entry.checked().ok()
}

/// An entry that is being written, as it is kept until then.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// The number of the entry that it changes; none where it is a new one.
    #[serde(default)]
    pub of: Option<u32>,
    /// What stands in it so far.
    pub entry: Entry,
}

/// The text of entries that are being written.
pub fn write_unfinished(all: &[Unfinished]) -> String {
    // Plain data of our own can always be written.
    ron::to_string(all).unwrap_or_default()
}

/// The entries of such a text; none where one of them cannot be. Nothing is taken out of their words: the person is not
/// done with them.
pub fn read_unfinished(text: &str) -> Option<Vec<Unfinished>> {
    let all: Vec<Unfinished> = Options::default().with_recursion_limit(DEPTH).from_str(text).ok()?;
    let can_be = |one: &Unfinished| matches!(one.entry.clone().checked(), Ok(_) | Err(Flaw::Empty | Flaw::Long));
    all.iter().all(can_be).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Unfinished, read_unfinished, write_unfinished};
    use crate::model::Day;

    #[test]
    fn what_is_being_written_comes_back_to_the_letter() {
        let entry = Entry { note: "half a word \n ".to_owned(), ..Entry::on(Day::read("2026-11-25").expect("a day")) };
        let all = vec![Unfinished { of: None, entry: entry.clone() }, Unfinished { of: Some(7), entry }];
        assert_eq!(read_unfinished(&write_unfinished(&all)), Some(all.clone()));
        let strong = Entry { pain: Some(11), ..all[0].entry.clone() };
        let bad = [Unfinished { of: None, entry: strong }];
        assert_eq!(read_unfinished(&write_unfinished(&bad)), None, "what cannot be is not shown");
        assert_eq!(read_unfinished("[("), None);
    }
}
