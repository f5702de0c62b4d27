//! The diary on paper for a doctor: how it is wanted, how far it has come, where it lies.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::take_away::{progress, said, sheet};
use super::super::widgets::{Weight, button};
use crate::theme::Icon;
use crate::visit::{Action, DiaryAsk, DiaryPdf};

/// How much of the bar is filled while it is made: nobody knows how long a long diary takes.
const SHARE: f32 = 0.5;

/// Shows it; nothing where this build carries no typesetter.
pub(super) fn paper(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if !cx.taking.ways.make {
        return;
    }
    let ask = |ask: DiaryAsk| Action::Diary(ask);
    match &cx.visit.diary.pdf {
        DiaryPdf::Nothing => {
            sheet(ui, cx, cx.visit.taking.sheet, out);
            ui.add_space(4.0);
            if button(ui, cx.look, Weight::First, Some(Icon::Print), &cx.tr.text("diary-pdf-make")).clicked() {
                out.push(ask(DiaryAsk::MakePdf));
            }
        }
        DiaryPdf::Making => {
            progress(ui, cx, &cx.tr.text("diary-pdf-making"), SHARE);
            if button(ui, cx.look, Weight::Second, Some(Icon::Close), &cx.tr.text("diary-pdf-cancel")).clicked() {
                out.push(ask(DiaryAsk::CancelPdf));
            }
        }
        DiaryPdf::Ready { file, pages } => {
            let words = [("file", file.display().to_string().into()), ("pages", (*pages).into())];
            said(ui, cx, &cx.tr.text_with("diary-pdf-ready", &words));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                if cx.taking.ways.open
                    && button(ui, cx.look, Weight::First, Some(Icon::Print), &cx.tr.text("diary-pdf-open")).clicked()
                {
                    out.push(ask(DiaryAsk::OpenPdf));
                }
            });
        }
    }
    ui.add_space(4.0);
}
