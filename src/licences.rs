//! Whose code Deqi is built from, and under which licences.
//!
//! One text holds it all, so that it can lie beside the program too: `assets/licences/licences.txt`, which
//! `tools/licences/make.py` writes. Each licence stands there once, with all who share it. It is read when somebody
//! first asks.

use std::sync::LazyLock;

use crate::carried::{LICENCES, find};

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let bytes = find(LICENCES, "licences.txt").unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
});
static READ: LazyLock<Licences<'static>> = LazyLock::new(|| read(&TEXT));

/// The pieces of code, and the licences they are shared under.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Licences<'a> {
    /// Every piece, by name.
    pub pieces: Vec<Piece<'a>>,
    /// Every licence, the one with the most pieces first.
    pub licences: Vec<Licence<'a>>,
}

/// A piece of code that other people share: a crate.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Piece<'a> {
    /// Its name among crates.
    pub name: &'a str,
    /// Its version, as `Cargo.lock` has it.
    pub version: &'a str,
    /// The licences that it offers, as an SPDX expression.
    pub offers: &'a str,
}

/// The words of one licence, and who shares under it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Licence<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How many pieces come under it.
    pub pieces: usize,
    /// Its words, a paragraph each.
    pub text: Vec<&'a str>,
    /// Pieces and the copyright line that goes with them, `name, name: Copyright …`, or only the names.
    pub notices: Vec<&'a str>,
}

/// Of the code that is in this program.
pub fn licences() -> &'static Licences<'static> {
    &READ
}

/// Reads such a text. `== ` begins a part: first `pieces`, then each licence; there `- ` begins a notice.
/// What stands before the first part is for readers of the file.
pub fn read(text: &str) -> Licences<'_> {
    let mut found = Licences::default();
    for part in text.split("\n== ").skip(1) {
        let mut lines = part.lines().map(str::trim).filter(|line| !line.is_empty());
        let title = lines.next().unwrap_or_default();
        if title == "pieces" {
            found.pieces = lines.filter_map(piece).collect();
            continue;
        }
        let (name, pieces) = title.rsplit_once(" | ").unwrap_or((title, ""));
        let mut licence = Licence { name, pieces: pieces.parse().unwrap_or_default(), ..Licence::default() };
        for line in lines {
            match line.strip_prefix("- ") {
                Some(notice) => licence.notices.push(notice),
                None => licence.text.push(line),
            }
        }
        found.licences.push(licence);
    }
    found
}

/// `name version: MIT OR Apache-2.0`.
fn piece(line: &str) -> Option<Piece<'_>> {
    let (piece, offers) = line.split_once(": ")?;
    let (name, version) = piece.split_once(' ')?;
    Some(Piece { name, version, offers })
}
