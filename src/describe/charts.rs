//! Pictures of numbers as words: the same figures, the same groups, the same doubt.

use crate::i18n::Tr;
use crate::model::{Against, Arm, Certainty, Chart, Design, Effect, Question, Scale};

/// What a chart shows, as its pack says it: title and sentence.
pub fn chart(chart: &Chart) -> String {
    format!("{}. {}", chart.title.trim_end_matches(['.', '?', '!']), chart.says)
}

/// The value of a group as it is written large, such as “48” or “59 to 65”; none where it was not tested.
pub fn value(tr: &Tr, arm: &Arm) -> Option<String> {
    let low = arm.shown()?;
    let high = arm.up_to.filter(|high| high.is_finite() && *high > low as f32).map(|high| high.round() as u32);
    Some(match high {
        Some(high) => tr.text_with("chart-from-to", &[("from", grouped(low).into()), ("to", grouped(high).into())]),
        None => grouped(low),
    })
}

/// A whole number with a comma at each thousand.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut said = String::with_capacity(digits.len() + 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// A number with at most so many decimals and no idle zeros, with a real minus.
pub fn decimal(number: f32, decimals: usize) -> String {
    let said = format!("{number:.decimals$}");
    let said = if said.contains('.') { said.trim_end_matches('0').trim_end_matches('.') } else { &said };
    said.replace('-', "−")
}

/// The key of the words for how sure anyone is.
pub fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::VeryLow => "certainty-very-low",
        Certainty::VeryLowToLow => "certainty-very-low-to-low",
        Certainty::Low => "certainty-low",
        Certainty::LowToModerate => "certainty-low-to-moderate",
        Certainty::Moderate => "certainty-moderate",
        Certainty::High => "certainty-high",
        Certainty::Small => "certainty-small",
        Certainty::Disputed => "certainty-disputed",
        Certainty::OnRecord => "certainty-on-record",
        Certainty::Tradition => "certainty-tradition",
    }
}

/// The key of a question that studies answer.
pub fn question_key(question: Question) -> &'static str {
    match question {
        Question::Pain => "study-pain",
        Question::Function => "study-function",
        Question::Lasting => "study-lasting",
        Question::Safety => "study-safety",
        Question::Acute => "study-acute",
        Question::Sciatica => "study-sciatica",
        Question::Advice => "study-advice",
    }
}

/// The key of what acupuncture was compared with.
pub fn against_key(against: Against) -> &'static str {
    match against {
        Against::Sham => "study-against-sham",
        Against::UsualCare => "study-against-usual",
        Against::NoTreatment => "study-against-nothing",
        Against::Other => "study-against-other",
    }
}

/// The key of a kind of study.
pub fn design_key(design: Design) -> &'static str {
    match design {
        Design::Review => "study-review",
        Design::Trial => "study-trial",
        Design::Cohort => "study-cohort",
        Design::Guideline => "study-guideline",
        Design::Coverage => "study-coverage",
    }
}

/// What an effect is measured in, as “points of 100”.
pub fn scale(tr: &Tr, scale: Scale) -> String {
    match scale {
        Scale::PointsOf(of) => tr.text_with("effect-points", &[("of", grouped(of).into())]),
        Scale::PeopleOf(of) => tr.text_with("effect-people", &[("of", grouped(of).into())]),
        Scale::Deviations => tr.text("effect-deviations"),
    }
}

/// How many places after the point effects are told with.
fn places(scale: Scale) -> usize {
    if scale == Scale::Deviations { 2 } else { 1 }
}

/// The size of an effect with the way it goes, such as “10.3 better”.
pub fn gain(tr: &Tr, effect: &Effect) -> String {
    let (value, _) = effect.gain();
    let size = decimal(value.abs(), places(effect.scale));
    let key = if value > 0.0 {
        "effect-better"
    } else if value < 0.0 {
        "effect-worse"
    } else {
        return tr.text("effect-none");
    };
    tr.text_with(key, &[("size", size.into())])
}

/// A likely range with so many places, such as “3.4 to 17.1”.
pub fn likely(tr: &Tr, low: f32, high: f32, places: usize) -> String {
    tr.text_with("effect-likely", &[("from", decimal(low, places).into()), ("to", decimal(high, places).into())])
}

/// The likely range of an effect as a gain; empty where nobody has seen it.
pub fn likely_gain(tr: &Tr, effect: &Effect) -> String {
    effect.gain().1.map_or_else(String::new, |(low, high)| likely(tr, low, high, places(effect.scale)))
}

/// One effect as a sentence.
pub fn effect(tr: &Tr, name: &str, effect: &Effect) -> String {
    let (_, range) = effect.gain();
    let said = tr.text_with(
        "effect-says",
        &[
            ("study", name.to_owned().into()),
            ("outcome", tr.text(question_key(effect.outcome)).into()),
            ("against", tr.text(against_key(effect.against)).into()),
            ("time", effect.time.clone().into()),
            ("gain", gain(tr, effect).into()),
            ("scale", scale(tr, effect.scale).into()),
        ],
    );
    let Some((low, high)) = range else { return said };
    let places = places(effect.scale);
    let ends = [("from", decimal(low, places).into()), ("to", decimal(high, places).into())];
    let range = tr.text_with("effect-range", &ends);
    let chance = if effect.may_be_chance() == Some(true) { tr.text("effect-chance") } else { String::new() };
    format!("{said} {range} {chance}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{decimal, grouped};

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(
            [0, 48, 999, 1000, 229_230, 1_000_000].map(grouped),
            ["0", "48", "999", "1,000", "229,230", "1,000,000"]
        );
        assert_eq!(
            [decimal(10.26, 1), decimal(-0.5, 2), decimal(7.0, 1), decimal(10.0, 0)],
            ["10.3", "−0.5", "7", "10"]
        );
    }
}
