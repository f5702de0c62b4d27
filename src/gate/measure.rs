//! How hard a text is to read: sentences, words, Flesch-Kincaid, SMOG.

use super::syllables::syllables;

/// The counts that measures of reading ease are made of.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of three syllables or more.
    pub long_words: usize,
}

impl Counts {
    /// Counts running texts: each begins a new sentence.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            counts.sentences += 1;
            for word in words(sentence) {
                let syllables = syllables(word);
                counts.words += 1;
                counts.syllables += syllables;
                counts.long_words += usize::from(syllables >= 3);
            }
        }
        counts
    }

    /// The Flesch-Kincaid grade: years of school in the United States.
    pub fn grade(self) -> f64 {
        let (per_sentence, per_word) = (self.per_sentence(), self.per_word());
        if self.words == 0 { 0.0 } else { 0.39 * per_sentence + 11.8 * per_word - 15.59 }
    }

    /// The Flesch reading ease: 100 is very easy, 0 very hard.
    pub fn ease(self) -> f64 {
        if self.words == 0 { 100.0 } else { 206.835 - 1.015 * self.per_sentence() - 84.6 * self.per_word() }
    }

    /// The SMOG grade, reckoned to thirty sentences.
    pub fn smog(self) -> f64 {
        let sentences = self.sentences.max(1) as f64;
        if self.words == 0 { 0.0 } else { 1.043 * (self.long_words as f64 * 30.0 / sentences).sqrt() + 3.1291 }
    }

    fn per_sentence(self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    fn per_word(self) -> f64 {
        self.syllables as f64 / self.words.max(1) as f64
    }
}

/// The sentences of a text. A dot inside a number or a short form ends none; the end of a line does.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, c) in text.char_indices() {
        let end = i + c.len_utf8();
        let rest = text[end..].trim_start_matches(['”', '"', ')', '’']);
        let over = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if c == '\n' || over && matches!(c, '.' | '!' | '?' | '…') {
            let end = text.len() - rest.len();
            found.push(&text[start..if c == '\n' { i } else { end }]);
            start = end.max(i + c.len_utf8());
        }
    }
    found.push(&text[start.min(text.len())..]);
    found.into_iter().map(str::trim).filter(|sentence| sentence.chars().any(char::is_alphanumeric)).collect()
}

/// The words of a text: what stands between spaces and holds a letter or a figure.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{Counts, sentences, words};

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        let text = "It fell by 0.17 points. “Will it?” Yes (a bit).\n\nNo end here";
        assert_eq!(sentences(text), ["It fell by 0.17 points.", "“Will it?”", "Yes (a bit).", "No end here"]);
        assert!(sentences(" \n. ").is_empty());
        assert_eq!(words("9 of 100 – people").count(), 4);
    }

    #[test]
    fn the_measures_are_the_published_formulas() {
        // 13 words in 2 sentences, 15 syllables, 1 word of three: by hand.
        let counts = Counts::of(["The cat sat on the mat. It was a very hot day, nobody moved."]);
        assert_eq!((counts.sentences, counts.words), (2, 14));
        assert_eq!((counts.syllables, counts.long_words), (17, 1));
        assert!((counts.grade() - (0.39 * 7.0 + 11.8 * 17.0 / 14.0 - 15.59)).abs() < 1e-9);
        assert!((counts.smog() - (1.043 * 15.0_f64.sqrt() + 3.1291)).abs() < 1e-9);
        assert!((counts.ease() - (206.835 - 1.015 * 7.0 - 84.6 * 17.0 / 14.0)).abs() < 1e-9);
        assert!(Counts::of([]).grade().abs() < f64::EPSILON);
    }

    #[test]
    fn the_text_that_deqi_replaces_is_hard() {
        let seed = "Acupuncture is a holistic therapeutic intervention that addresses the underlying imbalances \
                    responsible for musculoskeletal discomfort, facilitating natural regeneration and circulation.";
        assert!(Counts::of([seed]).grade() > 14.0);
    }
}
