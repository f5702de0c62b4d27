//! Claims, studies, charts, panels and what helps to understand them: read, and held against each other.
//!
//! A claim falls if its source is missing, if one of its numbers has no denominator, or if it says a banned word.
//! What stands on a claim that fell falls with it, and each fall is a problem with its place: nothing is left out in
//! silence.

mod entries;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, Flaw, Located};
use super::merge::merge;
use super::pack::read_list;
use super::problem::Problem;
use super::protect::protect;
use super::references::Known;
use super::source::PackSource;
use crate::model::{
    CareOption, Cell, Chart, Claim, ClaimId, Drawing, Evidence, GridQuestion, Myth, Panel, SourceId, Study, TeachBack,
    Term,
};

/// The lists of one pack.
#[derive(Debug, Default)]
pub(super) struct EvidenceDraft {
    claims: Vec<Located<Claim>>,
    studies: Vec<Located<Study>>,
    charts: Vec<Located<Chart>>,
    panels: Vec<Located<Panel>>,
    terms: Vec<Located<Term>>,
    myths: Vec<Located<Myth>>,
    questions: Vec<Located<TeachBack>>,
    options: Vec<Located<CareOption>>,
}

/// Where entries stand: line and column by file and id.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<(String, String), (u32, u32)>);

impl Places {
    /// Where an entry begins, if it came from a file.
    pub fn of(&self, file: &str, id: &str) -> Option<(u32, u32)> {
        self.0.get(&(file.to_owned(), id.to_owned())).copied()
    }

    fn note<T: Entry>(&mut self, entries: &[Located<T>]) {
        for entry in entries {
            let key = (entry.file.name.clone(), entry.value.id().to_owned());
            self.0.insert(key, entry.file.place(entry.range.start));
        }
    }
}

/// Reads the lists of a pack.
pub(super) fn read(source: &dyn PackSource, pack: usize, problems: &mut Vec<Problem>) -> EvidenceDraft {
    EvidenceDraft {
        claims: read_list(source, pack, problems),
        studies: read_list(source, pack, problems),
        charts: read_list(source, pack, problems),
        panels: read_list(source, pack, problems),
        terms: read_list(source, pack, problems),
        myths: read_list(source, pack, problems),
        questions: read_list(source, pack, problems),
        options: read_list(source, pack, problems),
    }
}

/// Lays the packs over each other. What is named is laid before what names it.
pub(super) fn close(
    mut drafts: Vec<EvidenceDraft>,
    sources: &Known,
    points: &Known,
    languages: &[Option<String>],
    problems: &mut Vec<Problem>,
    places: &mut Places,
) -> Evidence {
    macro_rules! lay {
        ($field:ident, $judge:expr) => {{
            let lists = drafts.iter_mut().map(|draft| std::mem::take(&mut draft.$field)).collect();
            let entries = merge(lists, problems, $judge);
            places.note(&entries);
            entries.into_iter().map(|entry| entry.value).collect::<Vec<_>>()
        }};
    }
    // What is protected is held against what stands before anything is laid over it.
    let whole: Vec<_> = drafts.iter_mut().map(|draft| std::mem::take(&mut draft.claims)).collect();
    let whole = protect(whole, languages, problems);
    drafts.iter_mut().zip(whole).for_each(|(draft, claims)| draft.claims = claims);
    let whole: Vec<_> = drafts.iter_mut().map(|draft| std::mem::take(&mut draft.panels)).collect();
    let whole = protect(whole, languages, problems);
    drafts.iter_mut().zip(whole).for_each(|(draft, panels)| draft.panels = panels);
    let claims = lay!(claims, |claim: &mut Claim, flaws: &mut Vec<Flaw>| sources.need_sources(&claim.sources, flaws));
    let known = Known::new(claims.iter().map(|claim| claim.id.0.as_str()));
    let studies = lay!(studies, |study: &mut Study, flaws: &mut Vec<Flaw>| {
        sources.need(&study.source.0, "source", flaws);
        drop_strange_points(study, points, flaws);
    });
    let charts = lay!(charts, |chart: &mut Chart, flaws: &mut Vec<Flaw>| {
        need_claims(&known, &chart.claims, flaws);
        sources.need_sources(&chart.sources, flaws);
        gauge_sources(chart).for_each(|ids| sources.need_sources(ids, flaws));
    });
    let drawn = Known::new(charts.iter().map(|chart| chart.id.as_str()));
    let panels = lay!(panels, |panel: &mut Panel, flaws: &mut Vec<Flaw>| {
        need_claims(&known, &panel.claims, flaws);
        panel.charts.iter().for_each(|id| drawn.need(id, "chart", flaws));
    });
    let terms = lay!(terms, |_: &mut Term, _: &mut Vec<Flaw>| {});
    let myths = lay!(myths, |myth: &mut Myth, flaws: &mut Vec<Flaw>| need_claims(&known, &myth.claims, flaws));
    let questions = lay!(questions, |question: &mut TeachBack, flaws: &mut Vec<Flaw>| {
        need_claims(&known, &question.claims, flaws);
    });
    let options = lay!(options, |option: &mut CareOption, flaws: &mut Vec<Flaw>| {
        for question in GridQuestion::ALL {
            if let Cell::Says { claims, .. } = option.cell(question) {
                need_claims(&known, claims, flaws);
            }
        }
    });
    Evidence { claims, studies, charts, panels, terms, myths, questions, options }
}

fn need_claims(known: &Known, claims: &[ClaimId], flaws: &mut Vec<Flaw>) {
    for id in claims {
        known.need(&id.0, "claim", flaws);
    }
}

fn gauge_sources(chart: &Chart) -> impl Iterator<Item = &Vec<SourceId>> {
    let gauges = if let Drawing::Gauges(gauges) = &chart.drawing { gauges.as_slice() } else { &[] };
    gauges.iter().map(|gauge| &gauge.sources)
}

/// A study is sound without a point that nobody has a card for.
fn drop_strange_points(study: &mut Study, points: &Known, flaws: &mut Vec<Flaw>) {
    let strange: BTreeSet<String> =
        study.points.iter().filter(|code| !points.has(code.as_str())).map(|code| code.0.clone()).collect();
    study.points.retain(|code| !strange.contains(code.as_str()));
    flaws.extend(strange.iter().map(|code| {
        let what = format!("there is no point `{code}`, so this study does not name it");
        Flaw::warning(code, what, "add it to points.ron, or take it out here")
    }));
}
