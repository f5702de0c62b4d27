//! What an entry must be on its own, before anything is asked of the others.

use serde::Deserialize;

use super::entry::{Entry, Flaw};
use super::suggest::did_you_mean;
use crate::body::units::Units;
use crate::model::{Caution, Channel, Grade, Idea, Page, Phase, Point, Rule, Side, Source, Statement, Step, Watch};

/// The name of a part of the body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) id: String,
    pub(super) name: String,
}

impl Entry for Point {
    const FILE: &'static str = "points.ron";
    const NOUN: &'static str = "point";

    fn id(&self) -> &str {
        self.code.as_str()
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(self.code.as_str(), "code", found);
        let hanzi = [("simplified", &self.hanzi.simplified), ("traditional", &self.hanzi.traditional)];
        let names = [("pinyin", &self.pinyin), ("english", &self.english), ("region", &self.region)];
        filled(names.into_iter().chain(hanzi), found);
        let words = self.find.iter().map(|word| ("find", word));
        filled(self.anatomical_region.iter().map(|region| ("anatomical_region", region)), found);
        filled(words.chain(self.also_called.iter().map(|name| ("also_called", name))), found);
        if let Some(place) = &self.place {
            filled([("plain", &place.plain), ("measure", &place.measure)], found);
            filled(place.tag.iter().map(|tag| ("tag", tag)), found);
            sourced("place", place.sources.len(), found);
        }
        for (field, statement) in self.statements() {
            says(field, statement, found);
            graded(field, statement.sure, found);
        }
        if let Some(trials) = &self.trials {
            filled(trials.plain.iter().map(|text| ("plain", text)), found);
            sourced("trials", trials.sources.len(), found);
            if trials.named > trials.of {
                let what = format!("named in {} of {} trials: that is more than all", trials.named, trials.of);
                found.push(Flaw::error("named", what, "check both numbers in the source"));
            }
        }
    }
}

impl Entry for Caution {
    const FILE: &'static str = "cautions.ron";
    const NOUN: &'static str = "caution";

    fn id(&self) -> &str {
        &self.id.0
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id.0, "id", found);
        filled([("name", &self.name)], found);
        says("says", &self.says, found);
    }
}

impl Entry for Source {
    const FILE: &'static str = "sources.ron";
    const NOUN: &'static str = "source";

    fn id(&self) -> &str {
        &self.id.0
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id.0, "id", found);
        filled([("short", &self.short), ("citation", &self.citation)], found);
        filled(self.doi.iter().map(|doi| ("doi", doi)), found);
        filled(self.note.iter().map(|note| ("note", note)), found);
        if let Some(url) = self.url.as_deref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            let hint = "write the whole address, with https:// before it";
            found.push(Flaw::error("url", format!("`{url}` is not a web address"), hint));
        }
        date(&self.checked_on, "checked_on", found);
    }
}

impl Entry for Channel {
    const FILE: &'static str = "channels.ron";
    const NOUN: &'static str = "channel";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        let hanzi = [("simplified", &self.hanzi.simplified), ("traditional", &self.hanzi.traditional)];
        filled([("name", &self.name), ("pinyin", &self.pinyin)].into_iter().chain(hanzi), found);
        sourced("sources", self.sources.len(), found);
        if let Some(course) = &self.course {
            filled([("from", &course.from), ("to", &course.to)], found);
        }
        if let Some(watch) = &self.watch {
            filled([("branch", &watch.branch), ("pinyin", &watch.pinyin)], found);
            if watch.starts >= Watch::DAY {
                let what = format!("{} is not an hour of the day", watch.starts);
                found.push(Flaw::error("starts", what, "write the hour at which its two hours begin, 0 to 23"));
            }
        }
        if self.fire.is_some() && self.phase != Some(Phase::Fire) {
            found.push(Flaw::error("fire", "only a channel of the phase Fire has a `fire`", "leave one of them out"));
        }
    }
}

impl Entry for Page {
    const FILE: &'static str = "pages.ron";
    const NOUN: &'static str = "page";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("title", &self.title)], found);
        filled(self.lead.iter().map(|lead| ("lead", lead)), found);
        for section in &self.sections {
            filled([("title", &section.title)], found);
            let texts = section.intro.iter().chain(&section.outro).map(|text| ("intro", text));
            filled(texts.chain(section.items.iter().map(|item| ("items", item))), found);
        }
    }
}

impl Entry for Idea {
    const FILE: &'static str = "tradition.ron";
    const NOUN: &'static str = "idea";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        let hanzi = self.hanzi.iter().flat_map(|h| [("simplified", &h.simplified), ("traditional", &h.traditional)]);
        let names = std::iter::once(("title", &self.title)).chain(self.pinyin.iter().map(|pinyin| ("pinyin", pinyin)));
        filled(names.chain(hanzi), found);
        says("says", &self.says, found);
        if let (Some(hanzi), Some(pinyin)) = (&self.hanzi, &self.pinyin)
            && hanzi.simplified.chars().count() != pinyin.split_whitespace().count()
        {
            let what = format!("`{pinyin}` is not one syllable for each sign of `{}`", hanzi.simplified);
            found.push(Flaw::error("pinyin", what, "put a space between syllables, and give one for each sign"));
        }
    }
}

impl Entry for Part {
    const FILE: &'static str = "parts.ron";
    const NOUN: &'static str = "part";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("name", &self.name)], found);
    }
}

impl Entry for Rule {
    const FILE: &'static str = "rules.ron";
    const NOUN: &'static str = "rule";

    fn id(&self) -> &str {
        &self.code
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.code, "code", found);
        filled([("says", &self.says)], found);
        if self.sites.is_empty() || self.sites.len() > 24 || self.sites.iter().any(|walk| walk.len() > 24) {
            let hint = "write one walk for each site, at most 24, of at most 24 steps";
            found.push(Flaw::error("sites", "a rule has 1 to 24 walks", hint));
        }
        if self.only == Some(Side::Midline) {
            let hint = "write `left` or `right`, or leave it out: a walk along the midline stays on it";
            found.push(Flaw::error("only", "a rule may be kept to the left or to the right", hint));
        }
        for walk in &self.sites {
            if !walk.first().is_some_and(Step::is_start) {
                let hint = "begin at a landmark or another point, such as At(\"L2_lower\")";
                found.push(Flaw::error("sites", "this walk starts nowhere", hint));
            }
            for step in walk {
                step_flaws(step, found);
            }
        }
    }
}

fn step_flaws(step: &Step, found: &mut Vec<Flaw>) {
    let Some((cun, unit)) = step.distance() else { return };
    // Asked of the range, so that NaN is refused as well.
    if !(0.0..=30.0).contains(&cun) {
        let what = format!("{cun} cun is not a distance on a body");
        found.push(Flaw::error("sites", what, "write a number from 0 to 30"));
    }
    if !Units::is_known(unit) {
        let hint = did_you_mean(unit, Units::names(), || Units::names().collect::<Vec<_>>().join(", "));
        found.push(Flaw::error(unit, format!("there is no unit `{unit}`"), hint));
    }
}

fn says(field: &str, statement: &Statement, found: &mut Vec<Flaw>) {
    let texts = std::iter::once(&statement.plain).chain(&statement.more);
    filled(texts.map(|text| (field, text)), found);
    sourced(field, statement.sources.len(), found);
}

/// Tradition is told as tradition, and what the body does is never passed off as told.
fn graded(field: &str, sure: Option<Grade>, found: &mut Vec<Flaw>) {
    match (field, sure) {
        ("tradition", Some(Grade::Tradition)) | (_, None) => {}
        ("tradition", Some(_)) => {
            let hint = "leave `sure` out here, or say in `body` what studies found";
            found.push(Flaw::error("sure", "`tradition` is graded as if it were a finding", hint));
        }
        (_, Some(Grade::Tradition)) => {
            let hint = "use Anatomy, People, Animals, Idea or Disputed, or move the words to `tradition`";
            found.push(Flaw::error("sure", format!("`{field}` is graded as tradition"), hint));
        }
        _ => {}
    }
}

pub(super) fn sourced(field: &str, sources: usize, found: &mut Vec<Flaw>) {
    if sources == 0 {
        let hint = "name at least one id from sources.ron, or leave the statement out";
        found.push(Flaw::error(field, format!("`{field}` names no source"), hint));
    }
}

pub(super) fn filled<'a>(texts: impl IntoIterator<Item = (&'a str, &'a String)>, found: &mut Vec<Flaw>) {
    for (field, _) in texts.into_iter().filter(|(_, text)| text.trim().is_empty()) {
        let hint = "write it, or leave the field out if it may be left out";
        found.push(Flaw::error(field, format!("`{field}` is empty"), hint));
    }
}

/// Ids are what files, links and people at a keyboard refer to, so they are plain letters.
pub(super) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
}

pub(super) fn id(id: &str, field: &str, found: &mut Vec<Flaw>) {
    if !is_id(id) {
        let shown: String = id.chars().take(70).collect();
        let hint = "use 1 to 64 of the letters A-Z a-z 0-9 . _ -";
        found.push(Flaw::error(field, format!("`{shown}` cannot be an id"), hint));
    }
}

fn date(text: &str, field: &str, found: &mut Vec<Flaw>) {
    if !is_date(text) {
        let hint = "write it as 2026-11-22";
        found.push(Flaw::error(field, format!("`{text}` is not a day"), hint));
    }
}

/// Whether a text is a day such as 2026-11-22.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize| {
        if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) { part.parse::<u32>().ok() } else { None }
    };
    let [year, month, day] = parts[..] else { return false };
    number(year, 4).is_some()
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}
