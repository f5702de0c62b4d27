//! The plain things Deqi talks about: points, channels, rules, sources, pages.
//!
//! These types are what a pack says once it has been checked.
//! They know no egui, no files and no clock, and import nothing else of ours.

mod catalog;
mod channel;
mod figure;
mod grade;
mod idea;
mod levels;
mod mechanism;
mod page;
mod point;
mod rule;
mod source;

pub use catalog::{Catalog, CatalogParts};
pub use channel::{Channel, Course, EXTRA, Fire, Limb, Pattern, Phase, Polarity, SixName, Stroke, Watch};
pub use figure::{FigureId, SkinTone};
pub use grade::Grade;
pub use idea::{Drawing, Idea, Told};
pub use levels::{Levels, Reading};
pub use mechanism::{Bearing, Finding, Mechanism, MechanismKind};
pub use page::{Page, Section, Tone};
pub use point::{Caution, CautionId, Hanzi, Layout, Point, PointCode, PointRole, Side, Statement, Trials, Where};
pub use rule::{Rule, Share, Step, Toward, View};
pub use source::{Source, SourceId};
