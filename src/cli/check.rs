//! `deqi check`: says what is wrong with a pack, as an author would want to hear it.

use std::collections::BTreeSet;
use std::path::Path;

use super::coverage::coverage;
use super::scores::scores;
use super::{Outcome, Said};
use crate::body::place::{Figure, place};
use crate::content::{
    Embedded, Folder, Loaded, PackSource, Places, Problem, brings_figure, figure, load, picture, unplaced,
};
use crate::gate::{self, Finding};
use crate::model::{Day, FigureId};

/// Checks the built-in pack, or a pack in a folder as it lies over the built-in one.
pub(super) fn check(folder: Option<&Path>, with_coverage: bool, with_scores: bool, on: Option<Day>) -> Said {
    let folder = folder.map(Folder::open).transpose()?;
    let overlay = folder.as_ref().map(|folder| folder as &dyn PackSource);
    let packs: Vec<&dyn PackSource> = std::iter::once(&Embedded as &dyn PackSource).chain(overlay).collect();
    let mut loaded = load(&packs);
    let mut problems = std::mem::take(&mut loaded.problems);
    let known: BTreeSet<String> = problems.iter().map(|problem| problem.file.clone()).collect();
    let unpacked = overlay.map_or_else(Vec::new, pictures);
    problems.extend(unpacked.into_iter().filter(|problem| !known.contains(&problem.file)));
    problems.extend(FigureId::ALL.into_iter().flat_map(|id| places(id, overlay, &loaded)));
    #[cfg(feature = "pdf")]
    problems.extend(overlay.and_then(|overlay| own_template(overlay, &loaded)));
    problems.extend(gate::check(&loaded.catalog, on).iter().map(|finding| told(finding, &loaded.places)));
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    if with_coverage {
        lines.extend(coverage(&loaded.catalog));
    }
    if with_scores {
        lines.extend(scores(&loaded.catalog));
    }
    lines.push(summary(&loaded, &problems));
    let faulty = problems.iter().any(Problem::is_error);
    Ok((lines.join("\n") + "\n", if faulty { Outcome::Faulty } else { Outcome::Fine }))
}

/// What the gate for words found, as a problem of the file it stands in.
fn told(finding: &Finding, places: &Places) -> Problem {
    let within = match (finding.entry.as_str(), finding.field.as_str()) {
        ("", _) => String::new(),
        (entry, "") => format!("`{entry}`: "),
        (entry, field) => format!("`{entry}`, {field}: "),
    };
    let what = format!("{within}{}", finding.what);
    let problem = if finding.hard { Problem::error(finding.file, what) } else { Problem::warning(finding.file, what) };
    Problem { place: places.of(finding.file, &finding.entry), ..problem.hint(finding.remedy) }
}

/// Pictures are measured when a pack is loaded and unpacked only when shown; here each is unpacked once.
fn pictures(source: &dyn PackSource) -> Vec<Problem> {
    let listed = source.list().unwrap_or_default();
    listed.iter().filter(|f| f.path.starts_with("pictures/")).filter_map(|f| picture(source, &f.path).err()).collect()
}

/// What goes wrong when every rule is walked on a figure: the overlay's if it brings one, else the built-in one.
fn places(id: FigureId, overlay: Option<&dyn PackSource>, loaded: &Loaded) -> Vec<Problem> {
    let figure = match figure(overlay.filter(|pack| brings_figure(*pack, id)).unwrap_or(&Embedded), id) {
        Ok(files) => Figure::new(&files.skin, files.landmarks),
        Err(problem) => return vec![problem],
    };
    place(loaded.catalog.rules(), &figure).problems.iter().map(|problem| unplaced(id, problem)).collect()
}

/// What is wrong with a pack's own template for pages to take away: a page is set from it in either size of print.
#[cfg(feature = "pdf")]
fn own_template(overlay: &dyn PackSource, loaded: &Loaded) -> Option<Problem> {
    use crate::handout::{Wish, gather, pdf};
    use crate::model::{Paper, Sheet};

    let template = crate::content::template(overlay)?;
    let made = |large| {
        let wish = Wish { reading: crate::model::Reading::Plain, sheet: Sheet { paper: Paper::A4, large } };
        let reader = crate::visit::Reader::default();
        let page = gather(&loaded.catalog, &crate::i18n::Tr::english(), None, &reader, wish).ok()?;
        pdf::render(&page, &template).err()
    };
    Some(made(false).or_else(|| made(true))?.problem())
}

fn summary(loaded: &Loaded, problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let catalog = &loaded.catalog;
    let holds = format!(
        "{}, {}, {}, {}, {}",
        count(catalog.points().len(), "point"),
        count(catalog.rules().len(), "rule"),
        count(catalog.sources().len(), "source"),
        count(catalog.evidence().claims.len(), "claim"),
        count(catalog.evidence().panels.len(), "panel"),
    );
    format!("{}, {} ({holds})", count(errors, "error"), count(warnings, "warning"))
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
