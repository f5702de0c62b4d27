//! The diary: the body to paint on, and a sheet with how it went, an entry, or the files.

mod entry;
mod fields;
mod keeping;
mod kept;
mod list;
mod overview;
mod pain;
mod paper;
mod plot;
mod signs;
mod table;
mod told;
mod whereabouts;

pub(super) use kept::DiaryCache;

use eframe::egui::{Rect, Ui, UiBuilder};

use super::screen::{Split, ground};
use super::sheet::{on_paper, scroll};
use super::{Caches, Cx, stage};
use crate::model::Day;
use crate::visit::{Action, DiaryView};

/// Shows the diary.
pub(super) fn diary(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, rect: Rect, out: &mut Vec<Action>) {
    let (stage_rect, sheet_rect) = Split::of(rect).rooms(rect, (rect.width() * 0.48).clamp(400.0, 720.0), 0.56);
    ground(ui, cx, rect, stage_rect, Some(sheet_rect));
    if stage_rect.height() > 60.0 {
        ui.scope_builder(UiBuilder::new().max_rect(stage_rect).id_salt("stage"), |ui| {
            let roomy = stage_rect.width() >= 340.0 && stage_rect.height() >= 320.0;
            stage::painting::show(ui, cx, &mut caches.stage, roomy, out);
        });
    }
    ui.scope_builder(UiBuilder::new().max_rect(sheet_rect).id_salt("diary"), |ui| {
        on_paper(ui, cx, |ui| {
            scroll(ui, cx, &format!("{:?}", cx.visit.diary.view), |ui| sheet(ui, cx, &mut caches.diary, out));
        });
    });
}

fn sheet(ui: &mut Ui, cx: &Cx<'_>, kept: &mut DiaryCache, out: &mut Vec<Action>) {
    let panel = &cx.visit.diary;
    match (panel.view, &panel.draft) {
        (DiaryView::Signs(signs), _) => signs::signs(ui, cx, signs, out),
        (DiaryView::Entry, Some(draft)) => entry::entry(ui, cx, draft, out),
        (DiaryView::Keeping, _) => keeping::keeping(ui, cx, out),
        _ => overview::overview(ui, cx, kept, out),
    }
}

/// The day that a new entry begins with. A computer without a calendar leaves it to the person.
fn today(cx: &Cx<'_>) -> Option<Day> {
    cx.today.or_else(|| Day::read(crate::diary::FIRST_DAY))
}
