//! The ways out of a kiosk that are known, and whether each is closed. A row a way; what only a device can show is named
//! as commissioning.
//!
//! `cargo test --test suite escape -- --nocapture` prints the table.

mod by_finger;
mod by_system;
mod by_window;
mod tree;

use std::panic::{catch_unwind, resume_unwind};

use deqi::store::kiosk::Kiosk;
use deqi::visit::{Screen, Visit};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportCommand};

use crate::support::{DESK, Deqi, LIBRARY, open_kiosk};

/// One way out.
struct Row {
    /// Its name in the threat model.
    route: &'static str,
    what: &'static str,
    /// Tries it on the whole program, and panics where it leads out.
    attempt: Option<fn()>,
    /// Nothing is driven: the parts that it would need are not in the build.
    by_build: bool,
    /// What whoever sets up a kiosk has to try on the device.
    commissioning: Option<&'static str>,
}

const fn row(route: &'static str, what: &'static str, attempt: fn()) -> Row {
    Row { route, what, attempt: Some(attempt), by_build: false, commissioning: None }
}

const fn by_build(route: &'static str, what: &'static str, attempt: fn()) -> Row {
    Row { by_build: true, ..row(route, what, attempt) }
}

const fn on_device(route: &'static str, what: &'static str, attempt: Option<fn()>, to_do: &'static str) -> Row {
    Row { route, what, attempt, by_build: false, commissioning: Some(to_do) }
}

/// What an attempt ends with where it cannot be made here. It is no proof, and is not counted as one.
struct Skipped(&'static str);

fn skip(why: &'static str) -> ! {
    resume_unwind(Box::new(Skipped(why)))
}

/// What became of an attempt.
enum Tried {
    Closed,
    Open,
    Skipped(&'static str),
}

fn tried(attempt: fn()) -> Tried {
    match catch_unwind(attempt) {
        Ok(()) => Tried::Closed,
        Err(why) => why.downcast_ref::<Skipped>().map_or(Tried::Open, |skipped| Tried::Skipped(skipped.0)),
    }
}

const ROWS: &[Row] = &[
    row("E1", "quit shortcuts", by_window::quitting_by_keys),
    row("E2", "closing the window", by_window::closing_the_window),
    row("E3", "zooming out of shape", by_window::zooming),
    row("E4", "links to a browser", by_system::links),
    by_build("E5", "file dialogs", tree::no_dialogs),
    row("E6", "files dropped on the window", by_system::dropped_files),
    row("E7", "the clipboard", by_system::clipboard),
    row("E8", "floods of text", by_system::text),
    row("E9", "menus of other buttons and long presses", by_finger::other_buttons),
    row("E10", "tooltips and what developers see", by_window::what_developers_see),
    on_device(
        "E11",
        "keys of the system",
        Some(by_window::keys_of_the_system),
        "try Alt+Tab, Super, Ctrl+Alt+Del, Ctrl+Alt+F1 to F7, SysRq",
    ),
    on_device(
        "E12",
        "edge swipes, three-finger gestures, sticky keys",
        None,
        "try each, with Shift pressed five times",
    ),
    row("E13", "the system's keyboard on screen", by_system::keyboard_on_screen),
    row("E14", "floods of print without a printer, and by staff", by_system::printing),
    row("E14", "floods of print by visitors", by_system::flooding),
    row("E15", "hostile links from a pack", by_system::links_of_packs),
    row("E16", "many fingers, forgotten fingers, static", by_finger::fingers),
    row("E17", "mashing of buttons", by_finger::mashing),
    row("E18", "guessing the way of the staff", by_finger::guessing),
    row("E19", "panels dragged out of shape", by_window::no_windows),
    row("E20", "a screen left in a bad state", by_finger::walking_away),
    by_build("E21", "loud sounds", tree::no_sound),
    row("E22", "a stick with a pack", by_system::packs),
    row("E23", "flashes", by_window::flashes),
    by_build("E24", "pop-ups of the network", tree::no_network),
];

#[test]
fn every_way_out_is_closed() {
    let mut open = Vec::new();
    let (mut all, mut driven, mut built) = (0, 0, 0);
    for row in ROWS {
        let say = |said: &str| eprintln!("{:4} {:47} {said}", row.route, row.what);
        if let Some(attempt) = row.attempt {
            all += 1;
            match tried(attempt) {
                Tried::Closed if row.by_build => {
                    built += 1;
                    say("closed by build");
                }
                Tried::Closed => {
                    driven += 1;
                    say("closed");
                }
                Tried::Skipped(why) => say(&format!("skipped: {why}")),
                Tried::Open => {
                    open.push(format!("{} {}", row.route, row.what));
                    say("OPEN");
                }
            }
        }
        if let Some(to_do) = row.commissioning {
            say(&format!("commissioning: {to_do}"));
        }
    }
    let skipped = all - driven - built - open.len();
    eprintln!("escape routes closed {}/{all}: {driven} driven, {built} by build; {skipped} skipped", driven + built);
    assert!(open.is_empty(), "open: {}", open.join(", "));
}

#[test]
fn what_could_not_be_tried_is_not_called_closed() {
    assert!(matches!(tried(|| skip("no renderer")), Tried::Skipped("no renderer")));
    assert!(matches!(tried(|| resume_unwind(Box::new("it leads out"))), Tried::Open));
    assert!(matches!(tried(|| {}), Tried::Closed));
}

/// A button that is always there, and whether it was pressed.
const BUTTON: &str = "Warning signs";

fn is_pressed(deqi: &Deqi) -> bool {
    deqi.state().visit().screen == Screen::Page("warning_signs".to_owned())
}

/// A kiosk as visitors find it once they began.
fn kiosk() -> Deqi {
    open_kiosk(DESK, Kiosk::default(), LIBRARY.clone())
}

/// Sends events in one frame.
fn send(deqi: &mut Deqi, events: impl IntoIterator<Item = Event>) {
    deqi.input_mut().events.extend(events);
    deqi.step();
}

/// Sends events in one frame, so many seconds after the last one.
fn send_after(deqi: &mut Deqi, seconds: f64, events: impl IntoIterator<Item = Event>) {
    let now = deqi.ctx.input(|i| i.time);
    deqi.input_mut().time = Some(now + seconds);
    send(deqi, events);
    deqi.input_mut().time = None;
}

/// Sends events one by one, and asks that egui hears of none and nothing changes.
fn swallowed(deqi: &mut Deqi, events: impl IntoIterator<Item = Event>) {
    let before = state(deqi);
    for event in events {
        let name = format!("{event:?}");
        send(deqi, [event]);
        let heard = deqi.ctx.input(|i| i.events.clone());
        assert!(heard.is_empty(), "{} arrived", &name[..name.len().min(80)]);
        quiet(deqi);
    }
    deqi.run();
    assert!(state(deqi) == before, "something changed");
}

/// Nothing goes out to the system.
fn quiet(deqi: &Deqi) {
    let output = deqi.output();
    let commands: &[OutputCommand] = &output.platform_output.commands;
    assert!(commands.is_empty(), "{} commands go out", commands.len());
    for viewport in output.viewport_output.values() {
        for command in &viewport.commands {
            let harmless = matches!(command, ViewportCommand::SetTheme(_) | ViewportCommand::CancelClose);
            assert!(harmless, "{command:?} goes out");
        }
    }
}

/// All that a visitor could change.
fn state(deqi: &Deqi) -> (Visit, String, f32) {
    (deqi.state().visit().clone(), format!("{:?}", deqi.state().settings()), deqi.ctx.zoom_factor())
}

fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers }
}

/// A chord goes down and up.
fn chord(held: Modifiers, of: Key) -> [Event; 2] {
    [key(of, held, true), key(of, held, false)]
}
