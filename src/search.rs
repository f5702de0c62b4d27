//! Finds points by whatever a visitor types: a code in any of its spellings, a name with or without accents,
//! Chinese characters, a part of the body, a complaint; half a word, or one with a slip in it.
//!
//! Everything is folded once when the index is made, so that a keystroke only looks up.

mod aliases;
mod fold;
mod keys;
mod near;

use fold::{Query, compact};
use keys::{Key, Keys};

use crate::model::{Catalog, Point, PointCode};

/// What of a point answered the query.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Matched {
    /// Its code.
    Code,
    /// Its name in pinyin.
    Pinyin,
    /// Its name in Chinese characters.
    Hanzi,
    /// Its English name.
    English,
    /// A word it is looked for by.
    Find,
    /// The part of the body.
    Region,
    /// The name of its channel.
    Channel,
    /// Where it lies, in words.
    Place,
}

impl Matched {
    /// How much a match is worth when the query is all of what it matched.
    fn worth(self) -> u32 {
        match self {
            Self::Code => 1000,
            Self::Pinyin | Self::Hanzi => 800,
            Self::English => 640,
            Self::Find => 600,
            Self::Region => 560,
            Self::Channel => 460,
            Self::Place => 300,
        }
    }
}

/// A point that answers a query.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Hit {
    /// The point.
    pub code: PointCode,
    /// How well it answers; more is better.
    pub score: u32,
    /// What of it answered best.
    pub matched: Matched,
}

/// What only begins with the query is worth so much less.
const ONLY_BEGINS: u32 = 80;
/// What has the query somewhere inside.
const ONLY_HOLDS: u32 = 250;
/// A match that forgives a slip.
const SLIP: u32 = 150;

/// Everything that points can be found by.
#[derive(Clone, Debug, Default)]
pub struct Index {
    codes: Vec<PointCode>,
    low_back: Vec<bool>,
    pinyin: Vec<String>,
    hanzi: Vec<[String; 2]>,
    /// Codes, names and phrases without spaces.
    phrases: Keys,
    /// Single words.
    words: Keys,
}

impl Index {
    /// Folds what the points of a catalog can be found by.
    pub fn new(catalog: &Catalog) -> Self {
        let mut phrases = Vec::new();
        let mut words = Vec::new();
        for (i, point) in (0_u32..).zip(catalog.points()) {
            phrases.push(Key::new(compact(point.code.as_str()), i, Matched::Code));
            phrases.push(Key::new(compact(&point.pinyin), i, Matched::Pinyin));
            words.push(Key::new(compact(&point.pinyin), i, Matched::Pinyin));
            for (text, matched) in texts(point, catalog) {
                if matched != Matched::Place {
                    phrases.push(Key::new(compact(text), i, matched));
                }
                words.extend(fold::words(text).map(|word| Key::new(word, i, matched)));
            }
        }
        let points = catalog.points();
        Self {
            codes: points.iter().map(|point| point.code.clone()).collect(),
            low_back: points.iter().map(|point| point.low_back).collect(),
            pinyin: points.iter().map(|point| compact(&point.pinyin)).collect(),
            hanzi: points.iter().map(|p| [compact(&p.hanzi.simplified), compact(&p.hanzi.traditional)]).collect(),
            phrases: Keys::new(phrases),
            words: Keys::new(words),
        }
    }

    /// The points that answer a query, best first. An empty query has no answer.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::new(query);
        if query.compact.is_empty() {
            return Vec::new();
        }
        let mut best: Vec<Option<(u32, Matched)>> = vec![None; self.codes.len()];
        self.by_code(&query, &mut best);
        self.by_name(&query, &mut best);
        self.by_phrase(&query, &mut best);
        self.by_words(&query, &mut best);
        let mut found: Vec<(u32, usize, Matched)> =
            best.iter().enumerate().filter_map(|(i, best)| best.map(|(score, matched)| (score, i, matched))).collect();
        // Equals stay in the order of their channels, but of those that are found by a word those of most use in low
        // back pain come first.
        let later = |i: usize, matched| matched != Matched::Code && !self.low_back[i];
        found.sort_unstable_by_key(|&(score, i, matched)| (u32::MAX - score, later(i, matched), i));
        let hit = |(score, i, matched): (u32, usize, Matched)| Hit { code: self.codes[i].clone(), score, matched };
        found.into_iter().take(limit).map(hit).collect()
    }

    /// `bl23`, `UB 23`, `bladder 23`; and all points of `UB` while the number is still to come.
    fn by_code(&self, query: &Query, best: &mut [Option<(u32, Matched)>]) {
        let Some(code) = aliases::code(&query.compact) else { return };
        for key in self.phrases.beginning(&code).filter(|key| key.matched == Matched::Code) {
            better(best, key.point, worth(key, &code), Matched::Code);
        }
    }

    /// A part of a name: `jiaji` for Huatuojiaji, one Chinese character of two.
    fn by_name(&self, query: &Query, best: &mut [Option<(u32, Matched)>]) {
        if query.is_hanzi {
            for (i, names) in (0_u32..).zip(&self.hanzi) {
                if let Some(name) = names.iter().find(|name| name.contains(&query.compact)) {
                    let less = if name.len() == query.compact.len() { 0 } else { ONLY_BEGINS };
                    better(best, i, Matched::Hanzi.worth() - less, Matched::Hanzi);
                }
            }
        } else if query.compact.len() >= 3 {
            for (i, name) in (0_u32..).zip(&self.pinyin) {
                if name.contains(&query.compact) {
                    better(best, i, Matched::Pinyin.worth() - ONLY_HOLDS, Matched::Pinyin);
                }
            }
        }
    }

    /// The query as a whole: `behind the knee`.
    fn by_phrase(&self, query: &Query, best: &mut [Option<(u32, Matched)>]) {
        for key in self.phrases.beginning(&query.compact) {
            better(best, key.point, worth(key, &query.compact), key.matched);
        }
    }

    /// The words of the query in any order. A point answers with as many of them as any point has, at least half.
    fn by_words(&self, query: &Query, best: &mut [Option<(u32, Matched)>]) {
        let mut counts = vec![0_usize; self.codes.len()];
        let mut sums = vec![0_u32; self.codes.len()];
        let mut weakest = vec![Matched::Code; self.codes.len()];
        for word in &query.words {
            let mut of_word: Vec<Option<(u32, Matched)>> = vec![None; self.codes.len()];
            let mut met = false;
            for key in self.words.beginning(word) {
                better(&mut of_word, key.point, worth(key, word), key.matched);
                met = true;
            }
            if !met {
                for key in self.words.near(word) {
                    better(&mut of_word, key.point, key.matched.worth() - SLIP, key.matched);
                }
            }
            for (i, score, matched) in of_word.iter().enumerate().filter_map(|(i, m)| m.map(|(s, m)| (i, s, m))) {
                counts[i] += 1;
                sums[i] += score;
                weakest[i] = weakest[i].max(matched);
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        if most * 2 < query.words.len().max(1) {
            return;
        }
        for i in (0..counts.len()).filter(|&i| counts[i] == most) {
            // A little less than the same words as one phrase.
            let score = (sums[i] / query.words.len() as u32).saturating_sub(20);
            better(best, i as u32, score, weakest[i]);
        }
    }
}

/// The texts of a point that are looked into, besides its code, pinyin and characters.
fn texts<'a>(point: &'a Point, catalog: &'a Catalog) -> impl Iterator<Item = (&'a str, Matched)> {
    let channel = catalog.channel(&point.channel).map(|channel| (channel.name.as_str(), Matched::Channel));
    let place = point.place.iter().flat_map(|place| [place.plain.as_str(), place.measure.as_str()]);
    let elsewhere = point.also_placed.iter().map(|other| other.plain.as_str());
    [(point.english.as_str(), Matched::English), (point.region.as_str(), Matched::Region)]
        .into_iter()
        .chain(point.anatomical_region.iter().map(|region| (region.as_str(), Matched::Region)))
        .chain(point.also_called.iter().map(|name| (name.as_str(), Matched::Pinyin)))
        .chain(point.find.iter().map(|word| (word.as_str(), Matched::Find)))
        .chain(channel)
        .chain(place.chain(elsewhere).map(|text| (text, Matched::Place)))
}

fn worth(key: &Key, query: &str) -> u32 {
    let less = if key.text.len() == query.len() { 0 } else { ONLY_BEGINS };
    key.matched.worth() - less
}

fn better(best: &mut [Option<(u32, Matched)>], point: u32, score: u32, matched: Matched) {
    if let Some(slot) = best.get_mut(point as usize)
        && slot.is_none_or(|(before, _)| before < score)
    {
        *slot = Some((score, matched));
    }
}
