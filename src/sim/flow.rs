//! How Qi is pictured on a line: a band with drops that drift along it, even where it is free, swollen before a dam.
//!
//! It is a picture that tradition tells and nothing that anyone has measured: see `docs/models/qi.md`. All lengths are
//! points on the screen, counted along the line in the direction of the channel.

/// How far drops drift in a second where nothing stops them, in points.
pub const SPEED: f32 = 40.0;
/// From drop to drop where nothing stops them, in points.
pub const SPACING: f32 = 52.0;
/// The half width of a free band, in points.
const FREE: f32 = 5.5;
/// The half width of a dammed band just before its dam, and far before it.
const SWOLLEN: (f32, f32) = (17.5, 4.5);
/// The half width of what is left of the band after a dam.
const THIN: f32 = 1.25;
/// So far before a dam it is felt, in points.
const REACH: f32 = 150.0;
/// Within so many points after a dam the band finds its width.
const MOUTH: f32 = 24.0;
/// By how much the gaps between drops shrink at a dam, and within how many points of it.
const CROWDING: (f32, f32) = (0.62, 70.0);
/// From this many points a metre on, band and drops have their full size.
const NEAR: f32 = 1000.0;
/// Drops take so many seconds to come to rest.
const SLOWING: f32 = 1.2;

/// Drops that drift for a while and then come to rest.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drift {
    gone: f32,
    left: f32,
}

impl Drift {
    /// Lets the drops drift for so many seconds from now.
    pub fn run(&mut self, seconds: f32) {
        self.left = self.left.max(seconds.max(0.0));
    }

    /// Stops the drops where they are.
    pub fn rest(&mut self) {
        self.left = 0.0;
    }

    /// Whether the drops drift.
    pub fn moves(&self) -> bool {
        self.left > 0.0
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f32) {
        self.step_at(1.0, dt);
    }

    /// Moves on by `dt` seconds where only a share of the flow passes, from 0 to 1.
    pub fn step_at(&mut self, share: f32, dt: f32) {
        let dt = dt.clamp(0.0, self.left);
        let eased = (self.left / SLOWING).min(1.0);
        self.gone = (self.gone + SPEED * share.clamp(0.0, 1.0) * eased * dt).rem_euclid(SPACING);
        self.left -= dt;
    }

    /// How far the drops have come since they were last where they began, in points: from 0 to [`SPACING`].
    pub fn phase(&self) -> f32 {
        self.gone
    }
}

/// A dam across a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dam {
    /// Where on the line.
    pub at: f32,
    /// How much passes it: from 0, nothing, to 1, all.
    pub through: f32,
}

/// How the band of a line looks along its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// How far the drops have come, as [`Drift::phase`].
    pub phase: f32,
    /// What stands in the way.
    pub dam: Option<Dam>,
    /// How large band and drops are: 1 from near, less from afar, so as not to hide the body.
    pub size: f32,
}

impl Course {
    /// A line on which nothing stands in the way.
    pub fn free(phase: f32) -> Self {
        Self { phase, dam: None, size: 1.0 }
    }

    /// A line with a dam.
    pub fn dammed(phase: f32, dam: Dam) -> Self {
        Self { phase, dam: Some(dam), size: 1.0 }
    }

    /// The same, as large as it should be where a metre takes so many points.
    #[must_use]
    pub fn sized(self, points_per_metre: f32) -> Self {
        Self { size: (points_per_metre / NEAR).clamp(0.34, 1.15), ..self }
    }

    /// The half width of the band at a place on the line.
    pub fn half_width(&self, at: f32) -> f32 {
        self.half_width_near(at) * self.size
    }

    fn half_width_near(&self, at: f32) -> f32 {
        let Some(dam) = self.dam else { return FREE };
        let through = dam.through.clamp(0.0, 1.0);
        let dammed = if at <= dam.at {
            let near = (1.0 - (dam.at - at) / REACH).clamp(0.0, 1.0);
            SWOLLEN.1 + (SWOLLEN.0 - SWOLLEN.1) * near * near
        } else {
            let (near, far) = (SWOLLEN.0 * 0.5, THIN);
            near + (far - near) * ((at - dam.at) / MOUTH).clamp(0.0, 1.0)
        };
        dammed + (FREE - dammed) * through
    }

    /// How strongly the line shows at a place: faint and dotted after a dam that lets little pass.
    pub fn is_dry(&self, at: f32) -> bool {
        self.dam.is_some_and(|dam| at > dam.at && dam.through < 0.25)
    }

    /// Where the drops are between two places on the line, and how large each is, from 0 to 1.
    pub fn drops(&self, from: f32, to: f32) -> Vec<(f32, f32)> {
        let Some(dam) = self.dam else {
            return evenly(from, to, self.phase).map(|at| (at, 1.0)).collect();
        };
        let through = dam.through.clamp(0.0, 1.0);
        let crowd = 1.0 - through;
        let before = evenly(from - CROWDING.0 * CROWDING.1, dam.at, self.phase).filter_map(|free| {
            let way = dam.at - free;
            let at = free + CROWDING.0 * CROWDING.1 * crowd * (1.0 - (-way / CROWDING.1).exp());
            // The last one waits at the dam and fades as the next comes up.
            let size = (way / 10.0).clamp(0.0, 1.0).max(through);
            (at >= from && at <= to && size > 0.05).then_some((at, size))
        });
        let after = evenly(from.max(dam.at), to, self.phase).filter(|&at| at > dam.at).map(|at| (at, through));
        before.chain(after.filter(|&(_, size)| size > 0.2)).collect()
    }
}

/// Places a drop apart from `from` to `to`; they have come `phase` points from where they began.
fn evenly(from: f32, to: f32, phase: f32) -> impl Iterator<Item = f32> {
    let first = ((from - phase) / SPACING).ceil() as i32;
    let last = ((to - phase) / SPACING).floor() as i32;
    (first..=last).map(move |i| i as f32 * SPACING + phase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAM: Dam = Dam { at: 300.0, through: 0.0 };

    #[test]
    fn drops_keep_their_speed_and_come_to_rest() {
        let mut drift = Drift::default();
        drift.step(1.0);
        assert!(drift.phase() < f32::EPSILON, "nothing moves before it is let go");
        drift.run(4.0);
        drift.step(0.5);
        assert!((drift.phase() - SPEED * 0.5).abs() < 1e-3, "40 points a second: {}", drift.phase());
        for _ in 0..400 {
            drift.step(1.0 / 60.0);
            assert!((0.0..SPACING).contains(&drift.phase()), "the phase stays within one spacing");
        }
        assert!(!drift.moves(), "it comes to rest");
    }

    #[test]
    fn free_drops_are_evenly_apart_and_move_with_the_channel() {
        let at = |phase| Course::free(phase).drops(0.0, 500.0).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert!(at(0.0).windows(2).all(|w| (w[1] - w[0] - SPACING).abs() < 1e-3));
        assert!((at(10.0)[0] - at(0.0)[0] - 10.0).abs() < 1e-3, "they go the way the line counts");
    }

    #[test]
    fn a_dam_swells_the_band_before_it_and_thins_it_after() {
        let course = Course::dammed(0.0, DAM);
        assert!(course.half_width(299.0) > 3.0 * course.half_width(0.0));
        assert!(course.half_width(400.0) < 2.0 && course.is_dry(400.0) && !course.is_dry(200.0));
        let drops = course.drops(0.0, 600.0);
        assert!(drops.iter().all(|(at, _)| *at <= 300.0), "nothing passes: {drops:?}");
        let gaps: Vec<f32> = drops.windows(2).map(|w| w[1].0 - w[0].0).collect();
        assert!(gaps.windows(2).all(|w| w[1] <= w[0] + 1e-3) && gaps.last() < gaps.first(), "they crowd: {gaps:?}");
    }

    #[test]
    fn an_opened_dam_is_a_free_line() {
        let open = Course::dammed(7.0, Dam { through: 1.0, ..DAM });
        let free = Course::free(7.0);
        for at in [0.0, 250.0, 299.0, 301.0, 500.0] {
            assert!((open.half_width(at) - free.half_width(at)).abs() < 1e-3, "at {at}");
        }
        let places = |course: &Course| course.drops(0.0, 600.0).iter().map(|d| d.0.round() as i32).collect::<Vec<_>>();
        assert_eq!(places(&open), places(&free));
    }
}
