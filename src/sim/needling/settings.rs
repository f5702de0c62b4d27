//! What the visitor does with the needle, and in whom.

use super::experiment::{Experiment, Experiments};
use crate::model::PointCode;

/// Whether a needle is in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Needle {
    /// No needle, or taken out.
    #[default]
    Out,
    /// In.
    In,
}

/// How the needle is worked.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Method {
    /// By hand.
    #[default]
    ByHand,
    /// By a small current.
    Electrical(Frequency),
}

/// How fast the current pulses.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Frequency {
    /// 2 pulses a second.
    Hz2,
    /// 100 pulses a second.
    Hz100,
    /// A few seconds of one, a few of the other (3 s each in `wang2005`).
    Alternating,
}

impl Frequency {
    /// All that can be chosen.
    pub const ALL: [Self; 3] = [Self::Hz2, Self::Hz100, Self::Alternating];

    /// What the pack calls it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hz2 => "2-hz",
            Self::Hz100 => "100-hz",
            Self::Alternating => "2-and-100-hz",
        }
    }
}

/// What the hand does. A needle with a current on it is not turned.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Handling {
    /// The needle rests.
    #[default]
    Still,
    /// The needle is turned now and then, as in the studies.
    Turned,
}

/// In whom.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Who {
    /// People.
    #[default]
    People,
    /// Mice, and now and then other animals.
    Mice,
}

impl Who {
    /// Both.
    pub const ALL: [Self; 2] = [Self::People, Self::Mice];
}

/// All that the visitor can set.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Settings {
    /// Whether the needle is in.
    pub needle: Needle,
    /// How it is worked.
    pub method: Method,
    /// What the hand does.
    pub handling: Handling,
    /// Where it is. In big trials in the low back it made no clear difference (`cherkin2009`), so it makes none here.
    pub point: Option<PointCode>,
    /// Whose body the panel tells of. Both are always worked out.
    pub who: Who,
    /// The experiments that are on.
    pub experiments: Experiments,
}

/// What the needle does to the body, all settings taken together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Work {
    /// No needle.
    Nothing,
    /// A blunt needle touches the skin and does not go in.
    Pretend,
    /// The needle is in and rests.
    Still,
    /// The needle is in and is turned.
    Turned,
    /// The needle is in and a current runs.
    Current,
}

impl Settings {
    /// What the needle does in a body. An experiment that nobody made in it changes nothing there.
    pub fn work(&self, who: Who) -> Work {
        let on = |experiment| self.is_on(experiment, who);
        match (self.needle, self.method, self.handling) {
            (Needle::Out, ..) => Work::Nothing,
            (Needle::In, ..) if on(Experiment::PretendNeedle) => Work::Pretend,
            (Needle::In, Method::Electrical(_), _) => Work::Current,
            (Needle::In, Method::ByHand, Handling::Turned) if !on(Experiment::HoldStill) => Work::Turned,
            (Needle::In, Method::ByHand, _) => Work::Still,
        }
    }

    /// Whether an experiment is on and was made in such a body.
    pub fn is_on(&self, experiment: Experiment, who: Who) -> bool {
        self.experiments.contains(experiment) && experiment.was_made_in(who, self.method)
    }

    /// Whether all that is set was tried in such a body. If not, the model has nothing to say of it.
    pub fn is_known_in(&self, who: Who) -> bool {
        self.experiments.iter().all(|experiment| experiment.was_made_in(who, self.method))
    }

    /// The same with no experiment on: what a comparison is drawn against.
    #[must_use]
    pub fn without_experiments(&self) -> Self {
        Self { experiments: Experiments::NONE, ..self.clone() }
    }
}
