//! The grade badge: how sure one can be, as a sign and a word. Its shape tells the grade, not its colour alone.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::button::LEAST;
use super::control::{answer, focus_ring, is_painted};
use crate::model::Grade;
use crate::theme::{Face, Look, Role};

/// How high the pill is; what can be pressed round it is higher.
const HEIGHT: f32 = 28.0;
/// The radius of the sign.
const SIGN: f32 = 6.0;
/// From the edge to what stands in it, and from the sign to the word.
const PAD: f32 = 12.0;
const GAP: f32 = 6.0;

/// A badge that has its word, but not yet its place.
pub(crate) struct Badge<'a> {
    look: &'a Look,
    grade: Option<Grade>,
    text: &'a str,
    word: Arc<Galley>,
    colour: Color32,
    ground: Color32,
}

impl<'a> Badge<'a> {
    /// A badge on paper. What has no grade is a setting of our picture, and not an idea that someone holds.
    pub(crate) fn new(ui: &Ui, look: &'a Look, grade: Option<Grade>, text: &'a str) -> Self {
        let c = look.colours();
        let colour = match grade {
            Some(Grade::People | Grade::Animals | Grade::Anatomy | Grade::Idea) => c.body,
            Some(Grade::Tradition) => c.trad,
            Some(Grade::Disputed) | None => c.ink2,
        };
        let font = FontId::new(look.scale.font(Role::Label).size, Face::SansSemibold.family());
        let word = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        Self { look, grade, text, word, colour, ground: c.sheet }
    }

    /// The same on a row that is chosen, which is filled with ink.
    pub(crate) fn on_ink(self) -> Self {
        let c = self.look.colours();
        Self { colour: c.onfill, ground: c.ink, ..self }
    }

    /// How high it is.
    pub(crate) const HEIGHT: f32 = HEIGHT;

    /// How wide it is.
    pub(crate) fn width(&self) -> f32 {
        self.word.size().x + 2.0 * SIGN + 2.0 * PAD + GAP
    }

    /// Paints it; the middle of its left edge is given.
    pub(crate) fn paint(&self, painter: &Painter, left: Pos2) {
        self.filled(painter, left, self.ground);
    }

    /// A badge that only tells: what bears it stands beside it.
    pub(crate) fn label(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(self.width(), HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, self.text));
        if ui.is_rect_visible(rect) {
            self.paint(ui.painter(), rect.left_center());
        }
        response
    }

    /// A badge that opens what bears it: `name` is what it is called in the tree, and says what pressing it tells.
    pub(crate) fn button(self, ui: &mut Ui, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(self.width().max(LEAST), LEAST), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, ui.is_enabled(), name));
        if is_painted(ui, &response) {
            let pill = Rect::from_center_size(rect.center(), vec2(self.width(), HEIGHT));
            self.filled(ui.painter(), pill.left_center(), answer(&response, self.ground, self.colour));
            focus_ring(ui.painter(), self.look, &response.clone().with_new_rect(pill), 14);
        }
        response.on_hover_text(name)
    }

    /// The sign of a grade alone, round a place: the word stands beside it.
    pub(crate) fn sign(painter: &Painter, grade: Option<Grade>, at: Pos2, stroke: Stroke) {
        sign(painter, grade, at, stroke);
    }

    /// The pill, its sign and its word. An idea has a dashed edge: it is not closed.
    fn filled(&self, painter: &Painter, left: Pos2, fill: Color32) {
        let pill = Rect::from_min_size(left - vec2(0.0, HEIGHT * 0.5), vec2(self.width(), HEIGHT));
        let stroke = Stroke::new(self.look.tokens.stroke(1.4), self.colour);
        let round = CornerRadius::same((HEIGHT * 0.5) as u8);
        if self.grade == Some(Grade::Idea) {
            painter.rect_filled(pill, round, fill);
            painter.extend(Shape::dashed_line(&outline(pill.shrink(0.7)), stroke, 4.0, 3.0));
        } else {
            painter.rect(pill, round, fill, stroke, StrokeKind::Inside);
        }
        sign(painter, self.grade, pos2(pill.left() + PAD + SIGN, pill.center().y), stroke);
        let at = pos2(pill.left() + PAD + 2.0 * SIGN + GAP, pill.center().y - self.word.size().y * 0.5);
        painter.galley(at, self.word.clone(), self.colour);
    }
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
/// crack, and a dash where there is no grade.
fn sign(painter: &Painter, grade: Option<Grade>, at: Pos2, stroke: Stroke) {
    let fill = stroke.color;
    let curve = |points: &[(f32, f32)]| {
        let path: Vec<Pos2> = points.iter().map(|&(x, y)| at + vec2(x, y) * SIGN).collect();
        painter.line(path, stroke);
    };
    match grade {
        None => _ = painter.hline(at.x - SIGN..=at.x + SIGN, at.y, stroke),
        Some(Grade::Tradition) => {
            painter.circle_stroke(at, SIGN, stroke);
            let wave = |i: i32| (i as f32 / 6.0, (i as f32 / 6.0 * std::f32::consts::PI).sin() * -0.32);
            curve(&(-4..=4).map(wave).collect::<Vec<_>>());
        }
        Some(Grade::Anatomy) => {
            let square = Rect::from_center_size(at, Vec2::splat(SIGN * 1.9));
            painter.rect_stroke(square, CornerRadius::same(3), stroke, StrokeKind::Middle);
            curve(&[(0.0, 0.62), (0.0, 0.1), (-0.45, -0.5)]);
            curve(&[(0.0, 0.1), (0.45, -0.5)]);
        }
        Some(Grade::People) => _ = painter.circle(at, SIGN, fill, stroke),
        Some(Grade::Animals) => {
            let arc = |i: i32| {
                at + vec2(
                    -(i as f32 / 12.0 * std::f32::consts::PI).sin(),
                    (i as f32 / 12.0 * std::f32::consts::PI).cos(),
                ) * SIGN
            };
            painter.add(Shape::convex_polygon((0..=12).map(arc).collect(), fill, Stroke::NONE));
            painter.circle_stroke(at, SIGN, stroke);
        }
        Some(Grade::Idea) => {
            let ring: Vec<Pos2> = (0..=24)
                .map(|i| {
                    let (sin, cos) = (i as f32 / 24.0 * std::f32::consts::TAU).sin_cos();
                    at + vec2(cos, sin) * SIGN
                })
                .collect();
            painter.extend(Shape::dashed_line(&ring, stroke, 3.2, 2.2));
        }
        Some(Grade::Disputed) => {
            painter.circle_stroke(at, SIGN, stroke);
            curve(&[(0.15, -1.0), (-0.25, -0.25), (0.25, 0.2), (-0.15, 1.0)]);
        }
    }
}
