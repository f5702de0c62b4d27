//! What the visitor does with the needle on the endorphin panel, and how far time has run there.

use super::Loupe;
use crate::model::PointCode;
use crate::sim::{Clock, Course, Experiment, Experiments, Handling, Method, Needle, Needling, Sample, Who, Work};

/// How fast a turned needle goes round, in radians a second: one turn takes four.
const TURN: f32 = 1.6;
/// How long the needle takes to go in or come out on screen, in seconds.
const SLIDE: f32 = 1.1;
/// A step of the still form, in minutes.
const MINUTES_A_STEP: u32 = 5;
/// A step of the course, in weeks.
const WEEKS_A_STEP: f32 = 4.0;

/// One thing that is told large.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Detail {
    /// A loupe.
    Loupe(Loupe),
    /// An experiment with its studies.
    Experiment(Experiment),
    /// Another step, by its id.
    Step(String),
    /// What bears the graph of the course.
    Course,
}

/// What can be asked of the panel.
#[derive(Clone, Debug, PartialEq)]
pub enum NeedleAsk {
    /// Put the needle in.
    PutIn,
    /// Take it out.
    TakeOut,
    /// Turn it, or let it rest.
    Turn(Handling),
    /// Work it by hand or by a current.
    By(Method),
    /// Move it to another point.
    At(PointCode),
    /// Tell of people or of mice.
    In(Who),
    /// Switch an experiment on, and with it all others off: what it does is seen best alone. Or off.
    Try(Experiment),
    /// Let time run, or stop it.
    Run(bool),
    /// Go on by one step.
    StepOn,
    /// Go back to before the needle.
    Restart,
    /// Tell of minutes or of weeks.
    Tell(Clock),
    /// Look through another loupe, where there is room for one.
    Look(Loupe),
    /// Tell one thing large.
    Open(Detail),
    /// Go back to the whole panel.
    Close,
}

/// The endorphin panel as the visitor has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeedlePanel {
    /// One visit, in minutes.
    pub visit: Needling,
    /// The course, in weeks.
    pub course: Course,
    /// Which of the two is told.
    pub clock: Clock,
    /// The loupe that is looked through where there is room for one.
    pub look: Loupe,
    /// What is told large.
    pub open: Option<Detail>,
    /// The experiment that was tried last: what was found in it is shown.
    pub tried: Option<Experiment>,
    runs: bool,
    seconds: f32,
    turned: f32,
    depth: f32,
    ahead: Ahead,
}

/// How relief goes on: worked out when something is changed, not in every frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// Relief at every minute of this visit, if nothing more is changed.
    pub this: Vec<Sample>,
    /// The same visit without its experiments; empty while none is on.
    pub usual: Vec<Sample>,
}

impl NeedlePanel {
    /// Does what was asked.
    pub(super) fn apply(&mut self, ask: NeedleAsk) {
        match ask {
            NeedleAsk::PutIn => self.set(|settings| settings.needle = Needle::In),
            NeedleAsk::TakeOut => self.set(|settings| settings.needle = Needle::Out),
            NeedleAsk::Turn(handling) => self.set(|settings| settings.handling = handling),
            NeedleAsk::By(method) => self.set(|settings| settings.method = method),
            NeedleAsk::At(code) => self.set(|settings| settings.point = Some(code)),
            NeedleAsk::In(who) => self.set(|settings| settings.who = who),
            NeedleAsk::Try(experiment) => {
                let on = self.visit.settings().experiments.contains(experiment);
                let alone = if on { Experiments::NONE } else { Experiments::NONE.toggled(experiment) };
                self.set(|settings| settings.experiments = alone);
                self.tried = (!on).then_some(experiment);
            }
            NeedleAsk::Run(on) => self.run(on),
            NeedleAsk::StepOn => self.step_on(),
            NeedleAsk::Restart => self.restart(),
            NeedleAsk::Tell(clock) => {
                self.runs = false;
                self.open = None;
                self.clock = clock;
            }
            NeedleAsk::Look(loupe) => self.look = loupe,
            NeedleAsk::Open(detail) => self.open = Some(detail),
            NeedleAsk::Close => self.open = None,
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut crate::sim::Settings)) {
        self.visit.change(change);
        self.look_ahead();
    }

    fn look_ahead(&mut self) {
        let settings = self.visit.settings();
        let usual = if settings.experiments.is_empty() || !self.visit.has_begun() {
            Vec::new()
        } else {
            Needling::at(settings.without_experiments(), Needling::VISIT_MINUTES).history().to_vec()
        };
        let this = if self.visit.has_begun() { self.visit.forecast() } else { Vec::new() };
        self.ahead = Ahead { this, usual };
    }

    fn run(&mut self, on: bool) {
        if on && self.clock == Clock::Course && self.course.is_over() {
            self.course = Course::default();
        }
        self.runs = on && self.can_run();
    }

    fn step_on(&mut self) {
        self.runs = false;
        match self.clock {
            Clock::Visit => {
                let next = (self.visit.minute() / MINUTES_A_STEP as f32 + 1e-3).floor() as u32 + 1;
                self.visit.run_to(next * MINUTES_A_STEP);
                self.depth = self.deep();
                if self.visit.work() == Work::Turned {
                    self.turned += TURN;
                }
            }
            Clock::Course => self.course = Course::at(self.course.week() + WEEKS_A_STEP),
        }
    }

    fn restart(&mut self) {
        self.runs = false;
        match self.clock {
            Clock::Visit => {
                self.visit.restart();
                (self.seconds, self.depth, self.turned) = (0.0, 0.0, 0.0);
                self.look_ahead();
            }
            Clock::Course => self.course = Course::default(),
        }
    }

    /// Stops time: the visitor looks elsewhere.
    pub(super) fn pause(&mut self) {
        self.runs = false;
    }

    /// Lets time pass while it runs, in seconds.
    pub(super) fn step(&mut self, dt: f32) {
        if !self.runs {
            return;
        }
        match self.clock {
            Clock::Visit => {
                self.visit.step(dt);
                self.seconds += dt;
                let before = self.depth;
                self.depth += (self.deep() - before).clamp(-dt / SLIDE, dt / SLIDE);
                if self.visit.work() == Work::Turned {
                    self.turned += dt * TURN;
                }
                if self.visit.came_out() && before > 0.0 && self.depth <= 0.0 {
                    // There is time now to look at what it came to. How that fades is the next thing to see.
                    self.runs = false;
                    return;
                }
            }
            Clock::Course => self.course.step(dt),
        }
        self.runs = self.can_run();
    }

    /// Whether time waits, the needle having come out by itself, for somebody to let it go on.
    pub fn waits(&self) -> bool {
        self.clock == Clock::Visit && self.visit.came_out() && !self.runs && self.can_run()
    }

    /// Whether time runs.
    pub fn runs(&self) -> bool {
        self.runs
    }

    /// Whether time could run: a needle has been in, and the end is not reached. A course always can.
    pub fn can_run(&self) -> bool {
        match self.clock {
            Clock::Visit => self.visit.is_running(),
            Clock::Course => !self.course.is_over(),
        }
    }

    /// Where the clock that is told stands: minutes since the needle first went in, or weeks since the first visit.
    pub fn time(&self) -> f32 {
        match self.clock {
            Clock::Visit => self.visit.minute(),
            Clock::Course => self.course.week(),
        }
    }

    /// Whether the needle is in.
    pub fn needle_is_in(&self) -> bool {
        self.visit.settings().needle == Needle::In
    }

    /// How relief goes on.
    pub fn ahead(&self) -> &Ahead {
        &self.ahead
    }

    /// In whom relief is drawn: in those the panel tells of, unless what is tried shows only in the others.
    pub fn drawn_in(&self) -> Who {
        let who = self.visit.settings().who;
        let gap = |who: Who| {
            let pairs = self.ahead.usual.iter().zip(&self.ahead.this);
            pairs.map(|(usual, this)| (usual.of(who) - this.of(who)).abs()).fold(0.0, f32::max)
        };
        let other = if who == Who::People { Who::Mice } else { Who::People };
        if gap(who) < 0.02 && gap(other) > 0.02 { other } else { who }
    }

    /// Seconds for which signals have been running on screen.
    pub fn seconds(&self) -> f32 {
        self.seconds
    }

    /// How far the needle has been turned, in radians.
    pub fn turned(&self) -> f32 {
        self.turned
    }

    /// How far the needle has come in on screen: 0 (out) to 1.
    pub fn depth(&self) -> f32 {
        self.depth
    }

    fn deep(&self) -> f32 {
        if self.needle_is_in() { 1.0 } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(asks: &[NeedleAsk]) -> NeedlePanel {
        let mut panel = NeedlePanel::default();
        asks.iter().cloned().for_each(|ask| panel.apply(ask));
        panel
    }

    #[test]
    fn time_runs_only_once_a_needle_is_in() {
        let mut before = panel(&[NeedleAsk::Run(true)]);
        assert!(!before.runs(), "nothing has begun");
        before.apply(NeedleAsk::PutIn);
        before.apply(NeedleAsk::Run(true));
        assert!(before.runs());
        before.pause();
        let now = before.clone();
        before.step(5.0);
        assert_eq!(before, now, "paused is paused");
    }

    #[test]
    fn a_visit_that_is_told_to_its_end_rests() {
        let mut panel = panel(&[NeedleAsk::PutIn, NeedleAsk::Run(true)]);
        let run = |panel: &mut NeedlePanel| (0..2000).for_each(|_| panel.step(0.1));
        run(&mut panel);
        assert!(panel.waits() && panel.depth() < 0.01, "the needle came out by itself, and time waits");
        assert!((30.0..33.0).contains(&panel.visit.minute()), "minute {}", panel.visit.minute());
        panel.apply(NeedleAsk::Run(true));
        assert!(!panel.waits());
        run(&mut panel);
        assert!(panel.visit.is_over() && !panel.runs() && !panel.waits());
    }

    #[test]
    fn a_needle_that_somebody_takes_out_lets_time_go_on() {
        let mut panel = panel(&[NeedleAsk::PutIn, NeedleAsk::Run(true)]);
        panel.step(5.0);
        panel.apply(NeedleAsk::TakeOut);
        (0..100).for_each(|_| panel.step(0.1));
        assert!(panel.runs() && panel.depth() < 0.01);
    }

    #[test]
    fn the_two_clocks_never_run_together() {
        let mut panel = panel(&[NeedleAsk::PutIn, NeedleAsk::Run(true), NeedleAsk::Tell(Clock::Course)]);
        assert!(!panel.runs(), "changing clocks stops both");
        let minute = panel.visit.minute();
        panel.apply(NeedleAsk::Run(true));
        panel.step(1.0);
        assert!((panel.visit.minute() - minute).abs() < 1e-6, "weeks do not move minutes");
        assert!(panel.course.week() > 0.0);
    }

    #[test]
    fn steps_lead_through_the_whole_visit() {
        let mut panel = panel(&[NeedleAsk::PutIn]);
        for _ in 0..Needling::VISIT_MINUTES / MINUTES_A_STEP {
            panel.apply(NeedleAsk::StepOn);
        }
        assert!(panel.visit.is_over(), "minute {}", panel.visit.minute());
    }

    #[test]
    fn one_experiment_is_tried_at_a_time_and_told_until_it_is_switched_off() {
        let mut panel = panel(&[NeedleAsk::Try(Experiment::HoldStill), NeedleAsk::Try(Experiment::BlockOpioids)]);
        assert_eq!(panel.tried, Some(Experiment::BlockOpioids));
        assert!(panel.visit.settings().experiments.iter().eq([Experiment::BlockOpioids]));
        panel.apply(NeedleAsk::Try(Experiment::BlockOpioids));
        assert_eq!(panel.tried, None);
        assert!(panel.visit.settings().experiments.is_empty());
    }
}
