//! What the program reads while the system opens its window: where there are two cores, a start waits for neither.

use std::panic::resume_unwind;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{JoinHandle, spawn};

use crate::library::Library;
use crate::theme::Face;

/// A library that another thread is reading.
pub struct Ahead {
    reader: Mutex<Option<JoinHandle<Library>>>,
    library: OnceLock<Library>,
}

impl Ahead {
    /// Begins to read: first the letters of the program, then what `read` reads.
    pub fn begin(read: impl FnOnce() -> Library + Send + 'static) -> Self {
        let reader = spawn(|| {
            // Whatever face is asked for, all of them are unpressed.
            Face::Sans.bytes();
            read()
        });
        Self { reader: Mutex::new(Some(reader)), library: OnceLock::new() }
    }

    /// What was read; waits for it where it is not there yet. A panic of the reader goes on here.
    pub fn library(&self) -> Library {
        let arrive = || {
            let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner).take();
            let read = reader.map_or_else(|| Ok(Library::read(Vec::new())), JoinHandle::join);
            read.unwrap_or_else(|panic| resume_unwind(panic))
        };
        self.library.get_or_init(arrive).clone()
    }
}
