//! The gate for words: measures what is written for patients, and says where it is too hard, too vague or too bold.
//!
//! What would mislead is a hard rule and breaks the build of a pack; what may have its reasons is a soft one.
//! `scores` prints how far each panel gets by the instruments that others use for patient information. Each of their
//! items is computed from the texts themselves: there is no field by which an author could claim a point.

mod accounts;
pub mod banned;
mod cards;
mod finding;
mod measure;
mod numbers;
mod others;
mod panels;
mod prose;
pub mod scores;
mod studies;
mod syllables;
mod terms;
mod times;

pub use cards::HARDEST_CARD;
pub use finding::Finding;
pub use measure::{Counts, sentences, words};
pub use panels::{HARDEST_GRADE, HARDEST_SMOG};
pub use prose::is_passive;
pub use syllables::syllables;

use crate::model::{Catalog, Day};

/// Looks at everything that a catalog tells. Which claims are overdue is asked only where a day is given.
pub fn check(catalog: &Catalog, today: Option<Day>) -> Vec<Finding> {
    let evidence = catalog.evidence();
    let mut found = Vec::new();
    for claim in &evidence.claims {
        others::claim(claim, evidence, today, &mut found);
    }
    for study in &evidence.studies {
        studies::study(study, evidence, &mut found);
    }
    for chart in &evidence.charts {
        panels::chart(chart, evidence, &mut found);
    }
    for panel in &evidence.panels {
        panels::panel(panel, evidence, &mut found);
    }
    others::learning(evidence, &mut found);
    others::options(evidence, &mut found);
    others::balance(evidence, &mut found);
    cards::cards_and_pages(catalog, &mut found);
    accounts::accounts(catalog, &mut found);
    found
}
