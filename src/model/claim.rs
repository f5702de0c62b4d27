//! One claim: a thing said of acupuncture or of back pain, with its numbers, what it is compared with, how sure anyone
//! is, and until when that was looked at.

use serde::{Deserialize, Serialize};

use super::{Day, Levels, SourceId};

/// The id by which panels, charts, myths and questions refer to a claim, such as `pain-usual-care`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct ClaimId(pub String);

/// What sort of thing a claim says.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum ClaimKind {
    /// What it may do for someone, or does not do.
    Benefit,
    /// What can go wrong, and for whom.
    Harm,
    /// How it may work.
    Mechanism,
    /// What tradition says.
    Tradition,
    /// What those who write advice or pay for care say.
    Guideline,
    /// What happens, how often, what it costs.
    Practical,
}

impl ClaimKind {
    /// The word used in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Benefit => "benefit",
            Self::Harm => "harm",
            Self::Mechanism => "mechanism",
            Self::Tradition => "tradition",
            Self::Guideline => "guideline",
            Self::Practical => "practical",
        }
    }
}

/// How sure anyone can be. The first six are the steps of GRADE and ranges of them, as the sources rate themselves or
/// as they differ; the others say that no such rating applies.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Certainty {
    /// Very low: the truth may well be something else.
    VeryLow,
    /// Sources say very low and low.
    VeryLowToLow,
    /// Low: more studies are likely to change the figure.
    Low,
    /// Sources say low and moderate.
    LowToModerate,
    /// Moderate: the truth is probably close.
    Moderate,
    /// High: more studies are unlikely to change it.
    High,
    /// Seen in few people or in one study, and rated by nobody.
    Small,
    /// Sources contradict each other.
    Disputed,
    /// A document says so: a rule, a price, a protocol. It can be looked up, not tested.
    OnRecord,
    /// Believed, and told as such.
    Tradition,
}

impl Certainty {
    /// The word used in exports and tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::VeryLow => "very low",
            Self::VeryLowToLow => "very low to low",
            Self::Low => "low",
            Self::LowToModerate => "low to moderate",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::Small => "small studies",
            Self::Disputed => "disputed",
            Self::OnRecord => "on record",
            Self::Tradition => "tradition",
        }
    }

    /// From which to which of the four steps it reaches, 0 (very low) to 3 (high): what a gauge shows in ink. None
    /// where no step applies.
    pub fn steps(self) -> Option<(u8, u8)> {
        match self {
            Self::VeryLow => Some((0, 0)),
            Self::VeryLowToLow => Some((0, 1)),
            Self::Low => Some((1, 1)),
            Self::LowToModerate => Some((1, 2)),
            Self::Moderate => Some((2, 2)),
            Self::High => Some((3, 3)),
            Self::Small | Self::Disputed | Self::OnRecord | Self::Tradition => None,
        }
    }
}

/// Out of how many a number counts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Denominator {
    /// Out of so many, such as 100 people or 100 points.
    Of(u32),
    /// It counts nothing out of anything: a price, a number of weeks, a difference in standard deviations.
    NotApplicable,
}

/// The words for a time or a comparison that makes no sense for a number.
pub const NOT_APPLICABLE: &str = "not applicable";

/// One number of a claim.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// As it was published, such as `47.6%`.
    pub value: String,
    /// As it is shown, such as `48`: the figures of it that stand in sentences and charts.
    pub shown: String,
    /// What is counted, such as `people` or `points of pain`.
    pub unit: String,
    /// Out of how many. A number without it is refused.
    #[serde(default)]
    pub denominator: Option<Denominator>,
    /// In which group, such as `real needles`.
    pub arm: String,
    /// When, counted from the start, such as `6 months`; or `not applicable`.
    pub time: String,
    /// The interval that the source gives, such as `3.40 to 17.11`.
    #[serde(default)]
    pub ci: Option<String>,
}

/// One claim.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What others refer to.
    pub id: ClaimId,
    /// What sort of thing it says.
    pub kind: ClaimKind,
    /// What it says, at each reading level.
    pub text: Levels,
    /// Its numbers.
    #[serde(default)]
    pub numbers: Vec<Number>,
    /// Compared with what; or `not applicable`.
    pub comparison: String,
    /// How sure anyone can be.
    pub certainty: Certainty,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
    /// The day it was last held against its sources.
    pub checked_on: Day,
    /// The day by which that should be done again.
    pub review_by: Day,
}

impl Claim {
    /// Whether its next look is overdue on a day. It is then shown with a mark, and never hidden: a clock that is
    /// wrong must not empty the program.
    pub fn is_overdue(&self, today: Day) -> bool {
        today > self.review_by
    }
}
