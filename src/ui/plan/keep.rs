//! Keeping plans by name, finding them again, and handing them on as files and pictures.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, heading, paragraph};
use super::points::text_row;
use super::step::field;
use crate::plan::Edit;
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk};

/// Shows what is kept.
pub(super) fn keep(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    let c = cx.look.colours();
    let entered = field(ui, cx, "plan-name", &planning.plan().name, false, |name| {
        out.push(Action::Plan(PlanAsk::Edit(Edit::Rename(name))));
    });
    caption(ui, cx.look, &cx.tr.text("plan-name-warning"));
    if button(ui, cx.look, Weight::First, Some(Icon::Tick), &cx.tr.text("plan-keep")).clicked() || entered {
        out.push(Action::Plan(PlanAsk::Keep));
    }
    ui.add_space(8.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("plan-kept-title"));
    if planning.kept.is_empty() {
        paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("plan-none-kept"));
    }
    for kept in &planning.kept {
        let open = cx.tr.text_with("plan-open-named", &[("name", kept.name.as_str().into())]);
        if text_row(ui, cx, &open, Icon::Next) {
            out.push(Action::Plan(PlanAsk::Open(kept.id)));
        }
        let delete = cx.tr.text_with("plan-delete-named", &[("name", kept.name.as_str().into())]);
        if text_row(ui, cx, &delete, Icon::Bin) {
            out.push(Action::Plan(PlanAsk::Delete(kept.id)));
        }
        ui.add_space(4.0);
    }
    ui.add_space(8.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("plan-files"));
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("plan-files-lead"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if button(ui, cx.look, Weight::Second, Some(Icon::Book), &cx.tr.text("plan-export")).clicked() {
            out.push(Action::Plan(PlanAsk::Export));
        }
        if cx.features.saves_pictures
            && button(ui, cx.look, Weight::Second, Some(Icon::Picture), &cx.tr.text("plan-picture")).clicked()
        {
            out.push(Action::Plan(PlanAsk::Picture));
        }
    });
    for file in &planning.files {
        let name = cx.tr.text_with("plan-import-named", &[("file", file.as_str().into())]);
        if text_row(ui, cx, &name, Icon::Next) {
            out.push(Action::Plan(PlanAsk::Import(file.clone())));
        }
    }
}
