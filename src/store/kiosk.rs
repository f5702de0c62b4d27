//! The set-up of a kiosk: what a clinic decides once for its screen, in one file that the program only reads.
//!
//! It is read as leniently as settings are: a bad value costs that value, and a note says what was wanted.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::pin::is_hash;
use super::settings::read::{pairs, text};
use super::settings::{Note, POINTS_PER_MM};
use crate::scan;

/// After how many seconds without a touch a visit may end: VVSG 2.0 asks for two to five minutes, and a clinic may
/// want one.
pub const IDLE_SECONDS: std::ops::RangeInclusive<u16> = 60..=300;
/// Every key, as they are offered to whoever mistyped one.
const KEYS: [&str; 8] =
    ["pin", "idle_seconds", "languages", "points_per_mm", "pack", "printer", "metrics", "crash_record"];

/// What a clinic set up.
#[derive(Clone, Debug, PartialEq)]
pub struct Kiosk {
    /// The hash of the staff's PIN, as `deqi pin` writes it. Without one nobody gets to the staff's page.
    pub pin: Option<String>,
    /// After how many seconds without a touch a visitor is asked whether they are still there.
    pub idle_seconds: u16,
    /// The languages offered, by their codes, in this order; of the built-in ones all where it is empty.
    pub languages: Vec<String>,
    /// Points per millimetre of the screen, from the staff's page; none until someone measured.
    pub points_per_mm: Option<f32>,
    /// The folder of a pack that is laid over the built-in one.
    pub pack: Option<PathBuf>,
    /// The name of the printer for handouts. Without one nothing is printed.
    pub printer: Option<String>,
    /// The file in which the supervisor counts starts and visits; shown to staff.
    pub metrics: Option<PathBuf>,
    /// The file in which the supervisor says why the program had to be started anew; shown to staff.
    pub crash_record: Option<PathBuf>,
}

impl Default for Kiosk {
    fn default() -> Self {
        Self {
            pin: None,
            idle_seconds: 180,
            languages: Vec::new(),
            points_per_mm: None,
            pack: None,
            printer: None,
            metrics: None,
            crash_record: None,
        }
    }
}

impl Kiosk {
    /// Reads a set-up. What cannot be read stays as usual, and a note says so. Paths go from the file's own folder.
    pub fn load(path: &Path) -> (Self, Vec<Note>) {
        let shown = path.display();
        let mut kiosk = Self::default();
        let text = match text(path) {
            Ok(text) => text,
            Err(why) => {
                let why = why.unwrap_or_else(|| "there is no such file".to_owned());
                return (kiosk, vec![Note(format!("{shown}: the set-up cannot be read: {why}"))]);
            }
        };
        let mut notes = Vec::new();
        for (key, value, line) in pairs(&text) {
            if let Err(wanted) = kiosk.set(key, value) {
                notes.push(Note(format!("{shown}:{line}: {key}: {wanted}")));
            }
        }
        if scan::split(&text).bracket.is_none() {
            notes.push(Note(format!("{shown}: this is not a set-up: `(` is wanted, then `key: value,` in each line")));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for place in [&mut kiosk.pack, &mut kiosk.metrics, &mut kiosk.crash_record].into_iter().flatten() {
            *place = folder.join(&*place);
        }
        (kiosk, notes)
    }

    /// What the supervisor wrote for staff to read: counters, then why the program had to be started anew; at most so
    /// many lines, the newest.
    pub fn records(&self, most: usize) -> Vec<String> {
        let read = |path: &Option<PathBuf>| path.as_deref().and_then(|path| text(path).ok()).unwrap_or_default();
        let counters = counters(&read(&self.metrics));
        let crashes: Vec<String> = read(&self.crash_record).lines().map(str::to_owned).collect();
        let room = most.saturating_sub(counters.len());
        counters.into_iter().take(most).chain(crashes.into_iter().rev().take(room).rev()).collect()
    }

    /// Sets one value. The error says what was wanted.
    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "pin" => {
                let pin: Option<String> = optional(value, "the line that `deqi pin` writes is wanted")?;
                if !pin.as_deref().is_none_or(is_hash) {
                    return Err("the line that `deqi pin` writes is wanted, never the PIN itself".to_owned());
                }
                self.pin = pin;
            }
            "idle_seconds" => {
                let seconds = read(value).filter(|seconds| IDLE_SECONDS.contains(seconds));
                self.idle_seconds = seconds.ok_or("60 to 300 is wanted; 180 is used")?;
            }
            "languages" => self.languages = read(value).ok_or("a list such as [\"en\"] is wanted")?,
            "points_per_mm" => {
                let scale: Option<f32> = optional(value, "a number is wanted")?;
                if scale.is_some_and(|scale| !POINTS_PER_MM.contains(&scale)) {
                    return Err("a number from 0.5 to 20 is wanted".to_owned());
                }
                self.points_per_mm = scale;
            }
            "pack" => self.pack = optional(value, "a folder such as \"pack\" is wanted")?,
            "printer" => self.printer = optional(value, "the name of a printer is wanted")?,
            "metrics" => self.metrics = optional(value, "a file such as \"/run/deqi/deqi.prom\" is wanted")?,
            "crash_record" => self.crash_record = optional(value, "a file is wanted")?,
            _ => return Err(format!("there is no such key; there are {}", KEYS.join(", "))),
        }
        Ok(())
    }
}

/// What a file in the text format of Prometheus counts, in its own words: `Starts after the first: 3`.
fn counters(text: &str) -> Vec<String> {
    let said = |name: &str| {
        let help = |line: &'_ str| {
            line.strip_prefix("# HELP ")?.split_once(' ').filter(|(of, _)| *of == name).map(|w| w.1.to_owned())
        };
        text.lines().find_map(help).map_or_else(|| name.to_owned(), |help| help.trim_end_matches('.').to_owned())
    };
    let values = text.lines().filter(|line| !line.starts_with('#'));
    values.filter_map(|line| line.split_once(' ')).map(|(name, value)| format!("{}: {value}", said(name))).collect()
}

fn read<T: DeserializeOwned>(value: &str) -> Option<T> {
    ron::from_str(value).ok()
}

/// A value that may be left out: `None`, `Some(4.2)`, or plainly `4.2`. The error is what was wanted.
fn optional<T: DeserializeOwned>(value: &str, wanted: &str) -> Result<Option<T>, String> {
    read::<Option<T>>(value).or_else(|| read::<T>(value).map(Some)).ok_or_else(|| wanted.to_owned())
}
