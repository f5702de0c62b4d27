//! `deqi export text`: every text that a visitor can read, for proofreaders and for measures of reading ease.

mod evidence;

use serde::Serialize;

use super::{Failure, Outcome, Said};
use crate::i18n::Tr;
use crate::model::{Catalog, Channel, Idea, Mechanism, Page, Point, Reading, Source, Statement, Story, Told};

/// One text and where it stands.
#[derive(Debug, Serialize)]
struct Readable {
    /// What the text is, in the pack's own ids.
    id: String,
    /// The screen and the panel on it.
    place: String,
    audience: &'static str,
    level: &'static str,
    text: String,
}

/// For whom a text is, and how much it asks of them.
#[derive(Clone, Copy)]
struct Reader(&'static str, &'static str);

const PLAIN: Reader = Reader("patient", "plain");
const MORE: Reader = Reader("practitioner", "more");
const SCIENCE: Reader = Reader("practitioner", "science");

/// All texts as a JSON list, those of the interface in one language.
pub(super) fn export_text(catalog: &Catalog, language: &str) -> Said {
    let tr =
        Tr::language(language).ok_or_else(|| Failure::Language(language.to_owned(), Tr::languages().join(", ")))?;
    let mut texts = Vec::new();
    for point in catalog.points() {
        point_texts(point, catalog, &mut texts);
    }
    for caution in catalog.cautions() {
        add(&mut texts, &format!("caution.{}.name", caution.id.0), "card / take care", PLAIN, Some(&caution.name));
        statement(&mut texts, &format!("caution.{}", caution.id.0), "card / take care", &caution.says);
    }
    catalog.channels().iter().for_each(|channel| channel_texts(channel, &mut texts));
    catalog.pages().iter().for_each(|page| page_texts(page, &mut texts));
    catalog.mechanisms().iter().for_each(|mechanism| mechanism_texts(mechanism, &mut texts));
    catalog.ideas().iter().for_each(|idea| idea_texts(idea, &mut texts));
    catalog.stories().iter().for_each(|story| story_texts(story, &mut texts));
    for set in catalog.teaching() {
        add(&mut texts, &format!("teaching.{}.name", set.id), "plan / examples", PLAIN, Some(&set.name));
        add(&mut texts, &format!("teaching.{}.about", set.id), "plan / examples", PLAIN, Some(&set.about));
    }
    catalog.sources().iter().for_each(|source| source_texts(source, &mut texts));
    for (id, name) in catalog.parts() {
        add(&mut texts, &format!("part.{id}"), "body / part that was touched", PLAIN, Some(name));
    }
    evidence::texts(catalog.evidence(), &mut texts);
    for message in tr.messages() {
        let place = format!("interface / {}", message.section);
        add(&mut texts, &format!("interface.{}", message.key), &place, PLAIN, Some(&message.text));
    }
    let mut json = serde_json::to_string_pretty(&texts)?;
    json.push('\n');
    Ok((json, Outcome::Fine))
}

fn add(texts: &mut Vec<Readable>, id: &str, place: &str, Reader(audience, level): Reader, text: Option<&String>) {
    texts.extend(text.map(|text| Readable {
        id: id.to_owned(),
        place: place.to_owned(),
        audience,
        level,
        text: text.clone(),
    }));
}

fn statement(texts: &mut Vec<Readable>, id: &str, place: &str, said: &Statement) {
    add(texts, &format!("{id}.plain"), place, PLAIN, Some(&said.plain));
    add(texts, &format!("{id}.more"), place, MORE, said.more.as_ref());
}

fn point_texts(point: &Point, catalog: &Catalog, texts: &mut Vec<Readable>) {
    let id = |field: &str| format!("{}.{field}", point.code);
    add(texts, &id("english"), "card / heading", PLAIN, Some(&point.english));
    add(texts, &id("region"), "card / heading", PLAIN, Some(&point.region));
    if let Some(place) = &point.place {
        add(texts, &id("place.plain"), "card / where", PLAIN, Some(&place.plain));
        add(texts, &id("place.measure"), "card / where", MORE, Some(&place.measure));
        add(texts, &id("place.tag"), "card / where", PLAIN, place.tag.as_ref());
    }
    for (field, said) in point.statements() {
        let place = match field {
            "under" => "card / under the skin",
            "tradition" => "card / tradition",
            "body" => "card / body",
            "own_caution" => "card / take care",
            _ => "card / where",
        };
        statement(texts, &id(field), place, said);
    }
    for (i, name) in (1..).zip(&point.also_called) {
        add(texts, &id(&format!("also_called.{i}")), "card / names", MORE, Some(name));
    }
    let trials = point.trials.as_ref().and_then(|trials| trials.plain.as_ref());
    add(texts, &id("trials.plain"), "card / body", PLAIN, trials);
    let rule = catalog.rule(point.code.as_str()).map(|rule| &rule.says);
    add(texts, &id("rule.says"), "card / where", MORE, rule);
}

fn channel_texts(channel: &Channel, texts: &mut Vec<Readable>) {
    let id = format!("channel.{}", channel.id);
    add(texts, &format!("{id}.name"), "card / heading", PLAIN, Some(&channel.name));
    add(texts, &format!("{id}.organ_name"), "card / heading", PLAIN, channel.organ_name.as_ref());
    for (end, words) in channel.course.iter().flat_map(|course| [("from", &course.from), ("to", &course.to)]) {
        add(texts, &format!("{id}.course.{end}"), "channel / course", PLAIN, Some(words));
    }
}

fn page_texts(page: &Page, texts: &mut Vec<Readable>) {
    let place = format!("page / {}", page.id);
    let id = format!("page.{}", page.id);
    add(texts, &format!("{id}.title"), &place, PLAIN, Some(&page.title));
    add(texts, &format!("{id}.lead"), &place, PLAIN, page.lead.as_ref());
    for (i, section) in (1..).zip(&page.sections) {
        let id = format!("{id}.{i}");
        add(texts, &format!("{id}.title"), &place, PLAIN, Some(&section.title));
        add(texts, &format!("{id}.intro"), &place, PLAIN, section.intro.as_ref());
        for (j, item) in (1..).zip(&section.items) {
            add(texts, &format!("{id}.{j}"), &place, PLAIN, Some(item));
        }
        add(texts, &format!("{id}.outro"), &place, PLAIN, section.outro.as_ref());
    }
}

fn mechanism_texts(mechanism: &Mechanism, texts: &mut Vec<Readable>) {
    let id = format!("mechanism.{}", mechanism.id);
    let place = "endorphins / steps and experiments";
    add(texts, &format!("{id}.name"), place, PLAIN, Some(&mechanism.name));
    add(texts, &format!("{id}.short"), place, PLAIN, mechanism.short.as_ref());
    for (reading, text) in mechanism.says.each() {
        let reader = match reading {
            Reading::Plain => PLAIN,
            Reading::More => MORE,
            Reading::Science => SCIENCE,
        };
        add(texts, &format!("{id}.{}", reading.word()), place, reader, Some(&text.to_owned()));
    }
    for (i, finding) in (1..).zip(&mechanism.found) {
        add(texts, &format!("{id}.found.{i}.whom"), place, PLAIN, Some(&finding.whom));
        add(texts, &format!("{id}.found.{i}.plain"), place, PLAIN, Some(&finding.plain));
        add(texts, &format!("{id}.found.{i}.more"), place, MORE, finding.more.as_ref());
    }
}

fn idea_texts(idea: &Idea, texts: &mut Vec<Readable>) {
    let place = match idea.told {
        Told::Meaning => "qi / what Qi means",
        Told::Flow => "qi / free flow",
        Told::Day => "qi / day clock",
        Told::Always => "qi / always in view",
        Told::Scroll => "qi / scroll",
    };
    let id = format!("idea.{}", idea.id);
    add(texts, &format!("{id}.title"), place, PLAIN, Some(&idea.title));
    statement(texts, &id, place, &idea.says);
}

fn story_texts(story: &Story, texts: &mut Vec<Readable>) {
    let id = format!("story.{}", story.id);
    add(texts, &format!("{id}.title"), "stories / list", PLAIN, Some(&story.title));
    add(texts, &format!("{id}.about"), "stories / list", PLAIN, Some(&story.about));
    for step in &story.steps {
        add(texts, &format!("{id}.{}", step.id), "stories / captions", PLAIN, Some(&step.caption));
    }
}

fn source_texts(source: &Source, texts: &mut Vec<Readable>) {
    let id = format!("source.{}", source.id.0);
    add(texts, &format!("{id}.short"), "card / sources", PLAIN, Some(&source.short));
    add(texts, &format!("{id}.citation"), "page / sources", SCIENCE, Some(&source.citation));
    add(texts, &format!("{id}.note"), "page / sources", SCIENCE, source.note.as_ref());
}
