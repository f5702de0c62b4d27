//! The body by keyboard: arrows walk the points, Shift and arrows turn, Ctrl and arrows move aside, plus and minus zoom,
//! Home resets, and 1 to 4 put on a lens.

use eframe::egui::{EventFilter, Key, Modifiers, Pos2, Response, Ui, Vec2 as Screen, vec2};
use glam::Vec2;

use super::super::Cx;
use super::seen::Seen;
use super::{aside, plan_marks};
use crate::body::camera::Area;
use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::model::SiteKey;
use crate::visit::{Action, Lens, PlanAsk};

/// Radians a press of a key turns the body.
const TURN: f32 = 0.2618;
/// How much a press of a key zooms.
const ZOOM: f32 = 1.25;

/// The arrows, and which way each points on screen.
const ARROWS: [(Key, Screen); 4] = [
    (Key::ArrowLeft, vec2(-1.0, 0.0)),
    (Key::ArrowRight, vec2(1.0, 0.0)),
    (Key::ArrowUp, vec2(0.0, -1.0)),
    (Key::ArrowDown, vec2(0.0, 1.0)),
];

/// Reads the keys while the body has the keyboard.
pub(super) fn read(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) {
    if !response.has_focus() {
        return;
    }
    hold_arrows(ui, response);
    move_aside(ui, cx, figure, area, out);
    let to = cx.visit.turning.destination(cx.home_camera());
    for (key, way) in ARROWS {
        if ui.input_mut(|i| i.consume_key(Modifiers::SHIFT, key)) {
            out.push(Action::Fly(to.turned(-way.x * TURN, way.y * TURN)));
        } else if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
            && let Some(site) = next(figure, seen, response.rect.center(), way)
        {
            // On a plan the arrows look at points; Enter takes the one that is looked at.
            let plans = plan_marks::is_shown(cx);
            out.push(if plans { Action::Plan(PlanAsk::Walk(site)) } else { Action::Choose(site) });
        }
    }
    for (key, lens) in
        [(Key::Num1, Lens::Tradition), (Key::Num2, Lens::Both), (Key::Num3, Lens::Body), (Key::Num4, Lens::Parted)]
    {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            out.push(Action::See(lens));
        }
    }
    if plan_marks::is_shown(cx)
        && let Some(site) = &cx.visit.chosen
        && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter))
    {
        out.push(Action::Plan(PlanAsk::Touch(site.clone())));
    }
    zoom(ui, cx, area, Action::Look(NamedView::LowBack), out);
}

/// On a body whose points are not walked: arrows turn, with Ctrl they move aside, plus and minus zoom, Home asks for `home`.
pub(super) fn turn_and_zoom(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    area: Area,
    response: &Response,
    home: Action,
    out: &mut Vec<Action>,
) {
    if !response.has_focus() {
        return;
    }
    hold_arrows(ui, response);
    move_aside(ui, cx, figure, area, out);
    let to = cx.visit.turning.destination(cx.home_camera());
    for (key, way) in ARROWS {
        if pressed(ui, key) {
            out.push(Action::Fly(to.turned(-way.x * TURN, way.y * TURN)));
        }
    }
    zoom(ui, cx, area, home, out);
}

/// Ctrl and arrows move the view aside.
fn move_aside(ui: &Ui, cx: &Cx<'_>, figure: &Figure, area: Area, out: &mut Vec<Action>) {
    let to = cx.visit.turning.destination(cx.home_camera());
    for (key, way) in ARROWS {
        if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, key)) {
            out.push(Action::Fly(aside::moved(to, Vec2::new(way.x, way.y), figure, area)));
        }
    }
}

/// Plus and minus zoom, Home asks for `home`.
fn zoom(ui: &Ui, cx: &Cx<'_>, area: Area, home: Action, out: &mut Vec<Action>) {
    let to = cx.visit.turning.destination(cx.home_camera());
    if pressed(ui, Key::Plus) || pressed(ui, Key::Equals) {
        out.push(Action::Fly(to.zoomed(ZOOM, area.centre, area)));
    }
    if pressed(ui, Key::Minus) {
        out.push(Action::Fly(to.zoomed(1.0 / ZOOM, area.centre, area)));
    }
    if pressed(ui, Key::Home) {
        out.push(home);
    }
}

/// The arrows belong to the body while it has the keyboard.
fn hold_arrows(ui: &Ui, response: &Response) {
    let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
}

/// Whether a key was pressed, alone or with Shift.
fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, key) || i.consume_key(Modifiers::SHIFT, key))
}

/// The nearest marker in a direction on screen from the chosen one, or from the middle.
fn next(figure: &Figure, seen: &Seen<'_>, middle: Pos2, way: Screen) -> Option<SiteKey> {
    let chosen = seen.chosen;
    let from = chosen.and_then(|marker| seen.at(marker));
    let start = from.unwrap_or(middle);
    let cost = |at: Pos2| {
        let d = at - start;
        let ahead = d.dot(way);
        let aside = (d - way * ahead).length();
        (ahead > 0.5 && aside <= ahead * 2.0).then_some(ahead + aside * 2.0)
    };
    let others = seen.markers.iter().filter(|(i, _)| Some(*i) != chosen);
    let best = if from.is_some() {
        others.filter_map(|&(i, at)| cost(at).map(|c| (i, c))).min_by(|a, b| a.1.total_cmp(&b.1))
    } else {
        others.map(|&(i, at)| (i, at.distance(start))).min_by(|a, b| a.1.total_cmp(&b.1))
    };
    best.and_then(|(i, _)| figure.markers.get(i)).map(|m| m.key.clone())
}
