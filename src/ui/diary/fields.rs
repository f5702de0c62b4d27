//! Fields for a person's own words.

use eframe::egui::{Frame, Margin, Stroke, TextEdit, Ui, WidgetText};

use super::super::Cx;
use super::super::widgets::{job, ring};
use crate::diary::MOST_TEXT;
use crate::theme::Role;

/// Shows a field with some lines. `name` is what it is called; gives the text when it changed.
pub(super) fn words(ui: &mut Ui, cx: &Cx<'_>, name: &str, hint: &str, now: &str, lines: usize) -> Option<String> {
    let c = cx.look.colours();
    let mut text = now.to_owned();
    let hint = job([(hint, cx.look.scale.format(Role::Text, c.ink3))]);
    let frame = Frame::new()
        .fill(c.sheet)
        .stroke(Stroke::new(cx.look.tokens.stroke(1.5), c.line))
        .corner_radius(12)
        .inner_margin(Margin::symmetric(14, 0));
    let shown = frame.show(ui, |ui| {
        let edit = if lines > 1 { TextEdit::multiline(&mut text) } else { TextEdit::singleline(&mut text) };
        let edit = edit
            .id_salt(name)
            .frame(Frame::NONE)
            .margin(Margin::symmetric(0, 12))
            .font(cx.look.scale.font(Role::Text))
            .char_limit(MOST_TEXT)
            .desired_rows(lines)
            .desired_width(f32::INFINITY)
            .hint_text(WidgetText::LayoutJob(hint.into()));
        ui.add(edit).accessible_name(name)
    });
    if shown.inner.has_focus() {
        ring(ui.painter(), cx.look, shown.response.rect, 12);
    }
    if shown.inner.gained_focus() {
        shown.inner.scroll_to_me(None);
    }
    shown.inner.changed().then_some(text)
}
