//! One thing said three ways: for anyone, for those who want more, for professionals.

use serde::{Deserialize, Serialize};

/// How much a text asks of its reader.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Reading {
    /// Short sentences and common words: grade 6 or below.
    Plain,
    /// Grade 8 or so, with the terms.
    More,
    /// For professionals, with the published figures.
    Science,
}

impl Reading {
    /// All of them, from the easiest.
    pub const ALL: [Self; 3] = [Self::Plain, Self::More, Self::Science];

    /// The word used in exports and tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::More => "more",
            Self::Science => "science",
        }
    }
}

/// A text at up to three reading levels, over the same sources.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    /// For anyone.
    pub plain: String,
    /// For those who want more.
    #[serde(default)]
    pub more: Option<String>,
    /// For professionals.
    #[serde(default)]
    pub science: Option<String>,
}

impl Levels {
    /// The text at a level, or at the nearest easier one that there is.
    pub fn at(&self, reading: Reading) -> &str {
        let more = self.more.as_deref().unwrap_or(&self.plain);
        match reading {
            Reading::Plain => &self.plain,
            Reading::More => more,
            Reading::Science => self.science.as_deref().unwrap_or(more),
        }
    }

    /// Every text there is, from the easiest.
    pub fn each(&self) -> impl Iterator<Item = (Reading, &str)> {
        let texts = [(Reading::Plain, Some(&self.plain)), (Reading::More, self.more.as_ref())];
        let texts = texts.into_iter().chain([(Reading::Science, self.science.as_ref())]);
        texts.filter_map(|(reading, text)| Some((reading, text?.as_str())))
    }
}
