//! One acupuncture point: its names, where it lies in words, and what is said of it.

use serde::{Deserialize, Serialize};

use super::{Grade, SourceId};

/// The standard code of a point, such as `BL23` or `EX-B2`: what every other file refers to.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct PointCode(pub String);

impl PointCode {
    /// The code as it is written on a card.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PointCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which side of the body a site lies on, as the body itself would say it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The body's left, +x.
    Left,
    /// The body's right, −x.
    Right,
    /// On the plane x = 0.
    Midline,
}

/// One marker on the body: a point has one for each of its sites.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SiteKey {
    /// The point.
    pub code: PointCode,
    /// Which side it lies on.
    pub side: Side,
    /// Its number on that side, from 1.
    pub number: u8,
}

/// How the sites of a point lie on the body.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Layout {
    /// One site on each side, mirrored.
    #[default]
    Paired,
    /// One site (or a row of sites) on the midline.
    Midline,
    /// One site on one side only, as the point's rule says.
    OneSided,
    /// No fixed place, as for *ashi*: a card without a marker.
    Nowhere,
}

/// Chinese characters in both scripts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Hanzi {
    /// As written in mainland China.
    pub simplified: String,
    /// As written in older books, Hong Kong and Taiwan.
    pub traditional: String,
}

/// A thing said, at one or two reading levels, with the sources that bear it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// For a patient: short sentences, grade 6 or below.
    pub plain: String,
    /// For those who want the terms: anatomy, Latin, levels.
    #[serde(default)]
    pub more: Option<String>,
    /// How sure one can be of it, where someone has judged that.
    #[serde(default)]
    pub sure: Option<Grade>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// Where a point lies, in words.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    /// For a patient: fingers and bones one can feel.
    pub plain: String,
    /// The measurement, as a practitioner would write it.
    pub measure: String,
    /// A few letters for a tag beside the sentence, such as `1.5 cun`.
    #[serde(default)]
    pub tag: Option<String>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// How often low-back trials used the point.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Trials {
    /// In how many trials it was named.
    pub named: u32,
    /// Out of how many trials that name their points.
    pub of: u32,
    /// What else is known of its use, in words.
    #[serde(default)]
    pub plain: Option<String>,
    /// What bears it. Never empty after checking.
    pub sources: Vec<SourceId>,
}

/// The id of a caution that several cards share, such as `pregnancy`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct CautionId(pub String);

/// A caution that may stand on many cards, written once.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// What points refer to.
    pub id: CautionId,
    /// One or two words for a tag, such as “Pregnancy”.
    pub name: String,
    /// The sentences.
    pub says: Statement,
}

/// A role that tradition gives a point among the others of its channel.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum PointRole {
    /// Well, the first of the five transport points.
    Well,
    /// Spring, the second.
    Spring,
    /// Stream, the third.
    Stream,
    /// River, the fourth.
    River,
    /// Sea, the fifth.
    Sea,
    /// Lower sea of a yang organ.
    LowerSea,
    /// Source.
    Source,
    /// Connecting (*luo*).
    Connecting,
    /// Cleft (*xi*).
    Cleft,
    /// Back-shu of an organ.
    BackShu,
    /// Front-mu of an organ.
    FrontMu,
    /// One of the eight meeting points, each of a part or stuff of the body.
    EightMeeting,
    /// One of the eight confluent points of the extraordinary vessels.
    Confluent,
    /// A command point of a part of the body.
    Command,
    /// Where channels cross.
    Crossing,
}

/// One point. A field that nobody could verify is `None`: it is counted, never filled.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The standard code.
    pub code: PointCode,
    /// The channel's id, such as `BL`; `EX` for extra points and *ashi*.
    pub channel: String,
    /// The number on its channel, or within its group of extra points.
    pub number: u32,
    /// Pinyin with tone marks.
    pub pinyin: String,
    /// Chinese characters.
    pub hanzi: Hanzi,
    /// An English name, in our wording.
    pub english: String,
    /// The part of the body, in plain words.
    pub region: String,
    /// The same as anatomists call it, where that differs: the word of the export, and one to find the point by.
    #[serde(default)]
    pub anatomical_region: Option<String>,
    /// How its sites lie.
    #[serde(default)]
    pub layout: Layout,
    /// Whether it is one of the points of most use in low back pain.
    #[serde(default)]
    pub low_back: bool,
    /// Where it lies, in words.
    #[serde(default)]
    pub place: Option<Where>,
    /// What lies under it.
    #[serde(default)]
    pub under: Option<Statement>,
    /// What tradition says of it.
    #[serde(default)]
    pub tradition: Option<Statement>,
    /// What the body does there, as far as it is known.
    #[serde(default)]
    pub body: Option<Statement>,
    /// How often low-back trials used it.
    #[serde(default)]
    pub trials: Option<Trials>,
    /// Cautions it shares with others.
    #[serde(default)]
    pub cautions: Vec<CautionId>,
    /// A caution of its own.
    #[serde(default)]
    pub own_caution: Option<Statement>,
    /// Roles that tradition gives it.
    #[serde(default)]
    pub roles: Vec<PointRole>,
    /// Other forms of its name that are in use.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// Another place that standards keep for it.
    #[serde(default)]
    pub also_placed: Option<Statement>,
    /// Other words a visitor may look for it by: body parts, complaints, other codes.
    #[serde(default)]
    pub find: Vec<String>,
}

impl Point {
    /// All that is stated of it, by the name of the field. Whoever checks, exports or translates asks here, so that a
    /// field added above is forgotten nowhere.
    pub fn statements(&self) -> impl Iterator<Item = (&'static str, &Statement)> {
        let fields = [
            ("under", &self.under),
            ("tradition", &self.tradition),
            ("body", &self.body),
            ("own_caution", &self.own_caution),
            ("also_placed", &self.also_placed),
        ];
        fields.into_iter().filter_map(|(field, said)| Some((field, said.as_ref()?)))
    }

    /// All that its card says in plain words, in the order of the card.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        let place = self.place.iter().map(|place| place.plain.as_str());
        let trials = self.trials.iter().filter_map(|trials| trials.plain.as_deref());
        place.chain(self.statements().map(|(_, said)| said.plain.as_str())).chain(trials)
    }

    /// The same, to be changed.
    pub fn statements_mut(&mut self) -> impl Iterator<Item = &mut Statement> {
        let fields =
            [&mut self.under, &mut self.tradition, &mut self.body, &mut self.own_caution, &mut self.also_placed];
        fields.into_iter().flatten()
    }
}
