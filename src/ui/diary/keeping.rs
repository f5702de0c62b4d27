//! The diary as files: for a doctor, as a backup, and the way to delete it all.

use eframe::egui::accesskit::Live;
use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, chip, heading, job, paragraph, row_button};
use super::{paper, told};
use crate::theme::{Icon, Role};
use crate::visit::{Action, DiaryAsk, DiaryView};

/// The most backups to choose from; older ones can be found in their folder.
const MOST: usize = 12;

/// Shows it.
pub(super) fn keeping(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.diary;
    if button(ui, cx.look, Weight::Quiet, Some(Icon::Back), &cx.tr.text("diary-back")).clicked() {
        out.push(Action::Diary(DiaryAsk::Show(DiaryView::Overview)));
    }
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("diary-keeping-title"));
    told::told(ui, cx, out);
    if let Some(folder) = &panel.papers.folder {
        let place = [("folder", folder.display().to_string().into())];
        caption(ui, cx.look, &cx.tr.text_with("diary-keeping-where", &place));
    }
    let ask = |ask: DiaryAsk| Action::Diary(ask);
    let how = if cx.taking.ways.make { "diary-keeping-take-pdf" } else { "diary-keeping-take-how" };
    section(ui, cx, "diary-keeping-take", how);
    paper::paper(ui, cx, out);
    let choices = [("diary-export-page", DiaryAsk::ExportPage), ("diary-export-table", DiaryAsk::Export)];
    buttons(ui, cx, &choices, out);
    section(ui, cx, "diary-keeping-back-up", "diary-keeping-back-up-how");
    buttons(ui, cx, &[("diary-backup", DiaryAsk::Backup)], out);
    section(ui, cx, "diary-keeping-restore", "diary-keeping-restore-how");
    if panel.papers.backups.is_empty() {
        caption(ui, cx.look, &cx.tr.text("diary-keeping-restore-none"));
    }
    for file in panel.papers.backups.iter().take(MOST) {
        let name = cx.tr.text_with("diary-restore", &[("name", file.as_str().into())]);
        let mut layout = job([(name.as_str(), cx.look.scale.format(Role::Text, cx.look.colours().ink))]);
        layout.wrap.max_width = ui.available_width() - 40.0;
        let text = ui.painter().layout_job(layout);
        if row_button(ui, cx.look, false, &name, text, None).clicked() {
            out.push(ask(DiaryAsk::Restore(file.clone())));
        }
    }
    section(ui, cx, "diary-keeping-erase", "diary-keeping-erase-how");
    erasing(ui, cx, out);
    ui.add_space(8.0);
    caption(ui, cx.look, &cx.tr.text("diary-shared"));
}

fn section(ui: &mut Ui, cx: &Cx<'_>, title: &str, how: &str) {
    ui.add_space(10.0);
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text(title));
    paragraph(ui, cx.look, Role::Card, cx.look.colours().ink2, &cx.tr.text(how));
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, choices: &[(&str, DiaryAsk)], out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (key, ask) in choices {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                out.push(Action::Diary(ask.clone()));
            }
        }
    });
}

/// Asked once more before it is done.
fn erasing(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let Some(files) = cx.visit.diary.erasing else {
        return buttons(ui, cx, &[("diary-erase", DiaryAsk::AskErase(Some(true)))], out);
    };
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.alert);
    let frame = Frame::new().fill(c.sheet).stroke(edge).corner_radius(CornerRadius::same(14));
    frame.inner_margin(Margin::symmetric(18, 14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let asked = heading(ui, cx.look, 3, Role::Strong, &cx.tr.text("diary-erase-sure"));
        ui.accesskit_node_builder(asked.id, |node| node.set_live(Live::Polite));
        let count = cx.visit.diary.papers.count;
        if count > 0 {
            let name = cx.tr.text_with("diary-erase-files", &[("count", count.into())]);
            let sign = files.then_some(Icon::Tick);
            if chip(ui, cx.look, files, sign, &name).clicked() {
                out.push(Action::Diary(DiaryAsk::AskErase(Some(!files))));
            }
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            if button(ui, cx.look, Weight::First, None, &cx.tr.text("diary-erase-no")).clicked() {
                out.push(Action::Diary(DiaryAsk::AskErase(None)));
            }
            if button(ui, cx.look, Weight::Second, Some(Icon::Close), &cx.tr.text("diary-erase-yes")).clicked() {
                out.push(Action::Diary(DiaryAsk::Erase));
            }
        });
    });
}
