//! A guided story in the window: its time comes in, and what it directs is done as if a visitor had asked.

use std::time::Duration;

use eframe::egui::Context;

use super::App;
use crate::visit::{Action, Cue, StoryAsk, Telling};

/// A window that was away for longer goes on where it was.
const MOST: f64 = 1.0;

impl App {
    /// Lets the time of a story pass. While it waits, or where nothing may move by itself, it asks for no frame; while
    /// a caption is read, the next frame comes when something else moves or the step is over.
    pub(super) fn tell(&mut self, ctx: &Context) {
        let now = ctx.input(|i| i.time);
        let passed = (now - self.told_at).clamp(0.0, MOST);
        self.told_at = now;
        if self.visit.story.as_ref().is_none_or(|story| story.telling != Telling::Plays) {
            return;
        }
        if self.is_still() {
            self.apply(vec![Action::Story(StoryAsk::Pause)]);
            return;
        }
        if let Some(next) = self.visit.pass(passed as f32) {
            self.apply(vec![next]);
            ctx.request_repaint();
        }
        if let Some(left) = self.visit.story.as_ref().and_then(crate::visit::Playing::left) {
            ctx.request_repaint_after(Duration::from_secs_f64(f64::from(left).min(MOST)));
        }
    }

    /// Does what a story directs.
    pub(super) fn follow(&mut self, cues: Vec<Cue>) {
        let still = self.is_still();
        for cue in cues {
            for action in self.visit.directed(&self.library.catalog, &cue, still) {
                for effect in self.visit.follow(&self.library.catalog, action) {
                    self.carry_out(effect);
                }
            }
        }
    }
}
