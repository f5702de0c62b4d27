//! A guided story while it is told: which step, how long it has been shown, and whether it waits.
//!
//! A story asks for what a visitor can ask for, and nothing else: see [`super::directions`]. Where it is stopped, the
//! visitor stays.

use super::{Action, Effect, Screen, Visit};
use crate::model::{Catalog, Direction, Story};
use crate::visit::NeedleAsk;

/// How fast a story is told.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Pace {
    /// Three quarters of the usual pace.
    Slow,
    /// Time enough to read at 150 words a minute.
    #[default]
    Usual,
    /// Half as fast again.
    Fast,
}

impl Pace {
    /// All, from the slowest.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Usual, Self::Fast];

    /// How many seconds of the story pass in a second.
    pub const fn factor(self) -> f32 {
        match self {
            Self::Slow => 0.75,
            Self::Usual => 1.0,
            Self::Fast => 1.5,
        }
    }

    /// The next one; after the fastest comes the slowest.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Slow => Self::Usual,
            Self::Usual => Self::Fast,
            Self::Fast => Self::Slow,
        }
    }
}

/// What can be asked of a story.
#[derive(Clone, Debug, PartialEq)]
pub enum StoryAsk {
    /// Tell a story from its beginning, by its id.
    Start(String),
    /// Wait.
    Pause,
    /// Go on: where one was, or with the same step again if the visitor looked around meanwhile.
    GoOn,
    /// Wait, and leave the room to what is told of.
    LookAround,
    /// Tell the step before again.
    Back,
    /// Tell the next step; after the last one the story is at its end.
    Forward,
    /// Tell the step from this share of it on, from 0 to 1: where its words come page by page, another page of them.
    From(f32),
    /// Tell it faster or slower.
    At(Pace),
    /// Put the story away and stay where it is.
    Stop,
}

/// Whether a story goes on by itself.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Telling {
    /// Time passes.
    Plays,
    /// It waits.
    Waits,
    /// The last step has been told.
    Ended,
}

/// A direction that is to be followed now.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// What to do.
    pub direction: Direction,
    /// Whether it belongs to the step that is told, and not to one that led there and is over.
    pub told: bool,
}

/// A story that is being told.
#[derive(Clone, Debug, PartialEq)]
pub struct Playing {
    /// Its id.
    pub story: String,
    /// The step that is told, from 0.
    pub step: usize,
    /// How fast.
    pub pace: Pace,
    /// Whether it goes on by itself.
    pub telling: Telling,
    /// Whether the visitor has looked around since the step began, so that things may stand otherwise.
    pub away: bool,
    /// How long the step has been shown, and how long it is to be, in seconds of the story.
    passed: f32,
    lasts: f32,
    /// The minute or the week, by the clock that the endorphin panel tells of, at which it is to hold.
    pub(super) hold: Option<u8>,
    /// How long the trail of Back was before the story.
    trail: usize,
}

impl Playing {
    /// Seconds until the next step; none while the story waits.
    pub fn left(&self) -> Option<f32> {
        (self.telling == Telling::Plays).then(|| ((self.lasts - self.passed) / self.pace.factor()).max(0.0))
    }

    /// How much of the step has been told, from 0 to 1.
    pub fn share(&self) -> f32 {
        if self.lasts > 0.0 { (self.passed / self.lasts).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Whether the room belongs to the visitor again: who looks around, or has seen the story to its end and can try what
    /// it told of.
    pub fn leaves_room(&self) -> bool {
        self.away || self.telling == Telling::Ended
    }

    /// The story and the step that is told.
    pub fn told<'a>(&self, catalog: &'a Catalog) -> Option<(&'a Story, &'a crate::model::StoryStep)> {
        let story = catalog.story(&self.story)?;
        Some((story, story.steps.get(self.step)?))
    }
}

impl Visit {
    /// Does what was asked of a story.
    pub(super) fn tell(&mut self, catalog: &Catalog, ask: StoryAsk) -> Vec<Effect> {
        if let StoryAsk::Start(id) = ask {
            let Some(story) = catalog.story(&id) else { return Vec::new() };
            let pace = self.story.as_ref().map_or_else(Pace::default, |playing| playing.pace);
            self.story = Some(Playing {
                story: story.id.clone(),
                step: 0,
                pace,
                telling: Telling::Plays,
                away: false,
                passed: 0.0,
                lasts: 0.0,
                hold: None,
                trail: self.trail.len(),
            });
            return self.enter(catalog, 0, false);
        }
        let Some(playing) = &mut self.story else { return Vec::new() };
        let (step, away) = (playing.step, playing.away);
        let last = catalog.story(&playing.story).map_or(0, |story| story.steps.len().saturating_sub(1));
        match ask {
            StoryAsk::Pause => self.wait(false),
            StoryAsk::LookAround => self.wait(true),
            StoryAsk::GoOn if playing.telling == Telling::Ended => return self.enter(catalog, 0, false),
            StoryAsk::GoOn => {
                playing.telling = Telling::Plays;
                if away {
                    return self.enter(catalog, step, true);
                }
                self.hold_again();
            }
            StoryAsk::Back => return self.enter(catalog, step.saturating_sub(1), true),
            StoryAsk::Forward if step >= last => {
                self.wait(false);
                if let Some(playing) = &mut self.story {
                    playing.telling = Telling::Ended;
                }
            }
            StoryAsk::Forward => return self.enter(catalog, step + 1, away),
            StoryAsk::From(share) => playing.passed = playing.lasts * share.clamp(0.0, 1.0),
            StoryAsk::At(pace) => playing.pace = pace,
            StoryAsk::Stop => self.story = None,
            StoryAsk::Start(_) => {}
        }
        Vec::new()
    }

    /// Begins a step. Where things may not stand as the step before left them, all that led there is done again.
    fn enter(&mut self, catalog: &Catalog, step: usize, anew: bool) -> Vec<Effect> {
        let Some(playing) = &mut self.story else { return Vec::new() };
        let Some(story) = catalog.story(&playing.story) else { return Vec::new() };
        let Some(now) = story.steps.get(step) else { return Vec::new() };
        if playing.telling == Telling::Ended {
            playing.telling = Telling::Plays;
        }
        (playing.step, playing.passed, playing.lasts) = (step, 0.0, now.lasts());
        (playing.away, playing.hold) = (false, None);
        let led = if anew { &story.steps[..step] } else { &[] };
        let before = led.iter().flat_map(|step| &step.scene).map(|direction| (direction, false));
        let cues = before.chain(now.scene.iter().map(|direction| (direction, true)));
        vec![Effect::Follow(cues.map(|(direction, told)| Cue { direction: direction.clone(), told }).collect())]
    }

    /// Does what a story directs: the same as if a visitor had asked, except that the story goes on, and that Back
    /// will lead to where the visitor was before it.
    pub fn follow(&mut self, catalog: &Catalog, action: Action) -> Vec<Effect> {
        let effects = self.act(catalog, action);
        if let Some(playing) = &self.story {
            self.trail.truncate(playing.trail + 1);
        }
        effects
    }

    /// Lets the time of a story pass, in seconds. What it asks for when its step is over comes back.
    pub fn pass(&mut self, seconds: f32) -> Option<Action> {
        let playing = self.story.as_mut().filter(|playing| playing.telling == Telling::Plays)?;
        playing.passed += seconds.max(0.0) * playing.pace.factor();
        (playing.passed >= playing.lasts).then_some(Action::Story(StoryAsk::Forward))
    }

    /// Holds the endorphin panel at the minute or the week that its step tells of.
    pub(super) fn hold(&mut self) {
        let at = self.story.as_ref().and_then(|playing| playing.hold);
        if at.is_some() && self.needling.waits() {
            // A story that tells of what comes after goes on by itself.
            self.hold_again();
        }
        if at.is_some_and(|hold| self.needling.runs() && self.needling.time() >= f32::from(hold)) {
            self.needling.apply(NeedleAsk::Run(false));
        }
    }

    /// Waits while the visitor does something of their own. What only changes how Deqi looks does not disturb.
    pub(super) fn notice(&mut self, action: &Action) {
        if matches!(
            action,
            Action::Story(_)
                | Action::Set(_)
                | Action::Tell(_)
                | Action::Lower(_)
                | Action::Controls(_)
                | Action::Visit(_)
        ) {
            return;
        }
        if let Some(playing) = &mut self.story {
            if playing.telling == Telling::Plays {
                playing.telling = Telling::Waits;
            }
            (playing.away, playing.hold) = (true, None);
        }
    }

    /// Nothing of the story moves while it waits.
    fn wait(&mut self, away: bool) {
        if let Some(playing) = &mut self.story {
            playing.telling = Telling::Waits;
            playing.away |= away;
        }
        self.qi.settle();
        self.needling.pause();
    }

    /// Lets the endorphin panel run on to where its step wants it.
    fn hold_again(&mut self) {
        let at = self.story.as_ref().and_then(|playing| playing.hold);
        if at.is_some_and(|hold| self.needling.time() < f32::from(hold)) && self.screen == Screen::Endorphins {
            self.needling.apply(NeedleAsk::Run(true));
        }
    }
}
