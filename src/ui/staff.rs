//! What the clinic's people see: the keypad at the door, their page, and what lies behind it.
//!
//! Panels like all others, only that they push what the staff asks for: no visitor can ask for it.

mod cleaning;
mod door;
mod page;
mod printer;
mod read;
mod size;

use eframe::egui::{CentralPanel, CornerRadius, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use super::Cx;
use super::sheet::{on_paper, scroll};
use super::widgets::{heading, icon_button};
use crate::staff::{Ask, Place, Staff};
use crate::store::kiosk::Kiosk;
use crate::theme::{Icon, Role};

/// The size of the sheet, where there is room.
const WIDTH: f32 = 600.0;
const HEIGHT: f32 = 800.0;

/// Shows the staff where they are, and gathers what they asked for.
pub fn staff(ui: &mut Ui, cx: &Cx<'_>, staff: &Staff, kiosk: &Kiosk, out: &mut Vec<Ask>) {
    CentralPanel::no_frame().show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, CornerRadius::ZERO, cx.look.colours().ground);
        if let Place::Cleaning(left) = staff.place() {
            cleaning::cleaning(ui, cx, left);
            return;
        }
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            out.push(Ask::Back);
        }
        let edge = if room.width() < 480.0 { 16.0 } else { 48.0 };
        let most = room.size() - vec2(edge, edge);
        let sheet = Rect::from_center_size(room.center(), vec2(WIDTH, HEIGHT).min(most));
        ui.scope_builder(UiBuilder::new().max_rect(sheet).id_salt("staff"), |ui| {
            on_paper(ui, cx, |ui| match staff.place() {
                Place::Away | Place::Cleaning(_) => {}
                Place::Door => scroll(ui, cx, "door", |ui| door::door(ui, cx, staff, kiosk.pin.is_some(), out)),
                Place::Page => scroll(ui, cx, "page", |ui| page::page(ui, cx, kiosk, out)),
                Place::Size => scroll(ui, cx, "size", |ui| size::size(ui, cx, out)),
                Place::Pack => scroll(ui, cx, "pack", |ui| read::pack(ui, cx, kiosk, staff.lines(), out)),
                Place::Printer => scroll(ui, cx, "printer", |ui| printer::printer(ui, cx, kiosk, staff.trial(), out)),
                Place::Records => scroll(ui, cx, "records", |ui| read::records(ui, cx, staff.lines(), out)),
            });
        });
    });
}

/// A headline with a cross beside it, which goes back to what `back` names.
fn title(ui: &mut Ui, cx: &Cx<'_>, text: &str, back: &str, out: &mut Vec<Ask>) {
    ui.horizontal_top(|ui| {
        let room = (ui.available_width() - 52.0).max(0.0);
        ui.vertical(|ui| {
            ui.set_min_width(room);
            ui.set_max_width(room);
            ui.add_space(6.0);
            heading(ui, cx.look, 1, Role::Heading, text);
        });
        if icon_button(ui, cx.look, Icon::Close, back).clicked() {
            out.push(Ask::Back);
        }
    });
}
