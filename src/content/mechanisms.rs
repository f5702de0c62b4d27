//! What an entry of `mechanisms.ron` must be on its own.

use super::check::{filled, id, sourced};
use super::entry::{Entry, Flaw};
use crate::model::{Mechanism, MechanismKind};

/// Beside a picture there is room for so many letters.
const SHORT: usize = 120;

impl Entry for Mechanism {
    const FILE: &'static str = "mechanisms.ron";
    const NOUN: &'static str = "mechanism";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("name", &self.name)], found);
        filled(self.short.iter().map(|short| ("short", short)), found);
        let levels = [("more", &self.says.more), ("science", &self.says.science)];
        let levels = levels.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)));
        filled(std::iter::once(("plain", &self.says.plain)).chain(levels), found);
        sourced("sources", self.sources.len(), found);
        if self.short.as_ref().is_some_and(|short| short.chars().count() > SHORT) {
            let hint = format!("say it in at most {SHORT} letters: the rest belongs into `says`");
            found.push(Flaw::error("short", "`short` is too long to stand beside a picture", hint));
        }
        for finding in &self.found {
            filled([("whom", &finding.whom), ("plain", &finding.plain)], found);
            filled(finding.more.iter().map(|more| ("more", more)), found);
            sourced("found", finding.sources.len(), found);
        }
        graded(self, found);
    }
}

/// What is known wears a grade and names what was found; what is not known has neither. A step that is only a setting
/// of our picture, or how the body is built, names no finding: it may stand ungraded, and is shown so.
fn graded(mechanism: &Mechanism, found: &mut Vec<Flaw>) {
    let unknown = mechanism.kind == MechanismKind::Unknown;
    let setting = mechanism.kind == MechanismKind::Step && mechanism.found.is_empty();
    match mechanism.grade {
        None if setting => return,
        None if !unknown => {
            let hint = "write grade: People, Animals, Idea or Disputed";
            found.push(Flaw::error("kind", "this entry does not say how sure it is", hint));
        }
        Some(_) if unknown => {
            let hint = "leave the grade out, or make it a Step";
            found.push(Flaw::error("grade", "what is not known cannot be graded", hint));
        }
        _ => {}
    }
    if !unknown && mechanism.found.is_empty() {
        let hint = "add found: [(whom: …, plain: …, grade: …, sources: […])]";
        found.push(Flaw::error("kind", "this entry names no study of what was found", hint));
    }
}
