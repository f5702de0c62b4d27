//! The square that a phone reads, and the same in words.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{Rect, Sense, Shape, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{heading, paragraph};
use crate::handout::{Handout, Square};
use crate::theme::Role;

/// The largest side of the square, in points.
const MOST: f32 = 420.0;

/// Shows it. Where the words are too many for one, the words stand alone.
pub(super) fn square(ui: &mut Ui, cx: &Cx<'_>, page: &Handout, square: Option<&Square>) {
    let c = cx.look.colours();
    leaf(ui, cx, |ui| {
        heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("take-phone"));
        if let Some(square) = square {
            paragraph(ui, cx.look, Role::Text, c.ink2, &page.square_says);
            let side = ui.available_width().min(MOST);
            let (room, response) = ui.allocate_exact_size(vec2(ui.available_width(), side), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &page.square_alt));
            paint(ui, cx, square, Rect::from_center_size(room.center(), Vec2::splat(side)));
        }
        ui.add_space(6.0);
        heading(ui, cx.look, 3, Role::Strong, &cx.tr.text("take-in-words"));
        for line in page.short.lines() {
            paragraph(ui, cx.look, Role::Card, c.ink2, line);
        }
    });
}

/// Dark on pale in every theme, since that is what readers expect; edges lie between pixels.
fn paint(ui: &Ui, cx: &Cx<'_>, square: &Square, rect: Rect) {
    let c = cx.look.on_skin();
    let pixel = 1.0 / ui.pixels_per_point();
    // As many whole pixels for each module as fit.
    let module = (rect.width() / square.framed() as f32 / pixel).floor().max(1.0) * pixel;
    let side = module * square.framed() as f32;
    let corner = rect.center() - Vec2::splat(side * 0.5);
    let corner = pos2((corner.x / pixel).round() * pixel, (corner.y / pixel).round() * pixel);
    let mut mesh = Mesh::with_texture(cx.plain);
    mesh.add_rect_with_uv(Rect::from_min_size(corner, Vec2::splat(side)), Rect::ZERO, c.sheet);
    for (column, row, long) in square.runs() {
        let at = corner + vec2(column as f32, row as f32) * module;
        mesh.add_rect_with_uv(Rect::from_min_size(at, vec2(long as f32 * module, module)), Rect::ZERO, c.ink);
    }
    ui.painter().add(Shape::mesh(mesh));
}
