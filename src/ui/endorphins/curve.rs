//! Curves: smooth lines through a few places, and places along them.

use eframe::egui::{Pos2, Vec2, pos2, vec2};

use crate::body::straighten::{beside, needed};

/// How many pieces each stretch between two places gets.
const PIECES: u8 = 6;
/// How far a line may lie from where it should, in points: less than the eye can tell.
const OFF: f32 = 0.15;

/// Places given as pairs of numbers.
pub(super) fn places(of: &[(f32, f32)]) -> Vec<Pos2> {
    of.iter().map(|&(x, y)| pos2(x, y)).collect()
}

/// A smooth line through places (Catmull–Rom).
pub(super) fn smooth(through: &[Pos2]) -> Vec<Pos2> {
    let Some(&last) = through.last() else { return Vec::new() };
    let place = |i: isize| through[i.clamp(0, through.len() as isize - 1) as usize];
    let mut line = Vec::with_capacity(through.len() * usize::from(PIECES) + 1);
    for i in 0..through.len() as isize - 1 {
        let near = [place(i - 1), place(i), place(i + 1), place(i + 2)];
        line.extend((0..PIECES).map(|step| between(near, f32::from(step) / f32::from(PIECES))));
    }
    line.push(last);
    line
}

/// A line on screen, with no more corners than the eye needs.
pub(super) fn few(line: &[Pos2]) -> Vec<Pos2> {
    let off = |from: usize, to: usize, i: usize| beside(line[from].into(), line[to].into(), line[i].into()).1 / OFF;
    needed(line.len(), off).into_iter().map(|i| line[i]).collect()
}

/// A smooth closed line round places; the first place is not repeated.
pub(super) fn round(through: &[Pos2]) -> Vec<Pos2> {
    let count = through.len() as isize;
    if count < 3 {
        return through.to_vec();
    }
    let place = |i: isize| through[i.rem_euclid(count) as usize];
    let each = (0..count).flat_map(|i| {
        let near = [place(i - 1), place(i), place(i + 1), place(i + 2)];
        (0..PIECES).map(move |step| between(near, f32::from(step) / f32::from(PIECES)))
    });
    each.collect()
}

/// A place between the second and the third of four.
fn between([a, b, c, d]: [Pos2; 4], t: f32) -> Pos2 {
    let [a, b, c, d] = [a, b, c, d].map(Pos2::to_vec2);
    let bend = 0.5 * (b * 2.0 + (c - a) * t + (a * 2.0 - b * 5.0 + c * 4.0 - d) * t * t);
    (bend + 0.5 * (b * 3.0 - a - c * 3.0 + d) * t * t * t).to_pos2()
}

/// A line with its length, to walk along.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    line: Vec<Pos2>,
    /// How far along each place lies.
    far: Vec<f32>,
}

impl Path {
    /// Measures a line.
    pub(super) fn new(line: Vec<Pos2>) -> Self {
        let mut far = Vec::with_capacity(line.len());
        let mut length = 0.0;
        for (i, at) in line.iter().enumerate() {
            if i > 0 {
                length += line[i - 1].distance(*at);
            }
            far.push(length);
        }
        Self { line, far }
    }

    /// A smooth path through places.
    pub(super) fn through(places: &[Pos2]) -> Self {
        Self::new(smooth(places))
    }

    /// Its places.
    pub(super) fn line(&self) -> &[Pos2] {
        &self.line
    }

    /// How long it is.
    pub(super) fn length(&self) -> f32 {
        self.far.last().copied().unwrap_or(0.0)
    }

    /// Where one is after a distance, and which way it goes there.
    pub(super) fn at(&self, far: f32) -> (Pos2, Vec2) {
        let next = self.far.partition_point(|&f| f < far).clamp(1, self.far.len().max(2) - 1);
        let (Some(&a), Some(&b)) = (self.line.get(next - 1), self.line.get(next)) else {
            return (self.line.first().copied().unwrap_or_default(), vec2(0.0, -1.0));
        };
        let step = (self.far[next] - self.far[next - 1]).max(1e-6);
        let t = ((far - self.far[next - 1]) / step).clamp(0.0, 1.0);
        (a + (b - a) * t, (b - a).normalized())
    }

    /// The same line moved sideways, to its own right by some points.
    pub(super) fn beside(&self, by: f32) -> Self {
        let moved = self.far.iter().map(|&far| {
            let (at, along) = self.at(far);
            at + vec2(-along.y, along.x) * by
        });
        Self::new(moved.collect())
    }

    /// A part of the line between two distances.
    pub(super) fn part(&self, from: f32, to: f32) -> Vec<Pos2> {
        let within = self.line.iter().zip(&self.far).filter(|(_, far)| **far > from && **far < to).map(|(at, _)| *at);
        std::iter::once(self.at(from).0).chain(within).chain([self.at(to).0]).collect()
    }
}

/// From 0 to 1, slow at both ends.
pub(super) fn ease(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smooth_line_goes_through_its_places() {
        let places = places(&[(0.0, 0.0), (1.0, 2.0), (3.0, 1.0)]);
        let line = smooth(&places);
        for place in &places {
            assert!(line.iter().any(|at| at.distance(*place) < 1e-4), "{place:?} lies on it");
        }
    }

    #[test]
    fn one_can_walk_along_a_path() {
        let path = Path::new(places(&[(0.0, 0.0), (4.0, 0.0), (4.0, 3.0)]));
        assert!((path.length() - 7.0).abs() < 1e-5);
        assert!(path.at(5.0).0.distance(pos2(4.0, 1.0)) < 1e-5);
        assert!(path.at(5.0).1.y > 0.99, "it goes down there");
        assert!(path.at(99.0).0.distance(pos2(4.0, 3.0)) < 1e-5, "nobody walks off its end");
        assert_eq!(path.part(3.0, 5.0).len(), 3);
    }

    #[test]
    fn a_path_without_places_is_walked_without_harm() {
        assert!(Path::new(Vec::new()).at(1.0).0.x.abs() < 1e-6);
        assert!(Path::new(vec![pos2(1.0, 1.0)]).at(1.0).0.x > 0.9);
    }
}
