//! All points as a list, or those that a search found: a way in that is equal to the body.

use std::sync::Arc;

use eframe::egui::{Galley, Ui};

use super::sheet::scroll;
use super::touched::title;
use super::widgets::{caption, job, paragraph, row_button};
use super::{Cx, list, top_bar};
use crate::model::{Point, PointCode};
use crate::theme::{Face, Icon, Role};
use crate::visit::Action;

/// How many points a search shows.
const MOST: usize = 60;

/// Shows the list. On a small window its headline scrolls away with it.
pub(super) fn find(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if ui.available_height() < 420.0 {
        scroll(ui, cx, "find", |ui| {
            head(ui, cx, out);
            list(ui, cx, out);
        });
    } else {
        head(ui, cx, out);
        scroll(ui, cx, "find", |ui| list(ui, cx, out));
    }
}

/// The headline, and the field to type in where the bar has no room for it.
fn head(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let query = cx.visit.query.trim();
    let text = if query.is_empty() {
        cx.tr.text("find-title")
    } else {
        cx.tr.text_with("find-found", &[("query", query.into())])
    };
    title(ui, cx, &text, out);
    if cx.features.typing && ui.ctx().content_rect().width() < 880.0 {
        top_bar::field(ui, cx, ui.available_width(), out);
    }
    ui.add_space(4.0);
}

fn list(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let query = cx.visit.query.trim();
    if query.is_empty() {
        list::list(ui, cx, out);
        return;
    }
    let hits = cx.search.find(query, MOST);
    if hits.is_empty() {
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("find-nothing"));
    } else {
        caption(ui, cx.look, &cx.tr.text_with("find-count", &[("count", hits.len().into())]));
    }
    for hit in hits {
        row(ui, cx, &hit.code, out);
    }
}

/// One point of a list.
pub(super) fn row(ui: &mut Ui, cx: &Cx<'_>, code: &PointCode, out: &mut Vec<Action>) {
    let Some(point) = cx.catalog.point(code) else { return };
    let chosen = cx.visit.open_point() == Some(code);
    let text = words(ui, cx, point, ui.available_width());
    if row_button(ui, cx.look, chosen, &name(point), text, Some(Icon::Next)).clicked() {
        out.push(Action::OpenPoint(code.clone()));
    }
}

/// What a point is called in a list.
pub(super) fn name(point: &Point) -> String {
    format!("{} {}, {}, {}", point.code, point.pinyin, point.english, point.region)
}

/// What a row of a list says, in a row so wide.
pub(super) fn words(ui: &Ui, cx: &Cx<'_>, point: &Point, width: f32) -> Arc<Galley> {
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let under = format!("\n{} · {}", point.english, point.region);
    let mut layout = job([
        (point.code.as_str(), scale.format_in(Role::Text, Face::SansBold, 1.0, c.ink)),
        ("   ", scale.format(Role::Text, c.ink)),
        (point.pinyin.as_str(), scale.format_in(Role::Text, Face::SerifItalic, 1.05, c.ink)),
        ("   ", scale.format(Role::Text, c.ink)),
        (point.hanzi.simplified.as_str(), scale.format_in(Role::Text, Face::Kai, 1.15, c.ink2)),
        (under.as_str(), scale.format(Role::Caption, c.ink3)),
    ]);
    layout.wrap.max_width = width - 56.0;
    ui.painter().layout_job(layout)
}
