//! A keystroke in the search field, over many more points than there are.

#![allow(missing_docs, reason = "benches are read as a list of names")]

use deqi::content::load_core;
use deqi::model::{Catalog, Point, PointCode};
use deqi::search::Index;

fn main() {
    divan::main();
}

/// The core pack's points over and over, each with a code and a word of its own: 10,000 points.
fn large() -> Index {
    let mut parts = load_core().catalog.into_parts();
    let core = parts.points.clone();
    let again = |i: usize, point: &Point| Point {
        code: PointCode(format!("{}x{i}", point.code)),
        find: point.find.iter().cloned().chain([format!("word{i}")]).collect(),
        ..point.clone()
    };
    parts.points = core.iter().cycle().take(10_000).enumerate().map(|(i, point)| again(i, point)).collect();
    Index::new(&Catalog::new(parts))
}

#[divan::bench(args = ["b", "bl23", "UB 23", "shènshū", "肾", "behind the knee", "sciatcia", "wrod77 knee pain hip"])]
fn keystroke(bencher: divan::Bencher<'_, '_>, query: &str) {
    let index = large();
    bencher.bench(|| index.find(query, 50));
}
