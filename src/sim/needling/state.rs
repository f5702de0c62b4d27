//! The state of one body: named quantities from 0 to 1, without units.

use super::parameters::PAIN_BEFORE;

/// What goes on in a body. Each runs from 0 (none) to 1 (as much as the picture shows). None is a measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// How tightly soft tissue is wound round the needle.
    pub tissue_winding: f32,
    /// Adenosine near the needle.
    pub adenosine: f32,
    /// The rise of blood flow near the needle.
    pub blood_flow: f32,
    /// What touch fibres (A-beta) send.
    pub touch_signal: f32,
    /// What fibres for dull ache and soreness (mainly A-delta) send: the *deqi* feeling.
    pub ache_signal: f32,
    /// What pain fibres (C) from the sore back send to the cord.
    pub pain_signal: f32,
    /// How far the spinal gate is closed to pain.
    pub gate: f32,
    /// The pain signal that goes up to the brain, past the gate.
    pub ascending: f32,
    /// The brake from the midbrain (PAG, RVM) down to the cord.
    pub brake: f32,
    /// The body's own opioids at their receptors.
    pub opioid_action: f32,
    /// Endorphin in a blood sample, as a rise over before.
    pub blood_endorphin: f32,
    /// What the visit around the needle does: rest, care, hope.
    pub comfort: f32,
    /// The pain that is felt.
    pub pain: f32,
}

impl State {
    /// A sore back before the visit.
    pub const BEFORE: Self = Self {
        tissue_winding: 0.0,
        adenosine: 0.0,
        blood_flow: 0.0,
        touch_signal: 0.0,
        ache_signal: 0.0,
        pain_signal: PAIN_BEFORE,
        gate: 0.0,
        ascending: PAIN_BEFORE,
        brake: 0.0,
        opioid_action: 0.0,
        blood_endorphin: 0.0,
        comfort: 0.0,
        pain: PAIN_BEFORE,
    };

    /// How much of the pain before is gone: 0 (none) to 1 (all).
    pub fn relief(&self) -> f32 {
        (1.0 - self.pain / PAIN_BEFORE).clamp(0.0, 1.0)
    }

    /// A quantity by its name.
    pub fn get(&self, quantity: Quantity) -> f32 {
        match quantity {
            Quantity::TissueWinding => self.tissue_winding,
            Quantity::Adenosine => self.adenosine,
            Quantity::BloodFlow => self.blood_flow,
            Quantity::TouchSignal => self.touch_signal,
            Quantity::AcheSignal => self.ache_signal,
            Quantity::PainSignal => self.pain_signal,
            Quantity::Gate => self.gate,
            Quantity::Ascending => self.ascending,
            Quantity::Brake => self.brake,
            Quantity::OpioidAction => self.opioid_action,
            Quantity::BloodEndorphin => self.blood_endorphin,
            Quantity::Comfort => self.comfort,
            Quantity::Pain => self.pain,
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::BEFORE
    }
}

/// The name of a quantity of [`State`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "each is the field of State of that name")]
pub enum Quantity {
    TissueWinding,
    Adenosine,
    BloodFlow,
    TouchSignal,
    AcheSignal,
    PainSignal,
    Gate,
    Ascending,
    Brake,
    OpioidAction,
    BloodEndorphin,
    Comfort,
    Pain,
}

impl Quantity {
    /// All, from the needle to the pain that is felt.
    pub const ALL: [Self; 13] = [
        Self::TissueWinding,
        Self::Adenosine,
        Self::BloodFlow,
        Self::TouchSignal,
        Self::AcheSignal,
        Self::PainSignal,
        Self::Gate,
        Self::Ascending,
        Self::Brake,
        Self::OpioidAction,
        Self::BloodEndorphin,
        Self::Comfort,
        Self::Pain,
    ];
}
