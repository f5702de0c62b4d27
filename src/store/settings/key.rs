//! What the settings are called in their file: the one list for who reads and who writes.

/// One setting.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Key {
    Figure,
    Skin,
    TextSize,
    Theme,
    Motion,
    PointsPerMm,
    Favourites,
}

impl Key {
    /// All of them with their names, in the order in which they are written.
    pub(super) const ALL: [(Self, &str); 7] = [
        (Self::Figure, "figure"),
        (Self::Skin, "skin"),
        (Self::TextSize, "text_size"),
        (Self::Theme, "theme"),
        (Self::Motion, "motion"),
        (Self::PointsPerMm, "points_per_mm"),
        (Self::Favourites, "favourites"),
    ];

    /// The setting of a name; none where this Deqi knows no such name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(key, _)| key)
    }
}
