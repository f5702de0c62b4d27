//! The bar of a story in large print: the body keeps most of the window, and every word of a step can be read.

use deqi::store::settings::{Settings, ThemeChoice};
use deqi::visit::{Action, Screen, StoryAsk};
use eframe::egui::accesskit::Role;

use crate::layout::fits;
use crate::support::{DESK, Deqi, LIBRARY, control, open_large, press, still, things, window, words};

/// Windows with text at 200 %, and how much of their height the picture keeps at the least.
const WINDOWS: [((f32, f32), f32); 2] = [(DESK, 0.40), ((800.0, 600.0), 0.35)];
/// What the line that science has not found Qi may take of that.
const LINE_OF_QI: f32 = 0.06;

fn ask(deqi: &mut Deqi, ask: StoryAsk) {
    deqi.state_mut().ask(Action::Story(ask));
    deqi.run_steps(3);
}

/// Every step of every story at this size.
fn each_step(size: (f32, f32), settings: &Settings, mut look: impl FnMut(&mut Deqi, &str, &str)) {
    for story in LIBRARY.catalog.stories() {
        let mut deqi = open_large(size, settings.clone());
        ask(&mut deqi, StoryAsk::Start(story.id.clone()));
        ask(&mut deqi, StoryAsk::Pause);
        for step in &story.steps {
            look(&mut deqi, &format!("{} {} at {size:?}", story.id, step.id), &step.caption);
            ask(&mut deqi, StoryAsk::Forward);
            ask(&mut deqi, StoryAsk::Pause);
        }
    }
}

#[test]
fn the_picture_keeps_its_share_of_the_window() {
    for (size, least) in WINDOWS {
        let (mut seen, mut wrong) = (0, Vec::new());
        each_step(size, &still(), |deqi, place, _| {
            let all = window(deqi).height();
            for figure in things(deqi).into_iter().filter(|t| t.role == Role::Figure) {
                seen += 1;
                let share = figure.shown.height() / all;
                let line = if deqi.state().visit().screen == Screen::Qi { LINE_OF_QI } else { 0.0 };
                if share < least - line {
                    wrong.push(format!("{place}: {share:.2}"));
                }
            }
        });
        assert!(seen > 30, "only {seen} pictures");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn every_word_of_a_step_can_be_read() {
    for (size, _) in WINDOWS {
        let mut turned = 0;
        each_step(size, &still(), |deqi, place, caption| {
            let mut read = String::new();
            for page in 0.. {
                assert!(page < 4, "{place} goes on for ever");
                let bar = things(deqi).into_iter().find(|t| t.role == Role::Status).expect("the words are there").rect;
                for word in words(deqi).into_iter().filter(|w| bar.expand(2.0).contains_rect(w.ink)) {
                    read += &word.text;
                    read.push(' ');
                }
                if !things(deqi).iter().any(|t| t.name == "More words" && !t.disabled) {
                    break;
                }
                turned += 1;
                press(deqi, "More words");
            }
            assert!(read.contains(caption) || joined(&read).contains(&joined(caption)), "{place}: {read}");
            if page_back(deqi) {
                press(deqi, "Words before");
                assert!(control(deqi, "More words").is_seen(), "{place}: and back");
            }
        });
        assert!(size == DESK || turned > 5, "nothing is turned at {size:?}");
    }
}

fn page_back(deqi: &Deqi) -> bool {
    things(deqi).iter().any(|t| t.name == "Words before" && !t.disabled)
}

/// Without the spaces at which lines end.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn nothing_of_it_is_cut_off_or_too_small() {
    for (size, _) in WINDOWS {
        for theme in [ThemeChoice::Light, ThemeChoice::Contrast] {
            each_step(size, &Settings { theme, ..Settings::default() }, |deqi, place, _| fits(deqi, place));
        }
    }
}

/// While the words of a step are told by themselves, its pages turn by themselves.
#[test]
fn pages_turn_as_the_story_is_told() {
    let mut deqi = open_large((800.0, 600.0), Settings::default());
    ask(&mut deqi, StoryAsk::Start("needle".to_owned()));
    for _ in 0..3 {
        ask(&mut deqi, StoryAsk::Forward);
    }
    let more = |deqi: &Deqi| things(deqi).iter().any(|t| t.name == "More words");
    assert!(more(&deqi), "a long step has pages");
    let step = |deqi: &Deqi| deqi.state().visit().story.as_ref().map(|story| story.step);
    let before = step(&deqi);
    for _ in 0..400 {
        deqi.run_steps(1);
        if !more(&deqi) {
            break;
        }
    }
    assert!(!more(&deqi) && step(&deqi) == before, "the last page comes before the next step");
}
