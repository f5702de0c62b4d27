//! Models behind what moves on the screen: plain values that can be worked with one's own hands.
//!
//! Plain and deterministic: time comes in through `step(dt)` alone, nothing is drawn and nothing is looked up.
//! [`day`], [`flow`], [`free_flow`] and [`qi`] are what tradition tells. The others are what a needle is thought to do;
//! their two clocks never mix. [`Needling`] is one visit, told in minutes: signals, the gate, the body's own painkillers.
//! [`Course`] is what trials measured over weeks and months, which no chemical that lasts minutes explains.
//!
//! Every quantity runs from 0 to 1 and has no unit: the shapes are illustrative. What each claims, what it leaves out
//! and where it comes from stands in `docs/models`.

mod clock;
mod course;
pub mod day;
pub mod flow;
pub mod free_flow;
mod needling;
pub mod qi;

pub use clock::Clock;
pub use course::{Against, Course};
pub use needling::{
    Experiment, Experiments, Feel, Fibre, Frequency, Handling, Method, Needle, Needling, Opioid, Quantity, Sample,
    Settings, State, Who, Work, curve,
};
