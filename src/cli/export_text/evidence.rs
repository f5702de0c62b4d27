//! The texts of benefits, evidence, safety and the visit. Myths and questions say in their place what they are, since
//! they may name words that nothing else may say.

use super::{MORE, PLAIN, Readable, Reader, SCIENCE, add};
use crate::model::{Cell, Evidence, GridQuestion, Levels, Reading};

/// All texts of it, in the order of the files.
pub(super) fn texts(evidence: &Evidence, texts: &mut Vec<Readable>) {
    panels(evidence, texts);
    charts(evidence, texts);
    studies(evidence, texts);
    learning(evidence, texts);
    for claim in &evidence.claims {
        levels(texts, &format!("claim.{}", claim.id.0), "claim / behind a panel", &claim.text);
    }
    for option in &evidence.options {
        let id = format!("option.{}", option.id);
        add(texts, &format!("{id}.name"), "your visit / what else helps", PLAIN, Some(&option.name));
        for (i, question) in (1..).zip(GridQuestion::ALL) {
            if let Cell::Says { text, .. } = option.cell(question) {
                add(texts, &format!("{id}.{i}"), "your visit / what else helps", PLAIN, Some(text));
            }
        }
    }
}

fn reader(reading: Reading) -> Reader {
    match reading {
        Reading::Plain => PLAIN,
        Reading::More => MORE,
        Reading::Science => SCIENCE,
    }
}

fn levels(texts: &mut Vec<Readable>, id: &str, place: &str, said: &Levels) {
    for (reading, text) in said.each() {
        add(texts, &format!("{id}.{}", reading.word()), place, reader(reading), Some(&text.to_owned()));
    }
}

fn panels(evidence: &Evidence, texts: &mut Vec<Readable>) {
    for panel in &evidence.panels {
        let place = format!("{} / {}", panel.chapter.word(), panel.id);
        add(texts, &format!("panel.{}.chip", panel.id), &place, PLAIN, Some(&panel.chip));
        for (i, text) in (1..).zip(panel.texts()) {
            let id = format!("panel.{}.{i}.{}", panel.id, text.field);
            add(texts, &id, &place, reader(text.reading), Some(&text.says.to_owned()));
        }
    }
}

fn charts(evidence: &Evidence, texts: &mut Vec<Readable>) {
    for chart in &evidence.charts {
        let (id, place) = (format!("chart.{}", chart.id), format!("chart / {}", chart.id));
        let plain =
            [("title", &chart.title), ("caption", &chart.caption), ("read", &chart.read), ("says", &chart.says)];
        for (field, text) in plain {
            add(texts, &format!("{id}.{field}"), &place, PLAIN, Some(text));
        }
        add(texts, &format!("{id}.means"), &place, MORE, Some(&chart.means));
    }
}

fn studies(evidence: &Evidence, texts: &mut Vec<Readable>) {
    for study in &evidence.studies {
        let (id, place) = (format!("study.{}", study.source.0), "evidence / studies");
        for (field, reader, text) in [
            ("name", PLAIN, &study.name),
            ("plain", PLAIN, &study.plain),
            ("made", MORE, &study.made),
            ("size", MORE, &study.size),
            ("limits", MORE, &study.limits),
            ("result", SCIENCE, &study.result),
        ] {
            add(texts, &format!("{id}.{field}"), place, reader, Some(text));
        }
    }
}

fn learning(evidence: &Evidence, texts: &mut Vec<Readable>) {
    for (i, term) in (1..).zip(&evidence.terms) {
        add(texts, &format!("glossary.{i}.term"), "glossary", PLAIN, Some(&term.term));
        add(texts, &format!("glossary.{i}.says"), "glossary", PLAIN, Some(&term.says));
    }
    for myth in &evidence.myths {
        let (id, place) = (format!("myth.{}", myth.id), format!("{} / myth", myth.chapter.word()));
        add(texts, &format!("{id}.says"), &place, PLAIN, Some(&myth.says));
        add(texts, &format!("{id}.verdict"), &place, PLAIN, Some(&myth.verdict));
        levels(texts, &id, &place, &myth.answer);
    }
    for question in &evidence.questions {
        let (id, place) = (format!("question.{}", question.id), format!("{} / question", question.chapter.word()));
        add(texts, &format!("{id}.asks"), &place, PLAIN, Some(&question.asks));
        for (i, choice) in (1..).zip(&question.choices) {
            add(texts, &format!("{id}.{i}.says"), &place, PLAIN, Some(&choice.says));
            add(texts, &format!("{id}.{i}.why"), &place, PLAIN, Some(&choice.why));
        }
    }
}
