//! The clock on the wall: the only place that asks for the time, and only for the hour, the day, and
//! whether the computer slept.
//!
//! A clock that is wrong, or set to another zone, only puts a mark elsewhere; nothing else listens to it.

use std::time::Duration;

use crate::model::Day;

/// Where the hour comes from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Clock {
    /// The computer's clock, in its own time zone.
    #[default]
    Wall,
    /// A clock that stands still, for tests and pictures.
    Stopped(f32),
}

impl Clock {
    /// The local hour of the day, from 0 to 24.
    pub(super) fn hour(self) -> f32 {
        match self {
            Self::Wall => {
                let now = jiff::ZonedDateTime::now();
                f32::from(i16::from(now.hour())) + f32::from(i16::from(now.minute())) / 60.0
            }
            Self::Stopped(hour) => hour,
        }
    }

    /// The day on the calendar; a clock that stands still knows none.
    pub(super) fn day(self) -> Option<Day> {
        match self {
            Self::Wall => Day::read(&jiff::ZonedDateTime::now().date().to_string()),
            Self::Stopped(_) => None,
        }
    }

    /// Seconds since some fixed moment, also while the computer sleeps; a clock that stands still knows none.
    pub(super) fn seconds(self) -> Option<f64> {
        matches!(self, Self::Wall).then(|| jiff::Timestamp::now().as_millisecond() as f64 / 1000.0)
    }

    /// When to look at it again; a clock that stands still need not be looked at.
    pub(super) fn again(self) -> Option<Duration> {
        matches!(self, Self::Wall).then_some(Duration::from_mins(1))
    }
}
