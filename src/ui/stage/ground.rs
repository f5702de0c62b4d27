//! The page under the body: one soft light, and an edge that fades.

use eframe::egui::epaint::{Mesh, RectShape, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{caption, heading_in, job, rich};
use super::halves::Halves;
use crate::theme::{Face, Role};
use crate::visit::Account;

/// The light is a mesh of squares of this size: fine enough for its gentle slope, in points.
const SQUARE: f32 = 32.0;

/// A soft light on the page.
pub(in super::super) fn glow(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    ui.painter_at(rect).add(glow_behind(cx, rect, |_| false));
}

/// A soft light behind the body, painted only where `hidden` does not say that something lies before it: without a
/// graphics card every pixel costs, and the body fills much of its stage.
pub(super) fn glow_behind(cx: &Cx<'_>, rect: Rect, hidden: impl Fn(Rect) -> bool) -> Shape {
    let c = cx.look.colours();
    if c.glow == c.ground {
        let ground = || RectShape::filled(rect, CornerRadius::ZERO, c.ground).into();
        return if cx.cleared { Shape::Noop } else { ground() };
    }
    let middle = rect.center() - vec2(0.0, rect.height() * 0.06);
    let radius = rect.size().max_elem() * 0.62;
    let columns = (rect.width() / SQUARE).ceil().max(1.0) as u32;
    let rows = (rect.height() / SQUARE).ceil().max(1.0) as u32;
    let corner = |column: u32, row: u32| (rect.min + vec2(column as f32, row as f32) * SQUARE).min(rect.max);
    let mut mesh = Mesh::with_texture(cx.plain);
    for row in 0..=rows {
        for column in 0..=columns {
            let at = corner(column, row);
            mesh.vertices.push(vertex(at, c.glow.lerp_to_gamma(c.ground, (at.distance(middle) / radius).min(1.0))));
        }
    }
    for row in 0..rows {
        for column in 0..columns {
            let square = Rect::from_min_max(corner(column, row), corner(column + 1, row + 1));
            let beyond = cx.cleared && square.distance_to_pos(middle) >= radius;
            if beyond || hidden(square) {
                continue;
            }
            let first = row * (columns + 1) + column;
            let below = first + columns + 1;
            mesh.add_triangle(first, first + 1, below);
            mesh.add_triangle(below, first + 1, below + 1);
        }
    }
    Shape::mesh(mesh)
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

/// What plate this is, where no sheet beside it has a headline. `hidden` says whether the body fills a place: where any
/// of it is behind the words, they stand on paper.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str, hidden: impl Fn(Rect) -> bool) {
    let under = ui.painter().add(Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let format = cx.look.scale.format_in(Role::Strong, Face::SerifItalic, 1.0, cx.look.colours().ink2);
        heading_in(ui, 1, format, text).rect
    });
    let words = shown.inner;
    let pieces = (words.width() / words.height().max(1.0)).ceil() as u16;
    let piece = |i: u16| {
        let left = words.left() + f32::from(i) * words.height();
        Rect::from_min_size(pos2(left, words.top()), Vec2::splat(words.height())).shrink(2.0)
    };
    if (0..pieces).any(|i| hidden(piece(i))) {
        ui.painter().set(under, paper(cx, words));
    }
}

/// A plate for words that may have skin behind them.
fn paper(cx: &Cx<'_>, words: Rect) -> RectShape {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule });
    let fill = c.sheet.gamma_multiply(0.95);
    RectShape::new(words.expand2(vec2(10.0, 6.0)), CornerRadius::same(7), fill, edge, StrokeKind::Inside)
}

/// What the lens shows, in a sentence on a plate: there may be skin behind it.
pub(super) fn lens_caption(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str) {
    let c = cx.look.colours();
    let format = cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.05, c.ink2);
    let under = ui.painter().add(Shape::Noop);
    let words = room.shrink2(vec2(10.0, 6.0));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(words), |ui| rich(ui, job([(text, format)])).rect);
    ui.painter().set(under, paper(cx, shown.inner));
}

/// A ring round the stage while the keyboard is on the body.
pub(super) fn focus(painter: &Painter, cx: &Cx<'_>, rect: Rect) {
    let stroke = Stroke::new(3.0, cx.look.colours().focus);
    painter.rect_stroke(rect.shrink(3.0), CornerRadius::same(12), stroke, StrokeKind::Inside);
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}
