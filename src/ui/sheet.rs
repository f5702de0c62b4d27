//! The sheet beside the body: paper with one soft shadow, whose content scrolls.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, CornerRadius, Frame, Margin, Painter, Rect, Shape, Stroke, Ui, vec2};

use super::scroll::filling;
use super::{Cx, card, find, how_sure, screen_size, settings, start, touched, welcome, which};
use crate::visit::{Action, Sheet};

/// How round the corners of a sheet are.
pub(super) const RADIUS: f32 = 14.0;

/// Shows what the visit has on its sheet.
pub(super) fn sheet(ui: &mut Ui, cx: &Cx<'_>, covers: bool, out: &mut Vec<Action>) {
    on_paper(ui, cx, |ui| match &cx.visit.sheet {
        Sheet::Point(code) => card::card(ui, cx, code, out),
        Sheet::Find => find::find(ui, cx, out),
        other => scroll(ui, cx, &format!("{other:?}"), |ui| match other {
            Sheet::Part { part, near } => touched::part(ui, cx, part, near, out),
            Sheet::Choose(sites) => touched::choose(ui, cx, sites, out),
            Sheet::Channels => which::channels(ui, cx, out),
            Sheet::Parts => which::parts(ui, cx, out),
            Sheet::HowSure(code, account) => how_sure::how_sure(ui, cx, code, *account, out),
            Sheet::Settings => settings::settings(ui, cx, out),
            Sheet::ScreenSize => screen_size::screen_size(ui, cx, out),
            _ if cx.features.passers_by => start::start(ui, cx, out),
            _ => welcome::welcome(ui, cx, covers, out),
        }),
    });
}

/// Fills the room with a sheet of paper and shows something on it.
pub(super) fn on_paper(ui: &mut Ui, cx: &Cx<'_>, add: impl FnOnce(&mut Ui)) {
    let narrow = ui.available_width() < 380.0;
    shadow(ui.painter(), cx, ui.available_rect_before_wrap());
    Frame::new()
        .fill(cx.look.colours().sheet)
        .stroke(edge(cx))
        .corner_radius(CornerRadius::same(RADIUS as u8))
        .inner_margin(Margin::symmetric(if narrow { 16 } else { 24 }, 18))
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            add(ui);
        });
}

/// A leaf of paper in a column: as high as what stands on it.
pub(super) fn leaf(ui: &mut Ui, cx: &Cx<'_>, add: impl FnOnce(&mut Ui)) {
    let margin = if ui.available_width() < 420.0 { 14 } else { 24 };
    let frame = Frame::new().fill(cx.look.colours().sheet).stroke(edge(cx)).corner_radius(CornerRadius::same(14));
    frame.inner_margin(Margin::same(margin)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        add(ui);
    });
}

/// The edge of paper.
pub(super) fn edge(cx: &Cx<'_>) -> Stroke {
    let c = cx.look.colours();
    if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) }
}

/// The one soft shadow. Only its rim is painted: what lies under the sheet would cost as much as the sheet itself.
pub(super) fn shadow(painter: &Painter, cx: &Cx<'_>, sheet: Rect) {
    let look = cx.look.tokens.shadow();
    if look.color == Color32::TRANSPARENT {
        return;
    }
    let blur = f32::from(look.blur) * 0.5;
    let cast = sheet.translate(vec2(f32::from(look.offset[0]), f32::from(look.offset[1])));
    let (inner, outer) = (cast.shrink(blur), cast.expand(blur));
    let mut mesh = Mesh::with_texture(cx.plain);
    for (rect, color) in [(inner, look.color), (outer, Color32::TRANSPARENT)] {
        for pos in [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()] {
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        }
    }
    for i in 0..4 {
        let next = (i + 1) % 4;
        mesh.add_triangle(i, i + 4, next);
        mesh.add_triangle(next, i + 4, next + 4);
    }
    painter.add(Shape::mesh(mesh));
}

/// Content of a sheet, that scrolls if it must, from the top anew for each thing shown. What stands there is another
/// thing's for egui too: otherwise a button would have the keyboard because one stood in its place before.
pub(super) fn scroll(ui: &mut Ui, cx: &Cx<'_>, of: &str, add: impl FnOnce(&mut Ui)) {
    filling(ui, cx, of, |ui| {
        ui.push_id(of, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            add(ui);
            ui.add_space(8.0);
        });
    });
}
