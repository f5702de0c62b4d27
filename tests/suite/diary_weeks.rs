//! A made-up diary of six weeks, written by asking for it as a person would: for tests and pictures.

use deqi::diary::{Ease, Place, Sleep};
use deqi::model::{Day, Side};
use deqi::visit::{Action, DiaryAsk, Field, Screen};

/// A day.
pub(crate) fn day(text: &str) -> Day {
    Day::read(text).unwrap_or_else(|| Day::from_unix(0))
}

/// A place.
pub(crate) fn place(part: &str, side: Side) -> Place {
    Place { part: part.to_owned(), side }
}

/// Asks for something in the diary.
pub(crate) fn ask(ask: DiaryAsk) -> Action {
    Action::Diary(ask)
}

/// The diary with nothing in it.
pub(crate) fn empty() -> Vec<Action> {
    vec![Action::Go(Screen::Diary), ask(DiaryAsk::Erase), ask(DiaryAsk::Show(deqi::visit::DiaryView::Overview))]
}

/// What changes in one entry.
pub(crate) fn fields(pain: Option<u8>, visit: bool) -> Vec<Field> {
    vec![
        Field::Pain(pain),
        Field::Paint(place("low_back", Side::Left)),
        Field::Paint(place("buttock", Side::Left)),
        Field::Doing(0, Some(Ease::Some)),
        Field::Doing(3, Some(Ease::Hard)),
        Field::Sleep(Some(Sleep::Broken)),
        Field::Medicines("Ibuprofen 400".to_owned()),
        Field::Visit(visit),
        Field::Note("Drive.".to_owned()),
    ]
}

/// One entry as it is written and kept. None of the warning signs is there.
pub(crate) fn entry(on: &str, fields: Vec<Field>) -> Vec<Action> {
    let no = [ask(DiaryAsk::Signs(false)), ask(DiaryAsk::Signs(false))];
    let begin = std::iter::once(ask(DiaryAsk::Write(day(on)))).chain(no.clone());
    let write = [Field::Day(day(on))].into_iter().chain(fields).map(|field| ask(DiaryAsk::Change(field)));
    begin.chain(write).chain([ask(DiaryAsk::Save)]).chain(no).collect()
}

/// Six weeks: two visits, a week without a word.
pub(crate) fn weeks() -> Vec<Action> {
    let entries = [
        ("2026-11-02", Some(6), false),
        ("2026-11-04", Some(7), false),
        ("2026-11-07", Some(5), true),
        ("2026-11-10", Some(5), false),
        ("2026-11-13", Some(6), false),
        ("2026-11-14", None, true),
        ("2026-11-18", Some(4), false),
        ("2026-11-21", Some(3), true),
        ("2026-11-30", Some(4), false),
        ("2026-12-04", Some(2), false),
        ("2026-12-07", Some(3), false),
        ("2026-12-12", Some(2), false),
    ];
    let written = entries.into_iter().flat_map(|(on, pain, visit)| entry(on, fields(pain, visit)));
    empty().into_iter().chain(written).collect()
}
