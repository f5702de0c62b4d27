//! `deqi export sheet`: pages for a practitioner to sign off, written into a folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, Outcome, Said, library};
use crate::export::sheet::Sheet;
use crate::i18n::Tr;
use crate::model::FigureId;
use crate::theme::{Look, ThemeName};

/// Draws every page of every figure into a folder, and an index of them.
pub(super) fn export_sheet(packs: &[PathBuf], out: &Path) -> Said {
    let library = library(packs)?;
    let figures = FigureId::ALL.into_iter().map(|id| library.figure_files(id)).collect::<Result<Vec<_>, _>>()?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failure::Sheet(path, error)
    };
    // Before anything is drawn: a folder that cannot be made should be told of at once.
    fs::create_dir_all(out).map_err(failed(out))?;
    let sheet = Sheet::new(figures, &library.catalog, Look::new(ThemeName::Light)?, &Tr::english());
    sheet.print(|page, png| {
        let path = out.join(&page.file);
        fs::write(&path, png).map_err(failed(&path))
    })?;
    let index = out.join("index.txt");
    fs::write(&index, sheet.index()).map_err(failed(&index))?;
    Ok((format!("{} pages and index.txt are in {}\n", sheet.pages().len(), out.display()), Outcome::Fine))
}
