//! What helps to understand: words explained, myths answered, and a question after each part.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Chapter, ClaimId, Levels};

/// One word of the glossary.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word as it stands in texts.
    pub term: String,
    /// Its other forms, such as plurals.
    #[serde(default)]
    pub forms: Vec<String>,
    /// What it means, so short that it fits beside the word.
    pub says: String,
    /// How it is said aloud, where that is not plain.
    #[serde(default)]
    pub sound: Option<String>,
}

/// Where a text first says each word of the glossary, in order: what is marked, and explained in place.
pub fn marked<'a>(text: &str, terms: &'a [Term]) -> Vec<(Range<usize>, &'a Term)> {
    let first = |term: &'a Term| {
        let forms = std::iter::once(&term.term).chain(&term.forms);
        forms.filter_map(|form| find_word(text, form)).min_by_key(|range| (range.start, usize::MAX - range.end))
    };
    let mut found: Vec<_> = terms.iter().filter_map(|term| Some((first(term)?, term))).collect();
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    let mut end = 0;
    found.retain(|(range, _)| {
        let free = range.start >= end;
        end = if free { range.end } else { end };
        free
    });
    found
}

/// Where a whole word, or a few of them, first stands in a text, small and capital letters alike. Only a name in
/// capitals is found in capitals alone: WHO is not “who”.
pub fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    if word.is_empty() {
        return None;
    }
    let whole = |range: &Range<usize>| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..range.start].chars().next_back()) && !letter(text[range.end..].chars().next())
    };
    let small = |text: &str| text.chars().any(char::is_lowercase);
    let capitals = !small(word);
    text.char_indices().map(|(start, _)| start).find_map(|start| {
        let end = start + word.len();
        let here = text.get(start..end)?;
        let range = start..end;
        let same = here.eq_ignore_ascii_case(word) && !(capitals && small(here));
        (same && whole(&range)).then_some(range)
    })
}

/// A thing often said, and what is known of it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Myth {
    /// What others refer to.
    pub id: String,
    /// Where it stands.
    pub chapter: Chapter,
    /// What is often said. It may hold words that nothing else here may say.
    pub says: String,
    /// The answer in a word or two, such as `Not shown`.
    pub verdict: String,
    /// The answer.
    pub answer: Levels,
    /// The claims that bear the answer.
    pub claims: Vec<ClaimId>,
}

/// One answer to pick.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub says: String,
    /// Whether it is true.
    pub right: bool,
    /// Why it is, or is not.
    pub why: String,
}

/// A question after a part. No score is kept.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TeachBack {
    /// What others refer to.
    pub id: String,
    /// After which part it is asked.
    pub chapter: Chapter,
    /// The question.
    pub asks: String,
    /// Two to four answers, of which at least one is right.
    pub choices: Vec<Choice>,
    /// The claims that bear the reasons.
    pub claims: Vec<ClaimId>,
}

#[cfg(test)]
mod tests {
    use super::{Term, find_word, marked};

    fn term(term: &str, forms: &[&str]) -> Term {
        let forms = forms.iter().map(|form| (*form).to_owned()).collect();
        Term { term: term.to_owned(), forms, says: String::new(), sound: None }
    }

    #[test]
    fn words_are_marked_once_and_whole() {
        let terms = [term("trial", &["trials"]), term("sham", &[]), term("sham needle", &[])];
        let text = "Trials with a sham needle. Another trial; shampoo.";
        let found: Vec<&str> = marked(text, &terms).into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(found, ["Trials", "sham needle"]);
        assert_eq!(find_word("naïve Qi.", "qi"), Some(7..9));
        assert_eq!(find_word("", "qi"), None);
    }

    #[test]
    fn a_name_in_capitals_is_no_word_in_small_letters() {
        assert_eq!(find_word("Those who ask the WHO.", "WHO"), Some(18..21));
        assert_eq!(find_word("Who knows?", "WHO"), None);
        assert_eq!(find_word("SHAM", "sham"), Some(0..4));
        assert!(marked("people who wait", &[term("WHO", &[])]).is_empty());
    }
}
