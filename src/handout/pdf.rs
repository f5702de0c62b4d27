//! Sets a [`Handout`] or a [`DiaryPage`] on paper: a template and our own fonts go into typst, a tagged PDF comes out.
//!
//! A clinic may bring its own template. Whatever that does, harms and warning signs stand on the page, whole and in
//! print that can be read, or there is no page.

mod desk;
mod guard;
mod ink;

use std::fmt;

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::desk::Desk;
use super::{Cut, DiaryPage, Handout, Room, Square};
use crate::content::Problem;
use crate::model::Sheet;

/// The template that the program brings.
pub const TEMPLATE: &str = include_str!("../../assets/handout/handout.typ");
/// The template of a diary on paper. No pack changes it.
const DIARY: &str = include_str!("../../assets/handout/diary.typ");
/// A page that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The bytes of a PDF file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What is not on them.
    pub cut: Cut,
}

/// Why there is no page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum HandoutError {
    /// The template cannot be followed.
    Template {
        /// Line and column in the template, where there is one.
        at: Option<(u32, u32)>,
        /// What is wrong.
        what: String,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A template leaves out what must stand on every page.
    LeftOut(String),
    /// A template draws over what must be read, or something dark behind it.
    Covered(String),
    /// A template prints too small what must be read.
    TooSmall {
        /// What is too small.
        says: String,
        /// How large it is, in points, rounded.
        size: usize,
        /// How large it must be.
        least: usize,
    },
    /// Even the shortest version needs so many pages, and these are the most.
    TooLong(usize, usize),
}

impl HandoutError {
    /// The same in words for whoever wrote the template.
    pub fn problem(&self) -> Problem {
        let problem = |what: String| Problem::error("handout.typ", what);
        match self {
            Self::Template { at, what, hint } => Problem { place: *at, hint: hint.clone(), ..problem(what.clone()) },
            Self::LeftOut(says) => problem(format!("the page leaves out “{says}”"))
                .hint("harms and warning signs stand on every page whole, on the paper, and in a colour that is seen"),
            Self::Covered(says) => {
                problem(format!("“{says}” cannot be read: something lies over it, or dark behind it"))
                    .hint("draw nothing over harms and warning signs, and no picture and nothing dark behind them")
            }
            Self::TooSmall { says, size, least } => problem(format!("“{says}” is printed at {size} points"))
                .hint(format!("print harms and warning signs at {least} points or more")),
            Self::TooLong(pages, most) => {
                problem(format!("the page is {pages} pages long")).hint(format!("use less space: {most} are the most"))
            }
        }
    }
}

impl fmt::Display for HandoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem().fmt(f)
    }
}

impl std::error::Error for HandoutError {}

/// Sets a page from a template: [`TEMPLATE`], or a clinic's own.
///
/// # Errors
/// Where the template cannot be followed, leaves out or shrinks what is protected, or needs too many pages.
pub fn render(handout: &Handout, template: &str) -> Result<Made, HandoutError> {
    let mut last: Option<Set> = None;
    for room in Room::LESS {
        let page = handout.within(Room { steps: room.steps.min(Sheet::MOST_STEPS), ..room });
        if last.as_ref().is_some_and(|last| last.page == page) {
            continue;
        }
        let desk = Desk::new("/handout.typ", template, papers(&page));
        let document = compile(&desk)?;
        let set = last.insert(Set { page, desk, document });
        if set.document.pages().len() <= Sheet::MOST_PAGES {
            break;
        }
    }
    let Some(Set { page, desk, document }) = last else { return Err(HandoutError::TooLong(0, Sheet::MOST_PAGES)) };
    let most = if handout.sheet.large { Sheet::AT_WORST } else { Sheet::MOST_PAGES };
    let pages = document.pages().len();
    if pages > most {
        return Err(HandoutError::TooLong(pages, most));
    }
    guard::protects(&document, &page)?;
    let pdf = write(&desk, &document);
    // What typst remembers of this page helps with the next, and no longer.
    typst::comemo::evict(3);
    Ok(Made { pdf: pdf?, pages, cut: handout.missing_from(&page) })
}

/// A page that was set.
struct Set {
    page: Handout,
    desk: Desk,
    document: PagedDocument,
}

/// Forgets all that typst remembers of pages: where the next who comes is someone else.
pub fn forget() {
    typst::comemo::evict(0);
}

/// Sets a diary. It has as many pages as it needs: nothing of it may be left out.
///
/// # Errors
/// Where it cannot be set.
pub fn render_diary(page: &DiaryPage) -> Result<Made, HandoutError> {
    let mut page = page.clone();
    // A letter that no font of ours has would end the whole page; a mark stands for it, and a line says so.
    if !page.replace(desk::can_print) {
        page.unprinted.clear();
    }
    let mut files = vec![words("/diary.json", &page)];
    files.extend(page.plot.map(|plot| ("/plot.svg".to_owned(), Bytes::from_string(plot))));
    let desk = Desk::new("/diary.typ", DIARY, files);
    let document = compile(&desk)?;
    let pdf = write(&desk, &document);
    // A diary is private: what typst remembers of it goes with it.
    forget();
    Ok(Made { pdf: pdf?, pages: document.pages().len(), cut: Cut::default() })
}

/// What the template of a page to take away sees.
fn papers(handout: &Handout) -> Vec<(String, Bytes)> {
    let mut files = vec![words("/handout.json", handout)];
    let pictures = (1..).zip(&handout.pictures);
    files.extend(pictures.map(|(i, picture): (u32, _)| (format!("/figure-{i}.png"), Bytes::new(picture.png.clone()))));
    let logo = handout.clinic.as_ref().and_then(|clinic| clinic.logo.clone());
    files.extend(logo.map(|logo| ("/logo.png".to_owned(), Bytes::new(logo))));
    files.extend(Square::of(&handout.short).map(|square| ("/square.svg".to_owned(), Bytes::from_string(square.svg()))));
    files
}

/// Plain data of ours: it can always be written.
fn words(name: &str, page: &impl serde::Serialize) -> (String, Bytes) {
    (name.to_owned(), Bytes::new(serde_json::to_vec(page).unwrap_or_default()))
}

fn compile(desk: &Desk) -> Result<PagedDocument, HandoutError> {
    let Warned { output, .. } = typst::compile::<PagedDocument>(desk);
    output.map_err(|errors| first(desk, &errors))
}

fn write(desk: &Desk, document: &PagedDocument) -> Result<Vec<u8>, HandoutError> {
    let unsettled = |what: &str| HandoutError::Template { at: None, what: what.to_owned(), hint: None };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| unsettled(e.message()))?;
    let options = PdfOptions { standards, creator: Smart::Custom(Some("Deqi".to_owned())), ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| first(desk, &errors))
}

/// The first thing that typst says is wrong.
fn first(desk: &Desk, errors: &[SourceDiagnostic]) -> HandoutError {
    let Some(error) = errors.first() else {
        return HandoutError::Template { at: None, what: "it cannot be set".to_owned(), hint: None };
    };
    HandoutError::Template {
        at: desk.place(error.span),
        what: error.message.to_string(),
        hint: error.hints.first().map(|hint| hint.v.to_string()),
    }
}
