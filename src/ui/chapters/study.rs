//! One study: what it is, how it was made, how large, what it found, how sure that is, and what it cannot tell.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::how_sure::source;
use super::super::widgets::{Weight, button, caption, heading, paragraph};
use super::{WIDE, panel, ruler};
use crate::describe::charts::{certainty_key, design_key};
use crate::model::{ClaimId, Study};
use crate::theme::{Icon, Role};
use crate::visit::{Action, ReadAsk};

/// Whether a sheet stands beside the list, on which the study is told.
pub(super) fn stands_beside(ui: &Ui) -> bool {
    let room = ui.ctx().content_rect();
    room.width() >= WIDE.0 && room.height() - 64.0 >= WIDE.1
}

/// The chosen study, or what to do to choose one.
pub(super) fn chosen(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let id = cx.visit.reader.study.as_ref();
    if let Some(found) = id.and_then(|id| cx.catalog.evidence().study(&id.0)) {
        study(ui, cx, found, out);
        return;
    }
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("studies-choose"));
    paragraph(ui, cx.look, Role::Text, c.ink, &cx.tr.text("studies-choose-how"));
}

/// Tells of a study.
pub(super) fn study(ui: &mut Ui, cx: &Cx<'_>, study: &Study, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Heading, &study.name);
    let kind = cx.tr.text(design_key(study.design));
    caption(
        ui,
        cx.look,
        &cx.tr.text_with("study-kind", &[("kind", kind.into()), ("year", study.year.to_string().into())]),
    );
    paragraph(ui, cx.look, Role::Strong, c.ink, &study.plain);
    let sure = cx.tr.text(certainty_key(study.certainty));
    for (key, says) in [
        ("study-found", &study.result),
        ("study-limits", &study.limits),
        ("study-made", &study.made),
        ("study-size", &study.size),
        ("study-sure", &sure),
    ] {
        panel::fact(ui, cx, &cx.tr.text(key), says);
    }
    if study.certainty.steps().is_some() {
        caption(ui, cx.look, &cx.tr.text("study-sure-own"));
    }
    ruler::of(ui, cx, study, out);
    if !study.points.is_empty() {
        heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("study-points"));
        caption(ui, cx.look, &cx.tr.text("study-points-note"));
        ui.horizontal_wrapped(|ui| {
            for code in study.points.iter().filter(|code| cx.catalog.point(code).is_some()) {
                if button(ui, cx.look, Weight::Second, None, code.as_str()).clicked() {
                    out.push(Action::OpenPoint(code.clone()));
                }
            }
        });
    }
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-sources"));
    if let Some(found) = cx.catalog.source(&study.source) {
        source(ui, cx, found);
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::Close), &cx.tr.text("study-close")).clicked() {
        out.push(Action::Read(ReadAsk::Study(None)));
    }
}

/// The sources of some claims, in a line.
pub(super) fn named(ui: &mut Ui, cx: &Cx<'_>, claims: &[ClaimId]) {
    let mut names: Vec<&str> = Vec::new();
    for claim in claims.iter().filter_map(|id| cx.catalog.evidence().claim(id)) {
        for source in claim.sources.iter().filter_map(|id| cx.catalog.source(id)) {
            if !names.contains(&source.short.as_str()) {
                names.push(&source.short);
            }
        }
    }
    caption(ui, cx.look, &cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())]));
}
