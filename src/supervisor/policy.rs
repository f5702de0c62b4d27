//! What to do when the program crashes, hangs or grows: decided from events and times alone.
//!
//! Times are counted from the start of the supervisor. Nothing here waits, starts or kills.

use core::time::Duration;
use std::collections::VecDeque;

use super::line::Line;

/// How carefully the program is run.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// As it was set up.
    Normal,
    /// With the built-in pack alone, and nothing moving.
    Safe,
    /// One page that asks people to tell staff.
    Plain,
}

impl Level {
    fn up(self) -> Self {
        if self == Self::Normal { Self::Safe } else { Self::Plain }
    }

    fn down(self) -> Self {
        if self == Self::Plain { Self::Safe } else { Self::Normal }
    }
}

/// When to do what.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Without a sign of life for so long the program hangs.
    pub hang: Duration,
    /// So long may pass before its first sign of life: old disks are slow.
    pub start: Duration,
    /// So long it may take to end when asked to.
    pub end: Duration,
    /// So long is waited before it is started again.
    pub pause: Duration,
    /// So long is waited where there was no screen: nothing on this side mends that, and nothing is gained by haste.
    pub no_screen: Duration,
    /// The longest wait where not even the plain page comes up; the first is a twelfth of it, and each is twice the
    /// one before.
    pub long_pause: Duration,
    /// So many crashes …
    pub safe_after: usize,
    /// … in so long lead to [`Level::Safe`].
    pub safe_within: Duration,
    /// So many crashes …
    pub plain_after: usize,
    /// … in so long lead to [`Level::Plain`].
    pub plain_within: Duration,
    /// After so long without a crash the next lower level is tried; a crash within as long again takes it back.
    pub calm: Duration,
    /// Larger than so many bytes, and not younger than [`Limits::calm`], it is started anew once nobody uses it.
    pub most_memory: u64,
    /// Older than this, it is started anew once nobody uses it.
    pub most_age: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            hang: Duration::from_secs(10),
            start: Duration::from_mins(1),
            end: Duration::from_secs(2),
            pause: Duration::from_millis(100),
            no_screen: Duration::from_millis(500),
            long_pause: Duration::from_mins(1),
            safe_after: 3,
            safe_within: Duration::from_mins(1),
            plain_after: 6,
            plain_within: Duration::from_mins(10),
            calm: Duration::from_mins(10),
            most_memory: 700 * 1024 * 1024,
            most_age: Duration::from_hours(24),
        }
    }
}

/// How the program ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exit {
    /// Staff left.
    Left,
    /// Staff asked for a new start.
    Restart,
    /// It found no screen to draw on, or lost it.
    NoScreen,
    /// In any other way.
    Crash,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Event {
    /// Nothing, but time has passed.
    Tick,
    /// The program was started.
    Started,
    /// The program could not even be started.
    NotStarted,
    /// The program told something.
    Told(Line),
    /// The program takes so many bytes of memory.
    Memory(u64),
    /// The program ended.
    Ended(Exit),
    /// The supervisor was asked to end.
    Stop,
}

/// Something to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// Start the program.
    Start(Level),
    /// Ask the program to end.
    Close,
    /// End the program at once.
    Kill,
    /// The supervisor ends; true where staff left.
    Finish(bool),
}

/// What has been counted since the supervisor started.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// How often the program was started again.
    pub restarts: u64,
    /// How often it crashed; a hang counts too.
    pub crashes: u64,
    /// How often it hung.
    pub hangs: u64,
    /// How many visits have ended.
    pub visits: u64,
}

/// Where the program is in its life.
#[derive(Clone, Copy, Debug)]
enum Phase {
    /// It is not there, and is to be started at a time.
    Waiting { until: Duration },
    /// The order to start it was given.
    Starting,
    /// It runs.
    Running { since: Duration, seen: Option<Duration>, idle: bool },
    /// It was asked to end, or killed, and must be gone by a time.
    Ending { by: Duration, why: Why, killed: bool },
    /// The supervisor is done.
    Done,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Why {
    Hung,
    Dying,
    Planned,
    Stopped,
}

/// Decides what to do.
#[derive(Clone, Debug)]
pub struct Policy {
    limits: Limits,
    phase: Phase,
    level: Level,
    /// When the present level was tried after a calm time on the one above.
    trial: Option<Duration>,
    crashes: VecDeque<Duration>,
    /// How often in a row not even the plain page came up.
    in_vain: u32,
    counts: Counts,
    started: bool,
    /// When an event came last.
    now: Duration,
    /// When a program last gave a sign of life.
    alive: Duration,
}

impl Policy {
    /// Begins with a start at once.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            phase: Phase::Waiting { until: Duration::ZERO },
            level: Level::Normal,
            trial: None,
            crashes: VecDeque::new(),
            in_vain: 0,
            counts: Counts::default(),
            started: false,
            now: Duration::ZERO,
            alive: Duration::ZERO,
        }
    }

    /// How carefully the program is run now.
    pub fn level(&self) -> Level {
        self.level
    }

    /// What has been counted.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Whether a program gave a sign of life not long ago: longer than any recovery of ours takes. If not, whoever
    /// watches the supervisor should start everything anew, the compositor too.
    pub fn is_well(&self) -> bool {
        self.now.saturating_sub(self.alive) < self.limits.start + self.limits.hang
    }

    /// Whether the program runs and has shown itself.
    pub fn is_up(&self) -> bool {
        matches!(self.phase, Phase::Running { seen: Some(_), .. })
    }

    /// Takes note of what happened, and says what to do now.
    pub fn on(&mut self, now: Duration, event: Event) -> Option<Order> {
        let slept = now.saturating_sub(self.now) >= self.limits.hang / 2;
        self.now = now;
        match (event, self.phase) {
            (_, Phase::Done) => None,
            (Event::Started, Phase::Starting) => {
                self.phase = Phase::Running { since: now, seen: None, idle: false };
                None
            }
            (Event::NotStarted, Phase::Starting) => self.crashed(now),
            (Event::Told(line), Phase::Running { since, seen, idle }) => self.told(line, since, seen, idle),
            // What is as large from its start would not become smaller by another.
            (Event::Memory(bytes), Phase::Running { since, idle: true, .. })
                if bytes > self.limits.most_memory && now.saturating_sub(since) >= self.limits.calm =>
            {
                Some(self.end(Why::Planned))
            }
            (Event::Ended(exit), phase) => self.ended(exit, phase),
            (Event::Stop, Phase::Running { .. } | Phase::Ending { .. }) => Some(self.end(Why::Stopped)),
            (Event::Stop, Phase::Waiting { .. } | Phase::Starting) => {
                self.phase = Phase::Done;
                Some(Order::Finish(false))
            }
            (Event::Tick, phase) => self.look(phase, slept),
            _ => None,
        }
    }

    /// Looks at the time.
    fn look(&mut self, phase: Phase, slept: bool) -> Option<Order> {
        let now = self.now;
        match phase {
            Phase::Waiting { until } if now >= until => {
                self.phase = Phase::Starting;
                self.counts.restarts += u64::from(self.started);
                self.started = true;
                Some(Order::Start(self.level))
            }
            // The computer slept, or the supervisor did not get to run: the program had no chance to be heard.
            Phase::Running { since, seen: Some(_), idle } if slept => {
                self.phase = Phase::Running { since, seen: Some(now), idle };
                None
            }
            Phase::Running { since, seen, idle } => {
                let quiet = now.saturating_sub(seen.unwrap_or(since));
                let limit = if seen.is_some() { self.limits.hang } else { self.limits.start };
                if quiet >= limit {
                    self.counts.hangs += 1;
                    return Some(self.kill(Why::Hung));
                }
                let age = now.saturating_sub(since);
                // Nobody can use the plain page.
                let free = idle || self.level == Level::Plain;
                let calm = self.level != Level::Normal && age >= self.limits.calm;
                if free && calm {
                    self.level = self.level.down();
                    self.trial = Some(now);
                    self.crashes.clear();
                }
                (free && (calm || age >= self.limits.most_age)).then(|| self.end(Why::Planned))
            }
            Phase::Ending { by, why, killed: false } if now >= by => Some(self.kill(why)),
            _ => None,
        }
    }

    fn told(&mut self, line: Line, since: Duration, seen: Option<Duration>, idle: bool) -> Option<Order> {
        self.alive = self.now;
        let idle = match line {
            Line::Idle => true,
            Line::Busy => false,
            Line::Visit => {
                self.counts.visits += 1;
                idle
            }
            Line::WrongPins(_) => idle,
            Line::Dying => {
                self.phase = Phase::Ending { by: self.now + self.limits.end / 4, why: Why::Dying, killed: false };
                return None;
            }
        };
        // A word about a visit or a PIN is no picture on the screen.
        let seen = if matches!(line, Line::Visit | Line::WrongPins(_)) { seen } else { Some(self.now) };
        self.phase = Phase::Running { since, seen, idle };
        None
    }

    fn ended(&mut self, exit: Exit, phase: Phase) -> Option<Order> {
        let why = if let Phase::Ending { why, .. } = phase { Some(why) } else { None };
        match (why, exit) {
            (Some(Why::Stopped), _) => {
                self.phase = Phase::Done;
                Some(Order::Finish(false))
            }
            (None, Exit::Left) => {
                self.phase = Phase::Done;
                Some(Order::Finish(true))
            }
            (Some(Why::Planned), _) | (None, Exit::Restart) => {
                self.phase = Phase::Waiting { until: self.now + self.limits.pause };
                None
            }
            // Not the program's fault, and no plainer page would be seen either. What ended while it was on the screen
            // is the loss itself, and counted.
            (None, Exit::NoScreen) if !matches!(phase, Phase::Running { seen: Some(_), .. }) => {
                self.phase = Phase::Waiting { until: self.now + self.limits.no_screen };
                None
            }
            (Some(Why::Hung | Why::Dying), _) | (None, Exit::Crash | Exit::NoScreen) => self.crashed(self.now),
        }
    }

    /// Counts a crash, and says how and when to go on.
    fn crashed(&mut self, now: Duration) -> Option<Order> {
        let limits = self.limits;
        self.counts.crashes += 1;
        self.crashes.push_back(now);
        while self.crashes.front().is_some_and(|&at| now.saturating_sub(at) >= limits.plain_within) {
            self.crashes.pop_front();
        }
        let late = self.crashes.iter().filter(|&&at| now.saturating_sub(at) < limits.safe_within).count();
        let was = self.level;
        if self.crashes.len() >= limits.plain_after {
            self.level = Level::Plain;
        } else if late >= limits.safe_after {
            self.level = self.level.max(Level::Safe);
        } else if self.trial.take().is_some_and(|since| now.saturating_sub(since) < limits.calm) {
            self.level = self.level.up();
        }
        // Not even the plain page stays up: there is nothing simpler to try, and haste helps nobody.
        let pause = if was == Level::Plain {
            let pause = (limits.long_pause / 12).saturating_mul(1 << self.in_vain.min(8)).min(limits.long_pause);
            self.in_vain += 1;
            pause
        } else {
            self.in_vain = 0;
            limits.pause
        };
        self.phase = Phase::Waiting { until: now + pause };
        None
    }

    fn end(&mut self, why: Why) -> Order {
        let (by, killed) = match self.phase {
            Phase::Ending { by, killed, .. } => (by, killed),
            _ => (self.now + self.limits.end, false),
        };
        self.phase = Phase::Ending { by, why, killed };
        Order::Close
    }

    fn kill(&mut self, why: Why) -> Order {
        self.phase = Phase::Ending { by: self.now, why, killed: true };
        Order::Kill
    }
}
