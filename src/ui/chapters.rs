//! Benefits, Evidence, Safety, Your visit: one idea a screen. A picture on the left, what it means on the sheet at the
//! right; where there is less room, one column that scrolls.

mod alone;
mod bearing;
mod contents;
mod dial;
mod glance;
mod grid;
mod harms;
mod list;
mod myths;
mod panel;
mod picture;
mod questions;
mod ruler;
mod studies;
mod study;
mod todo;
mod words;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Rect, Shape, Ui, UiBuilder, pos2, vec2};

use super::Cx;
use super::scroll::filling;
use super::sheet::{leaf, on_paper, scroll};
use super::widgets::{heading, paragraph};
use crate::model::{Chapter, Panel};
use crate::theme::Role;
use crate::visit::{Action, Topic};

/// The widest a single column may be.
const COLUMN: f32 = 760.0;
/// From this size on, picture and sheet stand side by side.
const WIDE: (f32, f32) = (980.0, 600.0);

/// What is open in a chapter.
enum Open<'a> {
    Panel(&'a Panel),
    Studies,
    Myths,
    Questions,
}

/// Shows a chapter.
pub(super) fn chapter(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, rect: Rect, out: &mut Vec<Action>) {
    if !cx.cleared {
        let mut mesh = Mesh::with_texture(cx.plain);
        mesh.add_rect_with_uv(rect, Rect::ZERO, cx.look.colours().ground);
        ui.painter().add(Shape::mesh(mesh));
    }
    let Some(topic) = cx.visit.reader.topic(cx.catalog, chapter) else {
        ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(32.0)), |ui| {
            heading(ui, cx.look, 1, Role::Title, &cx.tr.text("chapter-empty"));
            paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("chapter-empty-why"));
        });
        return;
    };
    let open = match &topic {
        Topic::Panel(id) => {
            let first = || cx.catalog.evidence().chapter(chapter).next();
            let Some(panel) = cx.catalog.evidence().panel(id).or_else(first) else { return };
            Open::Panel(panel)
        }
        Topic::Studies => Open::Studies,
        Topic::Myths => Open::Myths,
        Topic::Questions => Open::Questions,
    };
    if cx.bare
        && let Open::Panel(panel) = &open
        && let Some((_, chart)) = cx.visit.reader.chart(cx.catalog, panel)
    {
        alone::alone(ui, cx, chart, rect);
    } else if rect.width() >= WIDE.0 && rect.height() >= WIDE.1 {
        wide(ui, cx, chapter, &topic, &open, rect, out);
    } else {
        column(ui, cx, chapter, &topic, &open, rect, out);
    }
}

fn wide(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, topic: &Topic, open: &Open<'_>, rect: Rect, out: &mut Vec<Action>) {
    let room = rect.width() - 48.0;
    let foot = contents::height(ui, cx, chapter, room);
    let bottom = rect.bottom() - foot - 26.0;
    let sheet = matches!(open, Open::Panel(_) | Open::Studies);
    let width = if sheet { (rect.width() * 0.30).clamp(372.0, 520.0) } else { 0.0 };
    let right = rect.right() - 24.0 - width - if sheet { 16.0 } else { 0.0 };
    let left = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top() + 14.0), pos2(right, bottom));
    ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("picture"), |ui| {
        filling(ui, cx, (chapter.word(), format!("{topic:?}")), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let width = ui.available_width() - 8.0;
            ui.set_max_width(if sheet { width } else { width.min(COLUMN + 140.0) });
            match open {
                Open::Panel(panel) => panel::picture_side(ui, cx, panel, Some(left.height()), out),
                Open::Studies => studies::studies(ui, cx, out),
                Open::Myths => myths::myths(ui, cx, chapter, out),
                Open::Questions => questions::questions(ui, cx, chapter, out),
            }
        });
    });
    if sheet {
        let place =
            Rect::from_min_max(pos2(rect.right() - 24.0 - width, rect.top() + 18.0), pos2(rect.right() - 24.0, bottom));
        ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("sheet"), |ui| {
            on_paper(ui, cx, |ui| {
                let of = format!("{topic:?} {:?} {:?}", cx.visit.reader.aside, cx.visit.reader.study);
                scroll(ui, cx, &of, |ui| {
                    ui.set_max_width(ui.available_width() - 6.0);
                    match open {
                        Open::Panel(panel) => panel::sheet_side(ui, cx, panel, true, out),
                        _ => study::chosen(ui, cx, out),
                    }
                });
            });
        });
    }
    let row = Rect::from_min_size(pos2(rect.left() + 24.0, bottom + 14.0), vec2(room, foot));
    ui.scope_builder(UiBuilder::new().max_rect(row).id_salt("contents"), |ui| {
        contents::chips(ui, cx, chapter, topic, out);
    });
}

fn column(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chapter: Chapter,
    topic: &Topic,
    open: &Open<'_>,
    rect: Rect,
    out: &mut Vec<Action>,
) {
    let margin = if rect.width() < 480.0 { 14.0 } else { 28.0 };
    let width = (rect.width() - 2.0 * margin - 8.0).min(COLUMN);
    let left = rect.left() + (rect.width() - width) * 0.5;
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("column"), |ui| {
        filling(ui, cx, (chapter.word(), format!("{topic:?}")), |ui| {
            let top = ui.cursor().top() + 12.0;
            let place = Rect::from_min_size(pos2(left, top), vec2(width, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("page"), |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                contents::menu(ui, cx, chapter, topic, out);
                match open {
                    Open::Panel(panel) => {
                        panel::picture_side(ui, cx, panel, None, out);
                        ui.add_space(4.0);
                        leaf(ui, cx, |ui| panel::sheet_side(ui, cx, panel, false, out));
                    }
                    Open::Studies => {
                        studies::studies(ui, cx, out);
                    }
                    Open::Myths => myths::myths(ui, cx, chapter, out),
                    Open::Questions => questions::questions(ui, cx, chapter, out),
                }
                ui.add_space(8.0);
                contents::onward(ui, cx, chapter, topic, out);
                ui.add_space(28.0);
            });
        });
    });
}
