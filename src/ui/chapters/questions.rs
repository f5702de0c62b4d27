//! A short question or two after each chapter: pick what is true, see why. No score is kept.

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{CornerRadius, Frame, Margin, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{focus_ring, heading, icon, is_painted, job, paragraph, rich};
use crate::model::{Chapter, Choice, TeachBack};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, ReadAsk};

/// Shows a chapter's questions.
pub(super) fn questions(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("questions-title"));
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("questions-lead"));
    for question in cx.catalog.evidence().questions.iter().filter(|question| question.chapter == chapter) {
        leaf(ui, cx, |ui| {
            heading(ui, cx.look, 2, Role::Heading, &question.asks);
            let builder = UiBuilder::new().accessibility_role(NodeRole::RadioGroup).accessibility_label(&question.asks);
            ui.scope_builder(builder, |ui| {
                for (i, choice) in question.choices.iter().enumerate() {
                    answer(ui, cx, question, i, choice, out);
                }
            });
            let picked = cx.visit.reader.answer(&question.id).and_then(|i| question.choices.get(i));
            if let Some(picked) = picked {
                why(ui, cx, picked);
            }
        });
    }
}

fn answer(ui: &mut Ui, cx: &Cx<'_>, question: &TeachBack, index: usize, choice: &Choice, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let on = cx.visit.reader.answer(&question.id) == Some(index);
    let mut text = job([(choice.says.as_str(), cx.look.scale.format(Role::Text, c.ink))]);
    text.wrap.max_width = ui.available_width() - 56.0;
    let text = ui.painter().layout_job(text);
    let size = vec2(ui.available_width(), (text.size().y + 20.0).max(48.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::RadioButton, true, on, &choice.says));
    if is_painted(ui, &response) {
        let edge = Stroke::new(cx.look.tokens.stroke(if on { 2.0 } else { 1.5 }), if on { c.ink } else { c.line });
        let fill = if response.hovered() { c.well } else { c.sheet };
        ui.painter().rect(rect, CornerRadius::same(12), fill, edge, StrokeKind::Inside);
        let middle = pos2(rect.left() + 24.0, rect.center().y);
        ui.painter().circle_stroke(middle, 10.0, Stroke::new(cx.look.tokens.stroke(1.8), c.line));
        if on {
            ui.painter().circle_filled(middle, 5.5, c.ink);
        }
        ui.painter().galley(pos2(rect.left() + 46.0, rect.center().y - text.size().y * 0.5), text, c.ink);
        focus_ring(ui.painter(), cx.look, &response, 12);
    }
    if response.clicked() {
        out.push(Action::Read(ReadAsk::Answer(question.id.clone(), index)));
    }
}

/// Whether the picked answer is true, and why.
fn why(ui: &mut Ui, cx: &Cx<'_>, picked: &Choice) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::NONE };
    let frame = Frame::new().fill(c.well).stroke(edge).corner_radius(CornerRadius::same(10));
    frame.inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let (sign, colour) = if picked.right { (Icon::Tick, c.ok) } else { (Icon::Info, c.ink) };
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 24.0), Sense::hover());
            let sign = icon(ui, sign, 20.0, colour);
            ui.painter().galley(rect.center() - sign.size() * 0.5, sign, colour);
            let lead = cx.look.scale.format_in(Role::Text, Face::SansBold, 1.0, c.ink);
            let verdict = cx.tr.text(if picked.right { "questions-true" } else { "questions-not-so" });
            let text = cx.look.scale.format(Role::Text, c.ink);
            let said = rich(ui, job([(verdict.as_str(), lead), (" ", text.clone()), (picked.why.as_str(), text)]));
            ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        });
    });
}
