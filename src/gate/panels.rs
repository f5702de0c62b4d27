//! What a panel and its charts must hold, and how their words must be.

use std::collections::BTreeSet;

use super::banned;
use super::finding::{Finding, Findings};
use super::measure::{Counts, sentences, words};
use super::numbers::{borne, denominators, numbers_of, unborne};
use super::prose::{is_passive, sentences_of, voice};
use super::terms::unexplained;
use super::times::times;
use crate::model::{Chart, Drawing, Evidence, ListKind, Panel, Reading};

/// The hardest that a plain panel may be.
pub const HARDEST_GRADE: f64 = 6.0;
/// The same by SMOG.
pub const HARDEST_SMOG: f64 = 8.5;
/// Where *more* asks too much.
const HARDEST_MORE: f64 = 10.0;
const LONGEST_MAIN: usize = 20;
/// More lines than this in a row are a wall.
pub(super) const LONGEST_LIST: usize = 7;

/// Looks at one panel.
pub(super) fn panel(panel: &Panel, evidence: &Evidence, all: &mut Vec<Finding>) {
    let mut found = Findings::new(all, "panels.ron", &panel.id);
    parts(panel, &mut found);
    grades(panel, &mut found);
    let known = borne(evidence.claims_of(panel));
    let mut out_of = BTreeSet::new();
    for text in panel.texts() {
        words_of(text.field, text.reading, text.says, evidence, &known, &mut found);
        if text.reading != Reading::Science {
            out_of.extend(denominators(text.says));
        }
    }
    if out_of.len() > 1 {
        let list = out_of.into_iter().collect::<Vec<_>>().join(" and ");
        found.hard("", format!("numbers are out of {list}"), "count all out of the same number, or make two panels");
    }
    times(panel, &mut found);
    voice("", &panel.prose(Reading::Plain), &mut found);
}

/// What every text of a patient must keep to.
pub(super) fn words_of(
    field: &str,
    reading: Reading,
    text: &str,
    evidence: &Evidence,
    known: &BTreeSet<String>,
    found: &mut Findings<'_>,
) {
    sentences_of(field, reading, text, found);
    numbers_of(field, reading, text, found);
    unexplained(field, reading, text, &evidence.terms, found);
    for figure in unborne(text, known) {
        found.hard(
            field,
            format!("no claim here bears the figure {figure}"),
            "add the claim that does, or take it out",
        );
    }
    if let Some((word, instead)) = banned::frightens(text) {
        found.hard(field, format!("“{word}” frightens"), instead);
    }
}

fn parts(panel: &Panel, found: &mut Findings<'_>) {
    if panel.main.trim().is_empty() {
        found.hard("main", "there is no main message", "say the one thing to take away");
    } else if words(&panel.main).count() > LONGEST_MAIN {
        let what = format!("the main message has {} words", words(&panel.main).count());
        found.hard("main", what, "say it in 20 words");
    }
    if words(&panel.summary).count() < 4 || panel.summary == panel.main {
        found.hard("summary", "there is no summary", "say in two sentences what it comes to");
    }
    if panel.action.says.trim().is_empty() || panel.action.steps.is_empty() {
        found.hard("action", "there is nothing that a visitor can do", "name one action and its steps");
    }
    if panel.text.more.is_none() || panel.text.science.is_none() {
        found.hard("text", "a reading level is missing", "write plain, more and science");
    }
    for (field, says) in [("main", &panel.main), ("action", &panel.action.says)] {
        if sentences(says).iter().any(|sentence| is_passive(sentence)) {
            found.soft(field, "it does not say who acts", "say who does it");
        }
    }
    let row = longest_row(panel);
    if row > LONGEST_LIST {
        let what = format!("{row} lines stand in a row");
        found.hard("items", what, "give some of them a title, or make two lists");
    }
    if panel.list != ListKind::Points && panel.items.is_empty() {
        found.hard("items", "a list is announced and empty", "write its lines, or leave `list` out");
    }
}

/// The most lines of a list that stand in a row without a title.
pub(super) fn longest_row(panel: &Panel) -> usize {
    let rows = panel.lists().flat_map(|items| items.split(|item| item.title.is_some()));
    rows.map(<[_]>::len).max().unwrap_or(0)
}

fn grades(panel: &Panel, found: &mut Findings<'_>) {
    // The panel as a whole, and its account alone: short steps beside it may not make up for a hard account.
    let (all, account) = (Counts::of(panel.prose(Reading::Plain)), Counts::of([panel.text.plain.as_str()]));
    let (grade, smog) = (all.grade().max(account.grade()), all.smog().max(account.smog()));
    if grade > HARDEST_GRADE {
        let what = format!("the plain text is for grade {grade:.1}");
        found.hard("plain", what, "use shorter sentences and shorter words, to grade 6");
    }
    if smog > HARDEST_SMOG {
        let what = format!("the plain text has a SMOG grade of {smog:.1}");
        found.hard("plain", what, "use fewer long words, to 8.5");
    }
    let more = panel.text.more.as_deref().map(|more| Counts::of([more]).grade()).unwrap_or_default();
    if more > HARDEST_MORE {
        found.soft("more", format!("it is for grade {more:.1}"), "bring it to about grade 8");
    }
}

/// Looks at one chart.
pub(super) fn chart(chart: &Chart, evidence: &Evidence, all: &mut Vec<Finding>) {
    let mut found = Findings::new(all, "charts.ron", &chart.id);
    let known = borne(chart.claims.iter().filter_map(|id| evidence.claim(id)));
    let texts = [("title", &chart.title), ("caption", &chart.caption), ("read", &chart.read), ("says", &chart.says)];
    for (field, text) in texts {
        words_of(field, Reading::Plain, text, evidence, &known, &mut found);
        if words(text).count() < 3 {
            found.hard(field, "it says next to nothing", "write a whole sentence");
        }
    }
    words_of("means", Reading::More, &chart.means, evidence, &known, &mut found);
    let out_of: BTreeSet<String> = texts.iter().flat_map(|(_, text)| denominators(text)).collect();
    if out_of.len() > 1 {
        found.hard("says", "numbers are out of more than one number", "count all out of the same number");
    }
    drawn(chart, &mut found);
}

/// Whether the words of a chart say what it shows.
fn drawn(chart: &Chart, found: &mut Findings<'_>) {
    let (Drawing::People { arms, .. } | Drawing::Bars { arms, .. }) = &chart.drawing else { return };
    if arms.len() < 2 {
        found.hard("drawing", "only one group is shown", "show every group of the study");
    }
    for arm in arms {
        let said = arm.shown().is_none_or(|shown| super::numbers::figures(&chart.says).contains(&shown.to_string()));
        if !said {
            let what = format!("`says` leaves out the value of “{}”", arm.name);
            found.hard("says", what, "say every number that is drawn");
        }
    }
}
