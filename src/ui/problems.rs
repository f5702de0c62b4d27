//! What is wrong with a pack that is being written: a strip at the foot of the window, with file, line and remedy.

use eframe::egui::accesskit::Live;
use eframe::egui::{Frame, Margin, Panel, Stroke, Ui};

use super::Cx;
use super::scroll::up_to;
use super::widgets::{Weight, button, heading, paragraph};
use crate::theme::{Icon, Role};
use crate::visit::Action;

/// More is listed by `deqi check`.
const MOST: usize = 20;
/// No more of the window than this, in points.
const HIGH: f32 = 150.0;

/// Shows the strip, unless there is nothing to say or it was put away. No strangers' screen ever shows it.
pub(super) fn problems(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if cx.problems.is_empty() || cx.visit.problems_hidden || cx.features.closed {
        return;
    }
    let c = cx.look.colours();
    let frame = Frame::new().fill(c.sheet).stroke(Stroke::new(2.0, c.alert)).inner_margin(Margin::symmetric(20, 10));
    Panel::bottom("problems").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let hide = cx.tr.text("problems-hide");
            let room = (ui.available_width() - 160.0).max(120.0);
            ui.vertical(|ui| {
                ui.set_width(room);
                let title = cx.tr.text_with("problems-title", &[("count", cx.problems.len().into())]);
                let said = heading(ui, cx.look, 2, Role::Strong, &title);
                ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
                up_to(ui, cx, HIGH, |ui| {
                    for problem in cx.problems.iter().take(MOST) {
                        paragraph(ui, cx.look, Role::Caption, c.ink, &problem.to_string());
                    }
                });
            });
            if button(ui, cx.look, Weight::Second, Some(Icon::Close), &hide).clicked() {
                out.push(Action::HideProblems);
            }
        });
    });
}
