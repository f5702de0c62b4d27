//! Every figure on screen is borne by a claim, and every claim by a source: what a visitor reads in a chapter is held
//! against `deqi export claims`, as a critic would do it. A study, a myth and a question must find their figures in
//! claims that name a source of their own: that some claim somewhere holds the same figure proves nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use deqi::cli::{Outcome, run};
use deqi::describe::charts::scale;
use deqi::i18n::Tr;
use deqi::model::{Chapter, ClaimId, Reading, Scale, Study};
use deqi::sim::Clock;
use deqi::visit::{Action, Aside, NeedleAsk, ReadAsk, Screen, Topic};
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

/// A figure as it is compared: 16.0 in a table and 16 in a picture are one number.
fn bare(figure: &str) -> String {
    let bare = if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure };
    bare.to_owned()
}

/// The figures that claims bear which name one of these sources: in their text, their numbers, their comparison.
fn borne(claims: &[Value], sources: &[&str]) -> BTreeSet<String> {
    let names = |claim: &&Value| {
        let named = claim["sources"].as_array().into_iter().flatten().filter_map(Value::as_str);
        named.into_iter().any(|id| sources.contains(&id))
    };
    let mut said = Vec::new();
    for claim in claims.iter().filter(names) {
        for field in ["text", "numbers", "comparison"] {
            texts(&claim[field], &mut said);
        }
    }
    said.iter().flat_map(|text| figures(text)).map(|figure| bare(&figure)).collect()
}

/// The sources of some claims.
fn sources_of(claims: &[ClaimId]) -> Vec<&'static str> {
    let evidence = LIBRARY.catalog.evidence();
    let found = claims.iter().filter_map(|id| evidence.claim(id));
    found.flat_map(|claim| &claim.sources).map(|id| id.0.as_str()).collect()
}

/// The figures of a text that count something and that none of the known ones is.
fn strange(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    figures(text).into_iter().filter(|figure| !is_free(figure) && !known.contains(&bare(figure))).collect()
}

/// What is told, and how often each of it.
fn told(deqi: &mut Deqi, actions: &[Action]) -> BTreeMap<String, usize> {
    go(deqi, actions);
    let mut told = BTreeMap::new();
    for thing in things(deqi) {
        *told.entry(thing.name).or_default() += 1;
    }
    told
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

/// What is told of effects without the yardstick of deviations, which is a rule of thumb and no finding.
fn without_yardstick(text: &str) -> String {
    text.replace(&scale(&Tr::english(), Scale::Deviations), "")
}

#[test]
fn every_figure_of_a_study_stands_in_a_claim_that_names_it() {
    let (claims, catalog) = (exported(), &LIBRARY.catalog);
    let studies = &catalog.evidence().studies;
    let known = |study: &Study| borne(&claims, &[study.source.0.as_str()]);
    let browser = Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies));
    let mut deqi = open(DESK, still());
    let mut wrong = Vec::new();
    // The list and the plots over it: each row begins with the name of its study.
    let list = told(&mut deqi, std::slice::from_ref(&browser));
    let mut rows = 0;
    for text in list.keys() {
        let text = without_yardstick(text);
        let owner = studies.iter().filter(|study| text.starts_with(&study.name)).max_by_key(|study| study.name.len());
        rows += usize::from(owner.is_some());
        // Besides, the list counts itself, and names the scales that its plots are in.
        let scales = studies.iter().flat_map(|study| &study.effects).map(|effect| scale(&Tr::english(), effect.scale));
        let own = owner.map_or_else(
            || scales.flat_map(|scale| figures(&scale)).chain([studies.len().to_string()]).collect(),
            known,
        );
        let strange = strange(&text, &own);
        if !strange.is_empty() {
            wrong.push(format!("the list: {strange:?} in “{text}”"));
        }
    }
    assert!(rows >= studies.len() + studies.iter().map(|study| study.effects.len()).sum::<usize>(), "only {rows} rows");
    // Each card: what stands there and did not stand in the list alone.
    for study in studies {
        let card = told(&mut deqi, &[browser.clone(), Action::Read(ReadAsk::Study(Some(study.source.clone())))]);
        let own = known(study);
        let source = catalog.source(&study.source).expect("a study is a source");
        let citation = format!("{}. {}", source.short, source.citation);
        assert!(card.contains_key(&citation), "{} shows no citation", study.source.0);
        let new = card.iter().filter(|(text, times)| list.get(*text).is_none_or(|before| before < times));
        for (text, _) in new.filter(|(text, _)| **text != citation) {
            let strange = strange(&without_yardstick(text), &own);
            if !strange.is_empty() {
                wrong.push(format!("{}: {strange:?} in “{text}”", study.source.0));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_figure_of_a_myth_and_a_question_stands_in_a_claim_of_its_sources() {
    let (claims, evidence) = (exported(), LIBRARY.catalog.evidence());
    let mut deqi = open(DESK, still());
    let mut wrong = Vec::new();
    let mut hold = |place: &str, text: &str, ids: &[ClaimId]| {
        let strange = strange(text, &borne(&claims, &sources_of(ids)));
        if !strange.is_empty() {
            wrong.push(format!("{place}: {strange:?} in “{text}”"));
        }
    };
    for myth in &evidence.myths {
        for reading in Reading::ALL {
            let at = [Action::Read(ReadAsk::At(reading)), Action::Read(ReadAsk::Open(myth.chapter, Topic::Myths))];
            let answer = format!("{}. {}", myth.verdict, myth.answer.at(reading));
            assert!(told(&mut deqi, &at).contains_key(&answer), "{} at {reading:?} is not answered", myth.id);
            hold(&myth.id, &answer, &myth.claims);
        }
    }
    for question in &evidence.questions {
        hold(&question.id, &question.asks, &question.claims);
        for (i, choice) in question.choices.iter().enumerate() {
            let ask = [ReadAsk::Open(question.chapter, Topic::Questions), ReadAsk::Answer(question.id.clone(), i)];
            let shown = told(&mut deqi, &ask.map(Action::Read));
            assert!(shown.keys().any(|text| text.ends_with(&choice.why)), "{}, {i}: no reason is given", question.id);
            hold(&question.id, &choice.why, &question.claims);
            // A wrong answer may hold a figure that nobody found: that is why it is wrong.
            if choice.right {
                hold(&question.id, &choice.says, &question.claims);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_figure_that_no_claim_bears_would_be_found() {
    assert_eq!(figures("Of 1,162 people at BL23, 47.6 % (27.4–44.2)."), ["1162", "47.6", "27.4", "44.2"]);
    assert!(!is_free("48") && is_free("2007") && is_free("100"));
    assert_eq!(["16.0", "16", "100", "0.20"].map(bare), ["16", "16", "100", "0.2"]);
    // GERAC counted 48 of 100; a claim on side effects that also holds a 48 would not bear that.
    let of = |source| strange("48 of 100", &borne(&exported(), &[source]));
    assert_eq!((of("haake2007"), of("baumler2021")), (vec![], vec!["48".to_owned()]));
}
