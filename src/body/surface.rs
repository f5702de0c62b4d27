//! The skin as a thing to look at, touch and walk on: rays, closest points, sections, a tape measure.
//!
//! It knows nothing of points or landmarks. No mesh makes it panic; a walk that cannot go on says so.

mod tree;
mod walk;

use glam::Vec3;

use super::mesh::Mesh;
use tree::Tree;
pub use walk::Section;

/// A place on the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Metres.
    pub position: Vec3,
    /// Outward, of length one.
    pub normal: Vec3,
    /// The triangle it lies on.
    pub triangle: u32,
    /// The weights of the triangle's corners.
    pub barycentric: Vec3,
}

/// One triangle with all that queries need of it.
#[derive(Clone, Copy, Debug, Default)]
struct Face {
    corners: [Vec3; 3],
    normals: [Vec3; 3],
    /// The triangles across the edges 0–1, 1–2 and 2–0.
    across: [Option<u32>; 3],
}

impl Face {
    /// Outward; its length is twice the area.
    fn facing(&self) -> Vec3 {
        let [a, b, c] = self.corners;
        (b - a).cross(c - a)
    }
}

/// The skin of one mesh, sorted so that queries are fast.
#[derive(Clone, Debug, Default)]
pub struct Surface {
    faces: Vec<Face>,
    tree: Tree,
}

impl Surface {
    /// Sorts a mesh. Triangles keep their numbers.
    pub fn new(mesh: &Mesh) -> Self {
        let mut faces: Vec<Face> = mesh
            .triangles
            .iter()
            .map(|t| Face {
                corners: t.map(|v| mesh.positions.get(usize::from(v)).copied().unwrap_or_default()),
                normals: t.map(|v| mesh.normals.get(usize::from(v)).copied().unwrap_or(Vec3::Y)),
                across: [None; 3],
            })
            .collect();
        join_neighbours(&mut faces);
        let tree = Tree::new(&faces);
        Self { faces, tree }
    }

    /// The first skin that a ray meets from outside, within reach.
    pub fn first_hit(&self, origin: Vec3, direction: Vec3, reach: f32) -> Option<Spot> {
        let direction = direction.try_normalize()?;
        self.crossing(origin, direction, reach, -1.0)
    }

    /// The first skin that a ray meets from inside, within reach.
    pub fn first_exit(&self, origin: Vec3, direction: Vec3, reach: f32) -> Option<Spot> {
        let direction = direction.try_normalize()?;
        self.crossing(origin, direction, reach, 1.0)
    }

    /// The skin before or behind a place as one sees it from the side `toward`: of all skin that faces the viewer
    /// on that line, the nearest to the place.
    pub fn seen(&self, place: Vec3, toward: Vec3, reach: f32) -> Option<Spot> {
        let out = self.first_exit(place, toward, reach);
        let inward = self.first_hit(place, -toward, reach);
        match (out, inward) {
            (Some(a), Some(b)) => {
                let a_is_nearer = a.position.distance_squared(place) <= b.position.distance_squared(place);
                Some(if a_is_nearer { a } else { b })
            }
            (a, b) => a.or(b),
        }
    }

    /// The skin nearest to a place; none only on a body without triangles.
    pub fn closest(&self, place: Vec3) -> Option<Spot> {
        let (triangle, position) = self.tree.closest(&self.faces, place)?;
        self.spot(triangle, position)
    }

    /// A spot on a triangle, with the normal that shading uses there.
    pub fn spot(&self, triangle: u32, position: Vec3) -> Option<Spot> {
        let face = self.face(triangle)?;
        let weights = weights(face.corners, position);
        let [a, b, c] = face.normals;
        let normal = (a * weights.x + b * weights.y + c * weights.z)
            .try_normalize()
            .or_else(|| face.facing().try_normalize())
            .unwrap_or(Vec3::Y);
        Some(Spot { position, normal, triangle, barycentric: weights })
    }

    /// Where a triangle and weights say a place is.
    pub fn position(&self, triangle: u32, barycentric: Vec3) -> Option<Vec3> {
        let [a, b, c] = self.face(triangle)?.corners;
        Some(a * barycentric.x + b * barycentric.y + c * barycentric.z)
    }

    fn face(&self, triangle: u32) -> Option<&Face> {
        self.faces.get(triangle as usize)
    }

    /// `facing` is −1 for skin that faces the ray's start and 1 for skin that faces away from it.
    fn crossing(&self, origin: Vec3, direction: Vec3, reach: f32, facing: f32) -> Option<Spot> {
        let (triangle, distance) = self.tree.crossing(&self.faces, origin, direction, reach, facing)?;
        self.spot(triangle, origin + direction * distance)
    }
}

/// The weights of a triangle's corners at a place on it. A triangle without area gives its first corner.
fn weights([a, b, c]: [Vec3; 3], place: Vec3) -> Vec3 {
    let (ab, ac, ap) = (b - a, c - a, place - a);
    let (d00, d01, d11) = (ab.dot(ab), ab.dot(ac), ac.dot(ac));
    let (d20, d21) = (ap.dot(ab), ap.dot(ac));
    let area = d00 * d11 - d01 * d01;
    if area <= f32::MIN_POSITIVE {
        return Vec3::X;
    }
    let v = ((d11 * d20 - d01 * d21) / area).clamp(0.0, 1.0);
    let w = ((d00 * d21 - d01 * d20) / area).clamp(0.0, 1.0 - v);
    Vec3::new(1.0 - v - w, v, w)
}

/// Finds for each edge the triangle on its other side. Edges are told by the places of their ends, because a mesh
/// may hold a vertex twice along the rim of a garment.
fn join_neighbours(faces: &mut [Face]) {
    type End = [u32; 3];
    let bits = |v: Vec3| -> End { v.to_array().map(|x| (x + 0.0).to_bits()) };
    let mut halves: Vec<(End, End, u32, usize)> = Vec::with_capacity(faces.len() * 3);
    for (t, face) in (0u32..).zip(faces.iter()) {
        let [a, b, c] = face.corners.map(bits);
        for (edge, (from, to)) in [(a, b), (b, c), (c, a)].into_iter().enumerate() {
            halves.push((from.min(to), from.max(to), t, edge));
        }
    }
    halves.sort_unstable();
    for pair in halves.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let [(_, _, t, e), (_, _, u, f)] = pair else { continue };
        for (from, edge, to) in [(*t, *e, *u), (*u, *f, *t)] {
            if let Some(slot) = faces.get_mut(from as usize).and_then(|face| face.across.get_mut(edge)) {
                *slot = Some(to);
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A ball of radius one round the origin, fine enough that its faces are within 1 % of it.
    pub(crate) fn ball() -> Mesh {
        let (rings, sectors) = (40u16, 80u16);
        let mut mesh = Mesh::default();
        for ring in 0..=rings {
            let polar = std::f32::consts::PI * f32::from(ring) / f32::from(rings);
            for sector in 0..sectors {
                let round = std::f32::consts::TAU * f32::from(sector) / f32::from(sectors);
                let p = Vec3::new(polar.sin() * round.sin(), polar.cos(), polar.sin() * round.cos());
                mesh.positions.push(if ring == 0 || ring == rings { Vec3::Y * p.y.signum() } else { p });
                mesh.normals.push(p);
            }
        }
        for ring in 0..rings {
            for sector in 0..sectors {
                let next = (sector + 1) % sectors;
                let [a, b] = [ring * sectors + sector, ring * sectors + next];
                let [c, d] = [a + sectors, b + sectors];
                if ring > 0 {
                    mesh.triangles.push([a, c, b]);
                }
                if ring + 1 < rings {
                    mesh.triangles.push([b, c, d]);
                }
            }
        }
        mesh
    }

    #[test]
    fn a_ray_meets_the_near_side_from_outside_and_the_far_side_from_inside() {
        let ball = Surface::new(&ball());
        let near = ball.first_hit(Vec3::new(0.1, 0.1, 5.0), Vec3::NEG_Z, 10.0).unwrap();
        assert!(near.position.z > 0.97 && near.normal.z > 0.9, "{near:?}");
        let far = ball.first_exit(Vec3::new(0.1, 0.1, 0.0), Vec3::NEG_Z, 10.0).unwrap();
        assert!(far.position.z < -0.97 && far.normal.z < -0.9, "{far:?}");
        assert!(ball.first_hit(Vec3::new(0.0, 3.0, 5.0), Vec3::NEG_Z, 10.0).is_none());
        assert!(ball.first_hit(Vec3::new(0.0, 0.0, 5.0), Vec3::NEG_Z, 1.0).is_none(), "out of reach");
    }

    #[test]
    fn the_closest_skin_is_straight_below() {
        let ball = Surface::new(&ball());
        for place in [Vec3::new(2.0, 1.0, -0.5), Vec3::new(0.1, -0.7, 0.3), Vec3::new(0.0, 9.0, 0.0)] {
            let spot = ball.closest(place).unwrap();
            assert!(spot.position.distance(place.normalize()) < 0.03, "{spot:?}");
            let back = ball.position(spot.triangle, spot.barycentric).unwrap();
            assert!(back.distance(spot.position) < 1e-5);
        }
    }

    #[test]
    fn seen_takes_the_skin_that_faces_the_viewer() {
        let ball = Surface::new(&ball());
        for depth in [0.5, 0.0, -0.5, 1.4] {
            let spot = ball.seen(Vec3::new(0.0, 0.2, depth), Vec3::Z, 3.0).unwrap();
            assert!(spot.position.z > 0.9, "{depth}: {spot:?}");
        }
    }

    #[test]
    fn an_empty_mesh_answers_nothing() {
        let nothing = Surface::new(&Mesh::default());
        assert!(nothing.closest(Vec3::ZERO).is_none());
        assert!(nothing.seen(Vec3::ZERO, Vec3::Z, 1.0).is_none());
    }
}
