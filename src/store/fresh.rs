//! Writes a new file beside those that are there, and never over one of them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// So many files of one name stand beside each other.
pub(super) const MOST: u32 = 999;

/// Writes a file into a folder, which is made where it is missing, under the first of these names that is free. None
/// where none is. Pictures, pages, plans and diaries tell of someone's health, so only their owner may read them.
///
/// # Errors
/// What the platform said, and of which path. Then there is no file, not half of one.
pub(super) fn write(
    folder: &Path,
    names: impl IntoIterator<Item = String>,
    bytes: &[u8],
) -> Result<Option<PathBuf>, (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    for name in names {
        let path = folder.join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
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
