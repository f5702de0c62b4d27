//! The clinic's people at a kiosk: how they call for their page, how a PIN lets them in, what they see there.
//!
//! None of it is part of the [`Visit`](crate::visit::Visit): a visit is what a visitor did, and is forgotten when they go.
//! What a staff member does is forgotten when *they* go, by one assignment too, of [`Staff::inside`]. Only the lock stays:
//! were it forgotten, whoever guesses would only have to close the keypad to guess on.
//!
//! Plain and deterministic: time comes in through `step(dt)`; whether a PIN is right is told from outside.

mod call;
mod lock;

pub use call::{Call, Corner, Release};
pub use lock::Lock;

use crate::store::pin::DIGITS;

/// A keypad that nobody touches goes away, in seconds.
const KEYPAD_WAITS: f32 = 30.0;
/// A wait this long may be spent before the keypad, in seconds.
const WORTH_WAITING: f32 = 60.0;
/// The page of someone who walked away is shut, in seconds.
const PAGE_WAITS: f32 = 180.0;
/// So long the screen may be wiped, in seconds.
pub const CLEANING: f32 = 60.0;

/// Where the staff is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Place {
    /// Not there: the screen is the visitors'.
    #[default]
    Away,
    /// At the door, before the keypad.
    Door,
    /// On their page.
    Page,
    /// Holding a bank card to the screen.
    Size,
    /// Reading what is wrong with the content pack.
    Pack,
    /// Reading counters and the record of crashes.
    Records,
    /// Trying the printer.
    Printer,
    /// Wiping the screen, which counts no touch for so many seconds more.
    Cleaning(f32),
}

/// What someone of the clinic can ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask {
    /// Come to the door.
    Call,
    /// Type a digit of the PIN.
    Digit(u8),
    /// Take the last digit back.
    Erase,
    /// Go one place back, and from the page or the door away.
    Back,
    /// Look at the content pack.
    CheckPack,
    /// Measure the screen.
    MeasureScreen,
    /// The screen has so many points to a millimetre.
    Measured(f32),
    /// Look at counters and the record of crashes.
    ReadRecords,
    /// Look whether the printer works.
    CheckPrinter,
    /// Print the page that tries it.
    PrintTrial,
    /// Wipe the screen.
    Clean,
    /// End the program, and do not start it again.
    Leave,
    /// End the program and start it again.
    Restart,
}

/// What an ask wants of the program around.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Say whether this is the PIN.
    Try(String),
    /// Read the pack and [`show`](Staff::show) what is wrong with it.
    ReadPack,
    /// Read counters and record and [`show`](Staff::show) them.
    ReadRecords,
    /// Take this for the points in a millimetre.
    Measure(f32),
    /// Print the page that tries the printer, and [`tell`](Staff::tell_of_trial) what becomes of it.
    PrintTrial,
    /// End, and stay ended.
    Leave,
    /// End, to be started again.
    Restart,
}

/// What became of the page that tries the printer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Trial {
    /// It is on its way.
    Sent,
    /// The printer took it.
    Taken,
    /// The printer did not take it.
    NotTaken,
    /// A page is on its way already.
    Busy,
    /// The last one was just now; so many seconds are to wait.
    Soon(u32),
}

/// What is forgotten when a staff member goes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Inside {
    place: Place,
    typed: String,
    wrong: bool,
    /// What was read for them, a line each.
    lines: Vec<String>,
    /// What became of the printer's trial.
    trial: Option<Trial>,
    /// Seconds since the last ask.
    idle: f32,
}

/// The staff.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Staff {
    lock: Lock,
    inside: Inside,
}

impl Staff {
    /// The staff before a lock that has seen something.
    pub fn behind(lock: Lock) -> Self {
        Self { lock, inside: Inside::default() }
    }

    /// How many wrong PINs were tried since a right one.
    pub fn wrong_pins(&self) -> u16 {
        self.lock.wrong()
    }

    /// Does what was asked. What touches more than the staff itself comes back as an order.
    pub fn apply(&mut self, ask: Ask) -> Option<Order> {
        self.inside.idle = 0.0;
        match (self.place(), ask) {
            (Place::Away, Ask::Call) => self.inside.place = Place::Door,
            (Place::Door, Ask::Digit(digit)) if digit < 10 && self.lock.wait() <= 0.0 => {
                self.inside.wrong = false;
                self.inside.typed.push(char::from(b'0' + digit));
                if self.inside.typed.len() >= DIGITS {
                    return Some(Order::Try(std::mem::take(&mut self.inside.typed)));
                }
            }
            (Place::Door, Ask::Erase) => _ = self.inside.typed.pop(),
            (Place::Door | Place::Page, Ask::Back) => self.go_away(),
            (Place::Size | Place::Pack | Place::Records | Place::Printer, Ask::Back) => self.go(Place::Page),
            (Place::Page, Ask::CheckPrinter) => self.go(Place::Printer),
            (Place::Printer, Ask::PrintTrial) => return Some(Order::PrintTrial),
            (Place::Page, Ask::CheckPack) => {
                self.go(Place::Pack);
                return Some(Order::ReadPack);
            }
            (Place::Page, Ask::ReadRecords) => {
                self.go(Place::Records);
                return Some(Order::ReadRecords);
            }
            (Place::Page, Ask::MeasureScreen) => self.go(Place::Size),
            (Place::Size, Ask::Measured(scale)) => return Some(Order::Measure(scale)),
            (Place::Page, Ask::Clean) => self.go(Place::Cleaning(CLEANING)),
            (Place::Page, Ask::Leave) => return Some(Order::Leave),
            (Place::Page, Ask::Restart) => return Some(Order::Restart),
            // An ask that came late, from a place that was left.
            _ => {}
        }
        None
    }

    /// Whether the PIN that was tried is right.
    pub fn answer(&mut self, right: bool) {
        if self.place() != Place::Door {
            return;
        }
        if right {
            self.lock = Lock::default();
            self.go(Place::Page);
        } else {
            self.lock.miss();
            self.inside.wrong = true;
        }
    }

    /// Shows what was read, a line each.
    pub fn show(&mut self, lines: Vec<String>) {
        self.inside.lines = lines;
    }

    /// Tells what became of the printer's trial, where someone still waits for it.
    pub fn tell_of_trial(&mut self, trial: Trial) {
        if self.place() == Place::Printer {
            self.inside.trial = Some(trial);
        }
    }

    /// Lets time pass, in seconds.
    pub fn step(&mut self, dt: f32) {
        self.lock.step(dt);
        // Who waits for a short while before the lock has not walked away.
        if !(0.1..=WORTH_WAITING).contains(&self.lock.wait()) {
            self.inside.idle += dt;
        }
        let left = match &mut self.inside.place {
            Place::Away => f32::INFINITY,
            Place::Cleaning(left) => {
                *left -= dt;
                // When it is over, whoever wiped the screen has gone on to the next room.
                *left
            }
            Place::Door => KEYPAD_WAITS - self.inside.idle,
            Place::Page | Place::Size | Place::Pack | Place::Records | Place::Printer => PAGE_WAITS - self.inside.idle,
        };
        if left <= 0.0 {
            self.go_away();
        }
    }

    /// In how many seconds something of theirs changes by itself; never where nothing will.
    pub fn changes_in(&self) -> Option<f32> {
        let second = |left: f32| left - (left.ceil() - 1.0);
        let idle = self.inside.idle;
        match self.place() {
            Place::Away => None,
            Place::Cleaning(left) => Some(second(left)),
            Place::Door if self.lock.wait() > 0.0 => Some(second(self.lock.wait())),
            Place::Door => Some(KEYPAD_WAITS - idle),
            Place::Page | Place::Size | Place::Pack | Place::Records | Place::Printer => Some(PAGE_WAITS - idle),
        }
    }

    /// Where they are.
    pub fn place(&self) -> Place {
        self.inside.place
    }

    /// How many digits were typed.
    pub fn typed(&self) -> usize {
        self.inside.typed.len()
    }

    /// Whether the last PIN was wrong.
    pub fn was_wrong(&self) -> bool {
        self.inside.wrong
    }

    /// For how many seconds no digit is taken.
    pub fn wait(&self) -> f32 {
        self.lock.wait()
    }

    /// What was read for them.
    pub fn lines(&self) -> &[String] {
        &self.inside.lines
    }

    /// What became of the printer's trial.
    pub fn trial(&self) -> Option<Trial> {
        self.inside.trial
    }

    fn go(&mut self, place: Place) {
        self.inside = Inside { place, ..Inside::default() };
    }

    fn go_away(&mut self) {
        self.inside = Inside::default();
    }
}
