//! Ways out by keys and by the window itself.

use deqi::app::{App, Start};
use deqi::body::camera::SPAN;
use deqi::body::views::NamedView;
use deqi::mode::Mode;
use deqi::model::Side;
use deqi::sim::qi::{Ask, Part};
use deqi::sim::{Experiment, Frequency, Handling, Method};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Lens, NeedleAsk, Screen, StoryAsk, VisitAsk};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Order, TouchPhase, ViewportCommand, ViewportEvent,
    ViewportId, vec2,
};
use egui_kittest::Harness;
use egui_kittest::wgpu::WgpuTestRenderer;

use super::{BUTTON, chord, kiosk, quiet, send, send_after, state, swallowed};
use crate::support::{Deqi, LIBRARY, control, go, screens, stage, things};

pub(super) fn quitting_by_keys() {
    let mut deqi = kiosk();
    assert!(deqi.ctx.options(|o| o.quit_shortcuts.is_empty()), "egui would still close the window");
    let holds =
        [Modifiers::CTRL, Modifiers::COMMAND, Modifiers::MAC_CMD, Modifiers::ALT, Modifiers::CTRL | Modifiers::ALT];
    for held in holds {
        for key in [Key::Q, Key::W, Key::F4, Key::C, Key::N, Key::T, Key::O, Key::P, Key::S, Key::Delete, Key::Tab] {
            let [down, up] = chord(held, key);
            swallowed(&mut deqi, [down]);
            send(&mut deqi, [up]);
        }
    }
}

pub(super) fn closing_the_window() {
    let mut deqi = kiosk();
    for _ in 0..3 {
        let viewport = deqi.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
        viewport.events.push(ViewportEvent::Close);
        deqi.step();
        let said = &deqi.output().viewport_output[&ViewportId::ROOT].commands;
        assert!(said.contains(&ViewportCommand::CancelClose), "the window closes: {said:?}");
        quiet(&deqi);
    }
    for command in [ViewportCommand::Minimized(true), ViewportCommand::Fullscreen(false)] {
        deqi.ctx.send_viewport_cmd(command);
        deqi.step();
        quiet(&deqi);
    }
}

pub(super) fn zooming() {
    let mut deqi = kiosk();
    assert!(!deqi.ctx.options(|o| o.zoom_with_keyboard), "egui would still zoom by keys");
    go(&mut deqi, &[Action::CloseSheet]);
    let at = stage(&deqi).rect.center();
    let before = deqi.ctx.zoom_factor();
    for key in [Key::Plus, Key::Minus, Key::Equals, Key::Num0] {
        let [down, up] = chord(Modifiers::CTRL, key);
        swallowed(&mut deqi, [down]);
        send(&mut deqi, [up]);
    }
    let wheel = |by: f32, modifiers| Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers,
    };
    send(&mut deqi, [Event::PointerMoved(at), wheel(10.0, Modifiers::CTRL)]);
    assert_eq!(
        deqi.ctx.input(eframe::egui::InputState::zoom_delta).to_bits(),
        1f32.to_bits(),
        "Ctrl and the wheel zoom"
    );
    for i in 0..1000 {
        let factor = [5.0, 0.01, f32::INFINITY, f32::NAN, -3.0, 0.0][i % 6];
        send(
            &mut deqi,
            [Event::PointerMoved(at), Event::Zoom(factor), Event::Zoom(factor), wheel(factor, Modifiers::CTRL)],
        );
        let heard = deqi.ctx.input(eframe::egui::InputState::zoom_delta);
        assert!((0.25..=4.0).contains(&heard), "two fingers zoom {heard} times in one frame");
    }
    deqi.run();
    assert_eq!(deqi.ctx.zoom_factor().to_bits(), before.to_bits(), "the whole window is zoomed");
    let span = deqi.state().visit().turning.destination(deqi::body::camera::Camera::default()).span;
    assert!((SPAN.0..=SPAN.1).contains(&span), "the body is {span} m wide");
}

pub(super) fn what_developers_see() {
    assert!(!Mode::Kiosk.bears_inspection() && Mode::Home.bears_inspection(), "other programs may look in");
    let mut deqi = kiosk();
    let all = Modifiers { alt: true, ctrl: true, shift: true, mac_cmd: true, command: true };
    let at = control(&deqi, BUTTON).rect.center();
    send(&mut deqi, [Event::ModifiersChanged(all), Event::PointerMoved(at)]);
    assert_eq!(deqi.ctx.input(|i| i.modifiers), Modifiers::SHIFT);
    // A mouse that rests, and a finger that rests.
    for _ in 0..4 {
        send_after(&mut deqi, 2.0, []);
    }
    let layers = deqi.ctx.memory(|m| m.areas().visible_layer_ids());
    let raised: Vec<_> = layers.into_iter().filter(|layer| layer.order != Order::Background).collect();
    assert!(raised.is_empty(), "a tooltip is shown: {raised:?}");
    assert!(!things(&deqi).iter().any(|t| t.role == Role::Tooltip));
    // Some of what is shown at home has a tooltip, and none of it may come up here.
    assert!(deqi.ctx.global_style().interaction.tooltip_delay > 1e6, "a tooltip could be shown");
}

pub(super) fn keys_of_the_system() {
    let mut deqi = kiosk();
    let plain = [
        Key::F1,
        Key::F2,
        Key::F3,
        Key::F4,
        Key::F5,
        Key::F6,
        Key::F7,
        Key::F8,
        Key::F9,
        Key::F10,
        Key::F11,
        Key::F12,
        Key::F20,
        Key::F35,
        Key::Insert,
        Key::Copy,
        Key::Cut,
        Key::Paste,
        Key::BrowserBack,
        Key::A,
        Key::Z,
        Key::Slash,
    ];
    for key in plain {
        let [down, up] = chord(Modifiers::NONE, key);
        swallowed(&mut deqi, [down, up]);
    }
    let [down, up] = chord(Modifiers::ALT, Key::Tab);
    swallowed(&mut deqi, [down]);
    send(&mut deqi, [up, Event::WindowFocused(false), Event::WindowFocused(true)]);
}

pub(super) fn no_windows() {
    let mut deqi = kiosk();
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        let layers = deqi.ctx.memory(|m| m.areas().visible_layer_ids());
        let raised: Vec<_> = layers.into_iter().filter(|layer| layer.order != Order::Background).collect();
        assert!(raised.is_empty(), "{screen}: something lies over the screen that could be dragged: {raised:?}");
        for thing in things(&deqi) {
            assert!(thing.role != Role::Splitter && !thing.name.contains("Resize"), "{screen}: {}", thing.name);
        }
    }
    // Dragged with no mercy, the bar stays where it is.
    let home = control(&deqi, BUTTON).rect;
    let before = state(&deqi).1;
    for edge in [home.left_bottom() + vec2(0.0, 10.0), home.right_bottom() + vec2(0.0, 10.0)] {
        crate::support::drag(&mut deqi, edge, vec2(0.0, 300.0), 5);
    }
    assert_eq!(control(&deqi, BUTTON).rect, home);
    assert_eq!(state(&deqi).1, before);
}

/// WCAG 2.3.1: no more than three flashes a second, in a quarter of the sight or more.
pub(super) fn flashes() {
    let Ok(renderer) = std::panic::catch_unwind(WgpuTestRenderer::new) else {
        let required = std::env::var("DEQI_PICTURES").is_ok_and(|v| v == "required");
        assert!(!required, "pictures are required and there is no renderer: install mesa-vulkan-drivers");
        super::skip("no renderer");
    };
    let start = Start { mode: Mode::Kiosk, ..Start::with(LIBRARY.clone(), Settings::default()) };
    let builder = Harness::builder().with_size(vec2(800.0, 600.0)).with_pixels_per_point(0.3).renderer(renderer);
    let mut deqi: Deqi = builder.with_step_dt(FRAME).build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        app.load_now();
        app
    });
    let needle = |ask| Action::Needle(ask);
    for (what, actions) in [
        ("the picture that invites", vec![]),
        ("the beginning", vec![Action::Visit(VisitAsk::Begin(None))]),
        ("the needle", vec![Action::Go(Screen::Endorphins), needle(NeedleAsk::PutIn), needle(NeedleAsk::StepOn)]),
        ("Qi flows", vec![Action::Home, Action::CloseSheet, Action::See(Lens::Tradition)]),
        ("the body flies", vec![Action::Home, Action::Look(NamedView::Front)]),
        (
            "naloxone",
            vec![Action::Home, Action::Go(Screen::Endorphins), needle(NeedleAsk::Turn(Handling::Turned))]
                .into_iter()
                .chain([NeedleAsk::PutIn, NeedleAsk::StepOn, NeedleAsk::Run(true)].map(needle))
                .chain([needle(NeedleAsk::Try(Experiment::BlockOpioids))])
                .collect(),
        ),
        (
            "a current",
            vec![
                Action::Home,
                Action::Go(Screen::Endorphins),
                needle(NeedleAsk::By(Method::Electrical(Frequency::Hz100))),
                needle(NeedleAsk::PutIn),
                needle(NeedleAsk::Run(true)),
            ],
        ),
        (
            "the dam opens",
            vec![Action::Home, Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow)), Action::Qi(Ask::Play)]
                .into_iter()
                .chain([Side::Left, Side::Right].map(|side| Action::Qi(Ask::PlaceBoth(side))))
                .collect(),
        ),
        (
            "the day runs",
            vec![Action::Home, Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day)), Action::Qi(Ask::RunDay(16.0))],
        ),
        ("a story", vec![Action::Story(StoryAsk::Start("low-back-pain".to_owned()))]),
    ] {
        for action in actions {
            deqi.state_mut().ask(action);
        }
        let frames: Vec<Vec<f32>> = (0..FRAMES).map(|_| lightness(&mut deqi)).collect();
        let most = (0..frames[0].len()).map(|cell| turns(frames.iter().map(|frame| frame[cell]))).collect::<Vec<_>>();
        let flashing = most.iter().filter(|turns| **turns > 6).count() as f32 / most.len() as f32;
        assert!(flashing < 0.25, "{what}: {:.0} % of the screen flashes", flashing * 100.0);
    }
}

/// Half a flash may last as short as two of these frames.
const FRAME: f32 = 1.0 / 15.0;
/// One second.
const FRAMES: usize = 16;
/// Cells a side.
const CELLS: u32 = 8;

/// How light each cell of the screen is, 0 to 1.
fn lightness(deqi: &mut Deqi) -> Vec<f32> {
    deqi.step();
    let image = deqi.render().unwrap();
    let mut cells = vec![(0.0, 0u32); (CELLS * CELLS) as usize];
    for (x, y, pixel) in image.enumerate_pixels() {
        let cell = &mut cells[((y * CELLS / image.height()) * CELLS + x * CELLS / image.width()) as usize];
        let light = |i: usize, weight: f32| (f32::from(pixel.0[i]) / 255.0).powf(2.2) * weight;
        cell.0 += light(0, 0.2126) + light(1, 0.7152) + light(2, 0.0722);
        cell.1 += 1;
    }
    cells.into_iter().map(|(sum, count)| sum / count as f32).collect()
}

/// How often lightness turned by a tenth or more: two turns are a flash.
fn turns(lightness: impl Iterator<Item = f32>) -> usize {
    let (mut last, mut way, mut turns) = (None, 0.0, 0);
    for now in lightness {
        let Some(from) = last else {
            last = Some(now);
            continue;
        };
        let by: f32 = now - from;
        if by.abs() >= 0.1 {
            turns += usize::from(by * way <= 0.0);
            way = by.signum();
            last = Some(now);
        } else if by * way > 0.0 {
            last = Some(now);
        }
    }
    turns
}

#[test]
fn flashes_are_counted() {
    assert_eq!(turns([0.0, 1.0, 0.0, 1.0, 0.0].into_iter()), 4);
    assert_eq!(turns([0.0, 0.05, 0.1, 0.2, 0.4, 0.9].into_iter()), 1);
    assert_eq!(turns([0.5; 9].into_iter()), 0);
}
