//! The plan on the table outlasts the window: what was not kept under a name is there again at the next start.

use eframe::egui::Context;

use super::App;
use crate::content::plan::read;
use crate::plan::Plan;
use crate::visit::PlanNews;

/// So many seconds after the last change a plan is written down.
const QUIET: f64 = 2.0;

/// What of the plan on the table lies on the disk.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Whether it was looked for what an earlier window left.
    looked: bool,
    /// The plan as it was written last.
    written: Plan,
    /// The plan as it was a moment ago, and since when it is so, in egui's seconds.
    seen: Option<(Plan, f64)>,
    /// Whether the disk did not take it: that is told once.
    refused: bool,
}

impl App {
    /// Puts the plan that an earlier window left on the table, before the first thing is done with plans.
    pub(super) fn find_draft(&mut self) {
        if std::mem::replace(&mut self.plans.draft.looked, true) {
            return;
        }
        let text = match self.plans.shelf.draft(&self.tr) {
            Ok(Some(text)) => text,
            Ok(None) => return,
            Err(why) => return self.visit.planning.news = Some(PlanNews::Failed(why)),
        };
        let read = read(&self.tr.text("plan-draft"), text.as_bytes(), &self.library.catalog);
        let Some(plan) = read.plan else { return };
        self.plans.draft.written = plan.clone();
        self.visit.planning.replace(plan);
        self.visit.planning.news = Some(PlanNews::Found(read.problems.iter().map(ToString::to_string).collect()));
    }

    /// Writes the plan down once nobody has changed it for a moment, and before the window closes.
    pub(super) fn tend_draft(&mut self, ctx: &Context) {
        let draft = &mut self.plans.draft;
        let plan = self.visit.planning.plan();
        if *plan == draft.written {
            draft.seen = None;
            return;
        }
        let (now, closes) = ctx.input(|i| (i.time, i.viewport().close_requested()));
        if draft.seen.as_ref().is_none_or(|(seen, _)| seen != plan) {
            draft.seen = Some((plan.clone(), now));
        }
        let since = draft.seen.as_ref().map_or(0.0, |(_, since)| now - since);
        if since < QUIET && !closes {
            ctx.request_repaint_after_secs((QUIET - since) as f32);
            return;
        }
        // What the disk does not take is tried again with the next change.
        draft.written = plan.clone();
        let before = draft.refused;
        let written = self.write_draft();
        self.plans.draft.refused = written.is_err();
        if let Err(why) = written
            && !before
        {
            self.visit.planning.news = Some(PlanNews::Failed(why));
        }
    }

    /// A plan that is empty, or lies under its name as it is, needs no draft.
    fn write_draft(&mut self) -> Result<(), String> {
        let planning = &self.visit.planning;
        let text = planning.plan().to_ron().map_err(|error| error.to_string())?;
        let needed = !planning.plan().is_empty() && planning.origin.as_ref() != Some(&text);
        self.plans.shelf.keep_draft(&self.tr, needed.then_some(text.as_str()))
    }
}
