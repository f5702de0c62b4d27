//! Keeps pages to take away among a person's documents. Nothing that is there is ever written over.

use std::io;
use std::path::{Path, PathBuf};

use super::fresh;

/// Keeps a page in a folder under a name with this beginning and tells where.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn save(folder: &Path, beginning: &str, pdf: &[u8]) -> io::Result<PathBuf> {
    let names = std::iter::once(format!("{beginning}.pdf"))
        .chain((2..=fresh::MOST).map(|number| format!("{beginning}-{number}.pdf")));
    let written = fresh::write(folder, names, pdf).map_err(|(_, error)| error)?;
    written.ok_or_else(|| io::ErrorKind::AlreadyExists.into())
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
