//! The table of a page: the rule of each point that is named beside the picture, and boxes for a pen.

use std::collections::{BTreeMap, BTreeSet};

use glam::Vec2;

use super::Page;
use super::letters::{Letters, Type};
use super::page::{CODE, Inks, MARGIN, PINYIN, SMALL, TEXT};
use super::paper::{Align, Paper};
use super::plan::Key;
use crate::i18n::Tr;
use crate::model::{Catalog, PointCode, Rule};
use crate::theme::Face;

/// The columns of the table: where each begins, and where the last ends.
const COLUMNS: [f32; 5] = [MARGIN, MARGIN + 132.0, 492.0, 914.0, 1184.0];
/// How high the names of the columns are.
pub(super) const HEAD: f32 = 34.0;
const LINE: f32 = 21.0;
/// The least height of a row: room for a pen.
const LEAST: f32 = 46.0;
/// The same where the last rows would otherwise need a page of their own.
const LEAST_TIGHT: f32 = 34.0;
const HANZI: Type = Type(Face::Kai, 22.0);

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The code, with the numbers of its sites where only some are on this page.
    pub code: String,
    /// The code alone.
    pub point: PointCode,
    pinyin: String,
    hanzi: String,
    lines: Vec<String>,
}

impl Row {
    fn height(&self, tight: bool) -> f32 {
        let (least, around) = if tight { (LEAST_TIGHT, 6.0) } else { (LEAST, 16.0) };
        (self.lines.len() as f32 * LINE + around).max(least)
    }
}

/// The rows for some sites, in the order of their channels.
pub(super) fn rows(home: &BTreeSet<Key>, catalog: &Catalog, letters: &Letters, tr: &Tr) -> Vec<Row> {
    let mut sites: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (code, site) in home {
        sites.entry(code.as_str()).or_default().push(*site);
    }
    let ruled = catalog.rules().iter().filter_map(|rule| Some((rule, sites.get(rule.code.as_str())?)));
    let row = |(rule, sites): (&Rule, &Vec<u8>)| {
        let point = catalog.point(&PointCode(rule.code.clone()));
        let code = match sites.as_slice() {
            [first, .., last] if sites.len() < rule.sites.len() => format!("{} · {first}–{last}", rule.code),
            [only] if rule.sites.len() > 1 => format!("{} · {only}", rule.code),
            _ => rule.code.clone(),
        };
        Row {
            code,
            point: PointCode(rule.code.clone()),
            pinyin: point.map_or_else(|| tr.text("contact-on-line"), |p| p.pinyin.clone()),
            hanzi: point.map_or_else(String::new, |p| p.hanzi.simplified.clone()),
            lines: letters.wrap(TEXT, &rule.says, COLUMNS[3] - COLUMNS[2] - 24.0),
        }
    };
    ruled.map(row).collect()
}

/// How many of the first rows fit into so much height, set tightly or not.
pub(super) fn that_fit(rows: &[Row], room: f32, tight: bool) -> usize {
    let mut used = 0.0;
    rows.iter()
        .take_while(|row| {
            used += row.height(tight);
            used <= room
        })
        .count()
}

/// Whether rows that would not fit otherwise fit when they are set tightly: better than a page for one row.
pub(super) fn fit_tightly(rows: &[Row], room: f32) -> bool {
    that_fit(rows, room, false) < rows.len() && that_fit(rows, room, true) == rows.len()
}

/// Draws the table of a page from some height down.
pub(super) fn draw(paper: &mut Paper<'_>, page: &Page, top: f32, inks: &Inks) {
    let [code, name, rule, pen, end] = COLUMNS;
    let words = &page.words;
    let base = top + 22.0;
    let pens = pens(pen, end);
    let [tick, move_to, initials] = pens.map(|(x, _)| x);
    for (x, head) in [code, rule, tick, move_to, initials].into_iter().zip(&words.heads) {
        paper.text(SMALL, head, Vec2::new(x, base), Align::Left, inks.ink2);
    }
    let around = if page.tight { 4.0 } else { 7.0 };
    let mut y = top + HEAD;
    for row in &page.rows {
        let high = row.height(page.tight);
        paper.line(Vec2::new(MARGIN, y), Vec2::new(end, y), 1.0, inks.rule, 1.0);
        let base = y + if page.tight { 23.0 } else { 27.0 };
        paper.text(CODE, &row.code, Vec2::new(code, base), Align::Left, inks.ink);
        if row.hanzi.is_empty() {
            paper.text(SMALL, &row.pinyin, Vec2::new(name, base), Align::Left, inks.ink3);
        } else {
            let width = paper.text(PINYIN, &row.pinyin, Vec2::new(name, base), Align::Left, inks.ink);
            let beside = (name + width + 14.0).max(name + 160.0);
            paper.text(HANZI, &row.hanzi, Vec2::new(beside, base), Align::Left, inks.ink);
        }
        for (i, line) in row.lines.iter().enumerate() {
            let middle = y + high * 0.5 - (row.lines.len() as f32 - 1.0) * LINE * 0.5 + 6.0;
            paper.text(TEXT, line, Vec2::new(rule, middle + i as f32 * LINE), Align::Left, inks.ink);
        }
        for (x, wide) in pens {
            paper.frame(Vec2::new(x, y + around), Vec2::new(wide, high - 2.0 * around), 1.2, inks.line);
        }
        y += high;
    }
    paper.line(Vec2::new(MARGIN, y), Vec2::new(end, y), 1.0, inks.rule, 1.0);
}

/// The boxes for the pen: where each begins and how wide it is.
fn pens(from: f32, to: f32) -> [(f32, f32); 3] {
    let (tick, gap, initials) = (34.0, 10.0, 72.0);
    let move_to = to - from - tick - initials - 2.0 * gap;
    [(from, tick), (from + tick + gap, move_to), (to - initials, initials)]
}
