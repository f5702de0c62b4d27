//! The command line, by running the built program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::LIBRARY;

fn deqi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deqi")).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

fn json(args: &[&str]) -> Vec<Value> {
    let output = deqi(args);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A pack in a folder of its own.
fn pack(points: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let head = "(format: 1, id: \"own\", title: \"Own\", version: \"1\", reviewed_on: \"2026-11-22\", language: \"en\", licence: \"CC-BY-4.0\")";
    fs::write(folder.path().join("pack.ron"), head).unwrap();
    fs::write(folder.path().join("points.ron"), points).unwrap();
    folder
}

fn check(folder: &Path) -> Output {
    deqi(&["check", folder.to_str().unwrap()])
}

/// The extra points with one place, on the midline or on one side.
const SINGLE: [&str; 8] = ["EX-HN3", "EX-HN10", "EX-HN11", "EX-HN12", "EX-HN13", "EX-B5", "EX-B8", "EX-B9"];

/// A point that is sound as far as the words of a pack go.
const SOUND: &str = "[(code: \"BL23\", channel: \"BL\", number: 23, pinyin: \"Shènshū\", hanzi: (simplified: \"肾俞\", \
                     traditional: \"腎俞\"), english: \"Own name\", region: \"low back\", layout: Paired)]";

#[cfg(target_os = "linux")]
#[test]
fn where_there_is_no_screen_it_says_so_and_ends() {
    let mut deqi = Command::new(env!("CARGO_BIN_EXE_deqi"));
    for screen in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        deqi.env_remove(screen);
    }
    let output = deqi.output().unwrap();
    assert_eq!(code(&output), 2);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "deqi: no window could be opened. Is there a screen, and a graphics driver (OpenGL or Vulkan)?\n\
         deqi: neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.\n"
    );
}

#[test]
fn the_built_in_pack_is_sound() {
    let output = deqi(&["check"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let summary = said(&output);
    let last = summary.lines().last().unwrap();
    assert!(last.starts_with("0 errors, 0 warnings (") && last.contains("410 points"), "{last}");
}

#[test]
fn coverage_counts_every_field_of_every_point() {
    let output = deqi(&["check", "--coverage"]);
    assert_eq!(code(&output), 0);
    let text = said(&output);
    let points = LIBRARY.catalog.points().len();
    for field in ["place", "under", "tradition", "body", "trials", "cautions"] {
        let row = text.lines().find(|l| l.starts_with(&format!("{field} "))).unwrap_or_else(|| panic!("no {field}"));
        let numbers: Vec<usize> = row.split_whitespace().filter_map(|w| w.parse().ok()).collect();
        assert_eq!(numbers[0] + numbers[1], points, "{row}");
    }
}

#[test]
fn a_sound_pack_ends_with_0_a_faulty_one_with_1_and_no_pack_with_2() {
    let sound = pack(SOUND);
    let output = check(sound.path());
    assert_eq!(code(&output), 0, "{}", said(&output));

    let faulty = pack(&SOUND.replace("number: 23", "number: twentythree"));
    let output = check(faulty.path());
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("points.ron:1:"), "file, line and column: {}", said(&output));

    let output = check(&sound.path().join("nowhere"));
    assert_eq!((code(&output), said(&output).as_str()), (2, ""));
    assert!(!output.stderr.is_empty());
    let output = check(&sound.path().join("pack.ron"));
    assert_eq!(code(&output), 2, "a file is no folder");
}

#[test]
fn what_cannot_be_understood_ends_with_2() {
    for args in [
        &["--renderer", "crayon"][..],
        &["export", "points", "--figure", "giant"],
        &["export", "landmarks"],
        &["export", "text", "--lang", "xx"],
        &["chekc"],
        &["export"],
    ] {
        let output = deqi(args);
        assert_eq!(code(&output), 2, "{args:?}: {}", said(&output));
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{args:?} says why, and not on stdout");
    }
    for args in [&["--help"][..], &["--version"], &["check", "--help"]] {
        assert_eq!(code(&deqi(args)), 0, "{args:?}");
    }
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn points_are_exported_one_object_a_point_and_side() {
    let wanted: BTreeSet<&str> = "code site channel number side pinyin hanzi_simplified hanzi_traditional english \
                                  region position normal rule low_back"
        .split_whitespace()
        .collect();
    let core = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs/core/rules.ron")).unwrap();
    for figure in ["woman", "man", "neutral"] {
        let points = json(&["export", "points", "--figure", figure]);
        let mut sites: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
        for point in &points {
            assert_eq!(keys(point), wanted, "{point}");
            let text = |key: &str| point[key].as_str().unwrap().to_owned();
            assert!(["left", "right", "midline"].contains(&text("side").as_str()));
            let place: Vec<f64> = point["position"].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
            let normal: Vec<f64> = point["normal"].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
            assert!(place.len() == 3 && place[1] > -0.01 && place[1] < 2.0, "metres from the soles: {point}");
            let length = normal.iter().map(|v| v * v).sum::<f64>().sqrt();
            assert!((length - 1.0).abs() < 1e-3, "{point}");
            match text("side").as_str() {
                "left" => assert!(place[0] > 0.0, "+x is the body's left: {point}"),
                "right" => assert!(place[0] < 0.0, "{point}"),
                _ => assert!(place[0].abs() < 1e-6, "{point}"),
            }
            assert!(core.contains(&format!("\"{}\"", text("code"))));
            assert!(!text("rule").is_empty() && point["low_back"].is_boolean() && point["number"].as_u64().is_some());
            sites.entry(text("code")).or_default().push((point["site"].as_i64().unwrap(), text("side")));
        }
        for point in LIBRARY.catalog.points() {
            let found = sites.get(point.code.as_str()).map_or(&[][..], Vec::as_slice);
            let expected = match point.code.as_str() {
                "ASHI" => 0,
                "EX-B2" => 34,
                "EX-UE11" | "EX-LE12" => 10,
                "EX-UE9" | "EX-UE10" | "EX-LE10" => 8,
                "EX-HN1" | "EX-UE2" | "EX-UE7" | "EX-LE1" | "EX-LE5" => 4,
                _ if SINGLE.contains(&point.code.as_str()) => 1,
                _ if ["GV", "CV"].contains(&point.channel.as_str()) => 1,
                _ => 2,
            };
            assert_eq!(found.len(), expected, "{figure}: {} has {found:?}", point.code);
            let unique: BTreeSet<_> = found.iter().collect();
            assert_eq!(unique.len(), found.len(), "{figure}: {} twice at one place", point.code);
        }
    }
}

#[test]
fn figures_differ_and_the_usual_one_is_neutral() {
    let usual = said(&deqi(&["export", "points"]));
    assert_eq!(usual, said(&deqi(&["export", "points", "--figure", "neutral"])));
    assert_ne!(usual, said(&deqi(&["export", "points", "--figure", "man"])));
}

#[test]
fn landmarks_are_exported() {
    let landmarks = json(&["export", "landmarks", "--figure", "woman"]);
    assert!(landmarks.len() > 50);
    for landmark in &landmarks {
        assert_eq!(keys(landmark), ["figure", "id", "position", "side"].into());
    }
    assert!(landmarks.iter().any(|l| l["id"] == "navel" && l["side"] == "midline"));
}

#[test]
fn every_text_is_exported_with_its_reader() {
    let texts = json(&["export", "text"]);
    let mut ids = BTreeSet::new();
    for text in &texts {
        assert_eq!(keys(text), ["id", "place", "audience", "level", "text"].into(), "{text}");
        assert!(["patient", "practitioner"].contains(&text["audience"].as_str().unwrap()), "{text}");
        assert!(["plain", "more", "science"].contains(&text["level"].as_str().unwrap()), "{text}");
        assert!(ids.insert(text["id"].as_str().unwrap()), "{text} has the id of another");
        assert!(!text["text"].as_str().unwrap().is_empty() && !text["place"].as_str().unwrap().is_empty(), "{text}");
    }
    let has = |words: &str| texts.iter().any(|t| t["text"].as_str().unwrap().contains(words));
    for point in LIBRARY.catalog.points() {
        assert!(has(&point.english) && point.place.as_ref().is_none_or(|p| has(&p.plain)), "{}", point.code);
    }
    assert!(has("Warning signs") && has("Tell me more"), "words of the interface are texts too");
}

#[test]
fn a_pack_that_is_laid_over_is_exported() {
    let own = pack(SOUND);
    let points = json(&["--pack", own.path().to_str().unwrap(), "export", "points"]);
    assert!(points.iter().any(|p| p["code"] == "BL23" && p["english"] == "Own name"));
}
