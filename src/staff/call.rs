//! How staff call for their page where there is no keyboard: the four corners crosswise, a second each.
//!
//! A child who hits the corners does not hold them; one who holds them does not cross. It opens no more than the keypad.

/// A corner of the screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Corner {
    /// At the upper left.
    UpperLeft,
    /// At the upper right.
    UpperRight,
    /// At the lower left.
    LowerLeft,
    /// At the lower right.
    LowerRight,
}

/// The corners in the order in which they call.
const ORDER: [Corner; 4] = [Corner::UpperLeft, Corner::LowerRight, Corner::UpperRight, Corner::LowerLeft];
/// So long each is held at least, in seconds.
const HELD: f32 = 1.0;
/// So long all four may take, in seconds.
const WITHIN: f32 = 20.0;

/// What it means that a finger went up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Release {
    /// No more than a tap. So is the first corner of a call, or a slow hand could not press what lies there.
    Tap,
    /// It was meant for the staff: what lies there is not pressed.
    Goes,
    /// So was this one, and now they are called.
    Calls,
}

/// How far a call has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Call {
    /// How many corners were held.
    done: usize,
    /// Seconds since the first was touched.
    age: f32,
    /// For how long the next one is held now.
    held: Option<f32>,
}

impl Call {
    /// A finger goes down in a corner, or elsewhere.
    pub fn press(&mut self, corner: Option<Corner>) {
        if corner.is_none() || corner != ORDER.get(self.done).copied() {
            self.forget();
        }
        // What breaks one call off may begin the next.
        self.held = (corner.is_some() && corner == ORDER.get(self.done).copied()).then_some(0.0);
    }

    /// The finger goes up.
    pub fn release(&mut self) -> Release {
        if self.held.take().is_none_or(|held| held < HELD) {
            self.forget();
            return Release::Tap;
        }
        self.done += 1;
        match self.done {
            1 => Release::Tap,
            done if done < ORDER.len() => Release::Goes,
            _ => {
                self.forget();
                Release::Calls
            }
        }
    }

    /// Lets time pass, in seconds.
    pub fn step(&mut self, dt: f32) {
        if self.done > 0 || self.held.is_some() {
            self.age += dt;
        }
        if let Some(held) = &mut self.held {
            *held += dt;
        }
        if self.age > WITHIN {
            self.forget();
        }
    }

    /// Begins anew.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
