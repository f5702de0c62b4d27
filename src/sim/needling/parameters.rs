//! The numbers of the model, named after what they mean.
//!
//! Two kinds. Where a source gives a time or a share, its id stands here and in `docs/models/needling.md`. All others are
//! shapes of ours, chosen so that a visit rises over 15 to 30 minutes and fades over the hour after; they say nothing
//! that was measured. Times are minutes of a visit; strengths run from 0 to 1.

use super::settings::Who;

/// The pain before, well below the end of the meter, so that it could get worse too. Ours.
pub(super) const PAIN_BEFORE: f32 = 0.8;

/// A needle stays in so long: most trials left it 20 to 30 minutes (`haake2007`: 30).
pub(super) const STAY_MINUTES: u32 = 30;
/// A visit is told for so long: the stay and the time in which relief fades. In volunteers the effect of a current
/// lasted for an hour or more; how it fades in patients is not known.
pub(super) const VISIT_MINUTES: u32 = 120;
/// Flow in the muscle was up for so long after deep needling (shin of 14 healthy women; `sandberg2003`).
pub(super) const FLOW_MINUTES: f32 = 20.0;
/// Working the needle raised it further for so long (`sandberg2003`).
pub(super) const FLOW_WORKED_MINUTES: f32 = 5.0;
/// The rise with a needle in the muscle, and what working it adds. Ours: the rise is called small for a reason.
pub(super) const FLOW_IN: f32 = 0.25;
pub(super) const FLOW_WORKED: f32 = 0.15;

/// The share of needlings in which people felt *deqi* (42 healthy first-timers; `hui2007`), taken as a strength.
pub(super) const ACHE_TURNED: f32 = 0.71;
/// The same share with a light touch (`hui2007`): touching is not nothing.
pub(super) const ACHE_TOUCHED: f32 = 0.24;

/// How endorphin in blood follows the action of opioids. Zero: in 15 men with long-lasting low back pain it stayed
/// minimal through five treatments each, real and pretend (`harbach2007`).
pub(super) const OPIOIDS_TO_BLOOD: f32 = 0.0;

/// What touch adds to closing the gate. Ours; that it closes at all is an idea (`leung2008`).
pub(super) const GATE_BY_TOUCH: f32 = 0.15;
/// What ache signals add. Ours; A-delta input calming C-fibre input is how one group reads its results (`leung2008`).
pub(super) const GATE_BY_ACHE: f32 = 0.2;
/// What the brake from above adds. Ours; descending paths in animals (`lv2019`).
pub(super) const GATE_BY_BRAKE: f32 = 0.55;
/// How strongly ache signals reach the brake. Ours.
pub(super) const BRAKE_BY_ACHE: f32 = 1.1;

/// How fast a quantity follows what drives it, in minutes: when it rises and when it falls.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    pub(super) rise: f32,
    pub(super) fall: f32,
}

const fn pace(rise: f32, fall: f32) -> Pace {
    Pace { rise, fall }
}

/// Tissue winds at once while the needle turns (`langevin2001`) and lets go.
pub(super) const WINDING: Pace = pace(0.5, 1.0);
/// Rose over 30 minutes and stayed up for 30 more at least (`takano2012`).
pub(super) const ADENOSINE: Pace = pace(12.0, 90.0);
/// Ours, within the twenty minutes of `sandberg2003`.
pub(super) const FLOW: Pace = pace(3.0, 8.0);
/// Nerves fire at once: slowed down to be seen.
pub(super) const NERVES: Pace = pace(0.3, 0.3);
/// Ours: slow, since relief comes slowly and outlasts the needle (`goldman2010`).
pub(super) const BRAKE: Pace = pace(8.0, 35.0);
/// Ours.
pub(super) const OPIOIDS: Pace = pace(4.0, 15.0);
/// A blocker in the blood acts within minutes. Ours.
pub(super) const BLOCKED: Pace = pace(4.0, 2.0);
/// Ours.
pub(super) const GATE: Pace = pace(3.0, 10.0);
/// Ours: fast enough to be seen when a path is blocked.
pub(super) const GATE_BLOCKED: Pace = pace(3.0, 3.0);
/// Ours.
pub(super) const COMFORT: Pace = pace(8.0, 55.0);
/// Pain follows its signal. Ours.
pub(super) const PAIN: Pace = pace(1.0, 1.0);

/// What differs from one kind of body to the other, because findings differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Couplings {
    /// How much of the pain signal a closed gate keeps back.
    pub(super) gate_holds: f32,
    /// How much adenosine calms the pain fibres near the needle.
    pub(super) adenosine_calms: f32,
    /// Whether relief by hand needs adenosine's A1 receptor.
    pub(super) needs_adenosine: bool,
    /// Whether relief needs opioids.
    pub(super) needs_opioids: bool,
    /// How much the visit around the needle eases pain.
    pub(super) comfort_eases: f32,
}

/// What the model takes for a kind of body.
pub(super) const fn couplings(who: Who) -> Couplings {
    match who {
        // People. Adenosine rose (`takano2012`), but nobody showed that it eases their pain. Naloxone was said to undo
        // relief; two teams found that it does not (`chapman1980`, `kenyon1983`, `chapman1983`), a third that it undoes
        // some (`dental1987`), and we draw the two. Most of the benefit came with a
        // pretend needle too: in `haake2007` 16.8 of the 20.2 in a hundred who gained over usual treatment. The two
        // strengths below are ours, set so that about four fifths stay.
        Who::People => Couplings {
            gate_holds: 0.2,
            adenosine_calms: 0.0,
            needs_adenosine: false,
            needs_opioids: false,
            comfort_eases: 0.24,
        },
        // Mice. Naloxone abolished relief (`pomeranz1976`), and so did the lack of A1 receptors (`goldman2010`). How the
        // two fit together nobody has shown: here relief needs both. Strengths are ours, set so that pain about halves,
        // as writhing did (47 % by hand, 51 % by current; `fu1980`). Hope and care are no part of it.
        Who::Mice => Couplings {
            gate_holds: 0.65,
            adenosine_calms: 0.1,
            needs_adenosine: true,
            needs_opioids: true,
            comfort_eases: 0.0,
        },
    }
}
