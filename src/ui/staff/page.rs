//! The staff's page: what there is to do at a kiosk, a row each, with what it does.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::widgets::{job, paragraph, row_button};
use super::title;
use crate::staff::Ask;
use crate::store::kiosk::Kiosk;
use crate::theme::{Icon, Role};

/// Shows the page.
pub(super) fn page(ui: &mut Ui, cx: &Cx<'_>, kiosk: &Kiosk, out: &mut Vec<Ask>) {
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("staff-title"), &cx.tr.text("staff-back"), out);
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("staff-lead"));
    ui.add_space(8.0);
    let mut rows = vec![
        (Ask::Clean, "staff-clean", "staff-clean-how"),
        (Ask::CheckPack, "staff-pack", "staff-pack-how"),
        (Ask::MeasureScreen, "staff-size", "staff-size-how"),
        (Ask::CheckPrinter, "staff-printer", "staff-printer-how"),
    ];
    if kiosk.metrics.is_some() || kiosk.crash_record.is_some() {
        rows.push((Ask::ReadRecords, "staff-records", "staff-records-how"));
    }
    rows.push((Ask::Restart, "staff-restart", "staff-restart-how"));
    rows.push((Ask::Leave, "staff-leave", "staff-leave-how"));
    for (ask, name, how) in rows {
        let (name, how) = (cx.tr.text(name), format!("\n{}", cx.tr.text(how)));
        let mut words = job([
            (name.as_str(), cx.look.scale.format(Role::Strong, c.ink)),
            (how.as_str(), cx.look.scale.format(Role::Caption, c.ink2)),
        ]);
        words.wrap.max_width = ui.available_width() - 56.0;
        let words = ui.painter().layout_job(words);
        if row_button(ui, cx.look, false, &name, words, Some(Icon::Next)).clicked() {
            out.push(ask);
        }
    }
}
