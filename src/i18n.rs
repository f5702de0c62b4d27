//! The words of the interface, from the Fluent files in `assets/i18n`. What packs say is not here.

pub mod pseudo;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::carried::{WORDS, find};

/// What may stand in a message's place: a number, which plurals look at, or a word.
pub use fluent_bundle::FluentValue as Arg;

/// The language that is always there.
const ENGLISH: &str = "en";

/// The words of the interface in one language, with English behind them.
pub struct Tr {
    /// The language asked for first, English last.
    bundles: Vec<FluentBundle<FluentResource>>,
    pseudo: bool,
    missing: Mutex<BTreeSet<String>>,
}

/// One message of the interface.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
    /// The heading it stands under in its file.
    pub section: String,
    /// Its key.
    pub key: String,
    /// How it reads; places that stand empty show their names.
    pub text: String,
}

/// A language of the interface.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Language {
    /// The name of its file.
    pub id: String,
    /// What it calls itself.
    pub name: String,
}

impl Tr {
    /// English.
    pub fn english() -> Self {
        Self::over([bundle(ENGLISH)].into_iter().flatten().collect())
    }

    /// A language by the name of its file, as `en`; none if there is no such file.
    pub fn language(name: &str) -> Option<Self> {
        let asked = bundle(name)?;
        let english = (name != ENGLISH).then(|| bundle(ENGLISH)).flatten();
        Some(Self::over(std::iter::once(asked).chain(english).collect()))
    }

    /// English with accents and brackets, longer than it is: what a test sees plain did not come from here.
    pub fn pseudo() -> Self {
        let mut tr = Self::english();
        for bundle in &mut tr.bundles {
            // Only the words of the message change, never what is put in their places: that is pseudo already,
            // or else it shows as what it is.
            bundle.set_transform(Some(pseudo::accents));
        }
        Self { pseudo: true, ..tr }
    }

    /// The languages there are, by the names of their files.
    pub fn languages() -> Vec<String> {
        WORDS.iter().filter_map(|file| file.path.strip_suffix(".ftl")).map(str::to_owned).collect()
    }

    /// The languages there are, each with what it calls itself.
    pub fn own_names() -> Vec<Language> {
        let named = |id: String| {
            let name = Self::language(&id)?.text("language-name");
            Some(Language { id, name })
        };
        Self::languages().into_iter().filter_map(named).collect()
    }

    /// A message without places. A key that is missing shows itself, and is noted.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// A message with something in its places.
    pub fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.format(key, args) {
            Some((text, true)) => text,
            Some((text, false)) => {
                self.note(key);
                text
            }
            None => {
                self.note(key);
                key.to_owned()
            }
        }
    }

    /// A message, and whether all its places were filled.
    fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<(String, bool)> {
        let places: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&places), &mut errors);
            let text = if self.pseudo { pseudo::wrap(&text) } else { text.into_owned() };
            Some((text, errors.is_empty()))
        })
    }

    /// All messages in the order of the English file, as they read with their places empty.
    pub fn messages(&self) -> Vec<Message> {
        let mut section = String::new();
        let mut messages = Vec::new();
        for line in words(ENGLISH).unwrap_or_default().lines() {
            if let Some(heading) = line.strip_prefix("## ") {
                heading.trim().clone_into(&mut section);
            } else if let Some(key) = key_of(line) {
                let text = self.format(key, &[]).map_or_else(|| key.to_owned(), |(text, _)| text);
                messages.push(Message { section: section.clone(), key: key.to_owned(), text });
            }
        }
        messages
    }

    /// Keys that were asked for and are missing, or whose places were not filled: a test wants none.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn note(&self, key: &str) {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }

    fn over(bundles: Vec<FluentBundle<FluentResource>>) -> Self {
        Self { bundles, pseudo: false, missing: Mutex::default() }
    }
}

/// The key of a message that begins in this line.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    key.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| key.trim())
}

/// The file of a language.
fn words(name: &str) -> Option<String> {
    String::from_utf8(find(WORDS, &format!("{name}.ftl"))?).ok()
}

/// The messages of a language that can be read; one that cannot is missing, and shows its key.
fn bundle(name: &str) -> Option<FluentBundle<FluentResource>> {
    let text = words(name)?;
    let language: LanguageIdentifier = name.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks would show as boxes: our fonts are for left-to-right scripts, and so far so is egui.
    bundle.set_use_isolating(false);
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
    bundle.add_resource_overriding(resource);
    Some(bundle)
}

#[cfg(test)]
mod tests {
    use super::{Tr, words};
    use fluent_bundle::FluentResource;

    #[test]
    fn every_file_can_be_read_and_gives_no_key_twice() {
        for language in Tr::languages() {
            let text = words(&language).expect("Fluent files are UTF-8");
            let read = FluentResource::try_new(text);
            assert!(read.is_ok(), "{language}: {:?}", read.err().map(|(_, errors)| errors));
        }
        let mut keys: Vec<String> = Tr::english().messages().into_iter().map(|m| m.key).collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all, "a key is given twice");
    }

    #[test]
    fn numbers_choose_their_plural() {
        let tr = Tr::english();
        assert_eq!(tr.text_with("find-count", &[("count", 1.into())]), "One point");
        assert_eq!(tr.text_with("find-count", &[("count", 2.into())]), "2 points");
        assert_eq!(tr.missing(), [""; 0]);
    }

    #[test]
    fn a_missing_key_shows_itself_and_is_noted() {
        let tr = Tr::english();
        assert_eq!(tr.text("no-such-key"), "no-such-key");
        assert_eq!(tr.missing(), ["no-such-key"]);
    }

    #[test]
    fn pseudo_marks_messages_and_leaves_what_is_put_in_them() {
        let tr = Tr::pseudo();
        let text = tr.text_with("find-found", &[("query", "knee".into())]);
        assert!(text.starts_with('[') && text.ends_with(']') && text.contains("knee"), "{text}");
        assert!(text.chars().count() * 10 >= "Points for “knee”".chars().count() * 13, "{text}");
    }
}
