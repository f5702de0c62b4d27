//! The gate on studies, and on numbers that tell no time: what a pack is told, word for word.

use deqi::gate;
use deqi::model::{Catalog, CatalogParts, SourceId};

use crate::support::LIBRARY;

/// What the gate finds once the built-in pack is spoiled like this.
fn spoiled(spoil: impl FnOnce(&mut CatalogParts)) -> Vec<String> {
    let mut parts = Catalog::clone(&LIBRARY.catalog).into_parts();
    spoil(&mut parts);
    let line = |one: gate::Finding| {
        let kind = if one.hard { "error" } else { "warning" };
        format!("{}: {kind}: `{}`, {}: {} (hint: {})", one.file, one.entry, one.field, one.what, one.remedy)
    };
    gate::check(&Catalog::new(parts), None).into_iter().map(line).collect()
}

/// What is found if one study is spoiled.
fn study(id: &str, spoil: impl FnOnce(&mut deqi::model::Study)) -> Vec<String> {
    spoiled(|parts| {
        let found = parts.evidence.studies.iter_mut().find(|study| study.source.0 == id);
        spoil(found.expect("it is there"));
    })
}

#[test]
fn the_words_of_a_study_are_those_of_a_panel() {
    let found = study("lin2024", |study| study.result = "Improvement in 1.11 times as many people.".to_owned());
    let line = "studies.ron: error: `lin2024`, result: “times as” says how much more, but not out of how many \
                (hint: give both numbers, of 100 people each)";
    assert_eq!(found, [line]);
    let found = study("cashin2025", |study| study.result = "About 1 in 10 treatments beat placebo.".to_owned());
    let line = "studies.ron: error: `cashin2025`, result: “1 in 10” makes odds hard to compare \
                (hint: write so many of 100 people)";
    assert_eq!(found, [line]);
    let found = study("gao2025", |study| study.plain = "It is a miracle.".to_owned());
    let line = "studies.ron: error: `gao2025`, plain: “miracle” promises too much \
                (hint: say how many of 100 people felt better)";
    assert_eq!(found, [line]);
    let found = study("gao2025", |study| study.limits = "The SMD is unknown.".to_owned());
    let line = "studies.ron: error: `gao2025`, limits: “SMD” is not explained \
                (hint: add it to glossary.ron, or say what it is)";
    assert_eq!(found, [line]);
    let hard = "It evaluates acupuncture comparatively.".to_owned();
    let found = study("gao2025", |study| study.plain = hard);
    assert!(found.len() == 1 && found[0].contains("`gao2025`, plain: the line is for grade"), "{found:?}");
}

#[test]
fn the_figures_of_a_study_stand_in_claims_that_name_it() {
    // 47.6 stands in claims on another trial: that bears nothing here.
    let found = study("gao2025", |study| study.result = "Better: 47.6 %.".to_owned());
    let line = "studies.ron: error: `gao2025`, result: no claim here bears the figure 47.6 \
                (hint: add the claim that does, or take it out)";
    assert_eq!(found, [line]);
    let found = study("witt2006", |study| study.effects[0].ci = Some((8.2, 10.5)));
    let line = "studies.ron: error: `witt2006`, effects: no claim that names this study bears the figure 8.2 \
                (hint: add it to a claim with its interval, time and comparison, or take it out)";
    assert_eq!(found, [line]);
    let found = spoiled(|parts| {
        let gone = SourceId("gao2025".to_owned());
        parts.evidence.claims.retain(|claim| !claim.sources.contains(&gone));
    });
    let line = "studies.ron: error: `gao2025`, source: no claim names this study \
                (hint: add a claim that says what it found, or take it out)";
    assert_eq!(found, [line]);
}

#[test]
fn a_number_of_a_panel_tells_its_time() {
    let with = |main: &str, plain: &str| {
        let found = spoiled(|parts| {
            let panel = parts.evidence.panels.iter_mut().find(|panel| panel.id == "less-pain");
            let panel = panel.expect("it is there");
            panel.main = main.to_owned();
            panel.text.plain = plain.to_owned();
        });
        found.into_iter().filter(|line| line.contains("without a time")).collect::<Vec<_>>()
    };
    let (timed, timeless) = ("After 6 months, 48 of 100 people were better.", "48 of 100 people were better.");
    let line = |field: &str| {
        format!(
            "panels.ron: error: `less-pain`, {field}: a number of 100 stands without a time \
             (hint: say when, such as “after 6 months”, here or in the main message)"
        )
    };
    assert!(with(timed, timeless).is_empty(), "the main message tells the time of all");
    assert!(with("Needles may help.", timed).is_empty());
    assert_eq!(with("Needles may help.", timeless), [line("plain")]);
    assert_eq!(with(timeless, "It may help."), [line("main")]);
    assert_eq!(with("Needles may help.", &format!("{timed}\n{timeless}")), [line("plain")]);
}
