//! The grade badge: how sure one can be, as a sign and a word. Its shape tells the grade, not its colour alone.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::button::LEAST;
use super::control::{answer, focus_ring};
use crate::model::Grade;
use crate::theme::{Face, Look, Role};

/// How high the pill is; what can be pressed round it is higher.
const HEIGHT: f32 = 28.0;
/// The radius of the sign.
const SIGN: f32 = 6.0;

/// A badge that can be pressed: `name` is what it is called in the tree, and says what pressing it tells.
pub(crate) fn badge(ui: &mut Ui, look: &Look, grade: Grade, word: &str, name: &str) -> Response {
    let colour = colour(look, grade);
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font(look), colour);
    let width = galley.size().x + 2.0 * SIGN + 30.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(LEAST), LEAST), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let pill = Rect::from_center_size(rect.center(), vec2(rect.width(), HEIGHT));
        let fill = answer(&response, look.colours().sheet, colour);
        paint(ui.painter(), look, grade, pill, fill);
        let at = pos2(pill.right() - 12.0 - galley.size().x, pill.center().y - galley.size().y * 0.5);
        ui.painter().galley(at, galley, colour);
        focus_ring(ui.painter(), look, &response.clone().with_new_rect(pill), 14);
    }
    response.on_hover_text(name)
}

/// A badge that only tells: one entry of a legend.
pub(crate) fn badge_label(ui: &mut Ui, look: &Look, grade: Grade, word: &str) -> Response {
    let colour = colour(look, grade);
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font(look), colour);
    let size = vec2(galley.size().x + 2.0 * SIGN + 30.0, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, word));
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), look, grade, rect, Color32::TRANSPARENT);
        let at = pos2(rect.right() - 12.0 - galley.size().x, rect.center().y - galley.size().y * 0.5);
        ui.painter().galley(at, galley, colour);
    }
    response
}

fn font(look: &Look) -> FontId {
    FontId::new(look.scale.font(Role::Label).size, Face::SansSemibold.family())
}

fn colour(look: &Look, grade: Grade) -> Color32 {
    let c = look.colours();
    if grade == Grade::Tradition { c.trad } else { c.body }
}

/// The pill and its sign. An idea has a dashed edge: it is not closed.
fn paint(painter: &Painter, look: &Look, grade: Grade, pill: Rect, fill: Color32) {
    let stroke = Stroke::new(look.tokens.stroke(1.4), colour(look, grade));
    let round = CornerRadius::same((pill.height() * 0.5) as u8);
    if grade == Grade::Idea {
        painter.rect_filled(pill, round, fill);
        painter.extend(Shape::dashed_line(&outline(pill.shrink(0.7)), stroke, 4.0, 3.0));
    } else {
        painter.rect(pill, round, fill, stroke, StrokeKind::Inside);
    }
    sign(painter, grade, pos2(pill.left() + 12.0 + SIGN, pill.center().y), stroke);
}

/// The outline of a pill as one path.
fn outline(pill: Rect) -> Vec<Pos2> {
    let radius = pill.height() * 0.5;
    let mut path = Vec::new();
    for (middle, from) in [(pill.right() - radius, -0.25f32), (pill.left() + radius, 0.25)] {
        path.extend((0..=10).map(|i| {
            let (sin, cos) = ((from + i as f32 * 0.05) * std::f32::consts::TAU).sin_cos();
            pos2(middle, pill.center().y) + vec2(cos, sin) * radius
        }));
    }
    path.extend(path.first().copied());
    path
}

/// The sign of a grade: a ring with a wave, a square with a nerve, a full disc, half a disc, a dashed ring, a ring with a
/// crack.
fn sign(painter: &Painter, grade: Grade, at: Pos2, stroke: Stroke) {
    let fill = stroke.color;
    let curve = |points: &[(f32, f32)]| {
        let path: Vec<Pos2> = points.iter().map(|&(x, y)| at + vec2(x, y) * SIGN).collect();
        painter.line(path, stroke);
    };
    match grade {
        Grade::Tradition => {
            painter.circle_stroke(at, SIGN, stroke);
            let wave = |i: i32| (i as f32 / 6.0, (i as f32 / 6.0 * std::f32::consts::PI).sin() * -0.32);
            curve(&(-4..=4).map(wave).collect::<Vec<_>>());
        }
        Grade::Anatomy => {
            let square = Rect::from_center_size(at, Vec2::splat(SIGN * 1.9));
            painter.rect_stroke(square, CornerRadius::same(3), stroke, StrokeKind::Middle);
            curve(&[(0.0, 0.62), (0.0, 0.1), (-0.45, -0.5)]);
            curve(&[(0.0, 0.1), (0.45, -0.5)]);
        }
        Grade::People => _ = painter.circle(at, SIGN, fill, stroke),
        Grade::Animals => {
            let arc = |i: i32| {
                at + vec2(
                    -(i as f32 / 12.0 * std::f32::consts::PI).sin(),
                    (i as f32 / 12.0 * std::f32::consts::PI).cos(),
                ) * SIGN
            };
            painter.add(Shape::convex_polygon((0..=12).map(arc).collect(), fill, Stroke::NONE));
            painter.circle_stroke(at, SIGN, stroke);
        }
        Grade::Idea => {
            let ring: Vec<Pos2> = (0..=24)
                .map(|i| {
                    let (sin, cos) = (i as f32 / 24.0 * std::f32::consts::TAU).sin_cos();
                    at + vec2(cos, sin) * SIGN
                })
                .collect();
            painter.extend(Shape::dashed_line(&ring, stroke, 3.2, 2.2));
        }
        Grade::Disputed => {
            painter.circle_stroke(at, SIGN, stroke);
            curve(&[(0.15, -1.0), (-0.25, -0.25), (0.25, 0.2), (-0.15, 1.0)]);
        }
    }
}
