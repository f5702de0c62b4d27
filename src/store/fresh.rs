//! Writes a new file beside those that are there, and never over one of them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// So many files of one name stand beside each other.
pub(super) const MOST: u32 = 999;

/// Who may read a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Readers {
    /// Whoever the platform lets.
    Usual,
    /// Only its owner.
    Owner,
}

/// Writes a file into a folder, which is made where it is missing, under the first of these names that is free. None
/// where none is.
///
/// # Errors
/// What the platform said, and of which path. Then there is no file, not half of one.
pub(super) fn write(
    folder: &Path,
    names: impl IntoIterator<Item = String>,
    readers: Readers,
    bytes: &[u8],
) -> Result<Option<PathBuf>, (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    for name in names {
        let path = folder.join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if readers == Readers::Owner {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let written = match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err((path, error)),
            Ok(mut file) => file.write_all(bytes).and_then(|()| file.sync_all()),
        };
        if let Err(error) = written {
            // Half a file would be taken for a whole one.
            let _gone = fs::remove_file(&path);
            return Err((path, error));
        }
        return Ok(Some(path));
    }
    Ok(None)
}
