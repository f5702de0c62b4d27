//! A page of words in one column: warning signs first of all.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui, UiBuilder, vec2};

use super::Cx;
use super::scroll::filling;
use super::widgets::{Weight, button, caption, heading, icon, job, paragraph, rich};
use crate::model::{Section, Tone};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Screen};

/// The widest a column of text may be: 45 to 68 signs a line.
const COLUMN: f32 = 640.0;

/// Shows a page by its id.
pub(super) fn page(ui: &mut Ui, cx: &Cx<'_>, id: &str, out: &mut Vec<Action>) {
    let Some(page) = cx.catalog.page(id) else { return };
    column(ui, cx, id, |ui| {
        heading(ui, cx.look, 1, Role::Hero, &page.title);
        if let Some(lead) = &page.lead {
            paragraph(ui, cx.look, Role::Strong, cx.look.colours().ink2, lead);
        }
        ui.add_space(8.0);
        for section in &page.sections {
            show(ui, cx, section);
            ui.add_space(8.0);
        }
        if id == "about" {
            let version = [("version", env!("CARGO_PKG_VERSION").into()), ("date", cx.catalog.reviewed_on().into())];
            caption(ui, cx.look, &cx.tr.text_with("page-version", &version));
            caption(ui, cx.look, &cx.tr.text("page-licences"));
            if button(ui, cx.look, Weight::Second, None, &cx.tr.text("licences-title")).clicked() {
                out.push(Action::Go(Screen::Licences(None)));
            }
        }
    });
}

/// One column in the middle that scrolls, from the top anew for each thing shown.
pub(super) fn column(ui: &mut Ui, cx: &Cx<'_>, of: &str, add: impl FnOnce(&mut Ui)) {
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, cx.look.colours().ground);
    filling(ui, cx, of, |ui| {
        let width = (ui.available_width() - 48.0).min(COLUMN);
        let left = (ui.available_width() - width) * 0.5;
        let top = ui.cursor().top() + 28.0;
        let column =
            eframe::egui::Rect::from_min_size(eframe::egui::pos2(ui.max_rect().left() + left, top), vec2(width, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            add(ui);
            ui.add_space(40.0);
        });
    });
}

fn show(ui: &mut Ui, cx: &Cx<'_>, section: &Section) {
    let c = cx.look.colours();
    let (fill, edge) = match section.tone {
        Tone::Emergency => (c.alerttint, Stroke::new(2.0, c.alert)),
        Tone::SameDay => (c.sheet, Stroke::new(1.5, c.alert)),
        Tone::Plain => (c.sheet, Stroke::new(1.0, c.rule)),
    };
    Frame::new().fill(fill).stroke(edge).corner_radius(CornerRadius::same(14)).inner_margin(Margin::same(22)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                if section.tone != Tone::Plain {
                    let flag = icon(ui, Icon::Flag, 26.0, c.alert);
                    let (rect, _) = ui.allocate_exact_size(vec2(30.0, 30.0), eframe::egui::Sense::hover());
                    ui.painter().galley(rect.center() - flag.size() * 0.5, flag, c.alert);
                }
                heading(ui, cx.look, 2, Role::Heading, &section.title);
            });
            if let Some(intro) = &section.intro {
                paragraph(ui, cx.look, Role::Text, c.ink, intro);
            }
            for item in &section.items {
                bullet(ui, cx, item);
            }
            if let Some(outro) = &section.outro {
                paragraph(ui, cx.look, Role::Text, c.ink, outro);
            }
            let sources: Vec<&str> =
                section.sources.iter().filter_map(|id| cx.catalog.source(id)).map(|s| s.short.as_str()).collect();
            if !sources.is_empty() {
                let line = cx.tr.text_with("card-source-line", &[("sources", sources.join("; ").into())]);
                paragraph(ui, cx.look, Role::Caption, c.ink2, &line);
            }
        },
    );
}

fn bullet(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let c = cx.look.colours();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rect, _) = ui.allocate_exact_size(vec2(12.0, 24.0), eframe::egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 3.0, c.ink);
        rich(ui, job([(text, cx.look.scale.format(Role::Text, c.ink))]));
    });
}
