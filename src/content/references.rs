//! What entries say of each other: every id that one names must be given by another.

use std::collections::{BTreeMap, BTreeSet};

use super::Loaded;
use super::anchors::{Landmarks, merge_rules};
use super::check::Part;
use super::circuit::circuit;
use super::entry::{Flaw, Located, MAX_FLAWS};
use super::evidence::{self, Places};
use super::merge::merge;
use super::pack::Draft;
use super::problem::Problem;
use super::protect::protect;
use super::repeats::repeats;
use super::stories::Stage;
use super::suggest::did_you_mean;
use super::teaching::sides;
use crate::model::{CatalogParts, Channel, Idea, Layout, Mechanism, Point, Rule, SourceId, Story, TeachingSet, Told};

/// Lays the packs over each other and closes the catalog. What is named is laid before what names it.
pub(super) fn close(mut drafts: Vec<Draft>) -> Loaded {
    let mut problems: Vec<_> = drafts.iter_mut().flat_map(|draft| std::mem::take(&mut draft.problems)).collect();
    let languages: Vec<_> = drafts.iter().map(|draft| draft.head.as_ref().and_then(|h| h.language.clone())).collect();
    let packs: Vec<_> = drafts.iter_mut().filter_map(|draft| draft.head.take()).collect();
    let landmarks: Landmarks = drafts.iter_mut().flat_map(|draft| std::mem::take(&mut draft.landmarks)).collect();
    macro_rules! lists {
        ($field:ident) => {
            drafts.iter_mut().map(|draft| std::mem::take(&mut draft.$field)).collect()
        };
    }

    let sources = merge(lists!(sources), &mut problems, |_, _| {});
    let ids = Known::new(sources.iter().map(|source| source.value.id.0.as_str()));
    let cautions = protect(lists!(cautions), &languages, &mut problems);
    let cautions = merge(cautions, &mut problems, |caution, flaws| {
        ids.need_sources(&caution.says.sources, flaws);
    });
    let mut rules = merge_rules(lists!(rules), &landmarks, &mut problems);
    forget_unknown_sources(&mut rules, &ids, &mut problems);
    let codes = Known::new(rules.iter().map(|rule| rule.value.code.as_str()));
    let mut channels = merge(lists!(channels), &mut problems, |channel, flaws| {
        ids.need_sources(&channel.sources, flaws);
        cut_strokes(channel, &codes, flaws);
    });
    circuit(&mut channels, &mut problems);
    let channel_ids = Known::new(channels.iter().map(|channel| channel.value.id.as_str()));
    let caution_ids = Known::new(cautions.iter().map(|caution| caution.value.id.0.as_str()));
    let mut points = merge(lists!(points), &mut problems, |point, flaws| {
        channel_ids.need(&point.channel, "channel", flaws);
        for id in &point.cautions {
            caution_ids.need(&id.0, "caution", flaws);
        }
        for sources in point_sources(point) {
            ids.need_sources(sources, flaws);
        }
        if point.layout != Layout::Nowhere && !codes.0.contains(point.code.as_str()) {
            let what = format!("no rule places `{}`, so it is not on the body", point.code);
            flaws.push(Flaw::warning(point.code.as_str(), what, "write a rule, or layout: Nowhere"));
        }
    });
    let pages = protect(lists!(pages), &languages, &mut problems);
    let pages = merge(pages, &mut problems, |page, flaws| {
        for section in &page.sections {
            ids.need_sources(&section.sources, flaws);
        }
    });
    let mechanisms: Vec<Located<Mechanism>> = merge(lists!(mechanisms), &mut problems, |mechanism, flaws| {
        ids.need_sources(&mechanism.sources, flaws);
        for finding in &mechanism.found {
            ids.need_sources(&finding.sources, flaws);
        }
    });
    let ideas: Vec<Located<Idea>> =
        merge(lists!(ideas), &mut problems, |idea, flaws| ids.need_sources(&idea.says.sources, flaws));
    let mut places = Places::default();
    let told = drafts.iter_mut().map(|draft| std::mem::take(&mut draft.evidence)).collect();
    let point_codes = Known::new(points.iter().map(|point| point.value.code.as_str()));
    let evidence = evidence::close(told, &ids, &point_codes, &languages, &mut problems, &mut places);
    let drawn = evidence.panels.iter().filter(|panel| !panel.charts.is_empty());
    let stage = Stage {
        points: point_codes,
        pages: Known::new(pages.iter().map(|page| page.value.id.as_str())),
        panels: Known::new(drawn.map(|panel| panel.id.as_str())),
        ideas: Known::new(ideas.iter().filter(|i| i.value.told == Told::Meaning).map(|idea| idea.value.id.as_str())),
    };
    let stories: Vec<Located<Story>> = merge(lists!(stories), &mut problems, |story, flaws| {
        for step in &story.steps {
            ids.need_sources(&step.sources, flaws);
            step.scene.iter().for_each(|direction| stage.need(direction, flaws));
        }
    });
    let teaching: Vec<Located<TeachingSet>> = merge(lists!(teaching), &mut problems, |set, flaws| {
        ids.need_sources(&set.sources, flaws);
        need_points(set, &points, &stage, flaws);
    });
    let parts: Vec<Located<Part>> = merge(lists!(parts), &mut problems, |_, _| {});

    let clinic = drafts.iter_mut().rev().find_map(|draft| draft.clinic.take());

    problems.extend(repeats(&points));
    in_order_of_channels(&mut points, &channels);
    let reviewed_on = packs.last().map_or_else(String::new, |head| head.reviewed_on.clone());
    let parts = CatalogParts {
        points: values(points),
        rules: values(rules),
        channels: values(channels),
        cautions: values(cautions),
        sources: values(sources),
        pages: values(pages),
        mechanisms: values(mechanisms),
        ideas: values(ideas),
        stories: values(stories),
        teaching: values(teaching),
        parts: values(parts).into_iter().map(|part| (part.id, part.name)).collect(),
        evidence,
        reviewed_on,
        clinic,
    };
    Loaded::new(parts, problems, packs, places)
}

/// A teaching example names points that are there, and sides that they have.
fn need_points(set: &TeachingSet, points: &[Located<Point>], stage: &Stage, flaws: &mut Vec<Flaw>) {
    for point in &set.points {
        match points.iter().find(|known| known.value.code == point.code) {
            Some(known) => sides(point, &known.value, flaws),
            None => stage.points.need(point.code.as_str(), "point", flaws),
        }
    }
}

/// Ids that may be named.
pub(super) struct Known(BTreeSet<String>);

impl Known {
    pub(super) fn new<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        Self(ids.map(str::to_owned).collect())
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    pub(super) fn need(&self, id: &str, noun: &str, flaws: &mut Vec<Flaw>) {
        self.need_or(id, noun, &format!("add it to {noun}s.ron"), flaws);
    }

    /// As [`Known::need`], with a hint for what is like nothing known.
    pub(super) fn need_or(&self, id: &str, noun: &str, otherwise: &str, flaws: &mut Vec<Flaw>) {
        if !self.0.contains(id) && flaws.len() < MAX_FLAWS {
            let hint = did_you_mean(id, self.0.iter().map(String::as_str), || otherwise.to_owned());
            flaws.push(Flaw::error(id, format!("there is no {noun} `{id}`"), hint));
        }
    }

    pub(super) fn need_sources(&self, sources: &[SourceId], flaws: &mut Vec<Flaw>) {
        for id in sources {
            self.need(&id.0, "source", flaws);
        }
    }
}

/// A rule without its source still places its point; the name goes, for it leads nowhere.
fn forget_unknown_sources(rules: &mut [Located<Rule>], ids: &Known, problems: &mut Vec<Problem>) {
    for rule in rules {
        let mut flaws = Vec::new();
        for id in &rule.value.sources {
            ids.need(id, "source", &mut flaws);
        }
        rule.value.sources.retain(|id| ids.0.contains(id.as_str()));
        rule.report(flaws, problems);
    }
}

fn point_sources(point: &Point) -> impl Iterator<Item = &Vec<SourceId>> {
    let said = point.statements().map(|(_, statement)| &statement.sources);
    let place = point.place.iter().map(|place| &place.sources);
    let trials = point.trials.iter().map(|trials| &trials.sources);
    said.chain(place).chain(trials)
}

/// A stroke through a place that no rule gives is left out alone: the channel and its points are sound without it.
fn cut_strokes(channel: &mut Channel, codes: &Known, flaws: &mut Vec<Flaw>) {
    channel.strokes.retain(|stroke| {
        let unknown = stroke.iter().find(|code| !codes.0.contains(code.as_str()));
        if let Some(code) = unknown.filter(|_| flaws.len() < MAX_FLAWS) {
            let hint = did_you_mean(code, codes.0.iter().map(String::as_str), || "write a rule for it".to_owned());
            flaws.push(Flaw::warning(code, format!("this stroke is not drawn: no rule places `{code}`"), hint));
        }
        unknown.is_none()
    });
}

/// Points that a later pack adds go to their channel, not to the end.
fn in_order_of_channels(points: &mut [Located<Point>], channels: &[Located<Channel>]) {
    let order: BTreeMap<&str, usize> = channels.iter().enumerate().map(|(i, c)| (c.value.id.as_str(), i)).collect();
    points.sort_by_key(|point| {
        let point = &point.value;
        // Extra points count anew in each region, so their numbers say nothing of their order.
        let counted = point.code.as_str() == format!("{}{}", point.channel, point.number);
        (order.get(point.channel.as_str()).copied(), if counted { point.number } else { 0 })
    });
}

fn values<T>(entries: Vec<Located<T>>) -> Vec<T> {
    entries.into_iter().map(|entry| entry.value).collect()
}
