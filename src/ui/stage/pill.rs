//! Buttons on one plate: those that zoom, move aside, tilt and turn.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{focus_ring, icon};
use crate::theme::Icon;
use crate::visit::Action;

/// How wide and how high one button is.
pub(super) const WIDTH: f32 = 52.0;
pub(super) const HEIGHT: f32 = 48.0;

/// One button.
pub(super) struct Cell {
    picture: Icon,
    key: &'static str,
    action: Action,
    /// Whether it is on, where it is one that stays on.
    on: Option<bool>,
}

impl Cell {
    /// A button that asks for something.
    pub(super) fn new(picture: Icon, key: &'static str, action: Action) -> Self {
        Self { picture, key, action, on: None }
    }

    /// One that shows whether it is on.
    pub(super) fn staying(self, on: bool) -> Self {
        Self { on: Some(on), ..self }
    }
}

/// Shows them on their plate, from the top down, in as many columns as it is wide.
pub(super) fn pill(ui: &Ui, cx: &Cx<'_>, rect: Rect, id: &'static str, cells: &[Cell], out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(26), c.sheet, edge, StrokeKind::Inside);
    let columns = ((rect.width() / WIDTH).round() as usize).max(1);
    for (i, Cell { picture, key, action, on }) in cells.iter().enumerate() {
        let name = cx.tr.text(key);
        let (row, column) = (i / columns, i % columns);
        let corner = rect.min + vec2(column as f32 * WIDTH, row as f32 * HEIGHT);
        let cell = Rect::from_min_size(corner, vec2(WIDTH, HEIGHT));
        let response = ui.interact(cell, ui.scope_id().with((id, i)), Sense::click());
        response.widget_info(|| match on {
            Some(on) => WidgetInfo::selected(NodeRole::Button, true, *on, &name),
            None => WidgetInfo::labeled(NodeRole::Button, true, &name),
        });
        let on = on.unwrap_or_default();
        if on {
            ui.painter().rect_filled(cell.shrink(5.0), CornerRadius::same(20), c.ink);
        }
        if response.hovered() || response.is_pointer_button_down_on() {
            let strength = if response.is_pointer_button_down_on() { 0.16 } else { 0.06 };
            ui.painter().rect_filled(cell.shrink(5.0), CornerRadius::same(20), c.ink.gamma_multiply(strength));
        }
        if row > 0 {
            ui.painter().hline(cell.left() + 10.0..=cell.right() - 10.0, cell.top(), Stroke::new(1.0, c.rule));
        }
        if column > 0 {
            ui.painter().vline(cell.left(), cell.top() + 10.0..=cell.bottom() - 10.0, Stroke::new(1.0, c.rule));
        }
        let ink = if on { c.onfill } else { c.ink };
        let glyph = icon(ui, *picture, 22.0, ink);
        ui.painter().galley(cell.center() - glyph.size() * 0.5, glyph, ink);
        focus_ring(ui.painter(), cx.look, &response.clone().with_new_rect(cell.shrink(4.0)), 20);
        if response.clicked() {
            out.push(action.clone());
        }
        response.on_hover_text(name);
    }
}
