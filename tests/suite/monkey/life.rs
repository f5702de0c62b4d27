//! A monkey's life: some thousand events from one seed, on a program that is opened for it alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use deqi::mode::Mode;
use deqi::model::FigureId;
use deqi::store::settings::{Motion, Settings};
use eframe::egui::{Event, HoveredFile, Key, Modifiers, ViewportEvent, vec2};
use egui_kittest::kittest::NodeT as _;
use fastrand::Rng;

use super::hand::{self, Targets};
use super::rules;
use super::stage::{self, PIN, Window};
use crate::forgetting;
use crate::stick::Stick;
use crate::support::{Deqi, things};

/// So many events come in one frame at most.
const BURST: usize = 20;
/// After so many frames the tree is looked at.
const LOOK: u32 = 50;
/// Windows that a monkey often meets: small ones, since a frame costs what it shows.
const WINDOWS: [(f32, f32); 6] =
    [(320.0, 480.0), (480.0, 640.0), (640.0, 480.0), (800.0, 600.0), (600.0, 1067.0), (960.0, 540.0)];
/// How large a window can be, in pixels.
const SIDES: (f32, f32) = (200.0, 3200.0);
/// How many of its pixels make a point.
const SCALES: [f32; 8] = [0.5, 0.75, 1.0, 1.0, 1.25, 1.5, 2.0, 4.0];

/// One monkey before one program.
pub(super) struct Life<'a> {
    mode: Mode,
    deqi: Deqi,
    rng: Rng,
    window: Window,
    /// What comes in later frames.
    later: Vec<(u32, Event)>,
    figure: FigureId,
    frames: u32,
    /// How many events it has sent, for whoever asks why it ended.
    sent: &'a AtomicU64,
}

impl<'a> Life<'a> {
    pub(super) fn new(mode: Mode, seed: u64, sent: &'a AtomicU64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let (width, height) = WINDOWS[rng.usize(0..WINDOWS.len())];
        let window = Window::new(width, height);
        let deqi = stage::open(mode, window, settings());
        let figure = deqi.state().settings().figure;
        sent.store(0, Ordering::Relaxed);
        Self { mode, deqi, rng, window, later: Vec::new(), figure, frames: 0, sent }
    }

    /// Lives for so many events, and then leaves.
    pub(super) fn spend(mut self, events: u64) {
        while self.sent.load(Ordering::Relaxed) < events {
            self.frame();
            if self.deqi.state().ending().is_some() {
                // The staff ended the program, which is started again.
                self.deqi = stage::open(self.mode, self.window, settings());
                self.later.clear();
            }
            if self.frames.is_multiple_of(LOOK) {
                self.look();
            }
        }
        if self.mode.features().passers_by {
            self.leaves_nothing();
        }
    }

    fn frame(&mut self) {
        self.frames += 1;
        let mut events: Vec<Event> = Vec::new();
        self.later.retain_mut(|(frames, event)| {
            *frames -= 1;
            if *frames == 0 {
                events.push(event.clone());
            }
            *frames > 0
        });
        self.around(&mut events);
        let targets = self.targets();
        let room = self.deqi.ctx.content_rect().max;
        let most = self.rng.usize(1..=BURST);
        while events.len() < most {
            hand::act(&mut self.rng, room, &targets, &mut events, &mut self.later);
        }
        events.truncate(BURST);
        self.sent.fetch_add(events.len() as u64, Ordering::Relaxed);
        self.deqi.input_mut().events = events;
        self.step();
    }

    /// One frame, in the window as it is now.
    fn step(&mut self) {
        self.window.tell(&mut self.deqi);
        self.deqi.step();
        self.deqi.input_mut().time = None;
        rules::every_frame(&self.deqi, self.mode);
        // A figure comes from another thread: here it is waited for, so that a seed does the same every time.
        let figure = self.deqi.state().settings().figure;
        if figure != self.figure {
            self.deqi.state_mut().load_now();
            self.figure = figure;
        }
    }

    /// What happens round the window: its size, its place on the desktop, time, files, staff.
    fn around(&mut self, events: &mut Vec<Event>) {
        let rng = &mut self.rng;
        if rng.u32(0..60) == 0 {
            let (width, height) = WINDOWS[rng.usize(0..WINDOWS.len())];
            self.window.pixels = if rng.u32(0..6) == 0 { vec2(side(rng), side(rng)) } else { vec2(width, height) };
        }
        if rng.u32(0..150) == 0 {
            self.window.scale = SCALES[rng.usize(0..SCALES.len())];
        }
        if rng.u32(0..100) == 0 {
            // Somebody thinks for a while, or goes away.
            let seconds = [0.0, 0.2, 1.0, 7.0, 31.0, 200.0][rng.usize(0..6)];
            self.deqi.input_mut().time = Some(self.deqi.ctx.input(|i| i.time) + seconds);
        }
        let (hidden, closes) = (rng.u32(0..300) == 0, rng.u32(0..300) == 0);
        let input = self.deqi.input_mut();
        for viewport in input.viewports.values_mut() {
            viewport.minimized = Some(hidden);
            if closes {
                viewport.events.push(ViewportEvent::Close);
            }
        }
        input.hovered_files.clear();
        match rng.u32(0..200) {
            0 => input.hovered_files.push(HoveredFile { path: Some("/media/stick".into()), ..HoveredFile::default() }),
            1 => input.dropped_files.push(Arc::new(Stick("/media/stick/pack.ron".into()))),
            2 if self.mode.features().staff => events.extend(staff()),
            _ => {}
        }
    }

    fn targets(&self) -> Targets {
        let pressed = things(&self.deqi).into_iter().filter(|t| t.is_seen() && !t.disabled);
        let nodes = self.deqi.root().children_recursive().map(|node| node.accesskit_node().locate().0);
        Targets {
            places: pressed.filter(|t| !t.name.is_empty()).map(|t| t.shown.center()).collect(),
            nodes: nodes.collect(),
        }
    }

    /// Everything is let go of, and what there is then is looked at; then the way home is taken.
    fn look(&mut self) {
        for _ in 0..2 {
            self.step();
        }
        rules::hold(&self.deqi, self.mode);
        rules::way_home(&mut self.deqi, self.mode, self.window);
        rules::hold(&self.deqi, self.mode);
    }

    /// The monkey goes away. What is left then is what every visitor finds.
    fn leaves_nothing(mut self) {
        let window = Window::new(600.0, 1067.0);
        self.window = window;
        rules::leave_alone(&mut self.deqi, window);
        let after = forgetting::trace(&self.deqi);
        // What the staff measured is the house's, and stays.
        let house = Settings { points_per_mm: self.deqi.state().settings().points_per_mm, ..settings() };
        let mut fresh = stage::open(self.mode, window, house);
        for _ in 0..forgetting::FRAMES {
            window.tell(&mut fresh);
            fresh.step();
        }
        let mut left = forgetting::differs(&after, &forgetting::trace(&fresh));
        // The body that invites has turned on by as long as nobody came; its picture is compared in `forgetting`.
        left.retain(|what| !what.contains(" mesh "));
        assert!(left.is_empty(), "this is left of a visit:\n{}", left.join("\n"));
    }
}

/// Flights take many frames in which a monkey learns nothing; it may ask for them itself.
fn settings() -> Settings {
    Settings { motion: Motion::Reduced, points_per_mm: Some(4.0), ..Settings::default() }
}

fn side(rng: &mut Rng) -> f32 {
    SIDES.0 + rng.f32() * (SIDES.1 - SIDES.0)
}

/// Somebody of the clinic calls for their page, and types the PIN.
fn staff() -> impl Iterator<Item = Event> {
    let event = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let call = event(Key::F8, Modifiers::CTRL | Modifiers::SHIFT);
    let digits = PIN.chars().filter_map(|digit| Key::from_name(&digit.to_string()));
    std::iter::once(call).chain(digits.map(move |key| event(key, Modifiers::NONE)))
}
