//! Where plans are kept while the program runs, by name.

use std::collections::BTreeMap;

use crate::visit::KeptPlan;

/// Plans by name: each name once.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    plans: BTreeMap<i64, (String, String)>,
    next: i64,
}

impl Shelf {
    /// All plans, by name.
    pub(super) fn plans(&self) -> Result<Vec<KeptPlan>, String> {
        let mut all: Vec<KeptPlan> =
            self.plans.iter().map(|(&id, (name, _))| KeptPlan { id, name: name.clone() }).collect();
        all.sort_by_key(|plan| plan.name.to_lowercase());
        Ok(all)
    }

    /// Keeps a plan under its name, in the place of one that has it already.
    pub(super) fn save_plan(&mut self, name: &str, ron: &str) -> Result<i64, String> {
        let there = self.plans.iter().find(|(_, (known, _))| known == name).map(|(&id, _)| id);
        let id = there.unwrap_or_else(|| {
            self.next += 1;
            self.next
        });
        self.plans.insert(id, (name.to_owned(), ron.to_owned()));
        Ok(id)
    }

    /// The name and the text of a plan.
    pub(super) fn plan(&self, id: i64) -> Result<Option<(String, String)>, String> {
        Ok(self.plans.get(&id).cloned())
    }

    /// Takes a plan away.
    pub(super) fn delete_plan(&mut self, id: i64) -> Result<(), String> {
        self.plans.remove(&id);
        Ok(())
    }
}
