//! From the text of packs to a checked [`Catalog`].
//!
//! The first pack is the core; each later one is laid over those before it and may restate any entry by its id.
//! What is unsound is left out and becomes a [`Problem`]; whatever stood before still stands. Nothing here panics,
//! whatever a pack holds, and nothing here shows anything.
//!
//! In reading order: [`source`] brings bytes, `text` makes them text, [`crate::scan`] finds the entries, `entry` and
//! `check` read each on its own, `pack` reads all lists of a pack, `merge` and `anchors` lay packs over each other,
//! `circuit` asks what channels say of each other.

mod anchors;
mod check;
mod circuit;
mod clinic;
mod entry;
mod evidence;
mod explain;
mod figure;
mod mechanisms;
mod merge;
mod pack;
mod picture;
pub mod plan;
mod problem;
mod protect;
mod references;
mod repeats;
pub mod source;
mod stories;
mod suggest;
mod teaching;
mod text;

pub use clinic::template;
pub use evidence::Places;
pub use figure::{FigureFiles, brings_figure, figure, unplaced};
pub use pack::Head;
pub use picture::picture;
pub use problem::{Problem, Severity};
pub use source::{Embedded, Folder, Memory, PackSource};

use crate::model::{Catalog, CatalogParts};

/// More would tell an author nothing.
const MAX_PROBLEMS: usize = 400;

/// What came of reading packs.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that is sound.
    pub catalog: Catalog,
    /// What is not, in the order of the files.
    pub problems: Vec<Problem>,
    /// What each pack says of itself; a pack whose head is unsound is missing here.
    pub packs: Vec<Head>,
    /// Where claims, charts, panels and their like stand in their files, for whoever finds more to say of them.
    pub places: Places,
}

/// The core pack alone.
pub fn load_core() -> Loaded {
    load(&[&Embedded])
}

/// Reads packs, each laid over those before it.
pub fn load(sources: &[&dyn PackSource]) -> Loaded {
    let drafts = sources.iter().enumerate().map(|(i, source)| pack::read_pack(*source, i)).collect();
    let mut loaded = references::close(drafts);
    loaded.problems.sort_by(|a, b| (&a.file, a.place, a.severity).cmp(&(&b.file, b.place, b.severity)));
    loaded.problems.dedup();
    let more = loaded.problems.len().saturating_sub(MAX_PROBLEMS);
    if more > 0 {
        loaded.problems.truncate(MAX_PROBLEMS);
        loaded.problems.push(Problem::error(".", format!("and {more} more problems")));
    }
    loaded
}

impl Loaded {
    fn new(parts: CatalogParts, problems: Vec<Problem>, packs: Vec<Head>, places: Places) -> Self {
        Self { catalog: Catalog::new(parts), problems, packs, places }
    }
}
