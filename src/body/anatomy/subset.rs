//! Some of what lies under the skin by itself: the same art, for a picture that tells of a few things only.

use super::{Anatomy, NOTHING, Part};
use crate::body::mesh::Edge;

impl Anatomy {
    /// The art of those bones, discs, muscles and nerves whose ids are wanted, without fibres, names and marks.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let mut few = Self::default();
        let mut places = vec![u16::MAX; self.positions.len()];
        let mut faces = vec![NOTHING; self.triangles.len()];
        for part in self.parts.iter().filter(|part| wanted(&part.id)) {
            let first = few.positions.len();
            for i in part.vertices.clone() {
                places[i] = few.positions.len() as u16;
                few.positions.push(self.positions[i]);
                few.normals.push(self.normals[i]);
                few.light.push(self.light[i]);
                few.strength.push(self.strength[i]);
            }
            let from = few.triangles.len();
            for i in part.triangles.clone() {
                faces[i] = few.triangles.len() as u32;
                few.triangles.push(self.triangles[i].map(|at| places[usize::from(at)]));
                few.part_of.push(few.parts.len() as u16);
            }
            let (vertices, triangles) = (first..few.positions.len(), from..few.triangles.len());
            few.parts.push(Part { vertices, triangles, ..part.clone() });
        }
        let face = |side: u32| faces.get(side as usize).copied().unwrap_or(NOTHING);
        // No two parts share an edge, so the first side tells whose it is.
        let edges = self.edges.iter().filter(|edge| face(edge.sides[0]) != NOTHING);
        few.edges = edges
            .map(|edge| Edge { ends: edge.ends.map(|at| places[usize::from(at)]), sides: edge.sides.map(face) })
            .collect();
        few.nerves = self.nerves.iter().filter(|nerve| wanted(&nerve.id)).cloned().collect();
        few
    }
}
