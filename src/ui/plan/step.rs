//! What can be done with one step: its side, what is done there, a note, its place among the others.

use eframe::egui::{
    Align, CornerRadius, Frame, Key, Layout, Margin, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetText, vec2,
};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, choose, job, ring};
use crate::describe::plan::{alone, how_key, sides_key};
use crate::plan::{Edit, How, LONGEST_NAME, LONGEST_NOTE, Sides, Step};
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk};

/// The details of a step under its row.
pub(super) fn details(ui: &mut Ui, cx: &Cx<'_>, i: usize, step: &Step, out: &mut Vec<Action>) {
    let count = cx.visit.planning.plan().steps.len();
    let mut edit = |edit: Edit| out.push(Action::Plan(PlanAsk::Edit(edit)));
    Frame::new().inner_margin(Margin { left: 14, right: 4, top: 2, bottom: 10 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(6.0, 8.0);
        ui.horizontal_wrapped(|ui| {
            ui.add_enabled_ui(i > 0, |ui| {
                if button(ui, cx.look, Weight::Second, Some(Icon::Up), &cx.tr.text("plan-move-up")).clicked() {
                    edit(Edit::Move { from: i, to: i.saturating_sub(1) });
                }
            });
            ui.add_enabled_ui(i + 1 < count, |ui| {
                if button(ui, cx.look, Weight::Second, Some(Icon::Down), &cx.tr.text("plan-move-down")).clicked() {
                    edit(Edit::Move { from: i, to: i + 1 });
                }
            });
            if button(ui, cx.look, Weight::Second, Some(Icon::Bin), &cx.tr.text("plan-remove")).clicked() {
                edit(Edit::Remove(i));
            }
        });
        let offered = cx.catalog.point(&step.point).map_or(&[][..], |point| Step::offered(point.layout));
        if offered.len() > 1 {
            let names: Vec<(Sides, String)> = offered.iter().map(|&s| (s, alone(&cx.tr.text(sides_key(s))))).collect();
            let options: Vec<(Sides, &str)> = names.iter().map(|(side, name)| (*side, name.as_str())).collect();
            caption(ui, cx.look, &cx.tr.text("plan-side"));
            if let Some(sides) = choose(ui, cx.look, &cx.tr.text("plan-side"), step.sides, &options) {
                edit(Edit::Change(i, Step { sides, ..step.clone() }));
            }
        }
        let names = How::ALL.map(|how| (how, alone(&cx.tr.text(how_key(how)))));
        let options: Vec<(How, &str)> = names.iter().map(|(how, name)| (*how, name.as_str())).collect();
        caption(ui, cx.look, &cx.tr.text("plan-how"));
        if let Some(how) = choose(ui, cx.look, &cx.tr.text("plan-how"), step.how, &options) {
            edit(Edit::Change(i, Step { how, ..step.clone() }));
        }
        field(ui, cx, "plan-step-note", &step.note, true, |note| edit(Edit::Change(i, Step { note, ..step.clone() })));
    });
    let is_favourite = cx.visit.planning.favourites.contains(&step.point);
    let (picture, key) = if is_favourite { (Icon::StarOn, "plan-unfavour") } else { (Icon::Star, "plan-favour") };
    ui.horizontal(|ui| {
        ui.add_space(14.0);
        let name = cx.tr.text_with(key, &[("code", step.point.0.clone().into())]);
        if button(ui, cx.look, Weight::Second, Some(picture), &name).clicked() {
            out.push(Action::Plan(PlanAsk::Favour(step.point.clone())));
        }
    });
    ui.add_space(8.0);
}

/// A field for words under its name. Whether Enter was pressed in it.
pub(super) fn field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    now: &str,
    many_lined: bool,
    mut changed: impl FnMut(String),
) -> bool {
    let c = cx.look.colours();
    let name = cx.tr.text(key);
    caption(ui, cx.look, &name);
    let font = cx.look.scale.font(Role::Text);
    let lines = if many_lined { 2.0 } else { 1.0 };
    // A long note makes its field higher: nothing of it is hidden.
    let width = ui.available_width() - 28.0;
    let words = ui.painter().layout(now.to_owned(), font.clone(), c.ink, width).size().y;
    let words = if many_lined { words + font.size * 0.5 } else { 0.0 };
    let height = (font.size * 1.5 * lines).max(words) + 20.0;
    let height = height.max(super::super::widgets::LEAST);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), eframe::egui::Sense::hover());
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(12), c.sheet, edge, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(14.0, 9.0));
    let layout = Layout::left_to_right(if many_lined { Align::Min } else { Align::Center });
    let builder = UiBuilder::new().max_rect(inner).id_salt(key).layout(layout);
    let ui = &mut ui.new_child(builder);
    let mut text = now.to_owned();
    let hint = match key {
        "plan-name" => Some("plan-name-hint"),
        "plan-seek" => Some("plan-seek-hint"),
        _ => None,
    };
    let hint = hint.map_or_else(String::new, |key| cx.tr.text(key));
    let hint = job([(hint.as_str(), cx.look.scale.format(Role::Text, c.ink3))]);
    let limit = if key == "plan-name" { LONGEST_NAME } else { LONGEST_NOTE };
    let edit = if many_lined { TextEdit::multiline(&mut text) } else { TextEdit::singleline(&mut text) };
    let edit = edit
        .id_salt((key, "edit"))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .font(font)
        .char_limit(limit)
        .desired_rows(lines as usize)
        .desired_width(inner.width())
        .hint_text(WidgetText::LayoutJob(hint.into()));
    let response = ui.add(edit).accessible_name(name);
    if response.has_focus() {
        ring(ui.painter(), cx.look, rect, 12);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.changed() {
        changed(text);
    }
    response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
}
