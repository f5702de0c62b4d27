//! Walking on the skin in a plane, as a tape measure lies when it is pulled straight.

use glam::Vec3;

use super::{Face, Spot, Surface};

/// No section of a body crosses more triangles than this.
const MOST_STEPS: usize = 20_000;
/// Of two ways round, one that is so many times as long as the other is not looked at.
const MOST_ROUNDABOUT: f32 = 4.0;

/// The skin in a plane from one spot onwards: the corners of the tape, and the triangle it lies on after each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The corners, from the start.
    pub corners: Vec<Vec3>,
    /// The triangle that the piece before a corner lies on; as long as `corners`.
    pub triangles: Vec<u32>,
    /// Whether it came round to where it began.
    pub closed: bool,
}

impl Section {
    /// Its length in metres.
    pub fn length(&self) -> f32 {
        self.corners.windows(2).map(|w| w[0].distance(w[1])).sum()
    }

    /// Where one is after some metres, and on which triangle; none if it ends earlier.
    pub fn after(&self, metres: f32) -> Option<(Vec3, u32)> {
        let mut left = metres;
        for (pair, triangle) in self.corners.windows(2).zip(self.triangles.iter().skip(1)) {
            let step = pair[0].distance(pair[1]);
            if left <= step {
                let share = if step > 0.0 { left / step } else { 0.0 };
                return Some((pair[0].lerp(pair[1], share), *triangle));
            }
            left -= step;
        }
        None
    }

    /// The middle of the area that a closed section goes round, by the lengths of its pieces.
    pub fn centre(&self) -> Option<Vec3> {
        let mut sum = Vec3::ZERO;
        let mut length = 0.0;
        for pair in self.corners.windows(2) {
            let step = pair[0].distance(pair[1]);
            sum += (pair[0] + pair[1]) * (0.5 * step);
            length += step;
        }
        (self.closed && length > 0.0).then(|| sum / length)
    }
}

impl Surface {
    /// Walks from a spot in the plane across `across`, first toward `heading`, until `stop` says so after a corner
    /// on a triangle, the section closes, or the skin ends.
    pub fn section(
        &self,
        start: &Spot,
        across: Vec3,
        heading: Vec3,
        mut stop: impl FnMut(Vec3, u32) -> bool,
    ) -> Section {
        let mut section = Section { corners: vec![start.position], triangles: vec![start.triangle], closed: false };
        let (Some(face), Some(across)) = (self.face(start.triangle), across.try_normalize()) else {
            return section;
        };
        // A hair inside its triangle, so that the plane surely cuts it in two.
        let [a, b, c] = face.corners;
        let origin = start.position.lerp((a + b + c) / 3.0, 1e-3);
        let mut edge = crossings(face, origin, across)
            .max_by(|x, y| (x.1 - origin).dot(heading).total_cmp(&(y.1 - origin).dot(heading)));
        let mut triangle = start.triangle;
        for _ in 0..MOST_STEPS {
            let Some((crossed, corner)) = edge else { break };
            section.corners.push(corner);
            section.triangles.push(triangle);
            if stop(corner, triangle) {
                break;
            }
            let Some(next) = self.face(triangle).and_then(|f| f.across.get(crossed).copied().flatten()) else { break };
            if next == start.triangle {
                section.corners.push(start.position);
                section.triangles.push(next);
                section.closed = true;
                break;
            }
            let Some(face) = self.face(next) else { break };
            edge = crossings(face, origin, across).find(|(e, _)| face.across.get(*e) != Some(&Some(triangle)));
            triangle = next;
        }
        section
    }

    /// Walks some metres along the skin in the plane across `across`, first toward `heading`.
    /// None if the skin ends before.
    pub fn walk(&self, start: &Spot, across: Vec3, heading: Vec3, metres: f32) -> Option<Spot> {
        if !(metres.is_finite() && metres >= 0.0) {
            return None;
        }
        let mut walked = 0.0;
        let mut last = start.position;
        let section = self.section(start, across, heading, |corner, _| {
            walked += last.distance(corner);
            last = corner;
            walked >= metres
        });
        let (position, triangle) = section.after(metres)?;
        self.spot(triangle, position)
    }

    /// The way along the skin from one spot to another in the plane across `across`; of the two ways round,
    /// the one whose middle lies farther toward `by`, unless it is so much longer that nobody can mean it: round a
    /// whole body instead of round a head. None if the plane's skin does not join them.
    pub fn way(&self, from: &Spot, to: &Spot, across: Vec3, by: Vec3) -> Option<Section> {
        let straight = to.position - from.position;
        let middle = |s: &Section| s.after(s.length() * 0.5).map_or(f32::NEG_INFINITY, |(p, _)| p.dot(by));
        let ways: Vec<Section> = [straight, -straight]
            .into_iter()
            .filter_map(|heading| self.way_heading(from, to, across, heading))
            .collect();
        let shortest = ways.iter().map(Section::length).fold(f32::INFINITY, f32::min);
        ways.into_iter()
            .filter(|way| way.length() <= shortest * MOST_ROUNDABOUT)
            .max_by(|a, b| middle(a).total_cmp(&middle(b)))
    }

    /// The way along the skin from one spot to another, setting off toward `heading`.
    pub fn way_heading(&self, from: &Spot, to: &Spot, across: Vec3, heading: Vec3) -> Option<Section> {
        if from.triangle == to.triangle {
            return Some(Section {
                corners: vec![from.position, to.position],
                triangles: vec![from.triangle; 2],
                closed: false,
            });
        }
        // The spot itself may lie a hair beside the plane, so its neighbours count as arrival too.
        let arrival = self.face(to.triangle).map(|f| f.across).unwrap_or_default();
        let near = |t: u32| t == to.triangle || arrival.contains(&Some(t));
        let mut section = self.section(from, across, heading, |_, t| near(t));
        let arrived = section.triangles.last().is_some_and(|t| near(*t)) && !section.closed;
        if !arrived {
            return None;
        }
        if let (Some(corner), Some(triangle)) = (section.corners.last_mut(), section.triangles.last_mut()) {
            *corner = to.position;
            *triangle = to.triangle;
        }
        Some(section)
    }
}

/// The edges of a triangle that a plane crosses (two or none), and where.
fn crossings(face: &Face, origin: Vec3, across: Vec3) -> impl Iterator<Item = (usize, Vec3)> {
    let [a, b, c] = face.corners;
    [(a, b), (b, c), (c, a)].into_iter().enumerate().filter_map(move |(edge, (p, q))| {
        // Both triangles of an edge ask the same question of the same numbers, so a walk cannot get lost.
        let (d, e) = ((p - origin).dot(across), (q - origin).dot(across));
        ((d >= 0.0) != (e >= 0.0)).then(|| (edge, p.lerp(q, d / (d - e))))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::ball;
    use super::*;

    #[test]
    fn a_tape_round_the_ball_is_as_long_as_its_girth() {
        let ball = Surface::new(&ball());
        let start = ball.closest(Vec3::new(0.0, 0.01, 1.0)).unwrap();
        for across in [Vec3::Y, Vec3::X, Vec3::new(1.0, 1.0, 0.0)] {
            let round = ball.section(&start, across, Vec3::X, |_, _| false);
            assert!(round.closed, "{across}");
            assert!((round.length() - std::f32::consts::TAU).abs() < 0.02, "{across}: {}", round.length());
            assert!(round.centre().unwrap().length() < 0.05);
        }
    }

    #[test]
    fn a_walk_goes_as_far_as_it_is_told_and_stays_in_its_plane() {
        let ball = Surface::new(&ball());
        let start = ball.closest(Vec3::new(0.0, 0.3, 1.0)).unwrap();
        for metres in [0.0, 0.01, 0.5, 2.0] {
            let end = ball.walk(&start, Vec3::Y, Vec3::X, metres).unwrap();
            assert!((end.position.y - start.position.y).abs() < 1e-3);
            assert!(end.position.x >= 0.0);
            let radius = start.position.with_y(0.0).length();
            let turned = end.position.with_y(0.0).angle_between(start.position.with_y(0.0)) * radius;
            assert!((turned - metres).abs() < 0.02, "{metres}: {turned}");
        }
        assert!(ball.walk(&start, Vec3::Y, Vec3::X, f32::NAN).is_none());
        assert!(ball.walk(&start, Vec3::Y, Vec3::X, 100.0).is_none(), "once round is enough");
    }

    #[test]
    fn of_two_ways_round_the_view_decides() {
        let ball = Surface::new(&ball());
        let front = ball.closest(Vec3::new(0.0, 0.3, 1.0)).unwrap();
        let back = ball.closest(Vec3::new(0.0, 0.3, -1.0)).unwrap();
        let over = ball.way(&front, &back, Vec3::X, Vec3::Y).unwrap();
        let under = ball.way(&front, &back, Vec3::X, Vec3::NEG_Y).unwrap();
        assert!(over.after(over.length() * 0.5).unwrap().0.y > 0.9);
        assert!(under.after(under.length() * 0.5).unwrap().0.y < -0.9);
        assert!(over.length() < under.length());
    }

    #[test]
    fn a_start_on_a_vertex_or_an_edge_is_no_trap() {
        let mesh = ball();
        let ball = Surface::new(&mesh);
        for vertex in mesh.positions.iter().step_by(7) {
            let start = ball.closest(*vertex).unwrap();
            for across in [Vec3::X, Vec3::Y, Vec3::Z] {
                let heading = across.cross(start.normal);
                if heading.length() > 0.2 {
                    let end = ball.walk(&start, across, heading, 0.05);
                    assert!(end.is_some(), "{vertex} {across}");
                }
            }
        }
    }
}
