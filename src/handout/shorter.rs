//! How a page becomes short enough: what it leaves out first and what last. Warning signs and harms stay.

use super::{Handout, Line, Part};

/// How much room a page may take.
#[allow(clippy::struct_excessive_bools, reason = "each says of one thing whether it has room")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Room {
    /// Whether sources stand there as they are gathered, and not in their shortest form.
    pub sources: bool,
    /// Whether there is room for a pen where no question was ticked, and for more than three of them.
    pub questions: bool,
    /// Whether what happens at a visit and after it takes more than a sentence each.
    pub visit: bool,
    /// So many letters of each note of the plan stand there at the most.
    pub letters: usize,
    /// Whether benefits and harms stand there in the words that were wished for, and not in plain ones.
    pub level: bool,
    /// So many steps of the plan stand there at the most.
    pub steps: usize,
    /// Whether there is a figure.
    pub figure: bool,
}

/// Whoever ticked more questions reads so many of them where room is short.
const MOST_QUESTIONS: usize = 3;

impl Room {
    /// Room for everything.
    const ALL: Self = Self {
        sources: true,
        questions: true,
        visit: true,
        letters: usize::MAX,
        level: true,
        steps: usize::MAX,
        figure: true,
    };
    /// What is tried one after another until the page is short enough. A long note takes room, and a short one says more
    /// than a step that is missing; a step of the plan is worth more to whoever takes the page home than what finds a
    /// source, or than a room to write, which every sheet has on its edges.
    pub const LESS: [Self; 10] = {
        let names = Self { sources: false, ..Self::ALL };
        let asked = Self { questions: false, ..names };
        let noted = Self { letters: 240, ..asked };
        let plain = Self { visit: false, level: false, ..noted };
        let brief = Self { letters: 120, ..plain };
        let (six, four) = (Self { steps: 6, ..brief }, Self { steps: 4, letters: 80, ..brief });
        let two = Self { steps: 2, ..four };
        [Self::ALL, names, asked, noted, plain, brief, six, four, two, Self { figure: false, letters: 30, ..two }]
    };
}

/// What of all that was wished for is not on a page.
#[allow(clippy::struct_excessive_bools, reason = "each says of one thing whether it is missing")]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Cut {
    /// So many steps of the plan stand on it, where some do not.
    pub first: Option<usize>,
    /// Whether long notes of the plan are cut.
    pub notes: bool,
    /// Whether sources stand in their shortest form.
    pub sources: bool,
    /// Whether there is no room to write.
    pub pen: bool,
    /// So many questions stand on it, where some do not.
    pub questions: Option<usize>,
    /// Whether benefits and harms stand in plain words, where harder ones were wished for.
    pub level: bool,
    /// Whether a visit is told in a sentence.
    pub visit: bool,
    /// Whether the figure is missing.
    pub figure: bool,
}

impl Handout {
    /// The page with no more than this room. Lines tell what of the plan and the questions is left out.
    #[must_use]
    pub fn within(&self, room: Room) -> Self {
        let mut page = self.clone();
        if !room.sources {
            page.sources.clone_from(&self.spare.sources);
        }
        if !room.questions {
            page.pen = false;
            page.questions = self.first(&self.questions, MOST_QUESTIONS);
        }
        if let Some((benefits, harms)) = &self.spare.plain
            && !room.level
        {
            page.benefits.clone_from(benefits);
            page.harms.clone_from(harms);
        }
        if let Some((expect, aftercare)) = &self.spare.visit
            && !room.visit
        {
            page.expect.clone_from(expect);
            page.aftercare.clone_from(aftercare);
        }
        if self.sheet.large && !room.figure {
            page.pictures.clear();
        }
        page.plan = self.plan.as_ref().map(|plan| self.first(&self.noted(plan, room.letters), room.steps));
        page
    }

    /// A plan with its notes cut after so many letters, where they are longer; a line tells so.
    fn noted(&self, plan: &Part, most: usize) -> Part {
        let mut plan = plan.clone();
        let mut any = false;
        for text in plan.lead.iter_mut().chain(plan.lines.iter_mut().map(|line| &mut line.says)) {
            if let Some((end, _)) = text.char_indices().nth(most) {
                let kept = text[..end].rsplit_once(char::is_whitespace).map_or(&text[..end], |(kept, _)| kept);
                *text = format!("{} …", kept.trim_end());
                any = true;
            }
        }
        if any {
            plan.tail = Some(self.spare.cut.clone());
        }
        plan
    }

    /// A part with at most so many of its lines; a line tells how many more there are.
    fn first(&self, part: &Part, most: usize) -> Part {
        let mut part = part.clone();
        if let Some(left) = part.lines.len().checked_sub(most).filter(|left| *left > 0) {
            part.lines.truncate(most);
            let more = self.spare.more.get(left - 1).cloned();
            part.tail = more.into_iter().chain(part.tail.take()).reduce(|more, cut| format!("{more} {cut}"));
        }
        part
    }

    /// The note of its plan, and its steps.
    fn told_of_plan(&self) -> (Option<&str>, &[Line]) {
        self.plan.as_ref().map_or((None, &[]), |plan| (plan.lead.as_deref(), &plan.lines))
    }

    /// What a shorter version of the page leaves out.
    pub fn missing_from(&self, shorter: &Self) -> Cut {
        let fewer = |whole: usize, left: usize| (left < whole).then_some(left);
        let ((lead, whole), (shorter_lead, left)) = (self.told_of_plan(), shorter.told_of_plan());
        Cut {
            first: fewer(whole.len(), left.len()),
            notes: lead != shorter_lead || whole.iter().zip(left).any(|(whole, line)| whole != line),
            sources: self.sources != shorter.sources,
            pen: self.questions.lines.is_empty() && self.pen && !shorter.pen,
            questions: fewer(self.questions.lines.len(), shorter.questions.lines.len()),
            visit: self.expect != shorter.expect || self.aftercare != shorter.aftercare,
            figure: self.pictures.len() > shorter.pictures.len(),
            level: self.benefits != shorter.benefits || self.harms != shorter.harms,
        }
    }
}
