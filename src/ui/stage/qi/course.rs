//! Which strokes of a channel carry the flow past the low back, in order, and where the dam crosses them.

use eframe::egui::Pos2;
use glam::Vec3;

use crate::body::figure::{ChannelStroke, Figure, Marker};
use crate::model::Side;
use crate::sim::free_flow::PLACES;

/// Ends of strokes nearer than this follow on each other, in metres.
const JOIN: f32 = 0.015;
/// A stroke passes a point if it comes this near, in metres.
const PASSES: f32 = 0.01;

/// The way of the flow on one side.
pub(super) struct Way<'a> {
    /// Its strokes, each with how many metres along the way it begins.
    pub(super) strokes: Vec<(&'a ChannelStroke, f32)>,
    /// How many metres along the way the dam is.
    pub(super) dam: f32,
}

/// The way of the flow on one side. None if the figure lacks one of the points.
pub(super) fn way(figure: &Figure, side: Side) -> Option<Way<'_>> {
    let [above, below] = places(figure, side)?.map(|marker| marker.position);
    let channel = |s: &&ChannelStroke| s.channel == "BL";
    let main =
        figure.strokes.iter().filter(channel).find(|s| nearest(s, above).1 < PASSES && nearest(s, below).1 < PASSES)?;
    let dam = (nearest(main, above).0 + nearest(main, below).0) * 0.5;
    let mut strokes = vec![(main, 0.0)];
    let (mut start, mut end) = (main.points.first()?.0, main.points.last()?.0);
    let (mut from, mut to) = (0.0, length(main));
    let is_new = |strokes: &[(&ChannelStroke, f32)], s: &ChannelStroke| strokes.iter().all(|(known, _)| *known != s);
    while let Some(next) = figure
        .strokes
        .iter()
        .filter(channel)
        .find(|s| s.points.first().is_some_and(|p| p.0.distance(end) < JOIN) && is_new(&strokes, s))
    {
        strokes.push((next, to));
        to += length(next);
        end = next.points.last()?.0;
    }
    while let Some(before) = figure
        .strokes
        .iter()
        .filter(channel)
        .find(|s| s.points.last().is_some_and(|p| p.0.distance(start) < JOIN) && is_new(&strokes, s))
    {
        from -= length(before);
        strokes.push((before, from));
        start = before.points.first()?.0;
    }
    Some(Way { strokes, dam })
}

/// How long a stroke is, in metres.
fn length(stroke: &ChannelStroke) -> f32 {
    stroke.points.windows(2).map(|pair| pair[0].0.distance(pair[1].0)).sum()
}

/// The two points of the story on one side.
pub(super) fn places(figure: &Figure, side: Side) -> Option<[&Marker; 2]> {
    let of = |code: &str| {
        figure.markers.iter().find(|m| m.key.code.as_str() == code && m.key.side == side && m.key.number == 1)
    };
    Some([of(PLACES[0])?, of(PLACES[1])?])
}

/// How far along a stroke the corner nearest to a place is, and how far from it, in metres.
fn nearest(stroke: &ChannelStroke, place: Vec3) -> (f32, f32) {
    let mut length = 0.0;
    let mut best = (0.0, f32::INFINITY);
    let mut before: Option<Vec3> = None;
    for &(at, _) in &stroke.points {
        length += before.map_or(0.0, |b| b.distance(at));
        before = Some(at);
        if at.distance(place) < best.1 {
            best = (length, at.distance(place));
        }
    }
    best
}

/// Where on a run a place along it is, and which way the run goes there.
pub(super) fn on_run(run: &[(Pos2, f32)], at: f32) -> Option<(Pos2, eframe::egui::Vec2)> {
    let after = run.partition_point(|(_, s)| *s < at);
    let (from, a) = *run.get(after.checked_sub(1)?)?;
    let (to, b) = *run.get(after)?;
    let share = if b > a { (at - a) / (b - a) } else { 0.0 };
    Some((from.lerp(to, share), (to - from).normalized()))
}
