//! Bars on tracks that are the whole scale, so that no bar looks longer than it is.

use eframe::egui::{CornerRadius, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::{ink, tell};
use crate::describe::charts::{decimal, value};
use crate::model::Arm;
use crate::theme::{Face, Role};

/// How high a bar is, and what stands round it.
const BAR: f32 = 18.0;
const GAP: f32 = 12.0;

/// Shows one bar for each group. A group that was not tested has a dashed, empty track with those words.
pub(in super::super) fn bars(ui: &mut Ui, cx: &Cx<'_>, of: f32, unit: &str, arms: &[Arm], says: &str) {
    if arms.is_empty() || of <= 0.0 {
        return;
    }
    let c = cx.look.colours();
    let width = ui.available_width();
    let painter = ui.painter().clone();
    let text = |text: &str, role, colour, wrap: f32| {
        let mut job = job([(text, cx.look.scale.format(role, colour))]);
        job.wrap.max_width = wrap;
        painter.layout_job(job)
    };
    let names: Vec<_> = arms.iter().map(|arm| text(&arm.name, Role::Label, c.ink, width)).collect();
    let number = |arm: &Arm| {
        let said = value(cx.tr, arm).unwrap_or_default();
        let format = cx.look.scale.format_in(Role::Strong, Face::SansBold, 1.0, c.ink);
        painter.layout_job(job([(said.as_str(), format)]))
    };
    let numbers: Vec<_> = arms.iter().map(number).collect();
    let column = numbers.iter().map(|n| n.size().x).fold(0.0, f32::max) + 12.0;
    let track = (width - column).max(40.0);
    let row = |name: &eframe::egui::Galley| name.size().y + 3.0 + BAR;
    let rows: f32 = names.iter().map(|name| row(name) + GAP).sum();
    let foot = text(unit, Role::Caption, c.ink3, (track - 80.0).max(60.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, rows + foot.size().y), Sense::hover());
    tell(&response, says);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let mut y = rect.top();
    for ((arm, name), number) in arms.iter().zip(names).zip(numbers) {
        let high = row(&name);
        ui.painter().galley(pos2(rect.left(), y), name, c.ink);
        let place = Rect::from_min_size(pos2(rect.left(), y + high - BAR), vec2(track, BAR));
        bar(ui, cx, place, arm, of);
        let at = pos2(rect.right() - number.size().x, place.center().y - number.size().y * 0.5);
        ui.painter().galley(at, number, c.ink);
        y += high + GAP;
    }
    let end = text(&decimal(of, 0), Role::Caption, c.ink3, f32::INFINITY);
    let start = text("0", Role::Caption, c.ink3, f32::INFINITY);
    let y = y - GAP * 0.5;
    ui.painter().galley(pos2(rect.left() + (track - foot.size().x) * 0.5, y), foot, c.ink3);
    ui.painter().galley(pos2(rect.left(), y), start, c.ink3);
    ui.painter().galley(pos2(rect.left() + track - end.size().x, y), end, c.ink3);
}

fn bar(ui: &Ui, cx: &Cx<'_>, track: Rect, arm: &Arm, of: f32) {
    let c = cx.look.colours();
    let Some(value) = arm.value.filter(|value| value.is_finite()) else {
        let edge = Stroke::new(cx.look.tokens.stroke(1.2), c.ink3);
        let mut outline = ink::rounded(track.shrink(0.6), 5.0);
        outline.extend(outline.first().copied());
        ui.painter().extend(Shape::dashed_line(&outline, edge, 5.0, 4.0));
        let words = cx.tr.text("chart-not-tested");
        let format = cx.look.scale.format_in(Role::Caption, Face::Sans, 0.92, c.ink2);
        let words = ui.painter().layout_job(job([(words.as_str(), format)]));
        let at = pos2(track.left() + 10.0, track.center().y - words.size().y * 0.5 - 0.5);
        ui.painter().galley(at, words, c.ink2);
        return;
    };
    ui.painter().rect_filled(track, CornerRadius::same(5), c.well);
    if cx.look.tokens.contrast {
        let edge = Stroke::new(1.5, c.line);
        ui.painter().rect_stroke(track, CornerRadius::same(5), edge, eframe::egui::StrokeKind::Inside);
    }
    let share = |value: f32| (value / of).clamp(0.0, 1.0) * track.width();
    let ink = ink::of(cx.look, arm.group);
    let edge = cx.look.tokens.stroke(1.2);
    if let Some(up_to) = arm.up_to.filter(|up_to| up_to.is_finite()) {
        let pale = Rect::from_min_max(track.min, pos2(track.left() + share(up_to), track.bottom()));
        ui.painter().rect_filled(pale, CornerRadius::same(5), ink.line.gamma_multiply(0.35));
    }
    let length = share(value);
    if length >= 1.0 {
        let filled = Rect::from_min_size(track.min, vec2(length, track.height()));
        ui.painter().extend(ink::shapes(&ink::rounded(filled.shrink(edge * 0.5), 5.0), &ink, 5.0, edge));
    } else {
        // Nothing is a value too: a line at the start of the track.
        ui.painter().vline(track.left() + 1.0, track.y_range(), Stroke::new(2.0, ink.line));
    }
    if let Some((low, high)) = arm.ci {
        super::effects::whisker(ui, cx, track.center().y, track.left() + share(low), track.left() + share(high));
    }
}
