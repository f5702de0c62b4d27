//! The divider: a line through the body, tradition on its left, the body on its right. It is pulled, pushed by keys,
//! or sent to either end by a button.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::accesskit::{Action as NodeAction, ActionData};
use eframe::egui::{
    CornerRadius, CursorIcon, Event, EventFilter, FontId, Key, Modifiers, Painter, Pos2, Rect, Response, Sense, Shape,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{focus_ring, icon};
use super::plan::{Parted, Plan};
use crate::describe;
use crate::store::settings::Motion;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Account, Action};

/// One press of a key moves it by this share of the stage's width.
const STEP: f32 = 0.05;
/// The line can be pulled from so far, in points.
const LINE: f32 = 10.0;

fn font(cx: &Cx<'_>) -> FontId {
    FontId::new(cx.look.scale.font(Role::Label).size + 1.5, Face::SansSemibold.family())
}

fn sign(account: Account) -> Icon {
    match account {
        Account::Tradition => Icon::Tradition,
        Account::Body => Icon::Body,
    }
}

fn word_width(ui: &Ui, cx: &Cx<'_>, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font(cx), cx.look.colours().ink).size().x
}

/// How wide the name of a half is.
pub(super) fn name_width(ui: &Ui, cx: &Cx<'_>, account: Account) -> f32 {
    word_width(ui, cx, &cx.tr.text(describe::account_key(account))) + 60.0
}

/// How wide the button for one account alone is.
pub(super) fn foot_width(ui: &Ui, cx: &Cx<'_>, account: Account) -> f32 {
    word_width(ui, cx, &cx.tr.text(all_key(account))) + 58.0
}

fn all_key(account: Account) -> &'static str {
    match account {
        Account::Tradition => "divider-all-tradition",
        Account::Body => "divider-all-body",
    }
}

/// The line, under markers and names.
pub(super) fn line(painter: &Painter, cx: &Cx<'_>, stage: Rect, x: f32) {
    let c = cx.look.colours();
    let (ink, paper) = if cx.look.tokens.dark { (c.ink, c.onfill) } else { (c.ink, c.sheet) };
    painter.vline(x, stage.y_range(), Stroke::new(3.6, paper));
    painter.vline(x, stage.y_range(), Stroke::new(cx.look.tokens.stroke(1.4), ink));
}

/// The line can be pulled as well. A tap on it goes through to the body: a point may lie under it.
pub(super) fn line_response(ui: &Ui, stage: Rect, x: f32) -> Response {
    let strip = Rect::from_x_y_ranges(x - LINE..=x + LINE, stage.y_range()).intersect(stage);
    ui.interact(strip, ui.scope_id().with("divider-line"), Sense::CLICK | Sense::DRAG)
}

/// Shows the grip, the names of the halves and the buttons at their feet.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, plan: &Plan, line: Option<&Response>, out: &mut Vec<Action>) {
    let (Some(parted), Some(line)) = (&plan.parted, line) else { return };
    for (account, name) in parted.names {
        if let Some(rect) = name {
            self::name(ui, cx, account, rect);
        }
    }
    for (account, rect) in parted.feet {
        if foot(ui, cx, account, rect) {
            out.push(go(cx, if account == Account::Tradition { 1.0 } else { 0.0 }));
        }
    }
    grip(ui, cx, stage, parted, line, out);
}

/// Glides there, or is there at once where motion is reduced.
fn go(cx: &Cx<'_>, to: f32) -> Action {
    if is_still(cx) { Action::Part(to) } else { Action::PartGently(to) }
}

fn is_still(cx: &Cx<'_>) -> bool {
    cx.settings.motion == Motion::Reduced
}

/// The name of a half: a solid pill that is no button.
fn name(ui: &Ui, cx: &Cx<'_>, account: Account, rect: Rect) {
    let c = cx.look.colours();
    let fill = if account == Account::Tradition { c.trad } else { c.body };
    let text = cx.tr.text(describe::account_key(account));
    let response = ui.interact(rect, ui.scope_id().with(("half", account)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, &text));
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(20), fill);
    let glyph = icon(ui, sign(account), 20.0, c.onfill);
    let word = painter.layout_no_wrap(text, font(cx), c.onfill);
    let y = |height: f32| rect.center().y - height * 0.5;
    painter.galley(pos2(rect.left() + 14.0, y(glyph.size().y)), glyph.clone(), c.onfill);
    painter.galley(pos2(rect.right() - 16.0 - word.size().x, y(word.size().y)), word.clone(), c.onfill);
}

/// The button that gives the whole stage to one account. Tells whether it was pressed.
fn foot(ui: &Ui, cx: &Cx<'_>, account: Account, rect: Rect) -> bool {
    let c = cx.look.colours();
    let text = cx.tr.text(all_key(account));
    let response = ui.interact(rect, ui.scope_id().with(("all", account)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, ui.is_enabled(), &text));
    let strength =
        if response.is_pointer_button_down_on() { 0.16 } else { 0.07 * f32::from(u8::from(response.hovered())) };
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(22), c.sheet.lerp_to_gamma(c.ink, strength), edge, StrokeKind::Inside);
    let arrow = if account == Account::Tradition { Icon::Previous } else { Icon::Next };
    let glyph = icon(ui, arrow, 20.0, c.ink);
    let word = painter.layout_no_wrap(text, font(cx), c.ink);
    // The arrow stands on the side to which the account lies.
    let (glyph_x, word_x) = match account {
        Account::Tradition => (rect.left() + 12.0, rect.right() - 18.0 - word.size().x),
        Account::Body => (rect.right() - 12.0 - glyph.size().x, rect.left() + 18.0),
    };
    let y = |height: f32| rect.center().y - height * 0.5;
    painter.galley(pos2(glyph_x, y(glyph.size().y)), glyph.clone(), c.ink);
    painter.galley(pos2(word_x, y(word.size().y)), word.clone(), c.ink);
    focus_ring(painter, cx.look, &response, 22);
    response.clicked()
}

/// Whether a finger is on the divider: while it moves, the light mesh stands in for the full one.
pub(super) fn is_pulled(ui: &Ui) -> bool {
    ["divider", "divider-line"].iter().any(|id| ui.ctx().is_being_dragged(ui.scope_id().with(id)))
}

/// What is pulled: a pill of ink with two arrow heads. In the tree it is a slider.
fn grip(ui: &mut Ui, cx: &Cx<'_>, stage: Rect, parted: &Parted, line: &Response, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let grip = ui.interact(parted.grip, ui.scope_id().with("divider"), Sense::click_and_drag());
    tell(ui, cx, &grip);
    for pulled in [line, &grip] {
        if pulled.hovered() || pulled.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        if let Some(x) = pulled_to(ui, pulled, parted.x) {
            out.push(Action::Part((x - stage.left()) / stage.width()));
        }
        if pulled.drag_stopped()
            && !is_still(cx)
            && let Some(place) = cx.visit.divider.drawn_to()
        {
            out.push(Action::PartGently(place));
        }
    }
    let asked = steps(ui, &grip);
    if asked != 0.0 {
        out.push(go(cx, cx.visit.divider.destination() + asked * STEP));
    }
    out.extend(set_by_tree(ui, &grip).map(Action::Part));

    let painter = ui.painter();
    let fill = if grip.dragged() || line.dragged() { c.ink.lerp_to_gamma(c.onfill, 0.16) } else { c.ink };
    painter.rect(parted.grip, CornerRadius::same(28), fill, Stroke::new(2.5, c.onfill), StrokeKind::Outside);
    let middle = parted.grip.center();
    for side in [-1.0, 1.0] {
        let tip = middle + vec2(side * 32.0, 0.0);
        let head: Vec<Pos2> =
            [vec2(-side * 10.0, -10.0), vec2(0.0, 0.0), vec2(-side * 10.0, 10.0)].map(|by| tip + by).to_vec();
        painter.add(Shape::line(head, Stroke::new(2.6, c.onfill)));
    }
    painter.vline(middle.x, middle.y - 13.0..=middle.y + 13.0, Stroke::new(2.0, c.onfill));
    focus_ring(painter, cx.look, &grip, 28);
}

/// Where a finger pulls the line, which stays as far from the finger as it was when that came down.
fn pulled_to(ui: &Ui, pulled: &Response, line: f32) -> Option<f32> {
    let finger = pulled.interact_pointer_pos().filter(|_| pulled.dragged())?.x;
    let id = pulled.id.with("held");
    if pulled.drag_started() {
        let down = ui.input(|i| i.pointer.press_origin()).map_or(finger, |at| at.x);
        ui.data_mut(|d| d.insert_temp(id, down - line));
    }
    let held: f32 = ui.data(|d| d.get_temp(id)).unwrap_or_default();
    let x = finger - held;
    ((x - line).abs() > 0.01).then_some(x)
}

/// Tells the tree where it stands, in numbers and in words.
fn tell(ui: &Ui, cx: &Cx<'_>, grip: &Response) {
    let at = cx.visit.divider.at();
    let name = cx.tr.text("divider-name");
    grip.widget_info(|| WidgetInfo::slider(true, f64::from((at * 100.0).round()), &name));
    let words = describe::divider(cx.tr, at);
    ui.accesskit_node_builder(grip.id, |node| {
        node.set_value(words.as_str());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(f64::from(STEP * 100.0));
        node.add_action(NodeAction::Increment);
        node.add_action(NodeAction::Decrement);
        node.add_action(NodeAction::SetValue);
    });
}

/// How many steps to the right the keyboard or a screen reader asks for.
fn steps(ui: &Ui, grip: &Response) -> f32 {
    let asked = ui.input(|i| {
        let count = |action| i.num_accesskit_action_requests(grip.id, action) as f32;
        count(NodeAction::Increment) - count(NodeAction::Decrement)
    });
    if !grip.has_focus() {
        return asked;
    }
    let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grip.id, arrows));
    let pressed = |key| f32::from(u8::from(ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))));
    let right = pressed(Key::ArrowRight) + pressed(Key::ArrowUp) + pressed(Key::End) * 20.0;
    asked + right - pressed(Key::ArrowLeft) - pressed(Key::ArrowDown) - pressed(Key::Home) * 20.0
}

/// The share that a screen reader asks for as a number from 0 to 100.
fn set_by_tree(ui: &Ui, grip: &Response) -> Option<f32> {
    let id = grip.id.accesskit_id();
    ui.input(|i| {
        i.events.iter().rev().find_map(|event| match event {
            Event::AccessKitActionRequest(asked) if asked.target_node == id => match asked.data {
                Some(ActionData::NumericValue(percent)) if asked.action == NodeAction::SetValue => {
                    Some(percent as f32 / 100.0)
                }
                _ => None,
            },
            _ => None,
        })
    })
}
