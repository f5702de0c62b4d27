//! Which points are on the body: the few of the low back first, all of them when they are asked for.

use crate::body::figure::Marker;
use crate::body::part::BodyPart;
use crate::model::{Catalog, EXTRA};

/// Which points are on the body.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Shown {
    /// Those of most use in low back pain.
    #[default]
    LowBack,
    /// All of them.
    All,
    /// Those of one channel, by its id.
    Channel(String),
    /// Those of one part of the body.
    Part(BodyPart),
    /// Those that belong to no channel.
    Extra,
}

impl Shown {
    /// Whether a marker is among them.
    pub fn holds(&self, catalog: &Catalog, marker: &Marker) -> bool {
        let point = catalog.point(&marker.key.code);
        match self {
            Self::LowBack => point.is_some_and(|p| p.low_back),
            Self::All => true,
            Self::Channel(id) => point.is_some_and(|p| p.channel == *id),
            Self::Part(part) => marker.part == Some(*part),
            Self::Extra => point.is_some_and(|p| p.channel == EXTRA),
        }
    }
}

/// How the list of all points is divided.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Grouping {
    /// By channel.
    #[default]
    Channel,
    /// By part of the body.
    Part,
}
