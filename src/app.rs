//! The program as eframe sees it: time comes in, actions go out, settings are kept.

mod loading;
mod moving;
mod start;

pub use loading::Library;
pub use start::{Start, open};

use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::Poll;

use eframe::egui::{Context, Ui};

use self::loading::Loading;
use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::i18n::Tr;
use crate::model::FigureId;
use crate::search;
use crate::store::settings::{Motion, Settings, ThemeChoice};
use crate::theme::{self, Look, ThemeName};
use crate::ui::{Caches, Cx};
use crate::visit::{Action, Change, Effect, Visit};

/// The program.
pub struct App {
    library: Library,
    search: search::Index,
    figures: BTreeMap<FigureId, Arc<Figure>>,
    loading: Option<Loading>,
    tr: Tr,
    look: Look,
    dressed: Option<(ThemeName, bool, u16)>,
    settings: Settings,
    visit: Visit,
    caches: Caches,
}

impl App {
    /// Makes the program ready: fonts now, figures in the background.
    ///
    /// # Errors
    /// Where a built-in theme file cannot be read.
    pub fn new(ctx: &Context, start: Start) -> Result<Self, ron::error::SpannedError> {
        theme::install_fonts(ctx);
        let look = Look::new(ThemeName::Light)?;
        let search = search::Index::new(&start.library.catalog);
        let mut app = Self {
            library: start.library,
            search,
            figures: BTreeMap::new(),
            loading: None,
            tr: start.tr,
            look,
            dressed: None,
            settings: start.settings,
            visit: Visit::default(),
            caches: Caches::default(),
        };
        app.dress(ctx)?;
        Ok(app)
    }

    /// Loads the chosen figure now instead of in the background: for tests and pictures.
    pub fn load_now(&mut self) {
        let id = self.settings.figure;
        if let Some(figure) = self.library.figure(id) {
            self.figures.insert(id, Arc::new(figure));
        }
    }

    /// Does what a visitor would ask for: for tests and pictures.
    pub fn ask(&mut self, action: Action) {
        self.apply(vec![action]);
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
        let wanted = (theme, self.is_still(), self.settings.text_size);
        if self.dressed == Some(wanted) {
            return Ok(());
        }
        self.look = Look::new(theme)?;
        theme::apply(ctx, &self.look, wanted.1);
        ctx.set_zoom_factor(f32::from(self.settings.text_size) / 100.0);
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

    /// Fetches the chosen figure if it is neither there nor on its way.
    fn fetch(&mut self, ctx: &Context) {
        if let Some(loading) = &mut self.loading
            && let Poll::Ready(arrived) = loading.arrived()
        {
            if let Some(figure) = arrived {
                self.figures.insert(figure.id, Arc::new(figure));
            }
            self.loading = None;
        }
        let id = self.settings.figure;
        if self.loading.is_none() && !self.figures.contains_key(&id) {
            self.loading = Some(Loading::start(&self.library, id, ctx));
        }
    }

    fn apply(&mut self, actions: Vec<Action>) {
        for action in actions {
            for effect in self.visit.apply(&self.library.catalog, action) {
                self.carry_out(effect);
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        if let Effect::Set(change) = effect {
            self.set(change);
            return;
        }
        let Some(figure) = self.figure() else { return };
        let home = NamedView::LowBack.camera(&figure.landmarks);
        let to = match effect {
            Effect::ShowSite(site) => moving::to_site(&figure, &self.visit.turning.destination(home), &site),
            Effect::ShowPoint(code, side) => {
                let site = moving::best_site(&figure, &self.visit.turning.destination(home), &code, side);
                self.visit.chosen.clone_from(&site);
                site.and_then(|site| moving::to_site(&figure, &self.visit.turning.destination(home), &site))
            }
            Effect::Show(camera) => Some(camera),
            Effect::ShowView(view) => Some(view.camera(&figure.landmarks)),
            Effect::ShowHome => Some(home),
            Effect::Set(_) => None,
        };
        let Some(to) = to else { return };
        if self.is_still() {
            self.visit.turning.cut_to(to);
        } else {
            self.visit.turning.fly_to(home, to);
        }
    }

    fn set(&mut self, change: Change) {
        let settings = &mut self.settings;
        match change {
            Change::Figure(figure) => settings.figure = figure,
            Change::Skin(skin) => settings.skin = skin,
            Change::TextSize(size) => settings.text_size = size,
            Change::Theme(theme) => settings.theme = theme,
            Change::Motion(motion) => settings.motion = motion,
            Change::PointsPerMillimetre(scale) => settings.points_per_mm = Some(scale),
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.fetch(ctx);
        // A theme that cannot be read leaves the one before: the program still works.
        let _kept = self.dress(ctx);
        let Some(figure) = self.figure() else { return };
        if self.visit.turning.moves() {
            let home = NamedView::LowBack.camera(&figure.landmarks);
            let dt = ctx.input(|i| i.stable_dt.min(0.1));
            self.visit.turning.step(home, dt);
            ctx.request_repaint();
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let figure = self.figure();
        let mut actions = Vec::new();
        let cx = Cx {
            catalog: &self.library.catalog,
            tr: &self.tr,
            look: &self.look,
            visit: &self.visit,
            settings: &self.settings,
            figure: figure.as_deref(),
            search: &self.search,
        };
        crate::ui::screen(ui, &cx, &mut self.caches, &mut actions);
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        self.apply(actions);
    }

    fn clear_color(&self, _visuals: &eframe::egui::Visuals) -> [f32; 4] {
        self.look.colours().ground.to_normalized_gamma_f32()
    }
}
