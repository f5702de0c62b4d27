//! The diary and the disk: what the visit asks for is read, kept, written or deleted here, and what went wrong is told.

use std::path::PathBuf;

use super::App;
use super::diary_draft::Drafting;
use super::diary_pdf::Making;
use crate::describe;
use crate::diary::{self, Book, Edit};
use crate::store::database::Fault;
use crate::store::diary::{Change, DiaryStore, Row};
use crate::store::papers::{self, Paper};
use crate::visit::{Errand, Papers, Told};

/// Where a diary is kept, and what of it is not kept yet.
#[derive(Debug, Default)]
pub struct Keeper {
    /// The file.
    file: Option<PathBuf>,
    /// The folder for files that a person takes along.
    pub(super) papers: Option<PathBuf>,
    /// Open once someone looked at the diary.
    store: Option<DiaryStore>,
    /// Changes that the disk did not take yet, in their order.
    waiting: Vec<Edit>,
    /// What is being written.
    pub(super) drafting: Drafting,
    /// The diary on its way to paper.
    pub(super) making: Option<Making>,
    /// Who sets it.
    #[cfg(feature = "pdf")]
    pub(super) worker: super::worker::Worker,
}

impl Keeper {
    /// Keeps a diary in a file, and writes files to take along into a folder. None: nothing outlasts the window.
    pub fn new(file: Option<PathBuf>, papers: Option<PathBuf>) -> Self {
        Self { file, papers, ..Self::default() }
    }

    /// Nobody wants it on paper any more.
    pub(super) fn give_up_page(&mut self) {
        self.making = None;
        #[cfg(feature = "pdf")]
        self.worker.give_up();
    }

    /// Whether there is a place for a diary, and it is not open.
    pub(super) fn is_shut(&self) -> bool {
        self.file.is_some() && self.store.is_none()
    }

    /// Whether there is a place for a diary.
    pub(super) fn has_place(&self) -> bool {
        self.file.is_some()
    }

    /// Deletes the file and what lies beside it. One that is not open, since another window has it or it is not for this
    /// Deqi, is opened for that: what may not be opened may not be deleted either.
    fn erase(&mut self) -> Result<(), Fault> {
        match (self.store.take(), &self.file) {
            (Some(store), _) => store.erase(),
            (None, Some(file)) => DiaryStore::open(file).and_then(|(store, _)| store.erase()),
            (None, None) => Ok(()),
        }
    }
}

impl App {
    /// Says where the diary is kept. Nothing is read or made before someone opens it.
    pub fn keep_diary(&mut self, keeper: Keeper) {
        self.keeper = keeper;
    }

    /// Does something for the diary. Where there is none, nothing on the disk is touched.
    pub(super) fn run(&mut self, errand: Errand) {
        if !self.features.diary {
            return;
        }
        match errand {
            Errand::Open => self.open_diary(),
            Errand::Keep(edits) => self.keep_entries(edits),
            Errand::Export => {
                let text = describe::diary::table(&self.tr, &self.library.catalog, &self.visit.diary.book);
                self.write_paper(Paper::Table, &text);
            }
            Errand::ExportPage => {
                let today = self.today();
                let text = describe::diary::page(&self.tr, &self.library.catalog, &self.visit.diary.book, today);
                self.write_paper(Paper::Page, &text);
            }
            Errand::MakePdf => self.make_diary_pdf(),
            Errand::OpenPdf => self.open_diary_pdf(),
            Errand::Backup => match diary::write_backup(&self.visit.diary.book) {
                Ok(text) => self.write_paper(Paper::Backup, &text),
                Err(error) => self.blame(Fault::Failed { file: PathBuf::from("backup"), said: error.to_string() }),
            },
            Errand::Restore(name) => self.bring_back(&name),
            Errand::Look => self.look_for_papers(),
            Errand::Erase { files } => self.erase(files),
        }
    }

    /// Reads what was kept. Where that fails the diary works on, and lasts until the window closes.
    pub(super) fn open_diary(&mut self) {
        let opened = match &self.keeper.file {
            None => Err(Fault::Homeless),
            Some(file) => {
                DiaryStore::open(file).and_then(|(store, told)| Ok((store.rows()?, store.begun()?, store, told)))
            }
        };
        let (kept, begun, store, told) = match opened {
            Ok(opened) => opened,
            Err(fault) => return self.blame(fault),
        };
        self.visit.diary.told.extend(told.into_iter().map(Told::Fault));
        let mut unreadable = kept.unreadable + begun.unreadable;
        let found = begun.text.map(|text| diary::read_unfinished(&text));
        unreadable += usize::from(found == Some(None));
        let found = found.flatten().unwrap_or_default();
        let mut entries = Vec::new();
        for row in kept.rows {
            match diary::read_entry(&row.body) {
                Some(entry) => entries.push((row.id, entry)),
                None => unreadable += 1,
            }
        }
        if unreadable > 0 {
            let file = store.database().file().to_owned();
            self.visit.diary.told.push(Told::Fault(Fault::Unreadable { file, count: unreadable }));
        }
        // What was written while the file could not be opened is added to what is in it.
        let written: Vec<_> = self.visit.diary.book.entries().map(|(_, entry)| entry.clone()).collect();
        let mut book = Book::new(entries, kept.highest);
        let edits = book.merge(written);
        self.keeper.waiting.clear();
        self.keeper.store = Some(store);
        self.keeper.drafting.opened_with(&found);
        self.visit.diary.take_in(book);
        self.visit.diary.find(found);
        self.visit.diary.is_open = true;
        self.keep_entries(edits);
    }

    /// Keeps changes, with those that had to wait, and what is being written now: an entry that is kept is no longer begun,
    /// and no power cut comes between the two. What the disk does not take waits, and is told.
    pub(super) fn keep_entries(&mut self, edits: Vec<Edit>) {
        if self.keeper.store.is_none() && self.keeper.file.is_some() && !edits.is_empty() {
            // A new diary after all was deleted, or one that could not be opened before: its entries are in the book.
            self.visit.diary.unsaved = true;
            return self.open_diary();
        }
        self.keeper.waiting.extend(edits);
        let begun = self.visit.diary.unfinished();
        let Keeper { store, waiting, drafting, .. } = &mut self.keeper;
        let draft = drafting.change(&begun);
        let (waits, begins) = (!waiting.is_empty(), draft.is_some());
        let changes: Vec<Change> = waiting.iter().map(row).chain(draft).collect();
        let outcome = match store {
            _ if changes.is_empty() => Ok(()),
            Some(store) => store.write(&changes),
            None => Err(Fault::Homeless),
        };
        match outcome {
            Ok(()) => {
                waiting.clear();
                drafting.wrote(begun);
                (self.visit.diary.unsaved, self.visit.diary.unwritten) = (false, false);
                return;
            }
            // Why there is no file was told when it was opened.
            Err(Fault::Homeless) => {}
            Err(fault) => self.blame(fault),
        }
        self.visit.diary.unsaved |= waits;
        self.visit.diary.unwritten = begins;
    }

    fn write_paper(&mut self, paper: Paper, text: &str) {
        if let Some(path) = self.keep_paper(paper, text.as_bytes()) {
            self.visit.diary.told.push(Told::Written(path));
        }
    }

    fn bring_back(&mut self, name: &str) {
        let read = match &self.keeper.papers {
            Some(folder) => papers::read(folder, name, diary::MOST_BYTES),
            None => Err(Fault::Homeless),
        };
        match read.map(|text| diary::read_backup(&text)) {
            Ok(Ok(entries)) => {
                let edits = self.visit.diary.restore(entries);
                self.keep_entries(edits);
            }
            Ok(Err(error)) => self.visit.diary.told.push(Told::BadBackup(error)),
            Err(fault) => self.blame(fault),
        }
    }

    pub(super) fn look_for_papers(&mut self) {
        let folder = self.keeper.papers.clone();
        let of = |look: fn(&std::path::Path) -> Vec<String>| folder.as_deref().map(look).unwrap_or_default();
        self.visit.diary.papers = Papers { backups: of(papers::backups), count: of(papers::all).len(), folder };
    }

    /// Deletes everything. A new file is begun only when something is written again.
    fn erase(&mut self, files: bool) {
        self.keeper.waiting.clear();
        self.keeper.give_up_page();
        let mut outcome = self.keeper.erase();
        if files && let Some(folder) = &self.keeper.papers {
            outcome = outcome.and(papers::erase(folder));
        }
        self.visit.diary.is_open = false;
        self.keeper.drafting = Drafting::after_erasing(outcome.is_ok());
        self.look_for_papers();
        match outcome {
            Ok(()) => self.visit.diary.told.push(Told::Erased),
            Err(fault) => self.blame(fault),
        }
    }

    pub(super) fn blame(&mut self, fault: Fault) {
        // What is tried again with every change is told once.
        let told = Told::Fault(fault);
        if !self.visit.diary.told.contains(&told) {
            self.visit.diary.told.push(told);
        }
    }

    /// The day on the calendar.
    pub(super) fn today(&self) -> Option<crate::model::Day> {
        self.today.or_else(|| self.clock.day())
    }
}

fn row(edit: &Edit) -> Change {
    match edit {
        Edit::Put(id, entry) => Change::Put(Row { id: *id, body: diary::write_entry(entry) }),
        Edit::Remove(id) => Change::Remove(*id),
    }
}
