//! Settings survive whatever happens to their file.

use std::path::PathBuf;

use deqi::app::Start;
use deqi::model::{FigureId, PointCode, SkinTone};
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::{Action, Change, Sheet};
use tempfile::TempDir;

use crate::support::{DESK, LIBRARY, open_with, still, things};

fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("settings.ron");
    std::fs::write(&path, text).expect("a file for the test");
    (folder, path)
}

fn notes(text: &str) -> Vec<String> {
    let (folder, path) = file(text);
    let shown = format!("{}/", folder.path().display());
    Settings::load(&path).1.iter().map(|note| note.to_string().replace(&shown, "")).collect()
}

fn chosen() -> Settings {
    Settings {
        figure: FigureId::Woman,
        skin: SkinTone(4),
        text_size: 150,
        theme: ThemeChoice::Contrast,
        motion: Motion::Reduced,
        favourites: vec![PointCode("BL23".to_owned())],
        points_per_mm: Some(4.25),
    }
}

#[test]
fn what_was_chosen_comes_back() {
    let (_folder, path) = file("");
    for settings in [chosen(), Settings::default()] {
        settings.save(&path).expect("the folder can be written");
        assert_eq!(Settings::load(&path), (settings, Vec::new()));
    }
}

#[test]
fn the_first_start_has_no_file_and_nothing_to_tell() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("deep").join("deqi").join("settings.ron");
    assert_eq!(Settings::load(&path), (Settings::default(), Vec::new()));
    chosen().save(&path).expect("folders are made");
    assert_eq!(Settings::load(&path).0, chosen());
}

#[test]
fn a_bad_value_costs_that_value_only() {
    let (_folder, path) = file("(figure: man, skin: 9, text_size: 110, theme: Dark, points_per_mm: Some(inf))");
    let (settings, notes) = Settings::load(&path);
    assert_eq!(settings, Settings { figure: FigureId::Man, theme: ThemeChoice::Dark, ..Settings::default() });
    assert_eq!(notes.len(), 3, "{notes:?}");
}

#[test]
fn notes_say_where_and_what_is_wanted() {
    assert_eq!(
        notes("(\n    theme: Sepia,\n)"),
        ["settings.ron:2: theme: System, Light, Dark or Contrast is wanted; the usual one is used"]
    );
    assert_eq!(notes("hello"), ["settings.ron: these are not settings; the usual ones are used"]);
}

#[test]
fn torn_and_strange_files_fall_back() {
    for text in ["", "(", "(figure", "(figure: ", "\0\0\0\0", "(figure: woman,, ) )", "[[[[[[", "(\"figure\": man)"] {
        let (_folder, path) = file(text);
        let (settings, _) = Settings::load(&path);
        assert_eq!(Settings { figure: FigureId::default(), ..settings }, Settings::default(), "{text:?}");
        chosen().save(&path).expect("the folder can be written");
        assert_eq!(Settings::load(&path).0, chosen(), "{text:?}");
    }
}

#[test]
fn what_a_newer_deqi_keeps_here_stays() {
    let (_folder, path) = file("(figure: man, later: [Thing(a: \"(,)\"), 2], /* why */ also: true)");
    chosen().save(&path).expect("the folder can be written");
    chosen().save(&path).expect("the folder can be written");
    let text = std::fs::read_to_string(&path).expect("it was just written");
    assert_eq!(text.matches("later: [Thing(a: \"(,)\"), 2],").count(), 1, "{text}");
    assert_eq!(text.matches("also: true,").count(), 1, "{text}");
    assert_eq!(text.matches("figure:").count(), 1, "{text}");
    assert_eq!(Settings::load(&path), (chosen(), Vec::new()));
}

#[test]
fn what_a_crash_left_behind_is_swept_and_never_piles_up() {
    let (folder, path) = file("(figure: man)");
    std::fs::write(folder.path().join("settings.ron.new"), "(fig").expect("a torn file");
    assert_eq!(Settings::load(&path).0.figure, FigureId::Man);
    chosen().save(&path).expect("the folder can be written");
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("it is there").flatten().map(|e| e.file_name()).collect();
    assert_eq!(names, ["settings.ron"]);
}

#[test]
fn a_place_that_cannot_be_written_is_a_plain_note() {
    let (folder, path) = file("");
    let under_a_file = path.join("settings.ron");
    let note = chosen().save(&under_a_file).expect_err("a file is no folder").to_string();
    assert!(note.contains("settings could not be kept"), "{note}");
    // A folder where the file should be.
    let (settings, notes) = Settings::load(folder.path());
    assert_eq!(settings, Settings::default());
    assert!(notes[0].to_string().ends_with("settings cannot be read: it is not an ordinary file"), "{notes:?}");
    assert!(chosen().save(folder.path()).is_err());
}

#[test]
fn every_favourite_is_there_again() {
    let (_folder, path) = file("");
    let codes = LIBRARY.catalog.points().iter().map(|point| point.code.clone());
    let settings = Settings { favourites: codes.collect(), ..Settings::default() };
    assert!(settings.favourites.len() > 400);
    settings.save(&path).expect("the folder can be written");
    assert_eq!(Settings::load(&path), (settings, Vec::new()));
}

#[test]
fn that_settings_could_not_be_kept_is_told_until_they_are() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("settings.ron");
    std::fs::create_dir(&path).expect("a folder in their place");
    let start = Start { settings_file: Some(path.clone()), ..Start::with(LIBRARY.clone(), still()) };
    let mut deqi = open_with(DESK, start);
    let mut told = |size| {
        deqi.state_mut().ask(Action::Open(Sheet::Settings));
        deqi.state_mut().ask(Action::Set(Change::TextSize(size)));
        deqi.run();
        things(&deqi).iter().any(|thing| thing.name.contains("settings could not be kept"))
    };
    assert!(told(125));
    std::fs::remove_dir(&path).expect("it is empty");
    assert!(!told(150));
    assert_eq!(Settings::load(&path).0.text_size, 150);
}
