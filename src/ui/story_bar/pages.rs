//! The words of a step in pages of a few lines each, for a window that has room for no more: first the caption, then how
//! sure one can be of it and where it comes from. Which page is shown follows from how much of the step has been told.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Painter, Pos2, Stroke, TextFormat, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Badge, job};
use super::plan::{layout, sources};
use crate::describe;
use crate::model::{Grade, StoryStep};
use crate::theme::{Face, Role};

/// What the sign of a grade takes before its word.
const SIGN: f32 = 20.0;
/// A page begins when so little of what is before it is left: shares are rounded.
const ROUNDED: f32 = 1e-3;

/// The pages of a step.
#[derive(Clone, Debug)]
pub(super) struct Pages {
    all: Vec<Page>,
    /// With how much of the step told each begins.
    from: Vec<f32>,
    grade: Option<Grade>,
}

/// A few lines.
#[derive(Clone, Debug, Default)]
struct Page {
    caption: Option<Arc<Galley>>,
    bearing: Option<Arc<Galley>>,
    /// Whether what bears the step begins here.
    begins: bool,
}

impl Pages {
    /// Divides the words of a step into pages of so many lines.
    pub(super) fn of(ui: &Ui, cx: &Cx<'_>, step: &StoryStep, width: f32, lines: usize) -> Self {
        let caption = rows(ui, caption_job(cx, &step.caption), width);
        let bearing = rows(ui, bearing_job(cx, &bearing(cx, step)), width - SIGN);
        let all: usize = caption.iter().chain(&bearing).map(|row| row.chars().count()).sum();
        let (mut pages, mut from, mut before) = (Vec::new(), Vec::new(), 0);
        let count = caption.len() + bearing.len();
        for first in (0..count).step_by(lines.max(1)) {
            let end = (first + lines.max(1)).min(count);
            let split = |i: usize| i.saturating_sub(caption.len());
            let told = caption.get(first..end.min(caption.len())).unwrap_or_default();
            let borne = bearing.get(split(first)..split(end)).unwrap_or_default();
            from.push(before as f32 / all.max(1) as f32);
            before += told.iter().chain(borne).map(|row| row.chars().count()).sum::<usize>();
            let laid = |rows: &[String], job: &dyn Fn(&str) -> LayoutJob, width: f32| {
                (!rows.is_empty()).then(|| layout(ui, job(rows.concat().trim_end()), width))
            };
            pages.push(Page {
                caption: laid(told, &|text| caption_job(cx, text), width),
                bearing: laid(borne, &|text| bearing_job(cx, text), width - SIGN),
                begins: first <= caption.len() && end > caption.len(),
            });
        }
        Self { all: pages, from, grade: step.grade }
    }

    /// How many lines the words of a step have.
    pub(super) fn lines(ui: &Ui, cx: &Cx<'_>, step: &StoryStep, width: f32) -> usize {
        let bearing = rows(ui, bearing_job(cx, &bearing(cx, step)), width - SIGN);
        rows(ui, caption_job(cx, &step.caption), width).len() + bearing.len()
    }

    /// How high a line is.
    pub(super) fn line(cx: &Cx<'_>) -> f32 {
        cx.look.scale.line(Role::Card)
    }

    /// Which page is shown when so much of the step has been told, and how many there are.
    pub(super) fn at(&self, share: f32) -> (usize, usize) {
        let now = self.from.iter().rposition(|from| *from <= share + ROUNDED);
        (now.unwrap_or(0), self.all.len())
    }

    /// With how much of the step told the page before this one begins, and the page after it.
    pub(super) fn around(&self, share: f32) -> (Option<f32>, Option<f32>) {
        let (now, _) = self.at(share);
        let before = now.checked_sub(1).and_then(|page| self.from.get(page));
        (before.copied(), self.from.get(now + 1).copied())
    }

    /// Paints the page that is shown when so much of the step has been told.
    pub(super) fn paint(&self, painter: &Painter, cx: &Cx<'_>, share: f32, corner: Pos2) {
        let c = cx.look.colours();
        let Some(page) = self.all.get(self.at(share).0) else { return };
        let mut at = corner;
        if let Some(galley) = &page.caption {
            painter.galley(at, galley.clone(), c.ink);
            at.y += galley.size().y;
        }
        let Some(galley) = &page.bearing else { return };
        if page.begins && self.grade.is_some() {
            let middle = at + vec2(SIGN * 0.5 - 2.0, Self::line(cx) * 0.5);
            Badge::sign(painter, self.grade, middle, Stroke::new(cx.look.tokens.stroke(1.4), c.ink2));
        }
        painter.galley(at + vec2(SIGN, 0.0), galley.clone(), c.ink2);
    }
}

/// How sure one can be of a step and where it comes from, as words.
pub(super) fn bearing(cx: &Cx<'_>, step: &StoryStep) -> String {
    let grade = step.grade.map(|grade| format!("{}. ", describe::grade(cx.tr, Some(grade))));
    [grade, sources(cx, step)].into_iter().flatten().collect()
}

fn caption_job(cx: &Cx<'_>, text: &str) -> LayoutJob {
    job([(text, cx.look.scale.format(Role::Card, cx.look.colours().ink))])
}

/// On lines as high as those of the caption.
fn bearing_job(cx: &Cx<'_>, text: &str) -> LayoutJob {
    let format = cx.look.scale.format_in(Role::Caption, Face::Sans, 1.0, Color32::PLACEHOLDER);
    job([(text, TextFormat { line_height: Some(Pages::line(cx)), ..format })])
}

/// The lines of a text; none of one without words.
fn rows(ui: &Ui, job: LayoutJob, width: f32) -> Vec<String> {
    if job.is_empty() {
        return Vec::new();
    }
    layout(ui, job, width).rows.iter().map(|row| row.text()).collect()
}
