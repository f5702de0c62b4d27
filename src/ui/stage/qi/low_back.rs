//! The low back with a dam on each side: touch a place to put a needle in, and the flow opens.

use std::sync::Arc;

use eframe::egui::accesskit::{Action as NodeAction, Role as NodeRole};
use eframe::egui::{
    Color32, CornerRadius, Galley, Painter, PointerButton, Pos2, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::super::super::Cx;
use super::super::super::widgets::job;
use super::super::channels::{Along, runs};
use super::super::flow;
use super::super::seen::Seen;
use super::super::{aside, dial, zoom};
use super::course;
use super::{brush, free_for_words, needle, reach, scroll, stands_still};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::describe;
use crate::model::Side;
use crate::sim::free_flow::{PLACES, State};
use crate::sim::qi::Ask;
use crate::theme::{Face, Role};
use crate::visit::Action;

/// The ids of what the scroll says, of a dammed flow and of a free one.
pub(in crate::ui) const SAYINGS: [&str; 2] = ["saying-dammed", "saying-free"];
/// How far from its place a label stands.
const AWAY: f32 = 46.0;
/// And how near it may come to make room for the scroll.
const NEAREST: f32 = 24.0;
/// Nearer than this its leader could not be seen.
const CLOSEST: f32 = 16.0;
/// The paper round its words.
const LABEL: Vec2 = vec2(10.0, 5.0);

/// A place for a needle that can be seen.
struct Place {
    side: Side,
    number: usize,
    at: Pos2,
    /// To which side of the screen its label and its needle go: −1 or 1.
    lean: f32,
}

/// Shows the low back and reads touches on it.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn show(
    ui: &Ui,
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) {
    for side in [Side::Left, Side::Right] {
        bands(painter, cx, figure, seen, camera, area, side);
    }
    let places = places(cx, figure, seen, camera, area);
    let stage = response.rect;
    let scale = (camera.scale(area) / 950.0).clamp(0.6, 1.15) * (stage.width() / 540.0).clamp(0.6, 1.0);
    let pointer = response.hover_pos();
    // A story places the needles itself, on a stage that has less room.
    let labelled =
        |place: &Place| cx.visit.story.is_none() && !cx.visit.qi.free.half(place.side).has_needle(place.number);
    let leftmost = places
        .iter()
        .filter(|place| place.lean < 0.0 && labelled(place))
        .map(|place| place.at.x - NEAREST - label_words(painter, cx, place).size().x - LABEL.x * 2.0);
    let room = free_for_words(stage);
    // The scroll hangs beside the body, if the stage is wide enough for both.
    let hangs = stage.width() >= 560.0 && leftmost.fold(f32::INFINITY, f32::min) >= scroll::right(room);
    let free = stage.with_min_x(if hangs { scroll::right(room) } else { stage.left() });
    let plate = caption(painter, cx, stage);
    let mut taken = vec![dial::place(stage), zoom::place_in_qi(stage)];
    taken.extend(aside::places(cx, stage));
    taken.extend(plate);
    let labels = labels(painter, cx, free, &places, labelled, &mut taken);
    let mut hits: Vec<(Rect, &Place)> = Vec::new();
    for (place, rect) in places.iter().zip(labels) {
        if cx.visit.qi.free.half(place.side).has_needle(place.number) {
            needle::needle(painter, cx, place.at, place.lean, scale);
            hits.push((Rect::from_center_size(place.at, vec2(44.0, 44.0)), place));
        } else {
            let pointed = pointer.is_some_and(|p| p.distance(place.at) < 22.0);
            needle::waiting(painter, cx, place.at, pointed);
            let mut hit = Rect::from_center_size(place.at, vec2(44.0, 44.0));
            if let Some(rect) = rect {
                label(painter, cx, place, rect);
                hit = hit.union(rect);
            }
            hits.push((hit, place));
        }
    }
    for (rect, place) in &hits {
        node(ui, cx, *rect, place, out);
    }
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked_by(PointerButton::Primary)) {
        let nearest = hits
            .iter()
            .map(|(rect, place)| (if rect.contains(at) { 0.0 } else { place.at.distance(at) }, place))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, place)) = nearest.filter(|(distance, _)| *distance < reach(cx)) {
            out.push(Action::Qi(Ask::Needle(place.side, place.number)));
        }
    }
    let flows = [Side::Left, Side::Right].iter().all(|&side| cx.visit.qi.free.half(side).state() == State::Open);
    if hangs && let Some(idea) = cx.catalog.idea(SAYINGS[usize::from(flows)]) {
        scroll::show(painter, cx, room, idea);
    }
}

/// The bands of one side, from the neck to the foot, with the dam across.
fn bands(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area, side: Side) {
    let half = cx.visit.qi.free.half(side);
    let scale = camera.scale(area);
    let Some(way) = course::way(figure, side) else { return };
    let dam = way.dam * scale;
    let band = half.course(dam).sized(scale);
    let mut bands: Vec<Vec<Along>> = Vec::new();
    for (stroke, begins) in way.strokes {
        let all = runs(stroke, seen, camera, area);
        bands.extend(all.into_iter().map(|run| run.into_iter().map(|(pos, at)| (pos, at + begins * scale)).collect()));
    }
    let at = bands.iter().find_map(|run| course::on_run(run, dam));
    flow::paint_all(painter, cx, bands, &band, stands_still(cx));
    if let Some((at, along)) = at {
        brush::dam(painter, cx, at, along, half.through());
    }
}

fn places(cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area) -> Vec<Place> {
    let middle = camera.project(glam::Vec3::new(0.0, camera.target.y, 0.0), area).x;
    let mut places = Vec::new();
    for side in [Side::Left, Side::Right] {
        for (number, marker) in course::places(figure, side).into_iter().flatten().enumerate() {
            if cx.catalog.point(&marker.key.code).is_none()
                || seen.depth.place(marker.position, marker.normal).is_none()
            {
                continue;
            }
            let at = camera.project(marker.position, area);
            places.push(Place { side, number, at: pos2(at.x, at.y), lean: if at.x < middle { -1.0 } else { 1.0 } });
        }
    }
    places
}

fn label_words(painter: &Painter, cx: &Cx<'_>, place: &Place) -> Arc<Galley> {
    let c = cx.look.colours();
    painter.layout_job(job([
        (cx.tr.text("qi-place").as_str(), cx.look.scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink)),
        ("\n", cx.look.scale.format(Role::Caption, c.ink2)),
        (PLACES[place.number], cx.look.scale.format(Role::Caption, c.ink2)),
    ]))
}

/// Where the labels lie. Of a pair that waits on both sides both are named, or neither: one name would say that the other
/// place is something else.
fn labels(
    painter: &Painter,
    cx: &Cx<'_>,
    free: Rect,
    places: &[Place],
    labelled: impl Fn(&Place) -> bool,
    taken: &mut Vec<Rect>,
) -> Vec<Option<Rect>> {
    let mut rects = Vec::new();
    for place in places {
        let size = label_words(painter, cx, place).size() + LABEL * 2.0;
        let rect = labelled(place).then(|| label_room(free, place, size, taken)).flatten();
        taken.extend(rect);
        rects.push(rect);
    }
    let is_bare = |i: usize| labelled(&places[i]) && rects[i].is_none();
    let has_bare_twin = |i: usize| {
        (0..places.len())
            .any(|k| places[k].number == places[i].number && places[k].side != places[i].side && is_bare(k))
    };
    let bare: Vec<bool> = (0..places.len()).map(has_bare_twin).collect();
    rects.into_iter().zip(bare).map(|(rect, bare)| rect.filter(|_| !bare)).collect()
}

/// Where a label of a size lies beside its place, or nothing where there is no room for it.
fn label_room(free: Rect, place: &Place, size: Vec2, taken: &[Rect]) -> Option<Rect> {
    // Above the dam the label stands a little higher, below it a little lower, so that they never touch.
    let shift = if place.number == 0 { -34.0 } else { 34.0 };
    let least = free.left() + 4.0;
    let beside = |away: f32| {
        let x = if place.lean < 0.0 { place.at.x - away - size.x } else { place.at.x + away };
        let x = x.clamp(least, (free.right() - size.x - 4.0).max(least));
        let mut rect = Rect::from_min_size(pos2(x, place.at.y + shift - size.y * 0.5), size);
        // What stands at the foot of the stage keeps its place: a label moves up from it, or in beside what is high.
        for other in taken.iter().map(|other| other.expand(6.0)) {
            if !other.intersects(rect) {
                continue;
            }
            let inward = if place.lean < 0.0 { other.right() - rect.left() } else { other.left() - rect.right() };
            let gap = (place.at.x - rect.translate(vec2(inward, 0.0)).center().x).abs() - size.x * 0.5;
            if gap >= CLOSEST {
                rect = rect.translate(vec2(inward, 0.0));
            } else if other.center().y > place.at.y {
                rect = rect.translate(vec2(0.0, other.top() - rect.bottom()));
            }
        }
        (free.contains_rect(rect) && !taken.iter().any(|other| other.intersects(rect))).then_some(rect)
    };
    beside(AWAY).or_else(|| beside(NEAREST))
}

/// A plate beside a waiting place, with a leader.
fn label(painter: &Painter, cx: &Cx<'_>, place: &Place, rect: Rect) {
    let c = cx.look.colours();
    let words = label_words(painter, cx, place);
    let edge = pos2(if place.lean < 0.0 { rect.right() } else { rect.left() }, rect.center().y);
    let toward = place.at + (edge - place.at).normalized() * 20.0;
    painter.line_segment([edge, toward], Stroke::new(3.4, cx.look.on_skin().sheet));
    painter.line_segment([edge, toward], Stroke::new(cx.look.tokens.stroke(1.4), cx.look.on_skin().ink));
    let line = if cx.look.tokens.contrast { c.line } else { c.rule };
    painter.rect(
        rect,
        CornerRadius::same(9),
        c.sheet,
        Stroke::new(cx.look.tokens.stroke(1.0), line),
        StrokeKind::Inside,
    );
    painter.galley(rect.min + LABEL, words, Color32::PLACEHOLDER);
}

/// How it stands on both sides, on a plate between the controls at the foot of the stage. Gives where it lies.
fn caption(painter: &Painter, cx: &Cx<'_>, stage: Rect) -> Option<Rect> {
    if cx.bare {
        // On a stage as low as a story in large print leaves, it would hide what it speaks of, and the story tells it.
        return None;
    }
    let c = cx.look.colours();
    let mut room = Rangef::new(dial::place(stage).right() + 14.0, zoom::place_in_qi(stage).left() - 14.0);
    for place in aside::places(cx, stage) {
        if place.center().x < stage.center().x {
            room.min = room.min.max(place.right() + 14.0);
        } else {
            room.max = room.max.min(place.left() - 14.0);
        }
    }
    if room.span() < 200.0 {
        return None;
    }
    let said = [Side::Right, Side::Left].map(|side| describe::qi::half(cx.tr, side, cx.visit.qi.free.half(side)));
    let mut words = job([(said.join("\n").as_str(), cx.look.scale.format(Role::Card, c.ink))]);
    words.wrap.max_width = room.span() - 28.0;
    let words = painter.layout_job(words);
    let size = words.size() + vec2(28.0, 18.0);
    let corner = pos2(room.center() - size.x * 0.5, stage.bottom() - 20.0 - size.y);
    let plate = Rect::from_min_size(corner, size);
    let line = if cx.look.tokens.contrast { c.line } else { c.rule };
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), line);
    painter.rect(plate, CornerRadius::same(9), c.sheet, edge, StrokeKind::Inside);
    painter.galley(plate.min + vec2(14.0, 9.0), words, Color32::PLACEHOLDER);
    Some(plate)
}

/// A named node for the screen reader. The keyboard finds the same places as buttons on the sheet.
fn node(ui: &Ui, cx: &Cx<'_>, rect: Rect, place: &Place, out: &mut Vec<Action>) {
    let id = ui.scope_id().with(("place", place.side as u8, place.number));
    let response = ui.interact(rect, id, Sense::HOVER);
    let placed = cx.visit.qi.free.half(place.side).has_needle(place.number);
    let name = describe::qi::place(cx.tr, place.side, PLACES[place.number]);
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, placed, &name));
    ui.accesskit_node_builder(id, |node| node.add_action(NodeAction::Click));
    if ui.input(|i| i.has_accesskit_action_request(id, NodeAction::Click)) {
        out.push(Action::Qi(Ask::Needle(place.side, place.number)));
    }
}
