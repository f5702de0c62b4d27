//! How strong the pain was: a wide scale to slide along, with buttons beside it and words at both ends.

use eframe::egui::accesskit::Action as NodeAction;
use eframe::egui::{
    CornerRadius, EventFilter, FontId, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, focus_ring, icon_button, is_painted, job, rich};
use crate::diary::MOST_PAIN;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, DiaryAsk, Field};

/// How high the scale is.
const HIGH: f32 = 56.0;

/// Shows the scale.
pub(super) fn pain(ui: &mut Ui, cx: &Cx<'_>, now: Option<u8>, out: &mut Vec<Action>) {
    let mut set = |pain: Option<u8>| out.push(Action::Diary(DiaryAsk::Change(Field::Pain(pain))));
    value(ui, cx, now);
    let before = now;
    // All three stand on one line.
    ui.spacing_mut().interact_size.y = HIGH;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if icon_button(ui, cx.look, Icon::Minus, &cx.tr.text("diary-pain-less")).clicked() {
            set(Some(now.map_or(0, |pain| pain.saturating_sub(1))));
        }
        let width = (ui.available_width() - 56.0).clamp(120.0, 620.0);
        if let Some(pain) = scale(ui, cx, now, width) {
            set(Some(pain));
        }
        if icon_button(ui, cx.look, Icon::Plus, &cx.tr.text("diary-pain-more")).clicked() {
            set(Some(now.map_or(0, |pain| (pain + 1).min(MOST_PAIN))));
        }
    });
    ends(ui, cx);
    if before.is_some() && button(ui, cx.look, Weight::Quiet, None, &cx.tr.text("diary-pain-clear")).clicked() {
        set(None);
    }
}

/// The number in large, or that there is none.
fn value(ui: &mut Ui, cx: &Cx<'_>, now: Option<u8>) {
    let c = cx.look.colours();
    match now {
        Some(pain) => {
            let said = cx.tr.text_with("diary-pain-now", &[("pain", u32::from(pain).into())]);
            rich(ui, job([(said.as_str(), cx.look.scale.format_in(Role::Title, Face::SerifSemibold, 1.0, c.ink))]));
        }
        None => _ = caption(ui, cx.look, &cx.tr.text("diary-pain-unset")),
    }
}

/// The words at both ends, each under its own.
fn ends(ui: &mut Ui, cx: &Cx<'_>) {
    let c = cx.look.colours();
    let words = ["diary-pain-least", "diary-pain-most"].map(|key| cx.tr.text(key));
    let said = [("least", words[0].as_str().into()), ("most", words[1].as_str().into())];
    let both = cx.tr.text_with("diary-pain-ends", &said);
    let format = cx.look.scale.format(Role::Caption, c.ink2);
    let [least, most] = words.map(|word| ui.painter().layout_job(job([(word.as_str(), format.clone())])));
    let width = ui.available_width().min(732.0);
    if least.size().x + most.size().x + 120.0 > width {
        rich(ui, job([(both.as_str(), format)]));
        return;
    }
    let high = least.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, high), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::accesskit::Role::Label, true, &both));
    ui.painter().galley(pos2(rect.left() + 52.0, rect.top()), least, c.ink2);
    ui.painter().galley(pos2(rect.right() - 52.0 - most.size().x, rect.top()), most, c.ink2);
}

/// The scale itself. Gives what was chosen anew.
fn scale(ui: &mut Ui, cx: &Cx<'_>, now: Option<u8>, width: f32) -> Option<u8> {
    let (rect, response) = ui.allocate_exact_size(vec2(width, HIGH), Sense::click_and_drag());
    let name = cx.tr.text("diary-pain");
    let said = match now {
        Some(pain) => cx.tr.text_with("diary-pain-now", &[("pain", u32::from(pain).into())]),
        None => cx.tr.text("diary-pain-unset"),
    };
    response.widget_info(|| WidgetInfo::slider(true, f64::from(now.unwrap_or(0)), &name));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_value(said);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(MOST_PAIN));
        node.set_numeric_value_step(1.0);
        node.add_action(NodeAction::Increment);
        node.add_action(NodeAction::Decrement);
    });
    let mut to = now;
    let steps = steps(ui, &response);
    if steps != 0 {
        to = Some(now.map_or(0, |pain| (i32::from(pain) + steps).clamp(0, i32::from(MOST_PAIN)) as u8));
    }
    let cell = rect.width() / (f32::from(MOST_PAIN) + 1.0);
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        to = Some(((at.x - rect.left()) / cell).floor().clamp(0.0, f32::from(MOST_PAIN)) as u8);
    }
    if is_painted(ui, &response) {
        paint(ui, cx, now, rect, cell);
        focus_ring(ui.painter(), cx.look, &response, 12);
    }
    to.filter(|_| to != now)
}

/// Eleven steps that grow: the bar, not its colour, tells how much.
fn paint(ui: &Ui, cx: &Cx<'_>, now: Option<u8>, rect: Rect, cell: f32) {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(12), c.sheet, edge, StrokeKind::Inside);
    for step in 0..=MOST_PAIN {
        let left = rect.left() + f32::from(step) * cell;
        let chosen = now == Some(step);
        let below = now.is_some_and(|now| step < now);
        let room = Rect::from_min_max(pos2(left, rect.top()), pos2(left + cell, rect.bottom())).shrink2(vec2(2.0, 5.0));
        let high = 6.0 + f32::from(step) * 1.6;
        let bar = Rect::from_min_max(pos2(room.left(), room.bottom() - high), room.right_bottom());
        if chosen {
            ui.painter().rect_filled(room, CornerRadius::same(8), c.ink);
        } else {
            let fill = if below { c.ink2 } else { c.well };
            ui.painter().rect_filled(bar, CornerRadius::same(3), fill);
        }
        let size = (cell * 0.52).clamp(11.0, 17.0);
        let face = if chosen { Face::SansBold } else { Face::Sans };
        let colour = if chosen { c.onfill } else { c.ink };
        let number = ui.painter().layout_no_wrap(step.to_string(), FontId::new(size, face.family()), colour);
        let middle = if chosen { room.center().y } else { room.top() + 11.0 };
        ui.painter().galley(
            pos2(room.center().x - number.size().x * 0.5, middle - number.size().y * 0.5),
            number,
            colour,
        );
    }
}

/// What arrow keys or a screen reader ask for.
fn steps(ui: &Ui, response: &Response) -> i32 {
    let mut steps = ui.input(|i| {
        let count = |action| i.num_accesskit_action_requests(response.id, action) as i32;
        count(NodeAction::Increment) - count(NodeAction::Decrement)
    });
    if response.has_focus() {
        let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| i32::from(ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)));
        steps += pressed(Key::ArrowRight) + pressed(Key::ArrowUp);
        steps -= pressed(Key::ArrowLeft) + pressed(Key::ArrowDown);
    }
    steps
}
