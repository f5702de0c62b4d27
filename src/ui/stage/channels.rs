//! Channels as lines that hug the skin: ink on a paper casing, each with its own pattern.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

use super::super::Cx;
use super::seen::Seen;
use crate::body::camera::{Area, Camera};
use crate::body::figure::{ChannelStroke, Figure};
use crate::body::straighten::{beside, needed};
use crate::model::{Channel, Pattern};
use crate::visit::Shown;

/// The channels that run over the low back.
const LOW_BACK: [&str; 2] = ["BL", "GV"];

/// Paints what can be seen of the channels that go with the points that are shown. One is lit, the others fall back.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area) {
    let paper = cx.look.on_skin().sheet;
    let lit = lit(cx);
    for stroke in &figure.strokes {
        let (Some(channel), Some(colour)) =
            (cx.catalog.channel(&stroke.channel), cx.look.channel_on_skin(&stroke.channel))
        else {
            continue;
        };
        let strength = strength(cx, lit, channel);
        if strength <= 0.0 {
            continue;
        }
        for run in runs(stroke, seen, camera, area) {
            let run = straightened(&run);
            let path: Vec<Pos2> = run.iter().map(|(at, _)| *at).collect();
            painter.line(path, Stroke::new(5.0, paper.gamma_multiply(0.70 * strength)));
            pattern(painter, &run, channel.pattern, colour.gamma_multiply(strength), paper);
        }
    }
}

/// A sample of a channel's line on skin, for lists.
pub(in crate::ui) fn swatch(painter: &Painter, cx: &Cx<'_>, rect: Rect, channel: &Channel) {
    let Some(colour) = cx.look.channel_on_skin(&channel.id) else { return };
    let skin = cx.look.on_skin_swatch();
    let edge = Stroke::new(cx.look.tokens.stroke(1.0), cx.look.colours().line);
    painter.rect(rect, CornerRadius::same((rect.height() * 0.5) as u8), skin, edge, StrokeKind::Inside);
    let (from, to) = (rect.left_center() + vec2(10.0, 0.0), rect.right_center() - vec2(10.0, 0.0));
    let paper = cx.look.on_skin().sheet;
    painter.line_segment([from, to], Stroke::new(5.0, paper.gamma_multiply(0.70)));
    pattern(painter, &[(from, 0.0), (to, to.x - from.x)], channel.pattern, colour, paper);
}

/// The channel that is lit: the one whose points were asked for, or that of the open card.
pub(super) fn lit<'a>(cx: &Cx<'a>) -> Option<&'a str> {
    match &cx.visit.shown {
        Shown::Channel(id) => Some(id),
        _ => cx.visit.open_point().and_then(|code| cx.catalog.point(code)).map(|p| p.channel.as_str()),
    }
}

/// How strongly a channel is painted. With the points of the low back only the channels that run there are.
pub(super) fn strength(cx: &Cx<'_>, lit: Option<&str>, channel: &Channel) -> f32 {
    if lit == Some(channel.id.as_str()) {
        return 1.0;
    }
    let beside = lit.is_some_and(|lit| cx.catalog.channel(lit).is_some_and(|c| !c.strokes.is_empty()));
    match &cx.visit.shown {
        Shown::Extra => 0.0,
        Shown::LowBack if !LOW_BACK.contains(&channel.id.as_str()) => 0.0,
        Shown::LowBack if !beside => 0.8,
        Shown::All | Shown::Part(_) if !beside => 0.55,
        _ => 0.35,
    }
}

/// Corners of a line nearer than this are not told apart, in points.
const FINE: f32 = 10.0;
/// How far a line may lie from where it should, in points: less than the eye can tell.
const OFF: f32 = 0.25;
/// How far its dashes may, in points along it.
const SLIP: f32 = 1.0;

/// A place on screen, with how far along the channel it lies, in points at the size it is shown.
pub(super) type Along = (Pos2, f32);

/// The unbroken runs of a stroke that can be seen.
pub(super) fn runs(stroke: &ChannelStroke, seen: &Seen<'_>, camera: &Camera, area: Area) -> Vec<Vec<Along>> {
    let scale = camera.scale(area);
    let mut runs: Vec<Vec<Along>> = vec![Vec::new()];
    let mut length = 0.0;
    let mut before = None;
    for &(position, normal) in &stroke.points {
        if let Some(before) = before {
            length += position.distance(before) * scale;
        }
        before = Some(position);
        if let Some(at) = seen.depth.place(position, normal) {
            let at = Pos2::new(at.x, at.y);
            if let Some(run) = runs.last_mut() {
                // Between two corners that the eye cannot tell apart, the later one says where the line goes on.
                if run.len() > 1 && run[run.len() - 2].0.distance(at) < FINE {
                    run.pop();
                }
                run.push((at, length));
            }
        } else if runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(Vec::new());
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// The same line with no more corners than the eye needs.
fn straightened(run: &[Along]) -> Vec<Along> {
    // Where a corner would come to lie if it were left out: as far between the ends as its length along the skin.
    let off = |first: usize, last: usize, i: usize| {
        let ((from, a), (to, b), (at, s)) = (run[first], run[last], run[i]);
        let (share, off) = beside(from.into(), to.into(), at.into());
        off / OFF + (a + (b - a) * share - s).abs() / SLIP
    };
    needed(run.len(), off).into_iter().map(|i| run[i]).collect()
}

/// Dashes and gaps in turn, in points; empty for an unbroken line.
fn dashes(pattern: Pattern) -> &'static [f32] {
    match pattern {
        Pattern::Dash => &[10.0, 4.0],
        Pattern::ShortDash => &[3.0, 3.0],
        Pattern::LongDash => &[14.0, 6.0],
        Pattern::ThickDash => &[9.0, 4.0],
        Pattern::DashDash => &[10.0, 3.0, 2.0, 3.0],
        Pattern::Dots => &[2.0, 5.0],
        Pattern::DotDash => &[2.0, 4.0, 8.0, 4.0],
        Pattern::Solid
        | Pattern::Ticks
        | Pattern::Thick
        | Pattern::Beads
        | Pattern::Double
        | Pattern::DoubleThick
        | Pattern::ZigTicks => &[],
    }
}

fn pattern(painter: &Painter, run: &[Along], pattern: Pattern, colour: Color32, paper: Color32) {
    let width = match pattern {
        Pattern::Thick | Pattern::ThickDash | Pattern::Dots | Pattern::DoubleThick => 3.0,
        _ => 2.0,
    };
    let path = || run.iter().map(|(at, _)| *at).collect::<Vec<_>>();
    match pattern {
        Pattern::Double | Pattern::DoubleThick => {
            painter.line(path(), Stroke::new(width + 2.6, colour));
            painter.line(path(), Stroke::new(1.4, paper));
        }
        _ if dashes(pattern).is_empty() => {
            painter.line(path(), Stroke::new(width, colour));
            marks(painter, run, pattern, colour);
        }
        _ => broken(painter, run, dashes(pattern), Stroke::new(width, colour)),
    }
}

/// A dashed line whose dashes stay where they are on the skin while the body turns.
fn broken(painter: &Painter, run: &[Along], dashes: &[f32], stroke: Stroke) {
    let period: f32 = dashes.iter().sum();
    let mut dash: Vec<Pos2> = Vec::new();
    let mut shapes = Vec::new();
    for pair in run.windows(2) {
        let [(from, a), (to, b)] = *pair else { continue };
        let mut at = a;
        while at < b {
            let (on, left) = phase(at.rem_euclid(period), dashes);
            let end = (at + left.max(0.05)).min(b);
            let place = |s: f32| from + (to - from) * ((s - a) / (b - a));
            if on {
                if dash.is_empty() {
                    dash.push(place(at));
                }
                dash.push(place(end));
            } else if dash.len() > 1 {
                shapes.push(Shape::line(std::mem::take(&mut dash), stroke));
            }
            at = end;
        }
    }
    if dash.len() > 1 {
        shapes.push(Shape::line(dash, stroke));
    }
    painter.extend(shapes);
}

/// Whether a place in the period lies on a dash, and how much of that dash or gap is left.
fn phase(mut at: f32, dashes: &[f32]) -> (bool, f32) {
    for (i, &length) in dashes.iter().enumerate() {
        if at < length {
            return (i % 2 == 0, length - at);
        }
        at -= length;
    }
    (true, 0.05)
}

/// Ticks or beads along an unbroken line.
fn marks(painter: &Painter, run: &[Along], pattern: Pattern, colour: Color32) {
    let every = match pattern {
        Pattern::Ticks | Pattern::ZigTicks => 12.0,
        Pattern::Beads => 14.0,
        _ => return,
    };
    for pair in run.windows(2) {
        let [(from, a), (to, b)] = *pair else { continue };
        let mut next = (a / every).ceil() * every;
        while next < b {
            let at = from + (to - from) * ((next - a) / (b - a));
            let along = (to - from).normalized();
            let across = vec2(-along.y, along.x) * 4.0;
            match pattern {
                Pattern::Ticks => _ = painter.line_segment([at - across, at + across], Stroke::new(1.4, colour)),
                Pattern::ZigTicks => _ = painter.line_segment([at, at + across], Stroke::new(1.4, colour)),
                _ => _ = painter.circle_filled(at, 2.8, colour),
            }
            next += every;
        }
    }
}
