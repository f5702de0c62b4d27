//! The guided stories to choose from, and the button that offers one where it belongs.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Frame, Margin, Rect, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Cx;
use super::scroll::filling;
use super::widgets::{Weight, button, button_width, caption, heading, icon, paragraph};
use crate::model::{Place, Story};
use crate::theme::{Icon, Role};
use crate::visit::{Action, StoryAsk};

/// The widest that the list may be.
const COLUMN: f32 = 720.0;

/// Shows the list of stories.
pub(super) fn stories(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, c.ground);
    filling(ui, cx, "stories", |ui| {
        let width = (ui.available_width() - 48.0).min(COLUMN);
        let left = ui.max_rect().left() + (ui.available_width() - width) * 0.5;
        let column = Rect::from_min_size(pos2(left, ui.cursor().top() + 20.0), vec2(width, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            heading(ui, cx.look, 1, Role::Hero, &cx.tr.text("stories-title"));
            paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("stories-lead"));
            ui.add_space(4.0);
            for story in cx.catalog.stories() {
                card(ui, cx, story, out);
                ui.add_space(6.0);
            }
            ui.add_space(32.0);
        });
    });
}

/// One story: what it tells, how long it takes, and the button that starts it.
fn card(ui: &mut Ui, cx: &Cx<'_>, story: &Story, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) };
    let frame = Frame::new()
        .fill(c.sheet)
        .stroke(edge)
        .corner_radius(CornerRadius::same(14))
        .inner_margin(Margin::symmetric(20, 14));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let (sign, colour) = match story.place {
                Place::Qi => (Icon::Tradition, c.trad),
                Place::Endorphins => (Icon::Body, c.body),
                Place::Body => (Icon::Both, c.ink),
            };
            let sign = icon(ui, sign, 28.0, colour);
            let (rect, _) = ui.allocate_exact_size(vec2(34.0, 30.0), eframe::egui::Sense::hover());
            ui.painter().galley(rect.center() - sign.size() * 0.5, sign, colour);
            heading(ui, cx.look, 2, Role::Heading, &story.title);
        });
        paragraph(ui, cx.look, Role::Text, c.ink2, &story.about);
        let minutes = (story.lasts() / 60.0).round().max(1.0) as u32;
        let long = [("minutes", minutes.into()), ("steps", story.steps.len().into())];
        start(ui, cx, story, Weight::First, out);
        caption(ui, cx.look, &cx.tr.text_with("stories-length", &long));
    });
}

/// The buttons that start the stories of a section, for the panels that they belong to.
pub(super) fn offer(ui: &mut Ui, cx: &Cx<'_>, place: Place, out: &mut Vec<Action>) {
    let told = cx.visit.story.as_ref().map(|playing| playing.story.as_str());
    for story in cx.catalog.stories().iter().filter(|story| story.place == place && Some(story.id.as_str()) != told) {
        start(ui, cx, story, Weight::Second, out);
    }
}

fn start(ui: &mut Ui, cx: &Cx<'_>, story: &Story, weight: Weight, out: &mut Vec<Action>) {
    let name = cx.tr.text_with("stories-play", &[("title", story.title.as_str().into())]);
    // Where the title finds no room on the button, it is still the button's name.
    let fits = button_width(ui, cx.look, Some(Icon::Play), &name) <= ui.available_width();
    let shown = if fits { name.clone() } else { cx.tr.text("stories-play-short") };
    let response = button(ui, cx.look, weight, Some(Icon::Play), &shown);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    if response.clicked() {
        out.push(Action::Story(StoryAsk::Start(story.id.clone())));
    }
}
