//! Writes settings and keeps what it does not know.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::super::atomic;
use super::key::Key;
use super::{Note, Settings, read};

pub(super) fn save(settings: &Settings, path: &Path) -> Result<(), Note> {
    let before = read::text(path).unwrap_or_default();
    let text = text(settings, &before);
    atomic::replace(path, &text).map_err(|e| Note(format!("{}: settings could not be kept: {e}", path.display())))
}

fn text(settings: &Settings, before: &str) -> String {
    let unknown = read::pairs(before).into_iter().filter(|(key, ..)| Key::named(key).is_none());
    let mut text =
        String::from("// Settings of Deqi. May be edited; what cannot be read falls back to the usual.\n(\n");
    let pairs = Key::ALL.into_iter().filter_map(|(key, name)| Some((name, value(settings, key)?)));
    for (key, value) in pairs.chain(unknown.map(|(key, value, _)| (key, value.to_owned()))) {
        // Writing into a String cannot fail.
        let _ok = writeln!(text, "    {key}: {value},");
    }
    text.push_str(")\n");
    text
}

fn value(settings: &Settings, key: Key) -> Option<String> {
    match key {
        Key::Figure => ron_of(&settings.figure),
        Key::Skin => ron_of(&settings.skin),
        Key::TextSize => ron_of(&settings.text_size),
        Key::Theme => ron_of(&settings.theme),
        Key::Motion => ron_of(&settings.motion),
        Key::PointsPerMm => ron_of(&settings.points_per_mm.filter(|scale| scale.is_finite())),
        Key::Favourites => ron_of(&settings.favourites),
    }
}

fn ron_of(value: &impl Serialize) -> Option<String> {
    ron::to_string(value).ok()
}
