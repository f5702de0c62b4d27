//! What bears a statement.

use serde::{Deserialize, Serialize};

/// The id by which statements refer to a source, such as `who2008`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct SourceId(pub String);

/// One source: a study, a standard, a guideline, a book.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What statements refer to.
    pub id: SourceId,
    /// A few words for a line under a card, such as “WHO, 2008”.
    pub short: String,
    /// The full citation.
    pub citation: String,
    /// The year it came out.
    pub year: u16,
    /// DOI, if it has one.
    #[serde(default)]
    pub doi: Option<String>,
    /// `PubMed` id, if it has one.
    #[serde(default)]
    pub pmid: Option<u32>,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
    /// What it is good for and what not, in one sentence.
    #[serde(default)]
    pub note: Option<String>,
    /// The day its facts were last checked, as 2026-11-22.
    pub checked_on: String,
}
