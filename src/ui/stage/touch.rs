//! What a tap on the body means: a point, a choice of several, or a part of the body.

use eframe::egui::{PointerButton, Response, Ui};
use glam::Vec2;

use super::super::Cx;
use super::markers::RADIUS;
use super::seen::Seen;
use crate::body::camera::{Area, Camera, SPAN};
use crate::body::figure::Figure;
use crate::body::pick;
use crate::body::views::NamedView;
use crate::model::SiteKey;
use crate::visit::{Action, Sheet};

/// A touch this near goes to a point, in millimetres.
const REACH_MM: f32 = 10.0;
/// Points whose distances from a finger differ by less are as near, in millimetres.
const AS_NEAR_MM: f32 = 2.5;
/// Of markers whose distances from a mouse differ by less it is not clear which one is meant, in points.
const ON_TOP: f32 = 2.5;
/// How many points near a touched place are told.
const NEARBY: usize = 4;
/// How much closer the view goes when several points lie under a finger.
const CLOSER: f32 = 2.2;

/// The marker under the pointer.
pub(super) fn pointed(ui: &Ui, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, response: &Response) -> Option<usize> {
    if ui.input(eframe::egui::InputState::any_touches) || !response.hovered() || response.dragged() {
        return None;
    }
    let at = response.hover_pos()?;
    let reach = (REACH_MM * 0.5 * cx.points_per_mm()).max(RADIUS * 2.0);
    let &(marker, _) = seen.near(at, reach).first()?;
    figure.markers.get(marker).map(|_| marker)
}

/// Reads a tap.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn read(
    ui: &Ui,
    cx: &Cx<'_>,
    by_finger: &mut bool,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) {
    if response.is_pointer_button_down_on() {
        *by_finger = ui.input(eframe::egui::InputState::any_touches);
    }
    let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked_by(PointerButton::Primary)) else {
        return;
    };
    let mm = cx.points_per_mm();
    let near = seen.near(at, REACH_MM * mm);
    let Some(&(nearest, distance)) = near.first() else {
        if response.double_clicked() || response.triple_clicked() {
            out.push(Action::Look(NamedView::LowBack));
        } else if let Some(sheet) = touched_part(figure, camera, area, Vec2::new(at.x, at.y)) {
            out.push(Action::Open(sheet));
        }
        return;
    };
    // A mouse that is right on a marker means that one, unless another lies under it too.
    let exact = !*by_finger && distance <= RADIUS * 1.6;
    let as_near = if exact { ON_TOP } else { AS_NEAR_MM * mm };
    let rivals: Vec<usize> = near.iter().take_while(|(_, d)| *d <= distance + as_near).map(|&(i, _)| i).collect();
    if rivals.len() == 1 {
        out.extend(key(figure, nearest).map(Action::Choose));
    } else if camera.span / CLOSER >= SPAN.0 * 1.6 && apart(seen, &rivals, CLOSER) > AS_NEAR_MM * 2.0 * mm {
        out.push(Action::Fly(camera.zoomed(CLOSER, Vec2::new(at.x, at.y), area)));
    } else {
        out.push(Action::Open(Sheet::Choose(rivals.iter().filter_map(|&i| key(figure, i)).collect())));
    }
}

fn key(figure: &Figure, marker: usize) -> Option<SiteKey> {
    figure.markers.get(marker).map(|m| m.key.clone())
}

/// How far apart the nearest two of these markers would be on screen after zooming.
fn apart(seen: &Seen<'_>, markers: &[usize], factor: f32) -> f32 {
    let places: Vec<_> = markers.iter().filter_map(|&i| seen.at(i)).collect();
    let pairs = places.iter().enumerate().flat_map(|(i, a)| places[i + 1..].iter().map(move |b| a.distance(*b)));
    pairs.fold(f32::INFINITY, f32::min) * factor
}

/// The part of the body under a place on screen, with the points near it.
fn touched_part(figure: &Figure, camera: &Camera, area: Area, at: Vec2) -> Option<Sheet> {
    let (from, along) = camera.ray(at, area);
    let hit = pick::skin(&figure.skin.full, from, along)?;
    let part = figure.skin.part_of(&figure.skin.full, hit.vertex)?.to_owned();
    let near = figure.nearest(hit.position, NEARBY).into_iter().map(|m| m.key.clone()).collect();
    Some(Sheet::Part { part, near })
}
