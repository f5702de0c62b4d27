//! Looks at the finished page: whether all that is protected stands on it, whole and in print that can be read.

use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Rect, Transform};
use typst::text::TextItem;
use typst::visualize::Paint;
use typst_layout::PagedDocument;

use super::HandoutError;
use crate::handout::Handout;

/// The least size of protected print, in points.
const LEAST: f64 = 9.5;
/// The same in large print.
const LEAST_LARGE: f64 = 15.5;
/// The palest that protected print may be: 0 is black, 1 is the paper.
const PALEST: f32 = 0.6;
/// The least of its colour that covers the paper.
const FAINTEST: f32 = 0.7;

/// Holds a finished page against what it must say.
pub(super) fn protects(document: &PagedDocument, handout: &Handout) -> Result<(), HandoutError> {
    let mut print = Print::default();
    for page in document.pages() {
        let whole = Rect { min: Point::zero(), max: page.frame.size().to_point() };
        print.read(&page.frame, Transform::identity(), whole);
    }
    let least = if handout.sheet.large { LEAST_LARGE } else { LEAST };
    for says in handout.protected() {
        let size = print.size_of(says).ok_or_else(|| HandoutError::LeftOut(says.to_owned()))?;
        if size < least {
            let (size, least) = (size.round() as usize, least.ceil() as usize);
            return Err(HandoutError::TooSmall { says: says.to_owned(), size, least });
        }
    }
    Ok(())
}

/// All letters that can be seen on a page, in the order in which they were set, without spaces, each with its size in
/// points on the paper.
#[derive(Default)]
struct Print {
    text: String,
    /// The size of each byte of the text.
    sizes: Vec<f64>,
}

impl Print {
    /// Reads a frame that lies so on its page, and of which this much is seen.
    fn read(&mut self, frame: &Frame, lies: Transform, seen: Rect) {
        for (at, item) in frame.items() {
            let lies = lies.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    let lies = lies.pre_concat(group.transform);
                    let cut = group.clip.as_ref().map(|clip| around(clip.bbox(None), lies));
                    self.read(&group.frame, lies, cut.map_or(seen, |cut| both(seen, cut)));
                }
                FrameItem::Text(text) if is_seen(text, lies, seen) => {
                    let letters = letters(&text.text);
                    self.sizes.resize(self.sizes.len() + letters.len(), text.size.to_pt() * shrinks(lies));
                    self.text.push_str(&letters);
                }
                FrameItem::Text(_)
                | FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(_) => {}
            }
        }
    }

    /// The least size in which a sentence stands, where it stands largest; none where it does not stand.
    fn size_of(&self, says: &str) -> Option<f64> {
        let says = letters(says);
        let stands = self.text.match_indices(&says);
        let least = |at: usize| self.sizes[at..at + says.len()].iter().copied().fold(f64::INFINITY, f64::min);
        stands.map(|(at, _)| least(at)).max_by(f64::total_cmp)
    }
}

/// A text without spaces: where lines break is the template's affair.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether print lies on the paper, is not cut off, and stands out from the paper.
fn is_seen(text: &TextItem, lies: Transform, seen: Rect) -> bool {
    let Paint::Solid(colour) = &text.fill else { return false };
    let stands_out = colour.to_luma().luma <= PALEST && colour.alpha().unwrap_or(1.0) >= FAINTEST;
    // Rounding may put a letter a hair beyond an edge.
    let hair = Abs::pt(0.5);
    let lies_in = |point: Point| {
        let Point { x, y } = point.transform(lies);
        seen.min.x - hair <= x && x <= seen.max.x + hair && seen.min.y - hair <= y && y <= seen.max.y + hair
    };
    let corners = [Point::zero(), Point::with_x(text.width()), Point::with_y(-0.5 * text.size)];
    stands_out && corners.into_iter().all(lies_in)
}

/// How much smaller print becomes, in the direction in which it becomes smallest.
fn shrinks(lies: Transform) -> f64 {
    let [a, b, c, d] = [lies.sx, lies.ky, lies.kx, lies.sy].map(Ratio::get);
    let (whole, area) = (a * a + b * b + c * c + d * d, a * d - b * c);
    ((whole - (whole * whole - 4.0 * area * area).max(0.0).sqrt()) / 2.0).max(0.0).sqrt()
}

/// What a part of a frame covers on the page, as an upright box.
fn around(part: Rect, lies: Transform) -> Rect {
    let Rect { min, max } = part;
    let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)].map(|corner| corner.transform(lies));
    corners.into_iter().fold(Rect { min: corners[0], max: corners[0] }, |all, corner| Rect {
        min: all.min.min(corner),
        max: all.max.max(corner),
    })
}

/// What two boxes share.
fn both(one: Rect, other: Rect) -> Rect {
    Rect { min: one.min.max(other.min), max: one.max.min(other.max) }
}
