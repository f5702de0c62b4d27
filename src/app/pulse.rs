//! The signs of life that a supervised program gives, and the thread by which it hangs.
//!
//! Once a second the event loop (see [`super::turning`]) says that it is alive, and paints nothing for that. It says so
//! first when the first frame has been shown, and no more where its program has not been asked for long. When its
//! standard input ends, the supervisor is gone or wants it to end, and the window closes.

use std::io::{Read as _, Write as _, stdin, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::{Context, ViewportCommand};

use crate::supervisor::codes::CRASHED;
use crate::supervisor::line::Line;

/// How often the window says that it is alive.
const BEAT: Duration = Duration::from_secs(1);
/// After so long at the latest the program asks for a frame by itself…
const FRAME: Duration = Duration::from_secs(10);
/// …and without one for so long it is as good as dead, however well its event loop turns.
const NO_FRAME: Duration = Duration::from_secs(30);
/// A window that hangs does not close. So long after it should have, the program ends all the same.
const GRACE: Duration = Duration::from_secs(1);

/// What the program looked like when it was last asked.
#[derive(Clone, Copy, Debug)]
struct Seen {
    at: Instant,
    /// Whether it waits for somebody to come.
    waits: bool,
}

/// Tells a supervisor how the program is; where there is none, it does nothing.
#[derive(Clone, Debug, Default)]
pub struct Pulse {
    supervised: bool,
    /// The supervisor wants the program to end.
    cut: Arc<AtomicBool>,
    /// To wake the window from its event loop and from the thread that listens.
    ctx: Arc<OnceLock<Context>>,
    /// The last frame; none before the first.
    seen: Arc<Mutex<Option<Seen>>>,
    beat_at: Option<Instant>,
}

impl Pulse {
    /// Tells it on the standard output, to the supervisor that started the program.
    pub fn supervised() -> Self {
        let pulse = Self { supervised: true, ..Self::default() };
        // A service that stops asks everyone at once; without this the program would look as if it had crashed.
        let _as_usual = signal_hook::flag::register(signal_hook::consts::SIGTERM, Arc::clone(&pulse.cut));
        pulse
    }

    /// Whether there is someone to tell.
    pub(super) fn is_supervised(&self) -> bool {
        self.supervised
    }

    /// Learns from a frame that is being made how the program is, and closes the window where the supervisor wants
    /// that. To be called whenever the program is asked for its logic.
    pub(super) fn notice(&self, ctx: &Context, waits: bool) {
        if !self.supervised {
            return;
        }
        if self.ctx.set(ctx.clone()).is_ok() {
            listen(&self.cut, ctx);
        }
        if self.is_cut() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Seen { at: Instant::now(), waits });
        ctx.request_repaint_after(FRAME);
    }

    /// Tells the supervisor what there is to tell. To be called whenever the event loop has done what it had to do, so
    /// that a frame that was noticed has been shown. Says when it wants to be called again, if that is sure.
    pub(super) fn beat(&mut self) -> Option<Instant> {
        if !self.supervised {
            return None;
        }
        let now = Instant::now();
        if let Some(line) = self.due(now) {
            if self.is_cut()
                && let Some(ctx) = self.ctx.get()
            {
                // Only a frame can close the window.
                ctx.request_repaint();
            }
            say(line);
        }
        self.beat_at.map(|at| at + BEAT).filter(|next| *next > now)
    }

    /// What there is to tell now: nothing before the first frame, too soon, or where there was no frame for long.
    fn due(&mut self, now: Instant) -> Option<Line> {
        let seen = (*self.seen.lock().unwrap_or_else(PoisonError::into_inner))?;
        if self.beat_at.is_some_and(|at| now < at + BEAT) {
            return None;
        }
        self.beat_at = Some(now);
        let lives = now.saturating_duration_since(seen.at) < NO_FRAME;
        lives.then_some(if seen.waits { Line::Idle } else { Line::Busy })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_once_a_second_what_the_last_frame_was_and_nothing_without_one() {
        let mut pulse = Pulse { supervised: true, ..Pulse::default() };
        let start = Instant::now();
        let after = |millis: u64| start + Duration::from_millis(millis);
        let frame = |pulse: &Pulse, at: Instant, waits: bool| *pulse.seen.lock().unwrap() = Some(Seen { at, waits });
        assert_eq!(pulse.due(after(0)), None, "no frame has been shown");
        frame(&pulse, after(100), true);
        assert_eq!(pulse.due(after(110)), Some(Line::Idle), "at the first frame, not a second later");
        assert_eq!(pulse.due(after(900)), None);
        frame(&pulse, after(950), false);
        assert_eq!(pulse.due(after(1110)), Some(Line::Busy));
        // At rest no frame is needed for a word.
        for second in 2..30 {
            assert_eq!(pulse.due(after(second * 1000 + 200)), Some(Line::Busy), "second {second}");
        }
        assert_eq!(pulse.due(after(31_200)), None, "the loop turns, and the program is not asked any more");
        frame(&pulse, after(32_000), true);
        assert_eq!(pulse.due(after(32_300)), Some(Line::Idle));
    }
}
