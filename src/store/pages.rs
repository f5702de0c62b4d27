//! Keeps pages to take away among a person's documents. Nothing that is there is ever written over.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic;

/// After so many pages of one name something else must be wrong.
const MOST: u32 = 999;

/// The folder for a person's documents; where the platform names none, their home.
pub fn folder() -> Option<PathBuf> {
    let dirs = directories::UserDirs::new()?;
    Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned())
}

/// Keeps a page in a folder under a name with this beginning and tells where.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn save(folder: &Path, beginning: &str, pdf: &[u8]) -> io::Result<PathBuf> {
    let names = std::iter::once(format!("{beginning}.pdf")).chain((2..=MOST).map(|i| format!("{beginning}-{i}.pdf")));
    let free = names.map(|name| folder.join(name)).find(|path| !path.exists());
    let path = free.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    atomic::replace(&path, pdf)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::save;

    #[test]
    fn a_second_page_stands_beside_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = save(folder.path(), "deqi", b"one").unwrap();
        let second = save(folder.path(), "deqi", b"two").unwrap();
        assert_eq!(std::fs::read(&first).unwrap(), b"one");
        assert_eq!(std::fs::read(&second).unwrap(), b"two");
        assert_eq!(second.file_name().unwrap(), "deqi-2.pdf");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left behind");
    }

    #[test]
    fn a_folder_that_is_none_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert!(save(&file, "deqi", b"one").is_err());
    }
}
