//! The smallest pieces of RON: brackets, commas, texts, words.

use std::ops::Range;

/// What a piece is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TokenKind {
    /// An opening bracket.
    Open(char),
    /// A closing bracket.
    Close(char),
    /// A comma.
    Comma,
    /// A text in quotes, with its quotes.
    Text,
    /// A name or a number.
    Word,
    /// Anything else.
    Other(char),
}

/// A piece and where it is, in bytes from the start of the text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub range: Range<usize>,
}

/// A piece that never ends, by where it begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Broken {
    /// A text.
    Text(usize),
    /// A comment.
    Comment(usize),
}

impl Broken {
    /// Where it begins.
    pub fn at(self) -> usize {
        match self {
            Self::Text(at) | Self::Comment(at) => at,
        }
    }
}

/// The pieces of a text from an offset on, without spaces and comments. Stops after the first broken one.
pub fn tokens(text: &str, from: usize) -> impl Iterator<Item = Result<Token, Broken>> {
    let mut at = Some(from);
    std::iter::from_fn(move || {
        let result = next(text, at?).transpose();
        at = match &result {
            Some(Ok(token)) => Some(token.range.end),
            _ => None,
        };
        result
    })
}

/// The bracket that closes another.
pub(super) fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn next(text: &str, from: usize) -> Result<Option<Token>, Broken> {
    let start = skip_trivia(text, from)?;
    let Some(first) = text[start..].chars().next() else { return Ok(None) };
    let one = |kind| Ok(Some(Token { kind, range: start..start + first.len_utf8() }));
    let until = |kind, end| Ok(Some(Token { kind, range: start..end }));
    match first {
        '(' | '[' | '{' => one(TokenKind::Open(first)),
        ')' | ']' | '}' => one(TokenKind::Close(first)),
        ',' => one(TokenKind::Comma),
        '"' => until(TokenKind::Text, quoted_end(text, start + 1).ok_or(Broken::Text(start))?),
        '\'' => match character_end(text, start) {
            Some(end) => until(TokenKind::Text, end),
            None => one(TokenKind::Other(first)),
        },
        'r' | 'b' => match prefixed_text(text, start)? {
            Some(end) => until(TokenKind::Text, end),
            None => until(TokenKind::Word, word_end(text, start)),
        },
        c if in_word(c) => until(TokenKind::Word, word_end(text, start)),
        c => one(TokenKind::Other(c)),
    }
}

fn skip_trivia(text: &str, from: usize) -> Result<usize, Broken> {
    let mut at = from;
    loop {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start().len();
        let rest = &rest[blank..];
        at += blank;
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at = comment_end(text, at).ok_or(Broken::Comment(at))?;
        } else {
            return Ok(at);
        }
    }
}

/// Comments in stars nest.
fn comment_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0_usize);
    loop {
        match bytes.get(at..at + 2)? {
            b"/*" => (at, depth) = (at + 2, depth + 1),
            b"*/" if depth == 1 => return Some(at + 2),
            b"*/" => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
    }
}

fn quoted_end(text: &str, inside: usize) -> Option<usize> {
    let mut escaped = false;
    for (i, byte) in text.as_bytes().iter().enumerate().skip(inside) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(i + 1),
            _ => {}
        }
    }
    None
}

/// `'x'`, `'\''`, `'\u{2019}'`. A lone apostrophe is none of these.
fn character_end(text: &str, start: usize) -> Option<usize> {
    let mut chars = text[start + 1..].char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next()?;
    }
    chars
        .take(10)
        .find(|(_, c)| *c == '\'')
        .filter(|(i, _)| first == '\\' || *i == first.len_utf8())
        .map(|(i, _)| start + i + 2)
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br#"…"#`, `b'x'`: where it ends, if it is one.
fn prefixed_text(text: &str, start: usize) -> Result<Option<usize>, Broken> {
    let rest = &text[start..];
    if rest.starts_with("b\"") {
        return quoted_end(text, start + 2).map(Some).ok_or(Broken::Text(start));
    }
    if rest.starts_with("b'") {
        return Ok(character_end(text, start + 1));
    }
    let Some(body) = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r')) else { return Ok(None) };
    let hashes = body.bytes().take_while(|&b| b == b'#').count();
    let Some(inside) = body[hashes..].strip_prefix('"') else { return Ok(None) };
    let end = format!("\"{}", "#".repeat(hashes));
    let found = inside.find(&end).ok_or(Broken::Text(start))?;
    Ok(Some(text.len() - inside.len() + found + end.len()))
}

fn word_end(text: &str, start: usize) -> usize {
    text[start..].find(|c| !in_word(c)).map_or(text.len(), |i| start + i)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}
