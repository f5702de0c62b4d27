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
mod shorter;
mod square;
pub mod state;
mod trial;

pub use diary::{DiaryPage, diary_page};
pub use gather::{Lacking, Wish, gather};
pub use picture::{Numbered, pictures};
pub use plan_words::{numbered, plan_lines};
pub use short::{LONGEST, short};
pub use shorter::{Cut, Room};
pub use square::{MOST_MODULES, Square};
pub use trial::trial;

use serde::Serialize;

use crate::model::{ClinicColours, Sheet};

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
    /// What stands at the foot of every page.
    pub foot: String,
    /// “Page {page} of {pages}”.
    pub page_of: String,
    /// Who made the page, and when its content was looked over.
    pub made: String,
    /// Whether there is room for a pen where nobody ticked a question.
    pub pen: bool,
    /// Shorter words for where there is no room.
    #[serde(skip)]
    pub spare: Spare,
}

/// What stands on a page in the place of something that found no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spare {
    /// “and {count} more” for each count from 1.
    pub more: Vec<String>,
    /// That long notes of the plan were cut.
    pub cut: String,
    /// The sources without what finds them; in large print, where they stand.
    pub sources: Part,
    /// In large print: benefits and harms in plain words, where they stand there in harder ones.
    pub plain: Option<(Part, Part)>,
    /// In large print: a visit, and what to do after it, in a sentence each.
    pub visit: Option<(Part, Part)>,
}

impl Handout {
    /// Every sentence that may neither be left out nor be cut: harms and warning signs.
    pub fn protected(&self) -> Vec<&str> {
        std::iter::once(&self.harms).chain(&self.warnings).flat_map(Part::sentences).collect()
    }
}
