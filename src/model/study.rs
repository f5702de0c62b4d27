//! One study, review or guideline, as the browser of evidence shows it.

use serde::{Deserialize, Serialize};

use super::{Certainty, PointCode, SourceId};

/// What sort of work it is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Design {
    /// Many studies, gathered and weighed.
    Review,
    /// Groups made by chance and compared.
    Trial,
    /// People followed without a group to compare with.
    Cohort,
    /// Advice by a body that weighs studies.
    Guideline,
    /// A rule on who pays.
    Coverage,
}

/// What it tells something about: what visitors filter by.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Question {
    /// Less pain?
    Pain,
    /// Moving and doing more?
    Function,
    /// Does it last?
    Lasting,
    /// What can go wrong?
    Safety,
    /// New back pain?
    Acute,
    /// Leg pain from the back?
    Sciatica,
    /// What do those say who give advice or pay?
    Advice,
}

impl Question {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Pain, Self::Function, Self::Lasting, Self::Safety, Self::Acute, Self::Sciatica, Self::Advice];
}

/// What acupuncture was compared with.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Against {
    /// Pretend needles.
    Sham,
    /// The care people had anyway.
    UsualCare,
    /// Nothing, or a waiting list.
    NoTreatment,
    /// Another treatment, such as tablets.
    Other,
}

impl Against {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Sham, Self::UsualCare, Self::NoTreatment, Self::Other];
}

/// What an effect is measured in. Only effects on one scale may share an axis.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Scale {
    /// Points of so many: 100 on most pain scales, 24 on the Roland-Morris scale.
    PointsOf(u32),
    /// People of so many.
    PeopleOf(u32),
    /// Standard deviations, where scales differ.
    Deviations,
}

/// Which way is better on a scale.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Better {
    /// Fewer points are better, as in pain.
    Lower,
    /// More points are better, as in function or in people who improved.
    Higher,
}

/// One effect of acupuncture against one comparison, for a row of a plot.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What was measured.
    pub outcome: Question,
    /// Against what.
    pub against: Against,
    /// When, such as `6 months`.
    pub time: String,
    /// In what.
    pub scale: Scale,
    /// Which way is better.
    pub better: Better,
    /// The difference as published: acupuncture less comparison.
    pub value: f32,
    /// Its 95 % interval, lower end first; none where no one has seen it.
    #[serde(default)]
    pub ci: Option<(f32, f32)>,
    /// How many people it rests on.
    #[serde(default)]
    pub people: Option<u32>,
    /// A word that tells it from its neighbours, such as `piercing pretend needles`.
    #[serde(default)]
    pub note: Option<String>,
    /// Whether it was measured long after the course: only then it tells whether it lasts.
    #[serde(default)]
    pub lasting: bool,
}

impl Effect {
    /// The difference and its interval turned so that more than 0 means *acupuncture better*.
    pub fn gain(&self) -> (f32, Option<(f32, f32)>) {
        match self.better {
            Better::Higher => (self.value, self.ci),
            Better::Lower => (-self.value, self.ci.map(|(low, high)| (-high, -low))),
        }
    }

    /// Whether the interval holds *no difference*; none without an interval.
    pub fn may_be_chance(&self) -> Option<bool> {
        self.ci.map(|(low, high)| low <= 0.0 && high >= 0.0)
    }
}

/// One study. Its citation, DOI and year of print stand in the source.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The source it is; also what it is referred to by.
    pub source: SourceId,
    /// A few words for a list, such as `German trial (GERAC)`.
    pub name: String,
    /// What sort of work it is.
    pub design: Design,
    /// How it was made, in words.
    pub made: String,
    /// How large it is, in words, such as `1,162 people`.
    pub size: String,
    /// What it found, with its figures.
    pub result: String,
    /// How sure anyone can be of that.
    pub certainty: Certainty,
    /// What it comes to, in one plain line.
    pub plain: String,
    /// What it cannot tell.
    pub limits: String,
    /// The year it came out.
    pub year: u16,
    /// What it tells something about.
    pub questions: Vec<Question>,
    /// What acupuncture was compared with; empty for advice and cohorts.
    #[serde(default)]
    pub against: Vec<Against>,
    /// Its effects, where they were read.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// The points it names.
    #[serde(default)]
    pub points: Vec<PointCode>,
    /// How those points were chosen, in a few words for a line on a card, such as `a fixed plan for everyone`.
    #[serde(default)]
    pub chosen: Option<String>,
}
