//! All entries as rows, the newest writing first: a press opens one to be changed.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::widgets::{job, row_button};
use crate::describe;
use crate::diary::{Entry, is_odd};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, DiaryAsk};

/// The most rows at once: a year and more. All of them stand in what is written for a doctor.
const MOST: usize = 400;

/// Shows the rows.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for (id, entry) in cx.visit.diary.book.entries().rev().take(MOST) {
        let c = cx.look.colours();
        let scale = &cx.look.scale;
        let day = describe::diary::day(cx.tr, entry.day);
        let said = said(cx, entry);
        let odd = if is_odd(entry.day, cx.today) { format!("\n{}", cx.tr.text("diary-odd")) } else { String::new() };
        let under = format!("\n{said}");
        let mut layout = job([
            (day.as_str(), scale.format_in(Role::Text, Face::SansSemibold, 1.0, c.ink)),
            (odd.as_str(), scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.ink2)),
            (under.as_str(), scale.format(Role::Caption, c.ink2)),
        ]);
        layout.wrap.max_width = ui.available_width() - 56.0;
        let text = ui.painter().layout_job(layout);
        let name = cx.tr.text_with("diary-row", &[("day", day.into()), ("said", said.into())]);
        if row_button(ui, cx.look, false, &name, text, Some(Icon::Next)).clicked() {
            out.push(Action::Diary(DiaryAsk::Edit(id)));
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

/// What an entry says, in a line.
fn said(cx: &Cx<'_>, entry: &Entry) -> String {
    let pain = entry.pain.map_or_else(
        || cx.tr.text("diary-row-else"),
        |pain| cx.tr.text_with("diary-row-pain", &[("pain", u32::from(pain).into())]),
    );
    let visit = entry.visit.as_ref().map(|_| cx.tr.text("diary-row-visit"));
    let places = entry.places.iter().map(|place| describe::diary::place(cx.tr, cx.catalog, place));
    std::iter::once(pain).chain(visit).chain(places.take(3)).collect::<Vec<_>>().join(" · ")
}
