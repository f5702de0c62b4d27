//! Points on the skin: a disc of ink in a halo of paper, clear on every skin tone. States differ in shape, not in
//! colour alone: bigger when pointed at, a ring when the keyboard is on it, a split disc in a ring when chosen. Under a
//! lens they take the form of its account, see [`super::forms`].

use eframe::egui::accesskit::{Action as NodeAction, Role as NodeRole};
use eframe::egui::{Color32, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit_root_id};

use super::super::Cx;
use super::forms::Form;
use super::halves::Halves;
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
    halves: &Halves,
    body: &Response,
    pointed: Option<usize>,
    scale: f32,
    out: &mut Vec<Action>,
) {
    let size = (scale / FULL_SIZE).clamp(0.6, 1.0);
    let told = ui.ctx().has_accesskit_node(accesskit_root_id());
    // Where the body is parted, the chosen point shows on both sides: it is one point with two accounts.
    let twin = seen.chosen.filter(|_| halves.divider().is_some()).and_then(|i| figure.twin(i));
    let mut last = Vec::new();
    for &(i, at) in seen.markers {
        let Some(marker) = figure.markers.get(i) else { continue };
        let is_chosen = seen.chosen == Some(i);
        if told {
            node(ui, cx, marker, at, is_chosen, out);
        }
        let form = Form::at(halves, at);
        if is_chosen || twin == Some(i) {
            // The chosen one is painted last, over its neighbours.
            last.push((form, at, is_chosen));
        } else if marker.low_back {
            let pressed = pointed == Some(i) && body.is_pointer_button_down_on();
            plain(painter, cx, form, at, size, pointed == Some(i), pressed);
        } else {
            // Those that have just come are small, so that none springs into the picture.
            let size = size * (0.6 + 0.4 * seen.grown(i));
            minor(painter, cx, form, at, size, pointed == Some(i));
        }
    }
    for (form, at, is_chosen) in last {
        form.chosen(painter, cx, at, is_chosen && body.has_focus());
    }
}

/// A named node for the screen reader. It takes no pointer: touches go to the nearest point, see [`super::touch`].
pub(super) fn node(ui: &Ui, cx: &Cx<'_>, marker: &Marker, at: Pos2, chosen: bool, out: &mut Vec<Action>) {
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

/// Paints a point of the low back.
pub(super) fn plain(painter: &Painter, cx: &Cx<'_>, form: Form, at: Pos2, size: f32, pointed: bool, pressed: bool) {
    let (ink, paper) = inks(cx);
    let radius = RADIUS * if pointed { 1.2 } else { size };
    let (halo, core) = if pressed { (ink, paper) } else { (paper, form.fill(cx)) };
    form.paint(painter, at, radius + HALO * size, halo, Stroke::new(1.0, ink.gamma_multiply(0.55)));
    form.paint(painter, at, radius, core, Stroke::NONE);
    if pointed {
        form.paint(painter, at, radius + HALO + 3.0, Color32::TRANSPARENT, Stroke::new(1.6, ink));
    }
}

/// Paints another point.
pub(super) fn minor(painter: &Painter, cx: &Cx<'_>, form: Form, at: Pos2, size: f32, pointed: bool) {
    let (ink, paper) = inks(cx);
    form.paint(painter, at, if pointed { 4.6 } else { 3.4 * size }, paper, Stroke::new(1.6 * size, ink));
}

fn inks(cx: &Cx<'_>) -> (Color32, Color32) {
    let c = cx.look.on_skin();
    (c.ink, c.sheet)
}
