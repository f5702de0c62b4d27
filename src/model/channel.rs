//! One channel (meridian) as tradition tells it, and how its line is drawn.

use serde::{Deserialize, Serialize};

use super::{Hanzi, SourceId};

/// A line pattern, so that channels are told apart without colour.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Pattern {
    /// A plain line.
    Solid,
    /// A plain line with ticks across it.
    Ticks,
    /// A plain, thick line.
    Thick,
    /// Long dashes.
    Dash,
    /// Short dashes.
    ShortDash,
    /// Long dashes, wide apart.
    LongDash,
    /// Dashes, thick.
    ThickDash,
    /// Dash and short dash in turn.
    DashDash,
    /// Thick dots.
    Dots,
    /// A line strung with beads.
    Beads,
    /// Two thin lines.
    Double,
    /// Two thin lines, thick, on the midline.
    DoubleThick,
    /// A plain line with ticks on one side.
    ZigTicks,
    /// Dot and dash in turn.
    DotDash,
}

/// Yin or yang.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Polarity {
    /// Yin.
    Yin,
    /// Yang.
    Yang,
}

/// The traditional phase ("element") of a channel.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Phase {
    /// Wood.
    Wood,
    /// Fire.
    Fire,
    /// Earth.
    Earth,
    /// Metal.
    Metal,
    /// Water.
    Water,
}

/// One unbroken stroke of a channel's line: the codes it runs through, in order.
pub type Stroke = Vec<String>;

/// One channel.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The short id, such as `BL`.
    pub id: String,
    /// The English name, such as “Bladder channel”.
    pub name: String,
    /// Pinyin with tone marks.
    pub pinyin: String,
    /// Chinese characters.
    pub hanzi: Hanzi,
    /// How many points it has.
    pub points: u32,
    /// Yin or yang; none for extra points.
    #[serde(default)]
    pub polarity: Option<Polarity>,
    /// Its phase; none for the two midline vessels.
    #[serde(default)]
    pub phase: Option<Phase>,
    /// The line's pattern.
    pub pattern: Pattern,
    /// Whether it bears an organ's name, so that cards say “a name, not your organ”.
    #[serde(default)]
    pub organ_name: Option<String>,
    /// The strokes of its line; empty where no line is drawn yet.
    #[serde(default)]
    pub strokes: Vec<Stroke>,
    /// Whether it runs on the midline, so that it is drawn once.
    #[serde(default)]
    pub midline: bool,
    /// What bears all this.
    pub sources: Vec<SourceId>,
}
