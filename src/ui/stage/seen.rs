//! Which markers can be seen in this frame, and where they are on screen.

use eframe::egui::{Pos2, Rect, pos2};
use glam::Vec2;

use super::super::Cx;
use crate::body::camera::{Area, Camera};
use crate::body::detail::Detail;
use crate::body::figure::Figure;
use crate::body::visible::DepthMap;
use crate::model::{FigureId, SiteKey};
use crate::visit::Shown;

/// What the markers on screen depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    figure: FigureId,
    camera: Camera,
    area: Area,
    shown: Shown,
    chosen: Option<SiteKey>,
    covered: Option<Rect>,
}

/// What can be seen from one camera, kept until something changes.
#[derive(Debug, Default)]
pub(super) struct Sight {
    depth_of: Option<(FigureId, Camera, Area)>,
    depth: DepthMap,
    detail_of: Option<(FigureId, Shown)>,
    detail: Detail,
    markers_of: Option<Key>,
    markers: Vec<(usize, Pos2)>,
    chosen: Option<usize>,
}

/// The markers that can be seen.
pub(super) struct Seen<'a> {
    /// Index into the figure's markers, and where it is on screen, by index.
    pub(super) markers: &'a [(usize, Pos2)],
    /// The chosen marker, in sight or not.
    pub(super) chosen: Option<usize>,
    /// What of the body can be seen.
    pub(super) depth: &'a DepthMap,
    detail: &'a Detail,
    scale: f32,
}

impl Sight {
    /// Whether it knows what can be seen from there.
    pub(super) fn is_from(&self, figure: FigureId, camera: &Camera, area: Area) -> bool {
        self.depth_of == Some((figure, *camera, area))
    }

    /// What of the body can be seen.
    pub(super) fn look(&mut self, figure: &Figure, camera: &Camera, area: Area) {
        if !self.is_from(figure.id, camera, area) {
            self.depth.draw(&figure.skin.light, camera, area);
            self.depth_of = Some((figure.id, *camera, area));
        }
    }

    /// From how near each marker is shown.
    fn weigh(&mut self, cx: &Cx<'_>, figure: &Figure) {
        let shown = &cx.visit.shown;
        if self.detail_of.as_ref().is_none_or(|(id, of)| *id != figure.id || of != shown) {
            self.detail = Detail::new(&figure.markers, |marker| shown.holds(cx.catalog, marker));
            self.detail_of = Some((figure.id, shown.clone()));
        }
    }

    fn find(&mut self, cx: &Cx<'_>, figure: &Figure, camera: &Camera, area: Area, covered: Option<Rect>) {
        let (shown, chosen) = (cx.visit.shown.clone(), cx.visit.chosen.clone());
        let key = Key { figure: figure.id, camera: *camera, area, shown, chosen, covered };
        if self.markers_of.as_ref() == Some(&key) {
            return;
        }
        self.chosen = key.chosen.as_ref().and_then(|key| figure.markers.iter().position(|m| m.key == *key));
        let chosen = self.chosen;
        // The chosen one is shown from however far.
        let candidates = self.detail.at(camera.scale(area)).filter(|&i| Some(i) != chosen).chain(chosen);
        self.markers.clear();
        self.markers.extend(candidates.filter_map(|i| {
            let marker = figure.markers.get(i)?;
            let at = self.depth.place(marker.position, marker.normal)?;
            let at = pos2(at.x, at.y);
            (!covered.is_some_and(|plate| plate.contains(at))).then_some((i, at))
        }));
        self.markers.sort_unstable_by_key(|&(i, _)| i);
        self.markers_of = Some(key);
    }
}

impl<'a> Seen<'a> {
    /// `covered` is what of the stage lies under something else.
    pub(super) fn new(
        sight: &'a mut Sight,
        cx: &Cx<'_>,
        figure: &Figure,
        camera: &Camera,
        area: Area,
        covered: Option<Rect>,
    ) -> Self {
        sight.look(figure, camera, area);
        sight.weigh(cx, figure);
        sight.find(cx, figure, camera, area, covered);
        let Sight { markers, chosen, depth, detail, .. } = sight;
        Self { markers, chosen: *chosen, depth, detail, scale: camera.scale(area) }
    }

    /// Whether the body fills a rectangle on screen.
    pub(super) fn hides(&self, rect: Rect) -> bool {
        self.depth.covers(Vec2::new(rect.left(), rect.top()), Vec2::new(rect.right(), rect.bottom()))
    }

    /// Whether nothing of the body is in a rectangle on screen.
    pub(super) fn is_bare(&self, rect: Rect) -> bool {
        self.depth.is_bare(Vec2::new(rect.left(), rect.top()), Vec2::new(rect.right(), rect.bottom()))
    }

    /// Where a marker is on screen, if it can be seen.
    pub(super) fn at(&self, marker: usize) -> Option<Pos2> {
        let found = self.markers.binary_search_by_key(&marker, |&(i, _)| i).ok()?;
        self.markers.get(found).map(|&(_, at)| at)
    }

    /// How far a marker has grown, from 0 when it comes into the picture to 1.
    pub(super) fn grown(&self, marker: usize) -> f32 {
        self.detail.grown(marker, self.scale)
    }

    /// Markers within a distance of a place on screen, nearest first.
    pub(super) fn near(&self, place: Pos2, reach: f32) -> Vec<(usize, f32)> {
        let mut near: Vec<(usize, f32)> =
            self.markers.iter().map(|&(i, at)| (i, at.distance(place))).filter(|&(_, d)| d <= reach).collect();
        near.sort_by(|a, b| a.1.total_cmp(&b.1));
        near
    }
}
