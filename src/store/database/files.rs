//! The file itself: made for its owner alone, set aside when damaged, written over before it is deleted.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::Fault;

/// Whether there is no such file, or nothing in it: a disk that fails leaves either.
pub(super) fn is_gone(file: &Path) -> bool {
    match fs::symlink_metadata(file) {
        Ok(found) => found.is_file() && found.len() == 0,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// Makes the folder and an empty file where there are none, both for their owner alone.
pub(super) fn make_ready(file: &Path) -> Result<(), Fault> {
    let said = |error: io::Error| Fault::of_system(file, &error);
    match fs::symlink_metadata(file) {
        Ok(found) if found.is_file() => {
            // A disk that takes no changes keeps the mode it has.
            let _kept = keep_private(file, 0o600);
            return Ok(());
        }
        Ok(_) => return Err(said(io::Error::other("it is not an ordinary file"))),
        Err(_) => {}
    }
    make_folder(file).map_err(said)?;
    make_empty(file)
}

/// Makes an empty file for its owner alone; one that is left from a crash is emptied.
pub(super) fn make_empty(file: &Path) -> Result<(), Fault> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop).map_err(|error| Fault::of_system(file, &error))
}

/// Makes the folder of a file, for its owner alone.
fn make_folder(file: &Path) -> io::Result<()> {
    let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    fs::create_dir_all(folder)?;
    keep_private(folder, 0o700)
}

#[cfg(unix)]
fn keep_private(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Other platforms give a person's own folders to that person alone already.
#[cfg(not(unix))]
fn keep_private(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// Where the copy of a file is kept.
pub(super) fn copy_of(file: &Path) -> PathBuf {
    file.with_extension("copy.sqlite")
}

/// Where a new copy is written before it takes the place of the one before.
pub(super) fn fresh_copy_of(file: &Path) -> PathBuf {
    file.with_extension("copy.new")
}

/// Where a copy waits that is to go, until what it held is deleted.
pub(super) fn old_copy_of(file: &Path) -> PathBuf {
    file.with_extension("copy.old")
}

/// Gives a copy another name, for good once this returns. Whether there was one.
pub(super) fn give_way(copy: &Path, to: &Path) -> Result<bool, Fault> {
    match fs::rename(copy, to) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Fault::of_system(copy, &error)),
    }
    sync_folder(to);
    Ok(true)
}

/// What the names of files end with that `SQLite` writes beside one while it changes it.
const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// The name of one of them.
fn beside(file: &Path, what: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(what);
    PathBuf::from(name)
}

/// The names under which damaged files are kept, in their order.
fn kept_names(file: &Path) -> impl Iterator<Item = PathBuf> {
    (1..1000).map(move |number| file.with_extension(format!("damaged-{number}.sqlite")))
}

/// Gives a damaged file another name; nothing is written over. What `SQLite` kept beside it goes along.
pub(super) fn set_aside(file: &Path) -> Result<PathBuf, Fault> {
    let said = |error: io::Error| Fault::of_system(file, &error);
    let kept = kept_names(file).find(|name| fs::symlink_metadata(name).is_err());
    let kept = kept.ok_or_else(|| said(io::Error::other("too many damaged files lie beside it")))?;
    fs::rename(file, &kept).map_err(said)?;
    for what in BESIDE {
        // Most often there is none.
        let _none = fs::rename(beside(file, what), beside(&kept, what));
    }
    sync_folder(file);
    Ok(kept)
}

/// Lets a sound copy take the place of the file, and stay where it is.
pub(super) fn bring_back(copy: &Path, file: &Path) -> Result<(), Fault> {
    let said = |error: io::Error| Fault::of_system(file, &error);
    // `SQLite` would take the journal of a file that is gone for one of the copy.
    BESIDE.iter().try_for_each(|what| wipe(&beside(file, what)))?;
    let fresh = fresh_copy_of(file);
    make_empty(&fresh)?;
    fs::copy(copy, &fresh).map_err(said)?;
    put_in_place(&fresh, file)
}

/// Gives a written file its name once it is on the disk.
pub(super) fn put_in_place(fresh: &Path, file: &Path) -> Result<(), Fault> {
    let said = |error: io::Error| Fault::of_system(file, &error);
    OpenOptions::new().write(true).open(fresh).and_then(|fresh| fresh.sync_all()).map_err(said)?;
    fs::rename(fresh, file).map_err(said)?;
    sync_folder(file);
    Ok(())
}

/// Deletes a file and all that lies beside it. The copies go first: were the power cut now, none would be left alone.
pub(super) fn erase(file: &Path) -> Result<(), Fault> {
    let mut all = vec![copy_of(file), fresh_copy_of(file), old_copy_of(file)];
    // Any of them may be missing, and what lay beside it may still be there.
    all.extend(kept_names(file));
    all.push(file.to_owned());
    let mut outcome = Ok(());
    for one in all {
        for path in BESIDE.map(|what| beside(&one, what)).into_iter().chain([one.clone()]) {
            outcome = outcome.and(wipe(&path));
        }
    }
    sync_folder(file);
    outcome
}

/// Writes over a file and deletes it. A file that is not there is gone already.
pub(in crate::store) fn wipe(path: &Path) -> Result<(), Fault> {
    let said = |error: io::Error| Fault::of_system(path, &error);
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(said(error)),
        // Writing over it would reach what a link points to.
        Ok(found) if !found.is_file() => return fs::remove_file(path).map_err(said),
        Ok(_) => {}
    }
    // A file that cannot be written over is still deleted.
    let _best = write_over(path);
    fs::remove_file(path).map_err(said)
}

fn write_over(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let mut left = file.metadata()?.len();
    file.rewind()?;
    let nothing = [0; 4096];
    while left > 0 {
        let now = left.min(nothing.len() as u64);
        file.write_all(&nothing[..now as usize])?;
        left -= now;
    }
    file.sync_all()?;
    file.set_len(0)?;
    file.sync_all()
}

/// On Unix a name lasts only once its folder is on the disk.
fn sync_folder(file: &Path) {
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        let _late = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
