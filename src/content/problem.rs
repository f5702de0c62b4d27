//! What is wrong with a pack: where, what, and what to do about it.

use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Something is left out.
    Error,
    /// Nothing is left out, yet a careful author would mend it.
    Warning,
}

/// One thing wrong with a pack, in words for its author.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as a path inside the pack; `.` for the pack as a whole.
    pub file: String,
    /// Line and column, both from 1, where the problem has a place in the file.
    pub place: Option<(u32, u32)>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Problem {
    /// An error that concerns a whole file.
    pub fn error(file: &str, what: impl Into<String>) -> Self {
        Self { severity: Severity::Error, file: file.to_owned(), place: None, what: what.into(), hint: None }
    }

    /// A warning that concerns a whole file.
    pub fn warning(file: &str, what: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, what) }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The same with its line and column.
    #[must_use]
    pub fn at(self, place: (u32, u32)) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Whether something is left out for it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, ": {severity}: {}", self.what)?;
        match &self.hint {
            Some(hint) => write!(f, " (hint: {hint})"),
            None => Ok(()),
        }
    }
}
impl std::error::Error for Problem {}
