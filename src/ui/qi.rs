//! The section on Qi: the body with its channels, and a sheet that tells of them as tradition does.
//!
//! One line stays in view in every part and at every size: science has not found these things in the body.

mod day;
mod dial;
mod dial_face;
mod drawings;
mod free_flow;
mod line;
mod meaning;
mod sheet;
mod strip;

use eframe::egui::{Rect, Ui, UiBuilder, vec2};

use super::screen::{Split, ground};
use super::widgets::{LEAST, Weight, button};
use super::{Caches, Cx, stage};
use crate::sim::qi::Ask;
use crate::theme::Icon;
use crate::visit::Action;

/// A story that has all the room needs so much of it for its words and buttons.
const LEAST_LEFT: f32 = 240.0;

/// Shows the section.
pub(super) fn qi(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, rect: Rect, out: &mut Vec<Action>) {
    let split = Split::of(rect);
    if cx.bare || split == Split::Over && cx.visit.qi.body_alone {
        alone(ui, cx, caches, rect, out);
        return;
    }
    let (stage_rect, sheet_rect) = split.rooms(rect, (rect.width() * 0.4875).clamp(400.0, 720.0), 0.46);
    ground(ui, cx, rect, stage_rect, Some(sheet_rect));
    if stage_rect.height() > 60.0 {
        body(ui, cx, caches, stage_rect, out);
    }
    ui.scope_builder(UiBuilder::new().max_rect(sheet_rect).id_salt("qi"), |ui| {
        sheet::sheet(ui, cx, split == Split::Over, out);
    });
}

/// The body alone, with the line that always stays and a way back to the words.
fn alone(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, rect: Rect, out: &mut Vec<Action>) {
    let height = line::height(ui, cx, rect.width());
    let (stage, foot) = rect.split_top_bottom_at_y(rect.bottom() - height);
    // The way back stands under the body, clear of its dial.
    let room = if cx.bare { stage } else { stage.with_max_y(stage.bottom() - LEAST - 16.0) };
    ground(ui, cx, rect, room, Some(foot));
    body(ui, cx, caches, room, out);
    line::show(ui, cx, foot, 0);
    if cx.bare {
        return;
    }
    let back = Rect::from_min_size(stage.left_bottom() + vec2(12.0, -LEAST - 10.0), vec2(stage.width() - 24.0, LEAST));
    ui.scope_builder(UiBuilder::new().max_rect(back).id_salt("words"), |ui| {
        if button(ui, cx.look, Weight::First, Some(Icon::Book), &cx.tr.text("qi-show-words")).clicked() {
            out.push(Action::Qi(Ask::BodyAlone(false)));
        }
    });
}

/// Shows the line that always stays at the foot of a room where nothing else of the section has place. Gives what is left;
/// where that would be too little for anything else, all of it.
pub(super) fn line_at_foot(ui: &mut Ui, cx: &Cx<'_>, room: Rect) -> Rect {
    let (rest, foot) = room.split_top_bottom_at_y(room.bottom() - line::height(ui, cx, room.width()));
    if rest.height() < LEAST_LEFT {
        return room;
    }
    line::show(ui, cx, foot, 0);
    rest
}

fn body(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, rect: Rect, out: &mut Vec<Action>) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("stage"), |ui| {
        let roomy = rect.width() >= 340.0 && rect.height() >= 320.0;
        stage::qi::show(ui, cx, &mut caches.stage, roomy, out);
    });
}
