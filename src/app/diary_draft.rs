//! What is being written in the diary outlasts the window: until the entry is kept or thrown away, it lies in the diary's
//! own file, and is there again at the next start.

use eframe::egui::Context;

use super::quiet::Quiet;
use super::{App, is_hidden};
use crate::diary::{Unfinished, write_unfinished};
use crate::store::diary::Change;

/// What of the entries that were begun lies on the disk.
#[derive(Debug, Default)]
pub(super) struct Drafting {
    /// As they lie there.
    written: Vec<Unfinished>,
    /// When the next are written down, in egui's seconds.
    quiet: Quiet<Vec<Unfinished>>,
    /// Whether the diary was deleted: the next words begin a new one.
    begins: bool,
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
}

impl App {
    /// Writes down what was begun once nobody has changed it for a moment, and before the window closes.
    pub(super) fn tend_begun(&mut self, ctx: &Context) {
        if !self.features.diary || !self.keeper.has_place() {
            return;
        }
        let drafting = &mut self.keeper.drafting;
        if self.visit.diary.has_begun(&drafting.written) {
            if !drafting.quiet.was_asked(&*drafting.written) {
                drafting.quiet.asks(&*drafting.written);
            }
            self.visit.diary.unwritten = false;
            return;
        }
        let all = &*self.visit.diary.unfinished();
        let (now, closes) = ctx.input(|i| (i.time, i.viewport().close_requested()));
        if !closes {
            if drafting.quiet.was_asked(all) {
                return;
            }
            // In a hidden window egui's clock stands still: waiting there would have no end.
            if !is_hidden(ctx)
                && let Some(seconds) = drafting.quiet.waits(all, now)
            {
                return ctx.request_repaint_after_secs(seconds as f32);
            }
        }
        drafting.quiet.asks(all);
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
