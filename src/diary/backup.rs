//! The whole diary as a file to keep elsewhere, and back.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::book::Book;
use super::entry::Entry;

/// The largest backup that is read: a thousand years of entries.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// The most entries.
const MOST_ENTRIES: usize = 100_000;
/// The version that this Deqi writes, and the highest it reads.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Head {
    deqi_diary: u32,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Backup {
    deqi_diary: u32,
    entries: Vec<Entry>,
}

/// Why a backup cannot be brought back. Nothing changed then.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum BackupError {
    /// It is no backup of a diary, or it is damaged.
    #[error("this is no backup of a diary: {0}")]
    Strange(String),
    /// A newer Deqi wrote it.
    #[error("this backup is of version {0}, from a newer Deqi")]
    Newer(u32),
    /// It is too large to be one.
    #[error("this is too large for a backup of a diary")]
    Large,
    /// One of its entries cannot be.
    #[error("entry {0} of this backup: {1}")]
    Entry(usize, super::Flaw),
}

/// The text of a backup.
///
/// # Errors
/// Where it could not be written as text; plain data of our own always can.
pub fn write_backup(book: &Book) -> Result<String, serde_json::Error> {
    let entries = book.entries().map(|(_, entry)| entry.clone()).collect();
    serde_json::to_string_pretty(&Backup { deqi_diary: VERSION, entries })
}

/// The entries of a backup, in the order of writing.
///
/// # Errors
/// Where one cannot be brought back whole: part of a diary is not brought back in silence.
pub fn read_backup(text: &str) -> Result<Vec<Entry>, BackupError> {
    if text.len() as u64 > MOST_BYTES {
        return Err(BackupError::Large);
    }
    let strange = |error: serde_json::Error| BackupError::Strange(error.to_string());
    let head: Head = serde_json::from_str(text).map_err(strange)?;
    if head.deqi_diary > VERSION {
        return Err(BackupError::Newer(head.deqi_diary));
    }
    let backup: Backup = serde_json::from_str(text).map_err(strange)?;
    if backup.entries.len() > MOST_ENTRIES {
        return Err(BackupError::Large);
    }
    let checked = |(number, entry): (usize, Entry)| entry.checked().map_err(|flaw| BackupError::Entry(number, flaw));
    (1..).zip(backup.entries).map(checked).collect()
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Entry, Flaw};
    use super::super::place::Place;
    use super::{BackupError, Book, read_backup, write_backup};
    use crate::model::Day;

    #[test]
    fn what_was_put_away_comes_back_whole() {
        let entry = Entry {
            pain: Some(3),
            places: [Place::at("low_back", 0.0)].into(),
            note: "“quoted”, \"quoted\"\n=1+1".to_owned(),
            ..Entry::on(Day::read("2026-11-25").expect("a day"))
        };
        let mut book = Book::default();
        book.add(entry.clone());
        let text = write_backup(&book).expect("it is text");
        assert_eq!(read_backup(&text), Ok(vec![entry]));
    }

    #[test]
    fn what_is_no_backup_says_so() {
        let strange = |text: &str| matches!(read_backup(text), Err(BackupError::Strange(_)));
        for text in ["", "{}", "[]", "null", "{\"deqi_diary\": 1}", "{\"deqi_diary\": 1, \"entries\": [{}]}"] {
            assert!(strange(text), "{text}");
        }
        assert!(strange(&"[".repeat(100_000)), "depth is bounded");
        assert_eq!(read_backup("{\"deqi_diary\": 2, \"things\": 1}"), Err(BackupError::Newer(2)));
        let pain = "{\"deqi_diary\": 1, \"entries\": [{\"day\": \"2026-11-25\", \"pain\": 40}]}";
        assert_eq!(read_backup(pain), Err(BackupError::Entry(1, Flaw::Pain)));
    }
}
