//! Where strangers come one after the other: a picture invites them, the screen asks whether they are still there, and
//! everything is large enough and low enough for them.

use std::time::Duration;

use deqi::app::Start;
use deqi::mode::Mode;
use deqi::model::Side;
use deqi::store::kiosk::Kiosk;
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::{Action, Idle, Patience, Presence, Screenful, StoryAsk, Visit, WARNING, Waiting};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Modifiers, PointerButton, Rect, Shape, ViewportId, pos2, vec2};

use crate::support::{
    Deqi, LIBRARY, click, control, fill, go, headline, key, marker, open_in, open_to_nobody, pass, press, resize,
    screens, still, things, window, words,
};

/// A screen of 22 inches that stands upright, in pixels, and what its staff measured.
const UPRIGHT: (f32, f32) = (1080.0, 1920.0);
const LYING: (f32, f32) = (1920.0, 1080.0);
const POINTS_PER_MM: f32 = 4.0;

fn settings() -> Settings {
    Settings { points_per_mm: Some(POINTS_PER_MM), ..still() }
}

fn nobody(size: (f32, f32), settings: Settings) -> Deqi {
    let start = Start { mode: Mode::Kiosk, ..Start::with(LIBRARY.clone(), settings) };
    let mut deqi = open_to_nobody(size, start);
    deqi.run_steps(2);
    resize(&mut deqi, size);
    deqi
}

fn visitor(size: (f32, f32)) -> Deqi {
    let mut deqi = open_in(Mode::Kiosk, size, settings());
    resize(&mut deqi, size);
    deqi
}

/// Lets so many seconds pass without a touch, a second a frame.
fn wait(deqi: &mut Deqi, seconds: u32) {
    for _ in 0..seconds {
        pass(deqi, 1.0);
    }
}

#[test]
fn a_picture_invites_and_one_touch_starts() {
    for size in [UPRIGHT, LYING] {
        let mut deqi = nobody(size, settings());
        assert_eq!(deqi.state().presence(), Presence::Nobody);
        assert_eq!(headline(&deqi), "What does the needle do?");
        let said: Vec<String> = things(&deqi).into_iter().map(|t| t.name).collect();
        for name in ["Touch to start", "English", "No adverts. No sign-in. Nothing you do here is kept."] {
            assert!(said.iter().any(|n| n == name), "{name} is missing in {said:?}");
        }
        let mm = control(&deqi, "Touch to start").rect.height() * deqi.ctx.zoom_factor() / POINTS_PER_MM;
        assert!(mm >= 20.0, "the button is {mm:.0} mm high");
        press(&mut deqi, "Touch to start");
        assert_eq!(headline(&deqi), "What would you like to know?");
    }
}

#[test]
fn a_touch_anywhere_a_key_or_a_language_starts_too() {
    let mut deqi = nobody(UPRIGHT, settings());
    click(&mut deqi, pos2(300.0, 400.0));
    assert_eq!(deqi.state().presence(), Presence::Here);

    let mut deqi = nobody(UPRIGHT, settings());
    key(&mut deqi, Modifiers::NONE, eframe::egui::Key::Enter);
    assert_eq!(deqi.state().presence(), Presence::Here);

    let mut deqi = nobody(UPRIGHT, settings());
    press(&mut deqi, "English");
    assert_eq!(headline(&deqi), "What would you like to know?");
}

#[test]
fn every_claim_of_the_picture_names_its_source() {
    let deqi = nobody(UPRIGHT, settings());
    let all: Vec<String> = words(&deqi).into_iter().map(|w| w.text).collect();
    let story = LIBRARY.catalog.story("needle").expect("the story of a needle");
    let step = story.steps.iter().find(|step| all.contains(&step.caption)).expect("a caption is shown");
    assert!(step.grade.is_some());
    let source = LIBRARY.catalog.source(&step.sources[0]).expect("its source");
    assert!(all.iter().any(|text| text.contains(&source.short)), "{} is missing in {all:?}", source.short);
}

/// Those who do not see the picture that invites hear what it shows now, not what it shows at some time.
#[test]
fn the_picture_that_invites_is_told_as_it_stands() {
    let told = |deqi: &Deqi| things(deqi).into_iter().find(|t| t.role == Role::Figure).expect("it is told").name;
    let halves = "on the left of the picture the channels that tradition tells of, on the right the nerves.";
    let mut resting = nobody(UPRIGHT, settings());
    assert_eq!(told(&resting), format!("A body seen from the back: {halves}"));
    pass(&mut resting, 6.5);
    let later = told(&resting);
    assert!(later.contains(" side: ") && later.ends_with("A needle is in at BL23."), "{later}");
    let moving = nobody(UPRIGHT, Settings { motion: Motion::Full, ..settings() });
    assert!(told(&moving).starts_with("A body that turns, now seen from the back: "), "{}", told(&moving));
}

#[test]
fn the_picture_turns_at_most_five_times_a_second_and_stands_still_for_those_who_want_that() {
    let delay = |deqi: &Deqi| deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    let mut moving = nobody(UPRIGHT, Settings { motion: Motion::Full, ..settings() });
    moving.run_steps(3);
    assert!(delay(&moving) >= Duration::from_millis(190), "{:?}", delay(&moving));
    let mut resting = nobody(UPRIGHT, settings());
    resting.run_steps(3);
    assert!(delay(&resting) >= Duration::from_secs(5), "{:?}", delay(&resting));
}

#[test]
fn the_picture_creeps_dims_and_changes_its_skin() {
    let at = |seconds: f64| {
        let mut waiting = Waiting::default();
        waiting.step(seconds, false);
        waiting
    };
    let (x, y) = (at(60.0).shift(), at(0.0).shift());
    assert!((x.0 - y.0 - 8.0).abs() < 0.01, "in a minute it moves {} points", x.0 - y.0);
    for minute in 0..600 {
        let (x, y) = at(f64::from(minute) * 60.0).shift();
        assert!((-0.1..=20.1).contains(&x) && (-0.1..=12.1).contains(&y), "after {minute} minutes: {x}, {y}");
    }
    assert!(at(0.0).dimmed() <= 0.0 && at(700.0).dimmed() > 0.0);
    let tones: std::collections::BTreeSet<usize> =
        (0..5).map(|turn| at(f64::from(turn) * 48.0 + 1.0).skin(Settings::default().skin).index()).collect();
    assert_eq!(tones.len(), 5, "five turns show five skins");
}

#[test]
fn im_done_leads_to_the_beginning_from_every_screen() {
    let mut deqi = visitor(UPRIGHT);
    for (screen, actions) in screens() {
        deqi.state_mut().ask(Action::Visit(deqi::visit::VisitAsk::Begin(None)));
        go(&mut deqi, &actions);
        assert!(control(&deqi, "Warning signs").is_seen(), "{screen}: warning signs are in reach");
        press(&mut deqi, "I’m done");
        assert_eq!(deqi.state().presence(), Presence::Nobody, "{screen}");
        assert_eq!(headline(&deqi), "What does the needle do?", "{screen}");
    }
}

#[test]
fn the_three_choices_lead_to_the_body_a_story_and_the_studies() {
    let mut deqi = visitor(UPRIGHT);
    press(&mut deqi, "Where are the points? Turn the body and touch one.");
    assert!(marker(&deqi, "BL23", Side::Left).is_some());
    press(&mut deqi, "Home");
    press(&mut deqi, "Does it help? Is it safe? What studies found, for and against.");
    assert!(matches!(deqi.state().visit().screen, deqi::visit::Screen::Chapter(_)));
    press(&mut deqi, "Home");
    let story = things(&deqi).into_iter().find(|t| t.name.starts_with("What does a needle do?")).expect("a story");
    click(&mut deqi, story.rect.center());
    assert!(deqi.state().visit().story.is_some());
}

#[test]
fn text_size_contrast_and_height_change_at_one_touch() {
    let mut deqi = visitor(UPRIGHT);
    press(&mut deqi, "Text size");
    assert_eq!(deqi.state().settings().text_size, 125);
    press(&mut deqi, "Contrast");
    assert_eq!(deqi.state().settings().theme, ThemeChoice::Contrast);
    press(&mut deqi, "Usual colours");
    assert_eq!(deqi.state().settings().theme, ThemeChoice::Light);
    press(&mut deqi, "Move everything down, for those who sit");
    press(&mut deqi, "Move everything up again");
}

#[test]
fn lowered_everything_stands_in_the_lowest_part() {
    for (size, share) in [(UPRIGHT, 0.58), (LYING, 0.61)] {
        let mut deqi = visitor(size);
        press(&mut deqi, "Move everything down, for those who sit");
        let room = window(&deqi);
        // A window that is low already keeps what it needs.
        let height = (room.height() * share).max(400.0).min(room.height());
        for thing in things(&deqi).into_iter().filter(|t| t.is_control() && t.shown.is_positive()) {
            assert!(thing.shown.top() >= room.bottom() - height - 1.0, "{} stands at {}", thing.name, thing.shown);
        }
        press(&mut deqi, "Home");
        assert!(deqi.state().visit().lowered, "it stays low");
    }
}

#[test]
fn controls_are_twenty_millimetres_at_every_text_size_and_screen() {
    for (points_per_mm, percent) in [(3.0, 100), (4.0, 100), (4.0, 150), (5.5, 100)] {
        let settings = Settings { points_per_mm: Some(points_per_mm), text_size: percent, ..still() };
        let mut deqi = open_in(Mode::Kiosk, UPRIGHT, settings);
        resize(&mut deqi, UPRIGHT);
        for thing in things(&deqi).into_iter().filter(deqi_is_pressed) {
            let mm = thing.rect.size() * deqi.ctx.zoom_factor() / points_per_mm;
            assert!(mm.min_elem() >= 19.9, "{} is {mm} mm on {points_per_mm} points a millimetre", thing.name);
        }
    }
}

/// The least that the checklist asks of a screen: its short and its long side, in millimetres.
fn smallest_screen() -> (String, [f32; 2]) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/packaging/kiosk/checklist.md");
    let list = std::fs::read_to_string(path).unwrap();
    let (_, after) = list.split_once("The picture of the screen measures at least ").expect("a smallest screen");
    let (sides, _) = after.split_once(" mm").unwrap();
    let (short, long) = sides.split_once(" × ").unwrap();
    let sides = [short.parse().unwrap(), long.parse().unwrap()];
    (list, sides)
}

#[test]
fn the_smallest_screen_of_the_checklist_has_room_for_fingers_and_a_smaller_one_has_not() {
    let (list, [short, long]) = smallest_screen();
    let thinnest = |short: f32, long: f32| {
        let mut thinnest = f32::INFINITY;
        for (width, height) in [(short, long), (long, short)] {
            let size = (width * POINTS_PER_MM, height * POINTS_PER_MM);
            let mut deqi = open_in(Mode::Kiosk, size, settings());
            fill(&mut deqi, size);
            for (_, actions) in screens().into_iter().step_by(7) {
                go(&mut deqi, &actions);
                for thing in things(&deqi).into_iter().filter(deqi_is_pressed) {
                    let mm = thing.rect.size() * deqi.ctx.zoom_factor() / POINTS_PER_MM;
                    thinnest = thinnest.min(mm.min_elem());
                }
            }
        }
        thinnest
    };
    assert!(thinnest(short, long) >= 19.99, "{} mm", thinnest(short, long));
    for (short, long) in [(short - 2.0, long), (short, long - 2.0)] {
        assert!(thinnest(short, long) < 20.0, "{short} × {long} mm would do as well");
    }
    // And in inches, as screens are sold.
    for (wide, high) in [(16.0, 9.0), (16.0, 10.0), (4.0, 3.0)] {
        let (before, _) = list.split_once(&format!(" inches at {wide}:{high}")).expect("that shape of a screen");
        let inches: f32 = before.rsplit(' ').next().unwrap().parse().unwrap();
        let does = |inches: f32| {
            let unit = inches * 25.4 / f32::hypot(wide, high);
            high * unit >= short && wide * unit >= long
        };
        assert!(does(inches) && !does(inches - 1.0), "{inches} inches at {wide}:{high}");
    }
}

#[test]
fn each_press_on_text_size_makes_letters_larger_up_to_twice_as_large() {
    for (size, points_per_mm, most) in [(UPRIGHT, 4.0, 200), (LYING, 4.0, 200), (UPRIGHT, 5.6, 140)] {
        let mut deqi = open_in(Mode::Kiosk, size, Settings { points_per_mm: Some(points_per_mm), ..still() });
        fill(&mut deqi, size);
        let letter = |deqi: &Deqi| {
            // It stays one line, whatever breaks elsewhere.
            let all = words(deqi);
            let word = all.iter().find(|word| word.text == "I’m done").expect("a word of the bar");
            word.ink.height() * deqi.ctx.zoom_factor()
        };
        let first = letter(&deqi);
        let mut last = first;
        loop {
            press(&mut deqi, "Text size");
            fill(&mut deqi, size);
            let now = letter(&deqi);
            if deqi.state().settings().text_size == 100 {
                assert!((now / first - 1.0).abs() < 0.05, "it comes round");
                break;
            }
            assert!(now > last * 1.01, "{} % looks as large as what was before", deqi.state().settings().text_size);
            last = now;
        }
        let grown = last / first * 100.0;
        assert!(grown > most as f32 * 0.95, "letters grow to {grown:.0} % on {points_per_mm} points a mm");
    }
}

/// What invites is drawn by pixels, and pressed by fingers: 17 inches of 1280 × 1024 have 3.8 pixels a millimetre.
#[test]
fn what_invites_is_pressed_in_twenty_millimetres_on_every_screen() {
    let mut wrong = Vec::new();
    let wide = [(1280.0, 1024.0), (1280.0, 800.0), (1280.0, 720.0), (1366.0, 768.0)];
    let tall = wide.map(|(width, height)| (height, width));
    for size in [[UPRIGHT, LYING].as_slice(), &wide, &tall].concat() {
        for (points_per_mm, caption) in [3.0, 3.8, 4.0, 5.5].into_iter().flat_map(|mm| (0..4).map(move |c| (mm, c))) {
            let mut deqi = nobody(size, Settings { points_per_mm: Some(points_per_mm), ..still() });
            // Each caption of the story has its turn, and some are longer than others.
            for _ in 0..caption * 6 {
                pass(&mut deqi, 1.0);
            }
            let screen = window(&deqi);
            let pressed: Vec<_> = things(&deqi).into_iter().filter(deqi_is_pressed).collect();
            for name in ["Touch to start", "English"] {
                assert!(pressed.iter().any(|thing| thing.name == name), "{name} is missing");
            }
            for (i, thing) in pressed.iter().enumerate() {
                let mm = (thing.rect.size() * deqi.ctx.zoom_factor() / points_per_mm).min_elem();
                let whole = screen.contains_rect(thing.rect);
                let apart = pressed[..i].iter().all(|other| !other.rect.intersects(thing.rect));
                if mm < 19.9 || !whole || !apart {
                    wrong.push(format!("{} has {mm:.1} mm on {size:?}, {points_per_mm} points a mm", thing.name));
                }
            }
            // Nor does a button lie over words.
            for (word, button) in words(&deqi).iter().flat_map(|word| pressed.iter().map(move |button| (word, button)))
            {
                let shared = word.ink.intersect(button.rect.shrink(1.0));
                if shared.is_positive() && !button.rect.contains_rect(word.ink) {
                    wrong.push(format!("{} covers “{}” on {size:?}, {points_per_mm}", button.name, word.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn deqi_is_pressed(thing: &crate::support::Thing) -> bool {
    thing.is_control() && thing.shown.is_positive() && thing.role == Role::Button
}

#[test]
fn a_touch_within_eight_millimetres_meets_its_point() {
    let mut deqi = visitor(UPRIGHT);
    press(&mut deqi, "Where are the points? Turn the body and touch one.");
    let at = marker(&deqi, "GB30", Side::Right).expect("the hip is in sight").rect.center();
    let eight = 8.0 * POINTS_PER_MM / deqi.ctx.zoom_factor();
    click(&mut deqi, at + vec2(eight * 0.7, eight * 0.7));
    assert_eq!(deqi.state().visit().open_point().map(|code| code.0.as_str()), Some("GB30"));
}

/// All that is painted within a rectangle.
fn painted(deqi: &Deqi, within: Rect) -> Vec<Shape> {
    let all = deqi.output().shapes.iter().map(|clipped| &clipped.shape);
    all.filter(|shape| within.contains_rect(shape.visual_bounding_rect())).cloned().collect()
}

#[test]
fn a_large_choice_answers_a_finger_in_the_frame_in_which_it_comes() {
    let mut deqi = visitor(UPRIGHT);
    let choice = control(&deqi, "Where are the points? Turn the body and touch one.").rect;
    let (at, within) = (choice.center(), choice.expand(2.0));
    let frame = |deqi: &mut Deqi, events: &[Event]| {
        // All in one frame, as a touch screen sends them.
        deqi.input_mut().events.extend_from_slice(events);
        deqi.step();
        painted(deqi, within)
    };
    let button =
        |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    let rest = frame(&mut deqi, &[]);
    assert!(rest.len() > 3, "its ground, its sign and its words");
    assert_eq!(frame(&mut deqi, &[]), rest, "untouched it stays as it is");
    let pressed = frame(&mut deqi, &[Event::PointerMoved(at), button(true)]);
    assert_ne!(pressed, rest, "the finger is answered at once");
    // A finger that slides off does nothing; a mouse that is only over it is answered otherwise.
    frame(&mut deqi, &[Event::PointerMoved(pos2(1.0, 1.0)), button(false), Event::PointerGone]);
    let over = frame(&mut deqi, &[Event::PointerMoved(at)]);
    assert_ne!(over, pressed);
}

#[test]
fn it_asks_after_three_minutes_and_ends_half_a_minute_later() {
    let mut deqi = visitor(UPRIGHT);
    wait(&mut deqi, 178);
    assert_eq!(deqi.state().presence(), Presence::Here);
    wait(&mut deqi, 4);
    assert_eq!(headline(&deqi), "What would you like to know?");
    assert!(things(&deqi).iter().any(|t| t.role == Role::Heading && t.name == "Are you still there?"));
    wait(&mut deqi, 25);
    assert_eq!(deqi.state().presence(), Presence::Asked);
    wait(&mut deqi, 8);
    assert_eq!(headline(&deqi), "What does the needle do?");
}

#[test]
fn more_time_can_be_had_as_often_as_wanted() {
    let mut deqi = visitor(UPRIGHT);
    for _ in 0..12 {
        wait(&mut deqi, 183);
        assert_eq!(deqi.state().presence(), Presence::Asked);
        press(&mut deqi, "I need more time");
        assert_eq!(deqi.state().presence(), Presence::Here);
    }
    wait(&mut deqi, 183);
    let done = things(&deqi).into_iter().rfind(|t| t.name == "I’m done" && t.is_control()).expect("an answer");
    click(&mut deqi, done.rect.center());
    assert_eq!(deqi.state().presence(), Presence::Nobody);
}

#[test]
fn a_touch_beside_the_question_is_an_answer() {
    let mut deqi = visitor(UPRIGHT);
    wait(&mut deqi, 183);
    click(&mut deqi, pos2(10.0, 500.0));
    assert_eq!(deqi.state().presence(), Presence::Here);
}

#[test]
fn a_clinic_may_have_another_patience() {
    let kiosk = Kiosk { idle_seconds: 60, ..Kiosk::default() };
    let start = Start { mode: Mode::Kiosk, kiosk, ..Start::with(LIBRARY.clone(), settings()) };
    let mut deqi = crate::support::open_with(UPRIGHT, start);
    // A minute, or as long as the words of the first sheet take to read.
    wait(&mut deqi, 85);
    assert_eq!(deqi.state().presence(), Presence::Asked);
}

#[test]
fn nobody_is_asked_during_a_story() {
    let mut deqi = open_in(Mode::Kiosk, UPRIGHT, Settings { motion: Motion::Full, ..settings() });
    deqi.state_mut().ask(Action::Story(StoryAsk::Start("needle".to_owned())));
    let mut told = 0;
    while deqi.state().visit().story.as_ref().is_some_and(|s| s.telling == deqi::visit::Telling::Plays) {
        pass(&mut deqi, 1.0);
        assert_eq!(deqi.state().presence(), Presence::Here);
        told += 1;
    }
    assert!(told > 60, "the story took {told} seconds");
    wait(&mut deqi, 240);
    assert_ne!(deqi.state().presence(), Presence::Here, "after it, one is asked again");
}

#[test]
fn a_computer_that_slept_forgets() {
    let mut deqi = visitor(UPRIGHT);
    go(&mut deqi, &[Action::OpenPage("about".to_owned())]);
    pass(&mut deqi, 40.0);
    assert_eq!(deqi.state().presence(), Presence::Nobody);
    assert_eq!(*deqi.state().visit(), Visit::default());
}

#[test]
fn what_is_to_be_read_counts() {
    let patience = Patience::new(180.0);
    let mut idle = Idle::new(patience);
    idle.begin();
    let long = Screenful { words: 400, told: false };
    for _ in 0..299 {
        assert!(!idle.step(1.0, long));
    }
    assert_eq!(idle.presence(), Presence::Here, "400 words take a slow reader five minutes");
    idle.step(2.0, long);
    assert_eq!(idle.presence(), Presence::Asked);
    assert!(patience.with(100_000) <= 600.0, "nobody holds the screen for ever");
    assert!((Patience::new(5.0).with(0) - 60.0).abs() < 0.1 && (Patience::new(9e9).with(0) - 300.0).abs() < 0.1);
    assert!((Patience::new(f32::NAN).with(0) - 180.0).abs() < 0.1);
}

#[test]
fn nobody_is_hurried_by_a_frame_that_never_came() {
    let mut idle = Idle::new(Patience::default());
    assert!(!idle.end(), "staff come and go where nobody else was, and that is no visit");
    idle.begin();
    assert!(!idle.step(f32::NAN, Screenful::default()) && !idle.step(-5.0, Screenful::default()));
    assert_eq!(idle.presence(), Presence::Here);
    idle.step(29.0, Screenful::default());
    idle.noticed();
    assert!(idle.until(Screenful::default()).expect("it will ask") > 179.0);
    assert!((WARNING - 30.0).abs() < f32::EPSILON);
}

#[test]
fn at_rest_a_kiosk_asks_for_a_frame_in_ten_seconds_and_in_the_countdown_for_one_a_second() {
    let mut deqi = visitor(UPRIGHT);
    for (screen, actions) in screens() {
        deqi.state_mut().ask(Action::Visit(deqi::visit::VisitAsk::Begin(None)));
        go(&mut deqi, &actions);
        deqi.run_steps(4);
        let delay = deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
        assert!(delay >= Duration::from_secs(5), "{screen}: {delay:?}, {:?}", deqi.ctx.repaint_causes());
    }
    go(&mut deqi, &[]);
    wait(&mut deqi, 190);
    deqi.run_steps(3);
    let delay = deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert!(delay > Duration::from_millis(1) && delay <= Duration::from_millis(1010), "{delay:?}");
}
