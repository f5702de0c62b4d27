//! Finds the entries of a RON file without understanding them, so that one broken entry does not take the others along.
//!
//! The scanner knows just enough of RON for that: strings, raw strings, characters, comments, brackets, commas.
//! It keeps byte offsets into the text, so that whoever reads an entry can say in which line it went wrong.

mod token;

use std::ops::Range;

pub use token::{Broken, Token, TokenKind, tokens};

/// Entries nested deeper than this are refused: no honest file comes near, and it bounds every later recursion.
const MAX_DEPTH: usize = 16;
/// After this many broken entries the rest of a file is not looked at, so that a hostile file costs little.
const MAX_BROKEN: usize = 50;

/// Something that keeps an entry from being told apart from its neighbours.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Where, in bytes from the start of the text.
    pub at: usize,
    /// What is wrong, for the author of the file.
    pub what: String,
    /// What to do about it.
    pub hint: &'static str,
}

/// A text taken apart.
#[derive(Debug, Default)]
pub struct Split {
    /// The bracket that holds the entries; none if there is no such bracket.
    pub bracket: Option<char>,
    /// Where the entries are, in the order of the text.
    pub entries: Vec<Range<usize>>,
    /// What could not be told apart.
    pub faults: Vec<Fault>,
}

/// Finds the entries in the outermost bracket of a text.
pub fn split(text: &str) -> Split {
    let mut found = Split::default();
    let mut at = 0;
    if let Err(fault) = open(text, &mut at, &mut found) {
        found.faults.push(fault);
        return found;
    }
    let Some(close) = found.bracket.map(token::closing) else { return found };
    loop {
        match next_entry(text, at, close) {
            Ok(Next::Entry(range, after)) => {
                at = after;
                found.entries.push(range);
            }
            Ok(Next::Last(range, after)) => {
                found.entries.extend(range);
                trailing(text, after, &mut found);
                return found;
            }
            Err((fault, start)) => {
                let next = resume(text, start);
                found.faults.push(next.and_then(|next| runaway(text, start, next)).unwrap_or(fault));
                if found.faults.len() >= MAX_BROKEN {
                    let hint = "mend the first ones and look again";
                    found.faults.push(Fault { at: start, what: "too much is broken to read on".to_owned(), hint });
                    return found;
                }
                let Some(next) = next else { return found };
                at = next;
            }
        }
    }
}

/// Where a text runs over the beginning of the next entry, a closing quote is missing: most likely that of the first
/// text that does not end in its line.
fn runaway(text: &str, start: usize, next: usize) -> Option<Fault> {
    let texts = tokens(text, start).map_while(Result::ok).filter(|token| token.kind == TokenKind::Text);
    let many_lined = |token: &Token| text[token.range.clone()].contains('\n');
    let (mut culprit, mut over) = (None, false);
    for token in texts.take_while(|token| token.range.start < next).filter(many_lined) {
        culprit = culprit.or(Some(token.range.start));
        over |= token.range.end > next;
    }
    culprit.filter(|_| over).map(|at| fault_of(Broken::Text(at)))
}

enum Next {
    Entry(Range<usize>, usize),
    Last(Option<Range<usize>>, usize),
}

/// Steps over `#![enable(implicit_some)]` and a struct's name, and into the outermost bracket.
fn open(text: &str, at: &mut usize, found: &mut Split) -> Result<(), Fault> {
    let hint = "a file holds one list: [ entry, entry ]";
    while let Some(token) = tokens(text, *at).next() {
        let token = token.map_err(fault_of)?;
        *at = token.range.end;
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Other('#') => skip_attribute(text, at)?,
            TokenKind::Open(bracket) => {
                found.bracket = Some(bracket);
                return Ok(());
            }
            _ => return Err(Fault { at: token.range.start, what: "a list should begin here".to_owned(), hint }),
        }
    }
    Err(Fault { at: *at, what: "there is nothing in this file".to_owned(), hint })
}

fn skip_attribute(text: &str, at: &mut usize) -> Result<(), Fault> {
    let start = *at - 1;
    let rest = &text[start..];
    let end = rest.find(']').map_or(rest.len(), |i| i + 1);
    let attribute: String = rest[..end].chars().filter(|c| !c.is_whitespace()).collect();
    if attribute != "#![enable(implicit_some)]" {
        let hint = "take this line out; `Some(...)` may be left out without it";
        return Err(Fault { at: start, what: "extensions of RON are not used here".to_owned(), hint });
    }
    *at = start + end;
    Ok(())
}

/// The entry that begins at or after `from`. An error comes with the place where the broken entry began.
fn next_entry(text: &str, from: usize, close: char) -> Result<Next, (Fault, usize)> {
    let mut stack: Vec<(char, usize)> = Vec::new();
    let mut range: Option<Range<usize>> = None;
    for token in tokens(text, from) {
        let start = range.as_ref().map(|r| r.start);
        let token = token.map_err(|broken| (fault_of(broken), start.unwrap_or(broken.at())))?;
        let start = start.unwrap_or(token.range.start);
        let fail = |at: usize, what: String, hint| (Fault { at, what, hint }, start);
        match token.kind {
            TokenKind::Comma if stack.is_empty() => {
                let range = range
                    .ok_or_else(|| fail(token.range.start, "there is a comma too many".to_owned(), "take it out"))?;
                return Ok(Next::Entry(range, token.range.end));
            }
            TokenKind::Open(bracket) => {
                stack.push((bracket, token.range.start));
                if stack.len() >= MAX_DEPTH {
                    let what = format!("brackets are nested more than {MAX_DEPTH} deep");
                    return Err(fail(token.range.start, what, "no entry needs that: take some out"));
                }
            }
            TokenKind::Close(bracket) => match stack.pop() {
                None if bracket == close => return Ok(Next::Last(range, token.range.end)),
                None => {
                    let what = format!("this `{bracket}` closes nothing");
                    return Err(fail(token.range.start, what, "take it out, or add the bracket that opens it"));
                }
                Some((opened, at)) if token::closing(opened) != bracket => {
                    let what = format!("this `{opened}` is never closed");
                    return Err(fail(at, what, "add the closing bracket at the end of what it holds"));
                }
                Some(_) => {}
            },
            _ => {}
        }
        range = Some(start..token.range.end);
    }
    let (at, opened) = stack.first().map_or((text.len(), None), |&(bracket, at)| (at, Some(bracket)));
    let what = opened.map_or_else(
        || format!("the file ends before its closing `{close}`"),
        |opened| format!("this `{opened}` is never closed"),
    );
    let fault = Fault { at, what, hint: "add the closing bracket at the end of what it holds" };
    Err((fault, range.map_or(text.len(), |r| r.start)))
}

/// Where to read on after a broken entry: the next line that begins as that entry did, as neat files do.
fn resume(text: &str, start: usize) -> Option<usize> {
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let indent = start - line_start;
    let first = text[start..].chars().next()?;
    let mut at = start + text[start..].find('\n')? + 1;
    for line in text[at..].split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t']);
        if line.len() - content.len() == indent && content.starts_with(first) {
            return Some(at + indent);
        }
        at += line.len();
    }
    None
}

fn trailing(text: &str, after: usize, found: &mut Split) {
    if let Some(token) = tokens(text, after).next() {
        let at = token.map_or_else(Broken::at, |t| t.range.start);
        let what = "nothing may follow the end of the list".to_owned();
        found.faults.push(Fault { at, what, hint: "move it inside, or take it out" });
    }
}

fn fault_of(broken: Broken) -> Fault {
    let (at, what, hint) = match broken {
        Broken::Text(at) => (at, "this text is never closed", "add the closing \""),
        Broken::Comment(at) => (at, "this comment is never closed", "add the closing */"),
    };
    Fault { at, what: what.to_owned(), hint }
}

/// Where lines begin, to turn offsets into lines and columns.
#[derive(Clone, Debug, Default)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Notes where the lines of a text begin.
    pub fn new(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect())
    }

    /// The line and column of an offset, both from 1, the column in characters.
    pub fn place(&self, text: &str, at: usize) -> (u32, u32) {
        let line = self.0.partition_point(|&start| start <= at).max(1);
        let start = self.0.get(line - 1).copied().unwrap_or(0);
        // In a line longer than anyone writes, bytes will do: to count characters there again and again takes long.
        let counted = |before: &str| if before.len() > 10_000 { before.len() } else { before.chars().count() };
        let column = text.get(start..at).map_or(0, counted);
        (line as u32, column as u32 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, split};

    fn entries(text: &str) -> Vec<&str> {
        split(text).entries.into_iter().map(|r| &text[r]).collect()
    }

    fn faults(text: &str) -> Vec<String> {
        let lines = Lines::new(text);
        let say = |f: super::Fault| {
            let (line, column) = lines.place(text, f.at);
            format!("{line}:{column} {}", f.what)
        };
        split(text).faults.into_iter().map(say).collect()
    }

    #[test]
    fn commas_and_brackets_in_texts_and_comments_do_not_split() {
        let text = r##"[ ("a, ) ]"), /* , ] /* ) */ */ (r#"b",)"#), // ,
            (','), ("\"]"), ]"##;
        assert_eq!(entries(text), [r#"("a, ) ]")"#, r##"(r#"b",)"#)"##, "(',')", r#"("\"]")"#]);
        assert_eq!(faults(text), [""; 0]);
    }

    #[test]
    fn a_broken_entry_leaves_its_neighbours() {
        for broken in
            ["(code: \"B\"", "(code: \"B)", "(code: [\"B\")", "(code: \"B\"))", "(code: /* \"B\")", "(code: r#\"B\")"]
        {
            let text = format!("[\n    (code: \"A\"),\n    {broken},\n    (code: \"C\"),\n    (code: \"D\"),\n]");
            assert_eq!(entries(&text), ["(code: \"A\")", "(code: \"C\")", "(code: \"D\")"], "{broken}");
            assert_eq!(faults(&text).len(), 1, "{broken}: {:?}", faults(&text));
            assert!(faults(&text)[0].starts_with("3:"), "{broken}: {:?}", faults(&text));
        }
    }

    #[test]
    fn deep_nesting_is_refused_and_costs_little() {
        let text = format!("[\n{}\n]", "[".repeat(2_000_000));
        assert_eq!(faults(&text)[0], "2:16 brackets are nested more than 16 deep");
    }

    #[test]
    fn a_file_of_broken_entries_is_given_up_early() {
        let text = format!("[\n{}", "(r##\"\n".repeat(300_000));
        assert_eq!(split(&text).faults.len(), 51);
    }

    #[test]
    fn places_count_characters() {
        let text = "ā\nshū x";
        assert_eq!(Lines::new(text).place(text, text.find('x').unwrap_or(0)), (2, 5));
    }
}
