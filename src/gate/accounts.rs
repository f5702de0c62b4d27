//! The two accounts outside the cards: what tradition says of Qi, how needling may work, and the stories told of both.

use super::cards::{graded, promise};
use super::finding::{Finding, Findings};
use super::measure::Counts;
use crate::model::Catalog;

/// Looks at all of them.
pub(super) fn accounts(catalog: &Catalog, all: &mut Vec<Finding>) {
    for idea in catalog.ideas() {
        let texts = [idea.title.as_str(), &idea.says.plain].into_iter().chain(idea.says.more.as_deref());
        easy("tradition.ron", &idea.id, "idea", texts, [idea.says.plain.as_str()], all);
    }
    for one in catalog.mechanisms() {
        // What stands deeper may name a toxin that made mice ill.
        let plain = one.found.iter().map(|found| &found.plain).chain([&one.says.plain]).chain(&one.short);
        let plain = || plain.clone().map(String::as_str);
        easy("mechanisms.ron", &one.id, "mechanism", plain().chain([one.name.as_str()]), plain(), all);
    }
    for story in catalog.stories() {
        let captions = || story.steps.iter().map(|step| step.caption.as_str());
        let texts = [story.title.as_str(), &story.about].into_iter().chain(captions());
        easy("stories.ron", &story.id, "story", texts, captions(), all);
    }
}

/// No text may promise too much, and the plain ones together may not be hard to read.
fn easy<'a>(
    file: &'static str,
    entry: &str,
    what: &str,
    texts: impl Iterator<Item = &'a str>,
    plain: impl IntoIterator<Item = &'a str>,
    all: &mut Vec<Finding>,
) {
    let mut found = Findings::new(all, file, entry);
    texts.for_each(|text| promise("says", text, &mut found));
    graded(what, Counts::of(plain), &mut found);
}
