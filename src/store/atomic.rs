//! Writes a file as a whole or not at all, so that a power cut cannot tear it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Replaces a file. What is new is on the disk before it takes the old one's name.
pub(super) fn replace(path: &Path, contents: impl AsRef<[u8]>) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    sweep(path);
    let beside = beside(path);
    let name = beside.file_name().unwrap_or_default();
    // Always the same name beside the file, so that what a crash leaves behind never piles up.
    let mut file = tempfile::Builder::new().prefix(name).rand_bytes(0).tempfile_in(folder)?;
    file.write_all(contents.as_ref())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// Removes what a crash in the middle of writing left behind.
pub(super) fn sweep(path: &Path) {
    // Where nothing was left behind, or it cannot be removed, the next write says so if it matters.
    let _nothing = std::fs::remove_file(beside(path));
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}

/// On Unix a new name lasts only once its folder is on the disk. Where that cannot be asked for, nothing is lost but
/// the newest change.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _late = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}
