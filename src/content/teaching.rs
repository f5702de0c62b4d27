//! What a teaching example of `teaching.ron` must be on its own, and of its points.

use std::collections::BTreeSet;

use super::check::{filled, id, sourced};
use super::entry::{Entry, Flaw};
use crate::model::{Point, SetPoint, TeachingSet};
use crate::plan::Step;

/// More points than this are no example that anyone could follow.
const MOST_POINTS: usize = 20;

impl Entry for TeachingSet {
    const FILE: &'static str = "teaching.ron";
    const NOUN: &'static str = "teaching example";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("name", &self.name), ("about", &self.about)], found);
        sourced("about", self.sources.len(), found);
        if self.points.is_empty() || self.points.len() > MOST_POINTS {
            let what = format!("an example has 1 to {MOST_POINTS} points, not {}", self.points.len());
            found.push(Flaw::error("points", what, "name those that the source names"));
        }
        let mut seen = BTreeSet::new();
        for point in self.points.iter().filter(|point| !seen.insert(&point.code)) {
            let what = format!("the point `{}` is given twice in this example", point.code);
            found.push(Flaw::error(point.code.as_str(), what, "keep one, with `sides: Both` for both sides"));
        }
    }
}

/// Reports a side on which a point does not lie.
pub(super) fn sides(named: &SetPoint, point: &Point, flaws: &mut Vec<Flaw>) {
    let offered = Step::offered(point.layout);
    if !offered.contains(&named.sides) {
        let what = format!("`{}` does not lie on the side `{:?}`", named.code, named.sides);
        let hint = format!("write one of {offered:?}");
        flaws.push(Flaw::error(named.code.as_str(), what, hint));
    }
}
