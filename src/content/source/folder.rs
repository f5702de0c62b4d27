//! A pack in a folder. No path leaves the folder, and nothing but ordinary files of honest size is read.

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use cap_std::ambient_authority;
use cap_std::fs::Dir;
use thiserror::Error;

use super::{Listed, MAX_FILE_BYTES, MAX_FILES, PackSource, ReadError};

/// Packs are flat: `points.ron`, `figures/woman.body`. Deeper folders are not looked into.
const MAX_FOLDERS_DEEP: usize = 2;

/// Why a folder could not be opened as a pack.
#[derive(Debug, Error)]
pub enum FolderError {
    /// There is nothing there, or not a folder.
    #[error("{path}: this is not a folder that can be read: {why}")]
    NotAFolder {
        /// The path as it was given.
        path: String,
        /// What the platform said.
        why: io::Error,
    },
}

/// A pack in a folder.
#[derive(Debug)]
pub struct Folder {
    dir: Dir,
    path: PathBuf,
}

impl Folder {
    /// Opens a folder as a pack.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let open = Dir::open_ambient_dir(path, ambient_authority());
        open.map(|dir| Self { dir, path: path.to_owned() })
            .map_err(|why| FolderError::NotAFolder { path: path.display().to_string(), why })
    }
}

impl PackSource for Folder {
    fn list(&self) -> Result<Vec<Listed>, ReadError> {
        let mut listed = Vec::new();
        collect(&self.dir, "", MAX_FOLDERS_DEEP, &mut listed).map_err(|e| refusal(&e))?;
        listed.sort();
        Ok(listed)
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        // Asked before opening, because to open a pipe is to wait for whoever writes into it.
        if !self.dir.metadata(path).map_err(|e| refusal(&e))?.is_file() {
            return Err(ReadError::NotAFile);
        }
        let file = self.dir.open(path).map_err(|e| refusal(&e))?;
        let mut contents = Vec::new();
        file.take(MAX_FILE_BYTES + 1).read_to_end(&mut contents).map_err(|e| refusal(&e))?;
        if contents.len() as u64 > MAX_FILE_BYTES { Err(ReadError::TooBig) } else { Ok(Cow::Owned(contents)) }
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.path)
    }
}

fn collect(folder: &Dir, before: &str, deep: usize, listed: &mut Vec<Listed>) -> io::Result<()> {
    for entry in folder.entries()? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{before}{}", name.to_string_lossy());
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            if deep > 1 {
                collect(&entry.open_dir()?, &format!("{path}/"), deep - 1, listed)?;
            }
        } else {
            let size = entry.metadata().map_or(0, |m| m.len());
            listed.push(Listed { path, size });
        }
        if listed.len() > MAX_FILES {
            break;
        }
    }
    Ok(())
}

fn refusal(error: &io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound => ReadError::Missing,
        _ => ReadError::Refused(error.to_string()),
    }
}
