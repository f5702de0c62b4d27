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
}

impl Line {
    const ALL: [Self; 4] = [Self::Idle, Self::Busy, Self::Visit, Self::Dying];

    /// Reads a line; what is none of ours says nothing.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.word() == text.trim())
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Busy => "busy",
            Self::Visit => "visit",
            Self::Dying => "dying",
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn what_is_written_is_read() {
        for line in Line::ALL {
            assert_eq!(Line::read(&format!("{line}\r\n")), Some(line));
        }
        for strange in ["", "beat", "idle idle", "\u{fffd}"] {
            assert_eq!(Line::read(strange), None, "{strange:?}");
        }
    }
}
