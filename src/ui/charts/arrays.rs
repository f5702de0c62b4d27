//! How arrays of people stand in a room: every group the same size, side by side, under its number and its name.

use std::sync::Arc;

use eframe::egui::{CornerRadius, Galley, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::people::{HIGH, People, array};
use super::{field, ink, tell};
use crate::describe::charts::{grouped, value};
use crate::model::{Arm, Group};
use crate::theme::{Face, Role};

/// Between two arrays, and inside one.
const GAP: f32 = 12.0;
const PADDING: f32 = 14.0;
/// The least width of an array: three stand side by side on a sheet.
const NARROW: f32 = 116.0;
/// How wide one person's place is at most and at least, and where there is room for no more.
const WIDEST: f32 = 30.0;
const LEAST: f32 = 12.0;
const TINY: f32 = 2.0;
/// What share of the width words take beside people.
const WORDS: f32 = 0.6;
/// Between a number and the words beside it.
const BESIDE: f32 = 10.0;

/// How much an array says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in super::super) enum Form {
    /// All of it.
    Whole,
    /// Its number and its name, where there is room for no more.
    Brief,
}

/// One array for each group, laid out in a room.
pub(in super::super) struct Arrays<'a> {
    people: People<'a>,
    heads: Vec<Head>,
    way: Way,
    /// How many people stand beside each other in one.
    across: u32,
    /// How wide and how high one of them is, with its paper.
    card: f32,
    high: f32,
    /// How large the room of its people is, at the foot of the paper.
    field: Vec2,
    padding: f32,
}

/// One way of laying arrays out.
#[derive(Clone, Copy)]
struct Way {
    /// How many arrays stand beside each other.
    columns: usize,
    /// Whether people stand beside the words instead of below them.
    aside: bool,
}

impl<'a> Arrays<'a> {
    /// Lays them out as wide as the room, and as high where that can be.
    pub(in super::super) fn of(ui: &Ui, cx: &Cx<'_>, people: People<'a>, room: Vec2, form: Form) -> Self {
        let arms = people.arms.len();
        let fit = (((room.x + GAP) / (NARROW + GAP)).floor() as usize).clamp(1, arms);
        let usual = Way { columns: arms.div_ceil(arms.div_ceil(fit)), aside: false };
        let ways: Vec<Way> = match form {
            // Who is compared stands side by side.
            Form::Whole if people.are_few() => vec![usual],
            Form::Whole => (1..=usual.columns).rev().map(|columns| Way { columns, ..usual }).collect(),
            Form::Brief => {
                let ways = (1..=fit).rev().flat_map(|columns| [false, true].map(|aside| Way { columns, aside }));
                ways.collect()
            }
        };
        // The one in which people are largest; where none has the room, the lowest.
        let all = ways.into_iter().map(|way| Self::laid(ui, cx, people, room, form, way));
        let rank = |arrays: &Self| {
            let fits = arrays.height() <= room.y + 0.5;
            (fits, if fits { arrays.pitch() } else { -arrays.height() })
        };
        let best = all.reduce(|best, other| if rank(&other) > rank(&best) { other } else { best });
        best.unwrap_or_else(|| Self::laid(ui, cx, people, room, form, usual))
    }

    fn laid(ui: &Ui, cx: &Cx<'_>, people: People<'a>, room: Vec2, form: Form, way: Way) -> Self {
        let (padding, least) = if form == Form::Whole { (PADDING, LEAST) } else { (PADDING * 0.5, TINY) };
        let rows = people.arms.len().div_ceil(way.columns) as f32;
        let card = (room.x - GAP * (way.columns - 1) as f32) / way.columns as f32;
        let inner = card - 2.0 * padding;
        let words = if way.aside { inner * WORDS } else { inner };
        let wide = if way.aside { inner - words - GAP } else { inner };
        let mut heads = heads(ui, cx, people, words, form, true);
        if form == Form::Brief && heads.iter().any(|head| !head.beside) {
            // All of them alike.
            heads = self::heads(ui, cx, people, words, form, false);
        }
        let head = heads.iter().map(Head::height).fold(0.0, f32::max);
        let row = (room.y - GAP * (rows - 1.0)) / rows - 2.0 * padding;
        let keep = if way.aside { row } else { row - head };
        let (across, field) = if people.are_few() {
            // As high as is to be kept to, as long as people can be told apart.
            let pitch = |across: u32| {
                let widest = (wide / across as f32).min(WIDEST);
                (keep / people.of.div_ceil(across) as f32 / HIGH).clamp(least.min(widest), widest)
            };
            let rows: &[u32] = if form == Form::Whole { &[10] } else { &[10, 20, 25] };
            let across = rows.iter().copied().max_by(|a, b| pitch(*a).total_cmp(&pitch(*b)).then(b.cmp(a)));
            let across = across.unwrap_or(10);
            (across, pitch(across) * HIGH * people.of.div_ceil(across) as f32)
        } else {
            let high = wide * field::LOW;
            (10, if form == Form::Whole { high } else { keep.clamp(least.min(high), high) })
        };
        let high = 2.0 * padding + if way.aside { head.max(field) } else { head + field };
        Self { people, heads, way, across, card, field: vec2(wide, field), high, padding }
    }

    /// How large people are: how high the place of one is, or the field of rare harm.
    fn pitch(&self) -> f32 {
        if self.people.are_few() { self.field.y / self.people.of.div_ceil(self.across) as f32 } else { self.field.y }
    }

    /// How high they are together.
    pub(in super::super) fn height(&self) -> f32 {
        let rows = self.people.arms.len().div_ceil(self.way.columns) as f32;
        self.high * rows + GAP * (rows - 1.0)
    }

    /// Shows them as one picture, which says the same in words.
    pub(in super::super) fn show(self, ui: &mut Ui, cx: &Cx<'_>, says: &str) {
        let Self { people, way, across, card, high, padding, field, .. } = self;
        let width = card * way.columns as f32 + GAP * (way.columns - 1) as f32;
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height()), Sense::hover());
        tell(&response, says);
        if !ui.is_rect_visible(rect) {
            return;
        }
        for (i, (arm, head)) in people.arms.iter().zip(self.heads).enumerate() {
            let (row, column) = (i / way.columns, i % way.columns);
            let corner = rect.min + vec2(column as f32 * (card + GAP), row as f32 * (high + GAP));
            let place = Rect::from_min_size(corner, vec2(card, high));
            paper(ui, cx, place);
            write(ui, place.min + vec2(padding, padding * 0.75), head, cx);
            let foot = place.max - vec2(padding, padding);
            array(ui, cx, people.of, arm, Rect::from_min_max(foot - field, foot), across);
        }
    }
}

fn paper(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) };
    ui.painter().rect(rect, CornerRadius::same(14), c.sheet, edge, StrokeKind::Inside);
}

/// What stands over each array. `beside` lets words stand beside the number where there is room.
fn heads(ui: &Ui, cx: &Cx<'_>, people: People<'_>, inner: f32, form: Form, beside: bool) -> Vec<Head> {
    people.arms.iter().map(|arm| head(ui, cx, people, arm, inner, form, beside)).collect()
}

fn head(ui: &Ui, cx: &Cx<'_>, people: People<'_>, arm: &Arm, inner: f32, form: Form, beside: bool) -> Head {
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let colour = if arm.group == Group::Harm { c.alert } else { ink::of(cx.look, arm.group).line };
    let said = value(cx.tr, arm);
    let number = said.clone().unwrap_or_else(|| "–".to_owned());
    let factor = if number.chars().count() > 3 || form == Form::Brief { 0.62 } else { 0.86 };
    let number = job([(number.as_str(), scale.format_in(Role::Number, Face::SerifSemibold, factor, colour))]);
    let number = ui.painter().layout_job(number);
    let role = if form == Form::Brief { Role::Label } else { Role::Strong };
    let name = |name: &str, wide: f32| {
        let mut name = job([(name, scale.format(role, c.ink))]);
        name.wrap.max_width = wide;
        ui.painter().layout_job(name)
    };
    let room = inner - number.size().x - BESIDE;
    if form == Form::Brief {
        let longest = arm.name.split(' ').map(|word| name(word, f32::INFINITY).size().x).fold(0.0, f32::max);
        let beside = beside && room >= longest;
        let mut words = vec![name(&arm.name, if beside { room } else { inner })];
        if !people.are_few() {
            // Ten of how many is not to be guessed.
            let of = cx.tr.text_with("chart-of-all", &[("of", grouped(people.of).into())]);
            let mut of = job([(of.as_str(), scale.format(Role::Caption, c.ink2))]);
            of.wrap.max_width = inner;
            words.push(ui.painter().layout_job(of));
        }
        return Head { number, words, beside };
    }
    let words = match (&arm.note, said) {
        (_, None) => cx.tr.text("chart-not-tested"),
        (Some(note), _) => note.clone(),
        (None, _) => {
            let words = [("of", grouped(people.of).into()), ("counted", people.counted.to_owned().into())];
            cx.tr.text_with("chart-of", &words)
        }
    };
    let beside = beside && room >= 96.0;
    let mut of = job([(words.as_str(), scale.format(Role::Caption, c.ink2))]);
    of.wrap.max_width = if beside { room } else { inner };
    Head { number, words: vec![ui.painter().layout_job(of), name(&arm.name, inner)], beside }
}

fn write(ui: &Ui, at: Pos2, head: Head, cx: &Cx<'_>) {
    let ink = cx.look.colours().ink;
    let number = head.number.size();
    ui.painter().galley(at, head.number, ink);
    let mut below = at.y + number.y;
    for (i, words) in head.words.into_iter().enumerate() {
        let high = words.size().y;
        if i == 0 && head.beside {
            // The last line stands on the number's line where it is one line.
            let drop = ((number.y - high) * 0.5).max(0.0) + if high < 24.0 { 6.0 } else { 0.0 };
            ui.painter().galley(at + vec2(number.x + BESIDE, drop), words, ink);
            below = below.max(at.y + high);
        } else {
            ui.painter().galley(pos2(at.x, below), words, ink);
            below += high;
        }
    }
}

/// What stands over an array.
struct Head {
    number: Arc<Galley>,
    /// What the number is of, if it is said, and the name.
    words: Vec<Arc<Galley>>,
    /// Whether the first words find room beside the number.
    beside: bool,
}

impl Head {
    fn height(&self) -> f32 {
        let mut words = self.words.iter().map(|words| words.size().y);
        let first = words.next().unwrap_or_default();
        let top = if self.beside { self.number.size().y.max(first) } else { self.number.size().y + first };
        top + words.sum::<f32>() + if self.words.len() > 1 { 12.0 } else { 6.0 }
    }
}
