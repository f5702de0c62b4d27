//! What the files hold, by version. A version that shipped is for ever: a change is a new step at the end.

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

    /// Its tables.
    const fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Diary => &["entry"],
            Self::Plans => &["plan", "draft"],
        }
    }

    /// What makes each version from the one before.
    const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Diary => {
                &["CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;"]
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
