//! With the keyboard alone where there is least room: a window of 800 × 600 with text at 200 %. Whatever has the
//! keyboard can be seen.

use deqi::store::settings::Settings;
use deqi::visit::{Screen, Telling};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Order};

use crate::support::{Deqi, LIBRARY, Thing, focused, headline, key, open_large, still, things, window};

const SIZE: (f32, f32) = (800.0, 600.0);
/// A ring round what has the keyboard, and rounding, may reach beyond an edge by this much.
const SLACK: f32 = 1.0;

/// What has the keyboard lies in the window: all of it, or as much as there is room for.
#[track_caller]
fn is_in_sight(deqi: &Deqi, thing: &Thing) {
    let (window, shown) = (window(deqi), thing.shown);
    assert!(window.expand(SLACK).contains_rect(shown) && shown.is_positive(), "{} lies at {shown}", thing.name);
    let whole = thing.rect.width() - shown.width() <= SLACK && thing.rect.height() - shown.height() <= SLACK;
    let chip = thing.rect.width() - shown.width() > SLACK && shown.width() >= 44.0;
    let large = shown.height() >= 44.0 && thing.rect.height() > window.height() * 0.5;
    assert!(whole || chip || large, "of {}, at {}, only {shown} is seen", thing.name, thing.rect);
    assert!(!is_covered(deqi, thing), "{} lies under the menu", thing.name);
}

/// Whether something of another layer lies over it.
fn is_covered(deqi: &Deqi, thing: &Thing) -> bool {
    let over = deqi.ctx.layer_id_at(thing.shown.center()).filter(|layer| layer.order != Order::Background);
    let of = deqi.ctx.viewport(|viewport| {
        let mut layers = viewport.prev_pass.widgets.layers();
        layers.find_map(|(layer, all)| all.iter().any(|w| w.id.accesskit_id() == thing.id).then_some(*layer))
    });
    over.is_some() && over != of
}

/// Goes on with Tab until something has the keyboard; all that has it on the way can be seen.
#[track_caller]
fn tab(deqi: &mut Deqi, name: &str) {
    for _ in 0..120 {
        key(deqi, Modifiers::NONE, Key::Tab);
        let Some(thing) = focused(deqi) else { continue };
        is_in_sight(deqi, &thing);
        if thing.name == name {
            return;
        }
    }
    panic!("Tab does not reach {name}")
}

#[track_caller]
fn enter(deqi: &mut Deqi, name: &str) {
    tab(deqi, name);
    key(deqi, Modifiers::NONE, Key::Enter);
}

/// Goes to a section by the menu.
#[track_caller]
fn section(deqi: &mut Deqi, name: &str) {
    enter(deqi, "More");
    enter(deqi, name);
}

fn says(deqi: &Deqi, begins: &str) -> String {
    let found = things(deqi).into_iter().find(|t| t.name.starts_with(begins));
    found.unwrap_or_else(|| panic!("nothing says {begins:?}")).name
}

fn in_mice(deqi: &Deqi) -> String {
    let said = says(deqi, "In people, ");
    said.split("In mice, ").nth(1).unwrap_or_default().to_owned()
}

#[test]
fn the_pain_meter_falls_and_naloxone_breaks_it() {
    let mut deqi = open_large(SIZE, still());
    section(&mut deqi, "Endorphins");
    assert_eq!(headline(&deqi), "From needle to brain");
    assert_eq!(in_mice(&deqi), "pain is as before.");
    enter(&mut deqi, "Put the needle in");
    enter(&mut deqi, "Turn");
    let on = |deqi: &mut Deqi| {
        tab(deqi, "Five minutes on");
        for _ in 0..3 {
            key(deqi, Modifiers::NONE, Key::Enter);
        }
    };
    on(&mut deqi);
    assert!(in_mice(&deqi).contains("less than before"), "{}", in_mice(&deqi));
    enter(&mut deqi, "Block the body’s painkillers (naloxone). Disputed");
    assert!(says(&deqi, "What was found. ").contains("In mice the relief was gone"));
    on(&mut deqi);
    assert!(["pain is as before.", "pain is a little less than before."].contains(&in_mice(&deqi).as_str()));
    enter(&mut deqi, "Studies");
    assert_eq!(headline(&deqi), "Block the body’s painkillers (naloxone)");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "From needle to brain");
}

#[test]
fn a_story_is_started_paused_stepped_and_left() {
    let mut deqi = open_large(SIZE, Settings::default());
    let tap = |deqi: &mut Deqi, pressed: Key| {
        deqi.key_press(pressed);
        deqi.run_steps(3);
    };
    let tab = |deqi: &mut Deqi, name: &str| {
        for _ in 0..120 {
            tap(deqi, Key::Tab);
            let Some(thing) = focused(deqi) else { continue };
            is_in_sight(deqi, &thing);
            if thing.name == name {
                return;
            }
        }
        panic!("Tab does not reach {name}")
    };
    for name in ["More", "Stories", "Play: What Qi means"] {
        tab(&mut deqi, name);
        tap(&mut deqi, Key::Enter);
    }
    let told = |deqi: &Deqi| deqi.state().visit().story.clone().map(|story| (story.step, story.telling));
    assert_eq!(told(&deqi), Some((0, Telling::Plays)));
    let caption = focused(&deqi).expect("the caption has the keyboard");
    assert_eq!(caption.role, Role::Status, "{}", caption.name);
    is_in_sight(&deqi, &caption);
    // Space on the caption and the button by its name do the same.
    tap(&mut deqi, Key::Space);
    assert_eq!(told(&deqi), Some((0, Telling::Waits)));
    tab(&mut deqi, "Go on");
    tap(&mut deqi, Key::Enter);
    assert_eq!(told(&deqi), Some((0, Telling::Plays)));
    tab(&mut deqi, "Pause");
    tap(&mut deqi, Key::Enter);
    let story = LIBRARY.catalog.story("what-qi-means").expect("it is there");
    let mut presses = 0;
    while told(&deqi).is_some_and(|(step, _)| step + 1 < story.steps.len()) {
        let step = told(&deqi).map_or(0, |(step, _)| step);
        let said = things(&deqi).into_iter().find(|t| t.role == Role::Status).expect("it is told").name;
        assert!(said.contains(&story.steps[step].caption), "the caption is told whole: {said}");
        tap(&mut deqi, Key::ArrowRight);
        is_in_sight(&deqi, &focused(&deqi).expect("the keyboard stays on the story"));
        presses += 1;
        assert!(presses < 4 * story.steps.len(), "the steps go on");
    }
    let last = told(&deqi);
    tab(&mut deqi, "Step before");
    tap(&mut deqi, Key::Enter);
    assert_ne!(told(&deqi), last, "and back");
    tab(&mut deqi, "Stop the story");
    tap(&mut deqi, Key::Enter);
    assert_eq!(told(&deqi), None);
    assert_eq!(deqi.state().visit().screen, Screen::Qi, "one stays where the story was");
    is_in_sight(&deqi, &focused(&deqi).expect("the keyboard has a place"));
}

#[test]
fn the_menu_closes_behind_the_keyboard_and_gives_it_back() {
    let mut deqi = open_large(SIZE, still());
    let entries = |deqi: &Deqi| things(deqi).into_iter().filter(|t| t.name == "Endorphins").count();
    enter(&mut deqi, "More");
    assert_eq!(entries(&deqi), 1, "the menu is open");
    tab(&mut deqi, "Endorphins");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(entries(&deqi), 0);
    assert_eq!(focused(&deqi).map(|t| t.name).as_deref(), Some("More"), "one is where one was");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    // Past its last entry the menu would lie over what has the keyboard.
    tab(&mut deqi, "Warning signs");
    assert_eq!(entries(&deqi), 0, "it has closed");
    for _ in 0..60 {
        key(&mut deqi, Modifiers::NONE, Key::Tab);
        if let Some(thing) = focused(&deqi) {
            is_in_sight(&deqi, &thing);
        }
    }
}
