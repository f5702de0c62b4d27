//! The body: it turns under the finger, its points can be touched, its names stand beside it.

mod cache;
mod channels;
mod chips;
mod dial;
mod flow;
mod gestures;
mod ground;
mod keys;
mod markers;
mod names;
pub(super) mod qi;
mod seen;
mod touch;
mod zoom;

pub use cache::StageCache;
pub(super) use channels::swatch;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Rect, Sense, Shape, Ui, WidgetInfo};
use glam::Vec2;

use self::seen::Seen;
use super::Cx;
use crate::body::camera::Area;
use crate::describe;
use crate::visit::Action;

/// Shows the body in the room that is left. `controls` tells whether there is room for the dial and the zoom pill.
pub(super) fn stage(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache, controls: bool, out: &mut Vec<Action>) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    ground::glow(ui, cx, rect);
    let Some(figure) = cx.figure else {
        ground::waiting(ui, cx, rect);
        return;
    };
    let area = area_of(rect);
    let camera = cx.visit.turning.camera(cx.home_camera());

    let response = ui.interact(rect, ui.scope_id().with("body"), Sense::click_and_drag());
    response.widget_info(|| {
        let sentence = describe::body(cx.tr, cx.catalog, figure, &camera, cx.visit.chosen.as_ref());
        let shown = describe::shown(cx.tr, cx.catalog, &cx.visit.shown);
        WidgetInfo::labeled(NodeRole::Figure, true, format!("{sentence} {shown}"))
    });

    let moving = cx.visit.turning.moves() || response.dragged();
    let painter = ui.painter_at(rect);
    let pixel = 1.0 / painter.pixels_per_point();
    painter.add(Shape::Mesh(cache.body(cx, figure, &camera, area, pixel, moving)));
    let mut by_finger = cache.by_finger;
    ground::fade(&painter, cx, rect, camera.project(glam::Vec3::ZERO, area).y);
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area);

    let taken = chips::taken(rect, controls);
    channels::paint(&painter, cx, figure, &seen, &camera, area);
    let pointed = touch::pointed(ui, cx, figure, &seen, &response);
    let labels = cache.names.place(&painter, cx, figure, &seen, &camera, area, &taken, pointed);
    names::leaders(&painter, cx, labels);
    markers::show(ui, &painter, cx, figure, &seen, &response, pointed, camera.scale(area), out);
    names::words(&painter, cx, figure, &seen, labels);
    gestures::read(ui, cx, figure, &camera, area, &response, out);
    touch::read(ui, cx, &mut by_finger, figure, &seen, &camera, area, &response, out);
    keys::read(ui, cx, figure, &seen, area, &response, out);
    cache.by_finger = by_finger;
    if response.has_focus() {
        ground::focus(&painter, cx, rect);
    }
    if controls {
        dial::show(ui, cx, rect, &camera, out);
        zoom::show(ui, cx, rect, &camera, area, out);
    }
    chips::show(ui, cx, rect, out);
    if cx.visit.sheet_closed {
        ground::title(ui, cx, rect, &describe::view(cx.tr, figure.id, &camera));
    }
}

/// A rectangle of the screen as the geometry sees it.
fn area_of(rect: Rect) -> Area {
    let (centre, size) = (rect.center(), rect.size());
    Area { centre: Vec2::new(centre.x, centre.y), size: Vec2::new(size.x, size.y) }
}
