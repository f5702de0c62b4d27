//! The nearest of the places that were put in so far: a tree that parts space by height, breadth and depth in turn.

use glam::Vec3;

/// Places nearer than this to one that is there add nothing, and many of them would make a list of the tree. In metres.
const SAME: f32 = 1e-4;

/// Places to be asked for the nearest.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    at: Vec3,
    /// What lies before and behind the plane through the place, by index; itself stands for none.
    sides: [usize; 2],
}

impl Tree {
    /// How far the nearest place is; infinitely far where there is none.
    pub(super) fn nearest(&self, at: Vec3) -> f32 {
        let mut best = f32::INFINITY;
        let mut open = vec![(0, 0, 0.0)];
        while let Some((index, depth, gap)) = open.pop() {
            let Some(node) = self.nodes.get(index).filter(|_| gap < best) else { continue };
            best = best.min(node.at.distance(at));
            let ahead = at[axis(depth)] - node.at[axis(depth)];
            let near = usize::from(ahead >= 0.0);
            for (side, gap) in [(1 - near, ahead.abs()), (near, 0.0)] {
                if node.sides[side] != index {
                    open.push((node.sides[side], depth + 1, gap));
                }
            }
        }
        best
    }

    /// Puts a place in, whose nearest one is `room` away.
    pub(super) fn insert(&mut self, at: Vec3, room: f32) {
        if room < SAME {
            return;
        }
        let new = self.nodes.len();
        let (mut index, mut depth) = (0, 0);
        while let Some(node) = self.nodes.get_mut(index) {
            let side = usize::from(at[axis(depth)] >= node.at[axis(depth)]);
            let next = node.sides[side];
            if next == index {
                node.sides[side] = new;
                break;
            }
            (index, depth) = (next, depth + 1);
        }
        self.nodes.push(Node { at, sides: [new, new] });
    }
}

/// Bodies are tall: height parts best.
fn axis(depth: usize) -> usize {
    [1, 0, 2][depth % 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_knows_the_nearest(places in prop::collection::vec((-1.0f32..1.0, 0.0f32..2.0, -0.3f32..0.3), 1..200)) {
            let places: Vec<Vec3> = places.into_iter().map(Vec3::from).collect();
            let mut tree = Tree::default();
            for (i, &at) in places.iter().enumerate() {
                let nearest = places[..i].iter().map(|p| p.distance(at)).fold(f32::INFINITY, f32::min);
                let found = tree.nearest(at);
                prop_assert!(found.total_cmp(&nearest).is_eq() || (found - nearest).abs() <= SAME, "{found} is not {nearest}");
                tree.insert(at, found);
            }
        }
    }
}
