//! What a page to take away is printed on.

use serde::Serialize;

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
    /// So many pages at the most, in either size of print: one sheet, printed on both sides.
    pub const MOST_PAGES: usize = 2;
    /// In large print so many stand for whoever has so much to tell that all that may be left out is not enough: then
    /// two sheets are better than none.
    pub const AT_WORST: usize = 4;
    /// So many steps of a plan stand on it at the most, and as many numbers on the figure.
    pub const MOST_STEPS: usize = 8;
}
