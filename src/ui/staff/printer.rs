//! Whether the printer works: which one it is, how much visitors may print, and a page that tries it.

use eframe::egui::Ui;
use eframe::egui::accesskit::Live;

use super::super::Cx;
use super::super::widgets::{Weight, paragraph, wide_button};
use super::title;
use crate::handout::printing::Limits;
use crate::staff::{Ask, Trial};
use crate::store::kiosk::Kiosk;
use crate::theme::{Icon, Role};

/// Shows which printer there is, and a button that tries it; or says what helps where there is none.
pub(super) fn printer(ui: &mut Ui, cx: &Cx<'_>, kiosk: &Kiosk, trial: Option<Trial>, out: &mut Vec<Ask>) {
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("staff-printer"), &cx.tr.text("staff-back-page"), out);
    let named = |key: &str| cx.tr.text_with(key, &[("name", kiosk.printer.clone().unwrap_or_default().into())]);
    let tell = |ui: &mut Ui, says: &str| _ = paragraph(ui, cx.look, Role::Text, c.ink2, says);
    match (&kiosk.printer, cx.taking.ways.print) {
        (None, false) => return tell(ui, &cx.tr.text("staff-printer-none")),
        (Some(_), false) => return tell(ui, &named("staff-printer-bad")),
        (None, true) => {}
        (Some(_), true) => tell(ui, &named("staff-printer-name")),
    }
    let limits = Limits::default();
    if cx.taking.ways.make {
        tell(ui, &cx.tr.text_with("staff-printer-limits", &[("day", limits.day.into())]));
    } else {
        tell(ui, &cx.tr.text("staff-printer-square"));
    }
    ui.add_space(8.0);
    let print = cx.tr.text("staff-printer-print");
    if wide_button(ui, cx.look, Weight::First, Some(Icon::Print), &print, 120.0).clicked() {
        out.push(Ask::PrintTrial);
    }
    ui.add_space(8.0);
    let Some(trial) = trial else { return };
    let (says, colour) = match trial {
        Trial::Sent => (cx.tr.text("staff-printer-sent"), c.ink),
        Trial::Taken => (cx.tr.text("staff-printer-taken"), c.ink),
        Trial::NotTaken => (cx.tr.text("staff-printer-not-taken"), c.alert),
        Trial::Busy => (cx.tr.text("staff-printer-busy"), c.ink),
        Trial::Soon(seconds) => (cx.tr.text_with("staff-printer-soon", &[("seconds", seconds.into())]), c.ink),
    };
    let response = paragraph(ui, cx.look, Role::Strong, colour, &says);
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
