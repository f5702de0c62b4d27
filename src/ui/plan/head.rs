//! What is always on the plan's sheet: its headline with undo and redo, and the way to present it.

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, button, button_width, chip, heading, icon_button};
use crate::model::Point;
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk, Screen};

/// The headline needs so much room at the least, in points.
const TITLE: f32 = 130.0;

/// The headline, undo and redo, and the cross that leaves the body alone.
pub(super) fn head(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let history = &cx.visit.planning.history;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let words = ["plan-undo", "plan-redo"].map(|key| cx.tr.text(key));
        let wide: f32 = words.iter().map(|word| button_width(ui, cx.look, Some(Icon::Undo), word)).sum();
        // Where there is no room for their words, the two signs stand alone.
        let worded = wide + LEAST + 12.0 + TITLE <= ui.available_width();
        let taken = if worded { wide - 32.0 + LEAST + 12.0 } else { 3.0 * (LEAST + 4.0) };
        let room = (ui.available_width() - taken).max(80.0);
        ui.allocate_ui_with_layout(vec2(room, LEAST), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            heading(ui, cx.look, 1, Role::Heading, &cx.tr.text("plan-title"));
        });
        let asks =
            [(history.can_undo() > 0, Icon::Undo, PlanAsk::Undo), (history.can_redo() > 0, Icon::Redo, PlanAsk::Redo)];
        for ((on, picture, ask), word) in asks.into_iter().zip(&words) {
            ui.add_enabled_ui(on, |ui| {
                let pressed = if worded {
                    button(ui, cx.look, Weight::Quiet, Some(picture), word).clicked()
                } else {
                    icon_button(ui, cx.look, picture, word).clicked()
                };
                if pressed {
                    out.push(Action::Plan(ask));
                }
            });
        }
        if icon_button(ui, cx.look, Icon::Close, &cx.tr.text("plan-put-away")).clicked() {
            out.push(Action::CloseSheet);
        }
    });
}

/// Present, the page to take away, and the patient's window.
pub(super) fn foot(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(!planning.plan().steps.is_empty(), |ui| {
            if button(ui, cx.look, Weight::First, Some(Icon::Play), &cx.tr.text("plan-present")).clicked() {
                out.push(Action::Plan(PlanAsk::Present(Some(0))));
            }
        });
        ui.add_enabled_ui(!planning.plan().steps.is_empty(), |ui| {
            if button(ui, cx.look, Weight::Second, Some(Icon::Print), &cx.tr.text("take-handout")).clicked() {
                out.push(Action::Go(Screen::TakeAway));
            }
        });
        let open = planning.patient_window;
        if chip(ui, cx.look, open, Some(Icon::Screen), &cx.tr.text("plan-patient-window")).clicked() {
            out.push(Action::Plan(PlanAsk::PatientWindow(!open)));
        }
    });
}

/// How high the foot is: as many rows of buttons as it takes.
pub(super) fn foot_height(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let keys = [(Icon::Play, "plan-present"), (Icon::Print, "take-handout"), (Icon::Screen, "plan-patient-window")];
    let (mut rows, mut used) = (1.0, 0.0);
    for (picture, key) in keys {
        let button = button_width(ui, cx.look, Some(picture), &cx.tr.text(key));
        if used > 0.0 && used + button > ui.available_width() {
            (rows, used) = (rows + 1.0, 0.0);
        }
        used += button + 8.0;
    }
    rows * (LEAST + 8.0) - 8.0
}

/// Where the way back to the sheet stands on the stage.
pub(in crate::ui) fn way_back_place(ui: &Ui, cx: &Cx<'_>, room: Rect) -> Rect {
    let width = button_width(ui, cx.look, Some(Icon::List), &cx.tr.text("plan-show-sheet"));
    Rect::from_min_size(pos2(room.right() - width - 16.0, room.top() + 70.0), vec2(width, LEAST))
}

/// The way back to the sheet while the body has all the room.
pub(super) fn way_back(ui: &mut Ui, cx: &Cx<'_>, room: Rect, out: &mut Vec<Action>) {
    let builder = UiBuilder::new().max_rect(way_back_place(ui, cx, room)).id_salt("way-back");
    ui.scope_builder(builder, |ui| {
        if button(ui, cx.look, Weight::First, Some(Icon::List), &cx.tr.text("plan-show-sheet")).clicked() {
            out.push(Action::Go(Screen::Plan));
        }
    });
}

/// On a point's card: take it into the plan.
pub(in crate::ui) fn card_button(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    if !cx.features.plans {
        return;
    }
    let there = cx.visit.planning.plan().steps.iter().position(|step| step.point == point.code);
    ui.add_space(4.0);
    match there {
        Some(step) => {
            let name = cx.tr.text_with("plan-open-step", &[("step", (step + 1).into())]);
            if button(ui, cx.look, Weight::Second, Some(Icon::List), &name).clicked() {
                out.push(Action::Go(Screen::Plan));
                out.push(Action::Plan(PlanAsk::OpenStep(Some(step))));
            }
        }
        None => {
            if button(ui, cx.look, Weight::Second, Some(Icon::Plus), &cx.tr.text("plan-add-this")).clicked() {
                out.push(Action::Plan(PlanAsk::Add(point.code.clone())));
            }
        }
    }
}
