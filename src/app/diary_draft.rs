//! What is being written in the diary outlasts the window: until the entry is kept or thrown away, it lies in the diary's
//! own file, and is there again at the next start.

use eframe::egui::Context;

use super::{App, is_hidden};
use crate::diary::{Unfinished, write_unfinished};
use crate::store::diary::Change;

/// So many seconds after the last change it is written down.
const QUIET: f64 = 2.0;
/// So many seconds after the first, however busy the person is.
const LONGEST: f64 = 10.0;

/// What of the entries that were begun lies on the disk.
#[derive(Debug, Default)]
pub(super) struct Drafting {
    /// As they lie there.
    written: Vec<Unfinished>,
    /// As the disk was last asked to take them: what it refused is tried again with the next change.
    tried: Vec<Unfinished>,
    /// What is not there yet.
    fresh: Option<Fresh>,
    /// Whether the diary was deleted: the next words begin a new one.
    begins: bool,
}

/// Entries as they are now, and since when, in egui's seconds.
#[derive(Debug)]
struct Fresh {
    all: Vec<Unfinished>,
    /// Since when they are as they are.
    since: f64,
    /// Since when they are not as they lie on the disk.
    differs: f64,
}

impl Drafting {
    /// Nothing lies on the disk any more, if the diary could be deleted.
    pub(super) fn after_erasing(begins: bool) -> Self {
        Self { begins, ..Self::default() }
    }

    /// This was found in the file.
    pub(super) fn opened_with(&mut self, found: &[Unfinished]) {
        *self = Self { written: found.to_vec(), ..Self::default() };
    }

    /// What must change on the disk; nothing where it is as it should be.
    pub(super) fn change(&self, all: &[Unfinished]) -> Option<Change> {
        (self.written != all).then(|| Change::Draft((!all.is_empty()).then(|| write_unfinished(all))))
    }

    /// The disk has taken these.
    pub(super) fn wrote(&mut self, all: Vec<Unfinished>) {
        self.written = all;
    }

    /// So many seconds until the disk is asked; none where that is due. `now` is in egui's seconds.
    fn waits(&mut self, all: &[Unfinished], now: f64) -> Option<f64> {
        let differs = self.fresh.as_ref().map_or(now, |fresh| fresh.differs);
        let fresh = match self.fresh.take() {
            Some(fresh) if fresh.all == all => fresh,
            _ => Fresh { all: all.to_vec(), since: now, differs },
        };
        let due = (fresh.since + QUIET).min(fresh.differs + LONGEST);
        self.fresh = Some(fresh);
        (due > now).then_some(due - now)
    }
}

impl App {
    /// Writes down what was begun once nobody has changed it for a moment, and before the window closes.
    pub(super) fn tend_begun(&mut self, ctx: &Context) {
        if !self.features.diary || !self.keeper.has_place() {
            return;
        }
        let all = self.visit.diary.unfinished();
        let drafting = &mut self.keeper.drafting;
        if all == drafting.written {
            drafting.fresh = None;
            drafting.tried.clone_from(&all);
            self.visit.diary.unwritten = false;
            return;
        }
        let (now, closes) = ctx.input(|i| (i.time, i.viewport().close_requested()));
        if !closes {
            if all == drafting.tried {
                return;
            }
            // In a hidden window egui's clock stands still: waiting there would have no end.
            if !is_hidden(ctx)
                && let Some(seconds) = drafting.waits(&all, now)
            {
                return ctx.request_repaint_after_secs(seconds as f32);
            }
        }
        drafting.fresh = None;
        drafting.tried = all;
        let begins = drafting.begins;
        // A file that another window had may be free by now: the last moment is worth a try.
        if self.keeper.is_shut() && (begins || closes) {
            self.open_diary();
        } else {
            self.keep_entries(Vec::new());
        }
        ctx.request_repaint();
    }
}
