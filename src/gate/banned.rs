//! Words that promise too much, and words that frighten.

use crate::model::find_word;

/// Words and what to say instead. No statement may hold them; myths and questions may, to answer them.
const PROMISES: [(&str, &str); 29] = [
    ("cure", "say what studies measured, such as less pain"),
    ("cures", "say what studies measured, such as less pain"),
    ("cured", "say what studies measured, such as less pain"),
    ("heal", "say what studies measured, such as moving better"),
    ("heals", "say what studies measured, such as moving better"),
    ("healed", "say what studies measured, such as moving better"),
    ("healing", "say what studies measured, such as moving better"),
    ("detox", "leave it out: nothing was found for it"),
    ("detoxify", "leave it out: nothing was found for it"),
    ("toxin", "leave it out: nothing was found for it"),
    ("toxins", "leave it out: nothing was found for it"),
    ("non-invasive", "say that needles go through the skin"),
    ("noninvasive", "say that needles go through the skin"),
    ("root cause", "say that it has not been shown to mend what is behind the pain"),
    ("root causes", "say that it has not been shown to mend what is behind the pain"),
    ("proven", "say how sure anyone is, and who says so"),
    ("no side effects", "say how many of 100 people have one"),
    ("side-effect free", "say how many of 100 people have one"),
    ("without side effects", "say how many of 100 people have one"),
    ("boosts immunity", "leave it out: nothing was found for it"),
    ("boost immunity", "leave it out: nothing was found for it"),
    ("immune boost", "leave it out: nothing was found for it"),
    ("balances energy", "tell it as tradition: “is said to”"),
    ("miracle", "say how many of 100 people felt better"),
    ("guaranteed", "say how many of 100 people felt better"),
    ("completely safe", "say what can go wrong and how often"),
    ("100% safe", "say what can go wrong and how often"),
    ("risk-free", "say what can go wrong and how often"),
    ("natural and safe", "say what can go wrong and how often"),
];

/// Words that make pain worse by fright, and what to say instead.
const FRIGHTS: [(&str, &str); 16] = [
    ("wear and tear", "say normal changes with age"),
    ("damage", "say harm that can mend, or name it"),
    ("damaged", "say harm that can mend, or name it"),
    ("crumbling", "say normal changes with age"),
    ("worn out", "say normal changes with age"),
    ("slipped", "say a disc that bulges or presses on a nerve"),
    ("degenerate", "say changes with age"),
    ("degenerative", "say changes with age"),
    ("degeneration", "say changes with age"),
    ("ruptured", "say a disc that bulges or presses on a nerve"),
    ("crippling", "say how it limits the day"),
    ("crippled", "say how it limits the day"),
    ("agony", "say strong pain"),
    ("excruciating", "say strong pain"),
    ("bone on bone", "say changes with age"),
    ("paralysed", "say that the legs grow weak"),
];

/// The first word in a text that promises too much, and what to say instead.
pub fn promised(text: &str) -> Option<(&'static str, &'static str)> {
    first(text, &PROMISES)
}

/// The first word in a text that frightens, and what to say instead.
pub fn frightens(text: &str) -> Option<(&'static str, &'static str)> {
    first(text, &FRIGHTS)
}

fn first(text: &str, words: &[(&'static str, &'static str)]) -> Option<(&'static str, &'static str)> {
    words.iter().copied().find(|(word, _)| find_word(text, word).is_some())
}

#[cfg(test)]
mod tests {
    use super::{frightens, promised};

    #[test]
    fn words_are_found_whole_and_in_any_letters() {
        assert_eq!(promised("A Cure for pain").map(|(word, _)| word), Some("cure"));
        assert_eq!(promised("It is non-invasive.").map(|(word, _)| word), Some("non-invasive"));
        assert_eq!(promised("unproven, secure, manicured, healthy"), None);
        assert_eq!(frightens("a slipped disc").map(|(word, _)| word), Some("slipped"));
        assert_eq!(frightens("a disc that bulges"), None);
    }
}
