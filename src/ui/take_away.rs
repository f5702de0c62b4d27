//! The page to take away: what stands on it, how it is wanted, what one can do with it, and the square for a phone.

mod actions;
mod square;

use eframe::egui::{CornerRadius, Frame, Margin, Rect, Ui, UiBuilder, pos2, vec2};

pub(super) use self::actions::{progress, said};
use super::Cx;
use super::scroll::filling;
use super::sheet::leaf;
use super::widgets::{choose, heading, icon, job, paragraph, rich};
use crate::handout::{Handout, Part, Square};
use crate::model::{Paper, Reading, Sheet};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, ReadAsk, TakeAsk};

/// The widest that the whole may be, and one column of it.
const WHOLE: f32 = 1160.0;
const COLUMN: f32 = 640.0;
/// From this width on there are two columns.
const WIDE: f32 = 900.0;
const GAP: f32 = 20.0;

/// The square, which is made anew only when the words change.
#[derive(Debug, Default)]
pub struct SquareCache(Option<(String, Option<Square>)>);

impl SquareCache {
    fn of(&mut self, text: &str) -> Option<&Square> {
        if self.0.as_ref().is_none_or(|(known, _)| known != text) {
            self.0 = Some((text.to_owned(), Square::of(text)));
        }
        self.0.as_ref().and_then(|(_, square)| square.as_ref())
    }
}

/// Shows it.
pub(super) fn take_away(ui: &mut Ui, cx: &Cx<'_>, cache: &mut SquareCache, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, c.ground);
    filling(ui, cx, "take-away", |ui| {
        let margin = if ui.available_width() < 480.0 { 14.0 } else { 24.0 };
        let room = ui.available_width() - 2.0 * margin - 8.0;
        let two = room >= WIDE;
        let width = room.min(if two { WHOLE } else { COLUMN });
        let left = ui.max_rect().left() + (ui.available_width() - width) * 0.5;
        let whole = Rect::from_min_size(pos2(left, ui.cursor().top() + 20.0), vec2(width, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            heading(ui, cx.look, 1, Role::Hero, &cx.tr.text("take-title"));
            let Some(page) = cx.page else {
                paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("take-lacking"));
                return;
            };
            paragraph(ui, cx.look, Role::Text, c.ink2, &page.lead);
            ui.add_space(4.0);
            if two {
                let half = (width - GAP) * 0.5;
                let top = ui.cursor().top();
                let columns = [left, left + half + GAP].map(|x| Rect::from_min_size(pos2(x, top), vec2(half, 0.0)));
                ui.scope_builder(UiBuilder::new().max_rect(columns[0]).id_salt("page"), |ui| on_it(ui, cx, page, out));
                ui.scope_builder(UiBuilder::new().max_rect(columns[1]).id_salt("phone"), |ui| {
                    square::square(ui, cx, page, cache.of(&page.short));
                });
            } else {
                on_it(ui, cx, page, out);
                ui.add_space(6.0);
                square::square(ui, cx, page, cache.of(&page.short));
            }
            ui.add_space(32.0);
        });
    });
}

/// What stands on the page, how it is wanted, and what one can do with it.
fn on_it(ui: &mut Ui, cx: &Cx<'_>, page: &Handout, out: &mut Vec<Action>) {
    leaf(ui, cx, |ui| {
        heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("take-on-it"));
        if let Some(clinic) = &page.clinic {
            row(ui, cx, Icon::Home, &clinic.name, None);
        }
        if let Some(plan) = &page.plan {
            part(ui, cx, Icon::Needle, plan);
        }
        if let Some(tell) = &page.tell {
            ticked(ui, cx, tell);
        }
        if page.questions.lines.is_empty() {
            row(ui, cx, Icon::List, &page.questions.title, Some(&cx.tr.text("take-no-questions")));
        } else {
            ticked(ui, cx, &page.questions);
        }
        row(ui, cx, Icon::Person, &page.expect.title, None);
        let both = cx.tr.text("take-numbers");
        row(ui, cx, Icon::Both, &format!("{} · {}", page.benefits.title, page.harms.title), Some(&both));
        row(ui, cx, Icon::Flag, &cx.tr.text("nav-warning-signs"), None);
        row(ui, cx, Icon::Tick, &page.aftercare.title, None);
        row(ui, cx, Icon::Book, &page.sources.title, None);
        ui.add_space(6.0);
        if cx.taking.ways.any() {
            wishes(ui, cx, page, out);
            ui.add_space(8.0);
        }
        actions::actions(ui, cx, out);
    });
}

fn part(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, part: &Part) {
    let count = cx.tr.text_with("take-lines", &[("count", part.lines.len().into())]);
    row(ui, cx, sign, &part.title, Some(&count));
}

/// What was ticked, word for word: it is printed, and may be more than one remembers or wants to hand on.
fn ticked(ui: &mut Ui, cx: &Cx<'_>, part: &Part) {
    self::part(ui, cx, Icon::List, part);
    for line in &part.lines {
        Frame::new().inner_margin(Margin { left: 36, ..Margin::ZERO }).show(ui, |ui| {
            paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &line.says);
        });
    }
}

/// One thing that stands on the page.
fn row(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, name: &str, more: Option<&str>) {
    let c = cx.look.colours();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let sign = icon(ui, sign, 20.0, c.ink);
        let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), eframe::egui::Sense::hover());
        ui.painter().galley(rect.center() - sign.size() * 0.5, sign, c.ink);
        let strong = cx.look.scale.format_in(Role::Text, Face::SansSemibold, 1.0, c.ink);
        let quiet = cx.look.scale.format(Role::Text, c.ink2);
        let gap = if more.is_some() { ": " } else { "" };
        rich(ui, job([(name, strong), (gap, quiet.clone()), (more.unwrap_or_default(), quiet)]));
    });
}

fn group(ui: &mut Ui, cx: &Cx<'_>, key: &str) -> String {
    ui.add_space(4.0);
    let name = cx.tr.text(key);
    heading(ui, cx.look, 3, Role::Label, &name);
    name
}

/// On which paper, in which print.
pub(super) fn sheet(ui: &mut Ui, cx: &Cx<'_>, now: Sheet, out: &mut Vec<Action>) {
    let name = group(ui, cx, "take-print");
    let sizes = [(false, "take-usual"), (true, "take-large")].map(|(large, key)| (large, cx.tr.text(key)));
    let options: Vec<(bool, &str)> = sizes.iter().map(|(large, word)| (*large, word.as_str())).collect();
    if let Some(large) = choose(ui, cx.look, &name, now.large, &options) {
        out.push(Action::Take(TakeAsk::Large(large)));
    }
    let name = group(ui, cx, "take-paper");
    let papers = [(Paper::A4, "take-a4"), (Paper::Letter, "take-letter")].map(|(paper, key)| (paper, cx.tr.text(key)));
    let options: Vec<(Paper, &str)> = papers.iter().map(|(paper, word)| (*paper, word.as_str())).collect();
    if let Some(paper) = choose(ui, cx.look, &name, now.paper, &options) {
        out.push(Action::Take(TakeAsk::Paper(paper)));
    }
}

/// How the page is wanted.
fn wishes(ui: &mut Ui, cx: &Cx<'_>, page: &Handout, out: &mut Vec<Action>) {
    sheet(ui, cx, page.sheet, out);
    let name = group(ui, cx, "take-words");
    let levels = Reading::ALL.map(|reading| {
        let key = match reading {
            Reading::Plain => "reading-plain",
            Reading::More => "reading-more",
            Reading::Science => "reading-science",
        };
        (reading, cx.tr.text(key))
    });
    let options: Vec<(Reading, &str)> = levels.iter().map(|(reading, word)| (*reading, word.as_str())).collect();
    if let Some(reading) = choose(ui, cx.look, &name, cx.visit.reader.reading, &options) {
        out.push(Action::Read(ReadAsk::At(reading)));
    }
}
