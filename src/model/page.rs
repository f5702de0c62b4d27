//! A page of words: warning signs, about.

use serde::{Deserialize, Serialize};

use super::SourceId;

/// How grave a section is: it decides colour, sign and order, never the words.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// Get help now.
    Emergency,
    /// See a doctor the same day.
    SameDay,
}

/// A part of a page under its own heading.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// How grave it is.
    #[serde(default)]
    pub tone: Tone,
    /// Sentences before the list.
    #[serde(default)]
    pub intro: Option<String>,
    /// The list.
    #[serde(default)]
    pub items: Vec<String>,
    /// Sentences after the list.
    #[serde(default)]
    pub outro: Option<String>,
    /// What bears it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// A page of words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// What the program refers to, such as `warning_signs`.
    pub id: String,
    /// The headline.
    pub title: String,
    /// The first sentences.
    #[serde(default)]
    pub lead: Option<String>,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}
