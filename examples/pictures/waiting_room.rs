//! Pictures of the waiting room: what invites, what visitors and staff see, and the page of last resort.

use std::path::{Path, PathBuf};

use deqi::app::{App, Plain, Pulse, Start};
use deqi::i18n::Tr;
use deqi::library::Library;
use deqi::mode::Mode;
use deqi::store::kiosk::Kiosk;
use deqi::store::pin;
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::{Action, VisitAsk};
use eframe::egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{ready, save};

/// Pixels per millimetre of a screen of 22 inches.
const POINTS_PER_MM: f32 = 4.0;

/// The screens where visitors come one after the other, on a screen of 22 inches: `kiosk-…`.
pub(super) fn kiosk(library: &Library, screens: &[(&str, Vec<Action>)], folder: &Path, only: &[String]) {
    let begin = || Action::Visit(VisitAsk::Begin(None));
    let mut all: Vec<(String, Vec<Action>, usize)> = vec![
        ("attract".to_owned(), vec![], 1),
        ("attract-side".to_owned(), vec![], 5),
        ("attract-front".to_owned(), vec![], 13),
        ("still-there".to_owned(), vec![begin()], 92),
        ("lowered".to_owned(), vec![begin(), Action::Lower(true)], 1),
    ];
    for (name, actions) in screens {
        let lower = std::iter::once(begin()).chain(actions.iter().cloned());
        all.push(((*name).to_owned(), lower.clone().collect(), 1));
        all.push((format!("lowered-{name}"), lower.chain([Action::Lower(true)]).collect(), 1));
    }
    for (width, height) in [(1080.0, 1920.0), (1920.0, 1080.0)] {
        for (theme_name, theme) in
            [("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark), ("contrast", ThemeChoice::Contrast)]
        {
            for text_size in [100u16, 200] {
                for (screen, actions, twos) in &all {
                    let name = format!("kiosk-{screen}-{width}x{height}-{theme_name}-{text_size}");
                    if only.is_empty() || !only.iter().any(|word| name.contains(word)) {
                        continue;
                    }
                    let settings = Settings {
                        theme,
                        text_size,
                        points_per_mm: Some(POINTS_PER_MM),
                        motion: if screen.starts_with("attract") { Motion::Full } else { Motion::Reduced },
                        ..Settings::default()
                    };
                    let start = Start { mode: Mode::Kiosk, ..Start::with(library.clone(), settings) };
                    let builder = Harness::builder().with_size(vec2(width, height));
                    let mut harness = builder.wgpu().build_eframe(|cc| ready(&cc.egui_ctx, start, actions));
                    fill(&mut harness, (width, height));
                    for _ in 0..3 + twos {
                        let now = harness.ctx.input(|i| i.time);
                        harness.input_mut().time = Some(now + 2.0);
                        harness.step();
                    }
                    save(&mut harness, &folder.join(format!("{name}.png")));
                }
            }
        }
    }
}

/// Tells the program the size of its window, which a harness does not, until it has settled on how large everything is.
fn fill<A>(harness: &mut Harness<'_, A>, (width, height): (f32, f32)) {
    for _ in 0..3 {
        let size = vec2(width, height) / harness.ctx.zoom_factor();
        for viewport in harness.input_mut().viewports.values_mut() {
            viewport.inner_rect = Some(Rect::from_min_size(Pos2::ZERO, size));
        }
        harness.set_size(size);
        harness.run_steps(2);
    }
}

/// The staff of a kiosk: the keypad, a wrong PIN, their page, and what lies behind it.
pub(super) fn staff(
    library: &Library,
    settings: &Settings,
    (width, height): (f32, f32),
    to: impl Fn(&str) -> Option<PathBuf>,
) {
    const PIN: &str = "27182818";
    let rows = ["", "Check the content", "Screen size", "Clean the screen"];
    let names = ["staff-door", "staff-wrong", "staff-page", "staff-pack", "staff-size", "staff-cleaning"];
    if names.iter().all(|name| to(name).is_none()) {
        return;
    }
    let kiosk = Kiosk { pin: pin::hash(PIN).ok(), ..Kiosk::default() };
    let start = Start { mode: Mode::Kiosk, kiosk, ..Start::with(library.clone(), settings.clone()) };
    let settings = Settings { points_per_mm: Some(POINTS_PER_MM), ..settings.clone() };
    let start = Start { settings, ..start };
    let builder = Harness::builder().with_size(vec2(width, height));
    let mut harness = builder.wgpu().build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).expect("the built-in themes are sound");
        app.load_now();
        app
    });
    fill(&mut harness, (width, height));
    let type_in = |harness: &mut Harness<'_, App>, digits: &str| {
        for digit in digits.chars().filter_map(|digit| Key::from_name(&digit.to_string())) {
            harness.key_press(digit);
            harness.run_steps(2);
        }
    };
    let take = |harness: &mut Harness<'_, App>, name: &str| {
        harness.run_steps(3);
        if let (Some(to), Ok(image)) = (to(name), harness.render()) {
            image.save(to).expect("the folder can be written");
        }
    };
    harness.key_press_modifiers(Modifiers::CTRL | Modifiers::SHIFT, Key::F8);
    harness.run_steps(2);
    type_in(&mut harness, &PIN[..3]);
    take(&mut harness, names[0]);
    type_in(&mut harness, "00000");
    take(&mut harness, names[1]);
    harness.run_steps(24);
    type_in(&mut harness, PIN);
    for (name, row) in names[2..].iter().zip(rows) {
        if !row.is_empty() {
            harness.get_by_label(row).scroll_to_me();
            harness.run_steps(3);
            harness.get_by_label(row).click();
        }
        take(&mut harness, name);
        if !row.is_empty() {
            harness.key_press(Key::Escape);
            harness.run_steps(2);
        }
    }
}

/// The page of last resort.
pub(super) fn apology((width, height): (f32, f32), to: &Path) {
    let builder = Harness::builder().with_size(vec2(width, height)).wgpu();
    let mut harness =
        builder.build_eframe(|cc| Plain::new(&cc.egui_ctx, Tr::english(), Pulse::default()).expect("sound themes"));
    fill(&mut harness, (width, height));
    save(&mut harness, to);
}
