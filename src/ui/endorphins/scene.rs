//! What the pictures show at one moment: plain numbers, so that each picture is a function of them alone.

/// One moment. Shares go from 0 to 1 and have no unit: the pictures claim no amounts.
#[expect(clippy::struct_excessive_bools, reason = "each is something that is there or is not")]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scene {
    /// How far the needle is in.
    pub(super) depth: f32,
    /// How far it has been turned, in radians.
    pub(super) turn: f32,
    /// How much tissue is wound round it.
    pub(super) winding: f32,
    /// How much adenosine is let go near it.
    pub(super) adenosine: f32,
    /// How much the nerve ending near it fires.
    pub(super) firing: f32,
    /// How wide the small vessels near it are.
    pub(super) flow: f32,
    /// How far the gate in the cord is closed.
    pub(super) gate: f32,
    /// How much of the pain signal gets past the gate.
    pub(super) pain: f32,
    /// How many signals run up the cord.
    pub(super) up: f32,
    /// How hard the brain's brake works.
    pub(super) brake: f32,
    /// How much of the body's own opioids is out.
    pub(super) opioids: f32,
    /// Whether the docks for opioids are closed by naloxone.
    pub(super) docks_closed: bool,
    /// Whether the docks for adenosine are missing.
    pub(super) no_switch: bool,
    /// Whether the needle only touches the skin.
    pub(super) pretend: bool,
    /// Whether a current runs through the needle.
    pub(super) current: bool,
    /// Seconds for which signals have been running: where beads are.
    pub(super) seconds: f32,
    /// Whether nothing may move: beads stand still and are numbered.
    pub(super) still: bool,
}

impl Scene {
    /// Where the beads on a path are, as distances, when they run at `speed` with one every `spacing`.
    /// With little going on there are fewer of them; with nothing, none.
    pub(super) fn beads(&self, length: f32, speed: f32, spacing: f32, share: f32) -> Vec<f32> {
        if share < 0.04 || length <= 0.0 {
            return Vec::new();
        }
        // Fewer beads means a wider spacing, in steps, so that none appears or leaves in the middle of its way.
        let spacing = spacing
            * if share > 0.66 {
                1.0
            } else if share > 0.33 {
                1.5
            } else {
                2.5
            };
        let first = if self.still { spacing * 0.5 } else { (self.seconds * speed).rem_euclid(spacing) };
        let count = ((length - first) / spacing).floor().max(0.0) as usize;
        (0..=count).map(|i| first + i as f32 * spacing).filter(|far| *far <= length).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beads_run_on_and_stand_still_where_nothing_may_move() {
        let early = Scene { seconds: 1.0, ..Scene::default() };
        let late = Scene { seconds: 1.1, ..early };
        let first = |scene: &Scene| scene.beads(300.0, 120.0, 40.0, 1.0)[0];
        assert!((first(&late) - first(&early) - 12.0).abs() < 1e-3, "a tenth of a second is twelve points");
        let still = |seconds| Scene { still: true, seconds, ..Scene::default() }.beads(300.0, 120.0, 40.0, 1.0);
        assert_eq!(still(1.0), still(7.3));
        assert!(early.beads(300.0, 120.0, 40.0, 0.0).is_empty(), "without signals there are no beads");
        assert!(early.beads(300.0, 120.0, 40.0, 0.2).len() < early.beads(300.0, 120.0, 40.0, 1.0).len());
    }
}
