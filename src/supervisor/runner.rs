//! Carries out what the policy decides: the clock, the process, the files.

use std::fmt;
use std::io::Write;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use jiff::{Timestamp, ZonedDateTime};

use super::child::{Child, Heard};
use super::line::Line;
use super::memory::resident;
use super::metrics::{Days, Metrics};
use super::notify::Notify;
use super::policy::{Counts, Event, Exit, Level, Limits, Order, Policy};
use crate::store::run_dir::RunDir;

/// How often the supervisor looks up when nothing is heard.
const LOOK: Duration = Duration::from_millis(100);
/// A program that ended may have left so many words in its pipe; more are not waited for.
const MOST_LAST_WORDS: usize = 1000;
/// How often it tells others that all is well.
const TELL: Duration = Duration::from_secs(5);

/// What to keep running, and how.
pub struct Keeper<'a> {
    /// The program at a level.
    pub command: &'a dyn Fn(Level) -> Command,
    /// When to do what.
    pub limits: Limits,
    /// Where counters and crashes go.
    pub run_dir: Option<RunDir>,
    /// Set to end the supervisor and the program.
    pub stop: Arc<AtomicBool>,
    /// The socket on which systemd waits to hear that all is well.
    pub notify: Option<String>,
}

/// How it ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Kept {
    /// What was counted.
    pub counts: Counts,
    /// How carefully the program was run at last.
    pub level: Level,
    /// Whether staff left; otherwise the supervisor was stopped.
    pub left: bool,
}

/// Keeps a program running until staff leave it or the supervisor is stopped. What happens goes to `log`, a line each.
pub fn keep(keeper: &Keeper<'_>, log: &mut dyn Write) -> Kept {
    let (sender, receiver) = channel();
    let now = Instant::now();
    let mut run = Run {
        keeper,
        log,
        policy: Policy::new(keeper.limits),
        child: None,
        number: 0,
        sender,
        receiver,
        began: now,
        ended: now,
        was_up: false,
        said: Said::default(),
        stopping: false,
        told: None,
        days: Days::default(),
        wrong_pins: 0,
        notify: Notify::to(keeper.notify.as_deref()),
    };
    loop {
        let event = run.wait();
        let order = run.on(event).or_else(|| run.on(Event::Tick));
        if let Some(Order::Finish(left)) = order {
            return run.finish(left);
        }
        if let Some(order) = order {
            run.carry_out(order);
        }
        run.tell();
    }
}

/// A supervisor at work.
struct Run<'a, 'b> {
    keeper: &'a Keeper<'a>,
    log: &'b mut dyn Write,
    policy: Policy,
    child: Option<Child>,
    /// Counts the lives of the program, so that the last words of one are not taken for another's.
    number: u64,
    sender: Sender<(u64, Heard)>,
    receiver: Receiver<(u64, Heard)>,
    began: Instant,
    /// When the last program ended.
    ended: Instant,
    was_up: bool,
    said: Said,
    stopping: bool,
    told: Option<(Instant, Counts, bool)>,
    days: Days,
    /// How many wrong PINs were tried: a new start does not shorten the wait for the next.
    wrong_pins: u16,
    notify: Notify,
}

/// What was said already, and need not be said again while it lasts.
#[derive(Default)]
struct Said {
    /// There is no screen.
    no_screen: bool,
    /// Nothing can be written.
    unwritable: bool,
}

impl Run<'_, '_> {
    /// Waits a little for something to happen.
    fn wait(&mut self) -> Event {
        if !self.stopping && self.keeper.stop.load(Ordering::Relaxed) {
            self.stopping = true;
            self.say(format_args!("asked to end"));
            return Event::Stop;
        }
        if let Some((exit, status)) = self.child.as_mut().and_then(Child::ended) {
            self.child = None;
            self.ended = Instant::now();
            self.hear_last_words();
            if exit == Exit::NoScreen {
                self.say_no_screen();
            } else {
                let crashes = self.policy.counts().crashes;
                self.say(format_args!("the program ended ({status}) after {crashes} crashes so far"));
            }
            return Event::Ended(exit);
        }
        match self.receiver.recv_timeout(LOOK) {
            Ok((number, Some(line))) if number == self.number => Event::Told(line),
            Ok(_) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Event::Tick,
        }
    }

    /// Says once that there is no screen, however often it is looked for.
    fn say_no_screen(&mut self) {
        if !std::mem::replace(&mut self.said.no_screen, true) {
            self.say(format_args!("there is no screen; it is looked for until there is one"));
        }
    }

    /// What a program told just before it ended may still be on its way: the end of a visit, for one.
    fn hear_last_words(&mut self) {
        for _ in 0..MOST_LAST_WORDS {
            match self.receiver.recv_timeout(LOOK) {
                Ok((number, Some(line))) if number == self.number => _ = self.on(Event::Told(line)),
                // The pipe is closed, or somebody else holds it open and is silent.
                Ok((number, None)) if number == self.number => break,
                Err(_) => break,
                Ok(_) => {}
            }
        }
    }

    /// Asks the policy, and notes what changed by it.
    fn on(&mut self, event: Event) -> Option<Order> {
        if let Event::Told(Line::WrongPins(count)) = event {
            self.wrong_pins = count;
        }
        let before = (self.policy.counts(), self.policy.level());
        let order = self.policy.on(self.began.elapsed(), event);
        let (counts, level) = (self.policy.counts(), self.policy.level());
        if counts.hangs > before.0.hangs {
            self.record("the program hung: it gave no sign of life");
        } else if counts.crashes > before.0.crashes {
            self.record(&format!("crash {} since the supervisor started", counts.crashes));
        }
        if level != before.1 {
            self.say(format_args!("from now on: {level:?}"));
        }
        let up = self.policy.is_up();
        if up && !self.was_up {
            let seconds = self.ended.elapsed().as_secs_f32();
            self.say(format_args!("the program is up ({level:?}) after {seconds:.2} s"));
            self.notify.say_ready();
            self.said.no_screen = false;
        }
        self.was_up = up;
        order
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Start(level) => {
                self.number += 1;
                let mut command = (self.keeper.command)(level);
                if self.wrong_pins > 0 {
                    command.args(["--wrong-pins", &self.wrong_pins.to_string()]);
                }
                match Child::start(&mut command, self.number, self.sender.clone()) {
                    Ok(child) => {
                        self.child = Some(child);
                        self.on(Event::Started);
                    }
                    Err(error) => {
                        self.say(format_args!("the program cannot be started: {error}"));
                        self.on(Event::NotStarted);
                    }
                }
            }
            Order::Close => self.child.iter_mut().for_each(Child::close),
            Order::Kill => self.child.iter_mut().for_each(Child::kill),
            // The loop has seen to it.
            Order::Finish(_) => {}
        }
    }

    /// Tells systemd and the monitor how things stand, now and then and when something changed.
    fn tell(&mut self) {
        let now = (Instant::now(), self.policy.counts(), self.policy.is_up());
        let fresh = self.told.is_some_and(|told| now.0 - told.0 < TELL && (told.1, told.2) == (now.1, now.2));
        if fresh {
            return;
        }
        self.told = Some(now);
        if self.policy.is_well() {
            self.notify.say("WATCHDOG=1");
        }
        let memory = self.child.as_ref().and_then(|child| resident(child.pid()));
        self.write(memory, false);
        if let Some(order) = memory.and_then(|bytes| self.on(Event::Memory(bytes))) {
            self.carry_out(order);
        }
    }

    fn write(&mut self, memory: Option<u64>, left: bool) {
        let Some(folder) = &self.keeper.run_dir else { return };
        let counts = self.policy.counts();
        let wall = ZonedDateTime::now();
        let now = wall.timestamp().as_second();
        let day = (now + i64::from(wall.offset().seconds())).div_euclid(24 * 60 * 60);
        let (today, yesterday) = self.days.count(day, counts.visits);
        let now = now.unsigned_abs();
        let (up, level) = (self.policy.is_up(), self.policy.level());
        let metrics = Metrics { now, up, level, counts, today, yesterday, memory, left };
        if let Err(error) = folder.write_metrics(&metrics.text()) {
            self.cannot_write(&error);
        }
    }

    /// Adds to the record of crashes.
    fn record(&mut self, what: &str) {
        self.say(format_args!("{what}"));
        if let Some(folder) = &self.keeper.run_dir
            && let Err(error) = folder.add_crash(&format!("{:.0} supervisor: {what}", Timestamp::now()))
        {
            self.cannot_write(&error);
        }
    }

    /// Says once that nothing can be written. It is no reason to stop: people can still read the screen.
    fn cannot_write(&mut self, error: &std::io::Error) {
        if !std::mem::replace(&mut self.said.unwritable, true) {
            self.say(format_args!("counters and crashes cannot be written: {error}"));
        }
    }

    fn finish(mut self, left: bool) -> Kept {
        self.child = None;
        self.notify.say("STOPPING=1");
        self.write(None, left);
        self.say(format_args!("{}", if left { "staff left" } else { "ended" }));
        Kept { counts: self.policy.counts(), level: self.policy.level(), left }
    }

    fn say(&mut self, what: fmt::Arguments<'_>) {
        // Where nobody can hear it, nobody needs it.
        let _unheard = writeln!(self.log, "deqi kiosk: {what}");
    }
}
