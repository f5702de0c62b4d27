//! What came of the last thing that was asked: kept, opened, refused, and how to take it back.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, paragraph};
use crate::theme::{Icon, Role};
use crate::visit::{Action, PlanAsk, PlanNews, Screen};

/// How wide news over another screen are, at the least and at the most.
const NARROWEST: f32 = 120.0;
const WIDEST: f32 = 520.0;

/// Shows the news, if there are any.
pub(super) fn news(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let Some(news) = &cx.visit.planning.news else { return };
    let c = cx.look.colours();
    let (said, more) = words(cx, news);
    let bad = matches!(news, PlanNews::Refused(_) | PlanNews::Failed(_) | PlanNews::Nameless);
    let edge = if bad { Stroke::new(2.0, c.alert) } else { Stroke::new(1.0, c.line) };
    let frame = Frame::new().fill(c.sheet).stroke(edge).corner_radius(CornerRadius::same(10));
    frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let told = paragraph(ui, cx.look, Role::Text, c.ink, &said);
        ui.accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
        for line in more {
            paragraph(ui, cx.look, Role::Caption, c.ink2, line);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let back = match news {
                PlanNews::Deleted(..) => Some("plan-bring-back"),
                PlanNews::Replaced(..) => Some("plan-keep-older"),
                _ => None,
            };
            if let Some(key) = back
                && button(ui, cx.look, Weight::Second, Some(Icon::Undo), &cx.tr.text(key)).clicked()
            {
                out.push(Action::Plan(PlanAsk::BringBack));
            }
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text("plan-heard")).clicked() {
                out.push(Action::Plan(PlanAsk::Heard));
            }
        });
    });
}

/// Shows the news of a picture over a screen that is no plan, and over one that is presented.
pub(in crate::ui) fn elsewhere(ui: &Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let news = &cx.visit.planning.news;
    let told_there = cx.visit.screen == Screen::Plan && cx.visit.planning.page.is_none();
    if told_there || !matches!(news, Some(PlanNews::Pictured(_) | PlanNews::Failed(_))) {
        return;
    }
    let room = ui.ctx().content_rect();
    let area = Area::new(Id::unique("news")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -20.0));
    area.show(ui.ctx(), |ui| {
        // A window of no size leaves less than nothing for it.
        ui.set_width((room.width() - 40.0).clamp(NARROWEST, WIDEST));
        self::news(ui, cx, out);
    });
}

/// The sentence, and what stands under it line by line.
fn words<'a>(cx: &Cx<'_>, news: &'a PlanNews) -> (String, &'a [String]) {
    let with = |key: &str, name: &'a str, value: &str| cx.tr.text_with(key, &[(name, value.to_owned().into())]);
    match news {
        PlanNews::Nameless => (cx.tr.text("plan-nameless"), &[]),
        PlanNews::Kept(name) => (with("plan-kept", "name", name), &[]),
        PlanNews::Replaced(name, _) => (with("plan-replaced", "name", name), &[]),
        PlanNews::Deleted(name, _) => (with("plan-deleted", "name", name), &[]),
        PlanNews::Opened(name, left_out) if left_out.is_empty() => (with("plan-opened", "name", name), &[]),
        PlanNews::Opened(name, left_out) => (with("plan-opened-partly", "name", name), left_out),
        PlanNews::Found(left_out) => (cx.tr.text("plan-found"), left_out),
        PlanNews::Aside(why) => (cx.tr.text("plan-aside"), why),
        PlanNews::Refused(why) => (cx.tr.text("plan-refused"), why),
        PlanNews::Written(path) => (with("plan-written", "path", path), &[]),
        PlanNews::Pictured(path) => (with("plan-pictured", "path", path), &[]),
        PlanNews::Failed(why) => (with("plan-failed", "why", why), &[]),
    }
}
