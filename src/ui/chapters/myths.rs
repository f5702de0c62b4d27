//! What is often said, and what is known.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{heading, heading_in, job, paragraph, rich};
use super::dial;
use crate::model::Chapter;
use crate::theme::{Face, Role};
use crate::visit::Action;

/// Shows a chapter's sayings with their answers.
pub(super) fn myths(ui: &mut Ui, cx: &Cx<'_>, chapter: Chapter, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("myths-title"));
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("myths-lead"));
    dial::dial(ui, cx, out);
    for myth in cx.catalog.evidence().myths.iter().filter(|myth| myth.chapter == chapter) {
        leaf(ui, cx, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let said = cx.tr.text_with("myths-said", &[("said", myth.says.clone().into())]);
            heading_in(ui, 2, cx.look.scale.format_in(Role::Heading, Face::SerifItalic, 0.92, c.ink), &said);
            let lead = cx.look.scale.format_in(Role::Text, Face::SansBold, 1.0, c.ink);
            let text = cx.look.scale.format(Role::Text, c.ink);
            let answer = myth.answer.at(cx.visit.reader.reading);
            rich(ui, job([(myth.verdict.as_str(), lead.clone()), (". ", lead), (answer, text)]));
            super::study::named(ui, cx, &myth.claims);
        });
    }
}
