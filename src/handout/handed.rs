//! Pages that were handed to a printer and may still wait in its queue, by the visit that asked for them.
//!
//! A visitor who leaves may be on their way to the printer, so their pages have a while to come out. What waits in the
//! queue for longer, behind an empty tray say, would come out for whoever stands there next, and is taken back. Like
//! [`super::printing`] it is fed with time and starts nothing.

/// So many seconds a page may still come out after its visitor has left.
const STAYS: f32 = 60.0;

/// The name of a page in a printer's queue.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Job(String);

impl Job {
    /// What `lp` said of the page it took, such as “request id is Front_Desk-12 (1 file(s))”, in whatever language. None
    /// where it said no name that can be handed to a command.
    pub fn told_in(said: &str) -> Option<Self> {
        let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let is_name = |word: &&str| {
            let number = word.rsplit_once('-').filter(|(printer, _)| !printer.is_empty()).map(|(_, number)| number);
            let numbered = number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
            numbered && word.len() <= 160 && !word.starts_with('-') && word.chars().all(sound)
        };
        said.split_whitespace().find(is_name).map(|word| Self(word.to_owned()))
    }

    /// The name as commands take it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The printer in whose queue it is.
    pub fn printer(&self) -> &str {
        self.0.rsplit_once('-').map_or(&self.0, |(printer, _)| printer)
    }
}

/// What was handed to the printer and may have to be taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handed {
    /// By whoever stands there.
    here: Vec<Job>,
    /// By visitors who have left, and for how many seconds each page may still come out.
    left: Vec<(Job, f32)>,
}

impl Handed {
    /// Whoever stands there handed in a page.
    pub fn add(&mut self, job: Job) {
        self.here.push(job);
    }

    /// A page was taken after its visitor had left.
    pub fn add_left(&mut self, job: Job) {
        self.left.push((job, STAYS));
    }

    /// Whoever stood there has left.
    pub fn leave(&mut self) {
        self.left.extend(self.here.drain(..).map(|job| (job, STAYS)));
    }

    /// Lets time pass, and gives the pages that had their time.
    pub fn step(&mut self, dt: f32) -> Vec<Job> {
        let dt = if dt.is_finite() { dt.max(0.0) } else { 0.0 };
        for (_, stays) in &mut self.left {
            *stays -= dt;
        }
        self.left.extract_if(.., |(_, stays)| *stays <= 0.0).map(|(job, _)| job).collect()
    }

    /// Seconds until the next page has had its time; none where none waits for that.
    pub fn until(&self) -> Option<f32> {
        self.left.iter().map(|(_, stays)| *stays).min_by(f32::total_cmp)
    }

    /// The pages of all who have left: the printer is wanted by somebody else.
    pub fn take_left(&mut self) -> Vec<Job> {
        self.left.drain(..).map(|(job, _)| job).collect()
    }

    /// All pages: nobody will look after them any more.
    pub fn take_all(&mut self) -> Vec<Job> {
        self.leave();
        self.take_left()
    }
}

#[cfg(test)]
mod tests {
    use super::{Handed, Job};

    fn job(name: &str) -> Job {
        Job::told_in(name).unwrap()
    }

    #[test]
    fn the_name_is_found_in_any_language_and_nothing_else_is_taken_for_one() {
        for said in ["request id is Front_Desk-12 (1 file(s))\n", "Anfrage-ID ist Front_Desk-12 (1 Datei(en))"] {
            assert_eq!(Job::told_in(said), Some(job("Front_Desk-12")), "{said}");
        }
        assert_eq!(job("HP-LaserJet.2-7").printer(), "HP-LaserJet.2");
        for said in ["", "no id", "-12", "Front_Desk-", "Front_Desk-1a", "--all-3", "a;b-1", "$(id)-1", "../x-1"] {
            assert_eq!(Job::told_in(said), None, "{said}");
        }
    }

    #[test]
    fn a_page_has_a_minute_to_come_out_after_its_visitor_has_left() {
        let mut handed = Handed::default();
        handed.add(job("desk-1"));
        assert_eq!(handed.step(600.0), [], "whoever stands there may wait for their page");
        handed.leave();
        handed.add(job("desk-2"));
        assert_eq!(handed.step(59.0), []);
        handed.step(f32::NAN);
        handed.step(-30.0);
        assert_eq!(handed.until(), Some(1.0), "a clock that jumps shortens and lengthens nothing");
        assert_eq!(handed.step(1.0), [job("desk-1")]);
        assert_eq!((handed.step(600.0), handed.until()), (vec![], None), "once is enough, and the other page stays");
    }

    #[test]
    fn what_those_before_left_is_taken_back_at_once_where_another_wants_the_printer() {
        let mut handed = Handed::default();
        handed.add(job("desk-1"));
        handed.leave();
        handed.add_left(job("desk-2"));
        handed.add(job("desk-3"));
        assert_eq!(handed.take_left(), [job("desk-1"), job("desk-2")]);
        assert_eq!(handed.take_all(), [job("desk-3")]);
        assert_eq!(handed, Handed::default());
    }
}
