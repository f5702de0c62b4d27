//! The plan: made on the body with the sheet beside it, drawn on, kept, and presented page by page.

mod accounts;
mod draw;
mod head;
mod keep;
mod news;
mod patient;
mod points;
mod present;
mod step;

pub(super) use head::{card_button, way_back_place};
pub(super) use news::elsewhere;
pub use patient::{patient_window, posed};

use eframe::egui::{Key, Modifiers, Rect, Ui};

use super::Cx;
use super::sheet::{on_paper, scroll};
use super::widgets::choose;
use crate::visit::{Action, PlanAsk, PlanTab, Sheet};

/// Shows the plan. `body` shows the stage with the sheet beside it; what a touch means there is another thing here.
pub(super) fn plan(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rect: Rect,
    out: &mut Vec<Action>,
    body: impl FnOnce(&mut Ui, &Cx<'_>, &mut Vec<Action>),
) {
    keys(ui, cx, out);
    let mut asked = Vec::new();
    body(ui, cx, &mut asked);
    out.extend(asked.into_iter().filter_map(|action| meant(cx, action)));
    if cx.visit.sheet_closed {
        head::way_back(ui, cx, rect, out);
    }
}

/// What something that was asked for on the body means for a plan.
fn meant(cx: &Cx<'_>, action: Action) -> Option<Action> {
    // While a plan is presented, a touch turns the body and changes nothing.
    let presents = cx.visit.planning.page.is_some();
    match action {
        Action::Choose(_) | Action::Open(Sheet::Choose(_) | Sheet::Part { .. }) if presents => None,
        Action::Choose(site) => Some(Action::Plan(PlanAsk::Touch(site))),
        Action::Open(Sheet::Choose(sites)) => Some(Action::Plan(PlanAsk::Offer(sites))),
        Action::Open(Sheet::Part { near, .. }) => Some(Action::Plan(PlanAsk::Offer(near))),
        other => Some(other),
    }
}

/// Undo and redo by the keys that everyone knows; pages by arrows while nothing else has the keyboard.
fn keys(ui: &Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    if planning.page.is_some() {
        present::keys(ui, cx, out);
        return;
    }
    let typing = ui.ctx().text_edit_focused();
    let redo = ui.input_mut(|i| {
        i.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || i.consume_key(Modifiers::COMMAND, Key::Y)
    });
    let undo = !typing && ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Z));
    if redo && !typing {
        out.push(Action::Plan(PlanAsk::Redo));
    } else if undo {
        out.push(Action::Plan(PlanAsk::Undo));
    }
}

/// The sheet beside the body.
pub(super) fn sheet(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    on_paper(ui, cx, |ui| {
        if cx.visit.planning.page.is_some() {
            present::present(ui, cx, out);
            return;
        }
        // On a low window all of it scrolls; else the first rows stand still.
        if ui.available_height() < 440.0 {
            scroll(ui, cx, "plan", |ui| {
                head::head(ui, cx, out);
                tabs(ui, cx, out);
                tab(ui, cx, out);
                head::foot(ui, cx, out);
            });
            return;
        }
        ui.spacing_mut().item_spacing.y = 8.0;
        head::head(ui, cx, out);
        tabs(ui, cx, out);
        let room = ui.available_height() - head::foot_height(ui, cx) - 8.0;
        ui.allocate_ui(eframe::egui::vec2(ui.available_width(), room), |ui| {
            ui.set_min_height(room);
            scroll(ui, cx, &format!("{:?}", cx.visit.planning.tab), |ui| tab(ui, cx, out));
        });
        head::foot(ui, cx, out);
    });
}

fn tabs(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let names =
        [(PlanTab::Points, "plan-tab-points"), (PlanTab::Draw, "plan-tab-draw"), (PlanTab::Kept, "plan-tab-kept")]
            .map(|(tab, key)| (tab, cx.tr.text(key)));
    let options: Vec<(PlanTab, &str)> = names.iter().map(|(tab, name)| (*tab, name.as_str())).collect();
    if let Some(tab) = choose(ui, cx.look, &cx.tr.text("plan-tabs"), cx.visit.planning.tab, &options) {
        out.push(Action::Plan(PlanAsk::Show(tab)));
    }
}

fn tab(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    news::news(ui, cx, out);
    match cx.visit.planning.tab {
        PlanTab::Points => points::points(ui, cx, out),
        PlanTab::Draw => draw::draw(ui, cx, out),
        PlanTab::Kept => keep::keep(ui, cx, out),
    }
}
