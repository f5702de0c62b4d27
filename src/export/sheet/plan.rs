//! What stands on which page: every placed point is named on every page that shows it well, and its rule stands on
//! the page that shows it best.

use std::collections::{BTreeMap, BTreeSet};

use glam::Vec2;

use super::body::Body;
use super::names::{self, Label, Named};
use super::raster;
use super::regions::{REGIONS, Sight};
use crate::body::place::Site;
use crate::body::visible::DepthMap;
use crate::model::{Catalog, PointCode, Side, Step};

/// A site of a point, whatever its side.
pub(super) type Key = (PointCode, u8);

/// A view of a figure with what is on it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct View {
    /// Its name in the names of files.
    pub id: String,
    /// The key of the words for the part of the body.
    pub part: &'static str,
    /// The key of the words for from where it is seen.
    pub from: &'static str,
    /// From where it is seen.
    pub sight: Sight,
    /// Whether it is an overview.
    pub whole: bool,
    /// Every point in sight: where, and whether it has a card.
    pub dots: Vec<(Vec2, bool)>,
    /// Bones and creases that the rules on this page start from.
    pub anchors: Vec<Vec2>,
    /// The lines of the channels in sight: the channel's id and the places in the picture.
    pub lines: Vec<(String, Vec<Vec2>)>,
    /// The names beside the picture with their labels.
    pub names: Vec<(Key, Label)>,
    /// The pinyin of the points that have a card.
    pub pinyin: BTreeMap<PointCode, String>,
    /// The sites whose rule stands on this page.
    pub home: BTreeSet<Key>,
}

/// What one region shows, before it is known which points have their home there.
struct Seen {
    part: &'static str,
    from: &'static str,
    id: String,
    sight: Sight,
    whole: bool,
    depth: DepthMap,
    /// Where each named site is: several places where both sides are in sight.
    places: BTreeMap<Key, Vec<Vec2>>,
    /// How much each faces the viewer, 1 is straight.
    facing: BTreeMap<Key, f32>,
}

/// How near to the edge of a picture a point may lie to be named there, in pixels.
const MARGIN: f32 = 30.0;
/// What lies farther than this behind the middle of a view is lost in its haze, in metres.
const DEEP: f32 = 0.16;
/// How much a point must face the viewer to be named: more where its rule stands on another page, 1 is straight.
const FACING: (f32, f32) = (0.25, 0.5);

/// All views of a figure.
pub(super) fn views(body: &Body, catalog: &Catalog) -> Vec<View> {
    let mut seen: Vec<Seen> = REGIONS
        .iter()
        .map(|r| {
            let means = |site: &Site| (r.both_sides || site.side != Side::Right) && r.means(body.piece(site));
            see(body, catalog, (r.key, r.from, r.id().to_owned()), r.sight(&body.landmarks), r.whole, &means)
        })
        .collect();
    let mut homes = homes(&seen);
    // Whatever no region shows well gets a view of its own, so that no pack can place a point that nobody looks at.
    for site in &body.placed.sites {
        let key = (site.code.clone(), site.site);
        if homes.contains_key(&key) || site.side == Side::Right {
            continue;
        }
        let sight = Sight::of_place(site.shown, site.normal, body.landmarks.stature);
        let id = format!("close-{}", site.code.as_str().to_lowercase());
        let words = ("contact-part-close", "contact-from-point", id);
        let mut close = see(body, catalog, words, sight, false, &|other| other.side != Side::Right);
        // Even a point that a fold hides is named: a practitioner should see that it lies in one.
        close.places.entry(key.clone()).or_insert_with(|| vec![sight.area().centre]);
        seen.push(close);
        let page = seen.len() - 1;
        homes.entry(key).or_insert(page);
    }
    let named = seen.iter().enumerate().map(|(page, seen)| {
        let home: BTreeSet<Key> = homes.iter().filter(|(_, at)| **at == page).map(|(key, _)| key.clone()).collect();
        view(body, catalog, seen, home)
    });
    named.filter(|view| view.whole || !view.home.is_empty()).collect()
}

fn see(
    body: &Body,
    catalog: &Catalog,
    (part, from, id): (&'static str, &'static str, String),
    sight: Sight,
    whole: bool,
    means: &dyn Fn(&Site) -> bool,
) -> Seen {
    let (camera, area) = (sight.camera, sight.area());
    let mut depth = DepthMap::default();
    depth.draw(&raster::cut(&body.mesh, &camera, sight.near), &camera, area);
    let mut places: BTreeMap<Key, Vec<Vec2>> = BTreeMap::new();
    let mut faces = BTreeMap::new();
    for site in &body.placed.sites {
        let facing = camera.basis().toward.dot(site.normal);
        let at = camera.project(site.shown, area);
        let in_row = catalog.rule(site.code.as_str()).is_some_and(|rule| rule.sites.len() > 2);
        // On an overview the names of all points would hide each other, and those of a long row all others.
        let is_low_back = catalog.point(&site.code).is_some_and(|point| point.low_back);
        let left_out = whole && (!is_low_back || in_row && site.site > 1);
        if left_out || !means(site) || facing < FACING.0 || !area.holds(at, MARGIN) {
            continue;
        }
        if depth.shows(site.shown, site.normal, &camera, area) && in_reach(&sight, whole, site.shown) {
            let key = (site.code.clone(), site.site);
            places.entry(key.clone()).or_default().push(at);
            faces.insert(key, facing);
        }
    }
    Seen { part, from, id, sight, whole, depth, places, facing: faces }
}

/// Whether a place is neither cut away nor lost in the haze.
fn in_reach(sight: &Sight, whole: bool, place: glam::Vec3) -> bool {
    let depth = sight.camera.depth(place);
    depth < sight.near && (whole || depth > -DEEP)
}

/// For each site, the page that shows it best.
fn homes(seen: &[Seen]) -> BTreeMap<Key, usize> {
    let mut best: BTreeMap<Key, (f32, usize)> = BTreeMap::new();
    for (page, seen) in seen.iter().enumerate().filter(|(_, seen)| !seen.whole) {
        let near = seen.sight.camera.scale(seen.sight.area()).sqrt();
        for (key, facing) in &seen.facing {
            let worth = (facing - 0.1) * near;
            let known = best.entry(key.clone()).or_insert((worth, page));
            if worth > known.0 {
                *known = (worth, page);
            }
        }
    }
    best.into_iter().map(|(key, (_, page))| (key, page)).collect()
}

fn view(body: &Body, catalog: &Catalog, seen: &Seen, home: BTreeSet<Key>) -> View {
    let (camera, area) = (seen.sight.camera, seen.sight.area());
    let shows =
        |(place, normal)| seen.depth.shows(place, normal, &camera, area) && in_reach(&seen.sight, seen.whole, place);
    // On an overview, points without a card would hide all others.
    let drawn = |site: &&Site| !seen.whole || catalog.point(&site.code).is_some();
    let dots = body.placed.sites.iter().filter(drawn).filter(|site| shows((site.shown, site.normal)));
    let dots: Vec<(Vec2, bool)> =
        dots.map(|site| (camera.project(site.shown, area), catalog.point(&site.code).is_some())).collect();
    let well = |key: &Key| seen.whole || home.contains(key) || seen.facing.get(key).is_some_and(|f| *f > FACING.1);
    let shown = || seen.places.iter().filter(|(key, _)| well(key));
    let keys: Vec<Key> = shown().map(|(key, _)| key.clone()).collect();
    let named: Vec<Named> = shown().map(|(_, places)| Named { places: places.clone() }).collect();
    let marks: Vec<Vec2> = dots.iter().map(|(at, _)| *at).collect();
    let labels = names::place(&named, &marks, area.size);
    let names = labels.into_iter().map(|label| (keys[label.id].clone(), label)).collect();
    let steps = home
        .iter()
        .filter_map(|(code, site)| catalog.rule(code.as_str())?.sites.get(usize::from(*site).saturating_sub(1)));
    let ids: BTreeSet<&str> = steps.flatten().flat_map(Step::anchors).collect();
    let anchors = ids.into_iter().flat_map(|id| body.landmark(id)).filter(|at| shows(*at));
    let anchors = anchors.map(|(place, _)| camera.project(place, area)).collect();
    let lines = body.lines.iter().flat_map(|(channel, points)| {
        let runs = points.chunk_by(|a, b| shows(*a) && shows(*b)).filter(|run| run.len() > 1);
        runs.map(|run| (channel.clone(), run.iter().map(|(place, _)| camera.project(*place, area)).collect()))
    });
    let pinyin = keys.iter().filter_map(|(code, _)| Some((code.clone(), catalog.point(code)?.pinyin.clone())));
    View {
        pinyin: pinyin.collect(),
        id: seen.id.clone(),
        part: seen.part,
        from: seen.from,
        sight: seen.sight,
        whole: seen.whole,
        dots,
        anchors,
        lines: lines.collect(),
        names,
        home,
    }
}
