//! stand-in until merge
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::print_stdout, reason = "stand-in")]
use crate::model::{FigureId, SkinTone};
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ThemeChoice {
    System,
    #[default]
    Light,
    Dark,
    Contrast,
}
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Motion {
    #[default]
    Full,
    Reduced,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub figure: FigureId,
    pub skin: SkinTone,
    pub text_size: u16,
    pub theme: ThemeChoice,
    pub motion: Motion,
    pub points_per_mm: Option<f32>,
}
impl Default for Settings {
    fn default() -> Self {
        Self {
            figure: FigureId::Neutral,
            skin: SkinTone(2),
            text_size: 100,
            theme: ThemeChoice::Light,
            motion: Motion::Full,
            points_per_mm: None,
        }
    }
}
pub const USUAL_POINTS_PER_MM: f32 = 3.78;
