//! Our own controls: size, allocate, interact, tell the tree, paint. None of egui's default ones is shown.

mod badge;
mod button;
mod choice;
mod control;
mod place;
mod text;

pub(super) use badge::Badge;
pub(super) use button::{
    LEAST, Weight, button, button_width, chip, disc_button, icon, icon_button, row, row_button, row_height,
    sign_button, tab, wide_button, wide_chip,
};
pub(super) use choice::{choose, swatches};
pub(super) use control::{answer, focus_ring, is_painted, ring};
pub(super) use place::keep_place;
pub(super) use text::{caption, heading, heading_in, job, paragraph, rich};
