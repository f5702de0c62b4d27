//! The plan as a story: one page for all points, then a page for each, while the body turns to it.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Id, Key, Layout, Modifiers, Rect, ScrollArea, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::scroll::by_keys;
use super::super::sheet::scroll;
use super::super::widgets::{LEAST, Weight, button, button_width, caption, chip, heading, icon_button, paragraph};
use super::accounts::accounts;
use crate::describe;
use crate::plan::Step;
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk};

/// Shows the page and the buttons to step through.
pub(super) fn present(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    // On a low window all of it scrolls; else the buttons stand still at the foot.
    if ui.available_height() < 240.0 {
        scroll(ui, cx, "present", |ui| {
            page(ui, cx, true);
            ui.add_space(8.0);
            buttons(ui, cx, out);
        });
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = ui.available_height() - LEAST - 12.0;
    ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
        ui.set_min_height(room);
        turned(ui, cx);
    });
    ui.add_space(12.0);
    buttons(ui, cx, out);
}

/// How much of the page lies above and below what is seen: the keys scroll as long as there is more.
#[derive(Clone, Copy, Default)]
struct More {
    above: bool,
    below: bool,
}

fn more_id() -> Id {
    Id::unique("present-more")
}

/// The page, from its top anew after each turn.
fn turned(ui: &mut Ui, cx: &Cx<'_>) {
    let area = ScrollArea::vertical().id_salt(("page", cx.visit.planning.page)).auto_shrink([false, false]);
    let shown = area.show(ui, |ui| {
        by_keys(ui);
        page(ui, cx, true);
        ui.add_space(8.0);
    });
    let offset = shown.state.clamped_offset().y;
    let rest = shown.content_size.y - shown.inner_rect.height() - offset;
    ui.data_mut(|data| data.insert_temp(more_id(), More { above: offset > 1.0, below: rest > 1.0 }));
}

/// The words of the page that is presented. Notes are for the practitioner's eyes where `notes` says so.
pub(super) fn page(ui: &mut Ui, cx: &Cx<'_>, notes: bool) {
    let planning = &cx.visit.planning;
    ui.spacing_mut().item_spacing.y = 10.0;
    progress(ui, cx);
    match planning.presented() {
        Some(i) => one(ui, cx, i, notes),
        None => all(ui, cx, notes),
    }
}

/// How far one has come: one line a page.
fn progress(ui: &mut Ui, cx: &Cx<'_>) {
    let planning = &cx.visit.planning;
    let c = cx.look.colours();
    let pages = planning.plan().steps.len() + 1;
    let here = planning.page.unwrap_or_default();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), eframe::egui::Sense::hover());
    let wide = rect.width() / pages as f32;
    for i in 0..pages {
        let left = rect.left() + wide * i as f32;
        let line = Rect::from_min_size(eframe::egui::pos2(left, rect.top()), vec2(wide - 3.0, 4.0));
        ui.painter().rect_filled(line, 2, if i <= here { c.ink } else { c.well });
        if cx.look.tokens.contrast {
            ui.painter().rect_stroke(line, 2, Stroke::new(1.0, c.line), eframe::egui::StrokeKind::Inside);
        }
    }
}

/// The page of all points.
fn all(ui: &mut Ui, cx: &Cx<'_>, notes: bool) {
    let plan = cx.visit.planning.plan();
    let c = cx.look.colours();
    let title = heading(ui, cx.look, 1, Role::Title, &cx.tr.text("present-all"));
    ui.accesskit_node_builder(title.id, |node| node.set_live(Live::Polite));
    let lead = [("count", plan.steps.len().into())];
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text_with("present-lead", &lead));
    for (n, step) in (1u32..).zip(&plan.steps) {
        let english = cx.catalog.point(&step.point).map_or("", |point| point.english.as_str());
        let said = describe::plan::where_and_how(cx.tr, step);
        let words = [
            ("number", n.into()),
            ("code", step.point.0.as_str().into()),
            ("english", english.into()),
            ("said", said.into()),
        ];
        paragraph(ui, cx.look, Role::Strong, c.ink, &cx.tr.text_with("present-line", &words));
    }
    if notes && !plan.note.is_empty() {
        paragraph(ui, cx.look, Role::Text, c.ink, &plan.note);
    }
    caption(ui, cx.look, &cx.tr.text("present-no-advice"));
}

/// The page of one step.
fn one(ui: &mut Ui, cx: &Cx<'_>, i: usize, notes: bool) {
    let plan = cx.visit.planning.plan();
    let Some(step) = plan.steps.get(i) else { return };
    let c = cx.look.colours();
    let count = [("step", (i + 1).into()), ("count", plan.steps.len().into())];
    paragraph(ui, cx.look, Role::Caption, c.ink2, &cx.tr.text_with("present-step", &count));
    let Some(point) = cx.catalog.point(&step.point) else { return };
    let title = heading(ui, cx.look, 1, Role::Title, &point.english);
    ui.accesskit_node_builder(title.id, |node| node.set_live(Live::Polite));
    if let Some(line) = describe::old_name_of_organ(cx.tr, cx.catalog, point) {
        paragraph(ui, cx.look, Role::Caption, c.ink2, &line);
    }
    paragraph(ui, cx.look, Role::Strong, c.ink, &describe::plan::step(cx.tr, cx.catalog, step));
    if let Some(place) = &point.place {
        paragraph(ui, cx.look, Role::Text, c.ink2, &place.plain);
    }
    if notes {
        note(ui, cx, step);
    }
    accounts(ui, cx, point);
}

fn note(ui: &mut Ui, cx: &Cx<'_>, step: &Step) {
    if step.note.is_empty() {
        return;
    }
    let words = [("note", step.note.as_str().into())];
    paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, &cx.tr.text_with("present-note", &words));
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    let here = planning.page.unwrap_or_default();
    let last = planning.plan().steps.len();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_enabled_ui(here > 0, |ui| {
            if icon_button(ui, cx.look, Icon::Previous, &cx.tr.text("present-back")).clicked() {
                out.push(Action::Plan(PlanAsk::Present(Some(here.saturating_sub(1)))));
            }
        });
        if here < last {
            if button(ui, cx.look, Weight::First, Some(Icon::Next), &cx.tr.text("present-next")).clicked() {
                out.push(Action::Plan(PlanAsk::Present(Some(here + 1))));
            }
        } else if button(ui, cx.look, Weight::First, Some(Icon::Tick), &cx.tr.text("present-done")).clicked() {
            out.push(Action::Plan(PlanAsk::Present(None)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, cx.look, Icon::Close, &cx.tr.text("present-stop")).clicked() {
                out.push(Action::Plan(PlanAsk::Present(None)));
            }
            // Where there is no room for it, it stands in the menu of sections.
            let saves = cx.features.saves_pictures && ui.available_width() >= 2.0 * (LEAST + 8.0);
            if saves && icon_button(ui, cx.look, Icon::Picture, &cx.tr.text("plan-picture")).clicked() {
                out.push(Action::Plan(PlanAsk::Picture));
            }
            let open = planning.patient_window;
            let name = cx.tr.text("plan-patient-window");
            let worded = button_width(ui, cx.look, Some(Icon::Screen), &name) <= ui.available_width();
            let pressed = if worded {
                chip(ui, cx.look, open, Some(Icon::Screen), &name).clicked()
            } else {
                icon_button(ui, cx.look, Icon::Screen, &name).clicked()
            };
            if pressed {
                out.push(Action::Plan(PlanAsk::PatientWindow(!open)));
            }
        });
    });
}

/// Page up and page down scroll and then turn the pages, as the presenters do that one holds in a hand; Escape leaves. While the body
/// has the keyboard its arrows still turn it.
pub(super) fn keys(ui: &Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    let here = planning.page.unwrap_or_default();
    let last = planning.plan().steps.len();
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let more: More = ui.data(|data| data.get_temp(more_id())).unwrap_or_default();
    if !more.below && pressed(Key::PageDown) && here < last {
        out.push(Action::Plan(PlanAsk::Present(Some(here + 1))));
    }
    if !more.above && pressed(Key::PageUp) && here > 0 {
        out.push(Action::Plan(PlanAsk::Present(Some(here - 1))));
    }
    if pressed(Key::Escape) {
        out.push(Action::Plan(PlanAsk::Present(None)));
    }
}
