//! Deqi explains acupuncture for low back pain on a living-looking body.

pub mod app;
pub mod body;
mod carried;
pub mod cli;
pub mod content;
pub mod describe;
pub mod diary;
pub mod export;
pub mod gate;
pub mod handout;
pub mod i18n;
pub mod library;
pub mod licences;
pub mod mode;
pub mod model;
pub mod plan;
pub mod scan;
pub mod search;
pub mod sim;
pub mod staff;
pub mod store;
pub mod supervisor;
pub mod theme;
pub mod ui;
pub mod visit;
