//! The clinic whose pack this is: its name, its logo, its colours, its own note to patients.

use serde::{Deserialize, Serialize};

/// The two colours that a clinic may choose, as `#0E5560`. They are used on white paper only.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ClinicColours {
    /// Of headings: at least 4.5 to 1 against the paper.
    pub heading: String,
    /// Of rules and frames: at least 3 to 1 against the paper.
    pub line: String,
}

impl Default for ClinicColours {
    /// Ink, and the outlines of controls: the light theme's own.
    fn default() -> Self {
        Self { heading: "#2A241E".to_owned(), line: "#8C7E6A".to_owned() }
    }
}

/// A picture that stands at the head of a page.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The file in the pack, as `pictures/logo.png`.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub says: String,
    /// The picture as the bytes of a PNG file. Never empty after checking.
    #[serde(skip)]
    pub png: Vec<u8>,
}

/// A clinic.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Clinic {
    /// Its name.
    pub name: String,
    /// Its address, its telephone: at most four short lines.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Its own note to patients, in plain words.
    #[serde(default)]
    pub note: Option<String>,
    /// Its logo.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// Its colours.
    #[serde(default)]
    pub colours: ClinicColours,
}
