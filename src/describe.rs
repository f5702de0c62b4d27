//! What a picture shows, as a sentence: for the screen reader, for captions, for tests.
//!
//! Pure functions from the catalog and the visit to words.

pub mod charts;
pub mod diary;
pub mod keeping;
mod lens;
pub mod needling;
pub mod plan;
pub mod qi;
mod structure;

pub use lens::{account, account_key, divider, doubt, grade, grade_means, lens, lens_caption, sure};
pub use structure::{StructureWords, structure};

use crate::body::camera::{Camera, wrap};
use crate::body::figure::Figure;
use crate::body::part::BodyPart;
use crate::i18n::Tr;
use crate::model::{Catalog, EXTRA, FigureId, Point, PointCode, PointRole, Side, SiteKey, find_word};
use crate::visit::Shown;

/// The name of one marker: code, pinyin, side, part of the body.
pub fn marker(tr: &Tr, catalog: &Catalog, key: &SiteKey) -> String {
    let Some(point) = catalog.point(&key.code) else { return key.code.to_string() };
    let site = match key.side {
        Side::Midline => format!("{} {}, {}", point.code, point.pinyin, point.region),
        Side::Left | Side::Right => {
            format!("{} {}, {}, {}", point.code, point.pinyin, side(tr, key.side), point.region)
        }
    };
    if key.number > 1 { format!("{site}, {}", key.number) } else { site }
}

/// “Left side”, as the body itself would say it.
pub fn side(tr: &Tr, side: Side) -> String {
    tr.text(match side {
        Side::Left => "side-left",
        Side::Right => "side-right",
        Side::Midline => "side-midline",
    })
}

/// The name of a figure.
pub fn figure(tr: &Tr, figure: FigureId) -> String {
    tr.text(match figure {
        FigureId::Woman => "figure-woman",
        FigureId::Man => "figure-man",
        FigureId::Neutral => "figure-neutral",
    })
}

/// What the stage shows: which figure, from where, and which point is chosen.
pub fn body(tr: &Tr, catalog: &Catalog, shown: &Figure, camera: &Camera, chosen: Option<&SiteKey>) -> String {
    let from = tr.text(from(camera));
    let figure = tr.text(match shown.id {
        FigureId::Woman => "figure-woman-full",
        FigureId::Man => "figure-man-full",
        FigureId::Neutral => "figure-neutral-full",
    });
    match chosen {
        Some(key) => tr.text_with(
            "body-chosen",
            &[("figure", figure.into()), ("from", from.into()), ("point", marker(tr, catalog, key).into())],
        ),
        None => tr.text_with("body-plain", &[("figure", figure.into()), ("from", from.into())]),
    }
}

/// Which points are on the body, as “Showing the points of the hand.”
pub fn shown(tr: &Tr, catalog: &Catalog, shown: &Shown) -> String {
    match shown {
        Shown::LowBack => tr.text("shown-low-back"),
        Shown::All => tr.text("shown-all"),
        Shown::Extra => tr.text("shown-extra"),
        Shown::Channel(id) => {
            let name = catalog.channel(id).map_or(id.as_str(), |c| c.name.as_str());
            tr.text_with("shown-channel", &[("channel", name.into())])
        }
        Shown::Part(part) => tr.text_with("shown-part", &[("part", self::part(tr, *part).into())]),
    }
}

/// The name of a large part of the body.
pub fn part(tr: &Tr, part: BodyPart) -> String {
    tr.text(part.key())
}

/// What is seen in the magnifier: the place by its name, and how many points lie there.
pub fn magnified(tr: &Tr, place: &str, points: usize) -> String {
    tr.text_with("magnifier-shows", &[("place", place.into()), ("count", points.into())])
}

/// Which figure is seen, from where: the caption of the plate.
pub fn view(tr: &Tr, shown: FigureId, camera: &Camera) -> String {
    let figure = figure(tr, shown);
    tr.text_with("body-view", &[("figure", figure.into()), ("from", tr.text(from(camera)).into())])
}

/// The picture that invites: whether the body turns, from where it is seen, and the point that a needle is in, if one is.
pub fn inviting(tr: &Tr, camera: &Camera, turns: bool, needle: Option<&PointCode>) -> String {
    let key = if turns { "attract-turns" } else { "attract-rests" };
    let body = tr.text_with(key, &[("from", tr.text(from(camera)).into())]);
    let scene = tr.text_with("attract-scene", &[("body", body.into())]);
    let Some(point) = needle else { return scene };
    tr.text_with("attract-needle", &[("scene", scene.into()), ("point", point.0.as_str().into())])
}

/// Where a point stands on its channel, as “Bladder channel, point 23 of 67”.
pub fn on_channel(tr: &Tr, catalog: &Catalog, code: &PointCode) -> String {
    let Some(point) = catalog.point(code) else { return String::new() };
    let Some(channel) = catalog.channel(&point.channel) else { return String::new() };
    if channel.id == EXTRA {
        return channel.name.clone();
    }
    tr.text_with(
        "card-on-channel",
        &[("channel", channel.name.clone().into()), ("number", point.number.into()), ("count", channel.points.into())],
    )
}

/// Parts of the body besides the organs of channels that points are named after, as English point names have them.
const NAMED_AFTER: [&str; 5] = ["appendix", "uterus", "brain", "diaphragm", "bowel"];

/// That it is a name and not the visitor's organ, where a point's channel or its own name sounds like an organ. Only of the
/// organs that channels are called after is it said that the old word means more: “appendix” is no such old word.
pub fn old_name_of_organ(tr: &Tr, catalog: &Catalog, point: &Point) -> Option<String> {
    let own = catalog.channel(&point.channel).and_then(|c| c.organ_name.as_deref());
    let old = in_name(&point.english, catalog.channels().iter().filter_map(|c| c.organ_name.as_deref()));
    let plain = in_name(&point.english, NAMED_AFTER.into_iter());
    let (key, organ, other) = match (own, old.filter(|organ| Some(*organ) != own), plain) {
        (Some(own), Some(other), _) => ("card-no-organs", own, other),
        (Some(own), None, Some(other)) => ("card-no-organs-new", own, other),
        (Some(organ), None, None) | (None, Some(organ), _) => ("card-no-organ", organ, ""),
        (None, None, Some(organ)) => ("card-no-organ-new", organ, ""),
        (None, None, None) => return None,
    };
    Some(tr.text_with(key, &[("organ", organ.into()), ("other", other.into())]))
}

/// The longest of these that stands in a name as whole words: a gallbladder is no bladder.
fn in_name<'a>(name: &str, organs: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    organs.filter(|organ| find_word(name, organ).is_some()).max_by_key(|organ| organ.len())
}

/// The key of a role's name.
pub fn role_key(role: PointRole) -> &'static str {
    match role {
        PointRole::Well => "role-well",
        PointRole::Spring => "role-spring",
        PointRole::Stream => "role-stream",
        PointRole::River => "role-river",
        PointRole::Sea => "role-sea",
        PointRole::LowerSea => "role-lower-sea",
        PointRole::Source => "role-source",
        PointRole::Connecting => "role-connecting",
        PointRole::Cleft => "role-cleft",
        PointRole::BackShu => "role-back-shu",
        PointRole::FrontMu => "role-front-mu",
        PointRole::EightMeeting => "role-eight-meeting",
        PointRole::Confluent => "role-confluent",
        PointRole::Command => "role-command",
        PointRole::Crossing => "role-crossing",
    }
}

/// The key of the side from which the body is seen.
fn from(camera: &Camera) -> &'static str {
    let (quarter, yaw) = (std::f32::consts::FRAC_PI_4, wrap(camera.yaw));
    if camera.pitch > 0.9 {
        "from-above"
    } else if camera.pitch < -0.9 {
        "from-below"
    } else if yaw.abs() < quarter {
        "from-front"
    } else if yaw.abs() > 3.0 * quarter {
        "from-back"
    } else if yaw > 0.0 {
        "from-left"
    } else {
        "from-right"
    }
}
