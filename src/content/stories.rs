//! What a story of `stories.ron` must be on its own, and what it may refer to.

use std::collections::BTreeSet;

use super::check::{filled, id, sourced};
use super::entry::{Entry, Flaw};
use super::references::Known;
use super::suggest::did_you_mean;
use crate::model::{Direction, Side, Story, StoryStep};
use crate::sim::{Course, Experiment, Needling};

/// More steps than this are no longer one story.
const MOST_STEPS: usize = 24;
/// A caption stands on a bar at the foot of the window: there is room for so many letters.
const CAPTION: usize = 180;
/// And for so many sentences.
const SENTENCES: usize = 2;
/// No step is shown for longer, in seconds.
const LONGEST: f32 = 60.0;

impl Entry for Story {
    const FILE: &'static str = "stories.ron";
    const NOUN: &'static str = "story";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("title", &self.title), ("about", &self.about)], found);
        if self.steps.is_empty() || self.steps.len() > MOST_STEPS {
            let what = format!("a story has 1 to {MOST_STEPS} steps, not {}", self.steps.len());
            found.push(Flaw::error("steps", what, "one idea a step; a second story for the rest"));
        }
        let mut seen = BTreeSet::new();
        for step in &self.steps {
            if !seen.insert(step.id.as_str()) {
                let what = format!("the step `{}` is given twice in this story", step.id);
                found.push(Flaw::error(&step.id, what, "rename one of them"));
            }
            step_flaws(step, found);
        }
    }
}

fn step_flaws(step: &StoryStep, found: &mut Vec<Flaw>) {
    id(&step.id, "id", found);
    filled([("caption", &step.caption)], found);
    let letters = step.caption.chars().count();
    if letters > CAPTION {
        let what = format!("this caption has {letters} letters, and there is room for {CAPTION}");
        found.push(Flaw::error(&step.caption, what, "say less, or make two steps of it"));
    }
    let sentences = sentences(&step.caption);
    if sentences > SENTENCES {
        let what = format!("this caption has {sentences} sentences, and a step has room for {SENTENCES}");
        found.push(Flaw::error(&step.caption, what, "make two steps of it"));
    }
    if step.grade.is_some() {
        sourced(&step.id, step.sources.len(), found);
    } else if step.sources.is_empty() && counts(&step.caption) {
        let what = format!("the step `{}` gives a number without its source", step.id);
        found.push(Flaw::error(&step.caption, what, "name at least one id from sources.ron in `sources`"));
    }
    // Asked of the range, so that NaN is refused as well.
    if !(0.0..=LONGEST).contains(&step.seconds) {
        let what = format!("{} seconds is no time to show a step", step.seconds);
        found.push(Flaw::error(
            "seconds",
            what,
            "write a number from 0 to 60, or leave it out: reading takes its time",
        ));
    }
    for direction in &step.scene {
        direction_flaws(direction, found);
    }
    let runs = |clock: fn(&Direction) -> bool| step.scene.iter().any(clock);
    if runs(|told| matches!(told, Direction::Minute(_))) && runs(|told| matches!(told, Direction::Week(_))) {
        let what = format!("the step `{}` runs minutes and weeks, and the two clocks never mix", step.id);
        found.push(Flaw::error("Week", what, "make two steps of it"));
    }
}

fn direction_flaws(direction: &Direction, found: &mut Vec<Flaw>) {
    let mut wrong = |about: &str, what: String, hint: &str| found.push(Flaw::error(about, what, hint));
    match direction {
        Direction::Divider(at) if *at > 100 => {
            wrong("Divider", format!("{at} percent is more than all"), "write a number from 0 to 100");
        }
        Direction::QiHour(hour) | Direction::QiRunDay(hour) if *hour >= 24 => {
            wrong(&hour.to_string(), format!("{hour} is not an hour of the day"), "write a number from 0 to 23");
        }
        Direction::QiNeedles(Side::Midline) => {
            wrong("midline", "the dammed flow has a left and a right side".to_owned(), "write left or right");
        }
        Direction::Minute(minute) if u32::from(*minute) > Needling::VISIT_MINUTES => {
            let what = format!("a visit is told for {} minutes, not {minute}", Needling::VISIT_MINUTES);
            wrong(&minute.to_string(), what, "write a minute of the visit");
        }
        Direction::Week(week) if f32::from(*week) > Course::WEEKS => {
            let what = format!("a course is told for {} weeks, not {week}", Course::WEEKS);
            wrong(&week.to_string(), what, "write a week of the course or of the year after it");
        }
        Direction::Try(id) if Experiment::from_id(id).is_none() => {
            let known = || Experiment::ALL.map(Experiment::id).into_iter();
            let hint = did_you_mean(id, known(), || format!("known here: {}", known().collect::<Vec<_>>().join(", ")));
            wrong(id, format!("there is no experiment `{id}`"), &hint);
        }
        _ => {}
    }
}

/// What other entries give for directions to name.
pub(super) struct Stage {
    pub(super) points: Known,
    pub(super) pages: Known,
    /// The panels that have a picture of numbers.
    pub(super) panels: Known,
    /// The ideas that “What Qi means” tells.
    pub(super) ideas: Known,
}

impl Stage {
    /// Reports what a direction names and nobody gives.
    pub(super) fn need(&self, direction: &Direction, flaws: &mut Vec<Flaw>) {
        match direction {
            Direction::Point(code) => self.points.need(code.as_str(), "point", flaws),
            Direction::Page(id) => self.pages.need(id, "page", flaws),
            Direction::Panel(id) => self.panels.need_or(id, "panel with a chart", "add it to panels.ron", flaws),
            Direction::QiIdea(id) => {
                self.ideas.need_or(id, "idea told as Meaning", "add it to tradition.ron, with told: Meaning", flaws);
            }
            _ => {}
        }
    }
}

/// How many sentences a text has. A dot inside a number ends none.
fn sentences(text: &str) -> usize {
    let ends = text.char_indices().filter(|&(i, c)| {
        let rest = text[i + c.len_utf8()..].trim_start_matches(['”', '’', ')']);
        matches!(c, '.' | '!' | '?') && rest.chars().next().is_none_or(char::is_whitespace)
    });
    ends.count()
}

/// Whether a text gives a number of its own: a digit that no letter stands before, as in a code such as BL23.
fn counts(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{counts, sentences};

    #[test]
    fn sentences_end_at_dots_that_no_number_holds() {
        assert_eq!(sentences("One. “Two.” Three?"), 3);
        assert_eq!(sentences("It rose by 3.4 of 100 people."), 1);
        assert_eq!(sentences("No end"), 0);
    }

    #[test]
    fn codes_of_points_are_no_numbers() {
        assert!(!counts("Many trials used BL23."));
        assert!(counts("48 of 100 people."));
    }
}
