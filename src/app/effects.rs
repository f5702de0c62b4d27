//! What actions ask of the program around the visit: cameras fly, settings are kept, plans and diary are written.

use super::{App, moving};
use crate::body::camera::Camera;
use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::model::SiteKey;
use crate::visit::{Action, Change, Effect, PlanAsk, Screen};

impl App {
    /// Does what was asked for.
    pub(super) fn apply(&mut self, actions: Vec<Action>) {
        for action in actions {
            let diary = matches!(action, Action::Go(Screen::Diary) | Action::Diary(_));
            // A picture is saved of any view, with plans and without.
            let picture = matches!(action, Action::Plan(PlanAsk::Picture | PlanAsk::Heard));
            let plan = !picture && matches!(action, Action::Go(Screen::Plan) | Action::Plan(_));
            if diary && !self.features.diary || plan && !self.features.plans {
                continue;
            }
            if plan {
                self.find_draft();
            }
            for effect in self.visit.apply(&self.library.catalog, action) {
                self.carry_out(effect);
            }
        }
    }

    /// Does what the visit asks of the program around it.
    pub(super) fn carry_out(&mut self, effect: Effect) {
        let effect = match effect {
            Effect::Set(change) => return self.set(change),
            Effect::Follow(cues) => return self.follow(cues),
            Effect::Visit(asked) => return self.host(&asked),
            Effect::Take(ask) => return self.take(ask),
            Effect::Plan(effect) => {
                if let Some(to) = self.carry_out_plan(effect) {
                    self.carry_out(Effect::Show(to));
                }
                return;
            }
            Effect::Diary(errand) => return self.run(errand),
            effect => effect,
        };
        let Some(figure) = self.figure() else { return };
        let home = NamedView::LowBack.camera(&figure.landmarks);
        let to = match effect {
            Effect::ShowSite(site) => self.camera_on(&figure, home, &site),
            Effect::ShowPoint(code, side) => {
                let site = moving::best_site(&figure, &self.visit.turning.destination(home), &code, side);
                self.visit.chosen.clone_from(&site);
                site.and_then(|site| self.camera_on(&figure, home, &site))
            }
            Effect::ShowPoints(shown) => moving::to_points(&figure, &self.library.catalog, &shown),
            Effect::Show(camera) => Some(camera),
            Effect::ShowView(view) => Some(view.camera(&figure.landmarks)),
            Effect::ShowHome => Some(home),
            Effect::ShowQi => self.send_to_subject(&figure),
            Effect::Set(_)
            | Effect::Follow(_)
            | Effect::Visit(_)
            | Effect::Take(_)
            | Effect::Plan(_)
            | Effect::Diary(_) => None,
        };
        let Some(to) = to else { return };
        if self.is_still() {
            self.visit.turning.cut_to(to);
        } else {
            self.visit.turning.fly_to(home, to);
        }
    }

    /// The camera that shows a marker, which is then among those that are shown.
    pub(super) fn camera_on(&mut self, figure: &Figure, home: Camera, site: &SiteKey) -> Option<Camera> {
        self.visit.widen_to(&self.library.catalog, figure.marker(site)?);
        moving::to_site(figure, &self.visit.turning.destination(home), site)
    }

    /// Changes a setting and keeps it.
    pub(super) fn set(&mut self, change: Change) {
        let settings = &mut self.settings;
        match change {
            Change::Figure(figure) => settings.figure = figure,
            Change::Skin(skin) => settings.skin = skin,
            Change::TextSize(size) => settings.text_size = size,
            Change::Theme(theme) => settings.theme = theme,
            Change::Motion(motion) => settings.motion = motion,
            Change::PointsPerMillimetre(scale) => settings.points_per_mm = Some(scale),
        }
        self.keep_settings();
    }

    /// Keeps the settings where this mode does.
    pub(super) fn keep_settings(&mut self) {
        if let Some(file) = &self.settings_file
            && self.features.keeps_settings
        {
            self.note = self.settings.save(file).err().map(|note| note.to_string());
        }
    }
}
