//! How large everything is: by the window where one sits before it, by millimetres where one stands.

use eframe::egui::{Context, Ui, Vec2, vec2};

use crate::mode::Features;
use crate::store::settings::{Settings, TEXT_SIZES, USUAL_POINTS_PER_MM};
use crate::theme::LEAST;

/// However small the screen is, its short and its long side keep so many points: less holds no screen of Deqi.
const ROOM: (f32, f32) = (370.0, 500.0);

/// Nothing is smaller: a window that would need it shows nobody anything.
const SMALLEST: f32 = 0.2;

/// How much larger letters alone become where the rest has no room to grow, and how many points the long side keeps
/// then for letters of usual size: with less, words find no room either.
const MOST_LETTERS: (f32, f32) = (1.25, 520.0);

/// How large everything is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// The zoom of egui: text size and scale of the window in one.
    pub(super) zoom: f32,
    /// How much larger letters are than that.
    pub(super) letters: f32,
}

/// How large everything is by these settings.
pub(super) fn sizes(ctx: &Context, features: Features, settings: &Settings) -> Sizes {
    let text = f32::from(settings.text_size) / 100.0;
    let Some(mm) = features.touch_mm else { return Sizes { zoom: text * window_scale(ctx), letters: 1.0 } };
    // A control has the same number of points everywhere, so one figure makes all of them as large as a finger needs.
    let scale = f32::from(mm) * settings.points_per_mm.unwrap_or(USUAL_POINTS_PER_MM) / LEAST;
    let size = window(ctx).unwrap_or(Vec2::splat(f32::INFINITY));
    let most = (size.min_elem() / ROOM.0).min(size.max_elem() / ROOM.1);
    let zoom = (scale * text).min(most).max(SMALLEST);
    // A screen that is too small for its buttons has no larger letters for that.
    let most = text.min(MOST_LETTERS.0).min(size.max_elem() / zoom / MOST_LETTERS.1).max(1.0);
    Sizes { zoom, letters: (scale * text / zoom).clamp(1.0, most) }
}

/// The text size that one press on *Text size* leads to: the next that makes letters larger here, or the first.
pub(super) fn next_text(ctx: &Context, features: Features, settings: &Settings) -> u16 {
    let letters = |text_size| {
        let Sizes { zoom, letters } = sizes(ctx, features, &Settings { text_size, ..settings.clone() });
        zoom * letters
    };
    let now = letters(settings.text_size) * 1.02;
    let larger = TEXT_SIZES.into_iter().find(|&size| size > settings.text_size && letters(size) > now);
    larger.unwrap_or(TEXT_SIZES[0])
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

/// A page that says one thing to whoever passes by: its short side has so many points, however large it is.
const POSTER: f32 = 480.0;

/// How large everything is on such a page.
pub(super) fn poster_scale(ctx: &Context) -> f32 {
    window(ctx).map_or(1.0, |size| size.min_elem() / POSTER).max(1.0)
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
