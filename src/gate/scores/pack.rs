//! The marks of all panels together: IPDAS and DISCERN judge a whole aid, not a page of it.

use super::super::others::words_in;
use super::Item;
use super::panel::panel;
use crate::model::{Catalog, Cell, Chapter, Claim, ClaimKind, Drawing, Evidence, Reading, find_word};

/// The marks of all panels together.
#[derive(Clone, Debug)]
pub struct PackScores {
    /// IPDAS: does it qualify as a decision aid?
    pub qualifying: Vec<Item>,
    /// IPDAS: can it be trusted?
    pub certifying: Vec<Item>,
    /// IPDAS: are chances told well?
    pub probabilities: Vec<Item>,
    /// DISCERN-informed items.
    pub discern: Vec<Item>,
}

/// The marks of a catalog.
pub fn pack(catalog: &Catalog) -> PackScores {
    let evidence = catalog.evidence();
    let all = evidence.panels.iter().flat_map(|panel| panel.prose(Reading::Plain)).collect::<Vec<_>>().join(" ");
    PackScores {
        qualifying: qualifying(evidence, &all),
        certifying: certifying(catalog, &all),
        probabilities: probabilities(evidence),
        discern: discern(catalog, &all),
    }
}

fn says(all: &str, words: &[&str]) -> bool {
    words.iter().any(|word| find_word(all, word).is_some())
}

fn told(cell: &Cell) -> bool {
    matches!(cell, Cell::Says { text, claims, .. } if !text.is_empty() && !claims.is_empty())
}

fn numbered(evidence: &Evidence, kind: ClaimKind) -> usize {
    evidence.claims.iter().filter(|claim| claim.kind == kind && !claim.numbers.is_empty()).count()
}

fn qualifying(evidence: &Evidence, all: &str) -> Vec<Item> {
    let options = &evidence.options;
    vec![
        Item::new(
            "describes the condition",
            says(all, &["back pain"]) && says(all, &["long-lasting", "new back pain"]),
        ),
        Item::new("states the decision", says(all, &["decide", "choose"])),
        Item::new("describes the options", options.len() >= 3 && options.iter().all(|option| told(&option.what))),
        Item::new(
            "gains of the options",
            options.iter().filter(|option| told(&option.points) || told(&option.people)).count() >= 3,
        ),
        Item::new("harms of the options", options.iter().filter(|option| told(&option.harms)).count() >= 3),
        Item::new("what it is like", says(all, &["feel"]) && says(all, &["prick", "ache", "tingle"])),
    ]
}

fn certifying(catalog: &Catalog, all: &str) -> Vec<Item> {
    let evidence = catalog.evidence();
    let claims = &evidence.claims;
    let cited = |claim: &Claim| {
        let sources = claim.sources.iter().filter_map(|id| catalog.source(id));
        sources.filter(|source| source.citation.len() > 10).count() == claim.sources.len() && !claim.sources.is_empty()
    };
    vec![
        Item::new("equal detail for gains and harms", balanced(evidence)),
        Item::new("citations", !claims.is_empty() && claims.iter().all(cited)),
        Item::new("date of publication", !catalog.reviewed_on().is_empty()),
        Item::new(
            "update policy",
            says(all, &["again"]) && claims.iter().all(|claim| claim.review_by > claim.checked_on),
        ),
        Item::new("how sure", evidence.panels.iter().all(|panel| panel.sure.says.split(' ').count() >= 3)),
        Item::new("who pays", says(all, &["nobody pays", "who pays for this"])),
    ]
}

fn balanced(evidence: &Evidence) -> bool {
    let (good, bad) = (words_in(evidence, Chapter::Benefits), words_in(evidence, Chapter::Safety));
    let ratio = good as f64 / bad.max(1) as f64;
    (1.0 / 1.5..=1.5).contains(&ratio)
}

/// An item is met where every panel with chances meets it, and there are such panels.
fn probabilities(evidence: &Evidence) -> Vec<Item> {
    let each: Vec<Vec<Item>> = evidence.panels.iter().map(|one| panel(one, evidence).ipdas).collect();
    let asked: Vec<&Vec<Item>> = each.iter().filter(|items| items.iter().any(|item| item.met.is_some())).collect();
    let names = each.first().map_or_else(Vec::new, |items| items.iter().map(|item| item.name).collect::<Vec<_>>());
    let met = |i: usize| !asked.is_empty() && asked.iter().all(|items| items[i].met == Some(true));
    names.into_iter().enumerate().map(|(i, name)| Item::new(name, met(i))).collect()
}

fn discern(catalog: &Catalog, all: &str) -> Vec<Item> {
    let evidence = catalog.evidence();
    let findable = |claim: &Claim| {
        let mut sources = claim.sources.iter().filter_map(|id| catalog.source(id));
        sources.all(|source| source.doi.is_some() || source.pmid.is_some() || source.url.is_some() || source.year > 0)
    };
    let options = &evidence.options;
    vec![
        Item::new("1 aims", evidence.panels.iter().all(|panel| !panel.main.is_empty())),
        Item::new("4 sources", !evidence.claims.is_empty() && evidence.claims.iter().all(findable)),
        Item::new("5 dates", evidence.studies.iter().all(|study| study.year > 1900)),
        Item::new("6 balance", balanced(evidence)),
        Item::new("7 where to find more", !evidence.studies.is_empty()),
        Item::new("8 uncertainty", says(all, &["nobody knows", "we do not know", "not very sure"])),
        Item::new("9 how it works", evidence.claims.iter().any(|claim| claim.kind == ClaimKind::Mechanism)),
        Item::new("10 benefits", numbered(evidence, ClaimKind::Benefit) >= 3),
        Item::new("11 risks", numbered(evidence, ClaimKind::Harm) >= 3),
        Item::new("12 no treatment", says(all, &["by itself", "waiting helps", "wait"])),
        Item::new("13 daily life", says(all, &["daily life", "daily tasks"])),
        Item::new("14 more than one choice", options.len() >= 3),
        Item::new("15 deciding together", says(all, &["talk it over", "talk them over", "together"])),
        Item::new("charts show every group", evidence.charts.iter().all(|chart| groups(&chart.drawing) >= 2)),
    ]
}

fn groups(drawing: &Drawing) -> usize {
    match drawing {
        Drawing::People { arms, .. } | Drawing::Bars { arms, .. } => arms.len(),
        Drawing::Curve { lines, .. } => lines.len(),
        Drawing::Ruler { marks, .. } => marks.len(),
        Drawing::Gauges(gauges) => gauges.len(),
    }
}
