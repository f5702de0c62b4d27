//! Folds texts so that what looks or sounds alike is the same: `Shènshū`, `shenshu`, `SHEN SHU`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Nobody types more to find a point.
const MAX_CHARS: usize = 80;
/// Words that say nothing of a place.
const SMALL: [&str; 16] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "is", "my", "of", "on", "or", "the", "to", "with"];

/// A query, folded.
pub(super) struct Query {
    /// Letters and digits alone.
    pub(super) compact: String,
    /// Its words, without small ones unless there are no others.
    pub(super) words: Vec<String>,
    /// Whether it holds Chinese characters.
    pub(super) is_hanzi: bool,
}

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.chars().take(MAX_CHARS).collect();
        let all: Vec<String> = words(&text).collect();
        let telling: Vec<String> = all.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
        let compact = all.concat();
        let is_hanzi = compact.chars().any(|c| ('\u{2E80}'..='\u{9FFF}').contains(&c) || c >= '\u{20000}');
        Self { compact, words: if telling.is_empty() { all } else { telling }, is_hanzi }
    }
}

/// A text as letters and digits alone: no spaces, accents or capitals.
pub(super) fn compact(text: &str) -> String {
    words(text).collect()
}

/// The words of a text without accents and capitals.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let apart: Vec<String> =
        folded.replace(['\'', '’'], "").split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    apart.into_iter().filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Query, compact};

    #[test]
    fn accents_width_case_and_signs_are_folded() {
        for text in ["Shènshū", "shen shu", "SHENSHU", "ｓｈｅｎｓｈｕ", "she\u{300}nshu\u{304}", "Shen-Shu"] {
            assert_eq!(compact(text), "shenshu", "{text}");
        }
        assert_eq!(compact("Ma Danyang’s"), "madanyangs");
        assert_eq!(compact("lǘ"), "lu");
    }

    #[test]
    fn small_words_fall_away_unless_alone() {
        assert_eq!(Query::new("behind the knee").words, ["behind", "knee"]);
        assert_eq!(Query::new("the").words, ["the"]);
    }
}
