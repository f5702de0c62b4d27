//! Packs in folders are read anew when a file in them is saved, so that an author sees the change at once.
//!
//! The window goes on showing the old ones until the new ones are there; nothing is read in the window's own thread.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::Duration;

use eframe::egui::Context;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::App;
use super::loading::Loading;
use crate::library::Library;
use crate::search;

/// An editor writes a file in several steps: so long nothing may change before packs are read.
const QUIET: Duration = Duration::from_millis(250);

/// Watches the folders of packs.
pub(super) struct Watching {
    /// Kept alive: once it is dropped, nothing is told any more.
    _watcher: RecommendedWatcher,
    read: Receiver<Library>,
}

impl Watching {
    /// Watches the folders of a library's packs; none where it has none, or none that can be watched.
    pub(super) fn of(library: &Library, ctx: &Context) -> Option<Self> {
        let folders = library.folders();
        if folders.is_empty() {
            return None;
        }
        let (changed, changes) = channel();
        let mut watcher = notify::recommended_watcher(told(changed)).ok()?;
        let watched = folders.iter().filter(|folder| watcher.watch(folder, RecursiveMode::Recursive).is_ok()).count();
        if watched == 0 {
            return None;
        }
        let (reader, read) = channel();
        let (library, ctx) = (library.clone(), ctx.clone());
        std::thread::spawn(move || {
            while changes.recv().is_ok() {
                while changes.recv_timeout(QUIET).is_ok() {}
                if reader.send(library.again()).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        });
        Some(Self { _watcher: watcher, read })
    }

    /// The newest library that was read since it was asked last.
    fn arrived(&self) -> Option<Library> {
        let mut newest = None;
        loop {
            match self.read.try_recv() {
                Ok(library) => newest = Some(library),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return newest,
            }
        }
    }
}

/// Passes on that something was written; that something was only read is no news.
fn told(changed: Sender<()>) -> impl FnMut(notify::Result<Event>) + Send {
    move |event| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Nobody listens any more where the window was closed.
            let _closed = changed.send(());
        }
    }
}

impl App {
    /// Shows packs that were read anew.
    pub(super) fn take_in_packs(&mut self, ctx: &Context) {
        let Some(library) = self.taking.watching.as_ref().and_then(Watching::arrived) else { return };
        self.search = search::Index::new(&library.catalog);
        self.library = library;
        self.caches.renew(ctx);
        self.visit.problems_hidden = false;
        // The figure that is shown stays until the one with the new points is there.
        let shown = self.settings.figure;
        self.figures.retain(|id, _| *id == shown);
        self.unreadable.clear();
        self.loading = Some(Loading::start(&self.library, shown, ctx));
    }
}
