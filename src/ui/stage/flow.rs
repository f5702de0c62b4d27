//! Qi as tradition pictures it on a channel: one cinnabar stroke on a gilded band, with drops that drift along it.
//!
//! What it shows and where comes from [`crate::sim::flow`]; this file only paints. Gilding, not neon: paper tones
//! and gold of falling strength, nothing that shines.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::super::Cx;
use super::channels::Along;
use crate::sim::flow::Course;

/// From sample to sample of a band, in points.
const FINE: f32 = 5.0;
/// How far the soft edge of the gilding reaches beyond the band.
const SOFT: f32 = 6.0;
/// The bed of the band, which stays where the flow runs dry.
const BED: f32 = 6.5;
/// Length and half width of a drop.
const DROP: Vec2 = Vec2::new(19.0, 4.6);
/// Ends and beginnings nearer than this follow on each other, in points.
const JOIN: f32 = 3.0;
/// From afar drops stay at least this large beside their full size.
const LEAST: f32 = 0.5;
/// From dot to dot where the line runs dry.
const DOTS: f32 = 6.0;

/// Paints the flow on the runs of a channel that can be seen. Where nothing moves, an arrow at the end of each way
/// says where it leads.
pub(super) fn paint_all(painter: &Painter, cx: &Cx<'_>, runs: Vec<Vec<Along>>, course: &Course, still: bool) {
    let runs = joined(runs);
    for run in &runs {
        let Some(&(end, at)) = run.last() else { continue };
        let flows_into = |other: &&Vec<Along>| other.iter().any(|(pos, _)| pos.distance(end) < JOIN);
        let goes_on = runs.iter().filter(|other| !std::ptr::eq(*other, run)).any(|other| flows_into(&other));
        paint(painter, cx, run, course, still && !goes_on && !course.is_dry(at));
    }
}

/// Runs that follow on each other made into one, so that the band goes on without a seam.
fn joined(mut runs: Vec<Vec<Along>>) -> Vec<Vec<Along>> {
    let mut whole: Vec<Vec<Along>> = Vec::new();
    let ends = |run: &Vec<Along>| Some((*run.first()?, *run.last()?));
    while !runs.is_empty() {
        // Begin with a run into which no other leads.
        let leads = |to: usize| {
            let start = ends(&runs[to]).map(|(first, _)| first.0);
            (0..runs.len()).any(|from| {
                from != to
                    && ends(&runs[from]).zip(start).is_some_and(|((_, last), start)| last.0.distance(start) < JOIN)
            })
        };
        let first = (0..runs.len()).find(|&i| !leads(i)).unwrap_or(0);
        let mut run = runs.swap_remove(first);
        while let Some(&(end, length)) = run.last()
            && let Some(next) =
                runs.iter().position(|next| next.first().is_some_and(|start| start.0.distance(end) < JOIN))
        {
            let next = runs.swap_remove(next);
            let (start, from) = next[0];
            let shift = length + end.distance(start) - from;
            run.extend(next.into_iter().skip(1).map(|(pos, at)| (pos, at + shift)));
        }
        whole.push(run);
    }
    whole
}

/// Paints the flow on one unbroken run of a channel that can be seen, with an arrow at its end if that is wanted.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, run: &[Along], course: &Course, arrow: bool) {
    let c = cx.look.on_skin();
    let samples = samples(run);
    if samples.len() < 2 {
        return;
    }
    let pale = c.sheet.lerp_to_gamma(c.gold, 0.16);
    // From the middle outward: how far beyond the half width, and the colour there.
    let soft = SOFT * course.size;
    // From afar the gold would be all that one sees.
    let gilt = 0.4 + 0.6 * course.size.min(1.0);
    let bed = [(0.0, c.gold.gamma_multiply(0.30 * gilt)), (soft, Color32::TRANSPARENT)];
    painter.add(ribbon(&samples, |_| BED * course.size, &bed));
    let band = [
        (-20.0, pale.gamma_multiply(0.95)),
        (-1.4, c.sheet.lerp_to_gamma(c.gold, 0.34).gamma_multiply(0.95)),
        (0.0, c.gold.gamma_multiply(0.85 * gilt)),
        (0.9, c.gold.gamma_multiply(0.40 * gilt)),
        (soft, Color32::TRANSPARENT),
    ];
    painter.add(ribbon(&samples, |at| course.half_width(at), &band));
    let width = cx.look.tokens.stroke(2.0) * course.size.max(0.7);
    stroke(painter, &samples, course, Stroke::new(width, c.trad));
    let (from, to) = (samples[0].1, samples[samples.len() - 1].1);
    let edge = Stroke::new(cx.look.tokens.stroke(1.2), c.ink.lerp_to_gamma(c.gold, 0.35));
    for (at, size) in course.drops(from, to) {
        if let Some((place, along)) = place(&samples, at) {
            painter.add(drop_at(place, along, size * course.size.max(LEAST), c.sheet, edge));
        }
    }
    if arrow {
        head(painter, cx, &samples);
    }
}

/// Places on a run, near enough to each other that a band through them bends smoothly.
fn samples(run: &[Along]) -> Vec<Along> {
    let mut samples: Vec<Along> = Vec::with_capacity(run.len() * 3);
    for pair in run.windows(2) {
        let [(from, a), (to, b)] = *pair else { continue };
        let steps = (from.distance(to) / FINE).ceil().clamp(1.0, 64.0) as usize;
        samples.extend((0..steps).map(|i| {
            let share = i as f32 / steps as f32;
            (from.lerp(to, share), a + (b - a) * share)
        }));
    }
    samples.extend(run.last());
    samples
}

/// The way a line goes at one of its samples, of length one.
fn along(samples: &[Along], i: usize) -> Vec2 {
    let (before, after) = (i.saturating_sub(2), (i + 2).min(samples.len() - 1));
    (samples[after].0 - samples[before].0).normalized()
}

/// A band of changing width whose colour changes from its middle outward, in one mesh.
fn ribbon(samples: &[Along], half_width: impl Fn(f32) -> f32, profile: &[(f32, Color32)]) -> Shape {
    let mut mesh = Mesh::default();
    let columns = profile.len() as u32 * 2;
    for (i, &(pos, at)) in samples.iter().enumerate() {
        let ahead = along(samples, i);
        let across = vec2(-ahead.y, ahead.x);
        let half = half_width(at);
        let mut vertex = |side: f32, &(beyond, color): &(f32, Color32)| {
            let pos = pos + across * (side * (half + beyond).max(0.0));
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        };
        for stop in profile.iter().rev() {
            vertex(-1.0, stop);
        }
        for stop in profile {
            vertex(1.0, stop);
        }
        if i > 0 {
            let (row, before) = (i as u32 * columns, (i as u32 - 1) * columns);
            for column in 0..columns - 1 {
                mesh.add_triangle(before + column, row + column, before + column + 1);
                mesh.add_triangle(before + column + 1, row + column, row + column + 1);
            }
        }
    }
    Shape::mesh(mesh)
}

/// The cinnabar line: whole where something flows, dotted where the bed is dry.
fn stroke(painter: &Painter, samples: &[Along], course: &Course, stroke: Stroke) {
    let wet: Vec<Pos2> = samples.iter().filter(|(_, at)| !course.is_dry(*at)).map(|(pos, _)| *pos).collect();
    if wet.len() > 1 {
        painter.line(wet, stroke);
    }
    let dry = samples.iter().filter(|(_, at)| course.is_dry(*at));
    let mut next = f32::NEG_INFINITY;
    for &(pos, at) in dry {
        if at >= next {
            painter.circle_filled(pos, stroke.width * 0.7, stroke.color);
            next = at + DOTS;
        }
    }
}

/// Where a place along the line is on screen, and which way the line goes there.
fn place(samples: &[Along], at: f32) -> Option<(Pos2, Vec2)> {
    let after = samples.partition_point(|(_, s)| *s < at);
    let before = after.checked_sub(1)?;
    let (&(from, a), &(to, b)) = (samples.get(before)?, samples.get(after)?);
    let share = if b > a { (at - a) / (b - a) } else { 0.0 };
    Some((from.lerp(to, share), along(samples, before)))
}

/// A drop, round behind and pointed ahead.
fn drop_at(at: Pos2, ahead: Vec2, size: f32, fill: Color32, edge: Stroke) -> Shape {
    const SIDE: usize = 7;
    let across = vec2(-ahead.y, ahead.x);
    let corner = |share: f32, side: f32| {
        let half = (share.powf(0.62) * std::f32::consts::PI).sin().max(0.0) * DROP.y;
        at + (ahead * ((share - 0.5) * DROP.x) + across * (half * side)) * size
    };
    let shares = (0..=SIDE).map(|i| i as f32 / SIDE as f32);
    let one = shares.clone().map(|share| corner(share, 1.0));
    let other = shares.rev().skip(1).take(SIDE - 1).map(|share| corner(share, -1.0));
    Shape::convex_polygon(one.chain(other).collect(), fill, edge)
}

/// An arrow head at the end of a run.
fn head(painter: &Painter, cx: &Cx<'_>, samples: &[Along]) {
    let c = cx.look.on_skin();
    let last = samples.len() - 1;
    let ahead = along(samples, last);
    let (tip, side) = (samples[last].0 + ahead * 8.0, vec2(-ahead.y, ahead.x) * 7.0);
    let head = vec![tip, tip - ahead * 13.0 + side, tip - ahead * 13.0 - side];
    painter.add(Shape::convex_polygon(head, c.trad, Stroke::new(1.6, c.sheet)));
}
