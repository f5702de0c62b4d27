//! The dam: three strokes of a brush across the channel, which part and fade as the flow opens.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Shape, Vec2, vec2};

use super::super::super::Cx;

/// Each stroke: where across its middle lies, how far along, its length, its thickness, its slant.
const STROKES: [(f32, f32, f32, f32, f32); 3] =
    [(1.5, -11.0, 66.0, 7.0, -0.05), (-3.0, 0.0, 72.0, 8.5, 0.03), (3.0, 11.0, 60.0, 6.5, -0.02)];

/// Paints the dam across a line at a place. `through` is how much passes: a dam that lets all pass is gone.
pub(super) fn dam(painter: &Painter, cx: &Cx<'_>, at: Pos2, along: Vec2, through: f32) {
    let c = cx.look.on_skin();
    let strength = (1.0 - through).clamp(0.0, 1.0);
    if strength < 0.02 {
        return;
    }
    let across = vec2(-along.y, along.x);
    for (i, (aside, ahead, length, thick, slant)) in STROKES.into_iter().enumerate() {
        // Opening, the strokes slide apart, one to each side, and the last one down.
        let apart = through * 26.0 * [1.0, -1.0, 1.0][i];
        let middle = at + across * (aside + apart) + along * (ahead * (1.0 + through));
        let way = across + along * slant;
        painter.add(stroke(middle, way, along, length + 4.0, thick + 3.6, c.sheet.gamma_multiply(strength)));
        painter.add(stroke(middle, way, along, length, thick, c.ink.gamma_multiply(strength)));
    }
}

/// One stroke of a brush: set down firmly, bowed a little, lifted to a point.
fn stroke(middle: Pos2, way: Vec2, bow: Vec2, length: f32, thick: f32, colour: Color32) -> Shape {
    const STEPS: u32 = 18;
    let mut mesh = Mesh::default();
    for i in 0..=STEPS {
        let share = i as f32 / STEPS as f32;
        let sag = bow * (1.0 - (2.0 * share - 1.0).powi(2)) * -3.0;
        let pos = middle + way * ((share - 0.5) * length) + sag;
        let half = thick * 0.5 * (share * 5.0).min(1.0).sqrt() * (1.0 - share).powf(0.55);
        for side in [-1.0, 1.0] {
            mesh.vertices.push(Vertex { pos: pos + bow * (half * side), uv: WHITE_UV, color: colour });
        }
        if i > 0 {
            let row = i * 2;
            mesh.add_triangle(row - 2, row - 1, row);
            mesh.add_triangle(row - 1, row, row + 1);
        }
    }
    Shape::mesh(mesh)
}
