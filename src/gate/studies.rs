//! Studies in the browser of evidence: their words are those of any panel, and their figures stand in claims that name
//! them. A figure that only a study card shows would reach nobody who reads the export.

use std::collections::BTreeSet;

use super::banned;
use super::finding::{Finding, Findings};
use super::measure::Counts;
use super::numbers::{borne, unborne};
use super::panels::{HARDEST_GRADE, words_of};
use crate::model::{Claim, Effect, Evidence, Reading, Study};

/// One line is hard to measure: a long word or two lifts it. Above this it is refused; above grade 6 it is warned of.
const HARDEST_LINE: f64 = 8.0;

/// Looks at one study.
pub(super) fn study(study: &Study, evidence: &Evidence, all: &mut Vec<Finding>) {
    let mut found = Findings::new(all, "studies.ron", &study.source.0);
    let names_it = |claim: &&Claim| claim.sources.contains(&study.source);
    let claims: Vec<&Claim> = evidence.claims.iter().filter(names_it).collect();
    if claims.is_empty() {
        found.hard("source", "no claim names this study", "add a claim that says what it found, or take it out");
        return;
    }
    let known = borne(claims);
    // Its name and its plain line are for everybody; what it found is told with intervals, for whoever asks further.
    let plain = [("name", &study.name), ("plain", &study.plain)];
    let more = [("made", &study.made), ("size", &study.size), ("result", &study.result), ("limits", &study.limits)];
    let notes = study.effects.iter().filter_map(|effect| effect.note.as_ref()).map(|note| ("note", note));
    let times = study.effects.iter().map(|effect| ("time", &effect.time));
    let plain = plain.into_iter().map(|(field, text)| (field, Reading::Plain, text));
    let more = more.into_iter().chain(notes).chain(times).map(|(field, text)| (field, Reading::More, text));
    for (field, reading, text) in plain.chain(more) {
        words_of(field, reading, text, evidence, &known, &mut found);
        if let Some((word, instead)) = banned::promised(text) {
            found.hard(field, format!("“{word}” promises too much"), instead);
        }
    }
    grade(&study.plain, &mut found);
    let bared: BTreeSet<String> = known.iter().map(|figure| bare(figure)).collect();
    study.effects.iter().for_each(|effect| drawn(effect, &bared, &mut found));
}

fn grade(plain: &str, found: &mut Findings<'_>) {
    let grade = Counts::of([plain]).grade();
    let (says, remedy) = (format!("the line is for grade {grade:.1}"), "use shorter sentences and words, to grade 6");
    if grade > HARDEST_LINE {
        found.hard("plain", says, remedy);
    } else if grade > HARDEST_GRADE {
        found.soft("plain", says, remedy);
    }
}

/// A figure without noughts at its end: a file may say 16.0 where a claim says 16, and it is one number.
fn bare(figure: &str) -> String {
    let bare = if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure };
    bare.to_owned()
}

/// Whether claims bear what a plot draws of an effect: its size, both ends of its interval, its people.
fn drawn(effect: &Effect, known: &BTreeSet<String>, found: &mut Findings<'_>) {
    let ends = effect.ci.into_iter().flat_map(|(low, high)| [low, high]);
    let drawn = std::iter::once(effect.value).chain(ends).map(|value| value.abs().to_string());
    for figure in drawn.chain(effect.people.map(|people| people.to_string())) {
        if let Some(strange) = unborne(&figure, known).first() {
            let what = format!("no claim that names this study bears the figure {strange}");
            found.hard("effects", what, "add it to a claim with its interval, time and comparison, or take it out");
        }
    }
}
