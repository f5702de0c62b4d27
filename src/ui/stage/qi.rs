//! The body in the section on Qi: channels that flow, a dam at the low back, needles to place.

mod brush;
mod course;
mod day;
mod low_back;
pub(super) mod needle;
mod scroll;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Rect, Sense, Shape, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::cache::Shot;
use super::plan::closer;
use super::seen::Seen;
use super::{StageCache, area_of, aside, dial, framed, gestures, ground, keys, pad, zoom};
use crate::describe;
use crate::sim::qi::{Ask, Part};
use crate::visit::Action;

/// A finger this far from a line or a label still means it, in millimetres.
const REACH_MM: f32 = 8.0;

/// Shows the body. `controls` tells whether there is room for the dial and the zoom pill.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache, controls: bool, out: &mut Vec<Action>) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let behind = ui.painter_at(rect).add(Shape::Noop);
    let Some(figure) = cx.figure else {
        ground::glow(ui, cx, rect, rect);
        ground::waiting(ui, cx, rect);
        return;
    };
    // The dam and its needles are as large on every body: where it is small, the body comes closer.
    let closer = if cx.bare && cx.visit.qi.part == Part::Flow { closer(rect) } else { 0.0 };
    let body = rect.expand2(vec2(0.0, closer * 2.0));
    let asked = cx.visit.turning.camera(cx.home_camera());
    let (camera, area) = (framed(asked, body, rect), area_of(rect));
    let response = ui.interact(rect, ui.scope_id().with("body"), Sense::click_and_drag());
    response.widget_info(|| {
        let view = describe::view(cx.tr, figure.id, &camera);
        let shown = describe::qi::shown(cx.tr, cx.catalog, cx.visit, cx.hour);
        WidgetInfo::labeled(NodeRole::Figure, true, format!("{view}. {shown}"))
    });

    let painter = ui.painter_at(rect);
    let pixel = 1.0 / painter.pixels_per_point();
    // Also while only Qi moves: every frame paints the whole body under it.
    let moving = cx.visit.turning.moves() || response.dragged() || !stands_still(cx);
    let shot = Shot { camera, area, window: area, pixel, moving, veiled: false };
    painter.add(Shape::Mesh(cache.body(cx, figure, &shot)));
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area, None);
    ground::around(&painter, cx, rect, behind, &seen);
    match cx.visit.qi.part {
        Part::Meaning => day::quiet(&painter, cx, figure, &seen, &camera, area, None),
        Part::Flow => low_back::show(ui, &painter, cx, figure, &seen, &camera, area, &response, out),
        Part::Day => day::show(&painter, cx, figure, &seen, &camera, area, &response, out),
    }
    gestures::read(ui, cx, figure, &asked, area_of(body), &response, out);
    keys::turn_and_zoom(ui, cx, figure, area_of(body), &response, Action::Qi(Ask::ShowAgain), out);
    if response.has_focus() {
        ground::focus(&painter, cx, rect);
    }
    if controls && !cx.bare {
        dial::show(ui, cx, rect, &camera, out);
        zoom::show(ui, cx, rect, &asked, area_of(body), out);
        aside::show(ui, cx, figure, rect, area_of(body), out);
    } else if let Some(place) = pad::place(rect).filter(|_| cx.visit.qi.body_alone && !cx.bare) {
        pad::show(ui, cx, place, (asked, area_of(body)), out);
    }
}

/// Whether drops stand still: nothing moves, or nothing may.
fn stands_still(cx: &Cx<'_>) -> bool {
    !cx.visit.qi.moves()
}

/// How near a finger must come, in points.
fn reach(cx: &Cx<'_>) -> f32 {
    (REACH_MM * cx.points_per_mm()).max(22.0)
}

/// What on the stage is free for words, between the controls at its foot and its upper edge.
fn free_for_words(stage: Rect) -> Rect {
    stage.shrink(16.0).with_max_y(stage.bottom() - dial::SIZE - 32.0)
}
