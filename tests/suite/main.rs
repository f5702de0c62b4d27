//! What Deqi promises, tried from outside. One program, since every further one costs a minute to link.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod access;
mod anatomy;
mod channel_lines;
mod chapters;
mod cli;
mod command_line;
mod contrast;
mod evidence_errors;
mod figures;
mod gate;
mod glyphs;
mod handout;
#[cfg(feature = "pdf")]
mod handout_pdf;
mod house;
mod journeys;
mod keeping;
mod labels;
mod layout;
mod lenses;
mod mechanisms;
mod needling;
mod needling_words;
mod pack_docs;
mod pack_errors;
mod pack_strange;
mod packs;
mod pictures;
mod placement;
mod plans;
mod pseudo;
mod qi;
mod rest;
mod search;
mod settings;
mod sheet;
mod shown;
mod standard;
mod stories;
mod support;
mod words;
