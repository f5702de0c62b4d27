//! The contact sheet: every placed point of every figure on pages that a practitioner can look over and sign.
//!
//! In reading order: [`body`] places the points, [`regions`] are the parts of the body and their cameras, [`plan`]
//! decides what stands on which page, [`names`] where names stand beside a picture, [`raster`] draws the skin,
//! `page` puts all on paper with `letters`, and `table` the rules below the picture. Nothing here opens a window or
//! touches a file.

mod body;
pub(crate) mod letters;
mod names;
mod page;
pub(crate) mod paper;
mod plan;
pub(crate) mod raster;
mod regions;
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, ImageError, RgbImage};

use crate::content::FigureFiles;
use crate::i18n::Tr;
use crate::model::{Catalog, FigureId, SkinTone};
use crate::theme::Look;
use body::Body;
use letters::Letters;
use page::Words;
use plan::{Key, View};
use table::Row;

pub use names::{Label, crosses};

/// How wide and high a page is, in pixels: A4 at 150 dots an inch.
pub const PAGE: (u32, u32) = (1240, 1754);
/// The skin that points stand out on best in print.
const SKIN: SkinTone = SkinTone(1);

/// All pages of some figures.
pub struct Sheet {
    bodies: Vec<Body>,
    pages: Vec<Page>,
    look: Look,
    letters: Letters,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Whose body it shows.
    pub figure: FigureId,
    /// The name of its file.
    pub file: String,
    body: usize,
    /// What it shows above the table; none where it only goes on with a table.
    view: Option<View>,
    rows: Vec<Row>,
    tight: bool,
    words: Words,
}

impl Page {
    /// The points that are named beside its picture, with the number of their site.
    pub fn named(&self) -> impl Iterator<Item = (&str, u8, &Label)> {
        self.view.iter().flat_map(|view| &view.names).map(|((code, site), label)| (code.as_str(), *site, label))
    }

    /// The points whose rule stands in its table.
    pub fn ruled(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row.code.as_str())
    }

    /// What it says about a table that takes several pages: from which page it goes on here, and on which page it goes
    /// on; empty where there is nothing to say.
    pub fn joints(&self) -> [&str; 2] {
        self.words.joints(self.view.is_some())
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.words.title
    }
}

impl Sheet {
    /// Decides what stands on which page. Drawing comes later, page by page.
    pub fn new(figures: Vec<FigureFiles>, catalog: &Catalog, look: Look, tr: &Tr) -> Self {
        let letters = Letters::new();
        let bodies: Vec<Body> = figures.into_iter().map(|files| Body::new(files, catalog)).collect();
        let pages = bodies.iter().enumerate().flat_map(|(i, body)| pages(i, body, catalog, &letters, tr)).collect();
        Self { bodies, pages, look, letters }
    }

    /// All pages in order.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// What stands on which page, in plain text.
    pub fn index(&self) -> String {
        let mut text = String::new();
        for page in &self.pages {
            let ruled: Vec<&str> = page.ruled().collect();
            let ruled = if ruled.is_empty() { "-".to_owned() } else { ruled.join(" ") };
            // Writing to a string cannot fail.
            let _written = writeln!(text, "{}\t{}\t{ruled}", page.file, page.words.title);
        }
        text
    }

    /// Draws a page.
    pub fn draw(&self, page: &Page) -> RgbImage {
        page::draw(page, &self.bodies[page.body], &self.look, &self.letters)
    }

    /// Draws all pages on all cores and gives each, as a PNG, to `keep` in order.
    ///
    /// # Errors
    /// The first that `keep` meets: what follows is not drawn.
    pub fn print<E: From<ImageError> + Send>(
        &self,
        mut keep: impl FnMut(&Page, &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        for some in self.pages.chunks(threads * 4) {
            let next = AtomicUsize::new(0);
            let done = Mutex::new(BTreeMap::new());
            std::thread::scope(|scope| {
                for _ in 0..threads {
                    scope.spawn(|| {
                        while let Some((at, page)) = Some(next.fetch_add(1, Ordering::Relaxed))
                            .and_then(|at| some.get(at).map(|page| (at, page)))
                        {
                            let png = png(&self.draw(page));
                            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(at, png);
                        }
                    });
                }
            });
            for (at, png) in done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
                keep(&some[at], &png?)?;
            }
        }
        Ok(())
    }
}

/// A picture as the bytes of a PNG file.
///
/// # Errors
/// Where it cannot be encoded, which no page has met yet.
pub fn png(picture: &RgbImage) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    let (width, height) = picture.dimensions();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Sub).write_image(
        picture.as_raw(),
        width,
        height,
        ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

/// The pages of one figure: each view with the start of its table, then what of the table is left over.
fn pages(index: usize, body: &Body, catalog: &Catalog, letters: &Letters, tr: &Tr) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut homes: BTreeMap<Key, usize> = BTreeMap::new();
    for view in plan::views(body, catalog) {
        let mut rows = table::rows(&view.home, catalog, letters, tr);
        let elsewhere_lines = page::elsewhere_lines(&view, letters, tr);
        let title = page::title(&view, body.id, tr);
        let home = view.home.clone();
        let mut part = 0;
        let mut view = Some(view);
        while view.is_some() || !rows.is_empty() {
            let room = page::room_for_rows(view.as_ref(), elsewhere_lines);
            let tight = table::fit_tightly(&rows, room);
            let fit = table::that_fit(&rows, room, tight).max(usize::from(view.is_none()));
            let rest = rows.split_off(fit.min(rows.len()));
            part += 1;
            let id =
                view.as_ref().map_or_else(|| pages.last().map_or("", |p| &p.words.id).to_owned(), |v| v.id.clone());
            let number = pages.len() + 1;
            // A row may stand on the next page, away from its picture; that is the page to name.
            let here = |key: &&Key| rows.iter().any(|row| row.point == key.0);
            homes.extend(home.iter().filter(here).map(|key| (key.clone(), number)));
            let more = if part > 1 { format!("-{part}") } else { String::new() };
            let file = format!("{}-{number:02}-{id}{more}.png", body.id.as_str());
            let words = Words::titled(id, title.clone());
            pages.push(Page { figure: body.id, file, body: index, view: view.take(), rows, tight, words });
            rows = rest;
        }
    }
    let count = pages.len();
    let pictures: Vec<bool> = pages.iter().map(|page| page.view.is_some()).collect();
    let mut picture = 0;
    for (at, page) in pages.iter_mut().enumerate() {
        page.words = page::words(page.words.clone(), page.view.as_ref(), &homes, (at + 1, count), catalog, tr);
        if page.view.is_some() {
            picture = at + 1;
        }
        let next = (pictures.get(at + 1) == Some(&false)).then_some(at + 2);
        page::goes_on(&mut page.words, page.view.is_none().then_some(picture), next, tr);
    }
    pages
}
