//! The page on its way to the printer, what came of it, and what is taken back when its visitor has left.

use std::convert::Infallible;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::Taking;
use crate::app::App;
use crate::app::printer::{Came, Printer, Sending};
use crate::handout::handed::Job;
use crate::handout::printing::Refusal;
use crate::handout::state::{Made, Said};
use crate::handout::trial;
use crate::staff::Trial;

/// How long the end of the program waits for a page on its way, and for pages that are taken back: less than the second
/// that a kiosk has for its end.
const LAST: Duration = Duration::from_millis(350);

impl Taking {
    /// Prints the page, if that may be.
    pub(super) fn print(&mut self) {
        let (Some(printer), Some(pdf), Made::Ready(pages, _)) = (&self.printer, &self.pdf, &self.state.made) else {
            return;
        };
        self.state.said = Some(match self.queue.ask(*pages) {
            Ok(()) => {
                // What others left would come out before it.
                let left = self.handed.take_left();
                self.take_back(left);
                self.sending = Some(printer.send(pdf.to_vec(), self.queue.limits().patience, &self.ctx));
                Said::Printing
            }
            Err(refusal) => Said::NotPrinted(refusal),
        });
    }

    /// Hears what came of the pages on their way.
    pub(super) fn hear(&mut self) {
        if let Some(came) = self.orphan.as_ref().and_then(Sending::ended) {
            self.orphan = None;
            self.queue.done(matches!(came, Came::Taken(_)));
            if let Came::Taken(Some(job)) = came
                && self.passers_by
            {
                self.handed.add_left(job);
            }
        }
        if let Some(came) = self.sending.as_ref().and_then(Sending::ended) {
            self.sending = None;
            self.queue.done(matches!(came, Came::Taken(_)));
            self.state.said = Some(self.heard(came));
        }
    }

    /// What is told of a page that was sent. Strangers are told no names of printers, and what they handed in is
    /// remembered.
    fn heard(&mut self, came: Came) -> Said {
        match came {
            Came::Taken(job) if self.passers_by => {
                if let Some(job) = job {
                    self.handed.add(job);
                }
                Said::Printed
            }
            _ if self.passers_by => Said::NotPrinted(Refusal::Unavailable),
            Came::Taken(job) => Said::Handed(job.map(|job| job.printer().to_owned())),
            Came::NoPrinter => Said::NotPrinted(Refusal::NoPrinter),
            Came::Refused => Said::NotPrinted(Refusal::NotTaken),
        }
    }

    /// Lets time pass for the printer, and takes back what should have come out by now.
    pub(super) fn step(&mut self, dt: f32) {
        self.queue.step(dt);
        let late = self.handed.step(dt);
        self.take_back(late);
        if let Some(until) = self.handed.until() {
            self.ctx.request_repaint_after_secs(until);
        }
    }

    /// Takes pages back from the printer, off this thread. Nobody waits for that but the end of the program.
    fn take_back(&self, jobs: Vec<Job>) -> Option<Receiver<Infallible>> {
        let printer = self.printer.as_ref().filter(|_| !jobs.is_empty())?;
        Some(printer.take_back(jobs))
    }

    /// The program is about to end, and nobody will look after what strangers handed in: it is taken back.
    fn end(&mut self) -> Option<Receiver<Infallible>> {
        let jobs = self.handed.take_all();
        self.take_back(jobs)
    }

    /// What became of the printer's trial, once that is known.
    pub(super) fn tried(&mut self) -> Option<Trial> {
        let taken = matches!(self.trial.as_ref().and_then(Sending::ended)?, Came::Taken(_));
        self.trial = None;
        self.queue.done(taken);
        Some(if taken { Trial::Taken } else { Trial::NotTaken })
    }
}

impl Drop for Taking {
    fn drop(&mut self) {
        for sending in [self.sending.take(), self.orphan.take()].into_iter().flatten().filter(|_| self.passers_by) {
            if let Some(Came::Taken(Some(job))) = sending.ended_within(LAST) {
                self.handed.add(job);
            }
        }
        if let Some(done) = self.end() {
            // It ends when the other side lets go.
            let _done = done.recv_timeout(LAST);
        }
    }
}

impl App {
    /// Gives it a printer that takes pages straight: the one that a kiosk's set-up names, elsewhere the usual one.
    pub fn print_on(&mut self, printer: Option<Printer>) {
        self.taking.state.ways.print = printer.is_some();
        self.taking.printer = printer;
    }

    /// Sends the page with which staff try the printer.
    pub(in crate::app) fn try_printer(&mut self) -> Trial {
        let Some(printer) = &self.taking.printer else { return Trial::NotTaken };
        match self.taking.queue.try_out() {
            Ok(()) => {
                let left = self.taking.handed.take_left();
                self.taking.take_back(left);
                let says = ["trial-page-works", "trial-page-frame", "trial-page-visitors"].map(|key| self.tr.text(key));
                let page = trial(&self.tr.text("trial-page-title"), &says);
                let patience = self.taking.queue.limits().patience;
                self.taking.trial = Some(printer.send(page, patience, &self.taking.ctx));
                Trial::Sent
            }
            Err(Refusal::Soon(seconds)) => Trial::Soon(seconds),
            Err(_) => Trial::Busy,
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;
    use std::sync::Arc;
    use std::time::Duration;

    use eframe::egui::Context;

    use super::Taking;
    use crate::app::printer::Printer;
    use crate::handout::Cut;
    use crate::handout::printing::Refusal;
    use crate::handout::state::{Made, Said};
    use crate::library::Library;
    use crate::mode::Mode;

    fn command(folder: &Path, name: &str, does: &str) {
        let program = folder.join(name);
        fs::write(&program, format!("#!/bin/sh\n{does}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Someone's page for a printer that does this.
    fn page(folder: &Path, mode: Mode, does: &str) -> Taking {
        command(folder, "lp", does);
        // One line at once, so that two that run together leave two lines.
        command(folder, "cancel", &format!("echo \"$@\" >> {}/cancelled", folder.display()));
        let library = Library::over(crate::model::Catalog::default());
        let mut taking = Taking::new(&Context::default(), &library, mode.features(), None);
        let usual = Printer::usual_by(folder.join("lp"));
        taking.printer = if mode == Mode::Kiosk { Printer::with(folder.join("lp"), "Front_Desk") } else { Some(usual) };
        again(&mut taking);
        taking
    }

    /// The page is there, and shall be printed.
    fn again(taking: &mut Taking) {
        taking.pdf = Some(Arc::new(b"%PDF someone's page".to_vec()));
        taking.state.made = Made::Ready(1, Cut::default());
        taking.print();
        assert_eq!(taking.state.said, Some(Said::Printing));
    }

    /// Someone's page, sent to a printer that takes its time until a file of this name is there, and numbers its pages.
    fn sent(folder: &Path) -> Taking {
        let shown = folder.display();
        let does = format!(
            "while [ ! -e {shown}/ready ]; do sleep 0.05; done\necho x >> {shown}/jobs\n\
             echo \"request id is Front_Desk-$(wc -l < {shown}/jobs | tr -d ' ') (1 file(s))\""
        );
        page(folder, Mode::Kiosk, &does)
    }

    /// Looks until the next page could be asked for but for the pause.
    fn looks(taking: &mut Taking) {
        for _ in 0..600 {
            taking.look();
            if taking.queue.refusal(1) != Some(Refusal::Busy) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the queue is never told what came of the page");
    }

    /// Lets the printer take the page.
    fn taken(folder: &Path, taking: &mut Taking) {
        fs::write(folder.join("ready"), "").unwrap();
        looks(taking);
    }

    /// Someone's page that the printer took before they left.
    fn left(folder: &Path) -> Taking {
        let mut taking = sent(folder);
        taken(folder, &mut taking);
        taking.forget();
        taking
    }

    /// The pages that were taken back, once there are so many; or those that are there after a while.
    fn cancelled(folder: &Path, count: usize) -> Vec<String> {
        let all = || fs::read_to_string(folder.join("cancelled")).unwrap_or_default();
        for _ in 0..500 {
            if count > 0 && all().lines().count() >= count {
                break;
            }
            std::thread::sleep(Duration::from_millis(if count == 0 { 1 } else { 20 }));
        }
        let mut all: Vec<String> = all().lines().map(str::to_owned).collect();
        all.sort();
        all
    }

    #[test]
    fn whoever_comes_next_is_not_told_that_the_page_before_was_printed() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taking.forget();
        taking.look();
        assert_eq!(taking.queue.refusal(1), Some(Refusal::Busy), "the printer still has it");
        taken(folder.path(), &mut taking);
        assert_eq!((&taking.state.said, &taking.state.made), (&None, &Made::Nothing));
        assert_eq!(taking.queue.refusal(1), Some(Refusal::Soon(60)), "the pause is the printer's");
    }

    #[test]
    fn whoever_waits_is_told_that_the_printer_has_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taken(folder.path(), &mut taking);
        assert_eq!(taking.state.said, Some(Said::Printed));
    }

    #[test]
    fn a_page_that_waits_in_the_queue_is_taken_back_a_minute_after_its_visitor_has_left() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taken(folder.path(), &mut taking);
        taking.step(600.0);
        assert_eq!(cancelled(folder.path(), 0), [""; 0], "its visitor is still there");
        taking.forget();
        taking.step(59.0);
        assert_eq!(cancelled(folder.path(), 0), [""; 0], "its visitor may be on their way to the printer");
        taking.step(1.0);
        assert_eq!(cancelled(folder.path(), 1), ["Front_Desk-1"]);
        taking.step(600.0);
        drop(taking);
        assert_eq!(cancelled(folder.path(), 0), ["Front_Desk-1"], "once");
    }

    #[test]
    fn a_page_that_the_printer_takes_after_its_visitor_has_left_is_taken_back_too() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taking.forget();
        taken(folder.path(), &mut taking);
        taking.step(60.0);
        assert_eq!(cancelled(folder.path(), 1), ["Front_Desk-1"]);
    }

    #[test]
    fn whoever_prints_next_finds_no_page_of_another_before_theirs() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = left(folder.path());
        // The pause was over when the visitor left.
        taking.queue.step(60.0);
        again(&mut taking);
        assert_eq!(cancelled(folder.path(), 1), ["Front_Desk-1"]);
        looks(&mut taking);
        assert_eq!(cancelled(folder.path(), 0), ["Front_Desk-1"], "their own page stays");
    }

    #[test]
    fn at_the_end_of_the_program_nothing_of_strangers_is_left_in_the_queue() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = left(folder.path());
        taking.queue.step(60.0);
        // The second one has not even said its name yet.
        again(&mut taking);
        drop(taking);
        assert_eq!(cancelled(folder.path(), 2), ["Front_Desk-1", "Front_Desk-2"]);
    }

    #[test]
    fn where_no_strangers_print_it_is_told_what_came_of_it_and_nothing_is_taken_back() {
        let told = |mode: Mode, does: &str| {
            let folder = tempfile::tempdir().unwrap();
            let mut taking = page(folder.path(), mode, does);
            looks(&mut taking);
            let said = taking.state.said.take().unwrap();
            taking.forget();
            taking.step(600.0);
            drop(taking);
            assert_eq!(cancelled(folder.path(), 0), [""; 0], "{does}");
            said
        };
        let (took, took_in_silence) = ("cat > /dev/null; echo 'request id is Desk-7 (1 file(s))'", "cat > /dev/null");
        let none = "echo 'lp: Error - no default destination available.' >&2; exit 1";
        for mode in [Mode::Home, Mode::Practice] {
            assert_eq!(told(mode, took), Said::Handed(Some("Desk".to_owned())));
            assert_eq!(told(mode, took_in_silence), Said::Handed(None));
            assert_eq!(told(mode, none), Said::NotPrinted(Refusal::NoPrinter));
            assert_eq!(told(mode, "exit 1"), Said::NotPrinted(Refusal::NotTaken));
        }
        assert_eq!(told(Mode::Kiosk, none), Said::NotPrinted(Refusal::Unavailable), "that is for staff to know");
    }
}
