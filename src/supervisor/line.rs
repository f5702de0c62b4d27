//! What the program tells its supervisor, one word a line on its standard output.

use std::fmt;

/// Something that the program tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Line {
    /// It is alive, and nobody is using it.
    Idle,
    /// It is alive, and somebody is using it.
    Busy,
    /// A visit has ended.
    Visit,
    /// It is about to end because something went wrong.
    Dying,
    /// So many wrong PINs were tried since a right one.
    WrongPins(u16),
}

/// What stands before the number of wrong PINs.
const WRONG_PINS: &str = "wrong-pins ";

impl Line {
    /// Those that are one word.
    const WORDS: [Self; 4] = [Self::Idle, Self::Busy, Self::Visit, Self::Dying];

    /// Reads a line; what is none of ours says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(count) = text.strip_prefix(WRONG_PINS) {
            return count.parse().ok().map(Self::WrongPins);
        }
        Self::WORDS.into_iter().find(|line| line.to_string() == text)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Idle => "idle",
            Self::Busy => "busy",
            Self::Visit => "visit",
            Self::Dying => "dying",
            Self::WrongPins(count) => return write!(f, "{WRONG_PINS}{count}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn what_is_written_is_read() {
        for line in Line::WORDS.into_iter().chain([Line::WrongPins(0), Line::WrongPins(u16::MAX)]) {
            assert_eq!(Line::read(&format!("{line}\r\n")), Some(line));
        }
        for strange in ["", "beat", "idle idle", "\u{fffd}", "wrong-pins", "wrong-pins x", "wrong-pins 99999"] {
            assert_eq!(Line::read(strange), None, "{strange:?}");
        }
    }
}
