//! Deqi in a language that nobody speaks: whatever shows plain came neither through Fluent nor from a pack.

use std::collections::BTreeSet;

use deqi::app::Start;
use deqi::i18n::{Tr, pseudo};
use deqi::library::Library;
use deqi::licences::licences;
use deqi::model::Catalog;
use deqi::visit::{Action, Level};

use crate::support::{DESK, Deqi, LIBRARY, go, open_with, screens, still, things, words};

/// What is the same in every language: codes, pinyin, Chinese characters, and what is no word at all.
fn same_everywhere(catalog: &Catalog) -> BTreeSet<String> {
    let texts = catalog
        .points()
        .iter()
        .flat_map(|p| [p.code.0.clone(), p.pinyin.clone(), p.hanzi.simplified.clone(), p.hanzi.traditional.clone()]);
    let channels = catalog
        .channels()
        .iter()
        .flat_map(|c| [c.id.clone(), c.pinyin.clone(), c.hanzi.simplified.clone(), c.hanzi.traditional.clone()]);
    let ideas = catalog
        .ideas()
        .iter()
        .flat_map(|idea| idea.pinyin.iter().chain(idea.hanzi.iter().map(|hanzi| &hanzi.simplified)).cloned());
    // A scroll writes them one below the other.
    let signs = catalog.ideas().iter().flat_map(|idea| idea.hanzi.iter().flat_map(|hanzi| hanzi.simplified.chars()));
    // The signs of the five phases; and what the visitor typed stays what they typed.
    let others = ["木", "火", "土", "金", "水", "knee", "Ibuprofen", "Drive"].map(str::to_owned);
    texts
        .chain(channels)
        .chain(ideas)
        .chain(signs.map(String::from))
        .chain(others)
        .flat_map(|text| split(&text))
        .collect()
}

/// What other people wrote stays as they wrote it: names of code, licences, and who shares under them.
fn by_others() -> BTreeSet<String> {
    let all = licences();
    let pieces = all.pieces.iter().flat_map(|piece| [piece.name, piece.version, piece.offers]);
    let words = all.licences.iter().flat_map(|licence| {
        std::iter::once(licence.name).chain(licence.text.iter().copied()).chain(licence.notices.iter().copied())
    });
    pieces.chain(words).flat_map(split).chain(('A'..='Z').map(String::from)).collect()
}

/// The words of a text, without numbers.
fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| w.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

/// What of a text stands outside all brackets of pseudo.
fn plain(text: &str) -> String {
    let mut depth = 0usize;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// Whether something inside the brackets is in plain English: a word was put into a message without going through
/// Fluent itself. Pseudo leaves few letters bare, so three in a row give a word away.
fn english_within(text: &str, same: &BTreeSet<String>) -> Vec<String> {
    let bare = |w: &String| w.chars().filter(|c| "acdeghijklnorstuwyz".contains(*c)).count() >= 2;
    split(text).into_iter().filter(|w| bare(w) && !same.contains(w)).collect()
}

fn faults(deqi: &Deqi, same: &BTreeSet<String>) -> BTreeSet<String> {
    let told = things(deqi).into_iter().map(|t| t.name);
    let painted = words(deqi).into_iter().map(|w| w.text);
    let mut faults = BTreeSet::new();
    for text in told.chain(painted) {
        let bare: Vec<String> = split(&plain(&text)).into_iter().filter(|w| !same.contains(w)).collect();
        if !bare.is_empty() {
            faults.insert(format!("{bare:?} in {text:?}"));
        } else if !english_within(&text, same).is_empty() {
            faults.insert(format!("{:?} within {text:?}", english_within(&text, same)));
        }
    }
    faults
}

fn open() -> Deqi {
    let library = Library::over(pseudo::catalog(&LIBRARY.catalog));
    open_with(DESK, Start { tr: Tr::pseudo(), ..Start::with(library, still()) })
}

#[test]
fn every_word_of_every_screen_can_be_translated() {
    let same = same_everywhere(&LIBRARY.catalog);
    let with_others = &same | &by_others();
    let mut deqi = open();
    let mut wrong = Vec::new();
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        let same = if ["licences", "a licence"].contains(&screen) { &with_others } else { &same };
        wrong.extend(faults(&deqi, same).into_iter().map(|fault| format!("{screen}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_of_every_card_can_be_translated() {
    let same = same_everywhere(&LIBRARY.catalog);
    let mut deqi = open();
    let mut wrong = BTreeSet::new();
    deqi.state_mut().ask(Action::Tell(Level::More));
    for point in LIBRARY.catalog.points() {
        deqi.state_mut().ask(Action::OpenPoint(point.code.clone()));
        deqi.run_steps(2);
        wrong.extend(faults(&deqi, &same));
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_test_sees_a_plain_word() {
    let same = same_everywhere(&LIBRARY.catalog);
    assert_eq!(split(&plain("BL23 Shènshū, [ĺéƒť], low back")), ["BL23", "Shènshū", "low", "back"]);
    assert!(same.contains("BL23") && same.contains("Shènshū") && !same.contains("low"));
    assert_eq!(english_within("[Śééñ from ťĥé íñšíđé]", &same), ["from"]);
}
