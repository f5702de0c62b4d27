//! Turns the body in the real window and says how many frames a second were drawn:
//! `cargo run --release --example turning -- [WIDTH HEIGHT [SECONDS]]`.

use std::time::Instant;

use deqi::app::{App, Start};
use deqi::body::views::NamedView;
use deqi::library::Library;
use deqi::store::settings::Settings;
use deqi::visit::Action;
use eframe::egui::{Context, Ui, ViewportBuilder, ViewportCommand};

/// Frames that are not counted: the window settles.
const WARM_UP: u32 = 30;

struct Turning {
    app: App,
    frames: u32,
    since: Option<Instant>,
    seconds: f32,
}

impl eframe::App for Turning {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.frames += 1;
        if self.frames == WARM_UP {
            self.since = Some(Instant::now());
        }
        self.app.turn(0.02);
        self.app.ui(ui, frame);
        ui.ctx().request_repaint();
        if let Some(since) = self.since {
            let seconds = since.elapsed().as_secs_f32();
            if seconds > self.seconds {
                let drawn = self.frames - WARM_UP;
                let rate = drawn as f32 / seconds;
                eprintln!("{drawn} frames in {seconds:.2} s: {rate:.1} frames a second, {:.2} ms each", 1000.0 / rate);
                ui.ctx().send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}

fn main() -> eframe::Result {
    let numbers: Vec<f32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let size = [numbers.first().copied().unwrap_or(1280.0), numbers.get(1).copied().unwrap_or(800.0)];
    let seconds = numbers.get(2).copied().unwrap_or(8.0);
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        dithering: false,
        viewport: ViewportBuilder::default()
            .with_title("Deqi, turning")
            .with_inner_size(size)
            .with_position([0.0, 0.0]),
        glow_options: eframe::egui_glow::GlowConfiguration { vsync: false, ..Default::default() },
        ..eframe::NativeOptions::default()
    };
    let start = Start::with(Library::read(Vec::new()), Settings::default());
    let make = move |cc: &eframe::CreationContext<'_>| {
        let mut app = App::new(&cc.egui_ctx, start)?;
        app.load_now();
        app.ask(Action::Look(NamedView::LowBack));
        Ok(Box::new(Turning { app, frames: 0, since: None, seconds }) as Box<dyn eframe::App>)
    };
    eframe::run_native("Deqi, turning", options, Box::new(make))
}
