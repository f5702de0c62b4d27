//! Folded texts in alphabetical order, each with the point that it leads to.

use std::ops::Range;

use super::Matched;
use super::near::begins_nearly;

/// Shorter words are too easily mistaken for each other.
const LONG_ENOUGH: usize = 5;

/// A folded text that leads to a point.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) point: u32,
    pub(super) matched: Matched,
}

impl Key {
    pub(super) fn new(text: String, point: u32, matched: Matched) -> Self {
        Self { text, point, matched }
    }
}

/// Keys in alphabetical order.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    all: Vec<Key>,
    /// Where the keys with the same text are, so that each text is compared once.
    runs: Vec<Range<usize>>,
}

impl Keys {
    pub(super) fn new(mut all: Vec<Key>) -> Self {
        all.retain(|key| !key.text.is_empty());
        all.sort_unstable();
        all.dedup();
        let mut start = 0;
        let runs = all
            .chunk_by(|a, b| a.text == b.text)
            .map(|run| {
                start += run.len();
                start - run.len()..start
            })
            .collect();
        Self { all, runs }
    }

    /// The keys that begin with a text.
    pub(super) fn beginning(&self, text: &str) -> impl Iterator<Item = &Key> {
        let start = self.all.partition_point(|key| key.text.as_str() < text);
        self.all[start..].iter().take_while(move |key| key.text.starts_with(text))
    }

    /// The keys that begin with a word but for one slip of the keyboard.
    pub(super) fn near(&self, word: &str) -> impl Iterator<Item = &Key> {
        let letters: Vec<char> = word.chars().collect();
        let runs = if letters.len() < LONG_ENOUGH { &[] } else { &self.runs[..] };
        runs.iter()
            .filter(move |run| self.all.get(run.start).is_some_and(|key| begins_nearly(&key.text, &letters)))
            .flat_map(|run| &self.all[run.clone()])
    }
}
