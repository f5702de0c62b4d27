//! How the organ clock is drawn: twelve parts with rims in the channels' colours, solid for yang and dashed for yin.

use std::ops::Range;

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Response, Shape, Stroke, Ui, Vec2, vec2};

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
/// A radius below which the words are set smaller, the knob is smaller, and only what matters is said in the middle.
const FULL: f32 = 150.0;
/// How much larger the knob is while it is held.
const HELD: f32 = 1.5;
/// The paper round the knob, and the least room between it and a word.
const ROUND_KNOB: f32 = 3.5;

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
    let clear = clear(place.radius);
    let wide = clear * 1.9;
    let small = (place.radius / FULL).clamp(0.68, 1.0);
    let quiet = cx.look.scale.format_in(Role::Caption, Face::Sans, small.max(0.86), c.ink2);
    let lines = [
        (cx.tr.text("qi-dial-old"), quiet.clone()),
        (hours, cx.look.scale.format_in(Role::Heading, Face::SerifSemibold, small, c.ink)),
        (channel.to_owned(), cx.look.scale.format_in(Role::Card, Face::SansSemibold, small.max(0.86), c.trad)),
        (time, quiet),
    ];
    let mut galleys: Vec<_> = lines
        .into_iter()
        .map(|(text, format)| {
            let mut words = job([(text.as_str(), format)]);
            words.wrap.max_width = wide;
            words.halign = eframe::egui::Align::Center;
            painter.layout_job(words)
        })
        .collect();
    let sizes: Vec<Vec2> = galleys.iter().map(|galley| galley.size()).collect();
    let shown = said(&sizes, place.radius, clear);
    galleys = galleys.drain(shown).collect();
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let mut y = place.middle.y - height * 0.5;
    for galley in galleys {
        let next = y + galley.size().y;
        painter.galley(eframe::egui::pos2(place.middle.x, y), galley, c.ink);
        y = next;
    }
}

/// How large the knob is at rest, on a dial of some radius.
fn knob_radius(radius: f32) -> f32 {
    if radius < FULL { 11.0 } else { 15.0 }
}

/// How far from the middle of the dial the middle of the knob runs.
fn knob_way(radius: f32) -> f32 {
    radius * INNER - if radius < FULL { 4.0 } else { 6.0 }
}

/// The radius of the room for words in the middle, which the knob never enters, wherever it stands.
fn clear(radius: f32) -> f32 {
    knob_way(radius) - knob_radius(radius) - HELD - ROUND_KNOB
}

/// Which of the four lines are said: all, without the quiet first and last, or the hours alone. The sheet tells the rest.
fn said(sizes: &[Vec2], radius: f32, clear: f32) -> Range<usize> {
    let choices = [0..4, 1..3];
    let all = usize::from(radius < FULL);
    let fit = choices.into_iter().skip(all).find(|lines| fits(sizes.get(lines.clone()).unwrap_or(&[]), clear));
    fit.unwrap_or(1..2)
}

/// Whether lines, one under the other and each in the middle, lie within a circle.
fn fits(sizes: &[Vec2], clear: f32) -> bool {
    let height: f32 = sizes.iter().map(|size| size.y).sum();
    let mut top = -height * 0.5;
    sizes.iter().all(|size| {
        // A line of type is a little less high than its row.
        let (above, below) = (top + size.y * 0.18, top + size.y * 0.82);
        top += size.y;
        vec2(size.x * 0.5, above.abs().max(below.abs())).length() <= clear
    })
}

/// The knob on the inner ring.
fn knob(painter: &Painter, cx: &Cx<'_>, place: Place, response: &Response) {
    let c = cx.look.colours();
    let at = place.at(cx.visit.qi.day.hour(Some(cx.hour)), knob_way(place.radius));
    let held = response.is_pointer_button_down_on() || response.hovered();
    let radius = knob_radius(place.radius);
    painter.circle(at, radius + if held { HELD } else { 0.0 }, c.ink, Stroke::new(2.5, c.sheet));
    painter.circle_filled(at, radius / 3.0, c.sheet);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_small_dial_the_quiet_lines_go_and_no_word_reaches_the_knob() {
        // As measured at 800 by 600: “In the old clock”, “15 to 17”, “Bladder”, “now 15:40”.
        let small = [vec2(84.0, 14.0), vec2(60.0, 19.0), vec2(44.0, 17.0), vec2(60.0, 14.0)];
        let radius = 115.0;
        assert_eq!(said(&small, radius, clear(radius)), 1..3);
        assert!(!fits(&small, clear(radius)), "they would have overrun the ring");
        let long = [small[0], small[1], vec2(70.0, 34.0), small[3]];
        assert_eq!(said(&long, radius, clear(radius)), 1..2, "a long name is left to the sheet");
        let large = [vec2(96.0, 16.0), vec2(80.0, 25.0), vec2(105.0, 19.0), vec2(66.0, 16.0)];
        assert_eq!(said(&large, 205.0, clear(205.0)), 0..4);
    }

    #[test]
    fn the_room_for_words_ends_before_the_knob() {
        for radius in [100.0f32, 115.0, 149.0, 150.0, 205.0] {
            let edge = knob_way(radius) - knob_radius(radius) - HELD;
            assert!(clear(radius) < edge - 2.0 && clear(radius) > 20.0, "{radius}");
        }
    }
}
