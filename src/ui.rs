//! Everything that is seen: one file for each thing on the screen.
//!
//! A panel is a function. It reads a [`Cx`] and pushes [`Action`]s; nothing else changes the visit.

mod apology;
mod attract;
mod card;
mod card_accounts;
mod card_fields;
mod chapters;
mod charts;
mod diary;
mod endorphins;
mod find;
mod how_sure;
mod kiosk;
mod licences;
mod list;
mod page;
mod plan;
mod problems;
mod qi;
mod screen;
mod screen_size;
mod scroll;
mod sections;
mod settings;
mod sheet;
mod staff;
mod stage;
mod start;
mod still_there;
mod stories;
mod story_bar;
mod take_away;
mod top_bar;
mod touched;
mod welcome;
mod which;
mod widgets;

pub use apology::apology;
pub use attract::attract;
pub use endorphins::EndorphinCache;
pub use plan::{patient_window, posed};
pub use screen::{Caches, screen};
pub use staff::staff;
pub use stage::StageCache;

use eframe::egui::TextureId;

use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::content::Problem;
use crate::handout::Handout;
use crate::handout::state::State;
use crate::i18n::{Language, Tr};
use crate::mode::Features;
use crate::model::{Catalog, Day};
use crate::search;
use crate::store::settings::Settings;
use crate::theme::Look;
use crate::visit::{Idle, Visit};

/// What panels may see.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// What the packs say.
    pub catalog: &'a Catalog,
    /// The words of the interface.
    pub tr: &'a Tr,
    /// The languages there are.
    pub languages: &'a [Language],
    /// Colours and type.
    pub look: &'a Look,
    /// What the visitor did.
    pub visit: &'a Visit,
    /// How Deqi looks and behaves.
    pub settings: &'a Settings,
    /// What Deqi has and does where it is used.
    pub features: Features,
    /// Who is before the screen, where visitors come one after the other.
    pub idle: &'a Idle,
    /// How much larger than usual everything is: the text size, and the scale of the window.
    pub zoom: f32,
    /// The text size that one press on *Text size* leads to.
    pub next_text: u16,
    /// The figure, once it has been loaded.
    pub figure: Option<&'a Figure>,
    /// Whether no figure will be there: none could be read.
    pub without_body: bool,
    /// One white pixel that is looked up without smoothing: large areas that take it as their texture cost half as
    /// much where no graphics card helps.
    pub plain: TextureId,
    /// Whether the window already has the colour of the page, so that nothing needs to paint it again.
    pub cleared: bool,
    /// The page to take away as things stand, while its screen is open; none where the packs cannot fill one.
    pub page: Option<&'a Handout>,
    /// How far that page has come.
    pub taking: &'a State,
    /// What is wrong with the packs.
    pub problems: &'a [Problem],
    /// What the visitor should know: settings that could not be kept.
    pub note: Option<&'a str>,
    /// The local hour on the wall, from 0 to 24: only a mark on a dial follows it.
    pub hour: f32,
    /// The day on the calendar, where it is known: a claim that is due again gets a mark.
    pub today: Option<Day>,
    /// The search over all points.
    pub search: &'a search::Index,
    /// Whether a story is told in so small a window that a section shows its picture and nothing else.
    pub bare: bool,
}

impl Cx<'_> {
    /// The first sight on the figure that is shown.
    pub fn home_camera(&self) -> crate::body::camera::Camera {
        self.figure.map_or_else(Default::default, |figure| NamedView::LowBack.camera(&figure.landmarks))
    }

    /// What stands where the body is not yet, or will not be.
    pub fn instead_of_body(&self) -> String {
        self.tr.text(if self.without_body { "body-missing" } else { "body-loading" })
    }

    /// How many points make a real millimetre: what somebody measured, or a guess for a common screen. Points grow
    /// with the zoom, and millimetres do not.
    pub fn points_per_mm(&self) -> f32 {
        self.settings.points_per_mm.unwrap_or(crate::store::settings::USUAL_POINTS_PER_MM) / self.zoom
    }

    /// How wide and high a finger needs whatever is pressed, in points; 0 where points say it.
    pub fn finger(&self) -> f32 {
        f32::from(self.features.touch_mm.unwrap_or_default()) * self.points_per_mm()
    }
}
