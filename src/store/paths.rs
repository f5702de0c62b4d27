//! Where settings live.

use std::path::{Path, PathBuf};

/// Names the folder for settings, for tests and for programs on a stick.
pub const FOLDER_VARIABLE: &str = "DEQI_CONFIG_DIR";

const FILE: &str = "settings.ron";

/// The settings file: in the folder that was asked for, else in the one that [`FOLDER_VARIABLE`] names,
/// else where this platform keeps settings. None where the platform knows no such place.
pub fn settings_file(asked: Option<&Path>) -> Option<PathBuf> {
    let named = || std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    let usual = || directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().to_owned());
    let folder = asked.map(Path::to_owned).or_else(named).or_else(usual)?;
    Some(folder.join(FILE))
}
