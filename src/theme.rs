//! The look of Deqi: colours, type and light, all from token files. The only place where a colour is made.

mod apply;
mod flat;
mod fonts;
mod icons;
mod letters;
mod plate;
mod rounded;
mod seen;
mod tokens;
mod type_scale;

pub use apply::apply;
pub use flat::Flat;
pub use fonts::{Face, install_fonts};
pub use icons::Icon;
pub use letters::{bound_letters, forget_letters};
pub use plate::Plate;
pub use rounded::paint_rounded;
pub use seen::only_seen;
pub use tokens::{ChannelLook, Colours, Tint, Tokens};
pub use type_scale::{Role, TypeScale};

use eframe::egui::Color32;

use crate::body::anatomy;
use crate::body::shade::Paint;
use crate::model::SkinTone;

/// The least width and height of what is pressed, in points. Where millimetres count, it is these points that are made
/// so large: no control has a size of its own for a kiosk.
pub const LEAST: f32 = 44.0;

/// Which token file is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ThemeName {
    /// Paper and ink.
    Light,
    /// The same by lamp light.
    Dark,
    /// Black and white with strong outlines.
    Contrast,
}

impl ThemeName {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];
}

/// Tokens and type: what every part of the interface draws with.
#[derive(Clone, Debug)]
pub struct Look {
    /// Colours, light, shadow.
    pub tokens: Tokens,
    /// Sizes of type.
    pub scale: TypeScale,
    /// What lies on skin looks the same in every theme, since the skin does.
    on_skin: Tokens,
}

impl Look {
    /// Reads the built-in tokens of a theme.
    ///
    /// # Errors
    /// The token files are part of the program; a damaged one is named with its place.
    pub fn new(theme: ThemeName) -> Result<Self, ron::error::SpannedError> {
        Ok(Self { tokens: Tokens::new(theme)?, scale: TypeScale::new()?, on_skin: Tokens::new(ThemeName::Light)? })
    }

    /// The same with letters larger by a factor.
    #[must_use]
    pub fn with_letters(mut self, factor: f32) -> Self {
        self.scale = self.scale.larger(factor);
        self
    }

    /// Colours and light of a figure.
    pub fn paint(&self, skin: SkinTone) -> Paint {
        self.tokens.paint(skin)
    }

    /// Colours and light of what lies under the skin.
    pub fn under_skin(&self) -> anatomy::Palette {
        self.tokens.under_skin()
    }

    /// Colours and light of a figure whose skin lets through what lies under it.
    pub fn paint_veiled(&self, skin: SkinTone) -> Paint {
        self.tokens.paint_veiled(skin)
    }

    /// The colours of what lies on skin: markers, leaders, channels.
    pub fn on_skin(&self) -> &Colours {
        &self.on_skin.colours
    }

    /// Skin that shows every channel's colour well, for samples of them.
    pub fn on_skin_swatch(&self) -> Color32 {
        self.on_skin.swatches().nth(1).unwrap_or(self.on_skin.colours.well)
    }

    /// The colour of a channel's line on skin.
    pub fn channel_on_skin(&self, id: &str) -> Option<Color32> {
        self.on_skin.channel(id).map(ChannelLook::colour)
    }

    /// The colours by their names.
    pub fn colours(&self) -> &Colours {
        &self.tokens.colours
    }
}
