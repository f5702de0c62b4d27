//! What a story directs, as what a visitor would ask for.

use super::{Action, Cue, Lens, Loupe, NeedleAsk, ReadAsk, Screen, Sheet, Visit};
use crate::body::views::NamedView;
use crate::model::{Catalog, Direction, Magnified, Place, QiPart, SeenFrom, Through, Told, Whose};
use crate::sim::qi::{Ask, Part};
use crate::sim::{Clock, Experiment, Handling, Method, Who};

/// A visit on the endorphin panel is stepped on by this many minutes where nothing may move.
const MINUTES_A_STEP: f32 = 5.0;
/// And the course by this many weeks.
const WEEKS_A_STEP: f32 = 4.0;
/// No more weeks than this are shown in motion: it would outlast the words.
const WEEKS_IN_MOTION: f32 = 14.0;

impl Visit {
    /// What a visitor would ask for to do what a story directs. `still` asks for things as they end up, without the
    /// motion that leads there; what belongs to a step that is over is always still.
    pub fn directed(&mut self, catalog: &Catalog, cue: &Cue, still: bool) -> Vec<Action> {
        let still = still || !cue.told;
        match &cue.direction {
            Direction::Section(place) => vec![Action::Go(screen(*place))],
            Direction::Point(code) => vec![Action::OpenPoint(code.clone())],
            Direction::Page(id) => vec![Action::OpenPage(id.clone())],
            Direction::Panel(id) => {
                [ReadAsk::Find(id.clone()), ReadAsk::Picture(id.clone(), 0)].map(Action::Read).to_vec()
            }
            Direction::Welcome => vec![Action::Open(Sheet::Welcome)],
            Direction::BodyAlone => vec![Action::Go(Screen::Body), Action::CloseSheet],
            Direction::View(view) => vec![Action::Look(named(*view))],
            Direction::Lens(lens) => vec![Action::See(through(*lens))],
            Direction::Divider(percent) => {
                let at = f32::from(*percent) / 100.0;
                vec![if still { Action::Part(at) } else { Action::PartGently(at) }]
            }
            Direction::QiPart(part) => vec![Action::Qi(Ask::Show(qi_part(*part)))],
            Direction::QiIdea(id) => {
                let mut told = catalog.ideas().iter().filter(|idea| idea.told == Told::Meaning);
                let page = told.position(|idea| idea.id == *id).unwrap_or(0);
                vec![Action::Qi(Ask::Show(Part::Meaning)), Action::Qi(Ask::Page(page))]
            }
            Direction::QiNoNeedles => vec![Action::Qi(Ask::StartOver)],
            Direction::QiNeedles(side) => vec![Action::Qi(Ask::PlaceBoth(*side))],
            Direction::QiHour(hour) => vec![Action::Qi(Ask::Turn(f32::from(*hour)))],
            Direction::QiRunDay(hour) if still => vec![Action::Qi(Ask::Turn(f32::from(*hour)))],
            Direction::QiRunDay(hour) => vec![Action::Qi(Ask::RunDay(f32::from(*hour)))],
            needle => self.needle(needle, still).into_iter().map(Action::Needle).collect(),
        }
    }

    /// What is asked of the endorphin panel.
    fn needle(&mut self, direction: &Direction, still: bool) -> Vec<NeedleAsk> {
        match direction {
            Direction::NoNeedle => {
                let anew = [
                    NeedleAsk::Close,
                    NeedleAsk::Tell(Clock::Visit),
                    NeedleAsk::Restart,
                    NeedleAsk::In(Who::People),
                    NeedleAsk::By(Method::ByHand),
                    NeedleAsk::Turn(Handling::Still),
                ];
                anew.into_iter().chain(self.only(None)).collect()
            }
            Direction::NeedleIn => vec![NeedleAsk::Turn(Handling::Still), NeedleAsk::PutIn],
            Direction::NeedleTurned => vec![NeedleAsk::Turn(Handling::Turned), NeedleAsk::PutIn],
            Direction::Minute(minute) => {
                let asks = self.until_minute(*minute, still);
                self.on(Clock::Visit, asks)
            }
            Direction::Week(week) => {
                let asks = self.until_week(*week, still);
                self.on(Clock::Course, asks)
            }
            Direction::Loupe(Magnified::Needle) => vec![NeedleAsk::Look(Loupe::Needle)],
            Direction::Loupe(Magnified::Gate) => vec![NeedleAsk::Look(Loupe::Gate)],
            Direction::Loupe(Magnified::Brake) => vec![NeedleAsk::Look(Loupe::Brake)],
            Direction::In(Whose::People) => vec![NeedleAsk::In(Who::People)],
            Direction::In(Whose::Mice) => vec![NeedleAsk::In(Who::Mice)],
            Direction::Try(id) => self.only(Experiment::from_id(id)),
            Direction::TryNothing => self.only(None),
            _ => Vec::new(),
        }
    }

    /// Does this with one of the two clocks told and in sight. A story turns to it first where the other is.
    fn on(&self, clock: Clock, asks: Vec<NeedleAsk>) -> Vec<NeedleAsk> {
        let close = self.needling.open.is_some().then_some(NeedleAsk::Close);
        let turn = (self.needling.clock != clock).then_some(NeedleAsk::Tell(clock));
        close.into_iter().chain(turn).chain(asks).collect()
    }

    /// Goes on to a minute of the visit, in motion or in steps.
    fn until_minute(&mut self, minute: u8, still: bool) -> Vec<NeedleAsk> {
        let left = f32::from(minute) - self.needling.visit.minute();
        if left <= 0.0 || !self.needling.visit.is_running() {
            return Vec::new();
        }
        if still {
            return vec![NeedleAsk::StepOn; (left / MINUTES_A_STEP).ceil() as usize];
        }
        self.run_until(minute)
    }

    /// Goes to a week of the course, in motion or in steps. A course that is further on begins again.
    fn until_week(&mut self, week: u8, still: bool) -> Vec<NeedleAsk> {
        if still {
            let steps = (f32::from(week) / WEEKS_A_STEP).ceil() as usize;
            return std::iter::once(NeedleAsk::Restart).chain(vec![NeedleAsk::StepOn; steps]).collect();
        }
        let left = f32::from(week) - self.needling.course.week();
        // Steps may have led past the week, by less than one of them.
        if left <= 0.0 && left > -WEEKS_A_STEP {
            return Vec::new();
        }
        let anew = left < 0.0;
        let left = if anew { f32::from(week) } else { left };
        let steps = ((left - WEEKS_IN_MOTION) / WEEKS_A_STEP).ceil().max(0.0) as usize;
        let begins = anew.then_some(NeedleAsk::Restart).into_iter().chain(vec![NeedleAsk::StepOn; steps]);
        begins.chain(self.run_until(week)).collect()
    }

    /// Lets time run, and has the story hold it there.
    fn run_until(&mut self, hold: u8) -> Vec<NeedleAsk> {
        if let Some(story) = &mut self.story {
            story.hold = Some(hold);
        }
        vec![NeedleAsk::Run(true)]
    }

    /// Switches experiments over until only this one is on.
    fn only(&self, wanted: Option<Experiment>) -> Vec<NeedleAsk> {
        let on = self.needling.visit.settings().experiments;
        let others = Experiment::ALL.into_iter().filter(|&experiment| Some(experiment) != wanted);
        let off = others.filter(|&experiment| on.contains(experiment));
        off.chain(wanted.filter(|&experiment| !on.contains(experiment))).map(NeedleAsk::Try).collect()
    }
}

fn screen(place: Place) -> Screen {
    match place {
        Place::Body => Screen::Body,
        Place::Qi => Screen::Qi,
        Place::Endorphins => Screen::Endorphins,
    }
}

fn named(view: SeenFrom) -> NamedView {
    match view {
        SeenFrom::LowBack => NamedView::LowBack,
        SeenFrom::Back => NamedView::Back,
        SeenFrom::Front => NamedView::Front,
        SeenFrom::Left => NamedView::Left,
        SeenFrom::Right => NamedView::Right,
        SeenFrom::Head => NamedView::Head,
        SeenFrom::Hand => NamedView::Hand,
        SeenFrom::Foot => NamedView::Foot,
    }
}

fn through(lens: Through) -> Lens {
    match lens {
        Through::Tradition => Lens::Tradition,
        Through::Both => Lens::Both,
        Through::Parted => Lens::Parted,
        Through::Body => Lens::Body,
    }
}

fn qi_part(part: QiPart) -> Part {
    match part {
        QiPart::Meaning => Part::Meaning,
        QiPart::Flow => Part::Flow,
        QiPart::Day => Part::Day,
    }
}
