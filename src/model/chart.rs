//! A picture of numbers as data: what is drawn, and the same in words.

use serde::{Deserialize, Serialize};

use super::{Certainty, ClaimId, SourceId};

/// How a group is drawn, everywhere the same: real needles solid, pretend ones striped, usual care dotted.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Group {
    /// Real needles.
    Real,
    /// Pretend needles.
    Pretend,
    /// Real and pretend needles put together, as one trial reported them.
    RealOrPretend,
    /// The care people had anyway.
    Usual,
    /// Nothing, or a waiting list.
    Nothing,
    /// People who were needled, counted for harm.
    Harm,
}

/// One group of a chart. Charts show every arm that the study had.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// Its name under the picture.
    pub name: String,
    /// How it is drawn.
    pub group: Group,
    /// The value that is drawn; none where the study had no such group, which is then said.
    #[serde(default)]
    pub value: Option<f32>,
    /// The upper value where the study gives a range for the group.
    #[serde(default)]
    pub up_to: Option<f32>,
    /// The value as published, for the detail; empty only for a group that was not tested.
    #[serde(default)]
    pub exact: String,
    /// The interval, lower end first.
    #[serde(default)]
    pub ci: Option<(f32, f32)>,
    /// How many people were in the group, where it was read.
    #[serde(default)]
    pub people: Option<u32>,
    /// How many of how many, where the chart's own number is not right for it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Arm {
    /// The value in whole people or points, as it is written large.
    pub fn shown(&self) -> Option<u32> {
        self.value.filter(|value| value.is_finite()).map(|value| value.round().max(0.0) as u32)
    }
}

/// One line of a curve: shares of 100 over time.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its name at its end.
    pub name: String,
    /// How it is drawn.
    pub group: Group,
    /// Time and value, in order of time. Between them it runs straight.
    pub dots: Vec<(f32, f32)>,
    /// As published, for the detail.
    pub exact: String,
}

/// One mark on a ruler of effects.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Compared with what.
    pub name: String,
    /// How it is drawn.
    pub group: Group,
    /// How far from *no difference*; more than 0 is better.
    pub value: f32,
    /// Its interval, lower end first.
    #[serde(default)]
    pub ci: Option<(f32, f32)>,
    /// As published, for the detail.
    pub exact: String,
}

/// One certainty gauge with its words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Gauge {
    /// The question, such as `Better than usual care?`.
    pub asks: String,
    /// How sure anyone is of the answer.
    pub certainty: Certainty,
    /// Who says so.
    pub sources: Vec<SourceId>,
}

/// What is drawn.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Drawing {
    /// Arrays of people, one for each group, all of the same size.
    People {
        /// How many people each array holds: 100, or 10,000 for rare harm.
        of: u32,
        /// What the filled ones are, such as `clearly better`.
        counted: String,
        /// What the others are.
        rest: String,
        /// The groups.
        arms: Vec<Arm>,
    },
    /// Bars on tracks that are the whole scale.
    Bars {
        /// The full length of a track.
        of: f32,
        /// What is measured, such as `points of pain`.
        unit: String,
        /// The groups.
        arms: Vec<Arm>,
    },
    /// Lines over time.
    Curve {
        /// The full height.
        of: f32,
        /// What is measured.
        unit: String,
        /// What time is counted in.
        every: String,
        /// The lines.
        lines: Vec<Line>,
    },
    /// Effects on a ruler that begins at *no difference*.
    Ruler {
        /// What is measured.
        unit: String,
        /// Where the ruler ends.
        of: f32,
        /// The marks.
        marks: Vec<Mark>,
    },
    /// Half rings of four steps.
    Gauges(Vec<Gauge>),
}

/// A picture of numbers.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// What panels refer to, such as `V1`.
    pub id: String,
    /// The title over it.
    pub title: String,
    /// Who was studied, where, how many, when: the line under the title.
    pub caption: String,
    /// How to read it.
    pub read: String,
    /// What the words of it mean, such as what counts as *clearly better*, and what a professional would ask.
    pub means: String,
    /// The same numbers in sentences, for those who do not see it.
    pub says: String,
    /// When it was measured, or `not applicable`.
    pub time: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The claims whose numbers it shows.
    pub claims: Vec<ClaimId>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}
