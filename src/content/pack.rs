//! Reads one pack into entries that stand on their own feet. What they say of each other is asked later.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Deserialize;

use super::check::{Part, is_date};
use super::entry::{Entry, FileText, Located, misread_problem, read_entries, read_ron};
use super::evidence::{self, EvidenceDraft};
use super::problem::Problem;
use super::source::{Listed, MAX_FILES, MAX_PACK_BYTES, PackSource};
use super::suggest::nearest;
use super::{clinic, figure, picture, text};
use crate::model::{
    Caution, Channel, Clinic, FigureId, Idea, Mechanism, Page, Point, Rule, Source, Story, TeachingSet,
};

/// The one format of packs there is so far.
const FORMAT: u32 = 1;
const HEAD: &str = "pack.ron";
const LISTS: &[&str] = &[
    "cautions.ron",
    "channels.ron",
    "charts.ron",
    "claims.ron",
    "glossary.ron",
    "mechanisms.ron",
    "myths.ron",
    "options.ron",
    "pages.ron",
    "panels.ron",
    "parts.ron",
    "points.ron",
    "questions.ron",
    "rules.ron",
    "sources.ron",
    "stories.ron",
    "studies.ron",
    "teaching.ron",
    "tradition.ron",
];

/// What `pack.ron` says of a pack as a whole.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The format of the pack's files.
    pub format: u32,
    /// The pack's short name, such as `core`.
    pub id: String,
    /// The pack's name in words.
    pub title: String,
    /// The day the content was last reviewed, as 2026-11-22.
    pub reviewed_on: String,
    /// The pack's own version, in whatever way its authors count.
    #[serde(default)]
    pub version: Option<String>,
    /// The language of its texts, as `en`.
    #[serde(default)]
    pub language: Option<String>,
    /// Under which terms it may be passed on.
    #[serde(default)]
    pub licence: Option<String>,
}

/// One pack, read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) head: Option<Head>,
    pub(super) points: Vec<Located<Point>>,
    pub(super) rules: Vec<Located<Rule>>,
    pub(super) channels: Vec<Located<Channel>>,
    pub(super) cautions: Vec<Located<Caution>>,
    pub(super) sources: Vec<Located<Source>>,
    pub(super) pages: Vec<Located<Page>>,
    pub(super) mechanisms: Vec<Located<Mechanism>>,
    pub(super) ideas: Vec<Located<Idea>>,
    pub(super) stories: Vec<Located<Story>>,
    pub(super) teaching: Vec<Located<TeachingSet>>,
    pub(super) parts: Vec<Located<Part>>,
    pub(super) evidence: EvidenceDraft,
    pub(super) clinic: Option<Clinic>,
    /// The names of landmarks, by the figures that the pack brings.
    pub(super) landmarks: BTreeMap<FigureId, BTreeSet<String>>,
    pub(super) problems: Vec<Problem>,
}

/// Reads a pack. A pack whose head is unsound is left out as a whole: nobody knows what its files mean.
pub(super) fn read_pack(source: &dyn PackSource, pack: usize) -> Draft {
    let mut draft = Draft::default();
    let listed = list(source, &mut draft.problems);
    draft.head = listed.as_ref().and_then(|_| read_head(source, &mut draft.problems));
    if let (Some(listed), Some(_)) = (listed, &draft.head) {
        let problems = &mut draft.problems;
        draft.sources = read_list(source, pack, problems);
        draft.cautions = read_list(source, pack, problems);
        draft.channels = read_list(source, pack, problems);
        draft.points = read_list(source, pack, problems);
        draft.rules = read_list(source, pack, problems);
        draft.pages = read_list(source, pack, problems);
        draft.mechanisms = read_list(source, pack, problems);
        draft.ideas = read_list(source, pack, problems);
        draft.stories = read_list(source, pack, problems);
        draft.teaching = read_list(source, pack, problems);
        draft.parts = read_list(source, pack, problems);
        draft.evidence = evidence::read(source, pack, problems);
        let file = read_text(source, clinic::FILE, problems);
        draft.clinic = file.and_then(|file| clinic::read(source, &file, problems));
        other_files(source, &listed, &mut draft);
    }
    draft
}

/// The files of a pack, unless there are too many or too much of them.
fn list(source: &dyn PackSource, problems: &mut Vec<Problem>) -> Option<Vec<Listed>> {
    let listed = source.list().map_err(|e| problems.push(Problem::error(".", e.to_string()))).ok()?;
    let bytes = listed.iter().fold(0_u64, |sum, file| sum.saturating_add(file.size));
    if listed.len() > MAX_FILES {
        let problem = Problem::error(".", format!("the pack holds more than {MAX_FILES} files"));
        problems.push(problem.hint("is this the right folder?"));
        return None;
    }
    if bytes > MAX_PACK_BYTES {
        problems.push(Problem::error(".", "the pack holds more than 64 MiB").hint("is this the right folder?"));
        return None;
    }
    Some(listed)
}

fn read_head(source: &dyn PackSource, problems: &mut Vec<Problem>) -> Option<Head> {
    let example = "(format: 1, id: \"my-pack\", title: \"My pack\", reviewed_on: \"2026-11-22\")";
    let Some(file) = read_text(source, HEAD, problems) else {
        if problems.is_empty() {
            problems.push(Problem::error(HEAD, "this file is missing").hint(format!("begin it with {example}")));
        }
        return None;
    };
    let head: Head = match read_ron(&file.text) {
        Ok(head) => head,
        Err(misread) => {
            problems.push(misread_problem(&file, 0, misread));
            return None;
        }
    };
    if head.format != FORMAT {
        let what = format!("format {} is not known to this Deqi, which reads format {FORMAT}", head.format);
        let at = file.text.find("format").unwrap_or(0);
        problems.push(Problem::error(HEAD, what).hint("write format: 1, or update Deqi").at(file.place(at)));
        return None;
    }
    let more = [&head.version, &head.language, &head.licence].into_iter().flatten();
    if let Some((what, hint)) = [&head.id, &head.title].into_iter().chain(more).find_map(|t| text::flaw(t)) {
        problems.push(Problem::error(HEAD, what).hint(hint));
        return None;
    }
    if !is_date(&head.reviewed_on) {
        let at = file.text.find("reviewed_on").unwrap_or(0);
        let problem = Problem::error(HEAD, "`reviewed_on` is not a day").hint("write it as 2026-11-22");
        problems.push(problem.at(file.place(at)));
    }
    Some(head)
}

pub(super) fn read_list<T: Entry>(
    source: &dyn PackSource,
    pack: usize,
    problems: &mut Vec<Problem>,
) -> Vec<Located<T>> {
    let file = read_text(source, T::FILE, problems);
    file.map_or_else(Vec::new, |file| read_entries(&file, pack, problems))
}

/// A file's text; none if there is no such file, or if it cannot be read, which is then a problem.
fn read_text(source: &dyn PackSource, path: &str, problems: &mut Vec<Problem>) -> Option<Rc<FileText>> {
    use super::source::ReadError;
    let bytes = match source.read(path) {
        Ok(bytes) => bytes,
        Err(ReadError::Missing) => return None,
        Err(error) => {
            problems.push(Problem::error(path, error.to_string()).hint("the rest of the pack is read without it"));
            return None;
        }
    };
    match text::decode(&bytes) {
        Ok(text) => Some(Rc::new(FileText::new(path, text))),
        Err((at, (what, hint))) => {
            let before = String::from_utf8_lossy(&bytes[..at]).into_owned();
            let place = FileText::new(path, before).place(at);
            problems.push(Problem::error(path, what).hint(hint).at(place));
            None
        }
    }
}

/// Figures, pictures, and files that nobody will read.
fn other_files(source: &dyn PackSource, listed: &[Listed], draft: &mut Draft) {
    for Listed { path, .. } in listed {
        if let Some(figure) = FigureId::ALL.into_iter().find(|&id| *path == figure::landmarks_path(id)) {
            match figure::landmarks(source, figure) {
                Ok(landmarks) => {
                    let names = landmarks.iter().map(|(name, ..)| name.to_owned()).collect();
                    draft.landmarks.insert(figure, names);
                }
                Err(problem) => draft.problems.push(problem),
            }
        } else if path.starts_with("pictures/") {
            draft.problems.extend(picture::measure(source, path).err());
        } else if path.rsplit('.').next() == Some("ron")
            && path != HEAD
            && path != clinic::FILE
            && !LISTS.contains(&path.as_str())
        {
            let problem = Problem::warning(path, "Deqi does not read this file");
            let hint = nearest(path, LISTS.iter().copied().chain([HEAD, clinic::FILE]))
                .map_or_else(|| format!("it reads {}", LISTS.join(", ")), |name| format!("did you mean `{name}`?"));
            draft.problems.push(problem.hint(hint));
        }
    }
}
