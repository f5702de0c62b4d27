//! Files that may not lose anything: the faults S1 to S9 that disks, clocks and other windows bring.

use std::fs;
use std::path::{Path, PathBuf};

use deqi::describe;
use deqi::i18n::Tr;
use deqi::store::database::Fault;
use deqi::store::diary::{Change, DiaryStore, Kept, Row};
use deqi::store::plans::PlanStore;
use rusqlite::Connection;
use tempfile::TempDir;

/// A folder that is gone after the test, and the file in it.
pub(crate) fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("private").join("diary.sqlite");
    (folder, file)
}

pub(crate) fn put(id: u32, body: &str) -> Change {
    Change::Put(Row { id, body: body.to_owned() })
}

pub(crate) fn bodies(store: &DiaryStore) -> Vec<String> {
    store.rows().unwrap().rows.into_iter().map(|row| row.body).collect()
}

/// Opens a file that has nothing to tell.
pub(crate) fn open(file: &Path) -> DiaryStore {
    let (store, told) = DiaryStore::open(file).unwrap();
    assert_eq!(told, []);
    store
}

/// Every file in a folder with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found
}

/// The files that hold some words anywhere in their bytes.
pub(crate) fn holding(folder: &Path, words: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    files(folder).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn what_was_kept_is_there_at_the_next_start_in_the_order_of_writing() {
    let (_folder, file) = place();
    let mut store = open(&file);
    store.write(&[put(1, "first"), put(2, "second"), put(3, "third")]).unwrap();
    store.write(&[put(2, "second, changed"), Change::Remove(3)]).unwrap();
    drop(store);
    let kept = open(&file).rows().unwrap();
    assert_eq!(kept.rows.iter().map(|row| row.body.as_str()).collect::<Vec<_>>(), ["first", "second, changed"]);
    assert_eq!((kept.unreadable, kept.highest), (0, 2));
}

#[test]
fn s1_and_s4_a_write_that_was_cut_off_is_as_if_it_never_began() {
    let (folder, file) = place();
    let mut store = open(&file);
    store.write(&[put(1, "before")]).unwrap();
    drop(store);
    // A write that has reached the file but was not acknowledged: the power goes, and file and journal stay as they are.
    let torn = folder.path().join("torn");
    fs::create_dir(&torn).unwrap();
    let connection = Connection::open(&file).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN;")
        .unwrap();
    let long = "x".repeat(20_000);
    for id in 2..40 {
        connection.execute("INSERT INTO entry VALUES (?1, ?2, 0)", rusqlite::params![id, long]).unwrap();
    }
    connection.execute("UPDATE entry SET body = 'after' WHERE id = 1", []).unwrap();
    for name in ["diary.sqlite", "diary.sqlite-journal"] {
        fs::copy(file.with_file_name(name), torn.join(name)).unwrap();
    }
    assert!(fs::metadata(torn.join("diary.sqlite")).unwrap().len() > 100_000, "the write reached the file");
    assert_eq!(bodies(&open(&torn.join("diary.sqlite"))), ["before"]);
}

#[test]
fn s4_the_disk_has_it_before_a_write_returns() {
    let (_folder, file) = place();
    let store = open(&file);
    let asks = |statement| store.database().asks(statement).unwrap();
    assert_eq!(asks("PRAGMA synchronous"), "3", "EXTRA: journal, file and folder are synced");
    assert_eq!(asks("PRAGMA journal_mode"), "truncate");
    assert_eq!(asks("PRAGMA secure_delete"), "1");
    assert_eq!(asks("PRAGMA locking_mode"), "exclusive");
}

#[test]
fn s2_a_full_disk_keeps_what_was_there_and_says_so() {
    let (_folder, file) = place();
    let mut store = open(&file);
    store.write(&[put(1, "before")]).unwrap();
    let pages = store.database().asks("PRAGMA page_count").unwrap();
    store.database().limit(&format!("PRAGMA max_page_count={pages}")).unwrap();
    let full = store.write(&[put(1, "half"), put(2, &"x".repeat(50_000))]).unwrap_err();
    assert_eq!(full, Fault::Full { file: file.clone() });
    assert!(describe::keeping::fault(&Tr::english(), &full).starts_with("The disk is full"));
    assert_eq!(bodies(&store), ["before"], "all of a change is kept, or nothing of it");
    store.database().limit("PRAGMA max_page_count=1000000").unwrap();
    store.write(&[put(2, "after there is room")]).unwrap();
    drop(store);
    assert_eq!(bodies(&open(&file)), ["before", "after there is room"]);
}

#[test]
fn s3_a_folder_that_takes_no_file_is_named_and_nothing_stops() {
    let (folder, _) = place();
    let blocked = folder.path().join("a file");
    fs::write(&blocked, "no folder").unwrap();
    let file = blocked.join("diary.sqlite");
    let fault = DiaryStore::open(&file).unwrap_err();
    let said = describe::keeping::fault(&Tr::english(), &fault);
    assert!(said.contains("diary.sqlite"), "{said}");
}

#[test]
fn s3_a_file_that_takes_no_changes_is_read_and_not_written() {
    let (_folder, file) = place();
    let mut store = open(&file);
    store.write(&[put(1, "before")]).unwrap();
    store.database().limit("PRAGMA query_only=ON").unwrap();
    let fault = store.write(&[put(2, "after")]).unwrap_err();
    assert_eq!(fault, Fault::ReadOnly { file });
    assert_eq!(bodies(&store), ["before"]);
}

#[test]
fn s5_a_damaged_file_is_set_aside_and_the_copy_of_the_last_start_is_back() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "before")]).unwrap();
    drop(open(&file));
    let whole = fs::read(&file).unwrap();
    let halves: [(&str, Vec<u8>); 4] = [
        ("cut", whole[..whole.len() / 2].to_vec()),
        ("zeros", vec![0; whole.len()]),
        ("words", b"Dear diary, this is no database at all.".repeat(40)),
        ("one page lost", [&whole[..4096], &[0xA5; 4096]].concat()),
    ];
    for (number, (what, bytes)) in (1..).zip(halves) {
        fs::write(&file, &bytes).unwrap();
        let (store, told) = DiaryStore::open(&file).unwrap();
        let kept = file.with_file_name(format!("diary.damaged-{number}.sqlite"));
        assert_eq!(told, [Fault::Damaged { file: file.clone(), kept: Some(kept.clone()), restored: true }], "{what}");
        assert_eq!(fs::read(&kept).unwrap(), bytes, "{what}: the damaged file is as it was");
        assert_eq!(bodies(&store), ["before"], "{what}");
        let said = describe::keeping::fault(&Tr::english(), &told[0]);
        assert!(said.contains("was damaged") && said.contains("is back"), "{said}");
    }
}

#[test]
fn s5_a_file_that_is_empty_or_gone_comes_back_from_the_copy_of_the_last_start() {
    type Loss = fn(&Path);
    let (_folder, file) = place();
    open(&file).write(&[put(1, "before")]).unwrap();
    drop(open(&file));
    let copy = file.with_extension("copy.sqlite");
    let whole = fs::read(&copy).unwrap();
    let lose: [(&str, Loss); 3] = [
        ("empty", |file| fs::write(file, "").unwrap()),
        ("gone", |file| fs::remove_file(file).unwrap()),
        ("gone, with a journal left", |file| {
            fs::remove_file(file).unwrap();
            fs::write(file.with_file_name("diary.sqlite-journal"), [0xD9; 5000]).unwrap();
        }),
    ];
    for (what, lose) in lose {
        lose(&file);
        let (store, told) = DiaryStore::open(&file).unwrap();
        assert_eq!(told, [Fault::Damaged { file: file.clone(), kept: None, restored: true }], "{what}");
        assert_eq!(bodies(&store), ["before"], "{what}");
        let said = describe::keeping::fault(&Tr::english(), &told[0]);
        assert!(said.contains("empty or gone") && said.contains("is back"), "{said}");
        drop(store);
        assert_eq!(bodies(&open(&file)), ["before"], "{what}: the start after that has nothing to tell");
        assert_eq!(fs::read(&copy).unwrap().len(), whole.len(), "{what}: the copy is still there");
    }
}

#[test]
fn s5_a_file_without_entries_never_takes_the_place_of_a_copy_with_some() {
    let (_folder, file) = place();
    let copy = file.with_extension("copy.sqlite");
    drop(open(&file));
    assert!(!copy.exists(), "of nothing there is no copy");
    open(&file).write(&[put(1, "MARKER-IN-COPY")]).unwrap();
    drop(open(&file));
    let kept = fs::read(&copy).unwrap();
    let (_other, empty) = place();
    drop(open(&empty));
    fs::copy(&empty, &file).unwrap();
    assert_eq!(bodies(&open(&file)), [""; 0]);
    assert_eq!(fs::read(&copy).unwrap(), kept);
    // A copy that a newer Deqi made may not be used, and may not be lost either.
    fs::remove_file(&file).unwrap();
    Connection::open(&copy).unwrap().execute_batch("PRAGMA user_version=999").unwrap();
    assert_eq!(DiaryStore::open(&file).unwrap_err(), Fault::Newer { file: copy.clone() });
    assert_eq!(holding(file.parent().unwrap(), "MARKER-IN-COPY"), [copy]);
}

#[test]
fn what_was_deleted_on_purpose_does_not_come_back_when_the_file_is_lost() {
    let (_folder, file) = place();
    let ways: [fn(DiaryStore) -> Result<(), Fault>; 2] =
        [|mut store| store.write(&[Change::Remove(1)]), DiaryStore::erase];
    for delete in ways {
        open(&file).write(&[put(1, "MARKER-DELETED")]).unwrap();
        drop(open(&file));
        delete(open(&file)).unwrap();
        drop(open(&file));
        fs::remove_file(&file).unwrap();
        assert_eq!(bodies(&open(&file)), [""; 0]);
        assert_eq!(holding(file.parent().unwrap(), "MARKER-DELETED"), [""; 0].map(PathBuf::from));
    }
}

#[test]
fn s5_without_a_copy_a_new_file_begins_and_the_damaged_one_stays() {
    let (_folder, file) = place();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "garbage ".repeat(2000)).unwrap();
    let (mut store, told) = DiaryStore::open(&file).unwrap();
    assert!(matches!(&told[..], [Fault::Damaged { restored: false, .. }]), "{told:?}");
    store.write(&[put(1, "new")]).unwrap();
    drop(store);
    assert_eq!(bodies(&open(&file)), ["new"]);
    assert_eq!(holding(file.parent().unwrap(), "garbage ").len(), 1, "nothing is thrown away");
}

#[test]
fn s5_a_row_that_the_disk_changed_is_counted_and_left_and_its_number_is_not_given_again() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "as written"), put(2, "to be changed")]).unwrap();
    drop(open(&file));
    let bytes = fs::read(&file).unwrap();
    let at = bytes.windows(13).position(|window| window == b"to be changed").unwrap();
    let mut changed = bytes.clone();
    changed[at] = b'd';
    fs::write(&file, &changed).unwrap();
    let store = open(&file);
    let Kept { rows, unreadable, highest } = store.rows().unwrap();
    assert_eq!((rows.len(), unreadable, highest), (1, 1, 2));
    assert_eq!(holding(file.parent().unwrap(), "do be changed"), [file], "it stays, and no good copy is lost for it");
}

#[test]
fn s6_a_second_window_is_told_and_changes_nothing() {
    let (_folder, file) = place();
    let mut first = open(&file);
    first.write(&[put(1, "first window")]).unwrap();
    let second = DiaryStore::open(&file).unwrap_err();
    assert_eq!(second, Fault::Busy { file: file.clone() });
    assert!(describe::keeping::fault(&Tr::english(), &second).contains("another window"));
    first.write(&[put(2, "still the first")]).unwrap();
    drop(first);
    assert_eq!(bodies(&open(&file)), ["first window", "still the first"], "trying again later works");
}

#[test]
fn s7_entries_keep_the_order_of_writing_whatever_the_clock_says() {
    let (_folder, file) = place();
    let mut store = open(&file);
    for (id, day) in (1..).zip(["2026-11-25", "1970-01-01", "2036-11-25", "2026-11-26"]) {
        store.write(&[put(id, day)]).unwrap();
    }
    drop(store);
    assert_eq!(bodies(&open(&file)), ["2026-11-25", "1970-01-01", "2036-11-25", "2026-11-26"]);
}

#[test]
fn s9_a_file_of_a_newer_deqi_is_left_as_it_is() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "from the future")]).unwrap();
    Connection::open(&file).unwrap().execute_batch("PRAGMA user_version=999").unwrap();
    let before = fs::read(&file).unwrap();
    let fault = DiaryStore::open(&file).unwrap_err();
    assert_eq!(fault, Fault::Newer { file: file.clone() });
    assert!(describe::keeping::fault(&Tr::english(), &fault).contains("newer Deqi"));
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(files(file.parent().unwrap()).iter().all(|(path, _)| !path.display().to_string().contains("damaged")));
}

#[test]
fn a_file_of_another_program_is_left_as_it_is() {
    let (_folder, file) = place();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    let before = fs::read(&file).unwrap();
    assert_eq!(DiaryStore::open(&file).unwrap_err(), Fault::Foreign { file: file.clone() });
    assert_eq!(fs::read(&file).unwrap(), before);
    let (_other, plans) = place();
    PlanStore::open(&plans).unwrap().0.save_plan("A", "()").unwrap();
    assert_eq!(DiaryStore::open(&plans).unwrap_err(), Fault::Foreign { file: plans }, "plans are no diary");
}

#[cfg(unix)]
#[test]
fn files_and_their_folder_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, file) = place();
    let mut store = open(&file);
    store.write(&[put(1, "private")]).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    let all = files(file.parent().unwrap());
    assert!(all.len() >= 2, "the file and its journal: {all:?}");
    for (path, _) in all {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn an_entry_that_is_deleted_leaves_nothing_on_the_disk() {
    let (folder, file) = place();
    open(&file).write(&[put(1, "stays"), put(2, "MARKER-OF-ONE")]).unwrap();
    let mut store = open(&file);
    assert!(!holding(folder.path(), "MARKER-OF-ONE").is_empty());
    store.write(&[Change::Remove(2)]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER-OF-ONE"), [""; 0].map(PathBuf::from));
    store.write(&[put(1, "MARKER-CHANGED")]).unwrap();
    store.write(&[put(1, "stays")]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER-CHANGED"), [""; 0].map(PathBuf::from));
    assert_eq!(bodies(&store), ["stays"]);
}

#[test]
fn a_deletion_leaves_a_copy_without_what_was_deleted() {
    let (folder, file) = place();
    open(&file).write(&[put(1, "stays"), put(2, "MARKER-OF-ONE")]).unwrap();
    let mut store = open(&file);
    store.write(&[put(3, "written since")]).unwrap();
    store.write(&[Change::Remove(2)]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER-OF-ONE"), [""; 0].map(PathBuf::from));
    drop(store);
    // The file is lost before the next start.
    fs::write(&file, "garbage ".repeat(2000)).unwrap();
    let (store, told) = DiaryStore::open(&file).unwrap();
    assert!(matches!(&told[..], [Fault::Damaged { restored: true, .. }]), "{told:?}");
    assert_eq!(bodies(&store), ["stays", "written since"]);
}

#[test]
fn a_copy_of_a_file_with_a_bad_row_is_not_made_by_a_deletion_either() {
    let (_folder, file) = place();
    open(&file).write(&[put(1, "to be changed"), put(2, "goes")]).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(13).position(|window| window == b"to be changed").unwrap();
    bytes[at] = b'd';
    fs::write(&file, bytes).unwrap();
    open(&file).write(&[Change::Remove(2)]).unwrap();
    assert!(!file.with_extension("copy.sqlite").exists());
}

#[test]
fn a_deletion_that_fails_at_its_very_end_costs_neither_the_row_nor_the_copy() {
    let (folder, file) = place();
    open(&file).write(&[put(1, "stays"), put(2, "MARKER-OF-ONE")]).unwrap();
    let mut store = open(&file);
    let copy = file.with_extension("copy.sqlite");
    let before = fs::read(&copy).unwrap();
    // What is told of only when the change is to be put on the disk, as a disk that fails then would.
    let fails = "PRAGMA foreign_keys=ON; CREATE TEMP TABLE one (id INTEGER PRIMARY KEY); \
                 CREATE TEMP TABLE other (id INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED); \
                 CREATE TEMP TRIGGER fails AFTER DELETE ON entry BEGIN INSERT INTO other VALUES (1); END;";
    store.database().limit(fails).unwrap();
    store.write(&[Change::Remove(2)]).unwrap_err();
    assert_eq!(bodies(&store), ["stays", "MARKER-OF-ONE"]);
    assert_eq!(fs::read(&copy).unwrap(), before);
    store.database().limit("DROP TRIGGER fails").unwrap();
    store.write(&[Change::Remove(2)]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER-OF-ONE"), [""; 0].map(PathBuf::from));
}

#[test]
fn what_a_crash_in_the_middle_of_a_deletion_left_is_gone_at_the_next_start() {
    let (folder, file) = place();
    open(&file).write(&[put(1, "stays")]).unwrap();
    for left in ["copy.old", "copy.new"] {
        fs::write(file.with_extension(left), "MARKER-OF-ONE").unwrap();
    }
    open(&file).write(&[put(2, "goes"), Change::Remove(2)]).unwrap();
    assert_eq!(holding(folder.path(), "MARKER-OF-ONE"), [""; 0].map(PathBuf::from));
    let mut names: Vec<_> = files(file.parent().unwrap()).into_iter().map(|(path, _)| path).collect();
    names.sort();
    let name = |end| file.with_extension(end);
    assert_eq!(names, [name("copy.sqlite"), file.clone(), name("sqlite-journal")]);
}

#[test]
fn plans_have_a_copy_all_the_time() {
    let (folder, file) = place();
    let (mut store, _) = PlanStore::open(&file).unwrap();
    store.save_plan("Monday", "(monday)").unwrap();
    store.keep_draft(Some("(MARKER)")).unwrap();
    drop(store);
    let (mut store, _) = PlanStore::open(&file).unwrap();
    let gone = store.save_plan("MARKER of Tuesday", "()").unwrap();
    // As happens whenever a plan gets its name.
    store.keep_draft(None).unwrap();
    store.delete_plan(gone).unwrap();
    assert_eq!(holding(folder.path(), "MARKER"), [""; 0].map(PathBuf::from));
    drop(store);
    fs::remove_file(&file).unwrap();
    let (store, told) = PlanStore::open(&file).unwrap();
    assert_eq!(told, [Fault::Damaged { file: file.clone(), kept: None, restored: true }]);
    let names: Vec<String> = store.plans().unwrap().into_iter().map(|plan| plan.name).collect();
    assert_eq!(names, ["Monday"]);
}

#[test]
fn deleting_everything_writes_over_every_file_before_it_goes() {
    let (folder, file) = place();
    open(&file).write(&[put(1, "MARKER-OF-ALL")]).unwrap();
    drop(open(&file));
    // A damaged file that was set aside holds entries too.
    let mut bytes = fs::read(&file).unwrap();
    bytes[0] = b'X';
    fs::write(&file, bytes).unwrap();
    let (store, _) = DiaryStore::open(&file).unwrap();
    let private = file.parent().unwrap();
    let found = holding(private, "MARKER-OF-ALL");
    assert_eq!(found.len(), 3, "the file, its copy, the damaged one: {found:?}");
    // Second names for the same bytes on the disk show what becomes of them.
    let shadows = folder.path().join("shadows");
    fs::create_dir(&shadows).unwrap();
    for (number, path) in found.iter().enumerate() {
        fs::hard_link(path, shadows.join(number.to_string())).unwrap();
    }
    // Someone took one of the damaged files away before: those with higher numbers go all the same.
    fs::rename(private.join("diary.damaged-1.sqlite"), private.join("diary.damaged-3.sqlite")).unwrap();
    store.erase().unwrap();
    assert_eq!(files(private).len(), 0, "no file is left");
    assert_eq!(holding(folder.path(), "MARKER"), [""; 0].map(PathBuf::from), "nor are its bytes");
}

#[test]
fn plans_are_kept_by_name_found_again_and_deleted() {
    let (folder, file) = place();
    let (mut store, told) = PlanStore::open(&file).unwrap();
    assert_eq!(told, []);
    let second = store.save_plan("Tuesday, knee", "(points: [])").unwrap();
    let first = store.save_plan("Back, central", "(points: [\"BL23\"])").unwrap();
    assert_eq!(
        store.save_plan("Tuesday, knee", "(points: [\"MARKER\"])").unwrap(),
        second,
        "a name stands for one plan"
    );
    drop(store);
    let (mut store, _) = PlanStore::open(&file).unwrap();
    let names: Vec<(i64, String)> = store.plans().unwrap().into_iter().map(|plan| (plan.id, plan.name)).collect();
    assert_eq!(names, [(first, "Back, central".to_owned()), (second, "Tuesday, knee".to_owned())]);
    assert_eq!(store.plan(second).unwrap().as_deref(), Some("(points: [\"MARKER\"])"));
    store.delete_plan(second).unwrap();
    assert_eq!(store.plan(second).unwrap(), None);
    assert_eq!(holding(folder.path(), "MARKER"), [""; 0].map(PathBuf::from));
}

#[test]
fn the_plan_on_the_table_is_kept_once_and_goes_without_a_trace() {
    let (folder, file) = place();
    let (mut store, _) = PlanStore::open(&file).unwrap();
    assert_eq!(store.draft().unwrap(), None);
    store.keep_draft(Some("(points: [\"FIRST\"])")).unwrap();
    store.keep_draft(Some("(points: [\"MARKER\"])")).unwrap();
    drop(store);
    let (mut store, _) = PlanStore::open(&file).unwrap();
    assert_eq!(store.draft().unwrap().as_deref(), Some("(points: [\"MARKER\"])"));
    assert_eq!(store.plans().unwrap(), [], "it is no plan of the list");
    store.keep_draft(None).unwrap();
    assert_eq!(store.draft().unwrap(), None);
    assert_eq!(holding(folder.path(), "MARKER"), [""; 0].map(PathBuf::from));
}

#[test]
fn plans_of_the_first_deqi_are_read_by_this_one() {
    let (_folder, file) = place();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let first = "CREATE TABLE plan (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, body TEXT NOT NULL, \
                 sum INTEGER NOT NULL) STRICT; PRAGMA application_id=0x44716950; PRAGMA user_version=1;";
    Connection::open(&file).unwrap().execute_batch(first).unwrap();
    let (mut store, told) = PlanStore::open(&file).unwrap();
    assert_eq!(told, []);
    store.save_plan("Old", "()").unwrap();
    store.keep_draft(Some("(new)")).unwrap();
    assert_eq!((store.plans().unwrap().len(), store.draft().unwrap().as_deref()), (1, Some("(new)")));
}
