//! What stands beside the first picture of all: the four-way panel, so that nobody sees the gain without what pretend
//! needles did.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use super::super::Cx;
use super::super::charts;
use super::super::widgets::{Weight, button, heading, paragraph};
use super::panel::fact;
use crate::model::{Chart, Drawing, Gauge, Panel};
use crate::theme::{Icon, Role};
use crate::visit::{Action, ReadAsk};

/// The panel that is accompanied, and what accompanies it: a panel with its chart, and the gauges.
const AT_A_GLANCE: &str = "at-a-glance";
const TRUTH: &str = "truth";
const SURE: &str = "V12";

/// The panel and chart that stand beside another panel.
pub(super) fn beside<'a>(cx: &Cx<'a>, panel: &Panel) -> Option<(&'a Panel, &'a Chart)> {
    let evidence = cx.catalog.evidence();
    (panel.id == AT_A_GLANCE).then_some(())?;
    Some((evidence.panel(TRUTH)?, evidence.chart(TRUTH)?))
}

/// Shows them.
pub(super) fn glance(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, (truth, chart): (&Panel, &Chart), out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Heading, &truth.title);
    charts::chart(ui, cx, chart, 200.0);
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::NONE };
    let fill = Frame::new().fill(c.well).stroke(edge).corner_radius(CornerRadius::same(10));
    fill.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        paragraph(ui, cx.look, Role::Card, c.ink, &truth.main);
    });
    let gauges = match cx.catalog.evidence().chart(SURE).map(|chart| &chart.drawing) {
        Some(Drawing::Gauges(all)) => all.as_slice(),
        _ => &[],
    };
    let two: &[Gauge] = &gauges[..gauges.len().min(2)];
    if !two.is_empty() {
        heading(ui, cx.look, 2, Role::Label, &cx.tr.text("sure-how"));
        charts::gauges(ui, cx, two);
    }
    if let Some(not) = &panel.not_do {
        fact(ui, cx, &cx.tr.text("panel-not-do"), not);
    }
    let more = cx.tr.text_with("glance-more", &[("name", truth.chip.clone().into())]);
    if button(ui, cx.look, Weight::Second, Some(Icon::Next), &more).clicked() {
        out.push(Action::Read(ReadAsk::Find(truth.id.clone())));
    }
    ui.add_space(14.0);
}
