//! The supervisor of a kiosk: runs Deqi as a child, and runs it anew when it crashes, hangs or grows too large.
//!
//! [`policy`] decides and knows neither clock nor process; `runner` does what it decides. The two programs talk through
//! pipes alone, so nothing need be writable: the child's signs of life are [`line`]s on its output, and the end of its
//! input tells it to end. Whoever kills the supervisor ends the child with it.

mod child;
pub mod codes;
pub mod line;
mod memory;
pub mod metrics;
mod notify;
pub mod policy;
mod runner;

pub use runner::{Keeper, Kept, keep};
