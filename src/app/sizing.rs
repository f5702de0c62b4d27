//! How large everything is: by the window where one sits before it, by millimetres where one stands.

use eframe::egui::{Context, Ui, Vec2, vec2};

use crate::mode::Features;
use crate::store::settings::{Settings, USUAL_POINTS_PER_MM};
use crate::theme::LEAST;

/// However small the screen is, its short and its long side keep so many points: less holds no screen of Deqi.
const ROOM: (f32, f32) = (370.0, 500.0);

/// Nothing is smaller: a window that would need it shows nobody anything.
const SMALLEST: f32 = 0.2;

/// The zoom of egui: text size and scale of the window in one.
pub(super) fn zoom(ctx: &Context, features: Features, settings: &Settings) -> f32 {
    let text = f32::from(settings.text_size) / 100.0;
    let Some(mm) = features.touch_mm else { return text * window_scale(ctx) };
    // A control has the same number of points everywhere, so one figure makes all of them as large as a finger needs.
    let scale = f32::from(mm) * settings.points_per_mm.unwrap_or(USUAL_POINTS_PER_MM) / LEAST;
    let most = window(ctx).map_or(f32::INFINITY, |size| (size.min_elem() / ROOM.0).min(size.max_elem() / ROOM.1));
    (scale * text).min(most).max(SMALLEST)
}

/// The window in points before any zoom; none for a window that does not know its size. For a frame after a zoom its
/// inner size is still counted in the old points, so what is measured is the content, which egui counts anew at once.
///
/// It is a whole number of pixels, whatever was lost when these were divided into points: the zoom follows from it, and
/// would otherwise come to rest a hair beside where it was before a visit, for the next visitor to keep.
fn window(ctx: &Context) -> Option<Vec2> {
    let scale = ctx.input(|i| i.viewport().inner_rect.and(i.viewport().native_pixels_per_point.or(Some(1.0))))?;
    let pixels = (ctx.content_rect().size() * (ctx.zoom_factor() * scale)).round();
    Some(pixels / scale)
}

/// A large window shows everything larger instead of more of it: 1 up to 1280 × 800, 1.25 at 1920 × 1080.
pub(super) fn window_scale(ctx: &Context) -> f32 {
    let Some(size) = window(ctx) else { return 1.0 };
    let room = (size.min_elem() / 800.0).min(size.max_elem() / 1280.0);
    [2.5, 2.0, 1.5, 1.25].into_iter().find(|step| room >= step * 1.04).unwrap_or(1.0)
}

/// However small the window is, so much is laid out, in points; what does not fit is cut off. Nothing of Deqi can be
/// laid out in less: there would be texts of less than no width. Windows are that small while they open, on desktops
/// that ask no program how small it may be, and for a frame after everything became larger.
const LEAST_LAID_OUT: Vec2 = vec2(300.0, 240.0);

/// Gives a window that is too small the room that is laid out at the least.
pub(super) fn keep_room(ui: &mut Ui) {
    let room = ui.max_rect().size();
    if room.x < LEAST_LAID_OUT.x || room.y < LEAST_LAID_OUT.y {
        ui.set_min_size(room.max(LEAST_LAID_OUT));
    }
}
