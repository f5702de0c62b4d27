//! A file that somebody drops on the window, from a stick that they plugged in.

use std::path::{Path, PathBuf};

use eframe::egui::DroppedFile;

/// The file. Whoever asks it for its bytes fails the test: Deqi takes in no more than a path.
#[derive(Debug)]
pub(crate) struct Stick(pub(crate) PathBuf);

impl DroppedFile for Stick {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        panic!("someone reads a file that was dropped")
    }
}
