//! How sure one can be of a statement: what kind of knowledge bears it.

use serde::{Deserialize, Serialize};

/// What kind of knowledge bears a statement. It is a kind, not a rank: what holds in mice may hold in people, or not.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Grade {
    /// Told by tradition. What tradition says is never graded otherwise.
    Tradition,
    /// How the body is built, as every book of anatomy has it. It says nothing of what a needle does.
    Anatomy,
    /// Seen in people, in at least one study.
    People,
    /// Seen in animals only, or mainly.
    Animals,
    /// Thought of, or inferred from something else.
    Idea,
    /// Studies or books contradict each other.
    Disputed,
}

impl Grade {
    /// All of them, from what is told to what is argued over.
    pub const ALL: [Self; 6] =
        [Self::Tradition, Self::Anatomy, Self::People, Self::Animals, Self::Idea, Self::Disputed];
}
