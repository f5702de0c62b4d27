//! What the packs tell of how needling works, and what an author is told who gets it wrong.

use std::collections::BTreeSet;

use deqi::content::{Embedded, Memory, load, load_core};
use deqi::model::{Grade, Mechanism, MechanismKind};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;

/// An entry as short as one may be.
const STEP: &str = r#"[
    (
        id: "warmth",
        kind: Step,
        name: "Warmth",
        grade: People,
        says: (plain: "It gets warm."),
        sources: ["hui2007"],
        found: [(whom: "Ten people", plain: "It got warm.", grade: People, sources: ["hui2007"])],
    ),
]"#;

fn check(from: &str, to: &str, expected: &[&str]) {
    assert!(STEP.contains(from), "{from}");
    let pack = Memory::default().with("pack.ron", HEAD).with("mechanisms.ron", STEP.replace(from, to));
    let loaded = load(&[&Embedded, &pack]);
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected);
    assert_eq!(loaded.catalog.mechanism("warmth").is_some(), expected.is_empty());
    assert_eq!(loaded.catalog.mechanisms_of(MechanismKind::Experiment).count(), 5, "the core does not stand");
}

#[test]
fn an_author_is_told_what_is_wrong_with_a_step() {
    check("hui2007", "hui2007", &[]);
    check(
        "        grade: People,\n",
        "",
        &["mechanisms.ron:4:9: error: this entry does not say how sure it is \
           (hint: write grade: People, Animals, Idea or Disputed)"],
    );
    check(
        "kind: Step",
        "kind: Unknown",
        &[
            "mechanisms.ron:6:9: error: what is not known cannot be graded (hint: leave the grade out, or make it a Step)",
        ],
    );
    check(
        r#"[(whom: "Ten people", plain: "It got warm.", grade: People, sources: ["hui2007"])]"#,
        "[]",
        &["mechanisms.ron:4:9: error: this entry names no study of what was found \
           (hint: add found: [(whom: …, plain: …, grade: …, sources: […])])"],
    );
    check(
        r#"grade: People, sources: ["hui2007"])"#,
        "grade: People, sources: [])",
        &["mechanisms.ron:9:9: error: `found` names no source \
           (hint: name at least one id from sources.ron, or leave the statement out)"],
    );
    check(
        r#"grade: People, sources: ["hui2007"])"#,
        r#"grade: People, sources: ["hui2008"])"#,
        &["mechanisms.ron:9:86: error: there is no source `hui2008` (hint: did you mean `hui2007`?)"],
    );
    check(
        "name: \"Warmth\",",
        &format!("name: \"Warmth\", short: \"{}\",", "warm ".repeat(25)),
        &["mechanisms.ron:5:25: error: `short` is too long to stand beside a picture \
           (hint: say it in at most 120 letters: the rest belongs into `says`)"],
    );
}

#[test]
fn a_step_that_names_no_finding_may_stand_ungraded() {
    let bare = STEP
        .replace("        grade: People,\n", "")
        .replace(r#"[(whom: "Ten people", plain: "It got warm.", grade: People, sources: ["hui2007"])]"#, "[]");
    let pack = Memory::default().with("pack.ron", HEAD).with("mechanisms.ron", bare.as_str());
    let loaded = load(&[&Embedded, &pack]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.catalog.mechanism("warmth").map(|step| step.grade), Some(None));
    // An experiment is never a mere setting: somebody did it.
    let pack =
        Memory::default().with("pack.ron", HEAD).with("mechanisms.ron", bare.replace("kind: Step", "kind: Experiment"));
    assert!(load(&[&Embedded, &pack]).catalog.mechanism("warmth").is_none());
}

#[test]
fn every_step_tells_what_speaks_for_it_and_what_does_not() {
    for step in load_core().catalog.mechanisms_of(MechanismKind::Step) {
        assert!(step.short.is_some(), "{} has nothing to stand beside its picture", step.id);
        assert!(step.says.more.is_some() && step.says.science.is_some(), "{} lacks a level", step.id);
        assert!(step.support().count() > 0, "nothing speaks for {}", step.id);
        assert!(step.doubts().count() > 0, "nothing limits {}", step.id);
    }
}

#[test]
fn what_rests_on_people_names_a_study_of_people() {
    let catalog = load_core().catalog;
    for mechanism in catalog.mechanisms() {
        if let Some(grade) = mechanism.grade.filter(|grade| [Grade::People, Grade::Animals].contains(grade)) {
            assert!(mechanism.support().any(|found| found.grade == grade), "{} is graded too well", mechanism.id);
        }
    }
}

#[test]
fn the_path_runs_from_the_needle_to_the_brain_and_what_is_claimed_beside_it_comes_last() {
    let catalog = load_core().catalog;
    let steps: Vec<&str> = catalog.mechanisms_of(MechanismKind::Step).map(|step| step.id.as_str()).collect();
    assert_eq!(
        steps,
        [
            "winding",
            "adenosine",
            "blood-flow",
            "deqi",
            "fibres",
            "gate",
            "ascending",
            "brake",
            "opioids",
            "comfort",
            "inflammation",
            "muscle"
        ]
    );
}

/// Who meets a step in the panel and again in the story reads one grade for it.
#[test]
fn a_step_of_a_story_wears_the_grade_of_the_step_whose_name_it_bears() {
    let catalog = load_core().catalog;
    let mut both = Vec::new();
    for story in catalog.stories() {
        for told in &story.steps {
            if let Some(step) = catalog.mechanism(&told.id).filter(|step| step.kind == MechanismKind::Step) {
                assert_eq!(told.grade, step.grade, "{} in the story {}", told.id, story.id);
                both.push(told.id.as_str());
            }
        }
    }
    assert_eq!(both, ["deqi", "winding", "adenosine", "fibres", "gate", "ascending", "brake"]);
}

#[test]
fn nothing_that_could_not_be_verified_is_told() {
    let catalog = load_core().catalog;
    let texts = |m: &Mechanism| {
        let found = m.found.iter().flat_map(|f| [Some(f.plain.clone()), f.more.clone()]);
        let said = m.says.each().map(|(_, text)| Some(text.to_owned()));
        said.chain(found).flatten().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    for mechanism in catalog.mechanisms() {
        let text = texts(mechanism);
        for word in ["half-life", "16 min", "24-fold", "cross-perfusion", " proven", " heals", " cure", " detox"] {
            assert!(!text.contains(word), "{} says “{word}”", mechanism.id);
        }
    }
}

#[test]
fn each_source_of_the_model_is_named_where_a_visitor_can_see_it() {
    let catalog = load_core().catalog;
    let named: BTreeSet<&str> =
        catalog.mechanisms().iter().flat_map(Mechanism::all_sources).map(|id| id.0.as_str()).collect();
    let manual = include_str!("../../docs/models/needling.md");
    for source in catalog.sources().iter().filter(|source| manual.contains(&format!("`{}`", source.id.0))) {
        let id = source.id.0.as_str();
        assert!(named.contains(id), "{id} bears the model and is named by no step");
    }
}
