//! What a practitioner does with a plan: edits it, draws, presents it page by page, keeps it.

use std::collections::BTreeSet;

use super::{Effect, Visit};
use crate::model::{Catalog, FigureId, Layout, PointCode, Side, SiteKey};
use crate::plan::{Drawing, Edit, History, Ink, Mark, Plan, Sides, Skin, Spot, Stamp, Step};

/// A part of the plan's sheet.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum PlanTab {
    /// The points in their order.
    #[default]
    Points,
    /// Pen, stamps and light.
    Draw,
    /// Plans that were kept.
    Kept,
}

/// What a touch on the body does.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Tool {
    /// Turn the body, take points.
    #[default]
    Hand,
    /// Draw a line.
    Pen(Ink),
    /// Put a stamp.
    Stamp(Stamp),
    /// Light a place.
    Light,
    /// Take a drawing away.
    Eraser,
}

/// A plan that is kept, as the list shows it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KeptPlan {
    /// What it is found by.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// What came of something that was asked of the world around.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanNews {
    /// It needs a name first.
    Nameless,
    /// It was kept under its name.
    Kept(String),
    /// It was kept, and took the place of another plan of the same name, whose text is here.
    Replaced(String, String),
    /// A kept plan was taken away, whose text is here.
    Deleted(String, String),
    /// A plan was opened; what could not be read is told.
    Opened(String, Vec<String>),
    /// The plan of an earlier window is here again; what could not be read of it is told.
    Found(Vec<String>),
    /// The plan of another window was put under a name of its own: why, and which.
    Aside(Vec<String>),
    /// A file is no plan: why.
    Refused(Vec<String>),
    /// A file was written here.
    Written(String),
    /// A picture was written here.
    Pictured(String),
    /// Something could not be done: what the platform said.
    Failed(String),
}

/// What can be asked of plans.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanAsk {
    /// Change the plan.
    Edit(Edit),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// A marker was touched: take it into the plan, or open its step.
    Touch(SiteKey),
    /// Several markers lie under one finger: which one?
    Offer(Vec<SiteKey>),
    /// Look at a marker without taking it.
    Walk(SiteKey),
    /// Take a point from a list.
    Add(PointCode),
    /// Begin with a teaching example, by its id.
    Start(String),
    /// Begin anew.
    New,
    /// Make a point a favourite, or no favourite any more.
    Favour(PointCode),
    /// Open a step, or close the open one.
    OpenStep(Option<usize>),
    /// Show a part of the sheet.
    Show(PlanTab),
    /// What a touch on the body does from now on.
    Take(Tool),
    /// Look for points to add.
    Seek(String),
    /// The pen is on the skin here.
    PenAt(FigureId, Skin),
    /// The pen was lifted.
    PenUp,
    /// The tool in the hand was put here.
    Put(FigureId, Skin),
    /// How far the light reaches, in metres.
    Reach(f32),
    /// Present: this page, or leave.
    Present(Option<usize>),
    /// Open or close the patient's window.
    PatientWindow(bool),
    /// Keep the plan under its name.
    Keep,
    /// Open a kept plan.
    Open(i64),
    /// Take a kept plan away.
    Delete(i64),
    /// Bring back what was just deleted or replaced.
    BringBack,
    /// Write the plan to a file.
    Export,
    /// Read a plan from a file of the exchange folder, by its name.
    Import(String),
    /// Save what is seen as a picture.
    Picture,
    /// Tell what came of something.
    Told(PlanNews),
    /// Put the news away.
    Heard,
}

/// What plans ask of the program around the visit.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEffect {
    /// Turn the body so that all points of the plan are seen.
    ShowAll,
    /// Look what is kept and what files there are.
    List,
    /// Keep a plan.
    Keep(Plan),
    /// Fetch a kept plan.
    Fetch(i64),
    /// Take a kept plan away.
    Delete(i64),
    /// Keep this text again under this name.
    Restore(String, String),
    /// Write a plan to a file.
    Export(Plan),
    /// Read a file.
    Import(String),
    /// Save what is seen as a picture.
    Picture,
    /// Keep which points are favourites.
    Favourites,
}

/// How far a new light reaches, in metres.
const REACH: f32 = 0.12;

/// All that a practitioner did with plans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planning {
    /// The plan and the way back.
    pub history: History,
    /// The part of the sheet that is shown.
    pub tab: PlanTab,
    /// What a touch on the body does.
    pub tool: Tool,
    /// The step whose details are open.
    pub open: Option<usize>,
    /// Markers that lay under one finger.
    pub offered: Vec<SiteKey>,
    /// What was typed to find a point to add.
    pub query: String,
    /// The page that is presented: 0 shows all points, 1 the first step.
    pub page: Option<usize>,
    /// Whether the patient's window is open.
    pub patient_window: bool,
    /// Points that are always at hand.
    pub favourites: BTreeSet<PointCode>,
    /// How far the light reaches, in metres; none means as usual.
    pub reach: Option<f32>,
    /// The stroke under the pen.
    pub stroke: Option<(FigureId, Vec<Skin>)>,
    /// What came of the last thing that was asked.
    pub news: Option<PlanNews>,
    /// Plans that are kept.
    pub kept: Vec<KeptPlan>,
    /// Files of plans in the exchange folder.
    pub files: Vec<String>,
    /// The text of the kept plan that this one came from or was last kept as: to keep it again takes nobody's place.
    pub origin: Option<String>,
}

impl Planning {
    /// The plan as it stands.
    pub const fn plan(&self) -> &Plan {
        self.history.plan()
    }

    /// The step that is presented, from 0; none on the page of all points, and while nothing is presented.
    pub fn presented(&self) -> Option<usize> {
        self.page?.checked_sub(1).filter(|&step| step < self.plan().steps.len())
    }

    /// How far a new light reaches, in metres.
    pub fn reach(&self) -> f32 {
        self.reach.unwrap_or(REACH)
    }

    /// Whether a touch on the body draws and does not turn it.
    pub fn draws(&self) -> bool {
        self.tool != Tool::Hand && self.page.is_none()
    }

    /// Puts another plan in the place of this one; it can be taken back.
    pub(super) fn replace(&mut self, plan: Plan) {
        self.open = None;
        self.history.edit(Edit::Replace(Box::new(plan)));
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        match &edit {
            // The open step stays open where it goes.
            Edit::Move { from, to } if self.open == Some(*from) => self.open = Some(*to),
            Edit::Move { .. } | Edit::Remove(_) | Edit::Insert(..) | Edit::Replace(_) => self.open = None,
            _ => {}
        }
        self.history.edit(edit);
    }

    /// Puts a marker into the plan: as a new step, or as the other side of one that is there. A marker that the plan
    /// holds opens its step.
    fn touch(&mut self, catalog: &Catalog, site: &SiteKey) {
        self.offered.clear();
        if let Some(step) = self.plan().step_at(site) {
            self.open = Some(step);
            return;
        }
        let row = catalog.rule(site.code.as_str()).is_some_and(|rule| rule.sites.len() > 1);
        let number = row.then_some(site.number);
        let there = self.plan().steps.iter().position(|step| step.point == site.code && step.number == number);
        let edit = if let Some(at) = there {
            Edit::Change(at, self.plan().steps[at].with(site.side))
        } else {
            let mut step = Step::at_site(site, row);
            if catalog.point(&site.code).is_some_and(|point| point.layout == Layout::OneSided) {
                step.sides = Sides::Midline;
            }
            Edit::Insert(self.plan().steps.len(), step)
        };
        self.edit(edit);
    }

    /// Draws what is in the hand at one place.
    fn put(&mut self, on: FigureId, at: Skin) {
        match self.tool {
            Tool::Stamp(stamp) => {
                let drawing = Drawing { on, mark: Mark::Stamp(stamp, at) };
                self.edit(Edit::Draw(self.plan().drawings.len(), drawing));
            }
            Tool::Light => {
                let reach = self.reach();
                self.edit(Edit::Light(Some(Spot { on, middle: at, reach })));
            }
            Tool::Hand | Tool::Pen(_) | Tool::Eraser => {}
        }
    }
}

impl Visit {
    /// Does what was asked of plans.
    pub(super) fn plan(&mut self, catalog: &Catalog, ask: PlanAsk) -> Vec<Effect> {
        let own = |effect| vec![Effect::Plan(effect)];
        let planning = &mut self.planning;
        match ask {
            PlanAsk::Edit(Edit::Replace(plan)) => self.begin_plan(*plan),
            PlanAsk::Edit(edit) => planning.edit(edit),
            PlanAsk::Undo => self.undo_plan(),
            PlanAsk::Redo => self.redo_plan(),
            PlanAsk::Touch(site) => planning.touch(catalog, &site),
            PlanAsk::Offer(sites) => {
                planning.offered = sites;
                planning.tab = PlanTab::Points;
                self.sheet_closed = false;
            }
            PlanAsk::Walk(site) => {
                self.chosen = Some(site.clone());
                return vec![Effect::ShowSite(site)];
            }
            PlanAsk::Add(code) => {
                if let Some(point) = catalog.point(&code) {
                    planning.query.clear();
                    planning.edit(Edit::Insert(planning.plan().steps.len(), Step::at_point(point)));
                    return vec![Effect::ShowPoint(code, None)];
                }
            }
            PlanAsk::Start(id) => {
                if let Some(set) = catalog.teaching_set(&id) {
                    self.begin_plan(Plan::from_set(set, catalog));
                    return own(PlanEffect::ShowAll);
                }
            }
            PlanAsk::New => self.begin_plan(Plan::default()),
            PlanAsk::Favour(code) => {
                if !planning.favourites.remove(&code) {
                    planning.favourites.insert(code);
                }
                return own(PlanEffect::Favourites);
            }
            PlanAsk::OpenStep(step) => {
                planning.open = step;
                let told = step.and_then(|i| planning.plan().steps.get(i)).map(|s| (s.point.clone(), side_of(s)));
                return told.map(|(code, side)| Effect::ShowPoint(code, Some(side))).into_iter().collect();
            }
            PlanAsk::Show(tab) => {
                planning.tab = tab;
                if tab != PlanTab::Draw {
                    planning.tool = Tool::Hand;
                }
                return if tab == PlanTab::Kept { own(PlanEffect::List) } else { Vec::new() };
            }
            PlanAsk::Take(tool) => planning.tool = tool,
            PlanAsk::Seek(query) => planning.query = query,
            PlanAsk::PenAt(figure, skin) => planning.pen_at(figure, skin),
            PlanAsk::PenUp => planning.pen_up(),
            PlanAsk::Put(on, skin) => planning.put(on, skin),
            PlanAsk::Reach(reach) => {
                planning.reach = Some(reach);
                if let Some(spot) = planning.plan().spotlight {
                    planning.edit(Edit::Light(Some(Spot { reach, ..spot })));
                }
            }
            PlanAsk::Present(page) => return self.present(page),
            PlanAsk::PatientWindow(open) => planning.patient_window = open,
            PlanAsk::Keep if planning.plan().name.trim().is_empty() => planning.news = Some(PlanNews::Nameless),
            PlanAsk::Keep => return own(PlanEffect::Keep(planning.plan().clone())),
            PlanAsk::Open(id) => return own(PlanEffect::Fetch(id)),
            PlanAsk::Delete(id) => return own(PlanEffect::Delete(id)),
            PlanAsk::BringBack => {
                if let Some(PlanNews::Deleted(name, text) | PlanNews::Replaced(name, text)) = planning.news.take() {
                    return own(PlanEffect::Restore(name, text));
                }
            }
            PlanAsk::Export => return own(PlanEffect::Export(planning.plan().clone())),
            PlanAsk::Import(file) => return own(PlanEffect::Import(file)),
            PlanAsk::Picture => return own(PlanEffect::Picture),
            PlanAsk::Told(news) => planning.news = Some(news),
            PlanAsk::Heard => planning.news = None,
        }
        Vec::new()
    }

    /// Shows a page of the plan, or leaves the presentation.
    fn present(&mut self, page: Option<usize>) -> Vec<Effect> {
        let steps = self.planning.plan().steps.len();
        let page = page.filter(|_| steps > 0).map(|page| page.min(steps));
        self.planning.page = page;
        self.planning.tool = Tool::Hand;
        self.sheet_closed = false;
        let Some(page) = page else { return Vec::new() };
        if let Some(step) = page.checked_sub(1).and_then(|i| self.planning.plan().steps.get(i)) {
            return vec![Effect::ShowPoint(step.point.clone(), Some(side_of(step)))];
        }
        self.chosen = None;
        vec![Effect::Plan(PlanEffect::ShowAll)]
    }
}

/// The side on which a step is looked at first.
const fn side_of(step: &Step) -> Side {
    match step.sides {
        Sides::Left | Sides::Both => Side::Left,
        Sides::Right => Side::Right,
        Sides::Midline => Side::Midline,
    }
}
