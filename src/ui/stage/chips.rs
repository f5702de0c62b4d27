//! Named views as a row of chips along the foot of the stage.

use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, pos2};
use glam::Vec2;

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, button};
use super::{dial, zoom};
use crate::body::labels::Taken;
use crate::body::views::NamedView;
use crate::theme::Icon;
use crate::visit::{Action, Sheet};

const MARGIN: f32 = 20.0;

/// Where the row lies. Beside the dial and the zoom buttons, or alone on a small stage.
fn place(stage: Rect, controls: bool) -> Rect {
    let (left, right) = if controls {
        (dial::place(stage).right() + 16.0, zoom::place(stage).left() - 16.0)
    } else {
        (stage.left() + 12.0, stage.right() - 12.0)
    };
    let bottom = stage.bottom() - if controls { MARGIN } else { 10.0 };
    Rect::from_min_max(pos2(left, bottom - LEAST), pos2(right, bottom))
}

/// What names must leave free for the controls on the stage.
pub(super) fn taken(stage: Rect, controls: bool) -> Vec<Taken> {
    let mut rects = vec![place(stage, controls)];
    if controls {
        rects.extend([dial::place(stage), zoom::place(stage)]);
    }
    rects.iter().map(|r| (Vec2::new(r.left(), r.top()), Vec2::new(r.width(), r.height()))).collect()
}

/// Shows the row. The dial already turns to the four sides; without it they are chips too.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, controls: bool, out: &mut Vec<Action>) {
    let views: &[NamedView] = if controls {
        &[NamedView::LowBack, NamedView::Head, NamedView::Hand, NamedView::Foot]
    } else {
        &NamedView::ALL
    };
    let builder = UiBuilder::new().max_rect(place(stage, controls)).id_salt("views");
    ui.scope_builder(builder, |ui| {
        ScrollArea::horizontal()
            .id_salt("views")
            .auto_shrink([false, true])
            .scroll_bar_visibility(eframe::egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    if button(ui, cx.look, Weight::Second, Some(Icon::List), &cx.tr.text("list-open")).clicked() {
                        out.push(Action::Open(Sheet::Find));
                    }
                    for &view in views {
                        if button(ui, cx.look, Weight::Second, None, &cx.tr.text(view.key())).clicked() {
                            out.push(Action::Look(view));
                        }
                    }
                });
            });
    });
}
