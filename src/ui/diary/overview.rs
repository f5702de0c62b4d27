//! The first sight of the diary: how it went, and the way to an entry, the list and the files.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, heading, paragraph, wide_chip};
use super::kept::DiaryCache;
use super::{list, plot, table, today, told};
use crate::theme::{Icon, Role};
use crate::visit::{Action, DiaryAsk, DiaryView};

/// Shows it.
pub(super) fn overview(ui: &mut Ui, cx: &Cx<'_>, kept: &mut DiaryCache, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let panel = &cx.visit.diary;
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("diary-title"));
    let lead = if panel.book.is_empty() { "diary-lead-empty" } else { "diary-lead" };
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text(lead));
    told::told(ui, cx, out);
    ui.add_space(4.0);
    buttons(ui, cx, out);
    kept.look(cx);
    if !panel.book.is_empty() {
        ui.add_space(8.0);
        heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("diary-plot"));
        plot::plot(ui, cx, &kept.course, &kept.says);
        paragraph(ui, cx.look, Role::Card, c.ink, &kept.says);
        if !kept.course.weeks.is_empty() {
            let key = if panel.table { "diary-table-hide" } else { "diary-table-show" };
            if wide_chip(ui, cx.look, panel.table, Some(Icon::List), &cx.tr.text(key), 0.0).clicked() {
                out.push(Action::Diary(DiaryAsk::Table(!panel.table)));
            }
            if panel.table {
                table::table(ui, cx, &kept.course);
            }
        }
        ui.add_space(8.0);
        heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("diary-entries"));
        list::list(ui, cx, &mut kept.rows, out);
    }
    ui.add_space(8.0);
    if button(ui, cx.look, Weight::Second, Some(Icon::Book), &cx.tr.text("diary-keep")).clicked() {
        out.push(Action::Diary(DiaryAsk::Show(DiaryView::Keeping)));
    }
    caption(ui, cx.look, &cx.tr.text("diary-shared"));
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.diary;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 8.0);
        let key = if panel.draft.is_some() { "diary-go-on" } else { "diary-write" };
        if button(ui, cx.look, Weight::First, Some(Icon::Plus), &cx.tr.text(key)).clicked()
            && let Some(day) = today(cx)
        {
            out.push(Action::Diary(DiaryAsk::Write(day)));
        }
        if panel.book.can_undo()
            && button(ui, cx.look, Weight::Second, Some(Icon::Undo), &cx.tr.text("diary-undo")).clicked()
        {
            out.push(Action::Diary(DiaryAsk::Undo));
        }
        if panel.book.can_redo() && button(ui, cx.look, Weight::Second, None, &cx.tr.text("diary-redo")).clicked() {
            out.push(Action::Diary(DiaryAsk::Redo));
        }
    });
}
