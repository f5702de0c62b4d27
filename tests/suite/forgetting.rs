//! After a visit nothing of it is left: what the program knows, what it tells a screen reader and what it paints are
//! those of a fresh start.

use deqi::app::Start;
use deqi::mode::Mode;
use deqi::model::{FigureId, SkinTone};
use deqi::staff::Place;
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::{Action, Change, Presence, Visit, VisitAsk};
use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, pos2, vec2,
};

use crate::support::{Deqi, LIBRARY, open_to_nobody, pass, things};

const SIZE: (f32, f32) = (600.0, 1067.0);
const EVENTS: usize = 10_000;
/// So many events come in one frame at most.
const BURST: u32 = 20;

/// Nothing moves by itself, so that the number of frames makes no difference.
pub(crate) fn house() -> Settings {
    Settings {
        skin: SkinTone(1),
        text_size: 100,
        motion: Motion::Reduced,
        points_per_mm: Some(4.0),
        ..Settings::default()
    }
}

fn kiosk() -> Deqi {
    open_to_nobody(SIZE, Start { mode: Mode::Kiosk, ..Start::with(LIBRARY.clone(), house()) })
}

/// What can be seen, heard and known of the program.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Trace {
    visit: String,
    settings: String,
    presence: Presence,
    tree: Vec<String>,
    picture: Vec<String>,
    egui: (String, usize),
    /// How large everything is, to the last bit: what rests on it is laid out a hair beside otherwise.
    zoom: u32,
}

pub(crate) fn trace(deqi: &Deqi) -> Trace {
    let focused = deqi.ctx.memory(|memory| format!("{:?}", memory.focused()));
    let kept = deqi.ctx.memory(|memory| memory.data.len());
    Trace {
        visit: format!("{:?}", deqi.state().visit()),
        settings: format!("{:?}", deqi.state().settings()),
        presence: deqi.state().presence(),
        tree: things(deqi).iter().map(|thing| format!("{thing:?}")).collect(),
        picture: deqi.output().shapes.iter().map(told).collect(),
        egui: (focused, kept),
        zoom: deqi.ctx.zoom_factor().to_bits(),
    }
}

/// What a shape shows. Where its letters lie on the sheet of letters depends on which ones were needed first.
fn told(clipped: &ClippedShape) -> String {
    fn tell(shape: &Shape) -> String {
        match shape {
            Shape::Vec(shapes) => shapes.iter().map(tell).collect(),
            Shape::Text(text) => format!("{} {:?} {:?}", text.galley.job.text, text.pos, text.fallback_color),
            Shape::Mesh(mesh) => {
                let sum = |sum: u64, bits: u64| sum.rotate_left(5) ^ bits.wrapping_mul(0x9E37_79B9_7F4A_7C15);
                let all = mesh.vertices.iter().fold(0, |all, v| {
                    let colour = v.color.to_array().into_iter().fold(0, |c, part| c << 8 | u64::from(part));
                    let place = u64::from(v.pos.x.to_bits()) << 32 | u64::from(v.pos.y.to_bits());
                    sum(sum(all, place), colour)
                });
                format!("mesh {all:x} {}", mesh.indices.len())
            }
            other => format!("{other:?}"),
        }
    }
    format!("{:?} {}", clipped.clip_rect, tell(&clipped.shape))
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as u32) % end.max(1)
    }

    fn place(&mut self) -> Pos2 {
        pos2(self.below(SIZE.0 as u32) as f32, self.below(SIZE.1 as u32) as f32)
    }

    fn event(&mut self, deqi: &Deqi) -> Vec<Event> {
        const KEYS: [Key; 9] = [
            Key::Tab,
            Key::Enter,
            Key::Space,
            Key::ArrowDown,
            Key::ArrowRight,
            Key::Escape,
            Key::PageDown,
            Key::Num4,
            Key::Plus,
        ];
        let press = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        match self.below(10) {
            0..=3 => {
                // Something that can be pressed, wherever that is.
                let all: Vec<Pos2> =
                    things(deqi).iter().filter(|t| t.is_control() && t.is_seen()).map(|t| t.rect.center()).collect();
                let at = all.get(self.below(all.len() as u32) as usize).copied().unwrap_or_else(|| self.place());
                vec![Event::PointerMoved(at), press(at, true), press(at, false)]
            }
            4 => vec![press(self.place(), true)],
            5 => vec![Event::PointerMoved(self.place())],
            6 => vec![press(self.place(), false)],
            7 => {
                let key = KEYS[self.below(KEYS.len() as u32) as usize];
                let event = |pressed| Event::Key {
                    key,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers: Modifiers::NONE,
                };
                vec![event(true), event(false)]
            }
            8 => vec![Event::MouseWheel {
                source: eframe::egui::MouseWheelSource::Unknown,
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, self.below(400) as f32 - 200.0),
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
            }],
            _ => vec![Event::Touch {
                device_id: TouchDeviceId(1),
                id: TouchId(u64::from(self.below(4))),
                phase: [TouchPhase::Start, TouchPhase::Move, TouchPhase::End][self.below(3) as usize],
                pos: self.place(),
                force: None,
            }],
        }
    }
}

/// Leaves, and lets as many frames pass as a fresh start has had.
fn leave(deqi: &mut Deqi) {
    deqi.state_mut().ask(Action::Visit(VisitAsk::Leave));
    deqi.run_steps(FRAMES);
}

pub(crate) const FRAMES: usize = 6;

fn fresh() -> Trace {
    let mut deqi = kiosk();
    deqi.run_steps(FRAMES - 1);
    trace(&deqi)
}

pub(crate) fn differs(after: &Trace, before: &Trace) -> Vec<String> {
    let mut all = Vec::new();
    let mut field = |name: &str, a: &dyn std::fmt::Debug, b: &dyn std::fmt::Debug| {
        let (a, b) = (format!("{a:?}"), format!("{b:?}"));
        if a != b {
            all.push(format!("{name}:\n  after  {a:.1500}\n  before {b:.1500}"));
        }
    };
    field("visit", &after.visit, &before.visit);
    field("settings", &after.settings, &before.settings);
    field("presence", &after.presence, &before.presence);
    field("egui", &after.egui, &before.egui);
    field("zoom", &f32::from_bits(after.zoom), &f32::from_bits(before.zoom));
    let pairs = after.tree.iter().zip(&before.tree).chain(after.picture.iter().zip(&before.picture));
    for (a, b) in pairs.filter(|(a, b)| a != b).take(4) {
        field("seen", a, b);
    }
    field("nodes", &after.tree.len(), &before.tree.len());
    field("shapes", &after.picture.len(), &before.picture.len());
    all
}

#[test]
fn after_ten_thousand_events_and_a_farewell_nothing_is_left() {
    let before = fresh();
    for seed in [20_261_125] {
        let mut deqi = kiosk();
        let mut chance = Chance(seed);
        let (mut sent, mut began) = (0, 0);
        while sent < EVENTS {
            if deqi.state().presence() == Presence::Nobody {
                deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(Some("en".to_owned()))));
                began += 1;
            }
            for _ in 0..=chance.below(BURST) {
                for event in chance.event(&deqi) {
                    deqi.event(event);
                    sent += 1;
                }
            }
            deqi.step();
        }
        // Whatever chance left out: every setting is another one now.
        deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(Some("en".to_owned()))));
        for change in [
            Change::Figure(FigureId::Woman),
            Change::Skin(SkinTone(4)),
            Change::TextSize(150),
            Change::Theme(ThemeChoice::Dark),
            Change::Motion(Motion::Full),
        ] {
            deqi.state_mut().ask(Action::Set(change));
        }
        deqi.state_mut().ask(Action::Lower(true));
        deqi.run_steps(2);
        assert_ne!(*deqi.state().visit(), Visit::default(), "somebody was there");
        leave(&mut deqi);
        let after = trace(&deqi);
        let left = differs(&after, &before);
        assert!(left.is_empty(), "seed {seed}, {began} visits: this is left\n{}", left.join("\n"));
    }
}

/// A finger goes down or up, as the window tells it.
fn finger(deqi: &mut Deqi, id: u64, at: Pos2, down: bool) {
    let phase = if down { TouchPhase::Start } else { TouchPhase::End };
    deqi.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(id), phase, pos: at, force: None });
    deqi.event(Event::PointerMoved(at));
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    deqi.event(Event::PointerButton { pos: at, button, pressed: down, modifiers });
}

/// Holds a corner as long as a call of the staff wants.
fn hold_corner(deqi: &mut Deqi, at: Pos2) {
    finger(deqi, 0, at, true);
    deqi.step();
    pass(deqi, 1.5);
    finger(deqi, 0, at, false);
    deqi.step();
}

/// The corners in the order of a call; whether the fourth one calls when visits change before it.
fn fourth_corner_calls(visits_change: bool) -> bool {
    let mut deqi = kiosk();
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.run_steps(2);
    let room = deqi.ctx.content_rect().shrink(20.0);
    for corner in [room.left_top(), room.right_bottom(), room.right_top()] {
        hold_corner(&mut deqi, corner);
    }
    if visits_change {
        leave(&mut deqi);
        deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
        deqi.run_steps(2);
    }
    hold_corner(&mut deqi, room.left_bottom());
    deqi.run_steps(2);
    deqi.state().staff().place() != Place::Away
}

#[test]
fn a_call_that_one_visitor_began_is_not_the_next_ones() {
    assert!(fourth_corner_calls(false), "this calls nobody, so it proves nothing");
    assert!(!fourth_corner_calls(true), "the next visitor finished what another began");
}

#[test]
fn fingers_of_a_visit_do_not_count_in_the_next() {
    let mut deqi = kiosk();
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.run_steps(2);
    // As many as a screen of the kiosk is let have at all, none of which ever goes up.
    for id in 0..20 {
        finger(&mut deqi, id, pos2(100.0, 300.0 + id as f32), true);
    }
    deqi.step();
    let touched = |deqi: &Deqi| deqi.ctx.input(eframe::egui::InputState::any_touches);
    assert!(touched(&deqi), "somebody was there");
    leave(&mut deqi);
    assert!(!touched(&deqi), "fingers are left");
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.run_steps(2);
    finger(&mut deqi, 30, pos2(100.0, 300.0), true);
    deqi.step();
    assert!(touched(&deqi), "there is no room for the next visitor's finger");
}

#[test]
fn a_visit_that_ends_by_itself_is_forgotten_as_well() {
    let before = fresh();
    let mut deqi = kiosk();
    deqi.step();
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.state_mut().ask(Action::OpenPage("about".to_owned()));
    deqi.state_mut().ask(Action::Set(Change::Theme(ThemeChoice::Contrast)));
    deqi.step();
    pass(&mut deqi, 40.0);
    deqi.run_steps(FRAMES - 1);
    let left = differs(&trace(&deqi), &before);
    assert!(left.is_empty(), "this is left\n{}", left.join("\n"));
}
