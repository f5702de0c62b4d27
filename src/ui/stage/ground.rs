//! The page under the body: one soft light, and an edge that fades.

use eframe::egui::epaint::{Mesh, RectShape, Vertex, WHITE_UV};
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2,
};
use glam::Vec3;

use super::super::Cx;
use super::super::widgets::{caption, heading_in, job, rich};
use super::halves::Halves;
use super::seen::Seen;
use crate::theme::{Face, Role};
use crate::visit::Account;

/// The light is a mesh of squares of this size: fine enough for its gentle slope, in points.
const SQUARE: f32 = 32.0;
/// How far the light reaches from its middle to either side and up and down, in heights of the room it stands in, and
/// how wide it is at most, in widths of the room. It stands round an upright body: without a graphics card each pixel
/// of it costs as much as one of the body.
const REACH: Vec2 = vec2(0.44, 0.56);
const WIDEST: f32 = 0.62;
/// How far above the middle of the room the light stands, in heights of the room.
const ABOVE: f32 = 0.06;
/// How far paper reaches beyond the words on it.
const PAPER: Vec2 = vec2(10.0, 6.0);

/// A soft light on a page, where the body would stand in `room`.
pub(in super::super) fn glow(ui: &Ui, cx: &Cx<'_>, page: Rect, room: Rect) {
    ui.painter_at(page).add(light(cx, page, room, |_| false));
}

/// The page round a body that was painted: the light goes `behind` it, only where it is not hidden, and at the foot of
/// the stage the body fades into the page.
pub(super) fn around(painter: &Painter, cx: &Cx<'_>, rect: Rect, behind: ShapeIdx, seen: &Seen<'_>) {
    painter.set(behind, light(cx, rect, rect, |square| seen.hides(square)));
    fade(painter, cx, rect, seen);
}

fn light(cx: &Cx<'_>, page: Rect, room: Rect, hidden: impl Fn(Rect) -> bool) -> Shape {
    let c = cx.look.colours();
    if c.glow == c.ground {
        let ground = || RectShape::filled(page, CornerRadius::ZERO, c.ground).into();
        return if cx.cleared { Shape::Noop } else { ground() };
    }
    let middle = room.center() - vec2(0.0, room.height() * ABOVE);
    let reach = (REACH * room.height()).min(vec2(room.width() * WIDEST, f32::INFINITY)).max(Vec2::splat(1.0));
    let columns = (page.width() / SQUARE).ceil().max(1.0) as u32;
    let rows = (page.height() / SQUARE).ceil().max(1.0) as u32;
    let corner = |column: u32, row: u32| (page.min + vec2(column as f32, row as f32) * SQUARE).min(page.max);
    let mut mesh = Mesh::with_texture(cx.plain);
    for row in 0..=rows {
        for column in 0..=columns {
            let at = corner(column, row);
            let away = ((at - middle) / reach).length().min(1.0);
            // Level in the middle and at the rim: no edge shows.
            let fallen = away * away * (3.0 - 2.0 * away);
            mesh.vertices.push(vertex(at, c.glow.lerp_to_gamma(c.ground, fallen)));
        }
    }
    for row in 0..rows {
        for column in 0..columns {
            let first = row * (columns + 1) + column;
            let below = first + columns + 1;
            let corners = [first, first + 1, below, below + 1];
            let dark = cx.cleared && corners.iter().all(|&i| mesh.vertices[i as usize].color == c.ground);
            if dark || hidden(Rect::from_min_max(corner(column, row), corner(column + 1, row + 1))) {
                continue;
            }
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

/// The body fades into the page at the foot of the stage, strip by strip where there is any, unless it ends there.
fn fade(painter: &Painter, cx: &Cx<'_>, rect: Rect, seen: &Seen<'_>) {
    let soles = seen.depth.on_screen(Vec3::ZERO).map_or(f32::INFINITY, |at| at.y);
    if soles < rect.bottom() + 8.0 {
        return;
    }
    let ground = cx.look.colours().ground;
    let top = rect.bottom() - (rect.height() * 0.12).min(72.0);
    let mut mesh = Mesh::with_texture(cx.plain);
    let strips = (rect.width() / SQUARE).ceil().max(1.0) as u32;
    let strip = |i: u32| {
        let left = rect.left() + i as f32 * SQUARE;
        Rect::from_min_max(pos2(left, top), pos2((left + SQUARE).min(rect.right()), rect.bottom()))
    };
    for strip in (0..strips).map(strip).filter(|&strip| !seen.is_bare(strip)) {
        let first = mesh.vertices.len() as u32;
        for (at, colour) in [
            (strip.left_top(), Color32::TRANSPARENT),
            (strip.right_top(), Color32::TRANSPARENT),
            (strip.right_bottom(), ground),
            (strip.left_bottom(), ground),
        ] {
            mesh.vertices.push(vertex(at, colour));
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
}

/// Says that the body is on its way.
pub(super) fn waiting(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(Rect::from_center_size(rect.center(), vec2(280.0, 40.0))), |ui| {
        caption(ui, cx.look, &cx.instead_of_body());
    });
}

/// What plate this is, where no sheet beside it has a headline. Where any of the body is behind the words, they stand on
/// paper.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str, seen: &Seen<'_>) {
    let under = ui.painter().add(Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(room.shrink2(vec2(PAPER.x, 0.0))), |ui| {
        let format = cx.look.scale.format_in(Role::Strong, Face::SerifItalic, 1.0, cx.look.colours().ink2);
        heading_in(ui, 1, format, text).rect
    });
    let words = shown.inner;
    if !seen.is_bare(words) {
        ui.painter().set(under, paper(cx, words));
    }
}

/// A plate for words that may have skin behind them.
fn paper(cx: &Cx<'_>, words: Rect) -> RectShape {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule });
    let fill = c.sheet.gamma_multiply(0.95);
    RectShape::new(words.expand2(PAPER), CornerRadius::same(7), fill, edge, StrokeKind::Inside)
}

/// What the lens shows, in a sentence on a plate: there may be skin behind it.
pub(super) fn lens_caption(ui: &mut Ui, cx: &Cx<'_>, room: Rect, text: &str) {
    let c = cx.look.colours();
    let format = cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.05, c.ink2);
    let under = ui.painter().add(Shape::Noop);
    let words = room.shrink2(PAPER);
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
