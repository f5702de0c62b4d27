//! A pen stroke, with no more places than the eye needs: a plan with many of them can still be kept and read again.

use super::{Planning, Tool};
use crate::body::straighten::{beside, needed};
use crate::model::FigureId;
use crate::plan::{Drawing, Edit, Mark, Skin};

/// So far a line may be off, in metres: less than a pen is wide, seen from as near as one can come.
const SLACK: f32 = 0.000_3;
/// Two places of a line are never further apart than this, in metres, if they were not before: each is hidden or seen by
/// itself.
const GAP: f32 = 0.005;

impl Planning {
    /// The pen is on the skin of a figure here. A line does not end under it, however long it is.
    pub(super) fn pen_at(&mut self, figure: FigureId, skin: Skin) {
        let (on, places) = self.stroke.get_or_insert_with(|| (figure, Vec::new()));
        if *on == figure {
            if places.len() >= Drawing::LONGEST_STROKE {
                *places = thinned(places, Drawing::LONGEST_STROKE / 2);
            }
            places.push(skin);
        }
    }

    /// The pen was lifted.
    pub(super) fn pen_up(&mut self) {
        let Some((on, places)) = self.stroke.take() else { return };
        if let Tool::Pen(ink) = self.tool {
            let places = thinned(&places, Drawing::LONGEST_STROKE);
            self.edit(Edit::Draw(self.plan().drawings.len(), Drawing { on, mark: Mark::Stroke(ink, places) }));
        }
    }
}

/// A stroke without the places that nobody would miss, and with at most so many. Its two ends stay.
fn thinned(places: &[Skin], most: usize) -> Vec<Skin> {
    let (mut slack, mut gap) = (SLACK, GAP);
    loop {
        let kept = needed(places.len(), |from, to, i| {
            let [a, b, at] = [from, to, i].map(|i| places[i].at);
            let long = beside(a, a, b).1 > gap;
            // A long piece is parted in its middle, whatever it looks like.
            if long { 2.0 + (i - from).min(to - i) as f32 } else { beside(a, b, at).1 / slack }
        });
        if kept.len() <= most.max(2) {
            return kept.into_iter().map(|i| places[i]).collect();
        }
        (slack, gap) = (slack * 2.0, gap * 2.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn along(count: u16, at: impl Fn(f32) -> [f32; 3]) -> Vec<Skin> {
        let out = [0.0, 0.0, 1.0];
        (0..count).map(|i| Skin { at: at(f32::from(i)), out }).collect()
    }

    #[test]
    fn what_nobody_would_miss_goes_and_the_line_looks_the_same() {
        let circle = along(1000, |i| [(i * 0.006).cos() * 0.1, (i * 0.006).sin() * 0.1, 0.0]);
        let thin = thinned(&circle, 2000);
        assert!(thin.len() < 300, "{}", thin.len());
        assert_eq!((thin.first(), thin.last()), (circle.first(), circle.last()));
        for place in &circle {
            let off = thin.windows(2).map(|piece| beside(piece[0].at, piece[1].at, place.at).1);
            assert!(off.fold(f32::INFINITY, f32::min) <= SLACK);
        }
        assert!(thin.windows(2).all(|piece| beside(piece[0].at, piece[0].at, piece[1].at).1 <= GAP));
    }

    #[test]
    fn places_that_are_far_apart_stay_and_strange_ones_end() {
        let wide = along(20, |i| [i * 0.01, 0.0, 0.0]);
        assert_eq!(thinned(&wide, 2000), wide);
        assert_eq!(thinned(&wide, 5).len(), 5);
        assert_eq!(thinned(&wide[..1], 2000), wide[..1]);
        assert!(thinned(&along(50, |_| [f32::NAN; 3]), 2).len() <= 2);
        assert!(thinned(&along(50, |i| [f32::INFINITY * (i - 20.0), 0.0, 0.0]), 2).len() <= 2);
    }
}
