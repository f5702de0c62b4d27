//! What lies under a finger: a part of the body with the points near it, or several points to choose from.

use eframe::egui::Ui;

use super::Cx;
use super::find::row;
use super::widgets::{caption, heading, icon_button, job, row_button};
use crate::describe;
use crate::model::SiteKey;
use crate::theme::{Icon, Role};
use crate::visit::Action;

/// A part of the body that was touched.
pub(super) fn part(ui: &mut Ui, cx: &Cx<'_>, part: &str, near: &[SiteKey], out: &mut Vec<Action>) {
    let name = cx.catalog.part(part).unwrap_or(part);
    title(ui, cx, &cx.tr.text_with("part-title", &[("part", name.into())]), out);
    ui.add_space(8.0);
    caption(ui, cx.look, &cx.tr.text("part-near"));
    for site in near {
        row(ui, cx, &site.code, out);
    }
}

/// Several points under one finger.
pub(super) fn choose(ui: &mut Ui, cx: &Cx<'_>, sites: &[SiteKey], out: &mut Vec<Action>) {
    title(ui, cx, &cx.tr.text("choose-title"), out);
    ui.add_space(8.0);
    for site in sites {
        let name = describe::marker(cx.tr, cx.catalog, site);
        let mut words = job([(name.as_str(), cx.look.scale.format(Role::Strong, cx.look.colours().ink))]);
        words.wrap.max_width = ui.available_width() - 56.0;
        let words = ui.painter().layout_job(words);
        if row_button(ui, cx.look, true, &name, words, Some(Icon::Next)).clicked() {
            out.push(Action::Choose(site.clone()));
        }
    }
}

/// A headline with a cross beside it.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, text: &str, out: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 52.0;
        ui.vertical(|ui| {
            ui.set_min_width(room);
            ui.set_max_width(room);
            ui.add_space(6.0);
            heading(ui, cx.look, 1, Role::Heading, text);
        });
        if icon_button(ui, cx.look, Icon::Close, &cx.tr.text("close")).clicked() {
            out.push(Action::CloseSheet);
        }
    });
}
