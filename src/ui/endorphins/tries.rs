//! The experiments that built the story: each a row to switch on and off, and under them what was really found.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Frame, Id, Margin, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{Badge, Weight, button, focus_ring, heading, icon, is_painted, job, paragraph, rich};
use crate::describe::{self, needling};
use crate::model::Mechanism;
use crate::sim::Experiment;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Detail, NeedleAsk};

/// Shows the rows and what was found.
pub(super) fn tries(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("endo-try"));
    ui.spacing_mut().item_spacing.y = 5.0;
    for experiment in Experiment::ALL {
        if let Some(told) = cx.catalog.mechanism(experiment.id()) {
            row(ui, cx, experiment, told, out);
            // Right under what was pressed, where the eye is.
            if cx.visit.needling.tried == Some(experiment) {
                found(ui, cx, experiment, told, out);
            }
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

fn picture(experiment: Experiment) -> Icon {
    match experiment {
        Experiment::HoldStill => Icon::Needle,
        Experiment::BlockOpioids => Icon::Close,
        Experiment::NoAdenosineReceptor => Icon::Minus,
        Experiment::PretendNeedle => Icon::Hand,
        Experiment::TestBlood => Icon::Search,
    }
}

/// One experiment: sign, name, badge. The badge goes under the name where both do not fit beside each other.
fn row(ui: &mut Ui, cx: &Cx<'_>, experiment: Experiment, told: &Mechanism, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let on = cx.visit.needling.visit.settings().experiments.contains(experiment);
    let grade = told.grade;
    let wide = ui.available_width();
    let ink = if on { c.onfill } else { c.ink };
    let word = describe::grade(cx.tr, grade);
    let badge = Badge::new(ui, cx.look, grade, &word);
    let badge = if on { badge.on_ink() } else { badge };
    let badge_wide = badge.width();
    let format = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.0, ink);
    let mut name = job([(told.name.as_str(), format)]);
    name.wrap.max_width = wide - 62.0;
    let name = ui.painter().layout_job(name);
    let beside = name.rows.len() == 1 && name.size().x + badge_wide + 78.0 <= wide;
    let height = if beside { 46.0 } else { name.size().y + 48.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(wide, height), Sense::click());
    let said = cx.tr.text_with("endo-badge", &[("grade", word.as_str().into()), ("of", told.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, on, &said));
    if is_painted(ui, &response) {
        let hovered = response.hovered();
        let fill = match (on, hovered) {
            (true, _) => c.ink,
            (false, true) => c.sheet.lerp_to_gamma(c.well, 0.6),
            (false, false) => c.sheet,
        };
        let painter = ui.painter();
        let edge = Stroke::new(cx.look.tokens.stroke(1.3), if on { c.ink } else { c.line });
        painter.rect(rect, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
        let disc = pos2(rect.left() + 24.0, rect.top() + 23.0);
        painter.circle(disc, 15.0, c.sheet, Stroke::new(cx.look.tokens.stroke(1.2), if on { c.sheet } else { c.line }));
        let glyph = icon(ui, picture(experiment), 19.0, c.ink);
        painter.galley(disc - glyph.size() * 0.5, glyph, c.ink);
        let top = if beside { rect.center().y - name.size().y * 0.5 } else { rect.top() + 10.0 };
        let under = top + name.size().y;
        painter.galley(pos2(rect.left() + 50.0, top), name, ink);
        let left = if beside {
            pos2(rect.right() - 8.0 - badge_wide, rect.center().y)
        } else {
            pos2(rect.left() + 49.0, under + 18.0)
        };
        badge.paint(ui.painter(), left);
        focus_ring(ui.painter(), cx.look, &response, 10);
    }
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(just_tried(), experiment.id()));
        out.push(Action::Needle(NeedleAsk::Try(experiment)));
        super::show_effect(cx, out);
    }
}

/// Where it is kept which row was pressed a moment ago: what was found in it has yet to be brought into sight.
fn just_tried() -> Id {
    Id::unique("endorphins-just-tried")
}

/// What was found in the experiment that was tried last, and the way to its studies.
fn found(ui: &mut Ui, cx: &Cx<'_>, experiment: Experiment, told: &Mechanism, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::NONE };
    let frame = Frame::new().fill(c.well).stroke(edge).corner_radius(CornerRadius::same(10));
    let shown = frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let scale = &cx.look.scale;
        if cx.visit.needling.visit.has_begun() {
            // The meter may be out of sight here.
            let pain = needling::pain(cx.tr, &cx.visit.needling.visit);
            let said = cx.tr.text_with("endo-in-picture", &[("pain", pain.into())]);
            paragraph(ui, cx.look, Role::Strong, c.ink, &said);
        }
        if !experiment.was_made_with(cx.visit.needling.visit.settings().method) {
            paragraph(ui, cx.look, Role::Card, c.ink, &cx.tr.text("endo-found-other"));
        }
        let lead = format!("{} ", cx.tr.text("endo-found"));
        let said = rich(
            ui,
            job([
                (lead.as_str(), scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink)),
                (told.says.plain.as_str(), scale.format(Role::Card, c.ink)),
            ]),
        );
        ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        if button(ui, cx.look, Weight::Second, Some(Icon::Book), &cx.tr.text("endo-studies")).clicked() {
            out.push(Action::Needle(NeedleAsk::Open(Detail::Experiment(experiment))));
        }
    });
    if ui.data_mut(|data| data.remove_temp::<&'static str>(just_tried())) == Some(experiment.id()) {
        shown.response.scroll_to_me(None);
    }
}
