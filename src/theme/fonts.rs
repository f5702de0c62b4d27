//! Our own fonts, so that every machine shows the same letters.

use std::sync::{Arc, LazyLock};

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};
use serde::Deserialize;

use crate::carried::{FONTS, find};

/// A face of our fonts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// Text and controls.
    #[default]
    #[serde(rename = "sans-regular")]
    Sans,
    /// Labels and chosen controls.
    SansSemibold,
    /// Codes and strong words.
    SansBold,
    /// Spare words within text.
    SansItalic,
    /// Quiet headlines.
    #[serde(rename = "serif-regular")]
    Serif,
    /// Headlines and big numbers.
    SerifSemibold,
    /// All pinyin, Latin names of anatomy, plate captions.
    SerifItalic,
    /// Pinyin in a headline.
    SerifSemiboldItalic,
    /// Chinese characters.
    Kai,
}

impl Face {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Sans,
        Self::SansSemibold,
        Self::SansBold,
        Self::SansItalic,
        Self::Serif,
        Self::SerifSemibold,
        Self::SerifItalic,
        Self::SerifSemiboldItalic,
        Self::Kai,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Sans => "DeqiSans-Regular",
            Self::SansSemibold => "DeqiSans-SemiBold",
            Self::SansBold => "DeqiSans-Bold",
            Self::SansItalic => "DeqiSans-Italic",
            Self::Serif => "DeqiSerif-Regular",
            Self::SerifSemibold => "DeqiSerif-SemiBold",
            Self::SerifItalic => "DeqiSerif-Italic",
            Self::SerifSemiboldItalic => "DeqiSerif-SemiBoldItalic",
            Self::Kai => "DeqiKai-Regular",
        }
    }

    /// The font file, unpressed when one is first asked for.
    pub fn bytes(self) -> &'static [u8] {
        static FILES: LazyLock<[Vec<u8>; Face::ALL.len()]> =
            LazyLock::new(|| Face::ALL.map(|face| find(FONTS, &format!("{}.ttf", face.name())).unwrap_or_default()));
        let at = Self::ALL.iter().position(|face| *face == self).unwrap_or_default();
        &FILES[at]
    }

    /// The family to ask egui for.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Sans => FontFamily::Proportional,
            other => FontFamily::Name(other.name().into()),
        }
    }
}

/// Gives egui our fonts and no others. What a face lacks comes from the serif, then from the Chinese face.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for face in Face::ALL {
        let mut data = FontData::from_static(face.bytes());
        // Hinting was made for stems, and bends brush strokes.
        data.tweak.hinting = (face == Face::Kai).then_some(false);
        fonts.font_data.insert(face.name().to_owned(), Arc::new(data));
        let chain = [face, Face::Serif, Face::Kai].map(|f| f.name().to_owned());
        fonts.families.insert(face.family(), chain.to_vec());
    }
    let text = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    fonts.families.insert(FontFamily::Monospace, text);
    ctx.set_fonts(fonts);
    super::icons::install(ctx);
}
