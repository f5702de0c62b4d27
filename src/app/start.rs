//! Opening the window: first with glow, then with wgpu, then a plain message.

use std::path::PathBuf;

use eframe::egui::ViewportBuilder;
use eframe::{NativeOptions, Renderer};

use super::{App, Keeper};
use crate::i18n::Tr;
use crate::library::Library;
use crate::mode::Mode;
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
}

/// Opens the window and stays until it is closed; `keeper` says where a diary is kept.
///
/// # Errors
/// Where no renderer works: what each of them said.
pub fn open(
    renderers: &[Renderer],
    start: impl Fn() -> Start,
    keeper: impl Fn() -> Keeper,
) -> Result<(), Vec<eframe::Error>> {
    let mut failures = Vec::new();
    for &renderer in renderers {
        let start = start();
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
        let keeper = keeper();
        let app = |cc: &eframe::CreationContext<'_>| -> Result<App, ron::error::SpannedError> {
            let mut app = App::new(&cc.egui_ctx, start)?;
            app.keep_diary(keeper);
            Ok(app)
        };
        let made = eframe::run_native("deqi", options, Box::new(|cc| Ok(Box::new(app(cc)?))));
        match made {
            Ok(()) => return Ok(()),
            Err(error) => failures.push(error),
        }
    }
    Err(failures)
}
