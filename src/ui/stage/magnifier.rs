//! A magnifier on the stage: the ear, a hand or a foot in a round glass, with all points that lie there.
//!
//! The body keeps its place; the glass shows a small part of it large, from where its points are seen best. A touch in
//! the glass goes to the nearest point, and each point is a node of the tree, as on the body itself.

mod glass;
mod names;

pub(super) use glass::Glass;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    CornerRadius, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{LEAST, focus_ring, icon_button, job, rich};
use super::forms::Form;
use super::markers;
use crate::body::closeup::Closeup;
use crate::body::figure::Figure;
use crate::describe;
use crate::theme::{Face, Icon, Role};
use crate::visit::Action;

/// How wide the glass is, at most and at least, in points.
const ACROSS: (f32, f32) = (120.0, 320.0);
/// How wide the row over the glass is at the least: three buttons, and a name in two lines.
const HEAD: f32 = 222.0;
/// What surrounds it on its plate.
const PADDING: f32 = 12.0;
/// How far the plate stands from the edges of the stage.
const MARGIN: f32 = 16.0;
/// The rims of the glass: paper, then ink.
const RIMS: (f32, f32) = (5.0, 1.6);
/// A touch this near goes to a point, in millimetres.
const REACH_MM: f32 = 8.0;
/// How smooth the round mask is.
const STEPS: u32 = 96;

/// Where the plate stands: at the right of the stage, below `top`, where other things end; on a stage that is too low
/// for that it takes their place.
pub(super) fn place(stage: Rect, top: f32) -> Rect {
    let least = ACROSS.0 + LEAST + 3.0 * PADDING;
    let top = if stage.bottom() - MARGIN - top < least { stage.top() + MARGIN } else { top };
    let room = Rect::from_min_max(pos2(stage.left() + MARGIN, top), stage.max - Vec2::splat(MARGIN));
    let across = (room.height() - LEAST - 3.0 * PADDING).min(room.width() - 2.0 * PADDING);
    let across = across.min(stage.height() * 0.44).clamp(ACROSS.0, ACROSS.1);
    let size = vec2(across.max(HEAD) + 2.0 * PADDING, across + LEAST + 3.0 * PADDING);
    Rect::from_min_size(pos2(room.right() - size.x, room.top()), size)
}

/// Shows the plate with the glass, and reads what is touched there.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    glass: &mut Glass,
    figure: &Figure,
    over: Closeup,
    plate: Rect,
    out: &mut Vec<Action>,
) {
    let c = cx.look.colours();
    // Touches on the plate are not touches of the body under it.
    ui.interact(plate, ui.scope_id().with("magnifier"), Sense::click_and_drag());
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule });
    ui.painter().rect(plate, CornerRadius::same(14), c.sheet, edge, StrokeKind::Inside);
    let inner = plate.shrink(PADDING);
    controls(ui, cx, over, inner.with_max_y(inner.top() + LEAST), out);
    let across = inner.height() - LEAST - PADDING;
    let round =
        Rect::from_min_size(pos2(inner.center().x - across * 0.5, inner.bottom() - across), Vec2::splat(across));
    let painter = ui.painter_at(round);
    let Some(picture) = glass.picture(&painter, cx, figure, over, round) else { return };

    let response = ui.interact(round, ui.scope_id().with("glass"), Sense::click());
    let name = cx.tr.text(over.key());
    response.widget_info(|| {
        WidgetInfo::labeled(NodeRole::Figure, true, describe::magnified(cx.tr, &name, picture.markers.len()))
    });
    painter.add(Shape::Mesh(picture.body.clone()));
    let pointed = nearest(cx, response.hover_pos(), &picture.markers);
    let chosen = |i: usize| figure.markers.get(i).is_some_and(|m| cx.visit.chosen.as_ref() == Some(&m.key));
    names::leaders(&painter, cx, &picture.names);
    ui.scope_builder(UiBuilder::new().max_rect(round).id_salt("glass-points"), |ui| {
        for &(i, at) in &picture.markers {
            let Some(marker) = figure.markers.get(i) else { continue };
            markers::node(ui, cx, marker, at, chosen(i), out);
            if chosen(i) {
                Form::Both.chosen(&painter, cx, at, response.has_focus());
            } else if marker.low_back {
                markers::plain(&painter, cx, Form::Both, at, 0.8, pointed == Some(i), false);
            } else {
                markers::minor(&painter, cx, Form::Both, at, 1.0, pointed == Some(i));
            }
        }
    });
    names::words(&painter, cx, figure, &picture.names);
    mask(&painter, round, c.sheet);
    painter.circle_stroke(round.center(), across * 0.5 - RIMS.0 * 0.5, Stroke::new(RIMS.0, c.sheet));
    painter.circle_stroke(round.center(), across * 0.5 - RIMS.1, Stroke::new(RIMS.1, c.ink));
    focus_ring(ui.painter(), cx.look, &response, (across * 0.5).min(250.0) as u8);
    if response.clicked()
        && let Some(marker) = nearest(cx, response.interact_pointer_pos(), &picture.markers)
        && let Some(marker) = figure.markers.get(marker)
    {
        out.push(Action::Choose(marker.key.clone()));
    }
}

/// What the glass is over, the way to the others, and a way to put it away.
fn controls(ui: &mut Ui, cx: &Cx<'_>, over: Closeup, row: Rect, out: &mut Vec<Action>) {
    let cell = |left: f32| Rect::from_min_size(pos2(left, row.top()), Vec2::splat(LEAST));
    let mut press = |ui: &mut Ui, at: Rect, icon, key: &str, to| {
        let pressed = |ui: &mut Ui| icon_button(ui, cx.look, icon, &cx.tr.text(key)).clicked();
        if ui.scope_builder(UiBuilder::new().max_rect(at).id_salt(key), pressed).inner {
            out.push(Action::Magnify(to));
        }
    };
    press(ui, cell(row.left()), Icon::Previous, "magnifier-previous", Some(over.step(-1)));
    press(ui, cell(row.left() + LEAST), Icon::Next, "magnifier-next", Some(over.step(1)));
    let room = row.with_min_x(row.left() + 2.0 * LEAST + 6.0).with_max_x(row.right() - LEAST - 4.0);
    ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("glass-name"), |ui| {
        let format = cx.look.scale.format_in(Role::Card, Face::SerifItalic, 1.05, cx.look.colours().ink);
        let mut name = job([(cx.tr.text(over.key()).as_str(), format)]);
        name.wrap.max_width = room.width().max(20.0);
        let words = ui.painter().layout_job(name.clone());
        ui.add_space(((room.height() - words.size().y) * 0.5).max(0.0));
        rich(ui, name);
    });
    press(ui, cell(row.right() - LEAST), Icon::Close, "magnifier-close", None);
}

fn nearest(cx: &Cx<'_>, at: Option<Pos2>, markers: &[(usize, Pos2)]) -> Option<usize> {
    let at = at?;
    let reach = (REACH_MM * cx.points_per_mm()).max(22.0);
    let near = markers.iter().filter(|(_, place)| place.distance(at) <= reach);
    near.min_by(|a, b| a.1.distance(at).total_cmp(&b.1.distance(at))).map(|&(i, _)| i)
}

/// The plate's own colour over the corners that lie outside the glass.
fn mask(painter: &Painter, round: Rect, colour: eframe::egui::Color32) {
    let mut mesh = eframe::egui::epaint::Mesh::default();
    let (middle, radius) = (round.center(), round.width() * 0.5 - 1.0);
    for i in 0..STEPS {
        let (sin, cos) = (i as f32 / STEPS as f32 * std::f32::consts::TAU).sin_cos();
        mesh.colored_vertex(middle + vec2(cos, sin) * radius, colour);
        mesh.colored_vertex(middle + vec2(cos, sin) * radius * 1.5, colour);
        let (near, next) = (2 * i, 2 * ((i + 1) % STEPS));
        mesh.add_triangle(near, near + 1, next);
        mesh.add_triangle(next, near + 1, next + 1);
    }
    painter.add(Shape::mesh(mesh));
}
