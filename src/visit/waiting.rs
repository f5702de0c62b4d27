//! What the screen shows while nobody is there, as a function of the seconds that have passed: which way the body is
//! turned, whose skin it has, which caption is told, how far the picture has moved against burn-in.

use std::f32::consts::{PI, TAU};

use crate::model::SkinTone;
use crate::sim::flow::{Drift, SPACING, SPEED};

/// Seconds of one turn of the body.
const TURN: f64 = 48.0;
/// Seconds of one view where nothing may move.
const VIEW: f64 = 6.0;
/// How many views there are then.
const VIEWS: u32 = 4;
/// Seconds that a caption stays.
const CAPTION: f64 = 10.0;
/// The picture moves so many points a second…
const CREEP: f64 = 8.0 / 60.0;
/// …and so far to the side and down, before it turns round. Their ratio keeps it from coming back to the same place soon.
const REACH: (f64, f64) = (20.0, 12.0);
/// After so many seconds the light goes down…
const DUSK: f64 = 600.0;
/// …by so much.
const DIMMED: f32 = 0.45;
/// Seconds between two pictures of the turning body. Without a graphics card one takes a core for some 35 ms, and of
/// that core no more than 15 % may be taken while nobody is there.
const FRAME: f64 = 0.25;

/// The time since nobody is there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Waiting {
    passed: f64,
    /// Whether nothing may move by itself.
    still: bool,
}

impl Waiting {
    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f64, still: bool) {
        self.passed += dt.max(0.0);
        self.still = still;
    }

    /// The turn of the body, in radians. It begins with the back, which all this is about.
    pub fn yaw(&self) -> f32 {
        if self.still {
            return PI + (self.view() % VIEWS) as f32 * TAU / VIEWS as f32;
        }
        PI + (self.passed / TURN).fract() as f32 * TAU
    }

    /// The skin of the body: another one each time it has been seen from all sides.
    pub fn skin(&self, first: SkinTone) -> SkinTone {
        let round = if self.still { self.view() / VIEWS } else { (self.passed / TURN) as u32 };
        SkinTone(((first.index() as u32 + round) % u32::from(SkinTone::COUNT)) as u8)
    }

    /// Which of so many captions is told.
    pub fn caption(&self, count: usize) -> usize {
        let now = if self.still { self.view() as usize } else { (self.passed / CAPTION) as usize };
        now % count.max(1)
    }

    /// How far the drops of Qi have drifted.
    pub fn drift(&self) -> Drift {
        let mut drift = Drift::default();
        if !self.still {
            drift.run(f32::MAX);
            drift.step((self.passed % f64::from(SPACING / SPEED)) as f32);
        }
        drift
    }

    /// How far the whole picture has moved, in points to the right and down.
    pub fn shift(&self) -> (f32, f32) {
        let way = if self.still { f64::from(self.view()) * VIEW } else { self.passed } * CREEP;
        // Out and back, never by a jump.
        let swing = |reach: f64| {
            let at = way.rem_euclid(2.0 * reach);
            (at.min(2.0 * reach - at) - reach * 0.5) as f32
        };
        let begun = |reach: f64| (-reach * 0.5) as f32;
        (swing(REACH.0) - begun(REACH.0), swing(REACH.1) - begun(REACH.1))
    }

    /// Whether nothing moves by itself.
    pub fn is_still(&self) -> bool {
        self.still
    }

    /// How much light is taken away, from 0 to 1.
    pub fn dimmed(&self) -> f32 {
        if self.passed < DUSK { 0.0 } else { DIMMED }
    }

    /// Seconds until there is something new to see.
    pub fn until(&self) -> f64 {
        if self.still { VIEW - self.passed % VIEW + 0.001 } else { FRAME }
    }

    fn view(&self) -> u32 {
        (self.passed / VIEW) as u32
    }
}
