//! The diary set on paper for a doctor: made in a thread of its own, then kept beside the other files of the diary.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError};

use super::App;
use crate::store::database::Fault;
use crate::store::papers::{self, Paper};
use crate::visit::{DiaryPdf, Told};

/// A page in the making; dropped, it runs out by itself and is thrown away.
#[derive(Debug)]
pub(super) struct Making(Receiver<Result<(Vec<u8>, usize), String>>);

impl App {
    /// Makes the page of what is in the diary now.
    #[cfg(feature = "pdf")]
    pub(super) fn make_diary_pdf(&mut self) {
        use crate::handout::{diary_page, pdf};

        let (book, sheet) = (&self.visit.diary.book, self.visit.taking.sheet);
        let page = diary_page(&self.tr, &self.library.catalog, book, self.today(), sheet);
        let (sender, receiver) = std::sync::mpsc::channel();
        let ctx = self.taking.ctx.clone();
        self.visit.diary.pdf = DiaryPdf::Making;
        self.keeper.making = Some(Making(receiver));
        // One that was given up is set to its end; the next waits for it, so that pages never pile up.
        self.keeper.worker.work(move || {
            let made = pdf::render_diary(&page).map(|made| (made.pdf, made.pages)).map_err(|why| why.to_string());
            // Nobody waits any more where it was given up.
            let _given_up = sender.send(made);
            ctx.request_repaint();
        });
    }

    /// This build carries no typesetter, and offers none.
    #[cfg(not(feature = "pdf"))]
    #[allow(clippy::unused_self, reason = "the same call in every build")]
    pub(super) fn make_diary_pdf(&self) {}

    /// Looks whether the page is ready, and keeps it.
    pub(super) fn tend_diary(&mut self) {
        #[cfg(feature = "pdf")]
        if self.keeper.worker.tend() {
            // A thread that has ended wakes nobody any more.
            self.taking.ctx.request_repaint_after_secs(0.1);
        }
        let Some(Making(receiver)) = &self.keeper.making else { return };
        if self.visit.diary.pdf != DiaryPdf::Making {
            // It was given up, or the whole diary was deleted: nothing of it may come to the disk any more.
            self.keeper.give_up_page();
            return;
        }
        let made = match receiver.try_recv() {
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Err(String::new()),
            Ok(made) => made,
        };
        self.keeper.making = None;
        self.visit.diary.pdf = DiaryPdf::Nothing;
        match made {
            Err(why) => self.visit.diary.told.push(Told::NoPdf(why)),
            Ok((pdf, pages)) => {
                if let Some(file) = self.keep_paper(Paper::Pdf, &pdf) {
                    self.visit.diary.pdf = DiaryPdf::Ready { file, pages };
                }
            }
        }
    }

    /// Shows the page in the program that the computer has for it.
    pub(super) fn open_diary_pdf(&mut self) {
        let DiaryPdf::Ready { file, .. } = &self.visit.diary.pdf else { return };
        if let Err(why) = super::taking::open(file) {
            let fault = Fault::Failed { file: file.clone(), said: why };
            self.visit.diary.told.push(Told::Fault(fault));
        }
    }

    /// Writes a file for the person to take along, and tells what went wrong.
    pub(super) fn keep_paper(&mut self, paper: Paper, bytes: &[u8]) -> Option<PathBuf> {
        let day = self.today().map(|day| day.to_string()).unwrap_or_default();
        let written = match &self.keeper.papers {
            Some(folder) => papers::write(folder, paper, &day, bytes),
            None => Err(Fault::Homeless),
        };
        self.look_for_papers();
        match written {
            Ok(path) => Some(path),
            Err(fault) => {
                self.blame(fault);
                None
            }
        }
    }
}
