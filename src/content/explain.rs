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
            (format!("{expected} should stand here, but there are {found} parts{within}"), None)
        }
        Error::ExpectedString => {
            (format!("a text should stand here{within}"), Some("put it in quotes: \"…\"".to_owned()))
        }
        Error::ExpectedComma => {
            (format!("a comma is missing before this{within}"), Some("put a comma between fields".to_owned()))
        }
        Error::ExceededRecursionLimit => (format!("brackets are nested too deeply{within}"), None),
        other => (format!("{}{within}", lower_first(&other.to_string())), None),
    }
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
