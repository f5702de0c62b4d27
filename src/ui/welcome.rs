//! The first sheet: one thing to do, and which body to do it on.

use eframe::egui::Ui;

use super::Cx;
use super::widgets::{Weight, button, caption, choose, heading, paragraph, swatches};
use crate::describe;
use crate::model::{FigureId, SkinTone};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Change, Screen, Sheet};

/// Shows the first sheet. Where it `covers` the body, it first offers the way there.
pub(super) fn welcome(ui: &mut Ui, cx: &Cx<'_>, covers: bool, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    ui.add_space(8.0);
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("welcome-title"));
    ui.add_space(4.0);
    if covers && button(ui, cx.look, Weight::First, Some(Icon::Body), &cx.tr.text("welcome-body")).clicked() {
        out.push(Action::CloseSheet);
    }
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("welcome-lead"));
    ui.add_space(4.0);
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("welcome-turn"));
    ui.add_space(20.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("welcome-figure"));
    figure_choice(ui, cx, out);
    ui.add_space(4.0);
    skin_choice(ui, cx, out);
    ui.add_space(20.0);
    if button(ui, cx.look, Weight::First, Some(Icon::List), &cx.tr.text("welcome-list")).clicked() {
        out.push(Action::Open(Sheet::Find));
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::Play), &cx.tr.text("welcome-stories")).clicked() {
        out.push(Action::Go(Screen::Stories));
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::Info), &cx.tr.text("welcome-sure")).clicked() {
        out.push(Action::OpenPage("how_points_are_placed".to_owned()));
    }
    ui.add_space(8.0);
    caption(ui, cx.look, &cx.tr.text("welcome-not-advice"));
}

/// The three figures.
pub(super) fn figure_choice(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let names = FigureId::ALL.map(|figure| describe::figure(cx.tr, figure));
    let options: Vec<(FigureId, &str)> = FigureId::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
    if let Some(figure) = choose(ui, cx.look, &cx.tr.text("figure-name"), cx.settings.figure, &options) {
        out.push(Action::Set(Change::Figure(figure)));
    }
}

/// The five skin tones.
pub(super) fn skin_choice(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let name = |i: usize| cx.tr.text_with("skin-number", &[("number", (i + 1).into())]);
    let tones = cx.look.tokens.swatches();
    if let Some(i) = swatches(ui, cx.look, &cx.tr.text("skin-name"), name, cx.settings.skin.index(), tones) {
        out.push(Action::Set(Change::Skin(SkinTone(i as u8))));
    }
}
