//! Where a visitor can be: what fills the window, what the sheet shows.

use super::Account;
use crate::model::{Chapter, PointCode, SiteKey};

/// What fills the window.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Screen {
    /// The body with a sheet beside it.
    #[default]
    Body,
    /// What tradition tells of Qi, beside the body.
    Qi,
    /// The path from needle to brain, to be worked with one's own hands.
    Endorphins,
    /// What it may do, what studies found, what can go wrong, what happens: by chapter.
    Chapter(Chapter),
    /// The guided stories, to choose from.
    Stories,
    /// The page to take away: what is on it, and what one can do with it.
    TakeAway,
    /// The plan that a practitioner makes and presents on the body.
    Plan,
    /// A person's own diary.
    Diary,
    /// A page of words, by its id.
    Page(String),
    /// Whose code Deqi is built from, or the words of one licence, by its place among them.
    Licences(Option<usize>),
}

/// What the sheet beside the body shows.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Sheet {
    /// What to do first.
    #[default]
    Welcome,
    /// The card of a point.
    Point(PointCode),
    /// All points as a list, or those that a search found.
    Find,
    /// A part of the body that was touched, with the points near it.
    Part {
        /// The part's id.
        part: String,
        /// The nearest points, nearest first.
        near: Vec<SiteKey>,
    },
    /// Several points under one finger: which one?
    Choose(Vec<SiteKey>),
    /// The channels: the points of which one?
    Channels,
    /// The parts of the body: the points of which one, or the whole of it from where?
    Parts,
    /// How sure one can be of one account of a point, and what bears it.
    HowSure(PointCode, Account),
    /// How Deqi looks and behaves.
    Settings,
    /// Holding a bank card to the screen.
    ScreenSize,
}

/// How much a card tells.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Level {
    /// Plain words.
    #[default]
    Plain,
    /// The terms too.
    More,
}

/// What the section on Qi shows of the body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Subject {
    /// All of it.
    Whole,
    /// The low back.
    LowBack,
    /// A channel, by its id.
    Channel(String),
}
