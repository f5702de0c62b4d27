//! What else helps: one row for each way, the same questions asked of all. Where nobody found a figure that we trust,
//! the cell says so.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Ui, UiBuilder};

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{heading, job, rich};
use crate::describe::charts::certainty_key;
use crate::model::{CareOption, Cell, GridQuestion};
use crate::theme::{Face, Role};

/// From this width on, answers stand side by side.
const ROOMY: f32 = 620.0;

/// Shows the grid.
pub(super) fn grid(ui: &mut Ui, cx: &Cx<'_>) {
    for option in &cx.catalog.evidence().options {
        leaf(ui, cx, |ui| {
            heading(ui, cx.look, 2, Role::Heading, &option.name);
            if ui.available_width() >= ROOMY {
                side_by_side(ui, cx, option);
            } else {
                for question in GridQuestion::ALL {
                    cell(ui, cx, question, option.cell(question));
                }
            }
        });
    }
}

fn side_by_side(ui: &mut Ui, cx: &Cx<'_>, option: &CareOption) {
    let width = ui.available_width() / GridQuestion::ALL.len() as f32;
    let builder = UiBuilder::new().accessibility_role(NodeRole::Row).accessibility_label(&option.name);
    ui.scope_builder(builder, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for question in GridQuestion::ALL {
                ui.vertical(|ui| {
                    ui.set_width(width - 16.0);
                    cell(ui, cx, question, option.cell(question));
                });
                ui.add_space(16.0);
            }
        });
    });
}

/// A question and its answer as one piece of text.
fn cell(ui: &mut Ui, cx: &Cx<'_>, question: GridQuestion, answer: &Cell) {
    let c = cx.look.colours();
    let asks = cx.tr.text(match question {
        GridQuestion::What => "grid-what",
        GridQuestion::Points => "grid-points",
        GridQuestion::People => "grid-people",
        GridQuestion::Harms => "grid-harms",
    });
    let scale = &cx.look.scale;
    let lead = scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.ink2);
    let quiet = scale.format(Role::Caption, c.ink3);
    let text = scale.format(Role::Card, c.ink);
    let breaks = ("\n", quiet.clone());
    match answer {
        Cell::Says { text: says, certainty, .. } => {
            let sure = cx.tr.text(certainty_key(*certainty));
            let sure = cx.tr.text_with("bearing-certainty", &[("certainty", sure.into())]);
            rich(ui, job([(asks.as_str(), lead), breaks.clone(), (says, text), breaks, (sure.as_str(), quiet)]));
        }
        Cell::NoFigure => {
            let none = cx.tr.text("grid-none");
            rich(ui, job([(asks.as_str(), lead), breaks, (none.as_str(), quiet)]));
        }
    }
}
