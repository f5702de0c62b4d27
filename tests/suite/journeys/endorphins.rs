//! From needle to brain: a stranger makes pain fall, breaks it with naloxone, and reads what changed.

use std::time::Duration;

use deqi::model::{MechanismKind, PointCode};
use deqi::sim::{Clock, Experiment, Frequency, Handling, Method, Who};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Detail, Loupe, NeedleAsk, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::epaint::Shape;
use eframe::egui::{Key, Modifiers, Pos2, Vec2, ViewportId};

use crate::layout::fits;
use crate::support::{
    DESK, Deqi, LIBRARY, Thing, control, drag, focused, headline, key, open, press, resize, stage, still, tab_to,
    things, words,
};

pub(super) const NALOXONE: &str = "Block the body’s painkillers (naloxone). Disputed";

/// The sentence beside the pain meter.
pub(super) fn meter(deqi: &Deqi) -> String {
    let found = things(deqi).into_iter().find(|t| t.role == Role::Label && t.name.starts_with("In people, "));
    found.expect("the pain meter has a sentence").name
}

/// The same, for one kind of body: “pain is less than before”.
fn pain_in(deqi: &Deqi, who: &str) -> String {
    let said = meter(deqi);
    let from = said.find(who).unwrap_or_else(|| panic!("{said:?} tells of {who:?}")) + who.len();
    said[from..].split('.').next().unwrap_or_default().to_owned()
}

/// Presses something in sight while time runs on.
fn tap(deqi: &mut Deqi, name: &str) {
    let thing = control(deqi, name);
    assert!(thing.is_seen(), "{name} cannot be seen");
    drag(deqi, thing.shown.center(), Vec2::ZERO, 1);
    deqi.remove_cursor();
    deqi.run_steps(2);
}

/// Goes to the panel and asks for something there.
fn panel(deqi: &mut Deqi, asks: &[NeedleAsk]) {
    deqi.state_mut().ask(Action::Go(Screen::Endorphins));
    for ask in asks {
        deqi.state_mut().ask(Action::Needle(ask.clone()));
    }
    deqi.run_steps(3);
}

/// Whether another frame was asked for.
fn asks_for_frames(deqi: &mut Deqi) -> bool {
    deqi.run_steps(4);
    deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay != Duration::MAX
}

#[test]
fn a_stranger_makes_pain_fall_and_breaks_it_with_naloxone() {
    let mut deqi = open(DESK, Settings::default());
    press(&mut deqi, "Endorphins");
    assert_eq!(headline(&deqi), "From needle to brain");
    assert_eq!(meter(&deqi), "In people, pain is as before. In mice, pain is as before.");

    tap(&mut deqi, "Put the needle in");
    tap(&mut deqi, "Turn");
    deqi.run_steps(300);
    tap(&mut deqi, "Pause");
    let people = pain_in(&deqi, "In people, ");
    assert_ne!(people, "pain is as before", "pain falls in people");
    assert!(pain_in(&deqi, "In mice, ").contains("less than before"), "pain falls in mice");

    // Trying something lets time run on, so that its effect is seen.
    tap(&mut deqi, NALOXONE);
    let found = things(&deqi).into_iter().find(|t| t.name.starts_with("What was found. "));
    assert!(found.expect("what was found is told at once").name.contains("In mice the relief was gone"));
    assert!(deqi.state().visit().needling.runs());
    deqi.run_steps(240);
    tap(&mut deqi, "Pause");
    assert_eq!(pain_in(&deqi, "In people, "), people, "in people the relief stays, as in the replication");
    let mice = pain_in(&deqi, "In mice, ");
    assert!(["pain is as before", "pain is a little less than before"].contains(&mice.as_str()), "in mice: {mice}");

    press(&mut deqi, "Studies");
    assert_eq!(headline(&deqi), "Block the body’s painkillers (naloxone)");
    let told: String = things(&deqi).into_iter().map(|t| t.name + "\n").collect();
    assert!(told.contains("Pomeranz") && told.contains("Chapman"), "both studies are named");
    press(&mut deqi, "Back to the whole picture");
    assert_eq!(headline(&deqi), "From needle to brain");
}

#[test]
fn the_same_by_keyboard_alone_and_without_motion() {
    let mut deqi = open(DESK, still());
    let enter = |deqi: &mut Deqi, name: &str| {
        tab_to(deqi, |t| t.name == name);
        assert!(focused(deqi).is_some_and(|t| t.is_seen()), "{name} has the keyboard out of sight");
        key(deqi, Modifiers::NONE, Key::Enter);
    };
    let on = |deqi: &mut Deqi| {
        tab_to(deqi, |t| t.name == "Five minutes on");
        for _ in 0..3 {
            key(deqi, Modifiers::NONE, Key::Enter);
        }
    };
    enter(&mut deqi, "Endorphins");
    assert_eq!(meter(&deqi), "In people, pain is as before. In mice, pain is as before.");
    enter(&mut deqi, "Put the needle in");
    enter(&mut deqi, "Turn");
    on(&mut deqi);
    let people = pain_in(&deqi, "In people, ");
    assert!(people.contains("less than before") && pain_in(&deqi, "In mice, ").contains("less than before"));

    enter(&mut deqi, NALOXONE);
    let found = things(&deqi).into_iter().find(|t| t.name.starts_with("What was found. ")).expect("it is told");
    assert!(found.name.contains("In mice the relief was gone"), "{}", found.name);
    on(&mut deqi);
    assert!(pain_in(&deqi, "In people, ").contains("less than before"), "in people it stays: {}", meter(&deqi));
    let mice = pain_in(&deqi, "In mice, ");
    assert!(["pain is as before", "pain is a little less than before"].contains(&mice.as_str()), "in mice: {mice}");

    enter(&mut deqi, "Studies");
    assert_eq!(headline(&deqi), "Block the body’s painkillers (naloxone)");
    let told: String = things(&deqi).into_iter().map(|t| t.name + "\n").collect();
    assert!(told.contains("Pomeranz") && told.contains("Chapman"), "both sides are named");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "From needle to brain");
    assert_eq!(pain_in(&deqi, "In mice, "), mice, "reading changes nothing");
}

#[test]
fn by_keyboard_alone_it_takes_less_than_two_minutes_of_a_slow_hand() {
    /// A slow hand presses one key in a second.
    const PRESS: f64 = 1.0;
    let mut deqi = open(DESK, Settings::default());
    let mut presses = 0;
    let mut enter = |deqi: &mut Deqi, name: &str| {
        let named = |thing: &Thing| thing.name == name;
        while !focused(deqi).as_ref().is_some_and(named) {
            deqi.key_press(Key::Tab);
            deqi.run_steps(2);
            presses += 1;
            assert!(presses < 120, "{name} is not reached");
        }
        deqi.key_press(Key::Enter);
        deqi.run_steps(2);
        presses += 1;
    };
    let began = deqi.ctx.input(|i| i.time);
    enter(&mut deqi, "Endorphins");
    enter(&mut deqi, "Put the needle in");
    enter(&mut deqi, "Turn");
    deqi.run_steps(240);
    assert!(pain_in(&deqi, "In mice, ").contains("less than before"), "{}", meter(&deqi));
    enter(&mut deqi, NALOXONE);
    deqi.run_steps(240);
    // What changed is said: beside the meter, and under what was tried.
    let mice = pain_in(&deqi, "In mice, ");
    assert!(["pain is as before", "pain is a little less than before"].contains(&mice.as_str()), "in mice: {mice}");
    let found = things(&deqi).into_iter().find(|t| t.name.starts_with("What was found. ")).expect("it is told");
    assert!(found.name.contains("In mice the relief was gone"), "{}", found.name);
    let seconds = deqi.ctx.input(|i| i.time) - began + f64::from(presses) * PRESS;
    assert!(seconds < 120.0, "{presses} presses and what is to be seen take {seconds} seconds");
}

#[test]
fn what_was_found_opens_in_sight_under_the_row_that_was_pressed() {
    for name in [NALOXONE, "Test the blood for endorphin. Seen in people"] {
        let mut deqi = open(DESK, still());
        panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned), NeedleAsk::StepOn]);
        press(&mut deqi, name);
        deqi.run_steps(60);
        let all = things(&deqi);
        let row = all.iter().position(|t| t.name == name).expect("the row is there");
        let found = all.iter().position(|t| t.name.starts_with("What was found. ")).expect("it is told");
        assert!(all[found].is_seen(), "{name}: what was found lies at {:?}", all[found].shown);
        assert!(all[row].is_seen(), "{name}: the row that was pressed has left the window");
        let first =
            all.iter().find(|t| t.name.starts_with("In this picture: ")).expect("what comes of it is told first");
        let gap = first.shown.top() - all[row].shown.bottom();
        assert!((0.0..40.0).contains(&gap), "{name}: what was found begins {gap} below the row");
        let gap = all[found].shown.top() - first.shown.bottom();
        assert!((0.0..40.0).contains(&gap), "{name}: what was found lies {gap} below what comes of it");
        let cut = all[found].rect.height() - all[found].shown.height();
        assert!(cut < 1.0, "{name}: {cut} of what was found is out of sight");
    }
}

#[test]
fn with_a_current_nothing_is_told_as_found_that_was_found_by_hand_alone() {
    let mut deqi = open(DESK, still());
    let told = |deqi: &Deqi| things(deqi).into_iter().map(|t| t.name + "\n").collect::<String>();
    panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Try(Experiment::HoldStill)]);
    assert!(!told(&deqi).contains("no such test with the needle as it is set"));
    panel(&mut deqi, &[NeedleAsk::By(Method::Electrical(Frequency::Hz2))]);
    assert!(told(&deqi).contains("no such test with the needle as it is set"), "by hand only");
    assert!(meter(&deqi).contains("In people, this was not tried."), "{}", meter(&deqi));
}

#[test]
fn a_loupe_wears_the_badge_of_its_most_doubtful_step() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    let named = |name: &str| things(&deqi).iter().any(|t| t.role == Role::Button && t.name == name);
    assert!(named("The brain’s brake. Disputed"), "opioids stand under the same badge");
    assert!(!named("The brain’s brake. In animals"));
    assert!(named("At the needle. Seen in people"));
}

#[test]
fn two_gains_of_unequal_size_are_not_drawn_without_saying_so() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[NeedleAsk::Tell(Clock::Course)]);
    let all = things(&deqi);
    let seen = |words: &str| all.iter().any(|t| t.name.contains(words) && t.is_seen());
    assert!(seen("The gain over pretend needles was much smaller from the start."));
    assert!(seen("pain of many kinds"));
    assert!(seen("How sure: Low to moderate. Source: MacPherson, 2017; Vickers, 2018"));
}

#[test]
fn the_picture_and_the_sentence_name_the_same_feelings() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned), NeedleAsk::StepOn]);
    let words = |lead: &str| {
        let mut labels = things(&deqi).into_iter().filter(|t| t.role == Role::Label);
        let said = labels.find_map(|t| t.name.split_once(lead).map(|(_, rest)| rest.to_owned()));
        said.expect("the feelings are told").split('.').next().unwrap_or_default().to_owned()
    };
    assert_eq!(words("What people may feel: "), words("People may feel: "));
}

#[test]
fn what_the_picture_shows_a_sentence_says() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    assert!(stage(&deqi).name.contains("No needle is in."), "{}", stage(&deqi).name);
    panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned)]);
    panel(&mut deqi, &[NeedleAsk::StepOn, NeedleAsk::StepOn, NeedleAsk::StepOn]);
    let said = stage(&deqi).name;
    for words in ["Minute 15.", "is turned", "People may feel: ache", "the gate in the spine is"] {
        assert!(said.contains(words), "{words:?} is not in {said:?}");
    }
}

/// What a screen reader hears of the picture, anybody can read under it, before the needle too.
#[test]
fn the_whole_sentence_of_the_picture_is_its_caption() {
    for size in [DESK, (800.0, 600.0), (1080.0, 1920.0)] {
        let mut deqi = open(size, still());
        panel(&mut deqi, &[]);
        let is_caption = |deqi: &Deqi| {
            let said = stage(deqi).name;
            assert!(things(deqi).iter().any(|t| t.role == Role::Label && t.name == said), "{said} has no caption");
        };
        is_caption(&deqi);
        panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Turn(Handling::Turned), NeedleAsk::StepOn]);
        panel(&mut deqi, &[NeedleAsk::StepOn, NeedleAsk::StepOn]);
        for words in ["Soft tissue winds", "Adenosine", "more blood flows", "brake", "own painkillers"] {
            assert!(stage(&deqi).name.contains(words), "{words}: {}", stage(&deqi).name);
        }
        is_caption(&deqi);
        panel(&mut deqi, &[NeedleAsk::Try(Experiment::TestBlood), NeedleAsk::In(Who::Mice)]);
        is_caption(&deqi);
    }
}

/// What the graph tells those who do not see it.
fn graph(deqi: &Deqi) -> String {
    let found = things(deqi).into_iter().find(|t| t.role == Role::Image && t.name.contains("relief over two hours"));
    found.expect("the graph has a sentence").name
}

#[test]
fn the_curve_is_told_as_it_is_drawn() {
    use Experiment::{BlockOpioids, HoldStill, NoAdenosineReceptor, PretendNeedle, TestBlood};
    use Who::{Mice, People};
    const FLAT: &str = "As tried: Less than usual. No relief: the line stays flat. The shape is illustrative.";
    const LESS: &str = "As tried: Less than usual. Relief is highest at about minute ";
    const SAME: &str = "As tried: About as much as usual. Relief is highest at about minute ";
    const NOBODY: &str = "As tried: Nobody tried it there";
    for (who, experiment, place, tried) in [
        (People, HoldStill, "in people", LESS),
        (People, BlockOpioids, "in mice", FLAT),
        (People, NoAdenosineReceptor, "in mice", FLAT),
        (People, PretendNeedle, "in people", LESS),
        (People, TestBlood, "in people", SAME),
        (Mice, HoldStill, "in people", LESS),
        (Mice, BlockOpioids, "in mice", FLAT),
        (Mice, NoAdenosineReceptor, "in mice", FLAT),
        (Mice, PretendNeedle, "in people", LESS),
        (Mice, TestBlood, "in mice", NOBODY),
    ] {
        let mut deqi = open(DESK, still());
        let turned = NeedleAsk::Turn(Handling::Turned);
        panel(&mut deqi, &[NeedleAsk::In(who), turned, NeedleAsk::PutIn, NeedleAsk::Try(experiment)]);
        let said = graph(&deqi);
        let lead =
            format!("Two curves of relief over two hours, {place}. As usual: Relief is highest at about minute ");
        assert!(said.starts_with(&lead) && said.contains(tried), "{experiment:?}, told of {who:?}: {said}");
        // Against the line itself, sample by sample.
        let panel = &deqi.state().visit().needling;
        let most = panel.ahead().this.iter().map(|sample| sample.of(panel.drawn_in())).fold(0.0, f32::max);
        assert_eq!(said.contains("stays flat"), most < 0.02, "{experiment:?}, told of {who:?}: {most}, {said}");
    }
}

#[test]
fn the_curve_is_told_before_the_needle_and_without_an_experiment() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    assert_eq!(graph(&deqi), "An empty graph of relief over two hours. Put the needle in, and a curve appears.");
    panel(&mut deqi, &[NeedleAsk::In(Who::Mice), NeedleAsk::PutIn]);
    assert_eq!(
        graph(&deqi),
        "A curve of relief over two hours, in mice. No relief: the line stays flat. The shape is illustrative.",
        "a needle that rests"
    );
    panel(&mut deqi, &[NeedleAsk::In(Who::People), NeedleAsk::Turn(Handling::Turned)]);
    let top = |deqi: &Deqi| -> u32 {
        let said = graph(deqi);
        let rest = said.split_once("A curve of relief over two hours, in people. Relief is highest at about minute ");
        let rest = rest.unwrap_or_else(|| panic!("{said}")).1;
        rest.split(',').next().and_then(|minute| minute.parse().ok()).unwrap_or_else(|| panic!("{said}"))
    };
    assert!((25..=32).contains(&top(&deqi)), "{}", graph(&deqi));
    panel(&mut deqi, &[NeedleAsk::StepOn, NeedleAsk::TakeOut]);
    assert!((5..12).contains(&top(&deqi)), "taken out at once: {}", graph(&deqi));
}

#[test]
fn the_graph_of_the_course_is_told_from_where_it_stands() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[NeedleAsk::Tell(Clock::Course)]);
    let lines = "Two lines over the visits and the year after. Next to no acupuncture, about 90 of 100 parts of the gain \
                 are left at the end. Next to a pretend needle, about 50 of 100 parts are left. That gain was much \
                 smaller from the start. ";
    let now = |deqi: &Deqi| {
        let found = things(deqi).into_iter().find(|t| t.role == Role::Figure && t.name.starts_with(lines));
        found.expect("the graph has a sentence").name[lines.len()..].to_owned()
    };
    assert_eq!(now(&deqi), "The dots stand in week 1 of the visits, where the rise is illustrative.");
    panel(&mut deqi, &[NeedleAsk::StepOn, NeedleAsk::StepOn, NeedleAsk::StepOn, NeedleAsk::StepOn]);
    assert_eq!(now(&deqi), "The dots stand 4 weeks after the last visit, at about 99 and 96 of 100 parts.");
    for _ in 0..12 {
        panel(&mut deqi, &[NeedleAsk::StepOn]);
    }
    assert_eq!(now(&deqi), "The dots stand 52 weeks after the last visit, at about 90 and 50 of 100 parts.");
}

/// Whether what is shown cites every source of a step or a frequency in full.
fn cites(deqi: &Deqi, id: &str) {
    let told = LIBRARY.catalog.mechanism(id).expect("it is told");
    let all = things(deqi);
    let mut sources = told.all_sources().peekable();
    assert!(sources.peek().is_some(), "{id} has no source");
    for source in sources {
        let citation = &LIBRARY.catalog.source(source).expect("it resolves").citation;
        assert!(all.iter().any(|t| t.name.starts_with(citation)), "{id}: {citation} is not shown");
    }
}

#[test]
fn a_tap_on_every_badge_shows_the_studies_of_its_step() {
    let mut seen = Vec::new();
    let mut deqi = open(DESK, still());
    let badges = |deqi: &Deqi, named: &str| -> Vec<String> {
        let all = things(deqi).into_iter().filter(Thing::is_control).map(|t| t.name);
        all.filter(|name| name.starts_with(&format!("{named}. "))).collect()
    };
    let mut tried = |deqi: &mut Deqi, named: &str, ids: &[&str]| {
        let [badge] = &badges(deqi, named)[..] else { panic!("{named} wears {:?}", badges(deqi, named)) };
        press(deqi, badge);
        for id in ids {
            cites(deqi, id);
        }
        seen.extend(ids.iter().map(|id| (*id).to_owned()));
        key(deqi, Modifiers::NONE, Key::Escape);
        assert_eq!(headline(deqi), "From needle to brain");
    };
    panel(&mut deqi, &[]);
    tried(&mut deqi, "At the needle", &["winding", "deqi", "adenosine"]);
    tried(&mut deqi, "The spinal gate", &["gate", "fibres", "ascending"]);
    tried(&mut deqi, "The brain’s brake", &["brake", "opioids"]);
    for id in ["blood-flow", "comfort", "inflammation", "muscle"] {
        let name = LIBRARY.catalog.mechanism(id).expect("it is told").name.clone();
        tried(&mut deqi, &name, &[id]);
    }
    for frequency in Frequency::ALL {
        panel(&mut deqi, &[NeedleAsk::By(Method::Electrical(frequency))]);
        let name = LIBRARY.catalog.mechanism(frequency.id()).expect("it is told").name.clone();
        tried(&mut deqi, &name, &[frequency.id()]);
    }
    let kinds = [MechanismKind::Step, MechanismKind::Frequency];
    let all = kinds.into_iter().flat_map(|kind| LIBRARY.catalog.mechanisms_of(kind));
    let missed: Vec<&str> = all.map(|told| told.id.as_str()).filter(|id| !seen.iter().any(|s| s == id)).collect();
    assert!(missed.is_empty(), "no badge leads to {missed:?}");
    assert_eq!(seen.len(), 15, "twelve steps and three frequencies");
}

#[test]
fn what_is_said_of_inflammation_and_muscles_stands_with_its_support_and_its_doubts() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    let told: Vec<String> = things(&deqi).into_iter().map(|t| t.name).collect();
    for id in ["inflammation", "muscle", "blood-flow"] {
        let step = LIBRARY.catalog.mechanism(id).expect("it is told");
        assert!(told.contains(&step.name), "{} is not on the panel", step.name);
        for (lead, mut of) in [
            ("Supports it: ", Box::new(step.support()) as Box<dyn Iterator<Item = _>>),
            ("Does not: ", Box::new(step.doubts())),
        ] {
            let first = of.next().unwrap_or_else(|| panic!("{id} has nothing after {lead}"));
            let line = format!("{lead}{}", first.plain);
            assert!(told.iter().any(|name| name.starts_with(&line)), "{line:?} is not on the panel");
        }
    }
}

#[test]
fn another_point_is_chosen_by_its_chip_and_by_a_touch_on_the_figure() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[NeedleAsk::PutIn]);
    let at = |deqi: &Deqi| deqi.state().visit().needling.visit.settings().point.as_ref().map(|code| code.0.clone());
    let chips: Vec<Thing> = things(&deqi)
        .into_iter()
        .filter(|t| t.is_control() && LIBRARY.catalog.point(&PointCode(t.name.clone())).is_some())
        .collect();
    assert!(chips.len() > 2, "the points have chips");
    let other = chips.iter().find(|chip| chip.chosen != Some(true)).expect("one is not chosen").name.clone();
    press(&mut deqi, &other);
    assert_eq!(at(&deqi), Some(other.clone()));
    assert_eq!(control(&deqi, &other).chosen, Some(true));
    // On the figure the others are small rings.
    let rings: Vec<Pos2> = rings(&deqi);
    assert_eq!(rings.len(), chips.len() - 1, "every other point can be seen");
    let mut chosen = vec![other];
    for ring in rings {
        crate::support::click(&mut deqi, ring);
        let now = at(&deqi).expect("a point is chosen");
        assert_eq!(control(&deqi, &now).chosen, Some(true), "its chip tells it");
        chosen.push(now);
    }
    chosen.dedup();
    assert!(chosen.len() > 2, "a touch moves the needle: {chosen:?}");
}

/// Where the rings of points stand that the needle is not at.
fn rings(deqi: &Deqi) -> Vec<Pos2> {
    fn gather(shape: &Shape, into: &mut Vec<Pos2>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, into)),
            Shape::Circle(circle) if (circle.radius - 3.6).abs() < 1e-3 => into.push(circle.center),
            _ => {}
        }
    }
    let mut rings = Vec::new();
    deqi.output().shapes.iter().for_each(|clipped| gather(&clipped.shape, &mut rings));
    rings
}

#[test]
fn paused_hidden_or_finished_it_asks_for_nothing() {
    let mut deqi = open(DESK, Settings::default());
    panel(&mut deqi, &[]);
    assert!(!asks_for_frames(&mut deqi), "before the needle");
    panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::Run(true)]);
    assert!(asks_for_frames(&mut deqi), "while it runs");
    tap(&mut deqi, "Pause");
    assert!(!asks_for_frames(&mut deqi), "paused");
    tap(&mut deqi, "Play");
    deqi.state_mut().ask(Action::Go(Screen::Body));
    deqi.run_steps(2);
    assert!(!asks_for_frames(&mut deqi), "elsewhere");
    let minute = deqi.state().visit().needling.visit.minute();
    deqi.run_steps(60);
    panel(&mut deqi, &[]);
    assert!(!deqi.state().visit().needling.runs(), "it waits to be played on");
    assert!((deqi.state().visit().needling.visit.minute() - minute).abs() < 1e-6, "no time passed elsewhere");
    panel(&mut deqi, &[NeedleAsk::Run(true)]);
    deqi.run_steps(1000);
    assert!(!deqi.state().visit().needling.needle_is_in());
    assert!(!asks_for_frames(&mut deqi), "it waits once the needle is out");
    let said: String = words(&deqi).into_iter().map(|word| word.text + " ").collect();
    assert!(said.contains("Press play to see"), "and says what for");
    fits(&mut deqi, "while it waits");
    resize(&mut deqi, (800.0, 600.0));
    fits(&mut deqi, "while it waits in a small window");
    resize(&mut deqi, DESK);
    tap(&mut deqi, "Play");
    assert!(asks_for_frames(&mut deqi), "for somebody to let it go on");
    deqi.run_steps(1900);
    assert!(deqi.state().visit().needling.visit.is_over());
    assert!(!asks_for_frames(&mut deqi), "finished");
}

#[test]
fn with_reduced_motion_nothing_runs_by_itself() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    press(&mut deqi, "Put the needle in");
    assert!(!deqi.state().visit().needling.runs());
    assert!(!asks_for_frames(&mut deqi));
    assert!(things(&deqi).iter().all(|t| t.name != "Play"), "there is nothing to play");
    press(&mut deqi, "Five minutes on");
    assert!(stage(&deqi).name.contains("Minute 10."), "{}", stage(&deqi).name);
}

#[test]
fn holding_the_needle_turns_it_and_letting_go_stops() {
    let mut deqi = open(DESK, Settings::default());
    panel(&mut deqi, &[NeedleAsk::PutIn]);
    let handle = control(&deqi, "Needle: hold to turn, tap to keep turning").shown.center();
    let turned = |deqi: &Deqi| deqi.state().visit().needling.visit.settings().handling == Handling::Turned;
    deqi.hover_at(handle);
    deqi.drag_at(handle);
    deqi.run_steps(40);
    assert!(turned(&deqi), "it turns while it is held");
    deqi.drop_at(handle);
    deqi.run_steps(3);
    assert!(!turned(&deqi), "it rests when it is let go");
    tap(&mut deqi, "Needle: hold to turn, tap to keep turning");
    assert!(turned(&deqi), "a tap keeps it turning");
    tap(&mut deqi, "Turn");
    assert!(!turned(&deqi), "the button stops it");
}

#[test]
fn a_badge_opens_what_bears_it() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    press(&mut deqi, "The spinal gate. Disputed");
    assert_eq!(headline(&deqi), "The spinal gate");
    assert!(things(&deqi).iter().any(|t| t.role == Role::Heading && t.name == "Studies"));
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "From needle to brain");
    press(&mut deqi, "Look closer: At the needle");
    assert_eq!(headline(&deqi), "At the needle");
}

#[test]
fn minutes_and_weeks_never_stand_side_by_side() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[NeedleAsk::PutIn, NeedleAsk::StepOn]);
    press(&mut deqi, "The course: weeks");
    let told: String = things(&deqi).into_iter().map(|t| t.name + "\n").collect();
    assert!(!told.contains("Minute ") && !told.contains("Pain meter"), "no minutes beside weeks");
    assert!(told.contains("Week 1 of the visits."), "the course begins");
    press(&mut deqi, "This visit: minutes");
    let told: String = things(&deqi).into_iter().map(|t| t.name + "\n").collect();
    assert!(!told.contains("Week ") && told.contains("Minute 5."), "no weeks beside minutes");
}

/// The graph of weeks wears a grade as every step does, and a tap on it shows whose figures they are.
#[test]
fn the_course_wears_its_grade_and_a_tap_shows_the_studies() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    press(&mut deqi, "The course: weeks");
    press(&mut deqi, "How much of the gain is left. Seen in people");
    assert_eq!(headline(&deqi), "How much of the gain is left");
    let told: String = things(&deqi).into_iter().map(|t| t.name + "\n").collect();
    for words in ["How sure: Low to moderate.", "20 trials, n = 6,376", "MacPherson H", "Vickers AJ"] {
        assert!(told.contains(words), "nothing says {words}");
    }
    assert!(!told.contains("Minute ") && !told.contains("Pain meter"), "no minutes beside weeks");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "From needle to brain");
}

#[test]
fn what_nobody_knows_is_a_section_of_its_own() {
    let mut deqi = open(DESK, still());
    panel(&mut deqi, &[]);
    let all = things(&deqi);
    let from = all.iter().position(|t| t.role == Role::Heading && t.name == "What we don’t know").expect("it is told");
    let open_questions = all[from..].iter().filter(|t| t.role == Role::Heading && t.level == Some(3)).count();
    assert!(open_questions >= 5, "only {open_questions} open questions");
}

#[test]
fn forgetting_the_visitor_takes_the_needle_out() {
    let mut deqi = open(DESK, still());
    panel(
        &mut deqi,
        &[
            NeedleAsk::PutIn,
            NeedleAsk::Try(Experiment::HoldStill),
            NeedleAsk::In(Who::Mice),
            NeedleAsk::Open(Detail::Loupe(Loupe::Gate)),
            NeedleAsk::Tell(Clock::Course),
        ],
    );
    deqi.state_mut().ask(Action::Home);
    assert_eq!(deqi.state().visit().needling, deqi::visit::NeedlePanel::default());
}
