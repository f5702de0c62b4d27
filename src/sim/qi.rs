//! All that a visitor does in the section on Qi.

use super::day::{Day, part_at};
use super::flow::Drift;
use super::free_flow::FreeFlow;
use crate::model::Side;

/// For so many seconds a channel flows after it came into view.
const SHOWN: f32 = 7.0;

/// The three parts of the section.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Part {
    /// What the words mean, one idea a page.
    #[default]
    Meaning,
    /// The old picture of pain: a flow that is dammed and opened.
    Flow,
    /// The day's circuit through twelve channels.
    Day,
}

impl Part {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Meaning, Self::Flow, Self::Day];
}

/// What a visitor can ask of the section.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Show one of its parts.
    Show(Part),
    /// Turn to a page of what the words mean, from 0.
    Page(usize),
    /// Put a needle in, or take it out: which side, which of the two places.
    Needle(Side, usize),
    /// Put both needles of a side in.
    PlaceBoth(Side),
    /// Take all needles out.
    StartOver,
    /// Turn the hand of the day to an hour.
    Turn(f32),
    /// Turn the hand to the middle of a part of the circuit, from 0.
    TurnToPart(usize),
    /// Show one of the two vessels, which have no hours, by its id.
    Vessel(String),
    /// Let the hand follow the clock on the wall.
    Now,
    /// Let a day run from an hour.
    RunDay(f32),
    /// Let what is shown flow for a while.
    Play,
    /// Stop whatever moves.
    Pause,
    /// Turn the body again to what is told of.
    ShowAgain,
    /// Give the body all the room, or give the words theirs back. Only small windows ask this.
    BodyAlone(bool),
}

/// All that a visitor did in the section on Qi.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Qi {
    /// The part that is shown.
    pub part: Part,
    /// The page of what the words mean.
    pub page: usize,
    /// Where a small window has no room for both: whether the body has it.
    pub body_alone: bool,
    /// The low back with its dams.
    pub free: FreeFlow,
    /// The hand of the day.
    pub day: Day,
    /// The vessel that is shown instead of the channel of the hour.
    pub vessel: Option<String>,
    drift: Drift,
}

impl Qi {
    /// Does what was asked.
    pub fn apply(&mut self, ask: Ask) {
        match ask {
            Ask::Show(part) => {
                self.settle();
                self.part = part;
                self.play();
            }
            Ask::Page(page) => self.page = page,
            Ask::Needle(side, place) => self.free.toggle(side, place),
            Ask::PlaceBoth(side) => self.free.place_both(side),
            Ask::StartOver => self.free.start_over(),
            Ask::Turn(hour) => {
                let other = self.vessel.take().is_some() || part_at(hour) != part_at(self.day.hour(None));
                self.day.turn(hour);
                if other {
                    self.drift.run(SHOWN);
                }
            }
            Ask::TurnToPart(part) => {
                self.vessel = None;
                self.day.turn_to_part(part);
                self.drift.run(SHOWN);
            }
            Ask::Vessel(id) => {
                self.day.pause();
                self.vessel = Some(id);
                self.drift.run(SHOWN);
            }
            Ask::Now => {
                self.vessel = None;
                self.day.follow();
                self.drift.run(SHOWN);
            }
            Ask::RunDay(from) => {
                self.vessel = None;
                self.day.run(from);
                self.drift.run(SHOWN);
            }
            Ask::Play | Ask::ShowAgain => self.play(),
            Ask::Pause => self.settle(),
            Ask::BodyAlone(alone) => self.body_alone = alone,
        }
    }

    /// How far the drops of the channel of the hour have come, in points, as [`Drift::phase`].
    pub fn phase(&self) -> f32 {
        self.drift.phase()
    }

    /// Lets what is shown flow for a while.
    pub fn play(&mut self) {
        match self.part {
            Part::Meaning => {}
            Part::Flow => self.free.show(),
            Part::Day => self.drift.run(SHOWN),
        }
    }

    /// Whether anything moves.
    pub fn moves(&self) -> bool {
        match self.part {
            Part::Meaning => false,
            Part::Flow => self.free.moves(),
            Part::Day => self.day.runs() || self.drift.moves(),
        }
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f32) {
        match self.part {
            Part::Meaning => {}
            Part::Flow => self.free.step(dt),
            Part::Day => {
                self.day.step(dt);
                if self.day.runs() {
                    self.drift.run(SHOWN * 0.25);
                }
                self.drift.step(dt);
            }
        }
    }

    /// Goes at once to where it was going, and stops: for a pause, and for those who want no motion.
    pub fn settle(&mut self) {
        self.day.pause();
        self.drift.rest();
        self.free.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_part_that_is_shown_moves() {
        let mut qi = Qi::default();
        qi.apply(Ask::Show(Part::Day));
        qi.apply(Ask::RunDay(4.0));
        assert!(qi.moves());
        qi.apply(Ask::Show(Part::Meaning));
        assert!(!qi.moves(), "a page stands still");
        let before = qi.clone();
        qi.step(5.0);
        assert_eq!(qi, before);
    }

    #[test]
    fn a_pause_stops_everything_and_nothing_settles_into_motion() {
        for ask in [Ask::PlaceBoth(Side::Left), Ask::RunDay(12.0), Ask::Vessel("GV".to_owned()), Ask::Play] {
            for part in Part::ALL {
                let mut qi = Qi::default();
                qi.apply(Ask::Show(part));
                qi.apply(ask.clone());
                let mut still = qi.clone();
                still.settle();
                assert!(!still.moves(), "{part:?} {ask:?}");
                qi.apply(Ask::Pause);
                qi.step(3.0);
                qi.apply(Ask::Pause);
                assert!(!qi.moves(), "{part:?} {ask:?}");
            }
        }
    }

    #[test]
    fn turning_the_hand_leaves_the_vessel() {
        let mut qi = Qi::default();
        qi.apply(Ask::Vessel("CV".to_owned()));
        qi.apply(Ask::Turn(9.5));
        assert_eq!((qi.vessel.as_deref(), qi.day.part(None)), (None, 3));
    }
}
