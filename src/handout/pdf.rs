//! Sets a [`Handout`] on paper: a template and our own fonts go into typst, a tagged PDF comes out.
//!
//! A clinic may bring its own template. Whatever that does, harms and warning signs stand on the page, whole and in
//! print that can be read, or there is no page.

mod desk;
mod guard;

use std::fmt;

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::desk::Desk;
use super::Handout;
use crate::content::Problem;

/// The template that the program brings.
pub const TEMPLATE: &str = include_str!("../../assets/handout/handout.typ");
/// So many steps of a plan are tried, the most first, until the page is short enough: long notes take room.
const STEPS: [usize; 4] = [usize::MAX, 6, 4, 2];

/// A page that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The bytes of a PDF file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
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
                .hint("harms and warning signs stand on every page whole"),
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
    let most = handout.sheet.most_pages();
    let mut long = 0;
    for steps in STEPS {
        let shorter = handout.with_steps(steps.min(handout.sheet.most_steps()));
        let desk = Desk::new(&shorter, template);
        let document = compile(&desk)?;
        long = document.pages().len();
        if long <= most {
            guard::protects(&document, &shorter)?;
            let pdf = write(&desk, &document);
            // What typst remembers of this page helps with the next, and no longer.
            typst::comemo::evict(3);
            return Ok(Made { pdf: pdf?, pages: long });
        }
        if handout.plan.as_ref().is_none_or(|plan| plan.lines.is_empty()) {
            break;
        }
    }
    Err(HandoutError::TooLong(long, most))
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
