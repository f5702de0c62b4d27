//! Figures come in the background, so that the window stands at once.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use eframe::egui::Context;

use crate::body::figure::Figure;
use crate::body::place::PlacementCache;
use crate::content;
use crate::model::{Catalog, FigureId};

/// What was read from the packs, and where figures come from.
#[derive(Clone)]
pub struct Library {
    /// What the packs say.
    pub catalog: Arc<Catalog>,
    placements: Arc<Mutex<PlacementCache>>,
}

impl Library {
    /// A library over a catalog.
    pub fn new(catalog: Catalog) -> Self {
        Self { catalog: Arc::new(catalog), placements: Arc::default() }
    }

    /// Reads a figure, places the points on it and draws the channels.
    pub fn figure(&self, id: FigureId) -> Option<Figure> {
        let (skin, landmarks) = content::figure(id)?;
        let mut cache = self.placements.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Some(Figure::new(id, skin, landmarks, &self.catalog, &mut cache))
    }
}

/// A figure that is on its way.
pub(super) struct Loading(Receiver<Option<Figure>>);

impl Loading {
    /// Sends for a figure and wakes the window when it is there.
    pub(super) fn start(library: &Library, id: FigureId, ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        let (library, ctx) = (library.clone(), ctx.clone());
        std::thread::spawn(move || {
            // Nobody waits any more where the window was closed meanwhile.
            let _closed = sender.send(library.figure(id));
            ctx.request_repaint();
        });
        Self(receiver)
    }

    /// The figure once it is there; nothing where it could not be read.
    pub(super) fn arrived(&mut self) -> Poll<Option<Figure>> {
        match self.0.try_recv() {
            Ok(figure) => Poll::Ready(figure),
            Err(TryRecvError::Empty) => Poll::Pending,
            Err(TryRecvError::Disconnected) => Poll::Ready(None),
        }
    }
}
