//! What a chapter holds: a row of chips where there is room, else one button that opens a list.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Frame, Margin, Popup, PopupCloseBehavior, Stroke, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::super::scroll::up_to;
use super::super::widgets::{LEAST, Weight, button, button_width, chip, job, row_button};
use crate::model::Chapter;
use crate::theme::{Icon, Role};
use crate::visit::{Action, ReadAsk, Topic};

const GAP: f32 = 8.0;

/// Everything in a chapter, in order, with its name.
fn entries(cx: &Cx<'_>, chapter: Chapter) -> Vec<(Topic, String)> {
    let evidence = cx.catalog.evidence();
    let panels = evidence.chapter(chapter).map(|panel| (Topic::Panel(panel.id.clone()), panel.chip.clone()));
    let mut all: Vec<(Topic, String)> = panels.collect();
    if chapter == Chapter::Evidence && !evidence.studies.is_empty() {
        all.insert(all.len().min(1), (Topic::Studies, cx.tr.text("chapter-studies")));
    }
    if evidence.myths.iter().any(|myth| myth.chapter == chapter) {
        all.push((Topic::Myths, cx.tr.text("chapter-myths")));
    }
    if evidence.questions.iter().any(|question| question.chapter == chapter) {
        all.push((Topic::Questions, cx.tr.text("chapter-questions")));
    }
    all
}

/// How high the chips are in a room of this width.
pub(super) fn height(ui: &Ui, cx: &Cx<'_>, chapter: Chapter, width: f32) -> f32 {
    let (mut rows, mut used) = (1.0, 0.0);
    for (_, name) in entries(cx, chapter) {
        let chip = button_width(ui, cx.look, None, &name);
        if used > 0.0 && used + chip > width {
            rows += 1.0;
            used = 0.0;
        }
        used += chip + GAP;
    }
    rows * (LEAST + GAP) - GAP
}

/// The chips.
pub(super) fn chips(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, open: &Topic, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for (topic, name) in entries(cx, chapter) {
            if chip(ui, cx.look, topic == *open, None, &name).clicked() {
                out.push(Action::Read(ReadAsk::Open(chapter, topic)));
            }
        }
    });
}

/// The way on at the end of a column: what comes next.
pub(super) fn onward(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, open: &Topic, out: &mut Vec<Action>) {
    let all = entries(cx, chapter);
    let here = all.iter().position(|(topic, _)| topic == open);
    let Some((topic, name)) = here.and_then(|here| all.get(here + 1)) else { return };
    let next = cx.tr.text_with("chapter-next", &[("name", name.clone().into())]);
    if button(ui, cx.look, Weight::First, Some(Icon::Next), &next).clicked() {
        out.push(Action::Read(ReadAsk::Open(chapter, topic.clone())));
    }
}

/// One button that opens the list of everything in a chapter.
pub(super) fn menu(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, open: &Topic, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let name = cx.tr.text("chapter-contents");
    let response = button(ui, cx.look, Weight::Second, Some(Icon::List), &name);
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, is_open, &name));
    let frame = Frame::new()
        .fill(c.sheet)
        .stroke(Stroke::new(cx.look.tokens.stroke(1.5), c.line))
        .corner_radius(14)
        .inner_margin(Margin::same(8));
    let width = (ui.ctx().content_rect().width() - 60.0).min(300.0);
    Popup::menu(&response)
        .accessible_name(&name)
        .frame(frame)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            up_to(ui, cx, ui.ctx().content_rect().height() - 120.0, |ui| {
                for (topic, name) in entries(cx, chapter) {
                    let mut word = job([(name.as_str(), cx.look.scale.format(Role::Text, c.ink))]);
                    word.wrap.max_width = ui.available_width() - 28.0;
                    let word = ui.painter().layout_job(word);
                    if row_button(ui, cx.look, topic == *open, &name, word, None).clicked() {
                        out.push(Action::Read(ReadAsk::Open(chapter, topic)));
                        ui.close();
                    }
                }
            });
        });
}
