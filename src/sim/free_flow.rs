//! The old picture of pain as a dammed flow, at the low back: needles beside the dam open it, each side for itself.
//!
//! The picture is the claim of tradition and of nobody else: see `docs/models/qi.md`.

use super::flow::{Course, Dam, Drift};
use crate::model::Side;

/// The points of the story, by their codes: one above the dam and one below.
pub const PLACES: [&str; 2] = ["BL23", "BL25"];
/// Seconds in which the flow finds its new state, as a time constant.
const EASING: f32 = 0.9;
/// Nearer than this to where it is going, it is there.
const THERE: f32 = 0.01;
/// What still drifts up to a closed dam, as a share of a free flow.
const UP_TO_DAM: f32 = 0.3;
/// After something changed, drops drift for so many seconds.
const SHOWN: f32 = 8.0;

/// How it stands with the flow on one side.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// No needle: nothing passes.
    Dammed,
    /// One needle: a little passes.
    Seeping,
    /// Both needles: all passes.
    Open,
}

/// One side of the low back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Half {
    needles: [bool; 2],
    through: f32,
    drift: Drift,
}

impl Half {
    /// Whether a needle is at a place, by its number in [`PLACES`].
    pub fn has_needle(&self, place: usize) -> bool {
        self.needles.get(place).copied().unwrap_or(false)
    }

    /// How many needles are in.
    pub fn needles(&self) -> usize {
        self.needles.iter().filter(|n| **n).count()
    }

    /// What passes the dam now: from 0, nothing, to 1, all. It eases towards what the needles let through.
    pub fn through(&self) -> f32 {
        self.through
    }

    /// How much is held back before the dam: from 0 to 1. What does not pass is held back, so the two make one.
    pub fn held_back(&self) -> f32 {
        1.0 - self.through
    }

    /// How far the drops have come, in points, as [`Drift::phase`].
    pub fn phase(&self) -> f32 {
        self.drift.phase()
    }

    /// How it stands, whatever still eases.
    pub fn state(&self) -> State {
        match self.needles() {
            0 => State::Dammed,
            1 => State::Seeping,
            _ => State::Open,
        }
    }

    /// The course of the flow along a line that the dam crosses at a place.
    pub fn course(&self, dam_at: f32) -> Course {
        Course::dammed(self.phase(), Dam { at: dam_at, through: self.through })
    }

    fn goal(&self) -> f32 {
        match self.state() {
            State::Dammed => 0.0,
            State::Seeping => 0.4,
            State::Open => 1.0,
        }
    }

    fn is_easing(&self) -> bool {
        (self.goal() - self.through).abs() > f32::EPSILON
    }

    fn step(&mut self, dt: f32) {
        let goal = self.goal();
        self.through += (goal - self.through) * (1.0 - (-dt.max(0.0) / EASING).exp());
        if (goal - self.through).abs() < THERE {
            self.through = goal;
        }
        self.drift.step_at(UP_TO_DAM + (1.0 - UP_TO_DAM) * self.through, dt);
    }

    fn settle(&mut self) {
        self.through = self.goal();
        self.drift.rest();
    }
}

/// Both sides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FreeFlow {
    left: Half,
    right: Half,
}

impl FreeFlow {
    /// One side; the midline has none of its own and shows the left.
    pub fn half(&self, side: Side) -> &Half {
        match side {
            Side::Left | Side::Midline => &self.left,
            Side::Right => &self.right,
        }
    }

    fn half_mut(&mut self, side: Side) -> &mut Half {
        match side {
            Side::Left | Side::Midline => &mut self.left,
            Side::Right => &mut self.right,
        }
    }

    /// Puts a needle in at a place of [`PLACES`], or takes it out again.
    pub fn toggle(&mut self, side: Side, place: usize) {
        let half = self.half_mut(side);
        if let Some(needle) = half.needles.get_mut(place) {
            *needle = !*needle;
        }
        half.drift.run(SHOWN);
    }

    /// Puts in both needles of a side.
    pub fn place_both(&mut self, side: Side) {
        let half = self.half_mut(side);
        half.needles = [true; 2];
        half.drift.run(SHOWN);
    }

    /// Takes out all needles: the flow is dammed as at the beginning.
    pub fn start_over(&mut self) {
        *self = Self::default();
        self.show();
    }

    /// Whether a needle is in anywhere.
    pub fn has_any(&self) -> bool {
        self.left.needles() + self.right.needles() > 0
    }

    /// Lets the drops drift for a while, so that one sees which way they go.
    pub fn show(&mut self) {
        self.left.drift.run(SHOWN);
        self.right.drift.run(SHOWN);
    }

    /// Whether anything moves.
    pub fn moves(&self) -> bool {
        [&self.left, &self.right].iter().any(|half| half.drift.moves() || half.is_easing())
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f32) {
        self.left.step(dt);
        self.right.step(dt);
    }

    /// Goes at once to where it was going, and stands: for a pause, and for those who want no motion.
    pub fn settle(&mut self) {
        self.left.settle();
        self.right.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rested(mut flow: FreeFlow) -> FreeFlow {
        let mut steps = 0;
        while flow.moves() {
            flow.step(1.0 / 30.0);
            steps += 1;
            assert!(steps < 30 * 20, "it comes to rest within twenty seconds");
        }
        flow
    }

    #[test]
    fn needles_open_their_own_side_and_no_other() {
        let mut flow = FreeFlow::default();
        flow.toggle(Side::Right, 0);
        let one = rested(flow.clone());
        assert_eq!((one.half(Side::Right).state(), one.half(Side::Left).state()), (State::Seeping, State::Dammed));
        assert!(one.half(Side::Right).through() > 0.0 && one.half(Side::Right).through() < 1.0);
        flow.toggle(Side::Right, 1);
        let both = rested(flow);
        assert!((both.half(Side::Right).through() - 1.0).abs() < f32::EPSILON, "two needles let all through");
        assert!(both.half(Side::Left).through() < f32::EPSILON, "the other side stays dammed");
    }

    #[test]
    fn opening_takes_time_and_settling_takes_none() {
        let mut flow = FreeFlow::default();
        flow.place_both(Side::Left);
        assert!(flow.half(Side::Left).through() < f32::EPSILON);
        flow.step(0.1);
        let soon = flow.half(Side::Left).through();
        assert!(soon > 0.0 && soon < 0.3, "it eases: {soon}");
        flow.settle();
        assert!((flow.half(Side::Left).through() - 1.0).abs() < f32::EPSILON && !flow.moves());
        flow.start_over();
        assert!(!flow.has_any());
    }

    proptest! {
        /// Whatever is placed, in whatever order and however time passes: no flow is below nothing or above all, what
        /// does not pass is held back, and at rest only the needles count, not how they came there.
        #[test]
        fn only_the_needles_count(
            asked in proptest::collection::vec((any::<bool>(), 0usize..2, 0.0f32..2.0), 0..12),
        ) {
            let mut flow = FreeFlow::default();
            let mut wanted = [[false; 2]; 2];
            for (right, place, dt) in asked {
                flow.toggle(if right { Side::Right } else { Side::Left }, place);
                wanted[usize::from(right)][place] ^= true;
                flow.step(dt);
                for side in [Side::Left, Side::Right] {
                    let half = flow.half(side);
                    prop_assert!((0.0..=1.0).contains(&half.through()));
                    prop_assert!((half.through() + half.held_back() - 1.0).abs() < 1e-6);
                }
            }
            let flow = rested(flow);
            let mut anew = FreeFlow::default();
            for (side, places) in [Side::Left, Side::Right].into_iter().zip(wanted) {
                for place in (0..2).rev().filter(|&place| places[place]) {
                    anew.toggle(side, place);
                }
            }
            anew.settle();
            for side in [Side::Left, Side::Right] {
                prop_assert_eq!(flow.half(side).state(), anew.half(side).state());
                prop_assert!((flow.half(side).through() - anew.half(side).through()).abs() < 1e-6);
            }
        }
    }
}
