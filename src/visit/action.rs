//! What a visitor can ask for, and what that asks of the program around the visit.

use super::{
    Controls, Cue, DiaryAsk, Errand, Grouping, Lens, Level, NeedleAsk, PlanAsk, PlanEffect, ReadAsk, Screen, Sheet,
    Shown, StoryAsk, TakeAsk,
};
use crate::body::camera::Camera;
use crate::body::closeup::Closeup;
use crate::body::flight::Spin;
use crate::body::views::NamedView;
use crate::model::{FigureId, PointCode, Side, SiteKey, SkinTone};
use crate::sim::qi;
use crate::store::settings::{Motion, ThemeChoice};

/// What a visitor can ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Choose one marker on the body. Use [`Action::OpenPoint`] where only the point is known.
    Choose(SiteKey),
    /// Open the card of a point, from a list or from its neighbour.
    OpenPoint(PointCode),
    /// Show something else on the sheet.
    Open(Sheet),
    /// Show another section of the program.
    Go(Screen),
    /// Show a page.
    OpenPage(String),
    /// Look for points by words.
    Ask(String),
    /// Put the sheet away, so that the body has the room.
    CloseSheet,
    /// Tell more or less on cards.
    Tell(Level),
    /// Go back to where one was.
    Back,
    /// Go back to the beginning.
    Home,
    /// Show these points on the body.
    ShowPoints(Shown),
    /// Hold a magnifier over a small place, or put it away.
    Magnify(Option<Closeup>),
    /// Divide the list of all points in another way.
    Group(Grouping),
    /// See another account of the body.
    See(Lens),
    /// Show or hide the controls of a small stage.
    Controls(Controls),
    /// Put the divider somewhere at once, as a share of the stage's width: it follows a finger.
    Part(f32),
    /// Let the divider glide there.
    PartGently(f32),
    /// Fly to a named view.
    Look(NamedView),
    /// See the body from here at once: it follows a finger.
    Turn(Camera),
    /// Let the body turn on after a drag.
    Release(Spin),
    /// Fly closer or elsewhere. Use [`Action::Look`] for a view with a name.
    Fly(Camera),
    /// Ask something of the section on Qi.
    Qi(qi::Ask),
    /// Do something on the endorphin panel.
    Needle(NeedleAsk),
    /// Read on in benefits, evidence, safety or the visit, or tick something there.
    Read(ReadAsk),
    /// Ask something of a guided story.
    Story(StoryAsk),
    /// Put away what is wrong with the packs.
    HideProblems,
    /// Ask something of the page to take away.
    Take(TakeAsk),
    /// Ask something of the plan.
    Plan(PlanAsk),
    /// Ask something of the diary.
    Diary(DiaryAsk),
    /// Change a setting.
    Set(Change),
    /// Move everything down, for those who sit, or up again.
    Lower(bool),
    /// Begin a visit, stay, or leave.
    Visit(VisitAsk),
}

/// What a visitor can ask for where one comes after the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum VisitAsk {
    /// Begin, in this language if one was pressed.
    Begin(Option<String>),
    /// Stay: the answer to whether they are still there.
    Stay,
    /// Leave: all they did is forgotten.
    Leave,
}

/// What an action asks of the program around the visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Turn the body so that this marker is seen.
    ShowSite(SiteKey),
    /// Turn the body so that a point is seen, on this side if it has one there.
    ShowPoint(PointCode, Option<Side>),
    /// Turn the body so that these points are seen.
    ShowPoints(Shown),
    /// Turn the body to this camera.
    Show(Camera),
    /// Turn the body to a named view.
    ShowView(NamedView),
    /// Turn the body to the first sight.
    ShowHome,
    /// Turn the body so that the section on Qi shows what it tells of.
    ShowQi,
    /// Do what a story directs, one thing after the other.
    Follow(Vec<Cue>),
    /// Make the page to take away, keep it, show it or print it.
    Take(TakeAsk),
    /// Do for a plan what files, windows and the camera are needed for.
    Plan(PlanEffect),
    /// Do something for the diary outside of the visit.
    Diary(Errand),
    /// Change a setting and keep it.
    Set(Change),
    /// Begin a visit, stay, or leave.
    Visit(VisitAsk),
}

/// A change of a setting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Another figure.
    Figure(FigureId),
    /// Another skin tone.
    Skin(SkinTone),
    /// Text size in percent.
    TextSize(u16),
    /// Another theme.
    Theme(ThemeChoice),
    /// Full or reduced motion.
    Motion(Motion),
    /// How many points make a real millimetre on this screen.
    PointsPerMillimetre(f32),
}
