//! Ways from view to view.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::choice::Sort;
use super::map::Map;

/// How much farther a press seems for each time that it led elsewhere, and where it is only thought where it leads.
const LOST: u32 = 2;

/// How a view is brought back: by presses that are known, or by opening the program anew and all that led there then.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Route {
    Walk,
    Repeat,
}

/// The last press on the way to a view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Came {
    from: usize,
    by: usize,
    pub(super) steps: u32,
}

impl Map {
    /// What to press on the way from one view to another, with the views that come.
    pub(super) fn way(&self, from: usize, to: usize) -> Option<Vec<(usize, usize)>> {
        let ways = self.walk(from);
        let mut back = Vec::new();
        let mut at = to;
        while at != from {
            let came = ways[at]?;
            back.push((came.by, at));
            at = came.from;
        }
        back.reverse();
        Some(back)
    }

    /// How each view is best reached from this one: in few presses that did what they do every time.
    pub(super) fn walk(&self, from: usize) -> Vec<Option<Came>> {
        let mut all: Vec<Option<Came>> = vec![None; self.views.len()];
        let mut next = BinaryHeap::from([Reverse((0, from, from, 0))]);
        while let Some(Reverse((steps, view, came_from, by))) = next.pop() {
            if all[view].is_some() {
                continue;
            }
            all[view] = Some(Came { from: came_from, by, steps });
            let here = &self.views[view];
            let mut lead = |name: usize, to: usize, lost: u32| {
                if all[to].is_none() && here.seen[&name].sort != Sort::Chance {
                    next.push(Reverse((steps + 1 + lost * LOST, to, view, name)));
                }
            };
            for (&name, &(to, lost)) in &here.leads {
                lead(name, to, lost);
            }
            let untried = |name: &usize| here.seen.contains_key(name) && !here.leads.contains_key(name);
            // A groove turns to the same page from everywhere.
            for (&name, &(to, lost)) in self.pages.get(&here.place).into_iter().flatten() {
                if untried(&name) {
                    lead(name, to, lost);
                }
            }
            if view == from {
                // What is called as elsewhere may lead where it led there.
                for name in here.seen.keys().filter(|name| untried(name)) {
                    if let Some(&to) = self.leads.get(name) {
                        lead(*name, to, 1);
                    }
                }
            }
        }
        all
    }
}
