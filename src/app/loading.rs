//! Figures come in the background, so that the window stands at once.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::Poll;

use eframe::egui::Context;

use super::App;
use crate::body::figure::Figure;
use crate::content::Problem;
use crate::library::Library;
use crate::model::FigureId;

/// A figure that is on its way.
pub(super) struct Loading {
    id: FigureId,
    receiver: Receiver<Read>,
}

/// What came of reading a figure.
struct Read {
    /// None where it could not be read.
    figure: Option<Figure>,
    /// What an author should know of it.
    problems: Vec<Problem>,
}

impl Read {
    fn from(library: &Library, id: FigureId) -> Self {
        let mut problems = Vec::new();
        let figure = match library.figure_noting(id, &mut problems) {
            Ok(figure) => Some(figure),
            Err(problem) => {
                problems.push(problem);
                None
            }
        };
        Self { figure, problems }
    }
}

impl Loading {
    /// Sends for a figure and wakes the window when it is there.
    pub(super) fn start(library: &Library, id: FigureId, ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        let (library, ctx) = (library.clone(), ctx.clone());
        std::thread::spawn(move || {
            // Nobody waits any more where the window was closed meanwhile.
            let _closed = sender.send(Read::from(&library, id));
            ctx.request_repaint();
        });
        Self { id, receiver }
    }

    /// What came of it, once that is known.
    fn arrived(&self) -> Poll<Read> {
        match self.receiver.try_recv() {
            Ok(read) => Poll::Ready(read),
            Err(TryRecvError::Empty) => Poll::Pending,
            Err(TryRecvError::Disconnected) => Poll::Ready(Read { figure: None, problems: Vec::new() }),
        }
    }
}

impl App {
    /// Loads the chosen figure now instead of in the background: for tests and pictures.
    pub fn load_now(&mut self) {
        let id = self.settings.figure;
        let read = Read::from(&self.library, id);
        self.take_in_figure(id, read);
    }

    /// Fetches the chosen figure if it is neither there nor on its way.
    pub(super) fn fetch(&mut self, ctx: &Context) {
        if let Some(loading) = &self.loading
            && let Poll::Ready(read) = loading.arrived()
        {
            let id = loading.id;
            self.loading = None;
            if self.take_in_figure(id, read) {
                self.caches.renew(ctx);
            }
        }
        let id = self.settings.figure;
        let known = self.figures.contains_key(&id) || self.unreadable.contains(&id);
        if self.loading.is_none() && !known {
            self.loading = Some(Loading::start(&self.library, id, ctx));
        }
    }

    /// Shows a figure that was read, and tells of what is wrong with it beside what is wrong with the packs. Whether it
    /// took the place of one that was read before.
    fn take_in_figure(&mut self, id: FigureId, read: Read) -> bool {
        let problems = Arc::make_mut(&mut self.library.problems);
        for problem in read.problems {
            if !problems.contains(&problem) {
                problems.push(problem);
                self.visit.problems_hidden = false;
            }
        }
        if let Some(figure) = read.figure {
            return self.figures.insert(id, Arc::new(figure)).is_some();
        }
        self.unreadable.insert(id);
        false
    }

    /// Whether there is no body to show, and none on its way.
    pub(super) fn is_without_body(&self) -> bool {
        self.figures.is_empty() && self.unreadable.contains(&self.settings.figure)
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::app::Start;
    use crate::model::Catalog;
    use crate::store::settings::Settings;

    #[test]
    fn a_body_that_will_not_come_is_not_waited_for() {
        let start = Start::with(Library::over(Catalog::default()), Settings::default());
        let mut deqi = Harness::builder().build_eframe(|cc| {
            let mut app = App::new(&cc.egui_ctx, start).unwrap();
            let (_, receiver) = channel();
            app.loading = Some(Loading { id: FigureId::default(), receiver });
            app
        });
        deqi.run_steps(3);
        deqi.get_by_label("The body cannot be shown. All that you can read is still here.");
        assert!(deqi.query_by_label("The body is on its way.").is_none());
    }
}
