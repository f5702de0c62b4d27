//! Placing all rules in the order they lean on each other, and keeping what has not changed.

use std::collections::BTreeMap;

use super::{Figure, PlaceError, Placed, Problem, Site, Stand, sites, walk};
use crate::{
    body::{landmarks::Landmarks, mesh::Skin},
    model::{Rule, Step},
};

/// How many points may lean on each other in a row.
const MOST_DEEP: usize = 100;

/// What is known of one point after its walks.
#[derive(Clone, Debug)]
struct Outcome {
    /// Where its walks ended; other points may lean on the first.
    stands: Vec<Stand>,
    sites: Vec<Site>,
    problem: Option<Problem>,
}

/// Keeps where points lie, so that after a reload only changed rules are walked again.
#[derive(Clone, Debug, Default)]
pub struct PlacementCache {
    /// By figure, then by the hash of the rule and of all it leans on.
    kept: BTreeMap<u64, BTreeMap<u64, Outcome>>,
    walked: Vec<String>,
}

impl PlacementCache {
    /// Places every rule on a figure. Of two rules for one code the later holds.
    pub fn place(&mut self, rules: &[Rule], figure: &Figure) -> Placed {
        let by_code: BTreeMap<&str, &Rule> = rules.iter().map(|r| (r.code.as_str(), r)).collect();
        let before = self.kept.remove(&figure.fingerprint).unwrap_or_default();
        self.walked.clear();
        let mut round =
            Round { by_code, figure, before, done: BTreeMap::new(), open: Vec::new(), walked: &mut self.walked };
        let mut placed = Placed::default();
        for rule in rules {
            round.resolve(&rule.code);
            // Each code once, at the place of its first rule.
            let Some((_, outcome, told @ false)) = round.done.get_mut(&rule.code) else { continue };
            *told = true;
            placed.sites.extend(outcome.sites.iter().cloned());
            placed.problems.extend(outcome.problem.clone());
        }
        let kept = round.done.into_values().map(|(key, outcome, _)| (key, outcome)).collect();
        self.kept.insert(figure.fingerprint, kept);
        placed
    }

    /// The codes that the last call had to walk, because their rule, one they lean on or the figure had changed.
    pub fn walked(&self) -> &[String] {
        &self.walked
    }
}

/// One call of [`PlacementCache::place`].
struct Round<'a> {
    by_code: BTreeMap<&'a str, &'a Rule>,
    figure: &'a Figure,
    before: BTreeMap<u64, Outcome>,
    /// By code: the key it is kept under, the outcome, and whether it has been told.
    done: BTreeMap<String, (u64, Outcome, bool)>,
    /// The codes being resolved, outermost first.
    open: Vec<String>,
    walked: &'a mut Vec<String>,
}

impl Round<'_> {
    /// Resolves a point and, before it, all it leans on.
    fn resolve(&mut self, code: &str) {
        if self.done.contains_key(code) {
            return;
        }
        let Some(rule) = self.by_code.get(code).copied() else { return };
        if self.open.len() >= MOST_DEEP {
            self.done.insert(code.to_owned(), (0, failed(code, None, PlaceError::TooDeep), false));
            return;
        }
        self.open.push(code.to_owned());
        let mut key = Hash::new();
        key.text(&format!("{:?}", (&rule.code, &rule.sites, rule.only)));
        let mut circle = None;
        for anchor in rule.sites.iter().flatten().flat_map(Step::anchors) {
            if self.figure.landmarks.get(anchor).is_some() {
                continue;
            }
            if let Some(start) = self.open.iter().position(|c| c == anchor) {
                let mut codes: Vec<String> = self.open.iter().skip(start).cloned().collect();
                codes.push(anchor.to_owned());
                circle = circle.or(Some(codes));
                continue;
            }
            self.resolve(anchor);
            key.number(self.done.get(anchor).map_or(0, |(key, ..)| *key));
        }
        self.open.pop();
        let key = key.finish();
        let outcome = match (circle, self.before.get(&key)) {
            (Some(codes), _) => failed(code, None, PlaceError::Circle(codes)),
            (None, Some(kept)) => kept.clone(),
            (None, None) => {
                self.walked.push(code.to_owned());
                self.walk(rule)
            }
        };
        self.done.insert(code.to_owned(), (key, outcome, false));
    }

    fn walk(&self, rule: &Rule) -> Outcome {
        let fail = |step, error| failed(&rule.code, step, error);
        if rule.sites.is_empty() {
            return fail(None, PlaceError::Empty);
        }
        if rule.sites.len() > 99 {
            return fail(None, PlaceError::TooManySites);
        }
        let anchor = |name: &str| self.anchor(name);
        let mut stands = Vec::with_capacity(rule.sites.len());
        for (site, steps) in (1..).zip(&rule.sites) {
            let mut stand = None;
            for (number, step) in (1..).zip(steps) {
                match walk::take(step, stand, self.figure, &anchor) {
                    Ok(next) => stand = Some(next),
                    Err(error) => return fail(Some((site, number)), error),
                }
            }
            let Some(stand) = stand else { return fail(None, PlaceError::Empty) };
            stands.push(stand);
        }
        match sites(rule, &stands, self.figure) {
            Ok(sites) => Outcome { stands, sites, problem: None },
            Err(error) => fail(None, error),
        }
    }

    /// A landmark or, failing that, a point that has been placed.
    fn anchor(&self, name: &str) -> Result<walk::Anchor, PlaceError> {
        let landmarks = &self.figure.landmarks;
        if let Some(position) = landmarks.get(name) {
            return Ok(walk::Anchor { position, midline: !landmarks.is_paired(name) });
        }
        if !self.by_code.contains_key(name) {
            return Err(PlaceError::NoSuchAnchor(name.to_owned()));
        }
        let stand = self.done.get(name).and_then(|(_, outcome, _)| outcome.stands.first());
        stand
            .map(|s| walk::Anchor { position: s.spot.position, midline: s.midline })
            .ok_or_else(|| PlaceError::AnchorFailed(name.to_owned()))
    }
}

fn failed(code: &str, step: Option<(usize, usize)>, error: PlaceError) -> Outcome {
    let problem = Some(Problem { code: code.to_owned(), step, error });
    Outcome { stands: Vec::new(), sites: Vec::new(), problem }
}

/// Tells figures apart.
pub(super) fn fingerprint(skin: &Skin, landmarks: &Landmarks) -> u64 {
    let mut hash = Hash::new();
    for mesh in [&skin.full, &skin.light] {
        hash.number(mesh.positions.len() as u64);
        for v in &mesh.positions {
            for x in v.to_array() {
                hash.number(u64::from(x.to_bits()));
            }
        }
        for [a, b, c] in &mesh.triangles {
            hash.number(u64::from(*a) | u64::from(*b) << 16 | u64::from(*c) << 32);
        }
    }
    hash.number(u64::from(landmarks.stature.to_bits()));
    for (name, paired, at) in landmarks.iter() {
        hash.text(name);
        hash.number(u64::from(paired));
        for x in at.to_array() {
            hash.number(u64::from(x.to_bits()));
        }
    }
    hash.finish()
}

/// FNV-1a, word by word: the same on every machine and in every version, which the standard hasher does not promise.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn number(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
        // The product leaves the low bits to the low bits alone; folding lets every bit matter.
        self.0 ^= self.0 >> 29;
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        text.bytes().for_each(|b| self.number(u64::from(b)));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
