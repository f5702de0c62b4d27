//! How the bar of a story divides its room: worked out for its longest step, so that it stays as high.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Pos2, Rect, Ui, Vec2, vec2};

use super::super::Cx;
use super::super::screen::is_crowded;
use super::super::widgets::{Badge, LEAST, button_width, job};
use super::pages::Pages;
use crate::model::{Story, StoryStep};
use crate::store::settings::Motion;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Playing, Screen};

/// The room round everything.
pub(super) const PAD: Vec2 = vec2(24.0, 12.0);
/// Between two buttons.
pub(super) const GAP: f32 = 6.0;
/// Between two lines of words.
pub(super) const LINE: f32 = 4.0;
/// How high grade and sources are at the least.
pub(super) const FOOT: f32 = 28.0;
/// From this width on, the buttons stand beside the words.
const WIDE: f32 = 860.0;
/// The sections above need so much height to show all they have.
const SECTION: f32 = 300.0;
/// Where fingers press, so much more: buttons that turn pages stand under what goes on below.
const TURNS: f32 = 140.0;
/// A picture alone needs so much.
const PICTURE: f32 = 90.0;
/// A window lower than this has room for one bar: the buttons of the story take the place of the usual one.
const LOW: f32 = 440.0;
/// How high that bar is, and how high the usual one is.
pub(super) const TOP: f32 = 56.0;
const BAR: f32 = 64.0;
/// Where words come page by page: the room round them, what they may take of the height, alone and with their buttons,
/// and how many lines a page has at the least.
pub(super) const PAGE: Vec2 = vec2(14.0, 6.0);
const SHARE: f32 = 0.38;
const SHARE_WITH_BUTTONS: f32 = 0.44;
const FEWEST: usize = 2;
/// How high the line is that tells how far the story has come.
pub(super) const STEPS: f32 = 3.0;

/// How words and buttons stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shape {
    /// The buttons at the right of the words.
    Beside,
    /// The buttons under the words.
    Below,
    /// The buttons in the place of the usual bar, at the top of the window, and the words at its foot.
    Apart,
    /// There is no room for more: words and buttons instead of the section.
    Whole,
    /// The buttons alone, while the visitor looks around where there is no room for more.
    Row,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) shape: Shape,
    /// How high the bar is.
    pub(super) height: f32,
    /// How wide the buttons are together.
    pub(super) controls: f32,
    /// How wide the button that plays and pauses is, whatever it says.
    pub(super) play: f32,
    /// Whether it has room for its word.
    pub(super) worded: bool,
    /// Whether grade and sources stand behind the title, where they cost no height.
    pub(super) headed: bool,
    /// Where there is little room: how many lines of words are shown at a time, without a title.
    pub(super) lines: Option<usize>,
    /// Whether so little is left that a section shows its picture alone: its words would cover it.
    pub(super) bare: bool,
}

impl Plan {
    /// The plan for the room that is left.
    pub(super) fn of(ui: &Ui, cx: &Cx<'_>, story: &Story, playing: &Playing) -> Self {
        let (window, low, away) = (ui.max_rect(), is_low(ui, cx, playing), playing.away);
        let room = if low { window.size() - vec2(0.0, BAR) } else { ui.available_size() };
        let still = cx.settings.motion == Motion::Reduced;
        let keys: &[&str] = match (still, away) {
            (true, false) => &["story-forward"],
            (true, true) => &["story-go-on"],
            (false, _) => &["story-pause", "story-go-on", "story-again"],
        };
        let words = keys.iter().map(|key| button_width(ui, cx.look, Some(Icon::Pause), &cx.tr.text(key)));
        let play = words.fold(0.0, f32::max);
        let pace = button_width(ui, cx.look, None, &cx.tr.text_with("story-pace-short", &[("pace", "0.75".into())]));
        let controls = match (still, away) {
            (true, false) => LEAST * 2.0 + play + GAP * 2.0,
            (true, true) => LEAST * 3.0 + play + GAP * 3.0,
            (false, _) => LEAST * 3.0 + play + pace + GAP * 4.0,
        };
        let beside = room.x >= WIDE;
        let width = room.x - PAD.x * 2.0 - if beside { controls + 28.0 } else { 0.0 };
        let headed = beside && story.steps.iter().all(|step| head(ui, cx, story, step) <= width);
        let words = story.steps.iter().map(|step| height(ui, cx, story, step, width, headed)).fold(0.0, f32::max);
        let pad = PAD.y * 2.0;
        let height = if beside { words.max(LEAST) + pad } else { words + 8.0 + LEAST + pad };
        let worded = controls <= room.x - PAD.x * 2.0;
        let shape = if beside { Shape::Beside } else { Shape::Below };
        let rest = Rect::from_min_size(Pos2::ZERO, vec2(room.x, room.y - height));
        let (crowded, visitors) = (is_crowded(&cx.visit.screen, rest), playing.leaves_room());
        // A panel tells more than the one thing that a story speaks of.
        let bare = (crowded || matches!(cx.visit.screen, Screen::Chapter(_))) && !visitors;
        let usual = Self { shape, height, controls, play, worded, headed, lines: None, bare };
        if room.y - height >= SECTION && !(crowded && visitors) {
            return usual;
        }
        if visitors {
            return Self { shape: Shape::Row, height: LEAST + pad, ..usual };
        }
        let room = if low { window.size() - vec2(0.0, TOP) } else { room };
        let small = usual.paged(ui, cx, story, room, low);
        if room.y - small.height >= PICTURE {
            return small;
        }
        let worded = controls + LEAST + GAP <= room.x - PAD.x * 2.0;
        Self { shape: Shape::Whole, height: room.y, worded, ..usual }
    }

    /// The same with words that come page by page, so that most of the room is left to what they speak of.
    fn paged(self, ui: &Ui, cx: &Cx<'_>, story: &Story, room: Vec2, low: bool) -> Self {
        let width = room.x - 2.0 * PAGE.x;
        let buttons = if low { 0.0 } else { LEAST + GAP };
        let other = STEPS + 2.0 * PAGE.y + buttons;
        let line = Pages::line(cx);
        let share = if low { SHARE } else { SHARE_WITH_BUTTONS };
        let most = (((room.y * share - other) / line).max(0.0) as usize).max(FEWEST);
        let longest = story.steps.iter().map(|step| Pages::lines(ui, cx, step, width)).max().unwrap_or(1);
        let lines = longest.min(most);
        let height = other + (lines as f32 * line).max(LEAST);
        let shape = if low { Shape::Apart } else { Shape::Below };
        let section = SECTION + if cx.features.touch_mm.is_some() { TURNS } else { 0.0 };
        let bare = self.bare || room.y - height < section;
        Self { shape, height, worded: false, headed: false, lines: Some(lines), bare, ..self }
    }
}

/// Whether the window has room for one bar: one and the same before the usual bar is shown and after it.
pub(super) fn is_low(ui: &Ui, cx: &Cx<'_>, playing: &Playing) -> bool {
    ui.max_rect().height() < LOW && !playing.leaves_room() && !cx.features.passers_by
}

/// How high the words of a step are.
fn height(ui: &Ui, cx: &Cx<'_>, story: &Story, step: &StoryStep, width: f32, headed: bool) -> f32 {
    let caption = caption(ui, cx, step, width).size().y;
    if headed {
        // The caption can have the keyboard, so it is as high as anything that can.
        return FOOT + LINE + caption.max(LEAST);
    }
    let title = laid(ui, heading(cx, story), width).y;
    let foot = sources(cx, step).map_or(0.0, |line| laid(ui, line_of(cx, &line), width - badge(ui, cx, step)).y + 4.0);
    title + caption + foot.max(FOOT) + LINE * 2.0
}

/// How wide the title of a step is with grade and sources behind it.
fn head(ui: &Ui, cx: &Cx<'_>, story: &Story, step: &StoryStep) -> f32 {
    let sources = sources(cx, step).map_or(0.0, |line| laid(ui, line_of(cx, &line), f32::INFINITY).x + 12.0);
    laid(ui, heading(cx, story), f32::INFINITY).x + badge(ui, cx, step) + sources + 28.0
}

fn laid(ui: &Ui, job: LayoutJob, width: f32) -> Vec2 {
    layout(ui, job, width).size()
}

/// Words in lines of this width.
pub(super) fn layout(ui: &Ui, mut job: LayoutJob, width: f32) -> Arc<Galley> {
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// The title at its longest: with the number of the last step.
fn heading(cx: &Cx<'_>, story: &Story) -> LayoutJob {
    let count = [("step", story.steps.len().into()), ("count", story.steps.len().into())];
    title(cx, &story.title, &cx.tr.text_with("story-step", &count))
}

fn line_of(cx: &Cx<'_>, line: &str) -> LayoutJob {
    job([(line, cx.look.scale.format(Role::Caption, Color32::PLACEHOLDER))])
}

/// How much room the badge of a step takes, with the space behind it.
fn badge(ui: &Ui, cx: &Cx<'_>, step: &StoryStep) -> f32 {
    step.grade.map_or(0.0, |grade| {
        Badge::new(ui, cx.look, Some(grade), &crate::describe::grade(cx.tr, Some(grade))).width() + 14.0
    })
}

/// The name of the story and the number of the step.
pub(super) fn title(cx: &Cx<'_>, title: &str, number: &str) -> LayoutJob {
    let c = cx.look.colours();
    let name = cx.look.scale.format(Role::Label, c.ink2);
    let told = cx.look.scale.format(Role::Caption, c.ink3);
    job([(title, name), ("  ", told.clone()), (number, told)])
}

/// The caption.
pub(super) fn caption(ui: &Ui, cx: &Cx<'_>, step: &StoryStep, width: f32) -> Arc<Galley> {
    let format = cx.look.scale.format_in(Role::Text, Face::Sans, 1.15, cx.look.colours().ink);
    layout(ui, job([(step.caption.as_str(), format)]), width)
}

/// What bears the step, as a line.
pub(super) fn sources(cx: &Cx<'_>, step: &StoryStep) -> Option<String> {
    let names: Vec<&str> =
        step.sources.iter().filter_map(|id| cx.catalog.source(id)).map(|source| source.short.as_str()).collect();
    (!names.is_empty()).then(|| cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())]))
}
