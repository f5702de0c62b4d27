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
use crate::handout::handed::Handed;
use crate::handout::printing::{Limits, Queue};
use crate::handout::state::{Made, Said, State, Ways};
use crate::handout::{Cut, Handout, Wish, gather};
use crate::library::Library;
use crate::mode::Features;
use crate::plan::Plan;
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
    /// Whether strangers print here, one after the other.
    passers_by: bool,
    queue: Queue,
    /// What strangers handed in.
    handed: Handed,
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
            passers_by: features.passers_by,
            queue: Queue::new(if features.passers_by { Limits::default() } else { Limits::attended() }),
            handed: Handed::default(),
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

    /// Forgets the page and whose it was. What was printed today is still counted; what the printer has and has not printed
    /// has a minute to come out.
    pub(super) fn forget(&mut self) {
        self.someones = false;
        self.queue.forget_visit();
        self.handed.leave();
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
        self.hear();
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
        self.taking.step((now - self.taking.tended_at) as f32);
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
        let numbers = self.plan_on_page().map(|plan| numbered(&figure, plan)).unwrap_or_default();
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
mod printing;
