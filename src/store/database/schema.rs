//! What the files hold, by version. A version that shipped is for ever: a change is a new step at the end.

use std::path::Path;

use rusqlite::Connection;

/// What a file is for. Each has a file of its own, so that deleting a diary for good leaves plans alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A diary.
    Diary,
    /// Plans of a practice.
    Plans,
}

impl Kind {
    /// Marks the file as ours: the letters `Dqi` and one more.
    pub(super) const fn mark(self) -> i64 {
        match self {
            Self::Diary => 0x4471_6944,
            Self::Plans => 0x4471_6950,
        }
    }

    /// The newest version that this Deqi knows.
    pub(super) const fn version(self) -> i64 {
        self.steps().len() as i64
    }

    /// The tables that its copy is made for.
    const fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Diary => &["entry"],
            Self::Plans => &["plan", "draft"],
        }
    }

    /// The tables that no copy holds. What a person began to write down and threw away shall be nowhere, and the copy
    /// of their diary shall not have to go for it.
    pub(super) const fn passing(self) -> &'static [&'static str] {
        match self {
            Self::Diary => &["draft"],
            Self::Plans => &[],
        }
    }

    /// What makes each version from the one before.
    const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Diary => {
                &[
                    "CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;",
                    // What is being written; a row that the disk changed stays, and the next one takes its place.
                    "CREATE TABLE draft (id INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;",
                ]
            }
            Self::Plans => {
                &[
                    "CREATE TABLE plan (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, body TEXT NOT NULL, \
                 sum INTEGER NOT NULL) STRICT;",
                    // The plan on the table, which has no name yet.
                    "CREATE TABLE draft (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL, \
                 sum INTEGER NOT NULL) STRICT;",
                ]
            }
        }
    }
}

/// Asks for every column of every table.
///
/// # Errors
/// Where one is not there: then the file is not as [`migrate`] left it.
pub(super) fn look_for_all(connection: &Connection, kind: Kind) -> rusqlite::Result<()> {
    let tables: &[(&str, &str)] = match kind {
        Kind::Diary => &[("entry", "id, body, sum"), ("draft", "id, body, sum")],
        Kind::Plans => &[("plan", "id, name, body, sum"), ("draft", "id, body, sum")],
    };
    tables
        .iter()
        .try_for_each(|(table, columns)| connection.prepare(&format!("SELECT {columns} FROM {table}")).map(drop))
}

/// Whether no table of a file has a row.
pub(super) fn holds_nothing(connection: &Connection, kind: Kind) -> rusqlite::Result<bool> {
    for table in kind.tables() {
        let row = format!("SELECT EXISTS (SELECT 1 FROM {table})");
        if connection.query_row(&row, [], |row| row.get(0))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes out of a new copy what no copy holds. Nobody else sees the file yet, so it needs no journal.
pub(super) fn leave_out(copy: &Path, kind: Kind) -> rusqlite::Result<()> {
    if kind.passing().is_empty() {
        return Ok(());
    }
    let connection = Connection::open(copy)?;
    connection.execute_batch("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;")?;
    kind.passing().iter().try_for_each(|table| connection.execute_batch(&format!("DELETE FROM {table}")))
}

/// Brings a file from one version to the newest.
pub(super) fn migrate(connection: &Connection, kind: Kind, from: i64) -> rusqlite::Result<()> {
    let steps = usize::try_from(from).ok().and_then(|from| kind.steps().get(from..)).unwrap_or_default();
    if steps.is_empty() {
        return Ok(());
    }
    for step in steps {
        connection.execute_batch(step)?;
    }
    connection.execute_batch(&format!("PRAGMA application_id={}; PRAGMA user_version={};", kind.mark(), kind.version()))
}
