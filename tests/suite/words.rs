//! Words on screen and words in `assets/i18n/en.ftl` are the same words.

use std::collections::BTreeSet;
use std::path::Path;

use deqi::i18n::Tr;

/// All Rust text of the program, file by file.
fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the source is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("source is text");
            // What a file's own tests ask for need not exist.
            into.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
        }
    }
}

fn keys() -> BTreeSet<String> {
    Tr::english().messages().into_iter().map(|message| message.key).collect()
}

fn program() -> Vec<String> {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

/// What stands in quotes right after a call, such as `key` in `.text("key")`.
fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    [".text(", ".text_with("].into_iter().flat_map(|call| text.split(call).skip(1)).filter_map(|after| {
        let quoted = after.trim_start().strip_prefix('"')?;
        quoted.split('"').next()
    })
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let keys = keys();
    let program = program();
    let missing: BTreeSet<&str> =
        program.iter().flat_map(|text| asked_for(text)).filter(|key| !keys.contains(*key)).collect();
    assert!(missing.is_empty(), "not in en.ftl: {missing:?}");
}

#[test]
fn no_key_is_there_for_nothing() {
    let program = program();
    // Keys may also stand in tables and matches, so any quoted mention counts.
    let idle: Vec<String> =
        keys().into_iter().filter(|key| !program.iter().any(|text| text.contains(&format!("\"{key}\"")))).collect();
    assert!(idle.is_empty(), "in en.ftl but nowhere used: {idle:?}");
}
