//! Looks at the finished page: whether all that is protected stands on it, whole, in print that can be read, with
//! nothing over it and nothing dark behind it.

use typst::foundations::Smart;
use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Rect, Transform};
use typst::text::TextItem;
use typst::visualize::Paint;
use typst_layout::PagedDocument;

use super::HandoutError;
use super::ink::{Ink, both, darkest, paper};
use crate::handout::Handout;

/// The least size of protected print, in points.
const LEAST: f64 = 9.5;
/// The same in large print.
const LEAST_LARGE: f64 = 15.5;
/// The palest that protected print may be: 0 is black, 1 is the paper.
const PALEST: f32 = 0.6;
/// So much darker than what lies behind it protected print is at the least.
const DARKER: f32 = 0.4;
/// So wide a letter is at the least, for its size, on the average of at least so many: closer ones lie on each other.
const NARROWEST: f64 = 0.25;
const ENOUGH: usize = 8;
/// So thick its outline is at the most, for its size.
const THICKEST: f64 = 0.05;
/// The least of its colour that covers the paper.
const FAINTEST: f32 = 0.7;

/// Holds a finished page against what it must say.
pub(super) fn protects(document: &PagedDocument, handout: &Handout) -> Result<(), HandoutError> {
    let mut print = Print::default();
    for page in document.pages() {
        let whole = Rect { min: Point::zero(), max: page.frame.size().to_point() };
        let mut layers = Vec::new();
        read(&page.frame, Transform::identity(), whole, &mut layers);
        let fill = match &page.fill {
            Smart::Custom(fill) => fill.as_ref(),
            Smart::Auto => None,
        };
        print.take(&layers, paper(fill));
    }
    let least = if handout.sheet.large { LEAST_LARGE } else { LEAST };
    for says in handout.protected() {
        let size = match print.size_of(says) {
            Some(Ok(size)) => size,
            Some(Err(())) => return Err(HandoutError::Covered(says.to_owned())),
            None => return Err(HandoutError::LeftOut(says.to_owned())),
        };
        if size < least {
            let (size, least) = (size.round() as usize, least.ceil() as usize);
            return Err(HandoutError::TooSmall { says: says.to_owned(), size, least });
        }
    }
    Ok(())
}

/// One thing on a page. What comes later lies over it.
struct Layer {
    ink: Ink,
    run: Option<Run>,
}

/// Letters that stand out from white paper.
struct Run {
    /// Them, without spaces.
    letters: String,
    /// Their size on the paper, in points.
    size: f64,
    /// Where their middles lie: what touches this makes them hard to read.
    core: Rect,
    /// How pale they are.
    tone: f32,
}

/// Reads a frame that lies so on its page, and of which this much is seen.
fn read(frame: &Frame, lies: Transform, seen: Rect, layers: &mut Vec<Layer>) {
    for (at, item) in frame.items() {
        let lies = lies.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => {
                let lies = lies.pre_concat(group.transform);
                let cut = group.clip.as_ref().map(|clip| around(clip.bbox(None), lies));
                read(&group.frame, lies, cut.map_or(seen, |cut| both(seen, cut)), layers);
            }
            FrameItem::Text(text) => {
                let part =
                    Rect { min: Point::with_y(-0.9 * text.size), max: Point::new(text.width(), 0.2 * text.size) };
                let ink = Ink::of_box(part, Some(&text.fill), lies, seen);
                layers.push(Layer { ink, run: run(text, lies, seen) });
            }
            FrameItem::Shape(shape, _) => {
                layers.extend(Ink::of_shape(shape, lies, seen).into_iter().map(|ink| Layer { ink, run: None }));
            }
            FrameItem::Image(_, size, _) => {
                let part = Rect { min: Point::zero(), max: size.to_point() };
                layers.push(Layer { ink: Ink::of_box(part, None, lies, seen), run: None });
            }
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// All letters that stand out from white paper, in the order in which they were set, without spaces.
#[derive(Default)]
struct Print {
    text: String,
    /// Of each byte of the text: its size in points on the paper; none where something lies over it, or dark behind it.
    sizes: Vec<Option<f64>>,
}

impl Print {
    /// Takes the print of a page whose paper is so pale.
    fn take(&mut self, layers: &[Layer], paper: f32) {
        for (i, layer) in layers.iter().enumerate() {
            let Some(run) = &layer.run else { continue };
            let covered = layers[i + 1..].iter().any(|over| over.ink.touches(run.core));
            let behind = darkest(run.core, paper, layers[..i].iter().map(|layer| &layer.ink));
            let is_clear = !covered && behind - run.tone >= DARKER;
            self.sizes.resize(self.sizes.len() + run.letters.len(), is_clear.then_some(run.size));
            self.text.push_str(&run.letters);
        }
    }

    /// The least size in which a sentence stands, where it stands largest; an error where it is covered wherever it
    /// stands, and none where it does not stand.
    fn size_of(&self, says: &str) -> Option<Result<f64, ()>> {
        let says = letters(says);
        let least = |at: usize| -> Option<f64> {
            self.sizes[at..at + says.len()]
                .iter()
                .try_fold(f64::INFINITY, |least, size| Some(size.as_ref()?.min(least)))
        };
        let mut stands = self.text.match_indices(&says).map(|(at, _)| least(at)).peekable();
        stands.peek()?;
        Some(stands.flatten().max_by(f64::total_cmp).ok_or(()))
    }
}

/// A text without spaces: where lines break is the template's affair.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Print that lies on the paper, is not cut off, and stands out from white paper.
fn run(text: &TextItem, lies: Transform, seen: Rect) -> Option<Run> {
    let Paint::Solid(colour) = &text.fill else { return None };
    let tone = colour.to_luma().luma;
    let stands_out = tone <= PALEST && colour.alpha().unwrap_or(1.0) >= FAINTEST;
    let count = text.text.chars().count();
    let is_squeezed = count >= ENOUGH && text.width() < NARROWEST * count as f64 * text.size;
    let is_outlined = text.stroke.as_ref().is_some_and(|stroke| stroke.thickness > THICKEST * text.size);
    // Rounding may put a letter a hair beyond an edge.
    let hair = Abs::pt(0.5);
    let lies_in = |point: Point| {
        let Point { x, y } = point.transform(lies);
        seen.min.x - hair <= x && x <= seen.max.x + hair && seen.min.y - hair <= y && y <= seen.max.y + hair
    };
    let corners = [Point::zero(), Point::with_x(text.width()), Point::with_y(-0.5 * text.size)];
    // Its neighbours may come a hair too near.
    let hair = hair.min(0.25 * text.width());
    let core =
        Rect { min: Point::new(hair, -0.5 * text.size), max: Point::new(text.width() - hair, -0.05 * text.size) };
    (stands_out && !is_squeezed && !is_outlined && corners.into_iter().all(lies_in)).then(|| Run {
        letters: letters(&text.text),
        size: text.size.to_pt() * shrinks(lies),
        core: around(core, lies),
        tone,
    })
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
