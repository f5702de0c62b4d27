//! The forms of a marker: tradition is round and cinnabar, the body square and petrol, and what belongs to both is a
//! disc split down the middle: the sign of Deqi.

use eframe::egui::epaint::{Mesh, RectShape, Vertex, WHITE_UV};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use super::super::Cx;
use super::halves::Halves;
use crate::visit::Account;

/// A chosen marker's radius, in points.
const CHOSEN: f32 = 7.5;
/// A marker so near to the divider belongs to both sides, in points.
const ON_DIVIDER: f32 = 9.0;

/// Of which account a marker is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// Of both.
    Both,
    /// Of one.
    Of(Account),
}

impl Form {
    /// The form of a marker at a place on screen.
    pub(super) fn at(halves: &Halves, place: Pos2) -> Self {
        if halves.divider().is_some_and(|x| (place.x - x).abs() < ON_DIVIDER) {
            return Self::Both;
        }
        halves.at(place.x).map_or(Self::Both, Self::Of)
    }

    /// What fills it, on skin.
    pub(super) fn fill(self, cx: &Cx<'_>) -> Color32 {
        let c = cx.look.on_skin();
        match self {
            Self::Both => c.ink,
            Self::Of(Account::Tradition) => c.trad,
            Self::Of(Account::Body) => c.body,
        }
    }

    /// Paints it: round, or square with soft corners and of the same area.
    pub(super) fn paint(self, painter: &Painter, at: Pos2, radius: f32, fill: Color32, edge: Stroke) {
        if self == Self::Of(Account::Body) {
            let half = radius * 0.9;
            let corner = CornerRadius::same((half * 0.6).round() as u8);
            let square = Rect::from_center_size(at, Vec2::splat(half * 2.0));
            // Rounded to pixels, small squares would come out longer than wide.
            painter.add(RectShape::new(square, corner, fill, edge, StrokeKind::Middle).with_round_to_pixels(false));
        } else {
            painter.circle(at, radius, fill, edge);
        }
    }

    /// Paints the chosen one, with a ring while the keyboard is on the body.
    pub(super) fn chosen(self, painter: &Painter, cx: &Cx<'_>, at: Pos2, focused: bool) {
        const R: f32 = CHOSEN;
        let c = cx.look.on_skin();
        self.paint(painter, at, R + 6.5, c.sheet, Stroke::new(2.2, c.ink));
        if self == Self::Both {
            painter.circle_filled(at, R + 1.2, c.ink);
            half(painter, at, R, c.trad, -1.0);
            half(painter, at, R, c.body, 1.0);
            painter.line_segment([at - vec2(0.0, R), at + vec2(0.0, R)], Stroke::new(1.8, c.sheet));
        } else {
            self.paint(painter, at, R + 1.2, c.ink, Stroke::NONE);
            self.paint(painter, at, R, self.fill(cx), Stroke::NONE);
        }
        if focused {
            self.paint(painter, at, R + 9.5, Color32::TRANSPARENT, Stroke::new(2.0, c.sheet));
            self.paint(painter, at, R + 12.0, Color32::TRANSPARENT, Stroke::new(3.0, c.focus));
        }
    }
}

fn half(painter: &Painter, at: Pos2, radius: f32, colour: Color32, side: f32) {
    const STEPS: u32 = 12;
    let mut mesh = Mesh::default();
    mesh.vertices.push(Vertex { pos: at, uv: WHITE_UV, color: colour });
    for i in 0..=STEPS {
        let angle = i as f32 / STEPS as f32 * std::f32::consts::PI;
        let rim = at + vec2(angle.sin() * side, -angle.cos()) * radius;
        mesh.vertices.push(Vertex { pos: rim, uv: WHITE_UV, color: colour });
    }
    for i in 1..=STEPS {
        mesh.add_triangle(0, i, i + 1);
    }
    painter.add(Shape::mesh(mesh));
}
