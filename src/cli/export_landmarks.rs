//! `deqi export landmarks`: where a figure's landmarks lie, of a pair both.

use std::path::PathBuf;

use serde::Serialize;

use super::export_points::rounded;
use super::{Failure, Outcome, Said, library};
use crate::body::place::mirror;
use crate::model::{FigureId, Side};

/// One landmark on one side. Metres; +x is the body's left, +y up from the soles, +z forward.
#[derive(Debug, Serialize)]
struct PlacedLandmark<'a> {
    figure: FigureId,
    id: &'a str,
    side: Side,
    position: [f64; 3],
}

/// Writes the landmarks of a figure as JSON.
pub(super) fn export_landmarks(packs: &[PathBuf], figure: FigureId) -> Said {
    let landmarks = library(packs)?.figure_files(figure)?.landmarks;
    let mut all = Vec::new();
    for (id, paired, at) in landmarks.iter() {
        let mut push = |side, at| all.push(PlacedLandmark { figure, id, side, position: rounded(at, 1e5) });
        if paired {
            push(Side::Left, at);
            push(Side::Right, mirror(at));
        } else {
            push(Side::Midline, at);
        }
    }
    Ok((serde_json::to_string_pretty(&all).map_err(Failure::from)? + "\n", Outcome::Fine))
}
