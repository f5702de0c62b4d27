//! The cards of points, the cautions they share, and pages: how hard they are to read, and what they promise.

use super::banned;
use super::finding::{Finding, Findings};
use super::measure::Counts;
use super::panels::HARDEST_GRADE;
use super::prose::beginning;
use crate::model::{Catalog, Page, Point};

/// A card, or a page, that is harder than this is refused. Up to it, one that is above grade 6 is warned of: a card is
/// short, and two names of muscles can lift it.
pub const HARDEST_CARD: f64 = 8.0;

/// Looks at all cards, shared cautions and pages.
pub(super) fn cards_and_pages(catalog: &Catalog, all: &mut Vec<Finding>) {
    for point in catalog.points() {
        let mut found = Findings::new(all, "points.ron", point.code.as_str());
        for (field, said) in point.statements() {
            promise(field, &said.plain, &mut found);
        }
        graded("card", of_card(point), &mut found);
        if let Some(text) = point.plain().find(|text| Counts::of([*text]).grade() > HARDEST_CARD) {
            let what = format!("“{} …” is for grade {:.1}", beginning(text), Counts::of([text]).grade());
            found.soft("plain", what, "make two sentences of it");
        }
    }
    for caution in catalog.cautions() {
        let mut found = Findings::new(all, "cautions.ron", &caution.id.0);
        promise("says", &caution.says.plain, &mut found);
        graded("caution", Counts::of([caution.says.plain.as_str()]), &mut found);
    }
    for page in catalog.pages() {
        let mut found = Findings::new(all, "pages.ron", &page.id);
        for section in &page.sections {
            let texts = section.intro.iter().chain(&section.items).chain(&section.outro);
            texts.for_each(|text| promise(&section.title, text, &mut found));
        }
        graded("page", of_page(page), &mut found);
    }
}

/// The counts of what a card says in plain words.
pub(super) fn of_card(point: &Point) -> Counts {
    Counts::of(point.plain())
}

fn of_page(page: &Page) -> Counts {
    let sections = page.sections.iter().flat_map(|one| one.intro.iter().chain(&one.items).chain(&one.outro));
    Counts::of(page.lead.iter().chain(sections).map(String::as_str))
}

/// Says how hard something is to read, where that is above grade 6.
pub(super) fn graded(what: &str, counts: Counts, found: &mut Findings<'_>) {
    let grade = counts.grade();
    if grade <= HARDEST_GRADE {
        return;
    }
    let says = format!("the {what} is for grade {grade:.1}");
    let remedy = "use shorter sentences and words, to grade 6; names of anatomy belong into `more`";
    if grade > HARDEST_CARD {
        found.hard("plain", says, remedy);
    } else {
        found.soft("plain", says, remedy);
    }
}

/// Says what promises too much.
pub(super) fn promise(field: &str, text: &str, found: &mut Findings<'_>) {
    if let Some((word, instead)) = banned::promised(text) {
        found.hard(field, format!("“{word}” promises too much"), instead);
    }
}
