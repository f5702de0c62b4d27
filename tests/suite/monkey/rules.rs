//! What holds whatever was done.

use std::collections::HashSet;

use deqi::body::camera::{Camera, SPAN};
use deqi::i18n::Tr;
use deqi::mode::Mode;
use deqi::staff::Place;
use deqi::visit::{Presence, Screen, Sheet};
use eframe::egui::accesskit::{self, ActionRequest, NodeId, TreeId};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::stage::Window;
use crate::forgetting;
use crate::support::{Deqi, things};

/// No screen has more nodes: a tree that only grows is a leak, and slow to read out.
const MOST_NODES: usize = 2500;
/// No box lies farther off, in pixels: a long list on a sharp screen is long.
const FARTHEST: f64 = 1_000_000.0;
/// So many presses lead home from anywhere.
const WAY_HOME: usize = 3;
/// So long a query can be.
const QUERY: usize = 80;

/// What holds in every frame: nothing of a closed program reaches the system. (A tree that does not hold together does
/// not even get here: the reader of it panics.)
pub(super) fn every_frame(deqi: &Deqi, mode: Mode) {
    if mode.features().closed {
        let commands = &deqi.output().platform_output.commands;
        assert!(commands.is_empty(), "this goes out to the system: {commands:?}");
    }
    let zoom = deqi.ctx.zoom_factor();
    assert!(zoom.is_finite() && (0.1..=20.0).contains(&zoom), "everything is {zoom} times as large");
}

/// What holds whenever somebody looks.
pub(super) fn hold(deqi: &Deqi, mode: Mode) {
    let mut ids = HashSet::<NodeId>::new();
    for node in deqi.root().children_recursive() {
        let node = node.accesskit_node();
        ids.insert(node.locate().0);
        let Some(at) = node.bounding_box() else { continue };
        let sides = [at.x0, at.y0, at.x1, at.y1];
        let sound = sides.iter().all(|side| side.is_finite() && side.abs() < FARTHEST);
        assert!(sound, "{:?} {:?} lies at {at:?}", node.role(), node.label());
    }
    assert!(ids.len() <= MOST_NODES, "the tree has {} nodes", ids.len());
    if let Some(focused) = deqi.ctx.memory(eframe::egui::Memory::focused) {
        assert!(ids.contains(&focused.accesskit_id()), "the keyboard is at {focused:?}, which is not there");
    }
    let unnamed = deqi.unnamed_widgets();
    assert!(unnamed.is_empty(), "these have no name: {unnamed:?}");
    let visit = deqi.state().visit();
    let camera = visit.turning.destination(Camera::default());
    assert!((SPAN.0..=SPAN.1).contains(&camera.span), "the body is {} m wide", camera.span);
    assert!(camera.yaw.is_finite() && camera.pitch.is_finite() && camera.target.is_finite(), "{camera:?}");
    assert!((0.0..=1.0).contains(&visit.divider.at()), "the divider is at {}", visit.divider.at());
    assert!(visit.query.chars().count() <= QUERY, "the query is {:?}", visit.query);
    assert!((100..=200).contains(&deqi.state().settings().text_size));
    if !mode.features().typing {
        assert_eq!(visit.query, "", "something was typed");
    }
}

/// Whether this is the beginning.
pub(super) fn is_home(deqi: &Deqi, mode: Mode) -> bool {
    let (app, visit) = (deqi.state(), deqi.state().visit());
    let here = !mode.features().passers_by || app.presence() == Presence::Here;
    let first = visit.screen == Screen::Body && visit.sheet == Sheet::Welcome && !visit.sheet_closed;
    let nobody = mode.features().passers_by && app.presence() == Presence::Nobody;
    app.staff().place() == Place::Away && (nobody || here && first && visit.story.is_none())
}

/// Takes the way home as somebody would who knows only what they see.
pub(super) fn way_home(deqi: &mut Deqi, mode: Mode, window: Window) {
    let mut taken = Vec::new();
    while !is_home(deqi, mode) {
        assert!(
            taken.len() < WAY_HOME,
            "home is farther than {taken:?}: {:?}",
            things(deqi).iter().map(|t| &t.name).collect::<Vec<_>>()
        );
        if let Place::Cleaning(left) = deqi.state().staff().place() {
            // Who wipes the screen is waited for: nothing counts as a press.
            later(deqi, window, f64::from(left) + 1.0);
            continue;
        }
        taken.push(activate(deqi, window));
    }
}

/// Presses what leads on home, and tells what that was.
fn activate(deqi: &mut Deqi, window: Window) -> String {
    let tr = Tr::english();
    let all = things(deqi);
    let named = |key: &str| all.iter().find(|t| t.is_control() && !t.disabled && t.name == tr.text(key));
    let inside = deqi.state().staff().place() != Place::Away;
    let found = ["still-more", "nav-home", "nav-more"].into_iter().find_map(named).filter(|_| !inside);
    let (said, events) = if let Some(thing) = found {
        let (action, target_tree) = (accesskit::Action::Click, TreeId::ROOT);
        let request = ActionRequest { action, target_tree, target_node: thing.id, data: None };
        (thing.name.clone(), vec![Event::AccessKitActionRequest(request)])
    } else {
        let (key, modifiers) = (Key::Escape, Modifiers::NONE);
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        ("Escape".to_owned(), vec![event(true), event(false)])
    };
    deqi.input_mut().events = events;
    for _ in 0..3 {
        window.tell(deqi);
        deqi.step();
    }
    said
}

/// One frame, so many seconds later.
fn later(deqi: &mut Deqi, window: Window, seconds: f64) {
    window.tell(deqi);
    deqi.input_mut().time = Some(deqi.ctx.input(|i| i.time) + seconds);
    deqi.step();
    deqi.input_mut().time = None;
}

/// Lets time pass until nobody is thought to be there, and as many frames as a fresh start has had.
pub(super) fn leave_alone(deqi: &mut Deqi, window: Window) {
    // A finger that was left there is let go of after a minute.
    for _ in 0..70 {
        later(deqi, window, 1.0);
    }
    deqi.input_mut().events = vec![Event::ModifiersChanged(Modifiers::NONE), Event::WindowFocused(true)];
    // The screen must have been a visitor's: else there would be nothing to forget.
    deqi.state_mut().ask(deqi::visit::Action::Visit(deqi::visit::VisitAsk::Begin(None)));
    for _ in 0..200 {
        later(deqi, window, 10.0);
        if deqi.state().presence() == Presence::Nobody && deqi.state().staff().place() == Place::Away {
            for _ in 1..forgetting::FRAMES {
                window.tell(deqi);
                deqi.step();
            }
            return;
        }
    }
    panic!("nobody touches the screen, and it does not invite again");
}
