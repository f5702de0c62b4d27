//! What Deqi keeps on disk: settings, and nothing about the visitor.
//!
//! Reading never fails, it falls back and tells; writing leaves the old file or the new one, never half of either.

mod atomic;
pub mod exchange;
pub mod paths;
pub mod settings;
