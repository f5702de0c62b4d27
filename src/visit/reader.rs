//! What a visitor reads of benefits, evidence, safety and the visit: what is open, how hard the words may be, what they
//! ticked and answered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Effect, Screen, Stop, Visit};
use crate::model::{Against, Catalog, Chapter, Chart, Panel, Question, Reading, SourceId};
use crate::plan::Plan;

/// What is open in a chapter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Topic {
    /// A panel, by its id.
    Panel(String),
    /// The browser of studies.
    Studies,
    /// What is often said, and what is known.
    Myths,
    /// A short question or two on the chapter.
    Questions,
}

/// What is open in each chapter that was left its first panel.
pub(super) type Topics = BTreeMap<Chapter, Topic>;

/// What stands behind a chart or a panel, one tap away.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Aside {
    /// How to read the picture.
    HowToRead,
    /// Its numbers as a table.
    Numbers,
    /// Where it comes from: claims, how sure they are, when they were checked, and their sources.
    Sources,
}

/// Which studies are listed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct StudyFilter {
    /// Those that tell something about this; else all.
    pub question: Option<Question>,
    /// Those that compared acupuncture with this; else all.
    pub against: Option<Against>,
    /// Those that came out in this year or later; else all.
    pub since: Option<u16>,
}

/// What a visitor can ask for while reading.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadAsk {
    /// Show something of a chapter.
    Open(Chapter, Topic),
    /// Show a panel or a page by its id, wherever it stands.
    Find(String),
    /// Make the words easier or harder.
    At(Reading),
    /// Open or close what stands behind a chart or panel, by its id.
    Aside(Option<(String, Aside)>),
    /// Show another of a panel's pictures.
    Picture(String, usize),
    /// Tick or untick a line of a panel's list.
    Tick(String, usize),
    /// Answer a question.
    Answer(String, usize),
    /// Explain a word, or no word.
    Explain(Option<String>),
    /// List other studies.
    Filter(StudyFilter),
    /// Tell of one study.
    Study(Option<SourceId>),
}

/// What a visitor reads, ticked and answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    topics: Topics,
    pictures: BTreeMap<String, usize>,
    ticked: BTreeSet<(String, usize)>,
    answers: BTreeMap<String, usize>,
    /// How hard the words may be.
    pub reading: Reading,
    /// What is open behind which chart or panel.
    pub aside: Option<(String, Aside)>,
    /// The word that is explained.
    pub term: Option<String>,
    /// Which studies are listed.
    pub filter: StudyFilter,
    /// The study that is told of.
    pub study: Option<SourceId>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            topics: Topics::new(),
            pictures: BTreeMap::new(),
            ticked: BTreeSet::new(),
            answers: BTreeMap::new(),
            reading: Reading::Plain,
            aside: None,
            term: None,
            filter: StudyFilter::default(),
            study: None,
        }
    }
}

impl Reader {
    /// What is open in a chapter; none in a chapter without panels.
    pub fn topic(&self, catalog: &Catalog, chapter: Chapter) -> Option<Topic> {
        let first = || catalog.evidence().chapter(chapter).next().map(|panel| Topic::Panel(panel.id.clone()));
        self.topics.get(&chapter).cloned().or_else(first)
    }

    /// The picture of a panel that is shown, after so many others; none of a panel without pictures.
    pub fn chart<'a>(&self, catalog: &'a Catalog, panel: &Panel) -> Option<(usize, &'a Chart)> {
        let all: Vec<_> = panel.charts.iter().filter_map(|id| catalog.evidence().chart(id)).collect();
        let at = self.pictures.get(&panel.id).copied().unwrap_or(0).min(all.len().saturating_sub(1));
        all.get(at).map(|chart| (at, *chart))
    }

    /// Whether a line of a panel's list is ticked.
    pub fn is_ticked(&self, panel: &str, item: usize) -> bool {
        self.ticked.contains(&(panel.to_owned(), item))
    }

    /// How many lines of a panel's list are ticked.
    pub fn ticks(&self, panel: &str) -> usize {
        self.ticked.iter().filter(|(of, _)| of == panel).count()
    }

    /// Which answer was given to a question.
    pub fn answer(&self, question: &str) -> Option<usize> {
        self.answers.get(question).copied()
    }

    /// What is open behind this chart or panel.
    pub fn aside_of(&self, id: &str) -> Option<Aside> {
        self.aside.as_ref().filter(|(of, _)| of == id).map(|(_, aside)| *aside)
    }

    pub(super) fn topics(&self) -> Topics {
        self.topics.clone()
    }

    pub(super) fn return_to(&mut self, topics: Topics) {
        // What was open behind a picture stays open, if one comes back to the same picture.
        if self.topics != topics {
            self.topics = topics;
            self.close();
        }
    }

    /// Back at the beginning one keeps what one ticked and how one likes to read.
    pub(super) fn at_home(self) -> Self {
        Self { reading: self.reading, ticked: self.ticked, ..Self::default() }
    }

    fn close(&mut self) {
        self.aside = None;
        self.term = None;
    }
}

impl Visit {
    /// Does what a reader asked.
    pub(super) fn read(&mut self, catalog: &Catalog, ask: ReadAsk) -> Vec<Effect> {
        match ask {
            ReadAsk::Open(chapter, topic) => self.open(catalog, chapter, topic),
            ReadAsk::Find(id) => match catalog.evidence().panel(&id) {
                Some(panel) => self.open(catalog, panel.chapter, Topic::Panel(id)),
                None if catalog.page(&id).is_some() => self.go(Screen::Page(id), self.sheet.clone()),
                None => {}
            },
            ReadAsk::At(reading) => self.reader.reading = reading,
            ReadAsk::Aside(aside) => self.reader.aside = aside,
            ReadAsk::Picture(panel, picture) => {
                self.reader.pictures.insert(panel, picture);
                self.reader.aside = None;
            }
            ReadAsk::Tick(panel, item) => {
                let line = (panel, item);
                if !self.reader.ticked.remove(&line) {
                    self.reader.ticked.insert(line);
                }
            }
            ReadAsk::Answer(question, choice) => _ = self.reader.answers.insert(question, choice),
            ReadAsk::Explain(term) => self.reader.term = term,
            ReadAsk::Filter(filter) => {
                self.reader.filter = filter;
                self.reader.study = None;
            }
            ReadAsk::Study(study) => self.reader.study = study,
        }
        Vec::new()
    }

    /// Puts another plan on the table.
    pub fn begin_plan(&mut self, plan: Plan) {
        self.planning.replace(plan);
        self.meet_plan();
    }

    /// Takes the last change of the plan back.
    pub(super) fn undo_plan(&mut self) {
        self.planning.open = None;
        if self.planning.history.undo_replaces() {
            self.meet_plan();
        }
        self.planning.history.undo();
    }

    /// Makes the next change of the plan again.
    pub(super) fn redo_plan(&mut self) {
        self.planning.open = None;
        if self.planning.history.redo_replaces() {
            self.meet_plan();
        }
        self.planning.history.redo();
    }

    /// Another plan comes on the table, and nobody knows from where. It may be another patient's, and what the one before
    /// ticked would stand on their page.
    fn meet_plan(&mut self) {
        self.planning.origin = None;
        self.reader.ticked.clear();
    }

    /// Opens something of a chapter, so that Back leads to what was open before.
    fn open(&mut self, catalog: &Catalog, chapter: Chapter, topic: Topic) {
        let screen = Screen::Chapter(chapter);
        let before = self.reader.topics();
        if self.screen != screen {
            self.go(screen, self.sheet.clone());
        } else if self.reader.topic(catalog, chapter).as_ref() != Some(&topic) {
            let (sheet, closed) = (self.sheet.clone(), self.sheet_closed);
            self.remember(Stop { screen, sheet, closed, topics: before });
        }
        self.reader.topics.insert(chapter, topic);
        self.reader.close();
    }
}
