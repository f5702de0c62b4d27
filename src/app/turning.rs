//! The event loop of a supervised window: it wakes once a second to say that it is alive, and paints nothing for that.
//!
//! By itself eframe cannot. `App::logic` runs within a frame that is then painted and shown, as long as the window can
//! be seen (`EpiIntegration::update` in `eframe-0.37.0/src/native/epi_integration.rs`), and a request to repaint is the
//! only way to have it run (`check_redraw_requests` in `native/run.rs`). In software a frame of a full screen costs a
//! tenth of a second of one core. So eframe's program runs inside a loop of ours, which sees each turn of it.
//!
//! A turn is a sign of life of the same thread that runs logic, paints and waits for the graphics driver: where any of
//! these hangs, no turn comes.

use std::cell::Cell;

use eframe::{EframeWinitApplication, NativeOptions, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop};
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use winit::window::WindowId;

use super::pulse::Pulse;
use super::start::Made;

/// The loop. A process can have one; each renderer is tried on it in turn.
pub(super) struct Turning(EventLoop<UserEvent>);

impl Turning {
    /// Makes the loop.
    ///
    /// # Errors
    /// Where there is no screen.
    pub(super) fn new() -> Result<Self, eframe::Error> {
        Ok(Self(EventLoop::with_user_event().build()?))
    }

    /// Runs the program until its window is closed.
    ///
    /// # Errors
    /// Where no window could be opened. What the renderer said of it, eframe keeps to itself here.
    pub(super) fn run(
        &mut self,
        options: NativeOptions,
        make: impl Fn(&eframe::CreationContext<'_>) -> Made<'static>,
        pulse: &Pulse,
    ) -> Result<(), eframe::Error> {
        let made = Cell::new(Err("this renderer opened no window".to_owned()));
        let create = |cc: &eframe::CreationContext<'_>| {
            let app = make(cc);
            made.set(app.as_ref().map(drop).map_err(ToString::to_string));
            app
        };
        let program = eframe::create_native("deqi", options, Box::new(create), &self.0);
        self.0.run_app_on_demand(&mut Beating { program, pulse: pulse.clone() })?;
        made.into_inner().map_err(|why| eframe::Error::AppCreation(why.into()))
    }
}

/// eframe's program, and what is said at each turn.
struct Beating<'a> {
    program: EframeWinitApplication<'a>,
    pulse: Pulse,
}

impl ApplicationHandler<UserEvent> for Beating<'_> {
    fn new_events(&mut self, turn: &ActiveEventLoop, cause: StartCause) {
        self.program.new_events(turn, cause);
    }

    fn resumed(&mut self, turn: &ActiveEventLoop) {
        self.program.resumed(turn);
    }

    fn user_event(&mut self, turn: &ActiveEventLoop, event: UserEvent) {
        self.program.user_event(turn, event);
    }

    fn window_event(&mut self, turn: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        self.program.window_event(turn, window, event);
    }

    fn device_event(&mut self, turn: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.program.device_event(turn, device, event);
    }

    fn about_to_wait(&mut self, turn: &ActiveEventLoop) {
        self.program.about_to_wait(turn);
        if let Some(next) = self.pulse.beat() {
            turn.set_control_flow(earlier(turn.control_flow(), next));
        }
    }

    fn suspended(&mut self, turn: &ActiveEventLoop) {
        self.program.suspended(turn);
    }

    fn exiting(&mut self, turn: &ActiveEventLoop) {
        self.program.exiting(turn);
    }

    fn memory_warning(&mut self, turn: &ActiveEventLoop) {
        self.program.memory_warning(turn);
    }
}

/// Waits no longer than until then.
fn earlier(waits: ControlFlow, then: std::time::Instant) -> ControlFlow {
    match waits {
        ControlFlow::Poll => ControlFlow::Poll,
        ControlFlow::Wait => ControlFlow::WaitUntil(then),
        ControlFlow::WaitUntil(until) => ControlFlow::WaitUntil(until.min(then)),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn the_loop_wakes_for_whatever_comes_first() {
        let now = Instant::now();
        let (soon, late) = (now + Duration::from_secs(1), now + Duration::from_secs(2));
        assert_eq!(earlier(ControlFlow::Poll, soon), ControlFlow::Poll);
        assert_eq!(earlier(ControlFlow::Wait, soon), ControlFlow::WaitUntil(soon));
        assert_eq!(earlier(ControlFlow::WaitUntil(late), soon), ControlFlow::WaitUntil(soon));
        assert_eq!(earlier(ControlFlow::WaitUntil(soon), late), ControlFlow::WaitUntil(soon));
    }
}
