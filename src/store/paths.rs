//! Where settings live.

use std::path::{Path, PathBuf};

/// Names the folder for settings, for tests and for programs on a stick.
pub const FOLDER_VARIABLE: &str = "DEQI_CONFIG_DIR";

const FILE: &str = "settings.ron";

/// The folder in the user's documents for what goes to others: plans and pictures. None where the platform knows no
/// such place.
pub fn exchange_folder() -> Option<PathBuf> {
    let dirs = directories::UserDirs::new()?;
    Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).join("Deqi"))
}

/// The settings file: in the folder that was asked for, else in the one that [`FOLDER_VARIABLE`] names,
/// else where this platform keeps settings. None where the platform knows no such place.
pub fn settings_file(asked: Option<&Path>) -> Option<PathBuf> {
    let named = || std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    let usual = || directories::ProjectDirs::from("", "", "deqi").map(|dirs| dirs.config_dir().to_owned());
    let folder = asked.map(Path::to_owned).or_else(named).or_else(usual)?;
    Some(folder.join(FILE))
}
