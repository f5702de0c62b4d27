//! The folder of a running kiosk, best in memory: counters for a monitor, and a short record of crashes. Nothing in it
//! is about a person, and neither file grows without end.

use std::io;
use std::path::{Path, PathBuf};

/// The file with counters: monitors such as `node_exporter` look for this ending.
const METRICS: &str = "deqi.prom";
/// The file that says what went wrong.
const CRASHES: &str = "crash.txt";
/// The most that the record of crashes may hold, in bytes.
pub const MOST_CRASH_BYTES: usize = 64 * 1024;
/// The most that one entry of it may hold, in bytes.
const MOST_ENTRY_BYTES: usize = 4 * 1024;

/// The folder of a running kiosk. It must be there already.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RunDir(PathBuf);

impl RunDir {
    /// A folder.
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where counters are.
    pub fn metrics_file(&self) -> PathBuf {
        self.0.join(METRICS)
    }

    /// Where crashes are recorded.
    pub fn crash_file(&self) -> PathBuf {
        self.0.join(CRASHES)
    }

    /// Replaces the counters, so that whoever reads them sees the old ones or the new ones.
    ///
    /// # Errors
    /// What the platform says where the folder is missing, full or read-only.
    pub fn write_metrics(&self, text: &str) -> io::Result<()> {
        replace(&self.metrics_file(), text)
    }

    /// Adds an entry to the record of crashes. The oldest ones make room for it.
    ///
    /// # Errors
    /// What the platform says where the folder is missing, full or read-only.
    pub fn add_crash(&self, entry: &str) -> io::Result<()> {
        // A record that cannot be read is begun anew: it may not keep the program from ending.
        let old = std::fs::read(self.crash_file()).unwrap_or_default();
        replace(&self.crash_file(), &with_entry(&String::from_utf8_lossy(&old), entry))
    }
}

/// No power cut is waited for here: what is in this folder is about now, and is often in memory anyway.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path)
}

/// The record with one more entry at its end, and as many of the older ones as there is room for.
fn with_entry(old: &str, entry: &str) -> String {
    let mut entry = entry.trim().replace("\n\n", "\n");
    entry.truncate(entry.floor_char_boundary(MOST_ENTRY_BYTES));
    let room = MOST_CRASH_BYTES - entry.len() - 2;
    let mut kept = old.trim();
    while kept.len() + 1 > room {
        kept = kept.split_once("\n\n").map_or("", |(_, newer)| newer);
    }
    if kept.is_empty() { format!("{entry}\n") } else { format!("{kept}\n\n{entry}\n") }
}

#[cfg(test)]
mod tests {
    use super::{MOST_CRASH_BYTES, RunDir, with_entry};

    #[test]
    fn the_record_keeps_the_newest_and_never_grows_too_large() {
        let mut record = String::new();
        for i in 0..3000 {
            record = with_entry(&record, &format!("entry {i}\n\n{}", "ä".repeat(i)));
            assert!(record.len() <= MOST_CRASH_BYTES, "{} bytes", record.len());
            assert!(record.contains(&format!("entry {i}\n")), "{i}");
        }
        assert!(!record.contains("entry 0\n"));
        assert!(record.starts_with("entry "), "only whole entries are kept");
        let strange = with_entry(&"x".repeat(70_000), "new");
        assert_eq!(strange, "new\n", "what is none of ours makes room");
    }

    #[test]
    fn files_are_replaced_as_a_whole_and_leave_nothing_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let run = RunDir::new(folder.path().to_owned());
        run.write_metrics("a 1\n").unwrap();
        run.write_metrics("a 2\n").unwrap();
        run.add_crash("one").unwrap();
        run.add_crash("two").unwrap();
        assert_eq!(std::fs::read_to_string(run.metrics_file()).unwrap(), "a 2\n");
        assert_eq!(std::fs::read_to_string(run.crash_file()).unwrap(), "one\n\ntwo\n");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn where_nothing_can_be_written_it_says_so() {
        let run = RunDir::new("/nowhere/at/all".into());
        assert!(run.write_metrics("a 1\n").is_err() && run.add_crash("one").is_err());
    }
}
