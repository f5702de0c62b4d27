//! Looks at the finished page: whether all that is protected stands on it, whole and in print that can be read.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::HandoutError;
use crate::handout::Handout;

/// The least size of protected print, in points.
const LEAST: f64 = 9.5;
/// The same in large print.
const LEAST_LARGE: f64 = 15.5;

/// Holds a finished page against what it must say.
pub(super) fn protects(document: &PagedDocument, handout: &Handout) -> Result<(), HandoutError> {
    let mut print = Print::default();
    for page in document.pages() {
        print.read(&page.frame);
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

/// All letters of a page in the order in which they were set, without spaces, each with its size in points.
#[derive(Default)]
struct Print {
    text: String,
    /// The size of each byte of the text.
    sizes: Vec<f64>,
}

impl Print {
    fn read(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.read(&group.frame),
                FrameItem::Text(text) => {
                    let letters = letters(&text.text);
                    self.sizes.resize(self.sizes.len() + letters.len(), text.size.to_pt());
                    self.text.push_str(&letters);
                }
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
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
