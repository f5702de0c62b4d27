//! The bar along the foot of the window while a story is told: the caption, how sure one can be of it, and the
//! buttons. It is as high as its longest caption, so that nothing above it moves from step to step. Where that would
//! leave too little of the window, as in large print, the words come page by page and the buttons have no words.

mod buttons;
mod pages;
mod plan;

use std::cmp::Ordering;

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{
    Align, CentralPanel, CornerRadius, Frame, Id, Key, Layout, Margin, Modifiers, Panel, Rect, Response, Sense, Stroke,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use self::buttons::{controls, keys, play_or_pause};
use self::pages::Pages;
use self::plan::{FOOT, PAD, PAGE, Plan, Shape, TOP};
use super::scroll::filling;
use super::widgets::{Badge, LEAST, focus_ring, paragraph};
use super::{Cx, qi, top_bar};
use crate::describe;
use crate::model::{Story, StoryStep};
use crate::theme::Role;
use crate::visit::{Action, Playing, Screen, StoryAsk};

/// What a story leaves to the section that is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Left {
    /// Room for all of it.
    Section,
    /// Room for its picture.
    Picture,
    /// None.
    Nothing,
}

/// Shows the bar while a story is told, and says what it leaves. `last` is the story that it showed before.
pub(super) fn story_bar(ui: &mut Ui, cx: &Cx<'_>, last: &mut Option<String>, out: &mut Vec<Action>) -> Left {
    let Some(mut told) = Told::of(ui, cx) else {
        *last = None;
        return Left::Section;
    };
    told.is_new = last.as_ref() != Some(&told.story.id);
    *last = Some(told.story.id.clone());
    if told.plan.shape == Shape::Whole {
        CentralPanel::no_frame().show(ui, |ui| {
            let room = ui.max_rect();
            // The section on Qi is not seen, but its line is: it never leaves the screen.
            let room = if cx.visit.screen == Screen::Qi { qi::line_at_foot(ui, cx, room) } else { room };
            ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("story"), |ui| bar(ui, cx, &told, out));
        });
        return Left::Nothing;
    }
    let panel = Panel::bottom("story").exact_size(told.plan.height).resizable(false).show_separator_line(false);
    panel.frame(Frame::NONE).show(ui, |ui| bar(ui, cx, &told, out));
    if told.plan.bare { Left::Picture } else { Left::Section }
}

/// Shows the buttons of a story in the place of the usual bar, where the window has no room for both. Whether it did.
pub(super) fn instead_of_bar(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) -> bool {
    if !cx.visit.story.as_ref().is_some_and(|playing| plan::is_low(ui, cx, playing)) {
        return false;
    }
    let Some(told) = Told::of(ui, cx).filter(|told| told.plan.shape == Shape::Apart) else { return false };
    let free = ui.memory(|memory| memory.focused().is_none());
    if free && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        // The usual bar, and with it the way home, is behind the story.
        out.push(Action::Story(StoryAsk::Stop));
    }
    let frame = Frame::new().fill(cx.look.colours().sheet).inner_margin(Margin::symmetric(6, 6));
    let panel = Panel::top("story-buttons").exact_size(TOP).resizable(false).show_separator_line(false);
    panel.frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = if ui.available_width() < 460.0 { 2.0 } else { plan::GAP };
            if controls(ui, cx, &told, out) {
                keys(ui, cx, &told, out);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| top_bar::warning_signs(ui, cx, out));
        });
    });
    true
}

/// What is told now.
struct Told<'a> {
    playing: &'a Playing,
    story: &'a Story,
    step: &'a StoryStep,
    plan: Plan,
    /// The words, where they come page by page.
    pages: Option<Pages>,
    /// Whether the bar has just come.
    is_new: bool,
}

impl<'a> Told<'a> {
    fn of(ui: &Ui, cx: &Cx<'a>) -> Option<Self> {
        let playing = cx.visit.story.as_ref()?;
        let (story, step) = playing.told(cx.catalog)?;
        let plan = Plan::of(ui, cx, story, playing);
        let width = ui.max_rect().width() - 2.0 * PAGE.x;
        let pages = plan.lines.map(|lines| Pages::of(ui, cx, step, width, lines));
        Some(Self { playing, story, step, plan, pages, is_new: false })
    }

    /// Whether it has the only words: a picture alone has no headline.
    fn is_alone(&self, cx: &Cx<'_>) -> bool {
        self.plan.bare && !matches!(cx.visit.screen, Screen::Page(_))
    }
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) {
    let (rect, plan) = (ui.max_rect(), told.plan);
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.look.colours().sheet);
    steps(ui, cx, told, rect);
    let inner =
        if told.pages.is_some() { rect.with_min_y(rect.top() + plan::STEPS).shrink2(PAGE) } else { rect.shrink2(PAD) };
    let (words, row) = match plan.shape {
        Shape::Beside => {
            let left = inner.right() - plan.controls;
            let row = Rect::from_min_max(pos2(left, inner.center().y - 22.0), pos2(inner.right(), inner.bottom()));
            (Some(inner.with_max_x(left - 28.0)), Some(row))
        }
        Shape::Below | Shape::Whole => {
            let (words, row) = inner.split_top_bottom_at_y(inner.bottom() - LEAST);
            (Some(words.with_max_y(words.bottom() - if told.pages.is_some() { plan::GAP } else { 8.0 })), Some(row))
        }
        Shape::Apart => (Some(inner), None),
        Shape::Row => (None, Some(inner)),
    };
    let mut focused = false;
    if let Some(rect) = words {
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("words"), |ui| {
            if let Some(pages) = &told.pages {
                focused = say_page(ui, cx, told, pages, out);
            } else if plan.shape == Shape::Whole {
                filling(ui, cx, "words", |ui| {
                    focused = say(ui, cx, told, out);
                });
            } else {
                focused = say(ui, cx, told, out);
            }
        });
    }
    if let Some(row) = row {
        ui.scope_builder(UiBuilder::new().max_rect(row).id_salt("controls"), |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = plan::GAP;
                focused |= controls(ui, cx, told, out);
            });
        });
    }
    if focused {
        keys(ui, cx, told, out);
    }
}

/// How far the story has come: one line a step along the upper edge, filled page by page where there are some.
fn steps(ui: &Ui, cx: &Cx<'_>, told: &Told<'_>, rect: Rect) {
    let c = cx.look.colours();
    let count = told.story.steps.len();
    let wide = rect.width() / count as f32;
    for i in 0..count {
        let left = rect.left() + wide * i as f32;
        let line = Rect::from_min_size(pos2(left, rect.top()), vec2(wide - 3.0, plan::STEPS));
        ui.painter().rect_filled(line, CornerRadius::ZERO, c.well);
        let (page, pages) = told.pages.as_ref().map_or((0, 1), |pages| pages.at(told.playing.share()));
        let done = match i.cmp(&told.playing.step) {
            Ordering::Less => 1.0,
            Ordering::Equal => (page + 1) as f32 / pages as f32,
            Ordering::Greater => 0.0,
        };
        let done = line.with_max_x(line.left() + line.width() * done);
        ui.painter().rect_filled(done, CornerRadius::ZERO, c.ink);
    }
    if cx.look.tokens.contrast {
        ui.painter().hline(rect.x_range(), rect.top() + 4.0, Stroke::new(1.5, c.line));
    }
}

/// Title, caption, grade and sources. Whether the caption has the keyboard.
fn say(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) -> bool {
    let (c, plan) = (cx.look.colours(), told.plan);
    ui.spacing_mut().item_spacing = vec2(10.0, plan::LINE);
    let number = number(cx, told);
    let title = plan::title(cx, &told.story.title, &number);
    let title = if plan.headed {
        let head = ui.horizontal_top(|ui| {
            ui.set_min_height(FOOT);
            let title = ui.vertical(|ui| {
                ui.add_space(3.0);
                super::widgets::rich(ui, title)
            });
            ui.add_space(8.0);
            foot(ui, cx, told.step);
            title.inner
        });
        head.inner
    } else {
        super::widgets::rich(ui, title)
    };
    if plan.shape == Shape::Whole || told.is_alone(cx) {
        // Nothing else has words, so this is the headline.
        ui.accesskit_node_builder(title.id, |node| {
            node.set_role(NodeRole::Heading);
            node.set_level(1);
        });
    }
    let galley = plan::caption(ui, cx, told.step, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    // As high as anything that can have the keyboard.
    let area = rect.expand2(vec2(6.0, 3.0)).intersect(ui.clip_rect());
    let area = area.with_max_y(area.bottom().max(area.top() + super::widgets::LEAST));
    let response = caption(ui, cx, told, area, &told.step.caption);
    ui.painter().galley(rect.min, galley, c.ink);
    if !plan.headed {
        foot(ui, cx, told.step);
    }
    heard(ui, told, &response, out)
}

/// The words of a step, as many as there is room for. Whether they have the keyboard.
fn say_page(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, pages: &Pages, out: &mut Vec<Action>) -> bool {
    let area = ui.available_rect_before_wrap();
    let said = [told.step.caption.clone(), pages::bearing(cx, told.step)];
    let response = caption(ui, cx, told, area.expand2(vec2(6.0, 3.0)).intersect(ui.clip_rect()), &said.join(" "));
    pages.paint(ui.painter(), cx, told.playing.share(), area.min);
    if told.is_alone(cx) {
        let title = Rect::from_min_size(ui.max_rect().min, vec2(area.width(), 1.0));
        let title = ui.interact(title, ui.scope_id().with("title"), Sense::hover());
        ui.accesskit_node_builder(title.id, |node| {
            node.set_role(NodeRole::Heading);
            node.set_level(1);
            node.set_label(told.story.title.as_str());
        });
    }
    heard(ui, told, &response, out)
}

/// Which step is told, of how many.
fn number(cx: &Cx<'_>, told: &Told<'_>) -> String {
    let number = [("step", (told.playing.step + 1).into()), ("count", told.story.steps.len().into())];
    cx.tr.text_with("story-step", &number)
}

/// What is said of a step is one node, which can have the keyboard.
fn caption(ui: &Ui, cx: &Cx<'_>, told: &Told<'_>, area: Rect, said: &str) -> Response {
    let response = ui.interact(area, caption_id(ui), Sense::focusable_noninteractive());
    let name = format!("{}. {}", number(cx, told), said.trim_end());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Status, true, &name));
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    focus_ring(ui.painter(), cx.look, &response, 8);
    if told.is_new && ui.memory(|memory| memory.focused().is_some()) {
        // Whoever started it by keyboard goes on by keyboard.
        response.request_focus();
    }
    response
}

/// Space plays and pauses while the words have the keyboard. Whether they have.
fn heard(ui: &Ui, told: &Told<'_>, words: &Response, out: &mut Vec<Action>) -> bool {
    if words.has_focus() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Space)) {
        out.push(Action::Story(play_or_pause(told.playing)));
    }
    words.has_focus()
}

fn caption_id(ui: &Ui) -> Id {
    ui.scope_id().with("caption")
}

/// How sure one can be of it, and what bears it.
fn foot(ui: &mut Ui, cx: &Cx<'_>, step: &StoryStep) {
    ui.horizontal_top(|ui| {
        ui.set_min_height(FOOT);
        if let Some(grade) = step.grade {
            Badge::new(ui, cx.look, Some(grade), &describe::grade(cx.tr, Some(grade))).label(ui);
        }
        if let Some(line) = plan::sources(cx, step) {
            ui.vertical(|ui| {
                ui.add_space(4.0);
                paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink3, &line);
            });
        }
    });
}
