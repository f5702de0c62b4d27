//! Whether every rule leads back to landmarks: no anchor unknown, no rule that starts from itself.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Flaw, Located, MAX_PROBLEMS};
use super::merge::{Overlaid, first_of_each};
use super::problem::Problem;
use super::suggest::did_you_mean;
use crate::model::{FigureId, Rule, Step};

/// The landmarks of the figures. Without any, every unknown anchor passes for a landmark.
pub(super) type Landmarks = BTreeMap<FigureId, BTreeSet<String>>;

/// Lays the rules of packs over each other so that all that remain can be walked.
pub(super) fn merge_rules(
    packs: Vec<Vec<Located<Rule>>>,
    landmarks: &Landmarks,
    problems: &mut Vec<Problem>,
) -> Vec<Located<Rule>> {
    let mut standing: Vec<Located<Rule>> = Vec::new();
    for entries in packs {
        let added = first_of_each(entries, problems);
        let unsound = unsound(&over(&standing, &added), landmarks);
        let (bad, good): (Vec<_>, Vec<_>) = added.into_iter().partition(|rule| unsound.contains_key(&rule.value.code));
        let known =
            || landmarks.values().flatten().map(String::as_str).chain(good.iter().map(|r| r.value.code.as_str()));
        for rule in bad.iter().take(MAX_PROBLEMS) {
            problems.extend(unsound.get(&rule.value.code).map(|why| rule.problem(why.flaw(known()))));
        }
        // With the bad ones gone, rules of earlier packs stand again in their place. What cannot be walked even then
        // leaned on something that a later pack took away.
        let all = over(&standing, &good);
        let lost = self::unsound(&all, landmarks);
        let why = |rule: &Located<Rule>| Some(rule.problem(lost.get(&rule.value.code)?.flaw(known())));
        problems.extend(all.iter().filter_map(why).take(MAX_PROBLEMS));
        standing = all.into_iter().filter(|rule| !lost.contains_key(&rule.value.code)).collect();
    }
    let lacking = |rule: &Located<Rule>| some_figures_lack(&rule.value, landmarks).map(|flaw| rule.problem(flaw));
    problems.extend(standing.iter().filter_map(lacking).take(MAX_PROBLEMS));
    standing
}

fn over(standing: &[Located<Rule>], added: &[Located<Rule>]) -> Vec<Located<Rule>> {
    let mut overlaid = Overlaid::default();
    standing.iter().chain(added).cloned().for_each(|rule| overlaid.lay(rule));
    overlaid.entries
}

/// Why a rule cannot be walked.
enum Unsound {
    /// It names something that nobody knows.
    Dangling(String),
    /// It leads back to itself by these codes.
    Circle(Vec<String>),
    /// It starts from a rule that cannot be walked.
    On(String),
}

impl Unsound {
    fn flaw<'a>(&self, known: impl Iterator<Item = &'a str>) -> Flaw {
        match self {
            Self::Dangling(anchor) => {
                let hint = did_you_mean(anchor, known, || "see the landmarks in figures/".to_owned());
                Flaw::error(anchor, format!("no landmark or rule is called `{anchor}`"), hint)
            }
            Self::Circle(codes) => {
                let what = format!("this rule starts from itself: {}", codes.join(" → "));
                Flaw::error("sites", what, "begin one of them at a landmark")
            }
            Self::On(code) => {
                Flaw::error(code, format!("it starts from `{code}`, whose rule is left out"), "mend that rule")
            }
        }
    }
}

/// The rules that do not lead back to landmarks, by code. Each rule is looked at once, whatever depends on what.
fn unsound(rules: &[Located<Rule>], landmarks: &Landmarks) -> BTreeMap<String, Unsound> {
    let codes: BTreeMap<&str, usize> =
        rules.iter().enumerate().map(|(i, rule)| (rule.value.code.as_str(), i)).collect();
    let is_landmark = |name: &str| landmarks.is_empty() || landmarks.values().any(|names| names.contains(name));
    let mut waits = vec![0_usize; rules.len()];
    let mut leaning: Vec<Vec<usize>> = vec![Vec::new(); rules.len()];
    let mut found = BTreeMap::new();
    for (i, rule) in rules.iter().enumerate() {
        for anchor in anchors(&rule.value) {
            if let Some(&on) = codes.get(anchor) {
                waits[i] += 1;
                leaning[on].push(i);
            } else if !is_landmark(anchor) {
                waits[i] += 1;
                found.entry(rule.value.code.clone()).or_insert_with(|| Unsound::Dangling(anchor.to_owned()));
            }
        }
    }
    let mut ready: Vec<usize> = (0..rules.len()).filter(|&i| waits[i] == 0).collect();
    while let Some(sound) = ready.pop() {
        for &i in &leaning[sound] {
            waits[i] -= 1;
            if waits[i] == 0 {
                ready.push(i);
            }
        }
    }
    let stuck: BTreeMap<usize, usize> = (0..rules.len())
        .filter(|&i| waits[i] > 0 && !found.contains_key(&rules[i].value.code))
        .filter_map(|i| {
            let on = anchors(&rules[i].value).find_map(|anchor| codes.get(anchor).filter(|&&on| waits[on] > 0))?;
            Some((i, *on))
        })
        .collect();
    let circles = circles(&stuck);
    for (&i, &on) in &stuck {
        let code = |i: usize| rules[i].value.code.clone();
        let why = circles.get(&i).map_or_else(
            || Unsound::On(code(on)),
            |circle| Unsound::Circle(circle.iter().chain([&i]).map(|&i| code(i)).collect()),
        );
        found.insert(code(i), why);
    }
    found
}

/// Follows each rule to the one it waits for, and notes those that come back to themselves with the way they took.
fn circles(waits_for: &BTreeMap<usize, usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut circles = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for &start in waits_for.keys() {
        let mut way = Vec::new();
        let mut on_way = BTreeSet::new();
        let mut at = start;
        let came_back = loop {
            if !seen.insert(at) {
                break on_way.contains(&at);
            }
            way.push(at);
            on_way.insert(at);
            match waits_for.get(&at) {
                Some(&next) => at = next,
                None => break false,
            }
        };
        if came_back {
            let circle: Vec<usize> = way.into_iter().skip_while(|&i| i != at).collect();
            // A long circle is told once, so that a hostile pack cannot make it long squared.
            let told = if circle.len() <= 12 { circle.len() } else { 1 };
            for turn in 0..told {
                let turned = circle[turn..].iter().chain(&circle[..turn]).copied().take(12).collect();
                circles.insert(circle[turn], turned);
            }
        }
    }
    circles
}

fn anchors(rule: &Rule) -> impl Iterator<Item = &str> {
    rule.sites.iter().flatten().flat_map(Step::anchors)
}

fn some_figures_lack(rule: &Rule, landmarks: &Landmarks) -> Option<Flaw> {
    let lacking = |name: &str| {
        let without = landmarks.iter().find(|(_, names)| !names.contains(name)).map(|(id, _)| *id)?;
        landmarks.values().any(|names| names.contains(name)).then_some(without)
    };
    let (anchor, figure) = anchors(rule).find_map(|anchor| Some((anchor, lacking(anchor)?)))?;
    let what = format!("the figure `{}` has no landmark `{anchor}`", figure.as_str());
    Some(Flaw::warning(anchor, what, "there the point is not shown"))
}
