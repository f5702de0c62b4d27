//! Two monkeys that want to see everything: one has a finger and can only tap, the other has only keys. Each keeps a map
//! of where it was and what led where, and goes on to what promises most: what it has not pressed yet, near by, of a
//! kind that led somewhere new before. It knows nothing that the screen does not show, and uses no way but its own.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use deqi::mode::Mode;
use deqi::store::settings::{Motion, Settings};
use deqi::visit::Presence;
use eframe::egui::accesskit::{NodeId, Role};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, pos2};
use fastrand::Rng;

use super::places;
use super::stage::{self, Window};
use crate::support::{Deqi, LIBRARY, things};

/// After so many presses a tour ends: several times as many as one takes.
const MOST: u32 = 6_000;
/// A tap lasts so many seconds.
const TAP: f64 = 0.12;
/// What a press costs, in times that something was not there.
const PRESS: u32 = 20;
/// What was pressed in vain so often elsewhere is tried here nevertheless, after all else.
const MOST_IN_VAIN: f32 = 2.0;
/// A window of its own: under test it lies over the first one, and nothing there leads on.
const SECOND_WINDOW: &str = "Button Patient’s window";
/// Keys that do something on the body.
const ON_BODY: [Key; 8] =
    [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Num1, Key::Num2, Key::Num3, Key::Num4];

/// What the monkey has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Finger,
    Keys,
}

/// Something that can be pressed here.
#[derive(Clone, Debug)]
struct Choice {
    /// What it is called; of the many points on the body all the same.
    name: String,
    role: Role,
    id: NodeId,
    at: Pos2,
    /// With which key, where it is one of several.
    key: Option<Key>,
    /// How far it is from what has the keyboard, in presses of Tab, backwards if negative.
    tabs: i32,
}

/// What is known of a place.
#[derive(Debug, Default)]
struct Place {
    /// What was seen there: so much for each press, and one for each time that it was not there any more.
    pressed: BTreeMap<String, u32>,
    /// What one of them needs before it is seen: a list that is opened, a page that is turned.
    behind: BTreeMap<String, String>,
    /// Where a press led.
    leads: BTreeMap<String, String>,
    /// How many presses in a row led to nothing new, by kind.
    in_vain: BTreeMap<String, u32>,
}

struct Tour {
    by: By,
    mode: Mode,
    deqi: Deqi,
    window: Window,
    rng: Rng,
    reached: BTreeSet<String>,
    map: BTreeMap<String, Place>,
    /// How many presses in a row of what is called so led to nothing new.
    in_vain: BTreeMap<String, u32>,
}

/// Goes everywhere, and fails where something is not reached.
pub(super) fn tour(mode: Mode, by: By, window: Window, seed: u64) {
    let all = places::all(mode, by);
    let settings = Settings { motion: Motion::Reduced, points_per_mm: Some(4.0), ..Settings::default() };
    let deqi = stage::open(mode, window, settings);
    let (reached, map, in_vain) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
    let mut tour = Tour { by, mode, deqi, window, rng: Rng::with_seed(seed), reached, map, in_vain };
    let mut steps = 0;
    while steps < MOST && !all.is_subset(&tour.reached) {
        tour.step();
        steps += 1;
    }
    let name = mode.as_str();
    let missed: Vec<&String> = all.difference(&tour.reached).collect();
    eprintln!("{name}, {by:?}: {} places in {steps} presses", tour.reached.len());
    assert!(missed.is_empty(), "{by:?}, {name}, seed {seed}: {steps} presses do not lead to {missed:#?}");
    for (place, why) in places::elsewhere(mode, by) {
        assert!(!tour.reached.contains(place), "{by:?}, {name}: {place} is reached, though it is said that {why}");
    }
}

impl Tour {
    /// Where the visitor is.
    fn places(&self) -> Vec<String> {
        if self.mode.features().passers_by && self.deqi.state().presence() != Presence::Here {
            return vec![];
        }
        places::of(self.deqi.state().visit(), &LIBRARY.catalog)
    }

    /// Where that is on the map. While a story is told, all is where it was.
    fn here(&self) -> String {
        let places = self.places();
        let lasting: Vec<&str> =
            places.iter().map(String::as_str).filter(|place| !place.starts_with("story")).collect();
        lasting.join(", ")
    }

    /// Presses what promises most, or what leads there.
    fn step(&mut self) {
        let here = self.here();
        self.reached.extend(self.places());
        let choices = self.choices();
        assert!(!choices.is_empty(), "nothing can be pressed at {here}");
        let known = self.map.entry(here.clone()).or_default();
        for (name, spent) in &mut known.pressed {
            let waits = known.behind.contains_key(name);
            *spent += u32::from(!waits && !choices.iter().any(|choice| choice.name == *name));
        }
        for choice in &choices {
            known.pressed.entry(choice.name.clone()).or_default();
        }
        let Some(name) = self.next(&here, &choices) else { panic!("nowhere to go from {here}") };
        let before = self.reached.len();
        let Some(choice) = choices.iter().find(|choice| choice.name == name) else {
            // It was there before and is not now: the map was wrong.
            if let Some(place) = self.map.get_mut(&here) {
                place.leads.remove(&name);
                place.pressed.remove(&name);
            }
            return;
        };
        match self.by {
            By::Finger => self.tap(choice.at),
            By::Keys => self.press(choice),
        }
        let after = self.places();
        self.reached.extend(after.iter().cloned());
        let found = self.reached.len() > before;
        // A page turned or a list opened shows what was not there before.
        let now = if self.here() == here { self.choices() } else { Vec::new() };
        let there = self.here();
        let place = self.map.entry(here).or_default();
        let mut opened = false;
        for choice in now.into_iter().filter(|now| !choices.iter().any(|before| before.name == now.name)) {
            opened |= place.pressed.get(&choice.name).is_none_or(|&spent| spent < PRESS);
            place.behind.insert(choice.name, name.clone());
        }
        *place.pressed.entry(name.clone()).or_default() += if opened { 1 } else { PRESS };
        place.leads.insert(name.clone(), there);
        let kind = place.in_vain.entry(kind(&name)).or_default();
        *kind = if found { 0 } else { *kind + 1 };
        let called = self.in_vain.entry(name).or_default();
        *called = if found { 0 } else { *called + 1 };
    }

    /// What to press now: what promises most of all that is known, or the first step on the way there.
    fn next(&mut self, here: &str, choices: &[Choice]) -> Option<String> {
        let mut best: Option<(f32, String)> = None;
        for (first, place, steps) in self.ways(here) {
            let known = &self.map[&place];
            for (name, &spent) in &known.pressed {
                let seen = |name: &String| choices.iter().find(|choice| choice.name == *name);
                let behind = known.behind.get(name).filter(|behind| seen(behind).is_some());
                let (choice, behind) = match (&first, seen(name)) {
                    (None, None) if behind.is_some() => (None, behind),
                    (None, None) => continue,
                    (None, choice) => (choice, None),
                    (Some(_), _) => (None, None),
                };
                let kind_in_vain = known.in_vain.get(&kind(name)).copied().unwrap_or(0);
                let in_vain = self.in_vain.get(name).copied().unwrap_or(0);
                let tabs = choice.map_or(0, |c| c.tabs.abs());
                let cost = spent as f32 * 4.0 / PRESS as f32
                    + if behind.is_some() { 0.4 } else { 0.0 }
                    + (in_vain as f32 * 0.3).min(MOST_IN_VAIN)
                    + (kind_in_vain as f32 * 0.1).min(MOST_IN_VAIN)
                    + steps as f32 * 0.4
                    + tabs as f32 * 0.02
                    + self.rng.f32() * 0.3;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, first.as_ref().or(behind).unwrap_or(name).clone()));
                }
            }
        }
        best.map(|(_, name)| name)
    }

    /// Every place that is known to be reached from here: what to press first, which it is, after how many presses.
    fn ways(&self, here: &str) -> Vec<(Option<String>, String, u32)> {
        let mut seen = BTreeSet::from([here.to_owned()]);
        let mut all = vec![(None, here.to_owned(), 0)];
        let mut next = VecDeque::from(all.clone());
        while let Some((first, place, steps)) = next.pop_front() {
            for (name, to) in &self.map[&place].leads {
                if self.map.contains_key(to) && seen.insert(to.clone()) {
                    let way = (first.clone().or_else(|| Some(name.clone())), to.clone(), steps + 1);
                    all.push(way.clone());
                    next.push_back(way);
                }
            }
        }
        all
    }

    /// What can be pressed here.
    fn choices(&mut self) -> Vec<Choice> {
        let all = things(&self.deqi);
        let stops: Vec<NodeId> = all.iter().filter(|t| t.focusable && !t.disabled).map(|t| t.id).collect();
        let focused = self.deqi.ctx.memory(eframe::egui::Memory::focused).map(|id| id.accesskit_id());
        let from = stops.iter().position(|id| Some(*id) == focused).map_or(-1, |at| at as i32);
        let mut choices = Vec::new();
        let mut markers = Vec::new();
        for thing in all.iter().filter(|t| !t.disabled) {
            // What the body shows is told in its name.
            let name = if thing.role == Role::Figure { "body" } else { thing.name.as_str() };
            let name = format!("{:?} {name}", thing.role);
            let stop = stops.iter().position(|id| *id == thing.id);
            let tabs = stop.map_or(0, |at| shorter(at as i32 - from, stops.len() as i32));
            let choice = Choice { name, role: thing.role, id: thing.id, at: thing.shown.center(), key: None, tabs };
            match self.by {
                _ if choice.name == SECOND_WINDOW => {}
                By::Finger if !thing.is_seen() => {}
                By::Finger if matches!(thing.role, Role::Figure | Role::ScrollBar) => {
                    // Any place on the body; a touch of the groove beside a page turns it on.
                    let share = pos2(self.rng.f32(), self.rng.f32()).to_vec2();
                    choices.push(Choice { at: thing.shown.min + thing.shown.size() * share, ..choice });
                }
                By::Finger if thing.focusable => choices.push(choice),
                By::Finger if thing.role == Role::Button => {
                    markers.push(Choice { name: "a point".to_owned(), ..choice });
                }
                By::Keys if stop.is_none() => {}
                By::Keys if thing.role == Role::Figure => {
                    let by_key = |key: Key| Choice { name: format!("body {key:?}"), key: Some(key), ..choice.clone() };
                    choices.extend(ON_BODY.map(by_key));
                }
                By::Keys => choices.push(choice),
                By::Finger => {}
            }
        }
        choices.extend(self.rng.choice(markers));
        if self.by == By::Keys {
            let (name, key) = ("Escape".to_owned(), Some(Key::Escape));
            choices.push(Choice { name, role: Role::Unknown, id: NodeId(0), at: Pos2::ZERO, key, tabs: 0 });
        }
        choices
    }

    fn frame(&mut self, events: Vec<Event>, seconds: f64) {
        self.window.tell(&mut self.deqi);
        let now = self.deqi.ctx.input(|i| i.time);
        let input = self.deqi.input_mut();
        (input.events, input.time) = (events, Some(now + seconds));
        self.deqi.step();
        self.deqi.input_mut().time = None;
    }

    fn tap(&mut self, pos: Pos2) {
        let touch = |phase| Event::Touch { device_id: TouchDeviceId(1), id: TouchId(0), phase, pos, force: None };
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let button = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        self.frame(vec![touch(TouchPhase::Start), Event::PointerMoved(pos), button(true)], 0.3);
        self.frame(vec![touch(TouchPhase::End), button(false), Event::PointerGone], TAP);
        self.frame(Vec::new(), 0.3);
    }

    /// Goes there with Tab, and presses it.
    fn press(&mut self, choice: &Choice) {
        if choice.role != Role::Unknown {
            let held = if choice.tabs < 0 { Modifiers::SHIFT } else { Modifiers::NONE };
            for _ in 0..choice.tabs.abs() + 2 {
                if self.deqi.ctx.memory(eframe::egui::Memory::focused).is_some_and(|id| id.accesskit_id() == choice.id)
                {
                    break;
                }
                self.strike(held, Key::Tab);
            }
        }
        match choice.role {
            Role::TextInput | Role::MultilineTextInput | Role::SearchInput => {
                self.frame(vec![Event::Text("knee".to_owned())], 0.3);
            }
            Role::Slider => self.strike(Modifiers::NONE, Key::ArrowRight),
            _ => {
                let usual = if self.rng.bool() { Key::Enter } else { Key::Space };
                self.strike(Modifiers::NONE, choice.key.unwrap_or(usual));
            }
        }
        self.frame(Vec::new(), 0.3);
    }

    fn strike(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)], 0.1);
    }
}

/// What kind of thing this is the name of.
fn kind(name: &str) -> String {
    name.split(' ').next().unwrap_or_default().to_owned()
}

/// The way round that is shorter.
fn shorter(tabs: i32, of: i32) -> i32 {
    [tabs, tabs - of, tabs + of].into_iter().min_by_key(|tabs| tabs.abs()).unwrap_or(tabs)
}
