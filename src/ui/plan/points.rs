//! The points of a plan in their order, and the ways to take more: by search, by favourites, from an example.

use eframe::egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role as NodeRole, pos2, vec2};

use super::super::Cx;
use super::super::find::{name, words};
use super::super::widgets::{Weight, button, caption, chip, focus_ring, heading, icon, job, paragraph, row_button};
use super::step;
use crate::describe;
use crate::model::PointCode;
use crate::plan::{MOST_STEPS, Step};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, PlanAsk};

/// So many points a search offers.
const MOST_FOUND: usize = 6;

/// Shows the points.
pub(super) fn points(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let planning = &cx.visit.planning;
    offered(ui, cx, out);
    if planning.plan().steps.is_empty() {
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("plan-empty"));
    }
    for (i, each) in planning.plan().steps.iter().enumerate() {
        row(ui, cx, i, each, out);
        if planning.open == Some(i) {
            step::details(ui, cx, i, each, out);
        }
    }
    if planning.plan().steps.len() < MOST_STEPS {
        seek(ui, cx, out);
    } else {
        caption(ui, cx.look, &cx.tr.text("plan-full"));
    }
    if planning.plan().steps.is_empty() {
        examples(ui, cx, out);
    } else {
        ui.add_space(8.0);
        step::field(ui, cx, "plan-note", &planning.plan().note, true, |text| {
            out.push(Action::Plan(PlanAsk::Edit(crate::plan::Edit::Annotate(text))));
        });
        if button(ui, cx.look, Weight::Second, Some(Icon::StartOver), &cx.tr.text("plan-new")).clicked() {
            out.push(Action::Plan(PlanAsk::New));
        }
    }
}

/// Several points lay under one finger: which one?
fn offered(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if cx.visit.planning.offered.is_empty() {
        return;
    }
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("plan-which"));
    for site in &cx.visit.planning.offered {
        let said = describe::marker(cx.tr, cx.catalog, site);
        let said = cx.tr.text_with("plan-add-named", &[("point", said.into())]);
        if text_row(ui, cx, &said, Icon::Plus) {
            out.push(Action::Plan(PlanAsk::Touch(site.clone())));
        }
    }
    if button(ui, cx.look, Weight::Second, None, &cx.tr.text("plan-none-of-them")).clicked() {
        out.push(Action::Plan(PlanAsk::Offer(Vec::new())));
    }
    ui.add_space(8.0);
}

/// One step: its number on a disc, the point, and where and how.
fn row(ui: &mut Ui, cx: &Cx<'_>, i: usize, step: &Step, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let open = cx.visit.planning.open == Some(i);
    let point = cx.catalog.point(&step.point);
    let pinyin = point.map_or("", |point| point.pinyin.as_str());
    let said = describe::plan::where_and_how(cx.tr, step);
    let under = if step.note.is_empty() { format!("\n{said}") } else { format!("\n{said} · {}", step.note) };
    let scale = &cx.look.scale;
    let mut layout = job([
        (step.point.as_str(), scale.format_in(Role::Text, Face::SansBold, 1.0, c.ink)),
        ("   ", scale.format(Role::Text, c.ink)),
        (pinyin, scale.format_in(Role::Text, Face::SerifItalic, 1.05, c.ink)),
        (under.as_str(), scale.format(Role::Caption, c.ink2)),
    ]);
    layout.wrap.max_width = ui.available_width() - 104.0;
    let text = ui.painter().layout_job(layout);
    let size = vec2(ui.available_width(), (text.size().y + 18.0).max(56.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = describe::plan::step(cx.tr, cx.catalog, step);
    let spoken = cx.tr.text_with("plan-step-row", &[("step", (i + 1).into()), ("said", spoken.into())]);
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, open, &spoken));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let fill = if open || response.hovered() { c.well } else { c.sheet };
        let edge = Stroke::new(cx.look.tokens.stroke(1.0), if open { c.ink } else { c.rule });
        painter.rect(rect, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
        let middle = pos2(rect.left() + 28.0, rect.center().y);
        painter.circle_filled(middle, 15.0, c.ink);
        let number = (i + 1).to_string();
        let number = job([(number.as_str(), scale.format_in(Role::Label, Face::SansBold, 1.0, c.onfill))]);
        let number = painter.layout_job(number);
        painter.galley(middle - number.size() * 0.5, number, c.onfill);
        painter.galley(pos2(rect.left() + 56.0, rect.center().y - text.size().y * 0.5), text, c.ink);
        let end = icon(ui, if open { Icon::Up } else { Icon::Down }, 20.0, c.ink3);
        let at = pos2(rect.right() - 14.0 - end.size().x, rect.center().y - end.size().y * 0.5);
        painter.galley(at, end, c.ink3);
    }
    focus_ring(ui.painter(), cx.look, &response, 10);
    if response.clicked() {
        out.push(Action::Plan(PlanAsk::OpenStep((!open).then_some(i))));
    }
}

/// The field to find points to add, what it finds, and the favourites.
fn seek(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let query = cx.visit.planning.query.trim();
    ui.add_space(6.0);
    let entered = step::field(ui, cx, "plan-seek", &cx.visit.planning.query, false, |text| {
        out.push(Action::Plan(PlanAsk::Seek(text)));
    });
    if query.is_empty() {
        favourites(ui, cx, out);
        return;
    }
    let found = cx.search.find(query, MOST_FOUND);
    if entered && let Some(first) = found.first() {
        out.push(Action::Plan(PlanAsk::Add(first.code.clone())));
    }
    if found.is_empty() {
        paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("find-nothing"));
    }
    for hit in found {
        add_row(ui, cx, &hit.code, out);
    }
}

fn add_row(ui: &mut Ui, cx: &Cx<'_>, code: &PointCode, out: &mut Vec<Action>) {
    let Some(point) = cx.catalog.point(code) else { return };
    let text = words(ui, cx, point, ui.available_width());
    let said = cx.tr.text_with("plan-add-named", &[("point", name(point).into())]);
    if row_button(ui, cx.look, false, &said, text, Some(Icon::Plus)).clicked() {
        out.push(Action::Plan(PlanAsk::Add(code.clone())));
    }
}

fn favourites(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let favourites = &cx.visit.planning.favourites;
    if favourites.is_empty() {
        return;
    }
    caption(ui, cx.look, &cx.tr.text("plan-favourites"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for code in favourites.iter().filter(|code| cx.catalog.point(code).is_some()) {
            if chip(ui, cx.look, false, Some(Icon::StarOn), code.as_str()).clicked() {
                out.push(Action::Plan(PlanAsk::Add(code.clone())));
            }
        }
    });
}

/// The teaching examples, each with what it stands on and what it does not show.
fn examples(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if cx.catalog.teaching().is_empty() {
        return;
    }
    ui.add_space(10.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("plan-examples"));
    for set in cx.catalog.teaching() {
        if text_row(ui, cx, &set.name, Icon::Next) {
            out.push(Action::Plan(PlanAsk::Start(set.id.clone())));
        }
        caption(ui, cx.look, &set.about);
        caption(ui, cx.look, &super::super::card_fields::source_line(cx, &set.sources));
        ui.add_space(4.0);
    }
}

/// A row of plain words. Whether it was pressed.
pub(super) fn text_row(ui: &mut Ui, cx: &Cx<'_>, words: &str, end: Icon) -> bool {
    let mut layout = job([(words, cx.look.scale.format(Role::Strong, cx.look.colours().ink))]);
    layout.wrap.max_width = ui.available_width() - 56.0;
    let text = ui.painter().layout_job(layout);
    let response = row_button(ui, cx.look, false, words, text, Some(end));
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), cx.look.colours().line);
    ui.painter().rect_stroke(response.rect, CornerRadius::same(10), edge, StrokeKind::Inside);
    response.clicked()
}
