//! Whose code Deqi is built from: the licences, every piece by name, and the words of each licence.
//!
//! Long texts are a few large paragraphs, which egui lays out once and of which it paints only what is in sight.

use eframe::egui::Ui;

use super::Cx;
use super::page::column;
use super::widgets::{heading, job, paragraph, row_button};
use crate::licences::{Licence, Piece, licences};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Screen};

/// So many notices are one paragraph.
const TOGETHER: usize = 24;

/// Shows the licences and the pieces, or the words of one licence.
pub(super) fn others(ui: &mut Ui, cx: &Cx<'_>, open: Option<usize>, out: &mut Vec<Action>) {
    let all = licences();
    match open.and_then(|place| all.licences.get(place)) {
        Some(licence) => column(ui, cx, &format!("licence {}", licence.name), |ui| words(ui, cx, licence)),
        None => column(ui, cx, "licences", |ui| {
            heading(ui, cx.look, 1, Role::Hero, &cx.tr.text("licences-title"));
            let lead = cx.tr.text_with("licences-lead", &[("count", all.pieces.len().into())]);
            paragraph(ui, cx.look, Role::Strong, cx.look.colours().ink2, &lead);
            ui.add_space(8.0);
            heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("licences-words"));
            for (place, licence) in all.licences.iter().enumerate() {
                if row(ui, cx, licence) {
                    out.push(Action::Go(Screen::Licences(Some(place))));
                }
            }
            ui.add_space(8.0);
            heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("licences-pieces"));
            pieces(ui, cx, &all.pieces);
        }),
    }
}

/// One licence in the list. Whether it was pressed.
fn row(ui: &mut Ui, cx: &Cx<'_>, licence: &Licence<'_>) -> bool {
    let c = cx.look.colours();
    let count = cx.tr.text_with("licences-count", &[("count", licence.pieces.into())]);
    let mut text = job([
        (licence.name, cx.look.scale.format(Role::Strong, c.ink)),
        ("\n", cx.look.scale.format(Role::Caption, c.ink2)),
        (count.as_str(), cx.look.scale.format(Role::Caption, c.ink2)),
    ]);
    text.wrap.max_width = ui.available_width() - 60.0;
    let text = ui.painter().layout_job(text);
    row_button(ui, cx.look, false, &format!("{}, {count}", licence.name), text, Some(Icon::Next)).clicked()
}

/// Every piece with its version and what it offers, those of one first letter together.
fn pieces(ui: &mut Ui, cx: &Cx<'_>, all: &[Piece<'_>]) {
    let c = cx.look.colours();
    let initial = |piece: &Piece<'_>| piece.name.chars().next().map(|first| first.to_ascii_uppercase());
    for together in all.chunk_by(|a, b| initial(a) == initial(b)) {
        let Some(letter) = together.first().and_then(initial) else { continue };
        heading(ui, cx.look, 3, Role::Strong, &letter.to_string());
        let lines: Vec<String> =
            together.iter().map(|piece| format!("{} {}: {}", piece.name, piece.version, piece.offers)).collect();
        paragraph(ui, cx.look, Role::Text, c.ink, &lines.join("\n"));
    }
}

/// The words of a licence, and those who share under it.
fn words(ui: &mut Ui, cx: &Cx<'_>, licence: &Licence<'_>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, licence.name);
    let count = cx.tr.text_with("licences-under", &[("count", licence.pieces.into())]);
    paragraph(ui, cx.look, Role::Strong, c.ink2, &count);
    ui.add_space(8.0);
    for part in &licence.text {
        paragraph(ui, cx.look, Role::Text, c.ink, part);
    }
    ui.add_space(8.0);
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("licences-whose"));
    for some in licence.notices.chunks(TOGETHER) {
        paragraph(ui, cx.look, Role::Text, c.ink, &some.join("\n"));
    }
}
