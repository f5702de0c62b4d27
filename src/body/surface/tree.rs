//! Triangles in nested boxes, so that a query looks at few of them.

use glam::Vec3;

use super::Face;

/// How many triangles a box may hold before it is split.
const LEAF: usize = 6;

#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: Vec3,
    high: Vec3,
}

impl Bounds {
    fn of(faces: &[Face], triangles: &[u32]) -> Self {
        let mut bounds = Self { low: Vec3::INFINITY, high: Vec3::NEG_INFINITY };
        for corner in triangles.iter().filter_map(|t| faces.get(*t as usize)).flat_map(|f| f.corners) {
            bounds.low = bounds.low.min(corner);
            bounds.high = bounds.high.max(corner);
        }
        bounds
    }

    fn distance_squared(&self, place: Vec3) -> f32 {
        (place - place.clamp(self.low, self.high.max(self.low))).length_squared()
    }

    /// Where a ray enters, if it does within reach.
    fn entry(&self, origin: Vec3, inverse: Vec3, reach: f32) -> Option<f32> {
        let (a, b) = ((self.low - origin) * inverse, (self.high - origin) * inverse);
        let mut enter = 0.0f32;
        let mut leave = reach;
        for axis in 0..3 {
            // A ray that runs within a side of the box gives 0 × ∞: it counts as inside.
            if a[axis].is_nan() || b[axis].is_nan() {
                continue;
            }
            enter = enter.max(a[axis].min(b[axis]));
            leave = leave.min(a[axis].max(b[axis]));
        }
        (enter <= leave * (1.0 + 1e-6) + 1e-7).then_some(enter)
    }
}

#[derive(Clone, Debug)]
enum Kind {
    Leaf(std::ops::Range<usize>),
    Split(usize, usize),
}

#[derive(Clone, Debug)]
struct Node {
    bounds: Bounds,
    kind: Kind,
}

/// Nested boxes; the first is the root.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    triangles: Vec<u32>,
}

impl Tree {
    pub(super) fn new(faces: &[Face]) -> Self {
        let mut tree = Self { nodes: Vec::new(), triangles: (0..faces.len() as u32).collect() };
        if faces.is_empty() {
            return tree;
        }
        let centres: Vec<Vec3> = faces.iter().map(|f| (f.corners[0] + f.corners[1] + f.corners[2]) / 3.0).collect();
        let everything = 0..faces.len();
        tree.nodes.push(Node { bounds: Bounds::of(faces, &tree.triangles), kind: Kind::Leaf(everything.clone()) });
        let mut work = vec![(0, everything)];
        while let Some((node, range)) = work.pop() {
            if range.len() <= LEAF {
                continue;
            }
            let middle = usize::midpoint(range.start, range.end);
            let size = tree.nodes[node].bounds.high - tree.nodes[node].bounds.low;
            let axis = size.max_position();
            let along = |t: &u32| centres.get(*t as usize).map_or(0.0, |c| c[axis]);
            tree.triangles[range.clone()]
                .select_nth_unstable_by(middle - range.start, |a, b| along(a).total_cmp(&along(b)));
            let first = tree.nodes.len();
            for half in [range.start..middle, middle..range.end] {
                let bounds = Bounds::of(faces, &tree.triangles[half.clone()]);
                work.push((tree.nodes.len(), half.clone()));
                tree.nodes.push(Node { bounds, kind: Kind::Leaf(half) });
            }
            tree.nodes[node].kind = Kind::Split(first, first + 1);
        }
        tree
    }

    /// The nearest triangle on a ray whose outside faces along it (`facing` 1) or against it (−1), and how far it is.
    pub(super) fn crossing(
        &self,
        faces: &[Face],
        origin: Vec3,
        direction: Vec3,
        reach: f32,
        facing: f32,
    ) -> Option<(u32, f32)> {
        let inverse = direction.recip();
        let mut best = None;
        let mut reach = reach;
        let mut open = vec![0];
        while let Some(node) = open.pop().and_then(|n: usize| self.nodes.get(n)) {
            if node.bounds.entry(origin, inverse, reach).is_none() {
                continue;
            }
            match &node.kind {
                Kind::Split(a, b) => open.extend([*a, *b]),
                Kind::Leaf(range) => {
                    for (t, face) in self.faces_in(faces, range) {
                        if face.facing().dot(direction) * facing <= 0.0 {
                            continue;
                        }
                        if let Some(distance) = cross(face.corners, origin, direction)
                            && distance <= reach
                        {
                            reach = distance;
                            best = Some((t, distance));
                        }
                    }
                }
            }
        }
        best
    }

    /// The triangle nearest to a place, and where on it.
    pub(super) fn closest(&self, faces: &[Face], place: Vec3) -> Option<(u32, Vec3)> {
        let mut best = None;
        let mut nearest = f32::INFINITY;
        let mut open = vec![0];
        while let Some(node) = open.pop().and_then(|n: usize| self.nodes.get(n)) {
            if node.bounds.distance_squared(place) >= nearest {
                continue;
            }
            match &node.kind {
                Kind::Split(a, b) => {
                    let distance = |n: &usize| {
                        self.nodes.get(*n).map_or(f32::INFINITY, |node| node.bounds.distance_squared(place))
                    };
                    // The nearer half is opened first, so the farther one is mostly skipped.
                    let halves = if distance(a) < distance(b) { [*b, *a] } else { [*a, *b] };
                    open.extend(halves);
                }
                Kind::Leaf(range) => {
                    for (t, face) in self.faces_in(faces, range) {
                        let on_face = closest_on(face.corners, place);
                        let distance = on_face.distance_squared(place);
                        if distance < nearest {
                            nearest = distance;
                            best = Some((t, on_face));
                        }
                    }
                }
            }
        }
        best
    }

    fn faces_in<'a>(
        &'a self,
        faces: &'a [Face],
        range: &std::ops::Range<usize>,
    ) -> impl Iterator<Item = (u32, &'a Face)> {
        let triangles = self.triangles.get(range.clone()).unwrap_or_default();
        triangles.iter().filter_map(|t| faces.get(*t as usize).map(|face| (*t, face)))
    }
}

/// How far along a ray it crosses a triangle.
fn cross([a, b, c]: [Vec3; 3], origin: Vec3, direction: Vec3) -> Option<f32> {
    // A hair of slack, so that no ray slips through between two triangles.
    const SLACK: f32 = 1e-5;
    let (ab, ac) = (b - a, c - a);
    let p = direction.cross(ac);
    let det = ab.dot(p);
    if det.abs() < 1e-14 {
        return None;
    }
    let s = origin - a;
    let u = s.dot(p) / det;
    let q = s.cross(ab);
    let v = direction.dot(q) / det;
    let t = ac.dot(q) / det;
    (u >= -SLACK && v >= -SLACK && u + v <= 1.0 + SLACK && t >= 0.0).then_some(t)
}

/// The place on a triangle nearest to a place, by the region of the plane it falls in
/// (Ericson, Real-Time Collision Detection, 5.1.5).
fn closest_on([a, b, c]: [Vec3; 3], p: Vec3) -> Vec3 {
    let (ab, ac, ap) = (b - a, c - a, p - a);
    let (d1, d2) = (ab.dot(ap), ac.dot(ap));
    if d1 <= 0.0 && d2 <= 0.0 {
        return a;
    }
    let bp = p - b;
    let (d3, d4) = (ab.dot(bp), ac.dot(bp));
    if d3 >= 0.0 && d4 <= d3 {
        return b;
    }
    let vc = d1 * d4 - d3 * d2;
    if vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0 {
        return a + ab * share(d1, d1 - d3);
    }
    let cp = p - c;
    let (d5, d6) = (ab.dot(cp), ac.dot(cp));
    if d6 >= 0.0 && d5 <= d6 {
        return c;
    }
    let vb = d5 * d2 - d1 * d6;
    if vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0 {
        return a + ac * share(d2, d2 - d6);
    }
    let va = d3 * d6 - d5 * d4;
    if va <= 0.0 && d4 >= d3 && d5 >= d6 {
        return b + (c - b) * share(d4 - d3, (d4 - d3) + (d5 - d6));
    }
    let all = va + vb + vc;
    a + ab * share(vb, all) + ac * share(vc, all)
}

fn share(part: f32, whole: f32) -> f32 {
    if whole.abs() <= f32::MIN_POSITIVE { 0.0 } else { part / whole }
}
