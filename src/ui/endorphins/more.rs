//! The other steps that people speak of, each with what supports it and what does not, and all that nobody knows.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{heading, job, paragraph, rich};
use super::detail;
use crate::model::{Mechanism, MechanismKind};
use crate::theme::{Face, Role};
use crate::visit::{Action, Detail, Loupe, NeedleAsk};

/// Shows the steps that have no loupe of their own.
pub(super) fn steps(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let seen = |id: &str| Loupe::ALL.into_iter().any(|loupe| super::steps_of(loupe).contains(&id));
    let others: Vec<&Mechanism> =
        cx.catalog.mechanisms_of(MechanismKind::Step).filter(|step| !seen(&step.id)).collect();
    if others.is_empty() {
        return;
    }
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("endo-steps"));
    for step in others {
        card(ui, cx, step, out);
    }
}

fn card(ui: &mut Ui, cx: &Cx<'_>, step: &Mechanism, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = Stroke::new(1.0, if cx.look.tokens.contrast { c.line } else { c.rule });
    let frame = Frame::new().stroke(edge).corner_radius(CornerRadius::same(10)).inner_margin(Margin::symmetric(14, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        heading(ui, cx.look, 3, Role::Strong, &step.name);
        paragraph(ui, cx.look, Role::Card, c.ink, step.short.as_deref().unwrap_or(&step.says.plain));
        bearing(ui, cx, "endo-supports", step.support().map(|f| f.plain.as_str()));
        bearing(ui, cx, "endo-does-not", step.doubts().map(|f| f.plain.as_str()));
        if super::badge(ui, cx, step.grade, &step.name).clicked() {
            out.push(Action::Needle(NeedleAsk::Open(Detail::Step(step.id.clone()))));
        }
    });
}

/// One line: what supports it, or what does not.
fn bearing<'a>(ui: &mut Ui, cx: &Cx<'_>, lead: &str, texts: impl Iterator<Item = &'a str>) {
    let text = texts.collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return;
    }
    let (scale, c) = (&cx.look.scale, cx.look.colours());
    let lead = format!("{} ", cx.tr.text(lead));
    rich(
        ui,
        job([
            (lead.as_str(), scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink)),
            (text.as_str(), scale.format(Role::Card, c.ink2)),
        ]),
    );
}

/// What we do not know: a section of its own, in the same type as the rest.
pub(super) fn unknown(ui: &mut Ui, cx: &Cx<'_>) {
    let mut all = cx.catalog.mechanisms_of(MechanismKind::Unknown).peekable();
    if all.peek().is_none() {
        return;
    }
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text("endo-unknown"));
    for open in all {
        let shown = Frame::new().inner_margin(Margin { left: 16, right: 0, top: 2, bottom: 6 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            heading(ui, cx.look, 3, Role::Strong, &open.name);
            paragraph(ui, cx.look, Role::Card, c.ink, &open.says.plain);
            if !open.sources.is_empty() {
                paragraph(ui, cx.look, Role::Caption, c.ink2, &detail::source_line(cx, &open.sources));
            }
        });
        // A dashed rule: doubt is drawn.
        let rect = shown.response.rect;
        let line = [rect.left_top() + vec2(3.0, 6.0), rect.left_bottom() + vec2(3.0, -8.0)];
        let stroke = Stroke::new(cx.look.tokens.stroke(2.0), c.ink3);
        ui.painter().extend(eframe::egui::Shape::dashed_line(&line, stroke, 5.0, 4.0));
    }
}
