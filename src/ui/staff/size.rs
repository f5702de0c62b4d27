//! Measuring the kiosk's screen by a bank card: it holds until the next start, and a line for the set-up file keeps it.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::screen_size::{SCALES, STEP, card};
use super::super::widgets::{Weight, button, caption, paragraph};
use super::title;
use crate::staff::Ask;
use crate::theme::Role;

/// Shows a card to compare with.
pub(super) fn size(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Ask>) {
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("screen-title"), &cx.tr.text("staff-back-page"), out);
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("screen-lead"));
    ui.add_space(8.0);
    let before = cx.points_per_mm();
    let mut scale = before;
    card(ui, cx, &mut scale);
    caption(ui, cx.look, &cx.tr.text("screen-card"));
    ui.horizontal_wrapped(|ui| {
        for (key, factor) in [("screen-narrower", 1.0 / STEP), ("screen-wider", STEP)] {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                scale *= factor;
            }
        }
    });
    if (scale - before).abs() > f32::EPSILON {
        out.push(Ask::Measured((scale * cx.zoom).clamp(*SCALES.start(), *SCALES.end())));
    }
    let line = format!("points_per_mm: {:.3},", before * cx.zoom);
    paragraph(ui, cx.look, Role::Text, c.ink, &cx.tr.text_with("staff-size-line", &[("line", line.into())]));
}
