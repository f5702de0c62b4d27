//! The two graphs of the endorphin panel as sentences: the curve of relief of one visit, and what is left after a course.
//!
//! Both are read off the same numbers as the lines are drawn from, so a flat line is told as a flat line.

use crate::i18n::Tr;
use crate::sim::{Against, Course, Needling, Sample, Who};
use crate::visit::NeedlePanel;

/// Less relief than this is drawn as none.
const NONE: f32 = 0.02;
/// What differs by less than this share of the usual looks the same.
const ALIKE: f32 = 0.08;

/// The curve of relief: in whom, how it goes, and, while something is tried, how that goes beside the usual.
pub fn relief(tr: &Tr, panel: &NeedlePanel) -> String {
    if !panel.visit.has_begun() {
        return tr.text("curve-empty");
    }
    let (ahead, who) = (panel.ahead(), panel.drawn_in());
    let place = tr.text(match who {
        Who::People => "endo-in-people",
        Who::Mice => "endo-in-mice",
    });
    let this = course_of(tr, &ahead.this, who);
    let said = if ahead.usual.is_empty() {
        tr.text_with("curve-one", &[("who", place.into()), ("relief", this.into())])
    } else {
        let usual = course_of(tr, &ahead.usual, who);
        let tried = if panel.visit.settings().is_known_in(who) {
            let of = [("how", beside(tr, &ahead.this, &ahead.usual, who).into()), ("relief", this.into())];
            tr.text_with("curve-tried", &of)
        } else {
            tr.text("curve-not-tried")
        };
        tr.text_with("curve-both", &[("who", place.into()), ("relief", usual.into()), ("tried", tried.into())])
    };
    tr.text_with("curve-illustrative", &[("curve", said.into())])
}

/// How one line goes: it stays flat, or is highest in a minute and fades.
fn course_of(tr: &Tr, line: &[Sample], who: Who) -> String {
    let top = (0u32..).zip(line).map(|(minute, sample)| (minute, sample.of(who)));
    let (minute, most) = top.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
    if most < NONE {
        tr.text("curve-flat")
    } else if minute >= Needling::VISIT_MINUTES {
        tr.text("curve-rises-on")
    } else {
        tr.text_with("curve-rises", &[("minute", minute.into())])
    }
}

/// How much relief the tried line shows in all, beside the usual one.
fn beside(tr: &Tr, tried: &[Sample], usual: &[Sample], who: Who) -> String {
    let all = |line: &[Sample]| line.iter().map(|sample| sample.of(who)).sum::<f32>();
    let (tried, usual) = (all(tried), all(usual));
    tr.text(if (tried - usual).abs() <= ALIKE * usual {
        "curve-as-usual"
    } else if tried < usual {
        "curve-less"
    } else {
        "curve-more"
    })
}

/// What is left of the gain of a course: where both lines end, and where the course stands on them.
pub fn gains(tr: &Tr, course: &Course) -> String {
    let of_100 = |gain: f32| (gain * 100.0).round() as i32;
    let both = |gain: &dyn Fn(Against) -> f32| {
        [("none", of_100(gain(Against::NoNeedles)).into()), ("pretend", of_100(gain(Against::PretendNeedle)).into())]
    };
    let lines = tr.text_with("course-lines", &both(&Against::kept_after_a_year));
    let now = if course.has_visits() {
        tr.text_with("course-now-visits", &[("week", (course.week().floor() + 1.0).into())])
    } else {
        let weeks = (course.week() - Course::WEEKS_OF_VISITS).round();
        let [none, pretend] = both(&|against| course.gain(against));
        tr.text_with("course-now-after", &[("weeks", weeks.into()), none, pretend])
    };
    format!("{lines} {now}")
}
