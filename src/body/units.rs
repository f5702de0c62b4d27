//! What one cun is, span by span.
//!
//! A cun is a share of a part of one's own body: the forearm has twelve, however long it is. So each unit has the
//! name of a span, and is measured on the figure from its landmarks. Spans and shares: WHO standard, 2008.

use std::collections::BTreeMap;

use glam::Vec3;

use super::{landmarks::Landmarks, surface::Surface};

/// How a span is measured.
#[derive(Clone, Copy, Debug)]
enum Span {
    /// In a straight line.
    Straight(&'static str, &'static str),
    /// From height to height, for spans whose ends lie on different sides of a limb.
    Height(&'static str, &'static str),
    /// Straight from a landmark to its mirror.
    Across(&'static str),
    /// Along the skin from a midline landmark to another on the midline, over the side toward `.2`.
    Skin(&'static str, &'static str, Vec3),
    /// Along the skin of the forehead, from a landmark to its mirror, by a midline landmark.
    SkinAcross(&'static str, &'static str),
    /// From a landmark to the floor.
    ToFloor(&'static str),
    /// A share of the whole height.
    Stature(f32),
}

/// Every unit with its span and how many cun that span has.
const TABLE: [(&str, Span, f32); 20] = [
    ("head_sagittal", Span::Skin("front_hairline", "back_hairline", Vec3::Y), 12.0),
    ("forehead", Span::Skin("glabella", "front_hairline", Vec3::Z), 3.0),
    ("face", Span::Skin("glabella", "front_hairline", Vec3::Z), 3.0),
    ("hairline_width", Span::SkinAcross("hairline_corner", "front_hairline"), 9.0),
    ("mastoid_width", Span::Across("mastoid"), 9.0),
    ("sternum", Span::Straight("sternal_notch", "xiphisternal_junction"), 9.0),
    ("upper_abdomen", Span::Straight("navel", "xiphisternal_junction"), 8.0),
    ("lower_abdomen", Span::Straight("navel", "pubic_symphysis_upper"), 5.0),
    ("chest_width", Span::Across("nipple_line"), 8.0),
    ("back_width", Span::Across("scapula_medial_border"), 6.0),
    ("upper_arm", Span::Straight("axillary_fold_anterior", "elbow_crease"), 9.0),
    ("forearm", Span::Straight("elbow_crease", "wrist_crease_palmar"), 12.0),
    ("thigh_front", Span::Height("pubic_symphysis_upper", "patella_base"), 18.0),
    ("leg_medial", Span::Height("patella_apex", "medial_malleolus"), 15.0),
    ("thigh_lateral", Span::Height("great_trochanter", "knee_crease"), 19.0),
    ("thigh_back", Span::Height("gluteal_fold", "knee_crease"), 14.0),
    ("leg_lateral", Span::Height("knee_crease", "lateral_malleolus"), 16.0),
    ("foot_height", Span::ToFloor("medial_malleolus"), 3.0),
    // A thumb is about 0.012 of the height wide at its joint, and counts as one cun.
    ("finger", Span::Stature(0.012), 1.0),
    // A middle finger is about 0.011 of the height wide.
    ("finger_width", Span::Stature(0.011), 1.0),
];

/// Shoulder width per cun of the back where the shoulder blades cannot be felt: measured on one skeleton.
const BACK_BY_SHOULDERS: f32 = 0.057;

/// The cun of one figure, in metres, by the name of the span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Units(BTreeMap<&'static str, f32>);

impl Units {
    /// Measures every span whose landmarks the figure has.
    pub fn measure(landmarks: &Landmarks, skin: &Surface) -> Self {
        let mut units: BTreeMap<_, _> = TABLE
            .iter()
            .filter_map(|(name, span, cun)| Some((*name, length(*span, landmarks, skin)? / cun)))
            .filter(|(_, cun)| cun.is_finite() && *cun > 0.0)
            .collect();
        if let Some(shoulder) = landmarks.get("acromion_lateral") {
            units.entry("back_width").or_insert(shoulder.x * 2.0 * BACK_BY_SHOULDERS);
        }
        Self(units)
    }

    /// One cun of a unit, in metres; none if the figure lacks a landmark for it.
    pub fn get(&self, unit: &str) -> Option<f32> {
        self.0.get(unit).copied()
    }

    /// Whether there is a unit of this name on any figure.
    pub fn is_known(unit: &str) -> bool {
        TABLE.iter().any(|(name, ..)| *name == unit)
    }

    /// The names of all units.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|(name, ..)| *name)
    }

    /// All units that could be measured, with their cun in metres.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, f32)> {
        self.0.iter().map(|(name, cun)| (*name, *cun))
    }
}

fn length(span: Span, landmarks: &Landmarks, skin: &Surface) -> Option<f32> {
    match span {
        Span::Straight(a, b) => Some(landmarks.get(a)?.distance(landmarks.get(b)?)),
        Span::Height(a, b) => Some((landmarks.get(a)?.y - landmarks.get(b)?.y).abs()),
        Span::Across(a) => Some(landmarks.get(a)?.x.abs() * 2.0),
        Span::Skin(a, b, by) => {
            let (from, to) = (skin.closest(landmarks.get(a)?)?, skin.closest(landmarks.get(b)?)?);
            Some(skin.way(&from, &to, Vec3::X, by)?.length())
        }
        Span::SkinAcross(corner, middle) => {
            let (corner, middle) = (landmarks.get(corner)?, landmarks.get(middle)?);
            let (from, to) = (skin.closest(middle)?, skin.closest(corner)?);
            Some(skin.way(&from, &to, (to.position - from.position).cross(Vec3::Z), Vec3::Z)?.length() * 2.0)
        }
        Span::ToFloor(a) => Some(landmarks.get(a)?.y),
        Span::Stature(share) => Some(landmarks.stature * share),
    }
}
