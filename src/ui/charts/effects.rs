//! Effects with their doubt: a dot for the best guess, a bar for the likely range, a dashed line for *no difference*.
//! Left of that line acupuncture did better, right of it the other.

use eframe::egui::{Color32, Rangef, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::axis::{self, Axis};
use super::{ink, tell};
use crate::describe::charts::{decimal, likely};
use crate::model::{Group, Mark};
use crate::theme::{Face, Role};

/// One row of the plot.
#[derive(Clone, Debug)]
pub(in super::super) struct Row {
    /// Which study, or against what.
    pub(in super::super) name: String,
    /// What it was compared with and when, in small letters; may be empty.
    pub(in super::super) under: String,
    /// How it is drawn.
    pub(in super::super) group: Group,
    /// The best guess, and its range.
    pub(in super::super) value: f32,
    pub(in super::super) range: Option<(f32, f32)>,
    /// The number at the end of the row, and its range below it; that may be empty.
    pub(in super::super) number: String,
    pub(in super::super) likely: String,
    /// The row as a sentence.
    pub(in super::super) says: String,
}

/// From this width on, names stand left of the plot; below it, above.
const ROOMY: f32 = 520.0;
const LINE: f32 = 30.0;
/// All dots are of this radius: how many people a study had says little of how sure it is, and often nobody knows.
const DOT: f32 = 6.5;

/// Marks of one chart on a ruler that begins at *no difference*.
pub(super) fn ruler(ui: &mut Ui, cx: &Cx<'_>, unit: &str, of: f32, marks: &[Mark], says: &str) {
    let ends = marks.iter().flat_map(|mark| [mark.value, mark.ci.map_or(0.0, |(low, _)| low)]);
    let from = ends.filter(|end| end.is_finite()).fold(0.0, f32::min);
    let row = |(i, mark): (usize, &Mark)| Row {
        name: mark.name.clone(),
        under: String::new(),
        group: mark.group,
        value: mark.value,
        range: mark.ci,
        number: decimal(mark.value, 2),
        likely: mark.ci.map_or_else(String::new, |(low, high)| likely(cx.tr, low, high, 2)),
        says: if i == 0 { says.to_owned() } else { format!("{}: {}", mark.name, mark.exact) },
    };
    let rows: Vec<Row> = marks.iter().enumerate().map(row).collect();
    effects(ui, cx, Axis { from, to: of, unit }, &rows);
}

/// Shows rows on one ruler.
pub(in super::super) fn effects(ui: &mut Ui, cx: &Cx<'_>, axis: Axis<'_>, rows: &[Row]) {
    if rows.is_empty() || axis.to <= axis.from {
        return;
    }
    let c = cx.look.colours();
    let width = ui.available_width();
    let painter = ui.painter().clone();
    let text = |text: &str, role, face, colour, wrap: f32| {
        let mut job = job([(text, cx.look.scale.format_in(role, face, 1.0, colour))]);
        job.wrap.max_width = wrap;
        painter.layout_job(job)
    };
    let end = |row: &Row| {
        let number = text(&row.number, Role::Label, Face::SansBold, c.ink, f32::INFINITY);
        let likely =
            (!row.likely.is_empty()).then(|| text(&row.likely, Role::Caption, Face::Sans, c.ink2, f32::INFINITY));
        [Some(number), likely].into_iter().flatten().collect::<Vec<_>>()
    };
    let ends: Vec<_> = rows.iter().map(end).collect();
    let column = ends.iter().flatten().map(|words| words.size().x).fold(0.0, f32::max) + 12.0;
    let line = ends.iter().map(|words| words.iter().map(|w| w.size().y).sum()).fold(LINE, f32::max);
    let ticks = axis.ticks();
    let roomy = width >= ROOMY;
    let names = if roomy { width * 0.36 } else { 0.0 };
    let room = Rangef::new(names + 8.0, width - column - 8.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        axis::above(ui, cx, axis, room);
        for (row, end) in rows.iter().zip(ends) {
            let wrap = if roomy { names } else { width };
            let name = text(&row.name, Role::Label, Face::SansSemibold, c.ink, wrap);
            let under = (!row.under.is_empty()).then(|| text(&row.under, Role::Caption, Face::Sans, c.ink2, wrap));
            let words = name.size().y + under.as_ref().map_or(0.0, |under| under.size().y);
            let high = if roomy { words.max(line) + 12.0 } else { words + line + 8.0 };
            let (rect, response) = ui.allocate_exact_size(vec2(width, high), Sense::hover());
            tell(&response, &row.says);
            if !ui.is_rect_visible(rect) {
                continue;
            }
            let top = if roomy { rect.center().y - words * 0.5 } else { rect.top() };
            let next = top + name.size().y;
            ui.painter().galley(pos2(rect.left(), top), name, c.ink);
            if let Some(under) = under {
                ui.painter().galley(pos2(rect.left(), next), under, c.ink2);
            }
            let y = if roomy { rect.center().y } else { rect.bottom() - line * 0.5 - 4.0 };
            let plot =
                Rect::from_x_y_ranges(Rangef::new(rect.left() + room.min, rect.left() + room.max), rect.y_range());
            let band = if roomy { plot } else { plot.with_min_y(y - line * 0.5) };
            ui.painter().rect_filled(band.expand2(vec2(8.0, 0.0)), 0.0, c.well.gamma_multiply(0.55));
            for &tick in &ticks {
                ui.painter().vline(axis.along(tick, plot.x_range()), band.y_range(), Stroke::new(1.0, c.rule));
            }
            dashed(ui, cx, axis.along(0.0, plot.x_range()), band);
            mark(ui, cx, axis, row, plot, y);
            let mut next = y - end.iter().map(|words| words.size().y).sum::<f32>() * 0.5;
            for words in end {
                let (at, high) = (pos2(rect.right() - words.size().x, next), words.size().y);
                ui.painter().galley(at, words, c.ink);
                next += high;
            }
        }
        axis::below(ui, cx, axis, room);
    });
}

fn dashed(ui: &Ui, cx: &Cx<'_>, x: f32, band: Rect) {
    let stroke = Stroke::new(cx.look.tokens.stroke(1.6), cx.look.colours().ink);
    ui.painter().extend(Shape::dashed_line(&[pos2(x, band.top()), pos2(x, band.bottom())], stroke, 4.0, 3.0));
}

fn mark(ui: &Ui, cx: &Cx<'_>, axis: Axis<'_>, row: &Row, plot: Rect, y: f32) {
    let c = cx.look.colours();
    if let Some((low, high)) = row.range {
        whisker(ui, cx, y, axis.along(high, plot.x_range()), axis.along(low, plot.x_range()));
    }
    let ink = ink::of(cx.look, row.group);
    let middle = pos2(axis.along(row.value, plot.x_range()), y);
    ui.painter().circle_filled(middle, DOT + 1.5, c.sheet);
    let fill: Color32 = if row.group == Group::Pretend { c.bodytint } else { ink.fill };
    ui.painter().circle(middle, DOT, fill, Stroke::new(cx.look.tokens.stroke(2.0), ink.line));
}

/// A likely range with a tick at each end.
pub(super) fn whisker(ui: &Ui, cx: &Cx<'_>, y: f32, from: f32, to: f32) {
    let stroke = Stroke::new(cx.look.tokens.stroke(2.0), cx.look.colours().ink);
    ui.painter().hline(from..=to, y, stroke);
    for x in [from, to] {
        ui.painter().vline(x, y - 7.0..=y + 7.0, stroke);
    }
}
