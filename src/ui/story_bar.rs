//! The bar along the foot of the window while a story is told: the caption, how sure one can be of it, and the
//! buttons. It is as high as its longest caption, so that nothing above it moves from step to step.

mod plan;

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{
    CentralPanel, CornerRadius, EventFilter, Frame, Id, Key, Modifiers, Panel, Rect, Response, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use self::plan::{FOOT, PAD, Plan, Shape};
use super::scroll::filling;
use super::widgets::{Badge, Weight, button, focus_ring, icon_button, paragraph};
use super::{Cx, qi};
use crate::describe;
use crate::model::{Story, StoryStep};
use crate::store::settings::Motion;
use crate::theme::{Icon, Role};
use crate::visit::{Action, Pace, Playing, Screen, StoryAsk, Telling};

/// Shows the bar while a story is told. Whether it needs all the room there is, so that nothing else is shown.
/// `last` is the story that it showed before.
pub(super) fn story_bar(ui: &mut Ui, cx: &Cx<'_>, last: &mut Option<String>, out: &mut Vec<Action>) -> bool {
    let Some((playing, (story, step))) = cx.visit.story.as_ref().and_then(|p| Some((p, p.told(cx.catalog)?))) else {
        *last = None;
        return false;
    };
    let is_new = last.as_ref() != Some(&story.id);
    *last = Some(story.id.clone());
    let told = Told { playing, story, step, is_new };
    let plan = Plan::of(ui, cx, story, playing.away);
    if plan.shape == Shape::Whole {
        CentralPanel::no_frame().show(ui, |ui| {
            let room = ui.max_rect();
            // The section on Qi is not seen, but its line is: it never leaves the screen.
            let room = if cx.visit.screen == Screen::Qi { qi::line_at_foot(ui, cx, room) } else { room };
            ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("story"), |ui| bar(ui, cx, &told, plan, out));
        });
        return true;
    }
    let panel = Panel::bottom("story").exact_size(plan.height).resizable(false).show_separator_line(false);
    panel.frame(Frame::NONE).show(ui, |ui| bar(ui, cx, &told, plan, out));
    false
}

/// What is told now.
struct Told<'a> {
    playing: &'a Playing,
    story: &'a Story,
    step: &'a StoryStep,
    /// Whether the bar has just come.
    is_new: bool,
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, plan: Plan, out: &mut Vec<Action>) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.look.colours().sheet);
    steps(ui, cx, told, rect);
    let inner = rect.shrink2(PAD);
    let (words, row) = match plan.shape {
        Shape::Beside => {
            let left = inner.right() - plan.controls;
            let row = Rect::from_min_max(pos2(left, inner.center().y - 22.0), pos2(inner.right(), inner.bottom()));
            (Some(inner.with_max_x(left - 28.0)), row)
        }
        Shape::Below | Shape::Whole => {
            let (words, row) = inner.split_top_bottom_at_y(inner.bottom() - 44.0);
            (Some(words.with_max_y(words.bottom() - 8.0)), row)
        }
        Shape::Row => (None, inner),
    };
    let mut focused = false;
    if let Some(rect) = words {
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("words"), |ui| {
            if plan.shape == Shape::Whole {
                filling(ui, cx, "words", |ui| {
                    focused = say(ui, cx, told, plan, out);
                });
            } else {
                focused = say(ui, cx, told, plan, out);
            }
        });
    }
    ui.scope_builder(UiBuilder::new().max_rect(row).id_salt("controls"), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = plan::GAP;
            focused |= controls(ui, cx, told, plan, out);
        });
    });
    if focused {
        keys(ui, cx, told, out);
    }
}

/// How far the story has come: one line a step along the upper edge.
fn steps(ui: &Ui, cx: &Cx<'_>, told: &Told<'_>, rect: Rect) {
    let c = cx.look.colours();
    let count = told.story.steps.len();
    let wide = rect.width() / count as f32;
    for i in 0..count {
        let left = rect.left() + wide * i as f32;
        let line = Rect::from_min_size(pos2(left, rect.top()), vec2(wide - 3.0, 3.0));
        let colour = if i <= told.playing.step { c.ink } else { c.well };
        ui.painter().rect_filled(line, CornerRadius::ZERO, colour);
    }
    if cx.look.tokens.contrast {
        ui.painter().hline(rect.x_range(), rect.top() + 4.0, Stroke::new(1.5, c.line));
    }
}

/// Title, caption, grade and sources. Whether the caption has the keyboard.
fn say(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, plan: Plan, out: &mut Vec<Action>) -> bool {
    let c = cx.look.colours();
    ui.spacing_mut().item_spacing = vec2(10.0, plan::LINE);
    let number = [("step", (told.playing.step + 1).into()), ("count", told.story.steps.len().into())];
    let number = cx.tr.text_with("story-step", &number);
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
    if plan.shape == Shape::Whole {
        // Nothing else is shown, so this is the headline.
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
    let response = ui.interact(area, caption_id(ui), Sense::focusable_noninteractive());
    let name = format!("{number}. {}", told.step.caption);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Status, true, &name));
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.painter().galley(rect.min, galley, c.ink);
    focus_ring(ui.painter(), cx.look, &response, 8);
    if told.is_new && ui.memory(|memory| memory.focused().is_some()) {
        // Whoever started it by keyboard goes on by keyboard.
        response.request_focus();
    }
    if !plan.headed {
        foot(ui, cx, told.step);
    }
    if response.has_focus() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Space)) {
        out.push(Action::Story(play_or_pause(told.playing)));
    }
    response.has_focus()
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

fn play_or_pause(playing: &Playing) -> StoryAsk {
    if playing.telling == Telling::Plays { StoryAsk::Pause } else { StoryAsk::GoOn }
}

/// The buttons. Whether one of them has the keyboard.
fn controls(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, plan: Plan, out: &mut Vec<Action>) -> bool {
    let playing = told.playing;
    let still = cx.settings.motion == Motion::Reduced;
    let is_last = playing.step + 1 == told.story.steps.len();
    let mut focused = false;
    let mut ask = |response: &Response, ask: StoryAsk| {
        focused |= response.has_focus();
        if response.clicked() {
            out.push(Action::Story(ask));
        }
    };
    ui.add_enabled_ui(playing.step > 0, |ui| {
        ask(&icon_button(ui, cx.look, Icon::Previous, &cx.tr.text("story-back")), StoryAsk::Back);
    });
    if !still || playing.away {
        let (picture, key) = match playing.telling {
            Telling::Plays => (Icon::Pause, "story-pause"),
            Telling::Waits => (Icon::Play, "story-go-on"),
            Telling::Ended => (Icon::StartOver, "story-again"),
        };
        let name = cx.tr.text(key);
        let response = if plan.worded {
            super::widgets::wide_button(ui, cx.look, Weight::First, Some(picture), &name, plan.play)
        } else {
            icon_button(ui, cx.look, picture, &name)
        };
        ask(&response, play_or_pause(playing));
    }
    ui.add_enabled_ui(!is_last || !still && playing.telling == Telling::Plays, |ui| {
        let name = cx.tr.text("story-forward");
        // Where nothing plays by itself, this is what one does.
        let response = if still && !playing.away && plan.worded {
            super::widgets::wide_button(ui, cx.look, Weight::First, Some(Icon::Next), &name, plan.play)
        } else {
            icon_button(ui, cx.look, Icon::Next, &name)
        };
        ask(&response, StoryAsk::Forward);
    });
    if !still {
        let name = cx.tr.text_with("story-pace", &[("pace", pace(playing.pace).into())]);
        let word = cx.tr.text_with("story-pace-short", &[("pace", pace(playing.pace).into())]);
        let response = button(ui, cx.look, Weight::Second, None, &word);
        response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
        ask(&response.on_hover_text(&name), StoryAsk::At(playing.pace.next()));
    }
    if plan.shape == Shape::Whole {
        ask(&icon_button(ui, cx.look, Icon::Hand, &cx.tr.text("story-look-around")), StoryAsk::LookAround);
    }
    ask(&icon_button(ui, cx.look, Icon::Close, &cx.tr.text("story-stop")), StoryAsk::Stop);
    focused
}

/// A pace as a number.
fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Slow => "0.75",
        Pace::Usual => "1",
        Pace::Fast => "1.5",
    }
}

/// The keys while anything on the bar has the keyboard: arrows for the steps, Escape to stop.
fn keys(ui: &Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: true };
    if let Some(id) = ui.memory(eframe::egui::Memory::focused) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowLeft) && told.playing.step > 0 {
        out.push(Action::Story(StoryAsk::Back));
    }
    let still = cx.settings.motion == Motion::Reduced;
    if pressed(Key::ArrowRight) && (!still || told.playing.step + 1 < told.story.steps.len()) {
        out.push(Action::Story(StoryAsk::Forward));
    }
    if pressed(Key::Escape) {
        out.push(Action::Story(StoryAsk::Stop));
    }
}
