//! Text: one paragraph is one node of the tree, and headings are headings.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Label, Response, Sense, TextFormat, Ui, WidgetText};

use super::control::focus_ring;
use super::place::note;
use crate::theme::{Look, Role};

/// A layout of pieces of text in several formats, which will be one node.
pub(crate) fn job<'a>(pieces: impl IntoIterator<Item = (&'a str, TextFormat)>) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (text, format) in pieces {
        job.append(text, 0.0, format);
    }
    job
}

/// A paragraph in one format.
pub(crate) fn paragraph(ui: &mut Ui, look: &Look, role: Role, colour: Color32, text: &str) -> Response {
    rich(ui, job([(text, look.scale.format(role, colour))]))
}

/// A caption.
pub(crate) fn caption(ui: &mut Ui, look: &Look, text: &str) -> Response {
    paragraph(ui, look, Role::Caption, look.colours().ink3, text)
}

/// A paragraph in several formats.
pub(crate) fn rich(ui: &mut Ui, job: LayoutJob) -> Response {
    ui.add(label(job))
}

fn label(job: LayoutJob) -> Label {
    Label::new(WidgetText::LayoutJob(job.into())).wrap().selectable(false)
}

/// A heading of some level, from 1. Screen readers can jump to it.
pub(crate) fn heading(ui: &mut Ui, look: &Look, level: usize, role: Role, text: &str) -> Response {
    // Only one that was given the keyboard may have it: Tab passes by all others.
    let held = ui.memory(|memory| memory.has_focus(ui.next_auto_id()));
    let sense = if held { Sense::focusable_noninteractive() } else { Sense::hover() };
    let words = job([(text, look.scale.format(role, look.colours().ink))]);
    let response = ui.add(label(words).sense(sense));
    describe(ui, &response, level, text);
    note(&response, level, text);
    focus_ring(ui.painter(), look, &response, 6);
    response
}

/// A heading in a format of its own.
pub(crate) fn heading_in(ui: &mut Ui, level: usize, format: TextFormat, text: &str) -> Response {
    let response = rich(ui, job([(text, format)]));
    describe(ui, &response, level, text);
    response
}

/// Tells the tree that this is a heading.
fn describe(ui: &Ui, response: &Response, level: usize, text: &str) {
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(NodeRole::Heading);
        node.set_label(text);
        node.set_level(level);
    });
}
