//! One visit, minute by minute, in people and in mice at once.
//!
//! Both bodies are always worked out, since findings differ: the panel shows a mark for each.

mod experiment;
mod feel;
mod flow;
mod opioid;
mod parameters;
mod settings;
mod state;

pub use experiment::{Experiment, Experiments};
pub use feel::{Feel, Fibre};
pub use opioid::Opioid;
pub use settings::{Frequency, Handling, Method, Needle, Settings, Who, Work};
pub use state::{Quantity, State};

use super::Clock;
use parameters::{STAY_MINUTES, VISIT_MINUTES};

/// Ticks in a minute of a visit.
const TICKS_A_MINUTE: u32 = 60;

/// Relief at one minute, 0..1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sample {
    /// In people.
    pub people: f32,
    /// In mice.
    pub mice: f32,
}

impl Sample {
    /// Relief in one of them.
    pub fn of(&self, who: Who) -> f32 {
        match who {
            Who::People => self.people,
            Who::Mice => self.mice,
        }
    }
}

/// One visit. It begins when the needle goes in and is told for two hours; the needle comes out by itself when it has
/// been in for half an hour.
#[derive(Clone, Debug, PartialEq)]
pub struct Needling {
    settings: Settings,
    people: State,
    mice: State,
    /// Ticks since the needle first went in; none yet before that.
    ticks: Option<u32>,
    /// Ticks since the needle last went in.
    ticks_in: u32,
    /// Ticks of a visit that have passed on screen and are not worked out yet: less than one.
    owed: f64,
    history: Vec<Sample>,
}

impl Default for Needling {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Needling {
    /// The needle stays in for so many minutes.
    pub const STAY_MINUTES: u32 = STAY_MINUTES;
    /// The visit is told for so many minutes.
    pub const VISIT_MINUTES: u32 = VISIT_MINUTES;

    /// A visit before its first minute, or in it, if the needle is in.
    pub fn new(settings: Settings) -> Self {
        let ticks = (settings.needle == Needle::In).then_some(0);
        let (people, mice) = (State::BEFORE, State::BEFORE);
        Self { settings, people, mice, ticks, ticks_in: 0, owed: 0.0, history: vec![Sample::default()] }
    }

    /// A visit at a minute, as if everything had been set so from the moment the needle went in.
    pub fn at(settings: Settings, minute: u32) -> Self {
        let mut needling = Self::new(Settings { needle: Needle::In, ..settings });
        needling.run_to(minute);
        needling
    }

    /// What is set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Sets everything anew. A needle that goes in begins the visit, or begins it again after its end.
    pub fn set(&mut self, settings: Settings) {
        let goes_in = self.settings.needle == Needle::Out && settings.needle == Needle::In;
        self.settings = settings;
        if goes_in {
            if self.is_over() {
                *self = Self::new(self.settings.clone());
            }
            self.ticks_in = 0;
            self.ticks.get_or_insert(0);
        }
    }

    /// Changes what is set.
    pub fn change(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.clone();
        change(&mut settings);
        self.set(settings);
    }

    /// Lets time pass, in seconds on screen: [`Clock::VISIT_MINUTES_A_SECOND`] says how fast. How it is cut into steps
    /// does not matter.
    pub fn step(&mut self, dt_seconds: f32) {
        if !self.is_running() || dt_seconds.is_nan() || dt_seconds <= 0.0 {
            return;
        }
        let minutes = (f64::from(dt_seconds) * f64::from(Clock::VISIT_MINUTES_A_SECOND)).min(f64::from(VISIT_MINUTES));
        self.owed += minutes * f64::from(TICKS_A_MINUTE);
        while self.owed >= 1.0 && self.is_running() {
            self.owed -= 1.0;
            self.tick();
        }
    }

    /// Goes on to a minute of this visit that has not come yet, such as the next step of a still picture.
    pub fn run_to(&mut self, minute: u32) {
        while self.is_running() && self.ticks.unwrap_or(0) < minute * TICKS_A_MINUTE {
            self.tick();
        }
    }

    /// Goes to any minute, as if everything had been set as it is now from the beginning.
    pub fn seek(&mut self, minute: u32) {
        *self = Self::at(self.settings.clone(), minute);
    }

    /// Takes the needle out and goes back to before the visit. Everything else stays set.
    pub fn restart(&mut self) {
        *self = Self::new(Settings { needle: Needle::Out, ..self.settings.clone() });
    }

    /// Minutes since the needle first went in.
    pub fn minute(&self) -> f32 {
        self.ticks.unwrap_or(0) as f32 / TICKS_A_MINUTE as f32
    }

    /// Whether a needle has been in at all.
    pub fn has_begun(&self) -> bool {
        self.ticks.is_some()
    }

    /// Whether the needle has come out by itself, since it had been in for [`Self::STAY_MINUTES`].
    pub fn came_out(&self) -> bool {
        self.settings.needle == Needle::Out && self.ticks_in >= STAY_MINUTES * TICKS_A_MINUTE
    }

    /// Whether all of the visit has been told.
    pub fn is_over(&self) -> bool {
        self.ticks.is_some_and(|ticks| ticks >= VISIT_MINUTES * TICKS_A_MINUTE)
    }

    /// Whether time changes anything: not before the needle goes in, and not after the end.
    pub fn is_running(&self) -> bool {
        self.has_begun() && !self.is_over()
    }

    /// The state of a body.
    pub fn state(&self, who: Who) -> &State {
        match who {
            Who::People => &self.people,
            Who::Mice => &self.mice,
        }
    }

    /// The state of the body that the panel tells of.
    pub fn shown(&self) -> &State {
        self.state(self.settings.who)
    }

    /// What the needle does in the body that the panel tells of.
    pub fn work(&self) -> Work {
        self.settings.work(self.settings.who)
    }

    /// The words people find for what they feel now. Mice were not asked.
    pub fn feels(&self) -> Vec<Feel> {
        Feel::of(&self.people, self.settings.work(Who::People))
    }

    /// Relief at every full minute so far.
    pub fn history(&self) -> &[Sample] {
        &self.history
    }

    /// Relief at every minute of the whole visit: what was, and what comes if nothing more is changed.
    pub fn forecast(&self) -> Vec<Sample> {
        let mut ahead = self.clone();
        ahead.run_to(VISIT_MINUTES);
        ahead.history
    }

    fn tick(&mut self) {
        if self.settings.needle == Needle::In && self.ticks_in >= STAY_MINUTES * TICKS_A_MINUTE {
            self.settings.needle = Needle::Out;
        }
        let minutes_in = self.ticks_in as f32 / TICKS_A_MINUTE as f32;
        flow::tick(&mut self.people, &self.settings, Who::People, minutes_in);
        flow::tick(&mut self.mice, &self.settings, Who::Mice, minutes_in);
        if self.settings.needle == Needle::In {
            self.ticks_in += 1;
        }
        let ticks = self.ticks.unwrap_or(0) + 1;
        self.ticks = Some(ticks);
        if ticks.is_multiple_of(TICKS_A_MINUTE) {
            self.history.push(Sample { people: self.people.relief(), mice: self.mice.relief() });
        }
    }
}

/// Relief at every minute of a visit with these settings, from the needle's going in: 0..1, shape illustrative.
///
/// The needle comes out after [`Needling::STAY_MINUTES`]. For a comparison, ask again with
/// [`Settings::without_experiments`]. This runs the whole model: keep the answer, do not ask in every frame.
pub fn curve(settings: &Settings, who: Who, minutes: u32) -> Vec<f32> {
    Needling::at(settings.clone(), minutes).history.iter().map(|sample| sample.of(who)).collect()
}
