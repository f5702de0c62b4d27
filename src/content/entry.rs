//! One entry of a pack's file, typed, with the way back to the text it came from.

use std::ops::Range;
use std::rc::Rc;

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::explain::explain;
use super::problem::{Problem, Severity};
use super::text;
use crate::scan::{self, Lines, TokenKind, tokens};

/// So many problems of one list are told.
pub(super) const MAX_PROBLEMS: usize = 200;
/// So many flaws of one entry are told.
pub(super) const MAX_FLAWS: usize = 20;

/// A file as text that entries point into.
#[derive(Debug)]
pub(super) struct FileText {
    pub(super) name: String,
    pub(super) text: String,
    lines: Lines,
}

impl FileText {
    pub(super) fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), lines: Lines::new(&text), text }
    }

    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        self.lines.place(&self.text, at)
    }
}

/// Something wrong with an entry, before its place in the file is looked up.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) severity: Severity,
    /// A word or quoted text of the entry that it is about; the whole entry without one.
    pub(super) about: Option<String>,
    pub(super) what: String,
    pub(super) hint: Option<String>,
}

impl Flaw {
    pub(super) fn error(about: &str, what: impl Into<String>, hint: impl Into<String>) -> Self {
        let (what, hint) = (what.into(), Some(hint.into()));
        Self { severity: Severity::Error, about: Some(about.to_owned()), what, hint }
    }

    pub(super) fn warning(about: &str, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(about, what, hint) }
    }
}

/// What a file holds a list of.
pub(super) trait Entry: DeserializeOwned {
    /// The file that holds it.
    const FILE: &'static str;
    /// What one is called in messages.
    const NOUN: &'static str;

    /// What other entries refer to it by.
    fn id(&self) -> &str;

    /// What is wrong with it on its own, whatever else the packs say.
    fn flaws(&self, found: &mut Vec<Flaw>);
}

/// What RON's reader could not read, by its offset in the text it was given.
#[derive(Debug)]
pub(super) struct Misread {
    pub(super) at: usize,
    pub(super) what: String,
    pub(super) hint: Option<String>,
}

/// Reads one value. `Some(...)` may be left out around optional fields.
pub(super) fn read_ron<T: DeserializeOwned>(text: &str) -> Result<T, Misread> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(64);
    let misread = |error: &ron::error::SpannedError, path: &str| {
        let (what, hint) = explain(&error.code, path);
        Misread { at: offset(text, &error.span.start), what, hint }
    };
    let mut reader = ron::Deserializer::from_str_with_options(text, &options).map_err(|e| misread(&e, ""))?;
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        misread(&reader.span_error(error.into_inner()), &path)
    })?;
    reader.end().map_err(|e| misread(&reader.span_error(e), ""))?;
    Ok(value)
}

/// An entry with the way back to its text.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) file: Rc<FileText>,
    pub(super) range: Range<usize>,
    /// Which pack it comes from: 0 is the core.
    pub(super) pack: usize,
}

impl<T> Located<T> {
    /// The problem that a flaw of this entry is, with its place in the file.
    pub(super) fn problem(&self, flaw: Flaw) -> Problem {
        let text = &self.file.text[self.range.clone()];
        let at = self.range.start + flaw.about.as_deref().and_then(|about| find(text, about)).unwrap_or(0);
        Problem {
            severity: flaw.severity,
            file: self.file.name.clone(),
            place: Some(self.file.place(at)),
            what: flaw.what,
            hint: flaw.hint,
        }
    }

    /// Reports what is wrong with this entry. Whether it is sound all the same.
    pub(super) fn report(&self, flaws: Vec<Flaw>, problems: &mut Vec<Problem>) -> bool {
        let sound = flaws.iter().all(|flaw| flaw.severity != Severity::Error);
        problems.extend(flaws.into_iter().take(MAX_FLAWS).map(|flaw| self.problem(flaw)));
        sound
    }
}

/// Where an entry first says a word, or a text in quotes.
fn find(text: &str, about: &str) -> Option<usize> {
    let says = |range: &Range<usize>| text[range.clone()].trim_matches('"') == about;
    tokens(text, 0).map_while(Result::ok).find(|token| says(&token.range)).map(|token| token.range.start)
}

/// All entries of a file that stand on their own feet; the others become problems.
pub(super) fn read_entries<T: Entry>(file: &Rc<FileText>, pack: usize, problems: &mut Vec<Problem>) -> Vec<Located<T>> {
    let split = scan::split(&file.text);
    problems.extend(
        split
            .faults
            .into_iter()
            .map(|fault| Problem::error(&file.name, fault.what).hint(fault.hint).at(file.place(fault.at))),
    );
    let mut entries = Vec::new();
    let before = problems.len();
    for range in split.entries {
        if problems.len() - before > MAX_PROBLEMS {
            problems.push(too_many(&file.name));
            break;
        }
        if let Some(problem) = bad_text(file, &range) {
            problems.push(problem);
            continue;
        }
        match read_ron::<T>(&file.text[range.clone()]) {
            Ok(value) => {
                let entry = Located { value, file: Rc::clone(file), range, pack };
                let mut flaws = Vec::new();
                entry.value.flaws(&mut flaws);
                if entry.report(flaws, problems) {
                    entries.push(entry);
                }
            }
            Err(misread) => problems.push(misread_problem(file, range.start, misread)),
        }
    }
    entries
}

/// Told once where a list holds so many problems that the rest of it is not looked at, and left out.
pub(super) fn too_many(file: &str) -> Problem {
    Problem::error(file, "too much is wrong to read on").hint("mend the first ones and look again")
}

/// The first text of an entry that could not be shown.
fn bad_text(file: &FileText, range: &Range<usize>) -> Option<Problem> {
    let entry = &file.text[range.clone()];
    tokens(entry, 0).map_while(Result::ok).filter(|token| token.kind == TokenKind::Text).find_map(|token| {
        let read: String = ron::from_str(&entry[token.range.clone()]).ok()?;
        let (what, hint) = text::flaw(&read)?;
        let place = file.place(range.start + token.range.start);
        Some(Problem::error(&file.name, what).hint(hint).at(place))
    })
}

/// The problem that a misreading of the text from `start` on is.
pub(super) fn misread_problem(file: &FileText, start: usize, misread: Misread) -> Problem {
    let problem = Problem::error(&file.name, misread.what).at(file.place(start + misread.at));
    Problem { hint: misread.hint, ..problem }
}

/// The offset that RON means by a line and a column, past the spaces that it stopped before.
fn offset(text: &str, position: &ron::error::Position) -> usize {
    let lines = text.split_inclusive('\n').take(position.line.saturating_sub(1));
    let line = lines.map(str::len).sum::<usize>();
    let column = text[line..].char_indices().nth(position.col.saturating_sub(1)).map_or(text.len() - line, |(i, _)| i);
    let rest = &text[line + column..];
    let spaces = rest.len() - rest.trim_start().len();
    if spaces == rest.len() { line + column } else { line + column + spaces }
}
