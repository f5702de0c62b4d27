//! Arrays of people: every group the same size, the same hundred, side by side. Rare harm stands in a field of small
//! squares instead, each of which is many people.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, CornerRadius, Galley, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::figures::{TALL, person, stamp, template};
use super::{ink, tell};
use crate::describe::charts::{grouped, value};
use crate::model::{Arm, Group};
use crate::theme::{Face, Role};

/// Between two arrays, and inside one.
const GAP: f32 = 12.0;
const PADDING: f32 = 14.0;
/// The least width of an array: three stand side by side on a sheet.
const NARROW: f32 = 116.0;
/// How wide and high one person's place is at most, and how wide at least.
const WIDEST: f32 = 30.0;
const LEAST: f32 = 12.0;
/// How a field of rare harm is divided.
const FIELD: (usize, usize) = (50, 20);

/// What stands over an array.
struct Head {
    number: Arc<Galley>,
    of: Arc<Galley>,
    name: Arc<Galley>,
    /// Whether the words find room beside the number.
    beside: bool,
}

impl Head {
    fn height(&self) -> f32 {
        let of = self.of.size().y;
        let top = if self.beside { self.number.size().y.max(of) } else { self.number.size().y + of };
        top + self.name.size().y + 12.0
    }
}

/// Shows one array for each group.
pub(super) fn people(ui: &mut Ui, cx: &Cx<'_>, of: u32, counted: &str, arms: &[Arm], height: f32, says: &str) {
    if arms.is_empty() || of == 0 {
        return;
    }
    let width = ui.available_width();
    let fit = (((width + GAP) / (NARROW + GAP)).floor() as usize).clamp(1, arms.len());
    let rows = arms.len().div_ceil(fit);
    let columns = arms.len().div_ceil(rows);
    let card = (width - GAP * (columns - 1) as f32) / columns as f32;
    let inner = card - 2.0 * PADDING;
    let heads: Vec<Head> = arms.iter().map(|arm| head(ui, cx, of, counted, arm, inner)).collect();
    let top = heads.iter().map(Head::height).fold(0.0, f32::max);
    let keep = (height - GAP * (rows - 1) as f32) / rows as f32 - top - 2.0 * PADDING;
    let field = field_size(of, inner, keep);
    let high = top + field + 2.0 * PADDING;
    let whole = vec2(width, high * rows as f32 + GAP * (rows - 1) as f32);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    tell(&response, says);
    if !ui.is_rect_visible(rect) {
        return;
    }
    for (i, (arm, head)) in arms.iter().zip(heads).enumerate() {
        let corner = rect.min + vec2((i % columns) as f32 * (card + GAP), (i / columns) as f32 * (high + GAP));
        let place = Rect::from_min_size(corner, vec2(card, high));
        paper(ui, cx, place);
        write(ui, place, head, cx);
        let field = Rect::from_min_max(
            pos2(place.left() + PADDING, place.bottom() - PADDING - field),
            pos2(place.right() - PADDING, place.bottom() - PADDING),
        );
        array(ui, cx, of, arm, field);
    }
}

/// How high the array is: as high as is to be kept to, as long as people can be told apart.
fn field_size(of: u32, inner: f32, keep: f32) -> f32 {
    if of > 100 {
        return inner * FIELD.1 as f32 / FIELD.0 as f32;
    }
    let rows = of.div_ceil(10) as f32;
    let widest = (inner / 10.0).min(WIDEST);
    let pitch = (keep / rows / 1.32).clamp(LEAST.min(widest), widest);
    pitch * 1.32 * rows
}

fn paper(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) };
    ui.painter().rect(rect, CornerRadius::same(14), c.sheet, edge, StrokeKind::Inside);
}

fn head(ui: &Ui, cx: &Cx<'_>, of: u32, counted: &str, arm: &Arm, inner: f32) -> Head {
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let colour = if arm.group == Group::Harm { c.alert } else { ink::of(cx.look, arm.group).line };
    let said = value(cx.tr, arm);
    let number = said.clone().unwrap_or_else(|| "–".to_owned());
    let factor = if number.chars().count() > 3 { 0.62 } else { 0.86 };
    let number = job([(number.as_str(), scale.format_in(Role::Number, Face::SerifSemibold, factor, colour))]);
    let number = ui.painter().layout_job(number);
    let words = match (&arm.note, said) {
        (_, None) => cx.tr.text("chart-not-tested"),
        (Some(note), _) => note.clone(),
        (None, _) => cx.tr.text_with("chart-of", &[("of", grouped(of).into()), ("counted", counted.to_owned().into())]),
    };
    let room = inner - number.size().x - 10.0;
    let beside = room >= 96.0;
    let mut of = job([(words.as_str(), scale.format(Role::Caption, c.ink2))]);
    of.wrap.max_width = if beside { room } else { inner };
    let mut name = job([(arm.name.as_str(), scale.format(Role::Strong, c.ink))]);
    name.wrap.max_width = inner;
    Head { number, of: ui.painter().layout_job(of), name: ui.painter().layout_job(name), beside }
}

fn write(ui: &Ui, place: Rect, head: Head, cx: &Cx<'_>) {
    let ink = cx.look.colours().ink;
    let at = place.min + vec2(PADDING, PADDING * 0.75);
    let number = head.number.size();
    let of = head.of.size().y;
    ui.painter().galley(at, head.number, ink);
    let mut below = at.y + number.y;
    if head.beside {
        // The last line stands on the number's line where it is one line.
        let drop = ((number.y - of) * 0.5).max(0.0) + if of < 24.0 { 6.0 } else { 0.0 };
        ui.painter().galley(at + vec2(number.x + 10.0, drop), head.of, ink);
        below = below.max(at.y + of);
    } else {
        ui.painter().galley(pos2(at.x, below), head.of, ink);
        below += of;
    }
    ui.painter().galley(pos2(at.x, below), head.name, ink);
}

fn array(ui: &Ui, cx: &Cx<'_>, of: u32, arm: &Arm, field: Rect) {
    let Some(count) = arm.shown() else {
        let edge = Stroke::new(cx.look.tokens.stroke(1.2), cx.look.colours().line);
        let outline =
            [field.left_top(), field.right_top(), field.right_bottom(), field.left_bottom(), field.left_top()];
        ui.painter().extend(Shape::dashed_line(&outline, edge, 5.0, 4.0));
        return;
    };
    let marked = ink::of(cx.look, arm.group);
    if of > 100 {
        rare(ui, cx, of, count, marked.line, field);
        return;
    }
    let pitch = field.height() / of.div_ceil(10) as f32;
    let across = (field.width() / 10.0).min(pitch * 0.92);
    let wide = across.min(pitch / 1.32) * 0.82;
    let size = vec2(wide, wide * TALL);
    let filled = template(ui, person(cx.look, size, Some(&marked)));
    let up_to = arm.up_to.filter(|to| to.is_finite()).map_or(count, |to| to.round().max(0.0) as u32);
    let mut pale = filled.clone();
    for vertex in &mut pale.vertices {
        vertex.color = vertex.color.gamma_multiply(0.42);
    }
    let rest = template(ui, person(cx.look, size, None));
    let snap = |x: f32| (x * ui.pixels_per_point()).round() / ui.pixels_per_point();
    let counted = cx.visit.filling.people();
    let mut mesh = Mesh::default();
    for i in 0..of {
        let (row, column) = (i / 10, i % 10);
        let at = vec2(snap(field.left() + column as f32 * across), snap(field.top() + row as f32 * pitch));
        // Who is not counted yet is still an outline.
        let one = if i >= counted {
            &rest
        } else if i < count {
            &filled
        } else if i < up_to {
            &pale
        } else {
            &rest
        };
        stamp(&mut mesh, one, at);
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// A field of small squares for many people, with one mark for each who came to harm.
fn rare(ui: &Ui, cx: &Cx<'_>, of: u32, count: u32, mark: Color32, field: Rect) {
    let c = cx.look.colours();
    let (columns, rows) = FIELD;
    let pitch = field.width() / columns as f32;
    let square = vec2(pitch, pitch) * 0.72;
    let tint = c.rule.lerp_to_gamma(c.line, if cx.look.tokens.dark { 0.4 } else { 0.0 });
    let mut mesh = Mesh::default();
    for i in 0..columns * rows {
        let at = field.min + vec2((i % columns) as f32, (i / columns) as f32) * pitch;
        mesh.add_colored_rect(Rect::from_min_size(at, square), tint);
    }
    ui.painter().add(Shape::mesh(mesh));
    // Spread over the field by the golden ratio, so that no one thinks of a corner of town.
    let marks = count.min(of).min(400);
    for i in 0..marks {
        let turn = |by: f32| (i as f32 + 0.5) * by % 1.0;
        let x = (turn(0.618_034) * columns as f32).floor() * pitch + square.x * 0.5;
        let y = (turn(0.754_877_7) * rows as f32).floor() * pitch + square.y * 0.5;
        let at = field.min + vec2(x, y);
        let (arm, stroke) = (pitch.clamp(2.5, 4.5), cx.look.tokens.stroke(2.0));
        ui.painter().circle_filled(at, arm + 1.5, c.sheet);
        for along in [vec2(1.0, 1.0), vec2(1.0, -1.0)] {
            ui.painter().line_segment([at - along * arm * 0.7, at + along * arm * 0.7], Stroke::new(stroke, mark));
        }
    }
}

/// What filled figures and the others are.
pub(super) fn legend(ui: &mut Ui, cx: &Cx<'_>, of: u32, counted: &str, rest: &str, arms: &[Arm]) {
    let Some(group) = arms.first().map(|arm| arm.group) else { return };
    if of > 100 {
        let each = of / (FIELD.0 * FIELD.1) as u32;
        let words = [("people", grouped(each).into()), ("counted", counted.to_owned().into())];
        super::super::widgets::caption(ui, cx.look, &cx.tr.text_with("chart-squares", &words));
        return;
    }
    let marked = ink::of(cx.look, group);
    entry(ui, cx, counted, |size| person(cx.look, size, Some(&marked)));
    entry(ui, cx, rest, |size| person(cx.look, size, None));
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, word: &str, figure: impl Fn(eframe::egui::Vec2) -> Vec<Shape>) {
    let c = cx.look.colours();
    let mut text = job([(word, cx.look.scale.format(Role::Caption, c.ink))]);
    text.wrap.max_width = (ui.available_width() - 30.0).max(60.0);
    let text = ui.painter().layout_job(text);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 32.0, text.size().y.max(28.0)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, word));
    if ui.is_rect_visible(rect) {
        let mut mesh = Mesh::default();
        let size = vec2(19.0, 19.0 * TALL);
        stamp(&mut mesh, &template(ui, figure(size)), rect.left_center().to_vec2() - vec2(0.0, size.y * 0.5));
        ui.painter().add(Shape::mesh(mesh));
        ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - text.size().y * 0.5), text, c.ink);
    }
}
