//! Benefits, evidence, safety and the visit, as a visitor reads them: by keyboard, by mouse, by ear.

use deqi::app::Start;
use deqi::library::Library;
use deqi::model::{Arm, Catalog, Chapter, Day, Drawing, Group, Reading};
use deqi::store::settings::Settings;
use deqi::visit::{Action, ReadAsk, Screen, Topic};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::support::{
    DESK, Deqi, LIBRARY, control, go, headline, key, open, open_with, panel, press, still, tab_to, things,
};

/// Everything of a role that the tree tells.
fn told(deqi: &Deqi, role: Role) -> Vec<String> {
    things(deqi).into_iter().filter(|t| t.role == role).map(|t| t.name).collect()
}

fn hears(deqi: &Deqi, words: &str) -> bool {
    things(deqi).iter().any(|t| t.name.contains(words))
}

fn title(id: &str) -> String {
    LIBRARY.catalog.evidence().panel(id).unwrap().title.clone()
}

#[test]
fn the_chances_are_found_by_keyboard_and_told_for_every_group() {
    let mut deqi = open(DESK, still());
    tab_to(&mut deqi, |t| t.name == "Benefits");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), title("at-a-glance"));
    let pictures = told(&deqi, Role::Image);
    let arrays = pictures.iter().find(|says| says.starts_with("Out of 100 people")).expect("the arrays are told");
    for words in ["48 of 100", "44 of 100", "27 of 100", "6 months"] {
        assert!(arrays.contains(words), "{words} in {arrays}");
    }
    assert!(pictures.iter().any(|says| says.contains("No treatment was not tested")), "{pictures:?}");
    assert!(pictures.iter().any(|says| says == "Better than usual care? Low to moderate."), "{pictures:?}");
    assert!(hears(&deqi, "About 9 of 100 people have a side effect"), "harm stands beside it");
    assert!(
        hears(&deqi, "Of 100,000 people, about 9,000 have a side effect in a course, and about 10"),
        "and rare harm"
    );
    assert!(hears(&deqi, "It does not mend what causes the pain."));
}

#[test]
fn the_table_gives_the_published_values_and_the_source_is_one_tap_away() {
    for size in [DESK, (800.0, 600.0)] {
        let mut deqi = open(size, still());
        go(&mut deqi, &[panel("at-a-glance")]);
        assert!(!hears(&deqi, "47.6 %"));
        press(&mut deqi, "The numbers");
        assert_eq!(told(&deqi, Role::Table), ["Out of 100 people with long-lasting low back pain"]);
        assert!(hears(&deqi, "47.6 %") && hears(&deqi, "44.2 %") && hears(&deqi, "27.4 %"));
        press(&mut deqi, "Source");
        let citation = &LIBRARY.catalog.sources().iter().find(|s| s.id.0 == "haake2007").unwrap().citation;
        assert!(hears(&deqi, citation));
        assert!(hears(&deqi, "Checked on ") && hears(&deqi, "due again by"));
        press(&mut deqi, "How to read this");
        assert!(hears(&deqi, "Each small figure is one person of 100."));
        press(&mut deqi, "Close");
        assert!(!hears(&deqi, "Each small figure is one person of 100."));
    }
}

#[test]
fn the_dial_makes_words_harder_by_keyboard_and_is_remembered() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[panel("less-pain")]);
    assert!(!hears(&deqi, "Mu 2020: MD"));
    tab_to(&mut deqi, |t| t.role == Role::Slider);
    key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(deqi.state().visit().reader.reading, Reading::More);
    key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
    assert!(hears(&deqi, "Mu 2020: MD −10.26 of 100"));
    key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(deqi.state().visit().reader.reading, Reading::Science, "there is nothing harder");
    press(&mut deqi, "Moving better");
    assert!(hears(&deqi, "Cherkin 2009: 60 % vs 39 %"), "the next panel is told at the same level");
}

#[test]
fn warning_signs_are_the_first_thing_in_safety() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Safety");
    assert_eq!(headline(&deqi), title("red-flags"));
    assert!(hears(&deqi, "You cannot pass or hold water, or do not feel it."));
    assert!(hears(&deqi, "911 in the US"));
    press(&mut deqi, "Rare harm");
    let picture = told(&deqi, Role::Image);
    assert!(picture.iter().any(|says| says.contains("Of 100,000 people about 10")), "{picture:?}");
}

#[test]
fn a_checklist_is_ticked_by_keyboard_kept_at_home_and_forgotten_with_the_visit() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[panel("take-care")]);
    let first = "Blood: I take blood thinners, or I bleed easily.";
    assert_eq!(control(&deqi, first).chosen, Some(false));
    tab_to(&mut deqi, |t| t.name == first);
    key(&mut deqi, Modifiers::NONE, Key::Space);
    assert_eq!(control(&deqi, first).chosen, Some(true));
    assert!(hears(&deqi, "One ticked. Show this list before the first needle."));
    go(&mut deqi, &[panel("questions")]);
    press(&mut deqi, "The end: When do we stop if it does not help?");
    assert!(hears(&deqi, "One question picked."));
    go(&mut deqi, &[panel("take-care")]);
    assert_eq!(control(&deqi, first).chosen, Some(true), "it is kept while one looks elsewhere");
    press(&mut deqi, first);
    assert!(hears(&deqi, "Nothing ticked yet."));
    assert_eq!(deqi::visit::Visit::default().reader.ticks("questions"), 0);
}

#[test]
fn an_answer_is_met_with_its_reason_and_no_score() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Read(ReadAsk::Open(Chapter::Benefits, Topic::Questions))]);
    press(&mut deqi, "About 90");
    assert!(hears(&deqi, "Not so. That is far too many."));
    press(&mut deqi, "About 48");
    assert!(hears(&deqi, "True. It was 48 with real needles"));
    assert!(!hears(&deqi, "score: ") && hears(&deqi, "No score is kept."));
}

#[test]
fn studies_are_filtered_told_and_plotted_in_words() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies))]);
    let all = LIBRARY.catalog.evidence().studies.len();
    assert!(hears(&deqi, &format!("{all} of {all} are listed.")));
    press(&mut deqi, "Leg pain?");
    let sciatica = LIBRARY.catalog.evidence().studies.iter();
    let sciatica = sciatica.filter(|s| s.questions.contains(&deqi::model::Question::Sciatica)).count();
    assert!(sciatica > 0 && sciatica < all);
    assert!(hears(&deqi, &format!("of {all} ")), "{:?}", told(&deqi, Role::Label));
    go(&mut deqi, &[Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies))]);
    let effects = told(&deqi, Role::Image);
    assert!(effects.iter().any(|says| says.contains("10.3 better with acupuncture")), "{effects:?}");
    let study = LIBRARY.catalog.evidence().study("brinkhaus2006").unwrap();
    press(&mut deqi, &format!("{}, {}", study.name, study.year));
    assert!(told(&deqi, Role::Heading).contains(&study.name));
    assert!(hears(&deqi, &study.limits));
}

#[test]
fn every_panel_tells_its_message_its_doubt_and_its_bounds() {
    for size in [DESK, (800.0, 600.0)] {
        let mut deqi = open(size, still());
        for one in &LIBRARY.catalog.evidence().panels {
            go(&mut deqi, &[panel(&one.id)]);
            assert_eq!(headline(&deqi), one.title);
            let texts = [Some(&one.main), Some(&one.summary), Some(&one.sure.says), Some(&one.action.says)];
            let asides = [one.for_whom.as_ref(), one.compared_with.as_ref(), one.not_do.as_ref()];
            for says in texts.into_iter().chain(asides).flatten() {
                assert!(hears(&deqi, says), "{} does not say {says}", one.id);
            }
            for item in &one.items {
                assert!(hears(&deqi, &item.says), "{} does not list {}", one.id, item.says);
            }
            let charts = one.charts.iter().filter_map(|id| LIBRARY.catalog.evidence().chart(id));
            let says = told(&deqi, Role::Image);
            for chart in charts.take(1).filter(|chart| !matches!(chart.drawing, Drawing::Gauges(_))) {
                assert!(says.iter().any(|s| s.contains(&chart.says)), "{} does not tell {}", one.id, chart.id);
            }
        }
    }
}

#[test]
fn back_leads_from_panel_to_panel() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Go(Screen::Chapter(Chapter::Benefits))]);
    press(&mut deqi, "Low risk");
    press(&mut deqi, "Open: Take care");
    assert_eq!(headline(&deqi), title("take-care"));
    for id in ["low-risk", "at-a-glance"] {
        press(&mut deqi, "Back");
        assert_eq!(headline(&deqi), title(id));
    }
}

#[test]
fn a_wrong_clock_marks_claims_and_hides_none() {
    for (year, marked) in [("1970-01-01", false), ("9998-01-01", true)] {
        let mut deqi = open(DESK, still());
        deqi.state_mut().set_today(Day::read(year).unwrap());
        go(&mut deqi, &[panel("less-pain")]);
        press(&mut deqi, "Source");
        let claim = LIBRARY.catalog.evidence().claims.iter().find(|c| c.id.0 == "pain-after-course").unwrap();
        assert!(hears(&deqi, &claim.text.plain), "in {year}");
        assert_eq!(hears(&deqi, "Past its date"), marked, "in {year}");
    }
}

/// The core pack with other groups in its first chart.
fn with_arms(arms: &[Arm]) -> Catalog {
    let mut parts = Catalog::clone(&LIBRARY.catalog).into_parts();
    for chart in &mut parts.evidence.charts {
        match &mut chart.drawing {
            Drawing::People { arms: old, .. } | Drawing::Bars { arms: old, .. } => *old = arms.to_vec(),
            _ => {}
        }
    }
    Catalog::new(parts)
}

#[test]
fn pictures_hold_for_odd_numbers_of_groups_and_odd_values() {
    let arm = |value: Option<f32>| Arm {
        name: "A group with a name that is far longer than any study would ever give it, to see that it holds"
            .to_owned(),
        group: Group::Pretend,
        value,
        up_to: None,
        exact: String::new(),
        ci: Some((-20.0, 130.0)),
        people: None,
        note: None,
    };
    let odd = [
        vec![],
        vec![arm(Some(0.0))],
        vec![arm(None), arm(Some(100.0))],
        vec![arm(Some(f32::NAN)), arm(Some(-3.0)), arm(Some(1000.0)), arm(Some(0.4)), arm(None)],
    ];
    for arms in odd {
        for text_size in [100, 200] {
            let library = Library::over(with_arms(&arms));
            let settings = Settings { text_size, ..still() };
            let start = Start::with(library, settings);
            let mut deqi = open_with(DESK, start);
            for id in ["at-a-glance", "truth", "rare-harm"] {
                go(&mut deqi, &[panel(id)]);
                assert_eq!(headline(&deqi), title(id));
                let pictures = told(&deqi, Role::Image).len();
                assert!(arms.is_empty() || pictures > 0, "{id} shows {} groups", arms.len());
            }
        }
    }
}
