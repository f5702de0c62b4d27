//! What was read for the staff: the faults of the content pack, and the supervisor's counters and record.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::widgets::paragraph;
use super::title;
use crate::staff::Ask;
use crate::store::kiosk::Kiosk;
use crate::theme::Role;

/// Says what is wrong with the pack.
pub(super) fn pack(ui: &mut Ui, cx: &Cx<'_>, kiosk: &Kiosk, faults: &[String], out: &mut Vec<Ask>) {
    title(ui, cx, &cx.tr.text("staff-pack"), &cx.tr.text("staff-back-page"), out);
    let c = cx.look.colours();
    let which = match &kiosk.pack {
        Some(folder) => cx.tr.text_with("staff-pack-folder", &[("folder", folder.display().to_string().into())]),
        None => cx.tr.text("staff-pack-built-in"),
    };
    paragraph(ui, cx.look, Role::Text, c.ink2, &which);
    let how_many = match faults.len() {
        0 => cx.tr.text("staff-pack-sound"),
        count => cx.tr.text_with("staff-pack-faults", &[("count", count.into())]),
    };
    paragraph(ui, cx.look, Role::Strong, c.ink, &how_many);
    lines(ui, cx, faults);
}

/// Shows counters and record.
pub(super) fn records(ui: &mut Ui, cx: &Cx<'_>, records: &[String], out: &mut Vec<Ask>) {
    title(ui, cx, &cx.tr.text("staff-records"), &cx.tr.text("staff-back-page"), out);
    if records.is_empty() {
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("staff-records-none"));
    }
    lines(ui, cx, records);
}

fn lines(ui: &mut Ui, cx: &Cx<'_>, lines: &[String]) {
    for line in lines {
        // A line without an end says no more than its beginning.
        let line: String = line.chars().filter(|c| !c.is_control()).take(300).collect();
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, &line);
    }
}
