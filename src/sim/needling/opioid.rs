//! Which of the body's own painkillers each frequency is linked to. In animals, and by electrical needling only.

use super::settings::{Frequency, Method};

/// One of the body's own opioids.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Opioid {
    /// Enkephalin.
    Enkephalin,
    /// Beta-endorphin: the one that gave all of them their name in the press.
    BetaEndorphin,
    /// Endomorphin.
    Endomorphin,
    /// Dynorphin.
    Dynorphin,
}

impl Opioid {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Enkephalin, Self::BetaEndorphin, Self::Endomorphin, Self::Dynorphin];
}

impl Frequency {
    /// Those that animal studies link to it (`han2004`, a review by the group that did most of them). For alternating
    /// currents the review has all four; goats answered otherwise (`cheng2012`).
    pub const fn opioids(self) -> &'static [Opioid] {
        use Opioid::{BetaEndorphin, Dynorphin, Endomorphin, Enkephalin};
        match self {
            Self::Hz2 => &[Enkephalin, BetaEndorphin, Endomorphin],
            Self::Hz100 => &[Dynorphin],
            Self::Alternating => &[Enkephalin, BetaEndorphin, Endomorphin, Dynorphin],
        }
    }
}

impl Method {
    /// Those that are linked to a way of needling. By hand nobody could tell them apart: none is named.
    pub const fn opioids(self) -> &'static [Opioid] {
        match self {
            Self::ByHand => &[],
            Self::Electrical(frequency) => frequency.opioids(),
        }
    }
}
