//! With fingers, whose events come as egui-winit sends them: a touch, and for the first finger a pointer too.

use deqi::body::camera::Camera;
use deqi::body::part::BodyPart;
use deqi::body::views::NamedView;
use deqi::describe;
use deqi::i18n::Tr;
use deqi::model::{FigureId, PointCode, Side};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Shown};
use eframe::egui::{Event, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, Vec2, pos2, vec2};

use crate::support::{
    DESK, Deqi, FRAME, LIBRARY, Thing, control, go, headline, marker, markers, open, press, stage, still, things,
    within,
};

/// What one finger does in one frame.
fn finger(deqi: &mut Deqi, id: u64, phase: TouchPhase, pos: Pos2) {
    let events = &mut deqi.input_mut().events;
    events.push(Event::Touch { device_id: TouchDeviceId(7), id: TouchId(id), phase, pos, force: None });
    if id == 0 {
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        match phase {
            TouchPhase::Start => events.extend([Event::PointerMoved(pos), button(true)]),
            TouchPhase::Move => events.push(Event::PointerMoved(pos)),
            TouchPhase::End => events.extend([button(false), Event::PointerGone]),
            TouchPhase::Cancel => events.push(Event::PointerGone),
        }
    }
    deqi.step();
}

/// A finger comes down, rolls, rests and lifts.
fn tap(deqi: &mut Deqi, at: Pos2, roll: Vec2, rest: f32) {
    finger(deqi, 0, TouchPhase::Start, at);
    for i in 1..=4 {
        finger(deqi, 0, TouchPhase::Move, at + roll * (i as f32 / 4.0));
    }
    deqi.run_steps((rest / FRAME) as usize);
    finger(deqi, 0, TouchPhase::End, at + roll);
    deqi.run();
}

/// Two fingers go each its way in some frames.
fn two(deqi: &mut Deqi, from: [Pos2; 2], to: [Pos2; 2]) {
    finger(deqi, 0, TouchPhase::Start, from[0]);
    finger(deqi, 1, TouchPhase::Start, from[1]);
    for i in 1..=10 {
        let t = i as f32 / 10.0;
        finger(deqi, 0, TouchPhase::Move, from[0].lerp(to[0], t));
        finger(deqi, 1, TouchPhase::Move, from[1].lerp(to[1], t));
    }
    finger(deqi, 1, TouchPhase::End, to[1]);
    finger(deqi, 0, TouchPhase::End, to[0]);
    deqi.run();
}

/// The point that stands most alone: no other is meant by a touch near it.
fn lonely(deqi: &Deqi) -> Thing {
    let all = markers(deqi);
    let alone = |m: &Thing| {
        let others = all.iter().filter(|o| o.id != m.id).map(|o| o.rect.center().distance(m.rect.center()));
        others.fold(f32::INFINITY, f32::min)
    };
    let stage = stage(deqi).rect.shrink(150.0);
    let inside = all.iter().filter(|m| stage.contains(m.rect.center()));
    inside.max_by(|a, b| alone(a).total_cmp(&alone(b))).expect("points are in sight").clone()
}

fn is_chosen(deqi: &Deqi, name: &str) -> bool {
    markers(deqi).iter().any(|m| m.name == name && m.chosen == Some(true))
}

#[test]
fn a_tap_opens_a_card() {
    let mut deqi = open(DESK, Settings::default());
    let point = lonely(&deqi);
    tap(&mut deqi, point.rect.center(), Vec2::ZERO, 0.0);
    assert!(is_chosen(&deqi, &point.name), "{} was meant, {} is open", point.name, headline(&deqi));
}

#[test]
fn a_tap_that_rolls_ten_points_is_still_a_tap() {
    for roll in [vec2(10.0, 0.0), vec2(0.0, 10.0), vec2(-7.0, 7.0)] {
        let mut deqi = open(DESK, Settings::default());
        let point = lonely(&deqi);
        let before = deqi.state().visit().turning.clone();
        finger(&mut deqi, 0, TouchPhase::Start, point.rect.center());
        finger(&mut deqi, 0, TouchPhase::Move, point.rect.center() + roll);
        assert_eq!(deqi.state().visit().turning, before, "a rolling finger does not turn the body");
        finger(&mut deqi, 0, TouchPhase::End, point.rect.center() + roll);
        deqi.run();
        assert!(is_chosen(&deqi, &point.name), "{} was meant, {} is open", point.name, headline(&deqi));
    }
}

#[test]
fn a_tap_that_rests_two_seconds_is_still_a_tap() {
    let mut deqi = open(DESK, Settings::default());
    let point = lonely(&deqi);
    tap(&mut deqi, point.rect.center(), Vec2::ZERO, 2.0);
    assert!(is_chosen(&deqi, &point.name), "{} was meant, {} is open", point.name, headline(&deqi));
}

#[test]
fn a_shaking_finger_presses_a_button() {
    let mut deqi = open(DESK, Settings::default());
    let at = control(&deqi, "Warning signs").rect.center();
    tap(&mut deqi, at, vec2(9.0, 4.0), 2.0);
    assert_ne!(headline(&deqi), "Touch a point on the low back");
}

#[test]
fn a_finger_that_slides_off_a_button_presses_nothing() {
    let mut deqi = open(DESK, Settings::default());
    let at = control(&deqi, "Settings").rect.center();
    tap(&mut deqi, at, vec2(0.0, 90.0), 0.0);
    assert_eq!(headline(&deqi), "Touch a point on the low back");
}

#[test]
fn a_thick_finger_among_many_points_comes_closer_or_chooses_among_them() {
    let mut deqi = open(DESK, Settings::default());
    let (a, b) = (marker(&deqi, "BL23", Side::Left).unwrap(), marker(&deqi, "BL52", Side::Left).unwrap());
    let between = a.rect.center().lerp(b.rect.center(), 0.5);
    let apart = a.rect.center().distance(b.rect.center());
    tap(&mut deqi, between, Vec2::ZERO, 0.0);
    let closer = marker(&deqi, "BL23", Side::Left)
        .zip(marker(&deqi, "BL52", Side::Left))
        .is_some_and(|(a, b)| a.rect.center().distance(b.rect.center()) > apart * 1.5);
    assert!(closer || headline(&deqi).contains("Which one"), "{} was taken at a guess", headline(&deqi));
}

#[test]
fn a_pinch_zooms() {
    let mut deqi = open(DESK, Settings::default());
    let apart = |deqi: &Deqi| {
        let at = |code| marker(deqi, code, Side::Left).unwrap().rect.center();
        at("BL23").distance(at("BL24"))
    };
    let (first, m) = (apart(&deqi), marker(&deqi, "BL23", Side::Left).unwrap().rect.center());
    let spread = |d: f32| [m - vec2(d, 0.0), m + vec2(d, 0.0)];
    two(&mut deqi, spread(60.0), spread(90.0));
    let closer = apart(&deqi);
    assert!((closer / first - 1.5).abs() < 0.15, "fingers spread by half, the body by {}", closer / first);
    two(&mut deqi, spread(90.0), spread(60.0));
    assert!((apart(&deqi) / first - 1.0).abs() < 0.1, "and back");
    assert_eq!(headline(&deqi), "Touch a point on the low back", "a pinch is no tap");
    assert!(stage(&deqi).name.contains("from the back"), "a pinch turns nothing");
}

#[test]
fn two_fingers_push_the_body_along() {
    let mut deqi = open(DESK, Settings::default());
    let at = |deqi: &Deqi| marker(deqi, "BL23", Side::Left).unwrap().rect.center();
    let before = at(&deqi);
    let from = [before - vec2(50.0, 0.0), before + vec2(50.0, 0.0)];
    let by = vec2(40.0, -60.0);
    two(&mut deqi, from, from.map(|p| p + by));
    let moved = at(&deqi) - before;
    assert!((moved - by).length() < 12.0, "pushed by {by}, moved by {moved}");
}

#[test]
fn one_finger_turns_the_body() {
    let mut deqi = open(DESK, Settings::default());
    let from = stage(&deqi).rect.center();
    finger(&mut deqi, 0, TouchPhase::Start, from);
    for i in 1..=12 {
        finger(&mut deqi, 0, TouchPhase::Move, from + vec2(i as f32 * 14.0, 0.0));
    }
    finger(&mut deqi, 0, TouchPhase::End, from + vec2(168.0, 0.0));
    deqi.run();
    assert!(!stage(&deqi).name.contains("from the back"), "{}", stage(&deqi).name);
    assert_eq!(headline(&deqi), "Touch a point on the low back", "a drag is no tap");
}

#[test]
fn a_double_tap_on_the_page_brings_the_body_home() {
    let mut deqi = open(DESK, still());
    let home = marker(&deqi, "BL23", Side::Left).unwrap().rect.center();
    go(&mut deqi, &[Action::Look(NamedView::Foot)]);
    assert!(marker(&deqi, "BL23", Side::Left).is_none());
    let stage = stage(&deqi).rect;
    let corner = within(stage, 0.03, 0.05);
    deqi.run_steps(20);
    for _ in 0..2 {
        finger(&mut deqi, 0, TouchPhase::Start, corner);
        finger(&mut deqi, 0, TouchPhase::End, corner + vec2(2.0, 1.0));
    }
    deqi.run();
    let back = marker(&deqi, "BL23", Side::Left).expect("the low back is in sight again").rect.center();
    assert!(back.distance(home) < 1.0, "{home} and {back}");
}

#[test]
fn a_double_tap_on_skin_brings_the_body_home_too() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Look(NamedView::Head)]);
    let middle = stage(&deqi).rect.center() + vec2(0.0, 40.0);
    deqi.run_steps(20);
    for _ in 0..2 {
        finger(&mut deqi, 0, TouchPhase::Start, middle);
        finger(&mut deqi, 0, TouchPhase::End, middle);
    }
    deqi.run();
    assert!(marker(&deqi, "BL23", Side::Left).is_some(), "{}", stage(&deqi).name);
}

#[test]
fn a_finger_scrolls_a_card() {
    let mut deqi = open((800.0, 600.0), still());
    let point = marker(&deqi, "GV4", Side::Midline).unwrap();
    // The first touch of all tells egui that there is a touch screen; scrolling by finger works from the second on.
    tap(&mut deqi, point.rect.center(), Vec2::ZERO, 0.0);
    deqi.state_mut().ask(Action::OpenPoint(PointCode("GV4".to_owned())));
    deqi.run_steps(2);
    let top = |deqi: &Deqi| {
        let all = crate::support::things(deqi);
        all.into_iter().find(|t| t.level == Some(1)).unwrap().rect.top()
    };
    let (before, at) = (top(&deqi), pos2(600.0, 400.0));
    finger(&mut deqi, 0, TouchPhase::Start, at);
    for i in 1..=10 {
        finger(&mut deqi, 0, TouchPhase::Move, at - vec2(0.0, i as f32 * 12.0));
    }
    finger(&mut deqi, 0, TouchPhase::End, at - vec2(0.0, 120.0));
    deqi.run();
    assert!(top(&deqi) < before - 60.0, "{before} to {}", top(&deqi));
}

/// Taps on a marker, and on its row where several lie under the finger, until its card is open.
fn reached(deqi: &mut Deqi, name: &str) -> bool {
    for _ in 0..6 {
        let Some(at) = markers(deqi).into_iter().find(|m| m.name == name).map(|m| m.rect.center()) else {
            return false;
        };
        tap(deqi, at, Vec2::ZERO, 0.0);
        if headline(deqi).contains("Which one") {
            press(deqi, name);
        }
        if is_chosen(deqi, name) {
            return true;
        }
    }
    false
}

#[test]
fn every_point_of_a_crowded_place_is_reached_in_a_few_taps() {
    let mut deqi = open(DESK, still());
    let figure = LIBRARY.figure(FigureId::default()).unwrap();
    for part in [BodyPart::Hand, BodyPart::Ear, BodyPart::Face, BodyPart::LowBack] {
        let there = [Action::ShowPoints(Shown::Part(part)), Action::ShowPoints(Shown::All)];
        go(&mut deqi, &there);
        let stage = stage(&deqi).rect.shrink(60.0);
        let controls: Vec<Thing> = things(&deqi).into_iter().filter(Thing::is_control).collect();
        // What is seen from its edge alone is turned to before it is touched.
        let toward = deqi.state().visit().turning.camera(Camera::default()).basis().toward;
        let turned: Vec<String> = figure
            .markers
            .iter()
            .filter(|m| m.normal.dot(toward) < 0.35)
            .map(|m| describe::marker(&Tr::english(), &LIBRARY.catalog, &m.key))
            .collect();
        let is_free = |m: &Thing| {
            stage.contains(m.rect.center())
                && !turned.contains(&m.name)
                && !controls.iter().any(|c| c.shown.expand(12.0).contains(m.rect.center()))
        };
        let names: Vec<String> = markers(&deqi).into_iter().filter(is_free).map(|m| m.name).collect();
        assert!(names.len() > 5, "only {} points are in sight: {part:?}", names.len());
        for name in names {
            go(&mut deqi, &there);
            assert!(reached(&mut deqi, &name), "{name} is not reached, {} is open", headline(&deqi));
        }
    }
}
