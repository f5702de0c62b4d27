//! Every input that fuzzing starts from or ever found, tried again: `fuzz/corpus`, without the fuzzer.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

#[path = "../../fuzz/properties.rs"]
mod properties;

/// What every clone of the repository carries: no more than a large picture.
const MOST_BYTES: u64 = 300_000;

type Property = fn(&[u8]);

const TARGETS: [(&str, Property); 6] = [
    ("pack", properties::pack),
    ("picture", properties::picture),
    ("settings", properties::settings),
    ("search", properties::search),
    ("words", properties::words),
    ("plan", properties::plan),
];

fn inputs(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn the_corpus_does_no_harm() {
    let mut bytes = 0;
    for (target, property) in TARGETS {
        let inputs = inputs(target);
        assert!(inputs.len() >= 10, "{target} has {} inputs", inputs.len());
        for path in inputs {
            let input = fs::read(&path).unwrap();
            bytes += input.len() as u64;
            property(&input);
        }
    }
    assert!(bytes <= MOST_BYTES, "the corpus has {bytes} bytes");
}

#[test]
fn every_target_is_one_that_cargo_fuzz_finds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    for (target, _) in TARGETS {
        assert!(manifest.contains(&format!("path = \"targets/{target}.rs\"")), "{target}");
        let source = fs::read_to_string(root.join(format!("targets/{target}.rs"))).unwrap();
        assert!(source.contains(&format!("properties::{target}(data)")), "{target}");
    }
}

/// An input of the corpus with a piece of it cut, doubled or overwritten.
fn bent() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let piece = prop::collection::vec(any::<u8>(), 0..16);
    let places = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..64_usize);
    (0..TARGETS.len(), places, piece).prop_map(|(target, (file, at, cut), piece)| {
        let inputs = inputs(TARGETS[target].0);
        let mut bytes = fs::read(&inputs[file.index(inputs.len())]).unwrap();
        let at = at.index(bytes.len() + 1);
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, piece);
        (target, bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_bent_corpus_does_no_harm((target, input) in bent()) {
        (TARGETS[target].1)(&input);
    }
}
