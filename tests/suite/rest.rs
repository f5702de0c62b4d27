//! At rest Deqi asks for nothing: no frame, no power.

use std::time::Duration;

use deqi::model::{Chapter, Reading};
use deqi::store::settings::Settings;
use deqi::theme::{Look, ThemeName};
use deqi::visit::{Action, ReadAsk, Screen};
use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{ViewportId, vec2};

use crate::support::{DESK, Deqi, control, drag, go, marker, open, press, screens, stage, still};

/// Some more frames pass, and none of them asks for another.
fn is_at_rest(deqi: &mut Deqi, when: &str) {
    for _ in 0..4 {
        deqi.step();
    }
    let delay = deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    let causes: Vec<String> = deqi.ctx.repaint_causes().iter().map(ToString::to_string).collect();
    assert_eq!(delay, Duration::MAX, "{when}: {causes:?}");
}

#[test]
fn every_screen_comes_to_rest() {
    for settings in [still(), Settings::default()] {
        let mut deqi = open(DESK, settings);
        for (screen, actions) in screens() {
            go(&mut deqi, &actions);
            is_at_rest(&mut deqi, screen);
        }
    }
}

#[test]
fn a_flight_moves_and_comes_to_rest() {
    let mut deqi = open(DESK, Settings::default());
    let at = control(&deqi, "See from the front").rect.center();
    deqi.hover_at(at);
    deqi.drag_at(at);
    deqi.drop_at(at);
    deqi.run_steps(6);
    assert!(deqi.state().visit().turning.moves(), "the body flies");
    let frames = deqi.run();
    assert!((10..60).contains(&frames), "a flight takes {frames} frames of a thirtieth of a second");
    assert!(stage(&deqi).name.contains("from the front"));
    is_at_rest(&mut deqi, "after a flight");
}

#[test]
fn a_drag_turns_on_a_little_and_comes_to_rest() {
    let mut deqi = open(DESK, Settings::default());
    let middle = stage(&deqi).rect.center();
    drag(&mut deqi, middle, vec2(90.0, 0.0), 6);
    let released = marker(&deqi, "GV4", deqi::model::Side::Midline).map(|m| m.rect.center());
    deqi.remove_cursor();
    let frames = deqi.run();
    assert!(frames < 90, "the body turns on for {frames} frames");
    let rested = marker(&deqi, "GV4", deqi::model::Side::Midline).map(|m| m.rect.center());
    assert_ne!(released, rested, "the body turns on after a quick drag");
    is_at_rest(&mut deqi, "after a drag");
}

#[test]
fn with_reduced_motion_views_are_cut() {
    let mut deqi = open(DESK, still());
    let at = control(&deqi, "See from the front").rect.center();
    deqi.hover_at(at);
    deqi.drag_at(at);
    deqi.drop_at(at);
    deqi.step();
    assert!(!deqi.state().visit().turning.moves(), "nothing flies");
    deqi.step();
    assert!(stage(&deqi).name.contains("from the front"), "{}", stage(&deqi).name);
    let middle = stage(&deqi).rect.center();
    drag(&mut deqi, middle, vec2(90.0, 0.0), 6);
    assert!(!deqi.state().visit().turning.moves(), "nothing turns on");
    deqi.remove_cursor();
    deqi.run();
    press(&mut deqi, "Home");
    is_at_rest(&mut deqi, "with reduced motion");
}

/// How many corners of filled people, and of whatever else has their colour, are painted.
fn filled(deqi: &Deqi) -> usize {
    let real = Look::new(ThemeName::Light).unwrap().colours().body;
    let corners = |shape: &ClippedShape| match &shape.shape {
        Shape::Mesh(mesh) => mesh.vertices.iter().filter(|vertex| vertex.color == real).count(),
        _ => 0,
    };
    deqi.output().shapes.iter().map(corners).sum()
}

#[test]
fn people_fill_one_by_one_once_and_then_nothing_is_painted() {
    let mut deqi = open(DESK, Settings::default());
    let benefits =
        [Action::Go(Screen::Chapter(Chapter::Benefits)), Action::Read(ReadAsk::Find("at-a-glance".to_owned()))];
    for action in benefits {
        deqi.state_mut().ask(action);
    }
    let mut seen = Vec::new();
    for _ in 0..6 {
        deqi.run_steps(4);
        seen.push(filled(&deqi));
    }
    assert!(seen.is_sorted() && seen[0] < seen[5], "more and more people are filled: {seen:?}");
    let frames = deqi.run();
    assert!((10..40).contains(&frames), "a hundred people take {frames} more frames of a thirtieth of a second");
    let all = filled(&deqi);
    assert!(all > seen[5] || seen[4] == seen[5], "to the last one");
    is_at_rest(&mut deqi, "once they are filled");
    // The words may get harder, and the same picture does not begin again.
    deqi.state_mut().ask(Action::Read(ReadAsk::At(Reading::More)));
    deqi.step();
    assert_eq!(filled(&deqi), all);
    assert!(!deqi.state().visit().filling.moves());
}

#[test]
fn with_reduced_motion_all_people_are_there_at_once() {
    let mut deqi = open(DESK, still());
    deqi.state_mut().ask(Action::Go(Screen::Chapter(Chapter::Benefits)));
    deqi.step();
    let first = filled(&deqi);
    deqi.run_steps(60);
    assert!(first > 1000, "people are there: {first}");
    assert_eq!(filled(&deqi), first);
    is_at_rest(&mut deqi, "with people filled at once");
}

#[test]
fn a_finger_that_holds_still_asks_for_nothing() {
    let mut deqi = open(DESK, Settings::default());
    let middle = stage(&deqi).rect.center();
    deqi.hover_at(middle);
    deqi.drag_at(middle);
    deqi.run();
    is_at_rest(&mut deqi, "while a finger rests on the body");
}
