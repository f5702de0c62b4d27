//! What the gate finds: where, what, and what to do about it.

/// One thing wrong with what is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// The file it stands in.
    pub file: &'static str,
    /// The entry it stands in; empty for the pack as a whole.
    pub entry: String,
    /// The field it stands in; empty for the entry as a whole.
    pub field: String,
    /// Whether a hard rule is broken. A soft one may have its reasons.
    pub hard: bool,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: &'static str,
}

/// Collects findings of one entry.
pub(super) struct Findings<'a> {
    found: &'a mut Vec<Finding>,
    file: &'static str,
    entry: &'a str,
}

impl<'a> Findings<'a> {
    pub(super) fn new(found: &'a mut Vec<Finding>, file: &'static str, entry: &'a str) -> Self {
        Self { found, file, entry }
    }

    /// A hard rule is broken.
    pub(super) fn hard(&mut self, field: &str, what: impl Into<String>, remedy: &'static str) {
        self.add(field, true, what.into(), remedy);
    }

    /// A soft rule is broken.
    pub(super) fn soft(&mut self, field: &str, what: impl Into<String>, remedy: &'static str) {
        self.add(field, false, what.into(), remedy);
    }

    fn add(&mut self, field: &str, hard: bool, what: String, remedy: &'static str) {
        let (entry, field) = (self.entry.to_owned(), field.to_owned());
        self.found.push(Finding { file: self.file, entry, field, hard, what, remedy });
    }
}
