//! Measuring the kiosk's screen by a bank card: it holds until the next start, and a line for the set-up file keeps it.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::screen_size::measure;
use super::super::widgets::paragraph;
use super::title;
use crate::staff::Ask;
use crate::theme::{LEAST, Role};

/// Shows a card to compare with.
pub(super) fn size(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Ask>) {
    title(ui, cx, &cx.tr.text("screen-title"), &cx.tr.text("staff-back-page"), out);
    // A small screen keeps room for words, and so holds its buttons smaller than fingers want them.
    if LEAST < cx.finger() - 0.5 {
        let (mm, wanted) = (LEAST / cx.points_per_mm(), cx.features.touch_mm.unwrap_or_default());
        let args = [("mm", mm.floor().into()), ("wanted", wanted.into())];
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, &cx.tr.text_with("staff-size-small", &args));
    }
    out.extend(measure(ui, cx, |_, _| {}).map(Ask::Measured));
    let line = format!("points_per_mm: {:.3},", cx.points_per_mm() * cx.zoom);
    paragraph(
        ui,
        cx.look,
        Role::Text,
        cx.look.colours().ink,
        &cx.tr.text_with("staff-size-line", &[("line", line.into())]),
    );
}
