//! Lays packs over each other. An entry whose id stands already takes its place; an unsound one leaves it standing.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, Flaw, Located, MAX_PROBLEMS, too_many};
use super::problem::Problem;

/// The entries of all packs, later packs over earlier ones. `judge` says what is wrong with an entry among the others;
/// an entry with an error is left out.
pub(super) fn merge<T: Entry>(
    packs: Vec<Vec<Located<T>>>,
    problems: &mut Vec<Problem>,
    mut judge: impl FnMut(&mut T, &mut Vec<Flaw>),
) -> Vec<Located<T>> {
    let mut merged = Overlaid::default();
    for entries in packs {
        let before = problems.len();
        for mut entry in first_of_each(entries, problems) {
            if problems.len() - before > MAX_PROBLEMS {
                problems.push(too_many(T::FILE));
                break;
            }
            let mut flaws = Vec::new();
            judge(&mut entry.value, &mut flaws);
            if entry.report(flaws, problems) {
                merged.lay(entry);
            }
        }
    }
    merged.entries
}

/// Entries in the order they first came, each found by its id.
pub(super) struct Overlaid<T> {
    pub(super) entries: Vec<Located<T>>,
    by_id: BTreeMap<String, usize>,
}

impl<T> Default for Overlaid<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<T: Entry> Overlaid<T> {
    /// Puts an entry in the place of the one with its id, or at the end.
    pub(super) fn lay(&mut self, entry: Located<T>) {
        if let Some(&i) = self.by_id.get(entry.value.id()) {
            self.entries[i] = entry;
        } else {
            self.by_id.insert(entry.value.id().to_owned(), self.entries.len());
            self.entries.push(entry);
        }
    }
}

/// The entries of one pack without those whose id was given before in the same pack.
pub(super) fn first_of_each<T: Entry>(entries: Vec<Located<T>>, problems: &mut Vec<Problem>) -> Vec<Located<T>> {
    let mut seen = BTreeSet::new();
    let (first, again): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| seen.insert(entry.value.id().to_owned()));
    problems.extend(again.iter().take(MAX_PROBLEMS).map(|entry| {
        let id = entry.value.id();
        let what = format!("the {} `{id}` is given twice in this pack", T::NOUN);
        entry.problem(Flaw::error(id, what, "the first one is kept: rename this one or take it out"))
    }));
    first
}
