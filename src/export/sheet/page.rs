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
use super::table;
use super::{PAGE, Page, SKIN};
use crate::i18n::{Arg, Tr};
use crate::model::{Catalog, FigureId};
use crate::theme::{Face, Look};

/// Paper left free on every side, in pixels.
pub(super) const MARGIN: f32 = 56.0;
/// Where the picture begins.
const TOP: f32 = 124.0;
/// How far in from its edge a picture fades: lines and dots there would stand on bare paper.
const FADE: f32 = 18.0;
/// What a page without a picture needs for the line that says whose table it goes on with.
const GOES_ON: f32 = 34.0;
/// Where the foot begins.
const FOOT: f32 = 1692.0;

const TITLE: Type = Type(Face::SerifSemibold, 34.0);
pub(super) const CODE: Type = Type(Face::SansBold, 17.0);
pub(super) const PINYIN: Type = Type(Face::SerifItalic, 18.0);
pub(super) const TEXT: Type = Type(Face::Sans, 16.0);
pub(super) const SMALL: Type = Type(Face::Sans, 14.0);

/// What a page says besides its points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    /// The part of the body in the names of files.
    pub id: String,
    /// The title.
    pub title: String,
    notes: String,
    key: String,
    goes_on: String,
    foot: String,
    number: String,
    pub heads: [String; 5],
    towards: [String; 4],
    bar: String,
}

impl Words {
    /// What is known before the pages are counted.
    pub(super) fn titled(id: String, title: String) -> Self {
        Self { id, title, ..Self::default() }
    }
}

/// How a table that takes several pages hangs together: the number of the page with its picture, and of the next one.
pub(super) fn goes_on(words: &mut Words, picture: Option<usize>, next: Option<usize>, tr: &Tr) {
    let say = |key: &str, page: usize| tr.text_with(key, &[("page", Arg::from(page as f64))]);
    if let Some(page) = picture {
        words.notes = say("contact-goes-on-from", page);
    }
    words.goes_on = next.map_or_else(String::new, |page| say("contact-goes-on", page));
}

impl Words {
    /// What it says about a table that takes several pages: whose it goes on with, and where it goes on.
    pub(super) fn joints(&self, with_picture: bool) -> [&str; 2] {
        [if with_picture { "" } else { &self.notes }, &self.goes_on]
    }
}

/// How high the rows of a page may be together.
pub(super) fn room_for_rows(view: Option<&View>, elsewhere: usize) -> f32 {
    FOOT - 24.0 - table_top(view, elsewhere) - table::HEAD
}

fn table_top(view: Option<&View>, elsewhere: usize) -> f32 {
    view.map_or(TOP + GOES_ON, |v| TOP + v.sight.size.1 as f32 + 52.0 + elsewhere as f32 * 19.0)
}

/// The title of a page.
pub(super) fn title(view: &View, figure: FigureId, tr: &Tr) -> String {
    let point = view.id.trim_start_matches("close-").to_uppercase();
    let part = tr.text_with(view.part, &[("point", Arg::from(point))]);
    let from = tr.text(view.from);
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
    } else {
        paper.text(TEXT, &page.words.notes, Vec2::new(MARGIN, TOP + 8.0), Align::Left, inks.ink2);
    }
    if !page.rows.is_empty() {
        let top = table_top(page.view.as_ref(), notes.len());
        table::draw(&mut paper, page, top, &inks);
    }
    paper.line(Vec2::new(MARGIN, FOOT), Vec2::new(wide - MARGIN, FOOT), 1.0, inks.rule, 1.0);
    paper.text(SMALL, &page.words.foot, Vec2::new(MARGIN, FOOT + 22.0), Align::Left, inks.ink2);
    paper.text(SMALL, &page.words.number, Vec2::new(wide - MARGIN, FOOT + 22.0), Align::Right, inks.ink2);
    paper.text(SMALL, &page.words.goes_on, Vec2::new(wide - MARGIN, FOOT + 42.0), Align::Right, inks.ink);
    if page.view.is_some() {
        paper.text(SMALL, &page.words.key, Vec2::new(MARGIN, FOOT + 42.0), Align::Left, inks.ink3);
    }
    paper.finish()
}

/// The colours of the light theme that a page needs.
pub(super) struct Inks {
    pub sheet: Ink,
    pub ink: Ink,
    pub ink2: Ink,
    pub ink3: Ink,
    pub rule: Ink,
    pub line: Ink,
    pub body: Ink,
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
        let inside = |at: &Vec2| view.sight.area().holds(*at, FADE);
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
    for &(at, card) in view.dots.iter().filter(|(at, _)| view.sight.area().holds(*at, FADE)) {
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
