//! The experiments that built the story. What each found is told by the pack, under the same ids.

use super::settings::{Frequency, Method, Who};

/// One experiment that the visitor can repeat.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Experiment {
    /// Hold the needle still instead of turning it.
    HoldStill,
    /// Give naloxone, which blocks opioids.
    BlockOpioids,
    /// Use mice that lack the A1 receptor for adenosine.
    NoAdenosineReceptor,
    /// Touch with a blunt needle that does not go in, or needle lightly elsewhere.
    PretendNeedle,
    /// Look for endorphin in patients' blood.
    TestBlood,
}

impl Experiment {
    /// All, in the order of the panel.
    pub const ALL: [Self; 5] =
        [Self::HoldStill, Self::BlockOpioids, Self::NoAdenosineReceptor, Self::PretendNeedle, Self::TestBlood];

    /// What the pack calls it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::HoldStill => "hold-still",
            Self::BlockOpioids => "block-opioids",
            Self::NoAdenosineReceptor => "no-adenosine-receptor",
            Self::PretendNeedle => "pretend-needle",
            Self::TestBlood => "test-blood",
        }
    }

    /// The experiment that the pack calls so.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|experiment| experiment.id() == id)
    }

    /// Whether anybody made it in such bodies with such needles, as far as our sources go.
    pub fn was_made_in(self, who: Who, method: Method) -> bool {
        match (self, who) {
            // A needle with a current on it is not turned in any case. Of mice we have one sentence, and no test.
            (Self::HoldStill, Who::People) | (Self::NoAdenosineReceptor, Who::Mice) => method == Method::ByHand,
            (Self::HoldStill, Who::Mice) | (Self::NoAdenosineReceptor, Who::People) => false,
            (Self::BlockOpioids, Who::People) => {
                matches!(method, Method::ByHand | Method::Electrical(Frequency::Hz2))
            }
            (Self::BlockOpioids, Who::Mice) => method != Method::Electrical(Frequency::Alternating),
            // With a pretend needle nothing goes in, whatever was set; blood was tested by hand and with a current.
            (Self::PretendNeedle | Self::TestBlood, who) => who == Who::People,
        }
    }

    /// Whether anybody made it with such needles in any of the bodies.
    pub fn was_made_with(self, method: Method) -> bool {
        Who::ALL.into_iter().any(|who| self.was_made_in(who, method))
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Which experiments are on. A set: in which order they were switched on is forgotten.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Experiments(u8);

impl Experiments {
    /// None on.
    pub const NONE: Self = Self(0);

    /// Whether one is on.
    pub const fn contains(self, experiment: Experiment) -> bool {
        self.0 & experiment.bit() != 0
    }

    /// With this one on too.
    #[must_use]
    pub const fn with(self, experiment: Experiment) -> Self {
        Self(self.0 | experiment.bit())
    }

    /// With this one switched over.
    #[must_use]
    pub const fn toggled(self, experiment: Experiment) -> Self {
        Self(self.0 ^ experiment.bit())
    }

    /// Whether none is on.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are on, in the order of the panel.
    pub fn iter(self) -> impl Iterator<Item = Experiment> {
        Experiment::ALL.into_iter().filter(move |&experiment| self.contains(experiment))
    }
}

impl FromIterator<Experiment> for Experiments {
    fn from_iter<I: IntoIterator<Item = Experiment>>(experiments: I) -> Self {
        experiments.into_iter().fold(Self::NONE, Self::with)
    }
}
