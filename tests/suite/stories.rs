//! The guided stories of the pack, and what an author is told who gets one wrong.

use deqi::app::Start;
use deqi::content::{Embedded, Memory, load, load_core};
use deqi::describe;
use deqi::gate::banned::promised;
use deqi::gate::{Counts, HARDEST_GRADE, HARDEST_SMOG, sentences, words};
use deqi::library::Library;
use deqi::model::{Chapter, Direction};
use deqi::sim::Clock;
use deqi::store::settings::Settings;
use deqi::visit::{Action, Screen, StoryAsk};
use eframe::egui::accesskit::Role;

use crate::support::{DESK, Deqi, FRAME, LIBRARY, open_with, still, things};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;

/// A story as short as one may be.
const STORY: &str = r#"[
    (
        id: "mine",
        title: "Mine",
        about: "A story.",
        place: Body,
        steps: [
            (
                id: "one",
                caption: "Look here.",
                scene: [View(LowBack)],
            ),
        ],
    ),
]"#;

#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    assert!(STORY.contains(from), "{from}");
    let pack = Memory::default().with("pack.ron", HEAD).with("stories.ron", STORY.replace(from, to));
    let loaded = load(&[&Embedded, &pack]);
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected);
    assert_eq!(loaded.catalog.story("mine").is_some(), expected.is_empty());
    assert!(loaded.catalog.stories().len() >= 3, "the core's stories do not stand");
}

#[test]
fn an_author_is_told_what_no_direction_can_name() {
    check("LowBack", "LowBack", &[]);
    check(
        "View(LowBack)",
        "View(LowBak)",
        &[
            "stories.ron:11:30: error: `LowBak` is not known (in `steps[0].scene[0].View`) (hint: did you mean `LowBack`?)",
        ],
    );
    check(
        "View(LowBack)",
        "Point(\"BL23x\")",
        &["stories.ron:11:31: error: there is no point `BL23x` (hint: did you mean `BL23`?)"],
    );
    check(
        "View(LowBack)",
        "Page(\"nowhere-at-all\")",
        &["stories.ron:11:30: error: there is no page `nowhere-at-all` (hint: add it to pages.ron)"],
    );
    check(
        "View(LowBack)",
        "Panel(\"at-a-glanse\")",
        &["stories.ron:11:31: error: there is no panel with a chart `at-a-glanse` (hint: did you mean `at-a-glance`?)"],
    );
    check(
        "View(LowBack)",
        "Try(\"block-opioid\")",
        &["stories.ron:11:29: error: there is no experiment `block-opioid` (hint: did you mean `block-opioids`?)"],
    );
    check(
        "View(LowBack)",
        "QiIdea(\"clock-of-the-day\")",
        &["stories.ron:11:32: error: there is no idea told as Meaning `clock-of-the-day` \
           (hint: add it to tradition.ron, with told: Meaning)"],
    );
    check(
        "View(LowBack)",
        "QiHour(24)",
        &["stories.ron:11:32: error: 24 is not an hour of the day (hint: write a number from 0 to 23)"],
    );
    check(
        "View(LowBack)",
        "QiNeedles(midline)",
        &["stories.ron:11:35: error: the dammed flow has a left and a right side (hint: write left or right)"],
    );
    check(
        "View(LowBack)",
        "Week(65)",
        &["stories.ron:11:30: error: a course is told for 64 weeks, not 65 \
           (hint: write a week of the course or of the year after it)"],
    );
    check("View(LowBack)", "Week(64)", &[]);
    check(
        "View(LowBack)",
        "Minute(10), Week(26)",
        &["stories.ron:11:37: error: the step `one` runs minutes and weeks, and the two clocks never mix \
           (hint: make two steps of it)"],
    );
}

#[test]
fn an_author_is_told_what_a_step_must_say() {
    check(
        "caption: \"Look here.\"",
        "caption: \"Look here.\", grade: People",
        &["stories.ron:9:21: error: `one` names no source \
           (hint: name at least one id from sources.ron, or leave the statement out)"],
    );
    check(
        "Look here.",
        "48 of 100 were better.",
        &["stories.ron:10:26: error: the step `one` gives a number without its source \
           (hint: name at least one id from sources.ron in `sources`)"],
    );
    check(
        "Look here.",
        "One. Two. Three.",
        &["stories.ron:10:26: error: this caption has 3 sentences, and a step has room for 2 \
           (hint: make two steps of it)"],
    );
    check(
        "caption: \"Look here.\"",
        "caption: \"Look here.\", sources: [\"haake2008\"]",
        &["stories.ron:10:50: error: there is no source `haake2008` (hint: did you mean `haake2007`?)"],
    );
    check(
        "caption: \"Look here.\"",
        "caption: \"Look here.\", seconds: 90.0",
        &["stories.ron:10:40: error: 90 seconds is no time to show a step \
           (hint: write a number from 0 to 60, or leave it out: reading takes its time)"],
    );
    let long = "word ".repeat(40);
    check(
        "Look here.",
        &long,
        &["stories.ron:10:26: error: this caption has 200 letters, and there is room for 180 \
           (hint: say less, or make two steps of it)"],
    );
}

#[test]
fn an_author_is_told_of_a_story_without_steps_and_of_steps_with_one_name() {
    let one = STORY.split("steps: [").nth(1).and_then(|rest| rest.split("        ],").next()).expect("steps");
    check(
        one,
        "",
        &[
            "stories.ron:7:9: error: a story has 1 to 24 steps, not 0 (hint: one idea a step; a second story for the rest)",
        ],
    );
    check(
        one,
        &format!("{one}{one}"),
        &["stories.ron:9:21: error: the step `one` is given twice in this story (hint: rename one of them)"],
    );
}

#[test]
fn three_stories_take_about_two_minutes_each() {
    let catalog = load_core().catalog;
    let ids: Vec<&str> = catalog.stories().iter().map(|story| story.id.as_str()).collect();
    assert_eq!(ids, ["needle", "what-qi-means", "low-back-pain"]);
    for story in catalog.stories() {
        assert!((90.0..150.0).contains(&story.lasts()), "{} takes {} s", story.id, story.lasts());
        for step in &story.steps {
            let words = step.caption.split_whitespace().count() as f32;
            assert!(step.lasts() >= words / 150.0 * 60.0 - 1e-3, "{} {} is too fast to read", story.id, step.id);
        }
    }
}

#[test]
fn what_to_expect_begins_with_the_warning_signs_and_gives_every_arm_of_the_trial() {
    let catalog = load_core().catalog;
    let story = catalog.story("low-back-pain").expect("it is there");
    assert_eq!(story.steps[0].scene, [Direction::Page("warning_signs".to_owned())]);
    let said = |words: &str| story.steps.iter().any(|step| step.caption.contains(words));
    for words in ["48 of 100 with needles", "27 of 100 with usual care", "pretend needles it was 44 of 100", "9 of 100"]
    {
        assert!(said(words), "nothing says {words:?}");
    }
}

/// The words of a story are measured as those of the panels are.
#[test]
fn captions_are_plain_and_promise_nothing() {
    for story in load_core().catalog.stories() {
        let captions = || story.steps.iter().map(|step| step.caption.as_str());
        let counts = Counts::of(captions());
        assert!(counts.grade() <= HARDEST_GRADE && counts.smog() <= HARDEST_SMOG, "{}: {counts:?}", story.id);
        for caption in captions().chain([story.about.as_str()]) {
            assert_eq!(promised(caption), None, "{caption}");
            for sentence in sentences(caption) {
                assert!(words(sentence).count() <= 20, "{sentence}");
            }
        }
    }
}

/// Directions say how things stand, so it makes no difference whether one came to a step from the one before or from
/// the one after.
#[test]
fn a_step_stands_the_same_whichever_way_one_came() {
    let library = Library::read(Vec::new());
    let start = || Start::with(library.clone(), still());
    for story in library.catalog.stories() {
        let ask = |deqi: &mut crate::support::Deqi, ask: StoryAsk| deqi.state_mut().ask(Action::Story(ask));
        let mut there = open_with(DESK, start());
        let mut back = open_with(DESK, start());
        ask(&mut there, StoryAsk::Start(story.id.clone()));
        ask(&mut back, StoryAsk::Start(story.id.clone()));
        for step in 1..story.steps.len() {
            ask(&mut back, StoryAsk::Forward);
            ask(&mut back, StoryAsk::Back);
            let (a, b) = (there.state().visit(), back.state().visit());
            let place = format!("{} before step {step}", story.id);
            assert_eq!((&a.screen, a.lens, a.sheet_closed), (&b.screen, b.lens, b.sheet_closed), "{place}");
            assert_eq!((a.qi.part, a.qi.page, &a.qi.vessel), (b.qi.part, b.qi.page, &b.qi.vessel), "{place}");
            if a.screen == Screen::Qi {
                assert_eq!(a.qi.free.has_any(), b.qi.free.has_any(), "{place}");
            }
            if a.screen == Screen::Endorphins {
                assert_eq!(a.needling.visit.settings(), b.needling.visit.settings(), "{place}");
                assert_eq!(a.needling.clock, b.needling.clock, "{place}");
                assert!((a.needling.time() - b.needling.time()).abs() < 0.01, "{place}");
            }
            if a.screen == Screen::Body && !a.sheet_closed {
                assert_eq!(a.sheet, b.sheet, "{place}");
            }
            ask(&mut there, StoryAsk::Forward);
            ask(&mut back, StoryAsk::Forward);
        }
    }
}

/// A graph of minutes beside words of months would tell that the one makes the other.
#[test]
fn a_step_that_tells_of_weeks_or_months_shows_the_course_or_people_counted_then_and_no_other_does() {
    let library = Library::read(Vec::new());
    let (mut of_weeks, mut of_minutes) = (0, 0);
    for settings in [still(), Settings::default()] {
        for story in library.catalog.stories() {
            let mut deqi = open_with(DESK, Start::with(library.clone(), settings.clone()));
            deqi.state_mut().ask(Action::Story(StoryAsk::Start(story.id.clone())));
            for step in &story.steps {
                let visit = deqi.state().visit();
                let course = match visit.screen {
                    Screen::Endorphins => visit.needling.clock == Clock::Course,
                    Screen::Chapter(Chapter::Benefits) => true,
                    _ => false,
                };
                let speaks_of = |units: [&str; 2]| {
                    let mut words = step.caption.split(|c: char| !c.is_alphabetic());
                    words.any(|word| units.contains(&word.to_lowercase().as_str()))
                };
                let (weeks, minutes) =
                    (speaks_of(["week", "weeks"]) || speaks_of(["month", "months"]), speaks_of(["minute", "minutes"]));
                assert!(!(weeks && minutes), "{} {} speaks of both", story.id, step.id);
                assert_eq!(course, weeks, "{} {}: {}", story.id, step.id, step.caption);
                (of_weeks, of_minutes) = (of_weeks + usize::from(weeks), of_minutes + usize::from(minutes));
                deqi.state_mut().ask(Action::Story(StoryAsk::Forward));
            }
        }
    }
    assert!(of_weeks >= 8 && of_minutes >= 2, "{of_weeks} steps tell of weeks, {of_minutes} of minutes");
}

/// Where things may move, the course runs to the week that is told and holds there.
#[test]
fn the_course_runs_to_its_week_and_holds() {
    let mut deqi = at_step("low-back-pain", "visits");
    assert!(deqi.state().visit().needling.runs());
    deqi.run_steps((8.0 / FRAME) as usize);
    let panel = &deqi.state().visit().needling;
    assert_eq!((panel.clock, panel.runs()), (Clock::Course, false));
    assert!((12.0..12.2).contains(&panel.course.week()), "week {}", panel.course.week());
    let next = at_step("low-back-pain", "each-visit");
    assert_eq!(next.state().visit().screen, Screen::Body, "the next step tells of a visit");
}

/// A visitor's time waits once the needle has come out. A story that tells of what comes after goes on by itself.
#[test]
fn a_story_may_tell_of_the_time_after_the_needle() {
    let later = STORY
        .replace("View(LowBack)", "Section(Endorphins), NoNeedle, NeedleTurned, Minute(60)")
        .replace("scene:", "seconds: 55.0, scene:");
    let pack = Memory::default().with("pack.ron", HEAD).with("stories.ron", later);
    let mut deqi = open_with(DESK, Start::with(Library::read(vec![Box::new(pack)]), Settings::default()));
    deqi.state_mut().ask(Action::Story(StoryAsk::Start("mine".to_owned())));
    deqi.run_steps((60.0 / Clock::VISIT_MINUTES_A_SECOND / FRAME) as usize + 20);
    let minute = deqi.state().visit().needling.visit.minute();
    assert!((60.0..60.2).contains(&minute), "minute {minute}");
}

/// A story at one of its steps.
fn at_step(story: &str, step: &str) -> Deqi {
    let library = Library::read(Vec::new());
    let at = library.catalog.story(story).and_then(|told| told.steps.iter().position(|told| told.id == step));
    let mut deqi = open_with(DESK, Start::with(library, Settings::default()));
    deqi.state_mut().ask(Action::Story(StoryAsk::Start(story.to_owned())));
    for _ in 0..at.expect("the step is there") {
        deqi.state_mut().ask(Action::Story(StoryAsk::Forward));
    }
    deqi
}

/// What a step counts stands in the picture above it: the same numbers, in people.
#[test]
fn a_step_that_counts_people_shows_them() {
    let steps = [
        ("needle", "pretend", ["48", "44", "27"].as_slice(), "6 months"),
        ("low-back-pain", "for", &["48", "27"], "6 months"),
        ("low-back-pain", "against", &["44", "48"], "6 months"),
        ("low-back-pain", "harms", &["9", "6"], "one course"),
        ("low-back-pain", "grave-harms", &["100,000", "10", "1"], "one course"),
    ];
    for (story, step, counted, time) in steps {
        let mut deqi = at_step(story, step);
        deqi.run_steps(3);
        let told =
            LIBRARY.catalog.story(story).and_then(|told| told.steps.iter().find(|told| told.id == step)).unwrap();
        let pictures: Vec<_> = things(&deqi).into_iter().filter(|t| t.role == Role::Image).collect();
        let [picture] = &pictures[..] else { panic!("{story} {step}: {} pictures", pictures.len()) };
        let numbers = |text: &str| -> Vec<String> {
            let all = text.split(|c: char| !c.is_ascii_digit() && c != ',');
            all.map(|number| number.trim_matches(',').to_owned()).collect()
        };
        let (told_of, said) = (numbers(&told.caption), numbers(&picture.name));
        for number in counted {
            let is_in = |all: &[String]| all.iter().any(|one| one == number);
            assert!(is_in(&told_of), "{story} {step} tells of {number}");
            assert!(is_in(&said), "{story} {step} shows {number}: {}", picture.name);
        }
        let chart =
            LIBRARY.catalog.evidence().charts.iter().find(|chart| describe::charts::chart(chart) == picture.name);
        assert_eq!(chart.expect("it is the pack's").time, time, "{story} {step}");
    }
}
