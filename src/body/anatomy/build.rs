//! The art bent into one figure: warped by landmarks, kept under the skin, mirrored to the right.

use glam::Vec3;

use super::file::{Path, Plan, Shape};
use super::warp::Warp;
use super::{Anatomy, Fibre, Kind, NOTHING, Nerve, Part, Structure};
use crate::body::landmarks::Landmarks;
use crate::body::mesh;
use crate::body::place::mirror;
use crate::body::straighten::{beside, needed};
use crate::body::surface::Surface;
use crate::carried::{ANATOMY, find};

/// The art on the figure it was modelled on. See `tools/anatomy`.
const ART: &str = "under-skin.anatomy";
/// With fewer landmarks than this nothing holds the art in place.
const LEAST_ANCHORS: usize = 20;
/// Marks of the art that begin so are places where a label's leader touches.
const LABEL: &str = "label.";

pub(super) fn anatomy(landmarks: &Landmarks, skin: &Surface) -> Option<Anatomy> {
    let plan = Plan::decode(&find(ANATOMY, ART)?).ok()?;
    let pairs: Vec<(Vec3, Vec3)> = plan
        .anchors
        .iter()
        .filter_map(|anchor| Some((anchor, landmarks.get(&anchor.id)?)))
        .flat_map(|(a, to)| [Some((a.at, to)), a.paired.then(|| (mirror(a.at), mirror(to)))])
        .flatten()
        .collect();
    if pairs.len() < LEAST_ANCHORS {
        return None;
    }
    let bend = Bend { warp: Warp::new(&pairs)?, skin };
    let mut anatomy = Anatomy::default();
    for shape in &plan.shapes {
        add_shape(&mut anatomy, shape, &bend);
    }
    anatomy.edges = mesh::edges(&anatomy.triangles, Some(NOTHING));
    for path in &plan.paths {
        add_nerve(&mut anatomy, path, &bend);
    }
    for thread in &plan.threads {
        let points: Vec<Vec3> = thread.points.iter().map(|&p| bend.under(p, 0.0010)).collect();
        let mirrored: Vec<Vec3> = points.iter().map(|&p| mirror(p)).collect();
        let kept = straight(&points, &thread.strength, 0.05);
        let of = |points: &[Vec3]| Fibre {
            points: kept.iter().map(|&i| points[i]).collect(),
            strength: kept.iter().map(|&i| thread.strength[i]).collect(),
        };
        anatomy.fibres.extend([of(&points), of(&mirrored)]);
    }
    for (id, at) in &plan.marks {
        let at = bend.under(*at, 0.0010);
        match id.strip_prefix(LABEL) {
            Some(name) => anatomy.structures.push(Structure { id: name.to_owned(), at, kind: kind_of(&plan, name) }),
            None => _ = anatomy.marks.insert(id.clone(), at),
        }
    }
    anatomy.structures.sort_by(|a, b| b.at.y.total_cmp(&a.at.y));
    Some(anatomy)
}

fn kind_of(plan: &Plan, id: &str) -> Kind {
    plan.shapes.iter().find(|s| s.id == id).map_or(Kind::Nerve, |s| s.kind)
}

/// The way from the art to the figure.
struct Bend<'a> {
    warp: Warp,
    skin: &'a Surface,
}

impl Bend<'_> {
    /// A place of the art on the figure, at least so deep under the skin. What lies in the middle plane stays there.
    fn under(&self, place: Vec3, depth: f32) -> Vec3 {
        let mut at = self.warp.at(place);
        if let Some(spot) = self.skin.closest(at) {
            let above = (at - spot.position).dot(spot.normal) + depth;
            if above > 0.0 {
                at -= spot.normal * above;
            }
        }
        if place.x == 0.0 {
            at.x = 0.0;
        }
        at
    }
}

/// Adds a shape and its mirror: one part, or two of a pair, left first.
fn add_shape(anatomy: &mut Anatomy, shape: &Shape, bend: &Bend<'_>) {
    let depth = if shape.kind == Kind::Bone { 0.0025 } else { 0.0015 };
    let left: Vec<Vec3> = shape.positions.iter().map(|&p| bend.under(p, depth)).collect();
    let normals: Vec<Vec3> =
        (shape.positions.iter().zip(&shape.normals)).map(|(&p, &n)| bend.warp.along(p, bend.warp.at(p), n)).collect();
    let base = anatomy.positions.len() as u16;
    let part = anatomy.parts.len() as u16;
    let start = anatomy.triangles.len();
    let half = left.len() as u16;
    for i in 0..left.len() {
        push_vertex(anatomy, left[i], normals[i], shape, i);
    }
    anatomy.triangles.extend(shape.triangles.iter().map(|t| t.map(|v| base + v)));
    let mut vertices = usize::from(base)..usize::from(base + half);
    let mut triangles = start..anatomy.triangles.len();
    if shape.paired {
        let left = Part { id: shape.id.clone(), kind: shape.kind, vertices, triangles };
        anatomy.part_of.resize(anatomy.triangles.len(), part);
        anatomy.parts.push(left);
        vertices = anatomy.positions.len()..anatomy.positions.len();
        triangles = anatomy.triangles.len()..anatomy.triangles.len();
    }
    // The right side: what lies in the middle plane is shared.
    let mut other = Vec::with_capacity(shape.positions.len());
    for i in 0..left.len() {
        if !shape.paired && shape.positions[i].x == 0.0 {
            other.push(base + i as u16);
        } else {
            other.push(anatomy.positions.len() as u16);
            push_vertex(anatomy, mirror(left[i]), mirror(normals[i]), shape, i);
        }
    }
    anatomy.triangles.extend(shape.triangles.iter().map(|&[a, b, c]| [a, c, b].map(|v| other[usize::from(v)])));
    vertices.end = anatomy.positions.len();
    triangles.end = anatomy.triangles.len();
    let last = anatomy.parts.len() as u16;
    anatomy.part_of.resize(anatomy.triangles.len(), last);
    anatomy.parts.push(Part { id: shape.id.clone(), kind: shape.kind, vertices, triangles });
}

fn push_vertex(anatomy: &mut Anatomy, position: Vec3, normal: Vec3, shape: &Shape, i: usize) {
    anatomy.positions.push(position);
    anatomy.normals.push(normal);
    anatomy.light.push(shape.light[i]);
    anatomy.strength.push(shape.strength[i]);
}

fn add_nerve(anatomy: &mut Anatomy, path: &Path, bend: &Bend<'_>) {
    let points: Vec<Vec3> = path.points.iter().map(|&p| bend.under(p, 0.0015)).collect();
    let kept = straight(&points, &path.radii, OFF);
    let (points, radii) = kept.iter().map(|&i| (points[i], path.radii[i])).unzip();
    let nerve = Nerve { id: path.id.clone(), kind: path.kind, points, radii };
    if path.paired {
        let points = nerve.points.iter().map(|&p| mirror(p)).collect();
        anatomy.nerves.push(Nerve { id: format!("{}_right", path.id), points, ..nerve.clone() });
    }
    anatomy.nerves.push(nerve);
}

/// How far a line may lie from where it should, in metres.
const OFF: f32 = 0.0002;
/// Its pieces are no longer than this, in metres: what lies before what is told piece by piece.
const LONGEST: f32 = 0.015;

/// Which corners of a line are needed, also for a `value` at each that may be off by `slack`.
fn straight(points: &[Vec3], value: &[f32], slack: f32) -> Vec<usize> {
    let off = |from: usize, to: usize, i: usize| {
        let (share, off) = beside(points[from].into(), points[to].into(), points[i].into());
        let slip = (value[from] + (value[to] - value[from]) * share - value[i]).abs() / slack;
        (off / OFF + slip).max(points[from].distance(points[to]) / LONGEST + 1e-3 * off / OFF)
    };
    needed(points.len(), off)
}
