//! What becomes of a pack on the body: markers, names and lists are those of the pack as it was read last, and what keeps
//! a point or a figure from being shown is told to whoever writes the pack.

use std::path::Path;

use deqi::app::Start;
use deqi::content::{Folder, Memory, PackSource};
use deqi::library::Library;
use deqi::mode::Mode;
use deqi::model::FigureId;
use deqi::store::settings::Settings;
use deqi::visit::{Action, Grouping, Sheet};
use eframe::egui::accesskit::Role;

use crate::support::{DESK, Deqi, Thing, click, go, headline, open_with, stage, still, things, until};

/// Points beside the low back by their numbers, each with the walk that leads to it.
type Points<'a> = &'a [(u8, &'a str)];

const FIRST: (u8, &str) = (1, r#"At("L1_lower"), Out(4.5, "back_width")"#);
const SECOND: (u8, &str) = (2, r#"At("L3_lower"), Out(4.5, "back_width")"#);
const THIRD: (u8, &str) = (3, r#"At("L5_lower"), Out(4.5, "back_width")"#);

/// The files of a pack with these points.
fn files(points: Points<'_>) -> [(&'static str, String); 3] {
    let point = |(number, _): &(u8, &str)| {
        format!(
            "(code: \"EX-MY{number}\", channel: \"EX\", number: {number}, pinyin: \"Lìzi\", hanzi: (simplified: \"例子\", \
             traditional: \"例子\"), english: \"Example {number}\", region: \"low back\", layout: Paired, low_back: true)"
        )
    };
    let rule = |(number, walk): &(u8, &str)| {
        format!("(code: \"EX-MY{number}\", sites: [[{walk}]], says: \"Beside the spine.\", sources: [\"who2008\"])")
    };
    let list = |entries: Vec<String>| format!("[{}]", entries.join(",\n"));
    let head = "(format: 1, id: \"own\", title: \"Own\", version: \"1\", reviewed_on: \"2026-11-22\", language: \"en\", \
                licence: \"CC-BY-4.0\")";
    [
        ("pack.ron", head.to_owned()),
        ("points.ron", list(points.iter().map(point).collect())),
        ("rules.ron", list(points.iter().map(rule).collect())),
    ]
}

fn save(folder: &Path, points: Points<'_>) {
    for (name, text) in files(points) {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

fn memory(points: Points<'_>) -> Memory {
    files(points).into_iter().fold(Memory::default(), |pack, (name, text)| pack.with(name, text))
}

fn open(mode: Mode, pack: impl PackSource + 'static) -> Deqi {
    // Of the three, the man's back lets the fewest rules lead into it.
    let settings = Settings { figure: FigureId::Man, ..still() };
    open_with(DESK, Start { mode, ..Start::with(Library::read(vec![Box::new(pack)]), settings) })
}

/// The marker of a point of the pack on the left, where it can be seen.
fn marker(deqi: &Deqi, number: u8) -> Option<Thing> {
    let name = format!("EX-MY{number} Lìzi, left side");
    things(deqi).into_iter().find(|t| t.role == Role::Button && !t.focusable && t.name.starts_with(&name))
}

/// The heading that a point of the pack stands under in the list.
fn listed_under(deqi: &Deqi, number: u8) -> Option<String> {
    let mut heading = None;
    for thing in things(deqi) {
        if thing.role == Role::Heading {
            heading = Some(thing.name);
        } else if thing.focusable && thing.name.contains(&format!("EX-MY{number}")) {
            return heading;
        }
    }
    None
}

/// What the strip says, line by line.
fn strip(deqi: &Deqi) -> Vec<String> {
    things(deqi).into_iter().map(|t| t.name).filter(|name| name.contains(": error: ")).collect()
}

#[cfg(all(unix, feature = "desktop"))]
#[test]
fn a_point_that_is_saved_comes_between_the_others_and_each_is_still_touched_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &[FIRST, THIRD]);
    let mut deqi = open(Mode::Home, Folder::open(folder.path()).unwrap());
    let before = marker(&deqi, 3).expect("the third is in sight").rect.center();
    assert!(marker(&deqi, 2).is_none());

    save(folder.path(), &[FIRST, SECOND, THIRD]);
    until(&mut deqi, |deqi| marker(deqi, 2).is_some());
    let after = marker(&deqi, 3).expect("the third is in sight").rect.center();
    assert!(before.distance(after) < 0.1, "its marker went from {before} to {after}");
    for number in [2, 3] {
        let at = marker(&deqi, number).unwrap().rect.center();
        click(&mut deqi, at);
        assert_eq!(headline(&deqi), format!("Example {number}"));
    }
}

#[cfg(all(unix, feature = "desktop"))]
#[test]
fn a_point_that_is_saved_elsewhere_is_listed_where_it_lies_now() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &[FIRST, SECOND]);
    let mut deqi = open(Mode::Home, Folder::open(folder.path()).unwrap());
    go(&mut deqi, &[Action::Open(Sheet::Find), Action::Group(Grouping::Part)]);
    let before = listed_under(&deqi, 2).expect("it is listed");
    assert_eq!(listed_under(&deqi, 1).as_ref(), Some(&before));

    save(folder.path(), &[FIRST, (2, r#"At("knee_crease")"#)]);
    until(&mut deqi, |deqi| listed_under(deqi, 2).is_some_and(|now| now != before));
    assert_eq!(listed_under(&deqi, 1), Some(before));
}

#[test]
fn a_rule_that_leads_off_the_body_is_told_and_no_visitor_hears_of_it() {
    let astray = (2, r#"At("L3_lower"), Go(Front, 5, "back_width")"#);
    let told = "rules.ron: error: on the figure `man`, EX-MY2, walk 1, step 2: ";
    let mut deqi = open(Mode::Practice, memory(&[FIRST, astray]));
    assert!(marker(&deqi, 1).is_some() && marker(&deqi, 2).is_none());
    assert_eq!(strip(&deqi).iter().filter(|line| line.starts_with(told)).count(), 1, "{:?}", strip(&deqi));
    // What is known is told once, however often the figure is read.
    deqi.state_mut().load_now();
    deqi.run();
    assert_eq!(strip(&deqi).len(), 1);
    let visitor = open(Mode::Kiosk, memory(&[FIRST, astray]));
    assert_eq!(strip(&visitor), [""; 0]);
}

#[test]
fn a_figure_of_its_own_that_is_damaged_is_told_and_the_built_in_one_is_shown() {
    let deqi = open(Mode::Practice, memory(&[FIRST]).with("figures/man.body", "no body"));
    stage(&deqi);
    let said = strip(&deqi);
    assert!(said.len() == 1 && said[0].starts_with("figures/man.body: error: "), "{said:?}");
    let visitor = open(Mode::Kiosk, memory(&[FIRST]).with("figures/man.body", "no body"));
    stage(&visitor);
    assert_eq!(strip(&visitor), [""; 0]);
}
