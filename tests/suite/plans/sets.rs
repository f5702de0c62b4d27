//! Teaching examples: points that a study names, marked as what they are.

use deqi::content::{Embedded, Memory, load, load_core};
use deqi::plan::{Plan, Sides};

const HEAD: &str = "(format: 1, id: \"t\", title: \"T\", reviewed_on: \"2026-11-25\")";
const SET: &str = r#"[
    (
        id: "mine",
        name: "Mine",
        about: "A teaching example.",
        points: [(code: "GV3", sides: Midline), (code: "BL23", sides: Left)],
        sources: ["lee2012"],
    ),
]"#;

fn problems(from: &str, to: &str) -> Vec<String> {
    let pack = Memory::default().with("pack.ron", HEAD).with("teaching.ron", SET.replace(from, to));
    load(&[&Embedded, &pack]).problems.iter().map(ToString::to_string).collect()
}

#[test]
fn an_author_is_told_what_is_wrong_with_an_example() {
    assert_eq!(problems("", ""), [""; 0]);
    for (from, to, message) in [
        ("BL23", "BL23x", "teaching.ron:6:56: error: there is no point `BL23x` (hint: did you mean `BL23`?)"),
        (
            "Midline",
            "Both",
            "teaching.ron:6:25: error: `GV3` does not lie on the side `Both` (hint: write one of [Midline])",
        ),
        (
            "lee2012",
            "lee2013x",
            "teaching.ron:7:19: error: there is no source `lee2013x` (hint: did you mean `lee2013`?)",
        ),
        (
            "\"lee2012\"",
            "",
            "teaching.ron:5:9: error: `about` names no source \
             (hint: name at least one id from sources.ron, or leave the statement out)",
        ),
        (
            "(code: \"BL23\", sides: Left)",
            "(code: \"GV3\", sides: Midline)",
            "teaching.ron:6:25: error: the point `GV3` is given twice in this example \
             (hint: keep one, with `sides: Both` for both sides)",
        ),
    ] {
        assert_eq!(problems(from, to), [message], "{to}");
    }
}

#[test]
fn the_examples_that_ship_say_that_they_are_no_advice() {
    let catalog = load_core().catalog;
    let ids: Vec<&str> = catalog.teaching().iter().map(|set| set.id.as_str()).collect();
    assert_eq!(ids, ["central", "one-sided", "leg"]);
    for set in catalog.teaching() {
        assert!(set.about.starts_with("A teaching example, not advice. "), "{}", set.about);
        assert_eq!(Plan::from_set(set, &catalog).steps.len(), set.points.len());
    }
}

#[test]
fn an_example_uses_points_that_its_trial_names() {
    let catalog = load_core().catalog;
    let studies = &catalog.evidence().studies;
    for (set, trial) in [("central", "cherkin2009"), ("one-sided", "cho2013")] {
        let set = catalog.teaching_set(set).unwrap();
        let study = studies.iter().find(|study| study.source.0 == trial).unwrap();
        let others: Vec<_> = set.points.iter().map(|p| &p.code).filter(|code| !study.points.contains(code)).collect();
        assert!(others.is_empty(), "{trial} does not name {others:?}");
    }
}

#[test]
fn a_one_sided_example_stays_on_one_side() {
    let catalog = load_core().catalog;
    for id in ["one-sided", "leg"] {
        assert!(catalog.teaching_set(id).unwrap().points.iter().all(|point| point.sides == Sides::Left));
    }
}
