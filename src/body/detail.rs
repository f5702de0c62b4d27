//! Which markers are shown from how near: from afar only those that stand out, and all of them close by.
//!
//! A marker may be shown once every readier one is far enough from it on screen. The distance is measured on the body,
//! not on screen, so turning never makes a marker come or go: only zoom does.

mod tree;

use glam::Vec3;

use self::tree::Tree;
use super::figure::Marker;
use crate::model::Side;

/// Markers come when they would stand this far from readier ones, in points.
const APART: f32 = 13.0;
/// From this many points a metre on all are shown, however close they lie: a hand then fills the screen.
pub const ALL_FROM: f32 = 2600.0;
/// A marker has grown to its full size when the view is closer by this factor than when it came.
const GROWN: f32 = 1.5;

/// From how near each marker of a choice is shown.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// The markers of the choice, the first to come first, with the scale from which each is shown.
    order: Vec<(f32, usize)>,
    /// The same by marker, infinite for those that were not chosen.
    from: Vec<f32>,
}

impl Detail {
    /// Weighs the markers that `admits` lets in against each other.
    pub fn new(markers: &[Marker], admits: impl Fn(&Marker) -> bool) -> Self {
        let mut ready: Vec<usize> = (0..markers.len()).filter(|&i| admits(&markers[i])).collect();
        ready.sort_by_key(|&i| (!markers[i].low_back, markers[i].rank, i));
        let mut tree = Tree::default();
        let mut from = vec![f32::INFINITY; markers.len()];
        // Both sides come together: the right one as the left one does.
        for &i in ready.iter().filter(|&&i| markers[i].key.side != Side::Right) {
            from[i] = scale_for(&markers[i], &mut tree);
        }
        for &i in ready.iter().filter(|&&i| markers[i].key.side == Side::Right) {
            let left = i.checked_sub(1).filter(|&l| is_pair(&markers[l], &markers[i]) && from[l].is_finite());
            from[i] = left.map_or_else(|| scale_for(&markers[i], &mut tree), |left| from[left]);
        }
        let mut order: Vec<(f32, usize)> = ready.into_iter().map(|i| (from[i], i)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        Self { order, from }
    }

    /// The markers that are shown at a scale, in points a metre.
    pub fn at(&self, scale: f32) -> impl Iterator<Item = usize> {
        let count = self.order.partition_point(|&(from, _)| from <= scale);
        self.order[..count].iter().map(|&(_, marker)| marker)
    }

    /// How far a marker has grown at a scale, from 0 when it comes to 1.
    pub fn grown(&self, marker: usize, scale: f32) -> f32 {
        let from = self.from.get(marker).copied().unwrap_or(0.0);
        if from <= 0.0 || !from.is_finite() { 1.0 } else { ((scale / from - 1.0) / (GROWN - 1.0)).clamp(0.0, 1.0) }
    }
}

/// Figures hold the left marker of a pair right before the right one.
fn is_pair(left: &Marker, right: &Marker) -> bool {
    left.key.side == Side::Left && left.key.code == right.key.code && left.key.number == right.key.number
}

/// The scale from which a marker is shown beside all that are readier.
fn scale_for(marker: &Marker, tree: &mut Tree) -> f32 {
    let at = Vec3::new(marker.position.x.abs(), marker.position.y, marker.position.z);
    let room = tree.nearest(at);
    tree.insert(at, room);
    if marker.low_back { 0.0 } else { (APART / room).min(ALL_FROM) }
}
