//! What is told of the points and what is not yet: a gap that is counted gets filled.

use crate::model::{Catalog, Point};

/// So many codes are named after a count of absent ones.
const NAMED: usize = 12;

type Has = fn(&Point) -> bool;

const FIELDS: [(&str, Has); 12] = [
    ("place", |p| p.place.is_some()),
    ("under", |p| p.under.is_some()),
    ("tradition", |p| p.tradition.is_some()),
    ("body", |p| p.body.is_some()),
    ("trials", |p| p.trials.is_some()),
    ("cautions", |p| !p.cautions.is_empty() || p.own_caution.is_some()),
    ("find", |p| !p.find.is_empty()),
    ("under, more", |p| p.under.as_ref().is_some_and(|s| s.more.is_some())),
    ("tradition, more", |p| p.tradition.as_ref().is_some_and(|s| s.more.is_some())),
    ("body, more", |p| p.body.as_ref().is_some_and(|s| s.more.is_some())),
    ("body, sure", |p| p.body.as_ref().is_some_and(|s| s.sure.is_some())),
    ("trials, words", |p| p.trials.as_ref().is_some_and(|t| t.plain.is_some())),
];

/// A table of fields, how many points have each, and which have not: one line each.
pub(super) fn coverage(catalog: &Catalog) -> Vec<String> {
    let placed = |point: &Point| catalog.rule(point.code.as_str()).is_some();
    let studied = |point: &Point| !catalog.studies_of(&point.code).is_empty();
    let fields = FIELDS.into_iter().map(|(field, has)| row(field, catalog, has));
    std::iter::once(format!("{:<16} {:>6} {:>6}", "field", "filled", "absent"))
        .chain(fields)
        .chain([row("studies", catalog, studied), row("rule", catalog, placed)])
        .collect()
}

fn row(field: &str, catalog: &Catalog, has: impl Fn(&Point) -> bool) -> String {
    let (with, without): (Vec<&Point>, Vec<&Point>) = catalog.points().iter().partition(|point| has(point));
    let codes: Vec<&str> = without.iter().take(NAMED).map(|point| point.code.as_str()).collect();
    let more = if without.len() > NAMED { " …" } else { "" };
    let line = format!("{field:<16} {:>6} {:>6}  {}{more}", with.len(), without.len(), codes.join(" "));
    line.trim_end().to_owned()
}
