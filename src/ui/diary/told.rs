//! What a person should know of their diary: what was written, what went wrong, what is not on the disk yet.

use eframe::egui::accesskit::Live;
use eframe::egui::{CornerRadius, Frame, Margin, Sense, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, icon, paragraph};
use crate::describe;
use crate::store::database::Fault;
use crate::theme::{Icon, Role};
use crate::visit::{Action, DiaryAsk, Told};

/// Shows it; nothing where there is nothing to say.
pub(super) fn told(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.diary;
    for told in &panel.told {
        note(ui, cx, &describe::diary::told(cx.tr, told));
    }
    let unsaved = panel.unsaved || panel.unwritten;
    if unsaved {
        note(ui, cx, &cx.tr.text("diary-unsaved"));
    }
    // A fault that will still be there needs no button.
    let again =
        |told: &Told| matches!(told, Told::Fault(Fault::Busy { .. } | Fault::Full { .. } | Fault::Failed { .. }));
    if (unsaved || panel.told.iter().any(again))
        && button(ui, cx.look, Weight::Second, Some(Icon::Turn), &cx.tr.text("diary-retry")).clicked()
    {
        out.push(Action::Diary(DiaryAsk::Retry));
    }
}

fn note(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::NONE };
    let frame = Frame::new().fill(c.well).stroke(edge).corner_radius(CornerRadius::same(10));
    frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let sign = icon(ui, Icon::Info, 20.0, c.ink);
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 24.0), Sense::hover());
            ui.painter().galley(rect.center() - sign.size() * 0.5, sign, c.ink);
            let said = paragraph(ui, cx.look, Role::Card, c.ink, text);
            ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        });
    });
}
