//! At rest Deqi asks for nothing: no frame, no power.

use std::time::Duration;

use deqi::app::{App, Start};
use deqi::body::views::NamedView;
use deqi::model::{Chapter, Reading};
use deqi::sim::qi::{Ask, Part};
use deqi::store::settings::Settings;
use deqi::theme::{Look, ThemeName};
use deqi::visit::{Action, NeedleAsk, ReadAsk, Screen, StoryAsk};
use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{ViewportId, vec2};
use egui_kittest::Harness;

use crate::support::{DESK, Deqi, FRAME, LIBRARY, control, drag, go, marker, open, press, screens, stage, still};

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

/// Opens it with the real clock on the wall, which every other test stops.
fn open_by_the_wall() -> Deqi {
    Harness::builder().with_size(vec2(DESK.0, DESK.1)).with_step_dt(FRAME).with_max_steps(300).build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, Start::with(LIBRARY.clone(), Settings::default())).unwrap();
        app.load_now();
        app
    })
}

#[test]
fn a_window_that_nobody_sees_asks_for_nothing_whatever_goes_on_in_it() {
    let moving = [
        ("a flight", vec![Action::Home, Action::Look(NamedView::Front)]),
        ("a needle", vec![Action::Go(Screen::Endorphins), Action::Needle(NeedleAsk::PutIn)]),
        ("Qi at the low back", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow))]),
        ("the day of Qi", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day)), Action::Qi(Ask::RunDay(5.0))]),
        ("the hour, which goes on", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day))]),
        ("a story", vec![Action::Story(StoryAsk::Start("needle".to_owned()))]),
    ];
    for hide in ["minimised", "behind another window"] {
        let mut deqi = open_by_the_wall();
        for (what, actions) in &moving {
            for action in actions {
                deqi.state_mut().ask(action.clone());
            }
            deqi.run_steps(3);
            let asks = deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
            assert!(asks <= Duration::from_mins(1), "{what} moves: {asks:?}");
            let set = |deqi: &mut Deqi, hidden| {
                let window = deqi.input_mut().viewports.entry(ViewportId::ROOT).or_default();
                let state = if hide == "minimised" { &mut window.minimized } else { &mut window.occluded };
                *state = Some(hidden);
            };
            set(&mut deqi, true);
            deqi.run_steps(3);
            is_at_rest(&mut deqi, &format!("{what}, {hide}"));
            set(&mut deqi, false);
            deqi.run_steps(3);
            let asks = deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
            assert!(asks <= Duration::from_mins(1), "{what} goes on when the window comes back: {asks:?}");
        }
    }
}
