//! What no pack may take away or cut: warning signs and harms. A pack may add to them.
//!
//! In a pack in another language nobody can hold word against word; there each must say at least as many things.

use std::collections::BTreeMap;

use super::entry::{Entry, Flaw, Located};
use super::problem::Problem;
use crate::model::{Caution, Chapter, Claim, ClaimKind, Page, Panel, Tone};

/// Whose sentences are protected.
pub(super) trait Protect: Entry {
    /// Whether this entry is one that no later pack may cut.
    fn is_protected(&self) -> bool;

    /// All it says that must stay: texts, and how grave they are.
    fn says(&self) -> Vec<String>;
}

/// Takes out of later packs what would cut a protected entry of an earlier one, and says so. `languages` has one entry
/// for each pack.
pub(super) fn protect<T: Protect>(
    mut packs: Vec<Vec<Located<T>>>,
    languages: &[Option<String>],
    problems: &mut Vec<Problem>,
) -> Vec<Vec<Located<T>>> {
    let mut standing: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
    for entries in &mut packs {
        entries.retain(|entry| {
            let says = entry.value.says();
            let known = standing.get(entry.value.id());
            let flaw = known.and_then(|(pack, must)| {
                let language = |pack: usize| languages.get(pack).and_then(Option::as_deref);
                let same = language(entry.pack).is_none_or(|own| language(*pack).is_none_or(|other| other == own));
                cut(T::NOUN, entry.value.id(), must, &says, same)
            });
            if let Some(flaw) = flaw {
                problems.push(entry.problem(flaw));
                return false;
            }
            if known.is_some() || entry.value.is_protected() {
                standing.insert(entry.value.id().to_owned(), (entry.pack, says));
            }
            true
        });
    }
    packs
}

/// What an entry leaves out of what must stay, if anything.
fn cut(noun: &str, id: &str, must: &[String], says: &[String], same_language: bool) -> Option<Flaw> {
    let hint = "warning signs and harms may be added to, never cut: restate it whole, or take this entry out";
    if !same_language {
        let short = says.len() < must.len();
        let what = format!("the {noun} `{id}` says {} things, and {} are protected", says.len(), must.len());
        return short.then(|| Flaw::error(id, what, hint));
    }
    let missing = must.iter().find(|must| !says.iter().any(|says| says.contains(must.as_str())))?;
    let what = format!("the {noun} `{id}` is protected, and here it leaves out “{}”", beginning(missing));
    Some(Flaw::error(id, what, hint))
}

/// The first words of a text: enough to know it by.
fn beginning(text: &str) -> String {
    let most = 70;
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

impl Protect for Page {
    fn is_protected(&self) -> bool {
        self.sections.iter().any(|section| section.tone != Tone::Plain)
    }

    fn says(&self) -> Vec<String> {
        let grave = self.sections.iter().filter(|section| section.tone != Tone::Plain);
        let texts = grave.flat_map(|section| {
            let around = [Some(&section.title), section.intro.as_ref(), section.outro.as_ref()];
            around.into_iter().flatten().chain(&section.items).cloned().collect::<Vec<_>>()
        });
        texts.collect()
    }
}

impl Protect for Panel {
    fn is_protected(&self) -> bool {
        self.chapter == Chapter::Safety
    }

    fn says(&self) -> Vec<String> {
        let texts = self.texts().into_iter().map(|text| text.says.to_owned());
        let lists = std::iter::once(self.tone).chain(self.second.iter().map(|second| second.tone));
        let tones = lists.chain(self.lists().flatten().map(|item| item.tone));
        let tones = tones.filter(|tone| *tone != Tone::Plain).map(|tone| format!("tone: {tone:?}"));
        texts.chain(std::iter::once(format!("chapter: {:?}", self.chapter))).chain(tones).collect()
    }
}

impl Protect for Claim {
    fn is_protected(&self) -> bool {
        self.kind == ClaimKind::Harm
    }

    fn says(&self) -> Vec<String> {
        let texts = self.text.each().map(|(_, says)| says.to_owned());
        let number = |number: &crate::model::Number| format!("{} {}, {}", number.shown, number.unit, number.arm);
        texts.chain(std::iter::once(format!("kind: {:?}", self.kind))).chain(self.numbers.iter().map(number)).collect()
    }
}

impl Protect for Caution {
    fn is_protected(&self) -> bool {
        true
    }

    fn says(&self) -> Vec<String> {
        [Some(&self.says.plain), self.says.more.as_ref()].into_iter().flatten().cloned().collect()
    }
}
