//! All that a visitor did: where they are, what they chose, how they turned the body.
//!
//! One value holds it, so forgetting a visitor is one assignment. Panels read it and push [`Action`]s;
//! nothing else changes it. It knows no egui, no files and no clock.

mod action;
mod diary;
mod directions;
mod filling;
mod idle;
mod lens;
mod loupe;
mod moving;
mod needle_panel;
mod place;
mod planning;
mod reader;
mod shown;
mod story;
mod stroke;
mod taking;
mod turning;
mod waiting;

pub use action::{Action, Change, Effect, VisitAsk};
pub use diary::{DiaryAsk, DiaryPanel, DiaryPdf, DiaryView, Draft, Errand, Field, Papers, Signs, Told};
pub use filling::{COURSE_PEOPLE, Filling};
pub use idle::{ASLEEP, Idle, Patience, Presence, QUIET, Screenful, WARNING};
pub use lens::{Account, Controls, Divider, Lens};
pub use loupe::Loupe;
pub use needle_panel::{Ahead, Detail, NeedleAsk, NeedlePanel};
pub use place::{Level, Screen, Sheet, Subject};
pub use planning::{KeptPlan, PlanAsk, PlanEffect, PlanNews, PlanTab, Planning, Tool};
pub use reader::{Aside, ReadAsk, Reader, StudyFilter, Topic};
pub use shown::{Grouping, Shown};
pub use story::{Cue, Pace, Playing, StoryAsk, Telling};
pub use taking::{TakeAsk, Taking};
pub use turning::Turning;
pub use waiting::Waiting;

use crate::body::closeup::Closeup;
use crate::body::figure::Marker;
use crate::model::{Catalog, Channel, PointCode, SiteKey};
use crate::sim::day;
use crate::sim::flow::Drift;
use crate::sim::qi::{Ask, Part, Qi};
use reader::Topics;

/// Where a visitor was: what Back returns to.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Stop {
    screen: Screen,
    sheet: Sheet,
    closed: bool,
    topics: Topics,
}

/// How many stops Back remembers.
const TRAIL: usize = 50;

/// The page that comes before all else where pain is discussed.
const WARNING_SIGNS: &str = "warning_signs";

/// So many seconds Qi flows after it came into sight: short enough that nobody needs a button to stop it.
const FLOWS: f32 = 5.0;

/// All that a visitor did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// What fills the window.
    pub screen: Screen,
    /// What the sheet shows.
    pub sheet: Sheet,
    /// Whether the sheet is open. On a small window it covers the body.
    pub sheet_closed: bool,
    /// The chosen marker; of a point without markers, none.
    pub chosen: Option<SiteKey>,
    /// What was typed to find a point.
    pub query: String,
    /// How much cards tell.
    pub level: Level,
    /// Which points are on the body.
    pub shown: Shown,
    /// What the magnifier is held over.
    pub magnified: Option<Closeup>,
    /// How the list of all points is divided.
    pub grouping: Grouping,
    /// Which account of the body is shown.
    pub lens: Lens,
    /// Whether a small stage shows its controls.
    pub controls: Controls,
    /// Where the divider stands while both accounts are parted.
    pub divider: Divider,
    /// How Qi flows on the channels, as tradition pictures it.
    pub stream: Drift,
    /// How the body is turned.
    pub turning: Turning,
    /// What they did in the section on Qi.
    pub qi: Qi,
    /// What of it the camera was sent to last.
    pub subject_seen: Option<Subject>,
    /// The needle on the endorphin panel.
    pub needling: NeedlePanel,
    /// What they read of benefits, evidence, safety and the visit, and what they ticked there.
    pub reader: Reader,
    /// How far the people of a picture are filled.
    pub filling: Filling,
    /// What they chose for the page to take away.
    pub taking: Taking,
    /// Whether what is wrong with the packs was put away.
    pub problems_hidden: bool,
    /// The story that is told.
    pub story: Option<Playing>,
    /// Whether everything stands low, for those who sit.
    pub lowered: bool,
    /// What they did with plans.
    pub planning: Planning,
    /// Their diary.
    pub diary: DiaryPanel,
    trail: Vec<Stop>,
}

impl Visit {
    /// Does what the visitor asked. What touches more than the visit itself comes back as effects.
    pub fn apply(&mut self, catalog: &Catalog, action: Action) -> Vec<Effect> {
        self.notice(&action);
        self.act(catalog, action)
    }

    fn act(&mut self, catalog: &Catalog, action: Action) -> Vec<Effect> {
        let people = self.people_in_sight(catalog);
        let effects = self.carry_out(catalog, action);
        self.fill(catalog, people);
        if self.screen != Screen::Endorphins {
            self.needling.pause();
        }
        effects
    }

    #[allow(clippy::too_many_lines, reason = "one short arm for each thing that can be asked")]
    fn carry_out(&mut self, catalog: &Catalog, action: Action) -> Vec<Effect> {
        match action {
            Action::Choose(site) => {
                if catalog.point(&site.code).is_none() {
                    return Vec::new();
                }
                self.go(Screen::Body, Sheet::Point(site.code.clone()));
                self.chosen = Some(site.clone());
                self.stream.run(FLOWS);
                vec![Effect::ShowSite(site)]
            }
            Action::OpenPoint(code) => {
                if catalog.point(&code).is_none() {
                    return Vec::new();
                }
                self.go(Screen::Body, Sheet::Point(code.clone()));
                // The side is kept where it can be, so that stepping along a channel stays on it.
                let side = self.chosen.take().map(|site| site.side);
                self.stream.run(FLOWS);
                vec![Effect::ShowPoint(code, side)]
            }
            Action::Open(sheet) => {
                self.go(Screen::Body, sheet);
                Vec::new()
            }
            Action::Go(screen) => {
                self.go(screen, self.sheet.clone());
                if self.screen == Screen::Qi {
                    self.qi.play();
                    self.subject_seen = None;
                    return vec![Effect::ShowQi];
                }
                if self.screen == Screen::Diary && !self.diary.is_open {
                    return vec![Effect::Diary(Errand::Open)];
                }
                Vec::new()
            }
            Action::Qi(ask) => {
                if ask == Ask::ShowAgain {
                    self.subject_seen = None;
                }
                self.qi.apply(ask);
                vec![Effect::ShowQi]
            }
            Action::OpenPage(id) => {
                if catalog.page(&id).is_some() {
                    self.go(Screen::Page(id), self.sheet.clone());
                }
                Vec::new()
            }
            Action::Ask(query) => {
                self.query = query;
                if self.sheet != Sheet::Find || self.screen != Screen::Body {
                    self.go(Screen::Body, Sheet::Find);
                }
                self.sheet_closed = false;
                Vec::new()
            }
            Action::CloseSheet => {
                self.sheet_closed = true;
                self.chosen = None;
                Vec::new()
            }
            Action::Tell(level) => {
                self.level = level;
                Vec::new()
            }
            Action::Back => {
                let Some(stop) = self.trail.pop() else { return Vec::new() };
                self.screen = stop.screen;
                self.sheet = stop.sheet;
                self.sheet_closed = stop.closed;
                self.reader.return_to(stop.topics);
                match &self.sheet {
                    Sheet::Point(code) if self.screen == Screen::Body && !stop.closed => {
                        let side = self.chosen.take().map(|site| site.side);
                        vec![Effect::ShowPoint(code.clone(), side)]
                    }
                    _ => {
                        self.chosen = None;
                        self.subject_seen = None;
                        if self.screen == Screen::Qi { vec![Effect::ShowQi] } else { Vec::new() }
                    }
                }
            }
            Action::Home => {
                let reader = std::mem::take(&mut self.reader).at_home();
                let turning = std::mem::take(&mut self.turning);
                let planning = std::mem::take(&mut self.planning);
                let diary = std::mem::take(&mut self.diary);
                let (level, lowered, taking) = (self.level, self.lowered, self.taking);
                *self = Self { level, turning, reader, taking, lowered, planning, diary, ..Self::default() };
                vec![Effect::ShowHome]
            }
            Action::See(lens) => {
                self.lens = lens;
                self.stream.run(FLOWS);
                Vec::new()
            }
            Action::Controls(controls) => {
                self.controls = controls;
                Vec::new()
            }
            Action::Part(at) => {
                self.divider.cut_to(at);
                Vec::new()
            }
            Action::PartGently(at) => {
                self.divider.ease_to(at);
                Vec::new()
            }
            Action::ShowPoints(shown) => {
                if self.screen != Screen::Plan {
                    self.screen = Screen::Body;
                }
                self.shown = shown.clone();
                vec![Effect::ShowPoints(shown)]
            }
            Action::Magnify(closeup) => {
                self.screen = Screen::Body;
                self.magnified = closeup;
                Vec::new()
            }
            Action::Group(grouping) => {
                self.grouping = grouping;
                Vec::new()
            }
            Action::Look(view) => {
                if matches!(self.screen, Screen::Page(_)) {
                    self.screen = Screen::Body;
                }
                vec![Effect::ShowView(view)]
            }
            Action::Turn(camera) => {
                self.turning.cut_to(camera);
                Vec::new()
            }
            Action::Release(spin) => {
                self.turning.release(spin);
                Vec::new()
            }
            Action::Fly(camera) => vec![Effect::Show(camera)],
            Action::Needle(ask) => {
                self.needling.apply(ask);
                Vec::new()
            }
            Action::Read(ask) => self.read(catalog, ask),
            Action::Story(ask) => self.tell(catalog, ask),
            Action::HideProblems => {
                self.problems_hidden = true;
                Vec::new()
            }
            Action::Take(ask) if self.taking.apply(ask) => vec![Effect::Take(ask)],
            Action::Take(_) => Vec::new(),
            Action::Plan(ask) => self.plan(catalog, ask),
            Action::Diary(ask) => {
                let diary::Outcome { errand, warns } = self.diary.apply(ask);
                if warns && catalog.page(WARNING_SIGNS).is_some() {
                    self.go(Screen::Page(WARNING_SIGNS.to_owned()), self.sheet.clone());
                }
                errand.map(Effect::Diary).into_iter().collect()
            }
            Action::Set(change) => vec![Effect::Set(change)],
            Action::Lower(low) => {
                self.lowered = low;
                Vec::new()
            }
            Action::Visit(asked) => vec![Effect::Visit(asked)],
        }
    }

    /// Shows all points if the chosen one is not among those that are shown.
    pub fn widen_to(&mut self, catalog: &Catalog, chosen: &Marker) {
        // A plan marks its own points, whichever others are shown.
        if self.screen != Screen::Plan && !self.shown.holds(catalog, chosen) {
            self.shown = Shown::All;
        }
    }

    /// What the section on Qi shows of the body. `now` is the hour on the wall.
    pub fn subject(&self, catalog: &Catalog, now: Option<f32>) -> Subject {
        match self.qi.part {
            Part::Meaning => Subject::Whole,
            Part::Flow => Subject::LowBack,
            Part::Day => {
                self.channel(catalog, now).map_or(Subject::Whole, |channel| Subject::Channel(channel.id.clone()))
            }
        }
    }

    /// The channel that the section on Qi tells of: the chosen vessel, or the one that has the hour.
    pub fn channel<'a>(&self, catalog: &'a Catalog, now: Option<f32>) -> Option<&'a Channel> {
        match &self.qi.vessel {
            Some(id) => catalog.channel(id),
            None => catalog.watch_from(day::begins_at(self.qi.day.part(now))),
        }
    }

    /// Whether Back leads anywhere.
    pub fn can_go_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// The point whose card is open.
    pub fn open_point(&self) -> Option<&PointCode> {
        match &self.sheet {
            Sheet::Point(code) if !self.sheet_closed => Some(code),
            _ => None,
        }
    }

    fn go(&mut self, screen: Screen, sheet: Sheet) {
        let closed = std::mem::take(&mut self.sheet_closed);
        if self.screen == screen && self.sheet == sheet {
            return;
        }
        let screen = std::mem::replace(&mut self.screen, screen);
        let sheet = std::mem::replace(&mut self.sheet, sheet);
        self.remember(Stop { screen, sheet, closed, topics: self.reader.topics() });
    }

    fn remember(&mut self, stop: Stop) {
        self.trail.push(stop);
        if self.trail.len() > TRAIL {
            self.trail.remove(0);
        }
    }
}
