//! What Deqi keeps on disk: settings, and where a person wants it their own diary or the plans of a practice.
//!
//! Reading never fails, it falls back and tells; writing leaves the old file or the new one, never half of either.

mod atomic;
pub mod database;
pub mod diary;
pub mod exchange;
mod fresh;
pub mod kiosk;
pub mod pages;
pub mod papers;
pub mod paths;
pub mod pin;
pub mod plans;
pub mod run_dir;
pub mod settings;
