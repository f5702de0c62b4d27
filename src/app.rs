//! The program as eframe sees it: time comes in, actions go out, settings are kept.

mod ahead;
mod attendance;
mod clock;
mod crash;
mod diary;
mod diary_draft;
mod diary_pdf;
mod draft;
mod effects;
mod guard;
mod loading;
mod moving;
mod plain;
mod plans;
mod printer;
mod pulse;
mod quiet;
mod shelf;
mod showing;
mod sizing;
mod start;
mod taking;
mod telling;
mod turning;
mod visitors;
#[cfg(feature = "desktop")]
mod watching;
#[cfg(any(feature = "pdf", test))]
mod worker;

pub use ahead::Ahead;
pub use attendance::Ending;
pub use crash::record_crashes;
pub use diary::Keeper;
pub use plain::Plain;
pub use printer::Printer;
pub use pulse::Pulse;
pub use start::{Start, open, open_plain};

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions, Ui, ViewportCommand};

use self::attendance::Attendance;
use self::clock::Clock;
use self::loading::Loading;
use self::taking::Taking;
use crate::body::figure::Figure;
use crate::body::flight::Spin;
use crate::body::views::NamedView;
use crate::i18n::{Language, Tr};
use crate::library::Library;
use crate::mode::Features;
use crate::model::{Day, FigureId};
use crate::search;
use crate::sim::qi::Part;
use crate::store::kiosk::Kiosk;
use crate::store::paths;
use crate::store::settings::{Motion, Settings, ThemeChoice, USUAL_POINTS_PER_MM};
use crate::theme::{self, Look, ThemeName};
use crate::ui::{Caches, Cx};
use crate::visit::{Action, Effect, Idle, Patience, Screen, Visit, Waiting};

/// The program.
pub struct App {
    library: Library,
    search: search::Index,
    figures: BTreeMap<FigureId, Arc<Figure>>,
    /// Figures that could not be read: they are not asked for again.
    unreadable: BTreeSet<FigureId>,
    loading: Option<Loading>,
    tr: Tr,
    /// The words in the language that a visitor chose.
    spoken: Option<Tr>,
    languages: Vec<Language>,
    look: Look,
    /// The look of the picture that invites.
    night: Look,
    dressed: Option<(ThemeName, bool, sizing::Sizes)>,
    settings: Settings,
    /// The settings that every visit begins with.
    house: Settings,
    settings_file: Option<PathBuf>,
    features: Features,
    /// What the clinic set up, where Deqi is a kiosk.
    kiosk: Kiosk,
    attendance: Attendance,
    visit: Visit,
    caches: Caches,
    clock: Clock,
    /// A day that stands in for the one on the calendar.
    today: Option<Day>,
    /// One white pixel, see [`Cx::plain`].
    plain: TextureHandle,
    /// What the visitor should know: settings that could not be kept.
    note: Option<String>,
    /// The page to take away.
    taking: Taking,
    /// When the time of a story was looked at last, in egui's seconds.
    told_at: f64,
    /// Tells the supervisor that all is well.
    pulse: Pulse,
    /// Who is before the screen, where visitors come one after the other.
    idle: Idle,
    /// Since when nobody is.
    waiting: Waiting,
    /// How many words the last picture had.
    words: usize,
    /// Whether the visitor asked to leave: the next frame begins with forgetting them.
    leaves: bool,
    /// When it was looked last whether somebody is there.
    seen_at: visitors::Moment,
    /// What is kept for plans.
    plans: plans::Plans,
    /// Where the diary is kept.
    keeper: Keeper,
}

impl App {
    /// Makes the program ready: fonts now, figures in the background.
    ///
    /// # Errors
    /// Where a built-in theme file cannot be read.
    pub fn new(ctx: &Context, start: Start) -> Result<Self, ron::error::SpannedError> {
        theme::install_fonts(ctx);
        let plain = ctx.load_texture("plain", ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::NEAREST);
        theme::paint_rounded(ctx, plain.id());
        theme::bound_letters(ctx);
        let look = Look::new(ThemeName::Light)?;
        let search = search::Index::new(&start.library.catalog);
        let patience = Patience::new(f32::from(start.kiosk.idle_seconds));
        let asked = start.settings_file.as_deref().and_then(paths::asked_by);
        let taking = Taking::new(ctx, &start.library, start.mode.features(), paths::documents_folder(asked));
        let plans = plans::Plans::beside(start.settings_file.as_deref());
        let mut app = Self {
            library: start.library,
            search,
            figures: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            loading: None,
            tr: start.tr,
            spoken: None,
            languages: visitors::offered(&start.kiosk),
            look,
            night: Look::new(ThemeName::Dark)?,
            dressed: None,
            house: start.settings.clone(),
            settings: start.settings,
            settings_file: start.settings_file,
            features: start.mode.features(),
            kiosk: start.kiosk,
            attendance: Attendance::after(start.wrong_pins),
            visit: Visit::default(),
            caches: Caches::default(),
            clock: Clock::default(),
            today: None,
            plain,
            note: None,
            taking,
            told_at: 0.0,
            pulse: Pulse::default(),
            idle: Idle::new(patience),
            waiting: Waiting::default(),
            words: 0,
            leaves: false,
            seen_at: visitors::Moment::default(),
            plans,
            keeper: Keeper::default(),
        };
        app.visit.planning.favourites = app.settings.favourites.iter().cloned().collect();
        app.dress(ctx)?;
        Ok(app)
    }

    /// Takes the chosen figure over from a program that has read it: for tests that open many.
    pub fn load_from(&mut self, other: &Self) {
        let figure = other.figures.get_key_value(&self.settings.figure);
        self.figures.extend(figure.map(|(id, figure)| (*id, Arc::clone(figure))));
    }

    /// Does what a visitor would ask for: for tests and pictures.
    pub fn ask(&mut self, action: Action) {
        self.apply(vec![action]);
    }

    /// Turns the body a little and lets it turn on, as a drag does: for measuring.
    pub fn turn(&mut self, radians: f32) {
        self.step(radians);
        self.visit.turning.release(Spin { yaw: radians * 60.0, pitch: 0.0 });
    }

    /// Turns the body a little at once: for measuring.
    pub fn step(&mut self, radians: f32) {
        if let Some(figure) = self.figure() {
            let home = NamedView::LowBack.camera(&figure.landmarks);
            let camera = self.visit.turning.camera(home).turned(radians, 0.0);
            self.visit.turning.cut_to(camera);
        }
    }

    /// Takes a day for today's: a wrong clock may not hide anything, so tests try some.
    pub fn set_today(&mut self, day: Day) {
        self.today = Some(day);
    }

    /// Stops the clock on the wall at an hour: for tests and pictures.
    pub fn stop_the_clock(&mut self, hour: f32) {
        self.clock = Clock::Stopped(hour);
    }

    /// What the visitor did: for tests.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// How Deqi looks and behaves: for tests.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Puts on the theme, the text size and the motion that were chosen.
    fn dress(&mut self, ctx: &Context) -> Result<(), ron::error::SpannedError> {
        let theme = match self.settings.theme {
            ThemeChoice::Light => ThemeName::Light,
            ThemeChoice::Dark => ThemeName::Dark,
            ThemeChoice::Contrast => ThemeName::Contrast,
            ThemeChoice::System => match ctx.system_theme() {
                Some(eframe::egui::Theme::Dark) => ThemeName::Dark,
                _ => ThemeName::Light,
            },
        };
        let sizes = sizing::sizes(ctx, self.features, &self.settings);
        let wanted = (theme, self.is_still(), sizes);
        if self.dressed == Some(wanted) {
            return Ok(());
        }
        self.look = Look::new(theme)?.with_letters(sizes.letters);
        theme::apply(ctx, &self.look, wanted.1);
        if self.features.closed {
            guard::post(ctx, self.settings.points_per_mm.unwrap_or(USUAL_POINTS_PER_MM) / sizes.zoom);
        }
        ctx.set_zoom_factor(sizes.zoom);
        self.dressed = Some(wanted);
        Ok(())
    }

    fn is_still(&self) -> bool {
        self.settings.motion == Motion::Reduced
    }

    /// The chosen figure, or as long as it is on its way another one that is there.
    fn figure(&self) -> Option<Arc<Figure>> {
        self.figures.get(&self.settings.figure).or_else(|| self.figures.values().next()).cloned()
    }
}

/// Whether nobody can see the window: then nothing moves on, and no frame is asked for.
fn is_hidden(ctx: &Context) -> bool {
    ctx.input(|i| i.viewport().minimized == Some(true) || i.viewport().occluded == Some(true))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.pulse.notice(ctx, self.is_free());
        let may_close = self.attendance.has_ended() || self.pulse.is_cut();
        if self.features.closed && !may_close && ctx.input(|i| i.viewport().close_requested()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        self.fetch(ctx);
        self.tend_page(ctx);
        self.tend_plans(ctx);
        self.tend_diary();
        self.tend_begun(ctx);
        // A theme that cannot be read leaves the one before: the program still works.
        let _kept = self.dress(ctx);
        if self.attend(ctx) {
            return;
        }
        if self.features.passers_by {
            self.watch(ctx);
        }
        let Some(figure) = self.figure() else {
            // Without a body no time comes in, and nobody may wait for it to be counted.
            self.visit.filling.settle();
            return;
        };
        if !is_hidden(ctx) {
            self.tell(ctx);
        }
        if self.visit.moves() && !is_hidden(ctx) {
            let home = NamedView::LowBack.camera(&figure.landmarks);
            if self.is_still() {
                self.visit.settle();
            }
            let dt = ctx.input(|i| i.stable_dt.min(0.1));
            self.visit.step(home, dt);
            // The day may have gone on to another channel.
            self.carry_out(Effect::ShowQi);
            ctx.request_repaint();
        }
        if self.visit.screen == Screen::Qi
            && self.visit.qi.part == Part::Day
            && !is_hidden(ctx)
            && let Some(again) = self.clock.again()
        {
            ctx.request_repaint_after(again);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        sizing::keep_room(ui);
        let figure = self.figure();
        let page = self.page_on_screen();
        let mut actions = Vec::new();
        let cx = Cx {
            catalog: &self.library.catalog,
            tr: self.spoken.as_ref().unwrap_or(&self.tr),
            languages: &self.languages,
            look: &self.look,
            visit: &self.visit,
            settings: &self.settings,
            features: self.features,
            idle: &self.idle,
            zoom: self.dressed.map_or(1.0, |(_, _, sizes)| sizes.zoom),
            next_text: sizing::next_text(ui.ctx(), self.features, &self.settings),
            figure: figure.as_deref(),
            without_body: self.is_without_body(),
            search: &self.search,
            problems: &self.library.problems,
            page: page.as_ref(),
            taking: &self.taking.state,
            note: self.note.as_deref(),
            plain: self.plain.id(),
            // A window drawn by glow was just cleared to the page's colour; a picture test is cleared to nothing.
            cleared: frame.gl().is_some(),
            hour: self.clock.hour(),
            today: self.today.or_else(|| self.clock.day()),
            bare: false,
        };
        let mut asks = Vec::new();
        if self.attendance.is_here() {
            crate::ui::staff(ui, &cx, self.attendance.staff(), &self.kiosk, &mut asks);
        } else if self.invites() {
            let (visit, settings) = self.invitation(cx.home_camera());
            let cx = Cx { look: &self.night, visit: &visit, settings: &settings, ..cx };
            crate::ui::attract(ui, &cx, &mut self.caches, &self.waiting, &mut actions);
        } else if self.plans.pose(ui.ctx()) {
            crate::ui::posed(ui, &cx, &mut self.caches);
            ui.ctx().request_repaint();
        } else {
            crate::ui::screen(ui, &cx, &mut self.caches, &mut actions);
            if self.features.passers_by {
                self.words = visitors::words(ui.ctx());
            }
        }
        crate::ui::patient_window(ui.ctx(), &cx, &mut self.caches.patient, &mut actions);
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        self.apply(actions);
        self.serve(ui.ctx(), asks);
    }

    fn clear_color(&self, _visuals: &eframe::egui::Visuals) -> [f32; 4] {
        let look = if self.invites() { &self.night } else { &self.look };
        look.colours().ground.to_normalized_gamma_f32()
    }
}
