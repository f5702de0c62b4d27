//! The plan on the table outlasts the window: what was not kept under a name is there again at the next start.

use std::mem;

use eframe::egui::Context;

use super::quiet::Quiet;
use super::shelf::Left;
use super::{App, is_hidden};
use crate::content::plan::read;
use crate::plan::Plan;
use crate::visit::{PlanNews, Planning};

/// What of the plan on the table lies on the disk.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Whether somebody began with plans, and it was looked for what an earlier window left.
    begun: bool,
    /// Whether the disk told what that is. Until then nothing may take its place.
    looked: bool,
    /// The text on the disk.
    held: Option<String>,
    /// When the next is written down, in egui's seconds.
    quiet: Quiet<Table>,
    /// Whether the disk did not take it: that is told once.
    refused: bool,
}

/// What decides whether a plan needs a draft.
#[derive(Debug, Default)]
struct Table {
    plan: Plan,
    origin: Option<String>,
}

impl From<&Planning> for Table {
    fn from(planning: &Planning) -> Self {
        Self { plan: planning.plan().clone(), origin: planning.origin.clone() }
    }
}

impl PartialEq<Table> for Planning {
    fn eq(&self, table: &Table) -> bool {
        *self.plan() == table.plan && self.origin == table.origin
    }
}

impl App {
    /// Puts the plan that an earlier window left on the table, before the first thing is done with plans.
    pub(super) fn find_draft(&mut self) {
        // A file that another window has is waited for: not with each stroke of a pen.
        let begun = mem::replace(&mut self.plans.draft.begun, true);
        if begun && self.plans.shelf.is_closed() {
            return;
        }
        if let Err(why) = self.look(false) {
            self.visit.planning.news = Some(PlanNews::Failed(why));
        }
    }

    /// Looks what an earlier window left, or another one meanwhile, unless that is known. What cannot lie on the table as
    /// a whole is put aside under a name. `make`: the file too, where there is none.
    fn look(&mut self, make: bool) -> Result<(), String> {
        if self.plans.draft.looked {
            return Ok(());
        }
        let left = self.plans.shelf.draft(&self.tr, make)?;
        // Something should be told of the file although all works.
        let mut lines: Vec<String> = self.plans.shelf.told().into_iter().collect();
        let name = self.tr.text("plan-draft");
        let (text, plan) = match left {
            Left::Nothing => {
                // A file that is not there yet may be another window's by the time this one writes.
                self.plans.draft.looked = !self.plans.shelf.is_closed();
                if let Some(told) = lines.pop() {
                    self.visit.planning.news = Some(PlanNews::Failed(told));
                }
                return Ok(());
            }
            Left::Damaged => {
                lines.push(self.tr.text("plan-draft-damaged"));
                (None, None)
            }
            Left::Plan(text) => {
                let read = read(&name, text.as_bytes(), &self.library.catalog);
                lines.extend(read.problems.iter().map(ToString::to_string));
                (read.problems.is_empty().then_some(text), read.plan)
            }
        };
        // What was begun meanwhile stays.
        let plan = plan.filter(|_| self.visit.planning.plan().is_empty());
        let held = text.filter(|_| plan.is_some());
        if held.is_none() {
            let free = self.free_name(&name)?;
            self.plans.shelf.set_draft_aside(&self.tr, &free)?;
            lines.push(self.tr.text_with("plan-whole-kept", &[("name", free.into())]));
            self.list();
        }
        self.plans.draft.looked = true;
        let is_whole = held.is_some();
        self.plans.draft.held = held;
        self.visit.planning.news = Some(match plan {
            Some(plan) => {
                self.visit.begin_plan(plan);
                if is_whole {
                    self.plans.draft.quiet.asks(&self.visit.planning);
                }
                PlanNews::Found(lines)
            }
            None => PlanNews::Aside(lines),
        });
        Ok(())
    }

    /// Writes the plan down once nobody has changed it for a moment, and before the window closes.
    pub(super) fn tend_draft(&mut self, ctx: &Context) {
        let planning = &self.visit.planning;
        let draft = &mut self.plans.draft;
        let (now, closes) = ctx.input(|i| (i.time, i.viewport().close_requested()));
        if draft.quiet.was_asked(planning) && !(closes && draft.refused) {
            return;
        }
        // While nobody sees the window egui's time stands still, and nobody changes anything either.
        if !closes
            && !is_hidden(ctx)
            && let Some(seconds) = draft.quiet.waits(planning, now)
        {
            ctx.request_repaint_after_secs(seconds as f32);
            return;
        }
        draft.quiet.asks(planning);
        let before = draft.refused;
        let written = self.write_draft();
        self.plans.draft.refused = written.is_err();
        if let Err(why) = written
            && !before
        {
            self.visit.planning.news = Some(PlanNews::Failed(why));
        }
    }

    /// Writes down what is needed. A plan that is empty, or lies under its name as it is, needs no draft.
    fn write_draft(&mut self) -> Result<(), String> {
        self.look(!self.visit.planning.plan().is_empty())?;
        let planning = &self.visit.planning;
        let mut needed = if planning.plan().is_empty() { None } else { Some(self.text_of(planning.plan())?) };
        if needed.is_some() {
            let named = self.plans.shelf.named(&self.tr, planning.plan().name.trim());
            if needed == planning.origin || named.is_ok_and(|named| named == needed) {
                needed = None;
            }
        }
        if needed == self.plans.draft.held {
            return Ok(());
        }
        self.plans.shelf.keep_draft(&self.tr, needed.as_deref())?;
        self.plans.draft.held = needed;
        Ok(())
    }
}
