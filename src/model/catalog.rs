//! Everything the packs say, checked: every id inside resolves.

use std::collections::BTreeMap;

use super::{
    Caution, CautionId, Channel, Evidence, Idea, Mechanism, MechanismKind, Page, Point, PointCode, Rule, Source,
    SourceId, Story, Study,
};

/// The parts of a catalog before it is closed. Whoever fills it (the content module) vouches that ids resolve.
#[derive(Clone, Debug, Default)]
pub struct CatalogParts {
    /// Points in the order of their channels.
    pub points: Vec<Point>,
    /// How each point is placed.
    pub rules: Vec<Rule>,
    /// Channels in the order of the daily circuit, then the two vessels, then extra points.
    pub channels: Vec<Channel>,
    /// Cautions that cards share.
    pub cautions: Vec<Caution>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Pages.
    pub pages: Vec<Page>,
    /// What is known of how needling works, in the order of the pack.
    pub mechanisms: Vec<Mechanism>,
    /// Ideas of tradition, in the order in which they are told.
    pub ideas: Vec<Idea>,
    /// Guided stories, in the order in which they are offered.
    pub stories: Vec<Story>,
    /// Names of the parts of the body, by the ids that the figures use.
    pub parts: BTreeMap<String, String>,
    /// What is told of benefits, evidence, safety and the visit.
    pub evidence: Evidence,
    /// The day the content was last reviewed, as 2026-11-22.
    pub reviewed_on: String,
}

/// Everything the packs say, after checking. It never changes while it is shown.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    parts: CatalogParts,
    points: BTreeMap<PointCode, usize>,
    rules: BTreeMap<String, usize>,
    sources: BTreeMap<SourceId, usize>,
    cautions: BTreeMap<CautionId, usize>,
}

impl Catalog {
    /// Closes a catalog over parts whose ids have been checked.
    pub fn new(parts: CatalogParts) -> Self {
        let points = index(&parts.points, |p| p.code.clone());
        let rules = index(&parts.rules, |r| r.code.clone());
        let sources = index(&parts.sources, |s| s.id.clone());
        let cautions = index(&parts.cautions, |c| c.id.clone());
        Self { parts, points, rules, sources, cautions }
    }

    /// The parts again, to change them and close them anew.
    pub fn into_parts(self) -> CatalogParts {
        self.parts
    }

    /// All points in the order of their channels.
    pub fn points(&self) -> &[Point] {
        &self.parts.points
    }

    /// A point by its code.
    pub fn point(&self, code: &PointCode) -> Option<&Point> {
        self.points.get(code).and_then(|&i| self.parts.points.get(i))
    }

    /// Where a point stands among all points.
    pub fn position(&self, code: &PointCode) -> Option<usize> {
        self.points.get(code).copied()
    }

    /// All rules.
    pub fn rules(&self) -> &[Rule] {
        &self.parts.rules
    }

    /// The rule of a point or waypoint by its code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.get(code).and_then(|&i| self.parts.rules.get(i))
    }

    /// All channels.
    pub fn channels(&self) -> &[Channel] {
        &self.parts.channels
    }

    /// The channels of the daily circuit, in its order.
    pub fn circuit(&self) -> impl Iterator<Item = &Channel> {
        self.channels().iter().filter(|c| c.watch.is_some())
    }

    /// The channel whose two hours begin at an hour.
    pub fn watch_from(&self, hour: u8) -> Option<&Channel> {
        self.circuit().find(|c| c.watch.as_ref().is_some_and(|watch| watch.starts == hour))
    }

    /// The vessels on the midline, which have no hours.
    pub fn vessels(&self) -> impl Iterator<Item = &Channel> {
        self.channels().iter().filter(|c| c.midline)
    }

    /// A channel by its id.
    pub fn channel(&self, id: &str) -> Option<&Channel> {
        self.parts.channels.iter().find(|c| c.id == id)
    }

    /// All sources.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// A source by its id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id).and_then(|&i| self.parts.sources.get(i))
    }

    /// All shared cautions.
    pub fn cautions(&self) -> &[Caution] {
        &self.parts.cautions
    }

    /// A shared caution by its id.
    pub fn caution(&self, id: &CautionId) -> Option<&Caution> {
        self.cautions.get(id).and_then(|&i| self.parts.cautions.get(i))
    }

    /// All pages.
    pub fn pages(&self) -> &[Page] {
        &self.parts.pages
    }

    /// A page by its id.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.parts.pages.iter().find(|p| p.id == id)
    }

    /// All that is told of how needling works.
    pub fn mechanisms(&self) -> &[Mechanism] {
        &self.parts.mechanisms
    }

    /// What is told of one kind, in the order of the pack.
    pub fn mechanisms_of(&self, kind: MechanismKind) -> impl Iterator<Item = &Mechanism> {
        self.parts.mechanisms.iter().filter(move |mechanism| mechanism.kind == kind)
    }

    /// A step, experiment, frequency or open question by its id.
    pub fn mechanism(&self, id: &str) -> Option<&Mechanism> {
        self.parts.mechanisms.iter().find(|mechanism| mechanism.id == id)
    }

    /// All ideas of tradition, in the order in which they are told.
    pub fn ideas(&self) -> &[Idea] {
        &self.parts.ideas
    }

    /// An idea of tradition by its id.
    pub fn idea(&self, id: &str) -> Option<&Idea> {
        self.parts.ideas.iter().find(|idea| idea.id == id)
    }

    /// All guided stories, in the order in which they are offered.
    pub fn stories(&self) -> &[Story] {
        &self.parts.stories
    }

    /// A guided story by its id.
    pub fn story(&self, id: &str) -> Option<&Story> {
        self.parts.stories.iter().find(|story| story.id == id)
    }

    /// The name of a part of the body, by the id that the figures use.
    pub fn part(&self, id: &str) -> Option<&str> {
        self.parts.parts.get(id).map(String::as_str)
    }

    /// The names of all parts of the body by id.
    pub fn parts(&self) -> &BTreeMap<String, String> {
        &self.parts.parts
    }

    /// What is told of benefits, evidence, safety and the visit.
    pub fn evidence(&self) -> &Evidence {
        &self.parts.evidence
    }

    /// The studies that name a point among theirs, the newest first.
    pub fn studies_of(&self, code: &PointCode) -> Vec<&Study> {
        let mut studies: Vec<&Study> =
            self.parts.evidence.studies.iter().filter(|study| study.points.contains(code)).collect();
        studies.sort_by_key(|study| std::cmp::Reverse(study.year));
        studies
    }

    /// The day the content was last reviewed.
    pub fn reviewed_on(&self) -> &str {
        &self.parts.reviewed_on
    }
}

fn index<T, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> BTreeMap<K, usize> {
    items.iter().enumerate().map(|(i, item)| (key(item), i)).collect()
}
