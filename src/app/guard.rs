//! What keeps a visitor of a kiosk inside: it stands before egui and lets through what a visitor may do, and it stands
//! behind egui and takes out what would reach the system.
//!
//! Files, clipboard, other buttons, chords of keys and letters never arrive. Fingers are helped where egui is strict or
//! trusting: a touch too short to be one is no tap, a finger that never leaves lets go after a minute.

use std::collections::BTreeMap;

use eframe::egui::{
    Context, Event, FullOutput, Key, Modifiers, OutputCommand, PlatformOutput, Plugin, PointerButton, Pos2, RawInput,
    Rect, TouchDeviceId, TouchId, TouchPhase, Ui, ViewportCommand, vec2,
};

use crate::staff::{Call, Corner, Release};

/// A touch shorter than this is static or a drop of water (voting machines measured it), in seconds.
const SHORTEST: f64 = 0.05;
/// No frame takes so long, in seconds: the program was at rest before, and a touch would have woken it at once.
const SLOWEST: f64 = 1.0;
/// A finger that stays longer is something left on the screen, in seconds.
const LONGEST: f64 = 60.0;
/// A tap may roll so far and is still a tap, in millimetres; and it may last as long as a finger may stay.
const ROLL: f32 = 10.5;
/// More fingers than two visitors have are not fingers.
const MOST_TOUCHES: usize = 20;
/// How near to its corner a call is touched, in millimetres.
const CORNER: f32 = 30.0;

type Finger = (TouchDeviceId, TouchId);

/// What holds the pointer down.
#[derive(Clone, Copy, Debug)]
struct Press {
    since: f64,
    at: Pos2,
    by_finger: bool,
}

/// The guard of a kiosk.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// Seconds since the start.
    now: f64,
    /// Seconds between the last frame and this one.
    passed: f64,
    fingers: BTreeMap<Finger, (f64, Pos2)>,
    press: Option<Press>,
    call: Call,
    called: bool,
    /// Where something lies that is no finger any more: the pointer that follows it is nobody's.
    strayed: Option<Pos2>,
    screen: Option<Rect>,
    /// How many points make a millimetre now.
    points_per_mm: f32,
    /// Someone wipes the screen: nothing that touches it counts.
    pub(super) deaf: bool,
}

/// Puts the guard there, tells it how many points make a millimetre, and takes away the keys with which egui itself
/// closes a window or enlarges it. To be done again whenever the look changed.
pub(super) fn post(ctx: &Context, points_per_mm: f32) {
    ctx.add_plugin(Guard::default());
    tell(ctx, |guard| guard.points_per_mm = points_per_mm);
    ctx.options_mut(|options| {
        options.quit_shortcuts.clear();
        options.zoom_with_keyboard = false;
        options.input_options.max_click_dist = ROLL * points_per_mm;
        options.input_options.max_click_duration = LONGEST * 2.0;
    });
    ctx.all_styles_mut(|style| {
        style.interaction.selectable_labels = false;
        // No tooltips: a finger has no place to rest, and a mouse left there would keep one up for ever.
        style.interaction.tooltip_delay = 1e9;
        style.interaction.tooltip_grace_time = 0.0;
    });
}

/// Whether the staff was called since this was asked last.
pub(super) fn was_called(ctx: &Context) -> bool {
    ctx.with_plugin(|guard: &mut Guard| std::mem::take(&mut guard.called)).unwrap_or(false)
}

/// Forgets what the visitor's fingers did. What still lies on the screen is another's no more.
pub(super) fn forget(ctx: &Context) {
    tell(ctx, Guard::forget);
}

/// Tells the guard how things stand.
pub(super) fn tell(ctx: &Context, say: impl FnOnce(&mut Guard)) {
    ctx.with_plugin(say);
}

impl Plugin for Guard {
    fn debug_name(&self) -> &'static str {
        "guard"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.pass_time(ctx, input);
        self.screen = Some(input.screen_rect.unwrap_or_else(|| ctx.viewport_rect()));
        input.dropped_files.clear();
        input.hovered_files.clear();
        let events = std::mem::take(&mut input.events);
        for event in events {
            self.let_in(event, &mut input.events);
        }
        self.let_go_of_what_stays(&mut input.events);
    }

    /// Wakes the program when something that lies on the screen is to be let go of.
    fn on_end_pass(&mut self, ui: &mut Ui) {
        let since = self.fingers.values().map(|(since, _)| *since).chain(self.press.map(|press| press.since));
        if let Some(first) = since.reduce(f64::min) {
            ui.ctx().request_repaint_after_secs((first + LONGEST - self.now).max(0.1) as f32);
        }
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        let PlatformOutput { commands, ime, .. } = &mut output.platform_output;
        // Each is named, so that a new one does not compile until somebody has said here whether it may go out.
        commands.retain(|command| match command {
            OutputCommand::CopyText(_)
            | OutputCommand::TextSelectionSettled(_)
            | OutputCommand::CopyImage(_)
            | OutputCommand::OpenUrl(_) => false,
        });
        *ime = None;
        for viewport in output.viewport_output.values_mut() {
            let hides =
                |c: &ViewportCommand| matches!(c, ViewportCommand::Minimized(_) | ViewportCommand::Fullscreen(false));
            viewport.commands.retain(|command| !hides(command));
        }
    }
}

impl Guard {
    /// Time passes as egui will count it.
    fn pass_time(&mut self, ctx: &Context, input: &RawInput) {
        let passed = input.time.map_or(f64::from(input.predicted_dt), |now| now - ctx.input(|i| i.time));
        let passed = passed.clamp(0.0, LONGEST);
        self.passed = passed;
        self.now += passed;
        self.call.step(passed as f32);
    }

    /// Lets an event through, changed or not at all.
    fn let_in(&mut self, event: Event, out: &mut Vec<Event>) {
        // A touch that moves is told first, and right after it the pointer that it takes along.
        let strayed = self.strayed.take();
        match event {
            Event::Key { key, modifiers, pressed, .. } if is_call(key, modifiers) => self.called |= pressed,
            _ if self.deaf && !matches!(event, Event::WindowFocused(_) | Event::Key { pressed: false, .. }) => {}
            // A key that was let in must be let go, whatever is held by then.
            Event::Key { key, modifiers, pressed, physical_key, repeat }
                if is_plain(key) && (is_shift_at_most(modifiers) || !pressed) =>
            {
                out.push(Event::Key { key, physical_key, pressed, repeat, modifiers: shift_of(modifiers) });
            }
            Event::ModifiersChanged(modifiers) => out.push(Event::ModifiersChanged(shift_of(modifiers))),
            Event::PointerMoved(at) if at.is_finite() => {
                if strayed == Some(at) {
                    return;
                }
                if let Some(press) = &mut self.press {
                    press.at = at;
                }
                out.push(Event::PointerMoved(at));
            }
            Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } if pos.is_finite() => {
                self.press(pos, out);
            }
            Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, .. } if pos.is_finite() => {
                self.release(pos, out);
            }
            Event::Touch { device_id, id, phase, pos, .. }
                if pos.is_finite() && self.touch((device_id, id), phase, pos, out) =>
            {
                out.push(event);
            }
            Event::MouseWheel { unit, delta, phase, source, modifiers } if delta.is_finite() => {
                out.push(Event::MouseWheel { unit, delta, phase, source, modifiers: shift_of(modifiers) });
            }
            // Our own limits hold whatever comes; this keeps one event from leaping over them.
            Event::Zoom(factor) if factor.is_finite() => out.push(Event::Zoom(factor.clamp(0.5, 2.0))),
            Event::WindowFocused(focused) => {
                if !focused && let Some(press) = self.press {
                    // The finger goes up where nobody sees it.
                    self.cancel(press, out);
                }
                out.push(event);
            }
            Event::PointerGone | Event::AccessKitActionRequest(_) => out.push(event),
            // Clipboard, text, other buttons, rotation, numbers that are none.
            _ => {}
        }
    }

    fn press(&mut self, at: Pos2, out: &mut Vec<Event>) {
        let since = self.now;
        self.press = Some(Press { since, at, by_finger: !self.fingers.is_empty() });
        self.call.press(self.corner(at));
        out.push(button(at, true));
    }

    fn release(&mut self, at: Pos2, out: &mut Vec<Event>) {
        // What was let go of already does not go up a second time.
        let Some(press) = self.press.take() else { return };
        let release = self.call.release();
        self.called |= release == Release::Calls;
        if press.by_finger && self.is_too_short(press) {
            self.cancel(Press { at, ..press }, out);
        } else if release == Release::Tap {
            out.push(button(at, false));
        } else {
            withdraw(at, self.points_per_mm, out);
        }
    }

    /// Whether a press that ends now is static. One that came and went within one slow frame lasted nobody knows how
    /// long, and is a finger's: frames are slow where no graphics card draws them.
    fn is_too_short(&self, press: Press) -> bool {
        let held = self.now - press.since;
        let within_a_slow_frame = held <= 0.0 && (SHORTEST..SLOWEST).contains(&self.passed);
        held < SHORTEST && !within_a_slow_frame
    }

    /// Nothing that a visitor touched has to do with the next one. Every field is named, so that a new one does not
    /// compile until somebody has said here what becomes of it.
    fn forget(&mut self) {
        let Self {
            // Time goes on, the screen stays as it is, and staff who wipe it still do.
            now: _,
            passed: _,
            screen: _,
            points_per_mm: _,
            deaf: _,
            fingers,
            press,
            call,
            called,
            strayed,
        } = self;
        // egui counts fingers too. With the next frame they are let go of there and here.
        for (since, _) in fingers.values_mut() {
            *since = f64::NEG_INFINITY;
        }
        *press = None;
        call.forget();
        (*called, *strayed) = (false, None);
    }

    /// Ends a press that is neither a tap nor part of a call.
    fn cancel(&mut self, press: Press, out: &mut Vec<Event>) {
        self.press = None;
        self.call.forget();
        withdraw(press.at, self.points_per_mm, out);
    }

    /// Keeps count of fingers; whether egui hears of this one.
    fn touch(&mut self, finger: Finger, phase: TouchPhase, at: Pos2, out: &mut Vec<Event>) -> bool {
        match phase {
            TouchPhase::Start => {
                let room = self.fingers.len() < MOST_TOUCHES;
                if room {
                    self.fingers.insert(finger, (self.now, at));
                }
                room
            }
            TouchPhase::Move => {
                let known = self.fingers.get_mut(&finger).map(|(_, place)| *place = at).is_some();
                // Wet, or a bag: it was let go of and lies there still. Were it heard, a visit would never end.
                self.strayed = (!known).then_some(at);
                known
            }
            TouchPhase::End => self.fingers.remove(&finger).is_some(),
            TouchPhase::Cancel => {
                let known = self.fingers.remove(&finger).is_some();
                if known
                    && self.fingers.is_empty()
                    && let Some(press) = self.press.filter(|press| press.by_finger)
                {
                    // No button goes up after this: egui would think that it stays down.
                    self.cancel(press, out);
                }
                known
            }
        }
    }

    fn let_go_of_what_stays(&mut self, out: &mut Vec<Event>) {
        let now = self.now;
        for ((device_id, id), (_, pos)) in self.fingers.extract_if(.., |_, (since, _)| now - *since >= LONGEST) {
            out.push(Event::Touch { device_id, id, phase: TouchPhase::Cancel, pos, force: None });
        }
        if let Some(press) = self.press.filter(|press| now - press.since >= LONGEST) {
            self.cancel(press, out);
        }
    }

    /// The corner of the screen that lies under this place.
    fn corner(&self, at: Pos2) -> Option<Corner> {
        let screen = self.screen?;
        let near = |corner: Pos2| (at - corner).abs().max_elem() <= CORNER * self.points_per_mm;
        let corners = [
            (Corner::UpperLeft, screen.left_top()),
            (Corner::UpperRight, screen.right_top()),
            (Corner::LowerLeft, screen.left_bottom()),
            (Corner::LowerRight, screen.right_bottom()),
        ];
        corners.into_iter().find(|(_, place)| near(*place)).map(|(corner, _)| corner)
    }
}

/// Ends a press without a tap: to egui it went away and came back, and at the end nothing has moved.
fn withdraw(at: Pos2, points_per_mm: f32, out: &mut Vec<Event>) {
    out.push(Event::PointerMoved(at + vec2(ROLL * points_per_mm * 4.0, 0.0)));
    out.push(Event::PointerMoved(at));
    out.push(button(at, false));
    out.push(Event::PointerGone);
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// The keys that call the staff's page where there is a keyboard.
fn is_call(key: Key, modifiers: Modifiers) -> bool {
    key == Key::F8 && modifiers.ctrl && modifiers.shift
}

/// Keys that do something in Deqi. Letters and function keys do nothing, so they do not arrive.
fn is_plain(key: Key) -> bool {
    use Key::{
        ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Backspace, Delete, End, Enter, Equals, Escape, Home, Minus, Num0,
        Num1, Num2, Num3, Num4, Num5, Num6, Num7, Num8, Num9, PageDown, PageUp, Plus, Space, Tab,
    };
    let keys = [
        ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Backspace, Delete, End, Enter, Equals, Escape, Home, Minus, Num0,
        Num1, Num2, Num3, Num4, Num5, Num6, Num7, Num8, Num9, PageDown, PageUp, Plus, Space, Tab,
    ];
    keys.contains(&key)
}

fn is_shift_at_most(modifiers: Modifiers) -> bool {
    Modifiers { shift: false, ..modifiers } == Modifiers::NONE
}

fn shift_of(modifiers: Modifiers) -> Modifiers {
    Modifiers { shift: modifiers.shift, ..Modifiers::NONE }
}
