//! The lock of the staff's page: each wrong PIN doubles the time until the next may be tried.
//!
//! The supervisor remembers how many were wrong, so a program that is started anew waits as long again. It forgets when
//! it is started anew itself: by the power switch, and by systemd where even the supervisor had failed. That helps
//! nobody: one wrong PIN a minute tries all hundred million in two centuries.

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
    /// The lock after so many wrong PINs in a row, when the last one has just been tried.
    pub fn after(wrong: u16) -> Self {
        let mut lock = Self { wrong: wrong.saturating_sub(1), wait: 0.0 };
        if wrong > 0 {
            lock.miss();
        }
        lock
    }

    /// How many wrong PINs were tried since a right one.
    pub fn wrong(self) -> u16 {
        self.wrong
    }

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
