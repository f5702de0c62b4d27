//! The weeks behind the plot as a table.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Stroke, Ui, UiBuilder};

use super::super::Cx;
use super::super::widgets::{job, rich};
use crate::describe;
use crate::diary::Course;
use crate::theme::{Face, Role};

/// How the columns share the width.
const SHARES: [f32; 4] = [0.40, 0.18, 0.24, 0.18];

/// Below this width a row becomes lines of its own.
const ROOMY: f32 = 430.0;

/// Shows the table.
pub(super) fn table(ui: &mut Ui, cx: &Cx<'_>, course: &Course) {
    let head = ["diary-table-week", "diary-table-mean", "diary-table-range", "diary-table-count"];
    let head = head.map(|key| cx.tr.text(key));
    let name = cx.tr.text("diary-table-name");
    let builder = UiBuilder::new().accessibility_role(NodeRole::Table).accessibility_label(&name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let roomy = ui.available_width() >= ROOMY;
        if roomy {
            row(ui, cx, &head, true);
        }
        for week in &course.weeks {
            let (least, most) = week.range;
            let range = [("least", u32::from(least).into()), ("most", u32::from(most).into())];
            let cells = [
                describe::diary::day(cx.tr, week.monday),
                describe::diary::average(week.mean),
                cx.tr.text_with("diary-range", &range),
                week.entries.to_string(),
            ];
            let y = ui.cursor().top();
            ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, cx.look.colours().rule));
            ui.add_space(4.0);
            if roomy {
                row(ui, cx, &cells, false);
            } else {
                stacked(ui, cx, &head, &cells);
            }
        }
    });
}

fn stacked(ui: &mut Ui, cx: &Cx<'_>, head: &[String; 4], cells: &[String; 4]) {
    let c = cx.look.colours();
    let (quiet, plain) = (cx.look.scale.format(Role::Caption, c.ink3), cx.look.scale.format(Role::Caption, c.ink));
    let mut pieces = Vec::new();
    for (title, cell) in head.iter().zip(cells) {
        let ends = if pieces.is_empty() { "" } else { "\n" };
        pieces.extend([(ends, quiet.clone()), (title, quiet.clone()), (": ", quiet.clone()), (cell, plain.clone())]);
    }
    rich(ui, job(pieces));
}

fn row(ui: &mut Ui, cx: &Cx<'_>, cells: &[String; 4], head: bool) {
    let c = cx.look.colours();
    let width = ui.available_width();
    ui.scope_builder(UiBuilder::new().accessibility_role(NodeRole::Row), |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (cell, share) in cells.iter().zip(SHARES) {
                ui.vertical(|ui| {
                    ui.set_width(width * share - 10.0);
                    let face = if head { Face::SansSemibold } else { Face::Sans };
                    let colour = if head { c.ink2 } else { c.ink };
                    rich(ui, job([(cell.as_str(), cx.look.scale.format_in(Role::Caption, face, 1.0, colour))]));
                });
                ui.add_space(10.0);
            }
        });
    });
}
