//! Turning, panning and zooming by finger, mouse and wheel, within limits that keep the body in sight.

use eframe::egui::{PointerButton, Response, Ui, Vec2 as Screen};
use glam::Vec2;

use super::super::Cx;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::flight::Spin;
use crate::visit::Action;

/// Radians a point of drag turns the body.
const TURN: f32 = 0.0095;
/// Radians a point of drag tilts it.
const TILT: f32 = 0.006;

/// Reads the gestures of this frame.
pub(super) fn read(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    camera: &Camera,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) {
    let mut next = *camera;
    let touches = ui.input(eframe::egui::InputState::multi_touch).filter(|_| response.contains_pointer());
    if let Some(touch) = touches {
        let at = Vec2::new(touch.center_pos.x, touch.center_pos.y);
        next = pan(next.zoomed(touch.zoom_delta, at, area), touch.translation_delta, figure, area);
    } else if response.dragged() {
        let by = response.drag_delta();
        let pans = response.dragged_by(PointerButton::Secondary)
            || response.dragged_by(PointerButton::Middle)
            || ui.input(|i| i.modifiers.shift);
        next = if pans { pan(next, by, figure, area) } else { next.turned(-by.x * TURN, by.y * TILT) };
    } else if response.hovered() {
        let (wheel, pinch, at) = ui.input(|i| (i.smooth_scroll_delta().y, i.zoom_delta(), i.pointer.hover_pos()));
        let factor = (wheel / 240.0).exp() * pinch;
        if let Some(at) = at
            && (factor - 1.0).abs() > 1e-4
        {
            let zoomed = next.zoomed(factor, Vec2::new(at.x, at.y), area);
            next = if zoomed.sees_any(&figure.outposts, area) { zoomed } else { next };
        }
    }
    if next != *camera {
        out.push(Action::Turn(next));
    }
    if response.drag_stopped_by(PointerButton::Primary) && touches.is_none() && !is_still(cx) {
        let speed = ui.input(|i| i.pointer.velocity());
        let spin = Spin { yaw: (-speed.x * TURN).clamp(-9.0, 9.0), pitch: (speed.y * TILT).clamp(-4.0, 4.0) };
        out.push(Action::Release(spin));
    }
}

/// Pans unless that would push the body out of sight.
pub(super) fn pan(camera: Camera, by: Screen, figure: &Figure, area: Area) -> Camera {
    let panned = camera.panned(Vec2::new(by.x, by.y), area);
    if panned.sees_any(&figure.outposts, area) { panned } else { camera }
}

fn is_still(cx: &Cx<'_>) -> bool {
    cx.settings.motion == crate::store::settings::Motion::Reduced
}
