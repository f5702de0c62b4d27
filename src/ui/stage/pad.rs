//! Four buttons on one small plate that turn the body and come closer, where a stage has no room for the dial and the
//! buttons that zoom.

use std::f32::consts::FRAC_PI_4;

use eframe::egui::{Rect, Ui, Vec2, vec2};

use super::super::Cx;
use super::pill::{Cell, HEIGHT, WIDTH, pill};
use super::zoom;
use crate::body::camera::{Area, Camera};
use crate::theme::Icon;
use crate::visit::Action;

/// Radians a press turns the body.
const TURN: f32 = FRAC_PI_4;
/// Between the plate and the edges of the stage.
const MARGIN: Vec2 = vec2(12.0, 10.0);

/// Where the plate lies on a stage, if it has room for it.
pub(super) fn place(stage: Rect) -> Option<Rect> {
    let size = vec2(WIDTH, HEIGHT) * 2.0;
    let place = Rect::from_min_size(stage.max - size - MARGIN, size);
    stage.shrink2(MARGIN * 0.5).contains_rect(place).then_some(place)
}

/// Shows it. `asked` is the view as it was asked for, in its area.
pub(super) fn show(ui: &Ui, cx: &Cx<'_>, place: Rect, asked: (Camera, Area), out: &mut Vec<Action>) {
    let (camera, area) = asked;
    let to = cx.visit.turning.destination(camera);
    let ways = [
        (Icon::TurnLeft, "turn-left", to.turned(TURN, 0.0)),
        (Icon::TurnRight, "turn-right", to.turned(-TURN, 0.0)),
        (Icon::Plus, "zoom-in", to.zoomed(zoom::STEP, area.centre, area)),
        (Icon::Minus, "zoom-out", to.zoomed(1.0 / zoom::STEP, area.centre, area)),
    ];
    let cells = ways.map(|(picture, key, to)| Cell::new(picture, key, Action::Fly(to)));
    pill(ui, cx, place, "pad", &cells, out);
}
