//! Where settings live.

use std::path::{Path, PathBuf};

/// Names the folder for settings, for tests and for programs on a stick.
pub const FOLDER_VARIABLE: &str = "DEQI_CONFIG_DIR";

/// Where systemd waits to hear that a service is well.
const NOTIFY_VARIABLE: &str = "NOTIFY_SOCKET";

const FILE: &str = "settings.ron";

/// The settings file: in the folder that was asked for, else in the one that [`FOLDER_VARIABLE`] names,
/// else where this platform keeps settings. None where the platform knows no such place.
pub fn settings_file(asked: Option<&Path>) -> Option<PathBuf> {
    let named = || std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    let usual = || directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().to_owned());
    let folder = asked.map(Path::to_owned).or_else(named).or_else(usual)?;
    Some(folder.join(FILE))
}

/// The socket on which systemd waits to hear that a service is well; none where nobody waits.
pub fn notify_socket() -> Option<String> {
    std::env::var(NOTIFY_VARIABLE).ok().filter(|name| !name.is_empty())
}
