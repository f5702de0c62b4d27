//! What went wrong with a file that Deqi keeps: where, what, and what to do.

use std::path::Path;

use crate::i18n::Tr;
use crate::store::database::Fault;

/// A fault as a person reads it.
pub fn fault(tr: &Tr, fault: &Fault) -> String {
    let at = |key: &str, file: &Path| tr.text_with(key, &[("file", name(file).into())]);
    match fault {
        Fault::Homeless => tr.text("keep-homeless"),
        Fault::Damaged { file, kept: Some(kept), restored } => {
            let key = if *restored { "keep-damaged-restored" } else { "keep-damaged" };
            tr.text_with(key, &[("file", name(file).into()), ("kept", name(kept).into())])
        }
        Fault::Damaged { file, kept: None, restored: true } => at("keep-gone-restored", file),
        Fault::Damaged { file, kept: None, restored: false } => at("keep-damaged-now", file),
        Fault::Newer { file } => at("keep-newer", file),
        Fault::Foreign { file } => at("keep-foreign", file),
        Fault::Busy { file } => at("keep-busy", file),
        Fault::Full { file } => at("keep-full", file),
        Fault::ReadOnly { file } => at("keep-read-only", file),
        Fault::Unreadable { file, count } => {
            tr.text_with("keep-unreadable", &[("file", name(file).into()), ("count", (*count).into())])
        }
        Fault::Failed { file, said } => {
            tr.text_with("keep-failed", &[("file", name(file).into()), ("said", said.as_str().into())])
        }
    }
}

/// A path as it is told.
fn name(file: &Path) -> String {
    file.display().to_string()
}
