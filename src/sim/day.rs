//! The organ clock: Qi is said to pass through twelve channels in a day, two hours each.
//!
//! Hours are those of a day, from 0 to 24. The circuit is content; this model only counts its twelve parts. It gives
//! nobody an hour for anything: see `docs/models/qi.md`.

/// How many channels the circuit has.
pub const CHANNELS: usize = 12;
/// Hours that each channel has.
pub const HOURS: f32 = 2.0;
/// The hour at which the circuit begins, with the Lung channel.
pub const BEGINS: f32 = 3.0;
/// Hours of the clock that pass in a second while the day runs: a channel every four seconds.
const SPEED: f32 = 0.5;

/// Where the hand of the clock stands, and whether it runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day {
    /// The hour the visitor turned to; none as long as the hand follows the clock on the wall.
    hour: Option<f32>,
    /// Hours that are still to run.
    left: f32,
}

impl Day {
    /// The hour that the hand shows. `now` is the hour on the wall, if anybody knows it.
    pub fn hour(&self, now: Option<f32>) -> f32 {
        // Without any clock the day begins where the circuit does.
        self.hour.or(now).unwrap_or(BEGINS).rem_euclid(24.0)
    }

    /// Which part of the circuit has its hours then, from 0 to 11.
    pub fn part(&self, now: Option<f32>) -> usize {
        part_at(self.hour(now))
    }

    /// Whether the hand follows the clock on the wall.
    pub fn is_now(&self) -> bool {
        self.hour.is_none()
    }

    /// Turns the hand.
    pub fn turn(&mut self, hour: f32) {
        if hour.is_finite() {
            self.hour = Some(hour.rem_euclid(24.0));
            self.left = 0.0;
        }
    }

    /// Turns the hand to the middle of a part of the circuit.
    pub fn turn_to_part(&mut self, part: usize) {
        self.turn(begins(part) + HOURS * 0.5);
    }

    /// Lets the hand follow the clock on the wall again.
    pub fn follow(&mut self) {
        *self = Self::default();
    }

    /// Lets a whole day run from an hour, until the hand is back there.
    pub fn run(&mut self, from: f32) {
        self.turn(from);
        self.left = 24.0;
    }

    /// Stops where it is.
    pub fn pause(&mut self) {
        self.left = 0.0;
    }

    /// Whether the day runs.
    pub fn runs(&self) -> bool {
        self.left > 0.0
    }

    /// Moves on by `dt` seconds.
    pub fn step(&mut self, dt: f32) {
        let (Some(hour), true) = (self.hour, self.runs()) else { return };
        let hours = (SPEED * dt.max(0.0)).min(self.left);
        self.hour = Some((hour + hours).rem_euclid(24.0));
        self.left -= hours;
    }
}

/// The part of the circuit that has its hours at an hour.
pub fn part_at(hour: f32) -> usize {
    (((hour - BEGINS).rem_euclid(24.0) / HOURS) as usize).min(CHANNELS - 1)
}

/// The hour at which a part of the circuit begins.
pub fn begins(part: usize) -> f32 {
    (BEGINS + (part % CHANNELS) as f32 * HOURS).rem_euclid(24.0)
}

/// The same as a full hour, as packs write it.
pub fn begins_at(part: usize) -> u8 {
    begins(part).round() as u8 % 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_visits_the_twelve_in_order_and_ends_where_it_began() {
        let mut day = Day::default();
        day.run(4.0);
        let mut visited = vec![day.part(None)];
        let mut seconds = 0.0;
        while day.runs() {
            day.step(0.05);
            seconds += 0.05;
            if visited.last() != Some(&day.part(None)) {
                visited.push(day.part(None));
            }
        }
        let round: Vec<usize> = (0..CHANNELS).chain([0]).collect();
        assert_eq!(visited, round, "each once, in order, and home again");
        assert!((day.hour(None) - 4.0).abs() < 0.01, "twenty-four hours later");
        assert!((seconds - 48.0_f32).abs() < 0.2, "in forty-eight seconds");
    }

    #[test]
    fn the_hand_follows_the_wall_until_somebody_turns_it() {
        let mut day = Day::default();
        assert_eq!(day.part(Some(16.2)), part_at(15.0), "the ninth hour of the afternoon");
        day.turn(23.5);
        assert_eq!(day.part(Some(16.2)), day.part(None));
        day.follow();
        assert!(day.is_now() && (day.hour(Some(16.2)) - 16.2).abs() < 1e-6);
    }

    #[test]
    fn no_hour_is_out_of_the_day() {
        let mut day = Day::default();
        for hour in [-1.0, 24.0, 25.5, 1e9, f32::NAN, f32::INFINITY] {
            day.turn(hour);
            assert!((0.0..24.0).contains(&day.hour(None)), "{hour}");
            assert!(part_at(hour) < CHANNELS, "{hour}");
        }
        assert!((0..CHANNELS).all(|part| part_at(begins(part)) == part && part_at(begins(part) + 1.99) == part));
    }
}
