//! Zoom by buttons: closer, wider, the whole body, and the magnifier.

use eframe::egui::{Rect, Ui, pos2, vec2};

use super::super::Cx;
use super::pill::{Cell, HEIGHT, WIDTH, pill};
use crate::body::camera::{Area, Camera};
use crate::body::closeup::Closeup;
use crate::body::views::NamedView;
use crate::theme::Icon;
use crate::visit::{Action, Screen, Shown};

const MARGIN: f32 = 20.0;
/// How much closer a press comes.
pub(super) const STEP: f32 = 1.5;

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
pub(super) fn show(ui: &Ui, cx: &Cx<'_>, stage: Rect, camera: &Camera, area: Area, out: &mut Vec<Action>) {
    let to = cx.visit.turning.destination(*camera);
    let middle = area.centre;
    let mut cells = vec![
        Cell::new(Icon::Plus, "zoom-in", Action::Fly(to.zoomed(STEP, middle, area))),
        Cell::new(Icon::Minus, "zoom-out", Action::Fly(to.zoomed(1.0 / STEP, middle, area))),
        Cell::new(Icon::WholeBody, "zoom-whole", Action::Look(whole(camera))),
    ];
    if cx.visit.screen == Screen::Body {
        let magnifier = Cell::new(Icon::Magnifier, "zoom-magnifier", Action::Magnify(next(cx)));
        cells.push(magnifier.staying(cx.visit.magnified.is_some()));
    }
    pill(ui, cx, placed(stage, cells.len()), "zoom", &cells, out);
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
