//! A figure's skin as triangles, at two levels of detail, read from the `.body` files that `tools/body` bakes.

use glam::Vec3;
use thiserror::Error;

/// Why a `.body` file could not be read.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum MeshError {
    /// The file does not start as a figure does.
    #[error("this is not a Deqi figure: bake it again with tools/body")]
    Magic,
    /// The file is of a version this program does not know.
    #[error("figure version {0} is not known here: update Deqi or bake it again with tools/body")]
    Version(u32),
    /// The file ends too early or speaks of vertices it does not have.
    #[error("the figure is cut short or damaged: bake it again with tools/body")]
    Damaged,
}

/// An edge of the skin with the two triangles that share it, for the outline.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Edge {
    /// The vertices at its ends.
    pub ends: [u16; 2],
    /// The triangles on its sides.
    pub sides: [u32; 2],
}

/// One level of detail of the skin. All vertex lists have the same length.
#[derive(Clone, Debug, Default)]
pub struct Mesh {
    /// Metres.
    pub positions: Vec<Vec3>,
    /// Outward, of length one.
    pub normals: Vec<Vec3>,
    /// How much light reaches the vertex: 1 in the open, 0 in a deep fold.
    pub occlusion: Vec<f32>,
    /// −1 in a groove, 1 on a ridge.
    pub cavity: Vec<f32>,
    /// Metres into the cloth; negative on bare skin.
    pub garment: Vec<f32>,
    /// Above 0 warmer skin (lips, knuckles), below 0 hair (brows, lashes); −1 to 1.
    pub tone: Vec<f32>,
    /// Index into the figure's part names.
    pub part: Vec<u8>,
    /// Corners, counter-clockwise seen from outside.
    pub triangles: Vec<[u16; 3]>,
    /// Edges that two triangles share.
    pub edges: Vec<Edge>,
}

/// A figure's skin.
#[derive(Clone, Debug, Default)]
pub struct Skin {
    /// Ids of the parts of the body that vertices belong to.
    pub parts: Vec<String>,
    /// About 16,000 triangles: shown while turning, used to see what is hidden.
    pub light: Mesh,
    /// About 34,000 triangles: shown at rest, points lie on it.
    pub full: Mesh,
}

impl Skin {
    /// Reads a `.body` file.
    ///
    /// # Errors
    /// [`MeshError`] says what is wrong; no input panics.
    pub fn decode(bytes: &[u8]) -> Result<Self, MeshError> {
        let mut input = Input::new(bytes);
        if input.take(4)? != b"DEQB" {
            return Err(MeshError::Magic);
        }
        let version = input.u32()?;
        if version != 1 {
            return Err(MeshError::Version(version));
        }
        if input.u32()? != 2 {
            return Err(MeshError::Damaged);
        }
        let low = input.vec3()?;
        let high = input.vec3()?;
        let part_count = input.u32()?;
        let mut parts = Vec::new();
        for _ in 0..part_count.min(256) {
            let length = usize::from(input.u8()?);
            let name = std::str::from_utf8(input.take(length)?).map_err(|_| MeshError::Damaged)?;
            parts.push(name.to_owned());
        }
        let counts = [(input.u32()?, input.u32()?), (input.u32()?, input.u32()?)];
        let [light, full] = counts.map(|(vertices, triangles)| {
            Mesh::read(&mut input, low, high, vertices as usize, triangles as usize, parts.len())
        });
        Ok(Self { parts, light: light?, full: full? })
    }

    /// The id of the part of the body that a vertex of the full mesh belongs to.
    pub fn part_of(&self, mesh: &Mesh, vertex: u16) -> Option<&str> {
        let part = mesh.part.get(usize::from(vertex))?;
        self.parts.get(usize::from(*part)).map(String::as_str)
    }
}

impl Mesh {
    fn read(
        input: &mut Input<'_>,
        low: Vec3,
        high: Vec3,
        vertices: usize,
        triangles: usize,
        parts: usize,
    ) -> Result<Self, MeshError> {
        if vertices > usize::from(u16::MAX) || triangles > 400_000 {
            return Err(MeshError::Damaged);
        }
        let size = high - low;
        let mut mesh = Self::default();
        for _ in 0..vertices {
            let share = Vec3::new(input.unit()?, input.unit()?, input.unit()?);
            mesh.positions.push(low + size * share);
        }
        for _ in 0..vertices {
            mesh.normals.push(unfold(input.signed()?, input.signed()?));
        }
        for _ in 0..vertices {
            mesh.occlusion.push(f32::from(input.u8()?) / 255.0);
        }
        for _ in 0..vertices {
            mesh.cavity.push(f32::from(input.u8()?.cast_signed()) / 127.0);
        }
        for _ in 0..vertices {
            mesh.garment.push(f32::from(input.u16()?.cast_signed()) / 10_000.0);
        }
        for _ in 0..vertices {
            mesh.tone.push(f32::from(input.u8()?.cast_signed()) / 127.0);
        }
        for _ in 0..vertices {
            let part = input.u8()?;
            if usize::from(part) >= parts {
                return Err(MeshError::Damaged);
            }
            mesh.part.push(part);
        }
        for _ in 0..triangles {
            let corners = [input.u16()?, input.u16()?, input.u16()?];
            if corners.iter().any(|&c| usize::from(c) >= vertices) {
                return Err(MeshError::Damaged);
            }
            mesh.triangles.push(corners);
        }
        mesh.edges = shared_edges(&mesh.triangles);
        Ok(mesh)
    }

    /// The three corners of a triangle, in metres.
    pub fn corners(&self, triangle: u32) -> Option<[Vec3; 3]> {
        let t = self.triangles.get(triangle as usize)?;
        Some([self.position(t[0])?, self.position(t[1])?, self.position(t[2])?])
    }

    fn position(&self, vertex: u16) -> Option<Vec3> {
        self.positions.get(usize::from(vertex)).copied()
    }
}

/// The edges between two triangles.
fn shared_edges(triangles: &[[u16; 3]]) -> Vec<Edge> {
    edges(triangles, None)
}

/// Pairs up triangles along their edges. An edge of one triangle alone has `beyond` on its other side; without it such
/// an edge is left out. Sorting keeps it fast and its order the same everywhere.
pub(super) fn edges(triangles: &[[u16; 3]], beyond: Option<u32>) -> Vec<Edge> {
    let mut halves: Vec<(u16, u16, u32)> = Vec::with_capacity(triangles.len() * 3);
    for (t, [a, b, c]) in (0u32..).zip(triangles) {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            halves.push((*from.min(to), *from.max(to), t));
        }
    }
    halves.sort_unstable();
    halves
        .chunk_by(|x, y| (x.0, x.1) == (y.0, y.1))
        .filter_map(|run| match run {
            [x] => beyond.map(|beyond| Edge { ends: [x.0, x.1], sides: [x.2, beyond] }),
            [x, y] => Some(Edge { ends: [x.0, x.1], sides: [x.2, y.2] }),
            _ => None,
        })
        .collect()
}

/// An octahedral normal back to a vector of length one.
pub(in crate::body) fn unfold(x: f32, y: f32) -> Vec3 {
    let z = 1.0 - x.abs() - y.abs();
    let (x, y) = if z < 0.0 { ((1.0 - y.abs()).copysign(x), (1.0 - x.abs()).copysign(y)) } else { (x, y) };
    Vec3::new(x, y, z).normalize_or(Vec3::Z)
}

/// The rest of a file that is read from front to back.
pub(in crate::body) struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    pub(in crate::body) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(in crate::body) fn take(&mut self, count: usize) -> Result<&'a [u8], MeshError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(MeshError::Damaged)?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], MeshError> {
        let (head, rest) = self.0.split_first_chunk().ok_or(MeshError::Damaged)?;
        self.0 = rest;
        Ok(*head)
    }

    pub(in crate::body) fn u8(&mut self) -> Result<u8, MeshError> {
        self.array::<1>().map(|b| b[0])
    }

    pub(in crate::body) fn u16(&mut self) -> Result<u16, MeshError> {
        self.array().map(u16::from_le_bytes)
    }

    pub(in crate::body) fn u32(&mut self) -> Result<u32, MeshError> {
        self.array().map(u32::from_le_bytes)
    }

    /// 0 to 1.
    pub(in crate::body) fn unit(&mut self) -> Result<f32, MeshError> {
        self.u16().map(|v| f32::from(v) / 65_535.0)
    }

    /// −1 to 1.
    fn signed(&mut self) -> Result<f32, MeshError> {
        self.u16().map(|v| f32::from(v.cast_signed()) / 32_767.0)
    }

    fn f32(&mut self) -> Result<f32, MeshError> {
        let value = self.array().map(f32::from_le_bytes)?;
        if value.is_finite() { Ok(value) } else { Err(MeshError::Damaged) }
    }

    pub(in crate::body) fn vec3(&mut self) -> Result<Vec3, MeshError> {
        Ok(Vec3::new(self.f32()?, self.f32()?, self.f32()?))
    }
}
