//! The clinic's people in the window: a call brings them to the door, their orders are carried out, and when they go the
//! screen begins anew for the next visitor.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use super::{App, guard};
use crate::content::{Folder, PackSource};
use crate::library::Library;
use crate::staff::{Ask, Lock, Order, Place, Staff, Trial};
use crate::store::pin;
use crate::store::settings::POINTS_PER_MM;
use crate::visit::{Change, Effect};

/// So many lines are shown of what was read: nobody reads more on a wall.
const MOST_LINES: usize = 200;

/// How the program ended.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Ending {
    /// The window was closed; of a kiosk, by its staff, for good.
    #[default]
    Left,
    /// Staff want it to be started again.
    Restart,
    /// The window of a kiosk went away and no staff had said so.
    Lost,
}

/// The staff, and what only they can bring about.
#[derive(Debug, Default)]
pub(super) struct Attendance {
    staff: Staff,
    /// When time was looked at last, in egui's seconds.
    at: f64,
    /// How staff ended the program.
    ending: Arc<OnceLock<Ending>>,
}

impl Attendance {
    /// Nobody is there yet, and so many wrong PINs were tried before this start.
    pub(super) fn after(wrong_pins: u16) -> Self {
        Self { staff: Staff::behind(Lock::after(wrong_pins)), ..Self::default() }
    }

    /// The same, which tells here how staff ended the program.
    pub(super) fn with_ending(self, ending: Arc<OnceLock<Ending>>) -> Self {
        Self { ending, ..self }
    }

    pub(super) fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Tells the staff what became of the printer's trial.
    pub(super) fn tell_of_trial(&mut self, trial: Trial) {
        self.staff.tell_of_trial(trial);
    }

    /// Whether the screen is theirs now.
    pub(super) fn is_here(&self) -> bool {
        self.staff.place() != Place::Away
    }

    /// Whether they have ended the program.
    pub(super) fn has_ended(&self) -> bool {
        self.ending.get().is_some()
    }
}

impl App {
    /// What the staff did: for tests.
    pub fn staff(&self) -> &Staff {
        &self.attendance.staff
    }

    /// How staff ended the program, if they did: for tests.
    pub fn ending(&self) -> Option<Ending> {
        self.attendance.ending.get().copied()
    }

    /// Lets the staff's time pass, and hears their call. Whether the screen is theirs.
    pub(super) fn attend(&mut self, ctx: &Context) -> bool {
        if !self.features.staff {
            return false;
        }
        let now = ctx.input(|i| i.time);
        let passed = (now - self.attendance.at).max(0.0);
        self.attendance.at = now;
        let was_here = self.attendance.is_here();
        self.attendance.staff.step(passed as f32);
        if guard::was_called(ctx) {
            self.attendance.staff.apply(Ask::Call);
        }
        self.go_on(ctx, was_here);
        if let Some(change) = self.attendance.staff.changes_in() {
            ctx.request_repaint_after(Duration::from_secs_f32(change.max(0.02)));
        }
        self.attendance.is_here()
    }

    /// Does what the staff asked for.
    pub(super) fn serve(&mut self, ctx: &Context, asks: Vec<Ask>) {
        for ask in asks {
            let was_here = self.attendance.is_here();
            if let Some(order) = self.attendance.staff.apply(ask) {
                self.obey(ctx, order);
            }
            self.go_on(ctx, was_here);
            ctx.request_repaint();
        }
    }

    /// The guard learns how things stand; where the staff has just gone, the visitors' screen begins anew.
    fn go_on(&mut self, ctx: &Context, was_here: bool) {
        let cleaning = matches!(self.attendance.staff.place(), Place::Cleaning(_));
        guard::tell(ctx, |guard| guard.deaf = cleaning);
        if was_here && !self.attendance.is_here() {
            self.leaves = true;
        }
    }

    fn obey(&mut self, ctx: &Context, order: Order) {
        match order {
            Order::Try(typed) => {
                let right = self.kiosk.pin.as_deref().is_some_and(|hash| pin::matches(hash, &typed));
                self.attendance.staff.answer(right);
                self.pulse.pin_was_tried(self.attendance.staff.wrong_pins());
            }
            Order::ReadPack => {
                let lines = self.faults_of_the_pack();
                self.attendance.staff.show(lines);
            }
            Order::ReadRecords => self.attendance.staff.show(self.kiosk.records(MOST_LINES)),
            Order::Measure(scale) => {
                // What the set-up file may say, and no less: everything would be too small to be measured again.
                let scale = scale.clamp(*POINTS_PER_MM.start(), *POINTS_PER_MM.end());
                self.kiosk.points_per_mm = Some(scale);
                // It is the house's, and outlasts every visit.
                self.house.points_per_mm = Some(scale);
                self.carry_out(Effect::Set(Change::PointsPerMillimetre(scale)));
            }
            Order::PrintTrial => {
                let trial = self.try_printer();
                self.attendance.tell_of_trial(trial);
            }
            Order::Leave => self.end(ctx, Ending::Left),
            Order::Restart => self.end(ctx, Ending::Restart),
        }
    }

    fn end(&mut self, ctx: &Context, ending: Ending) {
        // The first word counts; a second one could only come in the same frame.
        let _first = self.attendance.ending.set(ending);
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// What is wrong with the pack as it lies in its folder now, a line each.
    fn faults_of_the_pack(&self) -> Vec<String> {
        let folder = self.kiosk.pack.as_deref().map(Folder::open).transpose();
        match folder {
            Ok(folder) => {
                let packs = folder.into_iter().map(|folder| Box::new(folder) as Box<dyn PackSource>).collect();
                Library::read(packs).problems.iter().take(MOST_LINES).map(ToString::to_string).collect()
            }
            Err(error) => vec![error.to_string()],
        }
    }
}
