//! Words that no pack may say where it states something: whoever says them has promised too much.

use crate::content::entry::Flaw;
use crate::gate::banned;

/// Banned words in these texts, each with what to say instead.
pub(super) fn no_banned_words<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>, found: &mut Vec<Flaw>) {
    for (field, text) in texts {
        if let Some((word, instead)) = banned::promised(text) {
            found.push(Flaw::error(field, format!("`{field}` says “{word}”, which nothing here may say"), instead));
        }
    }
}
