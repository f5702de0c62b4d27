//! Skin that was painted: which of it, its tint, and where its marks stand.

use std::collections::BTreeSet;

use eframe::egui::Color32;
use glam::Vec3;

use super::cache::Spot;
use crate::body::draw::Drawing;
use crate::body::figure::Figure;
use crate::body::mesh::{Mesh, Skin};
use crate::diary::Place;
use crate::model::Side;

/// How much of the tint lies on the skin: its light still shows.
const SHARE: f32 = 0.58;
/// How often the edges of paint are blended with what lies beside them.
const BLENDS: usize = 4;

/// Which skin is painted: by part, and there on the left, in the middle, on the right.
pub(super) struct Painted(Vec<[bool; 3]>);

fn column(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Midline => 1,
        Side::Right => 2,
    }
}

impl Painted {
    pub(super) fn new(skin: &Skin, places: &BTreeSet<Place>) -> Self {
        let mut parts = vec![[false; 3]; skin.parts.len()];
        for place in places {
            if let Some(part) = skin.parts.iter().position(|part| *part == place.part) {
                parts[part][column(place.side)] = true;
            }
        }
        Self(parts)
    }

    /// Whether a vertex is painted.
    fn holds(&self, skin: &Skin, mesh: &Mesh, vertex: usize) -> bool {
        let Some(part) = mesh.part.get(vertex).map(|part| usize::from(*part)) else { return false };
        let Some(columns) = self.0.get(part).filter(|columns| columns.contains(&true)) else { return false };
        let place = Place::at(&skin.parts[part], mesh.positions[vertex].x);
        columns[column(place.side)]
    }

    /// How much paint lies on each vertex, 0 to 1. The edges are blended, since parts end along rough rows of triangles.
    fn weights(&self, skin: &Skin, mesh: &Mesh) -> Vec<f32> {
        let count = mesh.positions.len();
        let mut weights: Vec<f32> = (0..count).map(|v| f32::from(u8::from(self.holds(skin, mesh, v)))).collect();
        for _ in 0..BLENDS {
            let mut sums = vec![(0.0_f32, 0.0_f32); count];
            for corners in &mesh.triangles {
                let corners = corners.map(usize::from);
                let mean = corners.iter().map(|&v| weights[v]).sum::<f32>() / 3.0;
                for v in corners {
                    sums[v] = (sums[v].0 + mean, sums[v].1 + 1.0);
                }
            }
            for (weight, (sum, triangles)) in weights.iter_mut().zip(sums).filter(|(_, (_, n))| *n > 0.0) {
                *weight = sum / triangles;
            }
        }
        weights
    }

    /// Lays the tint over what is painted in a picture of the skin.
    pub(super) fn tint(&self, skin: &Skin, mesh: &Mesh, colour: Color32, drawing: &mut Drawing) {
        let tint = colour.to_array();
        for (of, weight) in drawing.colours.iter_mut().zip(self.weights(skin, mesh)) {
            let share = SHARE * ((weight - 0.2) / 0.6).clamp(0.0, 1.0);
            if share > 0.0 {
                for (now, to) in of.iter_mut().zip(tint).take(3) {
                    *now = (f32::from(*now) * (1.0 - share) + f32::from(to) * share) as u8;
                }
            }
        }
    }
}

/// Where each place has its mark: on its skin, nearest to its middle.
pub(super) fn marks(figure: &Figure, places: &BTreeSet<Place>) -> Vec<Spot> {
    let (skin, mesh) = (&figure.skin, &figure.skin.light);
    let of = |place: &Place| {
        let painted = Painted::new(skin, &[place.clone()].into());
        let all: Vec<usize> = (0..mesh.positions.len()).filter(|&v| painted.holds(skin, mesh, v)).collect();
        let sum: Vec3 = all.iter().map(|&v| mesh.positions[v]).sum();
        let middle = sum / all.len().max(1) as f32;
        let far = |v: &usize| mesh.positions[*v].distance_squared(middle);
        let nearest = all.into_iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
        Some((mesh.positions[nearest], mesh.normals[nearest]))
    };
    places.iter().filter_map(of).collect()
}
