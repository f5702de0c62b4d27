//! How sentences are built: their length, who acts in them, and whether they hop.

use super::finding::Findings;
use super::measure::{sentences, words};
use crate::model::Reading;

/// More words than this and a reader has lost the beginning.
const LONGEST_PLAIN: usize = 20;
const LONGEST_MORE: usize = 32;
/// Three sentences in a row below this hop.
const SHORT: usize = 5;
/// Of all sentences of a panel, so many may hide who acts.
const MOST_PASSIVE: f64 = 0.25;

/// What is wrong with the sentences of one text.
pub(super) fn sentences_of(field: &str, reading: Reading, text: &str, found: &mut Findings<'_>) {
    let longest = match reading {
        Reading::Plain => LONGEST_PLAIN,
        Reading::More => LONGEST_MORE,
        Reading::Science => return,
    };
    let all = sentences(text);
    for sentence in &all {
        let length = words(sentence).count();
        if length > longest {
            let what = format!("a sentence of {length} words, where {longest} are the most: “{}”", beginning(sentence));
            found.hard(field, what, "make two sentences of it");
        }
    }
    let short = |sentence: &&str| words(sentence).count() < SHORT;
    if let Some(three) = all.windows(3).find(|three| three.iter().all(short)) {
        let what = format!("three sentences in a row are under {SHORT} words: “{}”", three.join(" "));
        found.soft(field, what, "join two of them");
    }
}

/// Whether too many sentences of these texts hide who acts.
pub(super) fn voice(field: &str, texts: &[&str], found: &mut Findings<'_>) {
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let passive: Vec<&&str> = all.iter().filter(|sentence| is_passive(sentence)).collect();
    if all.len() >= 4 && passive.len() as f64 > all.len() as f64 * MOST_PASSIVE {
        let example = passive.first().map_or("", |sentence| beginning(sentence));
        let what = format!("{} of {} sentences do not say who acts, such as “{example}”", passive.len(), all.len());
        found.soft(field, what, "say who does it");
    }
}

/// Whether a sentence hides who acts: a form of *be* with a participle soon after it.
pub fn is_passive(sentence: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let all: Vec<String> = words(sentence).map(bare).collect();
    let be = |word: &str| matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being");
    let between = |word: &str| word.ends_with("ly") || matches!(word, "not" | "also" | "still" | "often" | "never");
    all.iter().enumerate().filter(|(_, word)| be(word)).any(|(i, _)| {
        let next = all[i + 1..].iter().find(|word| !between(word));
        next.is_some_and(|word| is_participle(word))
    })
}

/// A participle that says something was done; “tired”, “used to” and their like are taken as what someone is.
fn is_participle(word: &str) -> bool {
    const IRREGULAR: [&str; 22] = [
        "begun", "broken", "brought", "built", "caught", "chosen", "done", "drawn", "driven", "found", "given", "held",
        "kept", "known", "made", "paid", "put", "seen", "shown", "taken", "told", "written",
    ];
    const STATES: [&str; 14] = [
        "need",
        "tired",
        "mixed",
        "licensed",
        "registered",
        "red",
        "indeed",
        "aged",
        "relaxed",
        "interested",
        "pressed",
        "dated",
        "infected",
        "supposed",
    ];
    let regular = word.len() > 4 && word.ends_with("ed");
    (regular || IRREGULAR.contains(&word)) && !STATES.contains(&word)
}

/// The first words of a sentence, to show which one is meant.
pub(super) fn beginning(sentence: &str) -> &str {
    let mut spaces = sentence.char_indices().filter(|(_, c)| c.is_whitespace());
    spaces.nth(7).map_or(sentence, |(i, _)| &sentence[..i])
}

#[cfg(test)]
mod tests {
    use super::is_passive;

    #[test]
    fn who_acts_is_heard() {
        for passive in ["The needles were placed there.", "It is not known.", "Pain was clearly reduced by it."] {
            assert!(is_passive(passive), "{passive}");
        }
        for active in ["The person places needles.", "You are tired.", "They are licensed.", "It is a big study."] {
            assert!(!is_passive(active), "{active}");
        }
    }
}
