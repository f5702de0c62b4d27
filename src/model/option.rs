//! What else helps back pain: one row of the option grid, the same questions asked of each.

use serde::{Deserialize, Serialize};

use super::{Certainty, ClaimId};

/// One answer in the grid.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Cell {
    /// What is known.
    Says {
        /// In a few words.
        text: String,
        /// The claims that bear it. Never empty after checking.
        claims: Vec<ClaimId>,
        /// How sure anyone is.
        certainty: Certainty,
    },
    /// Looked for, and no figure found that we trust.
    NoFigure,
}

/// The questions of the grid.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum GridQuestion {
    /// What do you do?
    What,
    /// How many points of 100 less pain?
    Points,
    /// How many of 100 people get clearly better?
    People,
    /// What can go wrong?
    Harms,
}

impl GridQuestion {
    /// All of them, in the order of the grid.
    pub const ALL: [Self; 4] = [Self::What, Self::Points, Self::People, Self::Harms];
}

/// One way to deal with back pain.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CareOption {
    /// What others refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What you do.
    pub what: Cell,
    /// How many points of 100 less pain, compared with what, when.
    pub points: Cell,
    /// How many of 100 people get clearly better, compared with what, when.
    pub people: Cell,
    /// What can go wrong.
    pub harms: Cell,
}

impl CareOption {
    /// The answer to a question of the grid.
    pub fn cell(&self, question: GridQuestion) -> &Cell {
        match question {
            GridQuestion::What => &self.what,
            GridQuestion::Points => &self.points,
            GridQuestion::People => &self.people,
            GridQuestion::Harms => &self.harms,
        }
    }
}
