//! What `deqi check` and `deqi export` say, and how they end.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use deqi::cli::{Outcome, RendererName, run};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;

/// What a command says, what it complains of, and how it ends.
fn say(args: &[&str]) -> (String, String, Outcome) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("deqi").chain(args.iter().copied()).map(OsString::from);
    let outcome = run(args, &mut out, &mut err, |_| panic!("no window is wanted"));
    (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap(), outcome)
}

/// What may draw the window that these words ask for, the first to be tried first.
fn renderers(args: &[&str]) -> Vec<RendererName> {
    let mut renderers = Vec::new();
    let args = std::iter::once("deqi").chain(args.iter().copied()).map(OsString::from);
    run(args, &mut Vec::new(), &mut Vec::new(), |window| {
        renderers = window.renderers().to_vec();
        Outcome::Fine
    });
    renderers
}

#[test]
fn a_kiosk_that_is_run_with_care_still_finds_the_renderer_that_works() {
    use RendererName::{Glow, Wgpu};
    assert_eq!(renderers(&[]), [Glow, Wgpu]);
    assert_eq!(renderers(&["--safe"]), [Glow, Wgpu], "where only the second works, safe mode has to open too");
    assert_eq!(renderers(&["--plain"]), [Wgpu, Glow], "the first may be what crashed");
    for (name, one, other) in [("glow", Glow, Wgpu), ("wgpu", Wgpu, Glow)] {
        assert_eq!(renderers(&["--renderer", name]), [one]);
        assert_eq!(renderers(&["--renderer", name, "--safe"]), [one], "what was asked for holds in safe mode");
        assert_eq!(renderers(&["--renderer", name, "--plain"]), [one, other]);
    }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn check(path: &Path) -> (String, Outcome) {
    let (out, err, outcome) = say(&["check", path.to_str().unwrap()]);
    assert_eq!(err, "");
    (out, outcome)
}

#[test]
fn the_built_in_pack_is_fine() {
    let (out, err, outcome) = say(&["check"]);
    assert!(out.starts_with("0 errors, 0 warnings ("), "{out}");
    assert_eq!((err.as_str(), outcome), ("", Outcome::Fine));
}

#[test]
fn errors_in_a_pack_end_with_one_and_warnings_with_zero() {
    let (out, outcome) = check(folder(&[("pack.ron", HEAD), ("points.ron", "[(code: 3)]")]).path());
    assert!(out.starts_with("points.ron:1:9: error: "), "{out}");
    assert!(out.lines().last().unwrap().starts_with("1 error, 0 warnings ("), "{out}");
    assert_eq!(outcome, Outcome::Faulty);
    let (out, outcome) = check(folder(&[("pack.ron", HEAD), ("pionts.ron", "[]")]).path());
    assert!(out.lines().last().unwrap().starts_with("0 errors, 1 warning ("), "{out}");
    assert_eq!(outcome, Outcome::Fine);
    assert_eq!(check(folder(&[]).path()).1, Outcome::Faulty, "a pack without pack.ron is an error inside a pack");
}

#[test]
fn what_cannot_run_ends_with_two() {
    let file = folder(&[("pack.ron", HEAD)]);
    let file = file.path().join("pack.ron");
    for args in [
        &["check", "/no/such/folder"][..],
        &["check", file.to_str().unwrap()],
        &["chek"],
        &["--figure", "dog"],
        &["export", "text", "--lang", "xx"],
        &["export", "text", "--pack", "/no/such/folder"],
    ] {
        let (out, err, outcome) = say(args);
        assert_eq!((out.as_str(), outcome), ("", Outcome::Unable), "{args:?}");
        assert!(!err.is_empty(), "{args:?}");
    }
}

#[test]
fn coverage_counts_every_point_for_every_field() {
    let (out, _, outcome) = say(&["check", "--coverage"]);
    assert_eq!(outcome, Outcome::Fine);
    let rows: Vec<Vec<&str>> =
        out.lines().map(|line| line.split_whitespace().collect()).filter(|r: &Vec<&str>| r.len() >= 3).collect();
    for field in ["place", "under", "tradition", "body", "trials", "cautions", "find", "rule"] {
        let row = rows.iter().find(|row| row[0] == field).unwrap_or_else(|| panic!("{field} is not counted:\n{out}"));
        let count = |i: usize| row[i].parse::<usize>().unwrap();
        assert_eq!(count(1) + count(2), deqi::content::load_core().catalog.points().len(), "{field}");
    }
}

#[test]
fn every_text_is_exported_with_its_place_and_readers() {
    let (out, _, outcome) = say(&["export", "text", "--lang", "en"]);
    assert_eq!(outcome, Outcome::Fine);
    let texts: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&out).unwrap();
    let of = |id: &str| texts.iter().find(|text| text["id"] == id).unwrap_or_else(|| panic!("{id} is missing"));
    assert_eq!(of("BL23.place.plain")["audience"], "patient");
    assert_eq!(of("BL23.place.measure")["level"], "more");
    assert_eq!(of("source.who2008.citation")["level"], "science");
    assert!(of("page.warning_signs.title")["place"].as_str().unwrap().starts_with("page /"));
    assert_eq!(of("interface.find-placeholder")["text"], deqi::i18n::Tr::english().text("find-placeholder"));
    let mut ids: Vec<&str> = texts.iter().map(|text| text["id"].as_str().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is given twice");
    for text in &texts {
        assert!(["patient", "practitioner"].contains(&text["audience"].as_str().unwrap()));
        assert!(["plain", "more", "science"].contains(&text["level"].as_str().unwrap()));
    }
}

/// Someone who stops listening at once, as `head -0` does.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_who_stops_listening_changes_nothing() {
    let pack = folder(&[]);
    for (args, expected) in [
        (vec!["deqi", "export", "text"], Outcome::Fine),
        (vec!["deqi", "check", pack.path().to_str().unwrap()], Outcome::Faulty),
        (vec!["deqi", "--help"], Outcome::Fine),
    ] {
        let args = args.into_iter().map(OsString::from);
        assert_eq!(run(args, &mut Closed, &mut Closed, |_| Outcome::Unable), expected);
    }
}
