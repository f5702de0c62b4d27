//! The plans of a practice, by name.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::database::{Database, Fault, Kind, sum};

/// The number of the one draft.
const DRAFT: i64 = 1;

/// A plan that is kept, for a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlanEntry {
    /// Its number, for ever.
    pub id: i64,
    /// The name it was given.
    pub name: String,
}

/// The file with plans.
#[derive(Debug)]
pub struct PlanStore(Database);

impl PlanStore {
    /// Opens the file, or makes it. The faults beside it should be told, though all works.
    ///
    /// # Errors
    /// Where it cannot be used: see [`Database::open`].
    pub fn open(file: &Path) -> Result<(Self, Vec<Fault>), Fault> {
        let (database, told) = Database::open(Kind::Plans, file)?;
        let mut store = Self(database);
        if store.plans()?.iter().all(|plan| store.plan(plan.id).is_ok()) && store.draft().is_ok() {
            store.0.keep_a_copy();
        }
        Ok((store, told))
    }

    /// All plans, by name.
    ///
    /// # Errors
    /// Where the disk or the file fails.
    pub fn plans(&self) -> Result<Vec<PlanEntry>, Fault> {
        self.0.read(|connection| {
            let mut rows = connection.prepare("SELECT id, name FROM plan ORDER BY name COLLATE NOCASE, id")?;
            let plans = rows.query_map([], |row| Ok(PlanEntry { id: row.get(0)?, name: row.get(1)? }))?;
            plans.collect()
        })
    }

    /// Keeps a plan under a name and gives its number. A plan that already has the name is replaced.
    ///
    /// # Errors
    /// Where it could not be kept. Nothing changed then.
    pub fn save_plan(&mut self, name: &str, ron: &str) -> Result<i64, Fault> {
        self.0.write(|connection| {
            let known: Option<i64> =
                connection.query_row("SELECT id FROM plan WHERE name = ?1", [name], |row| row.get(0)).optional()?;
            if let Some(id) = known {
                let changed = "UPDATE plan SET body = ?2, sum = ?3 WHERE id = ?1";
                connection.execute(changed, params![id, ron, sum(id, ron)])?;
                return Ok(id);
            }
            add(connection, name, ron)
        })
    }

    /// The text of a plan; none where no plan has this number.
    ///
    /// # Errors
    /// Where the disk fails, or the plan is not as it was written.
    pub fn plan(&self, id: i64) -> Result<Option<String>, Fault> {
        let found: Option<(String, i64)> = self.0.read(|connection| {
            let plan = "SELECT body, sum FROM plan WHERE id = ?1";
            connection.query_row(plan, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })?;
        match found {
            Some((body, kept)) if kept == sum(id, &body) => Ok(Some(body)),
            Some(_) => Err(Fault::Unreadable { file: self.0.file().to_owned(), count: 1 }),
            None => Ok(None),
        }
    }

    /// Deletes a plan; where none has this number there is nothing to do.
    ///
    /// # Errors
    /// Where it could not be deleted.
    pub fn delete_plan(&mut self, id: i64) -> Result<(), Fault> {
        self.0.write_and_forget(|connection| {
            let gone = connection.execute("DELETE FROM plan WHERE id = ?1", [id])?;
            Ok(((), gone > 0))
        })
    }

    /// The plan that lay on the table last and has no name of its own; none where there is none.
    ///
    /// # Errors
    /// Where the disk fails, or the plan is not as it was written.
    pub fn draft(&self) -> Result<Option<String>, Fault> {
        let Some((body, kept)) = self.0.read(draft)? else { return Ok(None) };
        let body = String::from_utf8(body).ok().filter(|body| kept == sum(DRAFT, body));
        body.map(Some).ok_or_else(|| Fault::Unreadable { file: self.0.file().to_owned(), count: 1 })
    }

    /// Gives the plan on the table a name, in a list where nothing takes its place. One that is not as it was written
    /// gets it too, with all that can be read of it. Where there is none there is nothing to do.
    ///
    /// # Errors
    /// Where it could not be kept. Nothing changed then.
    pub fn set_draft_aside(&mut self, name: &str) -> Result<(), Fault> {
        self.0.write(|connection| {
            if let Some((body, _)) = draft(connection)? {
                add(connection, name, &String::from_utf8_lossy(&body))?;
                connection.execute("DELETE FROM draft", [])?;
            }
            Ok(())
        })
    }

    /// Keeps the plan on the table in the place of the one before, or none.
    ///
    /// # Errors
    /// Where it could not be kept. Nothing changed then.
    pub fn keep_draft(&mut self, ron: Option<&str>) -> Result<(), Fault> {
        let Some(ron) = ron else {
            return self.0.write_and_forget(|connection| {
                let gone = connection.execute("DELETE FROM draft", [])?;
                Ok(((), gone > 0))
            });
        };
        let kept = "INSERT OR REPLACE INTO draft (id, body, sum) VALUES (?1, ?2, ?3)";
        self.0.write(|connection| connection.execute(kept, params![DRAFT, ron, sum(DRAFT, ron)]))?;
        Ok(())
    }

    /// The file beneath.
    pub fn database(&self) -> &Database {
        &self.0
    }
}

/// Adds a plan and gives its number.
fn add(connection: &Connection, name: &str, ron: &str) -> rusqlite::Result<i64> {
    connection.execute("INSERT INTO plan (name, body, sum) VALUES (?1, ?2, 0)", params![name, ron])?;
    let id = connection.last_insert_rowid();
    connection.execute("UPDATE plan SET sum = ?2 WHERE id = ?1", params![id, sum(id, ron)])?;
    Ok(id)
}

/// The bytes of the plan on the table, and their sum as it was written.
fn draft(connection: &Connection) -> rusqlite::Result<Option<(Vec<u8>, i64)>> {
    let draft = "SELECT CAST(body AS BLOB), sum FROM draft";
    connection.query_row(draft, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}
