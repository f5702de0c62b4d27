//! A finger or keys before the program: how they press what can be pressed, and how that is done once more.

use deqi::mode::Mode;
use deqi::store::settings::{Motion, Settings};
use eframe::egui::accesskit::{NodeId, Role};
use eframe::egui::{Event, Key, Memory, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase};
use fastrand::Rng;

use super::super::stage::{self, Window};
use super::By;
use super::choice::{self, Choice};
use crate::support::Deqi;

/// A tap lasts so many seconds.
const TAP: f64 = 0.12;
/// After so many presses of Tab it has gone round any screen.
const MOST_TABS: u32 = 500;

/// What happened in one frame: enough to let it happen again exactly.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    events: Vec<Event>,
    seconds: f64,
}

/// A finger or keys, and the program before them.
pub(super) struct Hand {
    pub(super) deqi: Deqi,
    by: By,
    mode: Mode,
    window: Window,
    /// A program that nobody touches: it keeps the figure.
    first: Deqi,
    /// What was done since the last press began.
    done: Vec<Frame>,
}

impl Hand {
    pub(super) fn new(mode: Mode, by: By, window: Window) -> Self {
        let first = stage::open(mode, window, settings());
        let deqi = stage::open_again(mode, window, settings(), &first);
        Self { deqi, by, mode, window, first, done: Vec::new() }
    }

    /// Opens the program anew: all that was done is undone.
    pub(super) fn reopen(&mut self) {
        self.deqi = stage::open_again(self.mode, self.window, settings(), &self.first);
    }

    /// What can be pressed.
    pub(super) fn choices(&self, rng: &mut Rng) -> Vec<Choice> {
        // Where fingers press, buttons turn the pages: the bar is too thin.
        let bars = self.mode.features().touch_mm.is_none();
        choice::choices(&self.deqi, self.by, bars, rng)
    }

    /// The words in sight.
    pub(super) fn words(&self) -> Vec<String> {
        choice::words(&self.deqi, self.by)
    }

    /// Presses it, and tells what that was.
    pub(super) fn press(&mut self, choice: &Choice, rng: &mut Rng) -> Vec<Frame> {
        match self.by {
            By::Finger => self.tap(choice.at),
            By::Keys => self.go_and_strike(choice, rng),
        }
        // What was asked for is done in the next frame, and where a page was turned it is seen in the one after.
        self.frame(Vec::new(), 0.3);
        self.frame(Vec::new(), 0.1);
        std::mem::take(&mut self.done)
    }

    /// Does once more what was done.
    pub(super) fn repeat(&mut self, frames: &[Frame]) {
        for frame in frames {
            self.frame(frame.events.clone(), frame.seconds);
        }
        self.done.clear();
    }

    fn tap(&mut self, pos: Pos2) {
        let touch = |phase| Event::Touch { device_id: TouchDeviceId(1), id: TouchId(0), phase, pos, force: None };
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let button = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        self.frame(vec![touch(TouchPhase::Start), Event::PointerMoved(pos), button(true)], 0.3);
        self.frame(vec![touch(TouchPhase::End), button(false), Event::PointerGone], TAP);
    }

    /// Goes there with Tab, and presses it.
    fn go_and_strike(&mut self, choice: &Choice, rng: &mut Rng) {
        if choice.role != Role::Unknown {
            let held = if choice.tabs < 0 { Modifiers::SHIFT } else { Modifiers::NONE };
            // The order of Tab is not quite that of reading.
            let mut tabs = 0;
            while focused(&self.deqi) != Some(choice.id) {
                if tabs > MOST_TABS {
                    return;
                }
                self.strike(held, Key::Tab);
                if choice.tabs < 0 {
                    // Backwards, what has the keyboard changes a frame later.
                    self.frame(Vec::new(), 0.02);
                }
                tabs += 1;
            }
        }
        match choice.role {
            Role::TextInput | Role::MultilineTextInput | Role::SearchInput => {
                self.frame(vec![Event::Text("knee".to_owned())], 0.3);
            }
            Role::Slider => self.strike(Modifiers::NONE, Key::ArrowRight),
            _ => {
                let usual = if rng.bool() { Key::Enter } else { Key::Space };
                self.strike(Modifiers::NONE, choice.key.unwrap_or(usual));
            }
        }
    }

    fn strike(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)], 0.1);
    }

    fn frame(&mut self, events: Vec<Event>, seconds: f64) {
        self.done.push(Frame { events: events.clone(), seconds });
        let figure = self.deqi.state().settings().figure;
        self.window.tell(&mut self.deqi);
        let now = self.deqi.ctx.input(|i| i.time);
        let input = self.deqi.input_mut();
        (input.events, input.time) = (events, Some(now + seconds));
        self.deqi.step();
        self.deqi.input_mut().time = None;
        // Another figure must be there at the same press in every run.
        if self.deqi.state().settings().figure != figure {
            self.deqi.state_mut().load_now();
        }
    }
}

/// What has the keyboard.
pub(super) fn focused(deqi: &Deqi) -> Option<NodeId> {
    deqi.ctx.memory(Memory::focused).map(|id| id.accesskit_id())
}

fn settings() -> Settings {
    Settings { motion: Motion::Reduced, points_per_mm: Some(4.0), ..Settings::default() }
}
