//! The body of the diary: skin that was painted is tinted and marked, and while an entry is written a finger paints.
//!
//! A drag that begins on the skin paints, one that begins beside the body turns it; two fingers and the wheel zoom.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{PointerButton, Pos2, Response, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};
use glam::Vec2;

use super::super::Cx;
use super::cache::Shot;
use super::seen::Seen;
use super::{StageCache, area_of, aside, dial, gestures, ground, keys, zoom};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::pick;
use crate::body::views::NamedView;
use crate::describe;
use crate::diary::{Entry, Place};
use crate::visit::{Action, DiaryAsk, DiaryView, Field};

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
    let (entry, writes) = shown(cx);
    let area = area_of(rect);
    let camera = cx.visit.turning.camera(cx.home_camera());
    let response = ui.interact(rect, ui.scope_id().with("body"), Sense::click_and_drag());
    response.widget_info(|| {
        let view = describe::view(cx.tr, figure.id, &camera);
        let places = entry.into_iter().flat_map(|entry| &entry.places);
        let places = describe::diary::places(cx.tr, cx.catalog, places);
        let how = if writes { cx.tr.text("diary-stage-how") } else { String::new() };
        WidgetInfo::labeled(NodeRole::Figure, true, format!("{view}. {places} {how}").trim())
    });
    let mut paints = cache.paints;
    if response.drag_started() {
        let from = ui.input(|i| i.pointer.press_origin());
        paints = writes && from.is_some_and(|from| place(figure, &camera, area, from).is_some());
    }
    cache.paints = paints && (response.dragged() || response.drag_stopped());

    let painter = ui.painter_at(rect);
    let pixel = 1.0 / painter.pixels_per_point();
    let moving = cx.visit.turning.moves() || response.dragged() && !paints;
    let shot = Shot { camera, area, window: area, pixel, moving, veiled: false };
    let (mesh, marks) = cache.painted(cx, figure, &shot, entry.map(|entry| &entry.places));
    painter.add(Shape::Mesh(mesh));
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area, None);
    ground::around(&painter, cx, rect, behind, &seen);
    for (position, normal) in marks {
        if let Some(at) = seen.depth.place(position, normal) {
            mark(&painter, cx, Pos2::new(at.x, at.y));
        }
    }
    let by_two = ui.input(eframe::egui::InputState::multi_touch).is_some();
    if !paints || by_two {
        gestures::read(ui, cx, figure, &camera, area, &response, out);
    }
    if writes && !by_two {
        paint(figure, entry, &camera, area, &response, paints, out);
    }
    keys::turn_and_zoom(ui, cx, figure, area, &response, Action::Look(NamedView::LowBack), out);
    if response.has_focus() {
        ground::focus(&painter, cx, rect);
    }
    if controls {
        dial::show(ui, cx, rect, &camera, out);
        zoom::show(ui, cx, rect, &camera, area, out);
        aside::show(ui, cx, figure, rect, area, out);
    }
}

/// The entry that is shown on the body, and whether it is being written: that one, or the last that has a place.
fn shown<'a>(cx: &'a Cx<'_>) -> (Option<&'a Entry>, bool) {
    let panel = &cx.visit.diary;
    match (&panel.view, &panel.draft) {
        (DiaryView::Entry, Some(draft)) => (Some(&draft.entry), true),
        _ => (panel.book.entries().map(|(_, entry)| entry).rfind(|entry| !entry.places.is_empty()), false),
    }
}

/// The place of the skin under a place on screen.
fn place(figure: &Figure, camera: &Camera, area: Area, at: Pos2) -> Option<Place> {
    let (from, along) = camera.ray(Vec2::new(at.x, at.y), area);
    let hit = pick::skin(&figure.skin.full, from, along)?;
    let part = figure.skin.part_of(&figure.skin.full, hit.vertex)?;
    Some(Place::at(part, hit.position.x))
}

/// A tap paints a place or takes its paint away; a drag only paints.
fn paint(
    figure: &Figure,
    entry: Option<&Entry>,
    camera: &Camera,
    area: Area,
    response: &Response,
    paints: bool,
    out: &mut Vec<Action>,
) {
    let tapped = response.clicked_by(PointerButton::Primary);
    let drawn = paints && response.dragged_by(PointerButton::Primary);
    let Some(at) = response.interact_pointer_pos().filter(|_| tapped || drawn) else { return };
    let Some(place) = place(figure, camera, area, at) else { return };
    if tapped {
        out.push(Action::Diary(DiaryAsk::Change(Field::Toggle(place))));
    } else if !entry.is_some_and(|entry| entry.places.contains(&place)) {
        out.push(Action::Diary(DiaryAsk::Change(Field::Paint(place))));
    }
}

/// A cross on a paper disc: a painted place is known without its colour.
fn mark(painter: &eframe::egui::Painter, cx: &Cx<'_>, at: Pos2) {
    let c = cx.look.on_skin();
    painter.circle(at, 8.0, c.sheet, Stroke::new(1.4, c.ink));
    for arm in [vec2(3.6, 3.6), vec2(3.6, -3.6)] {
        painter.line_segment([at - arm, at + arm], Stroke::new(2.0, c.alert));
    }
}
