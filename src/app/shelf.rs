//! Where plans are kept by name: in a file that is opened once it is needed.

use std::path::PathBuf;

use crate::describe::keeping::fault;
use crate::i18n::Tr;
use crate::store::database::Fault;
use crate::store::plans::PlanStore;
use crate::visit::KeptPlan;

/// The file of plans.
#[derive(Debug, Default)]
pub(super) enum Shelf {
    /// There is no place for it.
    #[default]
    Homeless,
    /// It has not been needed yet.
    Closed(PathBuf),
    /// It is open. What should be told of it although all works waits until somebody asks.
    Open(PlanStore, Option<String>),
}

/// What an earlier window left on the table.
#[derive(Debug)]
pub(super) enum Left {
    /// Nothing.
    Nothing,
    /// A plan, as it was written.
    Plan(String),
    /// A plan that the disk changed.
    Damaged,
}

impl Shelf {
    /// Opens the file where that has not been done.
    fn open(&mut self, tr: &Tr) -> Result<&mut PlanStore, String> {
        if let Self::Closed(file) = self {
            let (store, faults) = PlanStore::open(file).map_err(|e| fault(tr, &e))?;
            *self = Self::Open(store, faults.first().map(|each| fault(tr, each)));
        }
        match self {
            Self::Open(store, _) => Ok(store),
            Self::Closed(_) | Self::Homeless => Err(fault(tr, &Fault::Homeless)),
        }
    }

    /// Whether the file may hold what nobody has looked at.
    pub(super) const fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }

    /// What should be told of the file, once.
    pub(super) fn told(&mut self) -> Option<String> {
        if let Self::Open(_, told) = self { told.take() } else { None }
    }

    /// All plans by name.
    pub(super) fn plans(&mut self, tr: &Tr) -> Result<Vec<KeptPlan>, String> {
        let plans = self.open(tr)?.plans().map_err(|e| fault(tr, &e))?;
        Ok(plans.into_iter().map(|plan| KeptPlan { id: plan.id, name: plan.name }).collect())
    }

    /// Keeps a plan under its name, in the place of one that has it already.
    pub(super) fn save(&mut self, tr: &Tr, name: &str, ron: &str) -> Result<(), String> {
        self.open(tr)?.save_plan(name, ron).map_err(|e| fault(tr, &e))?;
        Ok(())
    }

    /// The name and the text of a plan; none where it is no longer there.
    pub(super) fn plan(&mut self, tr: &Tr, id: i64) -> Result<Option<(String, String)>, String> {
        let name = self.plans(tr)?.into_iter().find(|plan| plan.id == id).map(|plan| plan.name);
        let text = self.open(tr)?.plan(id).map_err(|e| fault(tr, &e))?;
        Ok(name.zip(text))
    }

    /// The text of the plan of a name; none where there is no such plan.
    pub(super) fn named(&mut self, tr: &Tr, name: &str) -> Result<Option<String>, String> {
        let id = self.plans(tr)?.into_iter().find(|plan| plan.name == name).map(|plan| plan.id);
        Ok(id.map(|id| self.plan(tr, id)).transpose()?.flatten().map(|(_, text)| text))
    }

    /// The plan that an earlier window left. Where there is no file yet there is none, unless the file shall be made.
    pub(super) fn draft(&mut self, tr: &Tr, make: bool) -> Result<Left, String> {
        match self {
            Self::Homeless => return Ok(Left::Nothing),
            Self::Closed(file) if !make && !file.exists() => return Ok(Left::Nothing),
            Self::Closed(_) | Self::Open(..) => {}
        }
        match self.open(tr)?.draft() {
            Ok(Some(text)) => Ok(Left::Plan(text)),
            Ok(None) => Ok(Left::Nothing),
            Err(Fault::Unreadable { .. }) => Ok(Left::Damaged),
            Err(other) => Err(fault(tr, &other)),
        }
    }

    /// Keeps the plan on the table, or that there is none to keep.
    pub(super) fn keep_draft(&mut self, tr: &Tr, ron: Option<&str>) -> Result<(), String> {
        if matches!(self, Self::Homeless) {
            return Ok(());
        }
        self.open(tr)?.keep_draft(ron).map_err(|e| fault(tr, &e))
    }

    /// Gives the plan that an earlier window left a name that no other has.
    pub(super) fn set_draft_aside(&mut self, tr: &Tr, name: &str) -> Result<(), String> {
        self.open(tr)?.set_draft_aside(name).map_err(|e| fault(tr, &e))
    }

    /// Takes a plan away.
    pub(super) fn delete(&mut self, tr: &Tr, id: i64) -> Result<(), String> {
        self.open(tr)?.delete_plan(id).map_err(|e| fault(tr, &e))
    }
}
