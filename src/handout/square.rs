//! The square that carries a few lines of text to a phone without any network.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Mode};

/// The side of the largest square that is made, in modules: version 22. Finer ones are hard to read from paper.
pub const MOST_MODULES: usize = 105;
/// The pale frame that readers ask for, in modules.
const QUIET: usize = 4;

/// A square of dark and light modules.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Square {
    side: usize,
    dark: Vec<bool>,
}

impl Square {
    /// The square that says a text; none where the text is too long for one that phones read.
    pub fn of(text: &str) -> Option<Self> {
        let made = [ECL::M, ECL::L].into_iter().find_map(|level| {
            let made = QRBuilder::new(text).mode(Mode::Byte).ecl(level).build().ok()?;
            (made.size <= MOST_MODULES).then_some(made)
        })?;
        let side = made.size;
        let dark = (0..side * side).map(|i| made[i / side][i % side].value()).collect();
        Some(Self { side, dark })
    }

    /// How many modules a side has, without the pale frame.
    pub fn side(&self) -> usize {
        self.side
    }

    /// How many modules a side has with the pale frame.
    pub fn framed(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The runs of dark modules, frame included: column, row and length of each.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for (row, modules) in self.dark.chunks(self.side).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|a, b| a == b) {
                if run.first() == Some(&true) {
                    runs.push((column + QUIET, row + QUIET, run.len()));
                }
                column += run.len();
            }
        }
        runs
    }

    /// The square as an SVG file: one path, so that it prints with sharp edges at any size.
    pub fn svg(&self) -> String {
        use std::fmt::Write as _;
        let framed = self.framed();
        let mut path = String::new();
        for (x, y, long) in self.runs() {
            // Writing to a string cannot fail.
            let _written = write!(path, "M{x} {y}h{long}v1h-{long}z");
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {framed} {framed}\" shape-rendering=\"crispEdges\">\
             <rect width=\"{framed}\" height=\"{framed}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_MODULES, Square};

    #[test]
    fn a_square_has_its_three_corners_and_a_pale_frame() {
        let square = Square::of("Get help now.").unwrap();
        for (x, y) in [(0, 0), (square.side() - 7, 0), (0, square.side() - 7)] {
            assert!((0..7).all(|i| square.dark[y * square.side() + x + i]), "the corner at {x}, {y}");
        }
        assert!(square.runs().iter().all(|(x, y, long)| *x >= 4 && *y >= 4 && x + long <= square.framed() - 4));
    }

    #[test]
    fn what_no_phone_would_read_is_refused() {
        assert!(Square::of(&"a".repeat(1_003)).is_some_and(|square| square.side() <= MOST_MODULES));
        assert_eq!(Square::of(&"a".repeat(1_004)), None);
    }
}
