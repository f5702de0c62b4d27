//! The body: it turns under the finger, its points can be touched, its names stand beside it.

mod aside;
mod cache;
mod channels;
mod chips;
mod dial;
mod divider;
mod flow;
mod forms;
mod gestures;
mod gilding;
mod ground;
mod halves;
mod keys;
mod legends;
mod magnifier;
mod markers;
mod names;
mod pad;
mod painted;
pub(super) mod painting;
mod pen;
mod picture;
mod pill;
mod plan;
pub(super) mod plan_marks;
pub(super) mod qi;
mod seen;
mod shown;
mod switch;
mod touch;
mod under;
mod zoom;

pub use cache::StageCache;
pub(super) use cache::mesh;
pub(super) use channels::swatch;
pub(super) use ground::glow;
pub(super) use picture::{Picture, picture};
pub(super) use shown::shown;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{Painter, Rect, Response, Sense, Shape, Ui, WidgetInfo};
use glam::Vec2;

use self::cache::Shot;
use self::halves::Halves;
use self::magnifier::Glass;
use self::plan::Plan;
use self::seen::Seen;
use super::Cx;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::labels::Taken;
use crate::describe;
use crate::visit::{Account, Action};

/// Shows the body in the room that is left. `controls` tells whether there is room for the dial and the zoom pill.
pub(super) fn stage(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache, controls: bool, out: &mut Vec<Action>) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let halves = Halves::new(cx, rect);
    // What lies behind the body is painted once it is known what the body hides.
    let behind = ui.painter_at(rect).add(Shape::Noop);
    if halves.divider().is_some() {
        ground::halves(ui, cx, &halves);
    }
    let Some(figure) = cx.figure else {
        ground::glow(ui, cx, rect, rect);
        ground::waiting(ui, cx, rect);
        return;
    };
    let plan = Plan::new(ui, cx, rect, controls, halves.divider());
    let asked = (cx.visit.turning.camera(cx.home_camera()), area_of(plan.body));
    let (camera, area) = (framed(asked.0, plan.body, rect), area_of(rect));
    let on = Stage { rect, halves, plan, figure, camera, area, asked, behind };
    body(ui, cx, cache, &on, out);
}

/// What everything on the stage goes by.
struct Stage<'a> {
    rect: Rect,
    halves: Halves,
    plan: Plan,
    figure: &'a Figure,
    /// What is drawn: the whole stage.
    camera: Camera,
    area: Area,
    /// The view as it was asked for, and the part of the stage that it fills. What changes the view goes by these.
    asked: (Camera, Area),
    /// The place of what lies behind the body.
    behind: ShapeIdx,
}

/// Shows the body and what belongs to it.
fn body(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache, on: &Stage<'_>, out: &mut Vec<Action>) {
    let &Stage { rect, halves, ref plan, figure, camera, area, asked, behind } = on;
    let calm = super::kiosk::is_first(cx) && halves.parts().len() == 1;
    let response = ui.interact(rect, ui.scope_id().with("body"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Figure, true, sentence(cx, figure, &camera)));
    let line = halves.divider().map(|x| divider::line_response(ui, rect, x));
    let touched = line.iter().fold(response.clone(), |all, line| all | line.clone());

    let moving = cx.visit.turning.moves() || cx.visit.divider.moves() || response.dragged() || divider::is_pulled(ui);
    let painter = ui.painter_at(rect);
    together(cache, figure, &camera, area, |cache| {
        for (part, shot) in parts(ui, &halves, camera, area, moving) {
            part.add(Shape::Mesh(cache.body(cx, figure, &shot)));
            if shot.veiled {
                under::paint(&part, cx, cache, figure, &shot);
            }
        }
    });
    let mut by_finger = cache.by_finger;
    let magnified = cx.visit.magnified.map(|over| (over, magnifier::place(rect, plan.below)));
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area, magnified.map(|(_, plate)| plate));
    if halves.divider().is_none() {
        ground::around(&painter, cx, rect, behind, &seen);
    }
    lines(ui, cx, figure, &seen, &halves, &camera, area);
    if let Some(x) = halves.divider() {
        divider::line(&painter, cx, rect, x);
    }

    if plan_marks::is_shown(cx) {
        plan_marks::drawings(ui, &painter, cx, figure, &seen);
    }
    let alone = plan_marks::is_alone(cx);

    let mut taken: Vec<Taken> = magnified.map(|(_, plate)| room_of(plate)).into_iter().collect();
    if !cx.bare {
        taken.extend(plan.taken());
        taken.extend(plan.pad.map(room_of));
        taken.extend(plan.is_switched().then(|| chips::taken(plan.floor, plan.controls)).into_iter().flatten());
        let aside = plan.controls.then(|| aside::places(cx, chips::above(plan.floor)));
        taken.extend(aside.into_iter().flatten().map(room_of));
    }
    if plan_marks::is_shown(cx) && cx.visit.sheet_closed {
        let back = super::plan::way_back_place(ui, cx, rect);
        taken.push(room_of(back));
    }
    let pointed = touch::pointed(ui, cx, figure, &seen, &touched);
    let markers = |ui: &mut Ui, painter: &Painter, out: &mut Vec<Action>| {
        markers::show(ui, painter, cx, figure, &seen, &halves, &response, pointed, camera.scale(area), out);
    };
    if alone {
        // A plan that is presented is seen alone: no other points, no names.
    } else if calm {
        markers(ui, &painter, out);
    } else if halves.room(Account::Body).is_some() || halves.divider().is_some() {
        let legends = legends::place(ui, cx, figure, &seen, &halves, &camera, area, &taken, pointed);
        legends::leaders(&painter, cx, &legends);
        markers(ui, &painter, out);
        legends::plates(&painter, cx, &legends);
    } else {
        let labels = cache.names.place(&painter, cx, figure, &seen, &camera, area, &taken, pointed);
        names::leaders(&painter, cx, labels);
        markers(ui, &painter, out);
        names::words(&painter, cx, figure, &seen, labels);
    }
    if plan_marks::is_shown(cx) {
        plan_marks::points(ui, &painter, cx, figure, &seen, &taken);
        plan_marks::light(&painter, cx, figure, &seen, &camera, area);
    }
    if !pen::read(ui, cx, figure, &seen, &camera, area, &response, out) {
        gestures::read(ui, cx, figure, &asked.0, asked.1, &response, out);
        touch::read(ui, cx, &mut by_finger, figure, &seen, &asked.0, asked.1, &touched, out);
    }
    keys::read(ui, cx, figure, &seen, asked.1, &response, out);
    cache.by_finger = by_finger;
    if response.has_focus() {
        ground::focus(&painter, cx, rect);
    }
    if !calm && !cx.bare {
        controls(ui, cx, &mut cache.glass, on, &seen, line.as_ref(), out);
    }
}

/// Shows what stands round the body: switches, chips, dial, zoom, its name, the magnifier.
fn controls(
    ui: &mut Ui,
    cx: &Cx<'_>,
    glass: &mut Glass,
    on: &Stage<'_>,
    seen: &Seen<'_>,
    line: Option<&Response>,
    out: &mut Vec<Action>,
) {
    let &Stage { rect, ref plan, figure, asked: (camera, area), .. } = on;
    let magnified = cx.visit.magnified.map(|over| (over, magnifier::place(rect, plan.below)));
    // Where there is no room beside it, the magnifier stands in the place of the controls.
    let foot = chips::above(plan.floor);
    let covered = |rect: Rect| magnified.is_some_and(|(_, plate)| plate.intersects(rect));
    if let Some(tools) = plan.tools {
        switch::tools(ui, cx, tools, out);
    }
    if plan.is_switched() && !covered(plan.switch.union(plan.compare)) {
        switch::show(ui, cx, plan, out);
    }
    divider::show(ui, cx, rect, plan, line, out);
    if plan.controls && !covered(dial::place(foot)) && !covered(zoom::place(foot)) {
        dial::show(ui, cx, foot, &camera, out);
        zoom::show(ui, cx, foot, &camera, area, out);
        if aside::places(cx, foot).into_iter().all(|place| !covered(place)) {
            aside::show(ui, cx, figure, foot, area, out);
        }
    }
    if let Some(place) = plan.pad.filter(|place| !covered(*place)) {
        pad::show(ui, cx, place, on.asked, out);
    }
    if plan.chips && !plan_marks::is_alone(cx) && !covered(chips::place(plan.floor)) {
        chips::show(ui, cx, plan.floor, out);
    }
    if plan.titled && !covered(plan.title) {
        ground::title(ui, cx, plan.title, &describe::view(cx.tr, figure.id, &camera), seen);
    }
    if let Some((over, plate)) = magnified {
        magnifier::show(ui, cx, glass, figure, over, plate, out);
    }
    if let (Some(room), Some(text)) = (plan.caption, describe::lens_caption(cx.tr, cx.visit.lens, &cx.visit.divider)) {
        ground::lens_caption(ui, cx, room, &text);
    }
}

/// Looks at what can be seen while something else is drawn: the two cost the most of a frame of ours, and even an old
/// computer has two cores.
fn together(cache: &mut StageCache, figure: &Figure, camera: &Camera, area: Area, draw: impl FnOnce(&mut StageCache)) {
    if cache.sight.is_from(figure.id, camera, area) {
        return draw(cache);
    }
    let mut sight = std::mem::take(&mut cache.sight);
    std::thread::scope(|scope| {
        // Where there is no second thread to be had, whoever asks first has it looked at.
        _ = std::thread::Builder::new().spawn_scoped(scope, || sight.look(figure, camera, area));
        draw(cache);
    });
    cache.sight = sight;
}

/// The parts of the stage that show one account each, and how the skin is drawn in them.
fn parts(ui: &Ui, halves: &Halves, camera: Camera, area: Area, moving: bool) -> impl Iterator<Item = (Painter, Shot)> {
    let pixel = 1.0 / ui.pixels_per_point();
    halves.parts().into_iter().map(move |(account, room)| {
        let veiled = account == Some(Account::Body);
        (ui.painter_at(room), Shot { camera, area, window: area_of(room), pixel, moving, veiled })
    })
}

/// What the stage shows, for those who do not see it.
fn sentence(cx: &Cx<'_>, figure: &Figure, camera: &Camera) -> String {
    let body = describe::body(cx.tr, cx.catalog, figure, camera, cx.visit.chosen.as_ref());
    let shown = describe::shown(cx.tr, cx.catalog, &cx.visit.shown);
    let lens = describe::lens(cx.tr, cx.visit.lens, &cx.visit.divider);
    let marked = plan_marks::is_shown(cx).then_some(cx.visit.planning.plan());
    let marked = marked.and_then(|plan| describe::plan::on_body(cx.tr, cx.catalog, plan));
    let said: Vec<String> = [Some(body), lens, marked, Some(shown)].into_iter().flatten().collect();
    said.join(" ")
}

/// The channels: drawn with their patterns, or gilded where tradition is looked at alone.
fn lines(ui: &Ui, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, halves: &Halves, camera: &Camera, area: Area) {
    for (account, room) in halves.parts() {
        let part = ui.painter_at(room);
        match account {
            None => channels::paint(&part, cx, figure, seen, camera, area),
            Some(Account::Tradition) => gilding::paint(&part, cx, figure, seen, camera, area),
            Some(Account::Body) => {}
        }
    }
}

/// A rectangle as names see it that must leave it free.
fn room_of(rect: Rect) -> Taken {
    (Vec2::new(rect.left(), rect.top()), Vec2::new(rect.width(), rect.height()))
}

/// The camera that shows in all of `stage` what another shows in the part of it where the body stands.
fn framed(camera: Camera, body: Rect, stage: Rect) -> Camera {
    if body == stage {
        return camera;
    }
    let scale = camera.scale(area_of(body));
    let lower = (body.center().y - stage.center().y) / scale;
    Camera { span: stage.height() / scale, target: camera.target + camera.basis().up * lower, ..camera }
}

/// A rectangle of the screen as the geometry sees it.
fn area_of(rect: Rect) -> Area {
    let (centre, size) = (rect.center(), rect.size());
    Area { centre: Vec2::new(centre.x, centre.y), size: Vec2::new(size.x, size.y) }
}
