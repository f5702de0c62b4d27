//! Whether somebody stands before the screen, as far as a program can tell: by what is touched, and for how long
//! nothing was.
//!
//! It reads no clock. Seconds come in through [`Idle::step`], and what a visitor is reading or hearing comes with them.

/// For how long nothing may happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patience {
    quiet: f32,
}

/// Seconds between the question whether somebody is still there and the end of the visit.
pub const WARNING: f32 = 30.0;
/// A longer gap between two looks means that the computer slept: whoever stands there now is somebody else.
pub const ASLEEP: f32 = 30.0;
/// How many seconds without a touch a clinic may allow.
pub const QUIET: std::ops::RangeInclusive<f32> = 60.0..=300.0;
/// The usual number of them.
const USUAL: f32 = 180.0;
/// How many words a slow reader reads in a second: eighty a minute.
const WORDS_A_SECOND: f32 = 80.0 / 60.0;
/// However much there is to read, nobody holds the screen for longer, in seconds.
const LONGEST: f32 = 600.0;

impl Default for Patience {
    fn default() -> Self {
        Self { quiet: USUAL }
    }
}

impl Patience {
    /// So many seconds without a touch, brought into [`QUIET`].
    pub fn new(seconds: f32) -> Self {
        let quiet = if seconds.is_finite() { seconds.clamp(*QUIET.start(), *QUIET.end()) } else { USUAL };
        Self { quiet }
    }

    /// How long nothing may happen while so many words are on the screen, in seconds.
    pub fn with(self, words: usize) -> f32 {
        (words as f32 / WORDS_A_SECOND).min(LONGEST).max(self.quiet)
    }
}

/// Who is before the screen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Presence {
    /// Nobody: the screen invites.
    #[default]
    Nobody,
    /// A visitor.
    Here,
    /// A visitor who was asked whether they are still there.
    Asked,
}

/// Watches over one visit after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Idle {
    patience: Patience,
    presence: Presence,
    /// Seconds since anything was touched, or since the question was asked.
    quiet: f32,
}

/// What is on the screen while time passes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Screenful {
    /// How many words there are to read.
    pub words: usize,
    /// Whether a story plays: it needs no touch to go on.
    pub told: bool,
}

impl Idle {
    /// Nobody is there yet.
    pub fn new(patience: Patience) -> Self {
        Self { patience, ..Self::default() }
    }

    /// Who is before the screen.
    pub fn presence(&self) -> Presence {
        self.presence
    }

    /// Somebody touched the screen to start.
    pub fn begin(&mut self) {
        (self.presence, self.quiet) = (Presence::Here, 0.0);
    }

    /// The visitor asked for more time. It can be asked for as often as one likes.
    pub fn stay(&mut self) {
        if self.presence == Presence::Asked {
            self.begin();
        }
    }

    /// The visitor did something. The question still wants its answer: it is given by [`Idle::stay`].
    pub fn noticed(&mut self) {
        if self.presence == Presence::Here {
            self.quiet = 0.0;
        }
    }

    /// The visit is over. Whether there was one: staff come and go where nobody else was.
    pub fn end(&mut self) -> bool {
        let was = self.presence;
        *self = Self::new(self.patience);
        was != Presence::Nobody
    }

    /// Seconds until the visit ends, while the question stands.
    pub fn left(&self) -> Option<f32> {
        (self.presence == Presence::Asked).then(|| (WARNING - self.quiet).max(0.0))
    }

    /// Seconds until something happens by itself; none where nothing will.
    pub fn until(&self, screen: Screenful) -> Option<f32> {
        match self.presence {
            Presence::Nobody => None,
            Presence::Here if screen.told => None,
            Presence::Here => Some((self.patience.with(screen.words) - self.quiet).max(0.0)),
            // The seconds are shown, so each of them counts.
            Presence::Asked => Some(((WARNING - self.quiet).fract() + 0.001).max(0.0)),
        }
    }

    /// Lets `dt` seconds pass. Whether the visit ends with them.
    pub fn step(&mut self, dt: f32, screen: Screenful) -> bool {
        if self.presence == Presence::Nobody {
            return false;
        }
        if dt > ASLEEP {
            return true;
        }
        let told = self.presence == Presence::Here && screen.told;
        self.quiet = if told { 0.0 } else { self.quiet + dt.max(0.0) };
        match self.presence {
            Presence::Here if self.quiet >= self.patience.with(screen.words) => {
                (self.presence, self.quiet) = (Presence::Asked, 0.0);
                false
            }
            Presence::Asked => self.quiet >= WARNING,
            _ => false,
        }
    }
}
