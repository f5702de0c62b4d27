//! The file that `tools/anatomy` bakes, read as it is: the art on the figure it was modelled on.

use glam::Vec3;

use super::{Kind, NerveKind};
use crate::body::mesh::{Input, MeshError, unfold};

/// A landmark that holds the art.
pub(super) struct Anchor {
    pub(super) id: String,
    pub(super) paired: bool,
    pub(super) at: Vec3,
}

/// A bone, disc or muscle: the left one of a pair, or the left half of one on the midline, open at x = 0.
pub(super) struct Shape {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) paired: bool,
    pub(super) positions: Vec<Vec3>,
    pub(super) normals: Vec<Vec3>,
    pub(super) light: Vec<f32>,
    pub(super) strength: Vec<f32>,
    pub(super) triangles: Vec<[u16; 3]>,
}

/// A nerve, of a pair the left one.
pub(super) struct Path {
    pub(super) id: String,
    pub(super) kind: NerveKind,
    pub(super) paired: bool,
    pub(super) points: Vec<Vec3>,
    pub(super) radii: Vec<f32>,
}

/// A line along the fibres of a muscle.
pub(super) struct Thread {
    pub(super) points: Vec<Vec3>,
    pub(super) strength: Vec<f32>,
}

/// The whole file.
pub(super) struct Plan {
    pub(super) anchors: Vec<Anchor>,
    pub(super) shapes: Vec<Shape>,
    pub(super) paths: Vec<Path>,
    pub(super) threads: Vec<Thread>,
    pub(super) marks: Vec<(String, Vec3)>,
}

impl Plan {
    /// Reads the file. No input panics.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, MeshError> {
        let mut input = Input::new(bytes);
        if input.take(4)? != b"DEQA" {
            return Err(MeshError::Magic);
        }
        let version = input.u32()?;
        if version != 1 {
            return Err(MeshError::Version(version));
        }
        let space = Space { low: input.vec3()?, high: input.vec3()? };
        let anchors = list(&mut input, |i| Ok(Anchor { id: text(i)?, paired: i.u8()? == 1, at: i.vec3()? }))?;
        let shapes = list(&mut input, |i| space.shape(i))?;
        let paths = list(&mut input, |i| {
            let (id, kind, paired, count) = (text(i)?, nerve_kind(i.u8()?)?, i.u8()? == 1, usize::from(i.u16()?));
            let points = space.places(i, count)?;
            let radii = (0..count).map(|_| Ok(f32::from(i.u8()?) / 20_000.0)).collect::<Result<_, MeshError>>()?;
            Ok(Path { id, kind, paired, points, radii })
        })?;
        let threads = list(&mut input, |i| {
            let count = usize::from(i.u16()?);
            Ok(Thread { points: space.places(i, count)?, strength: shares(i, count)? })
        })?;
        let marks = list(&mut input, |i| {
            let (id, _paired) = (text(i)?, i.u8()?);
            Ok((id, space.place(i)?))
        })?;
        Ok(Self { anchors, shapes, paths, threads, marks })
    }
}

/// The box that places are counted in.
struct Space {
    low: Vec3,
    high: Vec3,
}

impl Space {
    fn place(&self, input: &mut Input<'_>) -> Result<Vec3, MeshError> {
        let share = Vec3::new(input.unit()?, input.unit()?, input.unit()?);
        Ok(self.low + (self.high - self.low) * share)
    }

    fn places(&self, input: &mut Input<'_>, count: usize) -> Result<Vec<Vec3>, MeshError> {
        (0..count).map(|_| self.place(input)).collect()
    }

    fn shape(&self, input: &mut Input<'_>) -> Result<Shape, MeshError> {
        let (id, kind, paired) = (text(input)?, kind(input.u8()?)?, input.u8()? == 1);
        let (vertices, triangles) = (usize::from(input.u16()?), usize::from(input.u16()?));
        let positions = self.places(input, vertices)?;
        let signed = |b: u8| f32::from(b.cast_signed()) / 127.0;
        let normals = (0..vertices)
            .map(|_| Ok(unfold(signed(input.u8()?), signed(input.u8()?))))
            .collect::<Result<_, MeshError>>()?;
        let (light, strength) = (shares(input, vertices)?, shares(input, vertices)?);
        let triangles = (0..triangles)
            .map(|_| {
                let corners = [input.u16()?, input.u16()?, input.u16()?];
                let known = corners.iter().all(|&c| usize::from(c) < vertices);
                if known { Ok(corners) } else { Err(MeshError::Damaged) }
            })
            .collect::<Result<_, MeshError>>()?;
        Ok(Shape { id, kind, paired, positions, normals, light, strength, triangles })
    }
}

fn list<T>(
    input: &mut Input<'_>,
    mut one: impl FnMut(&mut Input<'_>) -> Result<T, MeshError>,
) -> Result<Vec<T>, MeshError> {
    let count = input.u16()?;
    (0..count).map(|_| one(input)).collect()
}

fn text(input: &mut Input<'_>) -> Result<String, MeshError> {
    let length = usize::from(input.u8()?);
    std::str::from_utf8(input.take(length)?).map(str::to_owned).map_err(|_| MeshError::Damaged)
}

fn shares(input: &mut Input<'_>, count: usize) -> Result<Vec<f32>, MeshError> {
    (0..count).map(|_| Ok(f32::from(input.u8()?) / 255.0)).collect()
}

fn kind(byte: u8) -> Result<Kind, MeshError> {
    match byte {
        0 => Ok(Kind::Bone),
        1 => Ok(Kind::Rib),
        2 => Ok(Kind::Disc),
        3 => Ok(Kind::Muscle),
        4 => Ok(Kind::Cartilage),
        _ => Err(MeshError::Damaged),
    }
}

fn nerve_kind(byte: u8) -> Result<NerveKind, MeshError> {
    match byte {
        0 => Ok(NerveKind::Trunk),
        1 => Ok(NerveKind::Branch),
        2 => Ok(NerveKind::Cord),
        _ => Err(MeshError::Damaged),
    }
}
