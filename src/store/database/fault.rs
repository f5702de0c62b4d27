//! What can go wrong with a file of ours, by kind: [`crate::describe::keeping`] has the sentences.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Error;
use rusqlite::ffi::{ErrorCode, SQLITE_ERROR};

/// What went wrong. Nothing that was kept before is lost by any of them.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Fault {
    /// This computer names no folder for what programs keep.
    #[error("there is no folder to keep it in")]
    Homeless,
    /// The file cannot be read, is empty or gone. What there is of it was set aside under another name, and the copy of
    /// the last start took its place, or a new one was begun.
    #[error("{file} is damaged")]
    Damaged {
        /// The file.
        file: PathBuf,
        /// Where the damaged one is now; nowhere where it was gone or empty.
        kept: Option<PathBuf>,
        /// Whether the copy of the last start took its place.
        restored: bool,
    },
    /// A newer Deqi wrote the file. It was not touched.
    #[error("{file} is from a newer Deqi")]
    Newer {
        /// The file.
        file: PathBuf,
    },
    /// Another program wrote the file. It was not touched.
    #[error("{file} is not a file of this kind")]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// Another window has the file.
    #[error("{file} is in use")]
    Busy {
        /// The file.
        file: PathBuf,
    },
    /// The disk is full. What was there before is still there.
    #[error("{file}: the disk is full")]
    Full {
        /// The file.
        file: PathBuf,
    },
    /// The disk or the folder takes no changes.
    #[error("{file} cannot be changed")]
    ReadOnly {
        /// The file.
        file: PathBuf,
    },
    /// Some rows of the file cannot be read. They stay in it as they are.
    #[error("{count} rows of {file} cannot be read")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// How many rows.
        count: usize,
    },
    /// Anything else, with what the system said.
    #[error("{file}: {said}")]
    Failed {
        /// The file.
        file: PathBuf,
        /// What the system said.
        said: String,
    },
}

impl Fault {
    /// What an error of `SQLite` means for a file.
    pub(super) fn of(file: &Path, error: &Error) -> Self {
        let file = file.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { file, kept: None, restored: false }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { file },
            Some(ErrorCode::DiskFull) => Self::Full { file },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { file },
            _ => Self::Failed { file, said: error.to_string() },
        }
    }

    /// What it means for a file that only looking at it fails. Our questions make sense in every file that we made: where
    /// `SQLite` can make none of one, be it for want of a table or for a format that does not exist, the disk changed
    /// what the file says of itself.
    pub(super) fn of_looking(file: &Path, error: &Error) -> Self {
        match error {
            Error::SqlInputError { error, .. } | Error::SqliteFailure(error, _)
                if error.extended_code == SQLITE_ERROR =>
            {
                Self::Damaged { file: file.to_owned(), kept: None, restored: false }
            }
            other => Self::of(file, other),
        }
    }

    /// What an error of the system means for a file.
    pub(in crate::store) fn of_system(file: &Path, error: &std::io::Error) -> Self {
        let file = file.to_owned();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { file },
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly { file },
            _ => Self::Failed { file, said: error.to_string() },
        }
    }
}
