//! A page to take away: a plan or one's own questions, with the same numbers, harms and warning signs as on screen.
//!
//! A [`Handout`] is plain data. [`gather`] fills it from the catalog by ids, so what stands on paper cannot drift from
//! what stands on screen; [`pictures`] draws the figure; `pdf` sets the page; [`short`] says it in a few lines, and a
//! [`Square`] carries those to a phone. A [`DiaryPage`] is a person's own diary, for their doctor. [`state`] tells how
//! far it has come, [`printing`] how often a kiosk may print, and [`trial`] is the page with which its staff try the
//! printer.
//! Nothing here opens a window, touches a file or knows a clock.

mod cited;
mod diary;
mod diary_plot;
mod gather;
pub mod handed;
#[cfg(feature = "pdf")]
pub mod pdf;
mod picture;
mod plan_words;
pub mod printing;
mod short;
mod square;
pub mod state;
mod trial;

pub use diary::{DiaryPage, diary_page};
pub use gather::{Lacking, Wish, gather};
pub use picture::{Numbered, pictures};
pub use plan_words::{numbered, plan_lines};
pub use short::{LONGEST, short};
pub use square::{MOST_MODULES, Square};
pub use trial::trial;

use serde::Serialize;

use crate::model::ClinicColours;

/// The paper that a page is set for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];
}

/// The paper, and how large the print on it is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Sheet {
    /// The paper.
    pub paper: Paper,
    /// Whether the print is large: 16 points instead of 10.
    pub large: bool,
}

impl Sheet {
    /// So many pages at the most: one sheet, printed on both sides. Large print takes two sheets: three sides for an
    /// example to teach with, and for all that a person may tick and a plan may hold up to six.
    pub const fn most_pages(self) -> usize {
        if self.large { 6 } else { 2 }
    }

    /// So many steps of a plan stand on it at the most, and as many numbers on the figure.
    pub const fn most_steps(self) -> usize {
        if self.large { 16 } else { 8 }
    }
}

/// One line of a part.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Line {
    /// A word or two before it.
    pub lead: Option<String>,
    /// What it says.
    pub says: String,
    /// A quiet word behind it: how sure anyone is, and who found it.
    pub aside: Option<String>,
}

impl Line {
    /// A line that only says something.
    pub fn plain(says: impl Into<String>) -> Self {
        Self { says: says.into(), ..Self::default() }
    }
}

/// A part of the page under its own heading.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Part {
    /// The heading.
    pub title: String,
    /// Sentences before the lines.
    pub lead: Option<String>,
    /// The lines.
    pub lines: Vec<Line>,
    /// A sentence after the lines.
    pub tail: Option<String>,
}

impl Part {
    /// Everything it says, in the order of reading.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().flat_map(|line| line.lead.iter().chain([&line.says]));
        let all = [Some(&self.title), self.lead.as_ref()].into_iter().flatten().chain(lines).chain(&self.tail);
        all.map(String::as_str).filter(|says| !says.is_empty())
    }
}

/// A clinic at the head of a page.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Letterhead {
    /// Its name.
    pub name: String,
    /// Its address, its telephone.
    pub lines: Vec<String>,
    /// Its own note to patients.
    pub note: Option<String>,
    /// Its colours.
    pub colours: ClinicColours,
    /// Its logo as the bytes of a PNG file.
    #[serde(skip)]
    pub logo: Option<Vec<u8>>,
    /// Whether there is a logo, and what it shows.
    pub logo_says: Option<String>,
}

/// A picture of the figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// The bytes of a PNG file.
    #[serde(skip)]
    pub png: Vec<u8>,
    /// What it shows, for those who do not see it.
    pub says: String,
    /// A few words below it.
    pub caption: String,
    /// How wide it is for its height.
    pub shape: f32,
}

/// What of a plan is not on its page.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Cut {
    /// So many steps stand on it, where some do not.
    pub first: Option<usize>,
    /// Whether long notes are cut.
    pub notes: bool,
}

/// All that stands on a page to take away.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handout {
    /// The headline, which is also the title of the file.
    pub title: String,
    /// What the page is for.
    pub lead: String,
    /// That warning signs come before anything else.
    pub first: String,
    /// The language of all its words, as `en`.
    pub language: String,
    /// Paper and size of print.
    pub sheet: Sheet,
    /// The clinic, if there is one.
    pub clinic: Option<Letterhead>,
    /// The figure with the chosen points.
    pub pictures: Vec<Picture>,
    /// The plan, if there is one.
    pub plan: Option<Part>,
    /// What the patient ticked, to be told before the first needle.
    pub tell: Option<Part>,
    /// What happens at a visit.
    pub expect: Part,
    /// The patient's own questions; where there are none, room to write some.
    pub questions: Part,
    /// What it may do.
    pub benefits: Part,
    /// What can go wrong: never shortened.
    pub harms: Part,
    /// When to get help: never shortened.
    pub warnings: Vec<Part>,
    /// What to do after a visit.
    pub aftercare: Part,
    /// What bears all this.
    pub sources: Part,
    /// Whether there is a square: not where the short version is too long for one.
    pub has_square: bool,
    /// What the square is for.
    pub square_says: String,
    /// What the square shows, for those who do not see it.
    pub square_alt: String,
    /// The short version that the square carries.
    pub short: String,
    /// Who made the page, and when its content was looked over.
    pub foot: String,
    /// “Page {page} of {pages}”.
    pub page_of: String,
    /// Whether parts may go over from page to page, and margins are narrow: what large print needs to be short.
    pub tight: bool,
    /// What stands in the place of plan steps that found no room: “and {count} more” for each count from 1.
    #[serde(skip)]
    pub more: Vec<String>,
    /// That long notes of the plan were cut.
    #[serde(skip)]
    pub cut: String,
    /// The names of the sources without what finds them, where there is no room for more.
    #[serde(skip)]
    pub names: Vec<String>,
}

impl Handout {
    /// Every sentence that may neither be left out nor be cut: harms and warning signs.
    pub fn protected(&self) -> Vec<&str> {
        std::iter::once(&self.harms).chain(&self.warnings).flat_map(Part::sentences).collect()
    }

    /// The page with its plan's notes cut after so many letters, where they are longer; a line tells so. What is
    /// protected has no notes.
    #[must_use]
    pub fn with_notes(&self, most: usize) -> Self {
        let mut shorter = self.clone();
        let Some(plan) = &mut shorter.plan else { return shorter };
        let mut any = false;
        for text in plan.lead.iter_mut().chain(plan.lines.iter_mut().map(|line| &mut line.says)) {
            if let Some((end, _)) = text.char_indices().nth(most) {
                let kept = text[..end].rsplit_once(char::is_whitespace).map_or(&text[..end], |(kept, _)| kept);
                *text = format!("{} …", kept.trim_end());
                any = true;
            }
        }
        if any {
            plan.tail = Some(self.cut.clone());
        }
        shorter
    }

    /// The page with its sources by name alone.
    #[must_use]
    pub fn with_names(&self) -> Self {
        let mut shorter = self.clone();
        shorter.sources.lines = self.names.iter().map(Line::plain).collect();
        shorter
    }

    /// What of the plan a shorter version of the page leaves out.
    pub fn missing_from(&self, shorter: &Self) -> Cut {
        let (Some(whole), Some(plan)) = (&self.plan, &shorter.plan) else { return Cut::default() };
        let first = plan.lines.len();
        let notes = whole.lead != plan.lead || whole.lines.iter().zip(&plan.lines).any(|(whole, line)| whole != line);
        Cut { first: (first < whole.lines.len()).then_some(first), notes }
    }

    /// The page with at most so many steps of its plan; a line tells how many more there are.
    #[must_use]
    pub fn with_steps(&self, most: usize) -> Self {
        let mut shorter = self.clone();
        if let Some(plan) = &mut shorter.plan {
            let left = plan.lines.len().saturating_sub(most);
            if left > 0 {
                plan.lines.truncate(most);
                let more = left.checked_sub(1).and_then(|i| self.more.get(i)).cloned();
                plan.tail = more.into_iter().chain(plan.tail.take()).reduce(|more, cut| format!("{more} {cut}"));
            }
        }
        shorter
    }
}
