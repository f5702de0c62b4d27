//! Benefits, evidence, safety and the visit in pseudo.

use crate::model::{Arm, CareOption, Cell, Chart, Drawing, Evidence, Levels, Panel, Study};

/// Every text of them that is translated.
pub(super) fn texts(evidence: &mut Evidence, change: &mut impl FnMut(&mut String)) {
    for claim in &mut evidence.claims {
        levels(&mut claim.text, change);
        change(&mut claim.comparison);
    }
    evidence.studies.iter_mut().for_each(|study| study_texts(study, change));
    evidence.charts.iter_mut().for_each(|chart| chart_texts(chart, change));
    evidence.panels.iter_mut().for_each(|panel| panel_texts(panel, change));
    for term in &mut evidence.terms {
        let words = [&mut term.term, &mut term.says].into_iter().chain(&mut term.forms).chain(&mut term.sound);
        words.for_each(&mut *change);
    }
    for myth in &mut evidence.myths {
        [&mut myth.says, &mut myth.verdict].into_iter().for_each(&mut *change);
        levels(&mut myth.answer, change);
    }
    for question in &mut evidence.questions {
        change(&mut question.asks);
        question.choices.iter_mut().flat_map(|choice| [&mut choice.says, &mut choice.why]).for_each(&mut *change);
    }
    evidence.options.iter_mut().for_each(|option| option_texts(option, change));
}

fn levels(levels: &mut Levels, change: &mut impl FnMut(&mut String)) {
    // Paragraphs are told apart by empty lines, so each is a text of its own.
    let mut each = |text: &mut String| {
        let mut parts: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
        parts.iter_mut().for_each(&mut *change);
        *text = parts.join("\n\n");
    };
    each(&mut levels.plain);
    levels.more.iter_mut().chain(&mut levels.science).for_each(each);
}

fn study_texts(study: &mut Study, change: &mut impl FnMut(&mut String)) {
    let Study { name, made, size, result, plain, limits, effects, .. } = study;
    [name, made, size, result, plain, limits].into_iter().for_each(&mut *change);
    effects.iter_mut().flat_map(|effect| [Some(&mut effect.time), effect.note.as_mut()]).flatten().for_each(change);
}

fn chart_texts(chart: &mut Chart, change: &mut impl FnMut(&mut String)) {
    let Chart { title, caption, read, means, says, time, drawing, .. } = chart;
    [title, caption, read, means, says, time].into_iter().for_each(&mut *change);
    match drawing {
        Drawing::People { counted, rest, arms, .. } => {
            [counted, rest].into_iter().for_each(&mut *change);
            for arm in arms {
                arm_texts(arm, change);
            }
        }
        Drawing::Bars { unit, arms, .. } => {
            change(unit);
            for arm in arms {
                arm_texts(arm, change);
            }
        }
        Drawing::Curve { unit, every, lines, .. } => {
            [unit, every].into_iter().for_each(&mut *change);
            lines.iter_mut().flat_map(|line| [&mut line.name, &mut line.exact]).for_each(change);
        }
        Drawing::Ruler { unit, marks, .. } => {
            change(unit);
            marks.iter_mut().flat_map(|mark| [&mut mark.name, &mut mark.exact]).for_each(change);
        }
        Drawing::Gauges(gauges) => gauges.iter_mut().for_each(|gauge| change(&mut gauge.asks)),
    }
}

fn arm_texts(arm: &mut Arm, change: &mut impl FnMut(&mut String)) {
    [Some(&mut arm.name), Some(&mut arm.exact), arm.note.as_mut()].into_iter().flatten().for_each(change);
}

fn panel_texts(panel: &mut Panel, change: &mut impl FnMut(&mut String)) {
    let Panel { chip, title, main, summary, sure, action, .. } = panel;
    [chip, title, main, summary, &mut sure.says, &mut action.says, &mut action.why].into_iter().for_each(&mut *change);
    action.steps.iter_mut().for_each(&mut *change);
    levels(&mut panel.text, change);
    panel.list_title.iter_mut().for_each(&mut *change);
    panel.second.iter_mut().for_each(|second| change(&mut second.title));
    let second = panel.second.iter_mut().flat_map(|second| &mut second.items);
    for item in panel.items.iter_mut().chain(second) {
        item.title.iter_mut().chain([&mut item.says]).for_each(&mut *change);
    }
    [&mut panel.for_whom, &mut panel.compared_with, &mut panel.not_do].into_iter().flatten().for_each(change);
}

fn option_texts(option: &mut CareOption, change: &mut impl FnMut(&mut String)) {
    change(&mut option.name);
    for cell in [&mut option.what, &mut option.points, &mut option.people, &mut option.harms] {
        if let Cell::Says { text, .. } = cell {
            change(text);
        }
    }
}
