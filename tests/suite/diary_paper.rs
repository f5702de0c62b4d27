//! The diary on paper for a doctor: what stands on it, and, where the typesetter is built in, the PDF itself.

use deqi::diary::{Book, Entry};
use deqi::handout::{DiaryPage, diary_page};
use deqi::i18n::Tr;
use deqi::model::{Paper, Sheet};
use deqi::visit::Visit;

use crate::diary_weeks::{day, weeks};
use crate::support::LIBRARY;

/// The made-up diary of six weeks.
pub(crate) fn six_weeks() -> Book {
    let mut visit = Visit::default();
    for action in weeks() {
        visit.apply(&LIBRARY.catalog, action);
    }
    visit.diary.book
}

pub(crate) fn page(book: &Book, large: bool) -> DiaryPage {
    let sheet = Sheet { paper: Paper::A4, large };
    diary_page(&Tr::english(), &LIBRARY.catalog, book, Some(day("2026-12-13")), sheet)
}

#[test]
fn every_entry_stands_on_it_by_its_day_in_the_words_of_the_person() {
    let mut book = six_weeks();
    // Written last, of a day before all others.
    book.add(Entry { note: "First day.".to_owned(), ..Entry::on(day("2026-10-30")) });
    let page = page(&book, false);
    assert_eq!(page.rows.len(), 13);
    assert_eq!(page.rows[0][0], "30 October 2026");
    assert!(page.rows[0].contains(&"First day.".to_owned()));
    assert_eq!(page.heads.len(), page.widths.len());
    let last = &page.rows[12];
    assert_eq!(last[..2], ["12 December 2026".to_owned(), "2".to_owned()]);
    assert!(last.iter().any(|cell| cell.contains("Do what you had planned: Much trouble")), "{last:?}");
    assert!(page.made.as_deref().is_some_and(|made| made.contains("13 December 2026")));
    assert!(page.says.contains("11 entries") || page.says.contains("11"), "{}", page.says);
}

#[test]
fn a_column_that_nobody_filled_takes_no_room_and_an_empty_diary_has_no_picture() {
    let mut book = Book::default();
    let empty = page(&book, false);
    assert!(empty.plot.is_none() && empty.rows.is_empty());
    book.add(Entry { pain: Some(3), ..Entry::on(day("2026-12-01")) });
    let page = page(&book, false);
    assert_eq!(page.heads, ["Day", "Pain, 0 to 10"]);
}

#[test]
fn the_picture_shows_the_whole_scale_each_number_each_week_and_each_treatment() {
    let svg = page(&six_weeks(), false).plot.expect("there is a picture");
    let count = |what: &str| svg.matches(what).count();
    assert_eq!(count("fill=\"#FFFFFF\""), 11, "a ring for each number");
    assert_eq!(count("r=\"3.6\""), 5, "a dot for each week that has numbers");
    assert_eq!(count("stroke-width=\"2.2\""), 3, "no line over the week without a word");
    assert_eq!(count("stroke-dasharray"), 3, "a mark for each treatment");
    for number in [">0<", ">5<", ">10<", ">2 November 2026<", ">12 December 2026<"] {
        assert!(svg.contains(number), "{number} is missing");
    }
}
