//! What the words mean: one idea a page, with one calm drawing.

use eframe::egui::Ui;

use super::super::Cx;
use super::super::widgets::{Weight, caption, chip, job, paragraph, rich, wide_button};
use super::drawings;
use crate::model::{Idea, Told};
use crate::sim::qi::Ask;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Level};

/// The idea of the page that is open.
pub(super) fn page<'a>(cx: &Cx<'a>) -> Option<&'a Idea> {
    let pages = pages(cx);
    pages.get(cx.visit.qi.page.min(pages.len().saturating_sub(1))).copied()
}

fn pages<'a>(cx: &Cx<'a>) -> Vec<&'a Idea> {
    cx.catalog.ideas().iter().filter(|idea| idea.told == Told::Meaning).collect()
}

/// Shows the page that is open.
pub(super) fn meaning(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let Some(idea) = page(cx) else { return };
    let c = cx.look.colours();
    if let (Some(hanzi), Some(pinyin)) = (&idea.hanzi, &idea.pinyin) {
        rich(
            ui,
            job([
                (hanzi.simplified.as_str(), cx.look.scale.format_in(Role::Heading, Face::Serif, 1.25, c.ink)),
                ("   ", cx.look.scale.format(Role::Heading, c.ink2)),
                (pinyin.as_str(), cx.look.scale.format_in(Role::Heading, Face::SerifItalic, 0.9, c.ink2)),
            ]),
        );
    }
    if let Some(drawing) = idea.drawing {
        drawings::show(ui, cx, drawing);
        ui.add_space(4.0);
    }
    rich(ui, job([(idea.says.plain.as_str(), cx.look.scale.format_in(Role::Text, Face::Sans, 1.1, c.ink))]));
    more(ui, cx, idea, out);
}

/// What is told to those who want more, and what bears it.
pub(super) fn more(ui: &mut Ui, cx: &Cx<'_>, idea: &Idea, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    if let Some(more) = &idea.says.more {
        let open = cx.visit.level == Level::More;
        if open {
            paragraph(ui, cx.look, Role::Card, c.ink2, more);
        }
        if chip(ui, cx.look, open, None, &cx.tr.text("card-more")).clicked() {
            out.push(Action::Tell(if open { Level::Plain } else { Level::More }));
        }
    }
    sources(ui, cx, idea);
}

/// What bears an idea.
pub(super) fn sources(ui: &mut Ui, cx: &Cx<'_>, idea: &Idea) {
    let names: Vec<&str> =
        idea.says.sources.iter().filter_map(|id| cx.catalog.source(id)).map(|source| source.short.as_str()).collect();
    caption(ui, cx.look, &cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())]));
}

/// Back and forward through the pages, always in the same place: a column so wide, or a row.
pub(super) fn turn(ui: &mut Ui, cx: &Cx<'_>, column: f32, out: &mut Vec<Action>) {
    let count = pages(cx).len();
    let now = cx.visit.qi.page.min(count.saturating_sub(1));
    let said = [("number", (now + 1).into()), ("count", count.into())];
    caption(ui, cx.look, &cx.tr.text_with("qi-page", &said));
    let mut add = |ui: &mut Ui| {
        ui.add_enabled_ui(now + 1 < count, |ui| {
            let name = cx.tr.text("qi-page-next");
            if wide_button(ui, cx.look, Weight::First, Some(Icon::Next), &name, column).clicked() {
                out.push(Action::Qi(Ask::Page(now + 1)));
            }
        });
        ui.add_enabled_ui(now > 0, |ui| {
            let name = cx.tr.text("qi-page-previous");
            if wide_button(ui, cx.look, Weight::Second, Some(Icon::Previous), &name, column).clicked() {
                out.push(Action::Qi(Ask::Page(now - 1)));
            }
        });
    };
    if column > 0.0 {
        add(ui);
    } else {
        ui.horizontal(add);
    }
}
