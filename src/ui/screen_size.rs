//! Real millimetres, by holding a bank card to the screen: what the system says of its size is often wrong.

use eframe::egui::accesskit::Action as NodeAction;
use eframe::egui::{
    CornerRadius, EventFilter, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::Cx;
use super::touched::title;
use super::widgets::{Weight, button, caption, focus_ring, paragraph};
use crate::theme::Role;
use crate::visit::{Action, Change, Sheet};

/// A bank card is this long and wide everywhere in the world (ISO/IEC 7810 ID-1), in millimetres.
const CARD: Vec2 = Vec2::new(85.6, 53.98);
/// One press makes the card this much longer.
const STEP: f32 = 1.02;
/// Points per millimetre of the coarsest and the finest screen one may own.
const SCALES: std::ops::RangeInclusive<f32> = 1.5..=12.0;

/// Shows a card to compare with.
pub(super) fn screen_size(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    title(ui, cx, &cx.tr.text("screen-title"), out);
    let measured = measure(ui, cx, |ui, scale| {
        if button(ui, cx.look, Weight::First, None, &cx.tr.text("screen-done")).clicked() {
            out.push(Action::Set(Change::PointsPerMillimetre(scale * cx.zoom)));
            out.push(Action::Open(Sheet::Settings));
        }
    });
    out.extend(measured.map(|scale| Action::Set(Change::PointsPerMillimetre(scale))));
}

/// A card to compare with, and buttons that make it longer or shorter; `more` stands beside them. Gives the points per
/// millimetre before any zoom, once they were changed.
pub(super) fn measure(ui: &mut Ui, cx: &Cx<'_>, more: impl FnOnce(&mut Ui, f32)) -> Option<f32> {
    paragraph(ui, cx.look, Role::Text, cx.look.colours().ink2, &cx.tr.text("screen-lead"));
    ui.add_space(8.0);
    let mut scale = cx.points_per_mm();
    let before = scale;
    card(ui, cx, &mut scale);
    caption(ui, cx.look, &cx.tr.text("screen-card"));
    ui.horizontal_wrapped(|ui| {
        for (key, factor) in [("screen-narrower", 1.0 / STEP), ("screen-wider", STEP)] {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                scale *= factor;
            }
        }
        more(ui, scale);
    });
    let changed = (scale - before).abs() > f32::EPSILON;
    changed.then(|| (scale * cx.zoom).clamp(*SCALES.start(), *SCALES.end()))
}

/// The card: lying where there is room for its length, else upright. Its far edge is the slider.
fn card(ui: &mut Ui, cx: &Cx<'_>, scale: &mut f32) {
    let c = cx.look.colours();
    let lying = CARD.x * *scale + 24.0 <= ui.available_width();
    let size = if lying { CARD } else { vec2(CARD.y, CARD.x) } * *scale;
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.y + 24.0), Sense::hover());
    let card = Rect::from_min_size(room.min, size);
    let painter = ui.painter_at(room.expand(4.0));
    painter.rect(card, CornerRadius::same(12), c.well, Stroke::new(2.0, c.ink), StrokeKind::Inside);
    let stripe = if lying {
        Rect::from_min_size(card.min + vec2(2.0, size.y * 0.14), vec2(size.x - 4.0, size.y * 0.19))
    } else {
        Rect::from_min_size(card.min + vec2(size.x * 0.14, 2.0), vec2(size.x * 0.19, size.y - 4.0))
    };
    painter.rect_filled(stripe, CornerRadius::ZERO, c.ink3);

    let grip = if lying { card.right_center() } else { card.center_bottom() };
    let response = ui.interact(
        Rect::from_center_size(grip, Vec2::splat(48.0)),
        ui.scope_id().with("edge"),
        Sense::click_and_drag(),
    );
    let name = cx.tr.text("screen-edge");
    response.widget_info(|| WidgetInfo::slider(true, f64::from(*scale * CARD.x), &name));
    painter.circle(grip, 14.0, c.ink, Stroke::new(2.0, c.sheet));
    focus_ring(&painter, cx.look, &response.clone().with_new_rect(Rect::from_center_size(grip, Vec2::splat(28.0))), 14);
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        let length = if lying { at.x - card.left() } else { at.y - card.top() };
        *scale = length / CARD.x;
    }
    *scale *= STEP.powi(steps(ui, &response));
}

/// How many steps longer the keyboard or a screen reader asks for.
fn steps(ui: &Ui, response: &eframe::egui::Response) -> i32 {
    let asked = ui.input(|i| {
        let count = |action| i.num_accesskit_action_requests(response.id, action) as i32;
        count(NodeAction::Increment) - count(NodeAction::Decrement)
    });
    if !response.has_focus() {
        return asked;
    }
    let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |key| i32::from(ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)));
    let longer = pressed(Key::ArrowRight) + pressed(Key::ArrowUp);
    asked + longer - pressed(Key::ArrowLeft) - pressed(Key::ArrowDown)
}
