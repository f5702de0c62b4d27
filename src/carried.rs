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
    bytes: &'static [u8],
}

/// The core pack, in the order of its paths.
pub(crate) static CORE: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/core.rs"));
/// The letters.
pub(crate) static FONTS: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
/// The licences of other people's code.
pub(crate) static LICENCES: &[Pressed] = include!(concat!(env!("OUT_DIR"), "/licences.rs"));

/// A file of such a folder, unpressed; none where there is no such file.
pub(crate) fn find(folder: &[Pressed], path: &str) -> Option<Vec<u8>> {
    let found = folder.binary_search_by_key(&path, |file| file.path).ok()?;
    let Pressed { size, bytes, .. } = folder[found];
    decompress_to_vec_with_limit(bytes, size).ok()
}
