//! The page under the body: one soft light, and an edge that fades.

use eframe::egui::epaint::{Mesh, RectShape, Vertex, WHITE_UV};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{caption, heading_in, job, rich};
use super::halves::Halves;
use crate::theme::{Face, Role};
use crate::visit::Account;

/// How many triangles make the light.
const RAYS: u32 = 24;

/// A soft light behind the body: a fan in a ring, so that each pixel is painted once.
pub(in super::super) fn glow(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let painter = ui.painter_at(rect);
    if c.glow == c.ground {
        if !cx.cleared {
            painter.rect_filled(rect, CornerRadius::ZERO, c.ground);
        }
        return;
    }
    let middle = rect.center() - vec2(0.0, rect.height() * 0.06);
    let radius = rect.size().max_elem() * 0.62;
    let mut mesh = Mesh::with_texture(cx.plain);
    mesh.vertices.push(vertex(middle, c.glow));
    for i in 0..RAYS {
        let (sin, cos) = (i as f32 / RAYS as f32 * std::f32::consts::TAU).sin_cos();
        mesh.vertices.push(vertex(middle + vec2(cos, sin) * radius, c.ground));
        mesh.vertices.push(vertex(middle + vec2(cos, sin) * radius * 3.0, c.ground));
        let (near, next) = (1 + 2 * i, 1 + 2 * ((i + 1) % RAYS));
        mesh.add_triangle(0, near, next);
        if !cx.cleared {
            mesh.add_triangle(near, near + 1, next);
            mesh.add_triangle(next, near + 1, next + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// Behind a parted body: the field of each account, parted as the body is.
pub(super) fn halves(ui: &Ui, cx: &Cx<'_>, halves: &Halves) {
    let c = cx.look.colours();
    let mut mesh = Mesh::with_texture(cx.plain);
    for (account, tint) in [(Account::Tradition, c.tradtint), (Account::Body, c.bodytint)] {
        if let Some(room) = halves.room(account) {
            mesh.add_rect_with_uv(room, Rect::ZERO, c.ground.lerp_to_gamma(tint, 0.55));
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// The body fades into the page at the foot of the stage, unless it ends there: `soles` is how far down it reaches.
pub(super) fn fade(painter: &Painter, cx: &Cx<'_>, rect: Rect, soles: f32) {
    if soles < rect.bottom() + 8.0 {
        return;
    }
    let ground = cx.look.colours().ground;
    let top = rect.bottom() - (rect.height() * 0.12).min(72.0);
    let mut mesh = Mesh::with_texture(cx.plain);
    for (x, y, colour) in [
        (rect.left(), top, Color32::TRANSPARENT),
        (rect.right(), top, Color32::TRANSPARENT),
        (rect.right(), rect.bottom(), ground),
        (rect.left(), rect.bottom(), ground),
    ] {
        mesh.vertices.push(vertex(pos2(x, y), colour));
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(mesh));
}

/// Says that the body is on its way.
pub(super) fn waiting(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(Rect::from_center_size(rect.center(), vec2(280.0, 40.0))), |ui| {
        caption(ui, cx.look, &cx.tr.text("body-loading"));
    });
}

/// What plate this is, where no sheet beside it has a headline.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str) {
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let format = cx.look.scale.format_in(Role::Strong, Face::SerifItalic, 1.0, cx.look.colours().ink2);
        heading_in(ui, 1, format, text);
    });
}

/// What the lens shows, in a sentence on a plate: there may be skin behind it.
pub(super) fn lens_caption(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str) {
    let c = cx.look.colours();
    let format = cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.05, c.ink2);
    let under = ui.painter().add(Shape::Noop);
    let words = room.shrink2(vec2(10.0, 6.0));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(words), |ui| rich(ui, job([(text, format)])).rect);
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule });
    let plate = shown.inner.expand2(vec2(10.0, 6.0));
    let fill = c.sheet.gamma_multiply(0.95);
    ui.painter().set(under, RectShape::new(plate, CornerRadius::same(7), fill, edge, StrokeKind::Inside));
}

/// A ring round the stage while the keyboard is on the body.
pub(super) fn focus(painter: &Painter, cx: &Cx<'_>, rect: Rect) {
    let stroke = Stroke::new(3.0, cx.look.colours().focus);
    painter.rect_stroke(rect.shrink(3.0), CornerRadius::same(12), stroke, StrokeKind::Inside);
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}
