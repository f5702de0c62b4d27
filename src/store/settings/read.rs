//! Reads settings key by key, so that one bad value costs one value.

use std::io::{ErrorKind, Read as _};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::super::atomic;
use super::key::Key;
use super::{Note, POINTS_PER_MM, Settings, TEXT_SIZES};
use crate::model::{PointCode, SkinTone};
use crate::scan::{self, Lines, TokenKind, tokens};

/// No honest settings come near.
const MAX_BYTES: u64 = 64 * 1024;

pub(super) fn load(path: &Path) -> (Settings, Vec<Note>) {
    atomic::sweep(path);
    match text(path) {
        Ok(text) => from_text(&text, &path.display().to_string()),
        Err(why) => {
            let note = why.map(|why| Note(format!("{}: settings cannot be read: {why}", path.display())));
            (Settings::default(), note.into_iter().collect())
        }
    }
}

pub(super) fn from_text(text: &str, called: &str) -> (Settings, Vec<Note>) {
    let mut notes = Vec::new();
    let mut settings = Settings::default();
    for (key, value, line) in pairs(text) {
        // A key from a newer Deqi changes nothing.
        if let Some(known) = Key::named(key)
            && let Err(wanted) = set(&mut settings, known, value)
        {
            notes.push(Note(format!("{called}:{line}: {key}: {wanted}; the usual one is used")));
        }
    }
    if !text.trim().is_empty() && scan::split(text).bracket.is_none() {
        notes.push(Note(format!("{called}: these are not settings; the usual ones are used")));
    }
    (settings, notes)
}

/// The text of the file, empty where there is none. The error is a sentence of the platform's.
pub(in crate::store) fn text(path: &Path) -> Result<String, Option<String>> {
    let said = |e: std::io::Error| if e.kind() == ErrorKind::NotFound { None } else { Some(e.to_string()) };
    if !std::fs::metadata(path).map_err(said)?.is_file() {
        return Err(Some("it is not an ordinary file".to_owned()));
    }
    let mut text = String::new();
    std::fs::File::open(path).map_err(said)?.take(MAX_BYTES).read_to_string(&mut text).map_err(said)?;
    Ok(text)
}

/// The `key: value` pairs of a settings file, with the lines they begin in.
pub(in crate::store) fn pairs(text: &str) -> Vec<(&str, &str, u32)> {
    let lines = Lines::new(text);
    let pair = |range: std::ops::Range<usize>| {
        let entry = &text[range.clone()];
        let key = tokens(entry, 0).next()?.ok().filter(|token| token.kind == TokenKind::Word)?;
        let value = entry[key.range.end..].trim_start().strip_prefix(':')?;
        Some((&entry[key.range], value.trim(), lines.place(text, range.start).0))
    };
    scan::split(text).entries.into_iter().filter_map(pair).collect()
}

/// Sets one value. The error says what was wanted.
fn set(settings: &mut Settings, key: Key, value: &str) -> Result<(), &'static str> {
    match key {
        Key::Figure => settings.figure = read(value).ok_or("woman, man or neutral is wanted")?,
        Key::Skin => {
            let tone: SkinTone =
                read(value).filter(|tone: &SkinTone| tone.0 < SkinTone::COUNT).ok_or("0 to 4 is wanted")?;
            settings.skin = tone;
        }
        Key::TextSize => {
            let size = read(value).filter(|size| TEXT_SIZES.contains(size));
            settings.text_size = size.ok_or("100, 125, 150, 175 or 200 is wanted")?;
        }
        Key::Theme => settings.theme = read(value).ok_or("System, Light, Dark or Contrast is wanted")?,
        Key::Motion => settings.motion = read(value).ok_or("Full or Reduced is wanted")?,
        Key::PointsPerMm => {
            let scale: Option<f32> = read(value).ok_or("None or a number is wanted")?;
            if scale.is_some_and(|scale| !POINTS_PER_MM.contains(&scale)) {
                return Err("a number from 0.5 to 20 is wanted");
            }
            settings.points_per_mm = scale;
        }
        Key::Favourites => {
            let codes: Vec<PointCode> = read(value).ok_or("a list of points such as [\"BL23\"] is wanted")?;
            let is_code = |code: &PointCode| code.as_str().len() <= 20 && code.as_str().is_ascii();
            settings.favourites = codes.into_iter().filter(is_code).collect();
        }
    }
    Ok(())
}

fn read<T: DeserializeOwned>(value: &str) -> Option<T> {
    ron::from_str(value).ok()
}
