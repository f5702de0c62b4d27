//! Files that a person takes along: in a folder they know, under a clear name, never over another file.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::database::{Fault, wipe};
use super::fresh;

/// All that Deqi writes for a person begins with this.
const BEGINS: &str = "Deqi diary";
/// Backups end with this.
const BACKUP: &str = "backup.json";
/// Tables, pages and what is set on paper end with these.
const OTHERS: [&str; 3] = ["table.csv", "page.txt", "page.pdf"];

/// What a file is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paper {
    /// The whole diary, to bring back.
    Backup,
    /// A table for other programs.
    Table,
    /// A page of plain words.
    Page,
    /// A page to print and send.
    Pdf,
}

impl Paper {
    fn ends(self) -> &'static str {
        match self {
            Self::Backup => BACKUP,
            Self::Table => OTHERS[0],
            Self::Page => OTHERS[1],
            Self::Pdf => OTHERS[2],
        }
    }
}

/// Writes a file whose name tells what it is and of which day; `day` is only a word of the name. Gives its path.
///
/// # Errors
/// Where the folder takes no file. Then there is none, not half of one.
pub fn write(folder: &Path, paper: Paper, day: &str, bytes: &[u8]) -> Result<PathBuf, Fault> {
    let names = (1..=fresh::MOST).map(|number| {
        let again = if number == 1 { String::new() } else { format!(" {number}") };
        format!("{BEGINS} {day}{again} {}", paper.ends())
    });
    let written = fresh::write(folder, names, bytes);
    let written = written.map_err(|(path, error)| Fault::of_system(&path, &error))?;
    written.ok_or_else(|| Fault::of_system(folder, &io::Error::other("there are a thousand files of this day")))
}

/// The files in a folder that Deqi wrote for a person, by name, the newest day first.
pub fn all(folder: &Path) -> Vec<String> {
    let ends = |name: &str| std::iter::once(&BACKUP).chain(&OTHERS).any(|end| name.ends_with(end));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(BEGINS) && ends(name)).collect();
    names.sort_by(|a, b| b.cmp(a));
    names
}

/// The backups among them.
pub fn backups(folder: &Path) -> Vec<String> {
    all(folder).into_iter().filter(|name| name.ends_with(BACKUP)).collect()
}

/// The text of a backup, at most so many bytes and one more. Only names that [`backups`] gives are read.
///
/// # Errors
/// Where there is no such file, or it is no text.
pub fn read(folder: &Path, name: &str, most: u64) -> Result<String, Fault> {
    let path = folder.join(name);
    let said = |error: io::Error| Fault::of_system(&path, &error);
    if !backups(folder).iter().any(|known| known == name) {
        return Err(said(io::ErrorKind::NotFound.into()));
    }
    let mut text = String::new();
    fs::File::open(&path).map_err(said)?.take(most + 1).read_to_string(&mut text).map_err(said)?;
    Ok(text)
}

/// Deletes all files that Deqi wrote there, written over first.
///
/// # Errors
/// Where one cannot be deleted; the others are gone all the same.
pub fn erase(folder: &Path) -> Result<(), Fault> {
    all(folder).iter().map(|name| wipe(&folder.join(name))).fold(Ok(()), Result::and)
}
