//! S4: a write that the power tore at any place. File and journal are cut every 512 bytes, as sectors are.
//!
//! What a disk may leave that keeps its word (the journal is on it before the file is touched) comes back to the byte.
//! What only a disk leaves that does not keep it may be damaged; then a copy comes back, or what is wrong is said.

use std::fs;
use std::path::{Path, PathBuf};

use deqi::describe;
use deqi::i18n::Tr;
use deqi::store::database::Fault;
use deqi::store::diary::DiaryStore;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::keeping::{bodies, files, holding, open, place, put};

/// A sector.
const SECTOR: usize = 512;
/// How many entries there were.
const ENTRIES: u32 = 6;

/// A diary, and a write to it that had reached the file when the power went.
struct Torn {
    /// The file before.
    old: Vec<u8>,
    /// The file and its journal in the middle of the write.
    new: Vec<u8>,
    journal: Vec<u8>,
    /// The copy of the start before.
    copy: Vec<u8>,
}

/// What an entry said; together they need some pages.
fn before(id: u32) -> String {
    format!("before {id} {}", "x".repeat(1500))
}

fn all_before() -> Vec<String> {
    (1..=ENTRIES).map(before).collect()
}

fn torn() -> Torn {
    let (_folder, file) = place();
    open(&file).write(&(1..=ENTRIES).map(|id| put(id, &before(id))).collect::<Vec<_>>()).unwrap();
    // The second start makes a copy.
    drop(open(&file));
    let (old, copy) = (fs::read(&file).unwrap(), fs::read(file.with_extension("copy.sqlite")).unwrap());
    let connection = Connection::open(&file).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN;")
        .unwrap();
    let after = format!("after {}", "y".repeat(2500));
    connection.execute("UPDATE entry SET body = ?1, sum = 0", [&after]).unwrap();
    for id in 0..4 {
        connection.execute("INSERT INTO entry VALUES (?1, ?2, 0)", rusqlite::params![ENTRIES + 1 + id, after]).unwrap();
    }
    let (new, journal) = (fs::read(&file).unwrap(), fs::read(file.with_file_name("diary.sqlite-journal")).unwrap());
    assert!(new.len() > old.len() && new[..old.len()] != old[..], "the write reached the file");
    assert!(journal.len() > 3 * 4096, "what was there before stands in the journal");
    Torn { old, new, journal, copy }
}

/// A folder as the power left it.
fn left(file: &[u8], journal: &[u8], copy: Option<&[u8]>) -> (TempDir, PathBuf) {
    let (folder, path) = place();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, file).unwrap();
    fs::write(path.with_file_name("diary.sqlite-journal"), journal).unwrap();
    if let Some(copy) = copy {
        fs::write(path.with_extension("copy.sqlite"), copy).unwrap();
    }
    (folder, path)
}

/// Every place at which something of so many bytes may be cut, both ends too.
fn cuts(len: usize) -> impl Iterator<Item = usize> {
    (0..len).step_by(SECTOR).chain([len])
}

#[test]
fn a_journal_that_was_cut_anywhere_before_the_file_was_touched_changes_nothing() {
    let torn = torn();
    for cut in cuts(torn.journal.len()) {
        let (_folder, file) = left(&torn.old, &torn.journal[..cut], None);
        assert_eq!(bodies(&open(&file)), all_before(), "the journal was cut at {cut}");
    }
}

#[test]
fn a_file_that_was_written_up_to_any_place_is_as_before_the_write() {
    let torn = torn();
    for cut in cuts(torn.new.len()) {
        let rest = torn.old.get(cut..).unwrap_or_default();
        let (_folder, file) = left(&[&torn.new[..cut], rest].concat(), &torn.journal, None);
        assert_eq!(bodies(&open(&file)), all_before(), "the file was written up to {cut}");
    }
}

/// Opens what no disk should leave. Nothing is lost of it, or it is said; and what is damaged is kept.
fn survives(file: &Path, what: &str) {
    match DiaryStore::open(file) {
        Ok((store, told)) => {
            let kept = store.rows().unwrap();
            let whole = kept.rows.iter().map(|row| row.body.clone()).collect::<Vec<_>>() == all_before();
            assert!(whole || kept.unreadable > 0 || !told.is_empty(), "{what}: something is gone, and nobody says so");
            assert!(kept.rows.iter().all(|row| all_before().contains(&row.body)), "{what}: a half is taken for whole");
            for fault in &told {
                let Fault::Damaged { kept, restored, .. } = fault else { panic!("{what}: {fault:?}") };
                assert!(*restored && whole, "{what}: the copy is back");
                assert!(kept.as_ref().is_none_or(|kept| fs::metadata(kept).unwrap().len() > 0), "{what}: {fault:?}");
                assert!(describe::keeping::fault(&Tr::english(), fault).contains("is back"), "{what}");
            }
        }
        Err(fault) => assert!(describe::keeping::fault(&Tr::english(), &fault).contains("diary.sqlite"), "{what}"),
    }
    let folder = file.parent().unwrap();
    for id in 1..=ENTRIES {
        assert!(!holding(folder, &before(id)).is_empty(), "{what}: entry {id} is nowhere: {:?}", files(folder).len());
    }
}

#[test]
fn what_no_disk_should_leave_loses_nothing_in_silence_and_overwrites_nothing() {
    let torn = torn();
    for cut in cuts(torn.new.len()) {
        let (_folder, file) = left(&torn.new[..cut], &torn.journal, Some(&torn.copy));
        survives(&file, &format!("the file ends at {cut}"));
    }
    for cut in cuts(torn.journal.len()) {
        let (_folder, file) = left(&torn.new, &torn.journal[..cut], Some(&torn.copy));
        survives(&file, &format!("the journal ends at {cut} and the file was written"));
    }
}
