//! Gives egui our look, so that nothing of its default one shows.

use eframe::egui::style::{ScrollAnimation, ScrollStyle, WidgetVisuals};
use eframe::egui::{Context, CornerRadius, Stroke, TextStyle, Theme, Visuals, vec2};

use super::{Look, Role};

/// Sets fonts' sizes, spacing and colours. `still` turns off every motion of the interface itself.
pub fn apply(ctx: &Context, look: &Look, still: bool) {
    let tokens = &look.tokens;
    ctx.set_theme(if tokens.dark { Theme::Dark } else { Theme::Light });
    let visuals = visuals(look);
    ctx.all_styles_mut(|style| {
        style.visuals = visuals.clone();
        style.animation_time = if still { 0.0 } else { 0.16 };
        style.scroll_animation = if still { ScrollAnimation::none() } else { ScrollAnimation::default() };
        style.spacing.item_spacing = vec2(8.0, 8.0);
        style.spacing.interact_size = vec2(44.0, 44.0);
        style.spacing.scroll = ScrollStyle { bar_width: 8.0, ..ScrollStyle::thin() };
        style.interaction.selectable_labels = false;
        for (text_style, role) in [
            (TextStyle::Body, Role::Text),
            (TextStyle::Button, Role::Strong),
            (TextStyle::Heading, Role::Heading),
            (TextStyle::Small, Role::Caption),
            (TextStyle::Monospace, Role::Text),
        ] {
            style.text_styles.insert(text_style, look.scale.font(role));
        }
    });
    ctx.options_mut(|options| {
        // Old and shaking hands: a tap may roll and rest and is still a tap.
        options.input_options.max_click_dist = 14.0;
        options.input_options.max_click_duration = 1e9;
        // Our own text-size setting does this, and a kiosk must not be left zoomed.
        options.zoom_with_keyboard = false;
    });
}

fn visuals(look: &Look) -> Visuals {
    let c = look.colours();
    let mut visuals = if look.tokens.dark { Visuals::dark() } else { Visuals::light() };
    visuals.panel_fill = c.ground;
    visuals.window_fill = c.sheet;
    visuals.extreme_bg_color = c.sheet;
    visuals.faint_bg_color = c.well;
    visuals.override_text_color = Some(c.ink);
    visuals.hyperlink_color = c.body;
    visuals.selection.bg_fill = c.bodytint;
    visuals.selection.stroke = Stroke::new(1.0, c.ink);
    visuals.text_cursor.stroke = Stroke::new(2.0, c.ink);
    let quiet = WidgetVisuals {
        bg_fill: c.well,
        weak_bg_fill: c.sheet,
        bg_stroke: Stroke::NONE,
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, c.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = quiet;
    visuals.widgets.inactive = WidgetVisuals { bg_fill: c.line, ..quiet };
    visuals.widgets.hovered = WidgetVisuals { bg_fill: c.ink3, ..quiet };
    visuals.widgets.active = WidgetVisuals { bg_fill: c.ink2, ..quiet };
    visuals.widgets.open = quiet;
    visuals
}
