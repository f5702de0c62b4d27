//! The program before a monkey: no picture is made of it, and its window has a size in pixels, as real ones do.

use std::sync::LazyLock;

use deqi::app::{App, Start};
use deqi::mode::Mode;
use deqi::store::kiosk::Kiosk;
use deqi::store::pin;
use deqi::store::settings::Settings;
use eframe::egui::{FullOutput, Pos2, Rect, TexturesDelta, Vec2, vec2};
use egui_kittest::{Harness, TestRenderer};

use crate::support::{Deqi, FRAME, LIBRARY};

/// What the staff of the monkeys' kiosk types.
pub(super) const PIN: &str = "31415926";
static HASH: LazyLock<String> = LazyLock::new(|| pin::hash(PIN).unwrap());

/// Draws nothing, and keeps nothing of what it is sent: a long run would fill the memory with letters.
struct Blind;

impl TestRenderer for Blind {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        delta.clear();
    }

    fn render(&mut self, _: &eframe::egui::Context, _: &FullOutput) -> Result<image::RgbaImage, String> {
        Err("nothing is drawn for a monkey".to_owned())
    }
}

/// A window: how many pixels it has, and how many of them the system says make a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Window {
    pub(super) pixels: Vec2,
    pub(super) scale: f32,
}

impl Window {
    pub(super) const fn new(width: f32, height: f32) -> Self {
        Self { pixels: vec2(width, height), scale: 1.0 }
    }

    /// Tells the program of it, as winit does before every frame.
    pub(super) fn tell(self, deqi: &mut Deqi) {
        let rect = Rect::from_min_size(Pos2::ZERO, self.pixels / (self.scale * deqi.ctx.zoom_factor()));
        let input = deqi.input_mut();
        input.screen_rect = Some(rect);
        for viewport in input.viewports.values_mut() {
            viewport.inner_rect = Some(rect);
            viewport.native_pixels_per_point = Some(self.scale);
        }
    }
}

/// Opens the program in a place of use, with nobody before it yet.
pub(super) fn open(mode: Mode, window: Window, settings: Settings) -> Deqi {
    open_with(mode, window, settings, App::load_now)
}

/// Opens it once more, with the figure that is read already.
pub(super) fn open_again(mode: Mode, window: Window, settings: Settings, before: &Deqi) -> Deqi {
    open_with(mode, window, settings, |app| app.load_from(before.state()))
}

fn open_with(mode: Mode, window: Window, settings: Settings, load: impl FnOnce(&mut App)) -> Deqi {
    let kiosk = Kiosk { pin: Some(HASH.clone()), ..Kiosk::default() };
    let start = Start { mode, kiosk, ..Start::with(LIBRARY.clone(), settings) };
    let builder = Harness::builder().with_size(window.pixels).with_step_dt(FRAME).with_max_steps(300);
    let mut deqi = builder.allow_missing_glyphs().renderer(Blind).build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        load(&mut app);
        app.stop_the_clock(16.17);
        app
    });
    for _ in 0..2 {
        window.tell(&mut deqi);
        deqi.step();
    }
    deqi
}
