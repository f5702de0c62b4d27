//! The signs of life that a supervised program gives, and the thread by which it hangs.
//!
//! Once a second the window wakes to say that it is alive. It says so first when its first frame has been shown. When
//! its standard input ends, the supervisor is gone or wants it to end, and the window closes.

use std::io::{Read as _, Write as _, stdin, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::{Context, ViewportCommand};

use crate::supervisor::codes::CRASHED;
use crate::supervisor::line::Line;

/// How often the window says that it is alive.
const BEAT: Duration = Duration::from_secs(1);
/// A window that hangs does not close. So long after it should have, the program ends all the same.
const GRACE: Duration = Duration::from_secs(1);

/// Tells a supervisor how the program is; where there is none, it does nothing.
#[derive(Clone, Debug, Default)]
pub struct Pulse {
    supervised: bool,
    /// The supervisor wants the program to end.
    cut: Arc<AtomicBool>,
    frames: u8,
    beat_at: Option<Instant>,
    listening: bool,
}

impl Pulse {
    /// Tells it on the standard output, to the supervisor that started the program.
    pub fn supervised() -> Self {
        let pulse = Self { supervised: true, ..Self::default() };
        // A service that stops asks everyone at once; without this the program would look as if it had crashed.
        let _as_usual = signal_hook::flag::register(signal_hook::consts::SIGTERM, Arc::clone(&pulse.cut));
        pulse
    }

    /// Says that the window is alive, if it is time to, and whether it waits for somebody to come. To be called at each
    /// frame; it asks for another in a second.
    pub(super) fn beat(&mut self, ctx: &Context, waits: bool) {
        if !self.supervised {
            return;
        }
        if !self.listening {
            self.listening = true;
            listen(&self.cut, ctx);
        }
        if self.is_cut() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let now = Instant::now();
        // At its second frame the window has shown its first.
        if self.frames < 1 {
            self.frames += 1;
            ctx.request_repaint();
            return;
        }
        ctx.request_repaint_after(BEAT);
        if self.beat_at.is_none_or(|at| now - at >= BEAT * 9 / 10) {
            self.beat_at = Some(now);
            say(if waits { Line::Idle } else { Line::Busy });
        }
    }

    /// Says that a visit has ended.
    pub(super) fn visit_ended(&self) {
        if self.supervised {
            say(Line::Visit);
        }
    }

    /// Says how many wrong PINs were tried since a right one, for the next start to know.
    pub fn pin_was_tried(&self, wrong: u16) {
        if self.supervised {
            say(Line::WrongPins(wrong));
        }
    }

    /// Says that the program is about to end by a fault.
    pub(super) fn is_dying(&self) {
        if self.supervised {
            say(Line::Dying);
        }
    }

    /// Whether the supervisor wants the program to end: then nothing may keep the window open.
    pub fn is_cut(&self) -> bool {
        self.cut.load(Ordering::Relaxed)
    }
}

fn say(line: Line) {
    // Where the supervisor is gone, the end of the input says so too.
    let _unheard = writeln!(stdout(), "{line}");
}

/// Waits in the background for the end of the standard input.
fn listen(cut: &Arc<AtomicBool>, ctx: &Context) {
    let (cut, ctx) = (Arc::clone(cut), ctx.clone());
    thread::spawn(move || {
        let mut scrap = [0; 64];
        while stdin().read(&mut scrap).is_ok_and(|read| read > 0) {}
        cut.store(true, Ordering::Relaxed);
        ctx.request_repaint();
        thread::sleep(GRACE);
        std::process::exit(i32::from(CRASHED));
    });
}
