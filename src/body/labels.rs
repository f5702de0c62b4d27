//! Where the names of points stand beside the body, so that none overlaps another.
//!
//! Names stand in two columns, left and right of their points, sorted by height. A name that finds no room gives way
//! by rank. What was shown before stays as long as it can, so that names do not flicker while the body turns.

mod column;

use glam::Vec2;

use super::camera::Area;
use column::Column;

/// A point that would like its name shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Who asks: the caller's own index.
    pub id: usize,
    /// Where the point is on screen.
    pub at: Vec2,
    /// How large its name is.
    pub size: Vec2,
    /// Which names go first.
    pub tier: Tier,
    /// Within a tier, lower goes first.
    pub rank: u32,
    /// Whether the name stands on the left.
    pub left: bool,
}

/// Which names go first. A name that is shown gives way only to one of a better tier.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Tier {
    /// It must be shown even where it hides a marker: the chosen point's name.
    Wanted,
    /// A point of most use in low back pain.
    Large,
    /// Any other.
    Small,
}

/// A name with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Who asked.
    pub id: usize,
    /// Its top left corner.
    pub corner: Vec2,
    /// How large it is.
    pub size: Vec2,
    /// Where its leader begins, beside the name.
    pub from: Vec2,
    /// The point that it names.
    pub to: Vec2,
    /// Whether it stands on the left.
    pub left: bool,
    /// How it asked to be shown.
    tier: Tier,
}

impl Label {
    /// Whether it must be shown: the name of the point that is chosen or pointed at.
    pub fn is_wanted(&self) -> bool {
        self.tier == Tier::Wanted
    }

    /// Whether two names share a place.
    pub fn overlaps(&self, other: &Self) -> bool {
        let gap = (self.corner - other.corner).abs();
        let size = Vec2::select(self.corner.cmple(other.corner), self.size, other.size);
        gap.x < size.x && gap.y < size.y
    }
}

/// A rectangle on the stage that names must leave free, such as a button: top left corner and size.
pub type Taken = (Vec2, Vec2);

/// A marker that names should not hide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Where it is on screen.
    pub at: Vec2,
    /// Whether it is shown large.
    pub large: bool,
}

/// What names are placed on.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// The area the body is drawn in.
    pub area: Area,
    /// What names must leave free: controls.
    pub taken: &'a [Taken],
    /// What names should not hide.
    pub marks: &'a [Mark],
    /// The least distance from line to line.
    pub spacing: f32,
    /// The names that were shown in the picture before this one; none after a leap.
    pub before: &'a [Label],
}

/// How many points a name may stray over the middle before it changes sides.
const STRAY: f32 = 48.0;

/// On which side of a line a name stands: where it stood, unless its point has strayed far over.
pub fn is_left(id: usize, x: f32, middle: f32, before: &[Label]) -> bool {
    match before.iter().find(|label| label.id == id) {
        Some(label) if label.left => x < middle + STRAY,
        Some(_) => x < middle - STRAY,
        None => x < middle,
    }
}

/// Of the wishes on each side the `most` that go first.
pub fn choose(mut wishes: Vec<Wish>, most: usize, before: &[Label]) -> Vec<Wish> {
    wishes.sort_by_key(|w| (w.tier, !is_kept(w.id, before), w.rank, w.id));
    let mut counts = [0; 2];
    wishes.retain(|w| {
        let count = &mut counts[usize::from(w.left)];
        *count += 1;
        *count <= most
    });
    wishes
}

fn is_kept(id: usize, before: &[Label]) -> bool {
    before.iter().any(|label| label.id == id)
}

/// Places as many names as there is room for; those that come first in `wishes` go first.
pub fn place(wishes: &[Wish], stage: &Stage<'_>) -> Vec<Label> {
    let (left, right): (Vec<Wish>, Vec<Wish>) = wishes.iter().partition(|w| w.left);
    let mut labels = Column::new(left, stage, true).clear();
    for label in Column::new(right, stage, false).clear() {
        // Columns only meet on a very narrow stage; there the right one gives way.
        if !labels.iter().any(|other| label.overlaps(other)) {
            labels.push(label);
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AREA: Area = Area { centre: Vec2::new(400.0, 300.0), size: Vec2::new(800.0, 600.0) };

    fn stage(taken: &[Taken]) -> Stage<'_> {
        Stage { area: AREA, taken, marks: &[], spacing: 28.0, before: &[] }
    }

    fn wish(id: usize, x: f32, y: f32, left: bool) -> Wish {
        let (at, size) = (Vec2::new(x, y), Vec2::new(120.0, 20.0));
        Wish { id, at, size, tier: Tier::Small, rank: id as u32, left }
    }

    #[test]
    fn names_of_points_at_one_height_stand_below_each_other() {
        let labels = place(&[wish(0, 400.0, 300.0, false), wish(1, 410.0, 300.0, false)], &stage(&[]));
        assert_eq!(labels.len(), 2, "both find room");
        assert!((labels[0].corner.y - labels[1].corner.y).abs() >= 28.0, "one stands below the other: {labels:?}");
    }

    #[test]
    fn a_button_keeps_its_place() {
        let button = (Vec2::new(300.0, 280.0), Vec2::new(500.0, 320.0));
        let labels = place(&[wish(0, 400.0, 300.0, false)], &stage(&[button]));
        assert!(labels[0].corner.y + 20.0 <= 280.0, "the name stands above the button: {labels:?}");
    }

    #[test]
    fn a_name_stands_farther_off_rather_than_on_a_marker() {
        let marks = [Mark { at: Vec2::new(480.0, 300.0), large: false }];
        let labels = place(&[wish(0, 400.0, 300.0, false)], &Stage { marks: &marks, ..stage(&[]) });
        assert!(labels[0].corner.x > 490.0, "the name stands beyond the marker: {labels:?}");
    }

    #[test]
    fn a_name_stays_where_it_is_while_its_point_moves_a_little() {
        let before = place(&[wish(0, 400.0, 300.0, false)], &stage(&[]));
        let after = place(&[wish(0, 425.0, 300.0, false)], &Stage { before: &before, ..stage(&[]) });
        assert_eq!(before[0].corner, after[0].corner, "the leader follows, the name stays");
        let far = place(&[wish(0, 600.0, 300.0, false)], &Stage { before: &before, ..stage(&[]) });
        assert!(far[0].corner.x > 610.0, "it gives way to its own point: {far:?}");
    }

    #[test]
    fn a_name_that_is_there_gives_way_only_to_a_better_one() {
        let shown = place(&[wish(9, 400.0, 300.0, true)], &stage(&[]));
        let rivals = vec![wish(1, 400.0, 200.0, true), wish(9, 400.0, 300.0, true)];
        let first = |wishes: Vec<Wish>, before: &[Label]| choose(wishes, 1, before)[0].id;
        assert_eq!(first(rivals.clone(), &[]), 1, "by rank at first");
        assert_eq!(first(rivals.clone(), &shown), 9, "what is there stays");
        let better = vec![Wish { tier: Tier::Large, ..rivals[0] }, rivals[1]];
        assert_eq!(first(better, &shown), 1, "a point of the low back goes before");
    }

    #[test]
    fn a_name_changes_sides_only_when_its_point_has_strayed() {
        let shown = place(&[wish(0, 390.0, 300.0, true)], &stage(&[]));
        for (x, left) in [(390.0, true), (420.0, true), (460.0, false)] {
            assert_eq!(is_left(0, x, 400.0, &shown), left, "at {x}");
        }
        assert!(!is_left(1, 420.0, 400.0, &shown), "a new name stands on its own side");
    }

    proptest! {
        #[test]
        fn no_two_names_overlap_and_all_stay_inside(
            points in prop::collection::vec((0.0f32..800.0, 0.0f32..600.0, any::<bool>(), 40.0f32..260.0), 0..40),
            moved in (-60.0f32..60.0, -30.0f32..30.0),
            spacing in 24.0f32..64.0,
        ) {
            let wishes = |by: Vec2, before: &[Label]| {
                let all = points.iter().enumerate().map(|(id, &(x, y, left, width))| {
                    let tier = if id == 0 { Tier::Wanted } else { Tier::Small };
                    let (at, size) = (Vec2::new(x, y) + by, Vec2::new(width, 20.0));
                    Wish { id, at, size, tier, rank: (id % 7) as u32, left }
                });
                choose(all.collect(), 8, before)
            };
            let first = place(&wishes(Vec2::ZERO, &[]), &Stage { spacing, ..stage(&[]) });
            let again = place(&wishes(Vec2::ZERO, &first), &Stage { spacing, before: &first, ..stage(&[]) });
            // Rounding may move a leader by less than anyone can see.
            let same = |(a, b): (&Label, &Label)| {
                a.id == b.id && a.left == b.left && a.corner.distance(b.corner) < 0.01 && a.from.distance(b.from) < 0.01
            };
            prop_assert!(
                first.len() == again.len() && first.iter().zip(&again).all(same),
                "a picture that stands still stays as it is: {first:?} and {again:?}"
            );
            let next = place(&wishes(moved.into(), &first), &Stage { spacing, before: &first, ..stage(&[]) });
            for labels in [first, next] {
                for (i, a) in labels.iter().enumerate() {
                    prop_assert!(a.corner.x >= 0.0 && a.corner.x + a.size.x <= 800.0, "inside: {a:?}");
                    prop_assert!(a.corner.y >= 0.0 && a.corner.y + a.size.y <= 600.0, "inside: {a:?}");
                    for b in &labels[i + 1..] {
                        prop_assert!(!a.overlaps(b), "{a:?} overlaps {b:?}");
                    }
                }
            }
        }
    }
}
