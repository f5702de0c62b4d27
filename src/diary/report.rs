//! The diary in words, as data for a table, a page to print or a file.

use super::book::Book;
use super::course::{Course, course};
use super::entry::{Doing, Ease, Entry, Sleep};
use super::place::Place;
use crate::model::Day;

/// One entry in words; what was not entered is empty.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ReportRow {
    /// The entry's number.
    pub id: u32,
    /// The day as `2026-11-25`.
    pub day: String,
    /// 0 to 10.
    pub pain: String,
    /// Where it hurt.
    pub places: String,
    /// How everyday things went, in the order of [`Doing::ALL`].
    pub doing: [String; 4],
    /// How the night was.
    pub sleep: String,
    /// What was taken.
    pub medicines: String,
    /// Whether there was a visit.
    pub visit: String,
    /// Its points.
    pub points: String,
    /// Anything else.
    pub note: String,
}

/// The diary in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How pain went.
    pub course: Course,
    /// Every entry in the order of writing.
    pub rows: Vec<ReportRow>,
}

/// How values are said.
pub trait Words {
    /// A place on the body.
    fn place(&self, place: &Place) -> String;
    /// How something went.
    fn ease(&self, ease: Ease) -> String;
    /// How a night was.
    fn sleep(&self, sleep: Sleep) -> String;
    /// That there was a visit.
    fn visit(&self) -> String;
}

/// The diary in words.
pub fn report(book: &Book, today: Option<Day>, words: &dyn Words) -> Report {
    let rows = book.entries().map(|(id, entry)| row(id, entry, words)).collect();
    Report { course: course(book, today), rows }
}

fn row(id: u32, entry: &Entry, words: &dyn Words) -> ReportRow {
    let places: Vec<String> = entry.places.iter().map(|place| words.place(place)).collect();
    let mut doing: [String; Doing::ALL.len()] = Default::default();
    for (said, ease) in doing.iter_mut().zip(entry.doing) {
        *said = ease.map(|ease| words.ease(ease)).unwrap_or_default();
    }
    ReportRow {
        id,
        day: entry.day.to_string(),
        pain: entry.pain.map(|pain| pain.to_string()).unwrap_or_default(),
        places: places.join("; "),
        doing,
        sleep: entry.sleep.map(|sleep| words.sleep(sleep)).unwrap_or_default(),
        medicines: entry.medicines.clone(),
        visit: entry.visit.as_ref().map(|_| words.visit()).unwrap_or_default(),
        points: entry.visit.as_ref().map(|visit| visit.points.clone()).unwrap_or_default(),
        note: entry.note.clone(),
    }
}
