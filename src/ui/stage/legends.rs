//! The legends of a parted or laid open body: plates of two lines, tradition's on the left, the body's on the right.

use std::sync::Arc;

use eframe::egui::{Align, Color32, CornerRadius, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use glam::Vec2;

use super::super::Cx;
use super::super::widgets::job;
use super::halves::Halves;
use super::seen::Seen;
use super::{channels, under};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::labels::{self, Label, Mark, Stage, Taken, Tier, Wish};
use crate::theme::{Face, Role};
use crate::visit::{Account, Lens};

/// From plate to plate, in points.
const SPACING: f32 = 56.0;
/// Space round the words on a plate.
const PLATE: eframe::egui::Vec2 = vec2(8.0, 3.0);
/// The most legends a side holds.
const MOST: usize = 8;
/// A part narrower than this has no room for legends.
const NARROW: f32 = 150.0;

/// A legend that would like to stand beside the body.
pub(super) struct Legend {
    /// Of which account.
    pub(super) account: Account,
    /// What it names, on screen.
    pub(super) at: Pos2,
    /// Whether it stands on the left.
    pub(super) left: bool,
    /// Its first line.
    pub(super) plain: String,
    /// Its second line, in italics: pinyin or Latin.
    pub(super) italic: String,
    /// Lower goes first.
    pub(super) rank: u32,
    /// Whether it names what the visitor chose or points at.
    pub(super) wanted: bool,
}

/// A legend in its place.
pub(super) struct Placed {
    legend: Legend,
    label: Label,
}

/// Chooses which legends to show and where.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn place(
    ui: &Ui,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    halves: &Halves,
    camera: &Camera,
    area: Area,
    taken: &[Taken],
    pointed: Option<usize>,
) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (account, room) in halves.parts() {
        let Some(account) = account.filter(|_| room.width() >= NARROW) else { continue };
        let mut legends = points(cx, figure, seen, account, room, pointed);
        match account {
            Account::Tradition => legends.extend(lines(cx, figure, seen, camera, area, room)),
            Account::Body => legends.extend(under::legends(cx, figure, seen, camera, area, room)),
        }
        let wishes: Vec<Wish> = (0..).zip(&legends).map(|(id, legend)| wish(ui, cx, id, legend)).collect();
        let wishes = labels::choose(wishes, MOST, &[]);
        // A legend may lie over small markers, but over none that it could name.
        let large = |i: usize| figure.markers.get(i).is_some_and(|marker| marker.low_back);
        let large = seen.markers.iter().filter(|&&(i, at)| room.contains(at) && large(i));
        let marks: Vec<Mark> = large.map(|(_, at)| Mark { at: Vec2::new(at.x, at.y), large: true }).collect();
        let stage = Stage { area: super::area_of(room), taken, marks: &marks, spacing: SPACING, before: &[] };
        let mut legends: Vec<Option<Legend>> = legends.into_iter().map(Some).collect();
        for label in labels::place(&wishes, &stage) {
            if let Some(legend) = legends.get_mut(label.id).and_then(Option::take) {
                placed.push(Placed { legend, label });
            }
        }
    }
    placed
}

fn wish(ui: &Ui, cx: &Cx<'_>, id: usize, legend: &Legend) -> Wish {
    let size = words(ui.painter(), cx, legend).size() + PLATE * 2.0;
    Wish {
        id,
        at: Vec2::new(legend.at.x, legend.at.y),
        size: Vec2::new(size.x, size.y),
        tier: if legend.wanted { Tier::Wanted } else { Tier::Large },
        rank: legend.rank,
        left: legend.left,
    }
}

/// Points: on the side of tradition those of the low back, on the side of the body the one that is asked about.
fn points(
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    account: Account,
    room: Rect,
    pointed: Option<usize>,
) -> Vec<Legend> {
    let mut legends: Vec<Legend> = Vec::new();
    for &(i, at) in seen.markers.iter().filter(|(_, at)| room.contains(*at)) {
        let Some(marker) = figure.markers.get(i) else { continue };
        let wanted = seen.chosen == Some(i) || pointed == Some(i);
        let named = account == Account::Tradition && marker.low_back && marker.key.number == 1;
        let Some(point) = cx.catalog.point(&marker.key.code).filter(|_| wanted || named) else { continue };
        let name = format!("{} {}", point.code, point.english);
        // The one that is farther out comes first: its leader crosses no other marker.
        if let Some(twin) = legends.iter_mut().find(|other| other.plain == name) {
            if wanted || !twin.wanted && at.x < twin.at.x {
                (twin.at, twin.wanted) = (at, wanted || twin.wanted);
            }
            continue;
        }
        let rank = marker.rank;
        // Parted, each side has its own column. Alone, a point is named on its own side.
        let left = account == Account::Tradition || cx.visit.lens != Lens::Parted && at.x < room.center().x;
        legends.push(Legend { account, at, left, plain: name, italic: point.pinyin.clone(), rank, wanted });
    }
    legends
}

/// Channels, each named once, where its line is nearest to the top of the room.
fn lines(cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area, room: Rect) -> Vec<Legend> {
    let wanted_y = room.top() + room.height() * 0.24;
    let mut best: Vec<(&str, Pos2, f32)> = Vec::new();
    let lit = channels::lit(cx);
    for stroke in &figure.strokes {
        let strength = cx.catalog.channel(&stroke.channel).map_or(0.0, |c| channels::strength(cx, lit, c));
        if strength <= 0.0 {
            continue;
        }
        for run in channels::runs(stroke, seen, camera, area) {
            for &(at, _) in run.iter().filter(|(at, _)| room.shrink(16.0).contains(*at)) {
                let off = (at.y - wanted_y).abs();
                match best.iter_mut().find(|(id, ..)| *id == stroke.channel) {
                    Some(known) if off < known.2 => (known.1, known.2) = (at, off),
                    Some(_) => {}
                    None => best.push((&stroke.channel, at, off)),
                }
            }
        }
    }
    let legend = |(id, at, _): (&str, Pos2, f32)| {
        let channel = cx.catalog.channel(id)?;
        let lit = lit == Some(id);
        Some(Legend {
            account: Account::Tradition,
            at,
            left: true,
            plain: channel.name.clone(),
            italic: channel.pinyin.clone(),
            rank: if lit { 1 } else { u32::MAX / 2 },
            wanted: false,
        })
    };
    best.into_iter().filter_map(legend).collect()
}

/// The leaders, under the markers: each ends in a dot on what it names.
pub(super) fn leaders(painter: &Painter, cx: &Cx<'_>, placed: &[Placed]) {
    let c = cx.look.colours();
    let (ink, paper) = if cx.look.tokens.dark { (c.ink, c.onfill) } else { (c.ink, c.sheet) };
    for Placed { label, .. } in placed {
        let ends = [Pos2::new(label.from.x, label.from.y), Pos2::new(label.to.x, label.to.y)];
        painter.line_segment(ends, Stroke::new(3.0, paper.gamma_multiply(0.85)));
        painter.line_segment(ends, Stroke::new(cx.look.tokens.stroke(1.2), ink));
        painter.circle(ends[1], 3.2, ink, Stroke::new(1.4, paper));
    }
}

/// The plates with their words.
pub(super) fn plates(painter: &Painter, cx: &Cx<'_>, placed: &[Placed]) {
    let c = cx.look.colours();
    for Placed { legend, label } in placed {
        let plate = Rect::from_min_size(pos2(label.corner.x, label.corner.y), vec2(label.size.x, label.size.y));
        let edge = Stroke::new(cx.look.tokens.stroke(1.0), if cx.look.tokens.contrast { c.line } else { c.rule });
        painter.rect(plate, CornerRadius::same(7), c.sheet.gamma_multiply(0.95), edge, StrokeKind::Inside);
        let words = words(painter, cx, legend);
        // Words stand at the side from which the leader comes.
        let x = if legend.left { plate.right() - PLATE.x } else { plate.left() + PLATE.x };
        painter.galley(pos2(x, plate.top() + PLATE.y), words, Color32::PLACEHOLDER);
    }
}

/// The name over its pinyin or Latin.
fn words(painter: &Painter, cx: &Cx<'_>, legend: &Legend) -> Arc<Galley> {
    let c = cx.look.colours();
    let colour = match legend.account {
        Account::Tradition => c.trad,
        Account::Body => c.body,
    };
    let face = if legend.wanted { Face::SansBold } else { Face::SansSemibold };
    let first = cx.look.scale.format_in(Role::Card, face, if legend.wanted { 1.05 } else { 1.0 }, colour);
    let second = cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.05, c.ink2);
    let gap = if legend.italic.is_empty() { "" } else { "\n" };
    let mut job = job([(legend.plain.as_str(), first.clone()), (gap, first), (legend.italic.as_str(), second)]);
    job.halign = if legend.left { Align::RIGHT } else { Align::LEFT };
    painter.layout_job(job)
}
