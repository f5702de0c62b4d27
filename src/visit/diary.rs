//! What a person does in their diary: the entry they write, what they look at, what went wrong with the disk.

mod begun;

use std::path::PathBuf;

pub use self::begun::Draft;
use crate::diary::{Book, Ease, Edit, Entry, Flaw, Place, Reason, Sleep, Treatment, reason};
use crate::model::Day;
use crate::store::database::Fault;

/// What the diary shows.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum DiaryView {
    /// How it went: plot, table, entries.
    #[default]
    Overview,
    /// Warning signs, asked about before anything else.
    Signs(Signs),
    /// The entry that is being written.
    Entry,
    /// Taking it along, putting it away, deleting it.
    Keeping,
}

/// Which warning signs are asked about, and why.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Signs {
    /// Why.
    pub reason: Reason,
    /// Those that need help at once come first, then those for the same day.
    pub same_day: bool,
}

/// One thing to change in the entry that is being written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Field {
    /// The day.
    Day(Day),
    /// Pain, or no word of it.
    Pain(Option<u8>),
    /// It hurts here, or no longer does.
    Toggle(Place),
    /// It hurts here.
    Paint(Place),
    /// It hurts nowhere.
    NoPlace,
    /// How one of the everyday things went.
    Doing(usize, Option<Ease>),
    /// How the night was.
    Sleep(Option<Sleep>),
    /// What was taken.
    Medicines(String),
    /// Whether there was a visit.
    Visit(bool),
    /// Its points.
    Points(String),
    /// Anything else.
    Note(String),
}

/// What a person can ask of their diary.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DiaryAsk {
    /// Look at something else.
    Show(DiaryView),
    /// Write an entry, for this day to begin with; one that was begun is gone on with.
    Write(Day),
    /// Change an entry.
    Edit(u32),
    /// Change something in the entry that is being written.
    Change(Field),
    /// Keep the entry.
    Save,
    /// Leave the entry as it was.
    Discard,
    /// Delete an entry.
    Delete(u32),
    /// Take back the last step.
    Undo,
    /// Take it again.
    Redo,
    /// Whether one of the warning signs is there.
    Signs(bool),
    /// Show every part of the body in the list, or those round the back.
    AllParts(bool),
    /// Show the table, or put it away.
    Table(bool),
    /// Try again what could not be kept.
    Retry,
    /// Write the diary as a table for other programs.
    Export,
    /// Write the diary as a page.
    ExportPage,
    /// Set the diary on paper.
    MakePdf,
    /// Do not set it after all.
    CancelPdf,
    /// See it in the program that the computer has for it.
    OpenPdf,
    /// Put the whole diary into a file.
    Backup,
    /// Bring a file back by its name.
    Restore(String),
    /// Ask before everything is deleted; none leaves it. The flag tells whether files that were written go too.
    AskErase(Option<bool>),
    /// Delete everything for good.
    Erase,
}

/// What must be done outside of the visit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Errand {
    /// Read what was kept.
    Open,
    /// Keep changes, and those that could not be kept before.
    Keep(Vec<Edit>),
    /// Write the diary as a table.
    Export,
    /// Write the diary as a page.
    ExportPage,
    /// Set it on paper.
    MakePdf,
    /// Show what was set.
    OpenPdf,
    /// Put it into a file.
    Backup,
    /// Bring a file back.
    Restore(String),
    /// Look which files there are.
    Look,
    /// Delete it for good, and the files that were written too.
    Erase {
        /// Whether the files that were written go too.
        files: bool,
    },
}

/// What a person should know.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Told {
    /// Something went wrong with a file.
    Fault(Fault),
    /// A file was written.
    Written(PathBuf),
    /// So many entries came back from a backup.
    Restored(usize),
    /// A backup could not be brought back.
    BadBackup(crate::diary::BackupError),
    /// The diary could not be set on paper, for this reason.
    NoPdf(String),
    /// The entry cannot be kept as it is.
    Flaw(Flaw),
    /// An entry of this day was begun and not kept; it is the one to go on with.
    Found(Day),
    /// One more of them, of this day, comes once the one in hand is done.
    Waits(Day),
    /// All is deleted.
    Erased,
}

/// Files that were written for the person.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Papers {
    /// Where they are.
    pub folder: Option<PathBuf>,
    /// The backups among them by name, the newest first.
    pub backups: Vec<String>,
    /// How many there are of all kinds.
    pub count: usize,
}

/// How far the diary has come on its way to paper.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum DiaryPdf {
    /// Nobody asked for it.
    #[default]
    Nothing,
    /// It is being set.
    Making,
    /// It was written.
    Ready {
        /// The file.
        file: PathBuf,
        /// So many pages.
        pages: usize,
    },
}

/// A person's diary, and where they are in it.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "five facts that have nothing to do with each other")]
pub struct DiaryPanel {
    /// The entries.
    pub book: Book,
    /// Whether what was kept has been read.
    pub is_open: bool,
    /// What is shown.
    pub view: DiaryView,
    /// The entry that is being written.
    pub draft: Option<Draft>,
    /// Entries that were begun before it, and come back once it is done.
    pub set_aside: Vec<Draft>,
    /// Whether every part of the body is listed.
    pub all_parts: bool,
    /// Whether the table is shown.
    pub table: bool,
    /// Whether it is asked if everything shall go, and the files with it.
    pub erasing: Option<bool>,
    /// What a person should know.
    pub told: Vec<Told>,
    /// Whether an entry is not on the disk yet.
    pub unsaved: bool,
    /// Whether what is being written could not be put there.
    pub unwritten: bool,
    /// Files that were written.
    pub papers: Papers,
    /// The one for paper.
    pub pdf: DiaryPdf,
}

/// What an ask leads to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// What must be done outside.
    pub(super) errand: Option<Errand>,
    /// Whether the warning signs come first now.
    pub(super) warns: bool,
}

impl DiaryPanel {
    /// Does what was asked.
    pub(super) fn apply(&mut self, ask: DiaryAsk) -> Outcome {
        if !matches!(ask, DiaryAsk::Change(_) | DiaryAsk::AllParts(_)) {
            self.told.clear();
        }
        if !matches!(ask, DiaryAsk::AskErase(_)) {
            // Another thing is asked: deleting everything is no longer meant, unless this does it.
            let erasing = self.erasing.take();
            if ask == DiaryAsk::Erase {
                return self.erase(erasing.unwrap_or(false));
            }
        }
        match ask {
            DiaryAsk::Show(view) => {
                self.view = view;
                self.pdf = DiaryPdf::Nothing;
                if view == DiaryView::Keeping {
                    return errand(Errand::Look);
                }
            }
            DiaryAsk::Write(day) => self.write(day),
            DiaryAsk::Edit(id) => self.edit(id),
            DiaryAsk::Change(field) => {
                if let Some(draft) = &mut self.draft {
                    change(&mut draft.entry, field);
                }
            }
            DiaryAsk::Save => return self.save(),
            DiaryAsk::Discard => {
                self.end();
                return errand(Errand::Keep(Vec::new()));
            }
            DiaryAsk::Delete(id) => {
                let edits = self.book.remove(id);
                self.set_aside.retain(|draft| draft.of != Some(id));
                if self.draft.as_ref().is_some_and(|draft| draft.of == Some(id)) {
                    self.end();
                }
                self.view = DiaryView::Overview;
                return keep(edits);
            }
            DiaryAsk::Undo => return keep(self.book.undo()),
            DiaryAsk::Redo => return keep(self.book.redo()),
            DiaryAsk::Signs(has) => return self.answer(has),
            DiaryAsk::AllParts(all) => self.all_parts = all,
            DiaryAsk::Table(shown) => self.table = shown,
            DiaryAsk::Retry => return errand(if self.is_open { Errand::Keep(Vec::new()) } else { Errand::Open }),
            DiaryAsk::Export => return errand(Errand::Export),
            DiaryAsk::ExportPage => return errand(Errand::ExportPage),
            DiaryAsk::MakePdf => return errand(Errand::MakePdf),
            DiaryAsk::CancelPdf => self.pdf = DiaryPdf::Nothing,
            DiaryAsk::OpenPdf => return errand(Errand::OpenPdf),
            DiaryAsk::Backup => return errand(Errand::Backup),
            DiaryAsk::Restore(name) => return errand(Errand::Restore(name)),
            DiaryAsk::AskErase(asked) => self.erasing = asked,
            DiaryAsk::Erase => {}
        }
        Outcome::default()
    }

    /// Takes in the entries of a backup and gives what must be kept.
    pub fn restore(&mut self, entries: Vec<Entry>) -> Vec<Edit> {
        let edits = self.book.merge(entries);
        self.told.push(Told::Restored(edits.len()));
        edits
    }

    fn write(&mut self, day: Day) {
        let asked = self.draft.as_ref().is_some_and(|draft| draft.asked);
        if self.draft.is_none() {
            self.draft = Some(Draft { of: None, entry: Entry::on(day), asked: false });
        }
        // Where pain is new, warning signs come before the first word.
        let first = self.book.is_empty() && !asked;
        let signs = Signs { reason: Reason::First, same_day: false };
        self.view = if first { DiaryView::Signs(signs) } else { DiaryView::Entry };
    }

    fn save(&mut self) -> Outcome {
        let Some(draft) = self.draft.clone() else { return Outcome::default() };
        let entry = match draft.entry.checked() {
            Ok(entry) => entry,
            Err(flaw) => {
                self.told.push(Told::Flaw(flaw));
                return Outcome::default();
            }
        };
        if !draft.asked
            && let Some(reason) = reason(&self.book, draft.of, &entry)
        {
            self.view = DiaryView::Signs(Signs { reason, same_day: false });
            return Outcome::default();
        }
        let edits = match draft.of {
            // What was deleted or undone meanwhile comes back as an entry of its own.
            Some(id) if self.book.entry(id).is_some() => self.book.replace(id, entry),
            _ => self.book.add(entry),
        };
        self.end();
        errand(Errand::Keep(edits))
    }

    fn answer(&mut self, has: bool) -> Outcome {
        let DiaryView::Signs(signs) = self.view else { return Outcome::default() };
        if !has && !signs.same_day {
            self.view = DiaryView::Signs(Signs { same_day: true, ..signs });
            return Outcome::default();
        }
        if let Some(draft) = &mut self.draft {
            draft.asked = true;
        }
        // What was written before the question is kept either way; the page comes first all the same.
        let is_written = self.draft.as_ref().is_some_and(|draft| !draft.entry.is_empty());
        self.view = DiaryView::Entry;
        let outcome = if is_written { self.save() } else { Outcome::default() };
        Outcome { warns: has, ..outcome }
    }

    fn erase(&mut self, files: bool) -> Outcome {
        *self = Self { is_open: self.is_open, papers: std::mem::take(&mut self.papers), ..Self::default() };
        errand(Errand::Erase { files })
    }
}

fn errand(errand: Errand) -> Outcome {
    Outcome { errand: Some(errand), warns: false }
}

fn keep(edits: Vec<Edit>) -> Outcome {
    if edits.is_empty() { Outcome::default() } else { errand(Errand::Keep(edits)) }
}

fn change(entry: &mut Entry, field: Field) {
    match field {
        Field::Day(day) => entry.day = day,
        Field::Pain(pain) => entry.pain = pain,
        Field::Toggle(place) => {
            if !entry.places.remove(&place) {
                entry.places.insert(place);
            }
        }
        Field::Paint(place) => _ = entry.places.insert(place),
        Field::NoPlace => entry.places.clear(),
        Field::Doing(which, ease) => {
            if let Some(kept) = entry.doing.get_mut(which) {
                *kept = ease;
            }
        }
        Field::Sleep(sleep) => entry.sleep = sleep,
        Field::Medicines(text) => entry.medicines = text,
        Field::Visit(was) => entry.visit = was.then(Treatment::default),
        Field::Points(points) => entry.visit = Some(Treatment { points }),
        Field::Note(note) => entry.note = note,
    }
}
