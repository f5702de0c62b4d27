//! A plan in words: its steps, what is drawn, and what an account says in short.

use glam::Vec3;

use crate::body::figure::Figure;
use crate::i18n::Tr;
use crate::model::Catalog;
use crate::plan::{Drawing, How, Ink, Mark, Plan, Sides, Stamp, Step};

/// The key of what is done at a point.
pub const fn how_key(how: How) -> &'static str {
    match how {
        How::Needle => "how-needle",
        How::Heat => "how-heat",
        How::Cup => "how-cup",
        How::Electro => "how-electro",
    }
}

/// The key of the sides of a step.
pub const fn sides_key(sides: Sides) -> &'static str {
    match sides {
        Sides::Both => "sides-both",
        Sides::Left => "side-left",
        Sides::Right => "side-right",
        Sides::Midline => "side-midline",
    }
}

/// The key of what a pen's colour stands for.
pub const fn ink_key(ink: Ink) -> &'static str {
    match ink {
        Ink::Ink => "ink-plain",
        Ink::Pain => "ink-pain",
        Ink::Tradition => "ink-tradition",
        Ink::Body => "ink-body",
    }
}

/// The key of what a stamp says.
pub const fn stamp_key(stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Pain => "stamp-pain",
        Stamp::Needle => "stamp-needle",
        Stamp::Heat => "stamp-heat",
        Stamp::Cup => "stamp-cup",
        Stamp::Arrow => "stamp-arrow",
    }
}

/// A step, as “BL23 Shènshū, both sides, needle”.
pub fn step(tr: &Tr, catalog: &Catalog, step: &Step) -> String {
    let pinyin = catalog.point(&step.point).map_or("", |point| point.pinyin.as_str());
    let name = match step.number {
        Some(number) => format!("{} {pinyin} {number}", step.point),
        None => format!("{} {pinyin}", step.point),
    };
    format!("{}, {}", name.trim(), where_and_how(tr, step))
}

/// Where a step is and what is done, as “both sides, needle”.
pub fn where_and_how(tr: &Tr, step: &Step) -> String {
    format!("{}, {}", tr.text(sides_key(step.sides)), tr.text(how_key(step.how)))
}

/// What of a plan lies on the body, as “The plan: 1 BL23, both sides, needle; 2 …”. Nothing of an empty plan.
pub fn on_body(tr: &Tr, catalog: &Catalog, plan: &Plan) -> Option<String> {
    let steps = (1u32..).zip(&plan.steps).map(|(n, each)| format!("{n} {}", step(tr, catalog, each)));
    let steps: Vec<String> = steps.collect();
    (!steps.is_empty()).then(|| tr.text_with("plan-on-body", &[("steps", steps.join("; ").into())]))
}

/// A drawing, as “It hurts here, near BL23, left side”. On another figure than the one shown its place is not known.
pub fn drawing(tr: &Tr, catalog: &Catalog, figure: Option<&Figure>, drawing: &Drawing) -> String {
    let what = match &drawing.mark {
        Mark::Stroke(ink, _) => tr.text_with("plan-stroke", &[("ink", tr.text(ink_key(*ink)).into())]),
        Mark::Stamp(stamp, _) => tr.text(stamp_key(*stamp)),
    };
    let places = drawing.places();
    let near = figure
        .filter(|figure| figure.id == drawing.on)
        .and_then(|figure| {
            let middle = places.get(places.len() / 2)?;
            figure.nearest(Vec3::from(middle.at), 1).first().map(|marker| super::marker(tr, catalog, &marker.key))
        })
        .map_or_else(
            || tr.text_with("plan-drawn-on", &[("figure", super::figure(tr, drawing.on).into())]),
            |point| tr.text_with("plan-drawn-near", &[("point", point.into())]),
        );
    format!("{what}, {near}")
}

/// A word as it stands alone, with a large letter first.
pub fn alone(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first sentences of a text, up to so many letters: at least one sentence.
pub fn first_sentences(text: &str, most: usize) -> &str {
    let text = text.split("\n\n").next().unwrap_or(text).trim();
    let ends = text.char_indices().filter(|&(i, c)| {
        let rest = &text[i + c.len_utf8()..];
        matches!(c, '.' | '!' | '?') && rest.chars().next().is_none_or(char::is_whitespace)
    });
    let mut end = None;
    for (i, c) in ends {
        let here = i + c.len_utf8();
        if end.is_some() && here > most {
            break;
        }
        end = Some(here);
    }
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::first_sentences;

    #[test]
    fn a_text_is_cut_between_sentences_only() {
        let text = "It is 1.5 cun aside. It is soft. More is said.\n\nAnd more.";
        assert_eq!(first_sentences(text, 5), "It is 1.5 cun aside.");
        assert_eq!(first_sentences(text, 34), "It is 1.5 cun aside. It is soft.");
        assert_eq!(first_sentences(text, 999), "It is 1.5 cun aside. It is soft. More is said.");
        assert_eq!(first_sentences("no end", 2), "no end");
    }
}
