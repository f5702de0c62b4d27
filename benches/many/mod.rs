//! Many more points than there are, each in a place of its own: how cost grows with a pack.

use deqi::content::load_core;
use deqi::model::{Catalog, Point, PointCode, Rule, Step, Toward};

/// How many points the packs of a curve hold: doubled often enough that a bend would show.
pub(crate) const SIZES: [usize; 6] = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

/// The core pack's points over and over, each with a code, a word and a place of its own.
pub(crate) fn catalog(count: usize) -> Catalog {
    let mut parts = load_core().catalog.into_parts();
    let core = parts.points.clone();
    let rules = parts.rules.clone();
    let again = |i: usize, point: &Point| Point {
        code: code(i, point.code.as_str()),
        find: point.find.iter().cloned().chain([format!("word{i}")]).collect(),
        ..point.clone()
    };
    let points: Vec<Point> = core.iter().cycle().take(count).enumerate().map(|(i, point)| again(i, point)).collect();
    let moved = core.iter().cycle().take(count).enumerate().filter_map(|(i, point)| {
        let rule = rules.iter().find(|rule| rule.code == point.code.as_str())?;
        let by = Step::Go(Toward::Down, 0.05 * (1 + i / core.len()) as f32, "finger".to_owned());
        let sites = rule.sites.iter().map(|walk| walk.iter().cloned().chain([by.clone()]).collect()).collect();
        Some(Rule { code: code(i, &rule.code).0, sites, ..rule.clone() })
    });
    parts.rules.extend(moved);
    parts.points = points;
    Catalog::new(parts)
}

fn code(i: usize, of: &str) -> PointCode {
    PointCode(format!("{of}x{i}"))
}
