//! The names of points beside the body, with leaders. Never two over each other; fewer when far, more when near.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};
use glam::Vec2;

use super::super::Cx;
use super::super::widgets::job;
use super::seen::Seen;
use crate::body::camera::Area;
use crate::body::figure::{Figure, Marker};
use crate::body::labels::{self, Label, Stage, Taken, Wish};
use crate::model::Side;
use crate::theme::{Face, Role};

/// The least distance from line to line.
const SPACING: f32 = 28.0;

/// Chooses which names to show and where.
pub(super) fn place(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    area: Area,
    taken: &[Taken],
    pointed: Option<usize>,
) -> Vec<Label> {
    let middle = middle(figure, seen, area);
    let mut wishes: Vec<Wish> = Vec::new();
    for &(i, at) in &seen.markers {
        let Some(marker) = figure.markers.get(i) else { continue };
        let wanted = is_chosen(cx, marker) || pointed == Some(i);
        let left = at.x < middle;
        // Of a pair, one name is enough: the one on screen right. The midline is named on the left.
        let left = if marker.key.side == Side::Midline && !wanted { true } else { left };
        let named_elsewhere = cx.visit.chosen.as_ref().is_some_and(|key| key.code == marker.key.code);
        if !wanted
            && (!marker.low_back
                || named_elsewhere
                || left && marker.key.side != Side::Midline && twin_shows(figure, seen, marker, at))
        {
            continue;
        }
        if marker.key.number > 1 && !wanted {
            continue;
        }
        let rank = if wanted { 0 } else { 1 + marker.rank };
        let size = words_of(ui.painter(), cx, marker, wanted).size();
        wishes.push(Wish { id: i, at: Vec2::new(at.x, at.y), size: Vec2::new(size.x, size.y), rank, left, wanted });
    }
    one_a_point(&mut wishes, figure);
    let marks: Vec<Vec2> = seen.markers.iter().map(|(_, at)| Vec2::new(at.x, at.y)).collect();
    labels::place(&wishes, &Stage { area, taken, marks: &marks, spacing: SPACING, most: most(area) })
}

/// Of several wishes for one point, as when both sides of a pair lie right of the middle, the readier one stays.
fn one_a_point(wishes: &mut Vec<Wish>, figure: &Figure) {
    wishes.sort_by(|a, b| a.rank.cmp(&b.rank).then(b.at.x.total_cmp(&a.at.x)));
    let mut named = BTreeSet::new();
    wishes.retain(|w| figure.markers.get(w.id).is_some_and(|m| w.rank == 0 || named.insert(m.key.code.clone())));
}

/// Whether a marker's twin on the other side of the body can be seen further right on screen.
fn twin_shows(figure: &Figure, seen: &Seen<'_>, marker: &Marker, at: Pos2) -> bool {
    seen.markers.iter().any(|&(j, other)| {
        figure.markers.get(j).is_some_and(|m| {
            m.key.code == marker.key.code && m.key.number == marker.key.number && m.key.side != marker.key.side
        }) && other.x > at.x
    })
}

/// The line that parts names on the left from names on the right: the middle of what is shown.
fn middle(figure: &Figure, seen: &Seen<'_>, area: Area) -> f32 {
    let midline: Vec<f32> = seen
        .markers
        .iter()
        .filter(|(i, _)| figure.markers.get(*i).is_some_and(|m| m.key.side == Side::Midline))
        .map(|(_, at)| at.x)
        .collect();
    if midline.is_empty() { area.centre.x } else { midline.iter().sum::<f32>() / midline.len() as f32 - 1.0 }
}

/// How many names a side holds: as many as there is height for, up to eight.
fn most(area: Area) -> usize {
    ((area.size.y / 64.0) as usize).clamp(1, 9)
}

/// The leaders, under the markers.
pub(super) fn leaders(painter: &Painter, cx: &Cx<'_>, labels: &[Label]) {
    let c = cx.look.colours();
    let (ink, paper) = if cx.look.tokens.dark { (c.ink, c.onfill) } else { (c.ink, c.sheet) };
    for label in labels {
        let ends = [Pos2::new(label.from.x, label.from.y), Pos2::new(label.to.x, label.to.y)];
        painter.line_segment(ends, Stroke::new(3.0, paper.gamma_multiply(0.85)));
        painter.line_segment(ends, Stroke::new(cx.look.tokens.stroke(1.2), ink));
    }
}

/// The names: bare on the page, on a plate where there is skin behind.
pub(super) fn words(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, labels: &[Label]) {
    let c = cx.look.colours();
    for label in labels {
        let Some(marker) = figure.markers.get(label.id) else { continue };
        let rect = Rect::from_min_size(Pos2::new(label.corner.x, label.corner.y), vec2(label.size.x, label.size.y));
        let plate = rect.expand2(vec2(7.0, 1.0));
        if touches_skin(seen, plate) {
            let edge = Stroke::new(cx.look.tokens.stroke(1.0), c.rule);
            painter.rect(plate, CornerRadius::same(7), c.sheet.gamma_multiply(0.95), edge, StrokeKind::Inside);
        }
        painter.galley(rect.min, words_of(painter, cx, marker, is_chosen(cx, marker)), Color32::PLACEHOLDER);
    }
}

fn touches_skin(seen: &Seen<'_>, plate: Rect) -> bool {
    let steps = [0.0, 0.25, 0.5, 0.75, 1.0];
    steps.iter().any(|&x| {
        [0.0, 0.5, 1.0].iter().any(|&y| {
            let at = plate.min + plate.size() * vec2(x, y);
            seen.depth.is_skin(Vec2::new(at.x, at.y))
        })
    })
}

fn is_chosen(cx: &Cx<'_>, marker: &Marker) -> bool {
    cx.visit.chosen.as_ref() == Some(&marker.key)
}

/// A point's name: its code, then its pinyin.
fn words_of(painter: &Painter, cx: &Cx<'_>, marker: &Marker, strong: bool) -> Arc<Galley> {
    let c = cx.look.colours();
    let code = cx.look.scale.format_in(Role::Card, Face::SansBold, if strong { 1.1 } else { 1.0 }, c.ink);
    let pinyin = cx.look.scale.format_in(Role::Card, Face::SerifItalic, if strong { 1.15 } else { 1.05 }, c.ink2);
    let name = cx.catalog.point(&marker.key.code).map_or("", |p| p.pinyin.as_str());
    painter.layout_job(job([(marker.key.code.as_str(), code), ("  ", pinyin.clone()), (name, pinyin)]))
}
