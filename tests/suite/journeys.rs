//! What visitors do, by role and name: with a mouse, with fingers, with keys, with a screen reader.

mod by_finger;
mod by_key;
mod by_mouse;
mod by_tree;
pub(crate) mod diary;
mod diary_begun;
mod endorphins;
mod every_point;
mod large_print;
pub(crate) mod plans;
mod plans_kept;
mod stories;
mod strangers;
