//! A keystroke in the search field, over many more points than there are.

#![allow(missing_docs, reason = "benches are read as a list of names")]

mod many;

use deqi::search::Index;

fn main() {
    divan::main();
}

#[divan::bench(args = ["b", "bl23", "UB 23", "shènshū", "肾", "behind the knee", "sciatcia", "wrod77 knee pain hip"])]
fn keystroke(bencher: divan::Bencher<'_, '_>, query: &str) {
    let index = Index::new(&many::catalog(10_000));
    bencher.bench(|| index.find(query, 50));
}

/// How a keystroke's cost grows with the pack.
#[divan::bench(args = many::SIZES)]
fn keystroke_among(bencher: divan::Bencher<'_, '_>, points: usize) {
    let index = Index::new(&many::catalog(points));
    bencher.bench(|| index.find("knee", 50));
}
