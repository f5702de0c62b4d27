//! A plan as a file: written by one, read by another, broken on the way.

use std::sync::LazyLock;

use deqi::content::{load_core, plan::read};
use deqi::model::{Catalog, FigureId, PointCode};
use deqi::plan::{Drawing, How, Mark, Plan, Sides, Skin, Spot, Stamp, Step};
use proptest::prelude::*;

static CORE: LazyLock<Catalog> = LazyLock::new(|| load_core().catalog);

const FILE: &str = r#"(
    format: 1,
    name: "Monday",
    note: "",
    steps: [
        (point: "BL23", sides: Both, how: Needle, note: "near the waist"),
        (point: "GV3", sides: Midline),
    ],
    spotlight: None,
    drawings: [
        (on: neutral, mark: Stamp(Pain, (at: (0.0, 1.0, -0.1), out: (0.0, 0.0, -1.0)))),
    ],
)
"#;

/// What reading a file says, and how many steps and drawings are left.
fn said(text: &str) -> (Vec<String>, Option<(usize, usize)>) {
    let read = read("monday.ron", text.as_bytes(), &CORE);
    let problems = read.problems.iter().map(ToString::to_string).collect();
    (problems, read.plan.map(|plan| (plan.steps.len(), plan.drawings.len())))
}

#[test]
fn a_sound_file_says_nothing() {
    assert_eq!(said(FILE), (Vec::new(), Some((2, 1))));
}

#[test]
fn the_example_in_the_manual_is_sound() {
    let manual = include_str!("../../../docs/plan-file.md");
    let example = manual.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(said(example), (Vec::new(), Some((3, 1))));
}

#[test]
fn what_is_written_is_read_back() {
    let middle = Skin { at: [0.01, 1.02, -0.123_456], out: [0.0, 0.0, -1.0] };
    let plan = Plan {
        name: "“Ümläut” \\ \"quoted\"".to_owned(),
        note: "two\nlines".to_owned(),
        steps: vec![Step {
            number: Some(3),
            how: How::Electro,
            note: "n".to_owned(),
            ..Step::new(PointCode("EX-B2".to_owned()), Sides::Left)
        }],
        drawings: vec![
            Drawing { on: FigureId::Woman, mark: Mark::Stamp(Stamp::Arrow, middle) },
            Drawing { on: FigureId::Man, mark: Mark::Stroke(deqi::plan::Ink::Body, vec![middle; 3]) },
        ],
        spotlight: Some(Spot { on: FigureId::Neutral, middle, reach: 0.1 }),
    };
    let text = plan.to_ron().unwrap();
    let read = read("x.ron", text.as_bytes(), &CORE);
    assert_eq!(read.problems, []);
    assert_eq!(read.plan, Some(plan));
}

#[test]
fn what_is_broken_is_named_and_the_rest_is_kept() {
    for (from, to, message, left) in [
        (
            "\"BL23\"",
            "\"BL233\"",
            "monday.ron:6:9: error: there is no point `BL233` (hint: did you mean `BL23`?)",
            (1, 1),
        ),
        (
            "sides: Midline",
            "sides: Left",
            "monday.ron:7:9: error: `GV3` does not lie on the side `Left` (hint: write one of [Midline])",
            (1, 1),
        ),
        (
            "how: Needle",
            "how: Nedle",
            "monday.ron:6:43: error: `Nedle` is not known (in `how`) (hint: did you mean `Needle`?)",
            (1, 1),
        ),
        (
            "at: (0.0, 1.0",
            "at: (0.0, 99.0",
            "monday.ron:11:9: error: this drawing lies nowhere on a body (hint: draw it anew in Deqi)",
            (2, 0),
        ),
        (
            "note: \"\"",
            "nte: \"\"",
            "monday.ron:4:10: error: there is no field `nte` (hint: did you mean `note`?)",
            (2, 1),
        ),
        (
            "note: \"\"",
            "note: \"a\u{202e}b\"",
            "monday.ron:4:11: error: this text holds the invisible character U+202E \
             (hint: delete it: it can turn the words around it)",
            (2, 1),
        ),
    ] {
        assert_eq!(said(&FILE.replace(from, to)), (vec![message.to_owned()], Some(left)), "{to}");
    }
}

#[test]
fn what_is_no_plan_is_refused_with_the_reason() {
    for (text, message) in [
        ("", "monday.ron:1:1: error: there is nothing in this file (hint: a file holds one list: [ entry, entry ])"),
        (
            "[]",
            "monday.ron: error: this is not a plan (hint: choose a file that Deqi saved: it begins with (format: 1)",
        ),
        (
            "(format: 2)",
            "monday.ron:1:2: error: format 2 is not known to this Deqi, which reads format 1 \
             (hint: update Deqi, or save the plan again)",
        ),
        (
            "(name: \"x\")",
            "monday.ron: error: this is not a plan (hint: choose a file that Deqi saved: it begins with (format: 1)",
        ),
    ] {
        assert_eq!(said(text), (vec![message.to_owned()], None), "{text}");
    }
    let read = read("monday.ron", b"PK\x03\x04\xff\xfe", &CORE);
    assert_eq!(read.plan, None);
    assert_eq!(read.problems[0].what, "this is not UTF-8 text");
}

#[test]
fn many_faults_are_counted_and_not_told_one_by_one() {
    let bad = "(point: \"XX1\", sides: Both), ".repeat(38);
    let (problems, left) = said(&FILE.replace("steps: [", &format!("steps: [{bad}")));
    assert_eq!(problems.len(), 21);
    assert_eq!(problems[20], "monday.ron: error: and 18 more were left out");
    assert_eq!(left, Some((2, 1)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_is_too_strange(at in 0usize..400, junk in "[\\PC\n]{0,12}", cut in 0usize..400) {
        let mut text: Vec<char> = FILE.chars().collect();
        let at = at.min(text.len());
        text.splice(at..at, junk.chars());
        text.truncate(text.len().saturating_sub(cut));
        let text: String = text.into_iter().collect();
        let read = read("x.ron", text.as_bytes(), &CORE);
        prop_assert!(read.plan.is_some() || !read.problems.is_empty(), "refusing in silence helps nobody");
    }
}
