//! Which account of the body is shown: tradition, what lies under the skin, both, or both parted by a divider.

/// Whether a small stage shows its controls.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Controls {
    /// One button alone shows: the body has the room.
    #[default]
    Away,
    /// All of them.
    Shown,
}

/// One of the two accounts that Deqi tells of every point.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Account {
    /// What Chinese tradition says.
    Tradition,
    /// What the body does.
    Body,
}

/// What the body on the stage shows.
///
/// `Both` is the quiet sight: skin, channels and points, to find a point and to read its card. `Parted` is the same
/// two accounts laid open beside each other; it asks more of the eye (and of an old computer), so nobody meets it
/// unasked. It is a state of its own and not a second press on `Both`, since nobody would find that.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Lens {
    /// The channels glow, and Qi moves along them.
    Tradition,
    /// Skin, channels and points.
    #[default]
    Both,
    /// Tradition on the left of the divider, the body on its right.
    Parted,
    /// Bones, nerves and muscles under the skin.
    Body,
}

impl Lens {
    /// The account that fills the stage, if it is one alone.
    pub fn alone(self) -> Option<Account> {
        match self {
            Self::Tradition => Some(Account::Tradition),
            Self::Body => Some(Account::Body),
            Self::Both | Self::Parted => None,
        }
    }
}

/// Seconds the divider takes to the half or an end.
const SETTLES: f32 = 0.18;
/// The half and the ends draw the divider from so near, as a share of the stage's width.
const PULL: f32 = 0.06;
/// Where it may come to rest by itself.
const PLACES: [f32; 3] = [0.0, 0.5, 1.0];

/// Where the divider stands, as a share of the stage's width: 0 is all body, 1 is all tradition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divider {
    at: f32,
    easing: Option<Easing>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Easing {
    from: f32,
    to: f32,
    /// Seconds since it began.
    passed: f32,
}

impl Default for Divider {
    fn default() -> Self {
        Self { at: 0.5, easing: None }
    }
}

impl Divider {
    /// Where it stands, from 0 to 1.
    pub fn at(&self) -> f32 {
        self.at
    }

    /// Where it is going, or where it stands.
    pub fn destination(&self) -> f32 {
        self.easing.map_or(self.at, |easing| easing.to)
    }

    /// Stands somewhere else at once: under a finger, or when motion is reduced.
    pub fn cut_to(&mut self, at: f32) {
        if at.is_finite() {
            *self = Self { at: at.clamp(0.0, 1.0), easing: None };
        }
    }

    /// Glides somewhere else.
    pub fn ease_to(&mut self, to: f32) {
        if to.is_finite() {
            self.easing = Some(Easing { from: self.at, to: to.clamp(0.0, 1.0), passed: 0.0 });
        }
    }

    /// The half or the end that draws it once it is let go, if one is near.
    pub fn drawn_to(&self) -> Option<f32> {
        PLACES.into_iter().find(|place| (place - self.at).abs() <= PULL && (place - self.at).abs() > f32::EPSILON)
    }

    /// Whether it moves by itself.
    pub fn moves(&self) -> bool {
        self.easing.is_some()
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f32) {
        let Some(easing) = &mut self.easing else { return };
        easing.passed += dt.max(0.0);
        let left = 1.0 - (easing.passed / SETTLES).min(1.0);
        self.at = easing.to + (easing.from - easing.to) * left.powi(3);
        if left <= 0.0 {
            self.easing = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_glides_in_its_time_and_comes_to_rest() {
        let mut divider = Divider::default();
        divider.ease_to(1.0);
        let mut steps = 0;
        let mut before = divider.at();
        while divider.moves() && steps < 100 {
            divider.step(0.02);
            assert!(divider.at() >= before, "it never turns back: {before} to {}", divider.at());
            before = divider.at();
            steps += 1;
        }
        assert!((9..=10).contains(&steps), "0.18 seconds in steps of 0.02, and one more for rounding: {steps}");
        assert!((divider.at() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn only_what_is_near_draws_it() {
        let drawn = |at: f32| {
            let mut divider = Divider::default();
            divider.cut_to(at);
            divider.drawn_to()
        };
        assert_eq!(drawn(0.05), Some(0.0));
        assert_eq!(drawn(0.46), Some(0.5));
        assert_eq!(drawn(0.97), Some(1.0));
        assert_eq!(drawn(0.3), None);
        assert_eq!(drawn(0.5), None, "it is there");
    }

    #[test]
    fn it_stays_on_the_stage() {
        let mut divider = Divider::default();
        for (asked, stands) in [(-3.0, 0.0), (7.0, 1.0), (f32::NAN, 1.0)] {
            divider.cut_to(asked);
            assert!((divider.at() - stands).abs() < 1e-6, "asked for {asked}");
        }
        divider.ease_to(f32::INFINITY);
        assert!(!divider.moves(), "nowhere is no place to go");
    }
}
