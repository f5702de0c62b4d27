//! The patient's window: the body and the page that is presented, without notes and without anything to press.

use eframe::egui::{
    CentralPanel, Context, Rect, Ui, UiBuilder, Vec2, ViewportBuilder, ViewportClass, ViewportId, pos2, vec2,
};

use super::super::Cx;
use super::super::screen::{Caches, ground};
use super::super::sheet::{on_paper, scroll};
use super::super::stage::{self, StageCache};
use super::present;
use crate::visit::{Action, PlanAsk};

/// The size of the window when it comes, in points.
const SIZE: [f32; 2] = [1100.0, 760.0];
/// The least that it takes where it lies inside the one window there is, in points.
const LEAST: Vec2 = vec2(560.0, 380.0);
/// The frame and the headline round it there.
const AROUND: Vec2 = vec2(40.0, 100.0);
/// From this room on it is made smaller than that rather than cut, as large letters need. In less nothing can be read
/// either way, and what is left beside the words would have no size.
const ROOM: Vec2 = vec2(480.0, 320.0);

/// Shows the window while it is wanted. Closing it by its own cross is asked for like anything else.
pub fn patient_window(ctx: &Context, cx: &Cx<'_>, cache: &mut StageCache, out: &mut Vec<Action>) {
    if !cx.features.plans || !cx.visit.planning.patient_window {
        return;
    }
    let title = cx.tr.text("patient-title");
    let id = ViewportId::from_hash_of("patient");
    let builder = ViewportBuilder::default().with_title(title).with_app_id("deqi").with_inner_size(SIZE);
    ctx.show_viewport_immediate(id, builder, |ui, class| {
        if ui.input(|i| i.viewport().close_requested()) {
            out.push(Action::Plan(PlanAsk::PatientWindow(false)));
        }
        if class == ViewportClass::EmbeddedWindow {
            let room = ctx.content_rect().size();
            if room.x >= ROOM.x && room.y >= ROOM.y {
                ui.set_max_size(room - AROUND);
                ui.set_min_size(LEAST.min(room - AROUND));
            } else {
                ui.set_min_size(LEAST);
            }
            shared(ui, cx, cache);
        } else {
            CentralPanel::no_frame().show(ui, |ui| shared(ui, cx, cache));
        }
    });
}

/// The window as it goes into a picture: what the patient sees.
pub fn posed(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches) {
    CentralPanel::no_frame().show(ui, |ui| shared(ui, cx, &mut caches.patient));
}

/// What the patient sees. What is touched there changes nothing.
fn shared(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache) {
    // Only the first window is cleared to the colour of the page; a second one begins with nothing.
    let cx = &Cx { cleared: false, ..*cx };
    let rect = ui.available_rect_before_wrap();
    let tall = rect.height() > rect.width() * 1.15;
    let (body, words) = if tall {
        let cut = rect.top() + rect.height() * 0.56;
        let words = Rect::from_min_max(pos2(rect.left() + 20.0, cut + 8.0), rect.max - vec2(20.0, 20.0));
        (rect.with_max_y(cut), words)
    } else {
        let cut = rect.right() - (rect.width() * 0.40).clamp(260.0, 620.0);
        let words = Rect::from_min_max(pos2(cut, rect.top() + 20.0), rect.max - vec2(20.0, 20.0));
        (rect.with_max_x(cut - 16.0), words)
    };
    ground(ui, cx, rect, body, Some(words));
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("patient-stage"), |ui| stage::shown(ui, cx, cache));
    ui.scope_builder(UiBuilder::new().max_rect(words).id_salt("patient-words"), |ui| {
        on_paper(ui, cx, |ui| scroll(ui, cx, "patient", |ui| present::page(ui, cx, false)));
    });
}
