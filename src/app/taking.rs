//! The page to take away in the window: it is made in a thread, then kept, opened or printed.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui::Context;

use super::App;
use super::printer::{Printer, Sending};
#[cfg(feature = "desktop")]
use super::watching::Watching;
use crate::handout::printing::{Limits, Queue, Refusal};
use crate::handout::state::{Made, Said, State, Ways};
use crate::handout::{Cut, Handout, Wish, gather, trial};
use crate::library::Library;
use crate::mode::Features;
use crate::plan::Plan;
use crate::staff::Trial;
use crate::store::pages;
use crate::visit::{Screen, TakeAsk};

/// The page to take away, from the first wish to the printer.
pub(super) struct Taking {
    /// What is told of it.
    pub(super) state: State,
    /// Where pages are kept.
    documents: Option<PathBuf>,
    /// What the page was made of: once something else is wished for, it is no longer the one.
    of: Option<Handout>,
    pdf: Option<Arc<Vec<u8>>>,
    making: Option<Making>,
    #[cfg(feature = "pdf")]
    worker: super::worker::Worker,
    printer: Option<Printer>,
    queue: Queue,
    sending: Option<Sending>,
    /// A page on its way whose visitor has left: only the queue still wants to know what became of it.
    orphan: Option<Sending>,
    /// The page with which staff try the printer, on its way.
    trial: Option<Sending>,
    /// Whether someone asked for a page in this visit.
    someones: bool,
    /// Packs that are being written.
    #[cfg(feature = "desktop")]
    pub(super) watching: Option<Watching>,
    /// To wake the window from other threads.
    pub(super) ctx: Context,
    /// When it was looked after last, in egui's seconds.
    tended_at: f64,
}

/// A page that was set, on how many sides, and what found no room on them; or why there is none.
type Page = Result<(Vec<u8>, usize, Cut), String>;

/// A page in the making.
struct Making {
    stage: Arc<AtomicU8>,
    receiver: Receiver<Page>,
}

impl Taking {
    /// Nothing is made yet. Pages are kept among a person's documents.
    #[cfg_attr(not(feature = "desktop"), expect(unused_variables, reason = "only what watches folders asks for packs"))]
    pub(super) fn new(ctx: &Context, library: &Library, features: Features, documents: Option<PathBuf>) -> Self {
        let save = features.keeps_pages;
        let open = save && cfg!(feature = "desktop");
        let ways = Ways { make: cfg!(feature = "pdf"), save, open, print: false };
        Self {
            state: State { ways, ..State::default() },
            documents,
            of: None,
            pdf: None,
            making: None,
            #[cfg(feature = "pdf")]
            worker: super::worker::Worker::default(),
            printer: None,
            queue: Queue::new(Limits::default()),
            sending: None,
            orphan: None,
            trial: None,
            someones: false,
            // Where strangers stand, packs are changed by staff and with a new start.
            #[cfg(feature = "desktop")]
            watching: if features.closed { None } else { Watching::of(library, ctx) },
            ctx: ctx.clone(),
            tended_at: 0.0,
        }
    }

    /// Forgets the page and whose it was. What was printed today is still counted.
    pub(super) fn forget(&mut self) {
        self.someones = false;
        self.queue.forget_visit();
        // The queue lets one page go at a time, so there is no other.
        if let Some(sending) = self.sending.take() {
            self.orphan = Some(sending);
        }
        self.drop_page();
        self.state.said = None;
    }

    fn drop_page(&mut self) {
        (self.of, self.pdf, self.making) = (None, None, None);
        #[cfg(feature = "pdf")]
        self.worker.give_up();
        self.state.made = Made::Nothing;
    }

    /// Looks whether the page or the printer is ready.
    fn look(&mut self) {
        #[cfg(feature = "pdf")]
        if self.worker.tend() {
            // A thread that has ended wakes nobody any more.
            self.ctx.request_repaint_after_secs(0.1);
        }
        if let Some(making) = &self.making {
            self.state.made = if making.stage.load(Ordering::Relaxed) == 0 { Made::Drawing } else { Made::Setting };
            let ended = match making.receiver.try_recv() {
                Ok(ended) => Some(ended),
                Err(TryRecvError::Empty) => None,
                Err(TryRecvError::Disconnected) => Some(Err(String::new())),
            };
            if let Some(ended) = ended {
                self.making = None;
                self.state.made = match ended {
                    Ok((pdf, pages, cut)) => {
                        self.pdf = Some(Arc::new(pdf));
                        Made::Ready(pages, cut)
                    }
                    Err(why) => Made::Failed(why),
                };
            }
        }
        if let Some(taken) = self.orphan.as_ref().and_then(Sending::ended) {
            self.orphan = None;
            self.queue.done(taken);
        }
        if let Some(taken) = self.sending.as_ref().and_then(Sending::ended) {
            self.sending = None;
            self.queue.done(taken);
            self.state.said = Some(if taken { Said::Printed } else { Said::NotPrinted(Refusal::Unavailable) });
        }
    }

    /// What became of the printer's trial, once that is known.
    fn tried(&mut self) -> Option<Trial> {
        let taken = self.trial.as_ref().and_then(Sending::ended)?;
        self.trial = None;
        self.queue.done(taken);
        Some(if taken { Trial::Taken } else { Trial::NotTaken })
    }

    /// Prints the page, if that may be.
    fn print(&mut self) {
        let (Some(printer), Some(pdf), Made::Ready(pages, _)) = (&self.printer, &self.pdf, &self.state.made) else {
            return;
        };
        self.state.said = Some(match self.queue.ask(*pages) {
            Ok(()) => {
                self.sending = Some(printer.send(pdf.to_vec(), self.queue.limits().patience, &self.ctx));
                Said::Printing
            }
            Err(refusal) => Said::NotPrinted(refusal),
        });
    }

    /// Keeps the page as a file and tells where.
    fn save(&mut self, beginning: &str) -> Option<PathBuf> {
        let pdf = self.pdf.as_ref()?;
        let no_place = || std::io::Error::from(std::io::ErrorKind::NotFound);
        let folder = self.documents.as_deref().ok_or_else(no_place);
        match folder.and_then(|folder| pages::save(folder, beginning, pdf)) {
            Ok(path) => {
                self.state.said = Some(Said::Saved(path.display().to_string()));
                Some(path)
            }
            Err(why) => {
                self.state.said = Some(Said::NotSaved(why.to_string()));
                None
            }
        }
    }
}

impl App {
    /// Gives it a printer that takes pages straight, as a kiosk's set-up names one.
    pub fn print_on(&mut self, printer: Option<Printer>) {
        self.taking.state.ways.print = printer.is_some();
        self.taking.printer = printer;
    }

    /// Sends the page with which staff try the printer.
    pub(super) fn try_printer(&mut self) -> Trial {
        let Some(printer) = &self.taking.printer else { return Trial::NotTaken };
        match self.taking.queue.try_out() {
            Ok(()) => {
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

    /// What the page would hold as things stand; nothing where the packs lack what no page may go without.
    fn wished(&self) -> Option<Handout> {
        let wish = Wish { reading: self.visit.reader.reading, sheet: self.visit.taking.sheet };
        gather(&self.library.catalog, &self.tr, self.plan_on_page(), &self.visit.reader, wish).ok()
    }

    /// The plan that goes onto the page: none where nobody makes plans, or nothing is in it.
    fn plan_on_page(&self) -> Option<&Plan> {
        let plan = self.visit.planning.plan();
        (self.features.plans && !plan.steps.is_empty()).then_some(plan)
    }

    /// Looks after the page: whether it is ready, and whose it is.
    pub(super) fn tend_page(&mut self, ctx: &Context) {
        let now = ctx.input(|i| i.time);
        self.taking.queue.step((now - self.taking.tended_at) as f32);
        self.taking.tended_at = now;
        #[cfg(feature = "desktop")]
        self.take_in_packs(ctx);
        self.taking.look();
        if let Some(trial) = self.taking.tried() {
            self.attendance.tell_of_trial(trial);
        }
        if self.taking.someones && !self.visit.taking.asked {
            self.taking.forget();
        }
        self.taking.someones = self.visit.taking.asked;
    }

    /// What the page would hold, while somebody looks at its screen. A page that was made of something else goes.
    pub(super) fn page_on_screen(&mut self) -> Option<Handout> {
        let wished = (self.visit.screen == Screen::TakeAway).then(|| self.wished())?;
        if self.taking.of.is_some() && self.taking.of != wished {
            self.taking.drop_page();
            self.taking.state.said = None;
        }
        wished
    }

    /// Does what was asked of the page.
    pub(super) fn take(&mut self, ask: TakeAsk) {
        match ask {
            #[cfg(feature = "pdf")]
            TakeAsk::Make => self.make_page(),
            TakeAsk::Cancel => self.taking.drop_page(),
            TakeAsk::Save if self.taking.state.ways.save => _ = self.taking.save(&self.page_name()),
            TakeAsk::Open if self.taking.state.ways.open => self.open_page(),
            TakeAsk::Print if self.taking.state.ways.print => self.taking.print(),
            _ => {}
        }
    }

    /// The name of a page's file begins with the day, where it is known.
    fn page_name(&self) -> String {
        let day = self.today.or_else(|| self.clock.day());
        day.map_or_else(|| "deqi".to_owned(), |day| format!("deqi-{day}"))
    }

    fn open_page(&mut self) {
        let name = self.page_name();
        if let Some(path) = self.taking.save(&name) {
            let shown = path.display().to_string();
            self.taking.state.said = Some(match open(&path) {
                Ok(()) => Said::Opened(shown),
                Err(why) => Said::NotOpened(format!("{shown}: {why}")),
            });
        }
    }

    /// Makes the page in a thread of its own. One that nobody wants any more ends early or is thrown away, and the next
    /// waits for its end.
    #[cfg(feature = "pdf")]
    fn make_page(&mut self) {
        use crate::handout::{numbered, pdf, pictures};

        let (Some(handout), Some(figure)) = (self.wished(), self.figure()) else { return };
        let template = self.library.template().unwrap_or_else(|| pdf::TEMPLATE.to_owned());
        let most = crate::model::Sheet::MOST_STEPS;
        let numbers = self.plan_on_page().map(|plan| numbered(&figure, plan, most)).unwrap_or_default();
        // Paper is pale, whatever the screen is.
        let Ok(look) = crate::theme::Look::new(crate::theme::ThemeName::Light) else { return };
        let skin = self.settings.skin;
        let stage = Arc::new(AtomicU8::new(0));
        let (sender, receiver) = std::sync::mpsc::channel();
        self.taking.of = Some(handout.clone());
        self.taking.pdf = None;
        self.taking.state.said = None;
        self.taking.state.made = Made::Drawing;
        self.taking.making = Some(Making { stage: Arc::clone(&stage), receiver });
        let ctx = self.taking.ctx.clone();
        let tr = crate::i18n::Tr::english();
        let passers_by = self.features.passers_by;
        self.taking.worker.work(move || {
            let drawn = pictures(&tr, &figure, &look, skin, &numbers);
            stage.store(1, Ordering::Relaxed);
            ctx.request_repaint();
            // Given up meanwhile: nobody else looks at how far it is.
            if Arc::strong_count(&stage) == 1 {
                return;
            }
            let page = pdf::render(&Handout { pictures: drawn, ..handout }, &template);
            if passers_by {
                pdf::forget();
            }
            // Nobody waits any more where it was given up.
            let _given_up =
                sender.send(page.map(|page| (page.pdf, page.pages, page.cut)).map_err(|why| why.to_string()));
            ctx.request_repaint();
        });
    }
}

#[cfg(feature = "desktop")]
pub(super) fn open(path: &std::path::Path) -> Result<(), String> {
    opener::open(path).map_err(|why| why.to_string())
}

#[cfg(not(feature = "desktop"))]
pub(super) fn open(_path: &std::path::Path) -> Result<(), String> {
    Err(String::new())
}

#[cfg(test)]
mod folder;

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
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

    /// Someone's page, sent to a printer that takes its time until a file of this name is there.
    fn sent(folder: &std::path::Path) -> Taking {
        let program = folder.join("lp");
        let script = format!("#!/bin/sh\nwhile [ ! -e {}/ready ]; do sleep 0.05; done\n", folder.display());
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let library = Library::over(crate::model::Catalog::default());
        let mut taking = Taking::new(&Context::default(), &library, Mode::Kiosk.features(), None);
        taking.printer = Printer::with(program, "Front_Desk");
        taking.pdf = Some(Arc::new(b"%PDF someone's page".to_vec()));
        taking.state.made = Made::Ready(1, Cut::default());
        taking.print();
        assert_eq!(taking.state.said, Some(Said::Printing));
        taking
    }

    /// Lets the printer take the page, and looks until the next page could be asked for but for the pause.
    fn taken(folder: &std::path::Path, taking: &mut Taking) {
        std::fs::write(folder.join("ready"), "").unwrap();
        for _ in 0..600 {
            taking.look();
            if taking.queue.refusal(1) != Some(Refusal::Busy) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the queue is never told that the page was taken");
    }

    #[test]
    fn whoever_comes_next_is_not_told_that_the_page_before_was_printed() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taking.forget();
        taking.look();
        assert_eq!(taking.queue.refusal(1), Some(Refusal::Busy), "the printer still has it");
        taken(folder.path(), &mut taking);
        assert_eq!((taking.state.said, taking.state.made), (None, Made::Nothing));
        assert_eq!(taking.queue.refusal(1), Some(Refusal::Soon(60)), "the pause is the printer's");
    }

    #[test]
    fn whoever_waits_is_told_that_the_printer_has_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let mut taking = sent(folder.path());
        taken(folder.path(), &mut taking);
        assert_eq!(taking.state.said, Some(Said::Printed));
    }
}
