//! How the organ clock is drawn: twelve parts with rims in the channels' colours, solid for yang and dashed for yin.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Response, Shape, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::dial::{INNER, Place, angle};
use crate::describe;
use crate::model::{Channel, Polarity};
use crate::sim::day::{CHANNELS, HOURS, begins, begins_at};
use crate::theme::{Face, Role};

/// Half the gap between two parts, in points.
const GAP: f32 = 3.0;
/// How far the part that is shown stands out.
const OUT: f32 = 8.0;
/// A radius below which the words are set smaller.
const FULL: f32 = 150.0;

/// Paints the dial.
pub(super) fn paint(ui: &Ui, cx: &Cx<'_>, place: Place, response: &Response) {
    let painter = ui.painter();
    let c = cx.look.colours();
    let shown = cx.visit.qi.day.part(Some(cx.hour));
    let is_hour = cx.visit.qi.vessel.is_none();
    for part in 0..CHANNELS {
        if let Some(channel) = cx.catalog.watch_from(begins_at(part)) {
            wedge(painter, cx, place, part, channel, is_hour && part == shown);
        }
        hour(painter, cx, place, part);
    }
    now(painter, cx, place);
    let rim = Stroke::new(cx.look.tokens.stroke(1.2), if cx.look.tokens.contrast { c.line } else { c.rule });
    painter.circle(place.middle, place.radius * INNER - 4.0, c.sheet, rim);
    middle(painter, cx, place);
    knob(painter, cx, place, response);
    if response.has_focus() {
        let radius = place.radius + 20.0;
        painter.circle_stroke(place.middle, radius, Stroke::new(2.0, c.sheet));
        painter.circle_stroke(place.middle, radius + 2.5, Stroke::new(3.0, c.focus));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn wedge(painter: &Painter, cx: &Cx<'_>, place: Place, part: usize, channel: &Channel, shown: bool) {
    let c = cx.look.colours();
    let (from, to) = (angle(begins(part)), angle(begins(part) + HOURS));
    let yin = channel.polarity == Some(Polarity::Yin);
    let fill = match (shown, yin, cx.look.tokens.contrast) {
        (true, ..) => c.trad,
        (_, _, true) => c.sheet,
        (_, true, _) => c.well.lerp_to_gamma(c.tradtint, 0.45),
        _ => c.tradtint.lerp_to_gamma(c.sheet, 0.35),
    };
    let outer = place.radius + if shown { OUT } else { 0.0 };
    let inner = place.radius * INNER;
    let edge = if shown {
        Stroke::new(cx.look.tokens.stroke(1.6), c.ink)
    } else {
        Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule })
    };
    sector(painter, place, (inner, outer), (from, to), GAP, fill, edge);
    if !shown && let Some(look) = cx.look.tokens.channel(&channel.id) {
        rim(painter, place, (from, to), yin, Stroke::new(cx.look.tokens.stroke(4.6), look.colour()));
    }
    let ink = if shown { c.onfill } else { c.ink };
    let small = (place.radius / FULL).clamp(0.62, 1.0);
    let middle = begins(part) + HOURS * 0.5;
    let long = channel.hanzi.simplified.chars().count() > 1;
    let sign = cx.look.scale.format_in(Role::Heading, Face::Serif, small * if long { 0.84 } else { 1.08 }, ink);
    let sign = painter.layout_job(job([(channel.hanzi.simplified.as_str(), sign)]));
    let at = place.at(middle, place.radius * 0.845);
    painter.galley(at - sign.size() * 0.5, sign, ink);
    let code =
        cx.look.scale.format_in(Role::Card, Face::SansSemibold, small.max(0.8), if shown { ink } else { c.ink2 });
    let code = painter.layout_job(job([(channel.id.as_str(), code)]));
    let at = place.at(middle, place.radius * if long { 0.625 } else { 0.65 });
    painter.galley(at - code.size() * 0.5, code, ink);
}

/// A piece of a ring, with a gap of one width on both its sides.
fn sector(
    painter: &Painter,
    place: Place,
    (inner, outer): (f32, f32),
    (from, to): (f32, f32),
    gap: f32,
    fill: Color32,
    edge: Stroke,
) {
    const STEPS: u32 = 16;
    let mut mesh = Mesh::default();
    let mut outline = [Vec::new(), Vec::new()];
    for i in 0..=STEPS {
        let share = i as f32 / STEPS as f32;
        for (side, radius) in [inner, outer].into_iter().enumerate() {
            let (a, b) = (from + gap / radius, to - gap / radius);
            let (sin, cos) = (a + (b - a) * share).sin_cos();
            let pos = place.middle + vec2(cos, sin) * radius;
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color: fill });
            outline[side].push(pos);
        }
        if i > 0 {
            let row = i * 2;
            mesh.add_triangle(row - 2, row - 1, row);
            mesh.add_triangle(row - 1, row, row + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
    let [mut path, outer] = outline;
    path.reverse();
    path.extend(outer);
    painter.add(Shape::closed_line(path, edge));
}

/// The rim of a part in the colour of its channel: solid for yang, dashed for yin.
fn rim(painter: &Painter, place: Place, (from, to): (f32, f32), dashed: bool, stroke: Stroke) {
    let radius = place.radius - 5.0;
    let (from, to) = (from + (GAP + 4.0) / radius, to - (GAP + 4.0) / radius);
    let pieces = if dashed { ((to - from) * radius / 14.0).round().max(2.0) as u16 } else { 1 };
    for piece in 0..pieces {
        let width = (to - from) / f32::from(pieces);
        let start = from + width * f32::from(piece);
        let end = start + width * if dashed { 0.66 } else { 1.0 };
        let steps = ((end - start) * radius / 5.0).ceil().max(1.0) as u16;
        let arc = (0..=steps).map(|i| {
            let (sin, cos) = (start + (end - start) * f32::from(i) / f32::from(steps)).sin_cos();
            place.middle + vec2(cos, sin) * radius
        });
        painter.line(arc.collect(), stroke);
    }
}

/// The hour at which a part begins, outside its edge.
fn hour(painter: &Painter, cx: &Cx<'_>, place: Place, part: usize) {
    let c = cx.look.colours();
    let at = begins(part);
    let tick = [place.at(at, place.radius + 3.0), place.at(at, place.radius + 8.0)];
    painter.line_segment(tick, Stroke::new(cx.look.tokens.stroke(1.4), c.line));
    let number = format!("{}", at.round() as u32);
    let words = painter.layout_job(job([(number.as_str(), cx.look.scale.format(Role::Caption, c.ink2))]));
    painter.galley(place.at(at, place.radius + 19.0) - words.size() * 0.5, words, c.ink2);
}

/// A small pointer at the rim: the hour on the wall.
fn now(painter: &Painter, cx: &Cx<'_>, place: Place) {
    let c = cx.look.colours();
    let (sin, cos) = angle(cx.hour).sin_cos();
    let (way, side) = (vec2(cos, sin), vec2(-sin, cos));
    let tip = place.middle + way * (place.radius + 1.0);
    let arrow = vec![tip, tip + way * 13.0 + side * 7.0, tip + way * 13.0 - side * 7.0];
    painter.add(Shape::convex_polygon(arrow, c.ink, Stroke::new(1.6, c.sheet)));
}

/// What the middle says: hours, channel, and the time on the wall.
fn middle(painter: &Painter, cx: &Cx<'_>, place: Place) {
    let c = cx.look.colours();
    let part = cx.visit.qi.day.part(Some(cx.hour));
    let channel = cx.visit.channel(cx.catalog, Some(cx.hour)).map_or("", |channel| channel.name.as_str());
    let hours =
        if cx.visit.qi.vessel.is_none() { describe::qi::hours(cx.tr, part) } else { cx.tr.text("qi-dial-no-hours") };
    let time = cx.tr.text_with("qi-dial-now", &[("time", describe::qi::time(cx.hour).into())]);
    let wide = place.radius * INNER * 1.62;
    let small = (place.radius / FULL).clamp(0.68, 1.0);
    let quiet = cx.look.scale.format_in(Role::Caption, Face::Sans, small.max(0.86), c.ink2);
    let lines = [
        (cx.tr.text("qi-dial-old"), quiet.clone()),
        (hours, cx.look.scale.format_in(Role::Heading, Face::SerifSemibold, small, c.ink)),
        (channel.to_owned(), cx.look.scale.format_in(Role::Card, Face::SansSemibold, small.max(0.86), c.trad)),
        (time, quiet),
    ];
    let galleys: Vec<_> = lines
        .into_iter()
        .map(|(text, format)| {
            let mut words = job([(text.as_str(), format)]);
            words.wrap.max_width = wide;
            words.halign = eframe::egui::Align::Center;
            painter.layout_job(words)
        })
        .collect();
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let mut y = place.middle.y - height * 0.5;
    for galley in galleys {
        let next = y + galley.size().y;
        painter.galley(eframe::egui::pos2(place.middle.x, y), galley, c.ink);
        y = next;
    }
}

/// The knob on the inner ring.
fn knob(painter: &Painter, cx: &Cx<'_>, place: Place, response: &Response) {
    let c = cx.look.colours();
    let at = place.at(cx.visit.qi.day.hour(Some(cx.hour)), place.radius * INNER - 6.0);
    let radius = if response.is_pointer_button_down_on() || response.hovered() { 16.5 } else { 15.0 };
    painter.circle(at, radius, c.ink, Stroke::new(2.5, c.sheet));
    painter.circle_filled(at, 5.0, c.sheet);
}
