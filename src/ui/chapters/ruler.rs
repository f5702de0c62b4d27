//! What studies found, on one ruler for each scale, and what stands behind it: how to read it, its numbers as a table,
//! where they come from.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::charts::{self, Axis, Row, effects};
use super::super::how_sure::source;
use super::super::sheet::leaf;
use super::super::widgets::{heading, paragraph};
use super::{panel, picture};
use crate::describe::charts::{against_key, effect, gain, grouped, likely_gain, question_key, scale};
use crate::model::{Against, Effect, Group, Question, Scale, Study};
use crate::theme::Role;
use crate::visit::{Action, Aside, StudyFilter};

/// An effect, and the study that found it.
type Found<'a> = (&'a Study, &'a Effect);

/// The effects of the studies listed that answer what was asked.
pub(super) fn plots(ui: &mut Ui, cx: &Cx<'_>, listed: &[&Study], out: &mut Vec<Action>) {
    let filter = cx.visit.reader.filter;
    let all = listed.iter().flat_map(|study| study.effects.iter().map(|effect| (*study, effect)));
    let fits: Vec<Found<'_>> = all.filter(|(_, effect)| answers(filter, effect)).collect();
    for (scale, these) in by_scale(&fits) {
        leaf(ui, cx, |ui| plot(ui, cx, "all", scale, &these, out));
    }
}

/// What one study found.
pub(super) fn of(ui: &mut Ui, cx: &Cx<'_>, study: &Study, out: &mut Vec<Action>) {
    let all: Vec<Found<'_>> = study.effects.iter().map(|effect| (study, effect)).collect();
    for (scale, these) in by_scale(&all) {
        plot(ui, cx, &study.source.0, scale, &these, out);
    }
}

/// Whether an effect answers what was asked. A gain is no answer to what can go wrong, nor one just after the course
/// to whether it lasts; of a study of leg pain every effect is one in leg pain.
fn answers(filter: StudyFilter, effect: &Effect) -> bool {
    let question = match filter.question {
        None | Some(Question::Sciatica) => true,
        Some(Question::Lasting) => effect.lasting || effect.outcome == Question::Lasting,
        Some(question) => effect.outcome == question,
    };
    question && filter.against.is_none_or(|against| effect.against == against)
}

/// Only what is measured on one scale shares a ruler.
fn by_scale<'a>(all: &[Found<'a>]) -> Vec<(Scale, Vec<Found<'a>>)> {
    let mut scales: Vec<(Scale, Vec<Found<'a>>)> = Vec::new();
    for &found in all {
        match scales.iter_mut().find(|(scale, _)| *scale == found.1.scale) {
            Some((_, these)) => these.push(found),
            None => scales.push((found.1.scale, vec![found])),
        }
    }
    scales
}

/// One ruler with its effects, and the three ways behind it.
fn plot(ui: &mut Ui, cx: &Cx<'_>, whose: &str, on: Scale, all: &[Found<'_>], out: &mut Vec<Action>) {
    let unit = scale(cx.tr, on);
    let title = cx.tr.text_with("studies-plot", &[("scale", unit.clone().into())]);
    heading(ui, cx.look, 2, Role::Strong, &title);
    let ends = all.iter().flat_map(|(_, effect)| {
        let (value, range) = effect.gain();
        let (low, high) = range.unwrap_or((value, value));
        [low, high]
    });
    let ends: Vec<f32> = ends.filter(|end| end.is_finite()).collect();
    let low = ends.iter().copied().fold(0.0, f32::min);
    let high = ends.iter().copied().fold(0.0, f32::max);
    let spare = (high - low).max(0.1) * 0.06;
    let rows: Vec<Row> = all.iter().map(|found| effect_row(cx, found)).collect();
    effects(ui, cx, Axis { from: low - spare, to: high + spare, unit: &unit }, &rows);
    let id = format!("effects {whose} {on:?}");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        picture::ways(ui, cx, &id, Some(&title), out);
    });
    if let Some(open) = cx.visit.reader.aside_of(&id) {
        behind(ui, cx, open, &title, all, out);
    }
}

/// What is open behind a ruler.
fn behind(ui: &mut Ui, cx: &Cx<'_>, open: Aside, title: &str, all: &[Found<'_>], out: &mut Vec<Action>) {
    match open {
        Aside::HowToRead => {
            panel::title(ui, cx, "aside-read", out);
            paragraph(ui, cx.look, Role::Text, cx.look.colours().ink, &cx.tr.text("studies-read-plot"));
        }
        Aside::Numbers => {
            panel::title(ui, cx, "aside-numbers", out);
            let head = ["table-study", "table-difference", "table-compared", "table-people"].map(|key| cx.tr.text(key));
            let cells: Vec<[String; 4]> = all.iter().map(|found| cells(cx, found)).collect();
            charts::table_of(ui, cx, title, &head, &cells);
        }
        Aside::Sources => {
            panel::title(ui, cx, "aside-sources", out);
            let mut told: Vec<&str> = Vec::new();
            for (study, _) in all {
                if let Some(found) = cx.catalog.source(&study.source).filter(|s| !told.contains(&s.short.as_str())) {
                    told.push(&found.short);
                    source(ui, cx, found);
                }
            }
        }
    }
}

/// What was measured, against what, when.
fn measured(cx: &Cx<'_>, shown: &Effect) -> String {
    let said = cx.tr.text_with(
        "studies-row",
        &[
            ("outcome", cx.tr.text(question_key(shown.outcome)).into()),
            ("against", cx.tr.text(against_key(shown.against)).into()),
            ("time", shown.time.clone().into()),
        ],
    );
    match &shown.note {
        Some(note) => format!("{said} {note}"),
        None => said,
    }
}

fn effect_row(cx: &Cx<'_>, (study, shown): &Found<'_>) -> Row {
    let (value, range) = shown.gain();
    let group = match shown.against {
        Against::Sham => Group::Pretend,
        Against::UsualCare => Group::Usual,
        Against::NoTreatment | Against::Other => Group::Nothing,
    };
    Row {
        name: study.name.clone(),
        under: measured(cx, shown),
        group,
        value,
        range,
        number: gain(cx.tr, shown),
        likely: likely_gain(cx.tr, shown),
        says: effect(cx.tr, &study.name, shown),
    }
}

/// The same as cells of a table.
fn cells(cx: &Cx<'_>, (study, shown): &Found<'_>) -> [String; 4] {
    let likely = likely_gain(cx.tr, shown);
    let size = gain(cx.tr, shown);
    let difference = if likely.is_empty() { size } else { format!("{size} ({likely})") };
    let people = shown.people.map_or_else(|| cx.tr.text("table-none"), grouped);
    [study.name.clone(), difference, measured(cx, shown), people]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Better;

    fn effect(outcome: Question, lasting: bool) -> Effect {
        Effect {
            outcome,
            against: Against::Sham,
            time: "12 months".to_owned(),
            scale: Scale::PointsOf(100),
            better: Better::Lower,
            value: -1.0,
            ci: None,
            people: None,
            note: None,
            lasting,
        }
    }

    fn about(question: Question) -> StudyFilter {
        StudyFilter { question: Some(question), ..StudyFilter::default() }
    }

    #[test]
    fn a_gain_in_pain_does_not_answer_what_can_go_wrong() {
        let gain = effect(Question::Pain, false);
        assert!(answers(about(Question::Pain), &gain) && answers(StudyFilter::default(), &gain));
        for question in [Question::Safety, Question::Acute, Question::Advice, Question::Function] {
            assert!(!answers(about(question), &gain), "{question:?}");
        }
    }

    #[test]
    fn only_what_was_measured_late_answers_whether_it_lasts() {
        assert!(!answers(about(Question::Lasting), &effect(Question::Pain, false)));
        assert!(answers(about(Question::Lasting), &effect(Question::Pain, true)));
        assert!(answers(about(Question::Lasting), &effect(Question::Lasting, false)));
    }
}
