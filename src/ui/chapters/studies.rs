//! The browser of studies: filters, the effects of those listed, and a row for each study.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::sheet::leaf;
use super::super::widgets::{caption, choose, heading, job, paragraph, row_button};
use super::{ruler, study};
use crate::describe::charts::question_key;
use crate::model::{Against, Question, Study};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, ReadAsk, StudyFilter};

/// The years from which on studies can be listed.
const YEARS: [u16; 3] = [2010, 2015, 2020];

/// Shows the browser. Where there is no sheet, the chosen study opens under its row.
pub(super) fn studies(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("studies-title"));
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("studies-lead"));
    filters(ui, cx, out);
    let listed: Vec<&Study> =
        cx.catalog.evidence().studies.iter().filter(|study| holds(cx.visit.reader.filter, study)).collect();
    let count = [("count", listed.len().into()), ("all", cx.catalog.evidence().studies.len().into())];
    let said = paragraph(ui, cx.look, Role::Label, c.ink, &cx.tr.text_with("studies-count", &count));
    ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    ruler::plots(ui, cx, &listed, out);
    for study in listed {
        row(ui, cx, study, out);
    }
}

/// Whether a study is among those that are listed.
fn holds(filter: StudyFilter, study: &Study) -> bool {
    filter.question.is_none_or(|question| study.questions.contains(&question))
        && filter.against.is_none_or(|against| study.against.contains(&against))
        && filter.since.is_none_or(|since| study.year >= since)
}

fn filters(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let now = cx.visit.reader.filter;
    let all = cx.tr.text("studies-all");
    let mut ask = |filter| out.push(Action::Read(ReadAsk::Filter(filter)));
    let group = |ui: &mut Ui, key: &str| {
        let name = cx.tr.text(key);
        caption(ui, cx.look, &name);
        name
    };
    ui.spacing_mut().item_spacing.y = 6.0;
    let name = group(ui, "studies-about");
    let words: Vec<String> = Question::ALL.iter().map(|question| cx.tr.text(question_key(*question))).collect();
    let mut options: Vec<(Option<Question>, &str)> = vec![(None, all.as_str())];
    options.extend(Question::ALL.iter().zip(&words).map(|(question, word)| (Some(*question), word.as_str())));
    if let Some(question) = choose(ui, cx.look, &name, now.question, &options) {
        ask(StudyFilter { question, ..now });
    }
    let name = group(ui, "studies-against");
    let words: Vec<String> = Against::ALL.iter().map(|against| cx.tr.text(with(*against))).collect();
    let all = cx.tr.text("studies-all-against");
    let mut options: Vec<(Option<Against>, &str)> = vec![(None, all.as_str())];
    options.extend(Against::ALL.iter().zip(&words).map(|(against, word)| (Some(*against), word.as_str())));
    if let Some(against) = choose(ui, cx.look, &name, now.against, &options) {
        ask(StudyFilter { against, ..now });
    }
    let name = group(ui, "studies-since");
    let words = YEARS.map(|year| cx.tr.text_with("studies-since-year", &[("year", year.to_string().into())]));
    let all = cx.tr.text("studies-all-years");
    let mut options: Vec<(Option<u16>, &str)> = vec![(None, all.as_str())];
    options.extend(YEARS.iter().zip(&words).map(|(year, word)| (Some(*year), word.as_str())));
    if let Some(since) = choose(ui, cx.look, &name, now.since, &options) {
        ask(StudyFilter { since, ..now });
    }
}

/// The key of a comparison as a word of its own.
fn with(against: Against) -> &'static str {
    match against {
        Against::Sham => "studies-with-sham",
        Against::UsualCare => "studies-with-usual",
        Against::NoTreatment => "studies-with-nothing",
        Against::Other => "studies-with-other",
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, listed: &Study, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let on = cx.visit.reader.study.as_ref() == Some(&listed.source);
    let lead = cx.look.scale.format_in(Role::Text, Face::SansSemibold, 1.0, c.ink);
    let quiet = cx.look.scale.format(Role::Caption, c.ink2);
    let year = format!("  {}, {}\n", listed.year, listed.size);
    let text = cx.look.scale.format(Role::Card, c.ink);
    let mut words = job([(listed.name.as_str(), lead), (year.as_str(), quiet), (listed.plain.as_str(), text)]);
    words.wrap.max_width = ui.available_width() - 64.0;
    let words = ui.painter().layout_job(words);
    let name = format!("{}, {}", listed.name, listed.year);
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    if row_button(ui, cx.look, on, &name, words, Some(Icon::Next)).clicked() {
        let ask = (!on).then(|| listed.source.clone());
        out.push(Action::Read(ReadAsk::Study(ask)));
    }
    if on && !study::stands_beside(ui) {
        leaf(ui, cx, |ui| study::study(ui, cx, listed, out));
    }
}
