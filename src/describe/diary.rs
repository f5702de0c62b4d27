//! The diary in words: days, places, how pain went, what was kept, and the files to take along.

use std::fmt::Write as _;

use super::{keeping, side};
use crate::diary::{BackupError, Book, Course, Ease, Flaw, Place, Report, Sleep, Words, csv, report};
use crate::i18n::Tr;
use crate::model::{Catalog, Day, Side};
use crate::visit::Told;

/// A day as a person reads it.
pub fn day(tr: &Tr, day: Day) -> String {
    // As texts, so that no language puts a mark into the year.
    let parts = [
        ("day", day.of_month().to_string().into()),
        ("month", u32::from(day.month()).into()),
        ("year", day.year().to_string().into()),
    ];
    tr.text_with("diary-day", &parts)
}

/// The name of a part of the body.
pub fn part(catalog: &Catalog, part: &str) -> String {
    catalog.parts().get(part).cloned().unwrap_or_else(|| part.replace('_', " "))
}

/// A place on the body.
pub fn place(tr: &Tr, catalog: &Catalog, place: &Place) -> String {
    let names = [("part", part(catalog, &place.part).into()), ("side", side(tr, place.side).into())];
    tr.text_with("diary-place", &names)
}

/// All places of an entry, or that there is none.
pub fn places<'a>(tr: &Tr, catalog: &Catalog, places: impl Iterator<Item = &'a Place>) -> String {
    let names: Vec<String> = places.map(|one| place(tr, catalog, one)).collect();
    if names.is_empty() {
        return tr.text("diary-no-place");
    }
    tr.text_with("diary-places", &[("places", names.join("; ").into())])
}

/// The name of a side in a short list.
pub fn short_side(tr: &Tr, side: Side) -> String {
    tr.text(match side {
        Side::Left => "diary-left",
        Side::Right => "diary-right",
        Side::Midline => "diary-middle",
    })
}

/// The key of how something went.
pub fn ease_key(ease: Ease) -> &'static str {
    match ease {
        Ease::Well => "diary-ease-well",
        Ease::Some => "diary-ease-some",
        Ease::Hard => "diary-ease-hard",
        Ease::Not => "diary-ease-not",
    }
}

/// The key of how a night was.
pub fn sleep_key(sleep: Sleep) -> &'static str {
    match sleep {
        Sleep::Well => "diary-sleep-well",
        Sleep::Broken => "diary-sleep-broken",
        Sleep::Little => "diary-sleep-little",
    }
}

/// How pain went, as the plot shows it.
pub fn course(tr: &Tr, course: &Course) -> String {
    let mut said = match (course.span(), course.range()) {
        (Some((first, last)), Some((least, most))) if course.dots.len() > 1 => {
            let facts = [
                ("count", course.dots.len().into()),
                ("first", day(tr, first).into()),
                ("last", day(tr, last).into()),
                ("least", u32::from(least).into()),
                ("most", u32::from(most).into()),
            ];
            tr.text_with("diary-course", &facts)
        }
        (Some((first, _)), Some((pain, _))) => {
            tr.text_with("diary-course-one", &[("day", day(tr, first).into()), ("pain", u32::from(pain).into())])
        }
        _ => tr.text("diary-course-none"),
    };
    if let [first, .., last] = &course.weeks[..] {
        let facts = [
            ("first", day(tr, first.monday).into()),
            ("before", average(first.mean).into()),
            ("last", day(tr, last.monday).into()),
            ("after", average(last.mean).into()),
        ];
        let _ok = write!(said, " {}", tr.text_with("diary-course-weeks", &facts));
    }
    if !course.visits.is_empty() {
        let _ok = write!(said, " {}", tr.text_with("diary-course-visits", &[("count", course.visits.len().into())]));
    }
    if course.odd > 0 {
        let _ok = write!(said, " {}", tr.text_with("diary-course-odd", &[("count", course.odd.into())]));
    }
    said
}

/// An average with one place after the point, or none where it is whole.
pub fn average(mean: f32) -> String {
    super::charts::decimal(mean, usize::from((mean - mean.round()).abs() > 0.05))
}

/// What a person should know.
pub fn told(tr: &Tr, told: &Told) -> String {
    match told {
        Told::Fault(fault) => keeping::fault(tr, fault),
        Told::Written(path) => tr.text_with("diary-written", &[("file", path.display().to_string().into())]),
        Told::Restored(count) => tr.text_with("diary-restored", &[("count", (*count).into())]),
        Told::BadBackup(BackupError::Newer(_)) => tr.text("diary-backup-newer"),
        Told::BadBackup(BackupError::Large) => tr.text("diary-backup-large"),
        Told::BadBackup(BackupError::Strange(_) | BackupError::Entry(..)) => tr.text("diary-backup-strange"),
        Told::NoPdf(why) => tr.text_with("diary-pdf-failed", &[("why", why.as_str().into())]),
        Told::Found(of) => tr.text_with("diary-found", &[("day", day(tr, *of).into())]),
        Told::Waits(of) => tr.text_with("diary-waits", &[("day", day(tr, *of).into())]),
        Told::Flaw(Flaw::Empty) => tr.text("diary-flaw-empty"),
        Told::Flaw(Flaw::Long) => tr.text_with("diary-flaw-long", &[("most", crate::diary::MOST_TEXT.into())]),
        Told::Flaw(Flaw::Pain | Flaw::Places) => tr.text("diary-flaw-other"),
        Told::Erased => tr.text("diary-erased"),
    }
}

/// How values are said in a report.
struct Say<'a> {
    tr: &'a Tr,
    catalog: &'a Catalog,
}

impl Words for Say<'_> {
    fn place(&self, one: &Place) -> String {
        place(self.tr, self.catalog, one)
    }

    fn ease(&self, ease: Ease) -> String {
        self.tr.text(ease_key(ease))
    }

    fn sleep(&self, sleep: Sleep) -> String {
        self.tr.text(sleep_key(sleep))
    }

    fn visit(&self) -> String {
        self.tr.text("diary-visit-mark")
    }
}

/// The keys of the everyday things, in the order of [`crate::diary::Doing::ALL`].
pub const DOING: [&str; 4] = ["diary-doing-morning", "diary-doing-sitting", "diary-doing-feet", "diary-doing-plans"];

/// The heads of the columns.
fn heads(tr: &Tr) -> [String; 12] {
    let [morning, sitting, feet, plans] = DOING;
    [
        "diary-head-day",
        "diary-head-pain",
        "diary-head-where",
        morning,
        sitting,
        feet,
        plans,
        "diary-head-sleep",
        "diary-head-medicines",
        "diary-head-visit",
        "diary-head-points",
        "diary-head-note",
    ]
    .map(|key| tr.text(key))
}

/// The diary as data in words: for a table, a page, a PDF.
pub fn data(tr: &Tr, catalog: &Catalog, book: &Book, today: Option<Day>) -> Report {
    report(book, today, &Say { tr, catalog })
}

/// The diary as a table for other programs.
pub fn table(tr: &Tr, catalog: &Catalog, book: &Book) -> String {
    csv(&heads(tr), &data(tr, catalog, book, None))
}

/// The diary as a page of plain words, to read, to print, to hand over.
pub fn page(tr: &Tr, catalog: &Catalog, book: &Book, today: Option<Day>) -> String {
    let report = data(tr, catalog, book, today);
    let heads = heads(tr);
    let mut text = format!("{}\n\n{}\n", tr.text("diary-page-title"), course(tr, &report.course));
    if let Some(today) = today {
        let _ok = writeln!(text, "{}", tr.text_with("diary-page-made", &[("day", day(tr, today).into())]));
    }
    let _ok = writeln!(text, "{}", tr.text("diary-scale-note"));
    for row in &report.rows {
        let of = Day::read(&row.day).map_or_else(|| row.day.clone(), |of| day(tr, of));
        let _ok = writeln!(text, "\n{of}");
        let cells = [&row.pain, &row.places].into_iter().chain(&row.doing);
        let cells = cells.chain([&row.sleep, &row.medicines, &row.visit, &row.points, &row.note]);
        for (head, cell) in heads[1..].iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let said = [("what", head.as_str().into()), ("said", cell.replace('\n', " ").into())];
            let _ok = writeln!(text, "  {}", tr.text_with("diary-page-line", &said));
        }
    }
    text
}
