//! What leaves the program as a file: pictures and sheets.

pub mod sheet;
