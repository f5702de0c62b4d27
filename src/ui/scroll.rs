//! Content that scrolls if it must. Where fingers press, two buttons below it turn it a page on or back: not everybody
//! knows that words on a screen can be dragged, and not every hand can do it.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{Align, IdSalt, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use super::Cx;
use super::widgets::{LEAST, Weight, wide_button};
use crate::theme::Icon;

/// So much of a page is still seen after it was turned.
const KEPT: f32 = 0.15;
/// Above and below the buttons.
const GAP: f32 = 8.0;
/// The buttons are no wider than this.
const WIDEST: f32 = 260.0;
/// Content that has so many heights of a button or fewer gives none of them away.
const FEWEST: f32 = 5.0;

/// What a frame leaves to the next.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Whether the content is longer than its room.
    long: bool,
    /// How far somebody asked to go on.
    asked: f32,
}

/// Content that fills its room, from the top anew for each thing (`of`) shown.
pub(super) fn filling(ui: &mut Ui, cx: &Cx<'_>, of: impl Hash + Debug, add: impl FnOnce(&mut Ui)) {
    let (salt, high) = (IdSalt::new(of), ui.available_height());
    turned(ui, cx, ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]), salt, high, add);
}

/// A list that is as high as what stands in it, and no higher than this.
pub(super) fn up_to(ui: &mut Ui, cx: &Cx<'_>, high: f32, add: impl FnOnce(&mut Ui)) {
    let (salt, high) = (IdSalt::new("list"), high.max(LEAST));
    // A popup has room for 400 points, whatever the window has.
    ui.set_max_height(high);
    turned(ui, cx, ScrollArea::vertical().id_salt(salt), salt, high, add);
}

fn turned(ui: &mut Ui, cx: &Cx<'_>, area: ScrollArea, salt: IdSalt, high: f32, add: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(salt).with("turned");
    let known: Known = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let turns = known.long && cx.features.touch_mm.is_some() && high > FEWEST * LEAST;
    let room = if turns { high - LEAST - 2.0 * GAP } else { high };
    let spacing = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = area.max_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing = spacing;
        if known.long {
            by_keys(ui);
        }
        if known.asked != 0.0 {
            ui.scroll_with_delta(vec2(0.0, -known.asked));
        }
        add(ui);
    });
    let (all, seen, from) = (shown.content_size.y, shown.inner_rect.height(), shown.state.clamped_offset().y);
    let mut now = Known { long: all > high + 1.0, asked: 0.0 };
    if turns {
        ui.add_space(GAP);
        let page = seen * (1.0 - KEPT);
        // On a page as wide as the window they stand off its edges, as the words above them do.
        let off = if ui.available_width() + 1.0 > ui.ctx().content_rect().width() { 2.0 * GAP } else { 0.0 };
        let width = ((ui.available_width() - GAP) * 0.5 - off).min(WIDEST);
        let row = vec2(ui.available_width(), LEAST);
        ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.add_space((ui.available_width() - 2.0 * width - GAP).max(0.0) * 0.5);
            let ways = [
                (from > 1.0, Icon::Up, "scroll-back", -page),
                (from + seen + 1.0 < all, Icon::Down, "scroll-on", page),
            ];
            for (leads, picture, key, by) in ways {
                ui.add_enabled_ui(leads, |ui| {
                    if wide_button(ui, cx.look, Weight::Second, Some(picture), &cx.tr.text(key), width).clicked() {
                        now.asked = by;
                    }
                });
            }
        });
    }
    ui.spacing_mut().item_spacing = spacing;
    if now.asked != 0.0 {
        ui.ctx().request_repaint();
    }
    if now.long != known.long {
        ui.ctx().request_discard("content became longer than its room, or fits it now");
    }
    ui.data_mut(|data| data.insert_temp(id, now));
}

/// Scrolls by the keys for it, so that words without anything to focus can be read to their end.
pub(super) fn by_keys(ui: &Ui) {
    let page = ui.clip_rect().height() * (1.0 - KEPT);
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let free = ui.memory(|memory| memory.focused().is_none());
    let mut by = 0.0;
    if pressed(Key::PageDown) {
        by -= page;
    }
    if pressed(Key::PageUp) {
        by += page;
    }
    if free && pressed(Key::End) {
        by -= f32::from(u16::MAX);
    }
    if free && pressed(Key::Home) {
        by += f32::from(u16::MAX);
    }
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, by));
    }
}
