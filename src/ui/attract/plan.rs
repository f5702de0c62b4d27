//! Where everything stands on the picture that invites: drawn for 1080 × 1920 and 1920 × 1080 pixels, and scaled to
//! whatever window there is.

use eframe::egui::{Rect, Vec2, pos2, vec2};
use glam::Vec3;

use super::super::Cx;

/// How much of the body is seen, as shares of its height from the soles: from here to its crown.
const UPRIGHT: f32 = 0.20;
const LYING: f32 = 0.34;

/// Where everything stands.
pub(super) struct Plan {
    /// Points for one pixel of the drawing.
    unit: f32,
    /// Whether the window is higher than wide.
    tall: bool,
    /// Where the words of the top stand.
    pub(super) head: Rect,
    /// The question.
    pub(super) question: Rect,
    /// The names of the two accounts.
    pub(super) accounts: Rect,
    /// The caption of the story.
    pub(super) caption: Rect,
    /// The button.
    pub(super) start: Rect,
    /// The languages, all of them.
    languages: Rect,
    /// The line at the foot.
    pub(super) promise: Rect,
    /// The area that the camera fills.
    pub(super) body: Rect,
    /// What of it is painted.
    pub(super) seen: Rect,
    /// How high the fade at its foot is.
    pub(super) fade: f32,
    /// How much the height of the area spans, as a share of the body's height.
    span: f32,
    /// Where the middle of the area lies on the body, as a share of its height.
    middle: f32,
}

impl Plan {
    /// Divides the window; everything but the page has moved by so much.
    pub(super) fn new(window: Rect, moved: Vec2) -> Self {
        if window.height() > window.width() { Self::upright(window, moved) } else { Self::lying(window, moved) }
    }

    fn upright(window: Rect, moved: Vec2) -> Self {
        let unit = (window.width() / 1080.0).min(window.height() / 1700.0);
        // The picture keeps its width; a longer window gives its length to the body.
        let side = (window.width() - 1080.0 * unit) * 0.5 + 64.0 * unit;
        let room = window.translate(moved * unit.min(1.0));
        let at = |top: f32, height: f32| {
            Rect::from_min_size(pos2(room.left() + side, top), vec2(room.width() - 2.0 * side, height * unit))
        };
        let (top, foot) = (room.top(), room.bottom());
        let start = Rect::from_center_size(pos2(room.center().x, foot - 350.0 * unit), vec2(800.0, 148.0) * unit);
        let crown = top + 360.0 * unit;
        let seen_to = foot - 690.0 * unit;
        let scale = (foot - 620.0 * unit - crown) / (1.0 - UPRIGHT);
        Self {
            unit,
            tall: true,
            head: at(top + 48.0 * unit, 64.0),
            question: at(top + 150.0 * unit, 230.0),
            accounts: at(top + 384.0 * unit, 60.0),
            caption: at(foot - 690.0 * unit, 230.0),
            start,
            languages: at(foot - 240.0 * unit, 96.0),
            promise: at(foot - 110.0 * unit, 50.0),
            body: Rect::from_center_size(room.center(), room.size()),
            seen: window.with_max_y(seen_to),
            fade: 240.0 * unit,
            span: room.height() / scale,
            middle: 1.0 - (room.center().y - crown) / scale,
        }
    }

    fn lying(window: Rect, moved: Vec2) -> Self {
        let unit = (window.width() / 1920.0).min(window.height() / 1080.0);
        let room = window.translate(moved * unit.min(1.0));
        let left = room.left() + 96.0 * unit;
        let at = |y: f32, height: f32| {
            let middle = room.center().y + (y - 540.0) * unit;
            Rect::from_min_size(pos2(left, middle), vec2(860.0, height) * unit)
        };
        let axis = room.left() + room.width() * 0.5 + 490.0 * unit;
        let crown = room.top() + 90.0 * unit;
        let scale = (room.bottom() + 20.0 * unit - crown) / (1.0 - LYING);
        let head = at(72.0, 64.0);
        Self {
            unit,
            tall: false,
            head,
            question: at(196.0, 220.0),
            accounts: at(424.0, 60.0),
            caption: at(508.0, 220.0),
            start: at(750.0, 148.0).with_max_x(left + 760.0 * unit),
            languages: at(918.0, 84.0),
            promise: at(1014.0, 44.0),
            body: Rect::from_center_size(pos2(axis, room.center().y), room.size()),
            seen: window.with_min_x(left + 800.0 * unit),
            fade: 150.0 * unit,
            span: room.height() / scale,
            middle: 1.0 - (room.center().y - crown) / scale,
        }
    }

    /// A length of the drawing, in points.
    pub(super) fn points(&self, pixels: f32) -> f32 {
        pixels * self.unit
    }

    /// Whether the window is higher than wide.
    pub(super) fn is_tall(&self) -> bool {
        self.tall
    }

    /// What of the body is in the middle of the area, in metres.
    pub(super) fn target(&self, cx: &Cx<'_>) -> Vec3 {
        Vec3::new(0.0, stature(cx) * self.middle, 0.0)
    }

    /// How many metres the height of the area spans on this figure.
    pub(super) fn span(&self, cx: &Cx<'_>) -> f32 {
        self.span * stature(cx)
    }

    /// The room of one of so many languages: in the middle of a tall window, else from the left.
    pub(super) fn language(&self, i: usize, of: usize) -> Rect {
        let size = vec2(172.0, 92.0).min(vec2(172.0, self.languages.height() / self.unit)) * self.unit;
        let gap = 18.0 * self.unit;
        let all = (size.x + gap) * of as f32 - gap;
        let left = if self.tall { self.languages.center().x - all * 0.5 } else { self.languages.left() };
        Rect::from_min_size(pos2(left + (size.x + gap) * i as f32, self.languages.top()), size)
    }
}

fn stature(cx: &Cx<'_>) -> f32 {
    cx.figure.map_or(1.7, |figure| figure.landmarks.stature)
}
