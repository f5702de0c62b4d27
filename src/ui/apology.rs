//! The page of last resort: Deqi does not work, and staff should know. It needs no pack and no body.

use eframe::egui::{CornerRadius, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::widgets::{heading, icon, paragraph};
use crate::i18n::Tr;
use crate::theme::{Icon, Look, Role};

/// The widest a column of text may be.
const COLUMN: f32 = 640.0;

/// Fills the window with the page.
pub fn apology(ui: &mut Ui, tr: &Tr, look: &Look) {
    let c = look.colours();
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, CornerRadius::ZERO, c.ground);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let width = (whole.width() - 64.0).min(COLUMN);
        let corner = pos2(whole.center().x - width * 0.5, whole.top() + whole.height() * 0.26);
        ui.scope_builder(UiBuilder::new().max_rect(Rect::from_min_size(corner, vec2(width, 0.0))), |ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            let picture = icon(ui, Icon::Hand, 56.0, c.body);
            let (rect, _) = ui.allocate_exact_size(picture.size(), eframe::egui::Sense::hover());
            ui.painter().galley(rect.min, picture, c.body);
            heading(ui, look, 1, Role::Hero, &tr.text("apology-title"));
            paragraph(ui, look, Role::Strong, c.ink, &tr.text("apology-why"));
            paragraph(ui, look, Role::Strong, c.ink2, &tr.text("apology-again"));
            ui.add_space(40.0);
        });
    });
}
