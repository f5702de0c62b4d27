//! Where a pack's files come from: the program itself, a folder, or memory.

mod folder;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use thiserror::Error;

use crate::carried::{CORE, Pressed, find};

pub use folder::{Folder, FolderError};

/// The largest file that is read.
pub const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024;
/// The most files a pack may hold.
pub const MAX_FILES: usize = 64;
/// The most all files of a pack may hold together.
pub const MAX_PACK_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file could not be read.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum ReadError {
    /// There is no such file.
    #[error("this file is missing")]
    Missing,
    /// It holds more than is read.
    #[error("this file is larger than 2 MiB")]
    TooBig,
    /// It is a folder, a pipe, a device or the like.
    #[error("this is not an ordinary file")]
    NotAFile,
    /// The platform would not have it read; also where a link leads out of the pack.
    #[error("this file cannot be read: {0}")]
    Refused(String),
}

/// A file that a pack holds.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Listed {
    /// Its path inside the pack, with `/` between folders.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
}

/// Where a pack's files come from. No method panics or waits for ever.
pub trait PackSource: Send + Sync {
    /// The files of the pack in the order of their paths: at most one more than [`MAX_FILES`].
    ///
    /// # Errors
    /// Where the pack itself cannot be read.
    fn list(&self) -> Result<Vec<Listed>, ReadError>;

    /// A file of the pack, at most [`MAX_FILE_BYTES`] of it.
    ///
    /// # Errors
    /// [`ReadError`] says why there is nothing to read.
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError>;

    /// The folder that it lies in, if it lies in one.
    fn folder(&self) -> Option<&Path> {
        None
    }
}

/// The core pack, carried inside the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Embedded;

impl PackSource for Embedded {
    fn list(&self) -> Result<Vec<Listed>, ReadError> {
        let listed = |file: &Pressed| Listed { path: file.path.to_owned(), size: file.size as u64 };
        Ok(CORE.iter().map(listed).collect())
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        find(CORE, path).map(Cow::Owned).ok_or(ReadError::Missing)
    }
}

/// A pack in memory, for tests and for trying an edit before it is saved.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Memory {
    /// The same pack with one more file.
    #[must_use]
    pub fn with(mut self, path: &str, contents: impl Into<Vec<u8>>) -> Self {
        self.0.insert(path.to_owned(), contents.into());
        self
    }
}

impl PackSource for Memory {
    fn list(&self) -> Result<Vec<Listed>, ReadError> {
        let listed = |(path, contents): (&String, &Vec<u8>)| Listed { path: path.clone(), size: contents.len() as u64 };
        Ok(self.0.iter().take(MAX_FILES + 1).map(listed).collect())
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        let contents = self.0.get(path).ok_or(ReadError::Missing)?;
        if contents.len() as u64 > MAX_FILE_BYTES { Err(ReadError::TooBig) } else { Ok(Cow::Borrowed(contents)) }
    }
}
