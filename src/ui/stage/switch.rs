//! The lens switch: tradition, both or body as a pill of three, and beside it the button that parts the body.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{focus_ring, icon};
use super::plan::{Plan, Tools};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Controls, Lens};

/// One of three: what it shows, its sign, the keys of its word and of its full name.
const OPTIONS: [(Lens, Icon, &str, &str); 3] = [
    (Lens::Tradition, Icon::Tradition, "lens-tradition", "lens-tradition-name"),
    (Lens::Both, Icon::Both, "lens-both", "lens-both-name"),
    (Lens::Body, Icon::Body, "lens-body", "lens-body-name"),
];
/// Space within a part of the pill, at each side of its word.
const PADDING: f32 = 14.0;
/// Space between the pill's edge and its knob.
const RIM: f32 = 4.0;

fn font(cx: &Cx<'_>) -> FontId {
    FontId::new(cx.look.scale.font(Role::Label).size + 1.0, Face::SansSemibold.family())
}

/// How wide a part is, with its sign or without.
fn part_width(ui: &Ui, cx: &Cx<'_>, key: &str, signs: bool) -> f32 {
    let word = ui.painter().layout_no_wrap(cx.tr.text(key), font(cx), Color32::PLACEHOLDER).size().x;
    word + if signs { 28.0 + 2.0 * PADDING } else { PADDING }
}

/// How wide the pill of three wants to be, with its signs or without.
pub(super) fn width(ui: &Ui, cx: &Cx<'_>, signs: bool) -> f32 {
    OPTIONS.iter().map(|(_, _, key, _)| part_width(ui, cx, key, signs)).sum::<f32>() + 2.0 * RIM
}

/// Shows the switch and the button beside it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    let group = cx.tr.text("lens-group");
    let builder = UiBuilder::new()
        .max_rect(plan.switch)
        .id_salt("lens")
        .accessibility_role(NodeRole::RadioGroup)
        .accessibility_label(&group);
    ui.scope_builder(builder, |ui| {
        let round = (plan.switch.height() * 0.5) as u8;
        ui.painter().rect(plan.switch, CornerRadius::same(round), c.sheet, edge, StrokeKind::Inside);
        let signs = width(ui, cx, true) <= plan.switch.width() + 0.5;
        // On a wide switch the parts share what is left.
        let spare = (plan.switch.width() - width(ui, cx, signs)) / 3.0;
        let mut x = plan.switch.left() + RIM;
        let mut parts = Vec::new();
        for (number, (lens, sign, key, name)) in (1..).zip(OPTIONS) {
            let wide = part_width(ui, cx, key, signs) + spare;
            let rect = Rect::from_min_max(pos2(x, plan.switch.top()), pos2(x + wide, plan.switch.bottom()));
            x += wide;
            let colour = match lens {
                Lens::Tradition => c.trad,
                Lens::Body => c.body,
                _ => c.ink,
            };
            // Parted, both accounts are shown as well.
            let on = lens == cx.visit.lens || lens == Lens::Both && cx.visit.lens == Lens::Parted;
            let picture = signs.then_some(sign);
            parts.push((
                lens,
                Part { rect, colour, on, picture, word: cx.tr.text(key), name: cx.tr.text(name), number },
            ));
        }
        if let Some((_, part)) = parts.iter().find(|(_, part)| part.on) {
            knob(ui, plan.switch, part);
        }
        for (lens, part) in parts {
            if part.show(ui, cx) && cx.visit.lens != lens {
                out.push(Action::See(lens));
            }
        }
    });
    compare(ui, cx, plan, out);
}

/// The knob under the part that is on: it glides there, or is there at once where nothing may move.
fn knob(ui: &Ui, pill: Rect, part: &Part) {
    let time = ui.style().animation_time;
    let id = ui.scope_id().with("knob");
    // Measured from the pill, so that it does not lag behind a pill that moves.
    let glide = |of: &str, to: f32| ui.ctx().animate_value_with_time(id.with(of), to, time);
    let left = pill.left() + glide("left", part.rect.left() - pill.left());
    let right = pill.left() + glide("right", part.rect.right() - pill.left());
    let knob = Rect::from_min_max(pos2(left, pill.top() + RIM), pos2(right, pill.bottom() - RIM));
    ui.painter().rect_filled(knob, CornerRadius::same((knob.height() * 0.5) as u8), part.colour);
}

/// One part of the pill.
struct Part {
    rect: Rect,
    colour: Color32,
    on: bool,
    picture: Option<Icon>,
    word: String,
    name: String,
    number: u32,
}

impl Part {
    /// Paints it and tells whether it was pressed.
    fn show(&self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let c = cx.look.colours();
        let response = ui.interact(self.rect, ui.scope_id().with(("lens", self.number)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(NodeRole::RadioButton, ui.is_enabled(), self.on, &self.name));
        let knob = self.rect.shrink2(vec2(0.0, RIM));
        let round = CornerRadius::same((knob.height() * 0.5) as u8);
        let text = if self.on { c.onfill } else { self.colour };
        if !self.on && (response.hovered() || response.is_pointer_button_down_on()) {
            let strength = if response.is_pointer_button_down_on() { 0.16 } else { 0.06 };
            ui.painter().rect_filled(knob, round, c.ink.gamma_multiply(strength));
        }
        let word = ui.painter().layout_no_wrap(self.word.clone(), font(cx), text);
        let sign = self.picture.map(|picture| icon(ui, picture, 20.0, text));
        let wide = word.size().x + sign.as_ref().map_or(0.0, |s| s.size().x + 8.0);
        let mut at = pos2(self.rect.center().x - wide * 0.5, self.rect.center().y);
        if let Some(sign) = sign {
            ui.painter().galley(at - vec2(0.0, sign.size().y * 0.5), sign.clone(), text);
            at.x += sign.size().x + 8.0;
        }
        ui.painter().galley(at - vec2(0.0, word.size().y * 0.5), word, text);
        focus_ring(ui.painter(), cx.look, &response.clone().with_new_rect(knob), round.nw);
        let hint = cx.tr.text_with("lens-key", &[("name", self.name.as_str().into()), ("key", self.number.into())]);
        response.on_hover_text(hint).clicked()
    }
}

/// The button that parts the body, and joins it again.
fn compare(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, out: &mut Vec<Action>) {
    let on = cx.visit.lens == Lens::Parted;
    let response = toggle(ui, cx, plan.compare, on, Icon::Compare, "lens-compare");
    if response.on_hover_text(cx.tr.text("lens-compare-hint")).clicked() {
        out.push(Action::See(if on { Lens::Both } else { Lens::Parted }));
    }
}

/// The button that shows the switch and the row of chips on a small stage, and hides them again. It wears the sign of the
/// lens that is on.
pub(super) fn tools(ui: &mut Ui, cx: &Cx<'_>, Tools { place, open: on }: Tools, out: &mut Vec<Action>) {
    let sign = OPTIONS.iter().find(|(lens, ..)| *lens == cx.visit.lens).map_or(Icon::Both, |(_, sign, ..)| *sign);
    let response = toggle(ui, cx, place, on, sign, "stage-tools");
    if response.on_hover_text(cx.tr.text("stage-tools")).clicked() {
        out.push(Action::Controls(if on { Controls::Away } else { Controls::Shown }));
    }
}

/// A round button that is on or off, with its word beside its sign where there is room for it.
fn toggle(ui: &Ui, cx: &Cx<'_>, place: Rect, on: bool, picture: Icon, key: &'static str) -> Response {
    let c = cx.look.colours();
    let name = cx.tr.text(key);
    let response = ui.interact(place, ui.scope_id().with(key), Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, ui.is_enabled(), on, &name));
    let (fill, text, line) = if on { (c.ink, c.onfill, c.ink) } else { (c.sheet, c.ink, c.line) };
    let pressed = response.is_pointer_button_down_on();
    let strength = if pressed { 0.16 } else { 0.07 * f32::from(u8::from(response.hovered())) };
    let fill = fill.lerp_to_gamma(text, strength);
    let round = (place.height() * 0.5) as u8;
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), line);
    ui.painter().rect(place, CornerRadius::same(round), fill, edge, StrokeKind::Inside);
    let sign = icon(ui, picture, 20.0, text);
    let word = ui.painter().layout_no_wrap(name, font(cx), text);
    let wide = sign.size().x + 8.0 + word.size().x;
    let has_word = wide + 16.0 <= place.width();
    let left = place.center().x - if has_word { wide } else { sign.size().x } * 0.5;
    let y = |height: f32| place.center().y - height * 0.5;
    ui.painter().galley(pos2(left, y(sign.size().y)), sign.clone(), text);
    if has_word {
        ui.painter().galley(pos2(left + sign.size().x + 8.0, y(word.size().y)), word.clone(), text);
    }
    focus_ring(ui.painter(), cx.look, &response, round);
    response
}
