//! Whose code Deqi is built from: all of it is named, and can be read in the window.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use deqi::licences::{Licence, Piece, licences, read};
use deqi::visit::{Action, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::support::{DESK, focused, go, headline, key, open, press, still, tab_to, things};

/// What to do where the list is older than `Cargo.lock`.
const RENEW: &str = "run tools/licences/make.py";

fn of_repository(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Names with versions, such as `egui 0.37.0`.
type Names = BTreeSet<String>;

fn told() -> Names {
    licences().pieces.iter().map(|piece| format!("{} {}", piece.name, piece.version)).collect()
}

/// What `Cargo.lock` holds besides Deqi.
fn locked() -> Names {
    let lock = of_repository("Cargo.lock");
    let packages = lock.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = "));
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)).unwrap();
        line.trim_matches([' ', '=', '"']).to_owned()
    };
    packages.map(|package| format!("{} {}", value(package, "name"), value(package, "version"))).collect()
}

/// Only for tests and builds, or for platforms that Deqi is not meant for.
fn elsewhere() -> Names {
    of_repository("tools/licences/elsewhere.txt").lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect()
}

fn only_in(a: &Names, b: &Names) -> Vec<String> {
    a.difference(b).cloned().collect()
}

#[test]
fn every_package_of_the_lock_file_is_told_or_known_to_be_elsewhere() {
    let (told, elsewhere, locked) = (told(), elsewhere(), locked());
    assert!(locked.len() > 500 && locked.contains("egui 0.37.0"), "{} packages", locked.len());
    assert!(told.is_disjoint(&elsewhere));
    let known: Names = told.union(&elsewhere).cloned().collect();
    assert_eq!(only_in(&locked, &known), [""; 0], "new in Cargo.lock: {RENEW}");
    assert_eq!(only_in(&known, &locked), [""; 0], "no longer in Cargo.lock: {RENEW}");
}

#[test]
fn whatever_cargo_builds_into_the_program_is_told() {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["tree", "--offline", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .args(if cfg!(feature = "pdf") { ["--features", "pdf"].as_slice() } else { &[] })
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let built = String::from_utf8(output.stdout).unwrap();
    let built: Names = built
        .lines()
        .filter_map(|line| line.split_once(" v").filter(|(name, _)| *name != "deqi"))
        .map(|(name, rest)| format!("{name} {}", rest.split(' ').next().unwrap_or_default()))
        .collect();
    assert!(built.len() > 200, "{} crates", built.len());
    assert_eq!(only_in(&built, &told()), [""; 0], "{RENEW}");
}

#[test]
fn every_piece_comes_under_a_licence_that_has_words() {
    let all = licences();
    let mut sharers: BTreeSet<&str> = BTreeSet::new();
    for licence in &all.licences {
        assert!(licence.text.iter().map(|part| part.len()).sum::<usize>() > 40, "{} has words", licence.name);
        assert!(licence.pieces >= 1 && !licence.notices.is_empty(), "{} has somebody under it", licence.name);
        for notice in &licence.notices {
            sharers.extend(notice.split_once(": ").map_or(*notice, |(names, _)| names).split(", "));
        }
    }
    let without: Vec<&Piece<'_>> = all.pieces.iter().filter(|piece| !sharers.contains(piece.name)).collect();
    assert!(without.is_empty(), "{without:?}");
    let words: BTreeSet<&Vec<&str>> = all.licences.iter().map(|licence| &licence.text).collect();
    assert_eq!(words.len(), all.licences.len(), "each licence stands there once");
    // Names that everybody knows, so that a reader gone wrong is seen.
    let egui = all.pieces.iter().find(|piece| piece.name == "egui").unwrap();
    assert_eq!((egui.version, egui.offers), ("0.37.0", "MIT OR Apache-2.0"));
    let apache = all.licences.iter().find(|licence| licence.name == "Apache License 2.0").unwrap();
    assert!(apache.text.iter().any(|part| part.contains("perpetual, worldwide, non-exclusive")));
}

#[test]
fn a_text_is_read_by_its_parts() {
    let text = "About this.\n\n== pieces\nab 1.0: MIT\ncd 2.1: MIT OR Zlib\n\n== MIT License | 2\nTake it.\nIt is yours.\n- ab: Copyright A\n- cd\n";
    let found = read(text);
    let piece = |name, version, offers| Piece { name, version, offers };
    assert_eq!(found.pieces, [piece("ab", "1.0", "MIT"), piece("cd", "2.1", "MIT OR Zlib")]);
    let mit = Licence {
        name: "MIT License",
        pieces: 2,
        text: vec!["Take it.", "It is yours."],
        notices: vec!["ab: Copyright A", "cd"],
    };
    assert_eq!(found.licences, [mit]);
}

#[test]
fn a_visitor_reads_them_from_about_by_the_keyboard_and_comes_back() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::OpenPage("about".to_owned())]);
    tab_to(&mut deqi, |thing| thing.name == "Other people’s code");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), "Other people’s code");
    let says = |deqi: &_, words: &str| things(deqi).iter().any(|t| t.role == Role::Label && t.name.contains(words));
    assert!(says(&deqi, "egui 0.37.0: MIT OR Apache-2.0"), "every piece is named");
    let first = licences().licences[0].name;
    tab_to(&mut deqi, |thing| thing.name.starts_with(&format!("{first}, ")));
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), first);
    assert!(says(&deqi, "Permission is hereby granted, free of charge"));
    // Nothing there has the keyboard, so its keys scroll to the end.
    assert!(focused(&deqi).is_none_or(|thing| thing.name != first));
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "Other people’s code");
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "About Deqi");
}

#[test]
fn our_fonts_can_write_every_licence() {
    let mut deqi = open((640.0, 480.0), still());
    for (place, licence) in licences().licences.iter().enumerate() {
        go(&mut deqi, &[Action::Go(Screen::Licences(Some(place)))]);
        assert_eq!(headline(&deqi), licence.name);
    }
}
