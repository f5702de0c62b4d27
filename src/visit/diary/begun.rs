//! Entries that a person began and has not kept yet: one is in hand, the others wait for it.

use super::{DiaryPanel, DiaryView, Told};
use crate::diary::{Book, Entry, Unfinished};

/// An entry that is being written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Draft {
    /// Its number, where it was kept before.
    pub of: Option<u32>,
    /// What stands in it.
    pub entry: Entry,
    /// Whether warning signs were asked about for it.
    pub asked: bool,
}

impl DiaryPanel {
    /// Takes in what was kept, with what was written since. Entries that are being changed have another number there.
    pub fn take_in(&mut self, book: Book) {
        let before = std::mem::replace(&mut self.book, book);
        for draft in self.set_aside.iter_mut().chain(&mut self.draft) {
            let old = draft.of.and_then(|id| before.entry(id));
            draft.of = old.and_then(|old| self.book.entries().find(|(_, entry)| *entry == old)).map(|(id, _)| id);
        }
    }

    /// Takes in entries that were begun, as they were found. The one in hand stays there.
    pub fn find(&mut self, found: Vec<Unfinished>) {
        let in_hand = self.unfinished();
        let found = found.into_iter().filter(|one| !in_hand.contains(one));
        let found = found.map(|Unfinished { of, entry }| Draft { of, entry, asked: false }).collect::<Vec<_>>();
        let last = found.last().map(|draft| draft.entry.day);
        self.set_aside.splice(0..0, found);
        if self.draft.as_ref().is_some_and(|draft| self.is_begun(draft)) {
            self.told.extend(last.map(Told::Waits));
        } else {
            self.come_back();
        }
    }

    /// All that was begun and is not kept, the entry in hand last.
    pub fn unfinished(&self) -> Vec<Unfinished> {
        self.begun().map(|draft| Unfinished { of: draft.of, entry: draft.entry.clone() }).collect()
    }

    /// Whether these are all that was begun and is not kept. Nothing is copied for that: it is asked in every frame.
    pub fn has_begun(&self, these: &[Unfinished]) -> bool {
        self.begun().map(|draft| (draft.of, &draft.entry)).eq(these.iter().map(|one| (one.of, &one.entry)))
    }

    fn begun(&self) -> impl Iterator<Item = &Draft> {
        self.set_aside.iter().chain(&self.draft).filter(|draft| self.is_begun(draft))
    }

    /// Whether something stands in it that is not in the diary.
    fn is_begun(&self, draft: &Draft) -> bool {
        match draft.of.and_then(|id| self.book.entry(id)) {
            Some(kept) => *kept != draft.entry,
            None => !draft.entry.is_empty(),
        }
    }

    /// The entry in hand is done: the one that was begun before it comes back.
    pub(super) fn end(&mut self) {
        self.draft = None;
        self.view = DiaryView::Overview;
        self.come_back();
    }

    fn come_back(&mut self) {
        if let Some(draft) = self.set_aside.pop() {
            self.told.push(Told::Found(draft.entry.day));
            self.draft = Some(draft);
        }
    }

    /// Takes an entry of the diary in hand, as far as it was changed before. Another one that was begun waits.
    pub(super) fn edit(&mut self, id: u32) {
        let Some(entry) = self.book.entry(id).cloned() else { return };
        if self.draft.as_ref().is_none_or(|draft| draft.of != Some(id)) {
            let begun = self.set_aside.iter().position(|draft| draft.of == Some(id));
            let next = begun.map(|at| self.set_aside.remove(at));
            let before = self.draft.replace(next.unwrap_or(Draft { of: Some(id), entry, asked: false }));
            self.set_aside.extend(before.filter(|draft| self.is_begun(draft)));
        }
        self.view = DiaryView::Entry;
    }
}
