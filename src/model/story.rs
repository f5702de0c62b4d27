//! A guided story: captions one after the other, each with what the program does while it is told.

use serde::{Deserialize, Serialize};

use super::{Grade, PointCode, Side, SourceId};

/// Where a story is offered, and what a direction can open.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Place {
    /// The body with its sheet.
    Body,
    /// What tradition tells of Qi.
    Qi,
    /// The path from the needle to the brain.
    Endorphins,
}

/// A view of the body that has a name.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum SeenFrom {
    /// The low back, near.
    LowBack,
    /// The whole body from behind.
    Back,
    /// From the front.
    Front,
    /// From its left.
    Left,
    /// From its right.
    Right,
    /// The head.
    Head,
    /// The left hand.
    Hand,
    /// The left foot.
    Foot,
}

/// A lens on the body.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Through {
    /// The channels glow.
    Tradition,
    /// Skin, channels and points.
    Both,
    /// Both accounts, parted by the divider.
    Parted,
    /// What lies under the skin.
    Body,
}

/// One of the three parts of the section on Qi.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum QiPart {
    /// What the words mean.
    Meaning,
    /// The dammed flow at the low back.
    Flow,
    /// The clock of the day.
    Day,
}

/// A loupe of the endorphin panel.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Magnified {
    /// The needle in the back.
    Needle,
    /// The gate in the spine.
    Gate,
    /// The brake in the brain.
    Brake,
}

/// In whom the endorphin panel tells its steps.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Whose {
    /// In people.
    People,
    /// In mice.
    Mice,
}

/// One thing that the program does for a story. Each is something that a visitor can do too, and each says how things
/// stand afterwards and not how they change, so that a story can be entered at any of its steps.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Direction {
    /// Open a section.
    Section(Place),
    /// Open the card of a point.
    Point(PointCode),
    /// Open a page of words, by its id.
    Page(String),
    /// Show what was counted: the first picture of a panel, by the panel's id.
    Panel(String),
    /// Open the first sheet beside the body.
    Welcome,
    /// Put the sheet away, so that the body has the room.
    BodyAlone,
    /// Fly to a view of the body.
    View(SeenFrom),
    /// Put on a lens.
    Lens(Through),
    /// Put the divider at so many percent of tradition.
    Divider(u8),
    /// Show a part of the section on Qi.
    QiPart(QiPart),
    /// Turn to one of the ideas that “What Qi means” tells, by its id.
    QiIdea(String),
    /// Dam the flow again: no needles.
    QiNoNeedles,
    /// Place both needles on one side of the dammed flow.
    QiNeedles(Side),
    /// Turn the clock of the day to an hour.
    QiHour(u8),
    /// Let a day run from an hour.
    QiRunDay(u8),
    /// Begin the visit on the endorphin panel anew: no needle, nothing tried, in people.
    NoNeedle,
    /// Put the needle in and let it rest.
    NeedleIn,
    /// Put the needle in and turn it.
    NeedleTurned,
    /// Tell of this visit, and let it run until a minute of it.
    Minute(u8),
    /// Tell of the course, and let it run until a week after its first visit.
    Week(u8),
    /// Look through a loupe where there is room for one alone.
    Loupe(Magnified),
    /// In whom it is told.
    In(Whose),
    /// Switch one experiment on, by its id, and all others off.
    Try(String),
    /// Switch all experiments off.
    TryNothing,
}

/// One step of a story: one idea.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoryStep {
    /// What the step is called by, once in its story.
    pub id: String,
    /// What is told: one or two short sentences.
    pub caption: String,
    /// How sure one can be of it, if it claims something that can be graded.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// What bears it. Never empty after checking if there is a grade or a number.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// How long it is shown at the least, in seconds. It always stays as long as it takes to read.
    #[serde(default)]
    pub seconds: f32,
    /// What the program does when the step begins, in order.
    #[serde(default)]
    pub scene: Vec<Direction>,
}

/// So many words a minute are read by those who take their time.
const WORDS_A_MINUTE: f32 = 150.0;

impl StoryStep {
    /// How long it takes to read the caption, in seconds.
    pub fn reading_time(&self) -> f32 {
        self.caption.split_whitespace().count() as f32 * 60.0 / WORDS_A_MINUTE
    }

    /// How long the step is shown at the usual pace, in seconds.
    pub fn lasts(&self) -> f32 {
        self.seconds.max(self.reading_time())
    }
}

/// A guided story.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// What the program refers to, such as `what-qi-means`.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// What it tells, in a sentence.
    pub about: String,
    /// The section that offers it too.
    pub place: Place,
    /// Its steps, in order.
    pub steps: Vec<StoryStep>,
}

impl Story {
    /// How long it plays at the usual pace, in seconds.
    pub fn lasts(&self) -> f32 {
        self.steps.iter().map(StoryStep::lasts).sum()
    }
}
