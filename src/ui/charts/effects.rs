//! Effects with their doubt: a dot for the best guess, a bar for the likely range, a dashed line for *no difference*.
//! Left of that line acupuncture did better, right of it the other. Values are gains: more is better with acupuncture,
//! so they grow to the left.

use eframe::egui::{Color32, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::{ink, tell};
use crate::describe::charts::decimal;
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
    /// How many people it rests on: the dot's area.
    pub(in super::super) people: Option<u32>,
    /// The number at the end of the row.
    pub(in super::super) number: String,
    /// The row as a sentence.
    pub(in super::super) says: String,
}

/// The ruler that rows share.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Axis<'a> {
    /// Where it begins and ends; it always holds *no difference*.
    pub(in super::super) from: f32,
    pub(in super::super) to: f32,
    /// What is measured.
    pub(in super::super) unit: &'a str,
}

/// From this width on, names stand left of the plot; below it, above.
const ROOMY: f32 = 520.0;
const LINE: f32 = 30.0;

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
        people: None,
        number: decimal(mark.value, 2),
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
    let numbers: Vec<_> =
        rows.iter().map(|row| text(&row.number, Role::Label, Face::SansBold, c.ink, f32::INFINITY)).collect();
    let column = numbers.iter().map(|n| n.size().x).fold(0.0, f32::max) + 12.0;
    let roomy = width >= ROOMY;
    let names = if roomy { width * 0.36 } else { 0.0 };
    let (left, right) = (names + 8.0, width - column - 8.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        line_of_words(ui, cx, axis, (left, right), true);
        for (row, number) in rows.iter().zip(numbers) {
            let wrap = if roomy { names } else { width };
            let name = text(&row.name, Role::Label, Face::SansSemibold, c.ink, wrap);
            let under = (!row.under.is_empty()).then(|| text(&row.under, Role::Caption, Face::Sans, c.ink2, wrap));
            let words = name.size().y + under.as_ref().map_or(0.0, |under| under.size().y);
            let high = if roomy { words.max(LINE) + 12.0 } else { words + LINE + 8.0 };
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
            let y = if roomy { rect.center().y } else { rect.bottom() - LINE * 0.5 - 4.0 };
            let plot = Rect::from_x_y_ranges(rect.left() + left..=rect.left() + right, rect.y_range());
            let band = if roomy { plot } else { plot.with_min_y(y - LINE * 0.5) };
            ui.painter().rect_filled(band.expand2(vec2(8.0, 0.0)), 0.0, c.well.gamma_multiply(0.55));
            dashed(ui, cx, at(axis, 0.0, plot), band);
            mark(ui, cx, axis, row, plot, y);
            let end = pos2(rect.right() - number.size().x, y - number.size().y * 0.5);
            ui.painter().galley(end, number, c.ink);
        }
        line_of_words(ui, cx, axis, (left, right), false);
    });
}

/// Where a value lies on the ruler.
fn at(axis: Axis<'_>, value: f32, plot: Rect) -> f32 {
    along(axis, value, (plot.left(), plot.right()))
}

/// Where a gain lies between two ends: the more acupuncture gained, the further left.
fn along(axis: Axis<'_>, gain: f32, (left, right): (f32, f32)) -> f32 {
    right - ((gain - axis.from) / (axis.to - axis.from)).clamp(0.0, 1.0) * (right - left)
}

fn dashed(ui: &Ui, cx: &Cx<'_>, x: f32, band: Rect) {
    let stroke = Stroke::new(cx.look.tokens.stroke(1.6), cx.look.colours().ink);
    ui.painter().extend(Shape::dashed_line(&[pos2(x, band.top()), pos2(x, band.bottom())], stroke, 4.0, 3.0));
}

fn mark(ui: &Ui, cx: &Cx<'_>, axis: Axis<'_>, row: &Row, plot: Rect, y: f32) {
    let c = cx.look.colours();
    if let Some((low, high)) = row.range {
        whisker(ui, cx, y, at(axis, high, plot), at(axis, low, plot));
    }
    let ink = ink::of(cx.look, row.group);
    let radius = row.people.map_or(8.0, |people| (4.5 + (people as f32).sqrt() / 18.0).min(12.0));
    let middle = pos2(at(axis, row.value, plot), y);
    ui.painter().circle_filled(middle, radius + 1.5, c.sheet);
    let fill: Color32 = if row.group == Group::Pretend { c.bodytint } else { ink.fill };
    ui.painter().circle(middle, radius, fill, Stroke::new(cx.look.tokens.stroke(2.0), ink.line));
}

/// A likely range with a tick at each end.
pub(super) fn whisker(ui: &Ui, cx: &Cx<'_>, y: f32, from: f32, to: f32) {
    let stroke = Stroke::new(cx.look.tokens.stroke(2.0), cx.look.colours().ink);
    ui.painter().hline(from..=to, y, stroke);
    for x in [from, to] {
        ui.painter().vline(x, y - 7.0..=y + 7.0, stroke);
    }
}

/// The words over and under the rows: where no difference lies and what is measured, and which side is whose.
fn line_of_words(ui: &mut Ui, cx: &Cx<'_>, axis: Axis<'_>, (left, right): (f32, f32), above: bool) {
    let c = cx.look.colours();
    let width = ui.available_width();
    let zero = along(axis, 0.0, (left, right));
    let lay = |words: &str, face, colour, wrap: f32| {
        let mut job = job([(words, cx.look.scale.format_in(Role::Caption, face, 1.0, colour))]);
        job.wrap.max_width = wrap;
        ui.painter().layout_job(job)
    };
    let mut words = Vec::new();
    if above {
        words.push((lay(&cx.tr.text("effect-no-difference"), Face::SansSemibold, c.ink, width), zero, 0.5));
    } else {
        let room = (zero - left).max(90.0);
        words.push((lay(&cx.tr.text("effect-acupuncture-better"), Face::Sans, c.ink2, room), zero - 8.0, 1.0));
        if right - zero > 60.0 {
            words.push((lay(&cx.tr.text("effect-other-better"), Face::Sans, c.ink2, right - zero), zero + 8.0, 0.0));
        }
    }
    let high = words.iter().map(|(galley, ..)| galley.size().y).fold(0.0, f32::max);
    let unit = (!above).then(|| lay(axis.unit, Face::Sans, c.ink3, width));
    let unit_high = unit.as_ref().map_or(0.0, |unit| unit.size().y);
    let (rect, _) = ui.allocate_exact_size(vec2(width, high + unit_high + 4.0), Sense::hover());
    for (galley, x, pivot) in words {
        let start = (x - galley.size().x * pivot).min(width - galley.size().x).max(0.0);
        ui.painter().galley(rect.min + vec2(start, 2.0), galley, c.ink2);
    }
    if let Some(unit) = unit {
        let start = (right - unit.size().x).max(0.0);
        ui.painter().galley(rect.min + vec2(start, high + 2.0), unit, c.ink3);
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, along};

    #[test]
    fn what_acupuncture_gained_lies_left_of_no_difference() {
        let axis = Axis { from: -1.0, to: 3.0, unit: "" };
        let ends = (10.0, 50.0);
        let [best, gain, none, loss, worst] = [3.0, 1.0, 0.0, -0.5, -1.0].map(|gain| along(axis, gain, ends));
        assert!(best < gain && gain < none && none < loss && loss < worst);
        let at = |found: f32, there: f32| (found - there).abs() < 1e-3;
        assert!(at(best, 10.0) && at(none, 40.0) && at(worst, 50.0));
        assert!(at(along(axis, 9.0, ends), 10.0), "what is off the ruler stays on its end");
    }
}
