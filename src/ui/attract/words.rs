//! The words on the picture that invites.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Galley, Layout, Rect, Sense, Stroke, StrokeKind, TextFormat, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use super::super::Cx;
use super::super::widgets::{Badge, focus_ring, heading_in, icon, job, rich};
use super::plan::Plan;
use crate::describe;
use crate::model::StoryStep;
use crate::theme::{Face, Icon};

/// A line of text of some size, laid out to be painted.
pub(super) fn line(ui: &Ui, text: String, face: Face, size: f32, colour: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text, FontId::new(size, face.family()), colour)
}

fn format(face: Face, size: f32, line: f32, colour: Color32) -> TextFormat {
    TextFormat {
        font_id: FontId::new(size, face.family()),
        color: colour,
        line_height: Some(line),
        ..TextFormat::default()
    }
}

fn within(ui: &mut Ui, rect: Rect, id: &str, layout: Layout, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(rect).id_salt(id).layout(layout);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        add(ui);
    });
}

/// Whose screen this is, and what it is about.
pub(super) fn sign(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    let c = cx.look.colours();
    let (name, hanzi) = (cx.tr.text("app-name"), format!("  {}", cx.tr.text("app-hanzi")));
    let height = plan.points(64.0);
    within(ui, plan.head, "sign", Layout::left_to_right(Align::Center), |ui| {
        rich(
            ui,
            job([
                (name.as_str(), format(Face::SerifSemibold, plan.points(52.0), height, c.ink)),
                (hanzi.as_str(), format(Face::Kai, plan.points(40.0), height, c.ink3)),
            ]),
        );
    });
    within(ui, plan.head, "about", Layout::right_to_left(Align::Center), |ui| {
        let about = cx.tr.text("attract-about");
        rich(ui, job([(about.as_str(), format(Face::Sans, plan.points(28.0), height, c.ink2))]));
    });
}

/// The one question.
pub(super) fn question(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    let ink = cx.look.colours().ink;
    let room = plan.question.with_max_x(plan.question.left() + plan.points(660.0));
    within(ui, room, "question", Layout::top_down(Align::Min), |ui| {
        heading_in(
            ui,
            1,
            format(Face::SerifSemibold, plan.points(86.0), plan.points(95.0), ink),
            &cx.tr.text("attract-question"),
        );
    });
}

/// The names of the two accounts, each on its side of the body.
pub(super) fn accounts(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    let c = cx.look.colours();
    let one = |ui: &mut Ui, id: &str, at: Rect, sign: Icon, key: &str, colour: Color32, to_left: bool| {
        let layout = if to_left { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        within(ui, at, id, layout, |ui| {
            let sign_of = |ui: &mut Ui| {
                let sign = icon(ui, sign, plan.points(38.0), colour);
                let (rect, _) = ui.allocate_exact_size(sign.size(), Sense::hover());
                ui.painter().galley(rect.min, sign, colour);
            };
            let word = cx.tr.text(key);
            let words =
                job([(word.as_str(), format(Face::SansSemibold, plan.points(30.0), plan.points(40.0), colour))]);
            let gap = plan.points(14.0);
            if to_left {
                sign_of(ui);
                ui.add_space(gap);
                rich(ui, words);
            } else {
                rich(ui, words);
                ui.add_space(gap);
                sign_of(ui);
            }
        });
    };
    if plan.is_tall() {
        one(ui, "old", plan.accounts, Icon::Tradition, "attract-tradition", c.trad, true);
        one(ui, "new", plan.accounts, Icon::Body, "attract-body", c.body, false);
    } else {
        one(ui, "old", plan.accounts, Icon::Tradition, "attract-tradition", c.trad, true);
        let right = plan.accounts.with_min_x(plan.accounts.left() + plan.points(360.0));
        one(ui, "new", right, Icon::Body, "attract-body", c.body, true);
    }
}

/// How large a caption is, so that it stands above the button with its badge. That is as high as it is on every sheet,
/// and the drawing shrinks with the window: in a low one they have too little room for three lines of full size.
fn share(ui: &Ui, plan: &Plan, caption: &str) -> f32 {
    let room = plan.start.top() - plan.caption.top() - plan.points(14.0 + 12.0) - Badge::HEIGHT;
    let fits = |share: &f32| {
        let text = format(Face::Sans, plan.points(33.0 * share), plan.points(46.0 * share), Color32::PLACEHOLDER);
        let mut job = job([(caption, text)]);
        job.wrap.max_width = plan.caption.width();
        ui.painter().layout_job(job).size().y <= room
    };
    [1.0, 0.93, 0.86, 0.79, 0.72].into_iter().find(fits).unwrap_or(0.65)
}

/// What the story tells now, how sure one can be of it, and where it comes from.
pub(super) fn caption(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, step: &StoryStep) {
    let c = cx.look.colours();
    let share = share(ui, plan, &step.caption);
    within(ui, plan.caption, "caption", Layout::top_down(Align::Min), |ui| {
        let text = format(Face::Sans, plan.points(33.0 * share), plan.points(46.0 * share), c.ink);
        rich(ui, job([(step.caption.as_str(), text)]));
        ui.add_space(plan.points(14.0));
        ui.horizontal(|ui| {
            if let Some(grade) = step.grade {
                Badge::new(ui, cx.look, Some(grade), &describe::grade(cx.tr, Some(grade))).label(ui);
                ui.add_space(plan.points(20.0));
            }
            let sources: Vec<&str> = step
                .sources
                .iter()
                .filter_map(|id| cx.catalog.source(id))
                .map(|source| source.short.as_str())
                .collect();
            let line = cx.tr.text_with("attract-sources", &[("sources", sources.join("; ").into())]);
            rich(ui, job([(line.as_str(), format(Face::Sans, plan.points(24.0), plan.points(30.0), c.ink3))]));
        });
    });
}

/// A language by the name that it calls itself. Whether it was pressed.
pub(super) fn language(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, name: &str) -> bool {
    let c = cx.look.colours();
    let word = line(ui, name.to_owned(), Face::SansSemibold, rect.height() * 0.32, c.ink);
    let rect = rect.with_max_x(rect.right().max(rect.left() + word.size().x + rect.height() * 0.7));
    let response = ui.interact(rect, ui.scope_id().with(("language", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, name));
    let round = CornerRadius::same((rect.height() * 0.5).min(255.0) as u8);
    let pressed = response.is_pointer_button_down_on();
    let fill = c.sheet.lerp_to_gamma(c.ink, if pressed { 0.16 } else { 0.0 });
    ui.painter().rect(rect, round, fill, Stroke::new(1.5, c.line), StrokeKind::Inside);
    ui.painter().galley(rect.center() - word.size() * 0.5, word, c.ink);
    focus_ring(ui.painter(), cx.look, &response, round.nw);
    response.clicked()
}

/// What a stranger may be sure of.
pub(super) fn promise(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    let align = if plan.is_tall() { Align::Center } else { Align::Min };
    within(ui, plan.promise, "promise", Layout::top_down(align), |ui| {
        let text = format(Face::Sans, plan.points(28.0), plan.points(38.0), cx.look.colours().ink2);
        rich(ui, job([(cx.tr.text("attract-promise").as_str(), text)]));
    });
}
