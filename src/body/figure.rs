//! One figure, ready to be shown: its skin, its landmarks, the points placed on it and the channels drawn on it.

use glam::Vec3;

use super::anatomy::Anatomy;
use super::channel_line;
use super::landmarks::Landmarks;
use super::mesh::Skin;
use super::place::{self, PlacementCache};
use crate::model::{Catalog, FigureId, Point, PointCode};
use crate::visit::SiteKey;

/// A marker on the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Whose it is.
    pub key: SiteKey,
    /// Where it is shown, in metres: on the skin, never sunk under the light mesh.
    pub position: Vec3,
    /// Which way the skin looks there.
    pub normal: Vec3,
    /// Whether it is shown large: one of the points of most use in low back pain.
    pub low_back: bool,
    /// How readily its name is shown: lower goes first.
    pub rank: u32,
}

/// One unbroken stroke of a channel on the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelStroke {
    /// The channel's id.
    pub channel: String,
    /// Places on the skin with the way it looks there, a few millimetres apart.
    pub points: Vec<(Vec3, Vec3)>,
}

/// One figure, ready to be shown.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Which one.
    pub id: FigureId,
    /// Its skin.
    pub skin: Skin,
    /// Its landmarks.
    pub landmarks: Landmarks,
    /// Its markers.
    pub markers: Vec<Marker>,
    /// Its channels.
    pub strokes: Vec<ChannelStroke>,
    /// What lies under the skin.
    pub anatomy: Anatomy,
    /// Every sixteenth vertex of the light mesh: enough to tell whether the body is in sight.
    pub outposts: Vec<Vec3>,
}

impl Figure {
    /// Places the catalog's points on a figure and draws its channels there.
    pub fn new(id: FigureId, skin: Skin, landmarks: Landmarks, catalog: &Catalog, cache: &mut PlacementCache) -> Self {
        let ready = place::Figure::new(&skin, landmarks.clone());
        let placed = cache.place(catalog.rules(), &ready);
        let markers = placed
            .sites
            .iter()
            .filter_map(|site| {
                let point = catalog.point(&site.code)?;
                let key = SiteKey { code: site.code.clone(), side: site.side, number: site.site };
                Some(Marker {
                    key,
                    position: site.shown,
                    normal: site.normal,
                    // A row of many sites, as of EX-B2, is shown small: large, they would hide all else.
                    low_back: point.low_back && sites_of(catalog, &site.code) <= 2,
                    rank: rank(point),
                })
            })
            .collect();
        let strokes = catalog
            .channels()
            .iter()
            .flat_map(|channel| {
                channel_line::lines(&channel.strokes, &placed, &ready).into_iter().map(|line| ChannelStroke {
                    channel: channel.id.clone(),
                    points: line.points.iter().map(|p| (p.position, p.normal)).collect(),
                })
            })
            .collect();
        let anatomy = Anatomy::new(&landmarks, &ready.full);
        let outposts = skin.light.positions.iter().step_by(16).copied().collect();
        Self { id, skin, landmarks, markers, strokes, anatomy, outposts }
    }

    /// A marker by its key.
    pub fn marker(&self, key: &SiteKey) -> Option<&Marker> {
        self.markers.iter().find(|m| m.key == *key)
    }

    /// The markers nearest to a place on the skin, nearest first, one a point.
    pub fn nearest(&self, place: Vec3, count: usize) -> Vec<&Marker> {
        let mut near: Vec<&Marker> = self.markers.iter().collect();
        near.sort_by(|a, b| a.position.distance_squared(place).total_cmp(&b.position.distance_squared(place)));
        let mut codes = std::collections::BTreeSet::new();
        near.retain(|m| codes.insert(m.key.code.clone()));
        near.truncate(count);
        near
    }
}

fn sites_of(catalog: &Catalog, code: &PointCode) -> usize {
    catalog.rule(code.as_str()).map_or(0, |rule| rule.sites.len())
}

/// Points that more low-back trials used show their names first.
fn rank(point: &Point) -> u32 {
    let named = point.trials.as_ref().map_or(0, |t| t.named);
    (20u32.saturating_sub(named)) * 1000 + point.number
}
