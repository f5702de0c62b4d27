//! A plan with all that was done to it: undo and redo without limit.

use super::{Edit, Plan};

/// A plan and the way back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    plan: Plan,
    /// What takes the last changes back, the latest at the end.
    undo: Vec<Edit>,
    /// What makes them again, the next at the end.
    redo: Vec<Edit>,
}

impl History {
    /// A plan to which nothing was done yet.
    pub const fn new(plan: Plan) -> Self {
        Self { plan, undo: Vec::new(), redo: Vec::new() }
    }

    /// The plan as it stands.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Makes a change. Whether anything is different now; then what had been undone cannot be made again.
    pub fn edit(&mut self, edit: Edit) -> bool {
        // Letters of one text are one change, unless something was undone in between.
        let goes_on = self.redo.is_empty() && self.undo.last().is_some_and(|last| edit.goes_on(last, &self.plan));
        let Some(back) = edit.make(&mut self.plan) else { return false };
        if !goes_on {
            self.undo.push(back);
        } else if self.undo.last().is_some_and(|last| last.is_idle(&self.plan)) {
            self.undo.pop();
        }
        self.redo.clear();
        true
    }

    /// Takes the last change back. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.undo.pop() else { return false };
        self.redo.extend(edit.make(&mut self.plan));
        true
    }

    /// Makes the change again that was taken back last. Whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(edit) = self.redo.pop() else { return false };
        self.undo.extend(edit.make(&mut self.plan));
        true
    }

    /// Whether taking the last change back puts another plan on the table.
    pub fn undo_replaces(&self) -> bool {
        matches!(self.undo.last(), Some(Edit::Replace(_)))
    }

    /// Whether making the next change again does.
    pub fn redo_replaces(&self) -> bool {
        matches!(self.redo.last(), Some(Edit::Replace(_)))
    }

    /// How many changes can be taken back.
    pub fn can_undo(&self) -> usize {
        self.undo.len()
    }

    /// How many can be made again.
    pub fn can_redo(&self) -> usize {
        self.redo.len()
    }
}
