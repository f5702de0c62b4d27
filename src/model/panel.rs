//! One panel: a single idea of benefits, evidence, safety or the visit, said at three levels.

use serde::{Deserialize, Serialize};

use super::{Certainty, ClaimId, Levels, Reading, Tone};

/// The part of the program that a panel stands in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Chapter {
    /// What it may do.
    Benefits,
    /// What studies found.
    Evidence,
    /// What can go wrong.
    Safety,
    /// What happens.
    Visit,
}

impl Chapter {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Benefits, Self::Evidence, Self::Safety, Self::Visit];

    /// The word used in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Benefits => "benefits",
            Self::Evidence => "evidence",
            Self::Safety => "safety",
            Self::Visit => "your visit",
        }
    }
}

/// What a panel's list is for.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum ListKind {
    /// Things side by side.
    #[default]
    Points,
    /// One after the other.
    Steps,
    /// Things to tick: “this is me”.
    Checks,
    /// Things to pick and take along: questions to ask.
    Picks,
}

/// One line of a panel's list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// A word or two before it, such as a body's name and year.
    #[serde(default)]
    pub title: Option<String>,
    /// What it says.
    pub says: String,
    /// How grave it is.
    #[serde(default)]
    pub tone: Tone,
}

/// A list that stands under the first one, on a field of its own.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SecondList {
    /// The heading over it.
    pub title: String,
    /// How grave it is.
    #[serde(default)]
    pub tone: Tone,
    /// Its lines.
    pub items: Vec<Item>,
}

/// How sure anyone is of what a panel says.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sure {
    /// The step, for a gauge or a badge.
    pub certainty: Certainty,
    /// The same in a sentence.
    pub says: String,
}

/// What a visitor can do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Todo {
    /// The action, said to *you*.
    pub says: String,
    /// Why it is worth it.
    pub why: String,
    /// How to do it, step by step.
    pub steps: Vec<String>,
    /// The panel or page that helps.
    #[serde(default)]
    pub opens: Option<String>,
}

/// One panel.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// What others refer to, such as `less-pain`.
    pub id: String,
    /// Where it stands.
    pub chapter: Chapter,
    /// How grave it is: warning signs come first and look it.
    #[serde(default)]
    pub tone: Tone,
    /// A word or two for a chip.
    pub chip: String,
    /// The headline.
    pub title: String,
    /// The one thing to take away, in at most 20 words.
    pub main: String,
    /// What it comes to, in two or three sentences.
    pub summary: String,
    /// The account at three levels.
    pub text: Levels,
    /// What its list is for.
    #[serde(default)]
    pub list: ListKind,
    /// The heading over its list.
    #[serde(default)]
    pub list_title: Option<String>,
    /// Its list.
    #[serde(default)]
    pub items: Vec<Item>,
    /// A second list, of another weight than the first: what is less pressing than a warning sign.
    #[serde(default)]
    pub second: Option<SecondList>,
    /// Its pictures of numbers, by the ids of charts.
    #[serde(default)]
    pub charts: Vec<String>,
    /// How sure anyone is.
    pub sure: Sure,
    /// Who was studied, or whom it concerns.
    #[serde(default)]
    pub for_whom: Option<String>,
    /// Compared with what.
    #[serde(default)]
    pub compared_with: Option<String>,
    /// What it does not do.
    #[serde(default)]
    pub not_do: Option<String>,
    /// What you can do.
    pub action: Todo,
    /// The claims that bear it. Never empty after checking.
    pub claims: Vec<ClaimId>,
}

/// One text of a panel and the field it stands in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PanelText<'a> {
    /// The field, as files name it.
    pub field: &'static str,
    /// The reading level at which it is shown: plain texts are shown at every level.
    pub reading: Reading,
    /// The text.
    pub says: &'a str,
}

impl Panel {
    /// Every sentence it shows, in the order in which it is read. Whoever checks, exports or translates asks here, so
    /// that a field added above is forgotten nowhere.
    pub fn texts(&self) -> Vec<PanelText<'_>> {
        let mut texts = Vec::new();
        let mut plain = |field, says| texts.push(PanelText { field, reading: Reading::Plain, says });
        for (field, says) in [("title", &self.title), ("main", &self.main), ("summary", &self.summary)] {
            plain(field, says.as_str());
        }
        self.list_title.iter().for_each(|says| plain("list_title", says.as_str()));
        for item in &self.items {
            item.title.iter().for_each(|says| plain("items.title", says.as_str()));
            plain("items", item.says.as_str());
        }
        if let Some(second) = &self.second {
            plain("second.title", second.title.as_str());
            for item in &second.items {
                item.title.iter().for_each(|says| plain("second.items.title", says.as_str()));
                plain("second.items", item.says.as_str());
            }
        }
        let asides = [("for_whom", &self.for_whom), ("compared_with", &self.compared_with), ("not_do", &self.not_do)];
        for (field, says) in asides {
            if let Some(says) = says {
                plain(field, says.as_str());
            }
        }
        plain("sure", self.sure.says.as_str());
        for (field, says) in [("action", &self.action.says), ("action.why", &self.action.why)] {
            plain(field, says.as_str());
        }
        self.action.steps.iter().for_each(|says| plain("action.steps", says.as_str()));
        let fields = [(Reading::Plain, "plain"), (Reading::More, "more"), (Reading::Science, "science")];
        let levels = self.text.each().filter_map(|(reading, says)| {
            let (_, field) = fields.into_iter().find(|(level, _)| *level == reading)?;
            Some(PanelText { field, reading, says })
        });
        texts.extend(levels);
        texts
    }

    /// Its lists: its own, and the second where there is one.
    pub fn lists(&self) -> impl Iterator<Item = &[Item]> {
        let second = self.second.iter().map(|second| second.items.as_slice());
        std::iter::once(self.items.as_slice()).chain(second)
    }

    /// What is read aloud of it at a level, as running text: headings and list fragments left out.
    pub fn prose(&self, reading: Reading) -> Vec<&str> {
        let fragment = |field: &str| {
            matches!(field, "title" | "list_title" | "items.title" | "second.title" | "second.items.title")
        };
        let at_level = |text: &PanelText<'_>| match text.field {
            "plain" | "more" | "science" => text.says == self.text.at(reading),
            field => !fragment(field),
        };
        self.texts().into_iter().filter(at_level).map(|text| text.says).collect()
    }
}
