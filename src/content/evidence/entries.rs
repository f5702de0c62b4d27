//! What each entry must be on its own.

use super::words::no_banned_words;
use crate::content::check::{filled, id, sourced};
use crate::content::entry::{Entry, Flaw};
use crate::model::{
    Arm, CareOption, Cell, Chart, Claim, ClaimId, Denominator, Drawing, GridQuestion, Item, Levels, Myth, Number,
    Panel, Study, TeachBack, Term,
};

impl Entry for Claim {
    const FILE: &'static str = "claims.ron";
    const NOUN: &'static str = "claim";

    fn id(&self) -> &str {
        &self.id.0
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id.0, "id", found);
        levels(&self.text, found);
        filled([("comparison", &self.comparison)], found);
        sourced("sources", self.sources.len(), found);
        self.numbers.iter().for_each(|number| number_flaws(number, found));
        if self.review_by < self.checked_on {
            let hint = "write the day by which it should be checked again";
            found.push(Flaw::error("review_by", "`review_by` lies before `checked_on`", hint));
        }
        no_banned_words(self.text.each().map(|(_, text)| ("text", text)), found);
    }
}

fn number_flaws(number: &Number, found: &mut Vec<Flaw>) {
    let texts = [
        ("value", &number.value),
        ("shown", &number.shown),
        ("unit", &number.unit),
        ("arm", &number.arm),
        ("time", &number.time),
    ];
    filled(texts, found);
    filled(number.ci.iter().map(|ci| ("ci", ci)), found);
    let about = number.value.as_str();
    match number.denominator {
        None => {
            let hint = "add denominator: Of(100), or NotApplicable for a price, a span of time and the like";
            found.push(Flaw::error(about, format!("the number `{about}` has no denominator"), hint));
        }
        Some(Denominator::Of(0)) => {
            found.push(Flaw::error(about, format!("the number `{about}` is out of none"), "write out of how many"));
        }
        Some(Denominator::NotApplicable) if number.unit.contains("people") || number.value.contains('%') => {
            let hint = "write out of how many people, such as Of(100)";
            found.push(Flaw::error(about, format!("the number `{about}` counts people out of nothing"), hint));
        }
        Some(_) => {}
    }
}

impl Entry for Study {
    const FILE: &'static str = "studies.ron";
    const NOUN: &'static str = "study";

    fn id(&self) -> &str {
        &self.source.0
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        let texts = [
            ("name", &self.name),
            ("made", &self.made),
            ("size", &self.size),
            ("result", &self.result),
            ("plain", &self.plain),
            ("limits", &self.limits),
        ];
        filled(texts, found);
        filled(self.chosen.iter().map(|chosen| ("chosen", chosen)), found);
        no_banned_words(texts.map(|(field, text)| (field, text.as_str())), found);
        if self.points.is_empty() != self.chosen.is_none() {
            let hint = "write both `points` and how they were `chosen`, or neither";
            found.push(Flaw::error("points", "points and how they were chosen go together", hint));
        }
        if self.questions.is_empty() {
            let hint = "name at least one, such as Pain";
            found.push(Flaw::error("questions", "this study answers no question", hint));
        }
        for effect in &self.effects {
            filled([("time", &effect.time)], found);
            let sound = |(low, high): (f32, f32)| low <= effect.value && effect.value <= high;
            if !effect.value.is_finite() || !effect.ci.is_none_or(sound) {
                let what = format!("the effect {} lies outside its own interval", effect.value);
                found.push(Flaw::error("effects", what, "write the lower end first, then the upper one"));
            }
        }
    }
}

impl Entry for Chart {
    const FILE: &'static str = "charts.ron";
    const NOUN: &'static str = "chart";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        let texts = [
            ("title", &self.title),
            ("caption", &self.caption),
            ("read", &self.read),
            ("means", &self.means),
            ("says", &self.says),
            ("time", &self.time),
        ];
        filled(texts, found);
        no_banned_words(texts.map(|(field, text)| (field, text.as_str())), found);
        sourced("sources", self.sources.len(), found);
        borne(&self.claims, found);
        drawing_flaws(&self.drawing, found);
    }
}

fn drawing_flaws(drawing: &Drawing, found: &mut Vec<Flaw>) {
    let parts = match drawing {
        Drawing::People { of, arms, .. } => {
            arms_flaws(arms, *of as f32, found);
            arms.len()
        }
        Drawing::Bars { of, arms, .. } => {
            arms_flaws(arms, *of, found);
            arms.len()
        }
        Drawing::Curve { lines, of, .. } => {
            let inside = |&(time, value): &(f32, f32)| time >= 0.0 && (0.0..=*of).contains(&value);
            if !lines.iter().all(|line| line.dots.iter().all(inside) && line.dots.is_sorted_by(|a, b| a.0 < b.0)) {
                let hint = "write (time, value) in order of time, each value from 0 to `of`";
                found.push(Flaw::error("lines", "a line leaves its chart, or runs back in time", hint));
            }
            lines.len()
        }
        Drawing::Ruler { of, marks, .. } => {
            if !marks.iter().all(|mark| mark.value.abs() <= *of) {
                found.push(Flaw::error("marks", "a mark lies off its ruler", "make `of` larger"));
            }
            marks.len()
        }
        Drawing::Gauges(gauges) => {
            for gauge in gauges {
                sourced("Gauges", gauge.sources.len(), found);
            }
            gauges.len()
        }
    };
    if parts == 0 {
        found.push(Flaw::error("drawing", "there is nothing to draw", "name at least one group"));
    }
}

fn arms_flaws(arms: &[Arm], of: f32, found: &mut Vec<Flaw>) {
    for arm in arms {
        filled([("name", &arm.name)], found);
        let inside = |value: f32| (0.0..=of).contains(&value);
        if !arm.value.into_iter().chain(arm.up_to).all(inside) {
            let what = format!("`{}` has a value that is not between 0 and {of}", arm.name);
            found.push(Flaw::error(&arm.name, what, "check the value and `of`"));
        }
        if arm.value.is_some() && arm.exact.trim().is_empty() {
            let hint = "add exact: \"47.6%\", as it was published";
            found.push(Flaw::error(&arm.name, format!("`{}` has no exact value", arm.name), hint));
        }
    }
}

impl Entry for Panel {
    const FILE: &'static str = "panels.ron";
    const NOUN: &'static str = "panel";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        levels(&self.text, found);
        filled([("chip", &self.chip), ("title", &self.title), ("says", &self.sure.says)], found);
        for item in self.lists().flatten() {
            item_flaws(item, found);
        }
        filled(self.second.iter().map(|second| ("second.title", &second.title)), found);
        borne(&self.claims, found);
        no_banned_words(self.texts().into_iter().map(|text| (text.field, text.says)), found);
    }
}

fn item_flaws(item: &Item, found: &mut Vec<Flaw>) {
    filled(item.title.iter().map(|title| ("title", title)).chain([("says", &item.says)]), found);
}

impl Entry for Term {
    const FILE: &'static str = "glossary.ron";
    const NOUN: &'static str = "word";

    fn id(&self) -> &str {
        &self.term
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        filled([("term", &self.term), ("says", &self.says)], found);
        filled(self.forms.iter().map(|form| ("forms", form)), found);
        no_banned_words([("says", self.says.as_str())], found);
    }
}

impl Entry for Myth {
    const FILE: &'static str = "myths.ron";
    const NOUN: &'static str = "myth";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("says", &self.says), ("verdict", &self.verdict)], found);
        levels(&self.answer, found);
        borne(&self.claims, found);
    }
}

impl Entry for TeachBack {
    const FILE: &'static str = "questions.ron";
    const NOUN: &'static str = "question";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("asks", &self.asks)], found);
        filled(self.choices.iter().flat_map(|choice| [("says", &choice.says), ("why", &choice.why)]), found);
        borne(&self.claims, found);
        let right = self.choices.iter().filter(|choice| choice.right).count();
        if !(2..=4).contains(&self.choices.len()) || right == 0 || right == self.choices.len() {
            let hint = "give two to four answers, some right and some not";
            found.push(Flaw::error("choices", "this question cannot be answered", hint));
        }
    }
}

impl Entry for CareOption {
    const FILE: &'static str = "options.ron";
    const NOUN: &'static str = "option";

    fn id(&self) -> &str {
        &self.id
    }

    fn flaws(&self, found: &mut Vec<Flaw>) {
        id(&self.id, "id", found);
        filled([("name", &self.name)], found);
        for question in GridQuestion::ALL {
            if let Cell::Says { text, claims, .. } = self.cell(question) {
                filled([("text", text)], found);
                borne(claims, found);
                no_banned_words([("text", text.as_str())], found);
            }
        }
    }
}

fn levels(levels: &Levels, found: &mut Vec<Flaw>) {
    let more = levels.more.iter().map(|text| ("more", text));
    let science = levels.science.iter().map(|text| ("science", text));
    filled(std::iter::once(("plain", &levels.plain)).chain(more).chain(science), found);
}

fn borne(claims: &[ClaimId], found: &mut Vec<Flaw>) {
    if claims.is_empty() {
        let hint = "name at least one id from claims.ron";
        found.push(Flaw::error("claims", "no claim bears this", hint));
    }
}
