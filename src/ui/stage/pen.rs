//! Drawing on the body: what the pen, a stamp, the light or the eraser touches lies on the skin and turns with it.

use eframe::egui::{PointerButton, Pos2, Response, Ui, Vec2 as Screen};
use glam::Vec2;

use super::super::Cx;
use super::plan_marks;
use super::seen::Seen;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::pick;
use crate::plan::{Edit, Skin};
use crate::visit::{Action, PlanAsk, Tool};

/// Two places of a stroke are so far apart on screen, in points.
const STEP: f32 = 5.0;
/// A frame in which the pen goes further draws this many places, so that no frame takes long.
const MOST_STEPS: usize = 40;
/// The eraser takes what lies this near, in points.
const REACH: f32 = 26.0;

/// Reads what is drawn. Whether the pointer draws, so that it does not turn the body as well.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn read(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) -> bool {
    let planning = &cx.visit.planning;
    if !plan_marks::is_shown(cx) || !planning.draws() {
        return false;
    }
    // Two fingers still turn and zoom.
    if ui.input(|i| i.multi_touch().is_some()) {
        return false;
    }
    let touches = |at: Pos2| skin(figure, camera, area, at);
    if let Tool::Pen(_) = planning.tool {
        if response.drag_stopped_by(PointerButton::Primary) || response.clicked_by(PointerButton::Primary) {
            if planning.stroke.is_none()
                && let Some(place) = response.interact_pointer_pos().and_then(touches)
            {
                out.push(Action::Plan(PlanAsk::PenAt(figure.id, place)));
            }
            out.push(Action::Plan(PlanAsk::PenUp));
        } else if response.dragged_by(PointerButton::Primary)
            && let Some(at) = response.interact_pointer_pos()
        {
            let from = at - response.drag_delta();
            // Where the pen leaves the body the line ends, so that none hangs in the air.
            let places =
                along(from, at).map(|at| touches(at).map_or(PlanAsk::PenUp, |place| PlanAsk::PenAt(figure.id, place)));
            out.extend(places.map(Action::Plan));
        }
    } else if response.clicked_by(PointerButton::Primary)
        && let Some(at) = response.interact_pointer_pos()
    {
        if planning.tool == Tool::Eraser {
            let nearest = plan_marks::nearest(cx, figure, seen, at, REACH);
            out.extend(nearest.map(|drawing| Action::Plan(PlanAsk::Edit(Edit::Erase(drawing)))));
        } else if let Some(place) = touches(at) {
            out.push(Action::Plan(PlanAsk::Put(figure.id, place)));
        }
    }
    // The wheel and the other buttons still zoom and pan; the first button draws with a pen, and else turns.
    let pen = matches!(planning.tool, Tool::Pen(_));
    response.is_pointer_button_down_on() && pen && ui.input(|i| i.pointer.primary_down())
        || response.drag_stopped_by(PointerButton::Primary) && pen
        || response.clicked_by(PointerButton::Primary)
}

/// Places on the way of the pointer since the frame before.
fn along(from: Pos2, to: Pos2) -> impl Iterator<Item = Pos2> {
    let way: Screen = to - from;
    let steps = ((way.length() / STEP).ceil() as usize).clamp(1, MOST_STEPS);
    (1..=steps).map(move |i| from + way * (i as f32 / steps as f32))
}

/// The place on the skin under a place on screen.
fn skin(figure: &Figure, camera: &Camera, area: Area, at: Pos2) -> Option<Skin> {
    let (from, along) = camera.ray(Vec2::new(at.x, at.y), area);
    let hit = pick::skin(&figure.skin.full, from, along)?;
    let normal = figure.skin.full.normals.get(usize::from(hit.vertex))?.normalize_or(-along);
    Some(Skin { at: hit.position.to_array(), out: normal.to_array() })
}
