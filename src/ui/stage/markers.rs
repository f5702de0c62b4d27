//! Points on the skin: a disc of ink in a halo of paper, clear on every skin tone. States differ in shape, not in
//! colour alone: bigger when pointed at, a ring when the keyboard is on it, a split disc in a ring when chosen.

use eframe::egui::accesskit::{Action as NodeAction, Role as NodeRole};
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit_root_id, vec2,
};

use super::super::Cx;
use super::seen::Seen;
use crate::body::figure::{Figure, Marker};
use crate::describe;
use crate::visit::Action;

/// The radius of a marker's disc, in points.
pub(super) const RADIUS: f32 = 5.4;
const HALO: f32 = 2.4;
/// Markers have their full size from this many points a metre; from afar they shrink, so as not to hide the body.
const FULL_SIZE: f32 = 820.0;

/// Paints the markers that can be seen and tells the tree of each.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn show(
    ui: &mut Ui,
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    body: &Response,
    pointed: Option<usize>,
    scale: f32,
    out: &mut Vec<Action>,
) {
    let size = (scale / FULL_SIZE).clamp(0.6, 1.0);
    let told = ui.ctx().has_accesskit_node(accesskit_root_id());
    let mut last = None;
    for &(i, at) in seen.markers {
        let Some(marker) = figure.markers.get(i) else { continue };
        let is_chosen = seen.chosen == Some(i);
        if told {
            node(ui, cx, marker, at, is_chosen, out);
        }
        if is_chosen {
            // The chosen one is painted last, over its neighbours.
            last = Some(at);
        } else if marker.low_back {
            let pressed = pointed == Some(i) && body.is_pointer_button_down_on();
            plain(painter, cx, at, size, pointed == Some(i), pressed);
        } else {
            // Those that have just come are small, so that none springs into the picture.
            minor(painter, cx, at, size * (0.6 + 0.4 * seen.grown(i)), pointed == Some(i));
        }
    }
    if let Some(at) = last {
        split(painter, cx, at, body.has_focus());
    }
}

/// A named node for the screen reader. It takes no pointer: touches go to the nearest point, see [`super::touch`].
fn node(ui: &Ui, cx: &Cx<'_>, marker: &Marker, at: Pos2, chosen: bool, out: &mut Vec<Action>) {
    let key = &marker.key;
    let id = ui.scope_id().with(("marker", key.code.as_str(), key.side as u8, key.number));
    let response = ui.interact(Rect::from_center_size(at, Vec2::splat(28.0)), id, Sense::HOVER);
    response
        .widget_info(|| WidgetInfo::selected(NodeRole::Button, true, chosen, describe::marker(cx.tr, cx.catalog, key)));
    ui.accesskit_node_builder(id, |node| node.add_action(NodeAction::Click));
    if ui.input(|i| i.has_accesskit_action_request(id, NodeAction::Click)) {
        out.push(Action::Choose(key.clone()));
    }
}

fn plain(painter: &Painter, cx: &Cx<'_>, at: Pos2, size: f32, pointed: bool, pressed: bool) {
    let (ink, paper) = inks(cx);
    let radius = RADIUS * if pointed { 1.2 } else { size };
    let (halo, core) = if pressed { (ink, paper) } else { (paper, ink) };
    painter.circle(at, radius + HALO * size, halo, Stroke::new(1.0, ink.gamma_multiply(0.55)));
    painter.circle_filled(at, radius, core);
    if pointed {
        painter.circle_stroke(at, radius + HALO + 3.0, Stroke::new(1.6, ink));
    }
}

fn minor(painter: &Painter, cx: &Cx<'_>, at: Pos2, size: f32, pointed: bool) {
    let (ink, paper) = inks(cx);
    painter.circle(at, if pointed { 4.6 } else { 3.4 * size }, paper, Stroke::new(1.6 * size, ink));
}

/// The sign of Deqi: a disc whose left half is tradition, round, and whose right half is the body.
fn split(painter: &Painter, cx: &Cx<'_>, at: Pos2, focused: bool) {
    const R: f32 = 7.5;
    let (ink, paper) = inks(cx);
    let c = cx.look.on_skin();
    painter.circle(at, R + 6.5, paper, Stroke::new(2.2, ink));
    painter.circle_filled(at, R + 1.2, ink);
    half(painter, at, R, c.trad, -1.0);
    half(painter, at, R, c.body, 1.0);
    painter.line_segment([at - vec2(0.0, R), at + vec2(0.0, R)], Stroke::new(1.8, paper));
    if focused {
        painter.circle_stroke(at, R + 9.5, Stroke::new(2.0, paper));
        painter.circle_stroke(at, R + 12.0, Stroke::new(3.0, c.focus));
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

fn inks(cx: &Cx<'_>) -> (Color32, Color32) {
    let c = cx.look.on_skin();
    (c.ink, c.sheet)
}
