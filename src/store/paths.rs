//! Where settings live, and where what a person keeps does.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Names the folder for settings, for tests and for programs on a stick.
pub const FOLDER_VARIABLE: &str = "DEQI_CONFIG_DIR";

/// Where systemd waits to hear that a service is well.
const NOTIFY_VARIABLE: &str = "NOTIFY_SOCKET";

const FILE: &str = "settings.ron";
/// In a folder that was asked for, what is private has a folder of its own.
const PRIVATE: &str = "private";

/// The settings file: in the folder that was asked for, else in the one that [`FOLDER_VARIABLE`] names,
/// else where this platform keeps settings. None where the platform knows no such place.
pub fn settings_file(asked: Option<&Path>) -> Option<PathBuf> {
    let usual = || directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().to_owned());
    let folder = asked.map(Path::to_owned).or_else(named).or_else(usual)?;
    Some(folder.join(FILE))
}

/// The socket on which systemd waits to hear that a service is well; none where nobody waits.
pub fn notify_socket() -> Option<String> {
    std::env::var(NOTIFY_VARIABLE).ok().filter(|name| !name.is_empty())
}

/// The file of the diary. None where the platform knows no place for it.
pub fn diary_file(asked: Option<&Path>) -> Option<PathBuf> {
    Some(private_folder(asked)?.join("diary.sqlite"))
}

/// The file of plans. None where the platform knows no place for it.
pub fn plans_file(asked: Option<&Path>) -> Option<PathBuf> {
    Some(private_folder(asked)?.join("plans.sqlite"))
}

/// The folder for files that a person takes along: their documents, or one beside settings that were asked for.
pub fn documents_folder(asked: Option<&Path>) -> Option<PathBuf> {
    if let Some(asked) = asked.map(Path::to_owned).or_else(named) {
        return Some(asked.join("documents"));
    }
    let dirs = directories::UserDirs::new()?;
    Some(dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned())
}

fn private_folder(asked: Option<&Path>) -> Option<PathBuf> {
    if let Some(asked) = asked.map(Path::to_owned).or_else(named) {
        return Some(asked.join(PRIVATE));
    }
    Some(directories::ProjectDirs::from("", "", "deqi")?.data_dir().to_owned())
}

fn named() -> Option<PathBuf> {
    std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from)
}

/// Where a program of this computer lies, as the search path has it. None where it has none, and on Windows, whose
/// programs we do not call.
pub fn program(name: &str) -> Option<PathBuf> {
    std::env::var_os("PATH").and_then(|folders| program_in(&folders, name))
}

#[cfg(unix)]
fn program_in(folders: &OsStr, name: &str) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;

    let runs = |path: &PathBuf| path.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0);
    // A folder that depends on where the program was started could be anybody's.
    let folders = std::env::split_paths(folders).filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join(name)).find(runs)
}

#[cfg(not(unix))]
fn program_in(_folders: &OsStr, _name: &str) -> Option<PathBuf> {
    None
}

/// The folder that was asked for, told from the settings file in it; none where settings lie in their usual place.
pub fn asked_by(settings: &Path) -> Option<&Path> {
    let usual = directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().join(FILE));
    if usual.as_deref() == Some(settings) { None } else { settings.parent() }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    use super::program_in;

    #[test]
    fn a_program_is_a_file_that_may_be_run_in_a_folder_that_stands_still() {
        let folder = tempfile::tempdir().unwrap();
        let places: Vec<_> = ["a folder", "not to run", "right"].iter().map(|name| folder.path().join(name)).collect();
        fs::create_dir_all(places[0].join("lp")).unwrap();
        for (place, mode) in places[1..].iter().zip([0o644, 0o755]) {
            fs::create_dir(place).unwrap();
            fs::write(place.join("lp"), "#!/bin/sh\n").unwrap();
            fs::set_permissions(place.join("lp"), Permissions::from_mode(mode)).unwrap();
        }
        let all = std::env::join_paths([&[std::path::PathBuf::from(".")], &places[..]].concat()).unwrap();
        assert_eq!(program_in(&all, "lp"), Some(places[2].join("lp")));
        assert_eq!(program_in(&all, "cancel"), None);
    }
}
