//! Opening the window: first with glow, then with wgpu, then a plain message.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use eframe::egui::ViewportBuilder;
use eframe::{NativeOptions, Renderer};

use super::attendance::Attendance;
use super::{App, Ending};
use crate::i18n::Tr;
use crate::library::Library;
use crate::mode::Mode;
use crate::store::kiosk::Kiosk;
use crate::store::settings::Settings;

/// What the program starts with.
pub struct Start {
    /// What the packs say.
    pub library: Library,
    /// The words of the interface.
    pub tr: Tr,
    /// How Deqi looks and behaves.
    pub settings: Settings,
    /// Where settings are kept; nowhere in tests.
    pub settings_file: Option<PathBuf>,
    /// Where Deqi is used.
    pub mode: Mode,
    /// What the clinic set up, where Deqi is a kiosk.
    pub kiosk: Kiosk,
}

impl Start {
    /// At home, in English, with settings that are kept nowhere.
    pub fn with(library: Library, settings: Settings) -> Self {
        let tr = Tr::english();
        Self { library, tr, settings, settings_file: None, mode: Mode::Home, kiosk: Kiosk::default() }
    }
}

/// Opens the window and stays until it is closed. How it ended is for whoever would start it again.
///
/// # Errors
/// Where no renderer works: what each of them said.
pub fn open(renderers: &[Renderer], start: impl Fn() -> Start) -> Result<Ending, Vec<eframe::Error>> {
    let mut failures = Vec::new();
    for &renderer in renderers {
        let start = start();
        let ending = Arc::new(OnceLock::new());
        let theirs = Arc::clone(&ending);
        let options = NativeOptions {
            renderer,
            viewport: ViewportBuilder::default()
                .with_title("Deqi")
                .with_app_id("deqi")
                .with_inner_size([1280.0, 800.0])
                .with_min_inner_size([640.0, 480.0])
                .with_fullscreen(start.mode.features().closed),
            system_font_fallback: false,
            // It hides bands that our gentle gradients do not show, at a tenth of a frame in software.
            dithering: false,
            ..NativeOptions::default()
        };
        let make = move |cc: &eframe::CreationContext<'_>| {
            let mut app = App::new(&cc.egui_ctx, start)?;
            app.attendance = Attendance::with_ending(theirs);
            Ok(Box::new(app) as Box<dyn eframe::App>)
        };
        match eframe::run_native("deqi", options, Box::new(make)) {
            Ok(()) => return Ok(ending.get().copied().unwrap_or_default()),
            Err(error) => failures.push(error),
        }
    }
    Err(failures)
}
