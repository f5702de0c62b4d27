//! The bar of a story in large print: the body keeps most of the window, and every word of a step can be read.

use deqi::mode::Mode;
use deqi::store::settings::{Settings, ThemeChoice};
use deqi::visit::{Action, Screen, StoryAsk};
use eframe::egui::accesskit::Role;

use crate::layout::fits;
use crate::support::{DESK, Deqi, LIBRARY, control, fill, open_in, open_large, press, still, things, window, words};

/// A place of use and the size of its window.
type Place = (Mode, (f32, f32));

/// A window that stands, and one that lies.
const TALL: (f32, f32) = (1080.0, 1920.0);
const WIDE: (f32, f32) = (1920.0, 1080.0);
/// Places with text at 200 %, and how much of the height of the window the picture keeps at the least: as a rule, and
/// over the line that science has not found Qi.
const PLACES: [(Place, f32, f32); 5] = [
    ((Mode::Home, DESK), 0.40, 0.34),
    ((Mode::Home, (800.0, 600.0)), 0.35, 0.29),
    ((Mode::Home, TALL), 0.40, 0.34),
    ((Mode::Kiosk, TALL), 0.33, 0.25),
    ((Mode::Kiosk, WIDE), 0.39, 0.30),
];

fn ask(deqi: &mut Deqi, ask: StoryAsk) {
    deqi.state_mut().ask(Action::Story(ask));
    deqi.run_steps(3);
}

/// Every step of every story in this place.
fn each_step((mode, size): Place, settings: &Settings, mut look: impl FnMut(&mut Deqi, &str, &str)) {
    let settings = Settings { text_size: 200, points_per_mm: Some(4.0), ..settings.clone() };
    for story in LIBRARY.catalog.stories() {
        let mut deqi = open_in(mode, size, settings.clone());
        fill(&mut deqi, size);
        ask(&mut deqi, StoryAsk::Start(story.id.clone()));
        ask(&mut deqi, StoryAsk::Pause);
        for step in &story.steps {
            look(&mut deqi, &format!("{mode:?} {size:?}: {} {}", story.id, step.id), &step.caption);
            ask(&mut deqi, StoryAsk::Forward);
            ask(&mut deqi, StoryAsk::Pause);
        }
    }
}

#[test]
fn the_picture_keeps_its_share_of_the_window() {
    for (place, rule, over_line) in PLACES {
        let (mut seen, mut wrong) = (0, Vec::new());
        each_step(place, &still(), |deqi, place, _| {
            let all = window(deqi).height();
            let screen = &deqi.state().visit().screen;
            let role = if matches!(screen, Screen::Chapter(_)) { Role::Image } else { Role::Figure };
            let pictures: Vec<_> = things(deqi).into_iter().filter(|t| t.role == role).collect();
            if pictures.len() != usize::from(!matches!(screen, Screen::Page(_))) {
                wrong.push(format!("{place}: {} pictures", pictures.len()));
            }
            for figure in pictures {
                seen += 1;
                let share = figure.shown.height() / all;
                let least = match deqi.state().visit().screen {
                    Screen::Qi => over_line,
                    // A hundred people have a shape of their own, which need not be that of the room.
                    Screen::Chapter(_) => 0.20,
                    _ => rule,
                };
                if share < least {
                    wrong.push(format!("{place}: {share:.2}"));
                }
            }
        });
        assert!(seen > 30, "only {seen} pictures");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Where a picture has no words of its own, the story is the headline.
#[test]
fn every_step_has_one_headline() {
    let mut wrong = Vec::new();
    for (place, ..) in PLACES {
        each_step(place, &still(), |deqi, place, _| {
            let first: Vec<String> = things(deqi)
                .into_iter()
                .filter(|t| t.role == Role::Heading && t.level == Some(1))
                .map(|t| t.name)
                .collect();
            if first.len() != 1 {
                wrong.push(format!("{place}: {first:?}"));
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where one stands in front of it, the places to go make way for the picture of a story, but for the warning signs.
#[test]
fn the_warning_signs_stay_at_hand_during_a_story() {
    for (place, ..) in PLACES {
        each_step(place, &still(), |deqi, place, _| {
            assert!(control(deqi, "Warning signs").is_seen(), "{place}");
        });
    }
    let mut deqi = open_in(Mode::Kiosk, WIDE, Settings { text_size: 200, points_per_mm: Some(4.0), ..still() });
    fill(&mut deqi, WIDE);
    let benefits = |deqi: &Deqi| things(deqi).iter().any(|t| t.name == "Benefits");
    assert!(benefits(&deqi));
    ask(&mut deqi, StoryAsk::Start("needle".to_owned()));
    assert!(!benefits(&deqi), "the picture has the room");
    press(&mut deqi, "Stop the story");
    assert!(benefits(&deqi), "and they come back");
}

#[test]
fn every_word_of_a_step_can_be_read() {
    for (place, ..) in PLACES {
        let mut turned = 0;
        each_step(place, &still(), |deqi, place, caption| {
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
        assert!(place.1 != (800.0, 600.0) || turned > 5, "nothing is turned in {place:?}");
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
    for (place, ..) in PLACES {
        for theme in [ThemeChoice::Light, ThemeChoice::Contrast] {
            each_step(place, &Settings { theme, ..Settings::default() }, |deqi, place, _| fits(deqi, place));
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

/// The last step of the story of the needle says “Now try it”, and then there is something to try.
#[test]
fn at_its_end_a_story_gives_the_room_back() {
    for size in [(800.0, 600.0), TALL] {
        let mut deqi = open_large(size, Settings::default());
        ask(&mut deqi, StoryAsk::Start("needle".to_owned()));
        let steps = LIBRARY.catalog.story("needle").expect("the story of a needle").steps.len();
        for _ in 1..steps {
            ask(&mut deqi, StoryAsk::Forward);
        }
        let panel = |deqi: &Deqi| things(deqi).iter().any(|t| t.name == "Put the needle in");
        assert!(!panel(&deqi), "{size:?}: the picture has the room");
        ask(&mut deqi, StoryAsk::Forward);
        assert!(panel(&deqi) && control(&deqi, "Warning signs").is_seen(), "{size:?}: now it can be tried");
        press(&mut deqi, "Play again");
        assert!(!panel(&deqi), "{size:?}: from the beginning");
    }
}
