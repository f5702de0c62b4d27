//! Which points are on the body, as a row of chips along the foot of the stage, and the way to the list of them all.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::{Color32, Rect, ScrollArea, Shape, Ui, UiBuilder, pos2};
use glam::Vec2;

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, button, chip};
use super::{dial, zoom};
use crate::body::labels::Taken;
use crate::describe;
use crate::theme::Icon;
use crate::visit::{Action, Sheet, Shown};

/// How far the row's end fades where more chips are to come.
const FADE: f32 = 36.0;

/// Where the row lies: along the whole foot.
pub(super) fn place(stage: Rect) -> Rect {
    let bottom = stage.bottom() - 10.0;
    Rect::from_min_max(pos2(stage.left() + 20.0, bottom - LEAST), pos2(stage.right() - 12.0, bottom))
}

/// The stage above the row, for the controls that stand on it.
pub(super) fn above(stage: Rect) -> Rect {
    stage.with_max_y(place(stage).top() + 8.0)
}

/// What names must leave free for the controls on the stage.
pub(super) fn taken(stage: Rect, controls: bool) -> Vec<Taken> {
    let mut rects = vec![place(stage)];
    if controls {
        rects.extend([dial::place(above(stage)), zoom::place(above(stage))]);
    }
    rects.iter().map(|r| (Vec2::new(r.left(), r.top()), Vec2::new(r.width(), r.height()))).collect()
}

/// Shows the row. Where it is too narrow it scrolls, and fades at the end that goes on.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, out: &mut Vec<Action>) {
    let place = place(stage);
    let builder = UiBuilder::new().max_rect(place).id_salt("chips");
    ui.scope_builder(builder, |ui| {
        let scrolled = ScrollArea::horizontal()
            .id_salt("chips")
            .auto_shrink([false, true])
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    row(ui, cx, out);
                });
            });
        let over = scrolled.content_size.x - place.width();
        let offset = scrolled.state.unclamped_offset().x;
        if over > 1.0 && offset < over - 1.0 {
            fade(ui, cx, place.with_min_x(place.right() - FADE), true);
        }
        if offset > 1.0 {
            fade(ui, cx, place.with_max_x(place.left() + FADE), false);
        }
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let shown = &cx.visit.shown;
    let open = |sheet: &Sheet| cx.visit.sheet == *sheet && !cx.visit.sheet_closed;
    for (which, key) in [(Shown::LowBack, "chip-low-back"), (Shown::All, "chip-all")] {
        if chip(ui, cx.look, *shown == which, None, &cx.tr.text(key)).clicked() {
            out.push(Action::ShowPoints(which));
        }
    }
    let channel = match shown {
        Shown::Channel(id) => cx.tr.text_with("chip-channel", &[("code", id.as_str().into())]),
        _ => cx.tr.text("chip-channels"),
    };
    let is_on = matches!(shown, Shown::Channel(_));
    if chip(ui, cx.look, is_on, None, &channel).clicked() {
        out.push(toggle(Sheet::Channels, open(&Sheet::Channels)));
    }
    let part = match shown {
        Shown::Part(part) => cx.tr.text_with("chip-part", &[("part", describe::part(cx.tr, *part).into())]),
        _ => cx.tr.text("chip-parts"),
    };
    let is_on = matches!(shown, Shown::Part(_));
    if chip(ui, cx.look, is_on, None, &part).clicked() {
        out.push(toggle(Sheet::Parts, open(&Sheet::Parts)));
    }
    if chip(ui, cx.look, *shown == Shown::Extra, None, &cx.tr.text("chip-extra")).clicked() {
        out.push(Action::ShowPoints(Shown::Extra));
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::List), &cx.tr.text("list-open")).clicked() {
        out.push(Action::Open(Sheet::Find));
    }
}

/// A second press puts the sheet away again.
fn toggle(sheet: Sheet, open: bool) -> Action {
    if open { Action::CloseSheet } else { Action::Open(sheet) }
}

/// The page's own colour over one end of the row.
fn fade(ui: &Ui, cx: &Cx<'_>, end: Rect, to_right: bool) {
    let ground = cx.look.colours().ground;
    let (left, right) = if to_right { (Color32::TRANSPARENT, ground) } else { (ground, Color32::TRANSPARENT) };
    let mut mesh = Mesh::with_texture(cx.plain);
    let end = end.expand2(eframe::egui::vec2(0.0, 4.0));
    for (pos, color) in
        [(end.left_top(), left), (end.right_top(), right), (end.right_bottom(), right), (end.left_bottom(), left)]
    {
        mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}
