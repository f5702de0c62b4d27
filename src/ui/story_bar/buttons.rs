//! The buttons of a story, and the keys that do the same.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Color32, CornerRadius, EventFilter, Key, Modifiers, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, answer, button, disc_button, focus_ring, icon_button, job, wide_button};
use super::Told;
use super::plan::{Plan, Shape};
use crate::store::settings::Motion;
use crate::theme::{Icon, Role};
use crate::visit::{Action, Pace, Playing, StoryAsk, Telling};

impl Told<'_> {
    /// What leads back from here and what leads on: the words of the step before this page and after it, or other steps.
    /// None where nothing does.
    fn ways(&self, cx: &Cx<'_>) -> (Option<StoryAsk>, Option<StoryAsk>) {
        let (before, after) = self.pages.as_ref().map_or((None, None), |pages| pages.around(self.playing.share()));
        let still = cx.settings.motion == Motion::Reduced;
        let is_last = self.playing.step + 1 == self.story.steps.len();
        let plays = !still && self.playing.telling == Telling::Plays;
        // A picture alone makes way for its section where a story ends.
        let ends = plays || self.plan.bare;
        let back = before.map(StoryAsk::From).or((self.playing.step > 0).then_some(StoryAsk::Back));
        let on = after.map(StoryAsk::From).or((!is_last || ends).then_some(StoryAsk::Forward));
        (back, on)
    }
}

/// The buttons. Whether one of them has the keyboard.
pub(super) fn controls(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) -> bool {
    let (playing, plan) = (told.playing, told.plan);
    let still = cx.settings.motion == Motion::Reduced;
    let (back, on) = told.ways(cx);
    let mut focused = false;
    let mut ask = |response: &Response, ask: StoryAsk| {
        focused |= response.has_focus();
        if response.clicked() {
            out.push(Action::Story(ask));
        }
    };
    let within = |way: &Option<StoryAsk>| matches!(way, Some(StoryAsk::From(_)));
    ui.add_enabled_ui(back.is_some(), |ui| {
        let (picture, key) = if within(&back) { (Icon::Up, "story-read-back") } else { (Icon::Previous, "story-back") };
        ask(&icon_button(ui, cx.look, picture, &cx.tr.text(key)), back.unwrap_or(StoryAsk::Back));
    });
    if !still || playing.away {
        let (picture, key) = match playing.telling {
            Telling::Plays => (Icon::Pause, "story-pause"),
            Telling::Waits => (Icon::Play, "story-go-on"),
            Telling::Ended => (Icon::StartOver, "story-again"),
        };
        ask(&first(ui, cx, plan, picture, &cx.tr.text(key)), play_or_pause(playing));
    }
    ui.add_enabled_ui(on.is_some(), |ui| {
        let (picture, key) = if within(&on) { (Icon::Down, "story-read-on") } else { (Icon::Next, "story-forward") };
        let name = cx.tr.text(key);
        // Where nothing plays by itself, this is what one does.
        let response = if still && !playing.away && (plan.worded || told.pages.is_some()) {
            first(ui, cx, plan, picture, &name)
        } else {
            icon_button(ui, cx.look, picture, &name)
        };
        ask(&response, on.unwrap_or(StoryAsk::Forward));
    });
    if !still {
        let name = cx.tr.text_with("story-pace", &[("pace", pace(playing.pace).into())]);
        let word = cx.tr.text_with("story-pace-short", &[("pace", pace(playing.pace).into())]);
        let response = if told.pages.is_some() {
            short_button(ui, cx, &word)
        } else {
            button(ui, cx.look, Weight::Second, None, &word)
        };
        response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
        ask(&response.on_hover_text(&name), StoryAsk::At(playing.pace.next()));
    }
    if plan.shape == Shape::Whole {
        ask(&icon_button(ui, cx.look, Icon::Hand, &cx.tr.text("story-look-around")), StoryAsk::LookAround);
    }
    ask(&icon_button(ui, cx.look, Icon::Close, &cx.tr.text("story-stop")), StoryAsk::Stop);
    focused
}

/// What the first button and the space bar do.
pub(super) fn play_or_pause(playing: &Playing) -> StoryAsk {
    if playing.telling == Telling::Plays { StoryAsk::Pause } else { StoryAsk::GoOn }
}

/// The first button: with its word where there is room for it.
fn first(ui: &mut Ui, cx: &Cx<'_>, plan: Plan, picture: Icon, name: &str) -> Response {
    if plan.worded {
        wide_button(ui, cx.look, Weight::First, Some(picture), name, plan.play)
    } else if plan.lines.is_some() {
        disc_button(ui, cx.look, picture, name)
    } else {
        icon_button(ui, cx.look, picture, name)
    }
}

/// A word that is pressed, no wider than it must be.
fn short_button(ui: &mut Ui, cx: &Cx<'_>, word: &str) -> Response {
    let c = cx.look.colours();
    let word = ui.painter().layout_job(job([(word, cx.look.scale.format(Role::Label, c.ink))]));
    let size = vec2(word.size().x + 8.0, LEAST).max(Vec2::splat(LEAST));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = answer(&response, Color32::TRANSPARENT, c.ink.gamma_multiply(0.6));
    ui.painter().rect_filled(rect, CornerRadius::same(22), fill);
    ui.painter().galley(rect.center() - word.size() * 0.5, word, c.ink);
    focus_ring(ui.painter(), cx.look, &response, 22);
    response
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
pub(super) fn keys(ui: &Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: true };
    if let Some(id) = ui.memory(eframe::egui::Memory::focused) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let (back, on) = told.ways(cx);
    let back = back.filter(|_| pressed(Key::ArrowLeft));
    let on = on.filter(|_| pressed(Key::ArrowRight));
    let stop = pressed(Key::Escape).then_some(StoryAsk::Stop);
    out.extend([back, on, stop].into_iter().flatten().map(Action::Story));
}
