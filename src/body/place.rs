//! Where points lie on a figure, found by their rules.
//!
//! Rules are walked on the body's left and mirrored. No rule makes this panic: what cannot be placed is a
//! [`Problem`] that says which point, which step, and what is wrong.

mod cache;
mod problem;
mod walk;

use glam::Vec3;

use super::{
    landmarks::Landmarks,
    mesh::Skin,
    surface::{Spot, Surface},
    units::Units,
};
use crate::model::{PointCode, Rule, Side};
pub use cache::PlacementCache;
pub use problem::{PlaceError, Problem};

/// How far a mirrored point may lie from the skin before it is a problem, in metres.
const MOST_LOPSIDED: f32 = 0.003;
/// How far above the skin a point is drawn at least, in metres.
const LIFT: f32 = 0.0015;

/// One place of a point on a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The point.
    pub code: PointCode,
    /// Its number among the sites of one side, from 1.
    pub site: u8,
    /// The side of the body.
    pub side: Side,
    /// On the skin of the full mesh, in metres.
    pub position: Vec3,
    /// Outward, of length one.
    pub normal: Vec3,
    /// Where it is drawn: a little above the skin, and never under the light mesh.
    pub shown: Vec3,
    /// The triangle of the full mesh it lies on.
    pub triangle: u32,
    /// The weights of the triangle's corners.
    pub barycentric: Vec3,
}

/// All points on one figure, in the order of their rules, and what went wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// By rule, then site, then left before right.
    pub sites: Vec<Site>,
    /// What could not be placed.
    pub problems: Vec<Problem>,
}

impl Placed {
    /// All sites of a point.
    pub fn sites_of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Site> {
        self.sites.iter().filter(move |s| s.code.as_str() == code)
    }

    /// The first site of a point on the left, or on the midline.
    pub fn first(&self, code: &str) -> Option<&Site> {
        self.sites.iter().find(|s| s.code.as_str() == code && s.side != Side::Right)
    }

    /// One site.
    pub fn site(&self, code: &str, site: u8, side: Side) -> Option<&Site> {
        self.sites.iter().find(|s| s.code.as_str() == code && s.site == site && s.side == side)
    }
}

/// A figure made ready for placing.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// Points lie on this.
    pub full: Surface,
    /// No point is drawn under this.
    pub light: Surface,
    /// Where rules start from.
    pub landmarks: Landmarks,
    /// What a cun is here.
    pub units: Units,
    /// Tells figures apart: a hash of the skin and the landmarks.
    pub fingerprint: u64,
}

impl Figure {
    /// Sorts the skin and measures the units.
    pub fn new(skin: &Skin, landmarks: Landmarks) -> Self {
        let full = Surface::new(&skin.full);
        let light = Surface::new(&skin.light);
        let units = Units::measure(&landmarks, &full);
        let fingerprint = cache::fingerprint(skin, &landmarks);
        Self { full, light, landmarks, units, fingerprint }
    }

    /// The drawn place of a spot: lifted along its normal until it is above the light mesh too.
    pub(super) fn shown(&self, spot: &Spot, lift: f32) -> Vec3 {
        let reach = 0.012;
        let above = self
            .light
            .first_exit(spot.position, spot.normal, reach)
            .map_or(0.0, |cover| cover.position.distance(spot.position));
        spot.position + spot.normal * (above + lift)
    }

    /// A spot on the body's right for one on its left.
    pub(super) fn mirrored(&self, spot: &Spot) -> Option<Spot> {
        self.full.closest(mirror(spot.position))
    }

    fn site(&self, code: &str, site: u8, side: Side, spot: &Spot) -> Site {
        Site {
            code: PointCode(code.to_owned()),
            site,
            side,
            position: spot.position,
            normal: spot.normal,
            shown: self.shown(spot, LIFT),
            triangle: spot.triangle,
            barycentric: spot.barycentric,
        }
    }
}

/// The other side of the body.
pub fn mirror(place: Vec3) -> Vec3 {
    Vec3::new(-place.x, place.y, place.z)
}

/// Places every rule on a figure. To keep what has not changed between two calls, use a [`PlacementCache`].
pub fn place(rules: &[Rule], figure: &Figure) -> Placed {
    PlacementCache::default().place(rules, figure)
}

/// A spot as a walk leaves it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    spot: Spot,
    midline: bool,
}

/// Turns where the walks of one point ended into its sites.
fn sites(rule: &Rule, stands: &[Stand], figure: &Figure) -> Result<Vec<Site>, PlaceError> {
    let code = &rule.code;
    let mut sites = Vec::with_capacity(stands.len() * 2);
    for (number, stand) in (1u8..).zip(stands) {
        if stand.midline {
            sites.push(figure.site(code, number, Side::Midline, &stand.spot));
            continue;
        }
        let right = figure.mirrored(&stand.spot).ok_or(PlaceError::OffTheBody)?;
        if right.position.distance(mirror(stand.spot.position)) > MOST_LOPSIDED {
            return Err(PlaceError::Lopsided);
        }
        let both = [(Side::Left, &stand.spot), (Side::Right, &right)];
        let wanted = both.into_iter().filter(|(side, _)| rule.only.is_none_or(|only| only == *side));
        sites.extend(wanted.map(|(side, spot)| figure.site(code, number, side, spot)));
    }
    Ok(sites)
}

#[cfg(test)]
mod tests;
