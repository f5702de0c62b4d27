//! Lines over time, on a field that is the whole scale. Each line has its own dash and its name beneath.

use eframe::egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::{ink, tell};
use crate::describe::charts::decimal;
use crate::model::{Group, Line};
use crate::theme::{Face, Role};

/// What is measured, and in what time is counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axes<'a> {
    pub(super) of: f32,
    pub(super) unit: &'a str,
    pub(super) every: &'a str,
}

/// The least and the most height of the field: the names and the ends of the scale stand below it.
const FIELD: (f32, f32) = (150.0, 340.0);

/// Shows the lines. `height` is what the whole picture keeps to where it can.
pub(super) fn curve(ui: &mut Ui, cx: &Cx<'_>, axes: &Axes<'_>, lines: &[Line], height: f32, says: &str) {
    let dots = lines.iter().flat_map(|line| &line.dots);
    let last = dots.map(|(time, _)| *time).filter(|time| time.is_finite()).fold(0.0, f32::max);
    if last <= 0.0 || axes.of <= 0.0 {
        return;
    }
    let c = cx.look.colours();
    let width = ui.available_width();
    let painter = ui.painter().clone();
    let lay = |text: &str, role, face, colour, wrap: f32| {
        let mut job = job([(text, cx.look.scale.format_in(role, face, 1.0, colour))]);
        job.wrap.max_width = wrap;
        painter.layout_job(job)
    };
    let unit = lay(axes.unit, Role::Caption, Face::Sans, c.ink3, width);
    let names: Vec<_> =
        lines.iter().map(|line| lay(&line.name, Role::Label, Face::SansSemibold, c.ink, width - 64.0)).collect();
    let foot: f32 = names.iter().map(|name| name.size().y.max(24.0) + 4.0).sum();
    let around = unit.size().y + 6.0 + 26.0 + foot;
    let height = (height - around).clamp(FIELD.0, FIELD.1);
    let whole = vec2(width, around + height);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    tell(&response, says);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let top = rect.top() + unit.size().y + 6.0;
    ui.painter().galley(rect.min, unit, c.ink3);
    let field = Rect::from_min_max(pos2(rect.left() + 36.0, top), pos2(rect.right() - 52.0, top + height));
    let place = |time: f32, value: f32| {
        let share = |x: f32| x.clamp(0.0, 1.0);
        pos2(
            field.left() + share(time / last) * field.width(),
            field.bottom() - share(value / axes.of) * field.height(),
        )
    };
    ground(ui, cx, axes, field, last);
    for line in lines {
        let path: Vec<Pos2> = line.dots.iter().map(|&(time, value)| place(time, value)).collect();
        draw(ui, cx, line.group, &path);
        if let (Some(end), Some((_, value))) = (path.last(), line.dots.last()) {
            let number = lay(&decimal(*value, 0), Role::Strong, Face::SansBold, c.ink, f32::INFINITY);
            ui.painter().galley(*end + vec2(12.0, -number.size().y * 0.5), number, c.ink);
        }
    }
    let mut y = field.bottom() + 26.0;
    for (line, name) in lines.iter().zip(names) {
        let high = name.size().y.max(24.0);
        let middle = y + high * 0.5;
        draw(ui, cx, line.group, &[pos2(rect.left(), middle), pos2(rect.left() + 48.0, middle)]);
        ui.painter().galley(pos2(rect.left() + 60.0, middle - name.size().y * 0.5), name, c.ink);
        y += high + 4.0;
    }
}

/// The field with its scale: nothing, half and all of it; the start and the end of time.
fn ground(ui: &Ui, cx: &Cx<'_>, axes: &Axes<'_>, field: Rect, last: f32) {
    let c = cx.look.colours();
    let word = |text: &str| ui.painter().layout_job(job([(text, cx.look.scale.format(Role::Caption, c.ink3))]));
    ui.painter().rect_filled(field, 0.0, c.well.gamma_multiply(0.5));
    for share in [0.0, 0.5, 1.0] {
        let y = field.bottom() - share * field.height();
        let weight = if share == 0.0 { 1.5 } else { 1.0 };
        ui.painter().hline(field.x_range(), y, Stroke::new(weight, if share == 0.0 { c.line } else { c.rule }));
        let number = word(&decimal(share * axes.of, 0));
        ui.painter().galley(pos2(field.left() - 8.0 - number.size().x, y - number.size().y * 0.5), number, c.ink3);
    }
    let times = [("time", decimal(last, 0).into()), ("unit", axes.every.to_owned().into())];
    let end = word(&cx.tr.text_with("chart-time", &times));
    let start = word("0");
    let below = field.bottom() + 5.0;
    ui.painter().galley(pos2(field.left() - start.size().x * 0.5, below), start, c.ink3);
    ui.painter().galley(pos2(field.right() - end.size().x, below), end, c.ink3);
}

/// One line: whole for a comparison with nothing, dashed for one with pretend needles.
fn draw(ui: &Ui, cx: &Cx<'_>, group: Group, path: &[Pos2]) {
    let stroke = Stroke::new(cx.look.tokens.stroke(3.0), ink::of(cx.look, group).line);
    if matches!(group, Group::Pretend | Group::RealOrPretend) {
        ui.painter().extend(Shape::dashed_line(path, stroke, 9.0, 6.0));
    } else {
        ui.painter().line(path.to_vec(), stroke);
    }
    if let [first, .., last] = path {
        for end in [first, last] {
            ui.painter().circle_filled(*end, 5.0, stroke.color);
        }
    }
}
