#![allow(clippy::expect_used, reason = "a bench may stop with a message")]
//! Deqi's own work in a frame: logic, layout and tessellation, without the graphics card.
//!
//! `cargo bench --bench frame`

mod many;

use std::fmt::Write as _;

use deqi::app::{App, Start};
use deqi::content::Memory;
use deqi::library::Library;
use deqi::model::{Chapter, PointCode, Side};
use deqi::sim::Handling;
use deqi::sim::qi::{Ask, Part};
use deqi::store::settings::{Motion, Settings};
use deqi::visit::{Action, Lens, NeedleAsk, Screen, Shown};
use divan::Bencher;
use eframe::App as _;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2, vec2,
};

fn main() {
    divan::main();
}

/// The program without a window.
struct Bench {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
}

impl Bench {
    fn new(actions: &[Action]) -> Self {
        Self::over(Library::read(Vec::new()), actions)
    }

    fn over(library: Library, actions: &[Action]) -> Self {
        Self::with(library, Settings { motion: Motion::Reduced, ..Settings::default() }, actions)
    }

    fn with(library: Library, settings: Settings, actions: &[Action]) -> Self {
        let ctx = Context::default();
        let start = Start::with(library, settings);
        let mut app = App::new(&ctx, start).expect("the built-in themes are sound");
        app.load_now();
        app.stop_the_clock(16.17);
        for action in actions {
            app.ask(action.clone());
        }
        let mut bench = Self { ctx, app, frame: eframe::Frame::_new_kittest(), time: 0.0 };
        for _ in 0..4 {
            bench.frame();
        }
        bench
    }

    fn frame(&mut self) {
        self.frame_with(Vec::new());
    }

    fn frame_with(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            events,
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let Self { ctx, app, frame, .. } = self;
        app.logic(ctx, frame);
        let mut output = ctx.run_ui(input, |ui| app.ui(ui, frame));
        divan::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        output.textures_delta.clear();
    }
}

fn card() -> Action {
    Action::OpenPoint(PointCode("BL23".to_owned()))
}

/// The body turns, its names beside it, a card open: the light mesh stands in while it moves.
#[divan::bench(sample_count = 200)]
fn turning(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card()]);
    bencher.bench_local(|| {
        deqi.app.turn(0.02);
        deqi.frame();
    });
}

/// The same with the full mesh of 34,000 triangles, as after a step of the wheel.
#[divan::bench(sample_count = 200)]
fn turning_in_full(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card()]);
    let mut step = 0.02;
    bencher.bench_local(|| {
        step = -step;
        deqi.app.step(step);
        deqi.frame();
    });
}

/// The body turns with what lies under its skin.
#[divan::bench(sample_count = 200)]
fn turning_under_the_skin(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card(), Action::See(Lens::Body)]);
    bencher.bench_local(|| {
        deqi.app.turn(0.02);
        deqi.frame();
    });
}

/// The body turns while the divider parts it.
#[divan::bench(sample_count = 200)]
fn turning_parted(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card(), Action::See(Lens::Parted)]);
    bencher.bench_local(|| {
        deqi.app.turn(0.02);
        deqi.frame();
    });
}

/// The divider is pulled over a body that stands still.
#[divan::bench(sample_count = 200)]
fn the_divider_is_pulled(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card(), Action::See(Lens::Parted)]);
    let mut step = 0;
    bencher.bench_local(|| {
        step = (step + 1) % 80;
        deqi.app.ask(Action::Part(0.1 + step as f32 * 0.01));
        deqi.frame();
    });
}

/// Nothing changes, under a lens.
#[divan::bench(sample_count = 200)]
fn still_parted(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card(), Action::See(Lens::Parted)]);
    bencher.bench_local(|| deqi.frame());
}

/// The needle is in and turned: figure, signals, three loupes, meter and curve, all running.
#[divan::bench(sample_count = 200)]
fn endorphins(bencher: Bencher<'_, '_>) {
    let asks = [NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned), NeedleAsk::Run(true)];
    let asks = asks.into_iter().map(Action::Needle);
    let actions: Vec<Action> = std::iter::once(Action::Go(Screen::Endorphins)).chain(asks).collect();
    let mut deqi = Bench::with(Library::read(Vec::new()), Settings::default(), &actions);
    for _ in 0..120 {
        deqi.frame();
    }
    bencher.bench_local(|| deqi.frame());
}

/// A page of each chapter is scrolled down and up again.
#[divan::bench(args = Chapter::ALL, sample_count = 100)]
fn a_chapter_scrolls(bencher: Bencher<'_, '_>, chapter: Chapter) {
    let mut deqi = Bench::new(&[Action::Go(Screen::Chapter(chapter))]);
    deqi.frame_with(vec![Event::PointerMoved(pos2(640.0, 420.0))]);
    let mut count = 0;
    bencher.bench_local(|| {
        count += 1;
        let delta = vec2(0.0, if count % 100 < 50 { -60.0 } else { 60.0 });
        let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
        let source = MouseWheelSource::Wheel;
        deqi.frame_with(vec![Event::MouseWheel { unit, delta, phase, source, modifiers }]);
    });
}

/// Nothing changes.
#[divan::bench(sample_count = 200)]
fn still(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&[card()]);
    bencher.bench_local(|| deqi.frame());
}

/// Qi flows past the low back: both bands, a dam, needles on one side.
#[divan::bench(sample_count = 200)]
fn free_flow(bencher: Bencher<'_, '_>) {
    let part = [Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow)), Action::Qi(Ask::PlaceBoth(Side::Right))];
    flowing(bencher, &part);
}

/// The day runs: the dial, the channel of the hour flowing on the whole body, the others faint.
#[divan::bench(sample_count = 200)]
fn day_clock(bencher: Bencher<'_, '_>) {
    flowing(bencher, &[Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day))]);
}

fn flowing(bencher: Bencher<'_, '_>, part: &[Action]) {
    let mut deqi = Bench::with(Library::read(Vec::new()), Settings::default(), part);
    for _ in 0..90 {
        // The camera arrives first.
        deqi.frame();
    }
    bencher.bench_local(|| {
        deqi.app.ask(Action::Qi(Ask::Play));
        deqi.frame();
    });
}

/// A figure is read, its points placed and its channels drawn.
#[divan::bench(sample_count = 5)]
fn load_a_figure(bencher: Bencher<'_, '_>) {
    let library = Library::read(Vec::new());
    bencher.bench_local(|| divan::black_box(library.figure(deqi::model::FigureId::Woman)));
}

/// The core pack is read and checked.
#[divan::bench(sample_count = 10)]
fn read_the_core_pack(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| divan::black_box(Library::read(Vec::new())));
}

/// The whole body from behind with all its points and channels.
fn all() -> [Action; 3] {
    [Action::CloseSheet, Action::ShowPoints(Shown::All), Action::Look(deqi::body::views::NamedView::Back)]
}

/// The body turns with all markers and channels shown.
#[divan::bench(sample_count = 200)]
fn turning_with_all(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&all());
    bencher.bench_local(|| {
        deqi.app.turn(0.02);
        deqi.frame();
    });
}

/// Nothing changes, with all markers and channels shown.
#[divan::bench(sample_count = 200)]
fn still_with_all(bencher: Bencher<'_, '_>) {
    let mut deqi = Bench::new(&all());
    bencher.bench_local(|| deqi.frame());
}

/// The same as turning with all, over packs of many points.
#[divan::bench(args = many::SIZES, sample_count = 50)]
fn turning_with_many(bencher: Bencher<'_, '_>, points: usize) {
    let mut deqi = Bench::over(Library::over(many::catalog(points)), &all());
    bencher.bench_local(|| {
        deqi.app.turn(0.02);
        deqi.frame();
    });
}

/// The list of all points of packs of many, at its head.
#[divan::bench(args = many::SIZES, sample_count = 50)]
fn list_of_many(bencher: Bencher<'_, '_>, points: usize) {
    let open = [Action::Open(deqi::visit::Sheet::Find)];
    let mut deqi = Bench::over(Library::over(many::catalog(points)), &open);
    bencher.bench_local(|| deqi.frame());
}

/// A pack of many points is read and checked.
#[divan::bench(args = many::SIZES, sample_count = 5)]
fn read_many(bencher: Bencher<'_, '_>, points: usize) {
    let pack = pack_of(points);
    bencher.bench_local(|| divan::black_box(Library::read(vec![Box::new(pack.clone())])));
}

/// Its points are placed on a figure for the first time.
#[divan::bench(args = many::SIZES, sample_count = 3)]
fn place_many(bencher: Bencher<'_, '_>, points: usize) {
    let pack = pack_of(points);
    bencher
        .with_inputs(|| Library::read(vec![Box::new(pack.clone())]))
        .bench_local_values(|library| library.figure(deqi::model::FigureId::Woman));
}

/// A pack of so many points as text, to be laid over the core pack.
fn pack_of(count: usize) -> Memory {
    let (mut points, mut rules) = (String::from("["), String::from("["));
    for i in 1..=count {
        // Writing to a text cannot fail.
        _ = writeln!(
            points,
            "(code:\"EX-N{i}\",channel:\"EX\",number:{i},pinyin:\"Xué\",hanzi:(simplified:\"穴\",traditional:\"穴\"),\
             english:\"Point {i}\",region:\"back\"),"
        );
        let (out, down) = ((i % 60) as f32 * 0.1, (i / 60) as f32 * 0.1);
        _ = writeln!(
            rules,
            "(code:\"EX-N{i}\",sites:[[At(\"C7_lower\"),Out({out:.1},\"back_width\"),Go(Down,{down:.1},\"finger\")]],\
             says:\"Nowhere in particular.\",sources:[\"who2008\"]),"
        );
    }
    Memory::default()
        .with("pack.ron", "(format: 1, id: \"many\", title: \"Many points\", reviewed_on: \"2026-11-22\")")
        .with("points.ron", points + "]")
        .with("rules.ron", rules + "]")
}
