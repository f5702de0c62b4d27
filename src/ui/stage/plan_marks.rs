//! What a plan puts on the body: its points with their numbers, strokes and stamps, and the light on one place.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit_root_id, pos2, vec2,
};
use glam::Vec3;

use super::super::Cx;
use super::super::widgets::{icon, job};
use super::seen::Seen;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::labels::Taken;
use crate::describe;
use crate::plan::{Drawing, How, Ink, Mark, Skin, Spot, Stamp};
use crate::theme::{Face, Icon, Role};
use crate::visit::Screen;

/// The radius of a number's disc, in points.
const DISC: f32 = 12.0;
/// The radius of a stamp, in points.
const STAMP: f32 = 15.0;
/// How dark all is where no light falls.
const DIM: f32 = 0.62;
/// Over how much of its reach the light ends.
const SOFT: f32 = 0.22;
/// So many corners has the edge of the light.
const CORNERS: u16 = 64;

/// Whether the body shows a plan.
pub(super) fn is_shown(cx: &Cx<'_>) -> bool {
    cx.visit.screen == Screen::Plan
}

/// Whether nothing but the plan is shown: while it is presented, and while someone draws, since other points and names
/// would hide what is drawn.
pub(super) fn is_alone(cx: &Cx<'_>) -> bool {
    is_shown(cx) && (cx.visit.planning.page.is_some() || cx.visit.planning.draws())
}

/// Paints what is drawn: under the points.
pub(super) fn drawings(ui: &Ui, painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>) {
    let planning = &cx.visit.planning;
    for drawing in planning.plan().drawings.iter().filter(|drawing| drawing.on == figure.id) {
        match &drawing.mark {
            Mark::Stroke(ink, places) => stroke(painter, cx, seen, *ink, places),
            Mark::Stamp(stamp, place) => {
                if let Some(at) = place_of(seen, place) {
                    paint_stamp(ui, painter, cx, *stamp, at);
                }
            }
        }
    }
    if let (Some((on, places)), crate::visit::Tool::Pen(ink)) = (&planning.stroke, planning.tool)
        && *on == figure.id
    {
        stroke(painter, cx, seen, ink, places);
    }
}

/// Paints the numbers of the plan's points, and tells the tree of them.
pub(super) fn points(ui: &mut Ui, painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, taken: &[Taken]) {
    // What lies under a control of the stage is not seen, so it is not told either.
    let hidden = |at: Pos2| {
        taken.iter().any(|(corner, size)| {
            Rect::from_min_size(pos2(corner.x, corner.y), vec2(size.x, size.y)).expand(DISC).contains(at)
        })
    };
    let planning = &cx.visit.planning;
    let told = ui.ctx().has_accesskit_node(accesskit_root_id());
    let lit = planning.presented().or(planning.open);
    let mut marks: Vec<(usize, usize, Pos2)> = Vec::new();
    for (i, marker) in figure.markers.iter().enumerate() {
        let Some(step) = planning.plan().step_at(&marker.key) else { continue };
        let at = seen.depth.place(marker.position, marker.normal).map(|at| pos2(at.x, at.y));
        marks.extend(at.filter(|&at| !hidden(at)).map(|at| (i, step, at)));
    }
    if let Some(at) = seen.chosen.filter(|_| planning.draws()).and_then(|chosen| seen.at(chosen)) {
        // A stamp can be put here without a pointer.
        let c = cx.look.on_skin();
        painter.circle(at, 9.0, Color32::TRANSPARENT, Stroke::new(5.0, c.sheet));
        painter.circle(at, 9.0, Color32::TRANSPARENT, Stroke::new(2.0, c.ink));
    }
    // The one that is told of is painted last, over its neighbours.
    marks.sort_by_key(|&(_, step, _)| lit == Some(step));
    for (i, step, at) in marks {
        let Some(of) = planning.plan().steps.get(step) else { continue };
        let rect = number(ui, painter, cx, step + 1, of.how, lit == Some(step), at);
        if told && let Some(marker) = figure.markers.get(i) {
            let id =
                ui.scope_id().with(("plan-mark", marker.key.code.as_str(), marker.key.side as u8, marker.key.number));
            let response = ui.interact(rect, id, Sense::HOVER);
            let point = describe::marker(cx.tr, cx.catalog, &marker.key);
            let how = cx.tr.text(describe::plan::how_key(of.how));
            let name = [("step", (step + 1).into()), ("point", point.into()), ("how", how.into())];
            response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, cx.tr.text_with("plan-mark", &name)));
        }
    }
}

/// A number on its disc; beside it the sign of what is done, where it is not a needle.
fn number(ui: &Ui, painter: &Painter, cx: &Cx<'_>, number: usize, how: How, lit: bool, at: Pos2) -> Rect {
    let c = cx.look.on_skin();
    let text = number.to_string();
    let format = cx.look.scale.format_in(Role::Label, Face::SansBold, 1.0, c.sheet);
    let word = painter.layout_job(job([(text.as_str(), format)]));
    let sign = (how != How::Needle).then(|| icon(ui, how_icon(how), 15.0, c.sheet));
    let inner = word.size().x + sign.as_ref().map_or(0.0, |sign| sign.size().x + 3.0);
    let radius = if lit { DISC + 3.0 } else { DISC };
    let rect = Rect::from_center_size(at, vec2((inner + 12.0).max(radius * 2.0), radius * 2.0));
    let round = CornerRadius::same(radius as u8);
    painter.rect(rect.expand(2.4), CornerRadius::same(radius as u8 + 2), c.sheet, Stroke::NONE, StrokeKind::Inside);
    painter.rect(rect, round, c.ink, Stroke::new(1.0, c.ink), StrokeKind::Inside);
    if lit {
        let ring = CornerRadius::same(radius as u8 + 6);
        painter.rect_stroke(rect.expand(5.5), ring, Stroke::new(2.0, c.ink), StrokeKind::Inside);
    }
    let mut x = rect.center().x - inner * 0.5;
    let y = |height: f32| rect.center().y - height * 0.5;
    painter.galley(pos2(x, y(word.size().y)), word.clone(), c.sheet);
    x += word.size().x + 3.0;
    if let Some(sign) = sign {
        painter.galley(pos2(x, y(sign.size().y)), sign, c.sheet);
    }
    rect
}

/// A pen stroke: its colour over paper, so that it is clear on every skin. Each ink has its own pattern too.
fn stroke(painter: &Painter, cx: &Cx<'_>, seen: &Seen<'_>, ink: Ink, places: &[Skin]) {
    let c = cx.look.on_skin();
    let colour = match ink {
        Ink::Ink => c.ink,
        Ink::Pain => c.alert,
        Ink::Tradition => c.trad,
        Ink::Body => c.body,
    };
    for run in runs(seen, places) {
        if let [only] = run[..] {
            painter.circle(only, 3.0, colour, Stroke::new(1.5, c.sheet));
            continue;
        }
        painter.add(Shape::line(run.clone(), Stroke::new(6.0, c.sheet.gamma_multiply(0.8))));
        match ink {
            Ink::Ink => _ = painter.add(Shape::line(run, Stroke::new(3.0, colour))),
            Ink::Pain => {
                // Barbs across the line: told without its colour.
                painter.add(Shape::line(run.clone(), Stroke::new(3.0, colour)));
                painter.extend(Shape::dotted_line(&run, colour, 14.0, 4.2));
            }
            Ink::Tradition => painter.extend(Shape::dashed_line(&run, Stroke::new(3.0, colour), 12.0, 5.0)),
            Ink::Body => painter.extend(Shape::dotted_line(&run, colour, 6.5, 2.0)),
        }
    }
}

/// The parts of a stroke that can be seen, each unbroken.
fn runs(seen: &Seen<'_>, places: &[Skin]) -> Vec<Vec<Pos2>> {
    let mut runs: Vec<Vec<Pos2>> = Vec::new();
    let mut goes_on = false;
    for place in places {
        match place_of(seen, place) {
            Some(at) => {
                match runs.last_mut().filter(|_| goes_on) {
                    Some(run) => run.push(at),
                    None => runs.push(vec![at]),
                }
                goes_on = true;
            }
            None => goes_on = false,
        }
    }
    runs
}

fn paint_stamp(ui: &Ui, painter: &Painter, cx: &Cx<'_>, stamp: Stamp, at: Pos2) {
    let c = cx.look.on_skin();
    let colour = match stamp {
        Stamp::Pain | Stamp::Arrow => c.alert,
        Stamp::Needle | Stamp::Heat | Stamp::Cup => c.ink,
    };
    painter.circle(at, STAMP, c.sheet, Stroke::new(2.0, colour));
    let sign = icon(ui, stamp_icon(stamp), 20.0, colour);
    painter.galley(at - sign.size() * 0.5, sign, colour);
}

/// Dims all but one place. Where that place cannot be seen, all stays as it is.
pub(super) fn light(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area) {
    let Some(spot) = cx.visit.planning.plan().spotlight.filter(|spot| spot.on == figure.id) else { return };
    let Spot { middle, reach, .. } = spot;
    let Some(at) = place_of(seen, &middle) else { return };
    let c = cx.look.colours();
    let dark = if cx.look.tokens.dark { c.well } else { c.ink };
    let dark = dark.gamma_multiply(DIM);
    let radius = reach * camera.scale(area);
    let far = painter.clip_rect().size().length() + radius;
    let mut mesh = Mesh::with_texture(cx.plain);
    for i in 0..CORNERS {
        let (sin, cos) = (f32::from(i) / f32::from(CORNERS) * std::f32::consts::TAU).sin_cos();
        let way = vec2(cos, sin);
        for (length, color) in [(radius * (1.0 - SOFT), Color32::TRANSPARENT), (radius, dark), (far, dark)] {
            mesh.vertices.push(Vertex { pos: at + way * length, uv: WHITE_UV, color });
        }
    }
    for i in 0..u32::from(CORNERS) {
        let (here, next) = (i * 3, (i + 1) % u32::from(CORNERS) * 3);
        for ring in 0..2 {
            mesh.add_triangle(here + ring, here + ring + 1, next + ring);
            mesh.add_triangle(next + ring, here + ring + 1, next + ring + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// The drawing nearest to a place on screen, within a reach in points.
pub(super) fn nearest(cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, at: Pos2, reach: f32) -> Option<usize> {
    let distance = |drawing: &Drawing| {
        let places = drawing.places().iter().filter_map(|place| place_of(seen, place));
        places.map(|place| place.distance(at)).fold(f32::INFINITY, f32::min)
    };
    let drawn = cx.visit.planning.plan().drawings.iter().enumerate().filter(|(_, drawing)| drawing.on == figure.id);
    // Of two as near, the newer lies on top.
    let near = drawn.map(|(i, drawing)| (i, distance(drawing))).filter(|(_, d)| *d <= reach);
    near.rev().min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
}

fn place_of(seen: &Seen<'_>, place: &Skin) -> Option<Pos2> {
    seen.depth.place(Vec3::from(place.at), Vec3::from(place.out)).map(|at| Pos2::ZERO + Vec2::new(at.x, at.y))
}

/// The sign of what is done at a point.
pub(in crate::ui) const fn how_icon(how: How) -> Icon {
    match how {
        How::Needle => Icon::Needle,
        How::Heat => Icon::Heat,
        How::Cup => Icon::Cup,
        How::Electro => Icon::Current,
    }
}

/// The sign of a stamp.
pub(in crate::ui) const fn stamp_icon(stamp: Stamp) -> Icon {
    match stamp {
        Stamp::Pain => Icon::Pain,
        Stamp::Needle => Icon::Needle,
        Stamp::Heat => Icon::Heat,
        Stamp::Cup => Icon::Cup,
        Stamp::Arrow => Icon::Travel,
    }
}
