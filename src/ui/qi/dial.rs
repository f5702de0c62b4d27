//! The organ clock as a dial to turn: by drag, by a press on a part, by arrow keys, by a screen reader.

use std::f32::consts::{FRAC_PI_2, TAU};

use eframe::egui::accesskit::{Action as NodeAction, Role as NodeRole};
use eframe::egui::{EventFilter, Key, Modifiers, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::Cx;
use super::dial_face;
use crate::describe;
use crate::sim::day::{CHANNELS, HOURS, begins, begins_at, part_at};
use crate::sim::qi::Ask;
use crate::visit::Action;

/// Room for the hours round the dial, in points.
const ROUND: f32 = 30.0;
/// The inner edge of the parts, as a share of the outer.
pub(super) const INNER: f32 = 0.47;

/// Where the dial is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its middle.
    pub(super) middle: Pos2,
    /// The outer radius of its parts.
    pub(super) radius: f32,
}

impl Place {
    /// The place on a circle at an hour.
    pub(super) fn at(self, hour: f32, radius: f32) -> Pos2 {
        let (sin, cos) = angle(hour).sin_cos();
        self.middle + vec2(cos, sin) * radius
    }

    /// The hour that a place on the dial lies at.
    fn hour(self, at: Pos2) -> f32 {
        let from = at - self.middle;
        ((from.y.atan2(from.x) + FRAC_PI_2) / TAU * 24.0 + 12.0).rem_euclid(24.0)
    }
}

/// The direction of an hour: noon is up, and the day goes the way of a clock.
pub(super) fn angle(hour: f32) -> f32 {
    (hour - 12.0) / 24.0 * TAU - FRAC_PI_2
}

/// Shows the dial in a square.
pub(super) fn dial(ui: &mut Ui, cx: &Cx<'_>, size: f32, out: &mut Vec<Action>) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click_and_drag());
    let place = Place { middle: rect.center(), radius: size * 0.5 - ROUND };
    tell(ui, cx, &response);
    turn(ui, cx, &response, out);
    if let Some(at) = response.interact_pointer_pos() {
        let far = at.distance(place.middle) / place.radius;
        if response.clicked() && (INNER..1.12).contains(&far) {
            out.push(Action::Qi(Ask::TurnToPart(part_at(place.hour(at)))));
        } else if response.dragged() && far > 0.15 {
            out.push(Action::Qi(Ask::Turn(place.hour(at))));
        }
    }
    dial_face::paint(ui, cx, place, &response);
    for part in 0..CHANNELS {
        node(ui, cx, place, part, out);
    }
}

/// What the tree says of the dial: it is a slider whose value is told in words.
pub(super) fn tell(ui: &Ui, cx: &Cx<'_>, response: &Response) {
    let hour = cx.visit.qi.day.hour(Some(cx.hour));
    let name = cx.tr.text("qi-dial");
    response.widget_info(|| WidgetInfo::slider(true, f64::from(hour), &name));
    let value = describe::qi::dial(cx.tr, cx.catalog, cx.visit, cx.hour);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_value(value);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(24.0);
        node.set_numeric_value_step(f64::from(HOURS));
        node.add_action(NodeAction::Increment);
        node.add_action(NodeAction::Decrement);
    });
}

/// Reads what the keyboard or a screen reader asks of the dial.
pub(super) fn turn(ui: &Ui, cx: &Cx<'_>, response: &Response, out: &mut Vec<Action>) {
    let asked = ui.input(|i| {
        let count = |action| i.num_accesskit_action_requests(response.id, action) as isize;
        count(NodeAction::Increment) - count(NodeAction::Decrement)
    });
    let mut steps = asked;
    if response.has_focus() {
        let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| isize::from(ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)));
        steps += pressed(Key::ArrowRight) + pressed(Key::ArrowDown);
        steps -= pressed(Key::ArrowLeft) + pressed(Key::ArrowUp);
        if pressed(Key::Home) > 0 {
            out.push(Action::Qi(Ask::Now));
        }
    }
    if steps != 0 {
        out.push(Action::Qi(Ask::TurnToPart(stepped(cx, steps))));
    }
}

/// The part so many steps on from the one that is shown.
pub(super) fn stepped(cx: &Cx<'_>, steps: isize) -> usize {
    let now = cx.visit.qi.day.part(Some(cx.hour)) as isize;
    (now + steps).rem_euclid(CHANNELS as isize) as usize
}

/// A part of the dial for the screen reader. It takes no pointer: the dial itself reads presses.
fn node(ui: &Ui, cx: &Cx<'_>, place: Place, part: usize, out: &mut Vec<Action>) {
    let Some(channel) = cx.catalog.watch_from(begins_at(part)) else { return };
    let id = ui.scope_id().with(("part", part));
    let middle = place.at(begins(part) + HOURS * 0.5, place.radius * 0.74);
    let response = ui.interact(Rect::from_center_size(middle, Vec2::splat(44.0)), id, Sense::HOVER);
    let name = format!("{}, {}", channel.name, describe::qi::hours(cx.tr, part));
    let chosen = cx.visit.qi.vessel.is_none() && cx.visit.qi.day.part(Some(cx.hour)) == part;
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, chosen, &name));
    ui.accesskit_node_builder(id, |node| node.add_action(NodeAction::Click));
    if ui.input(|i| i.has_accesskit_action_request(id, NodeAction::Click)) {
        out.push(Action::Qi(Ask::TurnToPart(part)));
    }
}
