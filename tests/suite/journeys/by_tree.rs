//! With a screen reader, which knows the tree and nothing else.

use deqi::model::Side;
use deqi::store::settings::ThemeChoice;
use eframe::egui::accesskit::{Action, ActionData, Role};

use crate::support::{
    DESK, Deqi, Thing, act, called, control, english, go, headline, marker, open, screens, stage, still, things,
};

fn choose(deqi: &mut Deqi, name: &str) {
    let thing = control(deqi, name);
    act(deqi, &thing, Action::Click, None);
}

#[test]
fn a_point_on_the_body_is_opened() {
    let mut deqi = open(DESK, still());
    let point = marker(&deqi, "GV4", Side::Midline).unwrap();
    act(&mut deqi, &point, Action::Click, None);
    assert_eq!(headline(&deqi), english("GV4"));
    assert_eq!(marker(&deqi, "GV4", Side::Midline).unwrap().chosen, Some(true));
    assert!(stage(&deqi).name.contains(&called("GV4", Side::Midline)));
}

#[test]
fn the_whole_way_from_a_search_to_the_next_point() {
    let mut deqi = open(DESK, still());
    let field = things(&deqi).into_iter().find(|t| t.name == "Find a point" && t.role != Role::Button).unwrap();
    act(&mut deqi, &field, Action::Focus, None);
    act(&mut deqi, &field, Action::SetValue, Some(ActionData::Value("bl40".into())));
    let row = things(&deqi).into_iter().find(|t| t.is_control() && t.name.starts_with("BL40 ")).expect("BL40 is found");
    act(&mut deqi, &row, Action::Click, None);
    assert_eq!(headline(&deqi), english("BL40"));
    let next = things(&deqi).into_iter().find(|t| t.name.starts_with("Next point, ")).unwrap();
    act(&mut deqi, &next, Action::Click, None);
    assert_ne!(headline(&deqi), english("BL40"));
    choose(&mut deqi, "Close");
    choose(&mut deqi, "Home");
    assert_eq!(headline(&deqi), "Touch a point on the low back");
}

#[test]
fn settings_and_views_are_chosen() {
    let mut deqi = open(DESK, still());
    choose(&mut deqi, "Settings");
    choose(&mut deqi, "Dark");
    assert_eq!(deqi.state().settings().theme, ThemeChoice::Dark);
    choose(&mut deqi, "See from the front");
    assert!(stage(&deqi).name.contains("from the front"));
    choose(&mut deqi, "Warning signs");
    assert_ne!(headline(&deqi), "Settings");
    choose(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "Settings");
}

#[test]
fn no_two_controls_of_a_screen_have_the_same_name() {
    let mut deqi = open(DESK, still());
    let mut faults = Vec::new();
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        // Of a question with several answers the group says which question it is.
        let alone = |t: &Thing| t.is_control() && t.role != Role::RadioButton;
        let mut names: Vec<(String, bool)> =
            things(&deqi).into_iter().filter(alone).map(|t| (t.name, t.role == Role::TextInput)).collect();
        names.sort();
        let twice: Vec<&String> = names.windows(2).filter(|w| w[0] == w[1]).map(|w| &w[0].0).collect();
        if !twice.is_empty() {
            faults.push(format!("on {screen}: {twice:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
