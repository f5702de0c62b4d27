//! What is not linked cannot be called: the kiosk's build, from its tree of dependencies.

use std::collections::BTreeSet;
use std::process::Command;

use crate::support::LIBRARY;

/// What the program is made of.
fn crates(features: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--offline", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .args(features)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn of_a_kiosk() -> BTreeSet<String> {
    crates(&["--no-default-features"])
}

fn none_of(names: &[&str]) {
    let all = of_a_kiosk();
    assert!(all.contains("eframe"), "this is not our tree");
    let found: Vec<&&str> = names.iter().filter(|name| all.contains(**name)).collect();
    assert!(found.is_empty(), "the kiosk's build holds {found:?}");
}

pub(super) fn no_dialogs() {
    none_of(&["rfd", "open", "opener", "tinyfiledialogs", "native-dialog"]);
}

pub(super) fn no_sound() {
    none_of(&["rodio", "cpal", "kira", "alsa", "alsa-sys", "tts", "speech-dispatcher"]);
}

pub(super) fn no_network() {
    none_of(&["reqwest", "ureq", "hyper", "curl", "rustls", "native-tls", "tokio", "egui_inspection", "ehttp"]);
    // Nothing is fetched while it runs, so nothing waits and nothing pops up.
    assert!(!LIBRARY.catalog.points().is_empty());
}

/// No browser and no clipboard.
pub(super) fn no_links_and_no_clipboard() {
    none_of(&["webbrowser", "arboard", "smithay-clipboard", "x11-clipboard", "clipboard-win"]);
}

#[test]
fn the_kiosks_build_has_no_links_clipboard_dialogs_or_persistence() {
    no_links_and_no_clipboard();
    no_dialogs();
    // The build of one's own computer has them, so their names are the right ones.
    let home = crates(&[]);
    assert!(home.contains("webbrowser") && home.contains("arboard"), "the names of crates have changed");
    // eframe's own persistence writes what a visitor did to the disk; no build of ours has it.
    let features = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["tree", "--offline", "--locked", "-e", "features,normal", "--prefix", "none", "--no-default-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let features = String::from_utf8(features.stdout).unwrap();
    assert!(features.contains("eframe feature \"accesskit\""), "features are told");
    assert!(!features.contains("eframe feature \"persistence\""));
    assert!(!features.contains("egui feature \"persistence\""));
}
