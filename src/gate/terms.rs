//! Words that a patient may not know: each is explained in the glossary, or where it stands.

use super::finding::Findings;
use crate::model::{Reading, Term, find_word};

/// Terms that need an explanation wherever a patient reads them.
const TERMS: [&str; 46] = [
    "acute",
    "adverse",
    "analgesia",
    "analgesic",
    "anti-inflammatory",
    "blood thinner",
    "blood thinners",
    "cauda equina",
    "channels",
    "chronic",
    "cognitive",
    "contraindication",
    "deqi",
    "disc",
    "efficacy",
    "electroacupuncture",
    "endorphin",
    "endorphins",
    "fibromyalgia",
    "guideline",
    "guidelines",
    "haemophilia",
    "heparin",
    "implant",
    "inflammation",
    "lumbar",
    "lymph nodes",
    "meridian",
    "meridians",
    "meta-analysis",
    "musculoskeletal",
    "pacemaker",
    "placebo",
    "pneumothorax",
    "pretend needles",
    "Qi",
    "randomised",
    "randomized",
    "review",
    "reviews",
    "sciatica",
    "sham",
    "standard deviation",
    "therapeutic",
    "trial",
    "warfarin",
];

/// Short forms that everyone knows.
const KNOWN: [&str; 5] = ["US", "UK", "OK", "TV", "II"];

/// Terms of a text that nothing explains.
pub(super) fn unexplained(field: &str, reading: Reading, text: &str, glossary: &[Term], found: &mut Findings<'_>) {
    if reading == Reading::Science {
        return;
    }
    let known = |word: &str| {
        glossary
            .iter()
            .flat_map(|term| std::iter::once(&term.term).chain(&term.forms))
            .any(|form| form.eq_ignore_ascii_case(word) || find_word(form, word).is_some())
    };
    let terms = TERMS.iter().copied().filter(|term| find_word(text, term).is_some());
    let strange = terms.chain(short_forms(text)).find(|term| !known(term) && !explained_here(text, term));
    if let Some(term) = strange {
        let what = format!("“{term}” is not explained");
        found.hard(field, what, "add it to glossary.ron, or say what it is");
    }
}

/// Words in capitals, such as NICE.
fn short_forms(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(|c: char| !c.is_alphanumeric());
    all.filter(|word| word.len() >= 2 && word.chars().all(char::is_alphabetic) && *word == word.to_uppercase())
        .filter(|word| word.is_ascii() && !KNOWN.contains(word))
}

/// Whether a text says itself what a term means: “called sham”, “sham (…)”, “sham: …”.
fn explained_here(text: &str, term: &str) -> bool {
    find_word(text, term).is_some_and(|range| {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        before.trim_end_matches(['“', ' ']).ends_with("called")
            || before.ends_with('(')
            || after.trim_start_matches(['”', ' ']).starts_with('(')
            || after.trim_start_matches('”').starts_with(": ")
    })
}

#[cfg(test)]
mod tests {
    use super::{explained_here, short_forms};

    #[test]
    fn a_term_may_be_explained_where_it_stands() {
        assert!(explained_here("nerves are pressed, called “sciatica”.", "sciatica"));
        assert!(explained_here("Sciatica (pain down the leg) is common.", "sciatica"));
        assert!(!explained_here("Sciatica is common.", "sciatica"));
        assert_eq!(short_forms("NICE and the WHO in the US, BL23.").collect::<Vec<_>>(), ["NICE", "WHO"]);
    }
}
