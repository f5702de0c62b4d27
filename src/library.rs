//! All that the packs hold: the checked catalog at once, figures when they are asked for.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::body::figure::Figure;
use crate::body::place::PlacementCache;
use crate::content::{self, Embedded, FigureFiles, PackSource, Problem};
use crate::model::{Catalog, FigureId};

/// What was read from the packs, and where figures come from.
#[derive(Clone)]
pub struct Library {
    /// What the packs say.
    pub catalog: Arc<Catalog>,
    /// What is not sound in them.
    pub problems: Arc<Vec<Problem>>,
    /// Packs laid over the core: figures are looked for in the last one first.
    overlays: Arc<[Box<dyn PackSource>]>,
    placements: Arc<Mutex<PlacementCache>>,
}

impl Library {
    /// Reads the core pack, and others laid over it.
    pub fn read(overlays: Vec<Box<dyn PackSource>>) -> Self {
        Self { overlays: overlays.into(), ..Self::over(Catalog::default()) }.again()
    }

    /// Reads the same packs again: their folders may hold something else by now.
    #[must_use]
    pub fn again(&self) -> Self {
        let packs: Vec<&dyn PackSource> =
            std::iter::once(&Embedded as &dyn PackSource).chain(self.overlays.iter().map(AsRef::as_ref)).collect();
        let loaded = content::load(&packs);
        let (catalog, problems) = (Arc::new(loaded.catalog), Arc::new(loaded.problems));
        Self { catalog, problems, overlays: Arc::clone(&self.overlays), placements: Arc::default() }
    }

    /// The folders that packs were read from.
    pub fn folders(&self) -> Vec<PathBuf> {
        self.overlays.iter().filter_map(|pack| pack.folder().map(Path::to_owned)).collect()
    }

    /// A library over a catalog and the built-in figures.
    pub fn over(catalog: Catalog) -> Self {
        Self {
            catalog: Arc::new(catalog),
            problems: Arc::default(),
            overlays: Arc::default(),
            placements: Arc::default(),
        }
    }

    /// Reads a figure's skin and landmarks.
    ///
    /// # Errors
    /// Where neither a pack nor the program holds a sound one.
    pub fn figure_files(&self, id: FigureId) -> Result<FigureFiles, Problem> {
        self.files(id, &mut Vec::new())
    }

    /// The last sound files of a figure; what is wrong with those of packs after it is noted.
    fn files(&self, id: FigureId, problems: &mut Vec<Problem>) -> Result<FigureFiles, Problem> {
        for pack in self.overlays.iter().rev().filter(|pack| content::brings_figure(pack.as_ref(), id)) {
            match content::figure(pack.as_ref(), id) {
                Ok(files) => return Ok(files),
                Err(problem) => problems.push(problem),
            }
        }
        content::figure(&Embedded, id)
    }

    /// A clinic's own template for pages to take away, from the last pack that brings one.
    pub fn template(&self) -> Option<String> {
        self.overlays.iter().rev().find_map(|pack| content::template(pack.as_ref()))
    }

    /// Reads a figure, places the points on it and draws the channels.
    ///
    /// # Errors
    /// Where neither the pack nor the program holds a sound one.
    pub fn figure(&self, id: FigureId) -> Result<Figure, Problem> {
        self.figure_noting(id, &mut Vec::new())
    }

    /// The same, and notes what an author should know: a pack's own figure that is not sound, so that another is shown
    /// in its place, and points that cannot be placed.
    ///
    /// # Errors
    /// Where neither the pack nor the program holds a sound one.
    pub fn figure_noting(&self, id: FigureId, problems: &mut Vec<Problem>) -> Result<Figure, Problem> {
        let files = self.files(id, problems)?;
        let mut cache = self.placements.lock().unwrap_or_else(PoisonError::into_inner);
        let figure = Figure::new(id, files.skin, files.landmarks, &self.catalog, &mut cache);
        problems.extend(figure.problems.iter().map(|problem| content::unplaced(id, problem)));
        Ok(figure)
    }
}
