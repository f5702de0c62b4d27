//! One `SQLite` file of our own, opened so that nothing in it can be lost in silence.
//!
//! What a write has acknowledged is on the disk: the journal is synced before the file, the file before the journal is
//! cut. One window has a file at a time. A damaged file is set aside, a file of a newer Deqi and one that is not ours
//! are never changed. The file and its folder belong to the person who opened it alone.

mod fault;
mod files;
mod schema;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use fault::Fault;
pub(super) use files::wipe;
pub use schema::Kind;

/// How long another window is waited for, in milliseconds: long enough for one that is just closing.
const PATIENCE: u32 = 400;

/// An open file.
#[derive(Debug)]
pub struct Database {
    kind: Kind,
    file: PathBuf,
    connection: Connection,
    /// Whether every row was as it was written when the file was opened: then a copy of it may be made.
    is_sound: bool,
}

impl Database {
    /// Opens a file, or makes it. The faults beside it are what the person should know although all works: a damaged
    /// file that was set aside, a disk that takes no changes.
    ///
    /// # Errors
    /// Where there is no way to use it: another window has it, it is from a newer Deqi, it is not ours, the folder
    /// takes no file. Nothing was changed then.
    pub fn open(kind: Kind, file: &Path) -> Result<(Self, Vec<Fault>), Fault> {
        let mut told = Vec::new();
        if files::is_gone(file) && Self::come_back(kind, file)? {
            told.push(Fault::Damaged { file: file.to_owned(), kept: None, restored: true });
        }
        files::make_ready(file)?;
        let database = match Self::connect(kind, file) {
            Err(Fault::Damaged { .. }) => {
                let kept = files::set_aside(file)?;
                let copy = files::copy_of(file);
                let restored = Self::is_sound(kind, &copy) && files::bring_back(&copy, file).is_ok();
                files::make_ready(file)?;
                told.push(Fault::Damaged { file: file.to_owned(), kept: Some(kept), restored });
                Self::connect(kind, file)?
            }
            other => other?,
        };
        // A deletion that a power cut ended took this copy away first, and it may hold what is nowhere else. A folder
        // that takes no changes keeps it, and no deletion goes through there either.
        wipe(&files::old_copy_of(file)).unwrap_or_default();
        if database.is_read_only() {
            told.push(Fault::ReadOnly { file: file.to_owned() });
        }
        Ok((database, told))
    }

    fn connect(kind: Kind, file: &Path) -> Result<Self, Fault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags).map_err(|e| Fault::of(file, &e))?;
        let mut database = Self { kind, file: file.to_owned(), connection, is_sound: false };
        // The lock is held as long as the window is open, so that two windows cannot write over each other.
        database.set(&format!("PRAGMA busy_timeout={PATIENCE}; PRAGMA locking_mode=EXCLUSIVE;"))?;
        database.judge()?;
        database.set(
            "PRAGMA journal_mode=TRUNCATE; PRAGMA SYNCHRONOUS=EXTRA; PRAGMA secure_delete=ON; \
             PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;",
        )?;
        if database.number("PRAGMA page_count")? > 0 {
            let said: String = database
                .connection
                .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
                .map_err(|e| database.fault(&e))?;
            if said != "ok" {
                return Err(database.damaged());
            }
        }
        let from = database.number("PRAGMA user_version")?;
        database.write(|transaction| schema::migrate(transaction, kind, from))?;
        schema::look_for_all(&database.connection, kind).map_err(|e| Fault::of_looking(file, &e))?;
        Ok(database)
    }

    /// Whether the file is one of ours and this Deqi may change it.
    fn judge(&self) -> Result<(), Fault> {
        let is_empty = self.number("PRAGMA page_count")? == 0;
        if !is_empty && self.number("PRAGMA application_id")? != self.kind.mark() {
            return Err(Fault::Foreign { file: self.file.clone() });
        }
        let version = self.number("PRAGMA user_version")?;
        if version > self.kind.version() {
            return Err(Fault::Newer { file: self.file.clone() });
        }
        // A file gets its mark and its version at once.
        if !is_empty && version < 1 {
            return Err(self.damaged());
        }
        Ok(())
    }

    fn is_sound(kind: Kind, file: &Path) -> bool {
        file.is_file() && Self::connect(kind, file).is_ok()
    }

    /// Lets the copy take the place of a file that is gone or holds nothing. Whether there was one with something in it.
    ///
    /// # Errors
    /// Where there is a copy that may be sound but cannot be used now: a new file would soon take its place.
    fn come_back(kind: Kind, file: &Path) -> Result<bool, Fault> {
        let copy = files::copy_of(file);
        if !copy.is_file() {
            return Ok(false);
        }
        match Self::connect(kind, &copy) {
            Ok(database) if database.holds_nothing()? => return Ok(false),
            Ok(_) => {}
            Err(Fault::Damaged { .. } | Fault::Foreign { .. }) => return Ok(false),
            Err(fault) => return Err(fault),
        }
        files::bring_back(&copy, file)?;
        Ok(true)
    }

    /// Whether no row is in it.
    fn holds_nothing(&self) -> Result<bool, Fault> {
        self.read(|connection| schema::holds_nothing(connection, self.kind))
    }

    /// Keeps a copy of the file beside it, to come back to should the file be damaged. Only for a file whose every row
    /// is as it was written, so that no worse copy takes the place of a better one; and never of a file that holds
    /// nothing, since that may be the one that was lost. A disk too full for it, or locked, leaves the copy before.
    /// From now on each deletion makes the copy anew.
    pub(super) fn keep_a_copy(&mut self) {
        self.is_sound = true;
        if self.is_read_only() || self.holds_nothing().unwrap_or(true) {
            return;
        }
        let fresh = files::fresh_copy_of(&self.file);
        let made = files::make_empty(&fresh).and_then(|()| {
            let name = fresh.to_string_lossy();
            let copied = self.connection.execute("VACUUM INTO ?1", [name.as_ref()]);
            copied.and_then(|_| schema::leave_out(&fresh, self.kind)).map_err(|e| self.fault(&e))
        });
        if made.is_err() || files::put_in_place(&fresh, &files::copy_of(&self.file)).is_err() {
            wipe(&fresh).unwrap_or_default();
        }
    }

    /// Does something as a whole or not at all; once this returns, it is on the disk.
    ///
    /// # Errors
    /// Where it could not be kept. Nothing changed then.
    pub(super) fn write<T>(&mut self, act: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Fault> {
        self.write_and_forget(|connection| act(connection).map(|done| (done, false)))
    }

    /// The same for something that may delete: it tells whether it did. Then the copy goes too, and goes first, so that
    /// no power cut leaves in it what is nowhere else; a new one, without what was deleted, takes its place at once.
    ///
    /// # Errors
    /// As in [`Self::write`], and the copy is as it was. Also where all was done but the copy could not be deleted: the
    /// next opening does that.
    pub(super) fn write_and_forget<T>(
        &mut self,
        act: impl FnOnce(&Connection) -> rusqlite::Result<(T, bool)>,
    ) -> Result<T, Fault> {
        let file = &self.file;
        let (copy, old) = (files::copy_of(file), files::old_copy_of(file));
        let said = |error: rusqlite::Error| Fault::of(file, &error);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(said)?;
        let (done, deleted) = act(&transaction).map_err(said)?;
        if !deleted {
            transaction.commit().map_err(said)?;
            return Ok(done);
        }
        // A copy in the making that a crash left may hold it too.
        [&old, &files::fresh_copy_of(file)].into_iter().try_for_each(|left| wipe(left))?;
        let had_one = files::give_way(&copy, &old)?;
        if let Err(error) = transaction.commit() {
            if had_one {
                files::give_way(&old, &copy)?;
            }
            return Err(said(error));
        }
        wipe(&old)?;
        if self.is_sound {
            self.keep_a_copy();
        }
        Ok(done)
    }

    /// Reads something.
    ///
    /// # Errors
    /// Where the disk or the file fails.
    pub(super) fn read<T>(&self, look: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Fault> {
        look(&self.connection).map_err(|e| self.fault(&e))
    }

    /// Deletes the file for good, and all that Deqi put beside it: copies, damaged files that were set aside. What
    /// they hold is written over before they go.
    ///
    /// # Errors
    /// Where one of them cannot be deleted; the others are gone all the same.
    pub(super) fn erase(self) -> Result<(), Fault> {
        let Self { file, connection, .. } = self;
        let closed = connection.close().map_err(|(_, error)| Fault::of(&file, &error));
        files::erase(&file).and(closed)
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether the disk takes no changes.
    pub fn is_read_only(&self) -> bool {
        self.connection.is_readonly("main").unwrap_or(false)
    }

    /// The setting of `SQLite` that a statement asks for, as a word: for tests.
    pub fn asks(&self, statement: &str) -> Option<String> {
        let value: rusqlite::types::Value = self.connection.query_row(statement, [], |row| row.get(0)).ok()?;
        Some(match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(word) => word,
            other => format!("{other:?}"),
        })
    }

    /// Lets the file grow no further than it is, or takes all changes from it, as a full or a locked disk would: for
    /// tests.
    ///
    /// # Errors
    /// Where `SQLite` does not know the setting.
    pub fn limit(&self, pragma: &str) -> Result<(), Fault> {
        self.set(pragma)
    }

    fn set(&self, pragmas: &str) -> Result<(), Fault> {
        self.connection.execute_batch(pragmas).map_err(|e| self.fault(&e))
    }

    fn number(&self, pragma: &str) -> Result<i64, Fault> {
        self.connection.query_row(pragma, [], |row| row.get(0)).map_err(|e| Fault::of_looking(&self.file, &e))
    }

    fn fault(&self, error: &rusqlite::Error) -> Fault {
        Fault::of(&self.file, error)
    }

    fn damaged(&self) -> Fault {
        Fault::Damaged { file: self.file.clone(), kept: None, restored: false }
    }
}

/// A short sum over a text, by which a row that the disk changed is known. FNV-1a, 64 bits.
pub(super) fn sum(id: i64, text: &str) -> i64 {
    let bytes = id.to_le_bytes().into_iter().chain(text.bytes());
    bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        .cast_signed()
}
