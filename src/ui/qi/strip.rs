//! The organ clock as a strip, where there is no room for a dial: twelve parts in a row and a knob.

use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{focus_ring, job};
use super::dial::{tell, turn};
use crate::model::Polarity;
use crate::sim::day::{BEGINS, CHANNELS, HOURS, begins_at, part_at};
use crate::sim::qi::Ask;
use crate::theme::{Face, Role};
use crate::visit::Action;

/// How high the strip is, and the parts on it: the knob runs below them.
const HEIGHT: f32 = 66.0;
const PARTS: f32 = 46.0;

/// Shows the strip, as wide as there is room.
pub(super) fn strip(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click_and_drag());
    tell(ui, cx, &response);
    turn(ui, cx, &response, out);
    let hour_at = |x: f32| BEGINS + ((x - rect.left()) / rect.width()).clamp(0.0, 0.9999) * 24.0;
    if let Some(at) = response.interact_pointer_pos() {
        if response.clicked() {
            out.push(Action::Qi(Ask::TurnToPart(part_at(hour_at(at.x)))));
        } else if response.dragged() {
            out.push(Action::Qi(Ask::Turn(hour_at(at.x))));
        }
    }
    let painter = ui.painter();
    let width = rect.width() / CHANNELS as f32;
    let shown = cx.visit.qi.day.part(Some(cx.hour));
    for part in 0..CHANNELS {
        let Some(channel) = cx.catalog.watch_from(begins_at(part)) else { continue };
        let cell = Rect::from_min_size(pos2(rect.left() + part as f32 * width, rect.top()), vec2(width, PARTS));
        let on = part == shown && cx.visit.qi.vessel.is_none();
        let inner = cell.shrink2(vec2(1.0, 0.0));
        painter.rect_filled(inner, CornerRadius::same(4), if on { c.trad } else { c.tradtint });
        if cx.look.tokens.contrast {
            painter.rect_stroke(inner, CornerRadius::same(4), Stroke::new(1.5, c.line), StrokeKind::Inside);
        }
        if let Some(look) = cx.look.tokens.channel(&channel.id).filter(|_| !on) {
            let dash = if channel.polarity == Some(Polarity::Yin) { 0.5 } else { 1.0 };
            let rim = Rect::from_min_size(inner.min + vec2(2.0, 3.0), vec2((inner.width() - 4.0) * dash, 4.0));
            painter.rect_filled(rim, CornerRadius::same(2), look.colour());
        }
        if width >= 26.0 {
            let ink = if on { c.onfill } else { c.ink };
            let code = cx.look.scale.format_in(Role::Caption, Face::SansSemibold, 0.93, ink);
            let code = painter.layout_job(job([(channel.id.as_str(), code)]));
            painter.galley(inner.center() - code.size() * 0.5, code, ink);
        }
    }
    let hour = (cx.visit.qi.day.hour(Some(cx.hour)) - BEGINS).rem_euclid(24.0);
    let rail = rect.bottom() - 10.0;
    painter.hline(rect.x_range(), rail, Stroke::new(cx.look.tokens.stroke(3.0), c.line));
    let knob = pos2((rect.left() + hour / HOURS * width).clamp(rect.left() + 9.0, rect.right() - 9.0), rail);
    painter.circle(knob, 9.0, c.ink, Stroke::new(2.0, c.sheet));
    focus_ring(painter, cx.look, &response, 6);
}
