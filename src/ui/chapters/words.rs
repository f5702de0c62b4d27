//! Running text whose words of the glossary are marked. A tap on one, or its button below, explains it in place.

use std::ops::Range;

use eframe::egui::text::LayoutJob;
use eframe::egui::{CornerRadius, Frame, Margin, Response, Sense, Stroke, TextFormat, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{caption, chip, job, rich};
use crate::model::{Term, marked};
use crate::theme::{Face, Role};
use crate::visit::{Action, ReadAsk};

/// Shows a text, paragraph by paragraph, with its words explained.
pub(super) fn text(ui: &mut Ui, cx: &Cx<'_>, says: &str, out: &mut Vec<Action>) {
    let terms = &cx.catalog.evidence().terms;
    let mut known: Vec<&Term> = Vec::new();
    for words in says.split("\n\n").filter(|words| !words.trim().is_empty()) {
        let fresh: Vec<_> =
            marked(words, terms).into_iter().filter(|(_, term)| !known.iter().any(|k| k.term == term.term)).collect();
        let (laid, places) = lay(cx, words, &fresh);
        let response = rich(ui, laid.clone());
        if !places.is_empty() {
            touched(ui, cx, &response, laid, &places, out);
        }
        known.extend(fresh.iter().map(|(_, term)| *term));
    }
    if known.is_empty() {
        return;
    }
    caption(ui, cx.look, &cx.tr.text("term-lead"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for term in &known {
            let on = cx.visit.reader.term.as_ref() == Some(&term.term);
            if chip(ui, cx.look, on, None, &term.term).clicked() {
                out.push(explain(cx, &term.term));
            }
        }
    });
    if let Some(term) = known.iter().find(|term| cx.visit.reader.term.as_ref() == Some(&term.term)) {
        explained(ui, cx, term);
    }
}

/// Asking for a word again puts its explanation away.
fn explain(cx: &Cx<'_>, term: &str) -> Action {
    let on = cx.visit.reader.term.as_deref() == Some(term);
    Action::Read(ReadAsk::Explain((!on).then(|| term.to_owned())))
}

/// The text with its marked words underlined, and where they stand, counted in characters.
fn lay<'a>(cx: &Cx<'_>, words: &str, marks: &[(Range<usize>, &'a Term)]) -> (LayoutJob, Vec<(Range<usize>, &'a Term)>) {
    let c = cx.look.colours();
    let plain = cx.look.scale.format(Role::Text, c.ink);
    let line = Stroke::new(cx.look.tokens.stroke(1.5), c.body);
    let mark = TextFormat { underline: line, ..plain.clone() };
    let mut pieces = Vec::new();
    let mut places = Vec::new();
    let mut at = 0;
    for (range, term) in marks {
        pieces.push((&words[at..range.start], plain.clone()));
        pieces.push((&words[range.clone()], mark.clone()));
        let start = words[..range.start].chars().count();
        places.push((start..start + words[range.clone()].chars().count(), *term));
        at = range.end;
    }
    pieces.push((&words[at..], plain));
    (job(pieces), places)
}

/// A tap on a marked word explains it. The buttons below do the same for the keyboard.
fn touched(
    ui: &Ui,
    cx: &Cx<'_>,
    response: &Response,
    mut laid: LayoutJob,
    places: &[(Range<usize>, &Term)],
    out: &mut Vec<Action>,
) {
    let pressed = ui.interact(response.rect, response.id.with("words"), Sense::CLICK);
    let Some(at) = pressed.interact_pointer_pos().filter(|_| pressed.clicked()) else { return };
    laid.wrap.max_width = response.rect.width() + 0.5;
    let letter = ui.painter().layout_job(laid).cursor_from_pos(at - response.rect.min).index.0;
    if let Some((_, term)) = places.iter().find(|(range, _)| range.contains(&letter)) {
        out.push(explain(cx, &term.term));
    }
}

/// The explanation of a word.
fn explained(ui: &mut Ui, cx: &Cx<'_>, term: &Term) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::NONE };
    let frame = Frame::new().fill(c.well).stroke(edge).corner_radius(CornerRadius::same(10));
    frame.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let lead = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.0, c.ink);
        let text = cx.look.scale.format(Role::Card, c.ink);
        let sound = term.sound.as_ref().map(|sound| cx.tr.text_with("term-sound", &[("sound", sound.clone().into())]));
        let sound = sound.map(|sound| format!(" {sound}")).unwrap_or_default();
        let pieces =
            [(term.term.as_str(), lead), (sound.as_str(), text.clone()), (": ", text.clone()), (&term.says, text)];
        let said = rich(ui, job(pieces));
        ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    });
}
