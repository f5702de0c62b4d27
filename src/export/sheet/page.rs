//! One page on paper: title, picture with names, table for the pen, foot.

use std::collections::{BTreeMap, BTreeSet};

use glam::{Vec2, Vec3};
use image::RgbImage;

use super::body::Body;
use super::letters::{Letters, Type};
use super::paper::{Align, Ink, Paper};
use super::plan::{Key, View};
use super::raster::{self, Ground};
use super::regions::WIDE;
use super::{PAGE, Page, SKIN};
use crate::i18n::{Arg, Tr};
use crate::model::{Catalog, FigureId};
use crate::theme::{Face, Look};

/// Paper left free on every side, in pixels.
const MARGIN: f32 = 56.0;
/// Where the picture begins.
const TOP: f32 = 124.0;
/// Where the foot begins.
const FOOT: f32 = 1692.0;
/// The columns of the table: where each begins, and where the last ends.
const COLUMNS: [f32; 5] = [MARGIN, MARGIN + 132.0, 492.0, 914.0, 1184.0];
const HEAD: f32 = 34.0;
const LINE: f32 = 21.0;
/// The least height of a row: room for a pen.
const ROW: f32 = 46.0;

const TITLE: Type = Type(Face::SerifSemibold, 34.0);
const CODE: Type = Type(Face::SansBold, 17.0);
const PINYIN: Type = Type(Face::SerifItalic, 18.0);
const HANZI: Type = Type(Face::Kai, 22.0);
const TEXT: Type = Type(Face::Sans, 16.0);
const SMALL: Type = Type(Face::Sans, 14.0);

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The code, with the numbers of its sites where only some are on this page.
    pub code: String,
    pinyin: String,
    hanzi: String,
    lines: Vec<String>,
}

/// What a page says besides its points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    /// The part of the body in the names of files.
    pub id: String,
    /// The title.
    pub title: String,
    notes: String,
    key: String,
    foot: String,
    number: String,
    heads: [String; 5],
    towards: [String; 4],
    bar: String,
}

impl Words {
    /// What is known before the pages are counted.
    pub(super) fn titled(id: String, title: String) -> Self {
        Self { id, title, ..Self::default() }
    }
}

impl Row {
    fn height(&self) -> f32 {
        (self.lines.len() as f32 * LINE + 16.0).max(ROW)
    }
}

/// The rows for some sites, in the order of their channels.
pub(super) fn rows(home: &BTreeSet<Key>, catalog: &Catalog, letters: &Letters, tr: &Tr) -> Vec<Row> {
    let mut sites: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (code, site) in home {
        sites.entry(code.as_str()).or_default().push(*site);
    }
    let ruled = catalog.rules().iter().filter_map(|rule| Some((rule, sites.get(rule.code.as_str())?)));
    let row = |(rule, sites): (&crate::model::Rule, &Vec<u8>)| {
        let point = catalog.point(&crate::model::PointCode(rule.code.clone()));
        let code = match sites.as_slice() {
            [first, .., last] if sites.len() < rule.sites.len() => format!("{} · {first}–{last}", rule.code),
            [only] if rule.sites.len() > 1 => format!("{} · {only}", rule.code),
            _ => rule.code.clone(),
        };
        Row {
            code,
            pinyin: point.map_or_else(|| tr.text("contact-on-line"), |p| p.pinyin.clone()),
            hanzi: point.map_or_else(String::new, |p| p.hanzi.simplified.clone()),
            lines: letters.wrap(TEXT, &rule.says, COLUMNS[3] - COLUMNS[2] - 24.0),
        }
    };
    ruled.map(row).collect()
}

/// How high the rows of a page may be together.
pub(super) fn room_for_rows(view: Option<&View>, elsewhere: usize) -> f32 {
    FOOT - 24.0 - table_top(view, elsewhere) - HEAD
}

/// How many of the first rows fit into so much height.
pub(super) fn that_fit(rows: &[Row], room: f32) -> usize {
    let mut used = 0.0;
    rows.iter()
        .take_while(|row| {
            used += row.height();
            used <= room
        })
        .count()
}

fn table_top(view: Option<&View>, elsewhere: usize) -> f32 {
    view.map_or(TOP, |v| TOP + v.sight.size.1 as f32 + 52.0 + elsewhere as f32 * 19.0)
}

/// The title of a page.
pub(super) fn title(view: &View, figure: FigureId, tr: &Tr) -> String {
    let (part, from) = (tr.text(view.part), tr.text(view.from));
    let args = [("part", Arg::from(part)), ("figure", Arg::from(figure.as_str())), ("from", Arg::from(from))];
    tr.text_with("contact-title", &args)
}

/// How many lines it takes to name the points whose rules stand elsewhere.
pub(super) fn elsewhere_lines(view: &View, letters: &Letters, tr: &Tr) -> usize {
    letters.wrap(SMALL, &elsewhere(view, &|_| Some(88), tr), PAGE.0 as f32 - 2.0 * MARGIN).len()
}

fn elsewhere(view: &View, page: &dyn Fn(&Key) -> Option<usize>, tr: &Tr) -> String {
    if view.whole {
        return tr.text("contact-overview");
    }
    let mut seen = BTreeSet::new();
    let others = view.names.iter().map(|(key, _)| key).filter(|key| !view.home.contains(*key));
    let mut others: Vec<&Key> = others.filter(|(code, _)| !view.home.iter().any(|(c, _)| c == code)).collect();
    others.sort();
    let points: Vec<String> = others
        .into_iter()
        .filter_map(|key| {
            let page = page(key)?;
            // A word that wraps as one: the page stays with its point.
            let args = [("code", Arg::from(key.0.as_str())), ("page", Arg::from(page as f64))];
            seen.insert(key.0.clone()).then(|| tr.text_with("contact-elsewhere-one", &args).replace(' ', "\u{a0}"))
        })
        .collect();
    if points.is_empty() {
        return String::new();
    }
    tr.text_with("contact-elsewhere", &[("points", Arg::from(points.join(", ")))])
}

/// All words of a page, when the numbers of all pages are known.
pub(super) fn words(
    words: Words,
    view: Option<&View>,
    homes: &BTreeMap<Key, usize>,
    (number, count): (usize, usize),
    catalog: &Catalog,
    tr: &Tr,
) -> Words {
    let places = [("version", Arg::from(env!("CARGO_PKG_VERSION"))), ("date", Arg::from(catalog.reviewed_on()))];
    let pages = [("page", Arg::from(number as f64)), ("pages", Arg::from(count as f64))];
    let heads = ["contact-code", "contact-rule", "contact-right", "contact-move-to", "contact-initials"];
    let towards = ["contact-towards-left", "contact-towards-right", "contact-towards-front", "contact-towards-back"];
    Words {
        notes: view.map_or_else(String::new, |view| elsewhere(view, &|key| homes.get(key).copied(), tr)),
        key: tr.text("contact-key"),
        foot: tr.text_with("contact-foot", &places),
        number: tr.text_with("contact-page", &pages),
        heads: heads.map(|key| tr.text(key)),
        towards: towards.map(|key| tr.text(key)),
        bar: tr.text_with("contact-bar", &[("length", Arg::from(view.map_or(5.0, |v| bar(v).into())))]),
        ..words
    }
}

/// Draws a page.
pub(super) fn draw(page: &Page, body: &Body, look: &Look, letters: &Letters) -> RgbImage {
    let inks = Inks::of(look);
    let Some(mut paper) = Paper::new(PAGE, inks.sheet, letters) else { return RgbImage::new(1, 1) };
    let wide = PAGE.0 as f32;
    // A long title is set smaller, never cut.
    let long = letters.width(TITLE, &page.words.title) / (wide - 2.0 * MARGIN);
    let title = Type(TITLE.0, TITLE.1 / long.max(1.0));
    paper.text(title, &page.words.title, Vec2::new(MARGIN, 92.0), Align::Left, inks.ink);
    let notes = letters.wrap(SMALL, &page.words.notes, wide - 2.0 * MARGIN);
    if let Some(view) = &page.view {
        picture(&mut paper, view, body, look, &inks);
        names(&mut paper, view, body, letters, &inks);
        let below = TOP + view.sight.size.1 as f32;
        captions(&mut paper, view, &page.words, below + 22.0, &inks);
        for (i, line) in notes.iter().enumerate() {
            let at = Vec2::new(MARGIN, below + 46.0 + i as f32 * 19.0);
            paper.text(SMALL, &line.replace('\u{a0}', " "), at, Align::Left, inks.ink2);
        }
    }
    if !page.rows.is_empty() {
        table(&mut paper, page, table_top(page.view.as_ref(), notes.len()), &inks);
    }
    paper.line(Vec2::new(MARGIN, FOOT), Vec2::new(wide - MARGIN, FOOT), 1.0, inks.rule, 1.0);
    paper.text(SMALL, &page.words.foot, Vec2::new(MARGIN, FOOT + 22.0), Align::Left, inks.ink2);
    paper.text(SMALL, &page.words.number, Vec2::new(wide - MARGIN, FOOT + 22.0), Align::Right, inks.ink2);
    if page.view.is_some() {
        paper.text(SMALL, &page.words.key, Vec2::new(MARGIN, FOOT + 42.0), Align::Left, inks.ink3);
    }
    paper.finish()
}

/// The colours of the light theme that a page needs.
struct Inks {
    sheet: Ink,
    ink: Ink,
    ink2: Ink,
    ink3: Ink,
    rule: Ink,
    line: Ink,
    body: Ink,
}

impl Inks {
    fn of(look: &Look) -> Self {
        let colours = look.colours();
        let [sheet, ink, ink2, ink3, rule, line, body] =
            [colours.sheet, colours.ink, colours.ink2, colours.ink3, colours.rule, colours.line, colours.body]
                .map(|c| [c.r(), c.g(), c.b()]);
        Self { sheet, ink, ink2, ink3, rule, line, body }
    }
}

fn corner() -> Vec2 {
    Vec2::new((PAGE.0 - WIDE) as f32 * 0.5, TOP)
}

fn picture(paper: &mut Paper<'_>, view: &View, body: &Body, look: &Look, inks: &Inks) {
    let unit = |ink: Ink| Vec3::from(ink.map(|v| f32::from(v) / 255.0));
    let ground = Ground { paper: unit(inks.sheet), ink: unit(inks.ink2) };
    let sight = &view.sight;
    let lens = (&sight.camera, sight.near);
    let picture = raster::picture(&body.mesh, lens, sight.size, &look.paint(SKIN), &ground);
    paper.picture(&picture, (corner().x as u32, corner().y as u32), 26);
    for (channel, places) in &view.lines {
        let colour = look.tokens.channel(channel).map_or(inks.line, |look| {
            let c = look.colour();
            [c.r(), c.g(), c.b()]
        });
        let inside = |at: &Vec2| view.sight.area().holds(*at, 4.0);
        for run in places.chunk_by(|a, b| inside(a) && inside(b)).filter(|run| run.len() > 1) {
            let run: Vec<Vec2> = run.iter().map(|at| *at + corner()).collect();
            paper.polyline(&run, 1.6, colour, 0.65);
        }
    }
    for &at in view.anchors.iter().filter(|at| view.sight.area().holds(**at, 6.0)) {
        let at = at + corner();
        for arm in [Vec2::X, Vec2::Y] {
            paper.line(at - arm * 6.0, at + arm * 6.0, 3.6, inks.sheet, 0.8);
        }
        for arm in [Vec2::X, Vec2::Y] {
            paper.line(at - arm * 5.0, at + arm * 5.0, 1.4, inks.body, 1.0);
        }
    }
}

fn names(paper: &mut Paper<'_>, view: &View, body: &Body, letters: &Letters, inks: &Inks) {
    let at_home = |key: &Key| view.whole || view.home.contains(key);
    for (_, label) in &view.names {
        let (from, to) = (label.from + corner(), label.to + corner());
        paper.line(from, to, 3.2, inks.sheet, 0.75);
    }
    for (key, label) in &view.names {
        let (from, to) = (label.from + corner(), label.to + corner());
        paper.line(from, to, 1.1, if at_home(key) { inks.ink2 } else { inks.line }, 1.0);
    }
    let radius = if view.whole { 3.6 } else { 5.4 };
    for &(at, card) in view.dots.iter().filter(|(at, _)| view.sight.area().holds(*at, 8.0)) {
        let at = at + corner();
        paper.disc(at, radius + 2.4, inks.sheet, 0.95);
        paper.disc(at, radius, inks.ink, 1.0);
        if !card {
            paper.disc(at, radius - 1.8, inks.sheet, 1.0);
        }
    }
    for (key, label) in &view.names {
        let (code, site) = key;
        let row = body.placed.sites.iter().any(|s| s.code == *code && s.site > 1);
        let shown = if row { format!("{code} · {site}") } else { code.to_string() };
        let pinyin = view.pinyin.get(code).map_or("", String::as_str);
        let width =
            letters.width(CODE, &shown) + if pinyin.is_empty() { 0.0 } else { 7.0 + letters.width(PINYIN, pinyin) };
        let edge = label.from + corner() + Vec2::new(if label.left { -6.0 } else { 6.0 }, 6.0);
        let left = if label.left { edge.x - width } else { edge.x };
        let ink = if at_home(key) { inks.ink } else { inks.ink3 };
        let code_width = paper.text(CODE, &shown, Vec2::new(left, edge.y), Align::Left, ink);
        paper.text(PINYIN, pinyin, Vec2::new(left + code_width + 7.0, edge.y), Align::Left, ink);
    }
}

/// Which way the picture's left and right lie, and how long some centimetres are.
fn captions(paper: &mut Paper<'_>, view: &View, words: &Words, y: f32, inks: &Inks) {
    let right = view.sight.camera.basis().right;
    let [to_left, to_right, to_front, to_back] = &words.towards;
    let ends = if right.x.abs() >= right.z.abs() {
        if right.x > 0.0 { [to_right, to_left] } else { [to_left, to_right] }
    } else if right.z > 0.0 {
        [to_back, to_front]
    } else {
        [to_front, to_back]
    };
    let x = corner().x;
    paper.text(SMALL, ends[0], Vec2::new(x, y), Align::Left, inks.ink3);
    paper.text(SMALL, ends[1], Vec2::new(x + WIDE as f32, y), Align::Right, inks.ink3);
    let long = bar(view) / 100.0 * view.sight.camera.scale(view.sight.area());
    let from = Vec2::new(PAGE.0 as f32 * 0.5 - long * 0.5, y - 5.0);
    let to = from + Vec2::new(long, 0.0);
    paper.line(from, to, 1.6, inks.ink2, 1.0);
    for end in [from, to] {
        paper.line(end - Vec2::Y * 5.0, end + Vec2::Y * 5.0, 1.6, inks.ink2, 1.0);
    }
    paper.text(SMALL, &words.bar, to + Vec2::new(10.0, 5.0), Align::Left, inks.ink2);
}

/// How many centimetres the bar below the picture stands for.
fn bar(view: &View) -> f32 {
    let wide = view.sight.camera.span * view.sight.size.0 as f32 / view.sight.size.1.max(1) as f32;
    if wide > 0.6 {
        20.0
    } else if wide > 0.22 {
        5.0
    } else {
        2.0
    }
}

fn table(paper: &mut Paper<'_>, page: &Page, top: f32, inks: &Inks) {
    let [code, name, rule, pen, end] = COLUMNS;
    let words = &page.words;
    let base = top + 22.0;
    let pens = pens(pen, end);
    let [tick, move_to, initials] = pens.map(|(x, _)| x);
    for (x, head) in [code, rule, tick, move_to, initials].into_iter().zip(&words.heads) {
        paper.text(SMALL, head, Vec2::new(x, base), Align::Left, inks.ink2);
    }
    let mut y = top + HEAD;
    for row in &page.rows {
        let high = row.height();
        paper.line(Vec2::new(MARGIN, y), Vec2::new(end, y), 1.0, inks.rule, 1.0);
        let base = y + 27.0;
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
            paper.frame(Vec2::new(x, y + 7.0), Vec2::new(wide, high - 14.0), 1.2, inks.line);
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
