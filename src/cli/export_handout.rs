//! `deqi export handout`: the page to take away as a PDF, as one without a plan and without ticks would get it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, Outcome, Said, library};
use crate::handout::{Handout, Paper, Sheet, Wish, gather, pdf, pictures};
use crate::i18n::Tr;
use crate::model::{FigureId, Reading, SkinTone};
use crate::theme::{Look, ThemeName};
use crate::visit::Reader;

/// Writes the page into a file.
pub(super) fn export_handout(packs: &[PathBuf], out: &Path, letter: bool, large: bool) -> Said {
    let library = library(packs)?;
    let tr = Tr::english();
    let paper = if letter { Paper::Letter } else { Paper::A4 };
    let wish = Wish { reading: Reading::Plain, sheet: Sheet { paper, large } };
    let unable = |why: String| Failure::Handout(why);
    let page = gather(&library.catalog, &tr, None, &Reader::default(), wish).map_err(|e| unable(e.to_string()))?;
    let figure = library.figure(FigureId::default())?;
    let drawn = pictures(&tr, &figure, &Look::new(ThemeName::Light)?, SkinTone::default(), &[]);
    let template = library.template().unwrap_or_else(|| pdf::TEMPLATE.to_owned());
    let made = pdf::render(&Handout { pictures: drawn, ..page }, &template).map_err(|e| unable(e.to_string()))?;
    fs::write(out, &made.pdf).map_err(|e| unable(format!("{}: {e}", out.display())))?;
    Ok((format!("{} of {} pages\n", out.display(), made.pages), Outcome::Fine))
}
