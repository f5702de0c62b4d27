//! How Deqi looks and behaves, kept from one start to the next.

mod key;
pub(super) mod read;
mod write;

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{FigureId, PointCode, SkinTone};

/// Points per millimetre where nobody has measured the screen: 96 to the inch.
pub const USUAL_POINTS_PER_MM: f32 = 3.78;
/// What can be true of a screen: anything else was mistyped or measured wrongly.
pub const POINTS_PER_MM: std::ops::RangeInclusive<f32> = 0.5..=20.0;

/// The text sizes offered, in percent.
pub const TEXT_SIZES: [u16; 5] = [100, 125, 150, 175, 200];

/// Which colours.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum ThemeChoice {
    /// As the computer has it.
    System,
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// The strongest contrast.
    Contrast,
}

/// How much moves.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Motion {
    /// Views glide.
    #[default]
    Full,
    /// Views change at once.
    Reduced,
}

/// How Deqi looks and behaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which body is shown.
    pub figure: FigureId,
    /// Its skin.
    pub skin: SkinTone,
    /// The size of text, one of [`TEXT_SIZES`].
    pub text_size: u16,
    /// The colours.
    pub theme: ThemeChoice,
    /// How much moves.
    pub motion: Motion,
    /// Points per millimetre of this screen; none until someone measured.
    pub points_per_mm: Option<f32>,
    /// Points that whoever makes plans has at hand.
    pub favourites: Vec<PointCode>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            figure: FigureId::default(),
            skin: SkinTone::default(),
            text_size: TEXT_SIZES[0],
            theme: ThemeChoice::default(),
            motion: Motion::default(),
            points_per_mm: None,
            favourites: Vec::new(),
        }
    }
}

/// Something that did not go as the file or the visitor asked. Never a reason to stop.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note(pub String);

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Settings {
    /// Reads settings. Where there are none, or they cannot be read, the usual ones stand; a bad value leaves the
    /// others. A missing file is the first start and no note.
    pub fn load(path: &Path) -> (Self, Vec<Note>) {
        read::load(path)
    }

    /// Reads settings from the text of a file, which the notes call by its name.
    pub fn from_text(text: &str, called: &str) -> (Self, Vec<Note>) {
        read::from_text(text, called)
    }

    /// Writes settings. What a newer Deqi keeps in the same file stays there.
    ///
    /// # Errors
    /// The note says what the platform said.
    pub fn save(&self, path: &Path) -> Result<(), Note> {
        write::save(self, path)
    }
}
