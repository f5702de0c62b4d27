//! The parts of the body that have a page, and from where each is seen.

use std::f32::consts::{FRAC_PI_2, PI};

use glam::Vec3;

use crate::body::camera::{Area, Camera};
use crate::body::landmarks::Landmarks;

/// One part of the body, seen from one side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Region {
    /// The key of its name.
    pub key: &'static str,
    /// The key of the words that say from where it is seen.
    pub from: &'static str,
    /// The view is half-way between these two landmarks, or over one where they are the same.
    between: (&'static str, &'static str),
    /// Then moved by this, in thousandths of the height: left, up, forward.
    moved: [f32; 3],
    yaw: f32,
    pitch: f32,
    /// How much of the body the picture is wide, in thousandths of the height.
    across: f32,
    /// How high the picture is, in pixels.
    pub high: u32,
    /// What stands nearer than this before the middle of the view is cut away, in thousandths of the height.
    near: f32,
    /// Whether it shows the whole body: an overview, without rules.
    pub whole: bool,
    /// Whether it shows both sides of the midline; else a limb of the left.
    pub both_sides: bool,
}

/// How wide pictures are, in pixels.
pub(super) const WIDE: u32 = 700;
/// How high most pictures are, in pixels.
const HIGH: u32 = 820;
/// How high pictures of feet are, which are longer than they are high.
const LOW: u32 = 620;
/// How high pictures of the whole body are.
const TALL: u32 = 1400;
/// Farther than any part of a body: nothing is cut away.
const ALL: f32 = 4000.0;

const BACK: f32 = PI;
const FRONT: f32 = 0.0;
const LEFT: f32 = FRAC_PI_2;
/// From the body's right: of the left limbs, the inner side.
const RIGHT: f32 = -FRAC_PI_2;

const fn whole(key: &'static str, from: &'static str, yaw: f32) -> Region {
    let between = ("joint_hip", "joint_hip");
    Region {
        key,
        from,
        between,
        moved: [0.0; 3],
        yaw,
        pitch: 0.0,
        across: 600.0,
        high: TALL,
        near: ALL,
        whole: true,
        both_sides: true,
    }
}

const fn part(
    key: &'static str,
    from: &'static str,
    a: &'static str,
    b: &'static str,
    yaw: f32,
    across: f32,
) -> Region {
    Region {
        key,
        from,
        between: (a, b),
        moved: [0.0; 3],
        yaw,
        pitch: 0.0,
        across,
        high: HIGH,
        near: ALL,
        whole: false,
        both_sides: false,
    }
}

impl Region {
    const fn tilted(self, pitch: f32) -> Self {
        Self { pitch, ..self }
    }

    const fn moved(self, moved: [f32; 3]) -> Self {
        Self { moved, ..self }
    }

    const fn near(self, near: f32) -> Self {
        Self { near, ..self }
    }

    const fn both_sides(self) -> Self {
        Self { both_sides: true, ..self }
    }

    const fn low(self) -> Self {
        Self { high: LOW, ..self }
    }
}

/// Every page in order. Limbs are those of the body's left.
pub(super) const REGIONS: &[Region] = &[
    whole("contact-part-whole-back", "from-back", BACK),
    whole("contact-part-whole-front", "from-front", FRONT),
    whole("contact-part-whole-left", "from-left", LEFT),
    whole("contact-part-whole-right", "from-right", RIGHT),
    part("contact-part-low-back", "from-back", "T12_lower", "S2_spine", BACK, 150.0).both_sides(),
    part("contact-part-sacrum", "from-back", "L5_lower", "gluteal_fold_medial_end", BACK, 152.0)
        .moved([0.0, 10.0, 0.0])
        .both_sides(),
    part("contact-part-buttock", "contact-from-back-left", "great_trochanter", "gluteal_fold_medial_end", 2.35, 170.0)
        .moved([0.0, 25.0, 0.0]),
    part("contact-part-upper-back", "from-back", "C7_lower", "T12_lower", BACK, 200.0).both_sides(),
    part("contact-part-shoulder", "contact-from-above-behind", "acromion_lateral", "C7_lower", BACK, 150.0)
        .tilted(0.75)
        .low(),
    part("contact-part-shoulder-back", "from-back", "scapular_spine_mid", "acromion_lateral", BACK, 140.0)
        .moved([0.0, -15.0, 0.0]),
    part("contact-part-shoulder-outer", "from-left", "acromion_lateral", "deltoid_anterior_border", LEFT, 150.0),
    part("contact-part-chest", "from-front", "sternal_notch", "xiphisternal_junction", FRONT, 190.0).both_sides(),
    part("contact-part-belly", "from-front", "xiphisternal_junction", "pubic_symphysis_lower", FRONT, 205.0)
        .both_sides(),
    part("contact-part-flank", "from-left", "ics3_midaxillary", "asis", LEFT, 270.0).near(28.0),
    part("contact-part-throat", "from-front", "thyroid_cartilage_upper", "thyroid_cartilage_upper", FRONT, 130.0)
        .both_sides(),
    part("contact-part-neck-side", "from-left", "scm_middle", "scm_middle", LEFT, 120.0),
    part("contact-part-neck", "from-back", "back_hairline", "occipital_protuberance_upper", BACK, 150.0)
        .moved([0.0, 12.0, 0.0])
        .both_sides(),
    part("contact-part-head-front", "from-front", "glabella", "nose_base", FRONT, 140.0)
        .moved([0.0, 4.0, 0.0])
        .both_sides(),
    part("contact-part-head-side", "from-left", "ear_apex", "ear_apex", LEFT, 165.0).moved([0.0, -8.0, 10.0]),
    part("contact-part-ear", "from-left", "tragus", "tragus", LEFT, 75.0),
    part("contact-part-head-top", "from-above", "ear_apex", "ear_apex", BACK, 140.0).tilted(1.35).both_sides(),
    part("contact-part-arm-front", "from-front", "axillary_fold_anterior", "elbow_crease", FRONT, 190.0),
    part("contact-part-arm-outer", "from-left", "deltoid_anterior_border", "elbow_crease_lateral_end", LEFT, 170.0),
    part("contact-part-arm-back", "from-back", "deltoid_posterior_border", "olecranon", BACK, 190.0),
    part("contact-part-arm-inner", "contact-from-inner", "armpit_apex", "elbow_crease_medial_end", RIGHT, 180.0)
        .near(22.0),
    part("contact-part-forearm-outer", "contact-from-outer", "elbow_crease_lateral_end", "radial_styloid", LEFT, 180.0),
    part("contact-part-forearm-inner", "contact-from-inner", "elbow_crease_medial_end", "ulnar_styloid", RIGHT, 180.0)
        .near(50.0),
    part("contact-part-forearm-back", "from-back", "joint_elbow", "fingertip_3", BACK, 225.0),
    part("contact-part-forearm-palm", "from-front", "joint_elbow", "fingertip_3", FRONT, 225.0),
    part("contact-part-hand-back", "from-back", "wrist_crease_dorsal", "fingertip_3", BACK, 125.0),
    part("contact-part-hand-palm", "from-front", "wrist_crease_palmar", "fingertip_3", FRONT, 125.0),
    part("contact-part-hand-edge", "contact-from-inner", "ulnar_styloid", "fingertip_5", RIGHT, 110.0).near(40.0),
    part("contact-part-hand-thumb", "contact-from-outer", "radial_styloid", "fingertip_2", LEFT, 125.0),
    part("contact-part-thigh-back", "from-back", "gluteal_fold", "knee_crease", BACK, 205.0),
    part("contact-part-thigh-outer", "from-left", "great_trochanter", "knee_crease", LEFT, 240.0),
    part("contact-part-thigh-front", "from-front", "inguinal_crease", "patella_base", FRONT, 260.0),
    part("contact-part-thigh-inner", "contact-from-inner", "adductor_longus", "knee_crease_medial_end", RIGHT, 260.0)
        .near(30.0),
    part("contact-part-knee-front", "from-front", "joint_knee", "joint_knee", FRONT, 140.0).moved([0.0, -20.0, 0.0]),
    part("contact-part-knee-back", "from-back", "knee_crease", "knee_crease", BACK, 120.0),
    part(
        "contact-part-knee-inner",
        "contact-from-inner",
        "knee_crease_medial_end",
        "knee_crease_medial_end",
        RIGHT,
        150.0,
    )
    .moved([0.0, -20.0, 15.0])
    .near(40.0),
    part("contact-part-leg-back", "from-back", "knee_crease", "heel_back", BACK, 250.0),
    part("contact-part-leg-front", "from-front", "patella_apex", "ehl_edl_gap", FRONT, 245.0),
    part("contact-part-leg-outer", "from-left", "knee_crease", "lateral_malleolus", LEFT, 240.0),
    part("contact-part-leg-inner", "contact-from-inner", "knee_crease", "medial_malleolus", RIGHT, 240.0).near(60.0),
    part("contact-part-foot-top", "contact-from-above-front", "joint_ankle", "joint_toe3_tip", FRONT, 150.0)
        .tilted(1.0),
    part("contact-part-foot-outer", "from-left", "heel_back", "joint_toe5_tip", LEFT, 165.0)
        .moved([0.0, 42.0, 0.0])
        .low(),
    part("contact-part-foot-inner", "contact-from-inner", "heel_back", "joint_toe1_tip", RIGHT, 175.0)
        .moved([0.0, 42.0, 0.0])
        .near(55.0)
        .low(),
    part("contact-part-foot-sole", "from-below", "heel_back", "joint_toe3_tip", FRONT, 140.0).tilted(-1.35),
];

/// Which piece of the body a place belongs to, so that an arm's page is not filled with what hangs behind the arm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Piece {
    /// Head and neck.
    Head,
    /// Shoulder: on pages of the trunk and of the arm.
    Shoulder,
    /// Trunk with hips and buttocks.
    Trunk,
    /// Arm and hand.
    Arm,
    /// Leg and foot.
    Leg,
}

impl Piece {
    /// The piece that a part of the figure belongs to.
    pub(super) fn of_part(part: &str) -> Self {
        match part {
            "scalp" | "face" | "ear" | "neck" => Self::Head,
            "shoulder" => Self::Shoulder,
            "upper_arm" | "elbow" | "forearm" | "wrist" | "palm" | "back_of_hand" | "finger" | "thumb" => Self::Arm,
            "front_thigh" | "back_thigh" | "inner_thigh" | "outer_thigh" | "knee" | "back_of_knee" | "shin"
            | "calf" | "ankle" | "top_of_foot" | "sole" | "heel" | "toe" => Self::Leg,
            _ => Self::Trunk,
        }
    }
}

/// From where a page sees its figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sight {
    /// The camera.
    pub camera: Camera,
    /// What is cut away, in metres before the middle.
    pub near: f32,
    /// The size of the picture in pixels.
    pub size: (u32, u32),
}

impl Sight {
    /// The picture as an area with its top left corner at nought.
    pub(super) fn area(&self) -> Area {
        let size = glam::Vec2::new(self.size.0 as f32, self.size.1 as f32);
        Area { centre: size * 0.5, size }
    }

    /// A close view straight at a place that no region shows.
    pub(super) fn of_place(place: Vec3, normal: Vec3, stature: f32) -> Self {
        let pitch = normal.y.clamp(-1.0, 1.0).asin().clamp(-1.35, 1.35);
        let camera = Camera { yaw: normal.x.atan2(normal.z), pitch, span: stature * 0.15, target: place };
        Self { camera, near: 0.035, size: (WIDE, HIGH) }
    }
}

impl Region {
    /// Its name in the names of files.
    pub(super) fn id(&self) -> &'static str {
        self.key.trim_start_matches("contact-part-")
    }

    /// Whether points on a piece of the body are named on this page.
    pub(super) fn means(&self, piece: Piece) -> bool {
        use Piece::{Arm, Head, Leg, Shoulder, Trunk};
        let pieces: &[Piece] = match self.id().split('-').next().unwrap_or_default() {
            "head" | "ear" => &[Head],
            "neck" | "throat" => &[Head, Shoulder, Trunk],
            "arm" => &[Arm, Shoulder],
            "forearm" | "hand" => &[Arm],
            "thigh" | "knee" | "leg" | "foot" => &[Leg],
            "chest" | "belly" | "flank" | "upper" => &[Trunk, Shoulder],
            "low" | "sacrum" | "buttock" => &[Trunk, Leg],
            _ => &[Head, Shoulder, Trunk, Arm, Leg],
        };
        pieces.contains(&piece)
    }

    /// The camera on a figure. A landmark that a figure lacks leaves the view in the middle of the body.
    pub(super) fn sight(&self, landmarks: &Landmarks) -> Sight {
        let stature = landmarks.stature;
        let middle = Vec3::new(0.0, stature * 0.5, 0.0);
        let place = |id: &str| landmarks.get(id).unwrap_or(middle);
        let mut target = if self.whole { middle } else { (place(self.between.0) + place(self.between.1)) * 0.5 };
        if self.both_sides {
            target.x = 0.0;
        }
        target += Vec3::from(self.moved) * (stature / 1000.0);
        let across = self.across * stature / 1000.0;
        let span = across * self.high as f32 / WIDE as f32;
        let camera = Camera { yaw: self.yaw, pitch: self.pitch, span, target };
        Sight { camera, near: self.near * stature / 1000.0, size: (WIDE, self.high) }
    }
}
