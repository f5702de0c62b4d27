//! With a mouse.

use deqi::model::{FigureId, Side, SkinTone};
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::Screen;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};

use crate::support::{
    DESK, LIBRARY, Thing, called, click, control, drag, english, go, headline, key, marker, markers, open, press,
    screens, stage, still, things, touch_point, wait_for, within,
};

fn page_title(id: &str) -> String {
    LIBRARY.catalog.page(id).unwrap().title.clone()
}

#[test]
fn a_press_on_a_point_opens_its_card() {
    let mut deqi = open(DESK, Settings::default());
    let point = marker(&deqi, "BL23", Side::Left).expect("the low back is the first sight");
    assert_eq!(point.chosen, Some(false));
    click(&mut deqi, point.rect.center());
    assert_eq!(headline(&deqi), english("BL23"));
    assert_eq!(marker(&deqi, "BL23", Side::Left).unwrap().chosen, Some(true));
    let chosen: Vec<String> = markers(&deqi).into_iter().filter(|m| m.chosen == Some(true)).map(|m| m.name).collect();
    assert_eq!(chosen, [called("BL23", Side::Left)], "one marker is chosen");
    assert!(stage(&deqi).name.contains(&called("BL23", Side::Left)), "the sentence tells what is chosen");
}

#[test]
fn a_card_tells_its_parts_under_headings() {
    let mut deqi = open(DESK, still());
    touch_point(&mut deqi, "BL23", Side::Left);
    let headings: Vec<String> = things(&deqi).into_iter().filter(|t| t.role == Role::Heading).map(|t| t.name).collect();
    for part in ["Tradition", "Body", "Under the skin", "Take care"] {
        assert!(headings.iter().any(|h| h == part), "no heading {part} in {headings:?}");
    }
}

#[test]
fn next_and_previous_walk_the_channel_and_turn_the_body_to_the_point() {
    let mut deqi = open(DESK, Settings::default());
    touch_point(&mut deqi, "BL23", Side::Right);
    press(&mut deqi, "Next point, BL24");
    assert_eq!(headline(&deqi), english("BL24"));
    assert_eq!(marker(&deqi, "BL24", Side::Right).expect("it stays on the side").chosen, Some(true));
    press(&mut deqi, "Next point, BL25");
    press(&mut deqi, "Previous point, BL24");
    assert_eq!(headline(&deqi), english("BL24"));
}

#[test]
fn tell_me_more_tells_more_and_less_again() {
    let mut deqi = open(DESK, still());
    touch_point(&mut deqi, "BL23", Side::Left);
    let plain = things(&deqi).len();
    press(&mut deqi, "Tell me more");
    assert!(things(&deqi).len() > plain, "more is told");
    press(&mut deqi, "Tell me more");
    assert_eq!(things(&deqi).len(), plain);
}

#[test]
fn the_other_side_is_shown() {
    let mut deqi = open(DESK, still());
    touch_point(&mut deqi, "BL23", Side::Left);
    press(&mut deqi, "Show the other side");
    assert_eq!(marker(&deqi, "BL23", Side::Right).unwrap().chosen, Some(true));
    assert_eq!(marker(&deqi, "BL23", Side::Left).unwrap().chosen, Some(false));
}

#[test]
fn close_gives_the_body_the_room_and_home_brings_all_back() {
    let mut deqi = open(DESK, still());
    touch_point(&mut deqi, "BL23", Side::Left);
    let beside = stage(&deqi).rect.width();
    press(&mut deqi, "Close");
    assert!(stage(&deqi).rect.width() > beside + 200.0, "the body has the room");
    assert!(markers(&deqi).iter().all(|m| m.chosen == Some(false)));
    press(&mut deqi, "Home");
    assert_eq!(headline(&deqi), "Touch a point on the low back");
    assert!(control(&deqi, "Back").disabled, "there is nowhere to go back to");
}

#[test]
fn back_goes_the_way_one_came() {
    let mut deqi = open(DESK, still());
    let mut way = vec![headline(&deqi)];
    touch_point(&mut deqi, "BL23", Side::Left);
    way.push(headline(&deqi));
    press(&mut deqi, "Next point, BL24");
    way.push(headline(&deqi));
    press(&mut deqi, "Settings");
    way.push(headline(&deqi));
    press(&mut deqi, "Warning signs");
    for before in way.iter().rev() {
        press(&mut deqi, "Back");
        assert_eq!(headline(&deqi), *before);
    }
    assert!(control(&deqi, "Back").disabled);
}

#[test]
fn a_word_in_the_field_and_enter_open_a_point() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Find a point");
    let field = control(&deqi, "Find a point");
    assert!(field.focused, "a click on the field gives it the keyboard");
    for letter in ["b", "l", "5", "2"] {
        deqi.event(eframe::egui::Event::Text(letter.to_owned()));
    }
    deqi.run();
    assert!(things(&deqi).iter().any(|t| t.role == Role::Button && t.name.starts_with("BL52 ")), "the list answers");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), english("BL52"));
}

#[test]
fn a_word_that_nothing_answers_says_so() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Find a point");
    deqi.event(eframe::egui::Event::Text("qqqq".to_owned()));
    deqi.run();
    assert!(things(&deqi).iter().any(|t| t.name.starts_with("Nothing found.")));
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert!(things(&deqi).iter().any(|t| t.name.starts_with("Nothing found.")), "Enter leads nowhere");
}

#[test]
fn the_list_holds_every_point_and_each_row_opens_a_card() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "List");
    let rows: Vec<String> = things(&deqi).into_iter().filter(Thing::is_control).map(|t| t.name).collect();
    for point in LIBRARY.catalog.points() {
        let start = format!("{} {}, ", point.code, point.pinyin);
        assert!(rows.iter().any(|row| row.starts_with(&start)), "{} is not in the list", point.code);
    }
    let last = LIBRARY.catalog.points().last().unwrap();
    let row = rows.iter().find(|row| row.starts_with(&format!("{} ", last.code))).unwrap();
    press(&mut deqi, row);
    assert_eq!(headline(&deqi), last.english);
}

#[test]
fn bare_skin_names_the_part_and_the_points_nearby() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Parts of the body");
    press(&mut deqi, "Hand");
    let stage = stage(&deqi).rect;
    let far = |x: f32, y: f32| {
        let at = within(stage, x, y);
        markers(&deqi).iter().all(|m| m.rect.center().distance(at) > 60.0).then_some(at)
    };
    let grid = (3..17).flat_map(|x| (3..14).map(move |y| (x as f32 / 20.0, y as f32 / 20.0)));
    let places: Vec<_> = grid.filter_map(|(x, y)| far(x, y)).collect();
    for at in places {
        click(&mut deqi, at);
        if headline(&deqi).starts_with("You touched: ") {
            let near = things(&deqi).iter().filter(|t| t.is_control() && t.name.matches(", ").count() >= 2).count();
            assert!(near >= 3, "three points are offered, not {near}");
            return;
        }
    }
    panic!("no place on the hand answers");
}

#[test]
fn settings_change_the_body_and_the_look_at_once() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Settings");
    for (name, figure) in [("Woman", FigureId::Woman), ("Man", FigureId::Man)] {
        press(&mut deqi, name);
        wait_for(&mut deqi, figure);
        assert_eq!(control(&deqi, name).chosen, Some(true));
        let said = stage(&deqi).name.to_lowercase();
        assert!(said.contains(&name.to_lowercase()), "{said:?} names the figure");
    }
    press(&mut deqi, "Skin tone 5 of 5");
    assert_eq!(deqi.state().settings().skin, SkinTone(4));
    for (name, theme, dark) in [
        ("Dark", ThemeChoice::Dark, true),
        ("High contrast", ThemeChoice::Contrast, true),
        ("Light", ThemeChoice::Light, false),
    ] {
        press(&mut deqi, name);
        assert_eq!((deqi.state().settings().theme, control(&deqi, name).chosen), (theme, Some(true)));
        assert_eq!(deqi.ctx.theme() == eframe::egui::Theme::Dark, dark, "{name}");
    }
    press(&mut deqi, "150 %");
    assert!((deqi.ctx.zoom_factor() - 1.5).abs() < 1e-3, "text grows");
    press(&mut deqi, "Smooth");
    assert_eq!(deqi.state().settings().motion, Motion::Full);
    press(&mut deqi, "Measure with a bank card");
    press(&mut deqi, "Longer");
    press(&mut deqi, "It fits");
    let measured = deqi.state().settings().points_per_mm.expect("the screen is measured");
    assert!(measured > 3.8, "{measured}");
    assert_eq!(headline(&deqi), "Settings");
}

#[test]
fn text_size_steps_through_all_sizes_and_comes_round() {
    let mut deqi = open(DESK, still());
    let mut sizes = Vec::new();
    for _ in 0..5 {
        press(&mut deqi, "Text size");
        sizes.push(deqi.state().settings().text_size);
    }
    assert_eq!(sizes, [125, 150, 175, 200, 100]);
}

#[test]
fn warning_signs_are_one_press_away_from_every_screen_and_back_returns() {
    let mut deqi = open(DESK, still());
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        let before = (headline(&deqi), things(&deqi).len());
        // A story that one left waits, and its bar then has one button more.
        let is_told = deqi.state().visit().story.is_some();
        press(&mut deqi, "Warning signs");
        assert_eq!(headline(&deqi), page_title("warning_signs"), "from {screen}");
        if screen != "warning signs" {
            press(&mut deqi, "Back");
            deqi.run_steps(2);
            if is_told && matches!(deqi.state().visit().screen, Screen::Chapter(_)) {
                // A story that waits no longer shows its picture alone: the panel that it is from has the room.
                assert!(control(&deqi, "Go on").is_seen(), "back to {screen}");
                continue;
            }
            let after = (headline(&deqi), things(&deqi).len() - usize::from(is_told));
            assert_eq!(after, before, "back to {screen}");
        }
    }
}

#[test]
fn about_tells_the_version_and_that_this_is_no_advice() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Settings");
    press(&mut deqi, "About Deqi");
    assert_eq!(headline(&deqi), page_title("about"));
    let said: Vec<String> = things(&deqi).into_iter().map(|t| t.name).collect();
    assert!(said.iter().any(|t| t.contains(env!("CARGO_PKG_VERSION")) && t.contains(LIBRARY.catalog.reviewed_on())));
    assert!(said.iter().any(|t| t.contains("MIT")), "licences are named");
}

#[test]
fn a_drag_turns_the_body_and_named_views_fly_back() {
    let mut deqi = open(DESK, Settings::default());
    assert!(stage(&deqi).name.contains("from the back"));
    let middle = stage(&deqi).rect.center();
    drag(&mut deqi, middle, vec2(165.0, 0.0), 12);
    deqi.run();
    assert!(!stage(&deqi).name.contains("from the back"), "{}", stage(&deqi).name);
    press(&mut deqi, "See from the front");
    assert!(stage(&deqi).name.contains("from the front"));
    press(&mut deqi, "Low back");
    assert!(stage(&deqi).name.contains("from the back"));
    assert!(marker(&deqi, "BL23", Side::Left).is_some());
}

#[test]
fn a_drag_on_a_point_does_not_choose_it() {
    let mut deqi = open(DESK, Settings::default());
    let at = marker(&deqi, "BL23", Side::Left).unwrap().rect.center();
    drag(&mut deqi, at, vec2(60.0, 0.0), 6);
    deqi.run();
    assert_eq!(headline(&deqi), "Touch a point on the low back");
}

#[test]
fn wheel_and_buttons_come_closer_and_nothing_loses_the_body() {
    let mut deqi = open(DESK, still());
    let apart = |deqi: &crate::support::Deqi| {
        let at = |code| marker(deqi, code, Side::Left).map(|m| m.rect.center());
        at("BL23").zip(at("BL24")).map(|(a, b)| a.distance(b))
    };
    let first = apart(&deqi).unwrap();
    press(&mut deqi, "Closer");
    let closer = apart(&deqi).expect("both stay in sight");
    assert!(closer > first * 1.3, "{first} to {closer}");
    press(&mut deqi, "Wider");
    assert!((apart(&deqi).unwrap() - first).abs() < 1.0);
    let at = marker(&deqi, "BL23", Side::Left).unwrap().rect.center();
    deqi.hover_at(at);
    for _ in 0..4 {
        deqi.event(eframe::egui::Event::MouseWheel {
            unit: eframe::egui::MouseWheelUnit::Point,
            delta: vec2(0.0, 30.0),
            phase: eframe::egui::TouchPhase::Move,
            source: eframe::egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
    }
    deqi.run();
    assert!(apart(&deqi).unwrap() > first * 1.2, "the wheel zooms");
    let stays = marker(&deqi, "BL23", Side::Left).unwrap().rect.center();
    assert!(stays.distance(at) < 6.0, "what is under the pointer stays: {at} to {stays}");
    for _ in 0..12 {
        press(&mut deqi, "Wider");
    }
    assert!(!markers(&deqi).is_empty(), "the body is still there");
    for _ in 0..16 {
        press(&mut deqi, "Closer");
    }
    press(&mut deqi, "Home");
    assert!((apart(&deqi).unwrap() - first).abs() < 1.0, "home is home");
}
