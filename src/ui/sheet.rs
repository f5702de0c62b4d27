//! The sheet beside the body: paper with one soft shadow, whose content scrolls.

use eframe::egui::{CornerRadius, Frame, Margin, ScrollArea, Stroke, Ui};

use super::{Cx, card, find, settings, touched, welcome};
use crate::visit::{Action, Sheet};

/// Shows what the visit has on its sheet.
pub(super) fn sheet(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) };
    let narrow = ui.available_width() < 380.0;
    Frame::new()
        .fill(c.sheet)
        .stroke(edge)
        .corner_radius(CornerRadius::same(14))
        .shadow(cx.look.tokens.shadow())
        .inner_margin(Margin::symmetric(if narrow { 16 } else { 24 }, 18))
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            match &cx.visit.sheet {
                Sheet::Point(code) => card::card(ui, cx, code, out),
                Sheet::Find => find::find(ui, cx, out),
                other => scroll(ui, &format!("{other:?}"), |ui| match other {
                    Sheet::Part { part, near } => touched::part(ui, cx, part, near, out),
                    Sheet::Choose(sites) => touched::choose(ui, cx, sites, out),
                    Sheet::Settings => settings::settings(ui, cx, out),
                    Sheet::ScreenSize => settings::screen_size(ui, cx, out),
                    _ => welcome::welcome(ui, cx, out),
                }),
            }
        });
}

/// Content that scrolls if it must, from the top anew for each thing shown.
pub(super) fn scroll(ui: &mut Ui, of: &str, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(of).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        add(ui);
        ui.add_space(8.0);
    });
}
