//! The picture of all letters, and how large it may grow.
//!
//! egui keeps each letter in each size in which it was ever drawn, and lets the picture of them grow to 16,384 pixels a
//! side: in a waiting room, where every visitor may choose another size, that would be a gigabyte in the end.

use eframe::egui::{Context, Plugin, RawInput};

/// How many pixels a side the picture may have for each pixel that a point has: the letters of any one screen take less
/// than a third of it. When it is nearly full egui begins a new one.
const ROOM: f32 = 768.0;
/// egui wants this at the least.
const LEAST: usize = 1024;
/// What egui takes a graphics card for that says nothing of itself, in pixels a side.
const UNKNOWN: usize = 2048;

/// Keeps the picture of letters small from now on. Where a point takes so many pixels more or less that its bound is
/// another, a new one is begun.
pub fn bound_letters(ctx: &Context) {
    ctx.add_plugin(Bound::default());
}

/// Begins a new picture of letters, when those in the old one will not be drawn again.
pub fn forget_letters(ctx: &Context) {
    // There are none; to be told so makes egui read the fonts anew, which it has no other word for.
    ctx.set_font_providers(Vec::new());
}

#[derive(Default)]
struct Bound {
    /// The largest picture that the graphics card takes, in pixels a side.
    card: Option<usize>,
}

impl Plugin for Bound {
    fn debug_name(&self) -> &'static str {
        "bound letters"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // It is told once.
        self.card = input.max_texture_side.or(self.card);
        // All windows share one picture.
        let scales = input.viewports.values().filter_map(|window| window.native_pixels_per_point);
        let pixels = scales.fold(1.0, f32::max) * ctx.zoom_factor();
        let side = ((pixels * ROOM) as usize).max(LEAST);
        input.max_texture_side = Some(side.min(self.card.unwrap_or(UNKNOWN)));
    }
}
