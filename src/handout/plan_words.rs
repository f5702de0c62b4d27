//! A plan in plain words: which place, on which of your sides, what is done there.

use super::{Line, Numbered, Part};
use crate::body::figure::Figure;
use crate::i18n::Tr;
use crate::model::{Catalog, Sheet, Sides};
use crate::plan::{How, Plan, Step};

/// The plan as a part of the page. What is done at every step alike is said once.
pub(super) fn plan_part(catalog: &Catalog, tr: &Tr, plan: &Plan) -> Part {
    let alike = plan.steps.first().map(|step| step.how).filter(|how| plan.steps.iter().all(|step| step.how == *how));
    let each = alike.filter(|_| plan.steps.len() > 1).map(|how| tr.text(each_key(how)));
    let lines = plan.steps.iter().map(|step| line(catalog, tr, step, each.is_none())).collect();
    let lead = [&plan.note].into_iter().filter(|note| !note.is_empty()).chain(&each);
    let lead = lead.map(|says| says.trim().to_owned()).reduce(|note, each| format!("{note} {each}"));
    Part { title: tr.text("handout-plan"), lead, lines, tail: None }
}

/// Each step as a line: “BL23 Shènshū, your left side: a thin needle. …”.
pub fn plan_lines(catalog: &Catalog, tr: &Tr, plan: &Plan) -> Vec<Line> {
    plan.steps.iter().map(|step| line(catalog, tr, step, true)).collect()
}

/// A step as a line; what is done there too, unless it is said for all.
fn line(catalog: &Catalog, tr: &Tr, step: &Step, how: bool) -> Line {
    let point = catalog.point(&step.point);
    // The point that no pack knows any more keeps its code: a plan may be older than the packs.
    let name = point.map_or_else(|| step.point.to_string(), |p| format!("{} {}, {}", p.code, p.pinyin, p.region));
    let side = tr.text(side_key(step.sides));
    let how = how.then(|| tr.text(how_key(step.how)));
    let note = Some(step.note.trim()).filter(|note| !note.is_empty());
    let says: Vec<&str> = how.as_deref().into_iter().chain(note).collect();
    Line {
        lead: Some(tr.text_with("handout-step-name", &[("point", name.into()), ("side", side.into())])),
        says: says.join(" "),
        aside: None,
    }
}

/// Where the numbers of those steps of a plan stand on a figure that a sheet has room for.
pub fn numbered(figure: &Figure, plan: &Plan) -> Vec<Numbered> {
    let steps = (1..).zip(plan.steps.iter().take(Sheet::MOST_STEPS));
    let on = |(number, step): (usize, &Step)| {
        let step = step.clone();
        let markers = figure.markers.iter().filter(move |marker| step.holds(&marker.key));
        markers.map(move |marker| Numbered { number, at: marker.position, normal: marker.normal }).collect::<Vec<_>>()
    };
    steps.flat_map(on).collect()
}

/// The key of a side, as the patient would say it.
fn side_key(sides: Sides) -> &'static str {
    match sides {
        Sides::Left => "handout-side-left",
        Sides::Right => "handout-side-right",
        Sides::Both => "handout-side-both",
        Sides::Midline => "handout-side-middle",
    }
}

/// The key of what is done at a point.
fn how_key(how: How) -> &'static str {
    match how {
        How::Needle => "handout-how-needle",
        How::Heat => "handout-how-heat",
        How::Cup => "handout-how-cup",
        How::Electro => "handout-how-electro",
    }
}

/// The key of what is done at every point alike.
fn each_key(how: How) -> &'static str {
    match how {
        How::Needle => "handout-each-needle",
        How::Heat => "handout-each-heat",
        How::Cup => "handout-each-cup",
        How::Electro => "handout-each-electro",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_side_and_way_has_words() {
        let tr = Tr::english();
        for sides in [Sides::Left, Sides::Right, Sides::Both, Sides::Midline] {
            tr.text(side_key(sides));
        }
        for how in How::ALL {
            tr.text(how_key(how));
            tr.text(each_key(how));
        }
        assert_eq!(tr.missing(), [""; 0]);
    }
}
