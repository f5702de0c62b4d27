//! A day of the calendar, as packs write it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day such as 2026-11-25. Days are compared; nobody here knows which one today is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// Reads `2026-11-25`; none if that is no day.
    pub fn read(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let number = |part: &str, length: usize| {
            let sound = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            if sound { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)? as u8, number(day, 2)? as u8);
        ((1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)).then_some(Self {
            year,
            month,
            of_month: day,
        })
    }

    /// The day, in UTC, that a computer's clock means by so many seconds since 1970.
    pub fn from_unix(seconds: u64) -> Self {
        let mut left = seconds / 86_400;
        let mut year = 1970_u16;
        while left >= u64::from(days_in_year(year)) && year < 9999 {
            left -= u64::from(days_in_year(year));
            year += 1;
        }
        let mut month = 1;
        while month < 12 && left >= u64::from(days_in(year, month)) {
            left -= u64::from(days_in(year, month));
            month += 1;
        }
        Self { year, month, of_month: left.min(30) as u8 + 1 }
    }

    /// How many days after 1 January 1970 it lies; earlier days count as that one.
    pub fn number(self) -> u32 {
        let years: u32 = (1970..self.year).map(|year| u32::from(days_in_year(year))).sum();
        let months: u32 = (1..self.month).map(|month| u32::from(days_in(self.year, month))).sum();
        if self.year < 1970 { 0 } else { years + months + u32::from(self.of_month) - 1 }
    }

    /// The day so many days after 1 January 1970.
    pub fn from_number(days: u32) -> Self {
        Self::from_unix(u64::from(days) * 86_400)
    }

    /// The year it lies in.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month it lies in, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Which day of its month it is, from 1.
    pub fn of_month(self) -> u8 {
        self.of_month
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_year(year: u16) -> u16 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| format!("`{text}` is not a day: write it as 2026-11-22"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_is_read_written_and_compared() {
        let day = Day::read("2026-11-25").unwrap_or(Day::from_unix(0));
        assert_eq!(day.to_string(), "2026-11-25");
        assert!(Day::read("2026-12-01") > Some(day) && Day::read("2025-12-31") < Some(day));
        for wrong in ["2026-13-01", "2026-02-29", "2026-1-01", "soon", "", "2026-11-00"] {
            assert_eq!(Day::read(wrong), None, "{wrong}");
        }
        assert!(Day::read("2028-02-29").is_some());
        for number in [0, 1, 364, 365, 11_016, 20_782, 40_000] {
            assert_eq!(Day::from_number(number).number(), number);
        }
    }

    #[test]
    fn a_clock_s_seconds_are_a_day() {
        for (seconds, day) in
            [(0, "1970-01-01"), (86_399, "1970-01-01"), (951_782_400, "2000-02-29"), (1_795_564_800, "2026-11-25")]
        {
            assert_eq!(Day::from_unix(seconds).to_string(), day);
        }
        // A clock gone mad is a day too.
        assert_eq!(Day::from_unix(u64::MAX).year(), 9999);
    }
}
