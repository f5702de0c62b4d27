//! What all controls share: the focus ring, and the fill that answers a press.

use eframe::egui::{Color32, CornerRadius, Painter, Rect, Response, Stroke, StrokeKind, Ui};

use crate::theme::Look;

/// How far a focus ring reaches beyond what it is round, and what can be touched beyond a badge.
const REACH: f32 = 8.0;

/// Whether a control is painted: where it can be seen, and also out of sight when it has just got the keyboard, since
/// painting its ring is what brings it into sight.
pub(crate) fn is_painted(ui: &Ui, response: &Response) -> bool {
    ui.is_rect_visible(response.rect) || response.gained_focus()
}

/// Paints the focus ring round a control that has the keyboard: a gap of sheet, then the ring.
pub(crate) fn focus_ring(painter: &Painter, look: &Look, response: &Response, radius: u8) {
    if response.gained_focus() {
        // What has the keyboard comes into sight, with its ring.
        response.clone().with_new_rect(response.rect.expand(REACH)).scroll_to_me(None);
    }
    if response.has_focus() {
        ring(painter, look, response.rect, radius);
    }
}

pub(crate) fn ring(painter: &Painter, look: &Look, rect: Rect, radius: u8) {
    let c = look.colours();
    let rounded = |by: u8| CornerRadius::same(radius.saturating_add(by));
    painter.rect_stroke(rect, rounded(0), Stroke::new(2.0, c.sheet), StrokeKind::Outside);
    painter.rect_stroke(rect.expand(2.0), rounded(2), Stroke::new(3.0, c.focus), StrokeKind::Outside);
}

/// A fill, a little darker (or lighter on dark) while the pointer is over it or presses it.
pub(crate) fn answer(response: &Response, fill: Color32, toward: Color32) -> Color32 {
    if response.is_pointer_button_down_on() {
        fill.lerp_to_gamma(toward, 0.16)
    } else if response.hovered() {
        fill.lerp_to_gamma(toward, 0.07)
    } else {
        fill
    }
}
