//! Ways out by fingers: many, long, short, wrong ones, and those that guess.

use deqi::staff::Place;
use deqi::store::kiosk::Kiosk;
use deqi::store::pin;
use deqi::store::settings::ThemeChoice;
use deqi::visit::{Action, Change, Presence, Sheet, Visit};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, pos2, vec2};

use super::{BUTTON, chord, is_pressed, kiosk, quiet, send, send_after, state};
use crate::support::{DESK, Deqi, LIBRARY, come, control, go, headline, open_kiosk, still, things, window};

pub(super) const PIN: &str = "27182818";

/// A kiosk whose staff has a PIN.
pub(super) fn with_pin() -> Deqi {
    let kiosk = Kiosk { pin: Some(pin::hash(PIN).unwrap()), ..Kiosk::default() };
    open_kiosk(DESK, kiosk, LIBRARY.clone())
}

fn touch(device: u64, id: u64, phase: TouchPhase, pos: Pos2) -> Event {
    Event::Touch { device_id: TouchDeviceId(device), id: TouchId(id), phase, pos, force: None }
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}

/// The first finger goes down, as egui-winit tells it.
fn down(deqi: &mut Deqi, pos: Pos2) {
    let press = button(pos, PointerButton::Primary, true);
    send(deqi, [touch(7, 0, TouchPhase::Start, pos), Event::PointerMoved(pos), press]);
}

/// It moves, as egui-winit tells it.
fn moved(pos: Pos2) -> [Event; 2] {
    [touch(7, 0, TouchPhase::Move, pos), Event::PointerMoved(pos)]
}

/// It goes up so many seconds later.
fn up(deqi: &mut Deqi, pos: Pos2, after: f64) {
    let release = button(pos, PointerButton::Primary, false);
    send_after(deqi, after, [touch(7, 0, TouchPhase::End, pos), release, Event::PointerGone]);
    deqi.run();
}

/// It goes down and up, and the program hears of both in one frame, so many seconds after the last one.
fn tap_within_a_frame(deqi: &mut Deqi, pos: Pos2, frame: f64) {
    let (press, release) = (button(pos, PointerButton::Primary, true), button(pos, PointerButton::Primary, false));
    let (start, end) = (touch(7, 0, TouchPhase::Start, pos), touch(7, 0, TouchPhase::End, pos));
    send_after(deqi, frame, [start, Event::PointerMoved(pos), press, end, release, Event::PointerGone]);
    deqi.run();
}

/// Taps for a fifth of a second, and waits for nothing.
#[cfg(unix)]
pub(super) fn tap(deqi: &mut Deqi, pos: Pos2) {
    down(deqi, pos);
    let release = button(pos, PointerButton::Primary, false);
    send_after(deqi, 0.2, [touch(7, 0, TouchPhase::End, pos), release, Event::PointerGone]);
}

/// Touches for so many seconds.
pub(super) fn hold(deqi: &mut Deqi, pos: Pos2, seconds: f64) {
    down(deqi, pos);
    up(deqi, pos, seconds);
}

pub(super) fn other_buttons() {
    let mut deqi = kiosk();
    let warning = control(&deqi, BUTTON).rect.center();
    let before = state(&deqi);
    for other in [PointerButton::Secondary, PointerButton::Middle, PointerButton::Extra1, PointerButton::Extra2] {
        send(&mut deqi, [Event::PointerMoved(warning)]);
        for pressed in [true, false] {
            send(&mut deqi, [button(warning, other, pressed)]);
            assert!(deqi.ctx.input(|i| i.events.is_empty()), "{other:?} arrives");
        }
    }
    deqi.run();
    assert!(state(&deqi) == before, "another button does something");
    // A finger that rests for long, and rolls, means what every finger means.
    down(&mut deqi, warning);
    for _ in 0..5 {
        send_after(&mut deqi, 1.0, [Event::PointerMoved(warning + vec2(12.0, 8.0))]);
        assert!(!deqi.ctx.input(|i| i.pointer.secondary_clicked()));
    }
    up(&mut deqi, warning + vec2(16.0, 10.0), 1.0);
    assert!(is_pressed(&deqi));
}

pub(super) fn fingers() {
    let mut deqi = kiosk();
    // Static: too short to be a finger.
    let warning = control(&deqi, BUTTON).rect.center();
    let before = state(&deqi);
    hold(&mut deqi, warning, 0.04);
    assert!(state(&deqi) == before, "static presses a button");
    hold(&mut deqi, warning, 0.08);
    assert!(is_pressed(&deqi), "a short tap does not count");
    // All of a tap in one frame: static where frames are quick, a finger where one took longer than static lasts.
    for (frame, counts) in [(0.016, false), (0.049, false), (0.06, true), (0.4, true)] {
        go(&mut deqi, &[]);
        tap_within_a_frame(&mut deqi, warning, frame);
        assert_eq!(is_pressed(&deqi), counts, "a tap within one frame of {frame} s");
    }
    // A touch that the system takes back presses nothing, and holds nothing.
    go(&mut deqi, &[]);
    down(&mut deqi, warning);
    send_after(&mut deqi, 0.3, [touch(7, 0, TouchPhase::Cancel, warning), Event::PointerGone]);
    assert!(!deqi.ctx.input(|i| i.pointer.any_down() || i.any_touches()), "a finger that is gone holds on");
    // Something left on the screen lets go after a minute, and presses nothing.
    down(&mut deqi, warning);
    for _ in 0..59 {
        send_after(&mut deqi, 1.0, []);
        assert!(deqi.ctx.input(|i| i.pointer.any_down() && i.any_touches()));
    }
    send_after(&mut deqi, 1.5, []);
    assert!(!deqi.ctx.input(|i| i.pointer.any_down() || i.any_touches()), "it is held for ever");
    // It lies there still, and an infrared frame sees it tremble.
    send(&mut deqi, moved(warning + vec2(40.0, 0.0)));
    assert_eq!(deqi.ctx.input(|i| i.events.len()), 0, "what was let go of still moves something");
    up(&mut deqi, warning, 1.0);
    assert!(!is_pressed(&deqi), "what lay on the screen pressed a button");
    // Two dozen fingers on two screens, some of which never leave; then one that means it.
    go(&mut deqi, &[]);
    let room = window(&deqi);
    let mut seed = 7u32;
    let mut random = move |most: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % most
    };
    for _ in 0..300 {
        let events: Vec<Event> = (0..20)
            .map(|_| {
                let at = pos2(random(room.width() as u32) as f32, random(room.height() as u32) as f32);
                let phase =
                    [TouchPhase::Start, TouchPhase::Move, TouchPhase::End, TouchPhase::Cancel][random(4) as usize];
                touch(u64::from(random(2)), u64::from(random(12)), phase, at)
            })
            .chain([Event::PointerMoved(pos2(f32::NAN, f32::INFINITY))])
            .collect();
        send(&mut deqi, events);
        quiet(&deqi);
    }
    for _ in 0..62 {
        send_after(&mut deqi, 1.0, []);
    }
    assert!(!deqi.ctx.input(eframe::egui::InputState::any_touches));
    go(&mut deqi, &[]);
    hold(&mut deqi, warning, 0.2);
    assert!(is_pressed(&deqi));
}

pub(super) fn mashing() {
    let mut deqi = kiosk();
    let seen = |deqi: &Deqi| -> Vec<Pos2> {
        let shown = things(deqi).into_iter().filter(|t| t.is_control() && t.is_seen());
        shown.map(|t| t.shown.center()).chain([window(deqi).center()]).collect()
    };
    for i in 0..200 {
        let places = seen(&deqi);
        let at = places[(i * 7) % places.len()];
        let press = [button(at, PointerButton::Primary, true), button(at, PointerButton::Primary, false)];
        let keys =
            [Key::Enter, Key::Space, Key::Tab, Key::Escape].into_iter().flat_map(|key| chord(Modifiers::NONE, key));
        send(&mut deqi, std::iter::once(Event::PointerMoved(at)).chain(press).chain(keys));
        quiet(&deqi);
    }
    // Nothing has piled up: it comes to rest, and the way home is one press.
    deqi.run();
    come(&mut deqi);
    go(&mut deqi, &[]);
    assert_eq!(deqi.state().visit().sheet, Sheet::Welcome);
}

/// Whatever was left on the screen, the next visitor finds the beginning.
pub(super) fn walking_away() {
    let mut deqi = kiosk();
    let signs = Action::OpenPage("warning_signs".to_owned());
    for action in [signs, Action::Set(Change::TextSize(200)), Action::Set(Change::Theme(ThemeChoice::Contrast))] {
        deqi.state_mut().ask(action);
    }
    deqi.run();
    assert!(is_pressed(&deqi));
    // As long as a clinic may allow, the longest page read slowly, and the question whether anyone is there.
    for _ in 0..93 {
        send_after(&mut deqi, 10.0, []);
    }
    assert_eq!(*deqi.state().visit(), Visit::default());
    assert_eq!(*deqi.state().settings(), still());
    assert!(!things(&deqi).iter().any(|t| t.name == BUTTON), "the screen invites again");
    // A bag is left on the screen, and trembles.
    come(&mut deqi);
    let bag = window(&deqi).center();
    down(&mut deqi, bag);
    for second in 0..400 {
        send_after(&mut deqi, 1.0, moved(bag + vec2(f32::from(second % 2 == 0), 0.0)));
    }
    assert_eq!(deqi.state().presence(), Presence::Nobody, "a bag holds the last visitor's screen");
    // Whoever comes next is heard.
    come(&mut deqi);
    up(&mut deqi, bag, 0.1);
    let warning = control(&deqi, BUTTON).rect.center();
    hold(&mut deqi, warning, 0.2);
    assert!(is_pressed(&deqi));
}

/// The corners of the screen, a little inside.
pub(super) fn corners(deqi: &Deqi) -> [Pos2; 4] {
    let room = window(deqi).shrink(20.0);
    [room.left_top(), room.right_bottom(), room.right_top(), room.left_bottom()]
}

pub(super) fn guessing() {
    let mut deqi = with_pin();
    let [first, second, third, fourth] = corners(&deqi);
    let tries = [
        ("hit, not held", vec![(first, 0.2), (second, 0.2), (third, 0.2), (fourth, 0.2)]),
        ("in a round", vec![(first, 1.5), (third, 1.5), (second, 1.5), (fourth, 1.5)]),
        ("three of four", vec![(first, 1.5), (second, 1.5), (third, 1.5)]),
        ("too slow", vec![(first, 9.0), (second, 9.0), (third, 9.0), (fourth, 9.0)]),
        ("one of them", vec![(fourth, 30.0)]),
        (
            "not in the corners",
            [first, second, third, fourth].map(|at| (at + (window(&deqi).center() - at) * 0.4, 1.5)).to_vec(),
        ),
    ];
    for (what, touches) in tries {
        for (at, seconds) in touches {
            hold(&mut deqi, at, seconds);
        }
        assert_eq!(deqi.state().staff().place(), Place::Away, "{what} calls the staff");
        // What was begun is forgotten in time.
        send_after(&mut deqi, 25.0, []);
    }
    // From the second corner on, the call presses nothing that lies there, such as the button with which a visit ends.
    go(&mut deqi, &[]);
    control(&deqi, "I’m done");
    hold(&mut deqi, first, 1.5);
    let before = state(&deqi);
    for at in [second, third] {
        hold(&mut deqi, at, 1.5);
        assert_eq!(state(&deqi), before, "a held corner presses what lies there");
        control(&deqi, "I’m done");
    }
    hold(&mut deqi, fourth, 1.5);
    assert_eq!(headline(&deqi), "Staff only", "the call opens the keypad and no more");
    // Whoever guesses waits, twice as long each time; closing the keypad does not help.
    for wait in [5.0, 10.0, 20.0, 40.0] {
        for key in [Key::Num1; 8] {
            send(&mut deqi, chord(Modifiers::NONE, key));
        }
        assert!(
            deqi.state().staff().wait() > wait - 1.0 && deqi.state().staff().wait() <= wait,
            "{}",
            deqi.state().staff().wait()
        );
        send(&mut deqi, chord(Modifiers::NONE, Key::Escape));
        send(&mut deqi, chord(Modifiers::CTRL | Modifiers::SHIFT, Key::F8));
        for digit in PIN.chars() {
            let key = Key::from_name(&digit.to_string()).unwrap();
            send(&mut deqi, chord(Modifiers::NONE, key));
        }
        assert_eq!(deqi.state().staff().place(), Place::Door, "the lock lets someone in who should wait");
        send_after(&mut deqi, f64::from(wait), []);
        quiet(&deqi);
    }
    assert_eq!(deqi.state().ending(), None);
}
