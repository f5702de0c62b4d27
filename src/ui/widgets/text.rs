//! Text: one paragraph is one node of the tree, and headings are headings.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Label, Response, TextFormat, Ui, WidgetText};

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
    ui.add(Label::new(WidgetText::LayoutJob(job.into())).wrap().selectable(false))
}

/// A heading of some level, from 1. Screen readers can jump to it.
pub(crate) fn heading(ui: &mut Ui, look: &Look, level: usize, role: Role, text: &str) -> Response {
    heading_in(ui, level, look.scale.format(role, look.colours().ink), text)
}

/// A heading in a format of its own.
pub(crate) fn heading_in(ui: &mut Ui, level: usize, format: TextFormat, text: &str) -> Response {
    let response = rich(ui, job([(text, format)]));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(NodeRole::Heading);
        node.set_label(text);
        node.set_level(level);
    });
    response
}
