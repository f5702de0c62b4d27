//! Where the camera goes when a point is chosen: only as far as it must.

use glam::{Vec2, Vec3};

use crate::body::camera::{Area, Camera, PITCH};
use crate::body::figure::{Figure, Marker};
use crate::body::part::BodyPart;
use crate::body::sight;
use crate::body::views::NamedView;
use crate::body::visible::DepthMap;
use crate::model::{Catalog, PointCode, Side, SiteKey};
use crate::visit::Shown;

/// How squarely a point must look at the viewer to be left as it is: the cosine of 50°.
const SQUARE: f32 = 0.64;

/// Turns that are tried where a marker is hidden, in radians, least first.
const TURNS: [f32; 13] = [0.0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9, 1.2, -1.2, 1.5, -1.5, 1.8, -1.8];
/// Tilts that are tried with each.
const TILTS: [f32; 3] = [0.0, 0.4, -0.4];
/// The sizes of the pictures on which a marker must be seen, in points.
const SIZES: [f32; 3] = [720.0, 480.0, 300.0];
/// Steeper tilts, tried last.
const STEEP: [f32; 2] = [0.8, -0.8];

/// The camera that shows a marker, starting from where one is.
pub(super) fn to_site(figure: &Figure, from: &Camera, site: &SiteKey) -> Option<Camera> {
    let marker = figure.marker(site)?;
    let mut to = *from;
    if from.basis().toward.dot(marker.normal) < SQUARE {
        to.yaw = turn_to(marker.normal, from.yaw);
        // Soles and crown are seen from below and above, the rest level.
        let up = marker.normal.y;
        to.pitch = if up.abs() > 0.6 { up.asin().clamp(-PITCH, PITCH) * 0.8 } else { 0.0 };
    }
    to.span = to.span.clamp(0.25, 0.75);
    // The point comes near the middle, but a view that already holds it well is left alone.
    let offset = marker.position - from.target;
    let basis = to.basis();
    let (x, y) = (basis.right.dot(offset), basis.up.dot(offset));
    let roomy = to.span * 0.28;
    let stays = (to.yaw - from.yaw).abs() < 1e-4
        && (to.pitch - from.pitch).abs() < 1e-4
        && (to.span - from.span).abs() < 1e-4
        && x.abs() < roomy
        && y.abs() < roomy;
    if !stays {
        // On the trunk the spine stays in the middle, so that left and right are seen as such.
        let on_trunk = marker.position.x.abs() < 0.16;
        to.target =
            Vec3::new(if on_trunk { 0.0 } else { marker.position.x }, marker.position.y, marker.position.z * 0.5);
    }
    Some(in_sight(figure, to.limited(), marker))
}

/// The same camera, or one turned as little as needed for the marker not to lie behind another part of the body:
/// an inner ankle is hidden by the other leg when it is looked at squarely.
fn in_sight(figure: &Figure, camera: Camera, marker: &Marker) -> Camera {
    // As large as a stage, and smaller: on one picture alone a hand may just miss what it hides on the next.
    let areas = SIZES.map(|size| Area { centre: Vec2::ZERO, size: Vec2::splat(size) });
    let mut depth = DepthMap::default();
    let mut shows = |camera: &Camera| {
        areas.iter().all(|&area| {
            depth.draw(&figure.skin.light, camera, area);
            depth.shows(marker.position, marker.normal, camera, area)
        })
    };
    let turned = TURNS.iter().flat_map(|&yaw| TILTS.map(|pitch| camera.turned(yaw, pitch)));
    let steep = TURNS.iter().flat_map(|&yaw| STEEP.map(|pitch| camera.turned(yaw, pitch)));
    std::iter::once(camera).chain(turned).chain(steep).find(|camera| shows(camera)).unwrap_or(camera)
}

/// The camera that shows what was asked for; none where one may stay, since the points lie all over the body.
pub(super) fn to_points(figure: &Figure, catalog: &Catalog, shown: &Shown) -> Option<Camera> {
    let named = match shown {
        Shown::All | Shown::Extra => return None,
        Shown::LowBack | Shown::Part(BodyPart::LowBack) => Some(NamedView::LowBack),
        Shown::Part(BodyPart::Head) => Some(NamedView::Head),
        Shown::Part(BodyPart::Hand) => Some(NamedView::Hand),
        Shown::Part(BodyPart::Foot) => Some(NamedView::Foot),
        Shown::Part(_) | Shown::Channel(_) => None,
    };
    let measured = || {
        let markers: Vec<&Marker> = figure.markers.iter().filter(|m| shown.holds(catalog, m)).collect();
        sight::of(&markers)
    };
    named.map(|view| view.camera(&figure.landmarks)).or_else(measured)
}

/// Which of a point's markers to show: the side one is on, or the one that looks at the viewer most.
pub(super) fn best_site(figure: &Figure, camera: &Camera, code: &PointCode, side: Option<Side>) -> Option<SiteKey> {
    let toward = camera.basis().toward;
    let fit = |m: &&Marker| {
        let same_side = if Some(m.key.side) == side { 2.0 } else { 0.0 };
        let first = -0.01 * f32::from(m.key.number);
        same_side + m.normal.dot(toward) + first
    };
    let markers = figure.markers.iter().filter(|m| m.key.code == *code);
    markers.max_by(|a, b| fit(a).total_cmp(&fit(b))).map(|m| m.key.clone())
}

/// The turn from which skin that looks along `normal` is seen squarely; level skin keeps the turn one has.
fn turn_to(normal: Vec3, now: f32) -> f32 {
    if normal.x.abs() + normal.z.abs() < 0.3 { now } else { normal.x.atan2(normal.z) }
}
