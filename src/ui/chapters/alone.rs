//! A picture of numbers alone, while a story speaks of it: as large as its room, and with as few words as that takes.

use eframe::egui::{Rect, Ui, UiBuilder, vec2};

use super::super::Cx;
use super::super::charts::{self, Arrays, Form, People};
use super::super::scroll::filling;
use super::super::widgets::job;
use super::picture;
use crate::describe;
use crate::model::Chart;
use crate::theme::Role;

/// The widest it may be.
const WIDEST: f32 = 1180.0;
/// Between words, picture and key.
const GAP: f32 = 8.0;
/// What its key takes.
const KEY: f32 = 44.0;
/// Arrays lower than this leave their words away: people must be seen before they are explained.
const LEAST: f32 = 220.0;

/// And so they do where they are so much larger without them.
const MUCH: f32 = 1.4;

/// Shows it in the middle of a room.
pub(super) fn alone(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, rect: Rect) {
    let narrow = rect.width() < 480.0;
    let width = (rect.width() - if narrow { 20.0 } else { 56.0 }).min(WIDEST);
    let room = Rect::from_center_size(rect.center(), vec2(width, rect.height() - if narrow { 12.0 } else { 28.0 }));
    let Some(people) = People::of(&chart.drawing) else {
        ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("alone"), |ui| {
            filling(ui, cx, ("alone", &chart.id), |ui| {
                picture::title(ui, cx, chart);
                picture::drawing(ui, cx, chart, room.height() * 0.8);
            });
        });
        return;
    };
    let says = describe::charts::chart(chart);
    let words = title(ui, cx, chart, width) + GAP;
    let rest = vec2(width, room.height() - words - KEY);
    let arrays = Arrays::of(ui, cx, people, rest, Form::Whole);
    let large = Arrays::of(ui, cx, people, room.size(), Form::Brief);
    let brief = rest.y < LEAST || arrays.height() > rest.y || large.height() > arrays.height() * MUCH;
    let arrays = if brief { large } else { arrays };
    let spare = if brief { room.height() } else { rest.y } - arrays.height();
    let place = room.with_min_y(room.top() + spare.max(0.0) * 0.5);
    ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("alone"), |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        if brief {
            return arrays.show(ui, cx, &says);
        }
        picture::title(ui, cx, chart);
        arrays.show(ui, cx, &says);
        if people.are_few() {
            ui.horizontal_wrapped(|ui| charts::legend(ui, cx, chart));
        } else {
            // A sentence, which takes lines of its own.
            charts::legend(ui, cx, chart);
        }
    });
}

/// How high the title and what stands under it are.
fn title(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let high = |role, words: &str| {
        let mut words = job([(words, cx.look.scale.format(role, cx.look.colours().ink))]);
        words.wrap.max_width = width;
        ui.painter().layout_job(words).size().y
    };
    high(Role::Strong, &chart.title) + high(Role::Caption, &chart.caption)
}
