//! Buttons for what else only a drag does: four move the view aside, two tilt it. They come once the view is closer than the
//! first picture, which stays calm.

use eframe::egui::{Rect, Ui, vec2};
use glam::Vec2;

use super::super::Cx;
use super::pill::{Cell, HEIGHT, WIDTH, pill};
use super::{dial, gestures, zoom};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::theme::Icon;
use crate::visit::Action;

/// How much of the shorter side of the stage a press moves the view.
pub(super) const STEP: f32 = 0.2;
/// Radians a press tilts it.
const TILT: f32 = 0.2618;
/// A view this much closer than the first picture is close.
const CLOSE: f32 = 0.95;
const GAP: f32 = 8.0;
/// A stage less wide than this has no room for the buttons that tilt.
const WIDE: f32 = 380.0;

/// Where the buttons lie: those that move aside beside those that zoom, those that tilt beside the dial. None while the view
/// is as wide as the first picture.
pub(super) fn places(cx: &Cx<'_>, stage: Rect) -> Vec<Rect> {
    if !is_close(cx) {
        return Vec::new();
    }
    let tilts = (stage.width() >= WIDE).then(|| tilt_place(stage));
    [Some(aside_place(stage)), tilts].into_iter().flatten().collect()
}

fn aside_place(stage: Rect) -> Rect {
    let beside = zoom::place(stage);
    beside.translate(vec2(-beside.width() - GAP, 0.0))
}

fn tilt_place(stage: Rect) -> Rect {
    let dial = dial::place(stage);
    let size = vec2(WIDTH, HEIGHT * 2.0);
    Rect::from_min_size(dial.right_bottom() + vec2(GAP, -size.y), size)
}

fn is_close(cx: &Cx<'_>) -> bool {
    let home = cx.home_camera();
    cx.visit.turning.destination(home).span < home.span * CLOSE
}

/// Shows them.
pub(super) fn show(ui: &Ui, cx: &Cx<'_>, figure: &Figure, stage: Rect, area: Area, out: &mut Vec<Action>) {
    if !is_close(cx) {
        return;
    }
    let to = cx.visit.turning.destination(cx.home_camera());
    let ways = [
        (Icon::Up, "aside-up", Vec2::NEG_Y),
        (Icon::Previous, "aside-left", Vec2::NEG_X),
        (Icon::Next, "aside-right", Vec2::X),
        (Icon::Down, "aside-down", Vec2::Y),
    ];
    let cells = ways.map(|(picture, key, way)| Cell::new(picture, key, Action::Fly(moved(to, way, figure, area))));
    pill(ui, cx, aside_place(stage), "aside", &cells, out);
    if stage.width() >= WIDE {
        let ways = [(Icon::TiltUp, "tilt-up", TILT), (Icon::TiltDown, "tilt-down", -TILT)];
        let cells = ways.map(|(picture, key, by)| Cell::new(picture, key, Action::Fly(to.turned(0.0, by))));
        pill(ui, cx, tilt_place(stage), "tilt", &cells, out);
    }
}

/// The view one step further that way on screen, unless that would lose the body.
pub(super) fn moved(camera: Camera, way: Vec2, figure: &Figure, area: Area) -> Camera {
    let by = -way * area.size.min_element() * STEP;
    gestures::pan(camera, vec2(by.x, by.y), figure, area)
}
