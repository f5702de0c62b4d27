//! The folder in the user's documents where plans and pictures are put for others, and where plans are looked for.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::fresh;

/// So many files of the folder are listed.
const MOST_FILES: usize = 60;

/// The plans in the folder, by the names of their files. A folder that is not there holds none.
///
/// # Errors
/// What the platform said.
pub fn plans(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let is_plan = |path: &Path| path.extension().is_some_and(|e| e == "ron") && path.is_file();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_plan(path));
    let mut names: Vec<String> = paths.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    names.sort();
    names.truncate(MOST_FILES);
    Ok(names)
}

/// The bytes of a file, at most one more than `most`, so that a file that is too large can be told.
///
/// # Errors
/// What the platform said; also where it is no ordinary file.
pub fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file"));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a new file and never over another: a name that is taken gets a number. Where it was put comes back.
///
/// # Errors
/// What the platform said.
pub fn write(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let stem = stem(name);
    let names = (1..=fresh::MOST)
        .map(|number| if number == 1 { format!("{stem}.{ending}") } else { format!("{stem} {number}.{ending}") });
    let written = fresh::write(folder, names, bytes).map_err(|(_, error)| error)?;
    written.ok_or_else(|| io::Error::new(io::ErrorKind::AlreadyExists, "there are too many files of this name"))
}

/// The name of a file whose own name no platform takes.
const OTHERWISE: &str = "plan";

/// A name as every platform can have it for a file.
fn stem(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() || "-_".contains(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let stem: String = words.join(" ").chars().take(60).collect();
    match stem.as_str() {
        "" => OTHERWISE.to_owned(),
        stem if is_device(stem) => format!("{OTHERWISE} {stem}"),
        _ => stem,
    }
}

/// Whether Windows takes a name for a device, whatever its ending.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_number =
        |rest: &str| rest.chars().count() == 1 && rest.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c));
    ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) || numbered.is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn names_cannot_lead_out_of_the_folder() {
        assert_eq!(stem("../../etc/passwd"), "etc passwd");
        assert_eq!(stem("Rücken, links: 2"), "Rücken links 2");
        assert_eq!(stem("//"), "plan");
        assert_eq!(stem(&"x".repeat(500)).len(), 60);
    }

    #[test]
    fn no_name_is_one_of_a_device() {
        for name in ["Con", "aux", "NUL", "prn.", "Com1", "lpt9", "COM²"] {
            assert_eq!(stem(name), format!("plan {}", name.trim_end_matches('.')));
        }
        for name in ["Connie", "Com", "Com10", "Con 2", "Aux-1", "Lpta"] {
            assert_eq!(stem(name), name);
        }
    }
}
