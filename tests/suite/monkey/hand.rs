//! What a monkey does: everything that can come into a window, at random. The same seed does the same.

use eframe::egui::accesskit::{self, ActionData, ActionRequest, NodeId, TreeId};
use eframe::egui::{
    Event, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchDeviceId, TouchId,
    TouchPhase, pos2, vec2,
};
use fastrand::Rng;

/// Where something can be pressed, and what a screen reader calls it.
#[derive(Clone, Debug, Default)]
pub(super) struct Targets {
    pub(super) places: Vec<Pos2>,
    pub(super) nodes: Vec<NodeId>,
}

const BUTTONS: [PointerButton; 5] = [
    PointerButton::Primary,
    PointerButton::Secondary,
    PointerButton::Middle,
    PointerButton::Extra1,
    PointerButton::Extra2,
];
/// Keys that do something in most programs come more often than the others.
const KEYS: [Key; 20] = [
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::Plus,
    Key::Minus,
    Key::Num0,
    Key::Num1,
    Key::Num4,
];
/// Letters of many kinds: from the right, joined, piled up, invisible, none at all.
const TEXTS: [&str; 14] = [
    "knee",
    "BL23",
    "שלום",
    "ظهر السفلي",
    "腎俞",
    "👩🏽‍⚕️👨‍👩‍👧‍👦🇨🇭",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{202e}abc\u{202c}",
    "\u{200b}\u{feff}\u{200d}",
    "a\nb\tc\r\n\0",
    "",
    " ",
    "ffi ﬃ ẞ İ",
    "\u{10ffff}\u{e000}",
];
/// What a screen reader can ask of a node.
const ASKED: [accesskit::Action; 20] = [
    accesskit::Action::Blur,
    accesskit::Action::Collapse,
    accesskit::Action::CustomAction,
    accesskit::Action::Decrement,
    accesskit::Action::Expand,
    accesskit::Action::Focus,
    accesskit::Action::HideTooltip,
    accesskit::Action::Increment,
    accesskit::Action::ReplaceSelectedText,
    accesskit::Action::ScrollDown,
    accesskit::Action::ScrollIntoView,
    accesskit::Action::ScrollLeft,
    accesskit::Action::ScrollRight,
    accesskit::Action::ScrollToPoint,
    accesskit::Action::ScrollUp,
    accesskit::Action::SetScrollOffset,
    accesskit::Action::SetTextSelection,
    accesskit::Action::SetValue,
    accesskit::Action::ShowContextMenu,
    accesskit::Action::ShowTooltip,
];
const PHASES: [TouchPhase; 4] = [TouchPhase::Start, TouchPhase::Move, TouchPhase::End, TouchPhase::Cancel];

/// Does one thing: what of it comes now, and what some frames later.
pub(super) fn act(rng: &mut Rng, room: Pos2, targets: &Targets, into: &mut Vec<Event>, later: &mut Vec<(u32, Event)>) {
    match rng.u32(0..100) {
        0..26 => {
            let at = aim(rng, room, targets);
            into.extend([Event::PointerMoved(at), press(at, true), press(at, false)]);
        }
        26..33 => finger(rng, room, targets, into, later),
        33..41 => into.push(Event::PointerButton {
            pos: anywhere(rng, room),
            button: pick(rng, &BUTTONS),
            pressed: rng.bool(),
            modifiers: modifiers(rng),
        }),
        41..49 => into.push(Event::PointerMoved(anywhere(rng, room))),
        49..51 => into.push(pick(rng, &[Event::PointerGone, Event::MouseMoved(vec2(3.0, -40.0))])),
        51..62 => into.push(Event::Touch {
            device_id: TouchDeviceId(rng.u64(0..2)),
            id: TouchId(rng.u64(0..12)),
            phase: pick(rng, &PHASES),
            pos: anywhere(rng, room),
            force: rng.bool().then(|| rng.f32()),
        }),
        62..76 => key(rng, into),
        76..80 => into.push(Event::Text(pick(rng, &TEXTS).to_owned())),
        80..82 => {
            let text = pick(rng, &TEXTS).to_owned();
            into.push(match rng.u32(0..4) {
                0 => Event::Ime(ImeEvent::Commit(text)),
                1 => Event::Ime(ImeEvent::DeleteSurrounding {
                    before_chars: rng.usize(0..9),
                    after_chars: rng.usize(0..9),
                }),
                _ => Event::Ime(ImeEvent::Preedit { text, active_range_chars: rng.bool().then_some(0..1) }),
            });
        }
        82..84 => into.push(match rng.u32(0..5) {
            0 => Event::Copy,
            1 => Event::Cut,
            2 => Event::Paste(pick(rng, &TEXTS).repeat(1000)),
            3 => Event::MiddleClickPaste { pos: anywhere(rng, room), text: pick(rng, &TEXTS).to_owned() },
            _ => Event::Paste(pick(rng, &TEXTS).to_owned()),
        }),
        84..87 => {
            let factor = pick(rng, &[0.01, 0.5, 0.9, 1.1, 2.0, 50.0]);
            into.push(if rng.bool() { Event::Zoom(factor) } else { Event::Rotate(factor - 1.0) });
        }
        87..92 => into.push(Event::MouseWheel {
            source: MouseWheelSource::Unknown,
            unit: pick(rng, &[MouseWheelUnit::Point, MouseWheelUnit::Line, MouseWheelUnit::Page]),
            delta: vec2(within(rng, 80.0), within(rng, 400.0)),
            phase: pick(rng, &PHASES),
            modifiers: modifiers(rng),
        }),
        92..93 => into.push(Event::WindowFocused(rng.bool())),
        93..94 => into.push(Event::ModifiersChanged(modifiers(rng))),
        _ => into.push(Event::AccessKitActionRequest(request(rng, targets))),
    }
}

/// A finger goes down, and up some frames later, as egui-winit tells it; sometimes it slides, or the system takes it back.
fn finger(rng: &mut Rng, room: Pos2, targets: &Targets, into: &mut Vec<Event>, later: &mut Vec<(u32, Event)>) {
    let (device_id, id) = (TouchDeviceId(rng.u64(0..2)), TouchId(rng.u64(0..12)));
    let touch = |phase, pos| Event::Touch { device_id, id, phase, pos, force: None };
    let from = aim(rng, room, targets);
    let to = if rng.u32(0..3) == 0 { anywhere(rng, room) } else { from };
    into.extend([touch(TouchPhase::Start, from), Event::PointerMoved(from), press(from, true)]);
    let frames = rng.u32(1..6);
    let mut then = |event| later.push((frames, event));
    if to != from {
        then(touch(TouchPhase::Move, to));
        then(Event::PointerMoved(to));
    }
    if rng.u32(0..8) == 0 {
        then(touch(TouchPhase::Cancel, to));
    } else {
        then(touch(TouchPhase::End, to));
        then(press(to, false));
    }
    then(Event::PointerGone);
}

fn key(rng: &mut Rng, into: &mut Vec<Event>) {
    let key = if rng.u32(0..4) == 0 { pick(rng, Key::ALL) } else { pick(rng, &KEYS) };
    let modifiers = modifiers(rng);
    let event = |pressed, repeat| Event::Key { key, physical_key: Some(key), pressed, repeat, modifiers };
    into.push(event(true, false));
    if rng.u32(0..4) == 0 {
        into.push(event(true, true));
    }
    // Some are never let go.
    if rng.u32(0..10) != 0 {
        into.push(event(false, false));
    }
}

/// What a screen reader asks for: of any node, of none, sensible or not.
fn request(rng: &mut Rng, targets: &Targets) -> ActionRequest {
    let any = NodeId(rng.u64(..));
    let target_node = if rng.u32(0..20) == 0 { any } else { rng.choice(&targets.nodes).copied().unwrap_or(any) };
    let action = if rng.bool() { pick(rng, &ASKED) } else { accesskit::Action::Click };
    let data = match rng.u32(0..5) {
        0 => Some(ActionData::Value(pick(rng, &TEXTS).into())),
        1 => Some(ActionData::NumericValue(pick(rng, &[-1e30, -1.0, 0.0, 0.5, 3.0, 1e30]))),
        2 => Some(ActionData::ScrollToPoint(accesskit::Point { x: 1e6, y: -1e6 })),
        3 => Some(ActionData::CustomAction(7)),
        _ => None,
    };
    ActionRequest { action, target_tree: TreeId::ROOT, target_node, data }
}

fn press(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Something that can be pressed, as a rule.
fn aim(rng: &mut Rng, room: Pos2, targets: &Targets) -> Pos2 {
    match rng.choice(&targets.places) {
        Some(place) if rng.u32(0..5) != 0 => *place,
        _ => anywhere(rng, room),
    }
}

/// A place in the window; now and then one outside, where a drag can end.
fn anywhere(rng: &mut Rng, room: Pos2) -> Pos2 {
    let inside = pos2(rng.f32() * room.x, rng.f32() * room.y);
    if rng.u32(0..30) == 0 { inside * 5.0 - vec2(3000.0, 3000.0) } else { inside }
}

fn within(rng: &mut Rng, most: f32) -> f32 {
    (rng.f32() * 2.0 - 1.0) * most
}

fn modifiers(rng: &mut Rng) -> Modifiers {
    if rng.u32(0..3) != 0 {
        return Modifiers::NONE;
    }
    let ctrl = rng.bool();
    Modifiers { alt: rng.bool(), ctrl, shift: rng.bool(), mac_cmd: false, command: ctrl }
}

fn pick<T: Clone>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(0..from.len())].clone()
}
