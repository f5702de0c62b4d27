//! Harm, in the same size of type, under every picture of a benefit.

use eframe::egui::{CornerRadius, Frame, Margin, Rect, Stroke, StrokeKind, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, button_width, job, rich};
use crate::theme::{Face, Role};
use crate::visit::{Action, ReadAsk};

/// The panel that tells of common harm, and the one that counts it and rare harm out of the same number of people: two
/// denominators side by side would make the rarer one look larger.
const COMMON: &str = "how-often-harm";
const BOTH: &str = "rare-harm";
/// How high the strip is where its words fit on two lines.
pub(super) const HEIGHT: f32 = 72.0;

/// Shows the strip.
pub(super) fn strip(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let evidence = cx.catalog.evidence();
    let Some(says) = [BOTH, COMMON].into_iter().find_map(|id| evidence.panel(id)).map(|panel| panel.main.as_str())
    else {
        return;
    };
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.alert) } else { Stroke::NONE };
    let frame = Frame::new().fill(c.alerttint).stroke(edge).corner_radius(CornerRadius::same(10));
    let shown = frame.inner_margin(Margin { left: 20, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let see = cx.tr.text("harms-see");
        let room = ui.available_width() - button_width(ui, cx.look, None, &see) - 28.0;
        let words = |ui: &mut Ui| {
            let lead = cx.look.scale.format_in(Role::Card, Face::SansBold, 1.0, c.alert);
            let text = cx.look.scale.format(Role::Card, c.ink);
            let harm = cx.tr.text("harms-lead");
            rich(ui, job([(harm.as_str(), lead), (" ", text.clone()), (says, text)]));
        };
        let mut open = |ui: &mut Ui| {
            if button(ui, cx.look, Weight::Second, None, &see).clicked() {
                out.push(Action::Read(ReadAsk::Find(COMMON.to_owned())));
            }
        };
        if room < 240.0 {
            words(ui);
            open(ui);
        } else {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                ui.allocate_ui(vec2(room, 44.0), |ui| {
                    ui.set_width(room);
                    words(ui);
                });
                open(ui);
            });
        }
    });
    let rect = shown.response.rect;
    let side = Rect::from_min_size(rect.min, vec2(5.0, rect.height()));
    let round = CornerRadius { nw: 4, sw: 4, ne: 0, se: 0 };
    ui.painter().rect(side, round, c.alert, Stroke::NONE, StrokeKind::Inside);
}
