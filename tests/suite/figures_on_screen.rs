//! Every figure on screen is borne by a claim, and every claim by a source: what a visitor reads in a chapter is held
//! against `deqi export claims`, as a critic would do it.

use std::collections::BTreeSet;
use std::ffi::OsString;

use deqi::cli::{Outcome, run};
use deqi::model::Reading;
use deqi::sim::Clock;
use deqi::visit::{Action, Aside, NeedleAsk, ReadAsk, Screen};
use serde_json::Value;

use crate::support::{DESK, Deqi, LIBRARY, behind, go, open, panel, still, things};

/// What `deqi export claims` prints.
fn exported() -> Vec<Value> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["deqi", "export", "claims"].map(OsString::from);
    let outcome = run(args, &mut out, &mut err, |_| panic!("no window is wanted"));
    assert_eq!((outcome, String::from_utf8(err).unwrap().as_str()), (Outcome::Fine, ""));
    serde_json::from_slice(&out).unwrap()
}

/// The figures in a text, without commas. A digit in a name, such as that of a point, is none.
fn figures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "–—-−/()“”‘’…:;×%+<>=≤≥~±".contains(c))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let plain = word.replace(',', "");
        if plain.starts_with(|c: char| c.is_ascii_digit()) && plain.chars().all(|c| c.is_ascii_digit() || c == '.') {
            found.push(plain);
        }
    }
    found
}

/// All that stands in a value.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Number(number) => into.push(number.to_string()),
        Value::Array(all) => all.iter().for_each(|one| texts(one, into)),
        Value::Object(all) => all.values().for_each(|one| texts(one, into)),
        Value::Null | Value::Bool(_) => {}
    }
}

/// A figure that counts nothing: a year, the ends of a scale, the usual 95 of intervals.
fn is_free(figure: &str) -> bool {
    let year = figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    year || matches!(figure, "0" | "100" | "95")
}

fn read_on_screen(deqi: &mut Deqi, actions: &[Action]) -> BTreeSet<String> {
    go(deqi, actions);
    things(deqi).iter().flat_map(|thing| figures(&thing.name)).filter(|figure| !is_free(figure)).collect()
}

#[test]
fn every_figure_of_a_chapter_stands_in_the_export_with_a_source() {
    let claims = exported();
    let mut known = Vec::new();
    for claim in &claims {
        assert!(claim["sources"].as_array().is_some_and(|all| !all.is_empty()), "{} has no source", claim["id"]);
        texts(claim, &mut known);
    }
    let known: BTreeSet<String> = known.iter().flat_map(|text| figures(text)).collect();
    let mut deqi = open(DESK, still());
    let mut wrong = Vec::new();
    let mut look = |deqi: &mut Deqi, name: String, actions: &[Action]| {
        let strange: Vec<String> =
            read_on_screen(deqi, actions).into_iter().filter(|figure| !known.contains(figure)).collect();
        if !strange.is_empty() {
            wrong.push(format!("{name}: {strange:?}"));
        }
    };
    for one in &LIBRARY.catalog.evidence().panels {
        for reading in Reading::ALL {
            let at = [Action::Read(ReadAsk::At(reading)), panel(&one.id)];
            look(&mut deqi, format!("{} {reading:?}", one.id), &at);
        }
        for (i, chart) in one.charts.iter().enumerate() {
            let shown = Action::Read(ReadAsk::Picture(one.id.clone(), i));
            for aside in [Aside::HowToRead, Aside::Numbers] {
                look(&mut deqi, format!("{chart} {aside:?}"), &[panel(&one.id), shown.clone(), behind(chart, aside)]);
            }
        }
    }
    let course = [Action::Go(Screen::Endorphins), Action::Needle(NeedleAsk::Tell(Clock::Course))];
    look(&mut deqi, "the course of visits".to_owned(), &course);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_figure_that_no_claim_bears_would_be_found() {
    assert_eq!(figures("Of 1,162 people at BL23, 47.6 % (27.4–44.2)."), ["1162", "47.6", "27.4", "44.2"]);
    assert!(!is_free("48") && is_free("2007") && is_free("100"));
}
