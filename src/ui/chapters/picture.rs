//! A panel's picture of numbers: its title, the picture, the key to it, and what is one tap away: how to read it, its
//! numbers as a table, where it comes from.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::charts::{self, People};
use super::super::sheet::leaf;
use super::super::widgets::{chip, choose, heading, paragraph};
use super::{bearing, panel};
use crate::model::{Chart, Drawing, Panel};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Aside, ReadAsk};

/// What stands under the picture.
const FOOT: f32 = 60.0;
/// The least height of a picture: with less room it scrolls.
const LOW: f32 = 200.0;
/// What a leaf takes round its picture.
const LEAF: f32 = 64.0;

/// Shows one of the panel's charts, and the choice between them.
pub(super) fn picture(
    ui: &mut Ui,
    cx: &Cx<'_>,
    panel: &Panel,
    shown: &[&Chart],
    room: Option<f32>,
    out: &mut Vec<Action>,
) {
    let Some((at, chart)) = cx.visit.reader.chart(cx.catalog, panel) else { return };
    let top = ui.cursor().top();
    if shown.len() > 1 {
        let names = names(cx, shown);
        let options: Vec<(usize, &str)> = names.iter().enumerate().map(|(i, name)| (i, name.as_str())).collect();
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(200.0 * shown.len() as f32));
            if let Some(at) = choose(ui, cx.look, &cx.tr.text("picture-which"), at, &options) {
                out.push(Action::Read(ReadAsk::Picture(panel.id.clone(), at)));
            }
        });
    }
    title(ui, cx, chart);
    let used = ui.cursor().top() - top;
    drawing(ui, cx, chart, room.map_or(420.0, |room| (room - used - FOOT).max(LOW)));
    below(ui, cx, chart, out);
    if room.is_none() && cx.visit.reader.aside_of(&chart.id).is_some() {
        leaf(ui, cx, |ui| aside(ui, cx, chart, out));
    }
}

/// What a chart is of, and where that comes from.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui, cx.look, 2, Role::Strong, &chart.title);
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink2, &chart.caption);
    });
}

/// The picture itself, in about this height.
pub(super) fn drawing(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, height: f32) {
    match &chart.drawing {
        // Arrays are cards already.
        Drawing::People { .. } => charts::chart(ui, cx, chart, height),
        _ => leaf(ui, cx, |ui| charts::chart(ui, cx, chart, height - LEAF)),
    }
}

/// What tells the pictures of a panel apart: when they were measured, or else their number.
fn names(cx: &Cx<'_>, shown: &[&Chart]) -> Vec<String> {
    let distinct = |chart: &Chart| shown.iter().filter(|other| other.time == chart.time).count() == 1;
    if shown.iter().all(|chart| distinct(chart)) {
        return shown.iter().map(|chart| chart.time.clone()).collect();
    }
    (1..=shown.len()).map(|i| cx.tr.text_with("picture-number", &[("number", i.into())])).collect()
}

/// The key to the figures, and the three ways behind the picture.
fn below(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, out: &mut Vec<Action>) {
    // A key that is a sentence takes lines of its own.
    let is_sentence = People::of(&chart.drawing).is_some_and(|people| !people.are_few());
    if is_sentence {
        charts::legend(ui, cx, chart);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if !is_sentence {
            charts::legend(ui, cx, chart);
        }
        ways(ui, cx, &chart.id, None, out);
    });
}

/// The three ways behind the picture with this id. Where several pictures are shown, each says heard alone `whose` its
/// ways are.
pub(super) fn ways(ui: &mut Ui, cx: &Cx<'_>, id: &str, whose: Option<&str>, out: &mut Vec<Action>) {
    for (aside, icon, key) in [
        (Aside::HowToRead, Icon::Info, "aside-read"),
        (Aside::Numbers, Icon::List, "aside-numbers"),
        (Aside::Sources, Icon::Book, "aside-sources"),
    ] {
        let on = cx.visit.reader.aside_of(id) == Some(aside);
        let word = cx.tr.text(key);
        let name = whose.map_or_else(|| word.clone(), |whose| format!("{word}: {whose}"));
        if chip(ui, cx.look, on, Some(icon), &word).accessible_name(name).clicked() {
            out.push(Action::Read(ReadAsk::Aside((!on).then(|| (id.to_owned(), aside)))));
        }
    }
}

/// What is open behind a chart.
pub(super) fn aside(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    match cx.visit.reader.aside_of(&chart.id) {
        Some(Aside::HowToRead) => {
            panel::title(ui, cx, "aside-read", out);
            paragraph(ui, cx.look, Role::Text, c.ink, &chart.read);
            paragraph(ui, cx.look, Role::Text, c.ink, &chart.means);
            heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("aside-in-words"));
            paragraph(ui, cx.look, Role::Text, c.ink, &chart.says);
        }
        Some(Aside::Numbers) => {
            panel::title(ui, cx, "aside-numbers", out);
            charts::table(ui, cx, chart);
            panel::fact(ui, cx, &cx.tr.text("aside-time"), &chart.time);
        }
        Some(Aside::Sources) => {
            panel::title(ui, cx, "bearing-title", out);
            let claims: Vec<_> = chart.claims.iter().filter_map(|id| cx.catalog.evidence().claim(id)).collect();
            bearing::bearing(ui, cx, &claims, &chart.sources);
        }
        None => {}
    }
}
