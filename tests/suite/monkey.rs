//! Monkeys: somebody who does anything at all with mouse, fingers, keys and window, in every mode. Nothing of it stops
//! the program, leads out of a kiosk, or leads so far that home is more than three presses away.
//!
//! `cargo test` tries 20,000 events. `DEQI_MONKEY=1000000 cargo test --test suite monkey` tries a million, shared among
//! the modes. A life that ends early says its seed; `DEQI_SEED=…` lives it again from its first event, the same in
//! every run. `DEQI_MONKEY_SECONDS` ends them sooner, after a whole life, on a computer too slow for so many.

mod hand;
mod life;
mod places;
mod rules;
mod stage;
mod tour;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use deqi::mode::Mode;
use deqi::store::settings::{Motion, Settings};
use deqi::visit::{Action, Change, VisitAsk};

use self::life::Life;
use self::stage::Window;
use self::tour::{By, tour};
use crate::support::Deqi;

/// So many events are sent by all monkeys together unless `DEQI_MONKEY` says otherwise.
const EVENTS: u64 = 20_000;
/// The first life's seed unless `DEQI_SEED` says otherwise. The next ones follow.
const SEED: u64 = 20_261_125;
/// So many events are a life: then the program is opened anew, so that a life that ends early is soon lived again.
const LIFE: u64 = 20_000;

/// A number from the environment.
fn number(name: &str, usual: u64) -> u64 {
    env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is not a number")))
}

/// Lets monkeys loose in one mode.
fn let_loose(mode: Mode) {
    let share = number("DEQI_MONKEY", EVENTS).div_ceil(Mode::ALL.len() as u64);
    let first = number("DEQI_SEED", SEED);
    let began = Instant::now();
    let patience = Duration::from_secs(number("DEQI_MONKEY_SECONDS", u64::MAX));
    let (mut left, mut seed) = (share, first);
    while left > 0 && began.elapsed() < patience {
        let events = left.min(LIFE);
        let sent = AtomicU64::new(0);
        let lived = catch_unwind(AssertUnwindSafe(|| Life::new(mode, seed, &sent).spend(events)));
        let sent = sent.load(Ordering::Relaxed);
        assert!(
            lived.is_ok(),
            "the life of seed {seed} ended at event {sent}, mode {name}; to live it again: \
             DEQI_SEED={seed} cargo test --test suite monkey::{name}",
            name = mode.as_str(),
        );
        (left, seed) = (left.saturating_sub(sent.max(1)), seed + 1);
    }
    let seconds = began.elapsed().as_secs_f64();
    let name = mode.as_str();
    let sent = share.saturating_sub(left);
    eprintln!("{sent} events, {name}, seeds {first} to {}: {:.0} a second", seed - 1, sent as f64 / seconds);
}

#[test]
fn home() {
    let_loose(Mode::Home);
}

#[test]
fn kiosk() {
    let_loose(Mode::Kiosk);
}

#[test]
fn practice() {
    let_loose(Mode::Practice);
}

/// A mode that is new needs a test above.
const _: () = assert!(Mode::ALL.len() == 3);

/// Whatever a visitor made larger, and whatever size the screen has: after the visit all is as large as before it, to
/// the last bit.
#[test]
fn the_next_visitor_finds_everything_as_large() {
    for (width, height) in [(600.0, 1067.0), (1080.0, 1920.0), (1001.0, 733.0), (1366.0, 768.0), (411.0, 777.0)] {
        let window = Window::new(width, height);
        let settings = Settings { motion: Motion::Reduced, points_per_mm: Some(4.0), ..Settings::default() };
        let mut deqi = stage::open(Mode::Kiosk, window, settings);
        // After a change egui lays one frame out in what it had before, and then needs another.
        let frames = |deqi: &mut Deqi| {
            for _ in 0..8 {
                window.tell(deqi);
                deqi.step();
            }
            deqi.ctx.zoom_factor()
        };
        let before = frames(&mut deqi);
        for (percent, other) in [(200, 777.0), (150, 1013.0), (125, 501.0), (100, 2999.0)] {
            deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
            deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
            frames(&mut deqi);
            // The screen was another one meanwhile.
            Window::new(other, 633.0).tell(&mut deqi);
            deqi.step();
            deqi.state_mut().ask(Action::Visit(VisitAsk::Leave));
            let after = frames(&mut deqi);
            assert_eq!(after.to_bits(), before.to_bits(), "{width} × {height}, {percent} %: {before} became {after}");
        }
    }
}

/// Where most screens of a waiting room hang.
const PORTRAIT: Window = Window::new(1080.0, 1920.0);
const DESK: Window = Window::new(1280.0, 800.0);

#[test]
fn a_finger_that_only_taps_reaches_everything_at_home() {
    tour(Mode::Home, By::Finger, DESK, number("DEQI_SEED", SEED));
}

#[test]
fn a_finger_that_only_taps_reaches_everything_in_a_kiosk() {
    tour(Mode::Kiosk, By::Finger, PORTRAIT, number("DEQI_SEED", SEED));
}

#[test]
fn a_finger_that_only_taps_reaches_everything_in_a_practice() {
    tour(Mode::Practice, By::Finger, DESK, number("DEQI_SEED", SEED));
}

#[test]
fn keys_alone_reach_everything_at_home() {
    tour(Mode::Home, By::Keys, DESK, number("DEQI_SEED", SEED));
}

#[test]
fn keys_alone_reach_everything_in_a_kiosk() {
    tour(Mode::Kiosk, By::Keys, PORTRAIT, number("DEQI_SEED", SEED));
}

#[test]
fn keys_alone_reach_everything_in_a_practice() {
    tour(Mode::Practice, By::Keys, DESK, number("DEQI_SEED", SEED));
}
