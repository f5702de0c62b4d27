//! A loupe: a round picture with a rim, and the two thin lines that say where on the body it looks.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Painter, Pos2, Shape, Stroke, Ui};

use super::super::Cx;
use super::disc::Disc;
use super::scene::Scene;
use super::{at_brake, at_gate, at_needle};
use crate::theme::{Flat, only_seen};
use crate::visit::Loupe;

/// What a ground depends on: where it is, how large, in which theme, at how many pixels a point.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    loupe: Loupe,
    centre: Pos2,
    radius: f32,
    theme: String,
    pixels: f32,
}

/// The grounds of loupes, kept until place or theme changes: only what lives is painted anew.
#[derive(Debug, Default)]
pub(crate) struct Grounds(Vec<(Key, Arc<Mesh>)>);

impl Grounds {
    fn get(&mut self, ui: &Ui, cx: &Cx<'_>, loupe: Loupe, centre: Pos2, radius: f32) -> Arc<Mesh> {
        let theme = cx.look.tokens.name.clone();
        let key = Key { loupe, centre, radius, theme, pixels: ui.pixels_per_point() };
        if let Some((_, mesh)) = self.0.iter().find(|(known, _)| *known == key) {
            return mesh.clone();
        }
        let mut disc = Disc::new(cx.look, centre, radius);
        match loupe {
            Loupe::Needle => at_needle::ground(&mut disc),
            Loupe::Gate => at_gate::ground(&mut disc),
            Loupe::Brake => at_brake::ground(&mut disc),
        }
        let flat = Flat::new(ui.ctx(), cx.plain);
        let mesh = Arc::new(only_seen(&disc.cut(&flat), flat.pixel()));
        self.0.retain(|(known, _)| known.loupe != loupe);
        self.0.push((key, mesh.clone()));
        mesh
    }
}

/// Paints a loupe: ground, life, rim.
pub(super) fn paint(
    ui: &Ui,
    cx: &Cx<'_>,
    grounds: &mut Grounds,
    loupe: Loupe,
    scene: &Scene,
    (centre, radius): (Pos2, f32),
) {
    let painter = ui.painter();
    painter.circle_filled(centre, radius + 7.0, cx.look.colours().sheet);
    painter.add(Shape::mesh(grounds.get(ui, cx, loupe, centre, radius)));
    let mut disc = Disc::new(cx.look, centre, radius);
    match loupe {
        Loupe::Needle => at_needle::live(&mut disc, scene),
        Loupe::Gate => at_gate::live(&mut disc, scene),
        Loupe::Brake => at_brake::live(&mut disc, scene),
    }
    painter.add(Shape::mesh(disc.cut(&Flat::new(ui.ctx(), cx.plain))));
    rim(painter, cx, centre, radius);
}

/// Paper, then ink.
fn rim(painter: &Painter, cx: &Cx<'_>, centre: Pos2, radius: f32) {
    let c = cx.look.colours();
    painter.circle_stroke(centre, radius + 0.5, Stroke::new(7.0, c.sheet));
    painter.circle_stroke(centre, radius + 4.0, Stroke::new(cx.look.tokens.stroke(1.6), c.ink));
}

/// Where a loupe looks: a faint beam, two thin lines, and a small ring on the body.
pub(super) fn beam(painter: &Painter, cx: &Cx<'_>, at: Pos2, ring: f32, (centre, radius): (Pos2, f32)) {
    let c = cx.look.colours();
    let away = centre - at;
    let far = away.length().max(1.0);
    let rim = radius + 4.0;
    let Some(lean) = tangent(ring, far, rim) else { return };
    let turn = |angle: f32| eframe::egui::emath::Rot2::from_angle(angle) * (away / far);
    let mut beam = vec![];
    for side in [-1.0f32, 1.0] {
        // Both circles are touched on the same side, so the line leaves ring and loupe at a tangent.
        let out = turn(side * (std::f32::consts::FRAC_PI_2 + lean));
        beam.push([at + out * ring, centre + out * rim]);
    }
    let quad = vec![beam[0][0], beam[0][1], beam[1][1], beam[1][0]];
    painter.add(Shape::convex_polygon(quad, c.ink.gamma_multiply(0.045), Stroke::NONE));
    for line in beam {
        painter.line_segment(line, Stroke::new(cx.look.tokens.stroke(0.9), c.ink.gamma_multiply(0.7)));
    }
    self::ring(painter, cx, at, ring);
}

/// The same with one line, straight to the loupe.
pub(super) fn thread(painter: &Painter, cx: &Cx<'_>, at: Pos2, ring: f32, (centre, radius): (Pos2, f32)) {
    let c = cx.look.colours();
    let way = (centre - at).normalized();
    let line = [at + way * ring, centre - way * (radius + 4.0)];
    painter.line_segment(line, Stroke::new(3.0, c.sheet.gamma_multiply(0.8)));
    painter.line_segment(line, Stroke::new(cx.look.tokens.stroke(1.1), c.ink));
    self::ring(painter, cx, at, ring);
}

/// The place on the body that a loupe looks at.
fn ring(painter: &Painter, cx: &Cx<'_>, at: Pos2, radius: f32) {
    let c = cx.look.colours();
    painter.circle_stroke(at, radius, Stroke::new(4.0, c.sheet.gamma_multiply(0.8)));
    painter.circle_stroke(at, radius, Stroke::new(cx.look.tokens.stroke(1.6), c.ink));
}

/// The angle by which the common tangent of two circles leans away from the line between them.
fn tangent(small: f32, far: f32, large: f32) -> Option<f32> {
    let lean = (large - small) / far;
    (lean.abs() < 1.0).then(|| lean.asin())
}
