//! The turn dial: the body seen from above in a ring with four words, to turn by drag or by a press.

use std::f32::consts::{FRAC_PI_2, PI};

use super::super::Cx;
use super::super::widgets::focus_ring;
use crate::body::camera::Camera;
use crate::body::views::NamedView;
use crate::theme::{Face, Role};
use crate::visit::Action;
use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

/// The dial's width and height.
pub(super) const SIZE: f32 = 124.0;
const MARGIN: f32 = 20.0;
/// The ring round the body; words stand outside it.
const RING: f32 = 27.0;

/// Where the dial lies on the stage.
pub(super) fn place(stage: Rect) -> Rect {
    Rect::from_min_size(pos2(stage.left() + MARGIN, stage.bottom() - SIZE - MARGIN), Vec2::splat(SIZE))
}

/// Shows the dial.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, camera: &Camera, out: &mut Vec<Action>) {
    let rect = place(stage);
    let c = cx.look.colours();
    let painter = ui.painter().clone();
    let middle = rect.center();
    let drag = ui.interact(rect, ui.scope_id().with("dial"), Sense::DRAG);
    if drag.dragged()
        && let Some(at) = drag.interact_pointer_pos()
    {
        let before = angle(at - drag.drag_delta() - middle);
        let turned = angle(at - middle) - before;
        out.push(Action::Turn(camera.turned(-turned, 0.0)));
    }
    painter.circle(middle, SIZE * 0.5, c.sheet, Stroke::new(cx.look.tokens.stroke(1.5), c.line));
    from_above(&painter, cx, middle, camera.yaw);

    for (view, way) in [
        (NamedView::Front, vec2(0.0, -1.0)),
        (NamedView::Right, vec2(1.0, 0.0)),
        (NamedView::Back, vec2(0.0, 1.0)),
        (NamedView::Left, vec2(-1.0, 0.0)),
    ] {
        let name = cx.tr.text(view.key());
        let at = middle + way * vec2(SIZE * 0.5 - 18.0, SIZE * 0.5 - 14.0);
        let hit = Rect::from_center_size(middle + way * (SIZE * 0.5 - 18.0), vec2(44.0, 44.0));
        let response = ui.interact(hit, ui.scope_id().with(("dial", view.key())), Sense::click());
        let on = is_at(camera, view);
        response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, on, cx.tr.text(from(view))));
        let face = if on { Face::SansBold } else { Face::Sans };
        let colour = if on || response.hovered() { c.ink } else { c.ink2 };
        let galley = painter.layout_job(super::super::widgets::job([(
            name.as_str(),
            cx.look.scale.format_in(Role::Caption, face, 0.93, colour),
        )]));
        painter.galley(at - galley.size() * 0.5, galley, colour);
        focus_ring(&painter, cx.look, &response.clone().with_new_rect(hit.shrink2(vec2(0.0, 8.0))), 8);
        if response.clicked() {
            out.push(Action::Look(view));
        }
    }
}

/// The key of what a word of the dial is called: alone, “Back” may mean many things.
fn from(view: NamedView) -> &'static str {
    match view {
        NamedView::Front => "dial-front",
        NamedView::Left => "dial-left",
        NamedView::Right => "dial-right",
        _ => "dial-back",
    }
}

fn angle(d: Vec2) -> f32 {
    d.y.atan2(d.x)
}

/// Whether the body is seen from about there.
fn is_at(camera: &Camera, view: NamedView) -> bool {
    let yaw = match view {
        NamedView::Front => 0.0,
        NamedView::Left => FRAC_PI_2,
        NamedView::Right => -FRAC_PI_2,
        _ => PI,
    };
    crate::body::camera::wrap(camera.yaw - yaw).abs() < 0.4
}

/// The body from above: shoulders and head, with an arrow to where the viewer stands.
fn from_above(painter: &eframe::egui::Painter, cx: &Cx<'_>, middle: Pos2, yaw: f32) {
    let c = cx.look.colours();
    // In the dial the front is up, and the viewer walks round the body.
    let viewer = vec2(-yaw.sin(), -yaw.cos());
    painter.circle_stroke(middle, RING, Stroke::new(1.0, c.rule));
    let edge = Stroke::new(1.4, c.ink2);
    let fill = c.well;
    let shoulders: Vec<Pos2> = (0..40)
        .map(|i| {
            let (sin, cos) = (i as f32 / 40.0 * std::f32::consts::TAU).sin_cos();
            middle + vec2(cos * 18.0, sin * 8.0)
        })
        .collect();
    painter.add(Shape::convex_polygon(shoulders, fill, edge));
    painter.circle(middle + vec2(0.0, -1.5), 6.2, c.sheet, edge);
    painter.circle_filled(middle + vec2(0.0, -8.2), 1.6, c.ink2);
    painter.add(Shape::convex_polygon(arrow(middle, viewer).to_vec(), c.ink, Stroke::NONE));
}

/// The arrow to the body from where the viewer stands. It lies in the ring: outside it would lie on a word.
fn arrow(middle: Pos2, viewer: Vec2) -> [Pos2; 3] {
    let side = vec2(-viewer.y, viewer.x) * 5.0;
    [middle + viewer * 18.8, middle + viewer * 25.0 + side, middle + viewer * 25.0 - side]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrow_stays_in_the_ring() {
        for i in 0..8u8 {
            let viewer = Vec2::angled(f32::from(i) * PI / 4.0);
            assert!(arrow(Pos2::ZERO, viewer).iter().all(|at| at.to_vec2().length() < RING - 1.0), "{viewer:?}");
        }
    }
}
