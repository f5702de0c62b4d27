//! Which points are on the body, as a row of chips along the foot of the stage, and the way to the list of them all.

use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2};
use glam::Vec2;

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, button, chip, sign_button};
use super::{dial, zoom};
use crate::body::labels::Taken;
use crate::describe;
use crate::theme::Icon;
use crate::visit::{Action, Sheet, Shown};

/// Between two chips.
const GAP: f32 = 6.0;
/// So much of what was seen is still seen after the row was turned on.
const KEPT: f32 = 0.25;

/// Where the row lies: along the whole foot.
pub(super) fn place(stage: Rect) -> Rect {
    let bottom = stage.bottom() - 10.0;
    Rect::from_min_max(pos2(stage.left() + 20.0, bottom - LEAST), pos2(stage.right() - 12.0, bottom))
}

/// The stage above the row, for the controls that stand on it.
pub(super) fn above(stage: Rect) -> Rect {
    stage.with_max_y(place(stage).top() + 8.0)
}

/// What names must leave free for the controls on the stage.
pub(super) fn taken(stage: Rect, controls: bool) -> Vec<Taken> {
    let mut rects = vec![place(stage)];
    if controls {
        rects.extend([dial::place(above(stage)), zoom::place(above(stage))]);
    }
    rects.iter().map(|r| (Vec2::new(r.left(), r.top()), Vec2::new(r.width(), r.height()))).collect()
}

/// What a frame of the row leaves to the next.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Whether the row is longer than its room.
    long: bool,
    /// Where in the row somebody asked to go.
    asked: Option<f32>,
}

/// Shows the row. Where it is too long it scrolls, and a button at its end turns it on and, from its end, back: not
/// everybody knows that a row can be dragged, and not every hand can do it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, out: &mut Vec<Action>) {
    let builder = UiBuilder::new().max_rect(place(stage)).id_salt("chips").layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let (id, all) = (ui.scope_id().with("row"), ui.available_width());
        let known: Known = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let mut area = ScrollArea::horizontal()
            .id_salt("chips")
            .auto_shrink([false, true])
            .max_width(if known.long { all - LEAST - GAP } else { all })
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        if let Some(to) = known.asked {
            area = area.horizontal_scroll_offset(to);
        }
        let shown = area.show(ui, |ui| ui.horizontal(|ui| row(ui, cx, out)));
        let (length, seen, from) = (shown.content_size.x, shown.inner_rect.width(), shown.state.clamped_offset().x);
        let mut now = Known { long: length > all + 1.0, asked: None };
        if known.long {
            let goes_on = from + seen + 1.0 < length;
            let (picture, key) = if goes_on { (Icon::Next, "chips-on") } else { (Icon::Previous, "chips-back") };
            if sign_button(ui, cx.look, picture, &cx.tr.text(key), LEAST).clicked() {
                let last = (length - seen).max(0.0);
                now.asked = Some(if goes_on { (from + seen * (1.0 - KEPT)).min(last) } else { 0.0 });
                ui.ctx().request_repaint();
            }
        }
        if now.long != known.long {
            ui.ctx().request_discard("the row became longer than its room, or fits it now");
        }
        ui.data_mut(|data| data.insert_temp(id, now));
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let shown = &cx.visit.shown;
    let open = |sheet: &Sheet| cx.visit.sheet == *sheet && !cx.visit.sheet_closed;
    for (which, key) in [(Shown::LowBack, "chip-low-back"), (Shown::All, "chip-all")] {
        if chip(ui, cx.look, *shown == which, None, &cx.tr.text(key)).clicked() {
            out.push(Action::ShowPoints(which));
        }
    }
    let channel = match shown {
        Shown::Channel(id) => cx.tr.text_with("chip-channel", &[("code", id.as_str().into())]),
        _ => cx.tr.text("chip-channels"),
    };
    let is_on = matches!(shown, Shown::Channel(_));
    if chip(ui, cx.look, is_on, None, &channel).clicked() {
        out.push(toggle(Sheet::Channels, open(&Sheet::Channels)));
    }
    let part = match shown {
        Shown::Part(part) => cx.tr.text_with("chip-part", &[("part", describe::part(cx.tr, *part).into())]),
        _ => cx.tr.text("chip-parts"),
    };
    let is_on = matches!(shown, Shown::Part(_));
    if chip(ui, cx.look, is_on, None, &part).clicked() {
        out.push(toggle(Sheet::Parts, open(&Sheet::Parts)));
    }
    if chip(ui, cx.look, *shown == Shown::Extra, None, &cx.tr.text("chip-extra")).clicked() {
        out.push(Action::ShowPoints(Shown::Extra));
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::List), &cx.tr.text("list-open")).clicked() {
        out.push(Action::Open(Sheet::Find));
    }
}

/// A second press puts the sheet away again.
fn toggle(sheet: Sheet, open: bool) -> Action {
    if open { Action::CloseSheet } else { Action::Open(sheet) }
}
