//! Zoom by buttons: closer, wider, the whole body, and the magnifier.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{focus_ring, icon};
use crate::body::camera::{Area, Camera};
use crate::body::closeup::Closeup;
use crate::body::views::NamedView;
use crate::theme::Icon;
use crate::visit::{Action, Screen, Shown};

const WIDTH: f32 = 52.0;
const HEIGHT: f32 = 48.0;
const MARGIN: f32 = 20.0;
const STEP: f32 = 1.5;

/// Where the buttons lie on the stage.
pub(super) fn place(stage: Rect) -> Rect {
    placed(stage, 4)
}

/// The same in the section on Qi, which has no magnifier.
pub(super) fn place_in_qi(stage: Rect) -> Rect {
    placed(stage, 3)
}

fn placed(stage: Rect, buttons: usize) -> Rect {
    let size = vec2(WIDTH, HEIGHT * buttons as f32);
    Rect::from_min_size(pos2(stage.right() - size.x - MARGIN, stage.bottom() - size.y - MARGIN), size)
}

/// Shows the buttons.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, camera: &Camera, area: Area, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let to = cx.visit.turning.destination(*camera);
    let middle = area.centre;
    let mut buttons = vec![
        (Icon::Plus, "zoom-in", Action::Fly(to.zoomed(STEP, middle, area))),
        (Icon::Minus, "zoom-out", Action::Fly(to.zoomed(1.0 / STEP, middle, area))),
        (Icon::WholeBody, "zoom-whole", Action::Look(whole(camera))),
    ];
    if cx.visit.screen == Screen::Body {
        buttons.push((Icon::Magnifier, "zoom-magnifier", Action::Magnify(next(cx))));
    }
    let rect = placed(stage, buttons.len());
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(26), c.sheet, edge, StrokeKind::Inside);
    for (i, (picture, key, action)) in buttons.into_iter().enumerate() {
        let name = cx.tr.text(key);
        let cell = Rect::from_min_size(rect.min + vec2(0.0, i as f32 * HEIGHT), vec2(WIDTH, HEIGHT));
        let response = ui.interact(cell, ui.scope_id().with(("zoom", i)), Sense::click());
        let on = picture == Icon::Magnifier && cx.visit.magnified.is_some();
        response.widget_info(|| match picture {
            Icon::Magnifier => WidgetInfo::selected(NodeRole::Button, true, on, &name),
            _ => WidgetInfo::labeled(NodeRole::Button, true, &name),
        });
        if on {
            ui.painter().rect_filled(cell.shrink(5.0), CornerRadius::same(20), c.ink);
        }
        if response.hovered() || response.is_pointer_button_down_on() {
            let strength = if response.is_pointer_button_down_on() { 0.16 } else { 0.06 };
            ui.painter().rect_filled(cell.shrink(5.0), CornerRadius::same(20), c.ink.gamma_multiply(strength));
        }
        if i > 0 {
            ui.painter().hline(cell.left() + 10.0..=cell.right() - 10.0, cell.top(), Stroke::new(1.0, c.rule));
        }
        let ink = if on { c.onfill } else { c.ink };
        let glyph = icon(ui, picture, 22.0, ink);
        ui.painter().galley(cell.center() - glyph.size() * 0.5, glyph, ink);
        focus_ring(ui.painter(), cx.look, &response.clone().with_new_rect(cell.shrink(4.0)), 20);
        if response.clicked() {
            out.push(action.clone());
        }
        response.on_hover_text(name);
    }
}

/// What the magnifier is held over next: the place that is shown if it is one of its places, or the first of them; a
/// second press puts it away.
fn next(cx: &Cx<'_>) -> Option<Closeup> {
    let shown = |closeup: &Closeup| cx.visit.shown == Shown::Part(closeup.part());
    let first = || Closeup::ALL.into_iter().find(shown).unwrap_or(Closeup::ALL[0]);
    cx.visit.magnified.is_none().then(first)
}

/// The whole body from the side one is on.
fn whole(camera: &Camera) -> NamedView {
    if camera.yaw.abs() < std::f32::consts::FRAC_PI_2 { NamedView::Front } else { NamedView::Back }
}
