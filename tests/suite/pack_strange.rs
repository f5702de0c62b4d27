//! Whatever a pack holds, the loader comes back with a catalog, and the core stands in it.

use std::sync::LazyLock;

use deqi::content::{Embedded, Loaded, Memory, PackSource, load, load_core};
use deqi::model::Catalog;
use proptest::prelude::*;

const FILES: [&str; 10] = [
    "pack.ron",
    "points.ron",
    "rules.ron",
    "channels.ron",
    "cautions.ron",
    "sources.ron",
    "pages.ron",
    "parts.ron",
    "figures/woman.landmarks.ron",
    "pictures/a.png",
];

static CORE: LazyLock<Catalog> = LazyLock::new(|| load_core().catalog);

fn core_stands(loaded: &Loaded) -> bool {
    CORE.points().iter().all(|point| loaded.catalog.point(&point.code).is_some())
        && CORE.rules().iter().all(|rule| loaded.catalog.rule(&rule.code).is_some())
        && CORE.sources().iter().all(|source| loaded.catalog.source(&source.id).is_some())
        && CORE.pages().iter().all(|page| loaded.catalog.page(&page.id).is_some())
}

/// Every id inside a catalog resolves, whatever it was made from.
fn is_closed(catalog: &Catalog) -> bool {
    catalog.points().iter().all(|point| {
        catalog.channel(&point.channel).is_some()
            && point.cautions.iter().all(|id| catalog.caution(id).is_some())
            && point.place.iter().flat_map(|place| &place.sources).all(|id| catalog.source(id).is_some())
    }) && catalog.channels().iter().flat_map(|c| c.strokes.iter().flatten()).all(|code| catalog.rule(code).is_some())
}

/// A file of the core pack with a piece of it cut, doubled or overwritten.
fn mutated() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        prop::sample::select(vec!["\"", "(", ")", "[", "]", ",", "NaN", "/*", "r#\"", "\u{202E}", "#![enable(", "'"])
            .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (0..FILES.len(), any::<prop::sample::Index>(), 0..200_usize, piece).prop_map(|(file, at, cut, piece)| {
        let mut bytes = Embedded.read(FILES[file]).map(std::borrow::Cow::into_owned).unwrap_or_default();
        let at = at.index(bytes.len() + 1);
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, piece);
        (file, bytes)
    })
}

fn with_head(file: usize, bytes: Vec<u8>) -> Memory {
    let head = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;
    Memory::default().with("pack.ron", head).with(FILES[file], bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_harm(file in 0..FILES.len(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let loaded = load(&[&Embedded, &with_head(file, bytes)]);
        prop_assert!(core_stands(&loaded) && is_closed(&loaded.catalog));
    }

    #[test]
    fn random_text_never_harms(file in 0..FILES.len(), text in "[\\[\\](){},:\"'r#b/* a-zA-Z0-9.\\\\\n]{0,200}") {
        let loaded = load(&[&Embedded, &with_head(file, format!("[{text}]").into_bytes())]);
        prop_assert!(core_stands(&loaded) && is_closed(&loaded.catalog));
    }

    #[test]
    fn a_mutated_core_never_harms((file, bytes) in mutated()) {
        let over = with_head(file, bytes);
        let loaded = load(&[&Embedded, &over]);
        prop_assert!(core_stands(&loaded) && is_closed(&loaded.catalog));
        // Alone, such a pack has little to say, but says it in peace.
        prop_assert!(is_closed(&load(&[&over]).catalog));
    }
}
