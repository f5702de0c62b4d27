//! The course of treatment: what is left of its gain in the year after it, as trials measured it.
//!
//! Nothing here knows of signals or chemicals, and that is the point: minutes do not add up to months.

use super::Clock;

/// What the gain is measured against. The two are never drawn as one.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Against {
    /// People who had no acupuncture.
    NoNeedles,
    /// People who had a pretend needle.
    PretendNeedle,
}

impl Against {
    /// Both.
    pub const ALL: [Self; 2] = [Self::NoNeedles, Self::PretendNeedle];

    /// What share of the gain at the end of the course is still there twelve months later: “about 90 %” against no
    /// acupuncture, “about half” against pretend needles (20 trials of long-lasting pain, 6,376 people; `macpherson2017`).
    pub const fn kept_after_a_year(self) -> f32 {
        match self {
            Self::NoNeedles => 0.9,
            Self::PretendNeedle => 0.5,
        }
    }
}

/// A course of visits and the year after it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Course {
    week: f32,
}

impl Course {
    /// A course lasts so many weeks: trials used some 8 to 15 visits in 4 to 12 weeks (`haake2007`, `debar2025`).
    pub const WEEKS_OF_VISITS: f32 = 12.0;
    /// Follow-up ends a year after the course: beyond it nothing is drawn.
    pub const WEEKS: f32 = Self::WEEKS_OF_VISITS + 52.0;

    /// Lets time pass, in seconds on screen.
    pub fn step(&mut self, dt_seconds: f32) {
        if dt_seconds > 0.0 {
            self.week = (self.week + dt_seconds * Clock::COURSE_WEEKS_A_SECOND).min(Self::WEEKS);
        }
    }

    /// The course at a week of its own, within what was measured.
    pub fn at(week: f32) -> Self {
        Self { week: if week.is_nan() { 0.0 } else { week.clamp(0.0, Self::WEEKS) } }
    }

    /// Weeks since the first visit.
    pub fn week(&self) -> f32 {
        self.week
    }

    /// Whether visits still go on.
    pub fn has_visits(&self) -> bool {
        self.week < Self::WEEKS_OF_VISITS
    }

    /// Whether the end of what was measured is reached.
    pub fn is_over(&self) -> bool {
        self.week >= Self::WEEKS
    }

    /// The gain now, as a share of what it was when the course ended: 0..1.
    ///
    /// The rise during the course is illustrative. The loss after it is a straight line, as the authors fitted it: so
    /// much less every three months.
    pub fn gain(&self, against: Against) -> f32 {
        if self.has_visits() {
            let t = self.week / Self::WEEKS_OF_VISITS;
            return t * t * (3.0 - 2.0 * t);
        }
        let year = (self.week - Self::WEEKS_OF_VISITS) / 52.0;
        1.0 - (1.0 - against.kept_after_a_year()) * year
    }

    /// The gain in every week, from the first visit to the end of what was measured.
    pub fn curve(against: Against) -> Vec<f32> {
        (0..=Self::WEEKS as u16).map(|week| Self::at(f32::from(week)).gain(against)).collect()
    }
}
