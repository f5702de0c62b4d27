//! The sizes of type. See `assets/themes/type.ron`.

use eframe::egui::{Align, Color32, FontId, TextFormat};
use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Deserializer};

use super::Face;

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The one question of a screen.
    Hero,
    /// A big number.
    Number,
    /// The name on a card or page.
    Title,
    /// A heading within it.
    Heading,
    /// A word that leads a sentence, a button.
    Strong,
    /// Text.
    Text,
    /// Text on a card.
    Card,
    /// The name of a control, a badge.
    Label,
    /// A caption, a source.
    Caption,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Style {
    #[serde(deserialize_with = "word")]
    id: Role,
    size: f32,
    line: f32,
    #[serde(deserialize_with = "word")]
    face: Face,
}

/// Reads an enum from its name as a string: `serif-semibold` is no identifier in RON.
fn word<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    let word = String::deserialize(deserializer)?;
    T::deserialize(word.into_deserializer())
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    styles: Vec<Style>,
}

/// The sizes of type of one place of use, in points.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeScale(Vec<Style>);

impl TypeScale {
    pub(super) fn new() -> Result<Self, ron::error::SpannedError> {
        let file: ScaleFile = ron::from_str(include_str!("../../assets/themes/type.ron"))?;
        Ok(Self(file.styles))
    }

    /// All of them larger by a factor.
    pub(super) fn larger(mut self, factor: f32) -> Self {
        for style in &mut self.0 {
            style.size *= factor;
            style.line *= factor;
        }
        self
    }

    /// The size, line height and face of a role.
    fn style(&self, role: Role) -> (f32, f32, Face) {
        self.0.iter().find(|s| s.id == role).map_or((16.0, 24.0, Face::Sans), |s| (s.size, s.line, s.face))
    }

    /// The format of text of a role.
    pub fn format(&self, role: Role, colour: Color32) -> TextFormat {
        let (_, _, face) = self.style(role);
        self.format_in(role, face, 1.0, colour)
    }

    /// The format of text of a role in another face, larger or smaller by a factor, on the role's lines.
    pub fn format_in(&self, role: Role, face: Face, factor: f32, colour: Color32) -> TextFormat {
        let (size, line, _) = self.style(role);
        TextFormat {
            font_id: FontId::new(size * factor, face.family()),
            color: colour,
            // Rows align by line box; this keeps one baseline across sizes. The constant is the fonts' own.
            line_height: Some(line + 0.668 * size * (factor - 1.0)),
            valign: Align::BOTTOM,
            ..TextFormat::default()
        }
    }

    /// The font of a role.
    pub fn font(&self, role: Role) -> FontId {
        let (size, _, face) = self.style(role);
        FontId::new(size, face.family())
    }

    /// The height of a line of a role.
    pub fn line(&self, role: Role) -> f32 {
        self.style(role).1
    }
}
