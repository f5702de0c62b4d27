//! The words people find for *deqi*, by what the nerves send.

use super::settings::Work;
use super::state::State;

/// A word for what the needle feels like, the most common first (`hui2007`). Brief sharp pain is not among them.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum Feel {
    Ache,
    Soreness,
    Pressure,
    Tingling,
    Numbness,
    DullPain,
    Heaviness,
    Warmth,
    Fullness,
    Coolness,
}

/// The kind of nerve fibre that a feeling is thought to come from: inferred from what such fibres do (`hui2007`).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fibre {
    /// Fast fibres for touch, 40 to 70 metres a second.
    ABeta,
    /// Fibres that the authors call A-gamma, 15 to 40 metres a second.
    AGamma,
    /// Slow fibres: A-delta, 5 to 15 metres a second, and C, 0.2 to 2.
    ADeltaAndC,
}

impl Feel {
    /// All words, the most common first.
    pub const ALL: [Self; 10] = [
        Self::Ache,
        Self::Soreness,
        Self::Pressure,
        Self::Tingling,
        Self::Numbness,
        Self::DullPain,
        Self::Heaviness,
        Self::Warmth,
        Self::Fullness,
        Self::Coolness,
    ];

    /// Which fibres it is thought to come from, where our source says so.
    pub fn fibre(self) -> Option<Fibre> {
        match self {
            Self::Ache | Self::Soreness | Self::Warmth => Some(Fibre::ADeltaAndC),
            Self::Tingling | Self::Numbness => Some(Fibre::ABeta),
            Self::Pressure | Self::Heaviness => Some(Fibre::AGamma),
            Self::DullPain | Self::Fullness | Self::Coolness => None,
        }
    }

    /// The words that fit a state. As the signals grow there are more of them; a light touch is a light pressure.
    /// What is not a matter of touch comes with the ache: nobody tied a word to how tightly tissue is wound.
    /// Which person feels which is not foretold: the more common words only come first.
    pub(super) fn of(state: &State, work: Work) -> Vec<Self> {
        let State { touch_signal: touch, ache_signal: ache, .. } = *state;
        let felt = |feel: Self| match feel {
            Self::Pressure => touch > 0.2,
            Self::Ache => ache > 0.28,
            Self::Soreness => ache > 0.4,
            Self::Tingling => touch > 0.55,
            Self::Numbness => touch > 0.7,
            Self::DullPain => ache > 0.6,
            Self::Heaviness => ache > 0.63,
            Self::Warmth => ache > 0.66,
            Self::Fullness => ache > 0.68,
            Self::Coolness => ache > 0.69,
        };
        let any = work != Work::Nothing;
        Self::ALL.into_iter().filter(|&feel| any && felt(feel)).collect()
    }
}
