//! One idea of tradition in plain words: what Qi is, what a channel is, what an old book says.

use serde::{Deserialize, Serialize};

use super::{Hanzi, Statement};

/// Where an idea is told.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Told {
    /// As a page of what the words mean, in the order of the file.
    Meaning,
    /// Beside the picture of the dammed flow.
    Flow,
    /// Beside the clock of the day.
    Day,
    /// In every part: what nobody may overlook.
    Always,
    /// On the scroll beside the body, in the words of an old book.
    Scroll,
}

/// A calm drawing beside an idea.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Sketch {
    /// Breath rising from a bowl of rice: what the character shows.
    Breath,
    /// A hill with its sunny and its shady side.
    Hill,
    /// A river system with channels and pools.
    River,
    /// Five phases in a ring, each leading to the next.
    Phases,
    /// A road map beside the hills that it leads through.
    Map,
}

/// One idea of tradition.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// What the program refers to, such as `qi`.
    pub id: String,
    /// Where it is told.
    pub told: Told,
    /// Its headline.
    pub title: String,
    /// Its name in Chinese characters.
    #[serde(default)]
    pub hanzi: Option<Hanzi>,
    /// How that is said, a syllable a character.
    #[serde(default)]
    pub pinyin: Option<String>,
    /// What is said of it.
    pub says: Statement,
    /// What is drawn beside it.
    #[serde(default)]
    pub drawing: Option<Sketch>,
}
