//! How pain went over time: dots, weeks, visits. Figures only, no judgement.

use super::book::Book;
use super::entry::is_odd;
use crate::model::Day;

/// Days are counted from a Thursday; so many later begins a week.
const TO_MONDAY: u32 = 3;

/// One entry that has a number for pain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Dot {
    /// The entry's number.
    pub id: u32,
    /// Its day.
    pub day: Day,
    /// Its pain.
    pub pain: u8,
}

/// One week that has numbers for pain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// The average.
    pub mean: f32,
    /// The least and the most.
    pub range: (u8, u8),
    /// From so many entries.
    pub entries: usize,
}

/// How pain went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Every number for pain by day; two on one day in the order of writing.
    pub dots: Vec<Dot>,
    /// The weeks that have some, in their order. A week without entries is not there: nobody knows how it was.
    pub weeks: Vec<Week>,
    /// The days with a visit.
    pub visits: Vec<Day>,
    /// How many entries have a day that looks like a slip. They are not drawn.
    pub odd: usize,
}

impl Course {
    /// The first and the last day of all that is drawn.
    pub fn span(&self) -> Option<(Day, Day)> {
        let days = || self.dots.iter().map(|dot| dot.day).chain(self.visits.iter().copied());
        Some((days().min()?, days().max()?))
    }

    /// The least and the most pain.
    pub fn range(&self) -> Option<(u8, u8)> {
        let pains = || self.dots.iter().map(|dot| dot.pain);
        Some((pains().min()?, pains().max()?))
    }
}

/// How pain went in all that was entered.
pub fn course(book: &Book, today: Option<Day>) -> Course {
    let mut course = Course::default();
    for (id, entry) in book.entries() {
        if is_odd(entry.day, today) {
            course.odd += 1;
            continue;
        }
        if let Some(pain) = entry.pain {
            course.dots.push(Dot { id, day: entry.day, pain });
        }
        if entry.visit.is_some() {
            course.visits.push(entry.day);
        }
    }
    course.dots.sort_by_key(|dot| (dot.day, dot.id));
    course.visits.sort_unstable();
    course.visits.dedup();
    let week = |dot: &Dot| (dot.day.number() + TO_MONDAY) / 7;
    course.weeks = course
        .dots
        .chunk_by(|a, b| week(a) == week(b))
        .filter_map(|dots| {
            let first = dots.first()?;
            let sum: u32 = dots.iter().map(|dot| u32::from(dot.pain)).sum();
            let pains = || dots.iter().map(|dot| dot.pain);
            Some(Week {
                monday: Day::from_number((week(first) * 7).saturating_sub(TO_MONDAY)),
                mean: sum as f32 / dots.len() as f32,
                range: (pains().min()?, pains().max()?),
                entries: dots.len(),
            })
        })
        .collect();
    course
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Entry, Treatment};
    use super::{Book, course};
    use crate::model::Day;

    fn day(text: &str) -> Day {
        Day::read(text).expect("a day")
    }

    #[test]
    fn weeks_begin_on_monday_and_gaps_stay_gaps() {
        let mut book = Book::default();
        // Written out of order, one with a clock that lost its battery.
        for (on, pain) in
            [("2026-11-25", 4), ("2026-11-23", 7), ("2026-11-22", 2), ("2026-12-14", 5), ("1970-01-01", 9)]
        {
            book.add(Entry { pain: Some(pain), ..Entry::on(day(on)) });
        }
        book.add(Entry { visit: Some(Treatment::default()), ..Entry::on(day("2026-11-24")) });
        let course = course(&book, Some(day("2026-12-31")));
        let weeks: Vec<(String, f32, usize)> =
            course.weeks.iter().map(|w| (w.monday.to_string(), w.mean, w.entries)).collect();
        assert_eq!(
            weeks,
            [("2026-11-16".to_owned(), 2.0, 1), ("2026-11-23".to_owned(), 5.5, 2), ("2026-12-14".to_owned(), 5.0, 1)]
        );
        assert_eq!((course.odd, course.visits.len(), course.range()), (1, 1, Some((2, 7))));
        assert_eq!(course.span(), Some((day("2026-11-22"), day("2026-12-14"))));
        assert_eq!(super::course(&Book::default(), None).span(), None);
    }
}
