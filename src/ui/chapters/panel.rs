//! One panel: on the one side its headline, its message and its picture; on the other what it means, how sure anyone
//! is, for whom, compared with what, and what it does not do.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::charts;
use super::super::widgets::{Weight, button, heading, icon_button, job, paragraph, rich};
use super::{bearing, dial, glance, grid, harms, list, picture, todo, words};
use crate::model::{Chapter, ListKind, Panel};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Aside, ReadAsk, Screen};

/// The panel that the option grid belongs to.
const OPTIONS: &str = "what-else-helps";

/// The side of the picture. `height` is the room that it should keep to, where it stands beside the sheet.
pub(super) fn picture_side(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, height: Option<f32>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let top = ui.cursor().top();
    heading(ui, cx.look, 1, Role::Title, &panel.title);
    paragraph(ui, cx.look, Role::Strong, c.ink2, &panel.main);
    let shown: Vec<_> = panel.charts.iter().filter_map(|id| cx.catalog.evidence().chart(id)).collect();
    let harm = panel.chapter == Chapter::Benefits;
    if shown.is_empty() {
        paragraph(ui, cx.look, Role::Text, c.ink, &panel.summary);
        ui.add_space(6.0);
        if panel.id == OPTIONS && !cx.catalog.evidence().options.is_empty() {
            grid::grid(ui, cx);
        } else if panel.items.is_empty() {
            todo::card(ui, cx, &panel.action, out);
        } else {
            list::list(ui, cx, panel, out);
        }
    } else {
        let used = ui.cursor().top() - top + if harm { harms::HEIGHT } else { 0.0 };
        let room = height.map(|height| height - used);
        picture::picture(ui, cx, panel, &shown, room, out);
    }
    if harm {
        harms::strip(ui, cx, out);
    }
}

/// Whether a panel's own side shows what you can do, so that the sheet need not.
fn shows_action(panel: &Panel) -> bool {
    panel.charts.is_empty() && panel.items.is_empty() && panel.id != OPTIONS
}

/// The side of the words. Where it stands beside the picture, what is behind the picture opens in its place.
pub(super) fn sheet_side(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, beside: bool, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    if let Some(aside) = cx.visit.reader.aside_of(&panel.id)
        && aside == Aside::Sources
    {
        title(ui, cx, "bearing-title", out);
        let claims = cx.catalog.evidence().claims_of(panel);
        bearing::bearing(ui, cx, &claims, &[]);
        return;
    }
    let mut chart = panel.charts.iter().filter_map(|id| cx.catalog.evidence().chart(id));
    let behind = chart.find(|chart| cx.visit.reader.aside_of(&chart.id).is_some());
    if let Some(chart) = behind.filter(|_| beside) {
        picture::aside(ui, cx, chart, out);
        return;
    }
    if let Some(truth) = glance::beside(cx, panel) {
        glance::glance(ui, cx, panel, truth, out);
    }
    dial::dial(ui, cx, out);
    if !panel.charts.is_empty() {
        paragraph(ui, cx.look, Role::Strong, c.ink, &panel.summary);
    }
    words::text(ui, cx, panel.text.at(cx.visit.reader.reading), out);
    if !panel.charts.is_empty() && !panel.items.is_empty() {
        list::list(ui, cx, panel, out);
    }
    ui.add_space(6.0);
    sure(ui, cx, panel);
    for (key, says) in [
        ("panel-for-whom", &panel.for_whom),
        ("panel-compared-with", &panel.compared_with),
        ("panel-not-do", &panel.not_do),
    ] {
        if let Some(says) = says {
            fact(ui, cx, &cx.tr.text(key), says);
        }
    }
    if !shows_action(panel) {
        ui.add_space(6.0);
        todo::todo(ui, cx, &panel.action, out);
    }
    ui.add_space(6.0);
    let listed = matches!(panel.list, ListKind::Checks | ListKind::Picks);
    if panel.chapter == Chapter::Visit && !listed {
        let along = cx.tr.text("take-along");
        if button(ui, cx.look, Weight::Second, Some(Icon::Print), &along).clicked() {
            out.push(Action::Go(Screen::TakeAway));
        }
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::Book), &cx.tr.text("bearing-open")).clicked() {
        out.push(Action::Read(ReadAsk::Aside(Some((panel.id.clone(), Aside::Sources)))));
    }
}

/// The head of something that opened in place of the words, with its way back.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, key: &str, out: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 52.0;
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.add_space(6.0);
            heading(ui, cx.look, 2, Role::Heading, &cx.tr.text(key));
        });
        if icon_button(ui, cx.look, Icon::Close, &cx.tr.text("close")).clicked() {
            out.push(Action::Read(ReadAsk::Aside(None)));
        }
    });
}

/// How sure anyone is, as a gauge and in a sentence.
fn sure(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel) {
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-how"));
    let says = &panel.sure.says;
    let c = cx.look.colours();
    if panel.sure.certainty.steps().is_none() {
        paragraph(ui, cx.look, Role::Card, c.ink, says);
        return;
    }
    let wide = ui.available_width() >= 300.0;
    if !wide {
        charts::gauge(ui, cx, panel.sure.certainty, None, ui.available_width());
        paragraph(ui, cx.look, Role::Card, c.ink, says);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 0.0);
        charts::gauge(ui, cx, panel.sure.certainty, None, 132.0);
        ui.vertical(|ui| {
            ui.add_space(10.0);
            paragraph(ui, cx.look, Role::Card, c.ink, says);
        });
    });
}

/// A fact with a word that leads it.
pub(super) fn fact(ui: &mut Ui, cx: &Cx<'_>, lead: &str, says: &str) {
    let c = cx.look.colours();
    let strong = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.0, c.ink);
    rich(
        ui,
        job([
            (lead, strong),
            (" ", cx.look.scale.format(Role::Card, c.ink)),
            (says, cx.look.scale.format(Role::Card, c.ink)),
        ]),
    );
}
