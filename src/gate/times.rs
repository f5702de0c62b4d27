//! When: a number on how people fared means little without it. Where no time stands in the same paragraph, the main
//! message of the panel has to say it.

use super::finding::Findings;
use super::measure::words;
use super::numbers::denominators;
use crate::model::Panel;

/// Words that tell a time. “In a course” and “at each visit” do.
const TIMES: [&str; 9] = ["minute", "hour", "day", "week", "month", "year", "visit", "session", "course"];

/// Names the paragraphs of a panel that count people or points at no time.
pub(super) fn times(panel: &Panel, found: &mut Findings<'_>) {
    let main = (panel.main.as_str(), "main");
    let timed = tells_time(main.0);
    let plain = panel.text.plain.split('\n').map(|paragraph| (paragraph, "plain"));
    for (paragraph, field) in std::iter::once(main).chain(plain) {
        let counted = denominators(paragraph);
        if let Some(of) = counted.first().filter(|_| !timed && !tells_time(paragraph)) {
            let what = format!("a number of {of} stands without a time");
            found.hard(field, what, "say when, such as “after 6 months”, here or in the main message");
        }
    }
}

/// Whether a text tells a time: a span, a visit, a year.
fn tells_time(text: &str) -> bool {
    words(text).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).any(|word| {
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        year && word.chars().all(|c| c.is_ascii_digit())
            || TIMES.contains(&word.strip_suffix('s').unwrap_or(word.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::tells_time;

    #[test]
    fn times_are_heard() {
        for timed in ["after 6 months", "just after the course.", "In 2022 it was 2 of 100.", "a week later"] {
            assert!(tells_time(timed), "{timed}");
        }
        for timeless in ["48 of 100 people", "a daily pill", "of 2,022 people", "visitors"] {
            assert!(!tells_time(timeless), "{timeless}");
        }
    }
}
