//! The badge that says what kind of knowledge bears a thing: a sign and a word, never a colour alone.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{LEAST, focus_ring};
use super::curve::{Path, places};
use crate::describe::grade_keys;
use crate::model::Grade;
use crate::theme::Role;

const HEIGHT: f32 = 28.0;
const SIGN: f32 = 6.5;

/// The word of a grade. What has none is a setting of our picture, and not an idea that someone holds.
pub(super) fn word(cx: &Cx<'_>, grade: Option<Grade>) -> String {
    cx.tr.text(grade.map_or("grade-none", |grade| grade_keys(grade).0))
}

/// How wide a badge is.
pub(super) fn width(ui: &Ui, cx: &Cx<'_>, grade: Option<Grade>) -> f32 {
    galley(ui, cx, grade, Color32::PLACEHOLDER).size().x + 40.0
}

fn galley(ui: &Ui, cx: &Cx<'_>, grade: Option<Grade>, colour: Color32) -> std::sync::Arc<eframe::egui::Galley> {
    ui.painter().layout_no_wrap(word(cx, grade), cx.look.scale.font(Role::Label), colour)
}

/// Paints a badge whose left edge and middle are given; `on_ink` where it lies on a chosen row.
pub(super) fn paint(ui: &Ui, cx: &Cx<'_>, left: Pos2, grade: Option<Grade>, on_ink: bool) {
    let c = cx.look.colours();
    let colour = match grade {
        _ if on_ink => c.onfill,
        Some(Grade::People | Grade::Animals | Grade::Anatomy) => c.body,
        Some(Grade::Tradition) => c.trad,
        Some(Grade::Idea | Grade::Disputed) | None => c.ink2,
    };
    let ground = if on_ink { c.ink } else { c.sheet };
    let rect = Rect::from_min_size(left - vec2(0.0, HEIGHT * 0.5), vec2(width(ui, cx, grade), HEIGHT));
    let painter = ui.painter();
    let edge = Stroke::new(cx.look.tokens.stroke(1.4), colour);
    if grade == Some(Grade::Idea) {
        painter.rect_filled(rect, CornerRadius::same(14), ground);
        dashed_pill(painter, rect.shrink(0.7), edge);
    } else {
        painter.rect(rect, CornerRadius::same(14), ground, edge, StrokeKind::Inside);
    }
    sign(painter, pos2(rect.left() + 17.0, rect.center().y), grade, colour, cx.look.tokens.stroke(1.5));
    let word = galley(ui, cx, grade, colour);
    painter.galley(pos2(rect.left() + 29.0, rect.center().y - word.size().y * 0.5), word, colour);
}

/// A badge that opens what bears it; `of` is what it stands beside.
pub(super) fn button(ui: &mut Ui, cx: &Cx<'_>, grade: Option<Grade>, of: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width(ui, cx, grade), LEAST), Sense::click());
    let name = cx.tr.text_with("endo-badge", &[("grade", word(cx, grade).into()), ("of", of.into())]);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    if ui.is_rect_visible(rect) {
        paint(ui, cx, rect.left_center(), grade, false);
        let line = Rect::from_center_size(rect.center(), vec2(rect.width(), HEIGHT));
        if response.hovered() {
            let wash = cx.look.colours().ink.gamma_multiply(0.06);
            ui.painter().rect_filled(line, CornerRadius::same(14), wash);
        }
        focus_ring(ui.painter(), cx.look, &response.clone().with_new_rect(line), 14);
    }
    response
}

fn dashed_pill(painter: &Painter, rect: Rect, stroke: Stroke) {
    let radius = rect.height() * 0.5;
    let arc = |centre: Pos2, from: f32| {
        (0..=10u8).map(move |i| {
            let (sin, cos) = (from + f32::from(i) / 10.0 * std::f32::consts::PI).sin_cos();
            centre + vec2(cos, sin) * radius
        })
    };
    let right = pos2(rect.right() - radius, rect.center().y);
    let left = pos2(rect.left() + radius, rect.center().y);
    let quarter = std::f32::consts::FRAC_PI_2;
    let mut outline: Vec<Pos2> = arc(right, -quarter).chain(arc(left, quarter)).collect();
    outline.extend(outline.first().copied());
    painter.extend(Shape::dashed_line(&outline, stroke, 4.0, 3.0));
}

/// The sign: a full disc, half a disc, a dashed ring, a ring with a crack, a ring with a wave, a ring with a dot, and a
/// dash for no grade.
fn sign(painter: &Painter, at: Pos2, grade: Option<Grade>, colour: Color32, width: f32) {
    let stroke = Stroke::new(width, colour);
    let ring = |painter: &Painter| _ = painter.circle_stroke(at, SIGN, stroke);
    let curve = |through: &[(f32, f32)]| {
        let line = places(through).iter().map(|p| at + p.to_vec2() * SIGN).collect::<Vec<_>>();
        Path::through(&line).line().to_vec()
    };
    match grade {
        None => _ = painter.hline(at.x - SIGN..=at.x + SIGN, at.y, stroke),
        Some(Grade::People) => _ = painter.circle_filled(at, SIGN, colour),
        Some(Grade::Animals) => {
            ring(painter);
            let half = (0..=12u8).map(|i| {
                let (sin, cos) = (std::f32::consts::FRAC_PI_2 + f32::from(i) / 12.0 * std::f32::consts::PI).sin_cos();
                at + vec2(cos, sin) * (SIGN - 0.5)
            });
            painter.add(Shape::convex_polygon(half.collect(), colour, Stroke::NONE));
        }
        Some(Grade::Idea) => {
            let ring: Vec<Pos2> = (0..=24u8)
                .map(|i| at + eframe::egui::Vec2::angled(f32::from(i) / 24.0 * std::f32::consts::TAU) * SIGN)
                .collect();
            painter.extend(Shape::dashed_line(&ring, stroke, 2.6, 2.4));
        }
        Some(Grade::Disputed) => {
            ring(painter);
            let crack = [(0.3, -1.0), (-0.25, -0.1), (0.28, 0.1), (-0.3, 1.0)];
            painter.line(places(&crack).iter().map(|p| at + p.to_vec2() * SIGN).collect(), stroke);
        }
        Some(Grade::Tradition) => {
            ring(painter);
            painter.line(curve(&[(-0.6, 0.1), (-0.2, -0.25), (0.2, 0.2), (0.6, -0.1)]), stroke);
        }
        Some(Grade::Anatomy) => {
            ring(painter);
            painter.circle_filled(at, 2.2, colour);
        }
    }
}
