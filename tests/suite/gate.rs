//! The gate for words: what ships passes it, and a leaflet of the old kind does not.

use std::ffi::OsString;

use deqi::cli::{Outcome, run};
use deqi::content::load_core;
use deqi::gate::scores::{cards, met, pack, panel, percent};
use deqi::gate::{self, HARDEST_GRADE, HARDEST_SMOG};
use deqi::model::{Catalog, Certainty, ClaimKind, Drawing, marked};
use serde_json::Value;

use crate::support::LIBRARY;

fn core() -> &'static Catalog {
    &LIBRARY.catalog
}

fn say(args: &[&str]) -> (String, Outcome) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("deqi").chain(args.iter().copied()).map(OsString::from);
    let outcome = run(args, &mut out, &mut err, |_| panic!("no window is wanted"));
    assert_eq!(String::from_utf8(err).unwrap(), "");
    (String::from_utf8(out).unwrap(), outcome)
}

#[test]
fn what_ships_passes_the_gate() {
    let found = gate::check(core(), None);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_plain_panel_is_easy_and_gets_its_marks() {
    let evidence = core().evidence();
    assert!(evidence.panels.len() >= 30);
    for one in &evidence.panels {
        let scores = panel(one, evidence);
        let plain = scores.counts[0];
        assert!(plain.grade() <= HARDEST_GRADE && plain.smog() <= HARDEST_SMOG, "{}: {plain:?}", one.id);
        assert!(percent(&scores.cci) >= 90.0, "{}: {:?}", one.id, scores.cci);
        assert!(percent(&scores.pemat) >= 95.0, "{}: {:?}", one.id, scores.pemat);
    }
    let all = pack(core());
    assert_eq!((met(&all.qualifying), met(&all.certifying), met(&all.probabilities)), ((6, 6), (6, 6), (8, 8)));
}

#[test]
fn marks_are_computed_and_not_claimed() {
    let evidence = core().evidence();
    let mut one = evidence.panel("low-risk").expect("it is there").clone();
    let before = percent(&panel(&one, evidence).pemat);
    one.summary = one.main.clone();
    one.action.says = "Patients should be informed.".to_owned();
    one.text.plain = "The aforementioned therapeutic intervention necessitates individualised consideration of \
                      contraindications, notwithstanding its comparatively favourable tolerability."
        .to_owned();
    let after = panel(&one, evidence);
    assert!(percent(&after.pemat) < before - 15.0, "{:?}", after.pemat);
    assert!(percent(&after.cci) < 90.0, "{:?}", after.cci);
}

#[test]
fn what_is_told_of_qi_of_needling_and_in_stories_passes_the_gate_too() {
    let hard = "Interoceptive neuromodulation necessitates individualised consideration of physiological variability.";
    let mut parts = core().clone().into_parts();
    parts.ideas[1].says.plain = "Qi cures the root cause.".to_owned();
    parts.mechanisms[0].says.plain = hard.to_owned();
    parts.mechanisms[0].found.clear();
    parts.mechanisms[1].found[0].plain = "It is proven.".to_owned();
    parts.stories[0].steps.truncate(1);
    parts.stories[0].steps[0].caption = format!("This is a miracle. {hard}");
    let found = gate::check(&Catalog::new(parts), None);
    let told: Vec<String> = found
        .iter()
        .filter(|one| one.hard)
        .map(|one| format!("{} {}: {}", one.file, one.field, one.what.split(" grade").next().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            "tradition.ron says: “cures” promises too much",
            "mechanisms.ron plain: the mechanism is for",
            "mechanisms.ron says: “proven” promises too much",
            "stories.ron says: “miracle” promises too much",
            "stories.ron plain: the story is for",
        ]
    );
}

/// A pack that says what such leaflets say.
const LEAFLET: [(&str, &str); 4] = [
    ("pack.ron", r#"(format: 1, id: "leaflet", title: "Leaflet", reviewed_on: "2026-11-22")"#),
    (
        "claims.ron",
        r#"[
    (
        id: "amazing",
        kind: Benefit,
        text: (plain: "Acupuncture reduces pain by 60 % more than conventional treatment."),
        numbers: [(value: "60%", shown: "60", unit: "people", denominator: Of(100), arm: "needles", time: "not applicable")],
        comparison: "not applicable",
        certainty: High,
        sources: ["mu2020"],
        checked_on: "2026-11-22",
        review_by: "2027-11-22",
    ),
    (
        id: "cure",
        kind: Benefit,
        text: (plain: "It is a proven cure."),
        comparison: "nothing",
        certainty: High,
        sources: ["mu2020"],
        checked_on: "2026-11-22",
        review_by: "2027-11-22",
    ),
]"#,
    ),
    (
        "charts.ron",
        r#"[
    (
        id: "proof",
        title: "Results",
        caption: "Our patients",
        read: "See above.",
        means: "Success.",
        says: "Most patients improved significantly.",
        time: "not applicable",
        drawing: People(of: 100, counted: "improved", rest: "others", arms: [(name: "Acupuncture", group: Real, value: 87, exact: "87 %")]),
        claims: ["amazing"],
        sources: ["mu2020"],
    ),
]"#,
    ),
    (
        "panels.ron",
        r#"[
    (
        id: "leaflet",
        chapter: Benefits,
        chip: "Benefits",
        title: "Benefits of acupuncture",
        main: "Acupuncture is a holistic therapeutic intervention that addresses the underlying degenerative imbalances responsible for chronic musculoskeletal discomfort in the lumbar region of the body.",
        summary: "",
        text: (plain: "Stimulation of the meridians is believed to be facilitated by sterile needles, and circulation is enhanced. About 1 in 10 patients are affected by mild reactions, while 9 of 1,000 and 87 of 100 individuals experience substantial, long-lasting amelioration of their symptomatology. Relax. Breathe. Feel good. Wear and tear is reduced."),
        charts: ["proof"],
        sure: (certainty: High, says: "Certain."),
        action: (says: "Patients should be referred.", why: "Efficacy.", steps: []),
        claims: ["amazing"],
    ),
]"#,
    ),
];

#[test]
fn a_leaflet_of_the_old_kind_fails_with_a_dozen_findings() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in LEAFLET {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let (out, outcome) = say(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(outcome, Outcome::Faulty);
    let found: Vec<&str> =
        out.lines().filter(|line| line.contains(": error: ") || line.contains(": warning: ")).collect();
    assert!(found.len() >= 12, "only {}:\n{out}", found.len());
    for line in &found {
        assert!(line.contains("(hint: "), "no remedy: {line}");
        assert!(line.split(':').nth(1).is_some_and(|n| n.parse::<u32>().is_ok()), "no place: {line}");
    }
    for expected in [
        "claims.ron:16:9: error: `text` says “cure”, which nothing here may say (hint: say what studies measured, such as less pain)",
        "claims.ron:2:5: error: `amazing`, numbers: the number 60% has no time (hint: say when it was counted, such as “6 months”)",
        "claims.ron:2:5: error: `amazing`, comparison: the number 60% is compared with nothing (hint: say compared with what)",
        "claims.ron:2:5: error: `amazing`, plain: “% more” says how much more, but not out of how many (hint: give both numbers, of 100 people each)",
        "claims.ron:2:5: error: `amazing`, plain: a percentage in a plain text (hint: write so many of 100)",
        "charts.ron:2:5: error: `proof`, says: `says` leaves out the value of “Acupuncture” (hint: say every number that is drawn)",
        "charts.ron:2:5: error: `proof`, drawing: only one group is shown (hint: show every group of the study)",
        "panels.ron:2:5: error: `leaflet`, main: the main message has 24 words (hint: say it in 20 words)",
        "panels.ron:2:5: error: `leaflet`, summary: there is no summary (hint: say in two sentences what it comes to)",
        "panels.ron:2:5: error: `leaflet`, action: there is nothing that a visitor can do (hint: name one action and its steps)",
        "panels.ron:2:5: error: `leaflet`, plain: “1 in 10” makes odds hard to compare (hint: write so many of 100 people)",
        "panels.ron:2:5: error: `leaflet`: numbers are out of 100 and 1000 (hint: count all out of the same number, or make two panels)",
        "panels.ron:2:5: error: `leaflet`, plain: “wear and tear” frightens (hint: say normal changes with age)",
        "panels.ron:2:5: warning: `leaflet`, plain: three sentences in a row are under 5 words: “Relax. Breathe. Feel good.” (hint: join two of them)",
    ] {
        assert!(found.contains(&expected), "{expected}\nis not said:\n{out}");
    }
    for part in [
        "the plain text is for grade",
        "a SMOG grade of",
        "is not explained",
        "do not say who acts",
        "no claim here bears",
    ] {
        assert!(out.contains(part), "{part}:\n{out}");
    }
}

#[test]
fn a_claim_past_its_day_is_named_if_a_day_is_given() {
    let (quiet, outcome) = say(&["check"]);
    assert_eq!((quiet.starts_with("0 errors, 0 warnings ("), outcome), (true, Outcome::Fine));
    let (out, outcome) = say(&["check", "--on", "2027-12-01"]);
    assert_eq!(outcome, Outcome::Fine, "it warns and breaks nothing");
    assert!(
        out.contains("warning: `better-than-usual`, review_by: this claim was due to be checked again by 2027-11-25")
    );
}

#[test]
fn scores_have_a_line_for_each_panel_and_leave_people_their_part() {
    let (out, outcome) = say(&["check", "--scores"]);
    assert_eq!(outcome, Outcome::Fine);
    for panel in &core().evidence().panels {
        assert!(out.lines().any(|line| line.starts_with(&format!("{} ", panel.id))), "{}", panel.id);
    }
    for line in
        ["IPDAS qualifying     6/6", "IPDAS certifying     6/6", "IPDAS probabilities  8/8", "for people to judge:"]
    {
        assert!(out.contains(line), "{line}:\n{out}");
    }
}

#[test]
fn every_card_and_page_is_easy_and_a_hard_one_is_named() {
    let all = cards(core());
    assert_eq!(all.len(), core().points().len());
    assert!(all[0].1.grade() <= HARDEST_GRADE, "{} is for grade {:.1}", all[0].0, all[0].1.grade());
    let (out, _) = say(&["check", "--scores"]);
    assert!(out.contains("cards                410 cards, 0 above grade 6 (0 of 100)"), "{out}");
    assert!(out.lines().any(|line| line.starts_with("hardest cards") && line.matches(", ").count() == 9), "{out}");

    let hard = "The thoracolumbar musculature superficially overlying the sacroiliac articulation necessitates \
                meticulous anatomical consideration preceding any instrumentation whatsoever.";
    let with = |text: &str| {
        let mut parts = core().clone().into_parts();
        let point = parts.points.iter_mut().find(|point| point.code.as_str() == "BL23").unwrap();
        point.trials = None;
        for said in point.statements_mut() {
            said.plain = text.to_owned();
        }
        let found = gate::check(&Catalog::new(parts), None);
        found.into_iter().filter(|one| one.entry == "BL23").collect::<Vec<_>>()
    };
    assert!(with("You can feel the bone here.").is_empty());
    let found = with(hard);
    let card = found.iter().find(|one| one.what.starts_with("the card is for grade")).expect("the card is named");
    assert!(card.hard && card.file == "points.ron" && card.field == "plain");
    assert!(found.iter().any(|one| !one.hard && one.what.contains("The thoracolumbar musculature")), "{found:#?}");
}

#[test]
fn claims_are_exported_with_all_that_a_critic_asks_for() {
    let (out, outcome) = say(&["export", "claims"]);
    assert_eq!(outcome, Outcome::Fine);
    let claims: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(claims.len(), core().evidence().claims.len());
    let (sources, _) = say(&["export", "sources"]);
    let sources: Vec<Value> = serde_json::from_str(&sources).unwrap();
    for claim in &claims {
        for field in ["id", "kind", "comparison", "certainty", "checked_on", "review_by"] {
            assert!(claim[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {claim}");
        }
        assert!(claim["text"]["plain"].is_string());
        for id in claim["sources"].as_array().unwrap() {
            assert!(sources.iter().any(|source| source["id"] == *id), "{id}");
        }
        if claim["kind"] == "tradition" {
            assert_eq!(claim["certainty"], "tradition");
        }
        for number in claim["numbers"].as_array().unwrap() {
            for field in ["value", "shown", "unit", "arm", "time"] {
                assert!(number[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {number}");
            }
            assert!(number["denominator"].is_number() || number["denominator"] == "not applicable", "{number}");
            assert!(number.get("ci").is_some());
        }
    }
    assert!(sources.iter().filter(|s| s["doi"].is_string() || s["pmid"].is_number()).count() >= 30);
}

#[test]
fn the_pictures_of_numbers_hold_the_published_values() {
    let evidence = core().evidence();
    let values = |id: &str| {
        let chart = evidence.chart(id).unwrap_or_else(|| panic!("{id} is missing"));
        match &chart.drawing {
            Drawing::People { arms, .. } | Drawing::Bars { arms, .. } => arms.iter().map(|arm| arm.value).collect(),
            Drawing::Curve { lines, .. } => lines.iter().map(|line| line.dots.last().map(|dot| dot.1)).collect(),
            Drawing::Ruler { marks, .. } => marks.iter().map(|mark| Some(mark.value)).collect(),
            Drawing::Gauges(gauges) => gauges.iter().map(|g| g.certainty.steps().map(|s| f32::from(s.1))).collect(),
        }
    };
    let all = |list: &[f32]| list.iter().copied().map(Some).collect::<Vec<_>>();
    for (id, expected) in [
        ("V1", all(&[47.6, 44.2, 27.4])),
        ("truth", vec![None, Some(27.4), Some(44.2), Some(47.6)]),
        ("V2", all(&[60.0, 39.0])),
        ("V2-year", all(&[59.0, 50.0])),
        ("V3", all(&[39.1, 43.8, 29.4])),
        ("V4", all(&[28.7, 23.6, 6.9])),
        ("V5", all(&[57.1, 46.84])),
        ("V6", all(&[12.1, 2.7])),
        ("V7", all(&[30.8, 14.9])),
        ("V8", all(&[90.0, 50.0])),
        ("V9", all(&[0.50, 0.48, 0.27, 0.17])),
        ("V10", all(&[9.31, 6.1, 1.7, 2.2])),
        ("V11", all(&[10.1, 0.87])),
        ("V12", all(&[2.0, 1.0, 1.0])),
    ] {
        let found: Vec<Option<f32>> = values(id);
        assert_eq!(found, expected, "{id}");
        assert!(evidence.panels.iter().any(|panel| panel.charts.iter().any(|chart| chart == id)), "{id} is nowhere");
    }
}

/// The statements of the old leaflet, by number, and the claims that say what is true instead.
const STATEMENTS: [(u8, &str); 17] = [
    (1, "began-in-china"),
    (2, "signals-and-blood-flow"),
    (3, "qi-as-told"),
    (4, "spot-little-difference"),
    (5, "endorphins"),
    (6, "inflammation-in-mice"),
    (7, "no-drug-in-needle"),
    (8, "side-effects-beside-drugs"),
    (9, "how-many-visits"),
    (10, "cause-not-mended"),
    (11, "posture-and-worry"),
    (12, "daily-life-small"),
    (13, "many-studies"),
    (14, "pain-after-course"),
    (15, "lasts-a-year"),
    (16, "some-stay-better"),
    (17, "advice-nice"),
];

#[test]
fn every_statement_of_the_old_leaflet_is_answered_on_a_panel() {
    let evidence = core().evidence();
    for (number, id) in STATEMENTS {
        let shown = evidence.panels.iter().any(|panel| panel.claims.iter().any(|claim| claim.0 == id));
        assert!(shown, "{number}: {id} stands on no panel");
    }
    let harm = evidence.claims.iter().filter(|claim| claim.kind == ClaimKind::Harm).count();
    assert!(harm >= 15, "only {harm} claims of harm");
    assert!(
        evidence.claims.iter().all(|claim| claim.certainty != Certainty::High),
        "nothing here is of high certainty"
    );
}

#[test]
fn safety_begins_with_warning_signs_and_every_marked_word_is_explained() {
    let evidence = core().evidence();
    let first = evidence.chapter(deqi::model::Chapter::Safety).next().expect("safety has panels");
    assert_eq!(first.id, "red-flags");
    let panel = evidence.panel("truth").expect("it is there");
    let words = marked(&panel.text.plain, &evidence.terms);
    assert!(words.iter().any(|(_, term)| term.term == "pretend needles"), "{words:?}");
    for panel in &evidence.panels {
        if let Some(to) = &panel.action.opens {
            assert!(evidence.panel(to).is_some() || core().page(to).is_some(), "{} opens {to}", panel.id);
        }
    }
}

#[test]
fn what_ships_names_no_problem_in_its_claims() {
    let told: Vec<String> = load_core().problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
