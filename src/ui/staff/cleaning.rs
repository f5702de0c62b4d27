//! The minute in which the screen may be wiped: a ring that empties, and how many seconds are left.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{heading, paragraph};
use crate::staff::CLEANING;
use crate::theme::{Face, Role};

/// Shows the ring.
pub(super) fn cleaning(ui: &mut Ui, cx: &Cx<'_>, left: f32) {
    let c = cx.look.colours();
    let room = ui.available_rect_before_wrap();
    let radius = (room.size().min_elem() * 0.24).min(170.0);
    let width = (room.width() - 48.0).min(640.0);
    let column = Rect::from_center_size(room.center(), vec2(width, (radius * 2.0 + 150.0).min(room.height())));
    ui.scope_builder(UiBuilder::new().max_rect(column).id_salt("cleaning"), |ui| {
        ui.vertical_centered(|ui| {
            heading(ui, cx.look, 1, Role::Heading, &cx.tr.text("staff-cleaning"));
            paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("staff-cleaning-how"));
            ui.add_space(12.0);
            ring(ui, cx, left, radius);
        });
    });
}

fn ring(ui: &mut Ui, cx: &Cx<'_>, left: f32, radius: f32) {
    let c = cx.look.colours();
    let seconds = left.ceil().max(0.0) as u32;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(radius * 2.0), Sense::hover());
    let name = cx.tr.text_with("staff-cleaning-left", &[("seconds", seconds.into())]);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, &name));
    let painter = ui.painter();
    let thick = radius * 0.08;
    painter.circle_stroke(rect.center(), radius - thick, Stroke::new(thick, c.well));
    let share = (seconds as f32 / CLEANING).clamp(0.0, 1.0);
    painter.add(Shape::line(arc(rect.center(), radius - thick, share), Stroke::new(thick, c.body)));
    let format = cx.look.scale.format_in(Role::Number, Face::SerifSemibold, radius / 110.0, c.ink);
    let word = painter.layout_no_wrap(seconds.to_string(), format.font_id, c.ink);
    painter.galley(rect.center() - word.size() * 0.5, word, c.ink);
}

/// The part of a ring that is left, from the top against the clock's way, so that it empties as a clock goes.
fn arc(middle: Pos2, radius: f32, share: f32) -> Vec<Pos2> {
    let steps = (share * 90.0).ceil().max(1.0) as u16;
    let at = |step: u16| {
        let turn = -share * f32::from(step) / f32::from(steps) * std::f32::consts::TAU;
        middle + vec2(turn.sin(), -turn.cos()) * radius
    };
    (0..=steps).map(at).collect()
}
