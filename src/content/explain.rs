//! What RON's reader says, in words for an author who never programmed.

use ron::error::Error;

use super::suggest::did_you_mean;

/// What is wrong, and what to do about it.
pub(super) fn explain(error: &Error, path: &str) -> (String, Option<String>) {
    let within = within_of(path);
    let one_of = |words: &[&str]| format!("known here: {}", words.join(", "));
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            // The path ends with the field that does not exist, which the sentence names already.
            let within = within_of(path.strip_suffix(found.as_str()).unwrap_or(path));
            let hint = did_you_mean(found, expected.iter().copied(), || one_of(expected));
            (format!("there is no field `{found}`{within}"), Some(hint))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            let hint = did_you_mean(found, expected.iter().copied(), || one_of(expected));
            (format!("`{found}` is not known{within}"), Some(hint))
        }
        Error::MissingStructField { field, .. } => {
            (format!("the field `{field}` is missing{within}"), Some(format!("add `{field}: …`")))
        }
        Error::DuplicateStructField { field, .. } => {
            (format!("the field `{field}` is given twice{within}"), Some("keep one".to_owned()))
        }
        Error::ExpectedDifferentLength { expected, found } => {
            let hint = "write as many parts as are asked for, with commas between them";
            (format!("{expected} should stand here, but there are {found} parts{within}"), Some(hint.to_owned()))
        }
        other if let Some((what, hint)) = plain(other) => (format!("{what}{within}"), Some(hint.to_owned())),
        other => {
            let hint = "compare this place with the example in docs/pack-format.md";
            (format!("{}{within}", lower_first(&other.to_string())), Some(hint.to_owned()))
        }
    }
}

/// What should stand there, and how that is written, for what needs no names.
fn plain(error: &Error) -> Option<(&'static str, &'static str)> {
    Some(match error {
        Error::ExpectedString => ("a text should stand here", "put it in quotes: \"…\""),
        Error::ExpectedInteger => ("a whole number should stand here", "write it without quotes and point: 23"),
        Error::ExpectedFloat => ("a number should stand here", "write it without quotes: 1.5"),
        Error::IntegerOutOfBounds => ("this number is too large or too small here", "write a smaller one"),
        Error::ExpectedBoolean => ("yes or no should stand here", "write true or false, without quotes"),
        Error::ExpectedArray => ("a list should stand here", "put it in square brackets: [ … ]"),
        Error::ExpectedArrayEnd => ("a list is not closed before this", "close it with ], or put a comma before this"),
        Error::ExpectedMap => ("pairs of names and values should stand here", "put them in braces: { … }"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            ("fields should stand here", "put them in round brackets: (name: …, name: …)")
        }
        Error::ExpectedStructLikeEnd => {
            ("fields are not closed before this", "close them with ), or put a comma before this")
        }
        Error::ExpectedOption => ("a value or None should stand here", "write the value, or leave the field out"),
        Error::ExpectedComma => ("a comma is missing before this", "put a comma between fields"),
        Error::ExpectedStringEnd => ("a text has no end", "close it with a quote: \"…\""),
        Error::ExceededRecursionLimit => ("brackets are nested too deeply", "write it with fewer brackets in brackets"),
        _ => return None,
    })
}

/// Where in the entry; the reader writes `?` for what it has not understood yet.
fn within_of(path: &str) -> String {
    let path = path.trim_end_matches(['.', '?']);
    if path.is_empty() { String::new() } else { format!(" (in `{path}`)") }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
