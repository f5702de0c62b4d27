//! Opening the window: first with glow, then with wgpu, then a plain message.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use eframe::egui::{IconData, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

use super::printer::Printer;
use super::turning::Turning;
use super::{App, Ending, Keeper, Plain, Pulse};
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
    /// How many wrong PINs were tried before this start, as the supervisor remembers.
    pub wrong_pins: u16,
}

impl Start {
    /// At home, in English, with settings that are kept nowhere.
    pub fn with(library: Library, settings: Settings) -> Self {
        let tr = Tr::english();
        Self { library, tr, settings, settings_file: None, mode: Mode::Home, kiosk: Kiosk::default(), wrong_pins: 0 }
    }
}

/// Opens the window and stays until it is closed; `start` is asked for once a renderer has a window, `keeper` says where
/// a diary is kept. A `closed` window fills the screen. How it ended is for whoever would start it again.
///
/// # Errors
/// Where no renderer works: what each of them said.
pub fn open(
    renderers: &[Renderer],
    closed: bool,
    start: impl Fn() -> Start,
    keeper: impl Fn() -> Keeper,
    pulse: &Pulse,
) -> Result<Ending, Vec<eframe::Error>> {
    let ending = Arc::new(OnceLock::new());
    try_each(renderers, closed, pulse, |cc| {
        let mut app = App::new(&cc.egui_ctx, start())?;
        app.keep_diary(keeper());
        // Visitors print where the clinic said, and nowhere else.
        let named = || app.kiosk.printer.as_deref().and_then(Printer::called);
        let printer = if app.features.passers_by { named() } else { Printer::usual() };
        app.print_on(printer);
        app.pulse = pulse.clone();
        app.attendance = app.attendance.with_ending(Arc::clone(&ending));
        Ok(Box::new(app))
    })?;
    // Of a closed window only staff can say that they left it.
    let usual = if closed { Ending::Lost } else { Ending::Left };
    Ok(ending.get().copied().unwrap_or(usual))
}

/// Opens the window of last resort, which asks people to tell staff, and stays until the supervisor closes it.
///
/// # Errors
/// Where no renderer works: what each of them said.
pub fn open_plain(renderers: &[Renderer], tr: impl Fn() -> Tr, pulse: &Pulse) -> Result<(), Vec<eframe::Error>> {
    try_each(renderers, true, pulse, |cc| Ok(Box::new(Plain::new(&cc.egui_ctx, tr(), pulse.clone())?)))
}

/// The sign of the window in bars and lists of windows, where the system does not take it from the package.
fn icon() -> IconData {
    let png = include_bytes!("../../assets/app-icon/64.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// Makes the program once a renderer has a window for it.
pub(super) type Made<'a> = Result<Box<dyn eframe::App + 'a>, Box<dyn std::error::Error + Send + Sync>>;

/// Opens a window with the first renderer that can.
fn try_each(
    renderers: &[Renderer],
    fullscreen: bool,
    pulse: &Pulse,
    make: impl Fn(&eframe::CreationContext<'_>) -> Made<'static>,
) -> Result<(), Vec<eframe::Error>> {
    let mut failures = Vec::new();
    let mut turning = if pulse.is_supervised() { Some(Turning::new().map_err(|error| vec![error])?) } else { None };
    for &renderer in renderers {
        let options = NativeOptions {
            renderer,
            viewport: ViewportBuilder::default()
                .with_title("Deqi")
                .with_app_id("deqi")
                .with_icon(icon())
                .with_inner_size([1280.0, 800.0])
                .with_min_inner_size([640.0, 480.0])
                .with_fullscreen(fullscreen)
                // cage draws no frame and leaves it to the window, whose title would cost the screen a strip at its foot.
                .with_decorations(!fullscreen),
            system_font_fallback: false,
            // It hides bands that our gentle gradients do not show, at a tenth of a frame in software.
            dithering: false,
            ..NativeOptions::default()
        };
        let ended = match &mut turning {
            Some(turning) => turning.run(options, &make, pulse),
            None => eframe::run_native("deqi", options, Box::new(|cc| make(cc))),
        };
        let Err(error) = ended else { return Ok(()) };
        // Where the system lets no window be asked for, no other renderer will get one.
        let no_screen = matches!(error, eframe::Error::WinitEventLoop(_));
        failures.push(error);
        if no_screen {
            break;
        }
    }
    Err(failures)
}
