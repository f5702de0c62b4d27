//! What strangers stumbled over on the endorphin panel, who had nobody to help them: a second visit, two experiments at
//! once, buttons out of sight or under another finger, lines without a name.

use deqi::mode::Mode;
use deqi::sim::{Experiment, Handling};
use deqi::store::settings::Settings;
use deqi::visit::{Action, NeedleAsk, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, vec2};

use super::endorphins::{NALOXONE, meter};
use crate::layout::fits;
use crate::support::{DESK, Deqi, click, control, fill, open, open_in, open_large, press, still, things, words};

const BLOOD: &str = "Test the blood for endorphin. Seen in people";
/// A screen of 22 inches, in pixels: it stands upright, or lies.
const UPRIGHT: (f32, f32) = (1080.0, 1920.0);
const LYING: (f32, f32) = (1920.0, 1080.0);

fn needle(deqi: &mut Deqi, asks: impl IntoIterator<Item = NeedleAsk>) {
    asks.into_iter().for_each(|ask| deqi.state_mut().ask(Action::Needle(ask)));
    deqi.run_steps(3);
}

fn at_home() -> Deqi {
    let mut deqi = open(DESK, still());
    deqi.state_mut().ask(Action::Go(Screen::Endorphins));
    deqi.run_steps(3);
    deqi
}

fn in_a_waiting_room(screen: (f32, f32), text_size: u16) -> Deqi {
    let settings = Settings { points_per_mm: Some(4.0), text_size, ..still() };
    let mut deqi = open_in(Mode::Kiosk, screen, settings);
    fill(&mut deqi, screen);
    deqi.state_mut().ask(Action::Go(Screen::Endorphins));
    deqi.run_steps(3);
    deqi
}

/// Where the panel is looked at.
const PLACES: [fn() -> Deqi; 3] = [at_home, || in_a_waiting_room(UPRIGHT, 100), || in_a_waiting_room(LYING, 100)];

/// After two hours the needle has come out by itself. What is tried then begins anew, with the needle in and turned.
#[test]
fn what_is_tried_after_the_needle_came_out_begins_a_new_visit() {
    for minutes in [0, 60, 120] {
        let mut deqi = at_home();
        if minutes > 0 {
            needle(&mut deqi, [NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned)]);
        }
        needle(&mut deqi, (0..minutes / 5).map(|_| NeedleAsk::StepOn));
        press(&mut deqi, NALOXONE);
        assert!(deqi.state().visit().needling.needle_is_in(), "after {minutes} minutes it is out");
        needle(&mut deqi, (0..4).map(|_| NeedleAsk::StepOn));
        let panel = &deqi.state().visit().needling;
        assert!((panel.time() - 25.0).abs() < 0.1, "after {minutes} minutes it is minute {}", panel.time());
        assert_eq!(panel.visit.settings().handling, Handling::Turned, "as in the studies");
        let said = meter(&deqi);
        assert!(said.starts_with("In people, pain is less than before."), "after {minutes} minutes: {said}");
        assert!(!said.contains("In mice, pain is less"), "after {minutes} minutes: {said}");
        let told = format!("In this picture: {said}");
        let told = things(&deqi).into_iter().find(|t| t.name == told).unwrap_or_else(|| panic!("not {told}"));
        assert!(told.is_seen(), "what came of it stands with what was found, too");
    }
}

#[test]
fn a_needle_that_is_put_in_again_does_the_same_again() {
    let mut deqi = at_home();
    let visit = |deqi: &mut Deqi| {
        press(deqi, "Put the needle in");
        needle(deqi, [NeedleAsk::Turn(Handling::Turned)].into_iter().chain((0..4).map(|_| NeedleAsk::StepOn)));
        meter(deqi)
    };
    let first = visit(&mut deqi);
    needle(&mut deqi, (0..24).map(|_| NeedleAsk::StepOn));
    assert_ne!(meter(&deqi), first, "it has faded");
    assert_eq!(visit(&mut deqi), first);
}

#[test]
fn one_experiment_is_tried_at_a_time() {
    let mut deqi = at_home();
    press(&mut deqi, BLOOD);
    press(&mut deqi, NALOXONE);
    let on = deqi.state().visit().needling.visit.settings().experiments;
    assert!(on.iter().eq([Experiment::BlockOpioids]), "{on:?}");
    let told = things(&deqi).into_iter().filter(|t| t.name.starts_with("What was found. ")).count();
    assert_eq!(told, 1);
}

/// What nobody tried in mice moves no mark of mice.
#[test]
fn the_mark_of_what_was_not_tried_stays() {
    let mut deqi = at_home();
    let mark = |deqi: &Deqi, word: &str| {
        words(deqi).into_iter().find(|w| w.text.starts_with(word)).unwrap_or_else(|| panic!("no {word}")).ink
    };
    needle(&mut deqi, [NeedleAsk::Try(Experiment::TestBlood), NeedleAsk::PutIn]);
    let before = mark(&deqi, "in mice: not tried");
    needle(&mut deqi, (0..4).map(|_| NeedleAsk::StepOn));
    assert!((mark(&deqi, "in mice: not tried").min - before.min).length() < 1.0, "it moves");
    assert!(mark(&deqi, "in people").min.x < before.min.x - 20.0, "that of people moves");
}

/// The button that begins it, the meter and its sentence, without a touch.
#[test]
fn what_is_pressed_and_what_comes_of_it_are_seen_at_once() {
    for open in PLACES {
        let mut deqi = open();
        assert!(control(&deqi, "Put the needle in").is_seen());
        press(&mut deqi, "Put the needle in");
        press(&mut deqi, "Turn");
        let room = |t: &crate::support::Thing| t.rect.height() - t.shown.height();
        let all = things(&deqi);
        let meter = all.iter().find(|t| t.role == Role::Meter).expect("there is a meter");
        assert!(room(meter) < 1.0, "{:?} of the meter is seen", meter.shown);
        let said = all.iter().find(|t| t.name.starts_with("In people, ")).expect("there is a sentence");
        assert!(room(said) < 1.0, "{:?} of the sentence is seen", said.shown);
    }
}

/// In large print too: the picture, the buttons and the bar of the meter, without a touch.
#[test]
fn in_large_print_as_well() {
    let at_home = || {
        let mut deqi = open_large(DESK, still());
        deqi.state_mut().ask(Action::Go(Screen::Endorphins));
        deqi.run_steps(3);
        deqi
    };
    let tall = || {
        let mut deqi = open_large(UPRIGHT, still());
        deqi.state_mut().ask(Action::Go(Screen::Endorphins));
        deqi.run_steps(3);
        deqi
    };
    let places: [fn() -> Deqi; 4] =
        [at_home, tall, || in_a_waiting_room(UPRIGHT, 200), || in_a_waiting_room(LYING, 200)];
    for (place, open) in places.into_iter().enumerate() {
        let mut deqi = open();
        press(&mut deqi, "Put the needle in");
        press(&mut deqi, "Turn");
        for _ in 0..4 {
            let all = things(&deqi);
            let seen = |role: Role| all.iter().find(|t| t.role == role).map_or(Rect::NOTHING, |t| t.shown);
            assert!(seen(Role::Figure).height() > 120.0, "{place}: {:?} of the picture", seen(Role::Figure));
            assert!(seen(Role::Meter).height() >= 60.0, "{place}: {:?} of the meter", seen(Role::Meter));
            assert!(control(&deqi, "Take it out").is_seen() && control(&deqi, "Turn").is_seen(), "{place}");
            needle(&mut deqi, [NeedleAsk::StepOn]);
        }
        fits(&mut deqi, "large print");
        let all = things(&deqi);
        let curve = all.iter().find(|t| t.role == Role::Image && t.name.contains("elief")).expect("there is a curve");
        let below = all.iter().find(|t| t.name == "The course: weeks").expect("there are two clocks");
        assert!(below.rect.top() >= curve.rect.bottom(), "{place}: {:?} lies over {:?}", below.rect, curve.rect);
    }
}

/// A finger that presses twice in the same place presses the same thing twice.
#[test]
fn nothing_that_is_pressed_moves_while_pain_falls() {
    for open in PLACES {
        let mut deqi = open();
        let places = |deqi: &Deqi| {
            let named = ["Turn", "By hand", "Electrical", NALOXONE, BLOOD];
            let found = things(deqi).into_iter().filter(|t| t.is_control() && named.contains(&t.name.as_str()));
            found.map(|t| (t.name, t.rect)).collect::<Vec<(String, Rect)>>()
        };
        let before = places(&deqi);
        assert_eq!(before.len(), 5, "{before:?}");
        needle(&mut deqi, [NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned)]);
        for _ in 0..24 {
            let now = places(&deqi);
            for ((name, was), (_, is)) in before.iter().zip(&now).skip(1) {
                assert!((was.min - is.min).length() < 1.0, "{name} goes from {was:?} to {is:?}: {}", meter(&deqi));
            }
            needle(&mut deqi, [NeedleAsk::StepOn]);
        }
    }
}

#[test]
fn the_lines_of_the_graph_have_names_on_every_screen() {
    for open in PLACES.into_iter().chain([(|| in_a_waiting_room(UPRIGHT, 200)) as fn() -> Deqi]) {
        let mut deqi = open();
        needle(&mut deqi, [NeedleAsk::Try(Experiment::BlockOpioids), NeedleAsk::PutIn]);
        needle(&mut deqi, [NeedleAsk::Turn(Handling::Turned), NeedleAsk::StepOn]);
        let all: String = words(&deqi).into_iter().map(|word| word.text + " ").collect();
        assert!(all.contains("Dashes: as tried, in mice."), "{all}");
        fits(&mut deqi, "what is tried");
        needle(&mut deqi, (0..8).map(|_| NeedleAsk::StepOn));
        assert!(!deqi.state().visit().needling.needle_is_in());
        fits(&mut deqi, "what is tried, once the needle is out");
    }
}

/// Who sees a needle takes hold of it.
#[test]
fn a_touch_on_the_needle_puts_it_in() {
    let mut deqi = in_a_waiting_room(UPRIGHT, 100);
    let picture = things(&deqi).into_iter().find(|t| t.role == Role::Figure).expect("there is a picture").shown;
    // It stands out of the back, to the right of the figure's middle.
    let place = picture.min + picture.size() * vec2(0.82, 0.75);
    click(&mut deqi, place);
    assert!(deqi.state().visit().needling.needle_is_in(), "nothing happens at {place:?}");
    assert_eq!(deqi.state().visit().needling.visit.settings().handling, Handling::Turned);
}

/// The others stay within reach of a finger, right beside it.
#[test]
fn a_touch_on_another_point_moves_the_needle_there() {
    let mut deqi = at_home();
    let picture = things(&deqi).into_iter().find(|t| t.role == Role::Figure).expect("there is a picture").shown;
    let point = |deqi: &Deqi| deqi.state().visit().needling.visit.settings().point.clone();
    let mut reached = Vec::new();
    for i in 0..60 {
        // Down the back, past every point of the low back.
        click(&mut deqi, picture.min + picture.size() * vec2(0.58, 0.60 + 0.006 * i as f32));
        reached.extend(point(&deqi).filter(|code| !reached.contains(code)));
    }
    assert!(reached.len() >= 5, "only {reached:?}");
}
