//! Two monkeys that want to see everything: one has a finger and can only tap, the other has only keys. Each presses
//! what it has pressed least.

use std::collections::{BTreeSet, HashMap};

use deqi::mode::Mode;
use deqi::store::settings::{Motion, Settings};
use deqi::visit::Presence;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, pos2};
use fastrand::Rng;

use super::places;
use super::stage::{self, Window};
use crate::support::{Deqi, LIBRARY, Thing, things};

/// After so many taps or keys a tour ends: several times as many as one takes.
const MOST: (u32, u32) = (2_500, 10_000);
/// A tap lasts so many seconds.
const TAP: f64 = 0.12;

/// What the monkey has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Finger,
    Keys,
}

struct Tour {
    mode: Mode,
    deqi: Deqi,
    window: Window,
    rng: Rng,
    /// How often each thing was pressed, by what it is called and where.
    pressed: HashMap<String, u32>,
    reached: BTreeSet<String>,
}

/// Goes everywhere, and fails where something is not reached.
pub(super) fn tour(mode: Mode, by: By, window: Window, seed: u64) {
    let all = places::all(mode, by);
    let settings = Settings { motion: Motion::Reduced, points_per_mm: Some(4.0), ..Settings::default() };
    let deqi = stage::open(mode, window, settings);
    let mut tour =
        Tour { mode, deqi, window, rng: Rng::with_seed(seed), pressed: HashMap::new(), reached: BTreeSet::new() };
    let most = if by == By::Finger { MOST.0 } else { MOST.1 };
    let mut steps = 0;
    while steps < most && !all.is_subset(&tour.reached) {
        match by {
            By::Finger => tour.tap(),
            By::Keys => tour.key(),
        }
        tour.look();
        steps += 1;
    }
    let missed: Vec<&String> = all.difference(&tour.reached).collect();
    eprintln!("{}, {by:?}: {} places in {steps} steps", mode.as_str(), tour.reached.len());
    assert!(missed.is_empty(), "{by:?}, {}, seed {seed}: {steps} steps do not lead to {missed:#?}", mode.as_str());
    for (place, why) in places::elsewhere(mode, by) {
        let name = mode.as_str();
        assert!(!tour.reached.contains(place), "{by:?}, {name}: {place} is reached, though it is said that {why}");
    }
}

impl Tour {
    fn frame(&mut self, events: Vec<Event>, seconds: f64) {
        self.window.tell(&mut self.deqi);
        let now = self.deqi.ctx.input(|i| i.time);
        let input = self.deqi.input_mut();
        (input.events, input.time) = (events, Some(now + seconds));
        self.deqi.step();
        self.deqi.input_mut().time = None;
    }

    /// Notes where the visitor is.
    fn look(&mut self) {
        if !self.mode.features().passers_by || self.deqi.state().presence() == Presence::Here {
            self.reached.extend(places::of(self.deqi.state().visit(), &LIBRARY.catalog));
        }
    }

    /// What something is called where it stands. Markers are one thing, since there are hundreds.
    fn called(&self, thing: &Thing) -> String {
        let name = if thing.focusable { thing.name.as_str() } else { "marker" };
        format!("{:?} {:?} {name}", self.deqi.state().visit().screen, thing.role)
    }

    fn times(&self, name: &str) -> u32 {
        self.pressed.get(name).copied().unwrap_or(0)
    }

    /// Taps what was tapped least of all that can be seen.
    fn tap(&mut self) {
        let all = things(&self.deqi);
        let mut choices: Vec<(String, Pos2)> = Vec::new();
        for thing in all.iter().filter(|t| t.is_seen() && !t.disabled) {
            match thing.role {
                // Any place on the body.
                Role::Figure => {
                    let (x, y) = (self.rng.f32(), self.rng.f32());
                    let at = thing.shown.min + thing.shown.size() * pos2(x, y).to_vec2();
                    choices.push((self.called(thing), at));
                }
                _ if thing.focusable || thing.role == Role::Button => {
                    choices.push((self.called(thing), thing.shown.center()));
                }
                _ => {}
            }
        }
        let rng = &mut self.rng;
        let worth = |name: &str| self.pressed.get(name).copied().unwrap_or(0) as f32;
        let scored = choices.into_iter().map(|(name, at)| (worth(&name) + rng.f32() * 2.0, name, at));
        let Some((_, name, at)) = scored.min_by(|a, b| a.0.total_cmp(&b.0)) else { panic!("nothing can be tapped") };
        *self.pressed.entry(name).or_default() += 1;
        let touch = |phase| Event::Touch { device_id: TouchDeviceId(1), id: TouchId(0), phase, pos: at, force: None };
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![touch(TouchPhase::Start), Event::PointerMoved(at), button(true)], 0.3);
        self.frame(vec![touch(TouchPhase::End), button(false), Event::PointerGone], TAP);
        self.frame(Vec::new(), 0.3);
    }

    /// Presses what has the keyboard if it was seldom pressed, else steps on.
    fn key(&mut self) {
        let focused = things(&self.deqi).into_iter().find(|t| t.focused);
        let mut keys = vec![(Modifiers::NONE, Key::Tab)];
        if self.rng.u32(0..8) == 0 {
            keys = vec![(Modifiers::SHIFT, Key::Tab)];
        }
        if let Some(thing) = focused {
            let name = self.called(&thing);
            let times = self.times(&name);
            let again = self.rng.u32(0..=times * times * 4) == 0;
            match thing.role {
                // On the body the arrows walk, and figures put on a lens.
                Role::Figure if self.rng.bool() => {
                    let walk = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
                    let others = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Minus, Key::Plus, Key::Home];
                    let key = if self.rng.bool() { self.rng.choice(walk) } else { self.rng.choice(others) };
                    keys = key.map(|key| (Modifiers::NONE, key)).into_iter().collect();
                }
                Role::TextInput | Role::SearchInput if again => {
                    self.frame(vec![Event::Text("knee".to_owned())], 0.3);
                    *self.pressed.entry(name).or_default() += 1;
                }
                Role::Figure => {}
                _ if again => {
                    *self.pressed.entry(name).or_default() += 1;
                    keys = vec![(Modifiers::NONE, if self.rng.bool() { Key::Enter } else { Key::Space })];
                }
                _ => {}
            }
        }
        for (modifiers, key) in keys {
            let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
            self.frame(vec![event(true), event(false)], 0.1);
        }
    }
}
