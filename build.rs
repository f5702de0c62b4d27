//! Presses what the program carries inside: the core pack, the art under the skin, the words of the interface, the letters,
//! other people's licences.

#![allow(clippy::print_stdout, reason = "printing is how a build script talks to cargo")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use miniz_oxide::deflate::compress_to_vec;

/// How hard to press, of 10, in builds that nobody ships.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    // Without this, a new file among the assets would not be seen.
    println!("cargo::rerun-if-changed=assets");
    let assets = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("assets");
    let out = PathBuf::from(variable("OUT_DIR")?);
    let ships = variable("PROFILE")? == "release";
    for folder in ["packs/core", "anatomy", "i18n", "fonts", "licences"] {
        press(&assets.join(folder), &out, folder.rsplit('/').next().unwrap_or(folder), ships)?;
    }
    Ok(())
}

/// Presses the files of a folder, and writes the list of them that `src/carried.rs` takes in.
fn press(folder: &Path, out: &Path, name: &str, ships: bool) -> io::Result<()> {
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for (number, path) in files.iter().enumerate() {
        let contents = fs::read(folder.join(path))?;
        let steps = in_steps(&contents);
        let (quick, quick_steps) = (compress_to_vec(&contents, LEVEL), compress_to_vec(&steps, LEVEL));
        let stepped = quick_steps.len() < quick.len();
        let (whole, quick) = if stepped { (&steps, quick_steps) } else { (&contents, quick) };
        let pressed = out.join(format!("{name}-{number}"));
        fs::write(&pressed, if ships { press_slowly(whole)? } else { quick })?;
        let (size, bytes) = (contents.len(), pressed.display().to_string());
        // Writing to a text cannot fail.
        _ = writeln!(
            list,
            "    Pressed {{ path: {path:?}, size: {size}, stepped: {stepped}, bytes: include_bytes!({bytes:?}) }},"
        );
    }
    fs::write(out.join(format!("{name}.rs")), list + "]\n")
}

/// A thirtieth smaller, and a hundred times slower. What reads it is the same.
fn press_slowly(contents: &[u8]) -> io::Result<Vec<u8>> {
    let mut pressed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, contents, &mut pressed)?;
    Ok(pressed)
}

/// The same bytes as numbers of 16 bits, each as its step from the third before it; first the low halves, then the high
/// ones. Places and corners of triangles come in threes, and lie near those before them: they press a tenth smaller.
/// `src/carried.rs` takes the steps back.
fn in_steps(contents: &[u8]) -> Vec<u8> {
    let numbers: Vec<u16> = contents.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let before = [0; 3].into_iter().chain(numbers.iter().copied());
    let steps: Vec<[u8; 2]> = numbers.iter().zip(before).map(|(n, b)| n.wrapping_sub(b).to_le_bytes()).collect();
    let rest = &contents[numbers.len() * 2..];
    steps.iter().map(|step| step[0]).chain(steps.iter().map(|step| step[1])).chain(rest.iter().copied()).collect()
}

/// The paths of all files, with `/` between folders.
fn gather(folder: &Path, before: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if path == "README.md" {
            continue;
        }
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
