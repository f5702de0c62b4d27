//! What the endorphin panel shows, as sentences: for the screen reader, for captions, for tests.
//!
//! Every word comes from the state of the model, so picture and sentence cannot disagree. Amounts are told as words
//! (“a little lower”), never as numbers: the quantities have no unit.

mod curve;

pub use curve::{gains, relief};

use crate::i18n::Tr;
use crate::sim::{Against, Course, Experiment, Feel, Frequency, Method, Needling, Opioid, Settings, State, Who, Work};

/// The whole picture: the needle, what is felt, the tissue, the cord, the brain, and what it comes to.
pub fn scene(tr: &Tr, needling: &Needling) -> String {
    let parts = [
        Some(needle(tr, needling)),
        feels(tr, needling),
        tissue(tr, needling),
        Some(gate(tr, needling.shown())),
        ease(tr, needling),
        Some(pain(tr, needling)),
        blood(tr, needling),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the needle does now, and in which minute.
pub fn needle(tr: &Tr, needling: &Needling) -> String {
    let key = match needling.work() {
        Work::Nothing if needling.came_out() => "needling-came-out",
        Work::Nothing if needling.has_begun() => "needling-taken-out",
        Work::Nothing => "needling-no-needle",
        Work::Pretend => "needling-pretend",
        Work::Still => "needling-still",
        Work::Turned => "needling-turned",
        Work::Current => "needling-current",
    };
    if !needling.has_begun() {
        return tr.text(key);
    }
    let minute = needling.minute().floor();
    tr.text_with("needling-minute", &[("minute", minute.into()), ("needle", tr.text(key).into())])
}

/// Which words people find for what they feel; nothing while nothing is felt.
pub fn feels(tr: &Tr, needling: &Needling) -> Option<String> {
    let words: Vec<String> = needling.feels().into_iter().map(|word| feel(tr, word)).collect();
    (!words.is_empty()).then(|| tr.text_with("needling-feels", &[("words", words.join(", ").into())]))
}

/// One word for the feeling.
pub fn feel(tr: &Tr, feel: Feel) -> String {
    tr.text(match feel {
        Feel::Ache => "feel-ache",
        Feel::Soreness => "feel-soreness",
        Feel::Pressure => "feel-pressure",
        Feel::Tingling => "feel-tingling",
        Feel::Numbness => "feel-numbness",
        Feel::DullPain => "feel-dull-pain",
        Feel::Heaviness => "feel-heaviness",
        Feel::Warmth => "feel-warmth",
        Feel::Fullness => "feel-fullness",
        Feel::Coolness => "feel-coolness",
    })
}

/// What goes on near the needle; nothing while nothing does.
pub fn tissue(tr: &Tr, needling: &Needling) -> Option<String> {
    let state = needling.shown();
    let said = [
        (state.tissue_winding > 0.4, "needling-tissue-wound"),
        (state.adenosine > 0.1, "needling-adenosine-up"),
        (state.blood_flow > 0.05, "needling-flow-up"),
    ];
    let said: Vec<String> = said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| tr.text(key)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// How far the gate is closed, and what that does to the signal on its way up.
pub fn gate(tr: &Tr, state: &State) -> String {
    let gate = match state.gate {
        g if g < 0.05 => "needling-gate-open",
        g if g < 0.3 => "needling-gate-a-little",
        g if g < 0.6 => "needling-gate-half",
        _ => "needling-gate-mostly",
    };
    let signal = match less(state.ascending, State::BEFORE.ascending) {
        Less::Same => "needling-signal-same",
        Less::Little => "needling-signal-a-little-lower",
        Less::Clear => "needling-signal-lower",
        Less::Much => "needling-signal-much-lower",
    };
    tr.text_with("needling-gate-and-signal", &[("gate", tr.text(gate).into()), ("signal", tr.text(signal).into())])
}

/// What eases: what comes down from the brain, and what the visit around the needle does; nothing while nothing does.
pub fn ease(tr: &Tr, needling: &Needling) -> Option<String> {
    let said: Vec<String> = [brain(tr, needling), comfort(tr, needling.shown())].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What comes down from the brain, and whether opioids can act; nothing while nothing does. What was seen in animals only,
/// or is disputed, is never told of people as a fact.
fn brain(tr: &Tr, needling: &Needling) -> Option<String> {
    let (state, settings) = (needling.shown(), needling.settings());
    let blocked = settings.is_on(Experiment::BlockOpioids, settings.who);
    if state.brake < 0.05 {
        return blocked.then(|| tr.text("needling-opioids-blocked"));
    }
    let (brake, act) = match settings.who {
        Who::People => ("needling-brake-may", "needling-opioids-may"),
        Who::Mice => ("needling-brake-on", "needling-opioids-act"),
    };
    let opioids = match (blocked, state.opioid_action > 0.05) {
        (true, _) => Some("needling-opioids-blocked"),
        (false, true) => Some(act),
        (false, false) => None,
    };
    let said = std::iter::once(brake).chain(opioids).map(|key| tr.text(key));
    Some(said.collect::<Vec<_>>().join(" "))
}

/// What the visit around the needle does, real or pretend; nothing while it does little.
fn comfort(tr: &Tr, state: &State) -> Option<String> {
    is_comforted(state).then(|| tr.text("needling-comfort"))
}

/// Whether rest, care and hope ease so much that it is told and drawn.
pub fn is_comforted(state: &State) -> bool {
    state.comfort > 0.15
}

/// The pain that is felt, in people and in mice, or that nobody tried it there.
pub fn pain(tr: &Tr, needling: &Needling) -> String {
    said_of_pain(tr, |who| {
        if needling.settings().is_known_in(who) {
            less(needling.state(who).pain, State::BEFORE.pain).of_pain()
        } else {
            NOT_TRIED
        }
    })
}

/// The longest of these sentences: so much room they need.
pub fn longest_of_pain(tr: &Tr) -> String {
    let keys = Less::ALL.map(Less::of_pain).into_iter().chain([NOT_TRIED]);
    let longest = keys.max_by_key(|key| tr.text(key).chars().count()).unwrap_or(NOT_TRIED);
    said_of_pain(tr, |_| longest)
}

const NOT_TRIED: &str = "needling-pain-not-tried";

fn said_of_pain(tr: &Tr, pain: impl Fn(Who) -> &'static str) -> String {
    let said = Who::ALL.map(|who| {
        let place = match who {
            Who::People => "needling-pain-people",
            Who::Mice => "needling-pain-mice",
        };
        tr.text_with(place, &[("pain", tr.text(pain(who)).into())])
    });
    said.join(" ")
}

/// What a blood sample shows, while one is taken.
pub fn blood(tr: &Tr, needling: &Needling) -> Option<String> {
    let state = needling.state(Who::People);
    let taken = needling.settings().is_on(Experiment::TestBlood, Who::People);
    (taken && state.blood_endorphin < 0.05).then(|| tr.text("needling-blood-not-up"))
}

/// Which opioids a way of needling is linked to, in animals; nothing by hand, where nobody could tell them apart.
pub fn opioids(tr: &Tr, settings: &Settings) -> Option<String> {
    let Method::Electrical(frequency) = settings.method else { return None };
    let names: Vec<String> = frequency.opioids().iter().map(|&opioid| self::opioid(tr, opioid)).collect();
    let places = [("frequency", self::frequency(tr, frequency).into()), ("opioids", names.join(", ").into())];
    Some(tr.text_with("needling-linked-to", &places))
}

/// The name of an opioid.
pub fn opioid(tr: &Tr, opioid: Opioid) -> String {
    tr.text(match opioid {
        Opioid::Enkephalin => "opioid-enkephalin",
        Opioid::BetaEndorphin => "opioid-beta-endorphin",
        Opioid::Endomorphin => "opioid-endomorphin",
        Opioid::Dynorphin => "opioid-dynorphin",
    })
}

/// The name of a frequency.
pub fn frequency(tr: &Tr, frequency: Frequency) -> String {
    tr.text(match frequency {
        Frequency::Hz2 => "frequency-2",
        Frequency::Hz100 => "frequency-100",
        Frequency::Alternating => "frequency-alternating",
    })
}

/// Where a course stands, and how much of each gain is still there.
pub fn course(tr: &Tr, course: &Course) -> String {
    if course.has_visits() {
        return tr.text_with("course-visits", &[("week", (course.week().floor() + 1.0).into())]);
    }
    let weeks = (course.week() - Course::WEEKS_OF_VISITS).round();
    let kept = Against::ALL.map(|against| {
        let place = match against {
            Against::NoNeedles => "course-against-none",
            Against::PretendNeedle => "course-against-pretend",
        };
        let kept = match course.gain(against) {
            gain if gain > 0.98 => "course-kept-all",
            gain if gain > 0.85 => "course-kept-most",
            gain if gain > 0.6 => "course-kept-more-than-half",
            _ => "course-kept-half",
        };
        tr.text_with(place, &[("kept", tr.text(kept).into())])
    });
    let [none, pretend] = kept;
    let after = tr.text_with("course-after", &[("weeks", weeks.into())]);
    format!("{after} {none} {pretend}")
}

/// How much less of something there is than before.
#[derive(Clone, Copy)]
enum Less {
    Same,
    Little,
    Clear,
    Much,
}

impl Less {
    const ALL: [Self; 4] = [Self::Same, Self::Little, Self::Clear, Self::Much];

    /// The words for so much less pain.
    const fn of_pain(self) -> &'static str {
        match self {
            Self::Same => "needling-pain-same",
            Self::Little => "needling-pain-a-little-less",
            Self::Clear => "needling-pain-less",
            Self::Much => "needling-pain-much-less",
        }
    }
}

fn less(now: f32, before: f32) -> Less {
    match 1.0 - now / before {
        drop if drop < 0.03 => Less::Same,
        drop if drop < 0.15 => Less::Little,
        drop if drop < 0.4 => Less::Clear,
        _ => Less::Much,
    }
}
