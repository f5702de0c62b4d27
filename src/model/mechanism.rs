//! What is known of how needling works: steps of the path, experiments, frequencies, and what nobody knows.

use serde::{Deserialize, Serialize};

use super::{Grade, Levels, SourceId};

/// What an entry is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum MechanismKind {
    /// A step on the path from the needle to the brain and back, or one that is often claimed to be on it.
    Step,
    /// An experiment that the visitor can repeat on the model.
    Experiment,
    /// A frequency of electrical needling, and the opioids it is linked to.
    Frequency,
    /// Something that is not known.
    Unknown,
}

/// Whether a finding speaks for what the entry tells or against it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Bearing {
    /// It supports it.
    #[default]
    For,
    /// It does not support it, or limits it.
    Against,
}

/// One thing that one study found.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// In whom, with their number where it is known, such as “60 healthy people”.
    pub whom: String,
    /// What was found, in plain words.
    pub plain: String,
    /// For those who want the terms and figures.
    #[serde(default)]
    pub more: Option<String>,
    /// Which way it points.
    #[serde(default)]
    pub bearing: Bearing,
    /// What kind of knowledge it is.
    pub grade: Grade,
    /// The study. Never empty after checking; the first one gives the year.
    pub sources: Vec<SourceId>,
}

/// A step, an experiment, a frequency, or an open question.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// What the program refers to, such as `gate` or `block-opioids`.
    pub id: String,
    /// What it is about.
    pub kind: MechanismKind,
    /// A few words for a heading or a row.
    pub name: String,
    /// One or two short lines for beside a picture.
    #[serde(default)]
    pub short: Option<String>,
    /// What kind of knowledge it rests on, taken together. What is not known has none, nor has a step that is only a
    /// setting of the picture and names no finding.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// What is known, or what was found.
    pub says: Levels,
    /// What bears it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// What single studies found, for and against.
    #[serde(default)]
    pub found: Vec<Finding>,
}

impl Mechanism {
    /// What speaks for it, in the order of the pack.
    pub fn support(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().filter(|finding| finding.bearing == Bearing::For)
    }

    /// What speaks against it or limits it, in the order of the pack.
    pub fn doubts(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().filter(|finding| finding.bearing == Bearing::Against)
    }

    /// Every source that is named, by the entry itself first; one may come again.
    pub fn all_sources(&self) -> impl Iterator<Item = &SourceId> {
        self.sources.iter().chain(self.found.iter().flat_map(|finding| &finding.sources))
    }
}
