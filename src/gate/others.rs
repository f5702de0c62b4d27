//! Claims, myths, questions, the option grid, and the balance of all.

use super::finding::{Finding, Findings};
use super::measure::{Counts, words};
use super::numbers::{borne, numbers_of_claim};
use super::panels::words_of;
use super::prose::sentences_of;
use crate::model::{Cell, Chapter, Claim, Day, Evidence, GridQuestion, Reading};

/// Benefits may take this many words for each word on harms, and the other way round.
const MOST: f64 = 1.5;
/// So few words are no text to weigh.
const FEW: usize = 60;
/// Short answers are hard to measure: a long word or two lifts them.
const HARDEST_ANSWER: f64 = 8.0;

/// Looks at one claim.
pub(super) fn claim(claim: &Claim, evidence: &Evidence, today: Option<Day>, all: &mut Vec<Finding>) {
    let mut found = Findings::new(all, "claims.ron", &claim.id.0);
    numbers_of_claim(claim, &mut found);
    let known = borne([claim]);
    let plain = claim.text.plain.as_str();
    words_of("plain", Reading::Plain, plain, evidence, &known, &mut found);
    if today.is_some_and(|today| claim.is_overdue(today)) {
        let what = format!("this claim was due to be checked again by {}", claim.review_by);
        found.soft("review_by", what, "hold it against its sources, and move both days");
    }
}

/// Looks at myths and questions. They may name a banned word, to answer it.
pub(super) fn learning(evidence: &Evidence, all: &mut Vec<Finding>) {
    let known = |ids: &[crate::model::ClaimId]| borne(ids.iter().filter_map(|id| evidence.claim(id)));
    for myth in &evidence.myths {
        let mut found = Findings::new(all, "myths.ron", &myth.id);
        for (reading, text) in myth.answer.each() {
            words_of(reading.word(), reading, text, evidence, &known(&myth.claims), &mut found);
        }
        let grade = Counts::of([myth.answer.plain.as_str()]).grade();
        if grade > HARDEST_ANSWER {
            found.hard("plain", format!("the answer is for grade {grade:.1}"), "use shorter sentences and words");
        }
    }
    for question in &evidence.questions {
        let mut found = Findings::new(all, "questions.ron", &question.id);
        let reasons = question.choices.iter().map(|choice| choice.why.as_str());
        for text in reasons {
            words_of("why", Reading::Plain, text, evidence, &known(&question.claims), &mut found);
        }
        sentences_of("asks", Reading::More, &question.asks, &mut found);
    }
    for term in &evidence.terms {
        let mut found = Findings::new(all, "glossary.ron", &term.term);
        sentences_of("says", Reading::Plain, &term.says, &mut found);
    }
}

/// Looks at the option grid: every cell is borne, in plain words.
pub(super) fn options(evidence: &Evidence, all: &mut Vec<Finding>) {
    for option in &evidence.options {
        let mut found = Findings::new(all, "options.ron", &option.id);
        for question in GridQuestion::ALL {
            if let Cell::Says { text, claims, .. } = option.cell(question) {
                let known = borne(claims.iter().filter_map(|id| evidence.claim(id)));
                words_of("text", Reading::Plain, text, evidence, &known, &mut found);
            }
        }
    }
}

/// How many words the plain panels of a chapter have.
pub(super) fn words_in(evidence: &Evidence, chapter: Chapter) -> usize {
    let texts = evidence.chapter(chapter).flat_map(|panel| panel.prose(Reading::Plain));
    texts.map(|text| words(text).count()).sum()
}

/// Whether benefits and harms get about the same room.
pub(super) fn balance(evidence: &Evidence, all: &mut Vec<Finding>) {
    let (good, bad) = (words_in(evidence, Chapter::Benefits), words_in(evidence, Chapter::Safety));
    let mut found = Findings::new(all, "panels.ron", "");
    let ratio = good as f64 / bad.max(1) as f64;
    if good > FEW && ratio > MOST {
        let what = format!("benefits have {good} words and harms {bad}");
        found.hard("", what, "give harms the same room");
    } else if bad > FEW && ratio < 1.0 / MOST {
        let what = format!("harms have {bad} words and benefits {good}");
        found.hard("", what, "give benefits the same room");
    }
}
