//! Our fonts as outlines: how wide a text is, where it wraps, and its shape on a page.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{Path, PathBuilder};

use crate::theme::Face;

/// All faces, ready to draw. What a face lacks comes from the serif, then from the Chinese face.
pub(crate) struct Letters(Vec<(Face, FontRef<'static>)>);

/// A face at a size in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type(pub Face, pub f32);

impl Letters {
    /// Opens the fonts. A face that cannot be read is passed by: a test holds that none is.
    pub(crate) fn new() -> Self {
        Self(Face::ALL.into_iter().filter_map(|face| Some((face, FontRef::new(face.bytes()).ok()?))).collect())
    }

    /// How many pixels a text is wide.
    pub(crate) fn width(&self, style: Type, text: &str) -> f32 {
        text.chars().map(|c| self.glyph(style, c).map_or(0.0, |g| g.advance)).sum()
    }

    /// The outline of a text whose base line starts at a place; none where there is nothing to draw.
    pub(crate) fn outline(&self, style: Type, text: &str, (x, y): (f32, f32)) -> Option<Path> {
        let mut pen = Pen { path: PathBuilder::new(), x, y };
        for c in text.chars() {
            let Some(glyph) = self.glyph(style, c) else { continue };
            if let Some(outline) = glyph.font.outline_glyphs().get(glyph.id) {
                // A glyph that cannot be drawn leaves a gap as wide as it would have been.
                let _drawn = outline.draw(DrawSettings::unhinted(Size::new(style.1), LocationRef::default()), &mut pen);
            }
            pen.x += glyph.advance;
        }
        pen.path.finish()
    }

    /// A text in lines no wider than so many pixels. A word that is wider stands on a line of its own.
    pub(crate) fn wrap(&self, style: Type, text: &str, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(style, line) + self.width(style, &format!(" {word}")) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    fn glyph(&self, Type(face, size): Type, c: char) -> Option<Glyph<'_>> {
        let chain = [face, Face::Serif, Face::Kai];
        let fonts =
            chain.into_iter().filter_map(|f| self.0.iter().find(|(known, _)| *known == f).map(|(_, font)| font));
        // The first face's own sign for “missing” stands where all lack a letter.
        let font = fonts.clone().find(|font| font.charmap().map(c).is_some()).or(fonts.into_iter().next())?;
        let id = font.charmap().map(c).unwrap_or(GlyphId::NOTDEF);
        let advance =
            font.glyph_metrics(Size::new(size), LocationRef::default()).advance_width(id).unwrap_or(size * 0.5);
        Some(Glyph { font, id, advance })
    }
}

impl Default for Letters {
    fn default() -> Self {
        Self::new()
    }
}

struct Glyph<'a> {
    font: &'a FontRef<'static>,
    id: GlyphId,
    advance: f32,
}

/// Fonts count upwards from the base line, pages downwards from the top.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.cubic_to(self.x + ax, self.y - ay, self.x + bx, self.y - by, self.x + x, self.y - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_opens_and_draws_pinyin_and_characters() {
        let letters = Letters::new();
        assert_eq!(letters.0.len(), Face::ALL.len(), "all faces open");
        for face in Face::ALL {
            for text in ["BL23", "Shènshū ǎǐǒǔǚ", "肾俞"] {
                assert!(letters.outline(Type(face, 20.0), text, (0.0, 20.0)).is_some(), "{face:?} draws {text}");
            }
        }
    }

    #[test]
    fn lines_stay_within_their_width_and_lose_no_word() {
        let letters = Letters::new();
        let style = Type(Face::Sans, 17.0);
        let text = "Level with the lower edge of the second lumbar spine, 1.5 cun from the midline along the skin.";
        let lines = letters.wrap(style, text, 220.0);
        assert!(lines.len() > 2 && lines.iter().all(|l| letters.width(style, l) <= 220.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}
