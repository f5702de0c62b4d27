//! One figure, ready to be shown: its skin, its landmarks, the points placed on it and the channels drawn on it.

use glam::Vec3;

use super::anatomy::Anatomy;
use super::channel_line;
use super::landmarks::Landmarks;
use super::mesh::Skin;
use super::part::BodyPart;
use super::place::{self, PlacementCache};
use crate::model::{Catalog, FigureId, Point, PointCode, PointRole, Side, SiteKey};

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
    /// How readily it and its name are shown: lower goes first.
    pub rank: u32,
    /// The large part of the body it lies on. Both of a pair lie on the same.
    pub part: Option<BodyPart>,
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
    /// What goes wrong where a rule is walked on it: its point has no marker.
    pub problems: Vec<place::Problem>,
}

impl Figure {
    /// Places the catalog's points on a figure and draws its channels there.
    pub fn new(id: FigureId, skin: Skin, landmarks: Landmarks, catalog: &Catalog, cache: &mut PlacementCache) -> Self {
        let ready = place::Figure::new(&skin, landmarks.clone());
        let placed = cache.place(catalog.rules(), &ready);
        let parts = Parts::new(&skin);
        let mut markers: Vec<Marker> = Vec::with_capacity(placed.sites.len());
        for site in &placed.sites {
            let Some(point) = catalog.point(&site.code) else { continue };
            let key = SiteKey { code: site.code.clone(), side: site.side, number: site.site };
            let part = match markers.last() {
                Some(left) if site.side == Side::Right && left.key.code == site.code => left.part,
                _ => parts.of(site),
            };
            // A row of many sites, as of EX-B2, is shown small: large, they would hide all else.
            let low_back = point.low_back && sites_of(catalog, &site.code) <= 2;
            let rank = rank(point);
            markers.push(Marker { key, position: site.shown, normal: site.normal, low_back, rank, part });
        }
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
        Self { id, skin, landmarks, markers, strokes, anatomy, outposts, problems: placed.problems }
    }

    /// A marker by its key.
    pub fn marker(&self, key: &SiteKey) -> Option<&Marker> {
        self.markers.iter().find(|m| m.key == *key)
    }

    /// The marker of the same point on the other side of the body, by index. A pair stands side by side.
    pub fn twin(&self, marker: usize) -> Option<usize> {
        let key = &self.markers.get(marker)?.key;
        let twin = match key.side {
            Side::Left => marker + 1,
            Side::Right => marker.checked_sub(1)?,
            Side::Midline => return None,
        };
        let other = &self.markers.get(twin)?.key;
        (other.code == key.code && other.number == key.number && other.side != key.side).then_some(twin)
    }

    /// The markers nearest to a place on the skin, nearest first, one a point.
    pub fn nearest(&self, place: Vec3, count: usize) -> Vec<&Marker> {
        let mut near: Vec<(f32, &Marker)> =
            self.markers.iter().map(|m| (m.position.distance_squared(place), m)).collect();
        near.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mut codes = std::collections::BTreeSet::new();
        let readily = near.into_iter().filter(|(_, m)| codes.insert(&m.key.code));
        readily.map(|(_, m)| m).take(count).collect()
    }
}

/// The large parts of the body on a skin.
struct Parts<'a> {
    skin: &'a Skin,
    /// Some places of the left ear.
    ear: Vec<Vec3>,
}

/// Points this near to the ear are looked for there, in metres: hardly any lies on it.
const ROUND_THE_EAR: f32 = 0.022;

impl<'a> Parts<'a> {
    fn new(skin: &'a Skin) -> Self {
        let mesh = &skin.full;
        let is_ear =
            |i: usize| mesh.part.get(i).and_then(|&p| skin.parts.get(usize::from(p))).is_some_and(|p| p == "ear");
        let ear = mesh.positions.iter().enumerate().filter(|&(i, p)| p.x > 0.0 && is_ear(i)).map(|(_, &p)| p);
        Self { skin, ear: ear.step_by(3).collect() }
    }

    /// The part under a site on the left or on the midline.
    fn of(&self, site: &place::Site) -> Option<BodyPart> {
        if self.ear.iter().any(|ear| ear.distance_squared(site.position) < ROUND_THE_EAR * ROUND_THE_EAR) {
            return Some(BodyPart::Ear);
        }
        let corners = self.skin.full.triangles.get(site.triangle as usize)?;
        let weights = site.barycentric.to_array();
        let nearest = (0..3).max_by(|&a, &b| weights[a].total_cmp(&weights[b]))?;
        BodyPart::of(self.skin.part_of(&self.skin.full, corners[nearest])?)
    }
}

fn sites_of(catalog: &Catalog, code: &PointCode) -> usize {
    catalog.rule(code.as_str()).map_or(0, |rule| rule.sites.len())
}

/// Points that more low-back trials used go first, then those that tradition gives most to do.
fn rank(point: &Point) -> u32 {
    let named = point.trials.as_ref().map_or(0, |t| t.named);
    let told: u32 = point.roles.iter().map(|&role| weight(role)).sum();
    20u32.saturating_sub(named) * 100_000 + 20u32.saturating_sub(told) * 1000 + point.number.min(999)
}

/// How much a role makes a point known.
fn weight(role: PointRole) -> u32 {
    match role {
        PointRole::Command => 6,
        PointRole::Source | PointRole::EightMeeting | PointRole::Confluent => 4,
        PointRole::Sea | PointRole::LowerSea | PointRole::BackShu | PointRole::FrontMu => 3,
        PointRole::Connecting | PointRole::Crossing => 2,
        PointRole::Well | PointRole::Spring | PointRole::Stream | PointRole::River | PointRole::Cleft => 1,
    }
}
