//! The numbers behind a picture as a table, with the values as they were published.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Stroke, Ui, UiBuilder};

use super::super::Cx;
use super::super::widgets::{job, rich};
use crate::describe::charts::{certainty_key, grouped, value};
use crate::model::{Chart, Drawing};
use crate::theme::{Face, Role};

/// Below this width a row becomes lines of its own.
const ROOMY: f32 = 430.0;

/// Shows the table of a chart.
pub(in super::super) fn table(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let head = ["table-group", "table-shown", "table-published", "table-people"].map(|key| cx.tr.text(key));
    rows(ui, cx, &chart.title, &head, &rows_of(cx, chart));
}

/// Shows a table of four columns: the third is the widest.
pub(in super::super) fn rows(ui: &mut Ui, cx: &Cx<'_>, name: &str, head: &[String; 4], rows: &[[String; 4]]) {
    let builder = UiBuilder::new().accessibility_role(NodeRole::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let roomy = ui.available_width() >= ROOMY;
        if roomy {
            row(ui, cx, head, true);
        }
        for cells in rows {
            rule(ui, cx);
            if roomy {
                row(ui, cx, cells, false);
            } else {
                stacked(ui, cx, head, cells);
            }
        }
    });
}

/// Group, value, value as published, people.
fn rows_of(cx: &Cx<'_>, chart: &Chart) -> Vec<[String; 4]> {
    let none = || cx.tr.text("table-none");
    match &chart.drawing {
        Drawing::People { arms, .. } | Drawing::Bars { arms, .. } => {
            let of = match &chart.drawing {
                Drawing::People { of, .. } => grouped(*of),
                Drawing::Bars { of, .. } => grouped(of.max(0.0).round() as u32),
                _ => String::new(),
            };
            let cells = arms.iter().map(|arm| {
                let shown = value(cx.tr, arm).map_or_else(
                    || cx.tr.text("chart-not-tested"),
                    |value| cx.tr.text_with("table-of", &[("value", value.into()), ("of", of.clone().into())]),
                );
                let exact = if arm.exact.is_empty() { none() } else { arm.exact.clone() };
                [arm.name.clone(), shown, exact, arm.people.map_or_else(none, grouped)]
            });
            cells.collect()
        }
        Drawing::Curve { lines, every, .. } => {
            let last = |line: &crate::model::Line| {
                line.dots.last().map_or_else(none, |&(time, value)| {
                    let time = [("time", grouped(time.max(0.0) as u32).into()), ("unit", every.clone().into())];
                    let time = cx.tr.text_with("chart-time", &time);
                    let said = [("value", grouped(value.max(0.0).round() as u32).into()), ("time", time.into())];
                    cx.tr.text_with("table-after", &said)
                })
            };
            lines.iter().map(|line| [line.name.clone(), last(line), line.exact.clone(), none()]).collect()
        }
        Drawing::Ruler { marks, .. } => marks
            .iter()
            .map(|mark| {
                let shown = crate::describe::charts::decimal(mark.value, 2);
                [mark.name.clone(), shown, mark.exact.clone(), none()]
            })
            .collect(),
        Drawing::Gauges(gauges) => gauges
            .iter()
            .map(|gauge| {
                let sources = gauge.sources.iter().filter_map(|id| cx.catalog.source(id));
                let sources: Vec<&str> = sources.map(|source| source.short.as_str()).collect();
                [gauge.asks.clone(), cx.tr.text(certainty_key(gauge.certainty)), sources.join("; "), none()]
            })
            .collect(),
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, cells: &[String; 4], head: bool) {
    let c = cx.look.colours();
    let width = ui.available_width();
    let builder = UiBuilder::new().accessibility_role(NodeRole::Row);
    ui.scope_builder(builder, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (i, (cell, share)) in cells.iter().zip([0.29, 0.19, 0.36, 0.16]).enumerate() {
                ui.vertical(|ui| {
                    ui.set_width(width * share - 10.0);
                    let face = if head || i == 0 { Face::SansSemibold } else { Face::Sans };
                    let colour = if head { c.ink2 } else { c.ink };
                    rich(ui, job([(cell.as_str(), cx.look.scale.format_in(Role::Caption, face, 1.0, colour))]));
                });
                ui.add_space(10.0);
            }
        });
    });
}

fn stacked(ui: &mut Ui, cx: &Cx<'_>, head: &[String; 4], cells: &[String; 4]) {
    let c = cx.look.colours();
    let name = cx.look.scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.ink);
    let (quiet, plain) = (cx.look.scale.format(Role::Caption, c.ink3), cx.look.scale.format(Role::Caption, c.ink));
    let mut pieces = vec![(cells[0].as_str(), name)];
    for (title, cell) in head.iter().zip(cells).skip(1) {
        for (text, format) in [("\n", &quiet), (title, &quiet), (": ", &quiet), (cell, &plain)] {
            pieces.push((text, format.clone()));
        }
    }
    rich(ui, job(pieces));
}

fn rule(ui: &mut Ui, cx: &Cx<'_>) {
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, cx.look.colours().rule));
    ui.add_space(4.0);
}
