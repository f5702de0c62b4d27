//! A diary on paper, for a doctor: how pain went as a picture and as a sentence, and every entry by its day.
//!
//! Nothing is judged and nothing is left out: what a person wrote stands there in their words.

use serde::Serialize;

use super::diary_plot::plot;
use crate::describe;
use crate::diary::{Book, Report, ReportRow};
use crate::i18n::Tr;
use crate::model::{Catalog, Day, Sheet};

/// A run of letters without a space may be so long; a longer one could not be broken into a column.
const LONGEST_WORD: usize = 14;
/// Where a line may end, and nothing is seen.
const BREAK: char = '\u{200b}';
/// How wide the columns are, beside each other: day, pain, where, what one could do, sleep, medicines, treatment, note.
/// The day has 0, as wide as it is: a date over three lines reads badly.
const WIDTHS: [u8; COLUMNS] = [0, 6, 17, 26, 13, 17, 13, 16];
const COLUMNS: usize = 8;

/// All that stands on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiaryPage {
    /// The headline, which is also the title of the file.
    pub title: String,
    /// The language of its own words.
    pub language: String,
    /// Paper and size of print.
    pub sheet: Sheet,
    /// On which day it was made, where that is known.
    pub made: Option<String>,
    /// How pain went, as the picture shows it.
    pub says: String,
    /// The picture as SVG; none where no entry has a day that can be drawn.
    #[serde(skip)]
    pub plot: Option<String>,
    /// Whether there is a picture.
    pub has_plot: bool,
    /// What the signs in the picture are.
    pub key: String,
    /// What the numbers mean.
    pub scale: String,
    /// The heading of the entries.
    pub entries: String,
    /// The columns that hold anything: their heads.
    pub heads: Vec<String>,
    /// How wide each of them is, beside the others; 0 is as wide as what stands in it.
    pub widths: Vec<u8>,
    /// A row for each entry, the first day first.
    pub rows: Vec<Vec<String>>,
    /// That some signs of the person's cannot be printed; said only where it is so.
    pub unprinted: String,
    /// Whose page it is.
    pub foot: String,
    /// “Page {page} of {pages}”.
    pub page_of: String,
}

impl DiaryPage {
    /// Replaces what cannot be printed, and tells whether there was anything.
    pub fn replace(&mut self, can_print: impl Fn(char) -> bool) -> bool {
        let fits = |c: char| c.is_whitespace() || c == BREAK || can_print(c);
        let mut any = false;
        for cell in self.rows.iter_mut().flatten().filter(|cell| !cell.chars().all(fits)) {
            any = true;
            *cell = cell.chars().map(|c| if fits(c) { c } else { '?' }).collect();
        }
        any
    }
}

/// Fills the page.
pub fn diary_page(tr: &Tr, catalog: &Catalog, book: &Book, today: Option<Day>, sheet: Sheet) -> DiaryPage {
    let Report { course, mut rows } = describe::diary::data(tr, catalog, book, today);
    rows.sort_by(|a, b| a.day.cmp(&b.day).then(a.id.cmp(&b.id)));
    let all: Vec<[String; COLUMNS]> = rows.iter().map(|row| cells(tr, row)).collect();
    // A column in which nobody wrote anything takes room from the others.
    let kept: Vec<usize> = (0..COLUMNS).filter(|&i| i == 0 || all.iter().any(|row| !row[i].is_empty())).collect();
    let heads = heads(tr);
    let plot = plot(tr, &course);
    DiaryPage {
        title: tr.text("diary-page-title"),
        language: "en".to_owned(),
        sheet,
        made: today.map(|day| tr.text_with("diary-page-made", &[("day", describe::diary::day(tr, day).into())])),
        says: describe::diary::course(tr, &course),
        has_plot: plot.is_some(),
        plot,
        key: tr.text("diary-pdf-key"),
        scale: tr.text("diary-scale-note"),
        entries: tr.text("diary-pdf-entries"),
        widths: kept.iter().map(|&i| WIDTHS[i]).collect(),
        heads: kept.iter().map(|&i| heads[i].clone()).collect(),
        rows: all.iter().map(|row| kept.iter().map(|&i| breakable(&row[i])).collect()).collect(),
        unprinted: tr.text("diary-pdf-unprinted"),
        foot: tr.text("diary-pdf-foot"),
        page_of: tr.text_with("handout-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
    }
}

fn heads(tr: &Tr) -> [String; COLUMNS] {
    [
        "diary-head-day",
        "diary-head-pain",
        "diary-head-where",
        "diary-doing",
        "diary-head-sleep",
        "diary-head-medicines",
        "diary-head-visit",
        "diary-head-note",
    ]
    .map(|key| tr.text(key))
}

fn cells(tr: &Tr, row: &ReportRow) -> [String; COLUMNS] {
    let day = Day::read(&row.day).map_or_else(|| row.day.clone(), |day| describe::diary::day(tr, day));
    let line = |(key, said): (&&str, &String)| {
        let words = [("what", tr.text(key).into()), ("said", said.as_str().into())];
        (!said.is_empty()).then(|| tr.text_with("diary-page-line", &words))
    };
    let doing: Vec<String> = describe::diary::DOING.iter().zip(&row.doing).filter_map(line).collect();
    let visit = [&row.visit, &row.points].map(String::as_str).into_iter().filter(|said| !said.is_empty());
    [
        day,
        row.pain.clone(),
        row.places.clone(),
        doing.join("\n"),
        row.sleep.clone(),
        row.medicines.clone(),
        visit.collect::<Vec<_>>().join(": "),
        row.note.clone(),
    ]
}

/// The same text with places where a very long word may end its line.
fn breakable(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        run = if c.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            whole.push(BREAK);
            run = 1;
        }
        whole.push(c);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn only_very_long_words_may_be_broken() {
        assert_eq!(breakable("Ibuprofen 400, twice"), "Ibuprofen 400, twice");
        let long = breakable(&"x".repeat(40));
        assert_eq!(long.split(super::BREAK).map(str::len).collect::<Vec<_>>(), [14, 14, 12]);
    }
}
