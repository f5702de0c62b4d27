//! All entries, and every step that changed them, so that each can be taken back.

use std::collections::BTreeMap;

use super::entry::Entry;

/// What must change on the disk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Edit {
    /// Keep this entry under this number.
    Put(u32, Entry),
    /// Delete the entry with this number.
    Remove(u32),
}

/// One entry before and after a step.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Change {
    id: u32,
    before: Option<Entry>,
    after: Option<Entry>,
}

/// All entries by number, and the steps that led here.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Book {
    entries: BTreeMap<u32, Entry>,
    /// The highest number that was ever given.
    highest: u32,
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
}

impl Book {
    /// A book with what was kept. `highest` is the highest number on the disk, that of an entry that cannot be read too.
    pub fn new(entries: impl IntoIterator<Item = (u32, Entry)>, highest: u32) -> Self {
        let entries: BTreeMap<u32, Entry> = entries.into_iter().collect();
        let highest = entries.keys().copied().max().unwrap_or(0).max(highest);
        Self { entries, highest, ..Self::default() }
    }

    /// The entries in the order of writing.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (u32, &Entry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// An entry by its number.
    pub fn entry(&self, id: u32) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds an entry.
    pub fn add(&mut self, entry: Entry) -> Vec<Edit> {
        let id = self.next();
        self.take_step(vec![Change { id, before: None, after: Some(entry) }])
    }

    /// Puts another entry in the place of one; where there is none, or it is the same, nothing happens.
    pub fn replace(&mut self, id: u32, entry: Entry) -> Vec<Edit> {
        match self.entries.get(&id) {
            Some(before) if *before != entry => {
                let before = Some(before.clone());
                self.take_step(vec![Change { id, before, after: Some(entry) }])
            }
            _ => Vec::new(),
        }
    }

    /// Deletes an entry.
    pub fn remove(&mut self, id: u32) -> Vec<Edit> {
        let Some(before) = self.entries.get(&id).cloned() else { return Vec::new() };
        self.take_step(vec![Change { id, before: Some(before), after: None }])
    }

    /// Adds those entries that are not there yet, all in one step.
    pub fn merge(&mut self, entries: Vec<Entry>) -> Vec<Edit> {
        let mut changes: Vec<Change> = Vec::new();
        for entry in entries {
            let is_known = self.entries.values().any(|known| *known == entry)
                || changes.iter().any(|change| change.after.as_ref() == Some(&entry));
            if !is_known {
                let id = self.next();
                changes.push(Change { id, before: None, after: Some(entry) });
            }
        }
        if changes.is_empty() { Vec::new() } else { self.take_step(changes) }
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether a step that was taken back can be taken again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes back the last step.
    pub fn undo(&mut self) -> Vec<Edit> {
        let Some(step) = self.done.pop() else { return Vec::new() };
        let edits = step.iter().rev().map(|change| self.set(change.id, change.before.clone())).collect();
        self.undone.push(step);
        edits
    }

    /// Takes the step again that was taken back last.
    pub fn redo(&mut self) -> Vec<Edit> {
        let Some(step) = self.undone.pop() else { return Vec::new() };
        let edits = step.iter().map(|change| self.set(change.id, change.after.clone())).collect();
        self.done.push(step);
        edits
    }

    fn next(&mut self) -> u32 {
        self.highest = self.highest.saturating_add(1);
        self.highest
    }

    fn take_step(&mut self, step: Vec<Change>) -> Vec<Edit> {
        let edits = step.iter().map(|change| self.set(change.id, change.after.clone())).collect();
        self.done.push(step);
        self.undone.clear();
        edits
    }

    fn set(&mut self, id: u32, entry: Option<Entry>) -> Edit {
        if let Some(entry) = entry {
            self.entries.insert(id, entry.clone());
            Edit::Put(id, entry)
        } else {
            self.entries.remove(&id);
            Edit::Remove(id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Book, Edit, Entry};
    use crate::model::Day;

    fn entry(pain: u8) -> Entry {
        Entry { pain: Some(pain), ..Entry::on(Day::read("2026-11-25").expect("a day")) }
    }

    #[test]
    fn every_step_can_be_taken_back_and_again() {
        let mut book = Book::new([(4, entry(4))], 7);
        assert_eq!(book.add(entry(5)), [Edit::Put(8, entry(5))], "a number is never given twice");
        assert_eq!(book.replace(8, entry(6)), [Edit::Put(8, entry(6))]);
        assert_eq!(book.remove(4), [Edit::Remove(4)]);
        assert_eq!(book.undo(), [Edit::Put(4, entry(4))]);
        assert_eq!(book.undo(), [Edit::Put(8, entry(5))]);
        assert_eq!(book.redo(), [Edit::Put(8, entry(6))]);
        assert_eq!(book.undo(), [Edit::Put(8, entry(5))]);
        assert_eq!(book.undo(), [Edit::Remove(8)]);
        assert!(!book.can_undo() && book.undo().is_empty());
        assert_eq!(book.add(entry(1)), [Edit::Put(9, entry(1))]);
        assert!(!book.can_redo(), "a new step ends what could be taken again");
    }

    #[test]
    fn what_is_there_already_is_not_brought_back_twice() {
        let mut book = Book::new([(1, entry(1))], 1);
        assert_eq!(book.merge(vec![entry(1), entry(2), entry(2)]), [Edit::Put(2, entry(2))]);
        assert_eq!(book.merge(vec![entry(1)]), []);
        assert_eq!(book.undo(), [Edit::Remove(2)], "bringing back is one step");
    }
}
