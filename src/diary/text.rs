//! An entry as the text of a row.

use ron::Options;

use super::entry::Entry;

/// Honest rows are flat.
const DEPTH: usize = 16;

/// The text of an entry.
pub fn write_entry(entry: &Entry) -> String {
    // Plain data of our own can always be written.
    ron::to_string(entry).unwrap_or_default()
}

/// The entry of a text; none where it is no sound entry.
pub fn read_entry(text: &str) -> Option<Entry> {
    let entry: Entry = Options::default().with_recursion_limit(DEPTH).from_str(text).ok()?;
    entry.checked().ok()
}
