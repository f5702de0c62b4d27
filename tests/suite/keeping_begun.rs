//! What is being written in a diary, and the disk: as safe as an entry, and gone with the last word of it.

use std::fs;
use std::path::PathBuf;

use deqi::store::database::Fault;
use deqi::store::diary::{Begun, Change, DiaryStore};
use rusqlite::Connection;

use crate::keeping::{bodies, holding, open, place, put};

fn begun(store: &DiaryStore) -> Option<String> {
    let Begun { text, unreadable } = store.begun().unwrap();
    assert_eq!(unreadable, 0);
    text
}

#[test]
fn what_is_being_written_is_kept_once_and_goes_without_a_trace_and_no_copy_holds_it() {
    let (folder, file) = place();
    let mut store = open(&file);
    assert_eq!(begun(&store), None);
    store.write(&[put(1, "kept"), Change::Draft(Some("first words".to_owned()))]).unwrap();
    store.write(&[Change::Draft(Some("MARKER, more words".to_owned()))]).unwrap();
    drop(store);
    let mut store = open(&file);
    assert_eq!(begun(&store).as_deref(), Some("MARKER, more words"));
    assert_eq!(bodies(&store), ["kept"], "it is no entry");
    let copy = file.with_extension("copy.sqlite");
    assert_eq!(
        holding(folder.path(), "MARKER"),
        std::slice::from_ref(&file),
        "the copy that this start made does not hold it"
    );
    assert_eq!(holding(folder.path(), "kept").len(), 2, "but it holds the entry");
    // The entry is kept and no longer begun in one step: no power cut comes between.
    store.write(&[put(2, "done"), Change::Draft(None)]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER"), [""; 0].map(PathBuf::from));
    assert!(copy.exists(), "the copy does not go for it");
    drop(store);
    let store = open(&file);
    assert_eq!((begun(&store), bodies(&store)), (None, vec!["kept".to_owned(), "done".to_owned()]));
}

#[test]
fn what_is_being_written_is_as_safe_as_an_entry() {
    let (_folder, file) = place();
    let mut store = open(&file);
    store.write(&[Change::Draft(Some("begun".to_owned()))]).unwrap();
    let pages = store.database().asks("PRAGMA page_count").unwrap();
    store.database().limit(&format!("PRAGMA max_page_count={pages}")).unwrap();
    let long = [put(1, "half"), Change::Draft(Some("x".repeat(50_000)))];
    assert_eq!(store.write(&long).unwrap_err(), Fault::Full { file: file.clone() });
    assert_eq!((begun(&store).as_deref(), bodies(&store).len()), (Some("begun"), 0), "all of it or nothing");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(matches!(DiaryStore::open(&file), Err(Fault::Busy { .. })), "another window cannot write over it");
}

#[test]
fn what_the_disk_changed_of_it_is_counted_and_left() {
    let (folder, file) = place();
    open(&file).write(&[Change::Draft(Some("as it was begun".to_owned()))]).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(15).position(|window| window == b"as it was begun").unwrap();
    bytes[at] = b'A';
    fs::write(&file, bytes).unwrap();
    let mut store = open(&file);
    assert_eq!(store.begun().unwrap(), Begun { text: None, unreadable: 1 });
    store.write(&[Change::Draft(Some("begun anew".to_owned()))]).unwrap();
    assert_eq!(store.begun().unwrap(), Begun { text: Some("begun anew".to_owned()), unreadable: 1 });
    assert_eq!(holding(folder.path(), "As it was begun"), [file]);
}

#[test]
fn a_diary_of_the_first_deqi_is_read_by_this_one() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "old"), put(2, "older")]).unwrap();
    // As the first Deqi left it: one table, and version 1.
    Connection::open(&file).unwrap().execute_batch("DROP TABLE draft; PRAGMA user_version=1;").unwrap();
    let mut store = open(&file);
    assert_eq!((bodies(&store), begun(&store)), (vec!["old".to_owned(), "older".to_owned()], None));
    store.write(&[Change::Draft(Some("new".to_owned()))]).unwrap();
    assert_eq!(begun(&store).as_deref(), Some("new"));
    // To that Deqi, which knows version 1, it is now a file from a newer one: `s9` tells what becomes of such a file.
    assert_eq!(store.database().asks("PRAGMA user_version").as_deref(), Some("2"));
}
