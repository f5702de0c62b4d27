//! One neutral figure, and many of them stamped from one drawing: an array of people costs one mesh.

use eframe::egui::epaint::{Mesh, TessellationOptions, Tessellator, Vertex};
use eframe::egui::{Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::ink::{self, Ink};
use crate::theme::Look;

/// The figure's height over its width.
pub(super) const TALL: f32 = 1.3;

/// A figure in a box from zero to this size: filled in an ink, or an outline alone.
pub(super) fn person(look: &Look, size: Vec2, ink: Option<&Ink>) -> Vec<Shape> {
    let c = look.colours();
    let at = |x: f32, y: f32| pos2(x * size.x, y * size.y);
    let head = at(0.5, 0.20);
    let radius = size.x * 0.215;
    let body = torso(size);
    let step = (size.x * 0.2).max(2.2);
    let edge = look.tokens.stroke((size.x * 0.07).clamp(0.8, 1.5));
    let Some(ink) = ink else {
        let edge = Stroke::new(look.tokens.stroke((size.x * 0.06).clamp(0.8, 1.3)), c.line);
        return vec![Shape::closed_line(body, edge), Shape::circle_stroke(head, radius, edge)];
    };
    let mut shapes = ink::shapes(&body, ink, step, edge);
    shapes.extend(ink::shapes(&disc(head, radius), ink, step, edge));
    shapes
}

/// Shoulders and chest: an arch with a flat foot.
fn torso(size: Vec2) -> Vec<Pos2> {
    let at = |x: f32, y: f32| pos2(x * size.x, y * size.y);
    let arch = (0..=10).map(|i| {
        let (sin, cos) = (std::f32::consts::PI * (1.0 + i as f32 / 10.0)).sin_cos();
        at(0.5 + 0.42 * cos, 0.74 + 0.31 * sin)
    });
    arch.chain([at(0.92, 0.92), at(0.88, 0.96), at(0.12, 0.96), at(0.08, 0.92)]).collect()
}

fn disc(middle: Pos2, radius: f32) -> Vec<Pos2> {
    let turn = std::f32::consts::TAU / 14.0;
    (0..14u8).map(|i| middle + vec2((f32::from(i) * turn).cos(), (f32::from(i) * turn).sin()) * radius).collect()
}

/// Shapes as one mesh, to be stamped.
pub(super) fn template(ui: &Ui, shapes: Vec<Shape>) -> Mesh {
    let options = TessellationOptions { prerasterized_discs: false, ..TessellationOptions::default() };
    let mut tessellator = Tessellator::new(ui.pixels_per_point(), options, [1, 1], Vec::new());
    tessellator.set_clip_rect(Rect::EVERYTHING);
    let mut mesh = Mesh::default();
    for shape in shapes {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}

/// Adds a mesh to another at a place.
pub(super) fn stamp(into: &mut Mesh, what: &Mesh, by: Vec2) {
    let base = into.vertices.len() as u32;
    into.vertices.extend(what.vertices.iter().map(|vertex| Vertex { pos: vertex.pos + by, ..*vertex }));
    into.indices.extend(what.indices.iter().map(|index| index + base));
}
