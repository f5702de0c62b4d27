//! A page of paper that lines, discs, boxes, letters and a picture are put on.

use glam::Vec2;
use image::RgbImage;
use tiny_skia::{Color, FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

use super::letters::{Letters, Type};

/// A colour: red, green, blue.
pub(crate) type Ink = [u8; 3];

/// Where a text stands: from its left end, or up to its right end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Align {
    /// Its left end is given.
    Left,
    /// Its right end is given.
    Right,
}

/// A page in the making.
pub(crate) struct Paper<'a> {
    pixels: Pixmap,
    letters: &'a Letters,
}

impl<'a> Paper<'a> {
    /// An empty page of so many pixels.
    pub(crate) fn new((width, height): (u32, u32), ground: Ink, letters: &'a Letters) -> Option<Self> {
        let mut pixels = Pixmap::new(width, height)?;
        pixels.fill(colour(ground, 1.0));
        Some(Self { pixels, letters })
    }

    /// Lays a picture on the page; it fades into the page over its last `fade` pixels.
    pub(crate) fn picture(&mut self, picture: &RgbImage, (left, top): (u32, u32), fade: u32) {
        let page_width = self.pixels.width() as usize;
        let data = self.pixels.data_mut();
        for (x, y, pixel) in picture.enumerate_pixels() {
            let edge = [x, y, picture.width() - 1 - x, picture.height() - 1 - y].into_iter().min().unwrap_or(0);
            let share = (edge as f32 / fade.max(1) as f32).min(1.0);
            let at = ((top + y) as usize * page_width + (left + x) as usize) * 4;
            let Some(under) = data.get_mut(at..at + 3) else { continue };
            for (under, over) in under.iter_mut().zip(pixel.0) {
                *under = (f32::from(*under) + (f32::from(over) - f32::from(*under)) * share).round() as u8;
            }
        }
    }

    /// Writes a text on a base line and tells how wide it is.
    pub(crate) fn text(&mut self, style: Type, text: &str, at: Vec2, align: Align, ink: Ink) -> f32 {
        let width = self.letters.width(style, text);
        let left = match align {
            Align::Left => at.x,
            Align::Right => at.x - width,
        };
        if let Some(path) = self.letters.outline(style, text, (left, at.y)) {
            self.fill(&path, ink, 1.0);
        }
        width
    }

    /// A straight line.
    pub(crate) fn line(&mut self, from: Vec2, to: Vec2, width: f32, ink: Ink, strength: f32) {
        self.polyline(&[from, to], width, ink, strength);
    }

    /// A line through several places.
    pub(crate) fn polyline(&mut self, places: &[Vec2], width: f32, ink: Ink, strength: f32) {
        let mut path = PathBuilder::new();
        for (i, at) in places.iter().enumerate() {
            if i == 0 { path.move_to(at.x, at.y) } else { path.line_to(at.x, at.y) }
        }
        if let Some(path) = path.finish() {
            self.stroke(&path, width, ink, strength);
        }
    }

    /// A filled disc.
    pub(crate) fn disc(&mut self, centre: Vec2, radius: f32, ink: Ink, strength: f32) {
        if let Some(path) = PathBuilder::from_circle(centre.x, centre.y, radius) {
            self.fill(&path, ink, strength);
        }
    }

    /// The outline of a box.
    pub(crate) fn frame(&mut self, corner: Vec2, size: Vec2, width: f32, ink: Ink) {
        if let Some(rect) = Rect::from_xywh(corner.x, corner.y, size.x, size.y) {
            self.stroke(&PathBuilder::from_rect(rect), width, ink, 1.0);
        }
    }

    /// The finished page.
    pub(crate) fn finish(self) -> RgbImage {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        let bytes: Vec<u8> = self.pixels.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
        RgbImage::from_raw(width, height, bytes).unwrap_or_default()
    }

    fn fill(&mut self, path: &Path, ink: Ink, strength: f32) {
        self.pixels.fill_path(path, &paint(ink, strength), FillRule::Winding, Transform::identity(), None);
    }

    fn stroke(&mut self, path: &Path, width: f32, ink: Ink, strength: f32) {
        let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
        self.pixels.stroke_path(path, &paint(ink, strength), &stroke, Transform::identity(), None);
    }
}

fn paint(ink: Ink, strength: f32) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(ink, strength));
    paint
}

fn colour([r, g, b]: Ink, strength: f32) -> Color {
    Color::from_rgba8(r, g, b, (strength.clamp(0.0, 1.0) * 255.0).round() as u8)
}
