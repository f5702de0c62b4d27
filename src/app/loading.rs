//! Figures come in the background, so that the window stands at once.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::Poll;

use eframe::egui::Context;

use crate::body::figure::Figure;
use crate::library::Library;
use crate::model::FigureId;

/// A figure that is on its way.
pub(super) struct Loading {
    id: FigureId,
    receiver: Receiver<Option<Figure>>,
}

impl Loading {
    /// Sends for a figure and wakes the window when it is there.
    pub(super) fn start(library: &Library, id: FigureId, ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        let (library, ctx) = (library.clone(), ctx.clone());
        std::thread::spawn(move || {
            // Nobody waits any more where the window was closed meanwhile.
            let _closed = sender.send(library.figure(id).ok());
            ctx.request_repaint();
        });
        Self { id, receiver }
    }

    /// The figure once it is there; nothing where it could not be read.
    pub(super) fn arrived(&mut self) -> Poll<(FigureId, Option<Figure>)> {
        match self.receiver.try_recv() {
            Ok(figure) => Poll::Ready((self.id, figure)),
            Err(TryRecvError::Empty) => Poll::Pending,
            Err(TryRecvError::Disconnected) => Poll::Ready((self.id, None)),
        }
    }
}
