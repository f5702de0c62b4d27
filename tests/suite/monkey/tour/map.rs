//! What a tour has seen: views, what was pressed in each and where it led, and what is worth pressing next.
//!
//! A *place* is a screen with its sheet. A *view* is what is in sight of it: another page, an open list, and what a
//! switch brings out are other views of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fastrand::Rng;

use super::choice::{Choice, Sort};
use super::doubt::Doubts;
use super::way::{Came, Route};

/// To open the program anew takes as long as so many presses.
const OPEN: f32 = 4.0;
/// So many presses of Tab take as long as a press.
const TABS: f32 = 4.0;
/// Between things that promise as much but for this share, chance decides.
const WHIM: f32 = 0.2;

/// What is seen at once.
#[derive(Default)]
pub(super) struct Sight {
    pub(super) place: String,
    pub(super) choices: Vec<Choice>,
    pub(super) words: Vec<String>,
}

/// Something to press, and the view in which it is to be pressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Work {
    pub(super) view: usize,
    pub(super) name: usize,
}

/// Names, kinds and places are numbers here, since these are sooner compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looks {
    pub(super) kinds: [usize; 2],
    pub(super) sort: Sort,
    whim: f32,
}

#[derive(Debug)]
pub(super) struct View {
    pub(super) screen: usize,
    pub(super) place: usize,
    pub(super) seen: BTreeMap<usize, Looks>,
    /// Whether there is anything in it that was not seen before in this place.
    fresh: bool,
    /// Where presses led the last time, and how often that was elsewhere than the time before.
    pub(super) leads: BTreeMap<usize, (usize, u32)>,
    /// How often the ways to it did not lead here.
    lost: u32,
}

#[derive(Debug, Default)]
pub(super) struct Map {
    pub(super) views: Vec<View>,
    /// The number of each view, by its place and all that is in sight.
    numbers: HashMap<(usize, BTreeSet<usize>), usize>,
    words: HashMap<String, usize>,
    /// All that was seen in a place.
    known: HashMap<usize, BTreeSet<usize>>,
    doubts: Doubts,
    /// How far things in sight are from what has the keyboard, in presses of Tab.
    tabs: HashMap<usize, u32>,
    /// Where presses led the last time from anywhere, and where pages led in each place.
    pub(super) leads: HashMap<usize, usize>,
    pub(super) pages: HashMap<usize, BTreeMap<usize, (usize, u32)>>,
}

impl Map {
    pub(super) fn number(&mut self, word: &str) -> usize {
        let next = self.words.len();
        *self.words.entry(word.to_owned()).or_insert(next)
    }

    /// Takes in what is in sight, and gives the number of the view.
    pub(super) fn look(&mut self, sight: &Sight, rng: &mut Rng) -> usize {
        let screen = self.number(sight.place.split(',').next().unwrap_or_default());
        let place = self.number(&sight.place);
        let mut seen = BTreeMap::new();
        self.tabs.clear();
        for choice in &sight.choices {
            let kinds = choice.kinds.each_ref().map(|kind| self.number(kind));
            let name = self.number(&choice.name);
            seen.insert(name, Looks { kinds, sort: choice.sort, whim: 1.0 + rng.f32() * WHIM });
            self.tabs.insert(name, choice.tabs.unsigned_abs());
        }
        let words: Vec<usize> = sight.words.iter().map(|word| self.number(word)).collect();
        let all: BTreeSet<usize> = words.into_iter().chain(seen.keys().copied()).collect();
        let next = self.views.len();
        let view = *self.numbers.entry((place, all.clone())).or_insert(next);
        if view == next {
            let known = self.known.entry(place).or_default();
            let fresh = !all.is_subset(known);
            known.extend(all);
            self.views.push(View { screen, place, seen, fresh, leads: BTreeMap::new(), lost: 0 });
        }
        self.views[view].lost = 0;
        view
    }

    /// Remembers what came of a press: the view that it led to, whether that one is `new`, and whether somewhere new
    /// was `found`.
    pub(super) fn learn(&mut self, work: Work, there: usize, new: bool, found: bool) {
        let place = self.views[work.view].place;
        let revealed = new && self.views[there].fresh && self.views[there].place == place;
        let here = &mut self.views[work.view];
        let looks = here.seen[&work.name];
        // On the way to something else nothing is expected of it.
        if looks.sort == Sort::Chance || !here.leads.contains_key(&work.name) {
            self.doubts.learn(here, work.name, revealed, found);
        }
        let count = |lead: &mut (usize, u32)| *lead = (there, lead.1 + u32::from(lead.0 != there));
        count(here.leads.entry(work.name).or_insert((there, 0)));
        self.leads.insert(work.name, there);
        if looks.sort == Sort::Page {
            count(self.pages.entry(place).or_default().entry(work.name).or_insert((there, 0)));
        }
    }

    /// Whether this work can be done in this view too.
    pub(super) fn serves(&self, here: usize, work: Work) -> bool {
        let (view, wanted) = (&self.views[here], &self.views[work.view]);
        here == work.view
            || view.place == wanted.place && view.seen.contains_key(&work.name) && !view.leads.contains_key(&work.name)
    }

    /// What to do next, and how to get there: what finds most for each press that it takes, with the way.
    /// `presses` says how many presses after the beginning a view was in sight.
    pub(super) fn next(&self, here: usize, presses: impl Fn(usize) -> u32) -> Option<(Work, Route)> {
        let near = self.walk(here);
        let mut best: Option<(f32, Work, Route)> = None;
        for (number, view) in self.views.iter().enumerate() {
            let (way, route) = self.route(number, near[number], presses(number));
            for (&name, looks) in view.seen.iter().filter(|(name, looks)| self.is_open(view, **name, looks.sort)) {
                let tabs = if number == here { self.tabs.get(&name).copied().unwrap_or(0) } else { 0 };
                let cost = (1.0 + way + tabs as f32 / TABS) * self.doubts.of(view, name) * looks.whim;
                if best.is_none_or(|(least, ..)| cost < least) {
                    best = Some((cost, Work { view: number, name }, route));
                }
            }
        }
        best.map(|(_, work, route)| (work, route))
    }

    /// Whether this is still to be pressed in this view. What was pressed in the place is pressed once more only where
    /// there is something new around it.
    fn is_open(&self, view: &View, name: usize, sort: Sort) -> bool {
        match sort {
            Sort::Chance => true,
            _ if view.leads.contains_key(&name) => false,
            Sort::Page => !self.doubts.knows(view.place, name),
            _ => view.fresh || !self.doubts.knows(view.place, name),
        }
    }

    /// How a view is best brought back, and how many presses that takes.
    fn route(&self, view: usize, near: Option<Came>, presses: u32) -> (f32, Route) {
        let repeat = OPEN + presses as f32;
        let walk = near.map(|came| (came.steps + self.views[view].lost) as f32);
        walk.filter(|walk| *walk <= repeat).map_or((repeat, Route::Repeat), |walk| (walk, Route::Walk))
    }

    /// Remembers that the ways to a view do not lead there.
    pub(super) fn lose(&mut self, view: usize) {
        self.views[view].lost += 1;
    }
}
