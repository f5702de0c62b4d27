//! The diary on the disk: numbered rows of text. What stands in them is [`crate::diary`]'s matter.

use std::path::Path;

use rusqlite::params;

use super::database::{Database, Fault, Kind, sum};

/// One entry as it is kept.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// Its number. Numbers grow, whatever the clock says.
    pub id: u32,
    /// Its text.
    pub body: String,
}

/// A change of the diary.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change {
    /// Keep this row, in the place of one with its number.
    Put(Row),
    /// Delete the row with this number.
    Remove(u32),
}

/// What is in the file.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Kept {
    /// The rows that are as they were written, in the order of their numbers.
    pub rows: Vec<Row>,
    /// How many are not. They stay in the file.
    pub unreadable: usize,
    /// The highest number that was given, to a row that cannot be read too.
    pub highest: u32,
}

/// The file with the diary.
#[derive(Debug)]
pub struct DiaryStore(Database);

impl DiaryStore {
    /// Opens the file, or makes it. The faults beside it should be told, though all works.
    ///
    /// # Errors
    /// Where it cannot be used: see [`Database::open`].
    pub fn open(file: &Path) -> Result<(Self, Vec<Fault>), Fault> {
        let (database, told) = Database::open(Kind::Diary, file)?;
        let mut store = Self(database);
        if store.rows()?.unreadable == 0 {
            store.0.keep_a_copy();
        }
        Ok((store, told))
    }

    /// What is in the file.
    ///
    /// # Errors
    /// Where the disk or the file fails.
    pub fn rows(&self) -> Result<Kept, Fault> {
        self.0.read(|connection| {
            let mut kept = Kept::default();
            let mut rows = connection.prepare("SELECT id, body, sum FROM entry ORDER BY id")?;
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                let id: i64 = row.get(0)?;
                let body: Option<String> = row.get(1).ok();
                let sound = |body: &String| row.get::<_, i64>(2).is_ok_and(|kept| kept == sum(id, body));
                let number = u32::try_from(id).ok();
                kept.highest = kept.highest.max(number.unwrap_or_default());
                match (number, body.filter(sound)) {
                    (Some(id), Some(body)) => kept.rows.push(Row { id, body }),
                    _ => kept.unreadable += 1,
                }
            }
            Ok(kept)
        })
    }

    /// Keeps changes, all of them or none.
    ///
    /// # Errors
    /// Where they could not be kept. Nothing changed then.
    pub fn write(&mut self, changes: &[Change]) -> Result<(), Fault> {
        self.0.write_and_forget(|connection| {
            for change in changes {
                match change {
                    Change::Put(Row { id, body }) => connection.execute(
                        "INSERT OR REPLACE INTO entry (id, body, sum) VALUES (?1, ?2, ?3)",
                        params![id, body, sum(i64::from(*id), body)],
                    )?,
                    Change::Remove(id) => connection.execute("DELETE FROM entry WHERE id = ?1", [id])?,
                };
            }
            Ok(((), changes.iter().any(|change| matches!(change, Change::Remove(_)))))
        })
    }

    /// Deletes the diary for good, with every copy that Deqi kept beside it.
    ///
    /// # Errors
    /// Where a file cannot be deleted; the others are gone all the same.
    pub fn erase(self) -> Result<(), Fault> {
        self.0.erase()
    }

    /// The file beneath.
    pub fn database(&self) -> &Database {
        &self.0
    }
}
