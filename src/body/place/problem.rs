//! What can be wrong with a rule, in words for its author.

use std::fmt;

use thiserror::Error;

/// Why a point could not be placed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum PlaceError {
    /// Neither a landmark nor a point.
    #[error("there is no landmark and no point “{0}” on this figure: check the spelling against the list of landmarks")]
    NoSuchAnchor(String),
    /// The rule leans on itself by way of others.
    #[error("it leans on itself: {}. Start one of these from a landmark", .0.join(" → "))]
    Circle(Vec<String>),
    /// It leans on others that lean on others, without end.
    #[error("it leans on more than a hundred points in a row: start it from a landmark")]
    TooDeep,
    /// The point it leans on could not be placed.
    #[error("it leans on {0}, which could not be placed")]
    AnchorFailed(String),
    /// No unit has this name.
    #[error("there is no unit “{0}”: name a span, such as back_width or leg_lateral")]
    NoSuchUnit(String),
    /// The figure lacks a landmark for the unit.
    #[error("one cun of {0} cannot be measured on this figure: it lacks a landmark at an end of that span")]
    UnitNotMeasured(String),
    /// The rule has no walk, or a walk without steps.
    #[error("it has no steps: say where to start, such as At(\"L2_lower\")")]
    Empty,
    /// A walk that goes before it has started.
    #[error("a walk must start with At, Over, Between, SkinBetween, Arm or Leg")]
    NoStart,
    /// A number that no body has.
    #[error("{0} is not a distance on a body: use 0 to 60 cun, or a share from 0 to 1")]
    BadNumber(String),
    /// No skin where one looks.
    #[error("there is no skin there from that side: look from another side")]
    OffTheBody,
    /// A direction that leads straight into or out of the skin.
    #[error("one cannot go that way along the skin here: it points into the body")]
    NoWay,
    /// The walk left the skin or went round the body.
    #[error("the skin ends on the way: the distance is too long, or the way too crooked")]
    SkinEnds,
    /// The place has no skin on the other side.
    #[error("its mirror does not lie on the skin of the right side")]
    Lopsided,
    /// More sites than can be counted.
    #[error("a point has at most 99 sites on a side")]
    TooManySites,
}

/// What went wrong, and where in the rules.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The point.
    pub code: String,
    /// Which of its walks and which step of that walk, both from 1, if it is a step's fault.
    pub step: Option<(usize, usize)>,
    /// What is wrong.
    pub error: PlaceError,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            Some((walk, step)) => write!(f, "{}, walk {walk}, step {step}: {}", self.code, self.error),
            None => write!(f, "{}: {}", self.code, self.error),
        }
    }
}

impl std::error::Error for Problem {}
