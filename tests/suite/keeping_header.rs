//! S5: damage where a file says what it is: its first hundred bytes, and the layout of its tables.

use std::fs;
use std::path::Path;

use deqi::store::database::Fault;
use deqi::store::diary::DiaryStore;

use crate::keeping::{bodies, open, place, put};

/// How many bytes at the start of an `SQLite` file say what it is (<https://www.sqlite.org/fileformat2.html#the_database_header>).
const HEADER: usize = 100;

/// Opens a file that was damaged in one place: all is there, or the copy is back and the damaged file kept, or the file
/// counts as somebody else's and was left as it is.
fn survives(file: &Path, damaged: &[u8], what: &str) {
    fs::write(file, damaged).unwrap();
    match DiaryStore::open(file) {
        Ok((store, told)) => {
            assert_eq!(bodies(&store), ["before"], "{what}");
            for fault in told {
                match fault {
                    Fault::Damaged { kept: Some(kept), restored: true, .. } => {
                        assert_eq!(fs::read(kept).unwrap(), damaged, "{what}: the damaged file is as it was");
                    }
                    Fault::ReadOnly { .. } => {}
                    other => panic!("{what}: {other:?}"),
                }
            }
        }
        Err(Fault::Newer { .. } | Fault::Foreign { .. }) => {
            assert_eq!(fs::read(file).unwrap(), damaged, "{what}: it was left as it is");
        }
        Err(other) => panic!("{what}: {other:?}"),
    }
}

#[test]
fn s5_no_byte_that_says_what_a_file_is_can_cost_the_diary() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "before")]).unwrap();
    drop(open(&file));
    let whole = fs::read(&file).unwrap();
    for at in 0..HEADER {
        for flip in [0x01, 0x80, 0xFF] {
            let mut damaged = whole.clone();
            damaged[at] ^= flip;
            survives(&file, &damaged, &format!("byte {at} turned by {flip:#x}"));
        }
    }
}

#[test]
fn s5_a_file_whose_tables_have_lost_their_names_is_damaged_and_the_copy_is_back() {
    for name in ["entry", "draft", "body", "sum"] {
        let (_folder, file) = place();
        open(&file).write(&[put(1, "before")]).unwrap();
        drop(open(&file));
        let mut damaged = fs::read(&file).unwrap();
        for at in 0..damaged.len() - name.len() {
            if damaged[at..].starts_with(name.as_bytes()) {
                damaged[at] = b'_';
            }
        }
        fs::write(&file, &damaged).unwrap();
        let (store, told) = DiaryStore::open(&file).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert!(matches!(&told[..], [Fault::Damaged { restored: true, kept: Some(_), .. }]), "{name}: {told:?}");
        assert_eq!(bodies(&store), ["before"], "{name}");
    }
}
