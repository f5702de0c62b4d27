//! Rare harm: a field of small squares, each of which is many people, and a cross for each who came to harm.

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Rect, Shape, Stroke, Ui, vec2};

use super::super::Cx;

/// How a field is divided: squares beside and below each other.
const SQUARES: (usize, usize) = (50, 20);

/// How high a field is for its width.
pub(super) const LOW: f32 = SQUARES.1 as f32 / SQUARES.0 as f32;

/// How many people one square is.
pub(super) fn each(of: u32) -> u32 {
    of / (SQUARES.0 * SQUARES.1) as u32
}

/// A field of small squares for many people, with one mark for each who came to harm.
pub(super) fn rare(ui: &Ui, cx: &Cx<'_>, of: u32, count: u32, mark: Color32, field: Rect) {
    let c = cx.look.colours();
    let (columns, rows) = SQUARES;
    let pitch = (field.width() / columns as f32).min(field.height() / rows as f32);
    let square = vec2(pitch, pitch) * 0.72;
    let tint = c.rule.lerp_to_gamma(c.line, if cx.look.tokens.dark { 0.4 } else { 0.0 });
    let mut mesh = Mesh::default();
    for i in 0..columns * rows {
        let at = field.min + vec2((i % columns) as f32, (i / columns) as f32) * pitch;
        mesh.add_colored_rect(Rect::from_min_size(at, square), tint);
    }
    ui.painter().add(Shape::mesh(mesh));
    // Spread over the field by the golden ratio, so that no one thinks of a corner of town.
    let marks = count.min(of).min(400);
    for i in 0..marks {
        let turn = |by: f32| (i as f32 + 0.5) * by % 1.0;
        let x = (turn(0.618_034) * columns as f32).floor() * pitch + square.x * 0.5;
        let y = (turn(0.754_877_7) * rows as f32).floor() * pitch + square.y * 0.5;
        let at = field.min + vec2(x, y);
        let (arm, stroke) = (pitch.clamp(2.5, 4.5), cx.look.tokens.stroke(2.0));
        ui.painter().circle_filled(at, arm + 1.5, c.sheet);
        for along in [vec2(1.0, 1.0), vec2(1.0, -1.0)] {
            ui.painter().line_segment([at - along * arm * 0.7, at + along * arm * 0.7], Stroke::new(stroke, mark));
        }
    }
}
