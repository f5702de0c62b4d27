//! How Deqi looks and behaves, and holding a bank card to the screen.

use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use super::Cx;
use super::touched::title;
use super::welcome::{figure_choice, skin_choice};
use super::widgets::{Weight, button, caption, choose, heading, paragraph};
use crate::store::settings::{Motion, ThemeChoice};
use crate::theme::Role;
use crate::visit::{Action, Change, Sheet};

/// Shows the settings.
pub(super) fn settings(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    title(ui, cx, &cx.tr.text("settings-title"), out);
    let group = |ui: &mut Ui, key: &str| {
        ui.add_space(12.0);
        heading(ui, cx.look, 2, Role::Strong, &cx.tr.text(key));
    };
    group(ui, "settings-text-size");
    let sizes = [100u16, 125, 150, 175, 200];
    let names = sizes.map(|s| cx.tr.text_with("settings-text-size-value", &[("percent", u32::from(s).into())]));
    let options: Vec<(u16, &str)> = sizes.into_iter().zip(names.iter().map(String::as_str)).collect();
    if let Some(size) = choose(ui, cx.look, &cx.tr.text("settings-text-size"), cx.settings.text_size, &options) {
        out.push(Action::Set(Change::TextSize(size)));
    }
    group(ui, "settings-theme");
    let themes = [
        (ThemeChoice::System, "theme-system"),
        (ThemeChoice::Light, "theme-light"),
        (ThemeChoice::Dark, "theme-dark"),
        (ThemeChoice::Contrast, "theme-contrast"),
    ]
    .map(|(theme, key)| (theme, cx.tr.text(key)));
    let options: Vec<(ThemeChoice, &str)> = themes.iter().map(|(theme, name)| (*theme, name.as_str())).collect();
    if let Some(theme) = choose(ui, cx.look, &cx.tr.text("settings-theme"), cx.settings.theme, &options) {
        out.push(Action::Set(Change::Theme(theme)));
    }
    group(ui, "settings-motion");
    let motions =
        [(Motion::Full, "motion-full"), (Motion::Reduced, "motion-reduced")].map(|(m, key)| (m, cx.tr.text(key)));
    let options: Vec<(Motion, &str)> = motions.iter().map(|(motion, name)| (*motion, name.as_str())).collect();
    if let Some(motion) = choose(ui, cx.look, &cx.tr.text("settings-motion"), cx.settings.motion, &options) {
        out.push(Action::Set(Change::Motion(motion)));
    }
    group(ui, "settings-figure");
    figure_choice(ui, cx, out);
    group(ui, "settings-skin");
    skin_choice(ui, cx, out);
    group(ui, "settings-screen");
    if button(ui, cx.look, Weight::Second, None, &cx.tr.text("settings-screen-open")).clicked() {
        out.push(Action::Open(Sheet::ScreenSize));
    }
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        for (key, page) in [("settings-about", "about"), ("settings-placing", "how_points_are_placed")] {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                out.push(Action::OpenPage(page.to_owned()));
            }
        }
    });
}

/// A bank card is this wide everywhere in the world (ISO/IEC 7810), in millimetres.
const CARD: (f32, f32) = (85.6, 53.98);

/// Measures the screen with a bank card.
pub(super) fn screen_size(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("screen-title"), out);
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("screen-lead"));
    ui.add_space(8.0);
    let scale = cx.points_per_mm();
    let size = vec2(CARD.0, CARD.1) * scale;
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.y.min(420.0)), Sense::hover());
    let card = Rect::from_min_size(room.min, size);
    let edge = Stroke::new(2.0, c.ink);
    ui.painter().rect(card, CornerRadius::same(10), c.well, edge, StrokeKind::Inside);
    let stripe = Rect::from_min_size(card.min + vec2(2.0, size.y * 0.14), vec2(size.x - 4.0, size.y * 0.18));
    ui.painter().rect_filled(stripe, CornerRadius::ZERO, c.ink3);
    caption(ui, cx.look, &cx.tr.text("screen-card"));
    ui.horizontal_wrapped(|ui| {
        for (key, factor) in [("screen-narrower", 1.0 / 1.02), ("screen-wider", 1.02)] {
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text(key)).clicked() {
                out.push(Action::Set(Change::PointsPerMillimetre((scale * factor).clamp(1.0, 20.0))));
            }
        }
        if button(ui, cx.look, Weight::First, None, &cx.tr.text("screen-done")).clicked() {
            out.push(Action::Set(Change::PointsPerMillimetre(scale)));
            out.push(Action::Open(Sheet::Settings));
        }
    });
}
