//! The contact sheet: nobody can overlook a point, no name hides another, and the pages come out the same each time.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::sync::LazyLock;

use deqi::body::place::{Figure, place};
use deqi::cli::{Outcome, run};
use deqi::export::sheet::{PAGE, Sheet, crosses, png};
use deqi::i18n::Tr;
use deqi::library::Library;
use deqi::model::FigureId;
use deqi::theme::{Look, ThemeName};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::read(Vec::new()));
static SHEET: LazyLock<Sheet> = LazyLock::new(sheet);

fn sheet() -> Sheet {
    let figures = FigureId::ALL.map(|id| LIBRARY.figure_files(id).unwrap());
    Sheet::new(figures.into(), &LIBRARY.catalog, Look::new(ThemeName::Light).unwrap(), &Tr::english())
}

/// Every point that a rule places on a figure, with the number of its site.
fn placed(id: FigureId) -> BTreeSet<(String, u8)> {
    let files = LIBRARY.figure_files(id).unwrap();
    let placed = place(LIBRARY.catalog.rules(), &Figure::new(&files.skin, files.landmarks));
    placed.sites.iter().map(|site| (site.code.as_str().to_owned(), site.site)).collect()
}

#[test]
fn every_placed_point_is_named_and_ruled_on_each_figure() {
    for id in FigureId::ALL {
        let pages = || SHEET.pages().iter().filter(|page| page.figure == id);
        let named: BTreeSet<(String, u8)> =
            pages().flat_map(|p| p.named().map(|(code, site, _)| (code.to_owned(), site))).collect();
        let ruled: BTreeSet<&str> =
            pages().flat_map(deqi::export::sheet::Page::ruled).map(|code| code.split(' ').next().unwrap()).collect();
        let placed = placed(id);
        assert!(placed.len() > 130, "{id:?}: only {} sites were placed", placed.len());
        let unnamed: Vec<_> = placed.difference(&named).collect();
        assert!(unnamed.is_empty(), "{id:?}: on no page: {unnamed:?}");
        let unruled: Vec<_> = placed.iter().filter(|(code, _)| !ruled.contains(code.as_str())).collect();
        assert!(unruled.is_empty(), "{id:?}: in no table: {unruled:?}");
    }
}

#[test]
fn names_do_not_overlap_and_leaders_do_not_cross() {
    for page in SHEET.pages() {
        let labels: Vec<_> = page.named().collect();
        for (i, (code, _, a)) in labels.iter().enumerate() {
            for (other, _, b) in &labels[i + 1..] {
                assert!(a.left != b.left || (a.y - b.y).abs() > 20.0, "{}: {code} lies on {other}", page.file);
                assert!(!crosses(a, b), "{}: the leaders of {code} and {other} cross", page.file);
            }
        }
    }
}

#[test]
fn a_page_comes_out_the_same_each_time_and_is_small() {
    let again = sheet();
    assert_eq!(SHEET.index(), again.index(), "the same pages in the same order");
    let at = |sheet: &Sheet| {
        let page = sheet.pages().iter().find(|p| p.file.ends_with("-upper-back.png")).unwrap().clone();
        png(&sheet.draw(&page)).unwrap()
    };
    let (one, other) = (at(&SHEET), at(&again));
    assert!(one == other, "two drawings of one page differ");
    assert!(one.len() < 500_000, "a page of {} bytes", one.len());
    let read = image::load_from_memory(&one).unwrap();
    assert_eq!((read.width(), read.height()), PAGE, "an A4 page");
}

#[test]
fn pages_are_named_in_order_by_figure_and_part() {
    let files: Vec<&str> = SHEET.pages().iter().map(|page| page.file.as_str()).collect();
    assert_eq!(files[0], "woman-01-whole-back.png");
    assert!(files.contains(&"man-05-low-back.png"), "{files:?}");
    assert!(files.contains(&"man-06-low-back-2.png"), "a long table goes on: {files:?}");
    let titles: BTreeSet<&str> = SHEET.pages().iter().map(deqi::export::sheet::Page::title).collect();
    assert!(titles.contains("Low back to tailbone · woman · seen from the back"), "{titles:?}");
    assert_eq!(files.iter().collect::<BTreeSet<_>>().len(), files.len(), "no two pages share a name");
}

fn export(to: &Path) -> (Outcome, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["deqi", "export", "sheet", "-o"].map(OsString::from).into_iter().chain([to.into()]);
    let outcome = run(args, &mut out, &mut err, |_| panic!("no window is asked for"));
    (outcome, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn a_folder_that_cannot_be_made_is_told_of_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    std::fs::write(&file, "a file").unwrap();
    let (outcome, out, err) = export(&file.join("sheet"));
    assert_eq!(outcome, Outcome::Unable);
    assert_eq!(out, "");
    assert!(err.starts_with("deqi: the sheet could not be written to "), "{err}");
    assert!(err.contains("taken"), "it says where: {err}");
}
