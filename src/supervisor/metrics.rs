//! What a monitor of the clinic may read, in the text format of Prometheus: lives, crashes and visits, and nothing of
//! any person.

use std::fmt::Write as _;

use super::policy::{Counts, Level};

/// What there is to tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Metrics {
    /// When it is told, in seconds since 1970.
    pub now: u64,
    /// Whether the program is up.
    pub up: bool,
    /// How carefully it is run.
    pub level: Level,
    /// What was counted since the supervisor started.
    pub counts: Counts,
    /// How many of the visits were today.
    pub today: u64,
    /// How many were yesterday.
    pub yesterday: u64,
    /// Bytes that the program takes; nothing where the platform does not tell.
    pub memory: Option<u64>,
    /// Whether staff left the kiosk, so that it is meant to be away.
    pub left: bool,
}

impl Metrics {
    /// The text of the file.
    pub fn text(&self) -> String {
        let level = match self.level {
            Level::Normal => 0,
            Level::Safe => 1,
            Level::Plain => 2,
        };
        let rows = [
            ("heartbeat_seconds", "gauge", "When this was written, in seconds since 1970.", Some(self.now)),
            ("up", "gauge", "1 while the screen works.", Some(u64::from(self.up))),
            ("level", "gauge", "0 as set up, 1 safe mode, 2 a page that asks to tell staff.", Some(level)),
            ("left", "gauge", "1 once staff left the kiosk on purpose.", Some(u64::from(self.left))),
            ("restarts_total", "counter", "Starts after the first.", Some(self.counts.restarts)),
            ("crashes_total", "counter", "Crashes, hangs among them.", Some(self.counts.crashes)),
            ("hangs_total", "counter", "Hangs.", Some(self.counts.hangs)),
            ("visits_total", "counter", "Visits that have ended.", Some(self.counts.visits)),
            ("visits_today", "gauge", "Visits that ended today.", Some(self.today)),
            ("visits_yesterday", "gauge", "Visits that ended yesterday.", Some(self.yesterday)),
            ("memory_bytes", "gauge", "Memory that the program takes.", self.memory),
        ];
        let mut text = String::new();
        for (name, kind, help, value) in rows {
            if let Some(value) = value {
                // Writing to a string cannot fail.
                let _written = write!(
                    text,
                    "# HELP deqi_kiosk_{name} {help}\n# TYPE deqi_kiosk_{name} {kind}\ndeqi_kiosk_{name} {value}\n"
                );
            }
        }
        text
    }
}

/// Counts visits by days, which are numbers that grow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days {
    day: i64,
    /// All visits when this day began, and when the one before it did.
    began: u64,
    began_before: u64,
}

impl Days {
    /// The visits of today and of yesterday, from the day and from all visits so far.
    pub fn count(&mut self, day: i64, visits: u64) -> (u64, u64) {
        if day != self.day {
            self.began_before = if day == self.day + 1 { self.began } else { visits };
            self.began = visits;
            self.day = day;
        }
        (visits - self.began, self.began - self.began_before)
    }
}
