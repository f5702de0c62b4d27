//! The lock of the staff's page: each wrong PIN doubles the time until the next may be tried.
//!
//! A new start forgets it. That helps nobody: by the power switch, one wrong PIN a minute tries all hundred million in two
//! centuries.

/// The wait after the first wrong PIN, in seconds.
const FIRST: f32 = 5.0;
/// No wait is longer, so that staff who were mistaken get in on the same day.
const LONGEST: f32 = 3600.0;

/// The lock.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lock {
    wrong: u16,
    wait: f32,
}

impl Lock {
    /// A wrong PIN was tried.
    pub fn miss(&mut self) {
        self.wait = (FIRST * 2f32.powi(i32::from(self.wrong.min(16)))).min(LONGEST);
        self.wrong = self.wrong.saturating_add(1);
    }

    /// Lets time pass, in seconds.
    pub fn step(&mut self, dt: f32) {
        self.wait = (self.wait - dt).max(0.0);
    }

    /// For how many seconds no PIN is taken.
    pub fn wait(self) -> f32 {
        self.wait
    }
}
