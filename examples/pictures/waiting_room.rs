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
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{ready, save};

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
                    let (zoom, points_per_mm) = scale(text_size, (width, height));
                    let settings = Settings {
                        theme,
                        text_size,
                        points_per_mm: Some(points_per_mm),
                        motion: if screen.starts_with("attract") { Motion::Full } else { Motion::Reduced },
                        ..Settings::default()
                    };
                    let start = Start { mode: Mode::Kiosk, ..Start::with(library.clone(), settings) };
                    let builder = Harness::builder().with_size(vec2(width, height) / zoom).with_step_dt(2.0);
                    let mut harness = builder.wgpu().build_eframe(|cc| ready(&cc.egui_ctx, start, actions));
                    harness.run_steps(3 + twos);
                    save(&mut harness, &folder.join(format!("{name}.png")));
                }
            }
        }
    }
}

/// How much larger everything is on a screen of 4 pixels a millimetre, and the points per millimetre that make the
/// program find the same: no more than leaves room for what is shown. A harness does not tell it its window's size.
fn scale(text_size: u16, (width, height): (f32, f32)) -> (f32, f32) {
    let text = f32::from(text_size) / 100.0;
    let most = f32::min(f32::min(width, height) / 400.0, f32::max(width, height) / 500.0);
    let zoom = (4.0 * 20.0 / 44.0 * text).min(most);
    (zoom, zoom / text * 44.0 / 20.0)
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
    let (zoom, points_per_mm) = scale(settings.text_size, (width, height));
    let settings = Settings { points_per_mm: Some(points_per_mm), ..settings.clone() };
    let start = Start { settings, ..start };
    let builder = Harness::builder().with_size(vec2(width, height) / zoom);
    let mut harness = builder.wgpu().build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).expect("the built-in themes are sound");
        app.load_now();
        app
    });
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
    harness.run_steps(4);
    save(&mut harness, to);
}
