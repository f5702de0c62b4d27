//! How little is expected of pressing something.
//!
//! After `n` presses in vain of what is like it, one press in `n + 1` may find something. So nothing is ever given up,
//! and nothing is pressed for ever.

use std::collections::HashMap;

use super::choice::Sort;
use super::map::View;

/// How many presses in a row were in vain.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// By what is called the same, anywhere.
    anywhere: HashMap<usize, u32>,
    /// By screen and what is called the same: the same word may lead elsewhere on another screen.
    on_screen: HashMap<(usize, usize), u32>,
    /// By place and what is called the same, or is of one kind.
    in_place: HashMap<(usize, usize), u32>,
    /// By place, whatever was pressed but pages.
    idle: HashMap<usize, u32>,
}

impl Doubts {
    /// Remembers what came of a press: whether it `revealed` something new in its place or `found` somewhere new.
    pub(super) fn learn(&mut self, view: &View, name: usize, revealed: bool, found: bool) {
        let looks = view.seen[&name];
        let count = |vain: &mut u32, helped: bool| *vain = if found { 0 } else { *vain + u32::from(!helped) };
        count(self.anywhere.entry(name).or_default(), revealed);
        count(self.on_screen.entry((view.screen, name)).or_default(), revealed);
        // Once it has led away there is no need to press it here again.
        *self.in_place.entry((view.place, name)).or_default() += u32::from(!revealed);
        for kind in looks.kinds {
            count(self.in_place.entry((view.place, kind)).or_default(), false);
        }
        if looks.sort != Sort::Page {
            count(self.idle.entry(view.place).or_default(), false);
        } else if revealed {
            self.in_place.insert((view.place, looks.kinds[0]), 0);
        }
    }

    /// Whether what is called so was pressed in this place.
    pub(super) fn knows(&self, place: usize, name: usize) -> bool {
        self.in_place.contains_key(&(place, name))
    }

    /// One in how many such presses may find something.
    pub(super) fn of(&self, view: &View, name: usize) -> f32 {
        let looks = view.seen[&name];
        let more = |vain: Option<&u32>| 1.0 + vain.copied().unwrap_or(0) as f32;
        let here = |what: usize| more(self.in_place.get(&(view.place, what)));
        let [stands, begins] = looks.kinds.map(here);
        let anywhere = more(self.anywhere.get(&name));
        match looks.sort {
            Sort::Page => stands,
            Sort::NextPage => here(name),
            Sort::Chance => anywhere * here(name),
            Sort::Usual => {
                // The place says least.
                let called = more(self.on_screen.get(&(view.screen, name))) + anywhere.log2();
                called * here(name) * stands.max(begins) * more(self.idle.get(&view.place)).sqrt()
            }
        }
    }
}
