//! What authors are told of broken claims, charts and panels, word for word; and that what is left out is named.

use deqi::content::{Embedded, Loaded, Memory, load, load_core};
use deqi::model::{ClaimId, Day, PointCode};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;

const CLAIM: &str = r#"(
        id: "told",
        kind: Benefit,
        text: (plain: "Of 100 people, 40 felt better after 6 weeks."),
        numbers: [(value: "40.2%", shown: "40", unit: "people", denominator: Of(100), arm: "needles", time: "6 weeks")],
        comparison: "usual care",
        certainty: Low,
        sources: ["mu2020"],
        checked_on: "2026-11-22",
        review_by: "2027-11-22",
    )"#;

const CHART: &str = r#"(
        id: "drawn",
        title: "Out of 100 people",
        caption: "100 people after 6 weeks.",
        read: "Each figure is one person.",
        means: "Better is what they told.",
        says: "Of 100 people, 40 felt better.",
        time: "6 weeks",
        drawing: People(of: 100, counted: "better", rest: "not better", arms: [
            (name: "Needles", group: Real, value: 40.2, exact: "40.2 %"),
        ]),
        claims: ["told"],
        sources: ["mu2020"],
    )"#;

const PANEL: &str = r#"(
        id: "mine",
        chapter: Benefits,
        chip: "Mine",
        title: "What we saw",
        main: "Of 100 people, 40 felt better.",
        summary: "Some people felt better after some weeks.",
        text: (plain: "Some people felt better."),
        charts: ["drawn"],
        sure: (certainty: Low, says: "We are not sure."),
        action: (says: "Ask us.", why: "We will tell you.", steps: ["Ask.", "Listen."]),
        claims: ["told"],
    )"#;

/// A pack of one claim, one chart and one panel, with something changed in one of them.
fn with(file: &str, from: &str, to: &str) -> Loaded {
    let entry = |name: &str, text: &str| {
        assert!(name != file || text.contains(from), "{from}");
        let text = if name == file { text.replacen(from, to, 1) } else { text.to_owned() };
        format!("[\n    {text},\n]")
    };
    let pack = Memory::default()
        .with("pack.ron", HEAD)
        .with("claims.ron", entry("claims.ron", CLAIM))
        .with("charts.ron", entry("charts.ron", CHART))
        .with("panels.ron", entry("panels.ron", PANEL));
    load(&[&Embedded, &pack])
}

fn told(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(ToString::to_string).collect()
}

fn has_claim(loaded: &Loaded) -> bool {
    loaded.catalog.evidence().claim(&ClaimId("told".to_owned())).is_some()
}

/// A fault of the claim: it falls, and what stands on it falls with it, each with its place.
#[track_caller]
fn claim_falls(from: &str, to: &str, expected: &str) {
    let loaded = with("claims.ron", from, to);
    let expected = [
        "charts.ron:13:18: error: there is no claim `told` (hint: add it to claims.ron)",
        expected,
        "panels.ron:10:18: error: there is no chart `drawn` (hint: add it to charts.ron)",
        "panels.ron:13:18: error: there is no claim `told` (hint: add it to claims.ron)",
    ];
    let told = told(&loaded);
    assert_eq!(told.len(), 4, "{told:#?}");
    for line in expected {
        assert!(told.iter().any(|said| said == line), "{line}\nis not said:\n{told:#?}");
    }
    assert!(!has_claim(&loaded) && loaded.catalog.evidence().panel("mine").is_none());
    let core = load_core().catalog;
    assert_eq!(loaded.catalog.evidence().panels.len(), core.evidence().panels.len(), "the core's panels stand");
}

#[test]
fn a_sound_pack_brings_its_claim_chart_and_panel() {
    let loaded = with("claims.ron", "Low", "Low");
    assert_eq!(told(&loaded), [""; 0]);
    let evidence = loaded.catalog.evidence();
    assert!(has_claim(&loaded));
    let panel = evidence.panel("mine").expect("the panel is there");
    assert_eq!(evidence.claims_of(panel).len(), 1);
    assert!(loaded.places.of("panels.ron", "mine").is_some());
}

#[test]
fn a_claim_falls_without_its_source() {
    claim_falls(
        "[\"mu2020\"]",
        "[\"mu2021\"]",
        "claims.ron:9:19: error: there is no source `mu2021` (hint: did you mean `mu2020`?)",
    );
    claim_falls(
        "[\"mu2020\"]",
        "[]",
        "claims.ron:9:9: error: `sources` names no source (hint: name at least one id from sources.ron, or leave the \
         statement out)",
    );
}

#[test]
fn a_claim_falls_if_a_number_counts_out_of_nothing() {
    claim_falls(
        "denominator: Of(100), ",
        "",
        "claims.ron:6:27: error: the number `40.2%` has no denominator (hint: add denominator: Of(100), or \
         NotApplicable for a price, a span of time and the like)",
    );
    claim_falls(
        "Of(100)",
        "NotApplicable",
        "claims.ron:6:27: error: the number `40.2%` counts people out of nothing (hint: write out of how many people, \
         such as Of(100))",
    );
    claim_falls(
        "Of(100)",
        "Of(0)",
        "claims.ron:6:27: error: the number `40.2%` is out of none (hint: write out of how many)",
    );
}

#[test]
fn a_claim_falls_if_it_promises_too_much() {
    claim_falls(
        "40 felt better",
        "40 were cured",
        "claims.ron:5:9: error: `text` says “cured”, which nothing here may say (hint: say what studies measured, such \
         as less pain)",
    );
    claim_falls(
        "40 felt better",
        "40 had no side effects",
        "claims.ron:5:9: error: `text` says “no side effects”, which nothing here may say (hint: say how many of 100 \
         people have one)",
    );
}

#[test]
fn days_are_days_and_in_order() {
    claim_falls(
        "2027-11-22",
        "2025-11-22",
        "claims.ron:11:9: error: `review_by` lies before `checked_on` (hint: write the day by which it should be \
         checked again)",
    );
    let loaded = with("claims.ron", "2027-11-22", "next year");
    let said = told(&loaded);
    assert!(said.iter().any(|line| line.contains("`next year` is not a day: write it as 2026-11-22")), "{said:#?}");
}

#[test]
fn a_claim_past_its_day_is_marked_and_never_hidden() {
    let loaded = with("claims.ron", "Low", "Low");
    let claim = loaded.catalog.evidence().claim(&ClaimId("told".to_owned())).expect("the claim is there");
    let day = |text| Day::read(text).expect("a day");
    for (today, overdue) in [("1970-01-01", false), ("2027-11-22", false), ("2027-11-23", true), ("9999-12-31", true)] {
        assert_eq!(claim.is_overdue(day(today)), overdue, "{today}");
    }
    // A clock that is wrong finds much to say and takes nothing away.
    let found = deqi::gate::check(&loaded.catalog, Some(day("2099-01-01")));
    let due = found.iter().filter(|finding| finding.what.contains("was due to be checked again")).count();
    assert_eq!(due, loaded.catalog.evidence().claims.len());
    assert!(found.iter().filter(|finding| finding.field == "review_by").all(|finding| !finding.hard));
}

#[test]
fn charts_hold_for_no_one_and_for_all() {
    for arms in [
        "(name: \"Needles\", group: Real, value: 0, exact: \"0 %\")",
        "(name: \"Needles\", group: Real, value: 100, exact: \"100 %\")",
        "(name: \"Needles\", group: Real)",
        "(name: \"Needles\", group: Real, value: 40, ci: (-3.7, 10.3), exact: \"40 %\")",
    ] {
        let loaded = with("charts.ron", "(name: \"Needles\", group: Real, value: 40.2, exact: \"40.2 %\")", arms);
        assert_eq!(told(&loaded), [""; 0], "{arms}");
    }
    for (from, to, what) in [
        (
            "value: 40.2, exact",
            "value: 140.2, exact",
            "charts.ron:11:20: error: `Needles` has a value that is not between 0 and 100 (hint: check the value and \
             `of`)",
        ),
        (
            "value: 40.2, exact: \"40.2 %\"",
            "value: 40.2",
            "charts.ron:11:20: error: `Needles` has no exact value (hint: add exact: \"47.6%\", as it was published)",
        ),
        (
            "\n            (name: \"Needles\", group: Real, value: 40.2, exact: \"40.2 %\"),\n        ",
            "",
            "charts.ron:10:9: error: there is nothing to draw (hint: name at least one group)",
        ),
    ] {
        let loaded = with("charts.ron", from, to);
        let said = told(&loaded);
        assert!(said.iter().any(|line| line == what), "{what}\nis not said:\n{said:#?}");
        assert!(has_claim(&loaded), "the claim itself stands");
    }
}

#[test]
fn a_study_stands_without_a_point_that_nobody_knows() {
    let study = r#"[(
        source: "mu2020", name: "Mine", design: Trial, made: "By chance.", size: "10 people", result: "None.",
        certainty: Low, plain: "It found nothing.", limits: "Small.", year: 2020, questions: [Pain],
        points: ["BL23", "BL99"], chosen: "one plan",
    )]"#;
    let loaded = load(&[&Embedded, &Memory::default().with("pack.ron", HEAD).with("studies.ron", study)]);
    assert_eq!(
        told(&loaded),
        ["studies.ron:4:26: warning: there is no point `BL99`, so this study does not name it (hint: add it to \
          points.ron, or take it out here)"]
    );
    let evidence = loaded.catalog.evidence();
    assert_eq!(evidence.study("mu2020").map(|study| study.name.as_str()), Some("Mine"), "it took the core's place");
    let named = loaded.catalog.studies_of(&PointCode("BL23".to_owned()));
    assert!(named.iter().any(|study| study.name == "Mine"));
}

#[test]
fn the_points_of_a_study_say_how_they_were_chosen() {
    let study = r#"[(
        source: "mu2020", name: "Mine", design: Trial, made: "By chance.", size: "10 people", result: "None.",
        certainty: Low, plain: "It found nothing.", limits: "Small.", year: 2020, questions: [Pain],
        points: ["BL23"],
    )]"#;
    let loaded = load(&[&Embedded, &Memory::default().with("pack.ron", HEAD).with("studies.ron", study)]);
    assert_eq!(
        told(&loaded),
        [
            "studies.ron:4:9: error: points and how they were chosen go together (hint: write both `points` and how they \
          were `chosen`, or neither)"
        ]
    );
}

#[test]
fn a_question_has_an_answer_and_a_wrong_one() {
    let question = r#"[(
        id: "mine", chapter: Safety, asks: "Is it so?", claims: ["side-effects"],
        choices: [(says: "Yes", right: true, why: "It is so."), (says: "No", right: true, why: "It is.")],
    )]"#;
    let loaded = load(&[&Embedded, &Memory::default().with("pack.ron", HEAD).with("questions.ron", question)]);
    assert_eq!(
        told(&loaded),
        ["questions.ron:3:9: error: this question cannot be answered (hint: give two to four answers, some right and \
          some not)"]
    );
}
