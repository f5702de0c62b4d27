//! The rules of the house that a program can check.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules that know no widgets, no window.
const PLAIN: [&str; 19] = [
    "model",
    "content",
    "visit",
    "body",
    "describe",
    "search",
    "scan",
    "sim",
    "store",
    "library",
    "i18n",
    "cli",
    "export",
    "staff",
    "supervisor",
    "plan",
    "handout",
    "diary",
    "licences",
];
/// The only ones that may touch files.
const FILES: [&str; 6] = ["content/source", "store", "main", "cli", "export", "supervisor/memory"];
/// The only ones that may ask for the time.
const TIME: [&str; 2] = ["app", "supervisor/runner"];
/// A longer file holds more than one idea.
const LONGEST: usize = 400;

struct File {
    /// From the root of the repository, as `src/ui/card.rs`.
    path: String,
    text: String,
}

impl File {
    /// Whether it belongs to one of these modules: `store` means `src/store.rs` and all of `src/store/`.
    fn is_in(&self, modules: &[&str]) -> bool {
        modules.iter().any(|m| self.path == format!("src/{m}.rs") || self.path.starts_with(&format!("src/{m}/")))
    }

    /// Its lines of code with their numbers: no comments, nothing of its own tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        (1..).zip(code.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<File> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() { walk(&path, into) } else { into.push(path) }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    let rust = paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| File {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"),
    })
    .collect()
}

/// Every line of code of these files that holds one of these words.
fn mentions<'a>(files: impl IntoIterator<Item = &'a File>, words: &[&str]) -> Vec<String> {
    let holds = |line: &str| words.iter().any(|word| line.contains(word));
    let each = files.into_iter().flat_map(|file| {
        file.code().filter(|(_, line)| holds(line)).map(move |(n, line)| format!("{}:{n}: {}", file.path, line.trim()))
    });
    each.collect()
}

fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn what_deqi_knows_knows_no_window() {
    let files = files("src");
    let plain = files.iter().filter(|f| f.is_in(&PLAIN));
    none(&mentions(plain, &["egui", "eframe", "winit"]), "only app, theme, ui and main may name egui");
}

#[test]
fn only_few_touch_files() {
    let files = files("src");
    let others = files.iter().filter(|f| !f.is_in(&FILES));
    none(
        &mentions(others, &["std::fs", "fs::", "File::open", "File::create"]),
        "only content/source, store, main and cli may touch files",
    );
}

#[test]
fn only_the_app_asks_for_the_time() {
    let files = files("src");
    let others = files.iter().filter(|f| !f.is_in(&TIME));
    none(
        &mentions(others, &["Instant", "SystemTime", "chrono::", "jiff", "std::time"]),
        "time comes in as an argument",
    );
}

#[test]
fn no_arrow_points_back() {
    let files = files("src");
    let rules: [(&[&str], &[&str]); 7] = [
        (&["model"], &["crate::app", "crate::ui", "crate::content", "crate::visit", "crate::store", "crate::body"]),
        (&["content", "scan"], &["crate::app", "crate::ui", "crate::theme", "crate::store"]),
        (&["diary"], &["crate::app", "crate::ui", "crate::theme", "crate::store", "crate::visit", "crate::describe"]),
        (
            &["sim"],
            &[
                "crate::app",
                "crate::ui",
                "crate::theme",
                "crate::store",
                "crate::content",
                "crate::visit",
                "crate::body",
            ],
        ),
        (
            &["body", "plan"],
            &["crate::app", "crate::ui", "crate::theme", "crate::store", "crate::content", "crate::visit"],
        ),
        (&["theme", "i18n", "store", "search", "describe", "visit"], &["crate::app", "crate::ui"]),
        (&["visit", "plan", "diary"], &["crate::handout", "crate::library", "crate::export"]),
    ];
    for (modules, forbidden) in rules {
        none(
            &mentions(files.iter().filter(|f| f.is_in(modules)), forbidden),
            &format!("{modules:?} may not use these"),
        );
    }
}

#[test]
fn colours_are_made_from_tokens_alone() {
    let files = files("src");
    let others = files.iter().filter(|f| !f.is_in(&["theme"]));
    let words = ["Color32::from_rgb(", "Color32::from_gray", "Color32::from_hex", "Color32::from_black_alpha"];
    none(&mentions(others, &words), "every colour comes from a token file");
}

#[test]
fn a_file_holds_one_idea() {
    let long: Vec<String> = ["src", "examples"]
        .into_iter()
        .flat_map(files)
        .map(|f| (f.text.lines().count(), f.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    none(&long, "a file has at most 400 lines");
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> =
        files("src").into_iter().filter(|f| !f.text.starts_with("//! ")).map(|f| f.path).collect();
    none(&silent, "every file begins with what it is for");
}

#[test]
fn nothing_is_left_for_later() {
    let files = files("src");
    let words = [concat!("to", "do!("), concat!("unimple", "mented!("), "allow(dead_code", "allow(unused", "dbg!("];
    none(&mentions(&files, &words), "nothing is left for later");
    let notes: Vec<String> = files
        .iter()
        .flat_map(|f| (1..).zip(f.text.lines()).map(move |(n, line)| (f, n, line)))
        .filter(|(_, _, line)| line.contains("TODO") || line.contains("FIXME") || line.contains("stand-in"))
        .map(|(f, n, line)| format!("{}:{n}: {}", f.path, line.trim()))
        .collect();
    none(&notes, "no note of what is missing is left in the source");
}

#[test]
fn every_font_has_its_licence_beside_it() {
    let folder = root().join("assets/fonts");
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some((family, _)) = name.strip_suffix(".ttf").and_then(|n| n.split_once('-')) else { continue };
        let licence = folder.join(format!("OFL-{}.txt", family.trim_start_matches("Deqi")));
        let text = fs::read_to_string(&licence).unwrap_or_else(|_| panic!("{name} has no licence beside it"));
        assert!(text.contains("SIL OPEN FONT LICENSE") || text.contains("SIL Open Font License"), "{name}");
    }
}

#[test]
fn every_dependency_says_what_it_saves() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut silent = Vec::new();
    let (mut within, mut said) = (false, false);
    for line in manifest.lines() {
        if line.starts_with('[') {
            (within, said) = (line.contains("dependencies]"), false);
        } else if line.starts_with('#') {
            said = true;
        } else if line.is_empty() {
            said = false;
        } else if within && !said {
            silent.push(line.to_owned());
        }
    }
    none(&silent, "each dependency has a line above it");
}
