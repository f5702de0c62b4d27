//! A plan that a practitioner explains on the body: points in their order, what is done at each, and what was drawn.
//!
//! It is a plain value. It changes by [`Edit`]s alone, each of which knows how to be taken back, so a [`History`] can
//! undo and redo without limit. It knows no egui, no files and no clock.

mod drawing;
mod edit;
mod file;
mod history;
mod step;

pub use drawing::{Drawing, Ink, Mark, Skin, Spot, Stamp};
pub use edit::Edit;
pub use file::FORMAT;
pub use history::History;
pub use step::{How, Sides, Step};

use serde::{Deserialize, Serialize};

use crate::model::{Catalog, SiteKey, TeachingSet};

/// More points than this are no plan that anyone could follow.
pub const MOST_STEPS: usize = 40;
/// More strokes and stamps than this hide the body.
pub const MOST_DRAWINGS: usize = 400;
/// So many letters has a name at the most.
pub const LONGEST_NAME: usize = 80;
/// So many letters has a note at the most.
pub const LONGEST_NOTE: usize = 1_000;

/// A plan: what is explained, and what may be printed.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is found by. Not a patient's full name.
    #[serde(default)]
    pub name: String,
    /// A plain note on the whole of it.
    #[serde(default)]
    pub note: String,
    /// The points, in the order in which they are told.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// What was drawn on the skin, the oldest first.
    #[serde(default)]
    pub drawings: Vec<Drawing>,
    /// The one place that is lit while all else is dimmed.
    #[serde(default)]
    pub spotlight: Option<Spot>,
}

impl Plan {
    /// The plan that a teaching set begins. Points that nobody knows are left out.
    pub fn from_set(set: &TeachingSet, catalog: &Catalog) -> Self {
        let known = set.points.iter().filter(|point| catalog.point(&point.code).is_some());
        let steps = known.map(|point| Step::new(point.code.clone(), point.sides)).collect();
        Self { name: set.name.clone(), steps, ..Self::default() }
    }

    /// Whether nothing was done yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The step that tells of a site, if any does: its place among the steps, from 0.
    pub fn step_at(&self, site: &SiteKey) -> Option<usize> {
        self.steps.iter().position(|step| step.holds(site))
    }
}
