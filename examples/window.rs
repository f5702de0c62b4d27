//! Opens a window and says when its first two frames were drawn and how much memory it took:
//! `cargo run --release --example window -- bare|deqi [SECONDS]`.
//!
//! The bare window holds one word: what every bound of start and memory is compared with.

use std::time::Instant;

use deqi::app::{Ahead, App, Start};
use deqi::library::Library;
use deqi::store::settings::Settings;
use eframe::egui::{CentralPanel, Context, Ui, ViewportBuilder, ViewportCommand};

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        CentralPanel::no_frame().show(ui, |ui| ui.label("Bare"));
    }
}

/// A window with a stop watch.
struct Watched<A> {
    app: A,
    began: Instant,
    frames: u32,
    seconds: f32,
}

impl<A: eframe::App> eframe::App for Watched<A> {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
        if self.began.elapsed().as_secs_f32() > self.seconds {
            eprintln!("{} frames in all, {} kB of memory (PSS)", self.frames, memory().unwrap_or_default());
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        ctx.request_repaint_after_secs(self.seconds);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        self.frames += 1;
        if self.frames <= 2 {
            let after = self.began.elapsed().as_secs_f32() * 1000.0;
            eprintln!("frame {} was laid out after {after:.0} ms", self.frames);
            ui.ctx().request_repaint();
        }
    }
}

/// What Linux says this process takes of memory that it shares fairly with others, in kB.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/smaps_rollup").ok()?;
    text.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())
}

fn main() -> eframe::Result {
    let began = Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let seconds = words.get(1).and_then(|word| word.parse().ok()).unwrap_or(4.0);
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        dithering: false,
        viewport: ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    if words.first().is_some_and(|word| word == "deqi") {
        let ahead = Ahead::begin(|| Library::read(Vec::new()));
        let make = move |cc: &eframe::CreationContext<'_>| {
            let app = App::new(&cc.egui_ctx, Start::with(ahead.library(), Settings::default()))?;
            Ok(Box::new(Watched { app, began, frames: 0, seconds }) as Box<dyn eframe::App>)
        };
        eframe::run_native("Deqi", options, Box::new(make))
    } else {
        eframe::run_native(
            "Bare",
            options,
            Box::new(move |_| Ok(Box::new(Watched { app: Bare, began, frames: 0, seconds }))),
        )
    }
}
