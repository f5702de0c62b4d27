//! Walking one rule on one figure, step by step.

use glam::Vec3;

use super::{Figure, PlaceError, Stand};
use crate::{
    body::surface::Spot,
    model::{Share, Step, Toward, View},
};

/// How deep under the skin an anchor may lie.
const REACH: f32 = 0.30;
/// More cun than any span of a body has.
const MOST_CUN: f32 = 60.0;

/// A landmark or a point that has been placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) position: Vec3,
    pub(super) midline: bool,
}

/// Takes one step from where one stands (nowhere, before the first).
pub(super) fn take(
    step: &Step,
    from: Option<Stand>,
    figure: &Figure,
    anchor: &dyn Fn(&str) -> Result<Anchor, PlaceError>,
) -> Result<Stand, PlaceError> {
    let standing = || from.ok_or(PlaceError::NoStart);
    match step {
        Step::At(a) => at(anchor(a)?, figure),
        Step::Over(a, view) => {
            let a = anchor(a)?;
            seen(a.position, *view, a.midline, figure)
        }
        Step::Between(a, b, share, view) => {
            let (a, b, share) = (anchor(a)?, anchor(b)?, fraction(*share)?);
            seen(a.position.lerp(b.position, share), *view, a.midline && b.midline, figure)
        }
        Step::SkinBetween(a, b, share, view) => skin_between(anchor(a)?, anchor(b)?, fraction(*share)?, *view, figure),
        Step::Arm(a, b, share, view) => arm(anchor(a)?, anchor(b)?, fraction(*share)?, *view, figure),
        Step::Leg(a, b, share, view) => leg(anchor(a)?, anchor(b)?, fraction(*share)?, *view, figure),
        Step::Level(a) => level(standing()?, anchor(a)?.position.y, figure),
        Step::Out(cun, unit) => out(standing()?, metres(*cun, unit, figure)?, figure),
        Step::Beside(cun, unit) => beside(standing()?, metres(*cun, unit, figure)?, figure),
        Step::Go(toward, cun, unit) => {
            let stand = standing()?;
            let sideways = matches!(toward, Toward::Out | Toward::In);
            go(stand, heading(*toward), stand.midline && !sideways, metres(*cun, unit, figure)?, figure)
        }
        Step::GoTo(a, cun, unit) => {
            let (stand, a) = (standing()?, anchor(a)?);
            let heading = a.position - stand.spot.position;
            go(stand, heading, stand.midline && a.midline, metres(*cun, unit, figure)?, figure)
        }
    }
}

fn at(anchor: Anchor, figure: &Figure) -> Result<Stand, PlaceError> {
    let spot = figure.full.closest(anchor.position).ok_or(PlaceError::OffTheBody)?;
    Ok(stand(spot, anchor.midline, figure))
}

fn seen(place: Vec3, view: View, midline: bool, figure: &Figure) -> Result<Stand, PlaceError> {
    let midline = midline && direction(view).x == 0.0;
    let spot = figure.full.seen(place, direction(view), REACH).ok_or(PlaceError::OffTheBody)?;
    Ok(stand(spot, midline, figure))
}

fn skin_between(a: Anchor, b: Anchor, share: f32, view: View, figure: &Figure) -> Result<Stand, PlaceError> {
    let midline = a.midline && b.midline;
    let (from, to) = (at(a, figure)?.spot, at(b, figure)?.spot);
    let view = direction(view);
    let across = if midline { Vec3::X } else { (to.position - from.position).cross(view) };
    let way = figure.full.way(&from, &to, across, view).ok_or(PlaceError::SkinEnds)?;
    // A way ends a hair beside the skin, where it turns to its goal.
    let (place, _) = way.after(way.length() * share * 0.999_99).ok_or(PlaceError::SkinEnds)?;
    let spot = figure.full.closest(place).ok_or(PlaceError::OffTheBody)?;
    Ok(stand(spot, midline, figure))
}

fn arm(a: Anchor, b: Anchor, share: f32, view: View, figure: &Figure) -> Result<Stand, PlaceError> {
    let (a, b) = (a.position, b.position);
    // The anchors may lie on different sides of the arm, so its axis is taken from two sections between them.
    let chord = (b - a).try_normalize().ok_or(PlaceError::NoWay)?;
    let near = |share| figure.full.closest(a.lerp(b, share)).ok_or(PlaceError::OffTheBody);
    let one_end = middle(&near(0.4)?, chord, figure)?;
    let other_end = middle(&near(0.75)?, chord, figure)?;
    let axis = (other_end - one_end).try_normalize().ok_or(PlaceError::NoWay)?;
    let along = (1.0 - share) * (a - one_end).dot(axis) + share * (b - one_end).dot(axis);
    girdle(one_end + axis * along, axis, view, figure)
}

fn leg(a: Anchor, b: Anchor, share: f32, view: View, figure: &Figure) -> Result<Stand, PlaceError> {
    girdle(a.position.lerp(b.position, share), Vec3::Y, view, figure)
}

/// The skin on one side of a limb, straight out from the middle of its section across an axis at a place in it.
fn girdle(place: Vec3, axis: Vec3, view: View, figure: &Figure) -> Result<Stand, PlaceError> {
    let toward = toward(view, axis)?;
    let start = figure.full.seen(place, toward, REACH).ok_or(PlaceError::OffTheBody)?;
    let middle = middle(&start, axis, figure)?;
    let spot = figure.full.first_exit(middle, toward, REACH).ok_or(PlaceError::OffTheBody)?;
    Ok(stand(spot, false, figure))
}

/// The middle of the section of the body across an axis at a spot.
fn middle(start: &Spot, axis: Vec3, figure: &Figure) -> Result<Vec3, PlaceError> {
    let section = figure.full.section(start, axis, start.normal.cross(axis), |_, _| false);
    section.centre().ok_or(PlaceError::SkinEnds)
}

/// A view straight at a limb, whatever its lean.
fn toward(view: View, axis: Vec3) -> Result<Vec3, PlaceError> {
    direction(view).reject_from_normalized(axis).try_normalize().ok_or(PlaceError::NoWay)
}

fn level(from: Stand, height: f32, figure: &Figure) -> Result<Stand, PlaceError> {
    if (height - from.spot.position.y).abs() < 1e-5 {
        return Ok(from);
    }
    let up = if height >= from.spot.position.y { Vec3::Y } else { Vec3::NEG_Y };
    // Straight, as one sees it from the front, the back or the side, whichever the skin faces most.
    let normal = from.spot.normal;
    let across = if from.midline || normal.z.abs() >= normal.x.abs() { Vec3::X } else { Vec3::Z };
    let passed = |p: Vec3| (p.y - height) * up.y >= 0.0;
    let section = figure.full.section(&from.spot, across, up, |corner, _| passed(corner));
    let ([.., before, after], Some(triangle)) = (section.corners.as_slice(), section.triangles.last()) else {
        return Err(PlaceError::SkinEnds);
    };
    if !passed(*after) {
        return Err(PlaceError::SkinEnds);
    }
    let rise = after.y - before.y;
    let share = if rise.abs() > f32::EPSILON { ((height - before.y) / rise).clamp(0.0, 1.0) } else { 1.0 };
    let spot = figure.full.spot(*triangle, before.lerp(*after, share)).ok_or(PlaceError::OffTheBody)?;
    Ok(stand(spot, from.midline, figure))
}

fn out(from: Stand, metres: f32, figure: &Figure) -> Result<Stand, PlaceError> {
    let spot = from.spot;
    let toward = if spot.normal.z >= 0.0 { Vec3::Z } else { Vec3::NEG_Z };
    let middle = figure.full.seen(spot.position.with_x(0.0), toward, REACH).ok_or(PlaceError::OffTheBody)?;
    let spot = figure.full.walk(&middle, Vec3::Y, Vec3::X, metres).ok_or(PlaceError::SkinEnds)?;
    Ok(Stand { spot, midline: false })
}

fn beside(from: Stand, metres: f32, figure: &Figure) -> Result<Stand, PlaceError> {
    let toward = if from.spot.normal.z >= 0.0 { Vec3::Z } else { Vec3::NEG_Z };
    let spot = figure.full.seen(from.spot.position.with_x(metres), toward, REACH).ok_or(PlaceError::OffTheBody)?;
    Ok(Stand { spot, midline: false })
}

fn go(from: Stand, heading: Vec3, midline: bool, metres: f32, figure: &Figure) -> Result<Stand, PlaceError> {
    if metres == 0.0 {
        return Ok(Stand { midline, ..from });
    }
    let along = heading.reject_from(from.spot.normal);
    if along.length() < 0.05 * heading.length() || heading == Vec3::ZERO {
        return Err(PlaceError::NoWay);
    }
    let across = if midline { Vec3::X } else { along.cross(from.spot.normal) };
    let spot = figure.full.walk(&from.spot, across, along, metres).ok_or(PlaceError::SkinEnds)?;
    Ok(stand(spot, midline, figure))
}

/// On the midline a spot has x = 0 to the last bit, whatever the triangles say.
fn stand(spot: Spot, midline: bool, figure: &Figure) -> Stand {
    if !midline {
        return Stand { spot, midline };
    }
    let place = spot.position.with_x(0.0);
    let toward = spot.normal.with_x(0.0);
    let spot = figure.full.seen(place, toward, 0.02).unwrap_or(spot);
    let position = spot.position.with_x(0.0);
    let normal = spot.normal.with_x(0.0).try_normalize().unwrap_or(spot.normal);
    Stand { spot: Spot { position, normal, ..spot }, midline }
}

fn metres(cun: f32, unit: &str, figure: &Figure) -> Result<f32, PlaceError> {
    if !(0.0..=MOST_CUN).contains(&cun) {
        return Err(PlaceError::BadNumber(cun.to_string()));
    }
    match figure.units.get(unit) {
        Some(one) => Ok(cun * one),
        None if crate::body::units::Units::is_known(unit) => Err(PlaceError::UnitNotMeasured(unit.to_owned())),
        None => Err(PlaceError::NoSuchUnit(unit.to_owned())),
    }
}

fn fraction(share: Share) -> Result<f32, PlaceError> {
    let fraction = share.fraction();
    if (0.0..=1.0).contains(&fraction) {
        Ok(fraction)
    } else {
        Err(PlaceError::BadNumber(format!("({}, {})", share.0, share.1)))
    }
}

/// Where one stands to look, on the body's left.
fn direction(view: View) -> Vec3 {
    let toward = match view {
        View::Front => Vec3::Z,
        View::Back => Vec3::NEG_Z,
        View::Side => Vec3::X,
        View::BackSide => Vec3::new(1.0, 0.0, -1.0),
        View::FrontSide => Vec3::new(1.0, 0.0, 1.0),
        View::Inner => Vec3::NEG_X,
        View::BackInner => Vec3::new(-1.0, 0.0, -1.0),
        View::FrontInner => Vec3::new(-1.0, 0.0, 1.0),
        View::Top => Vec3::Y,
        View::TopFront => Vec3::new(0.0, 1.0, 1.0),
        View::TopSide => Vec3::new(1.0, 1.0, 0.0),
        View::Below => Vec3::NEG_Y,
    };
    toward.normalize_or(Vec3::Z)
}

/// Which way a step leads, on the body's left.
fn heading(toward: Toward) -> Vec3 {
    match toward {
        Toward::Up => Vec3::Y,
        Toward::Down => Vec3::NEG_Y,
        Toward::Out => Vec3::X,
        Toward::In => Vec3::NEG_X,
        Toward::Front => Vec3::Z,
        Toward::Back => Vec3::NEG_Z,
    }
}
