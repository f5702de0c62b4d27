//! The model of one needle: what may never happen in it, and that every experiment goes the way it was found to go.

use std::collections::BTreeSet;

use deqi::content::load_core;
use deqi::model::{MechanismKind, PointCode, SourceId};
use deqi::sim::{
    Against, Clock, Course, Experiment, Experiments, Feel, Frequency, Handling, Method, Needle, Needling, Opioid,
    Quantity, Settings, State, Who, curve,
};

const METHODS: [Method; 4] = [
    Method::ByHand,
    Method::Electrical(Frequency::Hz2),
    Method::Electrical(Frequency::Hz100),
    Method::Electrical(Frequency::Alternating),
];

/// A needle that is turned, with experiments.
fn turned(experiments: &[Experiment]) -> Settings {
    let experiments = experiments.iter().copied().collect();
    Settings { needle: Needle::In, handling: Handling::Turned, experiments, ..Settings::default() }
}

/// Every way of needling with every set of experiments.
fn all_settings() -> Vec<Settings> {
    let mut all = Vec::new();
    for method in METHODS {
        for handling in [Handling::Still, Handling::Turned] {
            for set in 0..1 << Experiment::ALL.len() {
                let on = |i: &usize| set & (1 << i) != 0;
                let experiments = (0..Experiment::ALL.len()).filter(on).map(|i| Experiment::ALL[i]).collect();
                all.push(Settings { needle: Needle::In, method, handling, experiments, ..Settings::default() });
            }
        }
    }
    all
}

fn at(settings: &Settings, minute: u32) -> Needling {
    Needling::at(settings.clone(), minute)
}

#[test]
fn every_quantity_stays_between_nothing_and_all() {
    for settings in all_settings() {
        let mut needling = Needling::new(settings.clone());
        while needling.is_running() {
            needling.step(1.7);
            for who in Who::ALL {
                for quantity in Quantity::ALL {
                    let value = needling.state(who).get(quantity);
                    assert!((0.0..=1.0).contains(&value), "{quantity:?} is {value} in {who:?} with {settings:?}");
                }
                let relief = needling.state(who).relief();
                assert!((0.0..=1.0).contains(&relief), "relief is {relief} in {who:?} with {settings:?}");
                let pain = needling.state(who).pain;
                assert!(pain <= State::BEFORE.pain + 1e-6, "the model makes pain worse than before: {settings:?}");
            }
        }
    }
}

#[test]
fn there_are_enough_quantities_and_no_two_are_the_same() {
    assert!(Quantity::ALL.len() >= 8);
    let visits = [3, 20, 50].map(|minute| at(&turned(&[]), minute));
    let told = |quantity| -> Vec<u32> {
        let states = visits.iter().flat_map(|visit| Who::ALL.map(|who| visit.state(who)));
        states.map(|state| (state.get(quantity) * 1e6) as u32).collect()
    };
    let different: BTreeSet<Vec<u32>> = Quantity::ALL.into_iter().map(told).collect();
    assert_eq!(different.len(), Quantity::ALL.len(), "two quantities tell the same");
}

#[test]
fn nothing_happens_before_the_needle_goes_in() {
    let mut needling = Needling::default();
    needling.change(|settings| settings.experiments = Experiments::NONE.with(Experiment::BlockOpioids));
    needling.step(60.0);
    assert!(!needling.has_begun() && !needling.is_running());
    assert_eq!(needling.state(Who::Mice), &State::BEFORE);
    assert_eq!(needling.history().len(), 1);
}

#[test]
fn relief_rises_smoothly_within_half_an_hour_and_fades_over_the_hour_after() {
    for who in Who::ALL {
        let relief = curve(&turned(&[]), who, Needling::VISIT_MINUTES);
        assert_eq!(relief.len(), Needling::VISIT_MINUTES as usize + 1);
        let most = relief.iter().copied().fold(0.0, f32::max);
        let top = relief.iter().position(|&r| (r - most).abs() < 1e-6).unwrap();
        assert!((25..=32).contains(&top), "{who:?} is best off in minute {top}");
        assert!(relief[..=28].windows(2).all(|pair| pair[1] >= pair[0]), "the rise of {who:?} is not smooth");
        assert!(relief[33..].windows(2).all(|pair| pair[1] <= pair[0]), "the fading of {who:?} is not smooth");
        assert!(relief.windows(2).all(|pair| (pair[1] - pair[0]).abs() < 0.12 * most), "{who:?} jumps");
        assert!(relief[5] < 0.5 * most, "{who:?}: too fast, {} of {most} after five minutes", relief[5]);
        assert!(relief[15] > 0.4 * most, "{who:?}: too slow, {} of {most} after fifteen", relief[15]);
        assert!(relief[60] > 0.25 * most, "{who:?}: half an hour after the needle {} of {most} is left", relief[60]);
        assert!(relief[120] < 0.25 * most, "{who:?}: ninety minutes after it {} of {most} is left", relief[120]);
    }
}

#[test]
fn the_needle_comes_out_by_itself_and_may_come_out_sooner() {
    let mut needling = at(&turned(&[]), 10);
    assert_eq!(needling.settings().needle, Needle::In);
    needling.change(|settings| settings.needle = Needle::Out);
    let relief = needling.shown().relief();
    needling.run_to(70);
    assert!(needling.shown().relief() < 0.5 * relief, "relief does not drift back");
    assert_eq!(at(&turned(&[]), Needling::STAY_MINUTES + 1).settings().needle, Needle::Out);
}

#[test]
fn how_time_is_cut_does_not_matter() {
    for settings in [turned(&[]), turned(&[Experiment::BlockOpioids]), turned(&[Experiment::PretendNeedle])] {
        let seconds = 23.0_f32;
        let cut = |pieces: u16| {
            let mut needling = Needling::new(settings.clone());
            (0..pieces).for_each(|_| needling.step(seconds / f32::from(pieces)));
            needling
        };
        let whole = cut(1);
        for pieces in [2, 7, 60, 1380, 9973] {
            let split = cut(pieces);
            for (who, quantity) in Who::ALL.into_iter().flat_map(|who| Quantity::ALL.map(|quantity| (who, quantity))) {
                let (one, other) = (whole.state(who).get(quantity), split.state(who).get(quantity));
                assert!(
                    (one - other).abs() < 0.005,
                    "{quantity:?} in {who:?}: {one} whole, {other} in {pieces} pieces"
                );
            }
        }
        assert_eq!(cut(60), cut(60), "the same does not come to the same");
    }
}

#[test]
fn time_that_is_no_time_changes_nothing() {
    let mut needling = at(&turned(&[]), 5);
    let before = needling.clone();
    for dt in [0.0, -1.0, f32::NAN, f32::NEG_INFINITY] {
        needling.step(dt);
        assert_eq!(needling, before, "{dt} seconds");
    }
    needling.step(f32::INFINITY);
    assert!(needling.is_over(), "all the time there is does not end the visit");
}

#[test]
fn the_order_of_experiments_does_not_matter() {
    for first in Experiment::ALL {
        for second in Experiment::ALL {
            let switched = |order: [Experiment; 2]| {
                let mut needling = at(&turned(&[]), 12);
                for experiment in order {
                    needling.change(|settings| settings.experiments = settings.experiments.with(experiment));
                }
                needling.step(9.0);
                needling
            };
            assert_eq!(switched([first, second]), switched([second, first]), "{first:?} and {second:?}");
        }
    }
}

#[test]
fn switching_an_experiment_on_and_off_again_leaves_nothing_behind() {
    let mut needling = at(&turned(&[]), 12);
    let before = needling.clone();
    for experiment in Experiment::ALL {
        needling.change(|settings| settings.experiments = settings.experiments.toggled(experiment));
        needling.change(|settings| settings.experiments = settings.experiments.toggled(experiment));
    }
    assert_eq!(needling, before);
}

#[test]
fn a_blocked_path_gives_no_relief() {
    for method in METHODS {
        for (experiment, hands) in [(Experiment::BlockOpioids, 3), (Experiment::NoAdenosineReceptor, 1)] {
            if METHODS[..hands].contains(&method) {
                let settings = Settings { method, ..turned(&[experiment]) };
                let relief = curve(&settings, Who::Mice, 60);
                assert!(relief.iter().all(|&r| r < 0.01), "{experiment:?} with {method:?} leaves {relief:?}");
                let without = curve(&settings.without_experiments(), Who::Mice, 30);
                assert!(without[30] > 0.3, "{method:?} eases nothing even unblocked");
            }
        }
    }
}

#[test]
fn blocking_in_the_middle_of_a_visit_takes_relief_away() {
    let mut needling = at(&turned(&[]), 20);
    let (people, mice) = (needling.state(Who::People).relief(), needling.state(Who::Mice).relief());
    needling.change(|settings| settings.experiments = Experiments::NONE.with(Experiment::BlockOpioids));
    needling.step(5.0);
    assert!(needling.state(Who::Mice).relief() < 0.25 * mice, "mice keep their relief");
    assert!(needling.state(Who::People).relief() >= people, "people lose relief, which nobody could repeat");
    assert!(needling.state(Who::People).opioid_action < 0.2, "naloxone does not block in people");
}

#[test]
fn a_pretend_needle_keeps_most() {
    for minute in [10, 20, 30, 45, 60] {
        let real = at(&turned(&[]), minute).state(Who::People).relief();
        let pretend = at(&turned(&[Experiment::PretendNeedle]), minute).state(Who::People).relief();
        let kept = pretend / real;
        assert!((0.7..0.95).contains(&kept), "in minute {minute} a pretend needle keeps {kept} of {real}");
    }
}

#[test]
fn an_experiment_that_nobody_made_there_changes_nothing_and_says_so() {
    for experiment in Experiment::ALL {
        for method in METHODS {
            for who in Who::ALL {
                let with = Settings { method, ..turned(&[experiment]) };
                let made = experiment.was_made_in(who, method);
                assert_eq!(with.is_known_in(who), made);
                if !made {
                    let without = with.without_experiments();
                    assert_eq!(at(&with, 25).state(who), at(&without, 25).state(who), "{experiment:?} in {who:?}");
                }
            }
        }
    }
}

/// Which way a quantity goes.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Clearly up.
    Up,
    /// Clearly down.
    Down,
    /// Down to nothing.
    Gone,
    /// Most of it stays.
    Most,
    /// As it was.
    Same,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
enum Look {
    Relief,
    At(Quantity),
}

/// One experiment: what was changed, what was looked at in which minute, which way it went, and who found that.
struct Row(&'static str, From, Settings, u32, Who, Look, Way, &'static str);

/// What is compared with.
enum From {
    /// The time before the visit.
    Before,
    /// The same minute of another visit.
    Other(Settings),
}

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    use Experiment::{BlockOpioids, HoldStill, NoAdenosineReceptor, PretendNeedle, TestBlood};
    use From::{Before, Other};
    use Look::{At, Relief};
    use Quantity::{AcheSignal, Adenosine, BloodEndorphin, BloodFlow, Brake, Gate, TissueWinding};
    use Way::{Down, Gone, Most, Same, Up};
    use Who::{Mice, People};
    let real = || Other(turned(&[]));
    let current = |frequency, on: &[Experiment]| Settings { method: Method::Electrical(frequency), ..turned(on) };
    let elsewhere = Settings { point: Some(PointCode("LI4".to_owned())), ..turned(&[]) };
    let (hz2, hz100) = (Frequency::Hz2, Frequency::Hz100);
    vec![
        Row("turn it", Before, turned(&[]), 5, People, At(TissueWinding), Up, "langevin2001"),
        Row("hold it still", real(), turned(&[HoldStill]), 5, People, At(TissueWinding), Down, "langevin2001"),
        Row("turn it", Before, turned(&[]), 30, People, At(Adenosine), Up, "takano2012"),
        Row("half an hour after it is out", Before, turned(&[]), 60, People, At(Adenosine), Up, "takano2012"),
        Row("hold it still", real(), turned(&[HoldStill]), 30, People, At(Adenosine), Gone, "takano2012"),
        // The model has no needle off a point but the pretend one, which in trials is often a needle elsewhere.
        Row("off the point", real(), turned(&[PretendNeedle]), 30, People, At(Adenosine), Gone, "takano2012"),
        Row("hold it still", real(), turned(&[HoldStill]), 30, People, Relief, Down, "benham2014"),
        Row("turn it", Before, turned(&[]), 3, People, At(BloodFlow), Up, "sandberg2003"),
        Row("not deep", real(), turned(&[PretendNeedle]), 10, People, At(BloodFlow), Gone, "sandberg2003"),
        Row("long after", Before, turned(&[]), 75, People, At(BloodFlow), Gone, "sandberg2003"),
        Row("touch lightly", real(), turned(&[PretendNeedle]), 5, People, At(AcheSignal), Down, "hui2007"),
        Row("touch lightly", Before, turned(&[PretendNeedle]), 5, People, At(AcheSignal), Up, "hui2007"),
        // For a gate; `paley2014` found no clear gap to mock needles, so the panel calls it disputed.
        Row("by current", Before, current(hz2, &[]), 30, People, At(Gate), Up, "leung2008"),
        Row("by current", Before, current(hz2, &[]), 30, Mice, At(Brake), Up, "lv2019"),
        Row("naloxone, by hand", real(), turned(&[BlockOpioids]), 30, Mice, Relief, Gone, "fu1980"),
        Row("naloxone, slow", Other(current(hz2, &[])), current(hz2, &[BlockOpioids]), 30, Mice, Relief, Gone, "pomeranz1976"),
        Row("naloxone, fast", Other(current(hz100, &[])), current(hz100, &[BlockOpioids]), 30, Mice, Relief, Gone, "strains2002"),
        Row("naloxone, by hand", real(), turned(&[BlockOpioids]), 30, People, Relief, Same, "kenyon1983"),
        Row("naloxone, by hand", real(), turned(&[BlockOpioids]), 30, People, Relief, Same, "chapman1980"),
        Row("naloxone, slow", Other(current(hz2, &[])), current(hz2, &[BlockOpioids]), 30, People, Relief, Same, "chapman1980"),
        Row("no A1 receptor", real(), turned(&[NoAdenosineReceptor]), 30, Mice, Relief, Gone, "goldman2010"),
        Row("by current", real(), current(hz2, &[]), 30, Mice, Relief, Same, "fu1980"),
        Row("real", Before, turned(&[]), 30, Mice, Relief, Up, "fu1980"),
        Row("pretend", Before, turned(&[PretendNeedle]), 30, People, Relief, Up, "vase2013"),
        Row("pretend", real(), turned(&[PretendNeedle]), 30, People, Relief, Most, "haake2007"),
        Row("pretend", real(), turned(&[PretendNeedle]), 30, People, Relief, Down, "xiang2017"),
        Row("look in the blood", Before, turned(&[TestBlood]), 30, People, At(BloodEndorphin), Same, "harbach2007"),
        Row("at another point", real(), elsewhere, 30, People, Relief, Same, "cherkin2009"),
    ]
}

#[test]
fn every_experiment_goes_the_way_it_was_found_to_go() {
    let catalog = load_core().catalog;
    for Row(change, from, to, minute, who, look, way, source) in rows() {
        let value = |state: &State| match look {
            Look::Relief => state.relief(),
            Look::At(quantity) => state.get(quantity),
        };
        let from = match from {
            From::Before => value(&State::BEFORE),
            From::Other(settings) => value(at(&settings, minute).state(who)),
        };
        let to = value(at(&to, minute).state(who));
        let goes = match way {
            Way::Up => to > from + 0.04,
            Way::Down => to < from - 0.04,
            Way::Gone => to < 0.02,
            Way::Most => to > 0.7 * from && from > 0.1,
            // Room for a twentieth of the scale: no study could tell so small a difference.
            Way::Same => (to - from).abs() < 0.05,
        };
        assert!(goes, "{change} ({source}): {look:?} in {who:?} in minute {minute}: {from} → {to}, not {way:?}");
        assert!(catalog.source(&SourceId(source.to_owned())).is_some(), "{change}: no source `{source}`");
    }
}

/// Whoever made an experiment, in whom and with what needles: nothing else counts as tried.
#[rustfmt::skip]
fn made() -> Vec<(Experiment, Who, Vec<Method>, &'static str)> {
    use Experiment::{BlockOpioids, HoldStill, NoAdenosineReceptor, PretendNeedle, TestBlood};
    use Who::{Mice, People};
    let [hand, slow, fast, _] = METHODS;
    vec![
        (HoldStill, People, vec![hand], "takano2012"),
        (HoldStill, People, vec![hand], "benham2014"),
        (HoldStill, People, vec![hand], "paley2014"),
        (BlockOpioids, People, vec![hand, slow], "chapman1980"),
        (BlockOpioids, People, vec![hand], "kenyon1983"),
        (BlockOpioids, Mice, vec![hand], "fu1980"),
        (BlockOpioids, Mice, vec![slow, fast], "strains2002"),
        (NoAdenosineReceptor, Mice, vec![hand], "goldman2010"),
        // Whatever was set, with a pretend needle nothing goes in.
        (PretendNeedle, People, METHODS.to_vec(), "haake2007"),
        // By hand and with a current; the abstract names no frequency.
        (TestBlood, People, METHODS.to_vec(), "harbach2007"),
    ]
}

#[test]
fn what_counts_as_tried_was_tried_by_somebody_whom_the_pack_names() {
    let (catalog, made) = (load_core().catalog, made());
    for experiment in Experiment::ALL {
        let told = catalog.mechanism(experiment.id()).unwrap();
        for (_, who, _, source) in made.iter().filter(|row| row.0 == experiment) {
            let named = told.all_sources().any(|id| id.0 == *source);
            assert!(named, "{experiment:?} in {who:?} rests on {source}, which its card does not name");
        }
        for (who, method) in Who::ALL.into_iter().flat_map(|who| METHODS.map(|method| (who, method))) {
            let by = made.iter().any(|row| row.0 == experiment && row.1 == who && row.2.contains(&method));
            assert_eq!(experiment.was_made_in(who, method), by, "{experiment:?} in {who:?} with {method:?}");
        }
    }
}

#[test]
fn a_word_for_the_feeling_follows_what_nerves_send_and_not_the_tissue() {
    // A current winds nothing, and people feel as much with it as with a needle that is turned.
    let current = Settings { method: Method::Electrical(Frequency::Hz2), ..turned(&[]) };
    assert!(at(&current, 5).state(Who::People).tissue_winding < 0.2);
    assert_eq!(at(&current, 5).feels(), at(&turned(&[]), 5).feels());
    assert_eq!(at(&turned(&[]), 5).feels(), Feel::ALL);
}

#[test]
fn every_experiment_and_every_frequency_is_told_in_the_pack() {
    let catalog = load_core().catalog;
    let told: Vec<&str> = catalog.mechanisms_of(MechanismKind::Experiment).map(|m| m.id.as_str()).collect();
    assert_eq!(told, Experiment::ALL.map(Experiment::id), "in the order of the panel");
    for id in told {
        assert_eq!(Experiment::from_id(id).map(Experiment::id), Some(id));
    }
    let told: Vec<&str> = catalog.mechanisms_of(MechanismKind::Frequency).map(|m| m.id.as_str()).collect();
    assert_eq!(told, Frequency::ALL.map(Frequency::id));
    assert!(catalog.mechanisms_of(MechanismKind::Unknown).count() >= 5);
}

#[test]
fn what_is_felt_grows_with_the_signal_and_ends_with_the_needle() {
    assert!(Needling::default().feels().is_empty());
    let touch = at(&turned(&[Experiment::PretendNeedle]), 5).feels().len();
    let still = at(&turned(&[Experiment::HoldStill]), 5).feels().len();
    let turned_ = at(&turned(&[]), 5).feels().len();
    assert!(0 < touch && touch < still && still < turned_, "{touch}, {still}, {turned_} words");
    assert!(at(&turned(&[]), 32).feels().is_empty(), "felt after the needle is out");
}

#[test]
fn each_frequency_has_its_opioids_and_the_hand_has_none() {
    assert!(Method::ByHand.opioids().is_empty());
    assert_eq!(Frequency::Hz100.opioids(), [Opioid::Dynorphin]);
    assert!(!Frequency::Hz2.opioids().contains(&Opioid::Dynorphin));
    assert_eq!(Frequency::Alternating.opioids(), Opioid::ALL);
}

#[test]
fn the_forecast_is_what_comes() {
    let mut needling = Needling::new(turned(&[]));
    needling.step(7.3);
    let ahead = needling.forecast();
    assert_eq!(ahead[..needling.history().len()], *needling.history());
    needling.step(1e6);
    assert_eq!(needling.history(), ahead);
}

#[test]
fn after_the_end_a_needle_begins_a_new_visit() {
    let mut needling = at(&turned(&[]), 500);
    assert!(needling.is_over());
    assert!((needling.minute() - Needling::VISIT_MINUTES as f32).abs() < 1e-3);
    needling.change(|settings| settings.needle = Needle::In);
    assert!(needling.is_running() && needling.minute() < 1.0);
    assert_eq!(needling.state(Who::People), &State::BEFORE);
    assert_eq!(needling.settings().needle, Needle::In, "the needle is in");
    needling.step(5.0);
    assert!(needling.state(Who::People).relief() > 0.1, "and does the same as the first time");
    needling.restart();
    assert!(!needling.has_begun());
    assert_eq!(needling.settings().handling, Handling::Turned, "what was set is forgotten");
}

#[test]
fn going_back_and_on_ends_where_playing_did() {
    let mut needling = Needling::new(turned(&[]));
    // Half a tick more, since seconds on screen are not told to the last bit.
    needling.step((20.0 + 0.5 / 60.0) / Clock::VISIT_MINUTES_A_SECOND);
    let played = needling.clone();
    needling.seek(5);
    needling.run_to(20);
    assert_eq!(needling.state(Who::People), played.state(Who::People));
}

#[test]
fn the_course_keeps_what_was_measured_and_never_asks_the_minutes() {
    let year = Course::at(Course::WEEKS);
    assert!((year.gain(Against::NoNeedles) - 0.9).abs() < 0.001, "macpherson2017");
    assert!((year.gain(Against::PretendNeedle) - 0.5).abs() < 0.001, "macpherson2017");
    for against in Against::ALL {
        let gain = Course::curve(against);
        assert_eq!(gain.len(), 65);
        assert!(gain.iter().all(|g| (0.0..=1.0).contains(g)));
        assert!(gain[..=12].windows(2).all(|pair| pair[1] >= pair[0]) && (gain[12] - 1.0).abs() < 1e-6);
        assert!(gain[12..].windows(2).all(|pair| pair[1] <= pair[0]));
    }
    let mut course = Course::default();
    course.step(f32::NAN);
    course.step(3.0);
    assert!((course.week() - 3.0 * Clock::COURSE_WEEKS_A_SECOND).abs() < 1e-3);
    course.step(1e9);
    assert!(course.is_over() && !course.has_visits());
}
