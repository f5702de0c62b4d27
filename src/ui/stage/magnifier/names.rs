//! The codes of the points in the glass: each beside its point or a little off it, never two over each other.

use std::sync::Arc;

use eframe::egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, vec2};

use super::super::super::Cx;
use super::super::super::widgets::job;
use crate::body::figure::Figure;
use crate::theme::{Face, Role};

/// Where a code may stand, seen from its point: ways, and how far off.
const WAYS: [Vec2; 8] = [
    vec2(1.0, 0.0),
    vec2(-1.0, 0.0),
    vec2(0.8, -0.8),
    vec2(-0.8, -0.8),
    vec2(0.8, 0.8),
    vec2(-0.8, 0.8),
    vec2(0.0, -1.0),
    vec2(0.0, 1.0),
];
const FAR: [f32; 3] = [10.0, 24.0, 40.0];
/// From so far on a line leads from the code to its point.
const LED: f32 = 20.0;
/// What a code's plate has beside its letters.
const PLATE: Vec2 = vec2(5.0, 1.0);
/// What a point needs for itself.
const POINT: f32 = 6.0;

/// A code and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The index of its marker.
    marker: usize,
    /// Its plate.
    plate: Rect,
    /// Where its line ends, if it has one.
    leads_to: Option<Pos2>,
}

/// Finds a place for as many codes as there is room for: the ones most used in low back pain first.
pub(super) fn place(
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    markers: &[(usize, Pos2)],
    round: Rect,
) -> Vec<Name> {
    let mut order: Vec<(usize, Pos2)> = markers.to_vec();
    order.sort_by_key(|&(i, _)| figure.markers.get(i).map_or((true, u32::MAX), |m| (!m.low_back, m.rank)));
    let points: Vec<Rect> =
        markers.iter().map(|&(_, at)| Rect::from_center_size(at, Vec2::splat(POINT * 2.0))).collect();
    let within = |plate: Rect| {
        let corners = [plate.left_top(), plate.right_top(), plate.left_bottom(), plate.right_bottom()];
        corners.iter().all(|corner| corner.distance(round.center()) < round.width() * 0.5 - 8.0)
    };
    let mut names: Vec<Name> = Vec::new();
    for (i, at) in order {
        let Some(words) = words_of(painter, cx, figure, i) else { continue };
        let size = words.size() + 2.0 * PLATE;
        let tries = FAR.iter().flat_map(|far| WAYS.map(|way| (*far, way)));
        let free = tries
            .map(|(far, way)| (far, Rect::from_center_size(at + way * (size * 0.5 + Vec2::splat(far)), size)))
            .find(|&(_, plate)| {
                within(plate)
                    && !names.iter().any(|name| name.plate.expand(2.0).intersects(plate))
                    && !points.iter().any(|point| point.intersects(plate))
            });
        if let Some((far, plate)) = free {
            names.push(Name { marker: i, plate, leads_to: (far >= LED).then_some(at) });
        }
    }
    names
}

/// The lines from codes to their points, under the points.
pub(super) fn leaders(painter: &Painter, cx: &Cx<'_>, names: &[Name]) {
    let c = cx.look.on_skin();
    for name in names {
        let Some(to) = name.leads_to else { continue };
        let ends = [name.plate.clamp(to), to];
        painter.line_segment(ends, Stroke::new(3.0, c.sheet.gamma_multiply(0.85)));
        painter.line_segment(ends, Stroke::new(cx.look.tokens.stroke(1.2), c.ink));
    }
}

/// The codes on their plates: there is skin behind them.
pub(super) fn words(painter: &Painter, cx: &Cx<'_>, figure: &Figure, names: &[Name]) {
    let c = cx.look.colours();
    for name in names {
        let Some(words) = words_of(painter, cx, figure, name.marker) else { continue };
        let edge = Stroke::new(cx.look.tokens.stroke(1.0), c.rule);
        painter.rect(name.plate, CornerRadius::same(6), c.sheet.gamma_multiply(0.95), edge, StrokeKind::Inside);
        painter.galley(name.plate.min + PLATE, words, Color32::PLACEHOLDER);
    }
}

fn words_of(painter: &Painter, cx: &Cx<'_>, figure: &Figure, marker: usize) -> Option<Arc<Galley>> {
    let code = figure.markers.get(marker)?.key.code.as_str();
    let format = cx.look.scale.format_in(Role::Caption, Face::SansBold, 1.0, cx.look.colours().ink);
    Some(painter.layout_job(job([(code, format)])))
}
