//! The large parts of the body, as visitors name them: each gathers several of the finer parts that figures know.

/// A large part of the body.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum BodyPart {
    /// The scalp.
    Head,
    /// The face.
    Face,
    /// The ear and the skin round it.
    Ear,
    /// The neck.
    Neck,
    /// The shoulder.
    Shoulder,
    /// From the shoulder to the wrist.
    Arm,
    /// Wrist, palm and fingers.
    Hand,
    /// The chest and its sides.
    Chest,
    /// Belly and groin.
    Belly,
    /// The back above the waist.
    UpperBack,
    /// The low back and the base of the spine.
    LowBack,
    /// Buttock and hip.
    Hip,
    /// The thigh.
    Thigh,
    /// The knee, all round.
    Knee,
    /// From the knee to the ankle.
    Leg,
    /// Ankle, sole and toes.
    Foot,
}

impl BodyPart {
    /// All of them, from the crown to the toes; the low back, which most come for, first.
    pub const ALL: [Self; 16] = [
        Self::LowBack,
        Self::Hip,
        Self::UpperBack,
        Self::Head,
        Self::Face,
        Self::Ear,
        Self::Neck,
        Self::Shoulder,
        Self::Arm,
        Self::Hand,
        Self::Chest,
        Self::Belly,
        Self::Thigh,
        Self::Knee,
        Self::Leg,
        Self::Foot,
    ];

    /// The large part that a figure's finer part belongs to.
    pub fn of(part: &str) -> Option<Self> {
        Some(match part {
            "scalp" => Self::Head,
            "face" => Self::Face,
            "ear" => Self::Ear,
            "neck" => Self::Neck,
            "shoulder" => Self::Shoulder,
            "upper_arm" | "elbow" | "forearm" => Self::Arm,
            "wrist" | "palm" | "back_of_hand" | "finger" | "thumb" => Self::Hand,
            "chest" | "side" => Self::Chest,
            "belly" | "groin" => Self::Belly,
            "upper_back" | "mid_back" => Self::UpperBack,
            "low_back" | "sacrum" => Self::LowBack,
            "buttock" | "hip" => Self::Hip,
            "front_thigh" | "back_thigh" | "inner_thigh" | "outer_thigh" => Self::Thigh,
            "knee" | "back_of_knee" => Self::Knee,
            "shin" | "calf" => Self::Leg,
            "ankle" | "top_of_foot" | "sole" | "heel" | "toe" => Self::Foot,
            _ => return None,
        })
    }

    /// The key of its name in the interface.
    pub fn key(self) -> &'static str {
        match self {
            Self::Head => "part-head",
            Self::Face => "part-face",
            Self::Ear => "part-ear",
            Self::Neck => "part-neck",
            Self::Shoulder => "part-shoulder",
            Self::Arm => "part-arm",
            Self::Hand => "part-hand",
            Self::Chest => "part-chest",
            Self::Belly => "part-belly",
            Self::UpperBack => "part-upper-back",
            Self::LowBack => "part-low-back",
            Self::Hip => "part-hip",
            Self::Thigh => "part-thigh",
            Self::Knee => "part-knee",
            Self::Leg => "part-leg",
            Self::Foot => "part-foot",
        }
    }
}
