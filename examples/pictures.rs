//! Takes pictures of Deqi without a display: `cargo run --example pictures -- FOLDER [WORD]`.
//!
//! It needs a Vulkan driver; Debian's `mesa-vulkan-drivers` draws in software. WORD picks the pictures whose name holds it.

#![allow(clippy::expect_used, reason = "a tool for developers may stop with a message")]

use std::path::Path;

use deqi::app::{App, Library, Start};
use deqi::body::views::NamedView;
use deqi::i18n::Tr;
use deqi::model::{FigureId, PointCode, SkinTone};
use deqi::store::settings::{Settings, ThemeChoice};
use deqi::visit::{Action, Level, Sheet};
use eframe::egui::vec2;
use egui_kittest::Harness;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap_or_else(|| "pictures".to_owned());
    let only = words.next().unwrap_or_default();
    let folder = Path::new(&folder);
    let library = Library::new(deqi::content::load());
    let point = |code: &str| Action::OpenPoint(PointCode(code.to_owned()));
    let screens: Vec<(&str, Vec<Action>)> = vec![
        ("welcome", vec![]),
        ("card", vec![point("BL23")]),
        ("more", vec![point("BL23"), Action::Tell(Level::More)]),
        ("gb30", vec![point("GB30")]),
        ("find", vec![Action::Open(Sheet::Find)]),
        ("asked", vec![Action::Ask("knee".to_owned())]),
        ("settings", vec![Action::Open(Sheet::Settings)]),
        ("screen", vec![Action::Open(Sheet::ScreenSize)]),
        ("warning", vec![Action::OpenPage("warning_signs".to_owned())]),
        ("about", vec![Action::OpenPage("about".to_owned())]),
        ("alone", vec![Action::CloseSheet]),
        ("back", vec![Action::CloseSheet, Action::Look(NamedView::Back)]),
        ("front", vec![Action::CloseSheet, Action::Look(NamedView::Front)]),
        ("left", vec![Action::CloseSheet, Action::Look(NamedView::Left)]),
        ("head", vec![Action::CloseSheet, Action::Look(NamedView::Head)]),
        ("hand", vec![Action::CloseSheet, Action::Look(NamedView::Hand)]),
        ("foot", vec![Action::CloseSheet, Action::Look(NamedView::Foot)]),
    ];
    let sizes = [(1280.0, 800.0), (1920.0, 1080.0), (1080.0, 1920.0), (800.0, 600.0)];
    let themes = [("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark), ("contrast", ThemeChoice::Contrast)];
    for (width, height) in sizes {
        for (theme_name, theme) in themes {
            for text_size in [100u16, 200] {
                for (i, figure) in FigureId::ALL.into_iter().enumerate() {
                    for (screen, actions) in &screens {
                        let name = format!("{screen}-{width}x{height}-{theme_name}-{text_size}-{}", figure.as_str());
                        if !name.contains(&only) {
                            continue;
                        }
                        let settings = Settings {
                            theme,
                            text_size,
                            figure,
                            skin: SkinTone(if i == 0 { 1 } else { 2 }),
                            ..Settings::default()
                        };
                        picture(&library, settings, actions, (width, height), &folder.join(format!("{name}.png")));
                    }
                }
            }
        }
    }
}

fn picture(library: &Library, settings: Settings, actions: &[Action], (width, height): (f32, f32), to: &Path) {
    let start = Start { library: library.clone(), tr: Tr::english(), settings };
    let mut harness = Harness::builder().with_size(vec2(width, height)).wgpu().build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).expect("the built-in themes are sound");
        app.load_now();
        for action in actions {
            app.ask(action.clone());
        }
        app
    });
    harness.run_steps(90);
    match harness.render() {
        Ok(image) => image.save(to).expect("the folder can be written"),
        Err(error) => eprintln!("no picture of {}: {error}", to.display()),
    }
}
