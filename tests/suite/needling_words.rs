//! What the model shows is said in words, and the words follow the model.

use deqi::describe::needling as words;
use deqi::i18n::Tr;
use deqi::sim::{
    Course, Experiment, Experiments, Feel, Frequency, Handling, Method, Needle, Needling, Opioid, Quantity, Settings,
    Who,
};

fn turned() -> Settings {
    Settings { needle: Needle::In, handling: Handling::Turned, ..Settings::default() }
}

fn with(experiment: Experiment) -> Settings {
    Settings { experiments: Experiments::NONE.with(experiment), ..turned() }
}

/// What is said at a minute.
fn said(settings: Settings, minute: u32) -> String {
    words::scene(&Tr::english(), &Needling::at(settings, minute))
}

#[test]
fn before_the_visit_nothing_is_going_on() {
    let said = words::scene(&Tr::english(), &Needling::default());
    assert_eq!(
        said,
        "No needle is in. The gate in the spine is open; the pain signal is as strong as before. \
         In people, pain is as before. In mice, pain is as before."
    );
}

#[test]
fn a_turned_needle_is_told_from_the_tissue_to_the_pain() {
    assert_eq!(
        said(turned(), 15),
        "Minute 15. The needle is in and is turned. People may feel: ache, soreness, pressure, tingling, numbness, \
         dull pain, heaviness, warmth, fullness, coolness. Soft tissue winds round the needle. Adenosine, a calming \
         chemical, has risen near it. A little more blood flows there. As one idea has it, the gate in the spine is half \
         closed; the pain signal is a little lower than before. The brain’s brake may be on, as it seems to be in \
         animals. The body’s own painkillers may act, but in people tests of this clash. Rest, care and hope ease pain \
         too. In people, pain is less than before. In mice, pain is less than before."
    );
}

#[test]
fn what_is_disputed_or_seen_in_animals_only_is_no_fact_of_people() {
    let people = said(turned(), 25);
    for fact in ["brake is on", "painkillers act", " The gate in the spine is half", " The gate in the spine is mostly"]
    {
        assert!(!people.contains(fact), "{fact:?} is told as a fact: {people}");
    }
    let mice = said(Settings { who: Who::Mice, ..turned() }, 25);
    assert!(mice.contains("The brain’s brake is on. The body’s own painkillers act."), "{mice}");
}

#[test]
fn a_pretend_needle_says_where_its_relief_comes_from() {
    const REST: &str = "Rest, care and hope ease pain too.";
    let pretend = with(Experiment::PretendNeedle);
    assert!(said(pretend.clone(), 15).contains(REST), "{}", said(pretend, 15));
    assert!(said(turned(), 15).contains(REST), "a real needle comes with a visit too");
    assert!(!said(Settings { who: Who::Mice, ..turned() }, 15).contains(REST), "mice hope for nothing");
    assert!(!said(turned(), 0).contains(REST), "nothing has been eased yet");
    // In the model this is the larger part, so it must not be left out while the smaller ones are told.
    let visit = Needling::at(turned(), 30);
    let state = visit.state(Who::People);
    let by_comfort = state.ascending - state.pain;
    let in_all = deqi::sim::State::BEFORE.pain - state.pain;
    assert!(by_comfort > 0.5 * in_all, "{by_comfort} of {in_all}");
}

#[test]
fn naloxone_is_told_for_people_and_for_mice() {
    let people = said(with(Experiment::BlockOpioids), 25);
    assert!(people.contains("The body’s own painkillers are blocked."), "{people}");
    assert!(people.ends_with("In people, pain is less than before. In mice, pain is as before."), "{people}");
    let mice = said(Settings { who: Who::Mice, ..with(Experiment::BlockOpioids) }, 25);
    assert!(mice.contains("The gate in the spine is open; the pain signal is as strong as before."), "{mice}");
}

#[test]
fn what_was_never_tried_is_not_told_as_if_it_were_known() {
    let said = said(with(Experiment::NoAdenosineReceptor), 25);
    assert!(said.ends_with("In people, this was not tried. In mice, pain is as before."), "{said}");
    let current = Settings { method: Method::Electrical(Frequency::Hz2), ..with(Experiment::NoAdenosineReceptor) };
    assert!(words::pain(&Tr::english(), &Needling::at(current, 25)).ends_with("In mice, this was not tried."));
}

#[test]
fn a_blood_sample_is_told_only_when_it_is_taken() {
    assert!(said(with(Experiment::TestBlood), 25).ends_with("In the blood, endorphin has not risen."));
    assert!(!said(turned(), 25).contains("blood, endorphin"));
}

#[test]
fn the_needle_is_told_by_what_it_does() {
    let needle = |settings: Settings, minute| words::needle(&Tr::english(), &Needling::at(settings, minute));
    assert_eq!(needle(Settings::default(), 3), "Minute 3. The needle is in and rests.");
    assert_eq!(needle(with(Experiment::HoldStill), 3), "Minute 3. The needle is in and rests.");
    assert_eq!(needle(with(Experiment::PretendNeedle), 3), "Minute 3. A pretend needle touches the skin.");
    let current = Settings { method: Method::Electrical(Frequency::Alternating), ..turned() };
    assert_eq!(needle(current, 3), "Minute 3. The needle is in and a small current runs.");
    assert_eq!(needle(turned(), 40), "Minute 40. The needle came out after 30 minutes.");
}

#[test]
fn the_gate_is_told_more_closed_as_it_closes() {
    let tr = Tr::english();
    let mut told: Vec<String> = Vec::new();
    let mut needling = Needling::new(turned());
    while needling.is_running() && needling.minute() < 30.0 {
        let gate = words::gate(&tr, needling.state(Who::People)).split(';').next().unwrap_or_default().to_owned();
        if told.last() != Some(&gate) {
            told.push(gate);
        }
        needling.step(0.1);
    }
    let gates = ["open", "a little closed", "half closed", "mostly closed"];
    let [open, closing @ ..] = gates.map(|how| format!("the gate in the spine is {how}"));
    let mut expected = vec![open.replacen('t', "T", 1)];
    expected.extend(closing.map(|gate| format!("As one idea has it, {gate}")));
    assert_eq!(told, expected);
    assert!(needling.state(Who::People).get(Quantity::Gate) > 0.6);
}

#[test]
fn each_frequency_names_its_opioids_as_seen_in_animals() {
    let tr = Tr::english();
    let told = |method| words::opioids(&tr, &Settings { method, ..turned() });
    assert_eq!(told(Method::ByHand), None);
    assert_eq!(
        told(Method::Electrical(Frequency::Hz100)).as_deref(),
        Some("In animals, 100 pulses a second is linked to dynorphin.")
    );
    assert_eq!(
        told(Method::Electrical(Frequency::Hz2)).as_deref(),
        Some("In animals, 2 pulses a second is linked to enkephalin, beta-endorphin, endomorphin.")
    );
}

#[test]
fn the_course_is_told_in_weeks_and_never_as_one_gain() {
    let tr = Tr::english();
    assert_eq!(words::course(&tr, &Course::default()), "Week 1 of the visits.");
    assert_eq!(
        words::course(&tr, &Course::at(Course::WEEKS_OF_VISITS + 20.0)),
        "20 weeks after the last visit. Compared with no acupuncture, most of the gain is still there. \
         Compared with a pretend needle, more than half of the gain is still there."
    );
    let year = words::course(&tr, &Course::at(Course::WEEKS));
    assert!(year.starts_with("52 weeks after") && year.ends_with("about half of the gain is left."), "{year}");
    assert!(words::course(&tr, &Course::at(Course::WEEKS_OF_VISITS)).starts_with("The visits are over."));
}

#[test]
fn every_word_has_its_key() {
    let tr = Tr::english();
    for feel in Feel::ALL {
        assert!(!words::feel(&tr, feel).is_empty());
    }
    for opioid in Opioid::ALL {
        assert!(!words::opioid(&tr, opioid).is_empty());
    }
    for frequency in Frequency::ALL {
        assert!(!words::frequency(&tr, frequency).is_empty());
    }
    for minute in [0, 1, 10, 30, 60, 120] {
        for experiment in Experiment::ALL {
            words::scene(&tr, &Needling::at(with(experiment), minute));
        }
    }
    for week in 0..=64_u8 {
        words::course(&tr, &Course::at(f32::from(week)));
    }
    assert_eq!(tr.missing(), [""; 0]);
}
