//! A language that nobody speaks: English with accents and brackets, about two fifths longer.
//!
//! A test that runs the program in it sees at once which word on screen came neither through Fluent nor from a pack,
//! and where a longer language would not fit. Its letters are all in our fonts: Latin-1 and Latin Extended-A.

mod evidence;

use std::borrow::Cow;

use crate::model::{Catalog, CatalogParts, Point, Statement};

/// A text in pseudo.
pub fn text(text: &str) -> String {
    wrap(&accents(text))
}

/// Whether a text is in pseudo from end to end.
pub fn is_pseudo(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']')
}

/// A catalog in pseudo. Ids, codes, pinyin and Chinese characters are the same in every language and stay.
pub fn catalog(catalog: &Catalog) -> Catalog {
    let mut parts = catalog.clone().into_parts();
    each_text(&mut parts, &mut |words| *words = text(words));
    Catalog::new(parts)
}

pub(super) fn accents(text: &str) -> Cow<'_, str> {
    text.chars().map(accented).collect::<String>().into()
}

pub(super) fn wrap(text: &str) -> String {
    let longer = text.chars().count() * 2 / 5;
    format!("[{text}{}]", "~".repeat(longer.saturating_sub(2)))
}

fn accented(c: char) -> char {
    const PLAIN: &str = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ";
    const ACCENTED: &str = "áćđéğĥíĵķĺñóŕšťúŵýžÁĆĐÉĞĤÍĴĶĹÑÓŔŠŤÚŴÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| accented)
}

/// Every text of a catalog that is translated.
fn each_text(parts: &mut CatalogParts, change: &mut impl FnMut(&mut String)) {
    parts.points.iter_mut().for_each(|point| point_texts(point, change));
    for rule in &mut parts.rules {
        change(&mut rule.says);
    }
    for channel in &mut parts.channels {
        [Some(&mut channel.name), channel.organ_name.as_mut()].into_iter().flatten().for_each(&mut *change);
        channel.course.iter_mut().flat_map(|course| [&mut course.from, &mut course.to]).for_each(&mut *change);
    }
    for caution in &mut parts.cautions {
        change(&mut caution.name);
        statement_texts(&mut caution.says, change);
    }
    for source in &mut parts.sources {
        [Some(&mut source.short), Some(&mut source.citation), source.note.as_mut()]
            .into_iter()
            .flatten()
            .for_each(&mut *change);
    }
    for page in &mut parts.pages {
        [Some(&mut page.title), page.lead.as_mut()].into_iter().flatten().for_each(&mut *change);
        for section in &mut page.sections {
            let around = [Some(&mut section.title), section.intro.as_mut(), section.outro.as_mut()];
            around.into_iter().flatten().chain(&mut section.items).for_each(&mut *change);
        }
    }
    for idea in &mut parts.ideas {
        change(&mut idea.title);
        statement_texts(&mut idea.says, change);
    }
    evidence::texts(&mut parts.evidence, change);
    for told in &mut parts.mechanisms {
        let around = [Some(&mut told.name), told.short.as_mut()];
        let says = [Some(&mut told.says.plain), told.says.more.as_mut(), told.says.science.as_mut()];
        around.into_iter().chain(says).flatten().for_each(&mut *change);
        for finding in &mut told.found {
            let texts = [Some(&mut finding.whom), Some(&mut finding.plain), finding.more.as_mut()];
            texts.into_iter().flatten().for_each(&mut *change);
        }
    }
    for story in &mut parts.stories {
        [&mut story.title, &mut story.about].into_iter().for_each(&mut *change);
        story.steps.iter_mut().for_each(|step| change(&mut step.caption));
    }
    for set in &mut parts.teaching {
        [&mut set.name, &mut set.about].into_iter().for_each(&mut *change);
    }
    parts.parts.values_mut().for_each(change);
}

fn point_texts(point: &mut Point, change: &mut impl FnMut(&mut String)) {
    let words = point.find.iter_mut().chain(&mut point.also_called);
    [&mut point.english, &mut point.region].into_iter().chain(words).for_each(&mut *change);
    if let Some(place) = &mut point.place {
        [Some(&mut place.plain), Some(&mut place.measure), place.tag.as_mut()]
            .into_iter()
            .flatten()
            .for_each(&mut *change);
    }
    point.statements_mut().for_each(|statement| statement_texts(statement, change));
    point.trials.iter_mut().filter_map(|trials| trials.plain.as_mut()).for_each(change);
}

fn statement_texts(statement: &mut Statement, change: &mut impl FnMut(&mut String)) {
    change(&mut statement.plain);
    statement.more.iter_mut().for_each(change);
}

#[cfg(test)]
mod tests {
    use super::{is_pseudo, text};

    #[test]
    fn pseudo_is_longer_marked_and_within_our_fonts() {
        let said = text("One two, three “four” BL23.");
        assert_eq!(said, "[Óñé ťŵó, ťĥŕéé “fóúŕ” BĹ23.~~~~~~~~]");
        assert!(is_pseudo(&said) && !is_pseudo("One two"));
        let ours = |c: char| c <= '\u{17F}' || "“”".contains(c);
        assert!(said.chars().all(ours));
    }
}
