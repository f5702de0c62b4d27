//! Which markers can be seen in this frame, and where they are on screen.

use eframe::egui::{Pos2, pos2};

use super::StageCache;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::visible::DepthMap;

/// The markers that can be seen.
pub(super) struct Seen<'a> {
    /// Index into the figure's markers, and where it is on screen.
    pub(super) markers: Vec<(usize, Pos2)>,
    /// What of the body can be seen.
    pub(super) depth: &'a DepthMap,
}

impl<'a> Seen<'a> {
    pub(super) fn new(cache: &'a mut StageCache, figure: &Figure, camera: &Camera, area: Area) -> Self {
        let depth = cache.depth(figure, camera, area);
        let markers = figure
            .markers
            .iter()
            .enumerate()
            .filter(|(_, m)| depth.shows(m.position, m.normal, camera, area))
            .map(|(i, m)| {
                let at = camera.project(m.position, area);
                (i, pos2(at.x, at.y))
            })
            .collect();
        Self { markers, depth }
    }

    /// Where a marker is on screen, if it can be seen.
    pub(super) fn at(&self, marker: usize) -> Option<Pos2> {
        self.markers.iter().find(|(i, _)| *i == marker).map(|(_, at)| *at)
    }

    /// Markers within a distance of a place on screen, nearest first.
    pub(super) fn near(&self, place: Pos2, reach: f32) -> Vec<(usize, f32)> {
        let mut near: Vec<(usize, f32)> =
            self.markers.iter().map(|&(i, at)| (i, at.distance(place))).filter(|&(_, d)| d <= reach).collect();
        near.sort_by(|a, b| a.1.total_cmp(&b.1));
        near
    }
}
