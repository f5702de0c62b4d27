//! Where the names of points stand beside a picture, so that no two overlap and no two leaders cross.

use glam::Vec2;

use crate::body::camera::Area;
use crate::body::labels::{self, Stage, Tier, Wish};
use crate::body::straighten::beside;

/// A point on the picture that wants its name beside it. It has one place, or one on each side of the body.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Places in the picture, in pixels.
    pub places: Vec<Vec2>,
}

/// A name's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Which of the named.
    pub id: usize,
    /// Which of its places the leader goes to.
    pub place: usize,
    /// Whether it stands left of the picture.
    pub left: bool,
    /// Its middle height.
    pub y: f32,
    /// Where its leader begins.
    pub from: Vec2,
    /// Where it ends: the point.
    pub to: Vec2,
}

/// What is farther than this from a leader is not hidden by it.
const CLEAR: f32 = 10.0;
/// The least distance from name to name, and the distance where there is room.
const SPACING: (f32, f32) = (21.0, 30.0);

/// Gives every name a place left or right of the picture, `size` large, and leads it to its point, past as many of the
/// `marks` that stand in the picture as can be.
pub(super) fn place(named: &[Named], marks: &[Vec2], size: Vec2) -> Vec<Label> {
    let sides = sides(named, size.x);
    let mut labels = Vec::new();
    for left in [true, false] {
        labels.extend(column(named, &sides, left, size));
    }
    untangle(&mut labels, marks);
    uncross(&mut labels);
    nudge(&mut labels, marks, size.y);
    labels
}

/// For each name, which of its places it is led to and whether it stands on the left.
fn sides(named: &[Named], width: f32) -> Vec<(usize, bool)> {
    let middle = width * 0.5;
    let mut chosen = vec![(0, true); named.len()];
    // Points that lie on both sides: the outer ones are named on the left, where nothing lies in the leader's way,
    // the inner ones on the right.
    let mut both: Vec<usize> = (0..named.len()).filter(|&i| named[i].places.len() > 1).collect();
    let off = |i: usize, left: bool| {
        let places = named[i].places.iter().enumerate();
        let outermost = if left {
            places.min_by(|a, b| a.1.x.total_cmp(&b.1.x))
        } else {
            places.max_by(|a, b| a.1.x.total_cmp(&b.1.x))
        };
        outermost.map_or(0, |(at, _)| at)
    };
    let reach = |i: usize| named[i].places.iter().map(|p| (p.x - middle).abs()).fold(0.0, f32::max);
    both.sort_by(|&a, &b| reach(b).total_cmp(&reach(a)).then(a.cmp(&b)));
    let mut singles: Vec<usize> = (0..named.len()).filter(|&i| named[i].places.len() == 1).collect();
    singles.sort_by(|&a, &b| named[a].places[0].x.total_cmp(&named[b].places[0].x).then(a.cmp(&b)));
    let half = named.len().div_ceil(2);
    if both.is_empty() {
        for (rank, &i) in singles.iter().enumerate() {
            chosen[i] = (0, rank < half);
        }
        return chosen;
    }
    let outer = both.len().min(half);
    for (rank, &i) in both.iter().enumerate() {
        chosen[i] = (off(i, rank < outer), rank < outer);
    }
    let mut room_left = half.saturating_sub(outer);
    for &i in &singles {
        let x = named[i].places[0].x;
        let left = if (x - middle).abs() < 40.0 { room_left > 0 } else { x < middle };
        room_left = room_left.saturating_sub(usize::from(left));
        chosen[i] = (0, left);
    }
    chosen
}

fn column(named: &[Named], sides: &[(usize, bool)], left: bool, size: Vec2) -> Vec<Label> {
    // The names stand in a strip of their own beside the picture; the strip is the area given to the placing of names.
    const STRIP: f32 = 400.0;
    let wishes: Vec<Wish> = (0..named.len())
        .filter(|&i| sides[i].1 == left)
        .map(|id| {
            let y = named[id].places[sides[id].0].y.clamp(1.0, size.y - 1.0);
            Wish {
                id,
                at: Vec2::new(STRIP * 0.5, y),
                size: Vec2::new(100.0, SPACING.0),
                tier: Tier::Wanted,
                rank: id as u32,
                left,
            }
        })
        .collect();
    let spacing = ((size.y - 25.0) / wishes.len().max(1) as f32).clamp(SPACING.0, SPACING.1);
    let area = Area { centre: Vec2::new(STRIP * 0.5, size.y * 0.5), size: Vec2::new(STRIP, size.y) };
    let stage = Stage { area, taken: &[], marks: &[], spacing, before: &[] };
    let label = |l: labels::Label| {
        let place = sides[l.id].0;
        let from = Vec2::new(if left { 0.0 } else { size.x }, l.from.y);
        Label { id: l.id, place, left, y: l.from.y, from, to: named[l.id].places[place] }
    };
    labels::place(&wishes, &stage).into_iter().map(label).collect()
}

/// Swaps names within their column until no leader crosses another, and as few as can be run over a point.
fn untangle(labels: &mut [Label], marks: &[Vec2]) {
    for _ in 0..60 {
        let mut calm = true;
        for a in 0..labels.len() {
            for b in a + 1..labels.len() {
                if labels[a].left != labels[b].left {
                    continue;
                }
                let before = cost(labels, a, b, marks);
                swap(labels, a, b);
                if cost(labels, a, b, marks) < before - 0.01 {
                    calm = false;
                } else {
                    swap(labels, a, b);
                }
            }
        }
        if calm {
            break;
        }
    }
}

/// Takes out the crossings that untangling got stuck with. Two leaders that cross are together longer than the same two
/// swapped, so the sum of all lengths falls with every swap, and this ends.
fn uncross(labels: &mut [Label]) {
    let pairs = |labels: &[Label]| {
        let each = (0..labels.len()).flat_map(|a| (a + 1..labels.len()).map(move |b| (a, b)));
        each.into_iter().find(|&(a, b)| labels[a].left == labels[b].left && crosses(&labels[a], &labels[b]))
    };
    // Rounding may not keep the promise; a bound does.
    for _ in 0..10_000 {
        let Some((a, b)) = pairs(labels) else { break };
        swap(labels, a, b);
    }
}

/// Moves names up or down in the room they have, where their leaders then run over fewer points.
fn nudge(labels: &mut [Label], marks: &[Vec2], height: f32) {
    for _ in 0..4 {
        for at in 0..labels.len() {
            let now = labels[at];
            let fits = |moved: &Label| {
                let clear = |other: &Label| {
                    other.left != moved.left || (other.y - moved.y).abs() >= SPACING.0 && !crosses(other, moved)
                };
                let edge = SPACING.0 * 0.5;
                (edge..=height - edge).contains(&moved.y)
                    && labels.iter().enumerate().all(|(i, other)| i == at || clear(other))
            };
            let best = (-24..=24_i8)
                .map(|step| now.y + f32::from(step) * 6.0)
                .map(|y| Label { y, from: Vec2::new(now.from.x, y), ..now })
                .filter(fits)
                .min_by(|a, b| burden(a, marks).total_cmp(&burden(b, marks)));
            if let Some(best) = best.filter(|best| burden(best, marks) < burden(&now, marks) - 0.01) {
                labels[at] = best;
            }
        }
    }
}

fn swap(labels: &mut [Label], a: usize, b: usize) {
    let (y, from) = (labels[a].y, labels[a].from);
    (labels[a].y, labels[a].from) = (labels[b].y, labels[b].from);
    (labels[b].y, labels[b].from) = (y, from);
}

/// How ill two leaders lie: crossings count most, then points they run over, then their length.
fn cost(labels: &[Label], a: usize, b: usize, marks: &[Vec2]) -> f32 {
    let mut sum = 0.0;
    for one in [a, b] {
        let leader = &labels[one];
        sum += burden(leader, marks);
        let others = labels.iter().enumerate().filter(|(i, _)| *i != one);
        sum += others.filter(|(_, other)| crosses(leader, other)).count() as f32 * 4_000.0;
    }
    sum
}

/// How ill one leader lies by itself: the points it runs over, then its length.
fn burden(leader: &Label, marks: &[Vec2]) -> f32 {
    let over = |mark: &&Vec2| mark.distance(leader.to) > 1.0 && off(**mark, leader.from, leader.to) < CLEAR;
    let points = marks.iter().filter(over).map(|m| 12.0 * (CLEAR - off(*m, leader.from, leader.to)) + 30.0);
    points.sum::<f32>() + leader.from.distance(leader.to) * 0.5
}

/// How far a place is from a leader.
fn off(place: Vec2, from: Vec2, to: Vec2) -> f32 {
    beside(from.into(), to.into(), place.into()).1
}

/// Whether two leaders cross. Two that lead to one place meet there and do not cross.
pub fn crosses(a: &Label, b: &Label) -> bool {
    let side = |p: Vec2, q: Vec2, r: Vec2| (q - p).perp_dot(r - p);
    let (s, t) = (side(a.from, a.to, b.from), side(a.from, a.to, b.to));
    let (u, v) = (side(b.from, b.to, a.from), side(b.from, b.to, a.to));
    s * t < 0.0 && u * v < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_keep_apart_and_leaders_do_not_cross(
            points in prop::collection::vec((30.0f32..670.0, 30.0f32..790.0), 1..30),
        ) {
            let marks: Vec<Vec2> = points.iter().map(|&(x, y)| Vec2::new(x, y)).collect();
            let named: Vec<Named> = marks.iter().map(|&at| Named { places: vec![at] }).collect();
            let labels = place(&named, &marks, Vec2::new(700.0, 820.0));
            prop_assert_eq!(labels.len(), named.len(), "every point has its name");
            for (i, a) in labels.iter().enumerate() {
                for b in &labels[i + 1..] {
                    prop_assert!(a.left != b.left || (a.y - b.y).abs() >= SPACING.0 - 0.01, "{a:?} on {b:?}");
                    prop_assert!(!crosses(a, b), "{a:?} crosses {b:?}");
                }
            }
        }
    }
}
