//! What you can do: an action, why it is worth it, how to go about it, and the panel that helps.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{Weight, button, heading, paragraph};
use super::list::step;
use crate::model::Todo;
use crate::theme::{Icon, Role};
use crate::visit::{Action, ReadAsk};

/// On a field of its own, where a panel has no other picture.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, action: &Todo, out: &mut Vec<Action>) {
    leaf(ui, cx, |ui| todo(ui, cx, action, out));
}

/// Shows the action.
pub(super) fn todo(ui: &mut Ui, cx: &Cx<'_>, action: &Todo, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("panel-you-can"));
    paragraph(ui, cx.look, Role::Strong, c.ink, &action.says);
    paragraph(ui, cx.look, Role::Card, c.ink2, &action.why);
    for (i, says) in action.steps.iter().enumerate() {
        step(ui, cx, i + 1, says);
    }
    let Some(opens) = &action.opens else { return };
    let panel = cx.catalog.evidence().panel(opens).map(|panel| panel.chip.clone());
    let Some(name) = panel.or_else(|| cx.catalog.page(opens).map(|page| page.title.clone())) else { return };
    let name = cx.tr.text_with("panel-open", &[("name", name.into())]);
    if button(ui, cx.look, Weight::First, Some(Icon::Next), &name).clicked() {
        out.push(Action::Read(ReadAsk::Find(opens.clone())));
    }
}
