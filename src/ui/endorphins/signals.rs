//! Signals on the body: beads that run up to the brain, squares of the brake that run down.

use eframe::egui::{Align2, CornerRadius, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use super::super::Cx;
use super::curve::{Path, few};
use super::scene::Scene;
use crate::theme::Face;

/// How fast beads run, in points a second, and how far apart they are.
const UP: (f32, f32) = (120.0, 50.0);
const DOWN: (f32, f32) = (80.0, 50.0);
/// How far the brake runs beside the cord's middle, in points: no square may lie under a bead. Where they stand still
/// both are larger, since each bears a number.
const BESIDE: f32 = 13.0;
const BESIDE_STILL: f32 = 21.0;

/// The nerve from the needle into the canal, under everything that runs on it.
pub(super) fn nerve(painter: &Painter, cx: &Cx<'_>, up: &Path, gate: Pos2) {
    let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
    let line = few(&up.line().iter().take_while(|at| at.y > gate.y).copied().collect::<Vec<_>>());
    painter.line(line.clone(), Stroke::new(cx.look.tokens.stroke(5.6), p.sheath));
    painter.line(line, Stroke::new(3.2, c.nerve));
}

/// Paints what runs: up in beads, down in squares.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, up: &Path, down: &Path, scene: &Scene) {
    let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
    let down = down.beside(if scene.still { -BESIDE_STILL } else { -BESIDE });
    let brake = scene.beads(down.length(), DOWN.0, DOWN.1, scene.brake);
    if !brake.is_empty() {
        let faint = p.brake.gamma_multiply(0.35 + 0.45 * scene.brake);
        painter.extend(Shape::dashed_line(&few(down.line()), Stroke::new(1.6, faint), 3.0, 5.0));
    }
    for (i, far) in brake.into_iter().enumerate() {
        let (at, _) = down.at(far);
        let half = if scene.still { 7.5 } else { 4.8 };
        let square = Rect::from_center_size(at, Vec2::splat(half * 2.0));
        let edge = Stroke::new(cx.look.tokens.stroke(1.8), c.sheet);
        painter.rect(square, CornerRadius::same(2), p.brake, edge, StrokeKind::Outside);
        if scene.still {
            number(painter, at, i + 1, c.onfill);
        }
    }
    for (i, far) in scene.beads(up.length(), UP.0, UP.1, scene.up).into_iter().enumerate() {
        let (at, along) = up.at(far);
        let radius = if scene.still { 8.5 } else { 5.6 };
        painter.circle(at, radius, c.sheet, Stroke::new(cx.look.tokens.stroke(2.0), p.sheath));
        if scene.still {
            number(painter, at, i + 1, c.ink);
        } else {
            let across = vec2(-along.y, along.x);
            let arrow = [at - along * 1.4 + across * 2.6, at + along * 1.6, at - along * 1.4 - across * 2.6];
            painter.line(arrow.to_vec(), Stroke::new(1.5, p.sheath));
        }
    }
}

fn number(painter: &Painter, at: Pos2, number: usize, colour: eframe::egui::Color32) {
    painter.text(at, Align2::CENTER_CENTER, number, FontId::new(11.0, Face::SansBold.family()), colour);
}
