//! Where it hurts, as a list: the same places that a finger paints on the body.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Ui, UiBuilder, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, chip, job, rich};
use crate::describe;
use crate::diary::{Entry, Place, has_middle};
use crate::model::Side;
use crate::theme::Role;
use crate::visit::{Action, DiaryAsk, Field};

/// The parts that pain of the low back is most often felt in, first what is nearest.
const NEAR: [&str; 13] = [
    "low_back",
    "sacrum",
    "buttock",
    "hip",
    "groin",
    "mid_back",
    "upper_back",
    "back_thigh",
    "outer_thigh",
    "front_thigh",
    "calf",
    "shin",
    "top_of_foot",
];
/// From this width on, a part's name stands beside its sides.
const ROOMY: f32 = 430.0;

/// Shows the list.
pub(super) fn whereabouts(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let all = cx.visit.diary.all_parts;
    let said = describe::diary::places(cx.tr, cx.catalog, entry.places.iter());
    rich(ui, job([(said.as_str(), cx.look.scale.format(Role::Card, c.ink))]));
    let others = cx.catalog.parts().keys().map(String::as_str).filter(|part| !NEAR.contains(part));
    // A place that was painted is in the list wherever it is.
    let is_listed = |part: &str| all || entry.places.iter().any(|place| place.part == part);
    for part in NEAR.into_iter().chain(others.filter(|part| is_listed(part))) {
        row(ui, cx, entry, part, out);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let key = if all { "diary-where-fewer" } else { "diary-where-all" };
        if button(ui, cx.look, Weight::Quiet, None, &cx.tr.text(key)).clicked() {
            out.push(Action::Diary(DiaryAsk::AllParts(!all)));
        }
        if !entry.places.is_empty()
            && button(ui, cx.look, Weight::Quiet, None, &cx.tr.text("diary-where-clear")).clicked()
        {
            out.push(Action::Diary(DiaryAsk::Change(Field::NoPlace)));
        }
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, part: &str, out: &mut Vec<Action>) {
    let name = describe::diary::part(cx.catalog, part);
    let c = cx.look.colours();
    let roomy = ui.available_width() >= ROOMY;
    let label = |ui: &mut Ui| rich(ui, job([(name.as_str(), cx.look.scale.format(Role::Text, c.ink))]));
    let builder = UiBuilder::new().accessibility_role(NodeRole::Group).accessibility_label(&name);
    ui.scope_builder(builder, |ui| {
        if roomy {
            let width = ui.available_width();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.vertical(|ui| {
                    ui.set_width((width - 290.0).max(140.0));
                    ui.add_space(10.0);
                    label(ui);
                });
                sides(ui, cx, entry, part, out);
            });
        } else {
            label(ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                sides(ui, cx, entry, part, out);
            });
        }
    });
}

fn sides(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, part: &str, out: &mut Vec<Action>) {
    for side in [Side::Left, Side::Midline, Side::Right] {
        if side == Side::Midline && !has_middle(part) {
            continue;
        }
        let place = Place { part: part.to_owned(), side };
        let on = entry.places.contains(&place);
        let name = describe::diary::place(cx.tr, cx.catalog, &place);
        let response = chip(ui, cx.look, on, None, &describe::diary::short_side(cx.tr, side));
        response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, on, &name));
        if response.clicked() {
            out.push(Action::Diary(DiaryAsk::Change(Field::Toggle(place))));
        }
    }
}
