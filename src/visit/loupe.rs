//! The places on the path from needle to brain that can be seen large.

/// A place on the path from needle to brain that is seen through a loupe.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Loupe {
    /// The needle in the layers of the back.
    #[default]
    Needle,
    /// The gate in the spinal cord.
    Gate,
    /// The brake in the midbrain.
    Brake,
}

impl Loupe {
    /// All of them, in the order in which a signal comes to them.
    pub const ALL: [Self; 3] = [Self::Needle, Self::Gate, Self::Brake];
}
