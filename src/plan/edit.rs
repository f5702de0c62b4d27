//! One change of a plan. Making it gives the change that takes it back.

use super::{Drawing, LONGEST_NAME, LONGEST_NOTE, MOST_DRAWINGS, MOST_STEPS, Plan, Spot, Step};

/// One change of a plan. Places among steps and drawings count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Give it a name.
    Rename(String),
    /// Write the note on the whole of it.
    Annotate(String),
    /// Put a step in at a place.
    Insert(usize, Step),
    /// Take a step out.
    Remove(usize),
    /// Move a step to another place, counted without it.
    Move {
        /// Where it stands.
        from: usize,
        /// Where it shall stand.
        to: usize,
    },
    /// Put another step in its place: another side, another note.
    Change(usize, Step),
    /// Draw something, at a place among what was drawn.
    Draw(usize, Drawing),
    /// Take a drawing away.
    Erase(usize),
    /// Light one place, or none.
    Light(Option<Spot>),
    /// Put a whole plan in its place: a teaching set, a file, nothing.
    Replace(Box<Plan>),
}

impl Edit {
    /// Makes the change. The change that takes it back comes back; none if nothing was changed, because there is no
    /// such place, no room left, or nothing to be different.
    pub fn make(self, plan: &mut Plan) -> Option<Self> {
        match self {
            Self::Rename(name) => {
                let name = cut(name, LONGEST_NAME);
                (name != plan.name).then(|| Self::Rename(std::mem::replace(&mut plan.name, name)))
            }
            Self::Annotate(note) => {
                let note = cut(note, LONGEST_NOTE);
                (note != plan.note).then(|| Self::Annotate(std::mem::replace(&mut plan.note, note)))
            }
            Self::Insert(at, step) => {
                let fits = at <= plan.steps.len() && plan.steps.len() < MOST_STEPS;
                fits.then(|| {
                    plan.steps.insert(at, tidy(step));
                    Self::Remove(at)
                })
            }
            Self::Remove(at) => (at < plan.steps.len()).then(|| Self::Insert(at, plan.steps.remove(at))),
            Self::Move { from, to } => {
                // Among steps that are all alike nothing moves.
                let between = plan.steps.get(from.min(to)..=from.max(to));
                let moves = between.is_some_and(|steps| steps.iter().any(|step| *step != steps[0]));
                moves.then(|| {
                    let step = plan.steps.remove(from);
                    plan.steps.insert(to, step);
                    Self::Move { from: to, to: from }
                })
            }
            Self::Change(at, step) => {
                let step = tidy(step);
                let slot = plan.steps.get_mut(at).filter(|slot| **slot != step)?;
                Some(Self::Change(at, std::mem::replace(slot, step)))
            }
            Self::Draw(at, drawing) => {
                let fits = at <= plan.drawings.len() && plan.drawings.len() < MOST_DRAWINGS && drawing.is_sound();
                fits.then(|| {
                    plan.drawings.insert(at, drawing);
                    Self::Erase(at)
                })
            }
            Self::Erase(at) => (at < plan.drawings.len()).then(|| Self::Draw(at, plan.drawings.remove(at))),
            Self::Light(spot) => {
                let other = spot != plan.spotlight && spot.is_none_or(|spot| spot.is_sound());
                other.then(|| Self::Light(std::mem::replace(&mut plan.spotlight, spot)))
            }
            Self::Replace(other) => (*other != *plan).then(|| Self::Replace(Box::new(std::mem::replace(plan, *other)))),
        }
    }

    /// Whether making it would change nothing, as when a text was typed and deleted again.
    pub(super) fn is_idle(&self, plan: &Plan) -> bool {
        match self {
            Self::Rename(name) => *name == plan.name,
            Self::Annotate(note) => *note == plan.note,
            Self::Change(at, step) => plan.steps.get(*at) == Some(step),
            _ => false,
        }
    }

    /// Whether it goes on with what the last change began, as letters of one text do: they are taken back together.
    pub(super) fn goes_on(&self, last: &Self, plan: &Plan) -> bool {
        match (self, last) {
            (Self::Rename(_), Self::Rename(_)) | (Self::Annotate(_), Self::Annotate(_)) => true,
            (Self::Change(at, now), Self::Change(before_at, before)) => {
                let only_note = |a: &Step, b: &Step| {
                    Step { note: String::new(), ..a.clone() } == Step { note: String::new(), ..b.clone() }
                };
                at == before_at
                    && plan.steps.get(*at).is_some_and(|there| {
                        there.note != before.note && only_note(there, before) && only_note(now, there)
                    })
            }
            _ => false,
        }
    }
}

/// A text of at most so many letters.
fn cut(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    }
}

fn tidy(step: Step) -> Step {
    Step { note: cut(step.note, LONGEST_NOTE), ..step }
}
