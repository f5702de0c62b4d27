//! What a screen reader hears: names, headings, the order of reading.

use std::fmt::Write as _;

use deqi::mode::Mode;
use deqi::model::{PointCode, SkinTone};
use deqi::store::settings::Settings;
use deqi::visit::{Action, DiaryAsk, DiaryView, Presence};
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::diary_weeks;
use crate::support::{
    DESK, Deqi, Thing, focused, go, headline, key, markers, open, open_in, pass, press, screens, stage, still, tab_to,
    things,
};

#[test]
fn everything_that_can_be_pressed_or_filled_has_a_name() {
    for size in [DESK, (800.0, 600.0), (1080.0, 1920.0), (640.0, 480.0)] {
        let mut deqi = open(size, still());
        for (screen, actions) in screens() {
            go(&mut deqi, &actions);
            let nameless: Vec<Thing> =
                things(&deqi).into_iter().filter(|t| t.focusable && t.name.trim().is_empty()).collect();
            assert!(nameless.is_empty(), "{screen} at {size:?}: {nameless:?}");
        }
    }
}

#[test]
fn every_screen_has_one_headline_and_no_level_is_skipped() {
    let mut wrong = Vec::new();
    let mut deqi = open(DESK, still());
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        let headings: Vec<(usize, String)> = things(&deqi)
            .into_iter()
            .filter(|t| t.role == Role::Heading)
            .map(|t| (t.level.unwrap_or(0), t.name))
            .collect();
        let first = headings.iter().filter(|(level, _)| *level == 1).count();
        if first != 1 {
            wrong.push(format!("{screen} has {first} headings of level 1"));
        }
        if headings.first().is_some_and(|(level, _)| *level != 1) {
            wrong.push(format!("{screen} begins with {:?}", headings[0]));
        }
        for pair in headings.windows(2).filter(|pair| pair[1].0 > pair[0].0 + 1) {
            wrong.push(format!("{screen}: {:?} follows {:?}", pair[1], pair[0]));
        }
        if headings.iter().any(|(_, name)| name.trim().is_empty()) {
            wrong.push(format!("{screen} has a heading without words"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn choices_tell_what_is_chosen() {
    let mut deqi = open(DESK, Settings { skin: SkinTone(3), ..still() });
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        let silent: Vec<String> = things(&deqi)
            .into_iter()
            .filter(|t| matches!(t.role, Role::RadioButton | Role::Tab | Role::CheckBox) && t.chosen.is_none())
            .map(|t| t.name)
            .collect();
        assert_eq!(silent, [""; 0], "on {screen}");
    }
    go(&mut deqi, &[]);
    let chosen: Vec<String> = things(&deqi)
        .into_iter()
        .filter(|t| t.role == Role::RadioButton && t.chosen == Some(true))
        .map(|t| t.name)
        .collect();
    assert_eq!(chosen, ["Both lenses", "Neutral", "Skin tone 4 of 5"]);
}

#[test]
fn each_visible_point_is_a_node_with_a_name_of_its_own() {
    let deqi = open(DESK, still());
    let mut names: Vec<String> = markers(&deqi).into_iter().map(|m| m.name).collect();
    assert!(names.len() > 12, "the low back shows many points, not {}", names.len());
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "two points have one name");
}

#[test]
fn what_the_picture_shows_a_sentence_says() {
    let mut deqi = open(DESK, still());
    for (view, words) in [
        ("front", "seen from the front"),
        ("back", "seen from the back"),
        ("left", "seen from the left side"),
        ("right", "seen from the right side"),
    ] {
        let named = deqi::body::views::NamedView::ALL.into_iter().find(|v| v.key() == format!("view-{view}")).unwrap();
        go(&mut deqi, &[Action::Look(named)]);
        let said = stage(&deqi).name;
        assert!(said.contains(words) && said.starts_with("A neutral figure, standing, "), "{said}");
    }
}

/// What is read, one line a node. Content shows as `text`, since its words may change.
fn reading(things: &[Thing]) -> String {
    let mut lines = String::new();
    let mut texts = 0;
    for thing in things {
        if thing.role == Role::Label {
            texts += 1;
            continue;
        }
        if texts > 0 {
            writeln!(lines, "text").unwrap();
            texts = 0;
        }
        match (thing.role, thing.level) {
            (Role::Heading, Some(level)) => writeln!(lines, "heading {level} {}", thing.name).unwrap(),
            (role, _) => writeln!(lines, "{role:?} {}", thing.name).unwrap(),
        }
    }
    if texts > 0 {
        writeln!(lines, "text").unwrap();
    }
    lines
}

#[test]
fn a_card_is_read_from_its_name_to_its_neighbours() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::OpenPoint(PointCode("BL23".to_owned()))]);
    let all = things(&deqi);
    let start =
        all.iter().position(|t| t.role == Role::Label && t.name == "BL23").expect("the card begins with its code");
    let card: Vec<Thing> = all[start..].iter().filter(|t| t.role != Role::ScrollBar).cloned().collect();
    let expected = "\
text
Button Close
heading 1 Kidney Shu
text
heading 2 Tradition
text
Button Tradition: how sure is this?
text
heading 2 Body
text
Button Seen in people: how sure is this?
text
heading 2 Under the skin
text
heading 2 Take care
text
heading 2 Studies that used it
Button Read about this study: Korean trial, 2013
Button Read about this study: American trial (SPINE), 2009
Button Read about this study: German trial (ART), 2006
text
Button Show the other side
Button Previous point, BL22
Button Tell me more
Button Next point, BL24
";
    assert_eq!(reading(&card), expected);
}

#[test]
fn the_bar_comes_first_then_the_body_then_the_sheet() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[]);
    let all = things(&deqi);
    let at = |is: &dyn Fn(&Thing) -> bool| all.iter().position(is).expect("it is there");
    let bar = at(&|t| t.name == "Warning signs");
    let body = at(&|t| t.role == Role::Figure);
    let sheet = at(&|t| t.level == Some(1));
    assert!(bar < body && body < sheet, "{bar} {body} {sheet}");
}

/// Presses what has a name, by keys alone, and tells where the keyboard is then.
fn place_after(deqi: &mut Deqi, name: &str) -> (Role, String) {
    tab_to(deqi, |thing| thing.name == name);
    key(deqi, Modifiers::NONE, Key::Enter);
    let place = focused(deqi).unwrap_or_else(|| panic!("after {name:?} the keyboard is nowhere"));
    (place.role, place.name)
}

fn heading(name: &str) -> (Role, String) {
    (Role::Heading, name.to_owned())
}

#[test]
fn where_what_had_the_keyboard_is_gone_it_is_at_the_heading_of_what_came() {
    let mut deqi = open(DESK, still());
    let files = Action::Diary(DiaryAsk::Show(DiaryView::Keeping));
    go(&mut deqi, &[diary_weeks::weeks(), vec![files]].concat());
    assert_eq!(place_after(&mut deqi, "Delete everything …"), heading("Delete your whole diary for good?"));
    let question = deqi.get_by_role_and_label(Role::Heading, "Delete your whole diary for good?");
    assert_eq!(question.accesskit_node().live(), Live::Polite, "the question is read aloud");
    key(&mut deqi, Modifiers::NONE, Key::Tab);
    assert!(focused(&deqi).is_some_and(|t| t.is_control() && t.role != Role::Heading), "Tab goes on from there");
    key(&mut deqi, Modifiers::SHIFT, Key::Tab);
    assert!(focused(&deqi).is_some_and(|t| t.role != Role::Heading), "Tab passes by headings");
    assert_eq!(place_after(&mut deqi, "No, keep it"), heading("Your diary as files"));
    assert_eq!(place_after(&mut deqi, "Back to my diary"), heading("My diary"));

    go(&mut deqi, &diary_weeks::empty());
    assert_eq!(place_after(&mut deqi, "Write an entry"), heading("First, a question about safety"));
    // The same question about other signs: what is new is their heading.
    assert_eq!(place_after(&mut deqi, "No, none of these"), heading("See a doctor today"));
    assert_eq!(place_after(&mut deqi, "No, none of these"), heading("A new entry"));
    // Nothing stands in it yet: a note says so under the headline.
    assert_eq!(place_after(&mut deqi, "Keep this entry"), heading("A new entry"));
    go(&mut deqi, &[diary_weeks::weeks(), vec![Action::Diary(DiaryAsk::Edit(12))]].concat());
    let place = place_after(&mut deqi, "Keep this entry");
    assert_eq!(place, heading(&headline(&deqi)));
}

#[test]
fn whoever_answers_that_they_are_still_there_by_keys_goes_on_by_keys() {
    let mut deqi = open_in(Mode::Kiosk, DESK, still());
    go(&mut deqi, &[Action::OpenPage("about".to_owned())]);
    tab_to(&mut deqi, |thing| thing.name == "Stories");
    while deqi.state().presence() != Presence::Asked {
        pass(&mut deqi, 10.0);
    }
    assert_eq!(place_after(&mut deqi, "I need more time"), heading(&headline(&deqi)));
}

#[test]
fn a_click_gives_the_keyboard_to_no_heading() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Settings");
    assert!(focused(&deqi).is_none());
}

#[test]
fn rows_of_the_diary_that_are_out_of_sight_are_read_and_can_be_pressed() {
    let mut deqi = open((1280.0, 600.0), still());
    go(&mut deqi, &diary_weeks::weeks());
    let rows: Vec<Thing> =
        things(&deqi).into_iter().filter(|t| t.is_control() && t.name.starts_with("Change the entry of ")).collect();
    assert_eq!(rows.len(), 12, "{rows:?}");
    assert!(!rows[11].is_seen());
    press(&mut deqi, &rows[11].name);
    assert_eq!(headline(&deqi), "Change an entry");
}
