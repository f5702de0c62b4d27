//! Reads a plan from a file that came from elsewhere: strict in what it takes, lenient in what it costs.
//!
//! A broken step or drawing costs itself and is named; a file that is no plan at all is refused with the place, what
//! is wrong and what to do. Nothing here panics, whatever the file holds.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::entry::{FileText, Misread, misread_problem, read_ron};
use super::problem::Problem;
use super::suggest::did_you_mean;
use super::text;
use crate::model::Catalog;
use crate::plan::{Drawing, FORMAT, LONGEST_NAME, LONGEST_NOTE, MOST_DRAWINGS, MOST_STEPS, Plan, Spot, Step};
use crate::scan::{self, TokenKind, tokens};

/// The largest file that is read.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// So many things left out are named.
const MOST_NAMED: usize = 20;
const FIELDS: [&str; 6] = ["format", "name", "note", "steps", "spotlight", "drawings"];

/// What came of reading a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanRead {
    /// The plan without what could not be read; none if the file is no plan.
    pub plan: Option<Plan>,
    /// What was left out, or why there is none.
    pub problems: Vec<Problem>,
}

/// Reads a plan. `name` is what the file is called in messages.
pub fn read(name: &str, bytes: &[u8], catalog: &Catalog) -> PlanRead {
    let refused = |problem| PlanRead { plan: None, problems: vec![problem] };
    if bytes.len() > MAX_BYTES {
        let hint = "a plan is far smaller: is this the right file?";
        return refused(Problem::error(name, "this file is larger than 2 MiB").hint(hint));
    }
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err((at, (what, hint))) => {
            let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
            let place = FileText::new(name, before).place(at);
            return refused(Problem::error(name, what).hint(hint).at(place));
        }
    };
    let file = FileText::new(name, text);
    let mut reading = Reading { file: &file, catalog, problems: Vec::new(), plan: Plan::default(), format: None };
    reading.fields();
    match reading.format {
        Some(FORMAT) => PlanRead { plan: Some(reading.plan), problems: named(name, reading.problems) },
        Some(format) => {
            let what = format!("format {format} is not known to this Deqi, which reads format {FORMAT}");
            let at = file.text.find("format").unwrap_or(0);
            refused(Problem::error(name, what).hint("update Deqi, or save the plan again").at(file.place(at)))
        }
        None => {
            // What broke the file at its root tells more than that a field is missing.
            let root = reading.problems.into_iter().next();
            let hint = format!("choose a file that Deqi saved: it begins with (format: {FORMAT}");
            refused(root.unwrap_or_else(|| Problem::error(name, "this is not a plan").hint(hint)))
        }
    }
}

/// The first of many problems, and how many more there are.
fn named(name: &str, mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_NAMED);
    problems.truncate(MOST_NAMED);
    if more > 0 {
        problems.push(Problem::error(name, format!("and {more} more were left out")));
    }
    problems
}

struct Reading<'a> {
    file: &'a FileText,
    catalog: &'a Catalog,
    problems: Vec<Problem>,
    plan: Plan,
    format: Option<u32>,
}

impl Reading<'_> {
    fn fields(&mut self) {
        let split = scan::split(&self.file.text);
        for fault in split.faults {
            let problem = Problem::error(&self.file.name, fault.what).hint(fault.hint);
            self.problems.push(problem.at(self.file.place(fault.at)));
        }
        if split.bracket != Some('(') {
            return;
        }
        let mut seen = Vec::new();
        for range in split.entries {
            let Some((field, value)) = self.field(&range) else { continue };
            if seen.contains(&field) {
                self.wrong(range.start, format!("the field `{field}` is given twice"), "the first one is kept");
                continue;
            }
            self.value(&field, value);
            seen.push(field);
        }
    }

    /// The name of a field, and where its value stands.
    fn field(&mut self, range: &Range<usize>) -> Option<(String, Range<usize>)> {
        let entry = &self.file.text[range.clone()];
        let mut words = tokens(entry, 0).map_while(Result::ok);
        let name = words.next().filter(|token| token.kind == TokenKind::Word);
        let colon = words.next().filter(|token| token.kind == TokenKind::Other(':'));
        let (Some(name), Some(colon)) = (name, colon) else {
            self.wrong(range.start, "a field should stand here".to_owned(), "write it as name: \"…\"");
            return None;
        };
        Some((entry[name.range].to_owned(), range.start + colon.range.end..range.end))
    }

    fn value(&mut self, field: &str, range: Range<usize>) {
        match field {
            "format" => self.format = self.one(range),
            "name" => self.plan.name = self.words(range, "name", LONGEST_NAME),
            "note" => self.plan.note = self.words(range, "note", LONGEST_NOTE),
            "spotlight" => {
                let at = range.start;
                let spot: Option<Spot> = self.one::<Option<Spot>>(range).flatten();
                if spot.is_some_and(|spot| !spot.is_sound()) {
                    self.wrong(at, "the spotlight lies nowhere on a body".to_owned(), "it is left out");
                } else {
                    self.plan.spotlight = spot;
                }
            }
            "steps" => {
                for range in self.list(&range, MOST_STEPS, "steps") {
                    self.step(range);
                }
            }
            "drawings" => {
                for range in self.list(&range, MOST_DRAWINGS, "drawings") {
                    self.drawing(range);
                }
            }
            other => {
                let hint = did_you_mean(other, FIELDS, || format!("known here: {}", FIELDS.join(", ")));
                self.wrong(range.start, format!("there is no field `{}`", short(other)), &hint);
            }
        }
    }

    fn step(&mut self, range: Range<usize>) {
        let at = range.start;
        let Some(step) = self.one::<Step>(range) else { return };
        if let Some((what, hint)) = text::flaw(&step.note) {
            return self.wrong(at, what, hint);
        }
        if step.note.chars().count() > LONGEST_NOTE {
            let what = format!("the note of `{}` is longer than {LONGEST_NOTE} letters", short(step.point.as_str()));
            return self.wrong(at, what, "make it shorter");
        }
        let Some(point) = self.catalog.point(&step.point) else {
            let known = || self.catalog.points().iter().map(|point| point.code.as_str());
            let hint =
                did_you_mean(step.point.as_str(), known(), || "write the code of a point, such as BL23".to_owned());
            return self.wrong(at, format!("there is no point `{}`", short(step.point.as_str())), &hint);
        };
        let offered = Step::offered(point.layout);
        if !offered.contains(&step.sides) {
            let what = format!("`{}` does not lie on the side `{:?}`", step.point, step.sides);
            return self.wrong(at, what, &format!("write one of {offered:?}"));
        }
        self.plan.steps.push(step);
    }

    fn drawing(&mut self, range: Range<usize>) {
        let at = range.start;
        let Some(drawing) = self.one::<Drawing>(range) else { return };
        if drawing.is_sound() {
            self.plan.drawings.push(drawing);
        } else {
            self.wrong(at, "this drawing lies nowhere on a body".to_owned(), "draw it anew in Deqi");
        }
    }

    /// A text that may be shown, cut nowhere: one that is too long is left out, so that nobody takes a half for a whole.
    fn words(&mut self, range: Range<usize>, field: &str, most: usize) -> String {
        let at = range.start;
        let Some(words) = self.one::<String>(range) else { return String::new() };
        let flaw = text::flaw(&words);
        let long = (words.chars().count() > most)
            .then(|| (format!("`{field}` is longer than {most} letters"), "make it shorter"));
        if let Some((what, hint)) = flaw.or(long) {
            self.wrong(at, what, hint);
            return String::new();
        }
        words
    }

    /// Where the entries of a list stand.
    fn list(&mut self, range: &Range<usize>, most: usize, field: &str) -> Vec<Range<usize>> {
        let text = &self.file.text[range.clone()];
        let split = scan::split(text);
        for fault in split.faults {
            self.wrong(range.start + fault.at, fault.what, fault.hint);
        }
        if split.bracket != Some('[') {
            self.wrong(range.start, format!("`{field}` should be a list"), "write [ … ]");
            return Vec::new();
        }
        let mut entries = split.entries;
        if entries.len() > most {
            let what = format!("there are {} {field}, and a plan has room for {most}", entries.len());
            self.wrong(range.start, what, "the first ones are kept");
            entries.truncate(most);
        }
        entries.into_iter().map(|entry| range.start + entry.start..range.start + entry.end).collect()
    }

    fn one<T: DeserializeOwned>(&mut self, range: Range<usize>) -> Option<T> {
        match read_ron(&self.file.text[range.clone()]) {
            Ok(value) => Some(value),
            Err(misread) => {
                let Misread { at, what, hint } = misread;
                self.problems.push(misread_problem(self.file, range.start, Misread { at, what: short(&what), hint }));
                None
            }
        }
    }

    fn wrong(&mut self, at: usize, what: String, hint: &str) {
        let rest = self.file.text.get(at..).unwrap_or_default();
        let spaces = rest.len() - rest.trim_start().len();
        let place = self.file.place(at + spaces);
        self.problems.push(Problem::error(&self.file.name, what).hint(hint).at(place));
    }
}

/// What a stranger wrote, short enough to be shown in a message.
fn short(text: &str) -> String {
    const MOST: usize = 160;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
