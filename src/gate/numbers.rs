//! Numbers in sentences: out of how many, of one kind, in whole people, and borne by a claim.

use std::collections::BTreeSet;

use super::finding::Findings;
use super::measure::{sentences, words};
use crate::model::{Claim, ClaimKind, Denominator, NOT_APPLICABLE, Reading};

/// Phrases that tell only how much more or less, and not out of how many.
const RELATIVE: [&str; 14] = [
    "times as",
    "times more",
    "times less",
    "twice as",
    "half as",
    "doubles",
    "halves",
    "% more",
    "% less",
    "% fewer",
    "percent more",
    "percent less",
    "percent fewer",
    "per cent less",
];

/// The figures of a text as they are written, without commas: `1162`, `0.17`. Codes such as `BL23` hold none.
pub(super) fn figures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = matches!(c, '.' | ',') && !current.is_empty() && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() && (!current.is_empty() || !before.is_alphabetic()) {
            current.push(c);
        } else if inside {
            current.extend((c == '.').then_some(c));
        } else if !current.is_empty() {
            found.push(std::mem::take(&mut current));
        }
        // A digit of a code is a letter to the next one.
        before = if c.is_ascii_digit() && current.is_empty() { 'x' } else { c };
    }
    found.extend((!current.is_empty()).then_some(current));
    found
}

/// All figures that some claims bear.
pub(super) fn borne<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for number in claims.into_iter().flat_map(|claim| &claim.numbers) {
        let texts = [&number.value, &number.shown, &number.unit, &number.arm, &number.time];
        known.extend(texts.into_iter().chain(&number.ci).flat_map(|text| figures(text)));
        if let Some(Denominator::Of(of)) = number.denominator {
            known.insert(of.to_string());
        }
    }
    known
}

/// Figures of a text that no claim bears. Years, the ends of a scale of 100 and the usual 95 of intervals need none.
pub(super) fn unborne(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let year = |figure: &str| figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    let free = |figure: &str| year(figure) || matches!(figure, "0" | "100" | "95");
    figures(text).into_iter().filter(|figure| !free(figure) && !known.contains(figure)).collect()
}

/// What is wrong with the numbers of one text.
pub(super) fn numbers_of(field: &str, reading: Reading, text: &str, found: &mut Findings<'_>) {
    if reading == Reading::Science {
        return;
    }
    if let Some(phrase) = one_in(text) {
        found.hard(field, format!("“{phrase}” makes odds hard to compare"), "write so many of 100 people");
    }
    let lower = text.to_lowercase();
    let relative = RELATIVE.iter().find(|phrase| lower.contains(*phrase));
    if let Some(phrase) = relative.filter(|_| denominators(text).is_empty()) {
        let what = format!("“{phrase}” says how much more, but not out of how many");
        found.hard(field, what, "give both numbers, of 100 people each");
    }
    if reading == Reading::Plain {
        if text.contains('%') || lower.contains("percent") || lower.contains("per cent") {
            found.hard(field, "a percentage in a plain text", "write so many of 100");
        }
        if let Some(figure) = figures(text).into_iter().find(|figure| figure.contains('.')) {
            found.hard(
                field,
                format!("{figure} is not a whole number"),
                "round it; the exact value stands in its claim",
            );
        }
    }
}

/// Out of how many the numbers of a text count: the 100 of “9 of 100 people” and of “Of 100 people, 9”.
pub(super) fn denominators(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for sentence in sentences(text) {
        let all: Vec<String> = words(sentence).map(bare).collect();
        for (i, word) in all.iter().enumerate() {
            let Some(of) = all.get(i + 1).filter(|of| word == "of" && is_figure(of)) else { continue };
            let range = all.get(i + 2).is_some_and(|next| next == "to");
            let counted = |word: &String| is_figure(word) || matches!(word.as_str(), "more" | "points" | "point");
            let opens = i == 0 && all.get(i + 2).is_some_and(|next| next == "people");
            if !range && (opens || i > 0 && counted(&all[i - 1])) {
                found.insert(of.replace(',', ""));
            }
        }
    }
    found
}

/// “1 in 10” and its like, but not “100 in 3 months” or “2 in 2022”.
fn one_in(text: &str) -> Option<String> {
    let all: Vec<String> = words(text).map(bare).collect();
    let spelled = |word: &str| matches!(word, "ten" | "hundred" | "thousand" | "million" | "five" | "three" | "four");
    let time =
        |word: &String| ["week", "month", "day", "year", "minute", "hour"].iter().any(|unit| word.starts_with(unit));
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    all.windows(3).enumerate().find_map(|(i, three)| {
        let first = is_figure(&three[0]) || three[0] == "one";
        let of = i > 0 && all[i - 1] == "of";
        let last = is_figure(&three[2]) && !year(&three[2]) || spelled(&three[2]);
        let timed = all.get(i + 3).is_some_and(time);
        (first && !of && three[1] == "in" && last && !timed).then(|| three.join(" "))
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// What is wrong with the numbers that a claim gives.
pub(super) fn numbers_of_claim(claim: &Claim, found: &mut Findings<'_>) {
    for number in &claim.numbers {
        let of_people = number.unit.starts_with("people") && matches!(number.denominator, Some(Denominator::Of(_)));
        let outcome = matches!(claim.kind, ClaimKind::Benefit | ClaimKind::Harm);
        if outcome && of_people && number.time == NOT_APPLICABLE {
            let what = format!("the number {} has no time", number.value);
            found.hard("numbers", what, "say when it was counted, such as “6 months”");
        }
        if claim.kind == ClaimKind::Benefit && of_people && claim.comparison == NOT_APPLICABLE {
            let what = format!("the number {} is compared with nothing", number.value);
            found.hard("comparison", what, "say compared with what");
        }
    }
    let known = borne([claim]);
    for (reading, text) in claim.text.each() {
        for figure in unborne(text, &known) {
            let what = format!("{figure} stands in the text but not among the numbers");
            found.hard(reading.word(), what, "add it to `numbers`, as it was published");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{denominators, figures, one_in};

    #[test]
    fn figures_are_found_and_codes_are_not() {
        let text = "Of 1,162 people −3.7 to 10.3 (BL23, ST36); 100, and 0.";
        assert_eq!(figures(text), ["1162", "3.7", "10.3", "100", "0"]);
    }

    #[test]
    fn what_is_counted_out_of_how_many_is_heard() {
        let of = |text: &str| denominators(text).into_iter().collect::<Vec<_>>();
        assert_eq!(of("Of 100 people, 48 got better. About 20 more of 100."), ["100"]);
        assert_eq!(of("A fall of 10 points of 100 and 1 of 10,000 people."), ["100", "10000"]);
        assert!(of("A study of 638 people on a scale of 0 to 100.").is_empty());
    }

    #[test]
    fn odds_are_heard_and_times_are_not() {
        for odds in ["about 1 in 10 people", "one in ten", "1 in 10,000"] {
            assert!(one_in(odds).is_some(), "{odds}");
        }
        for fine in ["11 of 100 in 3 months", "2 of 100 in 2022", "one in the group", "12 visits in 90 days"] {
            assert_eq!(one_in(fine), None, "{fine}");
        }
    }
}
