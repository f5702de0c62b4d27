//! What lies under the skin: bones, discs, muscles of the low back and buttock, and the nerves that matter there.
//!
//! The art is modelled once, on the neutral figure, by `tools/anatomy`, and bent so that its landmarks meet those of
//! the figure that is shown. It is an illustration from measured averages, not a picture of a person.

mod build;
mod draw;
mod file;
mod ink;
mod nerve;
mod order;
mod palette;
mod subset;
mod warp;

use std::collections::BTreeMap;
use std::ops::Range;

use glam::Vec3;

use super::mesh::Edge;

pub use draw::draw;
pub use palette::Palette;

/// What a thing under the skin is made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Spine, pelvis, thigh bone.
    Bone,
    /// Ribs and breastbone: drawn faintly.
    Rib,
    /// What joins ribs and breastbone.
    Cartilage,
    /// The cushions between the vertebrae.
    Disc,
    /// Translucent sheets with fibres.
    Muscle,
    /// Cords.
    Nerve,
}

/// Something that a label can name.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// Its id: the words for it stand under this name.
    pub id: String,
    /// Where a leader touches, in metres; of a pair, the left one.
    pub at: Vec3,
    /// What it is made of.
    pub kind: Kind,
}

/// One bone, disc or muscle of one side: a stretch of the common lists.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its id; both of a pair share it.
    pub id: String,
    /// What it is made of.
    pub kind: Kind,
    /// Its vertices.
    pub vertices: Range<usize>,
    /// Its triangles.
    pub triangles: Range<usize>,
}

/// The second side of an edge that has only one.
const NOTHING: u32 = u32::MAX;

/// How a nerve is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NerveKind {
    /// A thick cord with a casing.
    Trunk,
    /// A fine branch.
    Branch,
    /// The spinal cord.
    Cord,
}

/// One nerve on one side.
#[derive(Clone, Debug)]
pub struct Nerve {
    /// Its id; on the body's right it ends in `_right`.
    pub id: String,
    /// How it is drawn.
    pub kind: NerveKind,
    /// Its way from the spine outward, in metres.
    pub points: Vec<Vec3>,
    /// Half its thickness at each point, in metres.
    pub radii: Vec<f32>,
}

/// A line along the fibres of a muscle.
#[derive(Clone, Debug)]
struct Fibre {
    points: Vec<Vec3>,
    strength: Vec<f32>,
}

/// All that lies under the skin of one figure. Empty where a figure has too few landmarks to hold it.
#[derive(Clone, Debug, Default)]
pub struct Anatomy {
    positions: Vec<Vec3>,
    normals: Vec<Vec3>,
    /// Light that reaches a vertex, 0 to 1.
    light: Vec<f32>,
    /// How strongly a vertex is painted, 0 to 1.
    strength: Vec<f32>,
    triangles: Vec<[u16; 3]>,
    /// The part of each triangle.
    part_of: Vec<u16>,
    edges: Vec<Edge>,
    parts: Vec<Part>,
    nerves: Vec<Nerve>,
    fibres: Vec<Fibre>,
    structures: Vec<Structure>,
    marks: BTreeMap<String, Vec3>,
}

impl Anatomy {
    /// Bends the built-in art into a figure.
    pub fn new(landmarks: &super::landmarks::Landmarks, skin: &super::surface::Surface) -> Self {
        build::anatomy(landmarks, skin).unwrap_or_default()
    }

    /// The way of a nerve from the spine outward, in metres: the left one, or with `_right` behind its id the right
    /// one. Empty if there is no such nerve.
    pub fn nerve(&self, id: &str) -> &[Vec3] {
        self.nerves.iter().find(|n| n.id == id).map_or(&[], |n| &n.points)
    }

    /// All nerves.
    pub fn nerves(&self) -> &[Nerve] {
        &self.nerves
    }

    /// All bones, discs and muscles, each side by itself.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The vertices of a part, in metres.
    pub fn places(&self, part: &Part) -> &[Vec3] {
        &self.positions[part.vertices.clone()]
    }

    /// The triangles of a part: corners by their numbers among the vertices of all parts, counter-clockwise from
    /// outside.
    pub fn faces(&self, part: &Part) -> &[[u16; 3]] {
        &self.triangles[part.triangles.clone()]
    }

    /// A named place of the art, such as `L4.tip` or `L4.foramen`; of a pair, the left one.
    pub fn mark(&self, name: &str) -> Option<Vec3> {
        self.marks.get(name).copied()
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// What labels can name, from the head down.
pub fn names(anatomy: &Anatomy) -> &[Structure] {
    &anatomy.structures
}
