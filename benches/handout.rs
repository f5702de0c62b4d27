#![allow(clippy::expect_used, reason = "a bench may stop with a message")]
//! The page to take away, from the plan to the bytes of its PDF. Two seconds are the most that anybody waits.
//!
//! `cargo bench --features pdf --bench handout`

use std::sync::LazyLock;

use deqi::body::figure::Figure;
use deqi::handout::{Handout, Wish, gather, numbered, pdf, pictures};
use deqi::i18n::Tr;
use deqi::library::Library;
use deqi::model::{FigureId, Paper, PointCode, Reading, Sheet, Sides, SkinTone};
use deqi::plan::{How, LONGEST_NOTE, MOST_STEPS, Plan, Step};
use deqi::theme::{Look, ThemeName};
use deqi::visit::{Action, ReadAsk, Visit};
use divan::Bencher;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::read(Vec::new()));
static FIGURE: LazyLock<Figure> = LazyLock::new(|| LIBRARY.figure(FigureId::Neutral).expect("the figure is built in"));

fn main() {
    divan::main();
}

/// An example to teach with, as most pages are.
#[divan::bench(args = [false, true])]
fn usual(bencher: Bencher<'_, '_>, large: bool) {
    let set = LIBRARY.catalog.teaching().first().expect("examples are built in");
    let plan = Plan::from_set(set, &LIBRARY.catalog);
    make(bencher, &plan, &Visit::default(), Wish { reading: Reading::Plain, sheet: sheet(large) });
}

/// The longest plan that there may be, at the level with the longest words, for one who ticked everything: whatever can
/// be left out is left out bit by bit, and the page set anew each time.
#[divan::bench(args = [false, true])]
fn longest(bencher: Bencher<'_, '_>, large: bool) {
    let words = "Keep warm and move about a little every hour. ".repeat(30);
    let note: String = words.chars().take(LONGEST_NOTE).collect();
    let codes = ["BL23", "GV4", "BL25", "BL40", "GB30", "BL60", "KI3", "ST36"];
    let step = |i: usize| {
        let code = PointCode(codes[i % codes.len()].to_owned());
        let sides = if code.as_str() == "GV4" { Sides::Midline } else { Sides::Both };
        Step { how: How::ALL[i % 4], note: note.clone(), ..Step::new(code, sides) }
    };
    let plan = Plan { note: note.clone(), steps: (0..MOST_STEPS).map(step).collect(), ..Plan::default() };
    let mut visit = Visit::default();
    for id in ["questions", "take-care"] {
        let items = LIBRARY.catalog.evidence().panel(id).map_or(0, |panel| panel.items.len());
        for item in 0..items {
            visit.apply(&LIBRARY.catalog, Action::Read(ReadAsk::Tick(id.to_owned(), item)));
        }
    }
    make(bencher, &plan, &visit, Wish { reading: Reading::More, sheet: sheet(large) });
}

fn sheet(large: bool) -> Sheet {
    Sheet { paper: Paper::A4, large }
}

/// All that is done after the press: nothing is remembered from the page before.
fn make(bencher: Bencher<'_, '_>, plan: &Plan, visit: &Visit, wish: Wish) {
    let (tr, look) = (Tr::english(), Look::new(ThemeName::Light).expect("the theme is built in"));
    bencher.with_inputs(pdf::forget).bench_values(|()| {
        let numbers = numbered(&FIGURE, plan);
        let drawn = pictures(&tr, &FIGURE, &look, SkinTone(2), &numbers);
        let page = gather(&LIBRARY.catalog, &tr, Some(plan), &visit.reader, wish).expect("nothing is lacking");
        pdf::render(&Handout { pictures: drawn, ..page }, pdf::TEMPLATE).expect("it can be set")
    });
}
