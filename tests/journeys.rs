//! What visitors do, by role and label.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use deqi::app::{App, Library, Start};
use deqi::i18n::Tr;
use deqi::store::settings::Settings;
use eframe::egui::{accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn open<'a>() -> Harness<'a, App> {
    let library = Library::new(deqi::content::load());
    Harness::builder().with_size(vec2(1280.0, 800.0)).build_eframe(move |cc| {
        let start = Start { library, tr: Tr::english(), settings: Settings::default() };
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        app.load_now();
        app
    })
}

#[test]
fn a_touch_on_a_point_opens_its_card() {
    let mut deqi = open();
    deqi.run_steps(3);
    deqi.get_by_role_and_label(Role::Button, "BL23 Shènshū, left side, low back").click();
    deqi.run_steps(3);
    deqi.get_by_role_and_label(Role::Heading, "Kidney Shu");
}
