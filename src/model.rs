//! The plain things Deqi talks about: points, channels, rules, sources, pages; claims, studies, charts, panels.
//!
//! These types are what a pack says once it has been checked.
//! They know no egui, no files and no clock, and import nothing else of ours.

mod catalog;
mod channel;
mod chart;
mod claim;
mod clinic;
mod day;
mod evidence;
mod figure;
mod grade;
mod idea;
mod learning;
mod levels;
mod mechanism;
mod option;
mod page;
mod panel;
mod point;
mod rule;
mod sheet;
mod source;
mod story;
mod study;
mod teaching;

pub use catalog::{Catalog, CatalogParts};
pub use channel::{Channel, Course, EXTRA, Fire, Limb, Pattern, Phase, Polarity, SixName, Stroke, Watch};
pub use chart::{Arm, Chart, Drawing, Gauge, Group, Line, Mark};
pub use claim::{Certainty, Claim, ClaimId, ClaimKind, Denominator, NOT_APPLICABLE, Number};
pub use clinic::{Clinic, ClinicColours, Logo};
pub use day::Day;
pub use evidence::Evidence;
pub use figure::{FigureId, SkinTone};
pub use grade::Grade;
pub use idea::{Idea, Sketch, Told};
pub use learning::{Choice, Myth, TeachBack, Term, find_word, marked};
pub use levels::{Levels, Reading};
pub use mechanism::{Bearing, Finding, Mechanism, MechanismKind};
pub use option::{CareOption, Cell, GridQuestion};
pub use page::{Page, Section, Tone};
pub use panel::{Chapter, Item, ListKind, Panel, PanelText, SecondList, Sure, Todo};
pub use point::{
    Caution, CautionId, Hanzi, Layout, Point, PointCode, PointRole, Side, SiteKey, Statement, Trials, Where,
};
pub use rule::{Rule, Share, Step, Toward, View};
pub use sheet::{Paper, Sheet};
pub use source::{Source, SourceId};
pub use story::{Direction, Magnified, Place, QiPart, SeenFrom, Story, StoryStep, Through, Whose};
pub use study::{Against, Better, Design, Effect, Question, Scale, Study};
pub use teaching::{SetPoint, Sides, TeachingSet};
