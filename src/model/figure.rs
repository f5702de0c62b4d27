//! Which body is shown.

use serde::{Deserialize, Serialize};

/// One of the three figures.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureId {
    /// A woman.
    Woman,
    /// A man.
    Man,
    /// Neither in particular.
    #[default]
    Neutral,
}

impl FigureId {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Woman, Self::Man, Self::Neutral];

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Woman => "woman",
            Self::Man => "man",
            Self::Neutral => "neutral",
        }
    }
}

/// One of the five skin tones, 0 to 4 from light to dark. Visitors see swatches and no words.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct SkinTone(pub u8);

impl SkinTone {
    /// How many there are.
    pub const COUNT: u8 = 5;

    /// The tone as an index that is always in range.
    pub fn index(self) -> usize {
        usize::from(self.0.min(Self::COUNT - 1))
    }
}

impl Default for SkinTone {
    fn default() -> Self {
        Self(2)
    }
}
