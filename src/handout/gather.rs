//! What stands on a page to take away, taken from the catalog by ids.

use thiserror::Error;

use super::cited::cited;
use super::plan_words::plan_part;
use super::{Handout, Letterhead, Line, Part, Spare, short};
use crate::describe::charts::certainty_key;
use crate::i18n::{Arg, Tr};
use crate::model::{Catalog, Claim, ClaimId, Panel, Reading, Section, Sheet, SourceId, Tone};
use crate::plan::Plan;
use crate::visit::Reader;

/// What it may do: the claims that the page tells, in their order.
pub(super) const BENEFITS: [&str; 3] = ["better-than-usual", "real-and-pretend-equal", "pain-after-course"];
/// What can go wrong. Both lists are of the same length, so that neither looks larger.
pub(super) const HARMS: [&str; 3] = ["side-effects", "serious-harm", "harm-in-reports"];
/// The page whose grave sections are the warning signs.
const WARNINGS: &str = "warning_signs";
const EXPECT: &str = "what-happens";
const QUESTIONS: &str = "questions";
const TELL: &str = "take-care";
const AFTERCARE: &str = "aftercare";

/// How a page is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Wish {
    /// How hard its words may be.
    pub reading: Reading,
    /// Its paper, and how large the print is.
    pub sheet: Sheet,
}

/// What a page cannot do without, and the packs do not hold.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("a page to take away needs `{0}`, and no pack holds it")]
pub struct Lacking(pub String);

/// Fills a page from the catalog. Pictures are drawn later, since they take longer.
///
/// # Errors
/// Where a pack lacks a text that no page may go without.
pub fn gather(
    catalog: &Catalog,
    tr: &Tr,
    plan: Option<&Plan>,
    reader: &Reader,
    wish: Wish,
) -> Result<Handout, Lacking> {
    let mut sources = Vec::new();
    let panel = |id: &str| catalog.evidence().panel(id).ok_or_else(|| Lacking(id.to_owned()));
    let large = wish.sheet.large;
    let mut told = |reading: Reading| -> Result<(Part, Part), Lacking> {
        let mut told = |ids: &[&str], title: &str| claims(catalog, tr, (reading, large), ids, title, &mut sources);
        Ok((told(&BENEFITS, "handout-benefits")?, told(&HARMS, "handout-harms")?))
    };
    let (benefits, harms) = told(wish.reading)?;
    // Harder words are longer ones: in large print they may take more than the sheet has.
    let plain = if large && wish.reading != Reading::Plain { Some(told(Reading::Plain)?) } else { None };
    let mut warnings = Vec::new();
    let grave = |section: &&Section| section.tone != Tone::Plain && !section.items.is_empty();
    for section in catalog.page(WARNINGS).into_iter().flat_map(|page| &page.sections).filter(grave) {
        sources.extend(section.sources.iter().cloned());
        warnings.push(warning(section));
    }
    if warnings.is_empty() {
        return Err(Lacking(WARNINGS.to_owned()));
    }
    let mut told_by = |panel: &Panel| {
        let claims = catalog.evidence().claims_of(panel);
        sources.extend(claims.iter().flat_map(|claim| claim.sources.iter().cloned()));
    };
    let (expect, aftercare) = (panel(EXPECT)?, panel(AFTERCARE)?);
    told_by(expect);
    told_by(aftercare);
    let plan = plan.filter(|plan| !plan.steps.is_empty());
    let more = (1..=crate::plan::MOST_STEPS).map(|count| tr.text_with("handout-more", &[("count", count.into())]));
    let (whole, named) = cited(catalog, tr, &sources);
    let title = || tr.text("handout-sources");
    let (sources, shortest) = if large {
        let elsewhere = Line::plain(tr.text("handout-sources-elsewhere"));
        let named = Part { tail: Some(tr.text("handout-sources-named")), ..named };
        (named, Part { title: title(), lines: vec![elsewhere], ..Part::default() })
    } else {
        (whole, named)
    };
    let part = |panel: &Panel| if large { brief(panel, &[&panel.main, &panel.summary]) } else { list(panel) };
    let sentence = |panel: &Panel| brief(panel, &[&panel.main]);
    let visit = large.then(|| (sentence(expect), sentence(aftercare)));
    let mut handout = Handout {
        title: tr.text("handout-title"),
        lead: tr.text(if plan.is_some() { "handout-lead-plan" } else { "handout-lead" }),
        first: tr.text("handout-first"),
        language: "en".to_owned(),
        sheet: wish.sheet,
        clinic: letterhead(catalog),
        pictures: Vec::new(),
        plan: plan.map(|plan| plan_part(catalog, tr, plan)),
        tell: ticked(catalog, reader, TELL, tr.text("handout-tell")),
        expect: part(expect),
        questions: ticked(catalog, reader, QUESTIONS, tr.text("handout-questions")).unwrap_or_else(|| Part {
            title: tr.text("handout-questions"),
            lead: Some(tr.text("handout-write")),
            ..Part::default()
        }),
        benefits,
        harms,
        warnings,
        aftercare: part(aftercare),
        sources,
        has_square: false,
        square_says: tr.text("handout-square"),
        square_alt: tr.text("handout-square-alt"),
        short: String::new(),
        made: tr.text_with("handout-made", &[("day", Arg::from(catalog.reviewed_on()))]),
        foot: tr.text("handout-foot"),
        page_of: tr.text_with("handout-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        pen: true,
        spare: Spare { more: more.collect(), cut: tr.text("handout-cut"), sources: shortest, plain, visit },
    };
    handout.short = short::short(tr, catalog, &handout);
    handout.has_square = handout.short.len() <= short::LONGEST;
    Ok(handout)
}

/// Claims as lines at a level of reading, each with how sure anyone is and who found it; in large print the list of
/// sources alone says who.
fn claims(
    catalog: &Catalog,
    tr: &Tr,
    (reading, large): (Reading, bool),
    ids: &[&str],
    title: &str,
    sources: &mut Vec<SourceId>,
) -> Result<Part, Lacking> {
    let mut lines = Vec::new();
    for id in ids {
        let claim = catalog.evidence().claim(&ClaimId((*id).to_owned())).ok_or_else(|| Lacking((*id).to_owned()))?;
        sources.extend(claim.sources.iter().cloned());
        lines.push(Line { aside: Some(bearing(catalog, tr, claim, large)), ..Line::plain(claim.text.at(reading)) });
    }
    Ok(Part { title: tr.text(title), lines, ..Part::default() })
}

/// “How sure: moderate. Bäumler, 2021; Witt, 2009.”
fn bearing(catalog: &Catalog, tr: &Tr, claim: &Claim, alone: bool) -> String {
    let sure = tr.text(certainty_key(claim.certainty));
    let sure = tr.text_with("bearing-certainty", &[("certainty", sure.into())]);
    if alone {
        return sure;
    }
    let by: Vec<&str> = claim.sources.iter().filter_map(|id| Some(catalog.source(id)?.short.as_str())).collect();
    format!("{sure} {}.", by.join("; "))
}

fn warning(section: &Section) -> Part {
    Part {
        title: section.title.clone(),
        lead: section.intro.clone(),
        lines: section.items.iter().map(Line::plain).collect(),
        tail: section.outro.clone(),
    }
}

/// A panel by its list alone.
fn list(panel: &Panel) -> Part {
    let line = |item: &crate::model::Item| Line { lead: item.title.clone(), ..Line::plain(&item.says) };
    Part { title: panel.title.clone(), lines: panel.items.iter().map(line).collect(), ..Part::default() }
}

/// A panel by some sentences of it, where its list is too long.
fn brief(panel: &Panel, says: &[&str]) -> Part {
    Part { title: panel.title.clone(), lead: Some(says.join(" ")), ..Part::default() }
}

/// What was ticked of a panel's list; none where nothing was.
fn ticked(catalog: &Catalog, reader: &Reader, id: &str, title: String) -> Option<Part> {
    let panel = catalog.evidence().panel(id)?;
    let ticked = panel.items.iter().enumerate().filter(|(i, _)| reader.is_ticked(id, *i));
    let lines: Vec<Line> = ticked.map(|(_, item)| Line::plain(&item.says)).collect();
    (!lines.is_empty()).then_some(Part { title, lines, ..Part::default() })
}

fn letterhead(catalog: &Catalog) -> Option<Letterhead> {
    let clinic = catalog.clinic()?;
    Some(Letterhead {
        name: clinic.name.clone(),
        lines: clinic.lines.clone(),
        note: clinic.note.clone(),
        colours: clinic.colours.clone(),
        logo: clinic.logo.as_ref().map(|logo| logo.png.clone()),
        logo_says: clinic.logo.as_ref().map(|logo| logo.says.clone()),
    })
}
