//! All entries as rows, the newest writing first: a press opens one to be changed. A row that is out of sight keeps its
//! place and its node of the tree, and is not laid out.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Galley, Sense, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{job, row, row_height};
use super::kept::Row;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, DiaryAsk};

/// Shows the rows.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, rows: &mut [Row], out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let (width, zoom) = (ui.available_width(), ui.ctx().zoom_factor());
    for entry in rows {
        let known = entry.height.filter(|&(w, z, _)| (w, z) == (width, zoom)).map(|(.., height)| height);
        let top = ui.cursor().top();
        let is_near =
            known.is_none_or(|height| ui.clip_rect().y_range().expand(8.0).intersects((top..=top + height).into()));
        let text = is_near.then(|| words(ui, cx, entry, width));
        let height = text.as_deref().map_or(known.unwrap_or_default(), row_height);
        entry.height = Some((width, zoom, height));
        let (_, mut response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        if let Some(text) = text {
            response = row(ui, cx.look, false, &entry.name, text, Some(Icon::Next), response);
        } else {
            response.widget_info(|| WidgetInfo::selected(NodeRole::Button, ui.is_enabled(), false, &entry.name));
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
        }
        if response.clicked() {
            out.push(Action::Diary(DiaryAsk::Edit(entry.id)));
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

fn words(ui: &Ui, cx: &Cx<'_>, entry: &Row, width: f32) -> Arc<Galley> {
    let (c, scale) = (cx.look.colours(), &cx.look.scale);
    let odd = if entry.odd { format!("\n{}", cx.tr.text("diary-odd")) } else { String::new() };
    let under = format!("\n{}", entry.said);
    let mut layout = job([
        (entry.day.as_str(), scale.format_in(Role::Text, Face::SansSemibold, 1.0, c.ink)),
        (odd.as_str(), scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.ink2)),
        (under.as_str(), scale.format(Role::Caption, c.ink2)),
    ]);
    layout.wrap.max_width = width - 56.0;
    ui.painter().layout_job(layout)
}
