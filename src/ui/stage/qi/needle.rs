//! A needle in its place, and the mark of a place that waits for one.

use eframe::egui::{Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::super::super::Cx;

/// How long the part of a needle is that one sees, and its handle.
const LENGTH: (f32, f32) = (66.0, 46.0);

/// Paints a needle whose point is in the skin. It leans outward, to the side that `lean` says.
pub(in super::super) fn needle(painter: &Painter, cx: &Cx<'_>, at: Pos2, lean: f32, size: f32) {
    let c = cx.look.on_skin();
    let way = vec2(lean * 0.855, -0.52).normalized();
    let (end, top) = (at + way * (LENGTH.0 * size), at + way * ((LENGTH.0 + LENGTH.1) * size));
    painter.line_segment([at, end], Stroke::new(4.2 * size, c.ink));
    painter.line_segment([at, end], Stroke::new(1.9 * size, c.sheet));
    painter.add(handle(end, top, 4.6 * size, cx));
    painter.circle(at, 9.0 * size, c.sheet, Stroke::new(1.2, c.ink));
    painter.circle_filled(at, 6.4 * size, c.trad);
}

/// The wound handle, with round ends and a few turns of wire.
fn handle(from: Pos2, to: Pos2, half: f32, cx: &Cx<'_>) -> Shape {
    let c = cx.look.on_skin();
    let way = (to - from).normalized();
    let across = vec2(-way.y, way.x);
    let corner = |end: Pos2, out: Vec2, turn: f32| end + (across * turn.cos() + out * turn.sin()) * half;
    let turns = [0.0, 0.17, 0.33, 0.5, 0.67, 0.83, 1.0].map(|share: f32| share * std::f32::consts::PI);
    let far = turns.map(|turn| corner(to, way, turn));
    let near = turns.map(|turn| corner(from, way, turn + std::f32::consts::PI));
    let fill = c.gold.lerp_to_gamma(c.sheet, 0.18);
    let mut shapes = vec![Shape::convex_polygon(far.into_iter().chain(near).collect(), fill, Stroke::new(1.8, c.ink))];
    for i in 1..8 {
        let middle = from.lerp(to, i as f32 / 8.0);
        let wire = [middle - across * (half - 1.2) - way * 1.4, middle + across * (half - 1.2) + way * 1.4];
        shapes.push(Shape::line_segment(wire, Stroke::new(1.0, c.ink.gamma_multiply(0.45))));
    }
    Shape::Vec(shapes)
}

/// Paints a place that waits for a needle: a cinnabar disc in a dashed ring.
pub(super) fn waiting(painter: &Painter, cx: &Cx<'_>, at: Pos2, pointed: bool) {
    const DASHES: u16 = 12;
    let c = cx.look.on_skin();
    let radius = if pointed { 20.0 } else { 17.0 };
    painter.circle_stroke(at, radius, Stroke::new(5.4, c.sheet));
    for i in 0..DASHES {
        let at_turn = |share: f32| {
            let (sin, cos) = ((f32::from(i) + share) / f32::from(DASHES) * std::f32::consts::TAU).sin_cos();
            at + vec2(cos, sin) * radius
        };
        painter.line(vec![at_turn(0.0), at_turn(0.28), at_turn(0.56)], Stroke::new(3.2, c.ink));
    }
    painter.circle(at, 9.6, c.sheet, Stroke::new(1.2, c.ink));
    painter.circle_filled(at, 7.0, c.trad);
}
