//! One channel (meridian) as tradition tells it, and how its line is drawn. Hours, phases, pairs and courses are
//! tradition: whoever shows them says so.

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

/// Which of the two fires a fire channel belongs to.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Fire {
    /// The sovereign fire, of heart and small intestine.
    Sovereign,
    /// The ministerial fire, of pericardium and triple energizer.
    Ministerial,
}

/// The limb on which a channel begins or ends.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Limb {
    /// The arm, named after the hand.
    Hand,
    /// The leg, named after the foot.
    Foot,
}

/// The name that a channel shares with one on the other limb: of the twelve, six kinds of yin and yang.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum SixName {
    /// Greater yin, 太阴.
    Taiyin,
    /// Lesser yin, 少阴.
    Shaoyin,
    /// Reverting yin, 厥阴.
    Jueyin,
    /// Greater yang, 太阳.
    Taiyang,
    /// Lesser yang, 少阳.
    Shaoyang,
    /// Yang brightness, 阳明.
    Yangming,
}

/// The two hours of the day that tradition gives a channel.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// The hour at which it begins, 0 to 23 by local solar time.
    pub starts: u8,
    /// The earthly branch that names it, such as 申.
    pub branch: String,
    /// The branch in pinyin with tone marks.
    pub pinyin: String,
}

impl Watch {
    /// How many hours a watch lasts.
    pub const HOURS: u8 = 2;
    /// How many hours a day has.
    pub const DAY: u8 = 24;

    /// The hour at which it ends, 0 to 23.
    pub fn ends(&self) -> u8 {
        (self.starts + Self::HOURS) % Self::DAY
    }
}

/// Which way a channel is told to run, as words that go after “from” and “to”.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Where its first point lies, such as “the inner corner of the eye”.
    pub from: String,
    /// Where its last point lies, such as “the little toe”.
    pub to: String,
}

/// The id of the group that holds the points of no channel.
pub const EXTRA: &str = "EX";

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
    /// Which fire it belongs to, if its phase is fire.
    #[serde(default)]
    pub fire: Option<Fire>,
    /// Its limb; none for the two midline vessels.
    #[serde(default)]
    pub limb: Option<Limb>,
    /// Its name among the six kinds of yin and yang; none for the two midline vessels.
    #[serde(default)]
    pub six_name: Option<SixName>,
    /// Its hours on the organ clock; none for the two midline vessels.
    #[serde(default)]
    pub watch: Option<Watch>,
    /// The channel that it is one pair with, yin with yang.
    #[serde(default)]
    pub paired_with: Option<String>,
    /// The channel that follows it in the daily circuit.
    #[serde(default)]
    pub passes_to: Option<String>,
    /// Which way it is told to run.
    #[serde(default)]
    pub course: Option<Course>,
    /// The line's pattern.
    pub pattern: Pattern,
    /// Whether it bears an organ's name, so that cards say it is an old name, and more than a doctor’s organ.
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
