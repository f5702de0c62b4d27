//! People of 100 fill one by one when their picture comes into sight: once, and together in every group, so that one
//! sees which group stops first.

use super::{Screen, Topic, Visit};
use crate::model::{Catalog, Drawing};
use crate::sim::Clock;

/// The chart that counts people after the course of visits.
pub const COURSE_PEOPLE: &str = "V1";

/// So many seconds after the one before it the next person is filled.
const EACH: f32 = 0.012;
/// The most people that one picture counts.
const PEOPLE: u32 = 100;

/// How far the picture in sight has been filled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Filling {
    /// Seconds since it came into sight; none once it is done.
    since: Option<f32>,
}

impl Filling {
    /// How many people may be filled by now, the first of each group.
    pub fn people(&self) -> u32 {
        self.since.map_or(u32::MAX, |since| (since / EACH) as u32)
    }

    /// Whether more people are to be filled.
    pub fn moves(&self) -> bool {
        self.since.is_some()
    }

    pub(super) fn begin(&mut self) {
        self.since = Some(0.0);
    }

    /// Moves on by `dt` seconds.
    pub(super) fn step(&mut self, dt: f32) {
        self.since = self.since.map(|since| since + dt).filter(|since| *since < EACH * PEOPLE as f32);
    }

    /// Fills everybody at once.
    pub fn settle(&mut self) {
        self.since = None;
    }
}

impl Visit {
    /// The picture of people in sight, by its id.
    pub(super) fn people_in_sight<'a>(&self, catalog: &'a Catalog) -> Option<&'a str> {
        let evidence = catalog.evidence();
        let chart = match self.screen {
            Screen::Endorphins if self.needling.clock == Clock::Course => evidence.chart(COURSE_PEOPLE)?,
            Screen::Chapter(chapter) => {
                let Topic::Panel(id) = self.reader.topic(catalog, chapter)? else { return None };
                let panel = evidence.panel(&id)?;
                self.reader.chart(catalog, panel)?.1
            }
            _ => return None,
        };
        matches!(chart.drawing, Drawing::People { of, .. } if of <= PEOPLE).then_some(chart.id.as_str())
    }

    /// Begins to fill the picture that has just come into sight, after `before` was.
    pub(super) fn fill(&mut self, catalog: &Catalog, before: Option<&str>) {
        match self.people_in_sight(catalog) {
            None => self.filling.settle(),
            now if now != before => self.filling.begin(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_filled_in_order_once_and_then_all_are() {
        let mut filling = Filling::default();
        assert!(!filling.moves() && filling.people() >= PEOPLE, "what nobody opened hides nobody");
        filling.begin();
        assert_eq!(filling.people(), 0);
        let mut before = 0;
        for _ in 0..200 {
            filling.step(0.009);
            assert!(filling.people() >= before, "nobody is emptied again");
            before = filling.people();
        }
        assert!(!filling.moves() && filling.people() >= PEOPLE);
    }
}
