//! Presses what the program carries inside: the core pack, of which most is text, the letters, other people's licences.

#![allow(clippy::print_stdout, reason = "printing is how a build script talks to cargo")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use miniz_oxide::deflate::compress_to_vec;

/// How hard to press, of 10.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    // Without this, a new file among the assets would not be seen.
    println!("cargo::rerun-if-changed=assets");
    let assets = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("assets");
    let out = PathBuf::from(variable("OUT_DIR")?);
    for (name, folder) in [("core", "packs/core"), ("fonts", "fonts"), ("licences", "licences")] {
        press(&assets.join(folder), &out, name)?;
    }
    Ok(())
}

/// Presses the files of a folder, and writes the list of them that `src/carried.rs` takes in.
fn press(folder: &Path, out: &Path, name: &str) -> io::Result<()> {
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for (number, path) in files.iter().enumerate() {
        let contents = fs::read(folder.join(path))?;
        let pressed = out.join(format!("{name}-{number}"));
        fs::write(&pressed, compress_to_vec(&contents, LEVEL))?;
        let (size, pressed) = (contents.len(), pressed.display().to_string());
        // Writing to a text cannot fail.
        _ = writeln!(list, "    Pressed {{ path: {path:?}, size: {size}, bytes: include_bytes!({pressed:?}) }},");
    }
    fs::write(out.join(format!("{name}.rs")), list + "]\n")
}

/// The paths of all files, with `/` between folders.
fn gather(folder: &Path, before: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(|error| io::Error::other(format!("{name}: {error}")))
}
