//! The first sheet where one stands: three large choices, and what else there is.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Cx;
use super::widgets::{Weight, answer, button, caption, focus_ring, heading, icon, job};
use crate::model::Chapter;
use crate::theme::{Icon, Role};
use crate::visit::{Action, ReadAsk, Screen, Shown, StoryAsk};

/// The story behind the second choice.
const STORY: &str = "needle";
/// The panel behind the third.
const PANEL: &str = "at-a-glance";
/// What else there is, with the keys of the names.
const ELSE: [(Screen, &str); 4] = [
    (Screen::Qi, "nav-qi"),
    (Screen::Endorphins, "nav-endorphins"),
    (Screen::Chapter(Chapter::Evidence), "nav-evidence"),
    (Screen::Chapter(Chapter::Safety), "nav-safety"),
];

/// Shows the first sheet.
pub(super) fn start(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 10.0;
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("start-title"));
    let points = (cx.tr.text("start-points"), cx.tr.text("start-points-about"));
    if choice(ui, cx, Icon::WholeBody, &points) {
        out.extend([Action::ShowPoints(Shown::LowBack), Action::CloseSheet]);
    }
    if let Some(story) = cx.catalog.story(STORY) {
        let minutes = (story.lasts() / 60.0).round().max(1.0) as u32;
        let about = cx.tr.text_with("start-needle-about", &[("minutes", minutes.into())]);
        if choice(ui, cx, Icon::Needle, &(cx.tr.text("start-needle"), about)) {
            out.push(Action::Story(StoryAsk::Start(STORY.to_owned())));
        }
    }
    let help = (cx.tr.text("start-help"), cx.tr.text("start-help-about"));
    if choice(ui, cx, Icon::Person, &help) {
        out.push(Action::Read(ReadAsk::Find(PANEL.to_owned())));
    }
    ui.add_space(2.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("start-else"));
    ui.horizontal_wrapped(|ui| {
        for (screen, key) in ELSE {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                out.push(Action::Go(screen));
            }
        }
    });
    caption(ui, cx.look, &cx.tr.text("welcome-not-advice"));
}

/// One large choice: a sign, a question, a line on what follows. Whether it was pressed.
fn choice(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, (name, about): &(String, String)) -> bool {
    const PAD: f32 = 14.0;
    const SIGN: f32 = 52.0;
    let c = cx.look.colours();
    let layout = |text: &str, role: Role, colour, width: f32| {
        let mut job = job([(text, cx.look.scale.format(role, colour))]);
        job.wrap.max_width = width;
        ui.painter().layout_job(job)
    };
    let width = ui.available_width();
    let room = width - 2.0 * PAD - SIGN - 40.0;
    let name_words = layout(name, Role::Heading, c.ink, room);
    let about_words = layout(about, Role::Text, c.ink2, room);
    let height = (name_words.size().y + about_words.size().y + 2.0 * PAD - 4.0).max(SIGN + 2.0 * PAD);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, format!("{name} {about}")));
    let shape = if response.is_pointer_button_down_on() { rect.shrink2(rect.size() * 0.01) } else { rect };
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(shape, CornerRadius::same(16), answer(&response, c.sheet, c.ink), edge, StrokeKind::Inside);
    let disc = pos2(shape.left() + PAD + SIGN * 0.5, shape.center().y);
    ui.painter().circle_filled(disc, SIGN * 0.5, c.well);
    let sign = icon(ui, sign, 28.0, c.ink);
    ui.painter().galley(disc - sign.size() * 0.5, sign, c.ink);
    let left = shape.left() + PAD + SIGN + 14.0;
    let top = shape.center().y - (name_words.size().y + about_words.size().y) * 0.5;
    ui.painter().galley(pos2(left, top), name_words.clone(), c.ink);
    ui.painter().galley(pos2(left, top + name_words.size().y), about_words, c.ink2);
    let next = icon(ui, Icon::Next, 22.0, c.ink3);
    ui.painter().galley(
        pos2(shape.right() - PAD - next.size().x + 4.0, shape.center().y - next.size().y * 0.5),
        next,
        c.ink3,
    );
    focus_ring(ui.painter(), cx.look, &response, 16);
    response.clicked()
}
