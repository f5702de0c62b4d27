//! What the supervisor of a kiosk decides, as a table of events and times, and what it tells a monitor.

use std::time::Duration;

use deqi::supervisor::line::Line;
use deqi::supervisor::metrics::{Days, Metrics};
use deqi::supervisor::policy::{Counts, Event, Exit, Level, Limits, Order, Policy};

const CRASH: Event = Event::Ended(Exit::Crash);

/// Tells a policy a story: at second, event, and what it should order.
struct Told {
    policy: Policy,
    now: f64,
}

impl Told {
    fn new() -> Self {
        let mut told = Self { policy: Policy::new(Limits::default()), now: 0.0 };
        told.at(0.0, Event::Tick, Some(Order::Start(Level::Normal)));
        told.at(0.0, Event::Started, None);
        told
    }

    fn at(&mut self, second: f64, event: Event, wanted: Option<Order>) {
        assert!(second >= self.now, "the story goes on");
        self.now = second;
        let order = self.policy.on(Duration::from_secs_f64(second), event);
        assert_eq!(order, wanted, "at {second} s, {event:?}");
    }

    /// Time passes until a second, a tick each second, and nothing is ordered.
    fn pass(&mut self, until: f64, telling: Option<Line>) {
        while self.now + 1.0 <= until {
            let now = self.now + 1.0;
            if let Some(line) = telling {
                self.at(now, Event::Told(line), None);
            }
            self.at(now, Event::Tick, None);
        }
    }

    /// It crashes now, and is started a moment later.
    fn crash(&mut self, next: Level) {
        self.at(self.now, CRASH, None);
        self.start(next);
    }

    fn start(&mut self, level: Level) {
        self.at(self.now, Event::Tick, None);
        self.at(self.now + 0.2, Event::Tick, Some(Order::Start(level)));
        self.at(self.now, Event::Started, None);
    }

    fn counts(&self) -> (u64, u64, u64) {
        let Counts { restarts, crashes, hangs, .. } = self.policy.counts();
        (restarts, crashes, hangs)
    }
}

#[test]
fn after_a_crash_it_is_started_at_once() {
    let mut told = Told::new();
    told.pass(100.0, Some(Line::Busy));
    told.crash(Level::Normal);
    assert!(told.now < 102.0, "within two seconds");
    assert_eq!(told.counts(), (1, 1, 0));
}

#[test]
fn three_crashes_in_a_minute_lead_to_safe_mode_and_six_in_ten_to_the_plain_page() {
    let mut told = Told::new();
    for (second, level) in [
        (20.0, Level::Normal),
        (30.0, Level::Normal),
        (79.0, Level::Safe),
        (200.0, Level::Safe),
        (201.0, Level::Safe),
        (400.0, Level::Plain),
    ] {
        told.pass(second, Some(Line::Busy));
        told.crash(level);
    }
    assert_eq!(told.counts(), (6, 6, 0));
}

#[test]
fn crashes_far_apart_change_nothing() {
    let mut told = Told::new();
    for n in 1..=40 {
        told.pass(f64::from(n) * 130.0, Some(Line::Busy));
        told.crash(Level::Normal);
    }
    assert_eq!(told.counts(), (40, 40, 0));
}

#[test]
fn a_hang_of_ten_seconds_is_ended_and_counts_as_a_crash() {
    let mut told = Told::new();
    told.pass(50.0, Some(Line::Idle));
    told.pass(59.0, None);
    told.at(60.0, Event::Tick, Some(Order::Kill));
    told.at(60.1, Event::Tick, None);
    told.at(60.2, CRASH, None);
    told.at(60.3, Event::Tick, Some(Order::Start(Level::Normal)));
    assert_eq!(told.counts(), (1, 1, 1));
}

#[test]
fn a_slow_start_is_waited_for_and_an_endless_one_is_not() {
    let mut told = Told::new();
    told.pass(45.0, None);
    told.at(45.5, Event::Told(Line::Idle), None);
    assert!(told.policy.is_up());
    let mut told = Told::new();
    told.pass(59.0, None);
    told.at(60.0, Event::Tick, Some(Order::Kill));
}

#[test]
fn a_screen_that_is_gone_is_waited_for_and_blamed_on_nobody() {
    let mut told = Told::new();
    told.pass(20.0, Some(Line::Busy));
    // Its loss ends the program that was on it, and counts.
    told.at(told.now, Event::Ended(Exit::NoScreen), None);
    told.start(Level::Normal);
    let mut starts = 1;
    while starts < 40 {
        told.at(told.now + 0.2, Event::Ended(Exit::NoScreen), None);
        told.at(told.now + 0.4, Event::Tick, None);
        told.at(told.now + 0.1, Event::Tick, Some(Order::Start(Level::Normal)));
        told.at(told.now, Event::Started, None);
        starts += 1;
    }
    assert_eq!(told.counts(), (40, 1, 0));
    assert!(told.policy.is_well(), "{} s without a screen", told.now - 20.0);
    // Whoever watches the supervisor then starts everything anew, the compositor too.
    told.at(told.now + 50.0, Event::Ended(Exit::NoScreen), None);
    assert!(!told.policy.is_well());
    told.at(told.now + 1.0, Event::Tick, Some(Order::Start(Level::Normal)));
    told.at(told.now, Event::Started, None);
    told.at(told.now + 1.0, Event::Told(Line::Idle), None);
    assert!(told.policy.is_up() && told.policy.is_well());
}

#[test]
fn words_about_a_visit_are_no_sign_that_something_is_shown() {
    let mut told = Told::new();
    told.at(1.0, Event::Told(Line::Visit), None);
    told.at(1.0, Event::Told(Line::WrongPins(3)), None);
    assert!(!told.policy.is_up());
    assert_eq!(told.policy.counts().visits, 1);
}

#[test]
fn a_computer_that_slept_is_no_program_that_hung() {
    let mut told = Told::new();
    told.pass(10.0, Some(Line::Idle));
    told.at(9000.0, Event::Tick, None);
    told.pass(9009.0, None);
    told.at(9010.0, Event::Tick, Some(Order::Kill));
}

#[test]
fn after_ten_calm_minutes_in_safe_mode_the_usual_one_is_tried_once_nobody_is_there() {
    let mut told = Told::new();
    for level in [Level::Normal, Level::Normal, Level::Safe] {
        told.at(told.now + 1.0, Event::Told(Line::Busy), None);
        told.crash(level);
    }
    told.pass(900.0, Some(Line::Busy));
    told.at(901.0, Event::Told(Line::Idle), None);
    told.at(901.0, Event::Tick, Some(Order::Close));
    told.at(901.5, Event::Ended(Exit::Left), None);
    told.at(901.7, Event::Tick, Some(Order::Start(Level::Normal)));
    told.at(901.7, Event::Started, None);
    assert_eq!(told.counts(), (4, 3, 0), "a planned start is no crash");
    // One crash soon after takes it back.
    told.pass(1000.0, Some(Line::Idle));
    told.crash(Level::Safe);
}

#[test]
fn from_the_plain_page_the_way_leads_back_through_safe_mode() {
    let mut told = Told::new();
    for level in [Level::Normal, Level::Normal, Level::Safe, Level::Safe, Level::Safe, Level::Plain] {
        told.at(told.now + 1.0, Event::Told(Line::Busy), None);
        told.crash(level);
    }
    // Nobody can use the plain page, so nobody is waited for.
    let began = told.now;
    told.pass(began + 599.0, Some(Line::Busy));
    told.at(began + 600.0, Event::Told(Line::Busy), None);
    told.at(began + 600.0, Event::Tick, Some(Order::Close));
    told.at(began + 600.1, Event::Ended(Exit::Crash), None);
    told.start(Level::Safe);
    told.at(told.now + 5.0, Event::Told(Line::Idle), None);
    told.crash(Level::Plain);
}

#[test]
fn where_not_even_the_plain_page_comes_up_it_tries_ever_more_slowly_and_for_ever() {
    let mut told = Told::new();
    for level in [Level::Normal, Level::Normal, Level::Safe, Level::Safe, Level::Safe, Level::Plain] {
        told.crash(level);
    }
    let mut waits = Vec::new();
    for _ in 0..7 {
        let crashed = told.now;
        told.at(crashed, CRASH, None);
        loop {
            let now = told.now + 0.5;
            told.now = now;
            let order = told.policy.on(Duration::from_secs_f64(now), Event::Tick);
            if order.is_some() {
                assert_eq!(order, Some(Order::Start(Level::Plain)));
                break;
            }
        }
        waits.push((told.now - crashed).round());
        told.at(told.now, Event::Started, None);
    }
    assert_eq!(waits, [5.0, 10.0, 20.0, 40.0, 60.0, 60.0, 60.0]);
    assert!(!told.policy.is_well(), "whoever watches the supervisor should know");
}

#[test]
fn staff_may_leave_or_ask_for_a_new_start() {
    let mut told = Told::new();
    told.at(5.0, Event::Told(Line::Busy), None);
    told.at(6.0, Event::Ended(Exit::Restart), None);
    told.start(Level::Normal);
    assert_eq!(told.counts(), (1, 0, 0));
    told.at(9.0, Event::Ended(Exit::Left), Some(Order::Finish(true)));
    told.at(10.0, Event::Tick, None);
}

#[test]
fn to_stop_the_program_is_asked_and_then_made_to_end() {
    let mut told = Told::new();
    told.pass(5.0, Some(Line::Busy));
    told.at(5.0, Event::Stop, Some(Order::Close));
    told.at(5.4, Event::Ended(Exit::Crash), Some(Order::Finish(false)));
    assert_eq!(told.counts(), (0, 0, 0), "however it ends then, it is no crash");

    let mut told = Told::new();
    told.at(1.0, Event::Stop, Some(Order::Close));
    told.at(2.9, Event::Tick, None);
    told.at(3.0, Event::Tick, Some(Order::Kill));
    told.at(3.1, Event::Ended(Exit::Crash), Some(Order::Finish(false)));

    // While it waits to start the program, there is nothing to end.
    let mut told = Told::new();
    told.at(1.0, CRASH, None);
    told.at(1.0, Event::Stop, Some(Order::Finish(false)));

    // A hang that is being ended must not keep the supervisor.
    let mut told = Told::new();
    told.at(60.0, Event::Tick, Some(Order::Kill));
    told.at(60.0, Event::Stop, Some(Order::Close));
    told.at(60.1, CRASH, Some(Order::Finish(false)));
}

#[test]
fn one_that_is_dying_gets_a_moment_and_no_more() {
    let mut told = Told::new();
    told.pass(5.0, Some(Line::Busy));
    told.at(5.0, Event::Told(Line::Dying), None);
    told.at(5.4, Event::Tick, None);
    told.at(5.5, Event::Tick, Some(Order::Kill));
    told.at(5.6, CRASH, None);
    told.at(5.7, Event::Tick, Some(Order::Start(Level::Normal)));
    assert_eq!(told.counts(), (1, 1, 0), "a crash, and no hang");
}

#[test]
fn what_grows_too_large_or_too_old_is_renewed_when_nobody_is_there() {
    let much = Event::Memory(Limits::default().most_memory + 1);
    let mut told = Told::new();
    told.at(5.0, Event::Told(Line::Busy), None);
    told.at(5.0, much, None);
    told.at(6.0, Event::Told(Line::Idle), None);
    told.at(6.0, Event::Memory(100_000_000), None);
    told.at(6.0, much, None);
    told.pass(599.0, Some(Line::Idle));
    told.at(599.0, much, None);
    told.pass(601.0, Some(Line::Busy));
    told.at(601.0, much, None);
    told.at(601.0, Event::Told(Line::Idle), None);
    told.at(601.0, much, Some(Order::Close));
    told.at(601.5, Event::Ended(Exit::Left), None);
    told.start(Level::Normal);
    assert_eq!(told.counts(), (1, 0, 0));

    let began = told.now;
    told.pass(began + 86_300.0, Some(Line::Idle));
    told.pass(began + 86_500.0, Some(Line::Busy));
    told.at(told.now, Event::Told(Line::Idle), None);
    told.at(told.now, Event::Tick, Some(Order::Close));
}

#[test]
fn what_cannot_be_started_is_a_crash() {
    let mut policy = Policy::new(Limits::default());
    assert_eq!(policy.on(Duration::ZERO, Event::Tick), Some(Order::Start(Level::Normal)));
    assert_eq!(policy.on(Duration::ZERO, Event::NotStarted), None);
    assert_eq!(policy.counts().crashes, 1);
    assert_eq!(policy.on(Duration::from_secs(1), Event::Tick), Some(Order::Start(Level::Normal)));
}

#[test]
fn visits_are_counted_by_the_day() {
    let mut days = Days::default();
    assert_eq!(days.count(20_000, 0), (0, 0));
    assert_eq!(days.count(20_000, 7), (7, 0));
    assert_eq!(days.count(20_001, 9), (0, 9), "what ended before midnight is yesterday's");
    assert_eq!(days.count(20_001, 10), (1, 9));
    assert_eq!(days.count(20_005, 10), (0, 0), "days on which nothing was counted lie between");
    assert_eq!(days.count(20_004, 12), (0, 0), "a clock that is set back starts a day anew");
}

#[test]
fn a_monitor_reads_lives_and_visits_and_nothing_else() {
    let counts = Counts { restarts: 3, crashes: 2, hangs: 1, visits: 40 };
    let metrics = Metrics {
        now: 1_764_111_111,
        up: true,
        level: Level::Safe,
        counts,
        today: 12,
        yesterday: 28,
        memory: Some(1000),
        left: false,
    };
    let text = metrics.text();
    let values: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let wanted = [
        "deqi_kiosk_heartbeat_seconds 1764111111",
        "deqi_kiosk_up 1",
        "deqi_kiosk_level 1",
        "deqi_kiosk_left 0",
        "deqi_kiosk_restarts_total 3",
        "deqi_kiosk_crashes_total 2",
        "deqi_kiosk_hangs_total 1",
        "deqi_kiosk_visits_total 40",
        "deqi_kiosk_visits_today 12",
        "deqi_kiosk_visits_yesterday 28",
        "deqi_kiosk_memory_bytes 1000",
    ];
    assert_eq!(values, wanted);
    for value in wanted {
        let name = value.split(' ').next().unwrap();
        let place = text.find(&format!("# TYPE {name} ")).unwrap();
        assert!(
            text.find(&format!("# HELP {name} ")).unwrap() < place
                && place < text.find(&format!("\n{value}\n")).unwrap(),
            "{name}"
        );
    }
    assert!(text.ends_with('\n'), "a last line without an end is refused by Prometheus");
    assert!(!Metrics { memory: None, ..metrics }.text().contains("memory"));
}
