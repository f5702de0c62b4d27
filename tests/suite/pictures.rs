//! A few reference pictures, so that a change of looks is seen and meant.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test suite pictures` renews them. They need a Vulkan driver; Debian's
//! `mesa-vulkan-drivers` draws in software. Where there is none the test says so and passes, unless
//! `DEQI_PICTURES=required` is set.

use std::path::{Path, PathBuf};

use deqi::app::{App, Start};
use deqi::body::views::NamedView;
use deqi::model::{FigureId, PointCode, SkinTone};
use deqi::store::settings::{Settings, ThemeChoice};
use deqi::visit::{Action, Change, Sheet};
use eframe::egui::vec2;
use egui_kittest::wgpu::WgpuTestRenderer;
use egui_kittest::{Harness, SnapshotOptions};

use crate::support::{Deqi, LIBRARY, go, resize, still, wait_for};

/// A window with room for the body beside a sheet.
const WIDE: (f32, f32) = (800.0, 500.0);
/// Pixels a point: few, so that pictures stay small.
const DENSITY: f32 = 0.65;
/// How many pictures there may be, and how many bytes each.
const MOST: usize = 12;
const BYTES: u64 = 150_000;

struct Picture {
    name: &'static str,
    size: (f32, f32),
    theme: ThemeChoice,
    text_size: u16,
    figure: FigureId,
    skin: u8,
    actions: Vec<Action>,
}

fn pictures() -> Vec<Picture> {
    let look = |view| vec![Action::CloseSheet, Action::Look(view)];
    let card = |code: &str| vec![Action::OpenPoint(PointCode(code.to_owned()))];
    let base = |name, actions| Picture {
        name,
        size: WIDE,
        theme: ThemeChoice::Light,
        text_size: 100,
        figure: FigureId::Neutral,
        skin: 2,
        actions,
    };
    vec![
        base("welcome", vec![]),
        base("card", card("BL23")),
        Picture { theme: ThemeChoice::Dark, skin: 3, ..base("card-dark", card("BL40")) },
        Picture { theme: ThemeChoice::Contrast, skin: 4, ..base("card-contrast", card("BL23")) },
        Picture { size: (400.0, 640.0), figure: FigureId::Woman, skin: 0, ..base("woman-back", look(NamedView::Back)) },
        Picture { size: (400.0, 640.0), figure: FigureId::Man, skin: 4, ..base("man-front", look(NamedView::Front)) },
        Picture { size: (560.0, 420.0), skin: 1, ..base("head", look(NamedView::Head)) },
        Picture { size: (560.0, 420.0), skin: 3, ..base("hand", look(NamedView::Hand)) },
        Picture { size: (450.0, 780.0), figure: FigureId::Woman, skin: 1, ..base("portrait", card("GB30")) },
        Picture { size: (800.0, 600.0), text_size: 200, ..base("large-text", card("GV4")) },
        base("warning-signs", vec![Action::OpenPage("warning_signs".to_owned())]),
        base("find", vec![Action::Open(Sheet::Find)]),
    ]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// Something that draws, where this machine has that; else it is said, or the test fails where pictures are required.
pub(crate) fn renderer() -> Option<WgpuTestRenderer> {
    // It stops with a panic where there is no driver, and has no other way to say so.
    let renderer = std::panic::catch_unwind(WgpuTestRenderer::new).ok();
    if renderer.is_none() {
        let required = std::env::var("DEQI_PICTURES").is_ok_and(|v| v == "required");
        assert!(!required, "pictures are required and there is no renderer: install mesa-vulkan-drivers");
        eprintln!("pictures: skipped: no renderer");
    }
    renderer
}

/// The program with something that draws it.
fn drawn() -> Option<Deqi> {
    let start = Start::with(LIBRARY.clone(), Settings::default());
    let builder = Harness::builder()
        .with_size(vec2(WIDE.0, WIDE.1))
        .with_pixels_per_point(DENSITY)
        .with_render_cursor(false)
        .renderer(renderer()?);
    Some(builder.build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        app.load_now();
        app
    }))
}

fn pose(deqi: &mut Deqi, picture: &Picture) {
    let changes = [
        Change::Motion(still().motion),
        Change::Theme(picture.theme),
        Change::TextSize(picture.text_size),
        Change::Figure(picture.figure),
        Change::Skin(SkinTone(picture.skin)),
    ];
    for change in changes {
        deqi.state_mut().ask(Action::Set(change));
    }
    wait_for(deqi, picture.figure);
    resize(deqi, picture.size);
    go(deqi, &picture.actions);
}

#[test]
fn deqi_looks_as_in_the_reference_pictures() {
    let Some(mut deqi) = drawn() else { return };
    // Drivers round colours and edges a little differently from version to version.
    let options = SnapshotOptions::new().threshold(2.0).max_failed_pixels(60).output_path(folder());
    let mut wrong = Vec::new();
    for picture in pictures() {
        pose(&mut deqi, &picture);
        if let Err(error) = deqi.try_snapshot_options(picture.name, &options) {
            wrong.push(error.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reference_pictures_are_few_and_small() {
    if !folder().is_dir() {
        return;
    }
    let kept = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let is_kept = |path: &PathBuf| {
        // `card.new.png` and the like are what a failed test leaves behind.
        let name = path.file_name().unwrap().to_str().unwrap();
        name.split_once('.').is_some_and(|(_, rest)| rest == "png")
    };
    let kept: Vec<PathBuf> = kept.filter(is_kept).collect();
    assert!(kept.len() <= MOST, "{} pictures are kept", kept.len());
    for path in kept {
        let bytes = std::fs::metadata(&path).unwrap().len();
        assert!(bytes <= BYTES, "{} has {bytes} bytes", path.display());
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(pictures().iter().any(|p| p.name == name), "{name} is taken by no test");
    }
}
