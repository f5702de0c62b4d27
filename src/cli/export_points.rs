//! `deqi export points`: where every point lies on a figure, for other programs and for those who check places.

use std::path::PathBuf;

use glam::Vec3;
use serde::Serialize;

use super::{Failure, Outcome, Said, library};
use crate::body::place::{Figure, Placed, Site, place};
use crate::model::{Catalog, FigureId, Side};

/// One point on one side. Metres; +x is the body's left, +y up from the soles, +z forward.
#[derive(Debug, Serialize)]
struct PlacedPoint<'a> {
    code: &'a str,
    site: u8,
    channel: &'a str,
    number: u32,
    side: Side,
    pinyin: &'a str,
    hanzi_simplified: &'a str,
    hanzi_traditional: &'a str,
    english: String,
    region: &'a str,
    position: [f64; 3],
    normal: [f64; 3],
    rule: &'a str,
    low_back: bool,
}

/// Places every point on a figure and writes them as JSON.
pub(super) fn export_points(packs: &[PathBuf], id: FigureId) -> Said {
    let library = library(packs)?;
    let files = library.figure_files(id)?;
    let placed = place(library.catalog.rules(), &Figure::new(&files.skin, files.landmarks));
    let points = points(&library.catalog, &placed);
    Ok((serde_json::to_string_pretty(&points).map_err(Failure::from)? + "\n", Outcome::Fine))
}

fn points<'a>(catalog: &'a Catalog, placed: &'a Placed) -> Vec<PlacedPoint<'a>> {
    let one = |site: &'a Site| {
        let point = catalog.point(&site.code)?;
        Some(PlacedPoint {
            code: point.code.as_str(),
            site: site.site,
            channel: &point.channel,
            number: point.number,
            side: site.side,
            pinyin: &point.pinyin,
            hanzi_simplified: &point.hanzi.simplified,
            hanzi_traditional: &point.hanzi.traditional,
            // As the standard’s own lists write it.
            english: point.english.replace('’', "'"),
            region: point.anatomical_region.as_ref().unwrap_or(&point.region),
            position: rounded(site.position, 1e5),
            normal: rounded(site.normal, 1e4),
            rule: catalog.rule(point.code.as_str()).map_or("", |rule| rule.says.as_str()),
            low_back: point.low_back,
        })
    };
    catalog.points().iter().flat_map(|point| placed.sites_of(point.code.as_str())).filter_map(one).collect()
}

/// Short numbers: what is finer than the grid is noise.
pub(super) fn rounded(v: Vec3, grid: f64) -> [f64; 3] {
    v.to_array().map(|x| (f64::from(x) * grid).round() / grid)
}
