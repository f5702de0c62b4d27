//! With the keyboard alone.

use deqi::model::Side;
use deqi::store::settings::Settings;
use deqi::visit::Action;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};

use crate::support::{
    DESK, Deqi, Thing, english, focused, go, headline, key, marker, markers, open, screens, stage, still, tab_to,
    things,
};

/// What Tab stops at, from the first stop until it comes round.
fn stops(deqi: &mut Deqi) -> Vec<Thing> {
    let mut stops: Vec<Thing> = Vec::new();
    for _ in 0..150 {
        key(deqi, Modifiers::NONE, Key::Tab);
        let Some(stop) = focused(deqi) else { continue };
        if stops.iter().any(|s| s.id == stop.id) {
            return stops;
        }
        stops.push(stop);
    }
    panic!("Tab never comes round")
}

/// Whether Tab should stop there. A heading may have the keyboard, where what had it is gone, and Tab leads on from it.
fn is_stop(thing: &Thing) -> bool {
    thing.focusable && !thing.disabled && thing.role != Role::Heading
}

fn on_body(deqi: &mut Deqi) {
    tab_to(deqi, |t| t.role == Role::Figure);
}

#[test]
fn tab_reaches_everything_once() {
    let mut deqi = open(DESK, still());
    for (screen, actions) in screens().into_iter().filter(|(name, _)| !["find", "asked", "list by part"].contains(name))
    {
        go(&mut deqi, &actions);
        let mut wanted: Vec<String> = things(&deqi).into_iter().filter(is_stop).map(|t| t.name).collect();
        let mut reached: Vec<String> = stops(&mut deqi).into_iter().map(|t| t.name).collect();
        wanted.sort();
        reached.sort();
        assert_eq!(reached, wanted, "on {screen}");
    }
}

#[test]
fn the_body_is_one_stop() {
    let mut deqi = open(DESK, still());
    let stops = stops(&mut deqi);
    assert_eq!(stops.iter().filter(|t| t.role == Role::Figure).count(), 1);
    assert!(!markers(&deqi).is_empty());
    let points: Vec<&str> = stops
        .iter()
        .filter(|t| t.name.starts_with("BL") || t.name.starts_with("GV"))
        .map(|t| t.name.as_str())
        .collect();
    assert_eq!(points, [""; 0], "points are walked with arrows");
}

#[test]
fn tab_goes_the_way_one_reads() {
    let mut deqi = open(DESK, still());
    let stops = stops(&mut deqi);
    let first = stops.iter().position(|t| t.rect.top() < 60.0 && t.rect.left() < 300.0).expect("the bar is reached");
    let round: Vec<&Thing> = stops[first..].iter().chain(&stops[..first]).collect();
    let bar: Vec<&str> = round.iter().filter(|t| t.rect.top() < 60.0).map(|t| t.name.as_str()).collect();
    let mut sorted: Vec<&&Thing> = round.iter().filter(|t| t.rect.top() < 60.0).collect();
    sorted.sort_by(|a, b| a.rect.left().total_cmp(&b.rect.left()));
    let sorted: Vec<&str> = sorted.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(bar, sorted, "the bar is walked from left to right");
    let place = |t: &Thing| if t.rect.top() < 60.0 { 0 } else { 1 + u8::from(t.rect.left() > 780.0) };
    let places: Vec<u8> = round.iter().map(|t| place(t)).collect();
    assert!(places.is_sorted(), "first the bar, then the body, then the sheet: {places:?}");
    let sheet: Vec<f32> = round.iter().filter(|t| place(t) == 2).map(|t| t.rect.top()).collect();
    assert!(sheet.is_sorted(), "down the sheet: {sheet:?}");
}

#[test]
fn moving_the_focus_changes_nothing() {
    let mut deqi = open(DESK, still());
    for (screen, actions) in screens().into_iter().filter(|(name, _)| !["find", "asked", "list by part"].contains(name))
    {
        go(&mut deqi, &actions);
        let before = headline(&deqi);
        stops(&mut deqi);
        assert_eq!(headline(&deqi), before, "{screen} stays while one tabs through it");
    }
}

#[test]
fn arrows_walk_the_points_where_they_lie() {
    let mut deqi = open(DESK, still());
    on_body(&mut deqi);
    key(&mut deqi, Modifiers::NONE, Key::ArrowDown);
    let chosen = |deqi: &Deqi| markers(deqi).into_iter().find(|m| m.chosen == Some(true));
    assert!(chosen(&deqi).is_some(), "the first arrow chooses the point in the middle");
    for (arrow, x, y) in [
        (Key::ArrowDown, 0.0, 1.0),
        (Key::ArrowLeft, -1.0, 0.0),
        (Key::ArrowUp, 0.0, -1.0),
        (Key::ArrowRight, 1.0, 0.0),
    ] {
        let before = chosen(&deqi).unwrap();
        key(&mut deqi, Modifiers::NONE, arrow);
        let after = chosen(&deqi).expect("the chosen point is in sight");
        assert_ne!(after.name, before.name, "{arrow:?} walks on");
        // The view may have moved with it, so both are looked up in the view of now.
        let from = markers(&deqi).into_iter().find(|m| m.name == before.name).expect("the one before is in sight");
        let way = after.rect.center() - from.rect.center();
        assert!(way.x * x + way.y * y > 0.0, "{arrow:?} went {way}");
        assert_eq!(focused(&deqi).map(|t| t.role), Some(Role::Figure), "the body keeps the keyboard");
    }
}

#[test]
fn arrows_stay_in_the_body_and_tab_leaves_it() {
    let mut deqi = open(DESK, still());
    on_body(&mut deqi);
    for arrow in [Key::ArrowUp; 12] {
        key(&mut deqi, Modifiers::NONE, arrow);
    }
    assert_eq!(focused(&deqi).map(|t| t.role), Some(Role::Figure));
    key(&mut deqi, Modifiers::NONE, Key::Tab);
    assert_ne!(focused(&deqi).map(|t| t.role), Some(Role::Figure), "no trap");
}

#[test]
fn shift_and_arrows_turn() {
    let mut deqi = open(DESK, Settings::default());
    on_body(&mut deqi);
    let seen: Vec<String> = (0..12)
        .map(|_| {
            for _ in 0..2 {
                key(&mut deqi, Modifiers::SHIFT, Key::ArrowRight);
            }
            stage(&deqi).name
        })
        .collect();
    for side in ["from the left", "from the right", "from the front", "from the back"] {
        assert!(seen.iter().any(|s| s.contains(side)), "{side} never came: {seen:?}");
    }
    assert!(seen[11].contains("from the back"), "once round");
    for _ in 0..6 {
        key(&mut deqi, Modifiers::SHIFT, Key::ArrowUp);
    }
    let up = stage(&deqi).name;
    for _ in 0..12 {
        key(&mut deqi, Modifiers::SHIFT, Key::ArrowDown);
    }
    let down = stage(&deqi).name;
    assert!(up != down && [&up, &down].iter().all(|s| s.contains("above") || s.contains("below")), "{up} {down}");
}

#[test]
fn plus_and_minus_zoom_and_home_resets() {
    let mut deqi = open(DESK, still());
    let apart = |deqi: &Deqi| {
        let at = |code| marker(deqi, code, Side::Left).unwrap().rect.center();
        at("BL23").distance(at("BL24"))
    };
    let first = apart(&deqi);
    on_body(&mut deqi);
    key(&mut deqi, Modifiers::SHIFT, Key::Plus);
    let closer = apart(&deqi);
    assert!(closer > first * 1.1);
    key(&mut deqi, Modifiers::NONE, Key::Minus);
    key(&mut deqi, Modifiers::NONE, Key::Minus);
    assert!(apart(&deqi) < first);
    key(&mut deqi, Modifiers::SHIFT, Key::ArrowLeft);
    key(&mut deqi, Modifiers::NONE, Key::Home);
    assert!((apart(&deqi) - first).abs() < 1.0);
    assert_eq!(headline(&deqi), "Touch a point on the low back");
}

#[test]
fn enter_and_space_press_what_has_the_keyboard() {
    let mut deqi = open(DESK, still());
    tab_to(&mut deqi, |t| t.name == "Warning signs");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_ne!(headline(&deqi), "Touch a point on the low back");
    tab_to(&mut deqi, |t| t.name == "Home");
    key(&mut deqi, Modifiers::NONE, Key::Space);
    assert_eq!(headline(&deqi), "Touch a point on the low back");
    tab_to(&mut deqi, |t| t.name == "Settings");
    key(&mut deqi, Modifiers::NONE, Key::Space);
    tab_to(&mut deqi, |t| t.name == "High contrast");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(deqi.state().settings().theme, deqi::store::settings::ThemeChoice::Contrast);
}

#[test]
fn a_point_is_found_opened_and_left_without_a_pointer() {
    let mut deqi = open(DESK, still());
    tab_to(&mut deqi, |t| t.role == Role::TextInput || t.role == Role::SearchInput);
    for letter in ["g", "v", "4"] {
        deqi.event(Event::Text(letter.to_owned()));
    }
    deqi.run();
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), english("GV4"));
    tab_to(&mut deqi, |t| t.name.starts_with("Previous point"));
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), english("GV3"));
    tab_to(&mut deqi, |t| t.name == "Close");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert!(markers(&deqi).iter().all(|m| m.chosen == Some(false)));
}

#[test]
fn a_card_can_be_walked_on_from_the_list() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Open(deqi::visit::Sheet::Find)]);
    tab_to(&mut deqi, |t| t.name.starts_with("ST36 "));
    let row = focused(&deqi).unwrap();
    assert!(row.is_seen(), "the list scrolls to what has the keyboard");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), english("ST36"));
}

#[test]
fn long_words_can_be_read_to_their_end() {
    let mut deqi = open((800.0, 600.0), still());
    for (screen, actions) in screens() {
        if !["card with more", "warning signs", "about", "how points are placed"].contains(&screen) {
            continue;
        }
        go(&mut deqi, &actions);
        let last = |deqi: &Deqi| {
            let all = things(deqi);
            all.into_iter()
                .filter(|t| t.role == Role::Label)
                .max_by(|a, b| a.rect.top().total_cmp(&b.rect.top()))
                .unwrap()
        };
        // Wherever the keyboard is, Tab and the keys that page through a text bring its end.
        let mut read = last(&deqi).is_seen();
        for _ in 0..30 {
            key(&mut deqi, Modifiers::NONE, Key::Tab);
            for page in [Key::PageDown, Key::PageDown, Key::PageDown, Key::End] {
                key(&mut deqi, Modifiers::NONE, page);
            }
            read |= last(&deqi).is_seen();
            if read {
                break;
            }
        }
        assert!(read, "the end of {screen} cannot be reached: {:?}", last(&deqi).name);
    }
}
