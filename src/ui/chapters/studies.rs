//! The browser of studies: filters, the effects of those listed on one ruler for each scale, and a row for each study.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::charts::{Axis, Row, effects};
use super::super::sheet::leaf;
use super::super::widgets::{caption, choose, heading, job, paragraph, row_button};
use super::study;
use crate::describe::charts::{against_key, effect, gain, question_key, scale};
use crate::model::{Against, Effect, Group, Question, Scale, Study};
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
    plots(ui, cx, &listed);
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

/// The effects that match the filters. Only what is measured on one scale shares a ruler.
fn plots(ui: &mut Ui, cx: &Cx<'_>, listed: &[&Study]) {
    let filter = cx.visit.reader.filter;
    let fits = |effect: &&Effect| {
        let outcome = filter.question.is_none_or(|question| effect.outcome == question)
            || !matches!(filter.question, Some(Question::Pain | Question::Function));
        outcome && filter.against.is_none_or(|against| effect.against == against)
    };
    let found = |study: &&'_ Study| -> Vec<(String, Effect)> {
        study.effects.iter().filter(fits).map(|effect| (study.name.clone(), effect.clone())).collect()
    };
    let all: Vec<(String, Effect)> = listed.iter().flat_map(found).collect();
    let mut scales: Vec<Scale> = Vec::new();
    for (_, effect) in &all {
        if !scales.contains(&effect.scale) {
            scales.push(effect.scale);
        }
    }
    for one in scales {
        let these: Vec<&(String, Effect)> = all.iter().filter(|(_, effect)| effect.scale == one).collect();
        leaf(ui, cx, |ui| plot(ui, cx, one, &these));
    }
}

/// One ruler with its effects.
pub(super) fn plot(ui: &mut Ui, cx: &Cx<'_>, on: Scale, all: &[&(String, Effect)]) {
    let unit = scale(cx.tr, on);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text_with("studies-plot", &[("scale", unit.clone().into())]));
    let ends = all.iter().flat_map(|(_, effect)| {
        let (value, range) = effect.gain();
        let (low, high) = range.unwrap_or((value, value));
        [low, high]
    });
    let ends: Vec<f32> = ends.filter(|end| end.is_finite()).collect();
    let low = ends.iter().copied().fold(0.0, f32::min);
    let high = ends.iter().copied().fold(0.0, f32::max);
    let spare = (high - low).max(0.1) * 0.06;
    let rows: Vec<Row> = all.iter().map(|(name, effect)| self::effect_row(cx, name, effect)).collect();
    effects(ui, cx, Axis { from: low - spare, to: high + spare, unit: &unit }, &rows);
}

fn effect_row(cx: &Cx<'_>, name: &str, shown: &Effect) -> Row {
    let (value, range) = shown.gain();
    let mut under = cx.tr.text_with(
        "studies-row",
        &[
            ("outcome", cx.tr.text(question_key(shown.outcome)).into()),
            ("against", cx.tr.text(against_key(shown.against)).into()),
            ("time", shown.time.clone().into()),
        ],
    );
    if let Some(note) = &shown.note {
        under = format!("{under} {note}");
    }
    let group = match shown.against {
        Against::Sham => Group::Pretend,
        Against::UsualCare => Group::Usual,
        Against::NoTreatment | Against::Other => Group::Nothing,
    };
    let says = effect(cx.tr, name, shown);
    Row { name: name.to_owned(), under, group, value, range, people: shown.people, number: gain(cx.tr, shown), says }
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
