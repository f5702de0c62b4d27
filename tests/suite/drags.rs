//! Every drag has a tap and a key that do the same: the README's table of gestures, tried through the window.

use deqi::body::camera::{Camera, wrap};
use deqi::body::views::NamedView;
use deqi::mode::Mode;
use deqi::model::FigureId;
use deqi::sim::qi::Ask;
use deqi::store::settings::Settings;
use deqi::visit::{Action, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, vec2};

use crate::support::{
    DESK, Deqi, LIBRARY, control, drag, go, key, open, open_in, open_large, press, resize, stage, still, tab_to, things,
};

/// What a gesture changes of the view.
type Change = fn(&Camera, &Camera) -> f32;

/// One way of a row of the README: what it changes, the drag, the button and the key.
struct Way {
    row: &'static str,
    change: Change,
    drag: fn(&mut Deqi, Pos2),
    tap: &'static str,
    key: (Modifiers, Key),
}

fn yaw(before: &Camera, after: &Camera) -> f32 {
    wrap(after.yaw - before.yaw)
}

fn pitch(before: &Camera, after: &Camera) -> f32 {
    after.pitch - before.pitch
}

fn span(before: &Camera, after: &Camera) -> f32 {
    after.span - before.span
}

fn aside(before: &Camera, after: &Camera) -> f32 {
    (after.target - before.target).dot(before.basis().right)
}

fn upward(before: &Camera, after: &Camera) -> f32 {
    (after.target - before.target).dot(before.basis().up)
}

/// A drag with the right button.
fn pull(deqi: &mut Deqi, from: Pos2, by: Vec2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Secondary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    deqi.hover_at(from);
    deqi.event(button(from, true));
    deqi.step();
    for i in 1..=4 {
        deqi.hover_at(from + by * (i as f32 / 4.0));
    }
    deqi.event(button(from + by, false));
    deqi.step();
}

/// Two fingers that part or close.
fn pinch(deqi: &mut Deqi, at: Pos2, factor: f32) {
    deqi.hover_at(at);
    deqi.event(Event::Zoom(factor));
    deqi.step();
}

fn ways() -> Vec<Way> {
    let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
    let way = |row, change: Change, drag: fn(&mut Deqi, Pos2), tap, held, key| Way {
        row,
        change,
        drag,
        tap,
        key: (held, key),
    };
    vec![
        way(
            "turn and tilt",
            yaw,
            |d, at| drag(d, at, vec2(80.0, 0.0), 4),
            "See from the left",
            Modifiers::SHIFT,
            Key::ArrowRight,
        ),
        way(
            "turn and tilt",
            yaw,
            |d, at| drag(d, at, vec2(-80.0, 0.0), 4),
            "See from the right",
            Modifiers::SHIFT,
            Key::ArrowLeft,
        ),
        way(
            "turn and tilt",
            pitch,
            |d, at| drag(d, at, vec2(0.0, 60.0), 4),
            "See more from above",
            Modifiers::SHIFT,
            Key::ArrowDown,
        ),
        way(
            "turn and tilt",
            pitch,
            |d, at| drag(d, at, vec2(0.0, -60.0), 4),
            "See more from below",
            Modifiers::SHIFT,
            Key::ArrowUp,
        ),
        way("closer, wider", span, |d, at| pinch(d, at, 1.3), "Closer", Modifiers::NONE, Key::Plus),
        way("closer, wider", span, |d, at| pinch(d, at, 0.8), "Wider", Modifiers::NONE, Key::Minus),
        way("move aside", aside, |d, at| pull(d, at, vec2(80.0, 0.0)), "Look further left", ctrl, Key::ArrowLeft),
        way("move aside", aside, |d, at| pull(d, at, vec2(-80.0, 0.0)), "Look further right", ctrl, Key::ArrowRight),
        way("move aside", upward, |d, at| pull(d, at, vec2(0.0, 80.0)), "Look further up", ctrl, Key::ArrowUp),
        way("move aside", upward, |d, at| pull(d, at, vec2(0.0, -80.0)), "Look further down", ctrl, Key::ArrowDown),
    ]
}

/// The buttons that come once the view is close.
const CLOSE_BY: [&str; 6] = [
    "Look further up",
    "Look further left",
    "Look further right",
    "Look further down",
    "See more from above",
    "See more from below",
];

fn camera(deqi: &Deqi) -> Camera {
    let figure = LIBRARY.figure(FigureId::Neutral).expect("the figure is sound");
    deqi.state().visit().turning.destination(NamedView::LowBack.camera(&figure.landmarks))
}

fn closer() -> Deqi {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::CloseSheet]);
    press(&mut deqi, "Closer");
    deqi
}

#[test]
fn every_drag_of_the_table_has_its_tap_and_its_key() {
    let mut wrong = Vec::new();
    for Way { row, change, drag, tap, key: (held, pressed) } in ways() {
        let changed = |by: &dyn Fn(&mut Deqi)| {
            let mut deqi = closer();
            let before = camera(&deqi);
            by(&mut deqi);
            deqi.run();
            change(&before, &camera(&deqi))
        };
        let dragged = changed(&|deqi| {
            let at = stage(deqi).rect.center();
            drag(deqi, at);
        });
        let tapped = changed(&|deqi| press(deqi, tap));
        let keyed = changed(&|deqi| {
            tab_to(deqi, |t| t.role == Role::Figure);
            key(deqi, held, pressed);
        });
        for (means, by) in [("the drag", dragged), (tap, tapped), ("the key", keyed)] {
            if by.abs() < 0.005 || by.signum() != dragged.signum() {
                wrong.push(format!("{row}: {means} changes the view by {by}, the drag by {dragged}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_readme_names_a_key_for_every_gesture_and_this_table_has_every_drag() {
    let readme = include_str!("../../README.md");
    let table =
        readme.split("## How to use it").nth(1).expect("it has a table").split("\n\n").nth(1).expect("the table");
    let rows: Vec<Vec<&str>> =
        table.lines().skip(2).map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect();
    assert!(rows.len() >= 6, "{rows:?}");
    for row in rows {
        assert_eq!(row.len(), 4, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "a means is missing: {row:?}");
        if row[1..3].iter().any(|cell| ["drag", "pinch"].iter().any(|word| cell.contains(word))) {
            assert!(ways().iter().any(|way| way.row == row[0]), "{} is not tried", row[0]);
            let taps = |cell: &str| cell.contains("arrows") || cell.contains("on screen");
            assert!(row[1..3].iter().all(|cell| taps(cell)), "{} names no button", row[0]);
        }
    }
}

#[test]
fn the_first_picture_is_calm_and_a_close_one_has_room_for_every_button() {
    for (mode, size) in [(Mode::Home, DESK), (Mode::Home, (800.0, 600.0)), (Mode::Kiosk, (1080.0, 1920.0))] {
        let mut deqi = open_in(mode, size, Settings { points_per_mm: Some(4.0), ..still() });
        resize(&mut deqi, size);
        go(&mut deqi, &[Action::CloseSheet]);
        let named = |deqi: &Deqi| things(deqi).into_iter().filter(|t| CLOSE_BY.contains(&t.name.as_str())).count();
        assert_eq!(named(&deqi), 0, "{mode:?} at {size:?} begins with them");
        press(&mut deqi, "Closer");
        assert_eq!(named(&deqi), CLOSE_BY.len(), "{mode:?} at {size:?} has no room for them");
        let known = control(&deqi, "Closer").rect;
        let stage = stage(&deqi).rect;
        let all: Vec<(String, Rect)> = things(&deqi)
            .into_iter()
            .filter(|t| t.is_control() && stage.contains(t.rect.center()))
            .map(|t| (t.name, t.rect.shrink(0.5)))
            .collect();
        let mut covered = 0.0;
        for name in CLOSE_BY {
            let rect = control(&deqi, name).rect;
            assert!(rect.width() >= known.width() - 0.5 && rect.height() >= known.height() - 0.5, "{name} is small");
            assert!(stage.contains_rect(rect), "{name} leaves the stage");
            for (other, its) in all.iter().filter(|(other, _)| other != name) {
                assert!(!its.intersects(rect), "{mode:?} at {size:?}: {name} lies over {other}");
            }
            if name.starts_with("Look") {
                covered += rect.area();
            }
        }
        let zooming: f32 =
            ["Closer", "Wider", "Whole body", "Magnifier"].map(|name| control(&deqi, name).rect.area()).iter().sum();
        assert!(covered <= zooming + 1.0, "they cover more of the body than those that zoom: {covered} and {zooming}");
        press(&mut deqi, "Wider");
        assert_eq!(named(&deqi), 0, "{mode:?} at {size:?}: they stay where nothing is close");
    }
}

/// A window too small for the dial has four buttons instead, and they leave the rest of the stage alone.
#[test]
fn a_small_stage_turns_and_comes_closer_by_press() {
    let mut deqi = open_large((800.0, 600.0), still());
    go(&mut deqi, &[Action::CloseSheet]);
    assert!(!things(&deqi).iter().any(|t| t.name == "See from the left"), "it has no room for the dial");
    for (name, change) in
        [("Turn to the left", yaw as Change), ("Turn to the right", yaw), ("Closer", span), ("Wider", span)]
    {
        let before = camera(&deqi);
        press(&mut deqi, name);
        deqi.run();
        let by = change(&before, &camera(&deqi));
        let less = ["Turn to the right", "Closer"].contains(&name);
        assert!(by.abs() > 0.05 && (by < 0.0) == less, "{name} changes the view by {by}");
    }
    for tools in [false, true] {
        if tools {
            press(&mut deqi, "Lens and points");
        }
        let stage = stage(&deqi).rect;
        let pad = control(&deqi, "Turn to the left").rect.union(control(&deqi, "Wider").rect);
        assert!(stage.contains_rect(pad), "{pad:?} leaves {stage:?}");
        for other in things(&deqi).into_iter().filter(|t| t.is_control() && t.role != Role::Figure) {
            let own = ["Turn to the left", "Turn to the right", "Closer", "Wider"].contains(&other.name.as_str());
            assert!(own || !other.rect.intersects(pad), "{} lies under the buttons", other.name);
        }
    }
    let mut deqi = open_large((800.0, 600.0), still());
    go(&mut deqi, &[Action::Go(Screen::Qi), Action::Qi(Ask::BodyAlone(true))]);
    assert!(control(&deqi, "Turn to the left").is_seen(), "the body with its channels turns as well");
}
