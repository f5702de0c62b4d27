//! Which points are on the body: those of one channel, or of one part of the body. Each is a large row.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Response, Ui, pos2, vec2};

use super::touched::title;
use super::widgets::{heading, job, paragraph, row_button};
use super::{Cx, stage};
use crate::body::closeup::Closeup;
use crate::body::part::BodyPart;
use crate::body::views::NamedView;
use crate::describe;
use crate::model::{Channel, EXTRA};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Shown};

/// The size of a sample of a channel's line.
const SWATCH: eframe::egui::Vec2 = vec2(96.0, 22.0);
/// Windows narrower than this show the body or the sheet, not both.
const NARROW: f32 = 700.0;

/// The channels.
pub(super) fn channels(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    title(ui, cx, &cx.tr.text("channels-title"), out);
    paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("channels-lead"));
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    for channel in cx.catalog.channels().iter().filter(|channel| channel.id != EXTRA) {
        let count = cx.catalog.points().iter().filter(|point| point.channel == channel.id).count();
        if count == 0 {
            continue;
        }
        let shown = Shown::Channel(channel.id.clone());
        let name =
            cx.tr.text_with("channels-row", &[("channel", channel.name.as_str().into()), ("count", count.into())]);
        let text = channel_words(ui, cx, channel, count);
        let response = row_button(ui, cx.look, cx.visit.shown == shown, &name, text, None);
        let at = pos2(response.rect.right() - 12.0 - SWATCH.x, response.rect.center().y - SWATCH.y * 0.5);
        stage::swatch(ui.painter(), cx, Rect::from_min_size(at, SWATCH), channel);
        pick(ui, &response, Action::ShowPoints(shown), out);
    }
}

fn channel_words(ui: &Ui, cx: &Cx<'_>, channel: &Channel, count: usize) -> Arc<Galley> {
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let under = format!("\n{}", cx.tr.text_with("channels-count", &[("count", count.into())]));
    let mut layout = job([
        (channel.id.as_str(), scale.format_in(Role::Text, Face::SansBold, 1.0, c.ink)),
        ("   ", scale.format(Role::Text, c.ink)),
        (channel.name.as_str(), scale.format(Role::Text, c.ink)),
        (under.as_str(), scale.format(Role::Caption, c.ink3)),
    ]);
    layout.wrap.max_width = ui.available_width() - SWATCH.x - 36.0;
    ui.painter().layout_job(layout)
}

/// The parts of the body that have points on this figure, and the whole of it.
pub(super) fn parts(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    title(ui, cx, &cx.tr.text("parts-title"), out);
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    for part in BodyPart::ALL {
        if !cx.figure.is_some_and(|figure| figure.markers.iter().any(|m| m.part == Some(part))) {
            continue;
        }
        let shown = Shown::Part(part);
        let name = describe::part(cx.tr, part);
        let response = row(ui, cx, cx.visit.shown == shown, &name);
        pick(ui, &response, Action::ShowPoints(shown), out);
    }
    ui.add_space(12.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("parts-whole"));
    for (view, key) in [
        (NamedView::Front, "parts-front"),
        (NamedView::Back, "parts-back"),
        (NamedView::Left, "parts-left"),
        (NamedView::Right, "parts-right"),
    ] {
        let response = row(ui, cx, false, &cx.tr.text(key));
        pick(ui, &response, Action::Look(view), out);
    }
    closeups(ui, cx, out);
}

/// Small places where points crowd, to be seen under the magnifier.
fn closeups(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.add_space(12.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("magnifier-title"));
    for closeup in Closeup::ALL {
        let on = cx.visit.magnified == Some(closeup);
        let response = row(ui, cx, on, &cx.tr.text(closeup.key()));
        pick(ui, &response, Action::Magnify((!on).then_some(closeup)), out);
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, chosen: bool, name: &str) -> Response {
    let words = job([(name, cx.look.scale.format(Role::Strong, cx.look.colours().ink))]);
    let words = ui.painter().layout_job(words);
    row_button(ui, cx.look, chosen, name, words, Some(Icon::Next))
}

/// What was picked is shown. Where the sheet covers the body it makes way.
fn pick(ui: &Ui, response: &Response, action: Action, out: &mut Vec<Action>) {
    if response.clicked() {
        out.push(action);
        if ui.ctx().content_rect().width() < NARROW {
            out.push(Action::CloseSheet);
        }
    }
}
