//! Writes into a diary until it is killed, and reads what is there: the other half of `tools/diary/kill9`.
//!
//! `diary_writer FILE write SEED SIZE` says `try …` before each write and `done …` once it returned; a write that fails
//! ends it with `failed …`. `diary_writer FILE read` says each row that is there, and what else there was to tell.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a tool for developers may stop with a message")]

use std::io::Write as _;
use std::path::Path;

use deqi::store::diary::{Change, DiaryStore, Row};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [file, "write", seed, size] => {
            let seed = seed.parse().expect("a seed is a number");
            write(Path::new(file), seed, size.parse().expect("a size is a number"));
        }
        [file, "read"] => read(Path::new(file)),
        _ => println!("diary_writer FILE write SEED SIZE | diary_writer FILE read"),
    }
}

/// Says a line at once: nothing of it may wait in this program when it is killed.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).expect("someone listens");
}

fn write(file: &Path, mut seed: u64, size: usize) {
    let (mut store, told) = match DiaryStore::open(file) {
        Ok(opened) => opened,
        Err(fault) => return say(&format!("failed to open: {fault:?}")),
    };
    for fault in told {
        say(&format!("told {fault:?}"));
    }
    let kept = store.rows().expect("the file can be read");
    let mut ids: Vec<u32> = kept.rows.iter().map(|row| row.id).collect();
    let mut highest = kept.highest;
    for version in seed.. {
        // A small generator: the same seed makes the same changes.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = (seed >> 33) as usize;
        let old = (!ids.is_empty()).then(|| ids[pick % ids.len()]);
        let (change, line) = match (pick / 7 % 10, old) {
            (0, Some(id)) if ids.len() > 20 => {
                ids.retain(|kept| *kept != id);
                (Change::Remove(id), format!("remove {id}"))
            }
            (1..=3, Some(id)) => (put(id, version, size), format!("put {id} {version}")),
            _ => {
                highest += 1;
                ids.push(highest);
                (put(highest, version, size), format!("put {highest} {version}"))
            }
        };
        say(&format!("try {line}"));
        match store.write(&[change]) {
            Ok(()) => say(&format!("done {line}")),
            Err(fault) => return say(&format!("failed {fault:?}")),
        }
    }
}

fn put(id: u32, version: u64, size: usize) -> Change {
    Change::Put(Row { id, body: format!("{version} {}", "pain ".repeat(size / 5)) })
}

fn read(file: &Path) {
    let (store, told) = match DiaryStore::open(file) {
        Ok(opened) => opened,
        Err(fault) => return say(&format!("failed to open: {fault:?}")),
    };
    for fault in told {
        say(&format!("told {fault:?}"));
    }
    let kept = store.rows().expect("the file can be read");
    for row in kept.rows {
        let (version, rest) = row.body.split_once(' ').unwrap_or_default();
        let whole = rest.split_terminator("pain ").all(str::is_empty);
        say(&format!("row {} {version}{}", row.id, if whole { "" } else { " torn" }));
    }
    say(&format!("unreadable {}", kept.unreadable));
}
