//! The page under the body: one soft light, and an edge that fades.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::Cx;

/// How many triangles make the light.
const RAYS: u32 = 24;

/// A soft light behind the body.
pub(super) fn glow(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, CornerRadius::ZERO, c.ground);
    if c.glow == c.ground {
        return;
    }
    let middle = rect.center() - vec2(0.0, rect.height() * 0.06);
    let radius = rect.size().max_elem() * 0.62;
    let mut mesh = Mesh::default();
    mesh.vertices.push(vertex(middle, c.glow));
    for i in 0..RAYS {
        let (sin, cos) = (i as f32 / RAYS as f32 * std::f32::consts::TAU).sin_cos();
        mesh.vertices.push(vertex(middle + vec2(cos, sin) * radius, c.ground));
        mesh.add_triangle(0, i + 1, (i + 1) % RAYS + 1);
    }
    painter.add(Shape::mesh(mesh));
}

/// The body fades into the page at the foot of the stage.
pub(super) fn fade(painter: &Painter, cx: &Cx<'_>, rect: Rect) {
    let ground = cx.look.colours().ground;
    let top = rect.bottom() - (rect.height() * 0.12).min(72.0);
    let mut mesh = Mesh::default();
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

/// A ring round the stage while the keyboard is on the body.
pub(super) fn focus(painter: &Painter, cx: &Cx<'_>, rect: Rect) {
    let stroke = Stroke::new(3.0, cx.look.colours().focus);
    painter.rect_stroke(rect.shrink(3.0), CornerRadius::same(12), stroke, StrokeKind::Inside);
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}
