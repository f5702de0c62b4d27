//! How the bar of a story divides its room: worked out for its longest step, so that it stays as high.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Ui, Vec2, vec2};

use super::super::Cx;
use super::super::widgets::{Badge, LEAST, button_width, job};
use crate::model::{Story, StoryStep};
use crate::store::settings::Motion;
use crate::theme::{Face, Icon, Role};

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
/// The sections above need so much height to be of use.
const SECTION: f32 = 300.0;

/// How words and buttons stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shape {
    /// The buttons at the right of the words.
    Beside,
    /// The buttons under the words.
    Below,
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
}

impl Plan {
    /// The plan for the room that is left.
    pub(super) fn of(ui: &Ui, cx: &Cx<'_>, story: &Story, away: bool) -> Self {
        let room = ui.available_size();
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
        let (shape, height, worded) = match (beside, room.y - height < SECTION) {
            (_, true) if away => (Shape::Row, LEAST + pad, worded),
            (_, true) => (Shape::Whole, room.y, controls + LEAST + GAP <= room.x - PAD.x * 2.0),
            (true, false) => (Shape::Beside, height, worded),
            (false, false) => (Shape::Below, height, worded),
        };
        Self { shape, height, controls, play, worded, headed }
    }
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

fn laid(ui: &Ui, mut job: LayoutJob, width: f32) -> Vec2 {
    job.wrap.max_width = width;
    ui.painter().layout_job(job).size()
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
    let mut job = job([(step.caption.as_str(), format)]);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// What bears the step, as a line.
pub(super) fn sources(cx: &Cx<'_>, step: &StoryStep) -> Option<String> {
    let names: Vec<&str> =
        step.sources.iter().filter_map(|id| cx.catalog.source(id)).map(|source| source.short.as_str()).collect();
    (!names.is_empty()).then(|| cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())]))
}
