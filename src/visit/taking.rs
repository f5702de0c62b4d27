//! What a visitor chose for the page to take away, and what they can ask of it.

use crate::model::{Paper, Sheet};

/// What a visitor can ask for on the way to a page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TakeAsk {
    /// Set it for this paper.
    Paper(Paper),
    /// Set it in large print, or not.
    Large(bool),
    /// Make the page.
    Make,
    /// Do not make it after all.
    Cancel,
    /// Keep it among one's documents.
    Save,
    /// See it in the program that the computer has for it.
    Open,
    /// Print it.
    Print,
}

/// What a visitor chose for the page.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Taking {
    /// Paper and size of print.
    pub sheet: Sheet,
    /// Whether they asked for a page: it is theirs, and is forgotten with their visit.
    pub asked: bool,
}

impl Taking {
    /// Does what was asked, as far as it concerns the visit alone. Whether more is to be done.
    pub(super) fn apply(&mut self, ask: TakeAsk) -> bool {
        match ask {
            TakeAsk::Paper(paper) => self.sheet.paper = paper,
            TakeAsk::Large(large) => self.sheet.large = large,
            TakeAsk::Make => {
                self.asked = true;
                return true;
            }
            TakeAsk::Cancel | TakeAsk::Save | TakeAsk::Open | TakeAsk::Print => return true,
        }
        false
    }
}
