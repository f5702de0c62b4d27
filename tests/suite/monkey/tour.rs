//! Two monkeys that want to see everything: one has a finger and can only tap, the other has only keys. They search
//! exactly: the program does the same for the same presses, so whatever was in sight once can be brought back, by a way
//! that is known or by opening the program anew and pressing all that was pressed then. So nothing that was seen and
//! not pressed is ever lost, and what promises most is pressed next. They know nothing that the screen does not show.

mod choice;
mod doubt;
mod groove;
mod hand;
mod map;
mod way;

use std::collections::BTreeSet;

use deqi::mode::Mode;
use deqi::visit::Presence;
use fastrand::Rng;

use self::hand::{Frame, Hand};
use self::map::{Map, Sight, Work};
use self::way::Route;
use super::places;
use super::stage::Window;
use crate::support::LIBRARY;

/// After so many presses a tour ends: twice as many as the longest takes.
const MOST: u32 = 20_000;
/// So often it looks for the way anew, where a press led elsewhere than before.
const ASTRAY: u32 = 2;
/// After so many presses it rather opens the program anew than go on elsewhere: what long use has left behind, such as
/// a plan full of points, makes each screen look new.
const WORN: u32 = 60;

/// What the monkey has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Finger,
    Keys,
}

/// The program as it was after a press, or when it was opened.
struct Moment {
    before: Option<usize>,
    frames: Vec<Frame>,
    /// How many presses there were since it was opened.
    presses: u32,
}

struct Tour {
    mode: Mode,
    hand: Hand,
    rng: Rng,
    map: Map,
    sight: Sight,
    /// The view that is in sight.
    here: usize,
    /// All that was pressed, and the present moment in it.
    moments: Vec<Moment>,
    now: usize,
    /// For each view the moment after the fewest presses at which it was in sight.
    soonest: Vec<usize>,
    reached: BTreeSet<String>,
    presses: u32,
}

/// Goes everywhere, and fails where something is not reached.
pub(super) fn tour(mode: Mode, by: By, window: Window, seed: u64) {
    let all = places::all(mode, by);
    let mut tour = Tour::new(mode, by, window, seed);
    while tour.presses < MOST && !all.is_subset(&tour.reached) {
        let Some((work, route)) = tour.next() else { break };
        if tour.go(work, route) {
            tour.press(work.name);
        } else {
            tour.map.lose(work.view);
        }
    }
    let (name, presses, reached) = (mode.as_str(), tour.presses, &tour.reached);
    let missed: Vec<&String> = all.difference(reached).collect();
    assert!(missed.is_empty(), "{by:?}, {name}, seed {seed}: {presses} presses do not lead to {missed:#?}");
    for (place, why) in places::elsewhere(mode, by) {
        assert!(!reached.contains(place), "{by:?}, {name}: {place} is reached, though it is said that {why}");
    }
    eprintln!("{by:?}, {name}, seed {seed}: {} places in {presses} presses", all.len());
}

impl Tour {
    fn new(mode: Mode, by: By, window: Window, seed: u64) -> Self {
        let mut tour = Self {
            mode,
            hand: Hand::new(mode, by, window),
            rng: Rng::with_seed(seed),
            map: Map::default(),
            sight: Sight::default(),
            here: 0,
            moments: vec![Moment { before: None, frames: Vec::new(), presses: 0 }],
            now: 0,
            soonest: Vec::new(),
            reached: BTreeSet::new(),
            presses: 0,
        };
        tour.look();
        tour
    }

    /// Where the visitor is.
    fn places(&self) -> Vec<String> {
        let state = self.hand.deqi.state();
        if self.mode.features().passers_by && state.presence() != Presence::Here {
            return vec![];
        }
        places::of(state.visit(), &LIBRARY.catalog)
    }

    /// Looks at what is in sight, and says whether it is somewhere new.
    fn look(&mut self) -> bool {
        let places = self.places();
        // While a story is told, all is where it was.
        let lasting: Vec<&str> = places.iter().map(String::as_str).filter(|p| !p.starts_with("story")).collect();
        // One licence is like another.
        let place = without_numbers(&lasting.join(", "));
        let before = self.reached.len();
        self.reached.extend(places);
        self.sight = Sight { place, choices: self.hand.choices(&mut self.rng), words: self.hand.words() };
        self.here = self.map.look(&self.sight, &mut self.rng);
        if self.here == self.soonest.len() {
            self.soonest.push(self.now);
        } else if self.moments[self.now].presses < self.moments[self.soonest[self.here]].presses {
            self.soonest[self.here] = self.now;
        }
        self.reached.len() > before
    }

    /// What is to be done next, and how to get there.
    fn next(&mut self) -> Option<(Work, Route)> {
        let next = |tour: &Self| tour.map.next(tour.here, |view| tour.moments[tour.soonest[view]].presses);
        let found = next(self)?;
        if self.moments[self.now].presses < WORN || found.0.view == self.here {
            return Some(found);
        }
        self.repeat(0);
        next(self)
    }

    /// Presses what is called so, and remembers what came of it.
    fn press(&mut self, name: usize) {
        let here = self.here;
        let choice = self.sight.choices.iter().find(|choice| self.map.number(&choice.name) == name);
        let frames = self.hand.press(choice.expect("it is in sight"), &mut self.rng);
        let presses = self.moments[self.now].presses + 1;
        self.moments.push(Moment { before: Some(self.now), frames, presses });
        self.now = self.moments.len() - 1;
        self.presses += 1;
        let views = self.map.views.len();
        let found = self.look();
        self.map.learn(Work { view: here, name }, self.here, self.map.views.len() > views, found);
    }

    /// Goes to where this work is to be done, and says whether it is there.
    fn go(&mut self, work: Work, route: Route) -> bool {
        match route {
            Route::Walk => self.walk(work),
            Route::Repeat => {
                self.repeat(self.soonest[work.view]);
                assert_eq!(self.here, work.view, "the same presses lead to {:?} now", self.sight.place);
                true
            }
        }
    }

    /// Opens the program anew, and does once more all that led to a moment.
    fn repeat(&mut self, moment: usize) {
        self.hand.reopen();
        let mut way = vec![moment];
        while let Some(before) = self.moments[way[way.len() - 1]].before {
            way.push(before);
        }
        for &moment in way.iter().rev() {
            self.hand.repeat(&self.moments[moment].frames);
        }
        self.presses += self.moments[moment].presses;
        self.now = moment;
        self.look();
    }

    /// Walks there by presses that are known. Where one leads elsewhere, it looks for the way from there.
    fn walk(&mut self, work: Work) -> bool {
        for _ in 0..ASTRAY {
            for (name, then) in self.map.way(self.here, work.view).unwrap_or_default() {
                if self.map.serves(self.here, work) {
                    return true;
                }
                self.press(name);
                if self.here != then {
                    break;
                }
            }
        }
        self.map.serves(self.here, work)
    }
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric()).collect()
}
