//! One thing told large: what is known, what speaks for it and against it, and the studies themselves.

use std::collections::BTreeSet;

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use super::super::Cx;
use super::super::widgets::{Badge, Weight, button, caption, heading, job, paragraph, rich};
use super::course;
use crate::describe::{self, needling};
use crate::model::{Finding, Grade, Mechanism, MechanismKind, SourceId};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Detail, Loupe, NeedleAsk};

/// Shows it, with the way back on top.
pub(super) fn detail(ui: &mut Ui, cx: &Cx<'_>, open: &Detail, out: &mut Vec<Action>) {
    if button(ui, cx.look, Weight::Second, Some(Icon::Back), &cx.tr.text("endo-close")).clicked()
        || ui.input(|i| i.key_pressed(eframe::egui::Key::Escape))
    {
        out.push(Action::Needle(NeedleAsk::Close));
    }
    let ids: Vec<&str> = match open {
        Detail::Loupe(loupe) => super::steps_of(*loupe).to_vec(),
        Detail::Experiment(experiment) => vec![experiment.id()],
        Detail::Step(id) => vec![id],
        Detail::Course => Vec::new(),
    };
    let told: Vec<&Mechanism> = ids.into_iter().filter_map(|id| cx.catalog.mechanism(id)).collect();
    if let Detail::Loupe(loupe) = open {
        heading(ui, cx.look, 1, Role::Title, &super::name_of(cx, *loupe));
        let visit = &cx.visit.needling.visit;
        let now = match loupe {
            Loupe::Needle => needling::tissue(cx.tr, visit),
            Loupe::Gate => Some(needling::gate(cx.tr, visit.shown())),
            Loupe::Brake => needling::ease(cx.tr, visit),
        };
        if let Some(now) = now {
            let said = paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, &now);
            ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        }
        let title = super::name_of(cx, *loupe);
        for one in &told {
            step(ui, cx, one, if one.name == title { 0 } else { 2 });
        }
    } else {
        for one in &told {
            step(ui, cx, one, 1);
        }
    }
    if *open == Detail::Course {
        course::claims(ui, cx);
        sources(ui, cx, course::borne_by(cx).into_iter().flat_map(|claim| &claim.sources));
    } else {
        sources(ui, cx, told.iter().flat_map(|one| one.all_sources()));
    }
    ui.add_space(6.0);
    caption(ui, cx.look, &cx.tr.text("endo-teaching"));
}

/// One step under its name, or at level 0 right under the page's own: what is known, what single studies found.
fn step(ui: &mut Ui, cx: &Cx<'_>, told: &Mechanism, level: usize) {
    let c = cx.look.colours();
    ui.add_space(4.0);
    if level > 0 {
        heading(ui, cx.look, level, if level == 1 { Role::Title } else { Role::Heading }, &told.name);
    }
    if told.kind != MechanismKind::Unknown {
        sign(ui, cx, told.grade);
    }
    for part in told.says.plain.split("\n\n") {
        paragraph(ui, cx.look, Role::Text, c.ink, part.trim());
    }
    for more in [&told.says.more, &told.says.science].into_iter().flatten() {
        paragraph(ui, cx.look, Role::Caption, c.ink2, more);
    }
    findings(ui, cx, "endo-for", level.max(1) + 1, told.support());
    findings(ui, cx, "endo-against", level.max(1) + 1, told.doubts());
}

/// The badge as a sign that opens nothing: its studies stand below.
pub(super) fn sign(ui: &mut Ui, cx: &Cx<'_>, grade: Option<Grade>) {
    Badge::new(ui, cx.look, grade, &describe::grade(cx.tr, grade)).label(ui);
}

/// What single studies found, each with whom, grade and year.
pub(super) fn findings<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    title: &str,
    level: usize,
    all: impl Iterator<Item = &'a Finding>,
) {
    let mut all = all.peekable();
    if all.peek().is_none() {
        return;
    }
    ui.add_space(4.0);
    heading(ui, cx.look, level, Role::Strong, &cx.tr.text(title));
    all.for_each(|finding| one(ui, cx, finding));
}

fn one(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let c = cx.look.colours();
    let edge = Stroke::new(1.0, if cx.look.tokens.contrast { c.line } else { c.rule });
    let frame = Frame::new().stroke(edge).corner_radius(CornerRadius::same(10)).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let scale = &cx.look.scale;
        let lead = format!("{}. ", finding.whom);
        rich(
            ui,
            job([
                (lead.as_str(), scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink)),
                (finding.plain.as_str(), scale.format(Role::Card, c.ink)),
            ]),
        );
        if let Some(more) = &finding.more {
            paragraph(ui, cx.look, Role::Caption, c.ink2, more);
        }
        sign(ui, cx, Some(finding.grade));
        caption(ui, cx.look, &source_line(cx, &finding.sources));
    });
}

/// “Source: Chapman 1983”.
pub(super) fn source_line(cx: &Cx<'_>, ids: &[SourceId]) -> String {
    let names: Vec<&str> = ids.iter().filter_map(|id| cx.catalog.source(id)).map(|s| s.short.as_str()).collect();
    cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())])
}

/// Every study in full, with the day on which somebody last looked.
fn sources<'a>(ui: &mut Ui, cx: &Cx<'_>, ids: impl Iterator<Item = &'a SourceId>) {
    let mut seen = BTreeSet::new();
    let all: Vec<_> = ids.filter(|id| seen.insert(*id)).filter_map(|id| cx.catalog.source(id)).collect();
    if all.is_empty() {
        return;
    }
    ui.add_space(4.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("endo-studies"));
    for source in all {
        let cited = [("citation", source.citation.as_str().into()), ("date", source.checked_on.as_str().into())];
        let text = cx.tr.text_with("endo-source", &cited);
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink2, &text);
    }
}
