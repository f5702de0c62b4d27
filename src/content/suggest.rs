//! “Did you mean …?”

/// So many known words are looked through.
const MOST: usize = 5_000;

/// The known word that looks most like the one given, if any is near enough to be a slip.
pub(super) fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = given.to_lowercase();
    let near = |word: &str| strsim::damerau_levenshtein(&lower, &word.to_lowercase());
    // Long strangers and endless lists are not compared: a hostile pack should cost little.
    let alike = |word: &&str| word.len().abs_diff(given.len()) <= 3 && given.len() <= 80;
    let (distance, word) = known.into_iter().take(MOST).filter(alike).map(|word| (near(word), word)).min()?;
    (distance <= 1 + given.chars().count() / 4).then_some(word)
}

/// A hint that names the nearest known word, or else says what else to do.
pub(super) fn did_you_mean<'a>(
    given: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(given, known).map_or_else(otherwise, |word| format!("did you mean `{word}`?"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_none() {
        let known = ["who2008", "nice2016", "traditon"];
        assert_eq!(nearest("who2009", known), Some("who2008"));
        assert_eq!(nearest("Nice2016", known), Some("nice2016"));
        assert_eq!(nearest("lancet", known), None);
    }
}
