//! Make the page, give it up, keep it, open it, print it; and what became of that.

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, paragraph, wide_button};
use crate::handout::Cut;
use crate::handout::printing::Refusal;
use crate::handout::state::{Made, Said};
use crate::model::Sheet;
use crate::theme::{Icon, Role};
use crate::visit::{Action, TakeAsk};

/// Shows what can be done now.
pub(super) fn actions(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if !cx.taking.ways.any() {
        caption(ui, cx.look, &cx.tr.text("take-no-pages"));
        return;
    }
    match &cx.taking.made {
        Made::Nothing => {
            let all = cx.page.and_then(|page| page.plan.as_ref()).map_or(0, |plan| plan.lines.len());
            let most = Sheet::MOST_STEPS;
            if all > most {
                said(ui, cx, &cx.tr.text_with("take-steps", &[("all", all.into()), ("most", most.into())]));
            }
            make(ui, cx, out);
        }
        Made::Drawing => on_its_way(ui, cx, "take-drawing", 0.35, out),
        Made::Setting => on_its_way(ui, cx, "take-setting", 0.75, out),
        Made::Ready(pages, cut) => {
            said(ui, cx, &cx.tr.text_with("take-ready", &[("pages", (*pages).into())]));
            left_out(ui, cx, *cut);
            ready(ui, cx, out);
        }
        Made::Failed(why) => {
            trouble(ui, cx, &cx.tr.text_with("take-failed", &[("why", why.as_str().into())]));
            make(ui, cx, out);
        }
    }
    if let Some(became) = &cx.taking.said {
        became_of_it(ui, cx, became);
    }
}

fn make(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if button(ui, cx.look, Weight::First, Some(Icon::Next), &cx.tr.text("take-make")).clicked() {
        out.push(Action::Take(TakeAsk::Make));
    }
}

/// A bar, its words, and the way out.
fn on_its_way(ui: &mut Ui, cx: &Cx<'_>, key: &str, share: f32, out: &mut Vec<Action>) {
    progress(ui, cx, &cx.tr.text(key), share);
    if button(ui, cx.look, Weight::Second, Some(Icon::Close), &cx.tr.text("take-cancel")).clicked() {
        out.push(Action::Take(TakeAsk::Cancel));
    }
}

/// What is being done, and a bar that shows how much of it is.
pub(in super::super) fn progress(ui: &mut Ui, cx: &Cx<'_>, says: &str, share: f32) {
    let c = cx.look.colours();
    said(ui, cx, says);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::ProgressIndicator, true, says));
    ui.painter().rect_filled(rect, CornerRadius::same(5), c.well);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, CornerRadius::same(5), c.ink);
}

fn ready(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let ways = cx.taking.ways;
    // Where it is printed at once, nobody need go elsewhere for that.
    let open = if ways.print { (Icon::Screen, "take-open-page") } else { (Icon::Print, "take-open") };
    let all = [
        (ways.print, TakeAsk::Print, Icon::Print, "take-print-now"),
        (ways.save, TakeAsk::Save, Icon::Tick, "take-save"),
        (ways.open, TakeAsk::Open, open.0, open.1),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (i, (_, ask, sign, key)) in all.into_iter().filter(|(can, ..)| *can).enumerate() {
            let weight = if i == 0 { Weight::First } else { Weight::Second };
            if wide_button(ui, cx.look, weight, Some(sign), &cx.tr.text(key), 120.0).clicked() {
                out.push(Action::Take(ask));
            }
        }
    });
}

/// What is not on the page: whoever hands it over knows before it is printed.
fn left_out(ui: &mut Ui, cx: &Cx<'_>, cut: Cut) {
    let all = cx.page.and_then(|page| page.plan.as_ref()).map_or(0, |plan| plan.lines.len());
    if let Some(first) = cut.first {
        said(ui, cx, &cx.tr.text_with("take-steps-cut", &[("first", first.into()), ("all", all.into())]));
    }
    if cut.notes {
        said(ui, cx, &cx.tr.text("take-notes-cut"));
    }
    if let Some(first) = cut.questions {
        let all = cx.page.map_or(0, |page| page.questions.lines.len());
        said(ui, cx, &cx.tr.text_with("take-questions-cut", &[("first", first.into()), ("all", all.into())]));
    }
    let large = cx.page.is_some_and(|page| page.sheet.large);
    let sources = if large { "take-sources-cut" } else { "take-sources-found" };
    let all = [
        (cut.pen, "take-pen-cut"),
        (cut.visit, "take-visit-cut"),
        (cut.level, "take-words-cut"),
        (cut.figure, "take-figure-cut"),
        (cut.sources, sources),
    ];
    for (is_cut, key) in all {
        if is_cut {
            said(ui, cx, &cx.tr.text(key));
        }
    }
}

fn became_of_it(ui: &mut Ui, cx: &Cx<'_>, became: &Said) {
    let with = |key: &str, name: &'static str, value: &str| cx.tr.text_with(key, &[(name, value.to_owned().into())]);
    match became {
        Said::Saved(path) => said(ui, cx, &with("take-saved", "path", path)),
        Said::Opened(path) => said(ui, cx, &with("take-opened", "path", path)),
        Said::Printing => said(ui, cx, &cx.tr.text("take-printing")),
        Said::Printed => said(ui, cx, &cx.tr.text("take-printed")),
        Said::Handed(None) => said(ui, cx, &cx.tr.text("take-handed")),
        Said::Handed(Some(printer)) => said(ui, cx, &with("take-handed-to", "printer", printer)),
        Said::NotSaved(why) => trouble(ui, cx, &with("take-not-saved", "why", why)),
        Said::NotOpened(why) => trouble(ui, cx, &with("take-not-opened", "why", why)),
        Said::NotPrinted(refusal) => trouble(ui, cx, &refused(cx, *refusal)),
    }
}

fn refused(cx: &Cx<'_>, refusal: Refusal) -> String {
    match refusal {
        Refusal::Busy => cx.tr.text("take-printing"),
        Refusal::Soon(seconds) => cx.tr.text_with("take-soon", &[("seconds", seconds.into())]),
        Refusal::Visit => cx.tr.text("take-enough"),
        Refusal::Day => cx.tr.text("take-enough-today"),
        Refusal::Long => cx.tr.text("take-long"),
        Refusal::Unavailable => cx.tr.text("take-no-printer"),
        Refusal::NoPrinter => cx.tr.text("take-none-set-up"),
        Refusal::NotTaken => cx.tr.text("take-not-taken"),
    }
}

pub(in super::super) fn said(ui: &mut Ui, cx: &Cx<'_>, says: &str) {
    let response = paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, says);
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

fn trouble(ui: &mut Ui, cx: &Cx<'_>, says: &str) {
    let response = paragraph(ui, cx.look, Role::Text, cx.look.colours().alert, says);
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
