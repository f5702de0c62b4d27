//! Turns the body in the real window, or lets a panel move, and says how many frames a second were drawn:
//! `cargo run --release --example turning -- [WIDTH HEIGHT [SECONDS]] [WHAT]`, where WHAT is one of `skin` (without a
//! word), `all` points and channels, `under` the skin, `parted`, `needle`, `flow`, `day`.

use std::time::Instant;

use deqi::app::{App, Start};
use deqi::body::views::NamedView;
use deqi::library::Library;
use deqi::model::Side;
use deqi::sim::Handling;
use deqi::sim::qi::{Ask, Part};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Lens, NeedleAsk, Screen, Shown};
use eframe::egui::{Context, Ui, ViewportBuilder, ViewportCommand};

/// Frames that are not counted: the window settles.
const WARM_UP: u32 = 30;

struct Turning {
    app: App,
    frames: u32,
    since: Option<Instant>,
    seconds: f32,
    scene: Scene,
}

/// What is shown.
struct Scene {
    first: Vec<Action>,
    /// Asked for before every frame, so that it never comes to its end.
    always: Option<Action>,
    turns: bool,
}

impl Scene {
    fn of(word: &str) -> Option<Self> {
        let body = |first: Vec<Action>| Self { first, always: None, turns: true };
        let panel = |first: Vec<Action>, always: Action| Self { first, always: Some(always), turns: false };
        let low_back = Action::Look(NamedView::LowBack);
        let qi = |part: Part| vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(part))];
        Some(match word {
            "skin" => body(vec![low_back]),
            "all" => body(vec![Action::CloseSheet, Action::ShowPoints(Shown::All), Action::Look(NamedView::Back)]),
            "under" => body(vec![low_back, Action::See(Lens::Body)]),
            "parted" => body(vec![low_back, Action::See(Lens::Parted)]),
            "needle" => {
                let asks = [NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned)].map(Action::Needle);
                let first = std::iter::once(Action::Go(Screen::Endorphins)).chain(asks).collect();
                panel(first, Action::Needle(NeedleAsk::Run(true)))
            }
            "flow" => {
                let mut first = qi(Part::Flow);
                first.push(Action::Qi(Ask::PlaceBoth(Side::Right)));
                panel(first, Action::Qi(Ask::Play))
            }
            "day" => panel(qi(Part::Day), Action::Qi(Ask::Play)),
            _ => return None,
        })
    }
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
        if self.scene.turns {
            self.app.turn(0.02);
        }
        if let Some(action) = &self.scene.always {
            self.app.ask(action.clone());
        }
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
    let words: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<f32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let named = words.iter().find(|word| word.parse::<f32>().is_err()).map_or("skin", String::as_str);
    let Some(scene) = Scene::of(named) else {
        eprintln!("`{named}` cannot be shown; ask for skin, all, under, parted, needle, flow or day");
        std::process::exit(2);
    };
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
        for action in &scene.first {
            app.ask(action.clone());
        }
        Ok(Box::new(Turning { app, frames: 0, since: None, seconds, scene }) as Box<dyn eframe::App>)
    };
    eframe::run_native("Deqi, turning", options, Box::new(make))
}
