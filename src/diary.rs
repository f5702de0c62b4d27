//! A person's own diary of their back: what they felt, where, and what they could do. It knows no egui, no files, no
//! clock.
//!
//! It keeps and shows. It does not judge, count days in a row, or advise. Entries are numbered in the order of writing,
//! so a clock that jumps cannot shuffle them; days are shown as they were entered.

mod asks;
mod backup;
mod book;
mod course;
mod csv;
mod entry;
mod place;
mod report;
mod text;

pub use asks::{Reason, reason};
pub use backup::{BackupError, MOST_BYTES, read_backup, write_backup};
pub use book::{Book, Edit};
pub use course::{Course, Dot, Week, course};
pub use csv::{CsvWords, csv};
pub use entry::{Doing, Ease, Entry, FIRST_DAY, Flaw, MOST_PAIN, MOST_TEXT, Sleep, Treatment, is_odd};
pub use place::{Place, has_middle};
pub use report::{Report, ReportRow, Words, report};
pub use text::{Unfinished, read_entry, read_unfinished, write_entry, write_unfinished};
