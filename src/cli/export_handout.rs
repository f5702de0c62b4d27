//! `deqi export handout`: the page to take away as a PDF, as one without ticks would get it; with a plan from a file.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, Outcome, Said, library};
use crate::content::plan::{self, MAX_BYTES};
use crate::handout::{Handout, Wish, gather, numbered, pdf, pictures};
use crate::i18n::Tr;
use crate::model::{Catalog, FigureId, Reading, Sheet, SkinTone};
use crate::plan::Plan;
use crate::store::exchange;
use crate::theme::{Look, ThemeName};
use crate::visit::Reader;

/// Writes the page into a file.
pub(super) fn export_handout(packs: &[PathBuf], out: &Path, sheet: Sheet, plan: Option<&Path>) -> Said {
    let library = library(packs)?;
    let tr = Tr::english();
    let wish = Wish { reading: Reading::Plain, sheet };
    let unable = |why: String| Failure::Handout(why);
    let plan = plan.map(|file| plan_in(file, &library.catalog)).transpose().map_err(unable)?;
    let page = gather(&library.catalog, &tr, plan.as_ref(), &Reader::default(), wish);
    let page = page.map_err(|e| unable(e.to_string()))?;
    let figure = library.figure(FigureId::default())?;
    let numbers = plan.map(|plan| numbered(&figure, &plan)).unwrap_or_default();
    let drawn = pictures(&tr, &figure, &Look::new(ThemeName::Light)?, SkinTone::default(), &numbers);
    let template = library.template().unwrap_or_else(|| pdf::TEMPLATE.to_owned());
    let made = pdf::render(&Handout { pictures: drawn, ..page }, &template).map_err(|e| unable(e.to_string()))?;
    fs::write(out, &made.pdf).map_err(|e| unable(format!("{}: {e}", out.display())))?;
    Ok((format!("{} of {} pages\n", out.display(), made.pages), Outcome::Fine))
}

/// The plan in a file, or why there is none.
fn plan_in(file: &Path, catalog: &Catalog) -> Result<Plan, String> {
    let name = file.display().to_string();
    let bytes = exchange::read(file, MAX_BYTES).map_err(|e| format!("{name}: {e}"))?;
    let read = plan::read(&name, &bytes, catalog);
    match (read.plan, read.problems.first()) {
        (Some(plan), None) => Ok(plan),
        (_, problem) => Err(problem.map_or(name, ToString::to_string)),
    }
}
