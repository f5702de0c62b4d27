//! `deqi new-pack`: writes a pack to begin with, every file of it explained.

use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::{Failure, Outcome, Said};

static EXAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/new-pack");

/// Writes the example into a folder that is empty or not there yet: nothing of anyone's is written over.
pub(super) fn new_pack(folder: &Path) -> Said {
    let failed = |why: std::io::Error| Failure::NewPack(folder.to_owned(), why.to_string());
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::NewPack(folder.to_owned(), "there is something in it already".to_owned()));
    }
    let mut folders = vec![&EXAMPLE];
    while let Some(part) = folders.pop() {
        fs::create_dir_all(folder.join(part.path())).map_err(failed)?;
        for file in part.files() {
            fs::write(folder.join(file.path()), file.contents()).map_err(failed)?;
        }
        folders.extend(part.dirs());
    }
    let folder = folder.display();
    Ok((
        format!(
            "A pack to begin with is in {folder}\nCheck it:  deqi check {folder}\nSee it:    deqi --pack {folder}\n"
        ),
        Outcome::Fine,
    ))
}
