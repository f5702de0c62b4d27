//! What moves by itself while a visitor looks on, and how time moves it.

use super::{Lens, Screen, Visit};
use crate::body::camera::Camera;

impl Visit {
    /// Whether anything moves by itself, so that time must come in.
    pub fn moves(&self) -> bool {
        self.turning.moves()
            || self.screen == Screen::Qi && self.qi.moves()
            || self.screen == Screen::Body && (self.divider.moves() || self.qi_flows())
            || self.needling.runs()
            || self.filling.moves()
    }

    /// Moves everything on by `dt` seconds; `home` is the first sight on the figure that is shown.
    pub fn step(&mut self, home: Camera, dt: f32) {
        self.turning.step(home, dt);
        self.needling.step(dt);
        self.filling.step(dt);
        self.hold();
        if self.screen == Screen::Qi {
            self.qi.step(dt);
        } else if self.screen == Screen::Body {
            self.divider.step(dt);
            if self.qi_flows() {
                self.stream.step(dt);
            }
        }
    }

    /// Whether Qi flows on the body: for a while after a lens or a point was chosen that shows it.
    pub fn qi_flows(&self) -> bool {
        matches!(self.lens, Lens::Tradition | Lens::Parted) && self.stream.moves()
    }

    /// Brings everything at once to where it was going: for those who want no motion.
    pub fn settle(&mut self) {
        self.qi.settle();
        self.stream.rest();
        self.filling.settle();
    }
}
