//! How Deqi looks and behaves.

use eframe::egui::Ui;

use super::Cx;
use super::touched::title;
use super::welcome::{figure_choice, skin_choice};
use super::widgets::{Weight, button, choose, heading, paragraph};
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
    if let Some(note) = cx.note {
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().alert, note);
    }
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
    // Where millimetres decide how large everything is, they are no visitor's to set.
    if cx.features.touch_mm.is_none() {
        group(ui, "settings-screen");
    }
    if cx.features.touch_mm.is_none()
        && button(ui, cx.look, Weight::Second, None, &cx.tr.text("settings-screen-open")).clicked()
    {
        out.push(Action::Open(Sheet::ScreenSize));
    }
    if cx.features.saves_pictures {
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink2, &cx.tr.text("settings-picture"));
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
