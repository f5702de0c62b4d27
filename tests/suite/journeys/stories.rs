//! Three guided stories: started, walked, paused, left, by mouse and by keyboard, in motion and without.

use std::time::Duration;

use deqi::body::camera::wrap;
use deqi::body::views::NamedView;
use deqi::model::{Direction, FigureId, SeenFrom};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Screen, Sheet, StoryAsk, Telling};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, ViewportId, vec2};

use crate::support::{
    DESK, Deqi, FRAME, LIBRARY, Thing, control, drag, go, headline, key, open, press, stage, still, tab_to, things,
};

const TITLES: [&str; 3] = ["What happens when a needle goes in", "What Qi means", "What to expect for low back pain"];

/// What the bar tells now, as a screen reader hears it.
fn told(deqi: &Deqi) -> String {
    let all = things(deqi).into_iter();
    all.filter(|t| t.role == Role::Status).map(|t| t.name).collect::<Vec<_>>().join("\n")
}

fn start(deqi: &mut Deqi, title: &str) {
    press(deqi, "Watch a short story");
    press(deqi, &format!("Play: {title}"));
}

/// Lets so many seconds pass.
fn wait(deqi: &mut Deqi, seconds: f32) {
    deqi.run_steps((seconds / FRAME).ceil() as usize);
}

fn delay(deqi: &mut Deqi) -> Duration {
    for _ in 0..4 {
        deqi.step();
    }
    deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay
}

#[test]
fn each_story_is_walked_to_its_end_by_keyboard() {
    for (story, title) in LIBRARY.catalog.stories().iter().zip(TITLES) {
        assert_eq!(story.title, title);
        let mut deqi = open(DESK, still());
        tab_to(&mut deqi, |t| t.name == "Watch a short story");
        key(&mut deqi, Modifiers::NONE, Key::Enter);
        tab_to(&mut deqi, |t| t.name == format!("Play: {title}"));
        key(&mut deqi, Modifiers::NONE, Key::Enter);
        for (i, step) in story.steps.iter().enumerate() {
            let said = format!("Step {} of {}. {}", i + 1, story.steps.len(), step.caption);
            assert_eq!(told(&deqi), said, "the caption is in the tree, alone");
            key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
        }
        key(&mut deqi, Modifiers::NONE, Key::Escape);
        assert_eq!((told(&deqi), deqi.state().visit().story.is_some()), (String::new(), false));
    }
}

#[test]
fn a_story_plays_by_itself_and_rests_while_it_waits() {
    let mut deqi = open(DESK, Settings::default());
    start(&mut deqi, "What Qi means");
    assert!(told(&deqi).starts_with("Step 1 of 12"), "{}", told(&deqi));
    assert!(delay(&mut deqi) <= Duration::from_secs(1), "the next step comes by itself");
    wait(&mut deqi, 9.0);
    assert!(told(&deqi).starts_with("Step 2 of 12"), "{}", told(&deqi));
    press(&mut deqi, "Pause");
    wait(&mut deqi, 30.0);
    assert!(told(&deqi).starts_with("Step 2 of 12"), "it waits");
    assert_eq!(delay(&mut deqi), Duration::MAX, "nothing is repainted while it waits");
    press(&mut deqi, "Go on");
    wait(&mut deqi, 9.0);
    assert!(told(&deqi).starts_with("Step 3 of 12"), "{}", told(&deqi));
}

/// Where a step looks from another side, the body turns there before one's eyes.
#[test]
fn a_step_that_looks_from_elsewhere_flies_the_body_there() {
    let figure = LIBRARY.figure(FigureId::Neutral).expect("the figure is sound");
    let story = LIBRARY.catalog.story("low-back-pain").expect("it is there");
    let mut deqi = open(DESK, Settings::default());
    deqi.state_mut().ask(Action::Story(StoryAsk::Start(story.id.clone())));
    deqi.run_steps(2);
    let home = NamedView::LowBack.camera(&figure.landmarks);
    let (mut flown, mut last) = (0, None);
    for step in &story.steps {
        let view = step.scene.iter().find_map(|direction| match direction {
            Direction::View(view) => Some(*view),
            _ => None,
        });
        if let Some(view) = view {
            let turning = &deqi.state().visit().turning;
            let named = match view {
                SeenFrom::LowBack => NamedView::LowBack,
                SeenFrom::Back => NamedView::Back,
                SeenFrom::Front => NamedView::Front,
                other => panic!("{other:?} is new in this story"),
            };
            let to = named.camera(&figure.landmarks);
            let end = turning.destination(home);
            assert!(wrap(end.yaw - to.yaw).abs() < 1e-3 && (end.span - to.span).abs() < 1e-3, "{}: {end:?}", step.id);
            if last.is_some_and(|last| last != view) {
                let from = turning.camera(home);
                assert!(turning.moves(), "{}: the body jumps", step.id);
                deqi.run_steps(4);
                let on_the_way = deqi.state().visit().turning.camera(home);
                assert_ne!(from, on_the_way, "{}: it does not move", step.id);
                wait(&mut deqi, 3.0);
                let there = deqi.state().visit().turning.camera(home);
                assert!(wrap(there.yaw - to.yaw).abs() < 1e-3, "{}: it does not arrive: {there:?}", step.id);
                flown += 1;
            }
            last = Some(view);
        }
        deqi.state_mut().ask(Action::Story(StoryAsk::Forward));
        deqi.run_steps(2);
    }
    assert!(flown >= 2, "only {flown} steps of this story fly");
}

#[test]
fn a_story_comes_to_its_end_and_rests() {
    let mut deqi = open(DESK, Settings::default());
    start(&mut deqi, "What happens when a needle goes in");
    for _ in 0..13 {
        press(&mut deqi, "Next step");
        deqi.run();
    }
    assert_eq!(deqi.state().visit().story.as_ref().map(|story| story.telling), Some(Telling::Ended));
    assert!(told(&deqi).starts_with("Step 13 of 13"));
    assert_eq!(delay(&mut deqi), Duration::MAX, "nothing is repainted after the end");
    press(&mut deqi, "Play again");
    assert!(told(&deqi).starts_with("Step 1 of 13"));
}

#[test]
fn a_faster_pace_shows_more() {
    let steps_after = |presses: usize| {
        let mut deqi = open(DESK, Settings::default());
        start(&mut deqi, "What Qi means");
        for name in ["Pace: 1 times", "Pace: 1.5 times"].into_iter().take(presses) {
            press(&mut deqi, name);
        }
        wait(&mut deqi, 40.0);
        deqi.state().visit().story.as_ref().map(|story| story.step)
    };
    let (usual, fast, slow) = (steps_after(0), steps_after(1), steps_after(2));
    assert!(slow < usual && usual < fast, "{slow:?} {usual:?} {fast:?}");
}

#[test]
fn a_touch_on_the_body_lets_one_look_around_and_go_on() {
    let mut deqi = open(DESK, Settings::default());
    start(&mut deqi, "What to expect for low back pain");
    press(&mut deqi, "Next step");
    let lens = deqi.state().visit().lens;
    let middle = stage(&deqi).rect.center();
    drag(&mut deqi, middle, vec2(120.0, 0.0), 6);
    deqi.remove_cursor();
    deqi.run();
    press(&mut deqi, "Body lens");
    let story = deqi.state().visit().story.clone().expect("it is still there");
    assert_eq!((story.telling, story.away, story.step), (Telling::Waits, true, 1));
    assert!(!stage(&deqi).name.contains("seen from the back"), "the body stays turned: {}", stage(&deqi).name);
    press(&mut deqi, "Go on");
    deqi.run();
    let visit = deqi.state().visit();
    assert_eq!(visit.story.as_ref().map(|story| (story.telling, story.step)), Some((Telling::Plays, 1)));
    assert_eq!(visit.lens, lens, "the step stands as it should again");
    assert!(stage(&deqi).name.contains("seen from the back"), "{}", stage(&deqi).name);
}

#[test]
fn stopping_leaves_one_where_the_story_is_and_back_leads_to_where_one_was() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Open(Sheet::Settings)]);
    let before = headline(&deqi);
    deqi.state_mut().ask(Action::Story(StoryAsk::Start("what-qi-means".to_owned())));
    deqi.run();
    for _ in 0..7 {
        press(&mut deqi, "Next step");
    }
    let there = deqi.state().visit().clone();
    press(&mut deqi, "Stop the story");
    let after = deqi.state().visit();
    assert!(after.story.is_none());
    assert_eq!((&after.screen, &after.qi, &after.turning), (&there.screen, &there.qi, &there.turning));
    assert_eq!(after.screen, Screen::Qi);
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), before);
}

#[test]
fn with_reduced_motion_a_story_is_told_step_by_step() {
    let mut deqi = open(DESK, still());
    start(&mut deqi, "What happens when a needle goes in");
    let names: Vec<String> = things(&deqi).into_iter().filter(Thing::is_control).map(|t| t.name).collect();
    for name in ["Pause", "Pace: 1 times"] {
        assert!(!names.iter().any(|n| n == name), "nothing plays, so there is no {name}");
    }
    wait(&mut deqi, 20.0);
    assert!(told(&deqi).starts_with("Step 1 of 13"), "it waits for the visitor");
    for _ in 0..4 {
        press(&mut deqi, "Next step");
    }
    let panel = &deqi.state().visit().needling;
    assert!(!panel.runs() && panel.visit.minute() >= 14.9, "the panel stands where its step leads");
    assert_eq!(delay(&mut deqi), Duration::MAX);
    press(&mut deqi, "Step before");
    assert!(deqi.state().visit().needling.visit.minute() < 10.1, "a step back is a step back on the panel too");
}

#[test]
fn a_story_says_how_sure_it_is_and_where_it_comes_from() {
    let mut deqi = open(DESK, still());
    start(&mut deqi, "What to expect for low back pain");
    for _ in 0..6 {
        press(&mut deqi, "Next step");
    }
    let names: Vec<String> = things(&deqi).into_iter().map(|t| t.name).collect();
    for name in ["Seen in people", "Source: Haake, 2007"] {
        assert!(names.iter().any(|n| n == name), "{name} is missing in {names:?}");
    }
    assert!(control(&deqi, "Warning signs").is_seen(), "the warning signs are one touch away");
}

#[test]
fn panels_offer_the_story_that_belongs_to_them() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Qi");
    press(&mut deqi, "Play: What Qi means");
    assert!(told(&deqi).starts_with("Step 1 of 12"));
    press(&mut deqi, "Stop the story");
    press(&mut deqi, "Endorphins");
    press(&mut deqi, "Play: What happens when a needle goes in");
    assert!(told(&deqi).starts_with("Step 1 of 13"));
}

#[test]
fn going_home_forgets_the_story() {
    let mut deqi = open(DESK, still());
    start(&mut deqi, "What Qi means");
    press(&mut deqi, "Home");
    assert_eq!(told(&deqi), "");
    assert!(deqi.state().visit().story.is_none());
}
