//! What the first sight of the diary says of all entries, kept until one of them changes: while the body is turned beside
//! it, nothing is counted or worded anew.

use super::super::Cx;
use crate::describe;
use crate::diary::{Book, Course, Entry, course, is_odd};
use crate::model::Day;

/// The most rows at once: a year and more. All of them stand in what is written for a doctor.
const MOST: usize = 400;

/// What is kept. It holds what the person wrote, as the visit does beside it.
#[derive(Debug, Default)]
pub struct DiaryCache {
    of: Option<(Book, Option<Day>)>,
    /// How it went.
    pub(super) course: Course,
    /// The same in a sentence.
    pub(super) says: String,
    /// All entries, the newest writing first.
    pub(super) rows: Vec<Row>,
}

/// An entry as a row.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number.
    pub(super) id: u32,
    /// All of it as one sentence.
    pub(super) name: String,
    /// Its day.
    pub(super) day: String,
    /// What it says, in a line.
    pub(super) said: String,
    /// Whether its day looks like a slip.
    pub(super) odd: bool,
    /// How high it is in a list of some width at some zoom, once it was laid out.
    pub(super) height: Option<(f32, f32, f32)>,
}

impl DiaryCache {
    /// Brings it up to date.
    pub(super) fn look(&mut self, cx: &Cx<'_>) {
        let book = &cx.visit.diary.book;
        if self.of.as_ref().is_some_and(|(of, today)| of == book && *today == cx.today) {
            return;
        }
        let course = course(book, cx.today);
        let says = describe::diary::course(cx.tr, &course);
        let rows = book.entries().rev().take(MOST).map(|(id, entry)| Row::new(cx, id, entry)).collect();
        *self = Self { of: Some((book.clone(), cx.today)), course, says, rows };
    }
}

impl Row {
    fn new(cx: &Cx<'_>, id: u32, entry: &Entry) -> Self {
        let (day, said) = (describe::diary::day(cx.tr, entry.day), said(cx, entry));
        let name = cx.tr.text_with("diary-row", &[("day", day.as_str().into()), ("said", said.as_str().into())]);
        Self { id, name, day, said, odd: is_odd(entry.day, cx.today), height: None }
    }
}

/// What an entry says, in a line.
fn said(cx: &Cx<'_>, entry: &Entry) -> String {
    let pain = entry.pain.map_or_else(
        || cx.tr.text("diary-row-else"),
        |pain| cx.tr.text_with("diary-row-pain", &[("pain", u32::from(pain).into())]),
    );
    let visit = entry.visit.as_ref().map(|_| cx.tr.text("diary-row-visit"));
    let places = entry.places.iter().map(|place| describe::diary::place(cx.tr, cx.catalog, place));
    std::iter::once(pain).chain(visit).chain(places.take(3)).collect::<Vec<_>>().join(" · ")
}
