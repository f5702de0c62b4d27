//! Named places on a figure that rules start from: bones one can feel, creases, joints.

use std::collections::BTreeMap;

use glam::Vec3;
use serde::Deserialize;

/// A figure's landmarks as `tools/body` writes them.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct LandmarkFile {
    /// The figure's id.
    pub figure: String,
    /// Height from sole to crown, in metres.
    pub stature: f32,
    /// The landmarks.
    pub landmarks: Vec<Landmark>,
}

/// One landmark.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// Its name, as rules use it.
    pub id: String,
    /// Whether it has a mirror on the body's right.
    pub paired: bool,
    /// Where it is, in metres; of a pair, the left one.
    pub at: (f32, f32, f32),
    /// How it was found, in a few words.
    pub how: String,
}

/// A figure's landmarks by name.
#[derive(Clone, Debug, Default)]
pub struct Landmarks {
    /// Height from sole to crown, in metres.
    pub stature: f32,
    by_id: BTreeMap<String, (bool, Vec3)>,
}

impl Landmarks {
    /// Sorts the landmarks of a file by name.
    pub fn new(file: &LandmarkFile) -> Self {
        let by_id =
            file.landmarks.iter().map(|l| (l.id.clone(), (l.paired, Vec3::new(l.at.0, l.at.1, l.at.2)))).collect();
        Self { stature: file.stature, by_id }
    }

    /// Where a landmark is: of a pair, the left one.
    pub fn get(&self, id: &str) -> Option<Vec3> {
        self.by_id.get(id).map(|(_, at)| *at)
    }

    /// Whether a landmark has a mirror on the body's right.
    pub fn is_paired(&self, id: &str) -> bool {
        self.by_id.get(id).is_some_and(|(paired, _)| *paired)
    }

    /// All landmarks by name: whether paired, and where (of a pair, the left one).
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool, Vec3)> {
        self.by_id.iter().map(|(id, (paired, at))| (id.as_str(), *paired, *at))
    }
}
