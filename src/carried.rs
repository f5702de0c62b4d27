//! What the program carries inside, pressed by `build.rs`: it would be a tenth larger otherwise.

#![allow(clippy::unreadable_literal, reason = "the sizes are written by a script")]

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// A file as the program carries it.
#[derive(Debug)]
pub(crate) struct Pressed {
    /// Its path in its folder among the assets, with `/` between folders.
    pub(crate) path: &'static str,
    /// How large it is unpressed, in bytes.
    pub(crate) size: usize,
    /// Whether it was written as steps from number to number before it was pressed.
    stepped: bool,
    bytes: &'static [u8],
}

/// The art under the skin.
pub(crate) static ANATOMY: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/anatomy.rs"));
/// The words of the interface, a file a language.
pub(crate) static WORDS: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
/// The core pack, in the order of its paths.
pub(crate) static CORE: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/core.rs"));
/// The letters.
pub(crate) static FONTS: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
/// The licences of other people's code.
pub(crate) static LICENCES: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/licences.rs"));

/// A file of such a folder, unpressed; none where there is no such file.
pub(crate) fn find(folder: &[Pressed], path: &str) -> Option<Vec<u8>> {
    let found = folder.binary_search_by_key(&path, |file| file.path).ok()?;
    let Pressed { size, stepped, bytes, .. } = folder[found];
    let whole = decompress_to_vec_with_limit(bytes, size).ok()?;
    Some(if stepped { from_steps(&whole) } else { whole })
}

/// Takes back what `in_steps` of `build.rs` did.
fn from_steps(steps: &[u8]) -> Vec<u8> {
    let count = steps.len() / 2;
    let mut numbers: Vec<u16> = Vec::with_capacity(count);
    for i in 0..count {
        let before = i.checked_sub(3).map_or(0, |before| numbers[before]);
        numbers.push(before.wrapping_add(u16::from_le_bytes([steps[i], steps[count + i]])));
    }
    numbers.into_iter().flat_map(u16::to_le_bytes).chain(steps[2 * count..].iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_comes_out_as_it_went_in() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let folders =
            [(CORE, "packs/core"), (ANATOMY, "anatomy"), (WORDS, "i18n"), (FONTS, "fonts"), (LICENCES, "licences")];
        for (folder, name) in folders {
            assert!(!folder.is_empty(), "{name}");
            for file in folder {
                let there = fs::read(assets.join(name).join(file.path)).unwrap();
                assert!(find(folder, file.path) == Some(there), "{name}/{}", file.path);
            }
        }
        assert!(CORE.iter().any(|file| file.stepped) && CORE.iter().any(|file| !file.stepped));
    }
}
