//! Where everything stands on the picture that invites: drawn for 1080 × 1920 and 1920 × 1080 pixels, and scaled to
//! whatever window there is.

use eframe::egui::{Rect, Vec2, pos2, vec2};
use glam::Vec3;

use super::super::Cx;

/// How much of the body is seen, as shares of its height from the soles: from here to its crown.
const UPRIGHT: f32 = 0.36;
const LYING: f32 = 0.34;

/// How high the button is drawn, and a language in a window that is higher than wide and in one that is not, in pixels.
const START: f32 = 148.0;
const LANGUAGE_UPRIGHT: f32 = 92.0;
const LANGUAGE_LYING: f32 = 84.0;
/// In a window too small for more, a finger's height is at most this share of it, so that the words stay large enough.
const MOST_OF_A_FINGER: f32 = 0.2;

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
    /// How wide and high a finger needs whatever is pressed.
    finger: f32,
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
    /// Divides the window; everything but the page has moved by so much. What is pressed is as large as a finger needs,
    /// in points, whatever the window's pixels are: the rest gives it room.
    pub(super) fn new(window: Rect, moved: Vec2, finger: f32) -> Self {
        let finger = finger.min(window.height() * MOST_OF_A_FINGER);
        if window.height() > window.width() {
            Self::upright(window, moved, finger)
        } else {
            Self::lying(window, moved, finger)
        }
    }

    fn upright(window: Rect, moved: Vec2, finger: f32) -> Self {
        let unit = (window.width() / 1080.0).min(unit_of(window.height(), 1700.0, LANGUAGE_UPRIGHT, finger));
        let (start_height, language_height) = (finger.max(START * unit), finger.max(LANGUAGE_UPRIGHT * unit));
        // The picture keeps its width; a longer window gives its length to the body.
        let side = (window.width() - 1080.0 * unit) * 0.5 + 64.0 * unit;
        let room = window.translate(moved * unit.min(1.0));
        let at = |top: f32, height: f32| {
            Rect::from_min_size(pos2(room.left() + side, top), vec2(room.width() - 2.0 * side, height * unit))
        };
        let (top, foot) = (room.top(), room.bottom());
        let languages = room.bottom() - 148.0 * unit - language_height;
        let start = languages - 36.0 * unit - start_height;
        // What stands above the buttons goes up by what these are higher than drawn.
        let above = start + 424.0 * unit;
        let crown = top + 360.0 * unit;
        let seen_to = above - 690.0 * unit;
        let scale = (above - 620.0 * unit - crown) / (1.0 - UPRIGHT);
        Self {
            unit,
            tall: true,
            head: at(top + 48.0 * unit, 64.0),
            question: at(top + 150.0 * unit, 230.0),
            accounts: at(top + 384.0 * unit, 60.0),
            caption: at(above - 690.0 * unit, 230.0),
            start: Rect::from_center_size(
                pos2(room.center().x, start + start_height * 0.5),
                vec2(800.0 * unit, start_height),
            ),
            languages: at(languages, language_height / unit),
            finger,
            promise: at(foot - 110.0 * unit, 50.0),
            body: Rect::from_center_size(room.center(), room.size()),
            seen: window.with_max_y(seen_to),
            fade: 240.0 * unit,
            span: room.height() / scale,
            middle: 1.0 - (room.center().y - crown) / scale,
        }
    }

    fn lying(window: Rect, moved: Vec2, finger: f32) -> Self {
        let unit = (window.width() / 1920.0).min(unit_of(window.height(), 1080.0, LANGUAGE_LYING, finger));
        let (start_height, language_height) = (finger.max(START * unit), finger.max(LANGUAGE_LYING * unit));
        // The words and buttons are a column, in the middle of a window that is higher than it.
        let more = start_height - START * unit + language_height - LANGUAGE_LYING * unit;
        let room = window.translate(moved * unit.min(1.0));
        let left = room.left() + 96.0 * unit;
        let at = |y: f32, height: f32| {
            let top = room.center().y - more * 0.5 + (y - 540.0) * unit;
            Rect::from_min_size(pos2(left, top), vec2(860.0, height) * unit)
        };
        let start = at(722.0, start_height / unit).with_max_x(left + 760.0 * unit);
        let languages = at(902.0, language_height / unit).translate(vec2(0.0, start_height - START * unit));
        let axis = room.left() + room.width() * 0.5 + 490.0 * unit;
        let crown = room.top() + 90.0 * unit;
        let scale = (room.bottom() + 20.0 * unit - crown) / (1.0 - LYING);
        let head = at(72.0, 64.0);
        Self {
            unit,
            tall: false,
            head,
            question: at(180.0, 220.0),
            accounts: at(400.0, 60.0),
            caption: at(486.0, 220.0),
            start,
            languages,
            finger,
            promise: at(1012.0, 44.0).translate(vec2(0.0, more)),
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
        let size = vec2((172.0 * self.unit).max(self.finger), self.languages.height());
        let gap = 18.0 * self.unit;
        let all = (size.x + gap) * of as f32 - gap;
        let left = if self.tall { self.languages.center().x - all * 0.5 } else { self.languages.left() };
        Rect::from_min_size(pos2(left + (size.x + gap) * i as f32, self.languages.top()), size)
    }
}

/// Points for one pixel of a drawing that is so high, in a window that is so high, where neither the button nor the
/// languages are lower than a finger needs. What is held at that height no longer shrinks with the drawing, so the rest
/// of it shrinks a little more.
fn unit_of(window: f32, drawn: f32, language: f32, finger: f32) -> f32 {
    let rest = |held: f32, count: f32| (window - count * finger) / (drawn - held);
    rest(0.0, 0.0).min(rest(language, 1.0)).min(rest(START, 1.0)).min(rest(language + START, 2.0))
}

fn stature(cx: &Cx<'_>) -> f32 {
    cx.figure.map_or(1.7, |figure| figure.landmarks.stature)
}
