//! One acupuncture point: its names, where it lies in words, and what is said of it.

use serde::{Deserialize, Serialize};

use super::SourceId;

/// The standard code of a point, such as `BL23` or `EX-B2`: what every other file refers to.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct PointCode(pub String);

impl PointCode {
    /// The code as it is written on a card.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PointCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which side of the body a site lies on, as the body itself would say it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The body's left, +x.
    Left,
    /// The body's right, −x.
    Right,
    /// On the plane x = 0.
    Midline,
}

/// How the sites of a point lie on the body.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Layout {
    /// One site on each side, mirrored.
    #[default]
    Paired,
    /// One site (or a row of sites) on the midline.
    Midline,
    /// No fixed place, as for *ashi*: a card without a marker.
    Nowhere,
}

/// Chinese characters in both scripts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Hanzi {
    /// As written in mainland China.
    pub simplified: String,
    /// As written in older books, Hong Kong and Taiwan.
    pub traditional: String,
}

/// A thing said, at one or two reading levels, with the sources that bear it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// For a patient: short sentences, grade 6 or below.
    pub plain: String,
    /// For those who want the terms: anatomy, Latin, levels.
    #[serde(default)]
    pub more: Option<String>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// Where a point lies, in words.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    /// For a patient: fingers and bones one can feel.
    pub plain: String,
    /// The measurement, as a practitioner would write it.
    pub measure: String,
    /// A few letters for a tag beside the sentence, such as `1.5 cun`.
    #[serde(default)]
    pub tag: Option<String>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// How often low-back trials used the point.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Trials {
    /// In how many trials it was named.
    pub named: u32,
    /// Out of how many trials that name their points.
    pub of: u32,
    /// What else is known of its use, in words.
    #[serde(default)]
    pub plain: Option<String>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// The id of a caution that several cards share, such as `pregnancy`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct CautionId(pub String);

/// A caution that may stand on many cards, written once.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// What points refer to.
    pub id: CautionId,
    /// One or two words for a tag, such as “Pregnancy”.
    pub name: String,
    /// The sentences.
    pub says: Statement,
}

/// One point. A field that nobody could verify is `None`: it is counted, never filled.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The standard code.
    pub code: PointCode,
    /// The channel's id, such as `BL`; `EX` for extra points and *ashi*.
    pub channel: String,
    /// The number on its channel, or within its group of extra points.
    pub number: u32,
    /// Pinyin with tone marks.
    pub pinyin: String,
    /// Chinese characters.
    pub hanzi: Hanzi,
    /// An English name, in our wording.
    pub english: String,
    /// The part of the body, in plain words.
    pub region: String,
    /// How its sites lie.
    #[serde(default)]
    pub layout: Layout,
    /// Whether it is one of the points of most use in low back pain.
    #[serde(default)]
    pub low_back: bool,
    /// Where it lies, in words.
    #[serde(default)]
    pub place: Option<Where>,
    /// What lies under it.
    #[serde(default)]
    pub under: Option<Statement>,
    /// What tradition says of it.
    #[serde(default)]
    pub tradition: Option<Statement>,
    /// What the body does there, as far as it is known.
    #[serde(default)]
    pub body: Option<Statement>,
    /// How often low-back trials used it.
    #[serde(default)]
    pub trials: Option<Trials>,
    /// Cautions it shares with others.
    #[serde(default)]
    pub cautions: Vec<CautionId>,
    /// A caution of its own.
    #[serde(default)]
    pub own_caution: Option<Statement>,
    /// Other words a visitor may look for it by: body parts, complaints, other codes.
    #[serde(default)]
    pub find: Vec<String>,
}
