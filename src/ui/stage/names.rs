//! The names of points beside the body, with leaders. Never two over each other; fewer when far, more when near.

use std::sync::Arc;

use eframe::egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, vec2};
use glam::{Vec2, Vec3};

use super::super::Cx;
use super::super::widgets::job;
use super::seen::Seen;
use crate::body::camera::{Area, Camera, wrap};
use crate::body::figure::{Figure, Marker};
use crate::body::labels::{self, Label, Mark, Stage, Taken, Tier, Wish};
use crate::model::{FigureId, Side, SiteKey};
use crate::theme::{Face, Role};
use crate::visit::Shown;

/// The least distance from line to line.
const SPACING: f32 = 28.0;
/// How wide a finger is at the least where the whole body is seen, in points.
const FINGER: f32 = 6.0;
/// Skin must be turned to the viewer so much for a name to come; it stays until its point is out of sight.
const SQUARE: f32 = 0.24;

/// What the names depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    figure: FigureId,
    shown: Shown,
    camera: Camera,
    area: Area,
    taken: Vec<Taken>,
    chosen: Option<SiteKey>,
    pointed: Option<usize>,
    theme: String,
}

impl Key {
    /// Whether a picture follows another as one turn of the body follows another.
    fn follows(&self, before: &Self) -> bool {
        let (now, then) = (&self.camera, &before.camera);
        let moved = (now.target - then.target).length() / now.span;
        let turned = wrap(now.yaw - then.yaw).abs().max((now.pitch - then.pitch).abs());
        let zoomed = (now.span / then.span).ln().abs();
        self.figure == before.figure
            && self.shown == before.shown
            && self.area == before.area
            && moved < 0.15
            && turned < 0.35
            && zoomed < 0.25
    }
}

/// The names of the last picture. While the body turns they stay as long as they can; after a leap they come anew.
#[derive(Debug, Default)]
pub(super) struct Names {
    of: Option<Key>,
    labels: Vec<Label>,
}

impl Names {
    /// Chooses which names to show and where.
    #[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
    pub(super) fn place(
        &mut self,
        painter: &Painter,
        cx: &Cx<'_>,
        figure: &Figure,
        seen: &Seen<'_>,
        camera: &Camera,
        area: Area,
        taken: &[Taken],
        pointed: Option<usize>,
    ) -> &[Label] {
        let key = Key {
            figure: figure.id,
            shown: cx.visit.shown.clone(),
            camera: *camera,
            area,
            taken: taken.to_vec(),
            chosen: cx.visit.chosen.clone(),
            pointed,
            theme: cx.look.tokens.name.clone(),
        };
        if self.of.as_ref() != Some(&key) {
            if !self.of.as_ref().is_some_and(|before| key.follows(before)) {
                self.labels.clear();
            }
            let middle = middle(camera, area);
            let mut wishes =
                labels::choose(wishes(figure, seen, middle, pointed, &self.labels), most(area), &self.labels);
            for wish in &mut wishes {
                if let Some(marker) = figure.markers.get(wish.id) {
                    let size = words_of(painter, cx, marker, wish.tier == Tier::Wanted).size();
                    wish.size = Vec2::new(size.x, size.y);
                }
            }
            let is_large = |i: usize| figure.markers.get(i).is_some_and(|m| m.low_back);
            let marks: Vec<Mark> =
                seen.markers.iter().map(|&(i, at)| Mark { at: Vec2::new(at.x, at.y), large: is_large(i) }).collect();
            let stage = Stage { area, taken, marks: &marks, spacing: SPACING, before: &self.labels };
            self.labels = labels::place(&wishes, &stage);
            self.of = Some(key);
        }
        &self.labels
    }
}

/// All that would like to be named.
fn wishes(figure: &Figure, seen: &Seen<'_>, middle: f32, pointed: Option<usize>, before: &[Label]) -> Vec<Wish> {
    let kept = |i: usize| before.iter().any(|label| label.id == i);
    let may = |i: usize, marker: &Marker| kept(i) || seen.depth.turned(marker.normal) > SQUARE;
    let chosen = seen.chosen.filter(|&i| seen.at(i).is_some());
    let mut wishes = Vec::new();
    for &(i, at) in seen.markers {
        let Some(marker) = figure.markers.get(i) else { continue };
        let wanted = chosen == Some(i) || pointed == Some(i);
        // Of a pair one name is enough: the one that is there, or the one farther right on screen.
        let twin = figure.twin(i).filter(|&twin| figure.markers.get(twin).is_some_and(|m| may(twin, m)));
        let gives_way = twin.and_then(|twin| Some((twin, seen.at(twin)?))).is_some_and(|(twin, other)| {
            let goes_first = (chosen == Some(twin), kept(twin), other.x, twin);
            (chosen == Some(i), kept(i), at.x, i) < goes_first
        });
        let named = chosen.and_then(|i| figure.markers.get(i)).is_some_and(|m| m.key.code == marker.key.code);
        if !wanted && (gives_way || named || marker.key.number > 1 || !may(i, marker)) {
            continue;
        }
        // The midline is named on the left.
        let left = marker.key.side == Side::Midline && !wanted || labels::is_left(i, at.x, middle, before);
        let tier = match (wanted, marker.low_back) {
            (true, _) => Tier::Wanted,
            (false, true) => Tier::Large,
            (false, false) => Tier::Small,
        };
        wishes.push(Wish { id: i, at: Vec2::new(at.x, at.y), size: Vec2::ZERO, tier, rank: marker.rank, left });
    }
    wishes
}

/// The line that parts names on the left from names on the right: the body's own middle, or where that is far from the
/// middle of the stage, as beside a hand, the middle of the stage.
fn middle(camera: &Camera, area: Area) -> f32 {
    let axis = camera.project(Vec3::new(0.0, camera.target.y, 0.0), area).x - area.centre.x;
    let (near, far) = (area.size.x * 0.2, area.size.x * 0.4);
    let off = if axis.abs() <= near { axis } else { axis.signum() * (far - axis.abs()).clamp(0.0, near) };
    area.centre.x + off
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
        painter.galley(rect.min, words_of(painter, cx, marker, label.is_wanted()), Color32::PLACEHOLDER);
    }
}

/// Whether there is skin behind a plate, be it no wider than a finger of a whole body.
fn touches_skin(seen: &Seen<'_>, plate: Rect) -> bool {
    let steps = |length: f32| {
        let count = (length / FINGER).ceil().max(1.0);
        (0..=count as usize).map(move |i| i as f32 / count)
    };
    steps(plate.width()).any(|x| {
        steps(plate.height()).any(|y| {
            let at = plate.min + plate.size() * vec2(x, y);
            seen.depth.is_skin(Vec2::new(at.x, at.y))
        })
    })
}

/// A point's name: its code, then its pinyin.
fn words_of(painter: &Painter, cx: &Cx<'_>, marker: &Marker, strong: bool) -> Arc<Galley> {
    let c = cx.look.colours();
    let code = cx.look.scale.format_in(Role::Card, Face::SansBold, if strong { 1.1 } else { 1.0 }, c.ink);
    let pinyin = cx.look.scale.format_in(Role::Card, Face::SerifItalic, if strong { 1.15 } else { 1.05 }, c.ink2);
    let name = cx.catalog.point(&marker.key.code).map_or("", |p| p.pinyin.as_str());
    painter.layout_job(job([(marker.key.code.as_str(), code), ("  ", pinyin.clone()), (name, pinyin)]))
}
