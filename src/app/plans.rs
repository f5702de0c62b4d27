//! What plans need of the world: the shelf where they are kept, files for others, pictures, and the camera.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{Color32, ColorImage, Context, Key, Modifiers};

use super::App;
use super::draft::Draft;
use super::shelf::Shelf;
use crate::body::camera::Camera;
use crate::body::figure::{Figure, Marker};
use crate::body::sight;
use crate::content::plan::{MAX_BYTES, PlanRead, read};
use crate::plan::Plan;
use crate::store::{exchange, paths};
use crate::visit::{Action, PlanEffect, PlanNews, Screen, Visit};

/// What the program keeps for plans.
pub(super) struct Plans {
    pub(super) shelf: Shelf,
    /// The plan on the table.
    pub(super) draft: Draft,
    /// The folder in the user's documents; nowhere in tests that need none.
    folder: Option<PathBuf>,
    /// Whether the next frame shall be saved as a picture.
    wants_picture: bool,
    /// The frame that shows what goes into a picture, and nothing to press, by its number: egui may lay out the same frame
    /// twice.
    poses: Option<u64>,
    pictures: (Sender<Arc<ColorImage>>, Receiver<Arc<ColorImage>>),
}

impl Plans {
    /// Plans are kept near the settings. Where those are kept nowhere, as in tests, so are plans.
    pub(super) fn beside(settings: Option<&Path>) -> Self {
        let mut plans = Self {
            shelf: Shelf::default(),
            draft: Draft::default(),
            folder: None,
            wants_picture: false,
            poses: None,
            pictures: channel(),
        };
        if let Some(settings) = settings {
            let asked = paths::asked_by(settings);
            plans.shelf = paths::plans_file(asked).map_or(Shelf::Homeless, Shelf::Closed);
            plans.folder = paths::documents_folder(asked).map(|documents| documents.join("Deqi"));
        }
        plans
    }

    /// Whether this frame shows what goes into a picture.
    pub(super) fn pose(&self, ctx: &Context) -> bool {
        self.poses == Some(ctx.cumulative_frame_nr())
    }
}

impl App {
    /// Does what a plan asks for. A camera comes back where one is to be flown to.
    pub(super) fn carry_out_plan(&mut self, effect: PlanEffect) -> Option<Camera> {
        let news = match effect {
            PlanEffect::ShowAll => {
                let figure = self.figure()?;
                return all_of(&figure, self.visit.planning.plan());
            }
            PlanEffect::List => {
                self.list();
                return None;
            }
            PlanEffect::Favourites => {
                self.settings.favourites = self.visit.planning.favourites.iter().cloned().collect();
                self.keep_settings();
                return None;
            }
            PlanEffect::Picture => {
                self.plans.wants_picture = self.features.saves_pictures;
                return None;
            }
            PlanEffect::Keep(plan) => self.keep(&plan),
            PlanEffect::Fetch(id) => self.fetch_plan(id),
            PlanEffect::Delete(id) => self.delete(id),
            PlanEffect::Restore(name, text) => self.restore(&name, &text),
            PlanEffect::Export(plan) => self.export(&plan),
            PlanEffect::Import(file) => self.import(&file),
        };
        self.visit.planning.news = Some(news.unwrap_or_else(PlanNews::Failed));
        self.list();
        None
    }

    pub(super) fn list(&mut self) {
        match self.plans.shelf.plans(&self.tr) {
            Ok(kept) => {
                self.visit.planning.kept = kept;
                if let Some(told) = self.plans.shelf.told() {
                    self.visit.planning.news = Some(PlanNews::Failed(told));
                }
            }
            Err(why) => self.visit.planning.news = Some(PlanNews::Failed(why)),
        }
        // A folder that cannot be read is told once something is asked of it.
        let files = self.plans.folder.as_deref().map(exchange::plans);
        self.visit.planning.files = files.and_then(Result::ok).unwrap_or_default();
    }

    fn keep(&mut self, plan: &Plan) -> Result<PlanNews, String> {
        let text = self.text_of(plan)?;
        let name = plan.name.trim().to_owned();
        let before = self.plans.shelf.named(&self.tr, &name)?;
        self.plans.shelf.save(&self.tr, &name, &text)?;
        let other = before.filter(|before| *before != text && Some(before) != self.visit.planning.origin.as_ref());
        self.visit.planning.origin = Some(text);
        Ok(match other {
            Some(other) => PlanNews::Replaced(name, other),
            None => PlanNews::Kept(name),
        })
    }

    fn fetch_plan(&mut self, id: i64) -> Result<PlanNews, String> {
        let Some((name, text)) = self.plans.shelf.plan(&self.tr, id)? else {
            return Err(self.tr.text("plan-gone"));
        };
        let read = read(&name, text.as_bytes(), &self.library.catalog);
        let is_whole = read.plan.is_some() && read.problems.is_empty();
        let news = take(&mut self.visit, &name, read);
        // What was left out of it would be lost where it takes the place of the kept one without a word.
        if is_whole {
            self.visit.planning.origin = Some(text);
        }
        Ok(news)
    }

    fn delete(&mut self, id: i64) -> Result<PlanNews, String> {
        let Some((name, text)) = self.plans.shelf.plan(&self.tr, id)? else {
            return Err(self.tr.text("plan-gone"));
        };
        self.plans.shelf.delete(&self.tr, id)?;
        Ok(PlanNews::Deleted(name, text))
    }

    /// Keeps a text again: under its name where that is free, else under a name that says that it is the older one.
    fn restore(&mut self, name: &str, text: &str) -> Result<PlanNews, String> {
        let free = self.free_name(name)?;
        self.plans.shelf.save(&self.tr, &free, text)?;
        Ok(PlanNews::Kept(free))
    }

    /// A name that no kept plan has: this one, or one that says that it is the older one.
    pub(super) fn free_name(&mut self, name: &str) -> Result<String, String> {
        let taken: Vec<String> = self.plans.shelf.plans(&self.tr)?.into_iter().map(|kept| kept.name).collect();
        let older = |n: u32| self.tr.text_with("plan-older", &[("name", name.into()), ("number", n.into())]);
        let mut names = std::iter::once(name.to_owned()).chain((1..1000).map(older));
        names.find(|name| !taken.contains(name)).ok_or_else(|| self.tr.text("plan-gone"))
    }

    /// A plan as text that will be read again: what is too large for that is not written.
    pub(super) fn text_of(&self, plan: &Plan) -> Result<String, String> {
        let text = plan.to_ron().map_err(|e| e.to_string())?;
        if text.len() > MAX_BYTES { Err(self.tr.text("plan-too-large")) } else { Ok(text) }
    }

    fn export(&self, plan: &Plan) -> Result<PlanNews, String> {
        let text = self.text_of(plan)?;
        let path = exchange::write(self.folder()?, &plan.name, "ron", text.as_bytes()).map_err(|e| e.to_string())?;
        Ok(PlanNews::Written(path.display().to_string()))
    }

    fn import(&mut self, file: &str) -> Result<PlanNews, String> {
        let path = self.folder()?.join(file);
        let bytes = exchange::read(&path, MAX_BYTES).map_err(|e| format!("{file}: {e}"))?;
        Ok(self.import_bytes(file, &bytes))
    }

    fn import_bytes(&mut self, name: &str, bytes: &[u8]) -> PlanNews {
        let read = read(name, bytes, &self.library.catalog);
        take(&mut self.visit, name, read)
    }

    fn folder(&self) -> Result<&Path, String> {
        self.plans.folder.as_deref().ok_or_else(|| self.tr.text("plan-no-folder"))
    }

    /// Takes files that were dropped on the window, asks for a picture that is wanted, and saves one that came.
    pub(super) fn tend_plans(&mut self, ctx: &Context) {
        if self.features.plans {
            self.tend_draft(ctx);
            let dropped = ctx.input(|i| i.raw.dropped_files.first().cloned());
            if let Some(file) = dropped {
                let name = file.path().file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
                let bytes = exchange::read(file.path(), MAX_BYTES).map_err(|e| format!("{name}: {e}"));
                self.find_draft();
                let news = bytes.map(|bytes| self.import_bytes(&name, &bytes));
                self.visit.planning.news = Some(news.unwrap_or_else(PlanNews::Failed));
                self.apply(vec![Action::Go(Screen::Plan)]);
                ctx.request_repaint();
            }
        }
        let keys = Modifiers::COMMAND | Modifiers::SHIFT;
        if self.features.saves_pictures && ctx.input_mut(|i| i.consume_key(keys, Key::S)) {
            self.plans.wants_picture = true;
        }
        if std::mem::take(&mut self.plans.wants_picture) {
            // A plan is pictured as the patient sees it; any other view as it is.
            self.plans.poses = (self.visit.screen == Screen::Plan).then(|| ctx.cumulative_frame_nr());
            let (sender, waker) = (self.plans.pictures.0.clone(), ctx.clone());
            ctx.request_screenshot(move |image| {
                // Nobody waits any more where the window was closed meanwhile.
                let _closed = sender.send(image);
                waker.request_repaint();
            });
        }
        if let Ok(image) = self.plans.pictures.1.try_recv() {
            let news = self.save_picture(&image).unwrap_or_else(PlanNews::Failed);
            self.visit.planning.news = Some(news);
        }
    }

    /// Writes what was seen as a picture into the exchange folder.
    ///
    /// # Errors
    /// What the platform said.
    pub fn save_picture(&self, image: &ColorImage) -> Result<PlanNews, String> {
        let [width, height] = image.size;
        let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
        let (width, height) = (width as u32, height as u32);
        let picture =
            image::RgbaImage::from_raw(width, height, bytes).ok_or_else(|| self.tr.text("plan-no-picture"))?;
        let mut png = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut png, image::ImageFormat::Png).map_err(|e| e.to_string())?;
        let name = self.tr.text("plan-picture-name");
        let path = exchange::write(self.folder()?, &name, "png", png.get_ref()).map_err(|e| e.to_string())?;
        Ok(PlanNews::Pictured(path.display().to_string()))
    }
}

/// Opens what was read, or says why it is no plan.
fn take(visit: &mut Visit, name: &str, read: PlanRead) -> PlanNews {
    let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    let Some(plan) = read.plan else { return PlanNews::Refused(problems) };
    visit.begin_plan(plan);
    visit.planning.tab = crate::visit::PlanTab::Points;
    PlanNews::Opened(name.to_owned(), problems)
}

/// The camera that shows all points of a plan.
fn all_of(figure: &Figure, plan: &Plan) -> Option<Camera> {
    let markers: Vec<&Marker> = figure.markers.iter().filter(|m| plan.step_at(&m.key).is_some()).collect();
    sight::of(&markers)
}
