//! Visitors find points by whatever they type.

use std::sync::LazyLock;

use deqi::content::load_core;
use deqi::model::{Catalog, Point, PointCode};
use deqi::search::{Index, Matched};
use proptest::prelude::*;

/// The core pack, read once.
static CORE: LazyLock<Catalog> = LazyLock::new(|| load_core().catalog);

fn codes(query: &str) -> Vec<String> {
    let index = Index::new(&CORE);
    index.find(query, 8).into_iter().map(|hit| hit.code.0).collect()
}

#[test]
fn every_spelling_finds_its_point_first() {
    for (query, code) in [
        ("bl23", "BL23"),
        ("BL 23", "BL23"),
        ("UB 23", "BL23"),
        ("bl-23", "BL23"),
        ("bladder 23", "BL23"),
        ("urinary bladder 23", "BL23"),
        ("shenshu", "BL23"),
        ("shen shu", "BL23"),
        ("shènshū", "BL23"),
        ("Shènshū", "BL23"),
        ("肾俞", "BL23"),
        ("腎俞", "BL23"),
        ("behind the knee", "BL40"),
        ("back of knee", "BL40"),
        ("P6", "PC6"),
        ("SJ5", "TE5"),
        ("th 5", "TE5"),
        ("du 4", "GV4"),
        ("s36", "ST36"),
        ("ex b2", "EX-B2"),
        ("jiaji", "EX-B2"),
        ("shenshuu", "BL23"),
    ] {
        assert_eq!(codes(query).first().map(String::as_str), Some(code), "{query}: {:?}", codes(query));
    }
}

#[test]
fn complaints_and_parts_of_the_body_find_points_that_name_them() {
    for query in ["kidney", "sciatica", "sciatcia", "buttock", "calf", "low back", "ankle", "Bladder channel"] {
        assert!(!codes(query).is_empty(), "{query}");
    }
    assert_eq!(codes("sciatica"), codes("sciatcia"));
    assert!(codes("kidney").contains(&"BL23".to_owned()), "{:?}", codes("kidney"));
}

#[test]
fn a_code_half_typed_lists_in_order_with_the_exact_one_first() {
    assert_eq!(codes("bl2")[..3], ["BL2", "BL20", "BL21"]);
    assert_eq!(codes("bl23")[0], "BL23");
    assert_eq!(codes("ub")[..2], ["BL1", "BL2"]);
}

#[test]
fn nothing_and_nonsense_find_nothing() {
    for query in ["", "   ", "...", "xqzv", "qwertz uiopu", "\u{301}", "🦴"] {
        assert_eq!(codes(query), [""; 0], "{query:?}");
    }
}

#[test]
fn a_hit_says_what_answered() {
    let index = Index::new(&CORE);
    let matched = |query| index.find(query, 1).first().map(|hit| hit.matched);
    assert_eq!(matched("bl23"), Some(Matched::Code));
    assert_eq!(matched("shenshu"), Some(Matched::Pinyin));
    assert_eq!(matched("肾俞"), Some(Matched::Hanzi));
    assert_eq!(matched("sciatica"), Some(Matched::Find));
}

/// Any one letter of the code, name or find words of a point finds it once all is typed.
#[test]
fn every_point_is_found_by_its_own_code_and_name() {
    let index = Index::new(&CORE);
    for point in CORE.points() {
        for query in [point.code.as_str(), &point.pinyin, &point.hanzi.simplified, &point.hanzi.traditional] {
            let hits = index.find(query, 5);
            assert!(hits.iter().any(|hit| hit.code == point.code), "{query} does not find {}: {hits:?}", point.code);
        }
    }
}

fn point(like: &Point, code: String, pinyin: String, words: String) -> Point {
    Point { code: PointCode(code), pinyin, english: words.clone(), find: vec![words], ..like.clone() }
}

proptest! {
    #[test]
    fn no_query_and_no_catalog_is_too_strange(query in ".{0,40}", texts in prop::collection::vec((".{0,9}", ".{0,9}", ".{0,30}"), 0..12)) {
        let like = CORE.points()[0].clone();
        let points = texts.into_iter().map(|(a, b, c)| point(&like, a, b, c)).collect();
        let catalog = Catalog::new(deqi::model::CatalogParts { points, ..Default::default() });
        let index = Index::new(&catalog);
        let hits = index.find(&query, 5);
        prop_assert!(hits.len() <= 5);
        prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }
}
