//! A page in a few lines of plain text, short enough for the square that a phone reads.
//!
//! Warning signs and harms stand in it whole. What is left of the room goes to the plan and to one's own questions.

use super::{Handout, Line, Part};
use crate::i18n::Tr;
use crate::model::Catalog;

/// So many bytes fit into the largest square.
pub const LONGEST: usize = 1_003;
/// The panel with the shorter list of warning signs.
const WARNINGS: &str = "red-flags";
/// The panels whose one sentence says how often harm happens.
const HARMS: [&str; 2] = ["how-often-harm", "rare-harm"];
/// Room for the line that counts what is left.
const SPARE: usize = 24;

/// The short version of a page.
pub fn short(tr: &Tr, catalog: &Catalog, handout: &Handout) -> String {
    let mut must = vec![tr.text("handout-short-warning")];
    let panel = |id: &str| catalog.evidence().panel(id);
    let signs = panel(WARNINGS).into_iter().flat_map(|panel| &panel.items);
    must.extend(signs.map(|item| format!("- {}", item.says)));
    must.extend(HARMS.into_iter().filter_map(panel).map(|panel| panel.main.clone()));
    must.push(tr.text("handout-short-foot"));
    let must = must.join("\n");

    let clinic = handout.clinic.as_ref().map(|clinic| clinic.name.clone());
    let mut lines: Vec<String> = clinic.into_iter().chain([handout.title.clone()]).collect();
    let used = lines.iter().map(|line| line.len() + 1).sum::<usize>() + must.len();
    let mut room = LONGEST.saturating_sub(used);
    for part in handout.plan.iter().chain([&handout.questions]).filter(|part| !part.lines.is_empty()) {
        lines.extend(fitting(tr, part, &mut room));
    }
    lines.push(must);
    lines.join("\n")
}

/// The heading and as many lines of a part as fit, and how many are left. Nothing where not even one fits.
fn fitting(tr: &Tr, part: &Part, room: &mut usize) -> Vec<String> {
    let mut taken = vec![part.title.clone()];
    let mut used = part.title.len() + 1;
    for (i, line) in part.lines.iter().enumerate() {
        let line = numbered(i + 1, line);
        let last = i + 1 == part.lines.len();
        if used + line.len() + 1 + if last { 0 } else { SPARE } > *room {
            if i == 0 {
                return Vec::new();
            }
            taken.push(tr.text_with("handout-more", &[("count", (part.lines.len() - i).into())]));
            break;
        }
        used += line.len() + 1;
        taken.push(line);
    }
    *room = room.saturating_sub(taken.iter().map(|line| line.len() + 1).sum());
    taken
}

/// A line by its number; of a step, only its place.
fn numbered(number: usize, line: &Line) -> String {
    format!("{number}. {}", line.lead.as_ref().unwrap_or(&line.says))
}
