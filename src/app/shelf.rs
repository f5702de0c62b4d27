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
    /// It is open.
    Open(PlanStore),
}

impl Shelf {
    /// Opens the file where that has not been done. What should be told although all works comes back beside it.
    fn open(&mut self, tr: &Tr) -> Result<(&mut PlanStore, Option<String>), String> {
        let mut told = None;
        if let Self::Closed(file) = self {
            let (store, faults) = PlanStore::open(file).map_err(|e| fault(tr, &e))?;
            told = faults.first().map(|each| fault(tr, each));
            *self = Self::Open(store);
        }
        match self {
            Self::Open(store) => Ok((store, told)),
            Self::Closed(_) | Self::Homeless => Err(fault(tr, &Fault::Homeless)),
        }
    }

    /// All plans by name, and what should be told of the file.
    pub(super) fn plans(&mut self, tr: &Tr) -> Result<(Vec<KeptPlan>, Option<String>), String> {
        let (store, told) = self.open(tr)?;
        let plans = store.plans().map_err(|e| fault(tr, &e))?;
        Ok((plans.into_iter().map(|plan| KeptPlan { id: plan.id, name: plan.name }).collect(), told))
    }

    /// Keeps a plan under its name, in the place of one that has it already.
    pub(super) fn save(&mut self, tr: &Tr, name: &str, ron: &str) -> Result<(), String> {
        self.open(tr)?.0.save_plan(name, ron).map_err(|e| fault(tr, &e))?;
        Ok(())
    }

    /// The name and the text of a plan; none where it is no longer there.
    pub(super) fn plan(&mut self, tr: &Tr, id: i64) -> Result<Option<(String, String)>, String> {
        let name = self.plans(tr)?.0.into_iter().find(|plan| plan.id == id).map(|plan| plan.name);
        let text = self.open(tr)?.0.plan(id).map_err(|e| fault(tr, &e))?;
        Ok(name.zip(text))
    }

    /// The text of the plan of a name; none where there is no such plan.
    pub(super) fn named(&mut self, tr: &Tr, name: &str) -> Result<Option<String>, String> {
        let id = self.plans(tr)?.0.into_iter().find(|plan| plan.name == name).map(|plan| plan.id);
        Ok(id.map(|id| self.plan(tr, id)).transpose()?.flatten().map(|(_, text)| text))
    }

    /// The plan that an earlier window left; none where there is none, or no file yet. The file is not made for it.
    pub(super) fn draft(&mut self, tr: &Tr) -> Result<Option<String>, String> {
        match self {
            Self::Homeless => Ok(None),
            Self::Closed(file) if !file.exists() => Ok(None),
            Self::Closed(_) | Self::Open(_) => self.open(tr)?.0.draft().map_err(|e| fault(tr, &e)),
        }
    }

    /// Keeps the plan on the table, or that there is none to keep.
    pub(super) fn keep_draft(&mut self, tr: &Tr, ron: Option<&str>) -> Result<(), String> {
        let known = match self {
            Self::Homeless => return Ok(()),
            Self::Closed(file) => file.exists(),
            Self::Open(_) => true,
        };
        if !known && ron.is_none() {
            return Ok(());
        }
        self.open(tr)?.0.keep_draft(ron).map_err(|e| fault(tr, &e))
    }

    /// Takes a plan away.
    pub(super) fn delete(&mut self, tr: &Tr, id: i64) -> Result<(), String> {
        self.open(tr)?.0.delete_plan(id).map_err(|e| fault(tr, &e))
    }
}
