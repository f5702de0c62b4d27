//! A figure's skin and landmarks, read when the figure is shown. May be called in a thread.

use super::entry::{FileText, misread_problem, read_ron};
use super::problem::Problem;
use super::source::PackSource;
use super::text;
use crate::body::landmarks::{LandmarkFile, Landmarks};
use crate::body::mesh::Skin;
use crate::body::place;
use crate::model::FigureId;

/// No body is smaller than a newborn's or taller than this, in metres.
const STATURES: std::ops::RangeInclusive<f32> = 0.4..=2.6;

/// What a pack says of a figure, ready for [`crate::body::place`].
#[derive(Clone, Debug)]
pub struct FigureFiles {
    /// Which one it is.
    pub id: FigureId,
    /// Its skin.
    pub skin: Skin,
    /// Its landmarks.
    pub landmarks: Landmarks,
}

/// Reads a figure from the pack that brings it.
///
/// # Errors
/// The [`Problem`] says which file is missing or damaged.
pub fn figure(source: &dyn PackSource, id: FigureId) -> Result<FigureFiles, Problem> {
    let path = format!("figures/{}.body", id.as_str());
    let bytes = source.read(&path).map_err(|e| Problem::error(&path, e.to_string()))?;
    let skin = Skin::decode(&bytes).map_err(|e| Problem::error(&path, e.to_string()))?;
    Ok(FigureFiles { id, skin, landmarks: landmarks(source, id)? })
}

/// Whether a pack brings a figure of its own, sound or not.
pub fn brings_figure(source: &dyn PackSource, id: FigureId) -> bool {
    let of_figure = |path: &str| path.strip_prefix("figures/").is_some_and(|name| name.starts_with(id.as_str()));
    source.list().is_ok_and(|listed| listed.iter().any(|file| of_figure(&file.path)))
}

/// What an author is told of a rule that cannot be walked on a figure.
pub fn unplaced(id: FigureId, problem: &place::Problem) -> Problem {
    Problem::error("rules.ron", format!("on the figure `{}`, {problem}", id.as_str()))
}

/// Where a figure's landmarks are in its pack.
pub(super) fn landmarks_path(id: FigureId) -> String {
    format!("figures/{}.landmarks.ron", id.as_str())
}

/// Reads a figure's landmarks.
pub(super) fn landmarks(source: &dyn PackSource, id: FigureId) -> Result<Landmarks, Problem> {
    let path = landmarks_path(id);
    let error = |what: String| Problem::error(&path, what);
    let bytes = source.read(&path).map_err(|e| error(e.to_string()))?;
    let text = text::decode(&bytes).map_err(|(_, (what, hint))| error(what).hint(hint))?;
    let text = FileText::new(&path, text);
    let file: LandmarkFile = read_ron(&text.text).map_err(|misread| misread_problem(&text, 0, misread))?;
    match flaw(&file, id) {
        Some(what) => Err(error(what).hint("bake it again with tools/body")),
        None => Ok(Landmarks::new(&file)),
    }
}

fn flaw(file: &LandmarkFile, id: FigureId) -> Option<String> {
    if file.figure != id.as_str() {
        return Some(format!("these are the landmarks of `{}`", file.figure));
    }
    if !STATURES.contains(&file.stature) {
        return Some(format!("a stature of {} m is not a body's", file.stature));
    }
    let mut seen = std::collections::BTreeSet::new();
    file.landmarks.iter().find_map(|landmark| {
        let (x, y, z) = landmark.at;
        if !seen.insert(landmark.id.as_str()) {
            Some(format!("the landmark `{}` is given twice", landmark.id))
        } else if [x, y, z].iter().any(|v| !v.is_finite() || v.abs() > 3.0) {
            Some(format!("the landmark `{}` lies outside any body", landmark.id))
        } else {
            None
        }
    })
}
