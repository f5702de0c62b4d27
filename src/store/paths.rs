//! Where settings live, and where what a person keeps does.

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

/// The folder that was asked for, told from the settings file in it; none where settings lie in their usual place.
pub fn asked_by(settings: &Path) -> Option<&Path> {
    let usual = directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().join(FILE));
    if usual.as_deref() == Some(settings) { None } else { settings.parent() }
}
