//! How often a page may be printed where nobody watches: a pure state machine that is fed with time.
//!
//! It never asks a clock and never starts anything. Whoever prints asks [`Queue::ask`] first, tells it how that ended,
//! and lets its time pass.

/// How much may be printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// So many seconds lie between two pages.
    pub pause: f32,
    /// So many pages has one print at the most.
    pub pages: usize,
    /// So many prints has one visit.
    pub visit: u32,
    /// So many prints has one day of 24 hours.
    pub day: u32,
    /// So many seconds the printer may take to accept one.
    pub patience: f32,
    /// So many seconds a printer that failed is left alone.
    pub rest: f32,
    /// So many seconds lie between two pages with which staff try the printer.
    pub trial: f32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pause: 60.0, pages: 6, visit: 3, day: 120, patience: 20.0, rest: 120.0, trial: 15.0 }
    }
}

impl Limits {
    /// Where a person has the printer beside them: only a second press by mistake is held back.
    pub fn attended() -> Self {
        let (pages, visit, day) = (usize::MAX, u32::MAX, u32::MAX);
        Self { pause: 3.0, pages, visit, day, rest: 0.0, ..Self::default() }
    }
}

/// Why nothing is printed now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// One is being printed.
    Busy,
    /// The last one is too near; so many seconds are left.
    Soon(u32),
    /// This visit has had its share.
    Visit,
    /// This day has had its share.
    Day,
    /// It has too many pages.
    Long,
    /// The printer does not answer.
    Unavailable,
    /// This computer has no usual printer.
    NoPrinter,
    /// The usual printer of this computer did not take it.
    NotTaken,
}

/// Seconds of a day.
const DAY: f32 = 24.0 * 60.0 * 60.0;

/// What was printed, and what the printer does.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    limits: Limits,
    /// Seconds until the next may be printed.
    pause: f32,
    /// Prints of this visit and of this day.
    visit: u32,
    day: u32,
    /// Seconds of this day that are left.
    day_left: f32,
    printing: bool,
    /// Seconds for which a printer that failed is left alone.
    rest: f32,
    /// Seconds until staff may try the printer again.
    trial: f32,
}

impl Queue {
    /// Nothing was printed yet.
    pub fn new(limits: Limits) -> Self {
        Self { limits, pause: 0.0, visit: 0, day: 0, day_left: DAY, printing: false, rest: 0.0, trial: 0.0 }
    }

    /// Its limits.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Why a print of so many pages would be refused now, if it would.
    pub fn refusal(&self, pages: usize) -> Option<Refusal> {
        if self.printing {
            Some(Refusal::Busy)
        } else if self.rest > 0.0 {
            Some(Refusal::Unavailable)
        } else if pages > self.limits.pages {
            Some(Refusal::Long)
        } else if self.visit >= self.limits.visit {
            Some(Refusal::Visit)
        } else if self.day >= self.limits.day {
            Some(Refusal::Day)
        } else if self.pause > 0.0 {
            Some(Refusal::Soon(self.pause.ceil() as u32))
        } else {
            None
        }
    }

    /// Asks to print so many pages. Where it may be, it counts from now on, whether the printer prints it or not.
    ///
    /// # Errors
    /// Why it may not be.
    pub fn ask(&mut self, pages: usize) -> Result<(), Refusal> {
        if let Some(refusal) = self.refusal(pages) {
            return Err(refusal);
        }
        self.printing = true;
        self.pause = self.limits.pause;
        self.visit = self.visit.saturating_add(1);
        self.day = self.day.saturating_add(1);
        Ok(())
    }

    /// Asks to print the page with which staff try the printer. A visit's share is not theirs, and a printer that failed
    /// is what they came for; but it counts as a print of the day, and they too have to wait.
    ///
    /// # Errors
    /// Why it may not be now.
    pub fn try_out(&mut self) -> Result<(), Refusal> {
        if self.printing {
            return Err(Refusal::Busy);
        }
        if self.trial > 0.0 {
            return Err(Refusal::Soon(self.trial.ceil() as u32));
        }
        self.printing = true;
        self.trial = self.limits.trial;
        self.day += 1;
        Ok(())
    }

    /// The printer took it, and is no longer left alone; or did not, and is left alone for a while.
    pub fn done(&mut self, taken: bool) {
        self.printing = false;
        self.rest = if taken { 0.0 } else { self.limits.rest };
    }

    /// Someone else stands before the screen. The pause and the day go on: they are the printer's, not a visitor's.
    pub fn forget_visit(&mut self) {
        self.visit = 0;
    }

    /// Whether time makes a difference.
    pub fn waits(&self) -> bool {
        self.pause > 0.0 || self.rest > 0.0 || self.day > 0
    }

    /// Lets time pass.
    pub fn step(&mut self, dt: f32) {
        let dt = if dt.is_finite() { dt.max(0.0) } else { 0.0 };
        self.pause = (self.pause - dt).max(0.0);
        self.rest = (self.rest - dt).max(0.0);
        self.trial = (self.trial - dt).max(0.0);
        self.day_left -= dt;
        if self.day_left <= 0.0 {
            self.day_left = DAY;
            self.day = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue() -> Queue {
        Queue::new(Limits { visit: 2, day: 3, ..Limits::default() })
    }

    #[test]
    fn one_a_minute_and_no_more() {
        let mut queue = queue();
        assert_eq!(queue.ask(2), Ok(()));
        assert_eq!(queue.ask(2), Err(Refusal::Busy), "the first is still being printed");
        queue.done(true);
        assert_eq!(queue.ask(2), Err(Refusal::Soon(60)));
        queue.step(59.5);
        assert_eq!(queue.ask(2), Err(Refusal::Soon(1)));
        queue.step(0.5);
        assert_eq!(queue.ask(2), Ok(()));
    }

    #[test]
    fn a_visit_and_a_day_have_their_share() {
        let mut queue = queue();
        for _ in 0..2 {
            assert_eq!(queue.ask(1), Ok(()));
            queue.done(true);
            queue.step(60.0);
        }
        assert_eq!(queue.ask(1), Err(Refusal::Visit));
        queue.forget_visit();
        assert_eq!(queue.ask(1), Ok(()));
        queue.done(true);
        queue.forget_visit();
        queue.step(60.0);
        assert_eq!(queue.ask(1), Err(Refusal::Day));
        queue.step(DAY);
        assert_eq!(queue.ask(1), Ok(()));
    }

    #[test]
    fn staff_try_a_printer_that_failed_and_what_it_takes_is_told_to_visitors() {
        let mut queue = queue();
        assert_eq!(queue.ask(1), Ok(()));
        assert_eq!(queue.try_out(), Err(Refusal::Busy));
        queue.done(false);
        assert_eq!(queue.try_out(), Ok(()));
        queue.done(false);
        assert_eq!(queue.try_out(), Err(Refusal::Soon(15)), "staff wait too");
        queue.step(60.0);
        assert_eq!(queue.ask(1), Err(Refusal::Unavailable));
        assert_eq!(queue.try_out(), Ok(()));
        queue.done(true);
        assert_eq!(queue.ask(1), Err(Refusal::Day), "trials count: three prints are this day's share");
        queue.step(DAY);
        assert_eq!(queue.ask(1), Ok(()), "the printer works again, and a trial takes nothing from a visit's share");
    }

    #[test]
    fn where_somebody_has_the_printer_beside_them_only_a_second_press_is_held_back() {
        let mut queue = Queue::new(Limits::attended());
        for _ in 0..500 {
            assert_eq!(queue.ask(40), Ok(()));
            assert_eq!(queue.ask(40), Err(Refusal::Busy));
            queue.done(false);
            assert_eq!(queue.ask(40), Err(Refusal::Soon(3)));
            queue.step(3.0);
        }
    }

    #[test]
    fn long_prints_and_a_broken_printer_are_refused() {
        let mut queue = queue();
        assert_eq!(queue.ask(7), Err(Refusal::Long));
        assert_eq!(queue.ask(6), Ok(()));
        queue.done(false);
        assert_eq!(queue.ask(1), Err(Refusal::Unavailable));
        queue.step(f32::NAN);
        queue.step(-5.0);
        assert_eq!(queue.ask(1), Err(Refusal::Unavailable), "a clock that jumps shortens nothing");
        queue.step(120.0);
        assert_eq!(queue.ask(1), Ok(()));
    }
}
