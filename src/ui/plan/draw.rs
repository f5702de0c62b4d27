//! The tools to draw with, and what was drawn in words: each can be taken away from its line.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::stage::plan_marks::stamp_icon;
use super::super::widgets::{Weight, button, caption, chip, choose, heading, paragraph};
use super::points::text_row;
use crate::describe::plan::{alone, drawing, ink_key, stamp_key};
use crate::plan::{Edit, Ink, Skin, Stamp};
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk, Tool};

/// How far a light can reach, in metres.
const REACHES: [(f32, &str); 3] = [(0.06, "light-small"), (0.12, "light-middle"), (0.25, "light-large")];

/// Shows the tools.
pub(super) fn draw(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    let c = cx.look.colours();
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text(says(planning.tool)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let ink = if let Tool::Pen(ink) = planning.tool { ink } else { Ink::default() };
        let stamp = if let Tool::Stamp(stamp) = planning.tool { stamp } else { Stamp::default() };
        for (tool, picture, key) in [
            (Tool::Hand, Icon::Hand, "tool-hand"),
            (Tool::Pen(ink), Icon::Pen, "tool-pen"),
            (Tool::Stamp(stamp), stamp_icon(stamp), "tool-stamp"),
            (Tool::Light, Icon::Light, "tool-light"),
            (Tool::Eraser, Icon::Eraser, "tool-eraser"),
        ] {
            if chip(ui, cx.look, planning.tool == tool, Some(picture), &cx.tr.text(key)).clicked() {
                out.push(Action::Plan(PlanAsk::Take(tool)));
            }
        }
    });
    match planning.tool {
        Tool::Pen(now) => {
            caption(ui, cx.look, &cx.tr.text("plan-ink"));
            let names = Ink::ALL.map(|ink| (ink, alone(&cx.tr.text(ink_key(ink)))));
            let options: Vec<(Ink, &str)> = names.iter().map(|(ink, name)| (*ink, name.as_str())).collect();
            if let Some(ink) = choose(ui, cx.look, &cx.tr.text("plan-ink"), now, &options) {
                out.push(Action::Plan(PlanAsk::Take(Tool::Pen(ink))));
            }
        }
        Tool::Stamp(now) => {
            caption(ui, cx.look, &cx.tr.text("plan-stamp"));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                for stamp in Stamp::ALL {
                    let name = cx.tr.text(stamp_key(stamp));
                    if chip(ui, cx.look, stamp == now, Some(stamp_icon(stamp)), &name).clicked() {
                        out.push(Action::Plan(PlanAsk::Take(Tool::Stamp(stamp))));
                    }
                }
            });
        }
        Tool::Light => {
            let names = REACHES.map(|(reach, key)| (reach, cx.tr.text(key)));
            let options: Vec<(f32, &str)> = names.iter().map(|(reach, name)| (*reach, name.as_str())).collect();
            if let Some(reach) = choose(ui, cx.look, &cx.tr.text("plan-reach"), planning.reach(), &options) {
                out.push(Action::Plan(PlanAsk::Reach(reach)));
            }
        }
        Tool::Hand | Tool::Eraser => {}
    }
    at_chosen(ui, cx, out);
    drawn(ui, cx, out);
}

/// The same without a pointer: at the point that is chosen on the body.
fn at_chosen(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if !matches!(cx.visit.planning.tool, Tool::Stamp(_) | Tool::Light) {
        return;
    }
    let Some(figure) = cx.figure else { return };
    let marker = cx.visit.chosen.as_ref().and_then(|site| figure.marker(site));
    let Some(marker) = marker else {
        caption(ui, cx.look, &cx.tr.text("plan-put-choose"));
        return;
    };
    let name = cx.tr.text_with("plan-put-at", &[("code", marker.key.code.0.clone().into())]);
    if button(ui, cx.look, Weight::Second, Some(Icon::Plus), &name).clicked() {
        let skin = Skin { at: marker.position.to_array(), out: marker.normal.to_array() };
        out.push(Action::Plan(PlanAsk::Put(figure.id, skin)));
    }
}

/// What was drawn, the newest first.
fn drawn(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let plan = cx.visit.planning.plan();
    ui.add_space(8.0);
    if plan.drawings.is_empty() && plan.spotlight.is_none() {
        return;
    }
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("plan-drawn"));
    if plan.spotlight.is_some() && text_row(ui, cx, &cx.tr.text("plan-light-out"), Icon::Bin) {
        out.push(Action::Plan(PlanAsk::Edit(Edit::Light(None))));
    }
    for (i, each) in plan.drawings.iter().enumerate().rev() {
        let said = drawing(cx.tr, cx.catalog, cx.figure, each);
        let said = cx.tr.text_with("plan-erase-named", &[("drawing", said.into())]);
        if text_row(ui, cx, &said, Icon::Bin) {
            out.push(Action::Plan(PlanAsk::Edit(Edit::Erase(i))));
        }
    }
}

/// What a touch on the body does now.
const fn says(tool: Tool) -> &'static str {
    match tool {
        Tool::Hand => "tool-hand-says",
        Tool::Pen(_) => "tool-pen-says",
        Tool::Stamp(_) => "tool-stamp-says",
        Tool::Light => "tool-light-says",
        Tool::Eraser => "tool-eraser-says",
    }
}
