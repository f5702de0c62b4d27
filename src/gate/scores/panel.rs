//! The marks of one panel.

use super::super::measure::{Counts, sentences, words};
use super::super::numbers::{borne, denominators, figures, unborne};
use super::super::panels::{LONGEST_LIST, longest_row};
use super::super::prose::is_passive;
use super::super::terms::unexplained;
use super::super::{finding::Findings, panels::HARDEST_GRADE};
use super::Item;
use crate::model::{Chart, ClaimKind, Drawing, Evidence, Panel, Reading, find_word};

/// The marks of one panel.
#[derive(Clone, Debug)]
pub struct PanelScores {
    /// The counts of its running text at each level.
    pub counts: [Counts; 3],
    /// PEMAT-informed items.
    pub pemat: Vec<Item>,
    /// Items informed by the Clear Communication Index.
    pub cci: Vec<Item>,
    /// The probability items of IPDAS, where the panel gives chances.
    pub ipdas: Vec<Item>,
    /// DISCERN-informed items that a single panel can meet.
    pub discern: Vec<Item>,
}

/// What is known of a panel before its items are asked.
struct Facts<'a> {
    panel: &'a Panel,
    evidence: &'a Evidence,
    prose: Vec<&'a str>,
    charts: Vec<&'a Chart>,
    kinds: Vec<ClaimKind>,
}

/// The marks of a panel.
pub fn panel(panel: &Panel, evidence: &Evidence) -> PanelScores {
    let facts = Facts {
        panel,
        evidence,
        prose: panel.prose(Reading::Plain),
        charts: panel.charts.iter().filter_map(|id| evidence.chart(id)).collect(),
        kinds: evidence.claims_of(panel).iter().map(|claim| claim.kind).collect(),
    };
    PanelScores {
        counts: Reading::ALL.map(|reading| match reading {
            Reading::Plain => Counts::of(facts.prose.iter().copied()),
            _ => Counts::of([panel.text.at(reading)]),
        }),
        pemat: pemat(&facts),
        cci: cci(&facts),
        ipdas: ipdas(&facts),
        discern: discern(&facts),
    }
}

fn pemat(facts: &Facts<'_>) -> Vec<Item> {
    let panel = facts.panel;
    let (charts, chances) = (!facts.charts.is_empty(), facts.chances());
    vec![
        Item::new("1 purpose is evident", words(&panel.title).count() >= 1 && facts.one_message()),
        Item::new("3 common language", Counts::of(facts.prose.iter().copied()).grade() <= HARDEST_GRADE),
        Item::new("4 terms are explained", facts.terms_explained()),
        Item::new("5 active voice", facts.mostly_active()),
        Item::when(facts.has_numbers(), "6 numbers are clear", facts.clear_numbers()),
        Item::new("7 nothing to calculate", facts.out_of_one()),
        Item::new("8 short chunks", facts.short_chunks()),
        Item::when(!panel.items.is_empty(), "9 headers", panel.list_title.as_ref().is_some_and(|t| !t.is_empty())),
        Item::new("11 a summary", facts.summary_sums_up()),
        Item::when(chances, "15 a picture where it helps", charts || facts.says_in_words()),
        Item::when(charts, "17 pictures have titles", facts.charts_say(|chart| &chart.title)),
        Item::when(charts, "19 tables have headings", facts.arms_named()),
        Item::new("20 an action", words(&panel.action.says).count() >= 3),
        Item::new("21 said to you", facts.said_to_you()),
        Item::new("22 steps", panel.action.steps.len() >= 2),
        Item::new(
            "23 a tool",
            !panel.items.is_empty() || panel.action.opens.is_some() || panel.action.steps.len() >= 3,
        ),
        Item::when(charts, "25 how to read the picture", facts.charts_say(|chart| &chart.read)),
    ]
}

fn cci(facts: &Facts<'_>) -> Vec<Item> {
    let panel = facts.panel;
    let (numbers, chances) = (facts.has_numbers(), facts.chances());
    let active = |text: &str| !sentences(text).iter().any(|sentence| is_passive(sentence));
    let benefit = facts.kinds.contains(&ClaimKind::Benefit);
    vec![
        Item::new("1 one main message", facts.one_message()),
        Item::when(numbers, "4 a picture with words", facts.charts_say(|chart| &chart.caption)),
        Item::new("5 a call to action", words(&panel.action.says).count() >= 3),
        Item::new("6 both in active voice", active(&panel.main) && active(&panel.action.says)),
        Item::new("8 lists, none too long", facts.lists_fit()),
        Item::new("9 chunks with headings", facts.short_chunks()),
        Item::new("10 summary first", facts.summary_sums_up()),
        Item::new("11 what is known and unknown", facts.admits()),
        Item::new("12 something to do", panel.action.steps.len() >= 2),
        Item::new("13 why it matters", words(&panel.action.why).count() >= 4 && figures(&panel.action.why).is_empty()),
        Item::new("14 how to do it", panel.action.steps.iter().filter(|step| words(step).count() >= 2).count() >= 2),
        Item::when(numbers, "15 whole numbers", facts.clear_numbers()),
        Item::new("17 nothing to calculate", facts.out_of_one()),
        Item::when(benefit && chances, "19 risks beside benefits", facts.names_harm()),
        Item::when(chances, "20 chances in words or pictures", !facts.charts.is_empty() || facts.says_in_words()),
    ]
}

fn ipdas(facts: &Facts<'_>) -> Vec<Item> {
    let people: Vec<&&Chart> =
        facts.charts.iter().filter(|chart| matches!(chart.drawing, Drawing::People { .. })).collect();
    let applies = !people.is_empty();
    let all = |holds: fn(&Chart) -> bool| people.iter().all(|chart| holds(chart));
    let claims = facts.evidence.claims_of(facts.panel);
    vec![
        Item::when(applies, "chances are given", all(|chart| !figures(&chart.says).is_empty())),
        Item::when(
            applies,
            "of whom",
            all(|chart| !figures(&chart.caption).is_empty() || chart.title.contains("people")),
        ),
        Item::when(applies, "as so many of so many", all(|chart| !denominators(&chart.says).is_empty())),
        Item::when(applies, "over which time", all(|chart| words(&chart.time).count() >= 2)),
        Item::when(applies, "out of the same number", facts.out_of_one()),
        Item::when(applies, "how sure", claims.iter().any(|claim| claim.numbers.iter().any(|n| n.ci.is_some()))),
        Item::when(applies, "in more than one way", all(|chart| words(&chart.says).count() >= 12)),
        Item::when(applies, "both those who gain and those who do not", all(|chart| both_sides(&chart.drawing))),
    ]
}

fn both_sides(drawing: &Drawing) -> bool {
    match drawing {
        Drawing::People { counted, rest, .. } => !counted.is_empty() && !rest.is_empty() && counted != rest,
        _ => true,
    }
}

fn discern(facts: &Facts<'_>) -> Vec<Item> {
    let claims = facts.evidence.claims_of(facts.panel);
    let benefit = facts.kinds.contains(&ClaimKind::Benefit) && facts.chances();
    vec![
        Item::new("1 clear aim", facts.one_message()),
        Item::new("4 sources", !claims.is_empty() && claims.iter().all(|claim| !claim.sources.is_empty())),
        Item::new("5 dates", claims.iter().all(|claim| claim.review_by >= claim.checked_on)),
        Item::when(benefit, "6 balance", facts.names_harm()),
        Item::new("7 where to go on", facts.panel.action.opens.is_some() || facts.panel.action.steps.len() >= 2),
        Item::new("8 uncertainty", facts.admits()),
        Item::new("15 decide with others", facts.said_to_you()),
    ]
}

impl Facts<'_> {
    fn one_message(&self) -> bool {
        let length = words(&self.panel.main).count();
        (3..=20).contains(&length) && sentences(&self.panel.main).len() <= 2 && self.panel.main != self.panel.title
    }

    fn terms_explained(&self) -> bool {
        let mut strange = Vec::new();
        for text in &self.prose {
            let mut found = Findings::new(&mut strange, "panels.ron", "");
            unexplained("", Reading::Plain, text, &self.evidence.terms, &mut found);
        }
        strange.is_empty()
    }

    fn mostly_active(&self) -> bool {
        let all: Vec<&str> = self.prose.iter().flat_map(|text| sentences(text)).collect();
        let passive = all.iter().filter(|sentence| is_passive(sentence)).count();
        passive * 4 <= all.len()
    }

    fn has_numbers(&self) -> bool {
        self.prose.iter().any(|text| !denominators(text).is_empty())
    }

    /// Whether the panel says how likely something is.
    fn chances(&self) -> bool {
        self.prose.iter().any(|text| text.contains("of 100") && !text.contains("points of 100"))
    }

    fn clear_numbers(&self) -> bool {
        let known = borne(self.evidence.claims_of(self.panel));
        let whole = |text: &&str| !text.contains('%') && figures(text).iter().all(|figure| !figure.contains('.'));
        self.prose.iter().all(|text| whole(text) && unborne(text, &known).is_empty())
    }

    fn out_of_one(&self) -> bool {
        let all = self.prose.iter().flat_map(|text| denominators(text));
        all.collect::<std::collections::BTreeSet<_>>().len() <= 1
    }

    fn short_chunks(&self) -> bool {
        let paragraphs = self.prose.iter().flat_map(|text| text.split("\n\n"));
        paragraphs.map(|chunk| words(chunk).count()).all(|length| length <= 75)
    }

    fn lists_fit(&self) -> bool {
        longest_row(self.panel) <= LONGEST_LIST && (2..=LONGEST_LIST).contains(&self.panel.action.steps.len())
    }

    /// A summary is more than a few words, is no copy, and speaks of the same things as the text.
    fn summary_sums_up(&self) -> bool {
        let summary = &self.panel.summary;
        let body = format!(
            "{} {}",
            self.panel.text.plain,
            self.panel.items.iter().map(|i| i.says.as_str()).collect::<String>()
        );
        let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4;
        let shared = words(summary).filter(long).filter(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            find_word(&body, bare).is_some()
        });
        words(summary).count() >= 6 && *summary != self.panel.main && shared.count() >= 2
    }

    fn charts_say(&self, text: fn(&Chart) -> &String) -> bool {
        !self.charts.is_empty() && self.charts.iter().all(|chart| words(text(chart)).count() >= 3)
    }

    fn arms_named(&self) -> bool {
        self.charts.iter().all(|chart| match &chart.drawing {
            Drawing::People { arms, .. } | Drawing::Bars { arms, .. } => {
                arms.iter().all(|arm| (1..=6).contains(&words(&arm.name).count()))
            }
            Drawing::Curve { lines, .. } => lines.iter().all(|line| !line.name.is_empty()),
            Drawing::Ruler { marks, .. } => marks.iter().all(|mark| !mark.name.is_empty()),
            Drawing::Gauges(gauges) => gauges.iter().all(|gauge| !gauge.asks.is_empty()),
        })
    }

    /// An action said to you: it begins with a verb, and no “patients should” stands in it.
    fn said_to_you(&self) -> bool {
        let says = self.panel.action.says.to_lowercase();
        let first = says.split_whitespace().next().unwrap_or_default();
        let not_verbs = ["the", "a", "an", "patients", "people", "it", "this", "one", "there", "some", "acupuncture"];
        !says.contains("patients should") && !says.contains("people should") && !not_verbs.contains(&first)
    }

    /// Whether it says what is not known, too.
    fn admits(&self) -> bool {
        const DOUBTS: [&str; 26] = [
            "may",
            "might",
            "could",
            "some",
            "not know",
            "nobody",
            "unsure",
            "less sure",
            "somewhat",
            "fairly sure",
            "not very sure",
            "disagree",
            "differ",
            "differs",
            "probably",
            "little proof",
            "no proof",
            "unknown",
            "mixed",
            "contradict",
            "own view",
            "own rule",
            "no list holds",
            "rests on",
            "not tested",
            "ourselves",
        ];
        let all = self.prose.join(" ");
        DOUBTS.iter().any(|doubt| find_word(&all, doubt).is_some())
    }

    fn names_harm(&self) -> bool {
        const HARMS: [&str; 9] =
            ["side effect", "side effects", "harm", "harms", "bruise", "sore", "soreness", "risk", "bleed"];
        let all = self.prose.join(" ");
        HARMS.iter().any(|harm| find_word(&all, harm).is_some())
    }

    fn says_in_words(&self) -> bool {
        const SIZES: [&str; 12] = [
            "most",
            "mostly",
            "some",
            "few",
            "fewer",
            "rare",
            "about half",
            "often",
            "common",
            "small",
            "many",
            "rarely",
        ];
        let all = self.prose.join(" ");
        SIZES.iter().any(|size| find_word(&all, size).is_some())
    }
}
