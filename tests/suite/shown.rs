//! Which points are on the body: the chips, the sheets of channels and parts, and how near one must come.

use std::collections::BTreeSet;

use deqi::body::camera::Camera;
use deqi::body::part::BodyPart;
use deqi::model::{EXTRA, FigureId, Point, PointCode};
use deqi::visit::{Action, Sheet, Shown};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use glam::Vec3;

use crate::support::{
    DESK, Deqi, LIBRARY, focused, go, headline, key, markers, open, press, stage, still, tab_to, things,
};

const SIZES: [(f32, f32); 3] = [DESK, (800.0, 600.0), (1080.0, 1920.0)];

/// The points whose markers are in the tree.
fn points(deqi: &Deqi) -> Vec<&'static Point> {
    let codes: BTreeSet<String> =
        markers(deqi).iter().filter_map(|m| m.name.split(' ').next()).map(str::to_owned).collect();
    codes.into_iter().map(|code| LIBRARY.catalog.point(&PointCode(code)).unwrap()).collect()
}

/// The chips that are lit.
fn lit(deqi: &Deqi) -> Vec<String> {
    let stage = stage(deqi).rect;
    let chips = ["Low back", "All points", "Channel", "Part", "Extra points"];
    let is_chip = |name: &str| chips.iter().any(|chip| name.starts_with(chip));
    let all = things(deqi).into_iter();
    all.filter(|t| t.is_control() && t.chosen == Some(true) && stage.y_range().contains(t.rect.center().y))
        .filter(|t| t.rect.center().x < stage.right() && is_chip(&t.name))
        .map(|t| t.name)
        .collect()
}

#[test]
fn the_low_back_comes_first_and_all_points_when_asked_for() {
    for size in SIZES {
        let mut deqi = open(size, still());
        assert_eq!(lit(&deqi), ["Low back"]);
        let few = points(&deqi);
        assert!(few.iter().all(|p| p.low_back) && few.len() > 5, "{} points at {size:?}", few.len());
        press(&mut deqi, "All points");
        assert_eq!(lit(&deqi), ["All points"]);
        let all = points(&deqi);
        assert!(all.len() > few.len() + 5, "{} are more than {} at {size:?}", all.len(), few.len());
        assert!(stage(&deqi).name.contains("Showing all points"), "{}", stage(&deqi).name);
        press(&mut deqi, "Low back");
        assert_eq!(lit(&deqi), ["Low back"]);
        assert_eq!(points(&deqi).len(), few.len());
    }
}

#[test]
fn a_channel_is_picked_from_rows_and_shows_its_points() {
    for size in SIZES {
        let mut deqi = open(size, still());
        for (row, id) in [("Lung channel, 11 points", "LU"), ("Bladder channel, 67 points", "BL")] {
            if headline(&deqi) != "Which channel?" {
                let chip = things(&deqi).into_iter().find(|t| t.is_control() && t.name.starts_with("Channel"));
                press(&mut deqi, &chip.unwrap().name);
            }
            press(&mut deqi, row);
            assert_eq!(lit(&deqi), [format!("Channel: {id}")], "at {size:?}");
            let shown = points(&deqi);
            assert!(shown.iter().all(|p| p.channel == id), "only points of {id} at {size:?}");
            assert!(shown.len() > 5, "{} points of {id} are in sight at {size:?}", shown.len());
        }
    }
}

#[test]
fn a_part_is_picked_from_rows_and_comes_into_sight_with_its_points() {
    let figure = LIBRARY.figure(FigureId::default()).unwrap();
    for size in SIZES {
        let mut deqi = open(size, still());
        press(&mut deqi, "Parts of the body");
        for (row, part) in [("Hand", BodyPart::Hand), ("Ear", BodyPart::Ear), ("Foot", BodyPart::Foot)] {
            press(&mut deqi, row);
            assert_eq!(lit(&deqi), [format!("Part: {row}")], "at {size:?}");
            let shown = points(&deqi);
            let lies_there = |p: &&Point| figure.markers.iter().any(|m| m.key.code == p.code && m.part == Some(part));
            assert!(shown.iter().all(lies_there) && shown.len() > 2, "{} points: {row} at {size:?}", shown.len());
        }
    }
}

#[test]
fn every_part_that_is_offered_shows_points() {
    let mut deqi = open(DESK, still());
    for part in BodyPart::ALL {
        go(&mut deqi, &[Action::ShowPoints(Shown::Part(part))]);
        assert!(!markers(&deqi).is_empty(), "{part:?} shows nothing");
    }
}

#[test]
fn every_channel_shows_points() {
    let mut deqi = open(DESK, still());
    for channel in LIBRARY.catalog.channels() {
        go(&mut deqi, &[Action::ShowPoints(Shown::Channel(channel.id.clone()))]);
        assert!(!markers(&deqi).is_empty(), "{} shows nothing", channel.id);
    }
}

#[test]
fn extra_points_are_those_of_no_channel() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Extra points");
    let shown = points(&deqi);
    assert!(shown.iter().all(|p| p.channel == EXTRA) && !shown.is_empty());
}

#[test]
fn a_point_that_is_not_shown_comes_with_all_the_others() {
    for open_it in [
        vec![Action::Ask("li4".to_owned()), Action::OpenPoint(PointCode("LI4".to_owned()))],
        vec![Action::Open(Sheet::Find), Action::OpenPoint(PointCode("LI4".to_owned()))],
        vec![Action::ShowPoints(Shown::Extra), Action::OpenPoint(PointCode("LI4".to_owned()))],
    ] {
        let mut deqi = open(DESK, still());
        go(&mut deqi, &open_it);
        assert_eq!(lit(&deqi), ["All points"]);
        assert!(markers(&deqi).iter().any(|m| m.name.starts_with("LI4 ") && m.chosen == Some(true)));
    }
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::OpenPoint(PointCode("BL23".to_owned()))]);
    assert_eq!(lit(&deqi), ["Low back"], "one that is shown changes nothing");
    go(&mut deqi, &[Action::ShowPoints(Shown::Extra)]);
    press(&mut deqi, "Home");
    assert_eq!(lit(&deqi), ["Low back"], "home is home");
}

#[test]
fn chips_and_rows_answer_to_the_keyboard() {
    let mut deqi = open(DESK, still());
    tab_to(&mut deqi, |t| t.name == "All points");
    key(&mut deqi, Modifiers::NONE, Key::Space);
    assert_eq!(lit(&deqi), ["All points"]);
    assert_eq!(focused(&deqi).map(|t| t.name).as_deref(), Some("All points"), "the chip keeps the keyboard");
    tab_to(&mut deqi, |t| t.name == "Channels");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), "Which channel?");
    tab_to(&mut deqi, |t| t.name.starts_with("Heart channel"));
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert!(points(&deqi).iter().all(|p| p.channel == "HT"));
    tab_to(&mut deqi, |t| t.role == Role::Figure);
    key(&mut deqi, Modifiers::NONE, Key::ArrowDown);
    assert!(headline(&deqi) != "Which channel?", "arrows walk the points of the channel");
}

#[test]
fn a_row_that_is_too_long_is_turned_on_and_back_by_a_button() {
    let in_sight = |deqi: &Deqi, name: &str| {
        let chip = things(deqi).into_iter().find(|t| t.name == name && t.is_control()).unwrap();
        chip.is_seen() && chip.shown.width() > chip.rect.width() - 1.0
    };
    let mut deqi = open((800.0, 600.0), still());
    assert!(in_sight(&deqi, "Low back") && !in_sight(&deqi, "Extra points"));
    let mut turns = 0;
    while things(&deqi).iter().any(|t| t.name == "More choices") {
        press(&mut deqi, "More choices");
        turns += 1;
        assert!(turns < 8, "the row never ends");
    }
    assert!(in_sight(&deqi, "List") && !in_sight(&deqi, "Low back"));
    press(&mut deqi, "Back to the first choices");
    assert!(in_sight(&deqi, "Low back"));
    let wide = open((1600.0, 900.0), still());
    assert!(things(&wide).iter().all(|t| t.name != "More choices"), "nothing to turn where all are in sight");
}

/// The names of all markers in the tree, from some turn and nearness.
fn seen(deqi: &mut Deqi, yaw: f32, span: f32) -> BTreeSet<String> {
    let target = Vec3::new(0.0, 1.0, 0.0);
    deqi.state_mut().ask(Action::Turn(Camera { yaw, span, target, ..Camera::default() }));
    deqi.run_steps(2);
    markers(deqi).into_iter().map(|m| m.name).collect()
}

#[test]
fn coming_closer_only_adds_points_and_turning_changes_none() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::ShowPoints(Shown::All)]);
    let far = seen(&mut deqi, std::f32::consts::PI, 2.2);
    let middle: Vec<BTreeSet<String>> = (0..24).map(|i| seen(&mut deqi, i as f32 * 0.2618, 1.1)).collect();
    let near = seen(&mut deqi, std::f32::consts::PI, 0.3);
    let low_back = |name: &String| {
        let code = PointCode(name.split(' ').next().unwrap().to_owned());
        LIBRARY.catalog.point(&code).unwrap().low_back
    };
    assert!(far.iter().any(low_back), "the low back is there from afar");
    let all: BTreeSet<&String> = middle.iter().flatten().collect();
    // A point that turns away and comes back is shown again: each run of pictures that show it is long.
    for name in all {
        let here: Vec<bool> = middle.iter().map(|names| names.contains(name)).collect();
        let flips = (0..24).filter(|&i| here[i] != here[(i + 1) % 24]).count();
        assert!(flips <= 6, "{name} comes and goes {flips} times in one turn");
    }
    let on_both = |name: &&String| far.contains(*name);
    let gone: Vec<&String> = far.iter().filter(on_both).filter(|n| middle[12].contains(*n)).collect();
    assert!(!gone.is_empty() && near.len() > 10, "{} from afar, {} from near", far.len(), near.len());
}

#[test]
fn from_afar_markers_stand_apart() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::ShowPoints(Shown::Channel("LI".to_owned()))]);
    let few = seen(&mut deqi, 0.0, 2.3).len();
    let more = seen(&mut deqi, 0.0, 1.0).len();
    assert!(few > 2 && few < more, "{few} from afar, {more} from near");
}
