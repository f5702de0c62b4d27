//! One tick of one body: every quantity moves a little toward what drives it.
//!
//! From the needle up to the brain and down again. Nothing overshoots: a quantity between 0 and 1 that moves toward a
//! target between 0 and 1 stays there, whatever the length of the tick.

use super::experiment::Experiment;
use super::parameters as p;
use super::parameters::Pace;
use super::settings::{Method, Settings, Who, Work};
use super::state::State;

/// A tick, in minutes of a visit.
pub(super) const TICK_MINUTES: f32 = 1.0 / 60.0;

/// What the needle drives directly: winding, adenosine, touch, ache. Shapes of ours but for the two shares of *deqi*
/// feeling; that adenosine needs turning is from `takano2012`.
const fn drives(work: Work) -> [f32; 4] {
    match work {
        Work::Nothing => [0.0, 0.0, 0.0, 0.0],
        Work::Pretend => [0.0, 0.0, 0.5, p::ACHE_TOUCHED],
        Work::Still => [0.15, 0.0, 0.3, 0.3],
        Work::Turned => [1.0, 1.0, 0.8, p::ACHE_TURNED],
        Work::Current => [0.15, 0.0, 0.8, p::ACHE_TURNED],
    }
}

/// The rise of blood flow that a needle in the muscle drives: brief, and small.
fn flow(work: Work, minutes_in: f32) -> f32 {
    let deep = matches!(work, Work::Still | Work::Turned | Work::Current) && minutes_in < p::FLOW_MINUTES;
    let worked = work == Work::Turned && minutes_in < p::FLOW_WORKED_MINUTES;
    (if deep { p::FLOW_IN } else { 0.0 }) + (if worked { p::FLOW_WORKED } else { 0.0 })
}

/// Lets one tick pass in a body. `minutes_in` is how long the needle has been in.
pub(super) fn tick(state: &mut State, settings: &Settings, who: Who, minutes_in: f32) {
    let work = settings.work(who);
    let couplings = p::couplings(who);
    let [winding, adenosine, touch, ache] = drives(work);
    follow(&mut state.tissue_winding, winding, p::WINDING);
    follow(&mut state.adenosine, adenosine, p::ADENOSINE);
    follow(&mut state.blood_flow, flow(work, minutes_in), p::FLOW);
    follow(&mut state.touch_signal, touch, p::NERVES);
    follow(&mut state.ache_signal, ache, p::NERVES);

    let blocked = settings.is_on(Experiment::BlockOpioids, who);
    let brake = (p::BRAKE_BY_ACHE * state.ache_signal).min(1.0);
    follow(&mut state.brake, brake, p::BRAKE);
    let opioids = if blocked { 0.0 } else { state.brake };
    follow(&mut state.opioid_action, opioids, if blocked { p::BLOCKED } else { p::OPIOIDS });
    follow(&mut state.blood_endorphin, state.opioid_action * p::OPIOIDS_TO_BLOOD, p::OPIOIDS);

    let open = path(state, settings, who);
    let from_above = if couplings.needs_opioids { state.opioid_action } else { state.brake };
    let gate =
        p::GATE_BY_TOUCH * state.touch_signal + p::GATE_BY_ACHE * state.ache_signal + p::GATE_BY_BRAKE * from_above;
    let pace = if open > 0.0 { p::GATE } else { p::GATE_BLOCKED };
    follow(&mut state.gate, (gate * open).min(1.0), pace);
    let calm = couplings.adenosine_calms * state.adenosine * open;
    follow(&mut state.pain_signal, p::PAIN_BEFORE * (1.0 - calm), p::PAIN);
    follow(&mut state.ascending, state.pain_signal * (1.0 - couplings.gate_holds * state.gate), p::PAIN);

    let cared_for = work != Work::Nothing && couplings.comfort_eases > 0.0;
    let comfort = if cared_for { 1.0 } else { 0.0 };
    follow(&mut state.comfort, comfort, p::COMFORT);
    follow(&mut state.pain, state.ascending * (1.0 - couplings.comfort_eases * state.comfort), p::PAIN);
}

/// How far the path to relief is open: 0 if something that relief needs is blocked or absent.
fn path(state: &State, settings: &Settings, who: Who) -> f32 {
    let couplings = p::couplings(who);
    let opioids = !couplings.needs_opioids || !settings.is_on(Experiment::BlockOpioids, who);
    let receptor = !settings.is_on(Experiment::NoAdenosineReceptor, who);
    // With a current nobody looked at adenosine, as far as our sources go: there it is not asked for.
    let asked = couplings.needs_adenosine && settings.method == Method::ByHand;
    let adenosine = if !asked {
        1.0
    } else if receptor {
        state.adenosine
    } else {
        0.0
    };
    if opioids { adenosine } else { 0.0 }
}

/// Moves a value toward its target. Written so that it is sound for a tick of any length; what is nearly there arrives.
fn follow(value: &mut f32, target: f32, pace: Pace) {
    const NEAR: f32 = 1e-6;
    if (target - *value).abs() < NEAR {
        *value = target;
        return;
    }
    let minutes = if target > *value { pace.rise } else { pace.fall };
    *value += (target - *value) * (TICK_MINUTES / (TICK_MINUTES + minutes));
}
